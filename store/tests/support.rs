//! Helping somebody: finding them, seeing what is wrong, and mending it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

use domain::access::{Denied, Role};
use domain::id::UserId;
use domain::invitations::{Offer, Which};
use domain::messages::MessageKind;
use domain::sign_in::SignInRefused;
use domain::support::{Finding, SupportRefused};
use domain::users::{Email, NewUser, Password, PasswordPlan, PersonName};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, count, each, owner};
use store::{Failure, Requester, Store, invitations, links, sql, support, users};

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

async fn supporter(owner: &Requester) -> Requester {
    create(owner, "sam@example.org", Role::Support, typed()).await;
    sign_in::requester_at_command_line(owner.store(), "sam@example.org")
        .await
        .unwrap()
        .unwrap()
}

async fn enter(store: &Store, password: &str) -> Result<(), Failure<SignInRefused>> {
    sign_in::sign_in(store, ADA, Password::new(password), Device::default(), None)
        .await
        .map(|_| ())
}

async fn findings(by: &Requester, user: UserId) -> Vec<Finding> {
    support::case(by.grant().unwrap(), user).await.unwrap().findings
}

#[tokio::test]
async fn somebody_locked_out_is_let_in_again() {
    each(async |store| {
        let owner = owner(&store).await;
        let sam = supporter(&owner).await;
        let ada = create(&owner, ADA, Role::Member, typed()).await;
        for _ in 0..10 {
            enter(&store, "wrong").await.unwrap_err();
        }
        let refused = enter(&store, PASSWORD).await.unwrap_err();
        assert!(matches!(refused, Failure::Refused(SignInRefused::TooMany { .. })));
        assert!(matches!(
            findings(&sam, ada).await[0],
            Finding::LockedOut { until } if until > store.now()
        ));

        support::forgive(sam.grant().unwrap(), ada).await.unwrap();
        support::forgive(sam.grant().unwrap(), ada).await.unwrap();
        assert_eq!(
            findings(&sam, ada).await[0],
            Finding::NeverAccessed { notified: None }
        );
        enter(&store, PASSWORD).await.unwrap();
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action = 'sign_in.attempts_forgiven'";
        assert_eq!(
            count(&store, told).await,
            1,
            "there was nothing to forgive the second time"
        );
    })
    .await;
}

#[tokio::test]
async fn a_case_names_what_stands_in_the_way() {
    each(async |store| {
        let owner = owner(&store).await;
        let sam = supporter(&owner).await;
        let ada = create(&owner, ADA, Role::Member, PasswordPlan::Activation).await;
        sql("UPDATE messages SET state = 'failed', server_answer = '550 no such user' WHERE user_id = $1")
            .bind(ada)
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        let found = findings(&sam, ada).await;
        assert!(
            matches!(
                found.as_slice(),
                [
                    Finding::MailFailed { kind: MessageKind::Activation, answer: Some(answer), .. },
                    Finding::NoPassword,
                    Finding::NeverAccessed { .. },
                    Finding::NoSeat,
                ] if answer == "550 no such user"
            ),
            "{found:?}"
        );
        sql("UPDATE users SET state = 'archived' WHERE id = $1")
            .bind(ada)
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(findings(&sam, ada).await, [Finding::Archived { since: None }]);
        let (people, more) = support::find(sam.grant().unwrap(), "lovel ada@").await.unwrap();
        let ids: Vec<UserId> = people.iter().map(|person| person.id).collect();
        assert_eq!((ids, more), (vec![ada], false), "also those who are archived");
    })
    .await;
}

#[tokio::test]
async fn a_link_goes_to_those_below_ones_rank_who_can_use_it() {
    each(async |store| {
        let owner = owner(&store).await;
        let sam = supporter(&owner).await;
        let ada = create(&owner, ADA, Role::Member, PasswordPlan::Later).await;
        let kim = create(&owner, "kim@example.org", Role::Member, typed()).await;
        let boss = create(&owner, "boss@example.org", Role::Administrator, typed()).await;

        let send = async |user| links::send(sam.grant().unwrap(), user).await;
        assert_eq!(send(ada).await.unwrap().as_str(), ADA);
        send(kim).await.unwrap();
        let activations = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'activation'";
        let resets = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'password_reset'";
        assert_eq!(
            (count(&store, activations).await, count(&store, resets).await),
            (1, 1)
        );

        for equal_or_above in [boss, sam.user(), owner.user()] {
            let refused = send(equal_or_above).await.unwrap_err();
            assert!(matches!(refused, Failure::Denied(Denied::NotBelowYou)));
            let refused = support::forgive(sam.grant().unwrap(), equal_or_above)
                .await
                .unwrap_err();
            assert!(matches!(refused, Failure::Denied(Denied::NotBelowYou)));
        }
        sql("UPDATE users SET state = 'pending' WHERE id = $1")
            .bind(ada)
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        let refused = send(ada).await.unwrap_err();
        assert!(matches!(refused, Failure::Refused(SupportRefused::NotActive)));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_only_invited_is_found_among_the_invitations() {
    each(async |store| {
        let owner = owner(&store).await;
        let sam = supporter(&owner).await;
        let email = |text| Email::parse(text).unwrap();
        let invited = [email("grace@navy.example"), email("alan@navy.example")];
        invitations::invite(owner.grant().unwrap(), &invited, &Offer::member())
            .await
            .unwrap();
        let found = async |by: &Requester, search: &str| {
            invitations::waiting(&by.grant().unwrap(), search).await.unwrap()
        };
        let rows = found(&owner, "NAVY grace").await;
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].email.as_str(), &rows[0].out_of_reach),
            ("grace@navy.example", &None)
        );
        let rows = found(&sam, "navy").await;
        assert_eq!(rows.len(), 2);
        assert!(
            matches!(rows[0].out_of_reach, Some(Denied::NotYourRole(_))),
            "support sees them and cannot invite"
        );
        invitations::cancel(owner.grant().unwrap(), &Which::These(vec![rows[0].id]))
            .await
            .unwrap();
        assert_eq!(found(&owner, "navy").await.len(), 1, "open ones alone");
    })
    .await;
}
