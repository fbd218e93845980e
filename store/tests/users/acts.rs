//! Setting what users are in, taking it back, and doing it to many in parts.

use crate::academy::{Academy, academy, person};
use crate::life::{counters_hold, left, these};
use domain::access::{Denied, GroupRole, Role};
use domain::id::UserId;
use domain::licenses::Pick;
use domain::time::Span;
use domain::users::{Act, ActRefused, LeftOut, NewUser, Report, ReportState, UserFilter};
use std::sync::atomic::{AtomicU32, Ordering};
use store::testing::{count, each};
use store::users::acts::{AT_ONCE, act, preview, report, running, undo, work};
use store::{Failure, sql};

async fn done(academy: &Academy, what: Act, users: &[UserId]) -> Report {
    act(&academy.owner, what, &these(users), None).await.unwrap()
}

/// What a user is in, as the audit says it last.
async fn last(academy: &Academy, user: UserId) -> (String, String) {
    let text =
        "SELECT COALESCE(before, '') || '|' || COALESCE(after, '') AS value FROM audit WHERE target_id = $1
         ORDER BY id DESC LIMIT 1";
    let (found,): (String,) = sql(text)
        .bind(user)
        .fetch_one(&mut academy.store.read().await.unwrap())
        .await
        .unwrap();
    let (before, after) = found.split_once('|').unwrap();
    (before.to_owned(), after.to_owned())
}

