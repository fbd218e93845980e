//! The outbox: who may send what, how often, and what is kept.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

use domain::access::Role;
use domain::brand::Color;
use domain::id::MessageId;
use domain::messages::{Attempt, LEASE, MessageFilter, MessageKind, MessageState, ResendRefused};
use domain::time::Span;
use domain::users::{Email, NewUser, PasswordPlan, PersonName};
use store::messages::{self, Claimed, Links, Outgoing, Prepared, Worker};
use store::secrets::{self, Purpose, Standing, Token};
use store::testing::{count, each, owner};
use store::{Failure, Requester, Store, settings, sign_in, sql, users};

async fn create(requester: &Requester, email: &str, role: Role, password: PasswordPlan) {
    let name = |text| PersonName::parse(text).unwrap();
    let new = NewUser {
        role,
        password,
        ..NewUser::named(name("Ada"), name("Lovelace"), Email::parse(email).unwrap())
    };
    users::create(requester.grant().unwrap(), new).await.unwrap();
}

fn links() -> Links {
    Links::new("https://rollcall.example/")
}

async fn one(store: &Store, worker: Worker) -> Claimed {
    let mut claimed = messages::claim(store, worker, 10).await.unwrap();
    assert_eq!(claimed.len(), 1);
    claimed.remove(0)
}

async fn ready(store: &Store, worker: Worker, claimed: &Claimed) -> Box<Outgoing> {
    match messages::prepare(store, worker, claimed, &links(), true)
        .await
        .unwrap()
    {
        Prepared::Ready(outgoing) => outgoing,
        other => panic!("{other:?}"),
    }
}

/// The token of the link in a text.
fn token(text: &str, page: &str) -> Token {
    let link = format!("https://rollcall.example/{page}/");
    let (_, rest) = text.split_once(&link).unwrap();
    Token::presented(&rest[..43]).unwrap()
}

async fn standing(store: &Store, purpose: Purpose, token: &Token) -> Standing {
    let mut reader = store.read().await.unwrap();
    secrets::look(&mut reader, purpose, token, store.now())
        .await
        .unwrap()
}

#[tokio::test]
async fn two_workers_never_hold_the_same_message() {
    each(async |store| {
        let owner = owner(&store).await;
        for n in 0..20 {
            create(
                &owner,
                &format!("n{n}@example.org"),
                Role::Member,
                PasswordPlan::Activation,
            )
            .await;
        }
        let (first, second) = (Worker::new(&store), Worker::new(&store));
        let mut ids: Vec<MessageId> = Vec::new();
        while ids.len() < 20 {
            let (a, b) = tokio::join!(
                messages::claim(&store, first, 3),
                messages::claim(&store, second, 3)
            );
            let (a, b) = (a.unwrap(), b.unwrap());
            assert!(!a.is_empty() || !b.is_empty());
            ids.extend(a.iter().chain(&b).map(|claimed| claimed.id));
        }
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 20);
        assert!(messages::claim(&store, first, 10).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_sent_message_keeps_the_answer_and_dots_for_its_secret() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, "ada@example.org", Role::Member, PasswordPlan::Activation).await;
        let worker = Worker::new(&store);
        let claimed = one(&store, worker).await;
        let outgoing = ready(&store, worker, &claimed).await;
        let token = token(&outgoing.sent.text, "activate");
        assert!(matches!(
            standing(&store, Purpose::Activation, &token).await,
            Standing::Open(_)
        ));
        messages::record(
            &store,
            worker,
            &claimed,
            Attempt::Sent("250 OK".into()),
            Some(&outgoing.kept),
        )
        .await
        .unwrap();
        let view = messages::open(owner.grant().unwrap(), claimed.id).await.unwrap();
        assert_eq!(view.row.state, MessageState::Sent);
        assert_eq!(view.row.server_answer.as_deref(), Some("250 OK"));
        assert!(view.text.as_ref().unwrap().contains("/activate/••••••••"));
        for body in [view.text, view.html] {
            assert!(!body.unwrap().contains(token.expose()));
        }
        assert!(messages::claim(&store, worker, 10).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_message_whose_worker_died_is_sent_once_more_and_only_its_last_link_works() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, "ada@example.org", Role::Member, PasswordPlan::Activation).await;
        let dead = Worker::new(&store);
        let claimed = one(&store, dead).await;
        let first = token(&ready(&store, dead, &claimed).await.sent.text, "activate");

        let other = Worker::new(&store);
        assert!(messages::claim(&store, other, 10).await.unwrap().is_empty());
        store.clock().advance(LEASE);
        let again = one(&store, other).await;
        assert_eq!(again.attempts, 2);
        let second = token(&ready(&store, other, &again).await.sent.text, "activate");
        assert!(matches!(
            standing(&store, Purpose::Activation, &first).await,
            Standing::Void(_)
        ));
        assert!(matches!(
            standing(&store, Purpose::Activation, &second).await,
            Standing::Open(_)
        ));

        // The one thought dead comes back: it neither sends nor overwrites.
        let late = messages::prepare(&store, dead, &claimed, &links(), true)
            .await
            .unwrap();
        assert!(matches!(late, Prepared::Lost));
        messages::record(&store, dead, &claimed, Attempt::Refused("550".into()), None)
            .await
            .unwrap();
        messages::record(&store, other, &again, Attempt::Sent("250".into()), None)
            .await
            .unwrap();
        let view = messages::open(owner.grant().unwrap(), again.id).await.unwrap();
        assert_eq!(view.row.state, MessageState::Sent);
    })
    .await;
}

