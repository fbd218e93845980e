//! Integration tokens: whom they let in, and doing a request once.

#![allow(clippy::unwrap_used, reason = "a failure is a failed test")]

use domain::access::{Denied, Role};
use domain::invitations::{Invited, Offer};
use domain::time::Span;
use domain::tokens::{TokenLifetime, TokenRefused, TokenScope};
use domain::users::{Email, NewUser, Password, PasswordPlan, PersonName};
use futures::future::join_all;
use store::secrets::Token;
use store::testing::{PASSWORD, count, each, owner};
use store::tokens::{self, RequestKey};
use store::{Failure, Requester, Store, invitations, sign_in, sql, users};

const ADA: &str = "ada@example.org";

async fn administrator(owner: &Requester) -> Requester {
    let name = |text| PersonName::parse(text).unwrap();
    let new = NewUser {
        role: Role::Administrator,
        password: PasswordPlan::Typed {
            password: Password::new(PASSWORD),
            must_change: false,
        },
        ..NewUser::named(name("Ada"), name("Lovelace"), Email::parse(ADA).unwrap())
    };
    users::create(owner.grant().unwrap(), new).await.unwrap();
    sign_in::requester_at_command_line(owner.store(), ADA)
        .await
        .unwrap()
        .unwrap()
}

async fn make(by: &Requester) -> Token {
    tokens::make(
        by.grant().unwrap(),
        "Shop",
        &[TokenScope::Invitations],
        TokenLifetime::Month,
    )
    .await
    .unwrap()
}

async fn is_let_in(store: &Store, token: &Token) -> bool {
    tokens::present(store, token, None).await.unwrap().is_some()
}

#[tokio::test]
async fn a_token_is_good_until_it_is_revoked_or_over() {
    each(async |store| {
        let owner = owner(&store).await;
        let first = make(&owner).await;
        store.clock().advance(Span::minutes(1));
        let second = make(&owner).await;
        let listed = tokens::list(&owner.grant().unwrap()).await.unwrap();
        assert_eq!(listed.len(), 2);
        assert!(listed.iter().all(|token| token.last_used_at.is_none()));
        store.clock().advance(Span::minutes(2));
        assert!(is_let_in(&store, &first).await);
        let listed = tokens::list(&owner.grant().unwrap()).await.unwrap();
        let used: Vec<bool> = listed.iter().map(|token| token.last_used_at.is_some()).collect();
        assert_eq!(used, [false, true]);
        assert!(is_let_in(&store, &second).await);

        let id = listed.last().unwrap().id;
        tokens::revoke(owner.grant().unwrap(), id).await.unwrap();
        assert!(!is_let_in(&store, &first).await);
        let again = tokens::revoke(owner.grant().unwrap(), id).await;
        assert!(matches!(again, Err(Failure::NotFound)));
        store.clock().advance(Span::days(31));
        assert!(!is_let_in(&store, &second).await);
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action IN ('tokens.made', 'tokens.revoked')";
        assert_eq!(count(&store, told).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_token_reaches_no_further_than_whoever_made_it() {
    each(async |store| {
        let owner = owner(&store).await;
        let ada = administrator(&owner).await;
        let token = make(&ada).await;
        let integration = tokens::present(&store, &token, None).await.unwrap().unwrap();
        assert_eq!(integration.requester.user(), ada.user());
        assert!(integration.may(TokenScope::Invitations) && !integration.may(TokenScope::Activity));
        let offer = Offer {
            role: Role::Administrator,
            ..Offer::member()
        };
        let emails = [Email::parse("new@example.org").unwrap()];
        let refused = invitations::invite(integration.requester.grant().unwrap(), &emails, &offer).await;
        assert!(
            matches!(refused, Err(Failure::Denied(Denied::NotBelowYou))),
            "{refused:?}"
        );

        for (column, then) in [("role", "support"), ("state", "archived")] {
            let change = match column {
                "role" => sql("UPDATE users SET state = 'active', role = $1 WHERE email_key = $2"),
                _ => sql("UPDATE users SET role = 'administrator', state = $1 WHERE email_key = $2"),
            };
            let mut on = store.read().await.unwrap();
            change.bind(then).bind(ADA).execute(&mut on).await.unwrap();
            drop(on);
            assert!(!is_let_in(&store, &token).await, "{column} is {then}");
        }
    })
    .await;
}

#[tokio::test]
async fn there_is_an_end_to_how_many_there_may_be() {
    each(async |store| {
        let owner = owner(&store).await;
        for _ in 0..domain::tokens::MOST {
            make(&owner).await;
        }
        let refused = tokens::make(
            owner.grant().unwrap(),
            "one more",
            &[TokenScope::Activity],
            TokenLifetime::Year,
        )
        .await;
        assert!(matches!(refused, Err(Failure::Refused(TokenRefused::TooMany))));
    })
    .await;
}

#[tokio::test]
async fn of_twenty_equal_requests_at_once_one_invites() {
    each(async |store| {
        let owner = owner(&store).await;
        let token = make(&owner).await;
        let integration = tokens::present(&store, &token, None).await.unwrap().unwrap();
        let emails = [Email::parse("new@example.org").unwrap()];
        let ask = async |key: &str, body: &[u8]| {
            let grant = integration.requester.grant().unwrap();
            let key = RequestKey::new(key, body).unwrap();
            invitations::invite_once(grant, integration.token, &key, &emails, &Offer::member())
                .await
                .unwrap()
        };
        let answers: Vec<Option<Invited>> = join_all((0..20).map(|_| ask("k1", b"one"))).await;
        let first = answers.first().unwrap();
        assert_eq!(first.as_ref().unwrap().sent, emails);
        assert!(answers.iter().all(|answer| answer == first));
        let sent = "SELECT COUNT(*) AS value FROM invitations";
        assert_eq!(count(&store, sent).await, 1);

        assert_eq!(ask("k1", b"two").await, None, "the key belongs to another body");
        assert_eq!(
            ask("k2", b"one").await.unwrap().replaced,
            1,
            "a new key is a new request"
        );
        store.clock().advance(Span::days(8));
        assert_eq!(
            ask("k1", b"two").await.unwrap().replaced,
            1,
            "a key is kept for a week"
        );
    })
    .await;
}
