//! Stores for tests: every behaviour is tried on both databases.
//!
//! [`each`] runs a test on a fresh SQLite file and on a fresh PostgreSQL database. PostgreSQL is found by
//! `ROLLCALL_TEST_POSTGRES`, which `cargo xtask test` sets to a server of its own; without it the test fails rather than
//! pass unseen.

use crate::environment::{Clock, Random};
use crate::sql::sql;
use crate::{Requester, Store, owner, sign_in};
use domain::time::Timestamp;
use domain::users::{Email, Password};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where the clocks of test stores stand at first: 2026-01-01 12:00 UTC.
pub const NOW: Timestamp = Timestamp::from_micros(1_767_268_800_000_000);

/// The password of accounts that tests make.
pub const PASSWORD: &str = "correct horse battery";

/// Runs a test on both databases, each migrated and empty, with a settable clock and a seeded source of ids.
///
/// # Panics
/// When a database cannot be made: that is a failed test.
pub async fn each<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    sqlite(&test).await;
    postgres(|store, _| test(store)).await;
}

/// Runs a test on PostgreSQL alone, where several processes share a database; it is told the database's address.
///
/// # Panics
/// When the database cannot be made: that is a failed test.
#[expect(clippy::unwrap_used, reason = "test support: a failure here is a failed test")]
pub async fn postgres<F: Future<Output = ()>>(test: impl Fn(Store, String) -> F) {
    let server = std::env::var("ROLLCALL_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!("ROLLCALL_TEST_POSTGRES is not set: run `cargo xtask test`, or set it to a server's postgres:// URL")
    });
    let name = format!("test_{}_{}", std::process::id(), unique());
    let admin = Store::connect(&server, Clock::System, Random::System)
        .await
        .unwrap();
    crate::sql::sql_for_tests(format!("CREATE DATABASE {name}"))
        .execute(&mut admin.read().await.unwrap())
        .await
        .unwrap();
    let url = server
        .rsplit_once('/')
        .map(|(base, _)| format!("{base}/{name}"))
        .unwrap();
    run(&url, &|store| test(store, url.clone())).await;
    crate::sql::sql_for_tests(format!("DROP DATABASE {name} WITH (FORCE)"))
        .execute(&mut admin.read().await.unwrap())
        .await
        .unwrap();
    admin.db().close().await;
}

/// Runs a test on SQLite alone, where the database is not what is tested.
pub async fn sqlite<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    let directory = tempdir();
    let url = format!("sqlite:{}/test.sqlite3", directory.display());
    run(&url, &test).await;
    let _ = std::fs::remove_dir_all(directory);
}

#[expect(clippy::unwrap_used, reason = "test support: a failure here is a failed test")]
async fn run<F: Future<Output = ()>>(url: &str, test: &impl Fn(Store) -> F) {
    let store = Store::connect(url, Clock::set_to(NOW), Random::seeded(unique()))
        .await
        .unwrap();
    store.db().migrate().await.unwrap();
    test(store.clone()).await;
    store.db().close().await;
}

/// A set-up organization with its owner, `owner@example.org`.
///
/// # Panics
/// When it cannot be made: that is a failed test.
#[expect(clippy::unwrap_used, reason = "test support: a failure here is a failed test")]
pub async fn owner(store: &Store) -> Requester {
    let email = Email::parse("owner@example.org").unwrap();
    owner::make_or_reset(store, email, Password::new(PASSWORD))
        .await
        .unwrap();
    sign_in::requester_at_command_line(store, "owner@example.org")
        .await
        .unwrap()
        .unwrap()
}

/// The rows of a table, counted.
///
/// # Panics
/// When the statement fails: that is a failed test.
#[expect(clippy::unwrap_used, reason = "test support: a failure here is a failed test")]
pub async fn count(store: &Store, statement: &'static str) -> i64 {
    let (count,): (i64,) = sql(statement)
        .fetch_one(&mut store.read().await.unwrap())
        .await
        .unwrap();
    count
}

fn unique() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[expect(clippy::unwrap_used, reason = "test support: a failure here is a failed test")]
fn tempdir() -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("rollcall-test-{}-{}", std::process::id(), unique()));
    std::fs::create_dir_all(&path).unwrap();
    path
}
