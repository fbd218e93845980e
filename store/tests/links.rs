//! Links that choose a password, and links that sign in.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

use domain::access::Role;
use domain::id::UserId;
use domain::login_links::LoginLinkRefused;
use domain::messages::{LinkRefused, LinkState};
use domain::sign_in::SignInRefused;
use domain::time::Span;
use domain::users::{Email, NewUser, Password, PasswordPlan, PersonName, WeakPassword};
use futures::future::join_all;
use store::messages::{self, Links, Prepared, Worker};
use store::secrets::{Purpose, Token};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, count, each, owner};
use store::{Failure, Requester, Store, links, login_links, sql, users};

const ADA: &str = "ada@example.org";

async fn create(owner: &Requester, email: &str, role: Role, password: PasswordPlan) -> UserId {
    let name = |text| PersonName::parse(text).unwrap();
    let new = NewUser {
        role,
        password,
        ..NewUser::named(name("Ada"), name("Lovelace"), Email::parse(email).unwrap())
    };
    users::create(owner.grant().unwrap(), new).await.unwrap()
}

fn typed() -> PasswordPlan {
    PasswordPlan::Typed {
        password: Password::new(PASSWORD),
        must_change: false,
    }
}

/// Sends everything that waits; the text of the last message.
async fn mailed(store: &Store) -> String {
    let worker = Worker::new(store);
    let mut last = String::new();
    for claimed in messages::claim(store, worker, 100).await.unwrap() {
        let links = Links::new("https://rollcall.example");
        match messages::prepare(store, worker, &claimed, &links, true)
            .await
            .unwrap()
        {
            Prepared::Ready(outgoing) => last = outgoing.sent.text,
            other => panic!("{other:?}"),
        }
    }
    last
}

fn token(text: &str, page: &str) -> Token {
    let (_, rest) = text
        .split_once(&format!("https://rollcall.example/{page}/"))
        .unwrap();
    Token::presented(&rest[..43]).unwrap()
}

async fn choose(
    store: &Store,
    purpose: Purpose,
    token: &Token,
    password: &str,
) -> Result<(), Failure<LinkRefused>> {
    links::choose_password(store, purpose, token, Password::new(password), None).await
}

async fn enter(store: &Store, password: &str) -> bool {
    sign_in::sign_in(store, ADA, Password::new(password), Device::default(), None)
        .await
        .is_ok()
}

#[tokio::test]
async fn an_activation_link_chooses_the_first_password_once() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, ADA, Role::Member, PasswordPlan::Activation).await;
        let token = token(&mailed(&store).await, "activate");
        for _ in 0..20 {
            let state = links::look(&store, Purpose::Activation, &token).await.unwrap();
            assert_eq!(state, LinkState::Open, "looking uses nothing up");
        }
        assert_eq!(
            links::look(&store, Purpose::Reset, &token).await.unwrap(),
            LinkState::Unknown
        );
        let weak = choose(&store, Purpose::Activation, &token, "short")
            .await
            .unwrap_err();
        assert!(matches!(
            weak,
            Failure::Refused(LinkRefused::Password(WeakPassword::TooShort(8)))
        ));

        choose(&store, Purpose::Activation, &token, "four unrelated words")
            .await
            .unwrap();
        assert!(enter(&store, "four unrelated words").await);
        let again = choose(&store, Purpose::Activation, &token, "other unrelated words")
            .await
            .unwrap_err();
        assert!(matches!(
            again,
            Failure::Refused(LinkRefused::Closed(LinkState::Used))
        ));
        assert!(!enter(&store, "other unrelated words").await);
    })
    .await;
}

#[tokio::test]
async fn a_reset_ends_every_session_and_is_told() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, ADA, Role::Member, typed()).await;
        let session = sign_in::sign_in(&store, ADA, Password::new(PASSWORD), Device::default(), None)
            .await
            .unwrap()
            .session;
        links::ask(&store, " ADA@example.org", None).await.unwrap();
        let token = token(&mailed(&store).await, "reset");
        choose(&store, Purpose::Reset, &token, "four unrelated words")
            .await
            .unwrap();
        assert!(sign_in::session(&store, &session, None).await.unwrap().is_none());
        assert!(!enter(&store, PASSWORD).await);
        assert!(enter(&store, "four unrelated words").await);
        assert!(
            mailed(&store)
                .await
                .contains("was changed on 1 January 2026, 12:00 UTC")
        );
    })
    .await;
}

