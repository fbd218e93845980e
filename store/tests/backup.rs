//! A backup is whole and consistent, though others write while it is made.

#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use domain::audit::{Action, TargetKind};
use domain::time::Span;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::backup::{backup, postgres_program};
use store::check::{check, check_search_index};
use store::demo::{self, Demo};
use store::testing::{NOW, count, each};
use store::{Actor, Change, Clock, Entry, Kind, Random, Requester, Store, sign_in, sql, users};

async fn owner(store: &Store) -> Requester {
    sign_in::requester_at_command_line(store, "owner@demo.example")
        .await
        .unwrap()
        .unwrap()
}

/// Moves a user between states, with the counters, again and again until told to stop; returns how often.
async fn write_on(store: Store, stop: Arc<AtomicBool>) -> u32 {
    use domain::users::UserState::{Active, Archived};
    let organization = owner(&store).await.organization();
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        let mut write = store.write(organization, Actor::System).await.unwrap();
        let (update, change) = if written % 2 == 0 {
            (
                "UPDATE users SET state = 'archived', archived_at = $1 WHERE email_key = 'member@demo.example'",
                1,
            )
        } else {
            (
                "UPDATE users SET state = 'active', archived_at = NULL WHERE email_key = 'member@demo.example' AND $1 = $1",
                -1,
            )
        };
        sql(update)
            .bind(store.now() + Span::seconds(1))
            .execute(&mut write)
            .await
            .unwrap();
        users::count(&mut write, &[(Active, -change), (Archived, change)])
            .await
            .unwrap();
        let entry = Entry::new(Action::UserArchived, TargetKind::Organization, organization);
        write.commit(Change::of((), entry)).await.unwrap();
        written += 1;
        tokio::task::yield_now().await;
    }
    written
}

/// Opens a backup as a database of its own.
async fn opened(file: &Path, kind: Kind) -> (Store, Option<String>) {
    if kind == Kind::Sqlite {
        let url = format!("sqlite:{}", file.display());
        return (
            Store::connect(&url, Clock::set_to(NOW), Random::System)
                .await
                .unwrap(),
            None,
        );
    }
    let server = std::env::var("ROLLCALL_TEST_POSTGRES").unwrap();
    let name = format!("restored_{}", std::process::id());
    let (base, _) = server.rsplit_once('/').unwrap();
    let status = std::process::Command::new(postgres_program("createdb").unwrap())
        .args(["--maintenance-db", &server, &name])
        .status()
        .unwrap();
    assert!(status.success());
    let url = format!("{base}/{name}");
    let status = std::process::Command::new(postgres_program("pg_restore").unwrap())
        .args(["--no-owner", "--exit-on-error", "--dbname", &url])
        .arg(file)
        .status()
        .unwrap();
    assert!(status.success());
    (
        Store::connect(&url, Clock::set_to(NOW), Random::System)
            .await
            .unwrap(),
        Some(name),
    )
}

fn place(kind: Kind) -> PathBuf {
    std::env::temp_dir().join(format!("rollcall-backup-{}-{kind:?}", std::process::id()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_others_write_is_sound() {
    each(async |store| {
        demo::load(
            &store,
            Demo {
                users: 2_000,
                seed: 5,
            },
            |_| {},
        )
        .await
        .unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let writer = tokio::spawn(write_on(store.clone(), Arc::clone(&stop)));
        let kind = store.db().kind();
        let file = place(kind);
        let bytes = backup(&store, &file).await.unwrap();
        stop.store(true, Ordering::Relaxed);
        assert!(writer.await.unwrap() > 0, "somebody wrote meanwhile");
        assert_eq!(bytes, std::fs::metadata(&file).unwrap().len());

        let (copy, restored) = opened(&file, kind).await;
        let report = check(&copy).await.unwrap();
        assert!(report.is_sound(), "{:#?}", report.findings);
        assert!(check_search_index(&copy).await.unwrap().is_sound());
        assert_eq!(count(&copy, "SELECT COUNT(*) AS value FROM users").await, 2_000);
        copy.db().close().await;
        if let Some(name) = restored {
            let server = std::env::var("ROLLCALL_TEST_POSTGRES").unwrap();
            let mut drop = std::process::Command::new(postgres_program("dropdb").unwrap());
            assert!(
                drop.args(["--maintenance-db", &server, &name])
                    .status()
                    .unwrap()
                    .success()
            );
        }
        std::fs::remove_file(file).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_file_that_exists_is_left_alone() {
    each(async |store| {
        let file = std::env::temp_dir().join(format!("rollcall-taken-{}", std::process::id()));
        std::fs::write(&file, "precious").unwrap();
        let refused = backup(&store, &file).await.unwrap_err();
        assert!(refused.to_string().contains("exists already"), "{refused}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
        std::fs::remove_file(file).unwrap();
    })
    .await;
}
