//! Registering: everything that was offered arrives, once, and a refusal leaves the link good.

use super::academy::{
    ADA, WORDS, create, emails, execute, form, group, license, list, mailed, proven, registration, seats,
    state,
};
use domain::access::{GroupRole, Role};
use domain::invitations::{InvitationStatus, InviteRefused, Offer, RegisterRefused, RegistrationForm};
use domain::messages::LinkState;
use domain::users::{Password, WeakPassword};
use futures::future::join_all;
use store::sign_in::{self, Device};
use store::testing::{count, each, owner};
use store::{Failure, invitations, sql};

#[tokio::test]
async fn an_invitation_becomes_an_account_with_all_it_offered() {
    each(async |store| {
        let owner = owner(&store).await;
        let offer = Offer {
            role: Role::Support,
            groups: vec![group(&owner, "Blue").await],
            group_role: GroupRole::Instructor,
            license: Some(license(&owner, 1).await),
            ..Offer::member()
        };
        let invited = invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &offer)
            .await
            .unwrap();
        assert_eq!(invited.sent, emails(&[ADA]));
        assert_eq!(seats(&store).await, (0, 1));
        assert_eq!(list(&owner).await[0].status, InvitationStatus::Queued);
        let token = mailed(&store).await.remove(0);
        let row = list(&owner).await.remove(0);
        assert_eq!(
            (row.status, row.groups),
            (InvitationStatus::Sent, vec!["Blue".to_owned()])
        );

        for _ in 0..20 {
            let (state, welcome) = invitations::look(&store, &token).await.unwrap();
            assert_eq!(
                (state, welcome.unwrap().email),
                (LinkState::Open, emails(&[ADA]).remove(0))
            );
        }
        assert_eq!(
            list(&owner).await[0].status,
            InvitationStatus::Sent,
            "looking changes nothing"
        );
        invitations::opened(&store, &token).await.unwrap();
        assert_eq!(list(&owner).await[0].status, InvitationStatus::Opened);

        invitations::register(&store, &token, registration())
            .await
            .unwrap();
        let signed_in = sign_in::sign_in(&store, ADA, Password::new(WORDS), Device::default(), None)
            .await
            .unwrap();
        let session = sign_in::session(&store, &signed_in.session, None)
            .await
            .unwrap()
            .unwrap();
        let standing = session.requester.standing();
        assert_eq!(standing.role, Role::Support);
        assert_eq!(standing.groups, [(offer.groups[0], GroupRole::Instructor)]);
        assert_eq!(seats(&store).await, (1, 0));
        assert_eq!(list(&owner).await[0].status, InvitationStatus::Accepted);
        assert_eq!(state(&store, &token).await, LinkState::Used);
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn of_fifty_registrations_with_one_link_one_makes_an_account() {
    each(async |store| {
        let owner = owner(&store).await;
        invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &Offer::member())
            .await
            .unwrap();
        let token = mailed(&store).await.remove(0);
        let attempts = (0..50).map(|_| invitations::register(&store, &token, registration()));
        let outcomes = join_all(attempts).await;
        let lost: Vec<_> = outcomes
            .iter()
            .filter_map(|outcome| outcome.as_ref().err())
            .collect();
        assert_eq!(lost.len(), 49);
        for refused in lost {
            assert!(
                matches!(
                    refused,
                    Failure::Refused(RegisterRefused::Closed(LinkState::Used))
                ),
                "{refused:?}"
            );
        }
        assert_eq!(
            count(
                &store,
                "SELECT COUNT(*) AS value FROM users WHERE email = 'ada@example.org'"
            )
            .await,
            1
        );
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn a_refused_registration_leaves_the_link_good() {
    each(async |store| {
        let owner = owner(&store).await;
        invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &Offer::member())
            .await
            .unwrap();
        let token = mailed(&store).await.remove(0);
        let weak = RegistrationForm {
            password: "short".into(),
            ..form()
        }
        .parse()
        .unwrap();
        let refused = invitations::register(&store, &token, weak).await.unwrap_err();
        assert!(matches!(
            refused,
            Failure::Refused(RegisterRefused::Password(WeakPassword::TooShort(8)))
        ));
        execute(&store, sql("UPDATE organizations SET user_cap = 1")).await;
        let refused = invitations::register(&store, &token, registration())
            .await
            .unwrap_err();
        assert!(matches!(refused, Failure::Refused(RegisterRefused::NoPlace)));
        execute(&store, sql("UPDATE organizations SET user_cap = NULL")).await;
        create(&owner, ADA, Role::Member).await;
        let refused = invitations::register(&store, &token, registration())
            .await
            .unwrap_err();
        assert!(matches!(refused, Failure::Refused(RegisterRefused::HasAccount)));
        assert_eq!(state(&store, &token).await, LinkState::Open);
        proven(&store).await;
    })
    .await;
}

#[tokio::test]
async fn courses_are_offered_with_a_license_that_covers_them() {
    each(async |store| {
        let owner = owner(&store).await;
        let course: domain::id::CourseId = store.random().id(store.now());
        let insert = sql(
            "INSERT INTO courses (id, organization_id, reference, reference_key, title, created_at)
             VALUES ($1, $2, 'a', 'a', 'Safety', $3)",
        )
        .bind(course)
        .bind(owner.organization())
        .bind(store.now());
        execute(&store, insert).await;
        let offer = Offer {
            license: Some(license(&owner, 2).await),
            courses: vec![course],
            ..Offer::member()
        };
        let refused = invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &offer).await;
        assert!(
            matches!(refused, Err(Failure::Refused(InviteRefused::Gone(_)))),
            "{refused:?}"
        );
        let cover = sql("INSERT INTO license_courses (license_id, course_id) VALUES ($1, $2)")
            .bind(offer.license)
            .bind(course);
        execute(&store, cover).await;
        invitations::invite(owner.grant().unwrap(), &emails(&[ADA]), &offer)
            .await
            .unwrap();
        let id = list(&owner).await[0].id;
        let opened = invitations::open(owner.grant().unwrap(), id).await.unwrap();
        assert_eq!(opened.courses, ["Safety"]);
        let token = mailed(&store).await.remove(0);
        invitations::register(&store, &token, registration())
            .await
            .unwrap();
        let enrolled = "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL";
        assert_eq!((seats(&store).await, count(&store, enrolled).await), ((1, 0), 1));
        proven(&store).await;
    })
    .await;
}