#[tokio::test]
async fn a_reset_link_ends_by_time_by_a_newer_one_and_with_its_account() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, ADA, Role::Member, typed()).await;
        let ask = async || {
            links::ask(&store, ADA, None).await.unwrap();
            token(&mailed(&store).await, "reset")
        };
        let look = async |token: &Token| links::look(&store, Purpose::Reset, token).await.unwrap();
        let (first, second) = (ask().await, ask().await);
        assert_eq!(
            (look(&first).await, look(&second).await),
            (LinkState::Void, LinkState::Open)
        );
        let clock = store.clock().clone();
        clock.advance(Span::hours(2));
        assert_eq!(look(&second).await, LinkState::Expired);
        let third = ask().await;
        sql("UPDATE users SET state = 'archived' WHERE email = 'ada@example.org'")
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(look(&third).await, LinkState::Void);
        let refused = choose(&store, Purpose::Reset, &third, "four unrelated words")
            .await
            .unwrap_err();
        assert!(matches!(
            refused,
            Failure::Refused(LinkRefused::Closed(LinkState::Void))
        ));
    })
    .await;
}

#[tokio::test]
async fn asking_says_the_same_whether_the_account_exists_and_is_limited() {
    each(async |store| {
        let owner = owner(&store).await;
        create(&owner, ADA, Role::Member, PasswordPlan::Later).await;
        links::ask(&store, "nobody@example.org", None).await.unwrap();
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM messages").await, 0);
        links::ask(&store, ADA, None).await.unwrap();
        assert!(
            mailed(&store).await.contains("/activate/"),
            "there is no password to be replaced yet"
        );
        for _ in 0..9 {
            links::ask(&store, ADA, None).await.unwrap();
        }
        let refused = links::ask(&store, ADA, None).await.unwrap_err();
        assert!(matches!(refused, Failure::Refused(SignInRefused::TooMany { .. })));
    })
    .await;
}

#[tokio::test]
async fn of_fifty_attempts_with_one_login_link_one_signs_in() {
    each(async |store| {
        let owner = owner(&store).await;
        let ada = create(&owner, ADA, Role::Member, PasswordPlan::Later).await;
        let made = login_links::make(owner.grant().unwrap(), ada, "lost her phone")
            .await
            .unwrap();
        for _ in 0..20 {
            let (state, name) = login_links::look(&store, &made.token).await.unwrap();
            assert_eq!((state, name.as_deref()), (LinkState::Open, Some("Ada Lovelace")));
        }
        let attempts = (0..50).map(|_| login_links::sign_in(&store, &made.token, Device::default(), None));
        let outcomes = join_all(attempts).await;
        let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 49));
        for refused in lost {
            assert!(
                matches!(refused, Err(Failure::Refused(LinkState::Used))),
                "{refused:?}"
            );
        }
        let session = won.into_iter().next().unwrap().unwrap();
        let session = sign_in::session(&store, &session, None).await.unwrap().unwrap();
        assert_eq!(session.requester.user(), ada);
        assert!(mailed(&store).await.contains("a login link that"));
        let audited =
            "SELECT COUNT(*) AS value FROM audit WHERE action IN ('login_links.made', 'login_links.used')";
        assert_eq!(count(&store, audited).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_login_link_lasts_ten_minutes_and_a_newer_one_replaces_it() {
    each(async |store| {
        let owner = owner(&store).await;
        let ada = create(&owner, ADA, Role::Member, PasswordPlan::Later).await;
        let make = async || {
            login_links::make(owner.grant().unwrap(), ada, "help")
                .await
                .unwrap()
                .token
        };
        let (first, second) = (make().await, make().await);
        let look = async |token: &Token| login_links::look(&store, token).await.unwrap().0;
        assert_eq!(
            (look(&first).await, look(&second).await),
            (LinkState::Void, LinkState::Open)
        );
        store.clock().advance(Span::minutes(10));
        assert_eq!(look(&second).await, LinkState::Expired);
        let refused = login_links::sign_in(&store, &second, Device::default(), None).await;
        assert!(
            matches!(refused, Err(Failure::Refused(LinkState::Expired))),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_login_link_is_made_for_a_reason_and_only_below_ones_own_rank() {
    each(async |store| {
        let owner = owner(&store).await;
        let ada = create(&owner, ADA, Role::Member, PasswordPlan::Later).await;
        let sam = create(&owner, "sam@example.org", Role::Support, PasswordPlan::Later).await;
        let support = sign_in::requester_at_command_line(&store, "sam@example.org")
            .await
            .unwrap()
            .unwrap();
        let refused = login_links::make(support.grant().unwrap(), ada, "  ").await;
        assert!(
            matches!(refused, Err(Failure::Refused(LoginLinkRefused::NoReason))),
            "{refused:?}"
        );
        for target in [sam, owner.user()] {
            let refused = login_links::make(support.grant().unwrap(), target, "curious").await;
            assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
        }
        login_links::make(support.grant().unwrap(), ada, "lost her phone")
            .await
            .unwrap();
        sql("UPDATE users SET state = 'archived' WHERE email = 'ada@example.org'")
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        let refused = login_links::make(support.grant().unwrap(), ada, "help").await;
        assert!(
            matches!(refused, Err(Failure::Refused(LoginLinkRefused::NotActive))),
            "{refused:?}"
        );
    })
    .await;
}
