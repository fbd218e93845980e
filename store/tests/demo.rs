//! The demo academy: whole, the same every time, and only in an empty database.

#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use domain::users::Password;
use store::demo::{self, Demo, DemoRefused, PASSWORD, STAFF};
use store::sign_in::{self, Device};
use store::testing::{count, each, owner};
use store::{Failure, Store};

const SMALL: Demo = Demo { users: 300, seed: 7 };

async fn load(store: &Store, demo: Demo) {
    demo::load(store, demo, |_| {}).await.unwrap();
}

#[tokio::test]
async fn everybody_of_the_staff_can_sign_in() {
    each(async |store| {
        load(&store, SMALL).await;
        for staff in STAFF {
            let device = Device {
                address: None,
                user_agent: None,
            };
            let signed_in = sign_in::sign_in(&store, &staff.email(), Password::new(PASSWORD), device, None)
                .await
                .unwrap();
            let role = sign_in::requester_at_command_line(&store, &staff.email())
                .await
                .unwrap()
                .unwrap()
                .standing()
                .role;
            assert_eq!(
                (signed_in.must_change_password, role),
                (false, staff.role),
                "{}",
                staff.name
            );
        }
    })
    .await;
}

#[tokio::test]
async fn every_state_is_among_a_few_hundred_people() {
    each(async |store| {
        load(&store, SMALL).await;
        for (what, statement, at_least) in [
            ("users", "SELECT COUNT(*) AS value FROM users", 300),
            ("pending", "SELECT COUNT(*) AS value FROM users WHERE state = 'pending'", 3),
            ("archived", "SELECT COUNT(*) AS value FROM users WHERE state = 'archived'", 10),
            ("never here", "SELECT COUNT(*) AS value FROM users WHERE state = 'active' AND first_sign_in_at IS NULL", 10),
            ("not notified", "SELECT COUNT(*) AS value FROM users WHERE state = 'active' AND notified_at IS NULL", 5),
            ("leaving", "SELECT COUNT(*) AS value FROM users WHERE deletion_date IS NOT NULL", 3),
            ("without email", "SELECT COUNT(*) AS value FROM users WHERE email IS NULL", 3),
            ("courses", "SELECT COUNT(*) AS value FROM courses", 6),
            ("lessons", "SELECT COUNT(*) AS value FROM lessons", 18),
            ("bundles", "SELECT COUNT(*) AS value FROM bundles", 2),
            ("events", "SELECT COUNT(*) AS value FROM events", 1),
            ("sessions", "SELECT COUNT(*) AS value FROM program_sessions", 2),
            ("licenses", "SELECT COUNT(*) AS value FROM licenses", 4),
            ("overdue", "SELECT COUNT(*) AS value FROM enrollments WHERE completed_at IS NULL AND due_date < '2026-01-01'", 5),
            ("records", "SELECT COUNT(*) AS value FROM training_records", 20),
            ("activity", "SELECT COUNT(*) AS value FROM activity_days", 500),
            ("submissions", "SELECT COUNT(*) AS value FROM submissions", 5),
            ("invitation states", "SELECT COUNT(DISTINCT state) AS value FROM invitations", 5),
            ("message states", "SELECT COUNT(DISTINCT state) AS value FROM messages", 4),
            ("audit", "SELECT COUNT(*) AS value FROM audit", 50),
        ] {
            assert!(count(&store, statement).await >= at_least, "{what}: {}", count(&store, statement).await);
        }
        let free = "SELECT purchased - allocated - reserved AS value FROM licenses WHERE reference = 'PRIVACY-2026'";
        assert_eq!(count(&store, free).await, 3, "one license is nearly full");
    })
    .await;
}

#[tokio::test]
async fn the_same_seed_gives_the_same_academy() {
    let mut sums = Vec::new();
    for _ in 0..2 {
        let sums = &mut sums;
        let seen = std::sync::Mutex::new(Vec::new());
        each(async |store| {
            load(&store, SMALL).await;
            let seconds = count(
                &store,
                "SELECT CAST(SUM(seconds) AS BIGINT) AS value FROM activity_days",
            )
            .await;
            let letters = count(
                &store,
                "SELECT CAST(SUM(LENGTH(search_text)) AS BIGINT) AS value FROM users",
            )
            .await;
            seen.lock().unwrap().push((seconds, letters));
        })
        .await;
        sums.extend(seen.into_inner().unwrap());
    }
    assert!(sums.windows(2).all(|pair| pair[0] == pair[1]), "{sums:?}");
}

#[tokio::test]
async fn a_database_in_use_is_left_alone() {
    each(async |store| {
        owner(&store).await;
        let refused = demo::load(&store, SMALL, |_| {}).await.unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(DemoRefused::NotEmpty)),
            "{refused:?}"
        );
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM users").await, 1);
    })
    .await;
}
