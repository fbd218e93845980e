//! Files that are taken out: exactly what the page shows, for those who may see it, in cells that a spreadsheet understands.

use super::test_app::{Caller, TestApp, peopled};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use calamine::{Data, DataType as _, Range, Reader as _, Xlsx};
use domain::courses::CourseForm;
use domain::id::UserId;
use domain::imports::formula::restore;
use domain::licenses::{LicenseForm, LicenseKind, Pick};
use domain::time::Date;
use domain::users::{Act, LearningAct};
use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use store::learning::{HandedIn, begin, finish, hand_in, my_courses};
use store::{Requester, sign_in, sql};
use zip::ZipArchive;

/// What a spreadsheet would run.
const FORMULA: &str = "=HYPERLINK(\"https://evil.example\")";

async fn requester(app: &TestApp, caller: Caller) -> Requester {
    let found = sign_in::requester_at_command_line(&app.store, caller.email());
    found.await.unwrap().unwrap()
}

/// The member has a seat with a course that is due, completed it and handed something in; all names are formulas.
async fn learned(app: &TestApp) -> (UserId, Date) {
    let owner = requester(app, Caller::Owner).await;
    let form = CourseForm {
        title: FORMULA.into(),
        reference: "SAFETY".into(),
        contest: "Draw the escape route".into(),
        ..CourseForm::default()
    };
    let course = store::courses::create(owner.grant().unwrap(), form)
        .await
        .unwrap();
    let today = app.store.now().date();
    let form = LicenseForm {
        name: "Basics".into(),
        reference: "BASICS".into(),
        kind: LicenseKind::Standard,
        purchased: "5".into(),
        valid_from: today.to_string(),
        valid_to: today.plus_days(60).to_string(),
        courses: vec![course],
    };
    let license = store::licenses::create(owner.grant().unwrap(), form)
        .await
        .unwrap();
    let (user, due) = (app.user(Caller::Member).await, today.plus_days(7));
    let give = Act::Learning(LearningAct::GiveSeat {
        license,
        courses: vec![course],
        due_date: Some(due),
    });
    store::users::acts::act(&owner, give, &Pick::These(vec![user]), None)
        .await
        .unwrap();
    sql("UPDATE users SET job_title = $1, date_of_birth = '1999-12-31' WHERE id = $2")
        .bind(FORMULA)
        .bind(user)
        .execute(&mut app.store.read().await.unwrap())
        .await
        .unwrap();
    let member = requester(app, Caller::Member).await.grant().unwrap();
    let id = my_courses(member.clone()).await.unwrap()[0].enrollment.id;
    begin(&member, id).await.unwrap();
    for (file_name, content, score) in [
        (Some("../=route.txt"), "left, then left", Some(85)),
        (None, FORMULA, None),
    ] {
        let handed_in = HandedIn {
            file_name: file_name.map(str::to_owned),
            content: content.into(),
            score,
        };
        hand_in(&member, id, handed_in).await.unwrap();
    }
    finish(&member, id, None).await.unwrap();
    (user, due)
}

async fn download(app: &TestApp, path: &str) -> Vec<u8> {
    let cookie = app.cookie(Caller::Owner).unwrap();
    let request = Request::get(path).header(header::COOKIE, cookie);
    app.bytes(request.body(Body::empty()).unwrap()).await
}

/// Rows of a CSV file by their headings.
fn rows(file: &[u8]) -> Vec<HashMap<String, String>> {
    let text = file
        .strip_prefix("\u{FEFF}".as_bytes())
        .expect("a byte order mark");
    csv::Reader::from_reader(text)
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

/// The only sheet of a workbook, with its header frozen and filtered, and without a formula.
fn sheet(file: Vec<u8>) -> Range<Data> {
    let mut xml = String::new();
    let mut archive = ZipArchive::new(Cursor::new(file.clone())).unwrap();
    let mut part = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    part.read_to_string(&mut xml).unwrap();
    assert!(
        xml.contains("ySplit=\"1\"") && xml.contains("state=\"frozen\""),
        "{xml}"
    );
    assert!(xml.contains("<autoFilter ref=\"A1:"), "{xml}");
    assert!(!xml.contains("<f>"), "{xml}");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    assert_eq!(book.sheet_names().len(), 1);
    book.worksheet_range_at(0).unwrap().unwrap()
}

/// The cell under a heading, in the row that holds a text.
fn cell<'r>(range: &'r Range<Data>, text: &str, heading: &str) -> &'r Data {
    let mut rows = range.rows();
    let column = rows
        .next()
        .unwrap()
        .iter()
        .position(|cell| cell == heading)
        .unwrap();
    let row = rows.find(|row| row.iter().any(|cell| cell == text));
    &row.unwrap_or_else(|| panic!("no row with {text}"))[column]
}

/// A cell that a spreadsheet sorts and counts as a day.
fn day(cell: &Data) -> String {
    assert!(cell.is_datetime(), "{cell:?}");
    let (year, month, day, ..) = cell.get_datetime().unwrap().to_ymd_hms_milli();
    format!("{year}-{month:02}-{day:02}")
}

