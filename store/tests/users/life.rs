//! An account's life: approved, told, archived, brought back, deleted; alone and among many.

use crate::academy::{Academy, academy, person, run};
use domain::access::{Denied, Role};
use domain::id::UserId;
use domain::licenses::Pick;
use domain::time::Span;
use domain::users::{Act, ActRefused, LeftOut, NewUser, Password, PasswordPlan, Report, UserFilter};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, count, each};
use store::users::acts::{act, preview};
use store::{Failure, Store, sql};

pub fn these(users: &[UserId]) -> Pick {
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
pub async fn counters_hold(store: &Store) {
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

pub fn left(acted: &Report) -> Vec<(LeftOut, u64)> {
    acted.left.iter().map(|left| (left.why, left.count)).collect()
}

#[tokio::test]
async fn approving_lets_in_counts_and_tells() {
    each(async |store| {
        let academy = academy(&store).await;
        let waiting = pending(&academy, "waiting").await;
        let active = academy.create(person("active")).await;
        let acted = act(
            &academy.owner,
            Act::Approve { notify: true },
            &these(&[waiting, active]),
            None,
        )
        .await
        .unwrap();
        assert_eq!(acted.done, 1);
        assert_eq!(left(&acted), [(LeftOut::NotPending, 1)]);
        assert_eq!(acted.left[0].names, ["active Example"]);
        counters_hold(&store).await;
        let told = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'activation'";
        assert_eq!(count(&store, told).await, 1);

        act(&academy.owner, Act::Notify, &these(&[waiting]), None)
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
        let refused = act(
            &academy.owner,
            Act::Approve { notify: false },
            &these(&waiting),
            None,
        )
        .await;
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(ActRefused::CapReached { free: 1, wanted: 2 }))
            ),
            "{refused:?}"
        );
        act(
            &academy.owner,
            Act::Approve { notify: false },
            &these(&waiting[..1]),
            None,
        )
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

        let acted = act(&academy.owner, Act::Archive, &these(&[ada]), None)
            .await
            .unwrap();
        assert_eq!((acted.done, acted.seats), (1, 1));
        counters_hold(&store).await;
        assert!(
            sign_in::session(&store, &session, None).await.unwrap().is_none(),
            "out with the next request"
        );
        let refused =
            sign_in::sign_in(&store, "ada@example.org", Password::new(PASSWORD), device, None).await;
        assert!(refused.is_err());

        store.clock().advance(Span::minutes(1));
        let acted = act(
            &academy.owner,
            Act::Reactivate { seats: true },
            &these(&[ada]),
            None,
        )
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
        act(&academy.owner, Act::Archive, &these(&[ada]), None)
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
        let acted = act(
            &academy.owner,
            Act::Reactivate { seats: true },
            &these(&[ada]),
            None,
        )
        .await
        .unwrap();
        assert_eq!((acted.done, acted.seats), (1, 0));
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
            let denied = act(&administrator, Act::Archive, &these(&[target]), None).await;
            assert!(
                matches!(denied, Err(Failure::Denied(Denied::NotBelowYou))),
                "{denied:?}"
            );
        }
        let alone = act(
            &academy.owner,
            Act::Archive,
            &these(&[academy.owner.user()]),
            None,
        )
        .await;
        assert!(alone.is_err(), "the last owner stays");
        let acted = act(&administrator, Act::Archive, &these(&[peer, member]), None)
            .await
            .unwrap();
        assert_eq!((acted.done, left(&acted)), (1, vec![(LeftOut::NotBelowYou, 1)]));
        let nobody: UserId = store.random().id(store.now());
        let missing = act(&administrator, Act::Archive, &these(&[nobody]), None).await;
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
        let seen = preview(&academy.owner, &Act::Archive, &pick).await.unwrap();
        let acted = act(&academy.owner, Act::Archive, &pick, None).await.unwrap();
        assert_eq!((seen.count, acted.done), (15, 15));
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

        let refused = act(&academy.owner, Act::Delete, &both, Some(2)).await;
        assert!(matches!(
            refused,
            Err(Failure::Refused(ActRefused::Changed {
                confirmed: 2,
                would: 1
            }))
        ));
        let acted = act(&academy.owner, Act::Delete, &both, Some(1)).await.unwrap();
        assert_eq!((acted.done, left(&acted)), (1, vec![(LeftOut::HasAccessed, 1)]));
        counters_hold(&store).await;

        run(
            &store,
            sql("UPDATE organizations SET settings = '{\"erase_anyone\":true}'"),
        )
        .await;
        assert_eq!(
            act(&academy.owner, Act::Delete, &both, Some(1))
                .await
                .unwrap()
                .done,
            1
        );
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
