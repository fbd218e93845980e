//! Measuring measures what it says, on a small scale; how fast it is fails nothing.

#![allow(clippy::unwrap_used, reason = "a failure is a failed test")]

use store::bench::{Size, imports, moves};
use store::testing::{count, each};

const SMALL: Size = Size {
    users: 300,
    rows: 200,
    moved: 40,
};

#[tokio::test]
async fn the_floor_of_an_import_is_the_same_rows_once_more() {
    each(async |store| {
        let figures = imports(&store, SMALL).await.unwrap();
        assert!(
            figures
                .iter()
                .any(|figure| figure.note.contains("200 of them users")),
            "{figures:#?}"
        );
        for (statement, rows) in [
            (
                "SELECT COUNT(*) AS value FROM users WHERE email LIKE 'p%@bench.example'",
                400,
            ),
            ("SELECT COUNT(*) AS value FROM import_rows", 400),
            (
                "SELECT COUNT(*) AS value FROM messages WHERE recipient LIKE 'p%@bench.example'",
                400,
            ),
            ("SELECT COUNT(*) AS value FROM organizations", 2),
        ] {
            assert_eq!(count(&store, statement).await, rows, "{statement}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_floor_of_giving_seats_leaves_the_same_rows() {
    each(async |store| {
        let figures = moves(&store, SMALL).await.unwrap();
        assert_eq!(figures.len(), 2);
        // A seat, its ledger line, an enrollment and an audit entry each.
        assert_eq!(figures.first().unwrap().note, "160 rows written");
        assert_eq!(
            count(
                &store,
                "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.archived'"
            )
            .await,
            40
        );
    })
    .await;
}
