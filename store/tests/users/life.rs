//! An account's life: approved, told, archived, brought back, deleted; alone and among many.

use crate::academy::{Academy, academy, person, run};
use domain::access::{Denied, Role};
use domain::id::UserId;
use domain::licenses::Pick;
use domain::time::Span;
use domain::users::{Act, ActRefused, Acted, LeftOut, NewUser, Password, PasswordPlan, UserFilter};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, count, each};
use store::users::{approve, archive, delete, notify, preview, reactivate};
use store::{Failure, Store, sql};

fn these(users: &[UserId]) -> Pick {
    Pick::These(users.to_vec())
}

async fn pending(academy: &Academy, name: &str) -> UserId {
    let id = academy.create(person(name)).await;
    let store = &academy.store;
    run(
        store,
        sql("UPDATE users SET state = 'pending', approved_at = NULL WHERE id = $1").bind(id),
    )
    .await;
    run(
        store,
        sql("UPDATE user_counts SET users = users - 1 WHERE state = 'active'"),
    )
    .await;
    run(
        store,
        sql("UPDATE user_counts SET users = users + 1 WHERE state = 'pending'"),
    )
    .await;
    id
}

/// The counters are what counting would find.
async fn counters_hold(store: &Store) {
    for (kept, counted) in [
        (
            "SELECT users AS value FROM user_counts WHERE state = 'active'",
            "SELECT COUNT(*) AS value FROM users WHERE state = 'active'",
        ),
        (
            "SELECT users AS value FROM user_counts WHERE state = 'pending'",
            "SELECT COUNT(*) AS value FROM users WHERE state = 'pending'",
        ),
        (
            "SELECT users AS value FROM user_counts WHERE state = 'archived'",
            "SELECT COUNT(*) AS value FROM users WHERE state = 'archived'",
        ),
        (
            "SELECT allocated AS value FROM licenses",
            "SELECT COUNT(*) AS value FROM seats WHERE returned_at IS NULL",
        ),
    ] {
        assert_eq!(count(store, kept).await, count(store, counted).await, "{counted}");
    }
}

fn left(acted: &Acted) -> Vec<(LeftOut, u64)> {
    acted.left.iter().map(|left| (left.why, left.count)).collect()
}

