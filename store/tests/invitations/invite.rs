//! Inviting: who may, to whom, and what is left out.

use super::academy::{ADA, create, emails, execute, group, license, list, mailed, proven, seats, state};
use domain::access::Role;
use domain::invitations::{InvitationFilter, InvitationRow, InviteRefused, Offer, Which};
use domain::messages::LinkState;
use store::sign_in;
use store::testing::{each, owner};
use store::{Failure, invitations, sql};

#[tokio::test]
async fn a_newer_invitation_replaces_the_open_one_and_accounts_are_left_out() {
    each(async |store| {
        let owner = owner(&store).await;
        let offer = Offer {
            license: Some(license(&owner, 2).await),
            ..Offer::member()
        };
        let all = emails(&[ADA, "bob@example.org", "OWNER@example.org"]);
        let invite = async || invitations::invite(owner.grant().unwrap(), &all, &offer).await;
        let first = invite().await.unwrap();
        assert_eq!(
            (first.sent.len(), first.existing.len(), first.replaced),
            (2, 1, 0)
        );
        let old = mailed(&store).await;
        // Both seats are kept by the ones that are replaced, so there are enough.
        let second = invite().await.unwrap();
        assert_eq!((second.sent.len(), second.replaced), (2, 2));
        assert_eq!(seats(&store).await, (0, 2));
        for token in &old {
            assert_eq!(state(&store, token).await, LinkState::Void);
        }
        let carol =
            invitations::invite(owner.grant().unwrap(), &emails(&["carol@example.org"]), &offer).await;
        assert!(
            matches!(carol, Err(Failure::Refused(InviteRefused::NoSeats { short: 1 }))),
            "{carol:?}"
        );
        assert_eq!(list(&owner).await.len(), 4, "a refused one leaves nothing");
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_offers_or_handles_what_is_not_below_them() {
    each(async |store| {
        let owner = owner(&store).await;
        let admin = create(&owner, "admin@example.org", Role::Administrator).await;
        let offer = Offer {
            role: Role::Administrator,
            ..Offer::member()
        };
        let refused = invitations::invite(admin.grant().unwrap(), &emails(&[ADA]), &offer).await;
        assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
        invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &offer)
            .await
            .unwrap();
        let id = list(&admin).await[0].id;
        let refused = invitations::cancel(admin.grant().unwrap(), &Which::These(vec![id])).await;
        assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
        let refused = invitations::resend(admin.grant().unwrap(), id, None).await;
        assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_open_for_a_rank_not_below_is_neither_replaced_nor_named_as_free() {
    each(async |store| {
        let owner = owner(&store).await;
        let admin = create(&owner, "admin@example.org", Role::Administrator).await;
        let offer = Offer {
            role: Role::Administrator,
            ..Offer::member()
        };
        let all = emails(&[ADA, "bob@example.org", "owner@example.org"]);
        invitations::invite(owner.grant().unwrap(), &all[..1], &offer)
            .await
            .unwrap();
        let known = invitations::look_up(admin.grant().unwrap(), &all).await.unwrap();
        assert_eq!(
            (known.out_of_reach.as_slice(), known.accounts.as_slice()),
            (&all[..1], &all[2..])
        );
        let invited = invitations::invite(admin.grant().unwrap(), &all, &Offer::member())
            .await
            .unwrap();
        assert_eq!(
            (
                invited.sent.as_slice(),
                invited.out_of_reach.as_slice(),
                invited.replaced
            ),
            (&all[1..2], &all[..1], 0)
        );
        let known = invitations::look_up(owner.grant().unwrap(), &all).await.unwrap();
        assert_eq!(known.invited, all[..2], "the owner may replace both");

        let every = Which::Matching(InvitationFilter::default());
        let canceled = invitations::cancel(admin.grant().unwrap(), &every);
        assert_eq!(canceled.await.unwrap(), 1, "all that match is all that is below");
        let bob = |row: &InvitationRow| row.email == all[1];
        let id = list(&owner).await.into_iter().find(bob).unwrap().id;
        let misdirected = invitations::resend(admin.grant().unwrap(), id, all.first().cloned()).await;
        assert!(
            matches!(
                misdirected,
                Err(Failure::Refused(InviteRefused::InvitedByOthers(_)))
            ),
            "{misdirected:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_group_admin_invites_into_the_group_and_sees_their_own_invitations_alone() {
    each(async |store| {
        let owner = owner(&store).await;
        let blue = group(&owner, "Blue").await;
        let kim = create(&owner, "kim@example.org", Role::Member).await;
        let join = sql("INSERT INTO group_members (group_id, user_id, role) VALUES ($1, $2, 'admin')")
            .bind(blue)
            .bind(kim.user());
        execute(&store, join).await;
        let kim = sign_in::requester_at_command_line(&store, "kim@example.org")
            .await
            .unwrap()
            .unwrap();
        invitations::invite(
            owner.grant().unwrap(),
            &emails(&["bob@example.org"]),
            &Offer::member(),
        )
        .await
        .unwrap();
        let theirs = list(&owner).await[0].id;

        let refused = invitations::invite(kim.grant().unwrap(), &emails(&[ADA]), &Offer::member()).await;
        assert!(matches!(refused, Err(Failure::Denied(_))), "{refused:?}");
        let options = invitations::options(&kim.grant().unwrap()).await.unwrap();
        assert_eq!(options.places.groups, [(blue, "Blue".to_owned())]);
        let offer = Offer {
            groups: vec![blue],
            ..Offer::member()
        };
        invitations::invite(kim.grant().unwrap(), &emails(&[ADA]), &offer)
            .await
            .unwrap();
        let own = list(&kim).await;
        assert_eq!((own.len(), own[0].email.as_str()), (1, ADA));
        assert!(matches!(
            invitations::open(kim.grant().unwrap(), theirs).await,
            Err(Failure::NotFound)
        ));
        let none = invitations::cancel(kim.grant().unwrap(), &Which::These(vec![theirs])).await;
        assert_eq!(none.unwrap(), 0);
        let resent = invitations::resend(kim.grant().unwrap(), theirs, None).await;
        assert!(matches!(resent, Err(Failure::NotFound)), "{resent:?}");
        let opened = invitations::open(kim.grant().unwrap(), own[0].id).await.unwrap();
        assert_eq!(opened.messages.len(), 1);
    })
    .await;
}
