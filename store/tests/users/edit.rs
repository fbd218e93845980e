//! The page of one user: the details, email, phone, password, and what happened to them.

use crate::academy::{academy, person, run};
use domain::access::{Denied, EditUsers, Role, SetPasswords, ViewAudit, ViewUsers};
use domain::audit::{Action, Who};
use domain::id::UserId;
use domain::time::Span;
use domain::users::{
    EditRefused, Email, NewUser, Password, PasswordPlan, SetPassword, UserDetails, UserEdit,
};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, count, each};
use store::users::{change_email, change_phone, edit, history, one, set_password};
use store::{Failure, Requester, sql};

async fn seen(requester: &Requester, user: UserId) -> UserDetails {
    one::<()>(&requester.grant::<ViewUsers>().unwrap(), user)
        .await
        .unwrap()
}

fn editor(requester: &Requester) -> store::Grant<EditUsers> {
    requester.grant().unwrap()
}

#[tokio::test]
async fn of_two_who_edit_at_once_the_second_is_told_what_the_first_did() {
    each(async |store| {
        let academy = academy(&store).await;
        let ada = academy.create(person("ada")).await;
        let filled = seen(&academy.owner, ada).await;
        let first = UserEdit {
            job_title: "Analyst".into(),
            location: Some(academy.locations[0]),
            labels: vec![academy.labels[1]],
            ..UserEdit::of(&filled)
        };
        let second = UserEdit {
            last_name: "Lovelace".into(),
            ..UserEdit::of(&filled)
        };
        store.clock().advance(Span::minutes(1));
        let now = edit(editor(&academy.owner), ada, filled.version, first)
            .await
            .unwrap();
        assert_eq!(now.job_title.unwrap().as_str(), "Analyst");
        let refused = edit(editor(&academy.owner), ada, filled.version, second.clone()).await;
        let Err(Failure::Refused(EditRefused::Changed(theirs))) = refused else {
            panic!("{refused:?}")
        };
        let (merged, both) = UserEdit::merge(&UserEdit::of(&filled), &second, &UserEdit::of(&theirs));
        assert_eq!(both.len(), 0);
        store.clock().advance(Span::minutes(1));
        let now = edit(editor(&academy.owner), ada, theirs.version, merged)
            .await
            .unwrap();
        assert_eq!(now.summary.last_name.as_str(), "Lovelace");
        assert_eq!(now.job_title.unwrap().as_str(), "Analyst", "nothing is lost");
        let found = "SELECT COUNT(*) AS value FROM users WHERE search_text LIKE '%lovelace%'";
        assert_eq!(count(&store, found).await, 1);

        let page = history::<()>(academy.owner.grant::<ViewAudit>().unwrap(), ada, None)
            .await
            .unwrap();
        let actions: Vec<_> = page.lines.iter().map(|line| line.action).collect();
        assert_eq!(
            actions,
            [Action::UserChanged, Action::UserChanged, Action::UserCreated]
        );
        let changes: Vec<_> = page.lines[1]
            .changes()
            .into_iter()
            .map(|change| (change.field, change.after))
            .collect();
        let told = [("job_title", "Analyst"), ("labels", "two"), ("location", "one")];
        assert_eq!(
            changes,
            told.map(|(field, after)| (field.to_owned(), after.to_owned()))
        );
        assert!(matches!(&page.lines[0].who, Who::User { id, .. } if *id == academy.owner.user()));
    })
    .await;
}

