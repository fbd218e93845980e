//! Taking seats back.

use crate::academy::{Academy, done};
use domain::licenses::{LedgerKind, LicenseKind, Pick, SeatStays, SeatsRefused};
use domain::time::Span;
use domain::users::UserFilter;
use store::testing::{count, each};
use store::{Failure, licenses};

const OPEN: &str = "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL";
const RECORDS: &str = "SELECT COUNT(*) AS value FROM training_records";

#[tokio::test]
async fn a_started_seat_of_a_standard_license_stays() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(3).await;
        let license = academy.license(LicenseKind::Standard, 3).await;
        academy.give(license, &users).await.unwrap();
        assert!(academy.start(license, users[0]).await);
        assert!(!academy.start(license, users[0]).await, "a seat starts once");

        let moved = academy.take_back(license, &users[..2]).await.unwrap();
        assert_eq!(
            (moved.moved, moved.left, moved.seats.free()),
            (1, vec![users[0]], 1)
        );
        let refused = academy.take_back(license, &users[..1]).await.unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(SeatsRefused::Stay(SeatStays::Started))),
            "{refused:?}"
        );
        let nobody = academy.take_back(license, &users[1..2]).await.unwrap_err();
        assert!(
            matches!(nobody, Failure::Refused(SeatsRefused::Nobody)),
            "{nobody:?}"
        );
        assert_eq!((count(&store, OPEN).await, count(&store, RECORDS).await), (4, 0));
    })
    .await;
}

#[tokio::test]
async fn a_reusable_seat_returns_and_the_training_record_stays() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(2).await;
        let license = academy.license(LicenseKind::Reusable, 2).await;
        let clock = store.clock().clone();
        academy.give(license, &users).await.unwrap();
        clock.advance(Span::minutes(1));
        academy.start(license, users[0]).await;
        clock.advance(Span::minutes(1));
        let all = Pick::Matching(UserFilter::default());
        let moved = licenses::take_back(academy.manage(), license, all).await.unwrap();
        assert_eq!((moved.moved, moved.seats.free()), (2, 2));
        assert_eq!((count(&store, OPEN).await, count(&store, RECORDS).await), (0, 1));

        let lines = licenses::history(academy.view(), license, users[0])
            .await
            .unwrap();
        let kinds: Vec<_> = lines.iter().map(|line| line.kind).collect();
        assert_eq!(
            kinds,
            [LedgerKind::Returned, LedgerKind::Started, LedgerKind::Allocated]
        );
        assert_eq!(
            lines[0].actor,
            Some((academy.owner.user(), Some("owner Owner".to_owned())))
        );
    })
    .await;
}

#[tokio::test]
async fn a_course_that_another_seat_opens_goes_on() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(1).await;
        let first = academy.license(LicenseKind::Reusable, 1).await;
        let second = academy.license(LicenseKind::Standard, 1).await;
        academy.give(first, &users).await.unwrap();
        academy.give(second, &users).await.unwrap();
        academy.take_back(first, &users).await.unwrap();
        assert_eq!(count(&store, OPEN).await, 2);
        academy.take_back(second, &users).await.unwrap();
        assert_eq!(count(&store, OPEN).await, 0);
    })
    .await;
}

#[tokio::test]
async fn seats_of_those_who_leave_return_as_their_kind_allows() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(2).await;
        let standard = academy.license(LicenseKind::Standard, 2).await;
        let reusable = academy.license(LicenseKind::Reusable, 2).await;
        for license in [standard, reusable] {
            academy.give(license, &users).await.unwrap();
            academy.start(license, users[0]).await;
        }
        let mut write = store
            .write(academy.owner.organization(), academy.owner.actor())
            .await
            .unwrap();
        let returned = licenses::return_seats(&mut write, &users, "user archived")
            .await
            .unwrap();
        done(write, academy.courses[0]).await;
        assert_eq!(returned, 3);
        assert_eq!(academy.seats(standard).await.allocated, 1);
        assert_eq!(academy.seats(reusable).await.allocated, 0);
    })
    .await;
}
