//! Delivery over SMTP to an independent server: each message at least once, and once unless a worker dies between sending and
//! writing that down.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

#[path = "../processes/mod.rs"]
mod processes;
mod smtp_server;
mod two_servers;

use domain::access::Role;
use domain::id::UserId;
use domain::messages::{LEASE, MessageFilter, MessageRow, MessageState};
use domain::time::Span;
use domain::users::{Email, NewUser, PasswordPlan, PersonName};
use server::mail::{Args, Mailer};
use server::workers::outbox;
use smtp_server::SmtpServer;
use std::collections::HashSet;
use std::path::PathBuf;
use store::messages::{self, Links, Prepared, Worker};
use store::testing::{each, owner, sqlite};
use store::{Requester, Store};

async fn queue(owner: &Requester, email: &str) -> UserId {
    let name = |text| PersonName::parse(text).unwrap();
    let new = NewUser {
        role: Role::Member,
        password: PasswordPlan::Activation,
        ..NewUser::named(name("Ada"), name("Lovelace"), Email::parse(email).unwrap())
    };
    store::users::create(owner.grant().unwrap(), new).await.unwrap()
}

fn mailer(url: String, smtp_ca: Option<PathBuf>) -> Mailer {
    let mail_from = Some("Example Academy <noreply@academy.example>".to_owned());
    Mailer::new(&Args {
        smtp_url: Some(url),
        mail_from,
        smtp_ca,
    })
    .unwrap()
}

fn plain(server: &SmtpServer) -> Mailer {
    mailer(format!("smtp://127.0.0.1:{}", server.port), None)
}

fn links() -> Links {
    Links::new("https://rollcall.example")
}

async fn drain(store: &Store, mailer: &Mailer) {
    let worker = Worker::new(store);
    while outbox::round(store, worker, mailer, &links()).await.unwrap() > 0 {}
}

async fn only(owner: &Requester) -> MessageRow {
    let mut rows = messages::list(owner.grant().unwrap(), &MessageFilter::default(), None, 50)
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

/// Messages that two processes share.
const COUNT: usize = 120;

#[tokio::test]
async fn a_message_arrives_with_both_forms_and_the_headers_that_mail_servers_want() {
    let server = SmtpServer::start(&[]);
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "ada@example.org").await;
        drain(&store, &plain(&server)).await;
        let taken = server.taken(1).await;
        assert_eq!(taken[0].from, "noreply@academy.example");
        assert_eq!(taken[0].to, ["ada@example.org"]);
        let source = taken[0].source();
        for header in [
            "Message-ID: <",
            "@academy.example>\r\n",
            "Date: Thu, 01 Jan 2026 12:00:00 +0000",
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/alternative",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
        ] {
            assert!(source.contains(header), "{header}\n{source}");
        }
        assert!(taken[0].text().contains("https://rollcall.example/activate/"));
        let row = only(&owner).await;
        assert_eq!(row.state, MessageState::Sent);
        assert_eq!(row.server_answer.as_deref(), Some("250 2.0.0 Taken"));
    })
    .await;
}

