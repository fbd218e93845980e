//! Importing: what a confirmed plan becomes, once, whatever happens in between.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

use domain::access::ImportUsers;
use domain::id::{Id, ImportId};
use domain::imports::{
    ExistingDetails, ExistingPassword, FileRefused, ImportRefused, ImportState, ImportType, NewPassword,
    Options, Outcome, Plan, PlannedRow,
};
use domain::time::Span;
use domain::users::Password;
use std::fmt::Write as _;
use std::time::Duration;
use store::imports::{self, Upload};
use store::testing::{count, each, owner};
use store::{Failure, Grant, Requester, Store, sign_in, sql};

/// An owner, a location, two groups, a label, two courses, and a license of both with 1,000 seats.
async fn academy(store: &Store) -> Grant<ImportUsers> {
    let owner = owner(store).await;
    let organization = owner.organization();
    let now = store.now();
    let mut reader = store.read().await.unwrap();
    for (table, name) in [
        (
            "INSERT INTO locations (id, organization_id, name, name_key) VALUES ($1, $2, $3, $4)",
            "Zürich",
        ),
        (
            "INSERT INTO labels (id, organization_id, name, name_key) VALUES ($1, $2, $3, $4)",
            "vip",
        ),
    ] {
        let statement = sql(table)
            .bind(store.random().id::<ImportId>(now).uuid())
            .bind(organization);
        let statement = statement.bind(name).bind(domain::text::fold(name));
        statement.execute(&mut reader).await.unwrap();
    }
    for name in ["Blue", "Red"] {
        sql("INSERT INTO \"groups\" (id, organization_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(store.random().id::<ImportId>(now).uuid())
            .bind(organization)
            .bind(name)
            .bind(domain::text::fold(name))
            .bind(now)
            .execute(&mut reader)
            .await
            .unwrap();
    }
    let license = store.random().id::<ImportId>(now).uuid();
    sql("INSERT INTO licenses (id, organization_id, reference, reference_key, name, kind, purchased, valid_from, valid_to, created_at)
         VALUES ($1, $2, 'SAFE', 'safe', 'Safety', 'standard', 1000, '2025-01-01', '2027-12-31', $3)")
        .bind(license)
        .bind(organization)
        .bind(now)
        .execute(&mut reader)
        .await
        .unwrap();
    for reference in ["one", "two"] {
        let course = store.random().id::<ImportId>(now).uuid();
        sql("INSERT INTO courses (id, organization_id, reference, reference_key, title, created_at) VALUES ($1, $2, $3, $3, $3, $4)")
            .bind(course)
            .bind(organization)
            .bind(reference)
            .bind(now)
            .execute(&mut reader)
            .await
            .unwrap();
        sql("INSERT INTO license_courses (license_id, course_id) VALUES ($1, $2)")
            .bind(license)
            .bind(course)
            .execute(&mut reader)
            .await
            .unwrap();
    }
    owner.grant().unwrap()
}

fn upload(file: &str, options: Options) -> Upload {
    Upload {
        file_name: "people.csv".into(),
        file: file.as_bytes().to_vec(),
        mapping: None,
        edits: Vec::new(),
        options,
    }
}

fn activation() -> Options {
    Options {
        new_password: NewPassword::Activation,
        ..Options::default()
    }
}

fn upsert() -> Options {
    Options {
        import_type: ImportType::AddAndUpdate,
        existing_details: ExistingDetails::Override,
        allow_renames: true,
        allow_deletes: true,
        allow_archiving: true,
        ..activation()
    }
}

async fn confirmed(grant: &Grant<ImportUsers>, file: &str, options: Options) -> (ImportId, Plan) {
    let created = imports::create(grant, upload(file, options)).await.unwrap();
    imports::confirm(grant, created.id, created.plan.count_to_type())
        .await
        .unwrap();
    (created.id, created.plan)
}

/// Imports a file to its end; every row must come out as planned.
async fn imported(grant: &Grant<ImportUsers>, file: &str, options: Options) -> Plan {
    let (id, plan) = confirmed(grant, file, options).await;
    assert!(imports::work(grant.store(), || true).await.unwrap());
    let mut expected = plan.rows.clone();
    for row in expected.iter_mut().filter(|row| row.outcome == Outcome::Delete) {
        row.user.clear();
    }
    assert_eq!(imports::report(grant, id).await.unwrap(), expected);
    let progress = imports::progress(grant, id).await.unwrap();
    assert_eq!(
        (progress.state, progress.rows_done),
        (ImportState::Done, progress.rows_total)
    );
    plan
}

fn people(rows: usize) -> String {
    let mut file = String::from("email;firstname;lastname;location;groups\n");
    for row in 0..rows {
        writeln!(file, "p{row}@example.org;Zoë;{row};zurich;\"Blue;Red\"").unwrap();
    }
    file
}

/// The counters say what the rows say.
async fn consistent(store: &Store) {
    for (statement, what) in [
        (
            "SELECT COUNT(*) AS value FROM user_counts c WHERE c.users <>
             (SELECT COUNT(*) FROM users u WHERE u.organization_id = c.organization_id AND u.state = c.state)",
            "user counts",
        ),
        (
            "SELECT COUNT(*) AS value FROM licenses l WHERE l.allocated <>
             (SELECT COUNT(*) FROM seats s WHERE s.license_id = l.id AND s.returned_at IS NULL)",
            "seats",
        ),
        (
            "SELECT COUNT(*) AS value FROM licenses l WHERE l.allocated <>
             (SELECT COALESCE(SUM(CASE g.kind WHEN 'allocated' THEN 1 WHEN 'returned' THEN -1 ELSE 0 END), 0)
              FROM seat_ledger g WHERE g.license_id = l.id)",
            "ledger",
        ),
    ] {
        assert_eq!(count(store, statement).await, 0, "{what}");
    }
}

#[tokio::test]
async fn a_file_becomes_people_with_seats() {
    each(async |store| {
        let grant = academy(&store).await;
        let options = Options {
            license: Some("safe".into()),
            ..activation()
        };
        let plan = imported(&grant, &people(1_010), options).await;
        assert_eq!(
            (plan.create, plan.error, plan.seats_needed, plan.seats_free),
            (1_000, 10, 1_010, 1_000)
        );
        for (statement, expected) in [
            (
                "SELECT COUNT(*) AS value FROM users WHERE source = 'imported' AND notified_at IS NOT NULL",
                1_000,
            ),
            ("SELECT COUNT(*) AS value FROM group_members", 2_000),
            ("SELECT COUNT(*) AS value FROM seats", 1_000),
            (
                "SELECT COUNT(*) AS value FROM enrollments WHERE seat_id IS NOT NULL",
                2_000,
            ),
            (
                "SELECT COUNT(*) AS value FROM messages WHERE kind = 'activation'",
                1_000,
            ),
            (
                "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.created' AND actor_kind = 'user'",
                1_000,
            ),
            ("SELECT COUNT(*) AS value FROM import_rows", 1_010),
        ] {
            assert_eq!(count(&store, statement).await, expected, "{statement}");
        }
        consistent(&store).await;
    })
    .await;
}

#[tokio::test]
async fn existing_users_change_field_by_field() {
    each(async |store| {
        let grant = academy(&store).await;
        imported(&grant, "username,email,firstname,lastname,groups\nanna,a@b.co,Anna,A,Blue\nben,ben@b.co,Ben,B,\n", upsert()).await;
        let file = "oldusername,username,email,firstname,lastname,role,groups,labels,location,courses,due_date,language\n\
            anna,anne,new@b.co,Anne,,support,Red,vip,Zürich,one,2026-05-01,de\n,ben,,,,,,,,,,\n";
        let plan = imported(&grant, file, upsert()).await;
        assert_eq!((plan.update, plan.skip), (1, 1));
        let changed = "SELECT COUNT(*) AS value FROM users u JOIN group_members m ON m.user_id = u.id JOIN \"groups\" g ON g.id = m.group_id
            JOIN user_labels l ON l.user_id = u.id JOIN enrollments e ON e.user_id = u.id
            WHERE u.username = 'anne' AND u.email_key = 'new@b.co' AND u.role = 'support' AND u.search_text LIKE '%anne%'
              AND u.location_id IS NOT NULL AND u.language = 'de' AND u.version = 2 AND u.last_name = 'A'
              AND g.name = 'Red' AND e.due_date = '2026-05-01'";
        assert_eq!(count(&store, changed).await, 1);
        let audited = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.changed' AND before LIKE '%\"firstname\":\"Anna\"%'";
        assert_eq!(count(&store, audited).await, 1);
    })
    .await;
}

#[tokio::test]
async fn seats_come_back_from_archived_and_deleted_users() {
    each(async |store| {
        let grant = academy(&store).await;
        let options = Options {
            license: Some("SAFE".into()),
            ..activation()
        };
        imported(&grant, &people(4), options).await;
        sql("UPDATE seats SET started_at = allocated_at WHERE user_id = (SELECT id FROM users WHERE username = 'p0@example.org')")
            .execute(&mut store.read().await.unwrap())
            .await
            .unwrap();
        let file = "email,archived,deleted\np0@example.org,yes,\np1@example.org,ja,no\np2@example.org,,oui\n";
        let plan = imported(&grant, file, upsert()).await;
        assert_eq!((plan.archive, plan.delete), (2, 1));
        // The started seat stays used; p3 still holds one.
        assert_eq!(count(&store, "SELECT allocated AS value FROM licenses").await, 2);
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM users WHERE state = 'archived'").await, 2);
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM import_rows WHERE report LIKE '%p2@example.org%'").await, 0);
        consistent(&store).await;
        let back = imported(&grant, "email,archived\np1@example.org,no\n", upsert()).await;
        assert_eq!(back.update, 1);
        consistent(&store).await;
    })
    .await;
}

#[tokio::test]
async fn an_imported_person_signs_in_and_the_password_is_not_kept() {
    each(async |store| {
        let grant = academy(&store).await;
        let file = "email,firstname,lastname,password\nanna@b.co,Anna,A,correct horse 1\nbad,,,correct horse 2\n";
        imported(&grant, file, Options::default()).await;
        signs_in(&store, "anna@b.co", "correct horse 1").await;
        let options = Options {
            existing_password: ExistingPassword::Update,
            ..upsert()
        };
        imported(&grant, "email,password\nanna@b.co,correct horse 3\n", options).await;
        signs_in(&store, "anna@b.co", "correct horse 3").await;
        for grant in imports::list(&grant, false, None, 9).await.unwrap() {
            assert_eq!(grant.state, ImportState::Done);
        }
        let mut reader = store.read().await.unwrap();
        let files: Vec<(Option<Vec<u8>>,)> =
            sql("SELECT file AS value FROM imports ORDER BY id").fetch_all(&mut reader).await.unwrap();
        let kept = String::from_utf8(files[0].0.clone().unwrap()).unwrap();
        assert!(kept.contains("not an email address") && !kept.contains("horse"), "{kept}");
        assert_eq!(files[1].0, None);
        let in_clear = "SELECT COUNT(*) AS value FROM import_rows r, audit a WHERE r.report LIKE '%horse%' OR a.after LIKE '%horse%'";
        assert_eq!(count(&store, in_clear).await, 0);
    })
    .await;
}

async fn signs_in(store: &Store, name: &str, password: &str) {
    let device = sign_in::Device {
        address: None,
        user_agent: None,
    };
    sign_in::sign_in(store, name, Password::new(password), device, None)
        .await
        .unwrap();
}

#[tokio::test]
async fn rows_whose_data_changed_after_confirming_say_so() {
    each(async |store| {
        let grant = academy(&store).await;
        imported(&grant, "email,firstname,lastname\nanna@b.co,Anna,A\nben@b.co,Ben,B\n", activation()).await;
        let file = "email,firstname,lastname,phone\nanna@b.co,,,12345\nben@b.co,,,12345\nnew@b.co,New,N,\ncara@b.co,Cara,C,\n";
        let (id, plan) = confirmed(&grant, file, upsert()).await;
        assert_eq!((plan.update, plan.create), (2, 2));
        let mut reader = store.read().await.unwrap();
        for change in [
            "UPDATE users SET phone = '99999', version = version + 1 WHERE email_key = 'anna@b.co'",
            "UPDATE users SET phone = '12345', version = version + 1 WHERE email_key = 'ben@b.co'",
            "UPDATE users SET email = 'new@b.co', email_key = 'new@b.co' WHERE email_key = 'owner@example.org'",
        ] {
            sql(change).execute(&mut reader).await.unwrap();
        }
        imports::work(&store, || true).await.unwrap();
        let rows = imports::report(&grant, id).await.unwrap();
        let told = |row: &PlannedRow| (row.outcome, row.problems.last().map(|problem| problem.code.as_str()));
        let changed = Some("changed_meanwhile");
        assert_eq!(
            rows.iter().map(told).collect::<Vec<_>>(),
            [
                (Outcome::Update, changed),
                (Outcome::Skip, changed),
                (Outcome::Error, changed),
                (Outcome::Create, None),
            ]
        );
        assert_eq!(rows[0].changes[0].before.as_deref(), Some("99999"));
        let progress = imports::progress(&grant, id).await.unwrap();
        assert_eq!((progress.totals.error, progress.totals.create), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn an_import_goes_on_where_it_was_cut_off_each_row_once() {
    each(async |store| {
        let grant = academy(&store).await;
        let (id, _) = confirmed(&grant, &people(3_000), activation()).await;
        let cut_off = tokio::spawn({
            let store = store.clone();
            async move { imports::work(&store, || true).await }
        });
        while imports::progress(&grant, id).await.unwrap().rows_done == 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        cut_off.abort();
        let _ = cut_off.await;
        let before = imports::progress(&grant, id).await.unwrap();
        assert!(
            before.rows_done < 3_000 && before.state == ImportState::Applying,
            "{before:?}"
        );
        assert!(
            !imports::work(&store, || true).await.unwrap(),
            "the lease is not over"
        );
        store.clock().advance(Span::minutes(1));
        assert!(
            imports::work(&store, || false).await.unwrap(),
            "it does a part, and stops"
        );
        assert!(imports::progress(&grant, id).await.unwrap().rows_done < 3_000);
        assert!(
            imports::work(&store, || true).await.unwrap(),
            "the lease was given back"
        );
        assert_eq!(
            count(
                &store,
                "SELECT COUNT(*) AS value FROM users WHERE source = 'imported'"
            )
            .await,
            3_000
        );
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM import_rows").await,
            3_000
        );
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM messages").await,
            3_000
        );
        consistent(&store).await;
    })
    .await;
}

#[tokio::test]
async fn of_several_workers_one_applies() {
    each(async |store| {
        let grant = academy(&store).await;
        let (id, _) = confirmed(&grant, &people(1_200), activation()).await;
        let workers = (0..4).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { imports::work(&store, || true).await.unwrap() })
        });
        let mut done = 0;
        for worker in workers.collect::<Vec<_>>() {
            done += u8::from(worker.await.unwrap());
        }
        assert_eq!(done, 1);
        assert_eq!(
            imports::progress(&grant, id).await.unwrap().state,
            ImportState::Done
        );
        assert_eq!(
            count(
                &store,
                "SELECT COUNT(*) AS value FROM users WHERE source = 'imported'"
            )
            .await,
            1_200
        );
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_imported_writes_nothing() {
    each(async |store| {
        let grant = academy(&store).await;
        let refused = async |file: &[u8], options: Options| {
            let upload = Upload {
                file: file.to_vec(),
                ..upload("", options)
            };
            match imports::create(&grant, upload).await {
                Err(Failure::Refused(refused)) => refused,
                other => panic!("{other:?}"),
            }
        };
        let unknown = Options {
            license: Some("Safty".into()),
            ..activation()
        };
        let message = refused(b"email\na@b.co\n", unknown).await.to_string();
        assert!(message.contains("did you mean \"Safety\""), "{message}");
        assert_eq!(
            refused(b"", activation()).await,
            ImportRefused::File(FileRefused::Empty)
        );
        let large = vec![b'a'; 51 * 1_048_576];
        assert!(matches!(
            refused(&large, activation()).await,
            ImportRefused::File(FileRefused::TooLarge {
                limit_megabytes: 50,
                ..
            })
        ));
        let plan = imports::preview(&grant, upload(&people(3), activation()))
            .await
            .unwrap();
        assert_eq!(plan.create, 3);
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM imports").await, 0);
    })
    .await;
}

#[tokio::test]
async fn confirming_is_for_who_took_the_file_once_and_with_the_count() {
    each(async |store| {
        let grant = academy(&store).await;
        let file = "email,firstname,lastname,role,password\nadmin@b.co,Ad,Min,administrator,correct horse\n";
        imported(&grant, file, Options::default()).await;
        let other: Requester = sign_in::requester_at_command_line(&store, "admin@b.co")
            .await
            .unwrap()
            .unwrap();
        let created = imports::create(&grant, upload("email,phone\nadmin@b.co,12345\n", upsert()))
            .await
            .unwrap();
        let foreign = imports::confirm(&other.grant().unwrap(), created.id, Some(1)).await;
        assert!(matches!(foreign, Err(Failure::NotFound)), "{foreign:?}");
        let untyped = imports::confirm(&grant, created.id, None).await;
        assert!(
            matches!(untyped, Err(Failure::Refused(ImportRefused::TypeTheCount(1)))),
            "{untyped:?}"
        );
        imports::confirm(&grant, created.id, Some(1)).await.unwrap();
        let twice = imports::confirm(&grant, created.id, Some(1)).await;
        assert!(
            matches!(twice, Err(Failure::Refused(ImportRefused::AlreadyConfirmed))),
            "{twice:?}"
        );
        assert!(matches!(
            imports::discard(&grant, created.id).await,
            Err(Failure::NotFound)
        ));
        let unconfirmed = imports::create(&grant, upload(&people(1), activation()))
            .await
            .unwrap();
        imports::discard(&grant, unconfirmed.id).await.unwrap();
    })
    .await;
}
