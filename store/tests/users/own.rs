//! One's own account: details, a new address that must be confirmed, the password, the sessions.

use crate::academy::{Academy, academy, person, run};
use domain::access::Role;
use domain::messages::LinkState;
use domain::sign_in::SignInRefused;
use domain::tally::Tally;
use domain::time::Span;
use domain::users::{Email, PageAt, Password, ProfileForm, ProfileRefused, UserFilter};
use store::secrets::{self, Purpose, Subject, Token};
use store::sign_in::Device;
use store::testing::{count, each};
use store::users::{
    self, PasswordRefused, ask_for_email, change_own_password, confirm_email, edit_own, end_session, own,
    sessions,
};
use store::{Actor, Change, Entry, Failure, Requester, sign_in, sql};

const PASSWORD: &str = "quay-lantern-42";

async fn own_form(requester: &Requester) -> (i64, ProfileForm) {
    let user = own::<ProfileRefused>(&requester.grant().unwrap()).await.unwrap();
    (user.version, ProfileForm::of(&user))
}

/// The link of a confirmation, as the worker would mint it.
async fn link(academy: &Academy, requester: &Requester, email: &str) -> Token {
    let mut write = academy
        .store
        .write(requester.organization(), Actor::System)
        .await
        .unwrap();
    let subject = Subject {
        user: Some(requester.user()),
        detail: Some(email.to_owned()),
        ..Subject::default()
    };
    let store = &academy.store;
    let token = secrets::mint(
        &mut write,
        store.random(),
        Purpose::EmailChange,
        subject,
        Span::days(1),
    )
    .await
    .unwrap();
    let entry = Entry::new(
        domain::audit::Action::EmailChangeAsked,
        domain::audit::TargetKind::User,
        requester.user(),
    );
    write.commit(Change::of(token, entry)).await.unwrap()
}

async fn signed_in(academy: &Academy, name: &str) -> Requester {
    let device = Device {
        address: Some("192.0.2.7".into()),
        user_agent: Some("Firefox/140.0".into()),
    };
    let name = format!("{name}@example.org");
    let session = sign_in::sign_in(&academy.store, &name, Password::new(PASSWORD), device, None)
        .await
        .unwrap()
        .session;
    let session = sign_in::session(&academy.store, &session, None).await.unwrap();
    session.unwrap().requester
}

async fn with_password(academy: &Academy, name: &str) {
    let user = academy.create(person(name)).await;
    let hash = academy
        .store
        .passwords()
        .hash(Password::new(PASSWORD), academy.store.random())
        .await
        .unwrap();
    let update = sql("UPDATE users SET password_hash = $1 WHERE id = $2")
        .bind(hash)
        .bind(user);
    run(&academy.store, update).await;
}

