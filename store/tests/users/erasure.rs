//! Erasure: nothing of the person is left, neither in a table nor in the database's files.

use crate::academy::{Academy, academy, person, run};
use crate::life::these;
use domain::imports::{ExistingDetails, ImportType, Options};
use domain::invitations::Offer;
use domain::users::{Act, Email, Language, NewUser, Password, PasswordPlan, Phone};
use store::imports::{self, Upload};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, each};
use store::users::acts::act;
use store::{Kind, Store, invitations, sql};

/// What the person can be known by; in nothing else.
const TRACES: [&str; 3] = ["zyxwvut", "4930998877", "192.0.2.77"];

#[tokio::test]
async fn nothing_is_left_of_who_is_erased() {
    each(async |store| {
        let academy = academy(&store).await;
        run(
            &store,
            sql("UPDATE organizations SET settings = '{\"erase_anyone\":true,\"self_registration\":true}'"),
        )
        .await;
        leave_traces(&academy).await;
        for trace in TRACES {
            assert!(is_left(&store, trace).await, "{trace} is nowhere to begin with");
        }
        let user = academy.requester("zyxwvut").await.user();
        act(&academy.owner, Act::Delete, &these(&[user]), None)
            .await
            .unwrap();
        for trace in TRACES {
            assert!(!is_left(&store, trace).await, "{trace}");
        }
    })
    .await;
}

/// A person in every table that takes one: invited in vain, created, signed in and mistaken about it, at the door once more,
/// imported over.
async fn leave_traces(academy: &Academy) {
    let store = &academy.store;
    let emails = [Email::parse("zyxwvut@example.org").unwrap()];
    invitations::invite(academy.owner.grant().unwrap(), &emails, &Offer::member())
        .await
        .unwrap();
    run(store, sql("UPDATE invitations SET state = 'expired'")).await;
    academy
        .create(NewUser {
            phone: Some(Phone::parse("+4930998877").unwrap()),
            license: Some(academy.license),
            password: PasswordPlan::Typed {
                password: Password::new(PASSWORD),
                must_change: false,
            },
            ..person("zyxwvut")
        })
        .await;
    let device = || Device {
        address: Some("192.0.2.77".into()),
        ..Device::default()
    };
    for password in ["not the password", PASSWORD, "nor is this"] {
        let attempt = sign_in::sign_in(
            store,
            "zyxwvut@example.org",
            Password::new(password),
            device(),
            None,
        );
        assert_eq!(attempt.await.is_ok(), password == PASSWORD);
    }
    let here = device().address;
    invitations::ask_to_register(store, "zyxwvut@example.org", Language::default(), here)
        .await
        .unwrap();
    let file = "username,firstname,lastname,email\nzyxwvut@example.org,Zyxwvut,Anew,zyxwvut@example.org\n,Zyxwvut,,\n";
    let upload = Upload {
        file_name: "people.csv".into(),
        file: file.as_bytes().to_vec(),
        mapping: None,
        edits: Vec::new(),
        options: Options {
            import_type: ImportType::AddAndUpdate,
            existing_details: ExistingDetails::Override,
            ..Options::default()
        },
    };
    let grant = academy.owner.grant().unwrap();
    let created = imports::create(&grant, upload).await.unwrap();
    imports::confirm(&grant, created.id, created.plan.count_to_type())
        .await
        .unwrap();
    assert!(imports::work(store, || true).await.unwrap());
}

/// Whether a text is anywhere: in SQLite's files, or in a row of PostgreSQL.
async fn is_left(store: &Store, trace: &str) -> bool {
    let mut reader = store.read().await.unwrap();
    if store.db().kind() == Kind::Sqlite {
        let (file,): (String,) = sql("SELECT file AS value FROM pragma_database_list WHERE name = 'main'")
            .fetch_one(&mut reader)
            .await
            .unwrap();
        return ["", "-wal"].iter().any(|suffix| {
            let bytes = std::fs::read(format!("{file}{suffix}"))
                .unwrap()
                .to_ascii_lowercase();
            bytes
                .windows(trace.len())
                .any(|window| window == trace.as_bytes())
        });
    }
    let tables: Vec<(String,)> =
        sql("SELECT table_name::TEXT AS value FROM information_schema.tables WHERE table_schema = 'public'")
            .fetch_all(&mut reader)
            .await
            .unwrap();
    for (table,) in tables {
        let select =
            format!("SELECT COUNT(*) AS value FROM \"{table}\" t WHERE LOWER(t::TEXT) LIKE '%{trace}%'");
        let select: &'static str = select.leak();
        let (count,): (i64,) = sql(select).fetch_one(&mut reader).await.unwrap();
        if count > 0 {
            return true;
        }
    }
    false
}
