//! `check` finds nothing in sound data, and names what is wrong in broken data.

#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use domain::audit::{Action, TargetKind};
use domain::time::Span;
use store::check::{check, check_search_index};
use store::demo::{self, Demo};
use store::secrets::{self, Purpose, Subject};
use store::testing::each;
use store::{Actor, Change, Entry, Store, sign_in, sql};

async fn academy(store: &Store) {
    demo::load(store, Demo { users: 300, seed: 3 }, |_| {})
        .await
        .unwrap();
}

/// Writes past all rules of the product, as a bug or a stranger's tool would.
async fn write(store: &Store, statement: &'static str) {
    let mut tx = store.db().begin().await.unwrap();
    let rows = sql(statement).execute(&mut tx).await.unwrap();
    assert!(rows > 0, "changed nothing: {statement}");
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_demo_academy_is_sound() {
    each(async |store| {
        academy(&store).await;
        let report = check(&store).await.unwrap();
        assert!(report.is_sound(), "{:#?}", report.findings);
        assert!(report.rows > 3_000, "{}", report.rows);
        assert!(check_search_index(&store).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn an_empty_database_is_sound() {
    each(async |store| assert!(check(&store).await.unwrap().is_sound())).await;
}

/// Where it is seen, and what breaks it. Each breaks rows of its own, so that one does not hide another.
const BREAKS: [(&str, &str, &str); 26] = [
    (
        "users",
        "email",
        "UPDATE users SET email = 'nobody' WHERE username_key = 'support@demo.example'",
    ),
    (
        "users",
        "search_text",
        "UPDATE users SET search_text = 'x' WHERE role = 'owner'",
    ),
    (
        "users",
        "sort_name",
        "UPDATE users SET sort_name = 'x' WHERE role = 'owner'",
    ),
    (
        "users",
        "email_key",
        "UPDATE users SET email_key = NULL WHERE role = 'owner'",
    ),
    (
        "users",
        "password_hash",
        "UPDATE users SET password_hash = 'rollcall-demo' WHERE role = 'administrator'",
    ),
    (
        "users",
        "archived_at",
        "UPDATE users SET archived_at = NULL WHERE state = 'archived'",
    ),
    (
        "users",
        "deletion_date",
        "UPDATE users SET deletion_date = 'soon' WHERE username_key = 'member@demo.example'",
    ),
    (
        "organizations",
        "settings",
        "UPDATE organizations SET settings = '{\"invitation_days\": \"x\"}'",
    ),
    (
        "user_counts",
        "users",
        "UPDATE user_counts SET users = users + 1 WHERE state = 'active'",
    ),
    (
        "user_counts",
        "users",
        "DELETE FROM user_counts WHERE state = 'pending'",
    ),
    (
        "user_counts",
        "billable",
        "UPDATE user_counts SET billable = billable + 1 WHERE state = 'active'",
    ),
    (
        "license_days",
        "used",
        "UPDATE license_days SET used = used + 1 WHERE license_id IN (SELECT id FROM licenses WHERE reference = 'SKILLS-2026')",
    ),
    (
        "licenses",
        "allocated",
        "UPDATE licenses SET allocated = allocated - 1 WHERE reference = 'SAFETY-2026'",
    ),
    (
        "licenses",
        "reserved",
        "UPDATE licenses SET reserved = reserved + 1 WHERE reference = 'SAFETY-2026'",
    ),
    (
        "licenses",
        "valid_to",
        "UPDATE licenses SET valid_to = '1999-01-01' WHERE reference = 'SKILLS-2026'",
    ),
    ("seats", "id", "DELETE FROM seat_ledger WHERE kind = 'started'"),
    (
        "seats",
        "started_at",
        "UPDATE seats SET allocated_at = started_at, started_at = allocated_at WHERE started_at > allocated_at",
    ),
    (
        "seat_ledger",
        "seat_id",
        "UPDATE seat_ledger SET seat_id = license_id WHERE kind = 'returned'",
    ),
    (
        "seat_ledger",
        "invitation_id",
        "UPDATE seat_ledger SET invitation_id = NULL WHERE kind = 'reserved'",
    ),
    (
        "enrollments",
        "seat_id",
        "UPDATE enrollments SET seat_id = (SELECT id FROM seats ORDER BY id LIMIT 1) WHERE seat_id IS NOT NULL",
    ),
    (
        "training_records",
        "user_id",
        "UPDATE training_records SET user_id = id",
    ),
    (
        "invitations",
        "ended_at",
        "UPDATE invitations SET ended_at = NULL WHERE state = 'canceled'",
    ),
    (
        "invitations",
        "seat_reserved",
        "UPDATE invitations SET seat_reserved = TRUE WHERE state = 'accepted'",
    ),
    (
        "messages",
        "kind",
        "UPDATE messages SET kind = 'spam' WHERE state = 'failed'",
    ),
    (
        "audit",
        "action",
        "UPDATE audit SET action = 'users.vanished' WHERE action = 'users.created'",
    ),
    (
        "courses",
        "reference_key",
        "UPDATE courses SET reference_key = 'X' WHERE reference = 'FORKLIFT'",
    ),
];

#[tokio::test]
async fn what_is_wrong_is_named() {
    each(async |store| {
        academy(&store).await;
        for (_, _, statement) in BREAKS {
            write(&store, statement).await;
        }
        write(&store, "UPDATE users SET role = 'member' WHERE role = 'owner'").await;
        let report = check(&store).await.unwrap();
        let found = |table: &str, column: &str| {
            report
                .findings
                .iter()
                .any(|f| f.table == table && f.column == column)
        };
        for (table, column, statement) in BREAKS {
            assert!(found(table, column), "not found: {statement}");
        }
        assert!(found("organizations", "id"), "an organization without an owner");
        assert!(report.findings.iter().all(|finding| !finding.id.is_empty()));
    })
    .await;
}

#[tokio::test]
async fn a_secret_in_clear_is_found_in_texts_that_stay() {
    each(async |store| {
        academy(&store).await;
        let user = sign_in::requester_at_command_line(&store, "member@demo.example").await.unwrap().unwrap();
        let mut open = store.write(user.organization(), Actor::System).await.unwrap();
        let subject = Subject { user: Some(user.user()), ..Subject::default() };
        let token =
            secrets::mint(&mut open, store.random(), Purpose::Reset, subject, Span::hours(1)).await.unwrap();
        let entry = Entry::new(Action::PasswordChanged, TargetKind::User, user.user());
        open.commit(Change::of((), entry)).await.unwrap();

        let link = format!("Open http://desk.example/reset/{} now.", token.expose());
        let other = format!("Open http://desk.example/reset/{} now.", "x".repeat(43));
        for (text, seen) in [(other, 0), (link, 1)] {
            let mut tx = store.db().begin().await.unwrap();
            let update = sql("UPDATE messages SET body_text = $1 WHERE id = (SELECT id FROM messages WHERE state = 'sent' LIMIT 1)");
            update.bind(text).execute(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
            let found = check(&store).await.unwrap().findings;
            assert_eq!(found.len(), seen, "{found:#?}");
            assert!(found.iter().all(|f| f.table == "messages" && f.column == "body_text"), "{found:#?}");
        }
    })
    .await;
}
