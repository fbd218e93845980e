//! Saved views: one's own alone, so many, told apart by their names.

use crate::academy::{Academy, academy};
use crate::life::these;
use domain::access::{GroupRole, Role};
use domain::id::{LocationId, SavedViewId};
use domain::users::{Act, SavedView, SortBy, UserFilter, UserState, VIEWS_MOST, ViewRefused};
use store::testing::{count, each};
use store::users::acts::act;
use store::users::{change_view, delete_view, save_view, views};
use store::{Failure, Requester};

/// What holds every character that an address has to escape.
fn filter(academy: &Academy) -> UserFilter {
    UserFilter {
        search: "Zoë & +49 100% a=b".into(),
        locations: academy.locations.clone(),
        states: vec![UserState::Active, UserState::Archived],
        never_accessed: true,
        joined_from: Some(academy.store.now().date()),
        sort: SortBy::LastAccess,
        ..UserFilter::default()
    }
}

async fn save(
    who: &Requester,
    name: &str,
    filter: &UserFilter,
) -> Result<Vec<SavedView>, Failure<ViewRefused>> {
    save_view(who.grant().unwrap(), name, filter).await
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure<ViewRefused>>) -> ViewRefused {
    match answer {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_view_comes_back_as_it_was_saved_and_by_its_name() {
    each(async |store| {
        let academy = academy(&store).await;
        let wanted = filter(&academy);
        save(&academy.owner, "Zebra", &UserFilter::default())
            .await
            .unwrap();
        let saved = save(&academy.owner, " Ärzte ", &wanted).await.unwrap();
        let names: Vec<_> = saved.iter().map(|view| view.name.as_str()).collect();
        assert_eq!(names, ["Ärzte", "Zebra"]);
        assert_eq!(saved[0].filter, wanted);
        assert_eq!(views(&academy.owner.grant().unwrap()).await.unwrap(), saved);

        assert_eq!(
            save(&academy.owner, "Ärzte", &wanted).await.unwrap(),
            saved,
            "once"
        );
        assert_eq!(
            refused(save(&academy.owner, "arzte", &UserFilter::default()).await),
            ViewRefused::NameTaken
        );
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.view_saved'";
        assert_eq!(count(&store, told).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_view_gets_another_name_and_other_filters_and_goes() {
    each(async |store| {
        let academy = academy(&store).await;
        let who = &academy.owner;
        let one = save(who, "One", &UserFilter::default()).await.unwrap().remove(0);
        save(who, "Two", &UserFilter::default()).await.unwrap();
        let wanted = filter(&academy);
        let change = async |name: &str, filter: &UserFilter| {
            change_view(who.grant().unwrap(), one.id, name, filter).await
        };
        assert_eq!(refused(change("TWO", &wanted).await), ViewRefused::NameTaken);
        let now = change("Uno", &wanted).await.unwrap();
        let changed = now.iter().find(|view| view.id == one.id).unwrap();
        assert_eq!((changed.name.as_str(), &changed.filter), ("Uno", &wanted));
        assert_eq!(change("Uno", &wanted).await.unwrap(), now);
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.view_changed'";
        assert_eq!(count(&store, told).await, 1, "the same once more changes nothing");

        for _ in 0..2 {
            let left = delete_view(who.grant().unwrap(), one.id).await.unwrap();
            assert_eq!(left.len(), 1, "a press twice deletes once");
        }
        let gone = change("Back", &wanted).await.unwrap_err();
        assert!(matches!(gone, Failure::NotFound), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn views_are_ones_own_alone() {
    each(async |store| {
        let academy = academy(&store).await;
        let other = academy.become_one("ada", Role::Administrator).await;
        let theirs = save(&academy.owner, "Mine", &UserFilter::default())
            .await
            .unwrap()
            .remove(0);
        assert!(views(&other.grant().unwrap()).await.unwrap().is_empty());
        let changed = change_view(other.grant().unwrap(), theirs.id, "Yours", &theirs.filter).await;
        assert!(matches!(changed, Err(Failure::NotFound)), "{changed:?}");
        delete_view(other.grant().unwrap(), theirs.id).await.unwrap();
        assert_eq!(views(&academy.owner.grant().unwrap()).await.unwrap(), [theirs]);
        save(&other, "Mine", &UserFilter::default()).await.unwrap();

        let member = academy.become_one("bob", Role::Member).await;
        assert!(member.grant::<domain::access::UseConsole>().is_err());
        let groups = vec![academy.groups[0]];
        academy
            .create(domain::users::NewUser {
                groups,
                group_role: GroupRole::Admin,
                ..crate::academy::person("eve")
            })
            .await;
        let runs_a_group = academy.requester("eve").await;
        save(&runs_a_group, "My group", &UserFilter::default())
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn there_are_only_so_many_however_many_presses_there_are() {
    each(async |store| {
        let academy = academy(&store).await;
        let who = &academy.owner;
        for n in 1..VIEWS_MOST {
            save(who, &format!("View {n}"), &UserFilter::default())
                .await
                .unwrap();
        }
        let everybody = UserFilter::default();
        let (one, two) = tokio::join!(save(who, "Last", &everybody), save(who, "Too late", &everybody));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        assert_eq!(refused(if one.is_ok() { two } else { one }), ViewRefused::TooMany);

        let id = |n: u128| LocationId::from(uuid::Uuid::from_u128(n));
        let endless = UserFilter {
            locations: (0..200).map(id).collect(),
            ..everybody
        };
        let first: SavedViewId = views(&who.grant().unwrap()).await.unwrap()[0].id;
        let long = change_view(who.grant().unwrap(), first, "Endless", &endless).await;
        assert_eq!(refused(long), ViewRefused::TooLong);
    })
    .await;
}

#[tokio::test]
async fn views_go_with_who_saved_them() {
    each(async |store| {
        let academy = academy(&store).await;
        let ada = academy.become_one("ada", Role::Administrator).await;
        save(&ada, "Mine", &UserFilter::default()).await.unwrap();
        save(&academy.owner, "Stays", &UserFilter::default())
            .await
            .unwrap();
        act(&academy.owner, Act::Delete, &these(&[ada.user()]), None)
            .await
            .unwrap();
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM saved_views").await,
            1
        );
    })
    .await;
}