#[tokio::test]
async fn a_message_put_off_is_tried_again() {
    let server = SmtpServer::start(&[]);
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "later-2@example.org").await;
        let mailer = plain(&server);
        for minutes in [1, 4] {
            drain(&store, &mailer).await;
            let row = only(&owner).await;
            assert_eq!(row.state, MessageState::Queued);
            assert!(row.server_answer.unwrap().contains("Greylisted"));
            store.clock().advance(Span::minutes(minutes));
        }
        drain(&store, &mailer).await;
        assert_eq!(only(&owner).await.state, MessageState::Sent);
        assert_eq!(server.taken(1).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_refused_message_is_given_up_with_the_servers_words() {
    let server = SmtpServer::start(&[]);
    for (email, words) in [
        ("nobody@example.org", "No such user here"),
        ("whole@example.org", "Not this message"),
    ] {
        sqlite(async |store| {
            let owner = owner(&store).await;
            queue(&owner, email).await;
            drain(&store, &plain(&server)).await;
            let row = only(&owner).await;
            assert_eq!(row.state, MessageState::Failed, "{row:?}");
            assert!(row.server_answer.unwrap().contains(words));
        })
        .await;
    }
}

#[tokio::test]
async fn a_connection_lost_in_the_middle_of_a_message_loses_nothing() {
    let server = SmtpServer::start(&[]);
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "drop-1@example.org").await;
        let mailer = plain(&server);
        drain(&store, &mailer).await;
        assert_eq!(only(&owner).await.state, MessageState::Queued);
        store.clock().advance(Span::minutes(1));
        drain(&store, &mailer).await;
        assert_eq!(only(&owner).await.state, MessageState::Sent);
        assert_eq!(server.taken(1).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_is_down_loses_nothing() {
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "ada@example.org").await;
        drain(&store, &mailer("smtp://127.0.0.1:1".to_owned(), None)).await;
        assert_eq!(only(&owner).await.state, MessageState::Queued);
        let server = SmtpServer::start(&[]);
        store.clock().advance(Span::minutes(1));
        drain(&store, &plain(&server)).await;
        assert_eq!(server.taken(1).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_worker_killed_between_sending_and_writing_it_down_has_it_sent_once_more() {
    let server = SmtpServer::start(&[]);
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "ada@example.org").await;
        let mailer = plain(&server);
        let dead = Worker::new(&store);
        let claimed = messages::claim(&store, dead, 1).await.unwrap().remove(0);
        let prepared = messages::prepare(&store, dead, &claimed, &links(), true)
            .await
            .unwrap();
        let Prepared::Ready(outgoing) = prepared else {
            panic!("{prepared:?}")
        };
        mailer.send(&outgoing, store.now()).await;

        drain(&store, &mailer).await;
        assert_eq!(
            server.taken(1).await.len(),
            1,
            "nobody takes over while the lease lasts"
        );
        store.clock().advance(LEASE);
        drain(&store, &mailer).await;
        drain(&store, &mailer).await;
        let taken = server.taken(2).await;
        assert_eq!(taken.len(), 2);
        let id = |n: usize| {
            taken[n]
                .source()
                .lines()
                .find(|line| line.starts_with("Message-ID"))
                .map(str::to_owned)
        };
        assert_ne!(
            id(0),
            id(1),
            "a receiver that drops repeated ids would drop the link that works"
        );
        assert_eq!(only(&owner).await.state, MessageState::Sent);
    })
    .await;
}

#[tokio::test]
async fn several_workers_share_an_outbox_and_send_each_message_once() {
    let server = SmtpServer::start(&[]);
    each(async |store| {
        let before = server.taken(0).await.len();
        let owner = owner(&store).await;
        for n in 0..COUNT {
            queue(&owner, &format!("n{n}@example.org")).await;
        }
        let mailer = plain(&server);
        tokio::join!(
            drain(&store, &mailer),
            drain(&store, &mailer),
            drain(&store, &mailer)
        );
        let taken = server.taken(before + COUNT).await.split_off(before);
        let recipients: HashSet<_> = taken.iter().flat_map(|message| &message.to).collect();
        assert_eq!((taken.len(), recipients.len()), (COUNT, COUNT));
    })
    .await;
}

#[tokio::test]
async fn starttls_is_used_with_a_certificate_that_is_trusted_and_nothing_is_said_without() {
    let server = SmtpServer::start(&["--tls", "tls/certificate.pem", "tls/key.pem"]);
    let certificate = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/mail/tls/certificate.pem"
    ));
    let url = format!("smtp://localhost:{}?tls=required", server.port);
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "ada@example.org").await;
        drain(&store, &mailer(url.clone(), None)).await;
        let row = only(&owner).await;
        assert_eq!(
            row.state,
            MessageState::Queued,
            "a stranger's certificate: {row:?}"
        );
        store.clock().advance(Span::minutes(1));
        drain(&store, &mailer(url.clone(), Some(certificate.clone()))).await;
        let taken = server.taken(1).await;
        assert!(taken[0].tls);
        assert_eq!(taken.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_for_the_mail_server_gives_no_message_up() {
    let server = SmtpServer::start(&["--auth"]);
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "ada@example.org").await;
        let url = |password: &str| format!("smtp://rollcall:{password}@127.0.0.1:{}", server.port);
        drain(&store, &mailer(url("wrong"), None)).await;
        let row = only(&owner).await;
        assert_eq!(row.state, MessageState::Queued, "{row:?}");
        store.clock().advance(Span::minutes(1));
        drain(&store, &mailer(url("right"), None)).await;
        assert_eq!(server.taken(1).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn without_a_mail_server_messages_are_kept_to_be_read() {
    sqlite(async |store| {
        let owner = owner(&store).await;
        queue(&owner, "ada@example.org").await;
        drain(&store, &Mailer::new(&Args::default()).unwrap()).await;
        let row = only(&owner).await;
        assert_eq!(row.state, MessageState::Kept);
        let view = messages::open(owner.grant().unwrap(), row.id).await.unwrap();
        assert_eq!(
            view.subject.as_deref(),
            Some("Activate your account at My organization")
        );
    })
    .await;
}
