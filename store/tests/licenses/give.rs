//! Giving seats.

use crate::academy::Academy;
use domain::id::CourseId;
use domain::licenses::{Give, LicenseKind, Pick, Seats, SeatsRefused};
use domain::time::Span;
use domain::users::{Cursor, UserFilter};
use store::testing::{count, each};
use store::{Failure, licenses};

#[tokio::test]
async fn many_get_a_seat_with_the_courses_an_entry_and_a_line_each() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(5).await;
        let license = academy.license(LicenseKind::Standard, 10).await;
        let moved = academy.give(license, &users[..3]).await.unwrap();
        assert_eq!((moved.moved, moved.left, moved.seats.free()), (3, vec![], 7));
        assert_eq!(
            count(
                &store,
                "SELECT COUNT(*) AS value FROM enrollments WHERE seat_id IS NOT NULL"
            )
            .await,
            6
        );
        let entries = "SELECT COUNT(*) AS value FROM audit WHERE action = 'licenses.seat_allocated'";
        assert_eq!(count(&store, entries).await, 3);

        let again = academy.give(license, &users[1..]).await.unwrap();
        assert_eq!(
            (again.moved, again.left),
            (2, users[1..3].to_vec()),
            "who holds a seat is passed over"
        );
        let nobody = academy.give(license, &users).await.unwrap_err();
        assert!(
            matches!(nobody, Failure::Refused(SeatsRefused::Nobody)),
            "{nobody:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn only_the_chosen_courses_are_opened() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(1).await;
        let license = academy.license(LicenseKind::Standard, 1).await;
        let give = |course| Give {
            to: Pick::These(users.clone()),
            courses: vec![course],
        };
        let foreign: CourseId = "00000000-0000-7000-8000-000000000000".parse().unwrap();
        let refused = licenses::give(academy.manage(), license, give(foreign))
            .await
            .unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(SeatsRefused::Courses)),
            "{refused:?}"
        );
        licenses::give(academy.manage(), license, give(academy.courses[1]))
            .await
            .unwrap();
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM enrollments").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn too_few_seats_give_none_and_name_those_never_started() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(6).await;
        let license = academy.license(LicenseKind::Standard, 3).await;
        academy.give(license, &users[..2]).await.unwrap();
        academy.start(license, users[0]).await;
        let Failure::Refused(SeatsRefused::Short { short, idle }) =
            academy.give(license, &users[2..]).await.unwrap_err()
        else {
            panic!("not short")
        };
        assert_eq!((short, idle.count, idle.first[0].user), (3, 1, users[1]));
        let seats = Seats {
            purchased: 3,
            allocated: 2,
            reserved: 0,
        };
        assert_eq!(academy.seats(license).await, seats);
    })
    .await;
}

#[tokio::test]
async fn a_license_that_is_over_gives_nothing() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(1).await;
        let license = academy.license(LicenseKind::Reusable, 3).await;
        licenses::archive(academy.manage(), license).await.unwrap();
        let archived = academy.give(license, &users).await.unwrap_err();
        assert!(
            matches!(archived, Failure::Refused(SeatsRefused::Over)),
            "{archived:?}"
        );
        licenses::unarchive(academy.manage(), license).await.unwrap();
        let clock = store.clock().clone();
        clock.advance(Span::days(365));
        let ended = academy.give(license, &users).await.unwrap_err();
        assert!(matches!(ended, Failure::Refused(SeatsRefused::Over)), "{ended:?}");
    })
    .await;
}

#[tokio::test]
async fn all_that_match_get_one_but_for_those_who_have_it() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(4).await;
        let license = academy.license(LicenseKind::Standard, 10).await;
        academy.give(license, &users[..1]).await.unwrap();
        let matching = Give {
            to: Pick::Matching(UserFilter {
                search: "learner".into(),
                ..UserFilter::default()
            }),
            courses: Vec::new(),
        };
        let moved = licenses::give(academy.manage(), license, matching).await.unwrap();
        assert_eq!((moved.moved, moved.seats.allocated), (3, 4));

        let holders = async |after: Option<&Cursor>| {
            let part = licenses::roster::<SeatsRefused>(academy.view(), license, after);
            let part = part.await.unwrap().unwrap();
            assert_eq!(part.next, None);
            let entries = part.people.entries().unwrap().into_iter();
            let holders = entries.filter(|entry| entry.seat.is_some());
            holders.map(|entry| entry.user).collect::<Vec<_>>()
        };
        assert_eq!(holders(None).await, users, "by name, and the owner holds none");
        let second = Cursor {
            key: "learner1 lea".into(),
            id: users[1],
        };
        assert_eq!(holders(Some(&second)).await, users[2..]);
        let filter = UserFilter::default();
        let side = licenses::Side::Others;
        let others = licenses::people::<SeatsRefused>(academy.view(), license, side, &filter)
            .await
            .unwrap();
        assert_eq!((others.count, others.shown.count()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn rivals_for_the_last_seats_get_exactly_those() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(16).await;
        let license = academy.license(LicenseKind::Standard, 5).await;
        let rivals = users
            .iter()
            .map(|user| academy.give(license, std::slice::from_ref(user)));
        let outcomes = futures::future::join_all(rivals).await;
        let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let short = |outcome: &&Result<_, _>| {
            matches!(
                outcome,
                Err(Failure::Refused(SeatsRefused::Short { short: 1, .. }))
            )
        };
        assert_eq!((won, outcomes.iter().filter(short).count()), (5, 11));
        assert_eq!(academy.seats(license).await.allocated, 5);
    })
    .await;
}