#[tokio::test]
async fn a_postponed_message_waits_and_a_refused_one_is_given_up() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, "ada@example.org", Role::Member, PasswordPlan::Activation).await;
        let worker = Worker::new(&store);
        let claimed = one(&store, worker).await;
        messages::record(
            &store,
            worker,
            &claimed,
            Attempt::Postponed("451 later".into()),
            None,
        )
        .await
        .unwrap();
        store.clock().advance(Span::seconds(59));
        assert!(messages::claim(&store, worker, 10).await.unwrap().is_empty());
        store.clock().advance(Span::seconds(1));
        let claimed = one(&store, worker).await;
        messages::record(
            &store,
            worker,
            &claimed,
            Attempt::Refused("550 no such user".into()),
            None,
        )
        .await
        .unwrap();
        store.clock().advance(Span::days(30));
        assert!(messages::claim(&store, worker, 10).await.unwrap().is_empty());

        let filter = MessageFilter {
            state: Some(MessageState::Failed),
            search: "ADA@".into(),
        };
        let listed = messages::list(owner.grant().unwrap(), &filter, None, 50)
            .await
            .unwrap();
        assert_eq!(listed[0].server_answer.as_deref(), Some("550 no such user"));
        messages::resend(owner.grant().unwrap(), claimed.id)
            .await
            .unwrap();
        assert_eq!(one(&store, worker).await.attempts, 1);
    })
    .await;
}

#[tokio::test]
async fn a_generated_password_signs_in_and_is_not_replaced_once_another_is_chosen() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, "ada@example.org", Role::Member, PasswordPlan::Generated).await;
        let worker = Worker::new(&store);
        let claimed = one(&store, worker).await;
        let sent = ready(&store, worker, &claimed).await;
        let password = sent
            .sent
            .text
            .lines()
            .find_map(|line| line.strip_prefix("Password: "))
            .unwrap()
            .to_owned();
        assert!(!sent.kept.text.contains(&password));
        let attempt = async |password: &str| {
            let password = domain::users::Password::new(password);
            sign_in::sign_in(
                &store,
                "ada@example.org",
                password,
                sign_in::Device::default(),
                None,
            )
            .await
        };
        let signed_in = attempt(&password).await.unwrap();
        assert!(signed_in.must_change_password);
        let session = sign_in::session(&store, &signed_in.session, None)
            .await
            .unwrap()
            .unwrap();
        let own = domain::users::Password::new("four unrelated words");
        sign_in::choose_password(&session.requester, own, sign_in::Device::default())
            .await
            .unwrap();

        // It was sent, but that was not written down.
        store.clock().advance(LEASE);
        let claimed = messages::claim(&store, worker, 10).await.unwrap();
        let again = claimed
            .iter()
            .find(|message| message.kind == MessageKind::GeneratedPassword);
        let prepared = messages::prepare(&store, worker, again.unwrap(), &links(), true)
            .await
            .unwrap();
        assert!(matches!(prepared, Prepared::Moot(_)), "{prepared:?}");
        assert!(
            !attempt("four unrelated words")
                .await
                .unwrap()
                .must_change_password
        );
    })
    .await;
}

