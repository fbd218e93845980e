//! An exported file imports back unchanged, and does no harm in a spreadsheet.

#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use domain::access::{ImportUsers, ViewUsers};
use domain::imports::{ExistingDetails, ImportType, NewPassword, Options, Outcome};
use domain::licenses::Pick;
use domain::users::{PageAt, UserFilter, UserState};
use store::demo::{self, Demo};
use store::export::Csv;
use store::imports::{self, Upload};
use store::testing::{count, each};
use store::users;
use store::{Requester, Store, export, sign_in, sql};

async fn academy(store: &Store) -> Requester {
    demo::load(store, Demo { users: 700, seed: 11 }, |_| {})
        .await
        .unwrap();
    Requester::owner_at_command_line(store).await.unwrap().unwrap()
}

fn everybody() -> UserFilter {
    UserFilter {
        states: UserState::ALL.to_vec(),
        ..UserFilter::default()
    }
}

async fn csv(requester: &Requester, filter: &UserFilter) -> String {
    let grant = requester.grant::<ViewUsers>().unwrap();
    let mut file = Vec::new();
    export::csv(&grant, filter, &mut file, true).await.unwrap();
    String::from_utf8(file).unwrap()
}

#[tokio::test]
async fn what_is_exported_imports_back_unchanged() {
    each(async |store| {
        let owner = academy(&store).await;
        let evil = "UPDATE users SET job_title = '=HYPERLINK(1)', address = '''-1; \"x\", y' WHERE role = 'member' AND state = 'active'";
        sql(evil).execute(&mut store.read().await.unwrap()).await.unwrap();
        // A day that is over by now would be refused, as it should be.
        let file = csv(&owner, &everybody()).await;
        assert!(file.starts_with('\u{FEFF}'));
        assert!(file.contains("'=HYPERLINK(1)") && !file.contains(",=HYPERLINK(1)"));
        let upload = Upload {
            file_name: "users.csv".into(),
            file: file.into_bytes(),
            mapping: None,
            edits: Vec::new(),
            options: Options {
                import_type: ImportType::AddAndUpdate,
                existing_details: ExistingDetails::Override,
                new_password: NewPassword::Activation,
                allow_archiving: true,
                ..Options::default()
            },
        };
        let grant = owner.grant::<ImportUsers>().unwrap();
        let plan = imports::preview(&grant, upload).await.unwrap();
        assert_eq!(plan.rows.len(), 700);
        // Nobody may touch themselves or other owners; everybody else stays as they are.
        for row in plan.rows.iter().filter(|row| row.user != "owner@demo.example") {
            assert_eq!((row.outcome, &row.changes[..]), (Outcome::Skip, &[][..]), "{row:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_export_is_exactly_what_is_listed() {
    each(async |store| {
        let owner = academy(&store).await;
        let filter = UserFilter { states: vec![UserState::Archived], search: "demo.example".into(), ..UserFilter::default() };
        let lines = csv(&owner, &filter).await.lines().count();
        let archived = "SELECT COUNT(*) AS value FROM users WHERE state = 'archived' AND email IS NOT NULL";
        assert_eq!(i64::try_from(lines - 1).unwrap(), count(&store, archived).await);
        let audited = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.exported' AND actor_kind = 'command_line'";
        assert_eq!(count(&store, audited).await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_sees_a_part_exports_that_part() {
    each(async |store| {
        academy(&store).await;
        let admin = sign_in::requester_at_command_line(&store, "groupadmin@demo.example")
            .await
            .unwrap()
            .unwrap();
        let all = csv(&admin, &everybody()).await.lines().count();
        assert!((10..300).contains(&all), "{all}");
    })
    .await;
}

#[tokio::test]
async fn a_workbook_holds_every_user() {
    each(async |store| {
        let owner = academy(&store).await;
        let grant = owner.grant::<ViewUsers>().unwrap();
        let file = std::env::temp_dir().join(format!(
            "rollcall-export-{}-{:?}.xlsx",
            std::process::id(),
            store.db().kind()
        ));
        assert_eq!(
            export::xlsx(&grant, Pick::Matching(everybody()), &file)
                .await
                .unwrap(),
            700
        );
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(b"PK"), "a zip archive");
        assert!(bytes.len() > 20_000, "{}", bytes.len());
        std::fs::remove_file(file).unwrap();
    })
    .await;
}

#[tokio::test]
async fn those_ticked_are_exported_and_no_others_and_a_file_cut_short_is_in_the_audit() {
    each(async |store| {
        let owner = academy(&store).await;
        let grant = owner.grant::<ViewUsers>().unwrap();
        let page = users::list(grant.clone(), &everybody(), &PageAt::Start, 3)
            .await
            .unwrap();
        let ticked: Vec<_> = page.users.iter().rev().map(|user| user.id).collect();
        let mut file = Csv::of(grant.clone(), Pick::These(ticked), false).await.unwrap();
        let mut text = String::new();
        while let Some(piece) = file.next().await.unwrap() {
            text.push_str(&String::from_utf8(piece).unwrap());
        }
        assert_eq!((file.users(), text.lines().count()), (3, 4));
        let first = page.users[0].username.as_str();
        assert!(
            text.lines().nth(1).unwrap().starts_with(first),
            "in the order of the list: {text}"
        );

        let mut file = Csv::of(grant, Pick::Matching(everybody()), false).await.unwrap();
        file.next().await.unwrap();
        drop(file);
        let told = "SELECT COUNT(*) AS value FROM audit WHERE after LIKE '%cut_short%'";
        for _ in 0..3_000 {
            if count(&store, told).await == 1 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("nobody knows that 500 users left");
    })
    .await;
}