#[tokio::test]
async fn the_file_holds_what_the_list_shows() {
    peopled(async |app| {
        let owner = app.cookie(Caller::Owner);
        let file = app
            .get("/users/export?format=csv&role=support,administrator", owner)
            .await;
        assert_eq!(file.status, StatusCode::OK);
        let name = file.headers.get(header::CONTENT_DISPOSITION).unwrap();
        assert!(name.to_str().unwrap().contains(".csv"), "{name:?}");
        let listed = rows(file.body.as_bytes());
        let mut roles: Vec<&str> = listed.iter().map(|row| row["role"].as_str()).collect();
        roles.sort_unstable();
        assert_eq!(roles, ["administrator", "support"]);

        let own = app
            .get("/users/export?format=csv", app.cookie(Caller::Member))
            .await;
        assert_eq!(rows(own.body.as_bytes()).len(), 1, "members see themselves alone");
        let stranger = app.get("/users/export?format=csv", None).await;
        assert_ne!(stranger.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn users_with_their_seats_and_courses_are_read_back_from_either_file() {
    peopled(async |app| {
        let (_, due) = learned(&app).await;
        let member = Caller::Member.email();
        let csv = rows(&download(&app, "/users/export?format=csv").await);
        let row = csv.iter().find(|row| row["username"] == member).unwrap();
        assert_eq!(
            (row["license"].as_str(), row["courses"].as_str()),
            ("BASICS", "SAFETY")
        );
        assert_eq!(row["due_date"], due.to_string());
        assert_eq!(row["date_of_birth"], "1999-12-31");
        assert_eq!(row["job_title"], format!("'{FORMULA}"), "harmless");
        assert_eq!(restore(&row["job_title"]), FORMULA, "and not lost");

        let book = sheet(download(&app, "/users/export?format=xlsx").await);
        assert_eq!(book.height(), csv.len() + 1);
        let member = |heading: &str| cell(&book, member, heading);
        assert_eq!(day(member("due_date")), due.to_string());
        assert_eq!(day(member("date_of_birth")), "1999-12-31");
        assert_eq!(member("license"), "BASICS");
        assert_eq!(member("job_title"), FORMULA, "text, which no spreadsheet runs");
    })
    .await;
}

#[tokio::test]
async fn training_records_are_read_back_from_either_file() {
    peopled(async |app| {
        learned(&app).await;
        let today = app.store.now().date().to_string();
        let csv = rows(&download(&app, "/records/export?format=csv").await);
        assert_eq!(csv.len(), 1);
        let record = &csv[0];
        assert_eq!(
            (record["name"].as_str(), record["progress"].as_str()),
            ("Kim Doe", "100")
        );
        assert_eq!(restore(&record["course"]), FORMULA);
        assert!(record["course"].starts_with('\''));
        assert_eq!(record["completed_at"], app.store.now().to_string());

        let book = sheet(download(&app, "/records/export?format=xlsx").await);
        let record = |heading: &str| cell(&book, "Kim Doe", heading);
        assert_eq!(book.height(), 2);
        assert_eq!(record("course"), FORMULA);
        assert_eq!(record("progress"), &Data::Float(100.0));
        for moment in ["started_at", "completed_at", "recorded_at"] {
            assert_eq!(day(record(moment)), today, "{moment}");
        }
        assert_eq!(
            record("certificate").get_string(),
            Some(csv[0]["certificate"].as_str())
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_handed_in_is_read_back_from_the_archive_and_the_workbook() {
    peopled(async |app| {
        let (user, _) = learned(&app).await;
        let file = download(&app, &format!("/users/{user}/submissions.zip")).await;
        let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
        let mut read = |name: &str| {
            let mut content = Vec::new();
            archive
                .by_name(name)
                .unwrap_or_else(|error| panic!("{name}: {error}"))
                .read_to_end(&mut content)
                .unwrap();
            content
        };
        let index = rows(&read("index.csv"));
        assert_eq!(index.len(), 2);
        for (row, (score, content)) in index.iter().zip([("85", "left, then left"), ("", FORMULA)]) {
            assert_eq!(restore(&row["course"]), FORMULA);
            assert_eq!(row["score"], score);
            assert!(!row["file"].contains(['/', '=']), "harmless on any disk: {row:?}");
            assert_eq!(read(&row["file"]), content.as_bytes());
        }
        assert_eq!(archive.len(), 3);

        let book = sheet(download(&app, &format!("/users/{user}/submissions.xlsx")).await);
        assert_eq!(book.height(), 3);
        let first = |heading: &str| cell(&book, &index[0]["file"], heading);
        assert_eq!(first("number"), &Data::Float(1.0));
        assert_eq!(first("score"), &Data::Float(85.0));
        assert_eq!(first("course"), FORMULA);
        assert_eq!(day(first("submitted_at")), app.store.now().date().to_string());
        let text = cell(&book, &index[1]["file"], "score");
        assert_eq!(text, &Data::Empty, "what has no score has none");
    })
    .await;
}
