//! Groups and program sessions: making and renaming them, and what those who run them see.

use crate::academy::{Academy, academy, person};
use domain::access::GroupRole;
use domain::groups::GroupRefused;
use domain::id::ProgramSessionId;
use domain::programs::{ProgramRefused, SessionDays};
use domain::users::NewUser;
use store::testing::{count, each};
use store::{Failure, Requester, groups, programs};

/// A program of two courses, and a session of it in each of the first two groups.
async fn sessions(academy: &Academy) -> [ProgramSessionId; 2] {
    let courses = [academy.courses[1], academy.courses[0]];
    let program = programs::save(academy.owner.grant().unwrap(), None, "Year", &courses);
    let program = program.await.unwrap();
    let session = async |group| {
        let days = SessionDays {
            starts_on: "2026-02-01".into(),
            ends_on: "2026-03-01".into(),
        };
        programs::create_session(academy.owner.grant().unwrap(), group, program, &days)
            .await
            .unwrap()
    };
    [session(academy.groups[0]).await, session(academy.groups[1]).await]
}

async fn instructor(academy: &Academy, of: ProgramSessionId) -> Requester {
    academy.create(person("ines")).await;
    programs::join(
        academy.owner.grant().unwrap(),
        of,
        "ines@example.org",
        GroupRole::Instructor,
    )
    .await
    .unwrap();
    academy.requester("ines").await
}

async fn names(by: &Requester, search: &str) -> Vec<String> {
    let (groups, more) = groups::list(&by.grant().unwrap(), search, None).await.unwrap();
    assert!(!more);
    groups.into_iter().map(|group| group.name).collect()
}

#[tokio::test]
async fn a_group_is_made_and_renamed_and_no_two_are_called_the_same() {
    each(async |store| {
        let academy = academy(&store).await;
        let owner = || academy.owner.grant().unwrap();
        let id = groups::create(owner(), " Änne's 100% ").await.unwrap();
        let again = groups::create(owner(), "ANNE'S 100%").await;
        assert!(matches!(again, Err(Failure::Refused(GroupRefused::NameTaken))));
        let taken = groups::rename(owner(), id, "Two").await;
        assert!(matches!(taken, Err(Failure::Refused(GroupRefused::NameTaken))));
        assert_eq!(names(&academy.owner, "0%").await, ["Änne's 100%"]);
        assert!(names(&academy.owner, "1%0").await.is_empty());

        groups::rename(owner(), id, "Zoe's").await.unwrap();
        groups::rename(owner(), id, "Zoe's").await.unwrap();
        assert_eq!(names(&academy.owner, "").await, ["one", "three", "two", "Zoe's"]);
        let renamed = "SELECT COUNT(*) AS value FROM audit WHERE action = 'groups.renamed'";
        assert_eq!(count(&store, renamed).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_group_admin_sees_the_groups_they_run_and_their_sessions() {
    each(async |store| {
        let academy = academy(&store).await;
        let [own, other] = sessions(&academy).await;
        let id = academy
            .create(NewUser {
                groups: vec![academy.groups[0]],
                group_role: GroupRole::Admin,
                ..person("greta")
            })
            .await;
        let greta = academy.requester("greta").await;
        assert_eq!(names(&greta, "").await, ["one"]);
        let (members, more) = groups::members::<()>(&greta.grant().unwrap(), academy.groups[0], None)
            .await
            .unwrap();
        let members: Vec<_> = members.iter().map(|member| (member.id, member.role)).collect();
        assert_eq!((members, more), (vec![(id, GroupRole::Admin)], false));
        let other_group = groups::members::<()>(&greta.grant().unwrap(), academy.groups[1], None).await;
        assert!(matches!(other_group, Err(Failure::NotFound)));

        let seen = programs::session::<()>(&greta.grant().unwrap(), own)
            .await
            .unwrap();
        assert_eq!(seen.courses, ["two", "one"]);
        let hidden = programs::session::<()>(&greta.grant().unwrap(), other).await;
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let (listed, _) = programs::sessions_of(&greta.grant().unwrap(), academy.groups[1], None)
            .await
            .unwrap();
        assert!(listed.is_empty());
        assert!(greta.grant::<domain::access::ManageGroups>().is_err());
    })
    .await;
}

#[tokio::test]
async fn an_instructor_sees_the_sessions_they_instruct_and_no_group() {
    each(async |store| {
        let academy = academy(&store).await;
        let [own, other] = sessions(&academy).await;
        let ines = instructor(&academy, own).await;
        assert!(names(&ines, "").await.is_empty());
        let listed = programs::own_sessions(&ines.grant().unwrap()).await.unwrap();
        assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), [own]);
        let hidden = programs::session::<()>(&ines.grant().unwrap(), other).await;
        assert!(matches!(hidden, Err(Failure::NotFound)));

        academy.create(person("leo")).await;
        let join = || {
            let owner = academy.owner.grant().unwrap();
            programs::join(owner, own, "LEO@example.org", GroupRole::Learner)
        };
        join().await.unwrap();
        join().await.unwrap();
        let learners = async || {
            let view = ines.grant().unwrap();
            let page = programs::members::<()>(&view, own, GroupRole::Learner, None).await;
            page.unwrap().0
        };
        let found = learners().await;
        assert_eq!(
            found.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
            ["leo Example"]
        );
        let in_group = "SELECT COUNT(*) AS value FROM group_members";
        assert_eq!(count(&store, in_group).await, 2);
        programs::leave(academy.owner.grant().unwrap(), own, found[0].id)
            .await
            .unwrap();
        assert!(learners().await.is_empty());
        assert_eq!(count(&store, in_group).await, 2);
        let joined = "SELECT COUNT(*) AS value FROM audit WHERE action = 'sessions.joined'";
        assert_eq!(count(&store, joined).await, 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_joins_who_is_not_there() {
    each(async |store| {
        let academy = academy(&store).await;
        let [session, _] = sessions(&academy).await;
        let join = programs::join(
            academy.owner.grant().unwrap(),
            session,
            "nobody",
            GroupRole::Learner,
        );
        assert!(matches!(
            join.await,
            Err(Failure::Refused(ProgramRefused::Nobody))
        ));
    })
    .await;
}
