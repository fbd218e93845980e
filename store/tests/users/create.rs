//! Creating a user: what it makes, and every reason it does not.

use crate::academy::{Academy, academy, nameless, person, run};
use domain::access::{Denied, Role};
use domain::time::Span;
use domain::users::{
    CreateRefused, Email, ExternalId, NewUser, PageAt, Password, PasswordPlan, Phone, UserFilter, Username,
    WeakPassword,
};
use store::testing::{PASSWORD, count, each};
use store::users::{create, list};
use store::{Failure, sign_in, sql};

async fn refused(academy: &Academy, new: NewUser) -> CreateRefused {
    match create(academy.owner.grant().unwrap(), new).await {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_user_gets_everything_at_once() {
    each(async |store| {
        let academy = academy(&store).await;
        let new = NewUser {
            groups: academy.groups[..2].to_vec(),
            location: Some(academy.locations[0]),
            department: Some(academy.departments[0]),
            labels: vec![academy.labels[2]],
            phone: Some(Phone::parse("+49 30 123456").unwrap()),
            license: Some(academy.license),
            due_date: Some(store.now().date().plus_days(10)),
            deletion_date: Some(store.now().date().plus_days(100)),
            password: PasswordPlan::Activation,
            ..person("ada")
        };
        academy.create(new).await;
        let filter = UserFilter {
            search: "ada 123456".into(),
            labels: vec![academy.labels[2]],
            licenses: vec![academy.license],
            ..UserFilter::default()
        };
        let page = list(academy.owner.grant().unwrap(), &filter, &PageAt::Start, 10)
            .await
            .unwrap();
        let [user] = page.users.as_slice() else {
            panic!("{page:?}")
        };
        assert_eq!(user.groups.len(), 2);
        assert_eq!(
            (user.location, user.department),
            (Some(academy.locations[0]), Some(academy.departments[0]))
        );
        assert!(user.status.notified && user.status.never_accessed);
        for (what, expected) in [
            (
                "SELECT COUNT(*) AS value FROM messages WHERE kind = 'activation'",
                1,
            ),
            (
                "SELECT COUNT(*) AS value FROM enrollments WHERE due_date = '2026-01-11'",
                1,
            ),
            ("SELECT allocated AS value FROM licenses", 1),
            (
                "SELECT COUNT(*) AS value FROM seat_ledger WHERE kind = 'allocated'",
                1,
            ),
            (
                "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.created'",
                2,
            ),
            ("SELECT users AS value FROM user_counts WHERE state = 'active'", 2),
        ] {
            assert_eq!(count(&store, what).await, expected, "{what}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_way_to_a_password_does_what_it_says() {
    each(async |store| {
        let academy = academy(&store).await;
        let plans = [
            ("typed", PasswordPlan::Typed { password: Password::new(PASSWORD), must_change: false }),
            ("forced", PasswordPlan::Typed { password: Password::new(PASSWORD), must_change: true }),
            ("generated", PasswordPlan::Generated),
            ("activation", PasswordPlan::Activation),
            ("later", PasswordPlan::Later),
        ];
        for (name, password) in plans {
            academy.create(NewUser { password, ..person(name) }).await;
        }
        for (name, must_change) in [("typed", false), ("forced", true)] {
            let device = sign_in::Device::default();
            let signed_in = sign_in::sign_in(&store, &format!("{name}@example.org"), Password::new(PASSWORD), device, None)
                .await
                .unwrap();
            assert_eq!(signed_in.must_change_password, must_change, "{name}");
        }
        for (what, expected) in [
            ("SELECT COUNT(*) AS value FROM users WHERE password_hash IS NULL AND email LIKE '%@example.org'", 3),
            ("SELECT COUNT(*) AS value FROM messages WHERE kind = 'generated_password'", 1),
            ("SELECT COUNT(*) AS value FROM messages WHERE kind = 'activation'", 1),
            ("SELECT COUNT(*) AS value FROM messages", 2),
            ("SELECT COUNT(*) AS value FROM users WHERE notified_at IS NOT NULL", 2),
        ] {
            assert_eq!(count(&store, what).await, expected, "{what}");
        }
    })
    .await;
}

#[tokio::test]
async fn names_are_refused_when_taken_whatever_their_case() {
    each(async |store| {
        let academy = academy(&store).await;
        let external_id = Some(ExternalId::parse("x1").unwrap());
        academy
            .create(NewUser {
                external_id: external_id.clone(),
                ..person("ada")
            })
            .await;
        academy.create(nameless("Grace")).await;
        let upper = NewUser {
            email: Some(Email::parse("ADA@EXAMPLE.ORG").unwrap()),
            ..person("other")
        };
        assert_eq!(refused(&academy, upper).await, CreateRefused::EmailTaken);
        assert_eq!(
            refused(&academy, nameless("gRACE")).await,
            CreateRefused::UsernameTaken
        );
        assert_eq!(
            refused(&academy, nameless("ada@example.org")).await,
            CreateRefused::UsernameTaken,
            "a username must not be another one's email"
        );
        let known = NewUser {
            external_id,
            ..person("other")
        };
        assert_eq!(refused(&academy, known).await, CreateRefused::ExternalIdTaken);
        let nobody = NewUser {
            username: None,
            ..nameless("x")
        };
        assert_eq!(refused(&academy, nobody).await, CreateRefused::NoIdentity);
    })
    .await;
}

#[tokio::test]
async fn a_username_made_from_an_email_gets_a_number_when_taken() {
    each(async |store| {
        let academy = academy(&store).await;
        for domain in ["example.org", "example.com", "example.net"] {
            let email = Some(Email::parse(&format!("ada@{domain}")).unwrap());
            academy
                .create(NewUser {
                    email,
                    email_as_username: false,
                    ..person("x")
                })
                .await;
        }
        let made = "SELECT COUNT(*) AS value FROM users WHERE username IN ('ada', 'ada2', 'ada3')";
        assert_eq!(count(&store, made).await, 3);
        assert_eq!(Username::parse("ada2").unwrap().key(), "ada2");
    })
    .await;
}

#[tokio::test]
async fn a_user_is_refused_for_a_password_a_date_a_seat_or_a_place_that_does_not_fit() {
    each(async |store| {
        let academy = academy(&store).await;
        let today = store.now().date();
        let weak = PasswordPlan::Typed {
            password: Password::new("password"),
            must_change: true,
        };
        assert_eq!(
            refused(
                &academy,
                NewUser {
                    password: weak,
                    ..person("a")
                }
            )
            .await,
            CreateRefused::Password(WeakPassword::Common)
        );
        assert_eq!(
            refused(
                &academy,
                NewUser {
                    deletion_date: Some(today),
                    ..person("a")
                }
            )
            .await,
            CreateRefused::DeletionDatePast
        );
        let gone = NewUser {
            groups: vec![store.random().id(store.now())],
            ..person("a")
        };
        assert_eq!(refused(&academy, gone).await, CreateRefused::Gone("group".into()));
        let licensed = |name: &str| NewUser {
            license: Some(academy.license),
            ..person(name)
        };
        let foreign = NewUser {
            courses: vec![academy.courses[1]],
            ..licensed("a")
        };
        assert_eq!(
            refused(&academy, foreign).await,
            CreateRefused::Gone("course".into())
        );
        for name in ["b", "c"] {
            academy.create(licensed(name)).await;
        }
        assert_eq!(
            refused(&academy, licensed("d")).await,
            CreateRefused::NoSeat { short: 1 }
        );
        store.clock().advance(Span::days(31));
        assert_eq!(refused(&academy, licensed("d")).await, CreateRefused::LicenseOver);
        let kept = "SELECT COUNT(*) AS value FROM users WHERE email LIKE 'a@%' OR email LIKE 'd@%'";
        assert_eq!(count(&store, kept).await, 0, "a refused user leaves nothing");
    })
    .await;
}

#[tokio::test]
async fn a_role_is_given_only_below_ones_own() {
    each(async |store| {
        let academy = academy(&store).await;
        let administrator = academy.become_one("admin", Role::Administrator).await;
        for (role, may) in [
            (Role::Owner, false),
            (Role::Administrator, false),
            (Role::Support, true),
            (Role::Member, true),
        ] {
            let new = NewUser {
                role,
                ..person(role.as_str())
            };
            let made = create(administrator.grant().unwrap(), new).await;
            assert_eq!(made.is_ok(), may, "{role}");
            if !may {
                assert!(matches!(made, Err(Failure::Denied(Denied::NotBelowYou))));
            }
        }
        let support = academy.requester("support").await;
        assert!(support.grant::<domain::access::CreateUsers>().is_err());
    })
    .await;
}

#[tokio::test]
async fn of_many_at_once_no_more_get_in_than_there_are_places() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.cap(6).await;
        let attempts = (0..16).map(|i| {
            let grant = academy.owner.grant().unwrap();
            tokio::spawn(create(grant, person(&format!("user{i}"))))
        });
        let (mut made, mut refused) = (0, 0);
        for attempt in attempts.collect::<Vec<_>>() {
            match attempt.await.unwrap() {
                Ok(_) => made += 1,
                Err(Failure::Refused(CreateRefused::CapReached { cap: 6 })) => refused += 1,
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!((made, refused), (5, 11), "the owner holds one of the six");
        let active = "SELECT COUNT(*) AS value FROM users WHERE state = 'active'";
        assert_eq!(count(&store, active).await, 6);
    })
    .await;
}

#[tokio::test]
async fn of_many_with_one_email_at_once_one_gets_it_and_the_rest_are_told() {
    each(async |store| {
        let academy = academy(&store).await;
        let attempts = (0..8).map(|_| tokio::spawn(create(academy.owner.grant().unwrap(), person("ada"))));
        let mut made = 0;
        for attempt in attempts.collect::<Vec<_>>() {
            match attempt.await.unwrap() {
                Ok(_) => made += 1,
                Err(Failure::Refused(CreateRefused::EmailTaken)) => {}
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(made, 1);
    })
    .await;
}

#[tokio::test]
async fn the_form_is_checked_again_where_it_counts() {
    use domain::users::{FormRefused, PasswordChoice, UserForm};
    each(async |store| {
        let academy = academy(&store).await;
        run(
            &store,
            sql("UPDATE organizations SET settings = '{\"password_policy\":{\"min_length\":20}}'"),
        )
        .await;
        let form = UserForm {
            first_name: "Ada".into(),
            last_name: String::new(),
            email: "ada@example.org".into(),
            email_as_username: true,
            username: String::new(),
            password: PasswordChoice {
                typed: Some(Password::new("nineteen characters")),
                force_change: true,
                email: false,
            },
            role: Role::Member,
            groups: Vec::new(),
            group_role: domain::access::GroupRole::Learner,
            location: None,
            department: None,
            labels: Vec::new(),
            language: None,
            deletion_date: String::new(),
            license: None,
            courses: Vec::new(),
            due_date: String::new(),
            phone: String::new(),
            job_title: String::new(),
            address: String::new(),
            date_of_birth: String::new(),
            external_id: String::new(),
        };
        let answer = store::users::create_from_form(academy.owner.grant().unwrap(), form).await;
        let Err(Failure::Refused(FormRefused::Fields(errors))) = answer else {
            panic!("{answer:?}")
        };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["last_name", "password"]);
    })
    .await;
}