#[tokio::test]
async fn everybody_changes_their_own_details_whatever_their_rank() {
    each(async |store| {
        let academy = academy(&store).await;
        let (version, form) = own_form(&academy.owner).await;
        let form = ProfileForm {
            first_name: "Zoë".into(),
            phone: "+49 30 123456".into(),
            ..form
        };
        let now = edit_own(academy.owner.grant().unwrap(), version, &form)
            .await
            .unwrap();
        assert_eq!(now.name(), format!("Zoë {}", form.last_name));
        let filter = UserFilter {
            search: "zoe 123456".into(),
            ..UserFilter::default()
        };
        let page = users::list(academy.owner.grant().unwrap(), &filter, &PageAt::Start, 5);
        assert_eq!(page.await.unwrap().count, Tally::exact(1), "found by what is new");
        let late = edit_own(academy.owner.grant().unwrap(), version, &form)
            .await
            .unwrap_err();
        assert!(
            matches!(late, Failure::Refused(ProfileRefused::Changed)),
            "{late:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_new_address_counts_once_its_link_is_used() {
    each(async |store| {
        let academy = academy(&store).await;
        let member = academy.become_one("ada", Role::Member).await;
        academy.create(person("taken")).await;
        for email in ["new@example.org", "taken@example.org"] {
            let asked = ask_for_email(member.grant().unwrap(), email).await.unwrap();
            assert_eq!(asked.to_string(), email, "the answer is the same");
        }
        let queued = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'confirm_email'";
        assert_eq!(count(&store, queued).await, 1);

        let token = link(&academy, &member, "new@example.org").await;
        let (state, email) = users::look_at_email(&store, &token).await.unwrap();
        assert_eq!((state, email.as_deref()), (LinkState::Open, Some("new@example.org")));
        confirm_email(&store, &token, None).await.unwrap();
        let user = own::<ProfileRefused>(&member.grant().unwrap()).await.unwrap();
        assert_eq!(user.summary.email, Email::parse("new@example.org").ok());
        assert_eq!(user.summary.username.as_str(), "new@example.org", "which was the address");
        let again = confirm_email(&store, &token, None).await.unwrap_err();
        assert!(matches!(again, Failure::Refused(LinkState::Used | LinkState::Void)), "{again:?}");
        let told = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'email_changed' AND recipient = 'ada@example.org'";
        assert_eq!(count(&store, told).await, 1);

        let token = link(&academy, &member, "taken@example.org").await;
        let refused = confirm_email(&store, &token, None).await.unwrap_err();
        assert!(matches!(refused, Failure::Refused(LinkState::Void)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn the_present_password_is_asked_before_a_new_one_counts() {
    each(async |store| {
        let academy = academy(&store).await;
        with_password(&academy, "ada").await;
        let ada = signed_in(&academy, "ada").await;
        let change = async |current: &str, new: &str| {
            let (current, new) = (Password::new(current), Password::new(new));
            change_own_password(ada.grant().unwrap(), current, new, Device::default()).await
        };
        let wrong = change("guess", "another-lantern-7").await.unwrap_err();
        let Failure::Refused(PasswordRefused::Current(SignInRefused::Wrong)) = wrong else {
            panic!("{wrong:?}")
        };
        let weak = change(PASSWORD, "short").await.unwrap_err();
        assert!(
            matches!(weak, Failure::Refused(PasswordRefused::New(_))),
            "{weak:?}"
        );
        let told = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'password_changed' AND recipient = 'ada@example.org'";
        assert_eq!(count(&store, told).await, 0);
        let session = change(PASSWORD, "another-lantern-7").await.unwrap();
        assert_eq!(count(&store, told).await, 1, "its owner is told");
        assert!(sign_in::session(&store, &session, None).await.unwrap().is_some());
        assert_eq!(
            sessions(&ada.grant().unwrap()).await.unwrap().len(),
            1,
            "the others ended"
        );
    })
    .await;
}

#[tokio::test]
async fn one_sees_and_ends_ones_own_sessions_alone() {
    each(async |store| {
        let academy = academy(&store).await;
        with_password(&academy, "ada").await;
        with_password(&academy, "bob").await;
        let (first, second) = (signed_in(&academy, "ada").await, signed_in(&academy, "ada").await);
        let bob = signed_in(&academy, "bob").await;
        let seen = sessions(&second.grant().unwrap()).await.unwrap();
        assert_eq!(seen.len(), 2);
        assert_eq!(seen.iter().filter(|session| session.current).count(), 1);
        assert!(
            seen.iter()
                .all(|session| session.address.as_deref() == Some("192.0.2.7"))
        );

        end_session(bob.grant().unwrap(), first.session().unwrap())
            .await
            .unwrap();
        assert_eq!(
            sessions(&second.grant().unwrap()).await.unwrap().len(),
            2,
            "not somebody else's"
        );
        end_session(second.grant().unwrap(), first.session().unwrap())
            .await
            .unwrap();
        assert_eq!(sessions(&second.grant().unwrap()).await.unwrap().len(), 1);
    })
    .await;
}