#[tokio::test]
async fn without_a_mail_server_the_link_is_made_when_it_is_read_by_someone_above() {
    each(async |store| {
        let owner = owner(&store).await;
        create(
            &owner,
            "ada@example.org",
            Role::Administrator,
            PasswordPlan::Activation,
        )
        .await;
        let worker = Worker::new(&store);
        let claimed = one(&store, worker).await;
        let prepared = messages::prepare(&store, worker, &claimed, &links(), false)
            .await
            .unwrap();
        let Prepared::Ready(outgoing) = prepared else {
            panic!("{prepared:?}")
        };
        messages::record(&store, worker, &claimed, Attempt::Kept, Some(&outgoing.kept))
            .await
            .unwrap();
        let minted = "SELECT COUNT(*) AS value FROM secrets WHERE purpose = 'activation'";
        assert_eq!(count(&store, minted).await, 0);

        let first = messages::reveal(owner.grant().unwrap(), claimed.id, &links())
            .await
            .unwrap();
        let second = messages::reveal(owner.grant().unwrap(), claimed.id, &links())
            .await
            .unwrap();
        let (first, second) = (token(&first.text, "activate"), token(&second.text, "activate"));
        assert!(matches!(
            standing(&store, Purpose::Activation, &first).await,
            Standing::Void(_)
        ));
        assert!(matches!(
            standing(&store, Purpose::Activation, &second).await,
            Standing::Open(_)
        ));
        let audited = "SELECT COUNT(*) AS value FROM audit WHERE action = 'messages.revealed'";
        assert_eq!(count(&store, audited).await, 2);

        // Support sees that the message exists; its link would make them an administrator.
        create(&owner, "sam@example.org", Role::Support, PasswordPlan::Later).await;
        let support = sign_in::requester_at_command_line(&store, "sam@example.org")
            .await
            .unwrap()
            .unwrap();
        let view = messages::open(support.grant().unwrap(), claimed.id)
            .await
            .unwrap();
        assert!(!view.text.unwrap().contains(second.expose()));
        let refused = messages::reveal(support.grant().unwrap(), claimed.id, &links()).await;
        assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
        let refused = messages::resend(support.grant().unwrap(), claimed.id).await;
        assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_message_waiting_or_no_longer_needed_is_not_sent_again() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, "ada@example.org", Role::Member, PasswordPlan::Activation).await;
        let listed = messages::list(owner.grant().unwrap(), &MessageFilter::default(), None, 50)
            .await
            .unwrap();
        let refused = messages::resend(owner.grant().unwrap(), listed[0].id).await;
        assert!(
            matches!(refused, Err(Failure::Refused(ResendRefused::Queued))),
            "{refused:?}"
        );
        let worker = Worker::new(&store);
        let claimed = one(&store, worker).await;
        messages::record(&store, worker, &claimed, Attempt::Kept, None)
            .await
            .unwrap();
        sql("UPDATE users SET state = 'archived' WHERE email = 'ada@example.org'")
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        let refused = messages::resend(owner.grant().unwrap(), claimed.id).await;
        assert!(
            matches!(refused, Err(Failure::Refused(ResendRefused::Moot(_)))),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn messages_wear_what_the_organization_has_decided() {
    each(async |store| {
        let owner = owner(&store).await;
        let decide = async |accent: &str| {
            let accent = Color::parse(accent).unwrap();
            settings::decide(owner.grant().unwrap(), |settings| settings.brand.accent = accent)
                .await
                .unwrap()
        };
        decide("#7a1fa2").await;
        decide("#7a1fa2").await;
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action = 'settings.changed'";
        assert_eq!(count(&store, told).await, 1, "the second time nothing changes");
        messages::send_test(owner.grant().unwrap()).await.unwrap();
        let worker = Worker::new(&store);
        let claimed = one(&store, worker).await;
        let outgoing = ready(&store, worker, &claimed).await;
        assert!(outgoing.sent.html.contains("#7a1fa2"));
    })
    .await;
}
