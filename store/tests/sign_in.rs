//! Signing in, sessions, and the limits on trying.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

use domain::sign_in::SignInRefused;
use domain::time::Span;
use domain::users::Password;
use store::sign_in::{self, Device, SignedIn};
use store::testing::{PASSWORD, count, each, owner};
use store::{Failure, Store};

async fn attempt(store: &Store, name: &str, password: &str) -> Result<SignedIn, Failure<SignInRefused>> {
    let device = Device {
        address: Some("192.0.2.1".into()),
        user_agent: None,
    };
    sign_in::sign_in(store, name, Password::new(password), device, None).await
}

#[tokio::test]
async fn a_person_signs_in_by_email_without_regard_to_case_and_out_again() {
    each(async |store| {
        let owner = owner(&store).await;
        let signed_in = attempt(&store, " Owner@Example.ORG ", PASSWORD).await.unwrap();
        let requester = sign_in::session(&store, &signed_in.session, None)
            .await
            .unwrap()
            .unwrap()
            .requester;
        assert_eq!(requester.user(), owner.user());
        sign_in::sign_out(&requester).await.unwrap();
        assert!(
            sign_in::session(&store, &signed_in.session, None)
                .await
                .unwrap()
                .is_none()
        );
        let audited =
            "SELECT COUNT(*) AS value FROM audit WHERE action IN ('sign_in.signed_in', 'sign_in.signed_out')";
        assert_eq!(count(&store, audited).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_and_a_wrong_password_are_one_answer() {
    each(async |store| {
        owner(&store).await;
        for (name, password) in [
            ("nobody@example.org", PASSWORD),
            ("owner@example.org", "wrong horse"),
        ] {
            let refused = attempt(&store, name, password).await.unwrap_err();
            assert!(
                matches!(refused, Failure::Refused(SignInRefused::Wrong)),
                "{refused:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn too_many_attempts_lock_the_account_until_the_window_is_over() {
    each(async |store| {
        owner(&store).await;
        for _ in 0..10 {
            attempt(&store, "owner@example.org", "wrong").await.unwrap_err();
        }
        let refused = attempt(&store, "owner@example.org", PASSWORD).await.unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(SignInRefused::TooMany { minutes: 15 })),
            "{refused:?}"
        );
        let clock = store.clock().clone();
        clock.advance(Span::minutes(15));
        attempt(&store, "owner@example.org", PASSWORD).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_when_idle_when_old_and_when_all_are_ended() {
    each(async |store| {
        owner(&store).await;
        let clock = store.clock().clone();
        let session = attempt(&store, "owner@example.org", PASSWORD)
            .await
            .unwrap()
            .session;
        clock.advance(Span::hours(25));
        assert!(
            sign_in::session(&store, &session, None).await.unwrap().is_none(),
            "idle"
        );

        let session = attempt(&store, "owner@example.org", PASSWORD)
            .await
            .unwrap()
            .session;
        for _ in 0..13 {
            clock.advance(Span::hours(23));
            assert!(
                sign_in::session(&store, &session, None).await.unwrap().is_some(),
                "in use"
            );
        }
        clock.advance(Span::days(2));
        assert!(
            sign_in::session(&store, &session, None).await.unwrap().is_none(),
            "old"
        );

        let first = attempt(&store, "owner@example.org", PASSWORD)
            .await
            .unwrap()
            .session;
        let second = attempt(&store, "owner@example.org", PASSWORD)
            .await
            .unwrap()
            .session;
        let requester = sign_in::session(&store, &first, None)
            .await
            .unwrap()
            .unwrap()
            .requester;
        assert!(sign_in::sign_out_everywhere(&requester).await.unwrap() >= 2);
        assert!(sign_in::session(&store, &second, None).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn signing_in_again_ends_the_session_the_browser_had() {
    each(async |store| {
        owner(&store).await;
        let first = attempt(&store, "owner@example.org", PASSWORD)
            .await
            .unwrap()
            .session;
        let device = Device::default();
        let second = sign_in::sign_in(
            &store,
            "owner@example.org",
            Password::new(PASSWORD),
            device,
            Some(first.clone()),
        )
        .await
        .unwrap();
        assert!(sign_in::session(&store, &first, None).await.unwrap().is_none());
        assert!(
            sign_in::session(&store, &second.session, None)
                .await
                .unwrap()
                .is_some()
        );
    })
    .await;
}
