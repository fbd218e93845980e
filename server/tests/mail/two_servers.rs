//! Two server processes, started as an operator starts them, share the outbox of one PostgreSQL database.

use super::processes::Server;
use super::smtp_server::SmtpServer;
use domain::audit::{Action, TargetKind};
use domain::messages::MessageKind;
use domain::users::{Email, Language};
use serde_json::json;
use std::collections::HashSet;
use std::time::Duration;
use store::testing::{count, owner, postgres};
use store::{Change, Entry, NewMessage, Requester};

/// Messages in the outbox when the processes start.
const COUNT: usize = 5_000;

fn start(database: &str, mail: &SmtpServer) -> Server {
    let url = format!("smtp://127.0.0.1:{}", mail.port);
    Server::start(
        database,
        &["--smtp-url", &url, "--mail-from", "noreply@academy.example"],
    )
}

async fn fill(owner: &Requester) {
    let message = |n: usize| NewMessage {
        kind: MessageKind::Test,
        user: Some(owner.user()),
        invitation: None,
        recipient: Email::parse(&format!("n{n}@example.org")).unwrap(),
        language: Language::ALL[n % 4],
        detail: json!({}),
    };
    let write = owner
        .store()
        .write(owner.organization(), owner.actor())
        .await
        .unwrap();
    let entry = Entry::new(Action::TestMessageSent, TargetKind::User, owner.user());
    write
        .commit(Change::of((), entry).sending((0..COUNT).map(message)))
        .await
        .unwrap();
}

#[tokio::test]
async fn two_processes_send_every_message_of_a_full_outbox_once() {
    let mail = SmtpServer::start(&[]);
    postgres(async |store, database| {
        fill(&owner(&store).await).await;
        let _servers = [start(&database, &mail), start(&database, &mail)];
        let waiting = "SELECT COUNT(*) AS value FROM messages WHERE state = 'queued'";
        // However slow the machine, they get on: five minutes without a message sent is a failure.
        let mut left = i64::MAX;
        for second in 0.. {
            let now = count(&store, waiting).await;
            if now == 0 {
                break;
            }
            if second % 300 == 0 {
                assert!(now < left, "{now} messages stay");
                left = now;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        let taken = mail.taken(COUNT).await;
        let recipients: HashSet<_> = taken.iter().flat_map(|message| &message.to).collect();
        assert_eq!((taken.len(), recipients.len()), (COUNT, COUNT));
        let sent = "SELECT COUNT(*) AS value FROM messages WHERE state = 'sent' AND attempts = 1";
        assert_eq!(count(&store, sent).await, i64::try_from(COUNT).unwrap());
    })
    .await;
}