#[tokio::test]
async fn a_taken_name_is_said_at_its_field() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.create(person("bob")).await;
        let ada = academy.create(person("ada")).await;
        let filled = seen(&academy.owner, ada).await;
        let form = UserEdit {
            username: "BOB@example.org".into(),
            ..UserEdit::of(&filled)
        };
        for refused in [
            edit(editor(&academy.owner), ada, filled.version, form).await,
            change_email(editor(&academy.owner), ada, "bob@Example.org").await,
        ] {
            let Err(Failure::Refused(EditRefused::Fields(errors))) = refused else {
                panic!("{refused:?}")
            };
            assert!(
                ["username", "email"].contains(&errors[0].field.as_str()),
                "{errors:?}"
            );
        }
        let unreadable = change_phone(editor(&academy.owner), ada, "call me").await;
        assert!(matches!(
            unreadable,
            Err(Failure::Refused(EditRefused::Fields(_)))
        ));
        assert_eq!(seen(&academy.owner, ada).await.version, filled.version);
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM messages").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_new_address_is_told_to_the_old_one_and_takes_the_username_along() {
    each(async |store| {
        let academy = academy(&store).await;
        let ada = academy.create(person("ada")).await;
        let now = change_email(editor(&academy.owner), ada, "countess@example.org").await.unwrap();
        assert_eq!(now.summary.email, Some(Email::parse("countess@example.org").unwrap()));
        assert_eq!(now.summary.username.as_str(), "countess@example.org");
        let told = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'email_changed' AND recipient = 'ada@example.org'";
        assert_eq!(count(&store, told).await, 1);
        let refused = change_email(editor(&academy.owner), ada, " ").await;
        assert!(matches!(refused, Err(Failure::Refused(EditRefused::WouldBeLockedOut))));
        let now = change_phone(editor(&academy.owner), ada, "+49 30 1234567").await.unwrap();
        assert!(now.summary.phone.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_password_set_by_another_ends_the_sessions_and_is_told() {
    each(async |store| {
        let academy = academy(&store).await;
        let password = PasswordPlan::Typed {
            password: Password::new(PASSWORD),
            must_change: false,
        };
        let ada = academy
            .create(NewUser {
                password,
                ..person("ada")
            })
            .await;
        let sign_in = async |password: &str| {
            let device = Device::default();
            sign_in::sign_in(&store, "ada@example.org", Password::new(password), device, None).await
        };
        let grant = || academy.owner.grant::<SetPasswords>().unwrap();
        let session = sign_in(PASSWORD).await.unwrap().session;
        set_password(grant(), ada, SetPassword::Link).await.unwrap();
        assert!(
            sign_in::session(&store, &session, None).await.unwrap().is_some(),
            "a link changes nothing yet"
        );

        let typed = |text: &str| SetPassword::Typed {
            password: Password::new(text),
            must_change: true,
        };
        let weak = set_password(grant(), ada, typed("short")).await;
        assert!(matches!(weak, Err(Failure::Refused(EditRefused::Fields(_)))));
        set_password(grant(), ada, typed("another fine password"))
            .await
            .unwrap();
        assert!(sign_in::session(&store, &session, None).await.unwrap().is_none());
        assert!(sign_in(PASSWORD).await.is_err());
        assert!(
            sign_in("another fine password")
                .await
                .unwrap()
                .must_change_password
        );

        let generated = set_password(grant(), ada, SetPassword::Generated).await.unwrap();
        assert!(!generated.has_password && generated.must_change_password);
        assert!(sign_in("another fine password").await.is_err());
        for kind in ["password_reset", "password_changed", "generated_password"] {
            let (many,): (i64,) = sql("SELECT COUNT(*) AS value FROM messages WHERE kind = $1")
                .bind(kind)
                .fetch_one(&mut store.read().await.unwrap())
                .await
                .unwrap();
            assert_eq!(many, 1, "{kind}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_edits_their_own_rank_or_above_or_sees_who_is_out_of_reach() {
    each(async |store| {
        let academy = academy(&store).await;
        let support = academy.become_one("support", Role::Support).await;
        let administrator = academy.become_one("admin", Role::Administrator).await;
        for target in [support.user(), administrator.user(), academy.owner.user()] {
            let email = change_email(editor(&support), target, "x@example.org").await;
            assert!(
                matches!(email, Err(Failure::Denied(Denied::NotBelowYou))),
                "{email:?}"
            );
            let password = set_password(support.grant().unwrap(), target, SetPassword::Link).await;
            assert!(matches!(password, Err(Failure::Denied(Denied::NotBelowYou))));
        }
        let member = academy.become_one("member", Role::Member).await;
        let stranger = one::<()>(&member.grant::<ViewUsers>().unwrap(), support.user()).await;
        assert!(matches!(stranger, Err(Failure::NotFound)));
        run(
            &store,
            sql("UPDATE users SET state = 'archived' WHERE id = $1").bind(member.user()),
        )
        .await;
        let archived = set_password(academy.owner.grant().unwrap(), member.user(), SetPassword::Link).await;
        assert!(matches!(archived, Err(Failure::Refused(EditRefused::NotActive))));
        let own = history::<()>(support.grant().unwrap(), member.user(), None)
            .await
            .unwrap();
        assert_eq!(own.lines, [], "support reads what it did itself");
    })
    .await;
}
