//! Strangers who register by themselves: only where it is allowed, only by their own address, and only to wait for approval.

use crate::academy::{mailed, proven, registration};
use domain::invitations::SelfRegistrationRefused;
use domain::users::{Language, UserState};
use store::invitations::{ask_to_register, register, self_registration};
use store::testing::{count, each, owner};
use store::{Failure, Requester, Store, settings, sql};

async fn allow(owner: &Requester, domains: &[&str]) {
    settings::decide(owner.grant().unwrap(), |settings| {
        settings.self_registration = true;
        settings.registration_domains = domains.iter().map(ToString::to_string).collect();
    })
    .await
    .unwrap();
}

async fn ask(store: &Store, email: &str) -> Result<(), Failure<SelfRegistrationRefused>> {
    ask_to_register(store, email, Language::De, Some("192.0.2.9".into())).await
}

const OPEN: &str = "SELECT COUNT(*) AS value FROM invitations WHERE state = 'open' AND self_registered";
const QUEUED: &str = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'invitation'";

#[tokio::test]
async fn nobody_registers_by_themselves_unless_it_is_allowed() {
    each(async |store| {
        let owner = owner(&store).await;
        assert!(self_registration(&store).await.unwrap().is_none());
        let off = ask(&store, "ada@example.org").await.unwrap_err();
        assert!(matches!(off, Failure::NotFound), "{off:?}");
        allow(&owner, &["example.org"]).await;
        assert!(self_registration(&store).await.unwrap().is_some());
        let other = ask(&store, "ada@elsewhere.example").await.unwrap_err();
        assert!(
            matches!(other, Failure::Refused(SelfRegistrationRefused::Domain)),
            "{other:?}"
        );
        let none = ask(&store, "nobody").await.unwrap_err();
        assert!(
            matches!(none, Failure::Refused(SelfRegistrationRefused::Email(_))),
            "{none:?}"
        );
        assert_eq!(count(&store, OPEN).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_answer_is_the_same_where_there_is_an_account() {
    each(async |store| {
        let owner = owner(&store).await;
        allow(&owner, &[]).await;
        let (known,): (String,) = sql("SELECT email AS value FROM users WHERE email IS NOT NULL LIMIT 1")
            .fetch_one(&mut store.read().await.unwrap())
            .await
            .unwrap();
        ask(&store, &known).await.unwrap();
        assert_eq!((count(&store, OPEN).await, count(&store, QUEUED).await), (0, 0));
        ask(&store, "new@example.org").await.unwrap();
        ask(&store, "NEW@example.org").await.unwrap();
        assert_eq!(
            (count(&store, OPEN).await, count(&store, QUEUED).await),
            (1, 2),
            "the link again"
        );
        let mut refused = false;
        for _ in 0..12 {
            refused = ask(&store, "new@example.org").await.is_err();
        }
        assert!(refused, "not for ever");
    })
    .await;
}

#[tokio::test]
async fn who_registers_by_themselves_waits_for_approval_and_takes_no_place() {
    each(async |store| {
        let owner = owner(&store).await;
        allow(&owner, &[]).await;
        ask(&store, "new@example.org").await.unwrap();
        let token = mailed(&store).await.remove(0);
        let active = "SELECT users AS value FROM user_counts WHERE state = 'active'";
        let before = count(&store, active).await;
        register(&store, &token, registration()).await.unwrap();
        assert_eq!(count(&store, active).await, before);
        let found: (UserState,) = sql("SELECT state AS value FROM users WHERE email_key = 'new@example.org'")
            .fetch_one(&mut store.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(found.0, UserState::Pending);
        proven(&store).await;
        let again = register(&store, &token, registration()).await;
        assert!(again.is_err());
    })
    .await;
}