#[tokio::test]
async fn groups_are_given_and_taken_and_come_back_as_they_were() {
    each(async |store| {
        let academy = academy(&store).await;
        let (one, two) = (academy.groups[0], academy.groups[1]);
        let instructor = NewUser {
            groups: vec![one],
            group_role: GroupRole::Instructor,
            ..person("instructor")
        };
        let users = [
            academy.create(instructor).await,
            academy.create(person("new")).await,
        ];
        store.clock().advance(Span::minutes(1));
        let join = Act::JoinGroups {
            groups: vec![one, two],
            role: GroupRole::Learner,
        };
        let joined = done(&academy, join.clone(), &users).await;
        assert_eq!(joined.done, 2);
        let members = "SELECT COUNT(*) AS value FROM group_members WHERE role = 'learner'";
        assert_eq!(count(&store, members).await, 4);
        let (before, after) = last(&academy, users[0]).await;
        assert_eq!(before, r#"{"groups":"one"}"#);
        assert_eq!(after, r#"{"group_role":"learner","groups":"one; two"}"#);
        let again = act(&academy.owner, join, &these(&users[..1]), None).await;
        assert!(
            matches!(again, Err(Failure::Refused(ActRefused::Left(LeftOut::Same)))),
            "{again:?}"
        );

        let taken = undo(&academy.owner, joined.id).await.unwrap();
        assert_eq!((taken.done, taken.left.len()), (2, 0));
        let all = "SELECT COUNT(*) AS value FROM group_members";
        let instructors = "SELECT COUNT(*) AS value FROM group_members WHERE role = 'instructor'";
        assert_eq!(
            (count(&store, all).await, count(&store, instructors).await),
            (1, 1)
        );
        let twice = undo(&academy.owner, joined.id).await;
        assert!(matches!(twice, Err(Failure::Refused(ActRefused::NotUndoable))));
    })
    .await;
}

#[tokio::test]
async fn what_somebody_changed_since_is_not_taken_back() {
    each(async |store| {
        let academy = academy(&store).await;
        let users = [
            academy.create(person("a")).await,
            academy.create(person("b")).await,
        ];
        store.clock().advance(Span::minutes(1));
        let location = Some(academy.locations[0]);
        let moved = done(&academy, Act::SetLocation { location }, &users).await;
        assert_eq!(last(&academy, users[0]).await.1, r#"{"location":"one"}"#);
        store.clock().advance(Span::minutes(1));
        let label = Act::AddLabels {
            labels: vec![academy.labels[0]],
        };
        done(&academy, label, &users[..1]).await;

        let taken = undo(&academy.owner, moved.id).await.unwrap();
        assert_eq!((taken.done, left(&taken)), (1, vec![(LeftOut::ChangedSince, 1)]));
        let still = "SELECT COUNT(*) AS value FROM users WHERE location_id IS NOT NULL";
        assert_eq!(count(&store, still).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_role_ends_the_session_and_is_below_ones_own() {
    each(async |store| {
        let academy = academy(&store).await;
        let administrator = academy.become_one("admin", Role::Administrator).await;
        let member = academy.create(person("member")).await;
        let role = |role| Act::SetRole { role };
        let too_high = act(&administrator, role(Role::Administrator), &these(&[member]), None).await;
        assert!(matches!(too_high, Err(Failure::Denied(Denied::NotBelowYou))));
        let promoted = act(&administrator, role(Role::Support), &these(&[member]), None)
            .await
            .unwrap();
        assert_eq!(
            last(&academy, member).await,
            (
                r#"{"role":"member"}"#.to_owned(),
                r#"{"role":"support"}"#.to_owned(),
            )
        );
        let somebody_else = undo(&academy.owner, promoted.id).await;
        assert!(matches!(somebody_else, Err(Failure::NotFound)));
        assert_eq!(undo(&administrator, promoted.id).await.unwrap().done, 1);
        let support = "SELECT COUNT(*) AS value FROM users WHERE role = 'support'";
        assert_eq!(count(&store, support).await, 0);
    })
    .await;
}

#[tokio::test]
async fn labels_department_and_deletion_date_are_set_and_come_back() {
    each(async |store| {
        let academy = academy(&store).await;
        let user = academy.create(person("ada")).await;
        let tomorrow = store.now().date().plus_days(1);
        store.clock().advance(Span::minutes(1));
        for what in [
            Act::AddLabels {
                labels: academy.labels.clone(),
            },
            Act::SetDepartment {
                department: Some(academy.departments[1]),
            },
            Act::SetDeletionDate { date: Some(tomorrow) },
        ] {
            let report = done(&academy, what, &[user]).await;
            assert_eq!(undo(&academy.owner, report.id).await.unwrap().done, 1);
        }
        let bare =
            "SELECT COUNT(*) AS value FROM users WHERE department_id IS NULL AND deletion_date IS NULL";
        assert_eq!(count(&store, bare).await, 2);
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM user_labels").await,
            0
        );
        let past = Act::SetDeletionDate {
            date: Some(store.now().date()),
        };
        let refused = act(&academy.owner, past, &these(&[user]), None).await;
        assert!(matches!(refused, Err(Failure::Refused(ActRefused::DatePast))));
        let gone = Act::SetLocation {
            location: Some(store.random().id(store.now())),
        };
        let refused = preview(&academy.owner, &gone, &these(&[user])).await;
        assert!(matches!(refused, Err(Failure::Refused(ActRefused::Gone(_)))));
    })
    .await;
}

#[tokio::test]
async fn whoever_runs_a_group_moves_its_members_alone() {
    each(async |store| {
        let academy = academy(&store).await;
        let (one, two) = (academy.groups[0], academy.groups[1]);
        let of = |name: &str, groups, group_role| NewUser {
            groups,
            group_role,
            ..person(name)
        };
        academy.create(of("runs", vec![one, two], GroupRole::Admin)).await;
        let peer = academy.create(of("peer", vec![one], GroupRole::Admin)).await;
        let learner = academy.create(of("learner", vec![one], GroupRole::Learner)).await;
        let stranger = academy.create(person("stranger")).await;
        let runs = academy.requester("runs").await;
        let join = Act::JoinGroups {
            groups: vec![two],
            role: GroupRole::Instructor,
        };
        let leave = Act::LeaveGroups { groups: vec![one] };
        let report = act(&runs, join, &these(&[learner, stranger]), None)
            .await
            .unwrap();
        assert_eq!((report.done, report.left), (1, vec![]), "strangers are not found");
        let refused = act(&runs, leave, &these(&[peer]), None).await;
        assert!(
            matches!(refused, Err(Failure::Denied(Denied::NotBelowYou))),
            "{refused:?}"
        );
        let others = Act::LeaveGroups {
            groups: vec![academy.groups[2]],
        };
        assert!(matches!(
            act(&runs, others, &these(&[learner]), None).await,
            Err(Failure::Denied(_))
        ));
        let archive = act(&runs, Act::Archive, &these(&[learner]), None).await;
        assert!(matches!(archive, Err(Failure::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn many_are_done_in_parts_and_taken_back_whole() {
    each(async |store| {
        let academy = academy(&store).await;
        let many = AT_ONCE + 20;
        academy.many(many).await;
        store.clock().advance(Span::minutes(1));
        let pick = Pick::Matching(UserFilter {
            search: "crowd".into(),
            ..UserFilter::default()
        });
        let begun = act(&academy.owner, Act::Archive, &pick, None).await.unwrap();
        assert_eq!(
            (begun.total, begun.state.clone()),
            (many as u64, ReportState::Running)
        );
        assert_eq!(
            running(&academy.owner).await.unwrap(),
            std::slice::from_ref(&begun)
        );

        // Told to stop after the first part; another process goes on where it was.
        let asked = AtomicU32::new(0);
        let once = || asked.fetch_add(1, Ordering::Relaxed) > 0;
        assert!(work(&store, once).await.unwrap());
        let between: Report = report::<()>(&academy.owner, begun.id).await.unwrap();
        assert_eq!((between.seen, between.done), (AT_ONCE as u64, AT_ONCE as u64));
        assert!(work(&store, || true).await.unwrap());
        let ended: Report = report::<()>(&academy.owner, begun.id).await.unwrap();
        assert_eq!(
            (ended.done, ended.state.clone()),
            (many as u64, ReportState::Done)
        );
        assert!(!work(&store, || true).await.unwrap());
        let entries = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.archived'";
        assert_eq!(count(&store, entries).await, i64::try_from(many).unwrap());
        counters_hold(&store).await;

        let taken = undo(&academy.owner, begun.id).await.unwrap();
        assert_eq!(taken.done, many as u64);
        counters_hold(&store).await;
    })
    .await;
}

#[tokio::test]
async fn a_long_act_stops_when_whoever_asked_may_not_any_more() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.many(AT_ONCE + 1).await;
        let administrator = academy.become_one("admin", Role::Administrator).await;
        let pick = Pick::Matching(UserFilter {
            search: "crowd".into(),
            ..UserFilter::default()
        });
        let begun = act(&administrator, Act::Archive, &pick, None).await.unwrap();
        done(
            &academy,
            Act::SetRole { role: Role::Member },
            &[administrator.user()],
        )
        .await;
        assert!(work(&store, || true).await.unwrap());
        let stopped: Report = report::<()>(&administrator, begun.id).await.unwrap();
        assert_eq!(stopped.done, 0);
        assert!(matches!(stopped.state, ReportState::Stopped(_)), "{stopped:?}");
    })
    .await;
}
