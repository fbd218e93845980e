//! Ending invitations, sending them again, and asking for another.

use super::academy::{ADA, create, emails, license, list, mailed, proven, registration, seats, state};
use domain::access::Role;
use domain::id::InvitationId;
use domain::invitations::{InvitationFilter, InviteRefused, Offer, RegisterRefused, Which};
use domain::messages::LinkState;
use domain::time::Span;
use store::testing::{count, each, owner};
use store::{Failure, invitations};

#[tokio::test]
async fn a_canceled_and_an_expired_invitation_let_their_seats_go() {
    each(async |store| {
        let owner = owner(&store).await;
        let offer = Offer {
            license: Some(license(&owner, 2).await),
            ..Offer::member()
        };
        let all = emails(&[ADA, "bob@example.org"]);
        invitations::invite(owner.grant().unwrap(), &all, &offer)
            .await
            .unwrap();
        let tokens = mailed(&store).await;
        let ids: Vec<InvitationId> = list(&owner).await.iter().map(|row| row.id).collect();
        assert_eq!(
            invitations::cancel(owner.grant().unwrap(), &Which::These(ids[1..].to_vec()))
                .await
                .unwrap(),
            1
        );
        assert_eq!(
            invitations::cancel(owner.grant().unwrap(), &Which::These(ids[1..].to_vec()))
                .await
                .unwrap(),
            0
        );
        assert_eq!(seats(&store).await, (0, 1));
        assert_eq!(invitations::expire(&store).await.unwrap(), 0);
        store.clock().advance(Span::days(7));
        let (a, b) = tokio::join!(invitations::expire(&store), invitations::expire(&store));
        assert_eq!(a.unwrap() + b.unwrap(), 1);
        assert_eq!(seats(&store).await, (0, 0));
        let mut states = [state(&store, &tokens[0]).await, state(&store, &tokens[1]).await];
        states.sort_by_key(|state| format!("{state:?}"));
        assert_eq!(states, [LinkState::Canceled, LinkState::Expired]);
        for token in &tokens {
            let refused = invitations::register(&store, token, registration())
                .await
                .unwrap_err();
            assert!(
                matches!(refused, Failure::Refused(RegisterRefused::Closed(_))),
                "{refused:?}"
            );
        }
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn sending_again_gives_a_new_link_new_time_or_a_new_address() {
    each(async |store| {
        let owner = owner(&store).await;
        let offer = Offer {
            license: Some(license(&owner, 1).await),
            ..Offer::member()
        };
        invitations::invite(owner.grant().unwrap(), &emails(&["adda@example.org"]), &offer)
            .await
            .unwrap();
        let first = mailed(&store).await.remove(0);
        let id = list(&owner).await[0].id;
        store.clock().advance(Span::days(6));
        invitations::resend(owner.grant().unwrap(), id, None)
            .await
            .unwrap();
        let second = mailed(&store).await.remove(0);
        store.clock().advance(Span::days(6));
        assert_eq!(
            (state(&store, &first).await, state(&store, &second).await),
            (LinkState::Void, LinkState::Open)
        );
        assert_eq!(list(&owner).await.len(), 1);

        let corrected = emails(&[ADA]).pop();
        invitations::resend(owner.grant().unwrap(), id, corrected)
            .await
            .unwrap();
        assert_eq!(state(&store, &second).await, LinkState::Void);
        assert_eq!(seats(&store).await, (0, 1));
        let third = mailed(&store).await.remove(0);
        let row = list(&owner).await.remove(0);
        assert_eq!((row.email.as_str(), row.license.as_deref()), (ADA, Some("Pool")));

        store.clock().advance(Span::days(8));
        invitations::expire(&store).await.unwrap();
        assert_eq!(state(&store, &third).await, LinkState::Expired);
        invitations::resend(owner.grant().unwrap(), row.id, None)
            .await
            .unwrap();
        let fourth = mailed(&store).await.remove(0);
        invitations::register(&store, &fourth, registration())
            .await
            .unwrap();
        let refused = invitations::resend(owner.grant().unwrap(), row.id, None).await;
        assert!(
            matches!(refused, Err(Failure::Refused(InviteRefused::HasAccount(_)))),
            "{refused:?}"
        );
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_holds_a_closed_invitation_can_ask_for_another_once_in_a_while() {
    each(async |store| {
        let owner = owner(&store).await;
        invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &Offer::member())
            .await
            .unwrap();
        let token = mailed(&store).await.remove(0);
        let asked = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'invitation_asked_again'";
        invitations::ask_again(&store, &token).await.unwrap();
        assert_eq!(count(&store, asked).await, 0, "an open one needs no asking");
        store.clock().advance(Span::days(7));
        invitations::expire(&store).await.unwrap();
        for _ in 0..3 {
            invitations::ask_again(&store, &token).await.unwrap();
        }
        assert_eq!(count(&store, asked).await, 1);
        let waiting = InvitationFilter {
            asked: true,
            ..InvitationFilter::default()
        };
        let waits = async || {
            invitations::list(owner.grant().unwrap(), &waiting, None, 50)
                .await
                .unwrap()
                .len()
        };
        assert_eq!(waits().await, 1);
        let resent = invitations::resend_many(owner.grant().unwrap(), &Which::Matching(waiting.clone()))
            .await
            .unwrap();
        assert_eq!((resent.sent, waits().await), (1, 0), "a new link answers it");

        store.clock().advance(Span::days(8));
        invitations::expire(&store).await.unwrap();
        invitations::ask_again(&store, &token).await.unwrap();
        assert_eq!(waits().await, 1, "an old link of theirs does as well");
        let declined = invitations::cancel(owner.grant().unwrap(), &Which::Matching(waiting.clone())).await;
        assert_eq!((declined.unwrap(), waits().await), (1, 0));
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_has_an_account_is_not_sent_another_invitation() {
    each(async |store| {
        let owner = owner(&store).await;
        invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &Offer::member())
            .await
            .unwrap();
        let token = mailed(&store).await.remove(0);
        store.clock().advance(Span::days(7));
        invitations::expire(&store).await.unwrap();
        create(&owner, ADA, Role::Member).await;
        invitations::ask_again(&store, &token).await.unwrap();
        assert_eq!(list(&owner).await[0].asked_at, None);
    })
    .await;
}