#[tokio::test]
async fn approving_lets_in_counts_and_tells() {
    each(async |store| {
        let academy = academy(&store).await;
        let waiting = pending(&academy, "waiting").await;
        let active = academy.create(person("active")).await;
        let acted = approve(academy.owner.grant().unwrap(), &these(&[waiting, active]), true)
            .await
            .unwrap();
        assert_eq!(acted.done, [waiting]);
        assert_eq!(left(&acted), [(LeftOut::NotPending, 1)]);
        assert_eq!(acted.left[0].names, ["active Example"]);
        counters_hold(&store).await;
        let told = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'activation'";
        assert_eq!(count(&store, told).await, 1);

        notify(academy.owner.grant().unwrap(), &these(&[waiting]))
            .await
            .unwrap();
        assert_eq!(count(&store, told).await, 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_approved_past_the_cap() {
    each(async |store| {
        let academy = academy(&store).await;
        let waiting = [pending(&academy, "a").await, pending(&academy, "b").await];
        academy.cap(2).await;
        let refused = approve(academy.owner.grant().unwrap(), &these(&waiting), false).await;
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(ActRefused::CapReached { free: 1, wanted: 2 }))
            ),
            "{refused:?}"
        );
        approve(academy.owner.grant().unwrap(), &these(&waiting[..1]), false)
            .await
            .unwrap();
        counters_hold(&store).await;
    })
    .await;
}

#[tokio::test]
async fn archiving_ends_sessions_and_returns_seats_and_bringing_back_undoes_it() {
    each(async |store| {
        let academy = academy(&store).await;
        let password = PasswordPlan::Typed {
            password: Password::new(PASSWORD),
            must_change: false,
        };
        let ada = academy
            .create(NewUser {
                password,
                license: Some(academy.license),
                ..person("ada")
            })
            .await;
        let device = Device::default();
        let session = sign_in::sign_in(
            &store,
            "ada@example.org",
            Password::new(PASSWORD),
            device.clone(),
            None,
        )
        .await
        .unwrap()
        .session;

        let acted = archive(academy.owner.grant().unwrap(), &these(&[ada]))
            .await
            .unwrap();
        assert_eq!((acted.done.as_slice(), acted.seats), ([ada].as_slice(), 1));
        counters_hold(&store).await;
        assert!(
            sign_in::session(&store, &session, None).await.unwrap().is_none(),
            "out with the next request"
        );
        let refused =
            sign_in::sign_in(&store, "ada@example.org", Password::new(PASSWORD), device, None).await;
        assert!(refused.is_err());

        store.clock().advance(Span::minutes(1));
        let acted = reactivate(academy.owner.grant().unwrap(), &these(&[ada]), true)
            .await
            .unwrap();
        assert_eq!(acted.seats, 1);
        counters_hold(&store).await;
        let open = "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL";
        assert_eq!(count(&store, open).await, 1, "with its course");
    })
    .await;
}

#[tokio::test]
async fn a_seat_that_somebody_else_has_by_now_is_not_given_again() {
    each(async |store| {
        let academy = academy(&store).await;
        let ada = academy
            .create(NewUser {
                license: Some(academy.license),
                ..person("ada")
            })
            .await;
        archive(academy.owner.grant().unwrap(), &these(&[ada]))
            .await
            .unwrap();
        for name in ["b", "c"] {
            academy
                .create(NewUser {
                    license: Some(academy.license),
                    ..person(name)
                })
                .await;
        }
        let acted = reactivate(academy.owner.grant().unwrap(), &these(&[ada]), true)
            .await
            .unwrap();
        assert_eq!((acted.done.len(), acted.seats), (1, 0));
        counters_hold(&store).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_acts_on_their_own_rank_or_above() {
    each(async |store| {
        let academy = academy(&store).await;
        let administrator = academy.become_one("admin", Role::Administrator).await;
        let peer = academy.become_one("peer", Role::Administrator).await.user();
        let member = academy.create(person("member")).await;
        for target in [peer, administrator.user(), academy.owner.user()] {
            let denied = archive(administrator.grant().unwrap(), &these(&[target])).await;
            assert!(
                matches!(denied, Err(Failure::Denied(Denied::NotBelowYou))),
                "{denied:?}"
            );
        }
        let alone = archive(academy.owner.grant().unwrap(), &these(&[academy.owner.user()])).await;
        assert!(alone.is_err(), "the last owner stays");
        let acted = archive(administrator.grant().unwrap(), &these(&[peer, member]))
            .await
            .unwrap();
        assert_eq!(
            (acted.done.as_slice(), left(&acted)),
            ([member].as_slice(), vec![(LeftOut::NotBelowYou, 1)])
        );
        let nobody: UserId = store.random().id(store.now());
        let missing = archive(administrator.grant().unwrap(), &these(&[nobody])).await;
        assert!(matches!(missing, Err(Failure::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn all_that_match_are_archived_in_one_go_each_with_its_entry() {
    each(async |store| {
        let academy = academy(&store).await;
        for i in 0..30 {
            academy
                .create(NewUser {
                    location: Some(academy.locations[i % 2]),
                    ..person(&format!("user{i}"))
                })
                .await;
        }
        let filter = UserFilter {
            locations: vec![academy.locations[0]],
            ..UserFilter::default()
        };
        let pick = Pick::Matching(filter);
        let seen = preview(
            academy.owner.grant::<domain::access::ArchiveUsers>().unwrap(),
            Act::Archive,
            &pick,
        )
        .await
        .unwrap();
        let acted = archive(academy.owner.grant().unwrap(), &pick).await.unwrap();
        assert_eq!((seen.done.len(), seen.done), (15, acted.done));
        let entries = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.archived'";
        assert_eq!(count(&store, entries).await, 15);
        counters_hold(&store).await;
    })
    .await;
}

#[tokio::test]
async fn only_who_never_came_is_deleted_and_only_as_many_as_confirmed() {
    each(async |store| {
        let academy = academy(&store).await;
        let never = academy
            .create(NewUser {
                license: Some(academy.license),
                ..person("never")
            })
            .await;
        let came = academy.create(person("came")).await;
        run(
            &store,
            sql("UPDATE users SET first_sign_in_at = joined_at WHERE id = $1").bind(came),
        )
        .await;
        let both = these(&[never, came]);
        let grant = || academy.owner.grant().unwrap();

        let refused = delete(grant(), &both, 2).await;
        assert!(matches!(
            refused,
            Err(Failure::Refused(ActRefused::Changed {
                confirmed: 2,
                would: 1
            }))
        ));
        let acted = delete(grant(), &both, 1).await.unwrap();
        assert_eq!(
            (acted.done.as_slice(), left(&acted)),
            ([never].as_slice(), vec![(LeftOut::HasAccessed, 1)])
        );
        counters_hold(&store).await;

        run(
            &store,
            sql("UPDATE organizations SET settings = '{\"erase_anyone\":true}'"),
        )
        .await;
        assert_eq!(delete(grant(), &both, 1).await.unwrap().done, [came]);
        counters_hold(&store).await;
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.deleted'";
        assert_eq!(count(&store, told).await, 2, "the fact stays");
        let traces = "SELECT COUNT(*) AS value FROM audit WHERE after LIKE '%never%' OR after LIKE '%came%'";
        assert_eq!(count(&store, traces).await, 0, "the person does not");
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM seat_ledger").await,
            2
        );
    })
    .await;
}
