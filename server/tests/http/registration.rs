//! The registration page over HTTP: opening changes nothing, one of many submits wins, and it reveals nothing.

use super::test_app::{Answer, Caller, TestApp, peopled};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::invitations::{InvitationFilter, InvitationRow, InvitationStatus, Offer, Which};
use domain::time::Span;
use domain::users::Email;
use futures::future::join_all;
use store::messages::{Links, Prepared, Worker};
use store::testing::count;
use store::{Requester, invitations, sign_in, sql};

const ADA: &str = "ada@example.org";
const WORDS: &str = "four unrelated words";
const FORM: [(&str, &str); 4] = [
    ("first_name", "Ada"),
    ("last_name", "Lovelace"),
    ("password", WORDS),
    ("language", "de"),
];

async fn owner(app: &TestApp) -> Requester {
    let owner = sign_in::requester_at_command_line(&app.store, Caller::Owner.email());
    owner.await.unwrap().unwrap()
}

/// The path of a mailed invitation.
pub async fn invitation(app: &TestApp) -> String {
    let emails = [Email::parse(ADA).unwrap()];
    invitations::invite(owner(app).await.grant().unwrap(), &emails, &Offer::member())
        .await
        .unwrap();
    let worker = Worker::new(&app.store);
    let claimed = store::messages::claim(&app.store, worker, 1)
        .await
        .unwrap()
        .remove(0);
    let links = Links::new("http://localhost");
    let prepared = store::messages::prepare(&app.store, worker, &claimed, &links, true)
        .await
        .unwrap();
    let Prepared::Ready(outgoing) = prepared else {
        panic!("{prepared:?}")
    };
    let (_, rest) = outgoing.sent.text.split_once("http://localhost").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

async fn row(app: &TestApp) -> InvitationRow {
    let grant = owner(app).await.grant().unwrap();
    let mut rows = invitations::list(grant, &InvitationFilter::default(), None, 10)
        .await
        .unwrap();
    rows.remove(0)
}

#[tokio::test]
async fn scanners_change_nothing_and_of_fifty_submits_one_wins() {
    peopled(async |app| {
        let path = invitation(&app).await;
        for _ in 0..20 {
            let page = app.get(&path, None).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains(ADA));
            let head = app.send(Request::head(&path).body(Body::empty()).unwrap()).await;
            assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
        }
        assert_ne!(row(&app).await.status, InvitationStatus::Opened);

        let answers: Vec<Answer> = join_all((0..50).map(|_| app.form(&path, None, &FORM))).await;
        let (won, lost): (Vec<_>, Vec<_>) = answers
            .into_iter()
            .partition(|answer| answer.status == StatusCode::SEE_OTHER);
        assert_eq!((won.len(), lost.len()), (1, 49));
        assert_eq!(won[0].location(), "/sign-in?registered");
        for answer in lost {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.body.contains("This link has been used"));
        }
        let accounts =
            "SELECT COUNT(*) AS value FROM users WHERE email = 'ada@example.org' AND language = 'de'";
        assert_eq!(count(&app.store, accounts).await, 1);
        let signed_in = app
            .form("/sign-in", None, &[("name", ADA), ("password", WORDS)])
            .await;
        assert!(signed_in.cookie().is_some());
    })
    .await;
}

#[tokio::test]
async fn a_person_at_the_page_is_noted_once_it_says_so() {
    peopled(async |app| {
        let path = invitation(&app).await;
        let opened = app.form(&format!("{path}/opened"), None, &[]).await;
        assert_eq!(opened.status, StatusCode::NO_CONTENT);
        assert_eq!(row(&app).await.status, InvitationStatus::Opened);
        let made_up = format!("/register/{}/opened", "A".repeat(43));
        assert_eq!(app.form(&made_up, None, &[]).await.status, StatusCode::NO_CONTENT);
    })
    .await;
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_but_the_password_and_says_what_is_wrong_in_the_readers_language()
{
    peopled(async |app| {
        let path = invitation(&app).await;
        let fields = [
            ("first_name", "A<b>da"),
            ("last_name", " "),
            ("password", "s3cret-of-mine"),
            ("phone", "12"),
        ];
        let refused = app.form(&path, None, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for part in [
            "A&lt;b&gt;da",
            "a name is needed",
            "not a phone number",
            "<details open class=\"registration-more\"",
        ] {
            assert!(refused.body.contains(part), "{part} in {}", refused.body);
        }
        assert!(!refused.body.contains("s3cret-of-mine"));
        let weak = [
            ("first_name", "Ada"),
            ("last_name", "Lovelace"),
            ("password", "password1"),
        ];
        let refused = app.form(&path, None, &weak).await;
        assert!(
            refused
                .body
                .contains("one of the most common ones; choose another")
        );
        let request = Request::post(&path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept-language", "de-CH, en;q=0.5")
            .body(Body::from("first_name=&last_name=Lovelace&password=passwort1"))
            .unwrap();
        let refused = app.send(request).await.body;
        assert!(
            refused.contains("<html lang=\"de\"") && refused.contains("wird benötigt"),
            "{refused}"
        );
        assert_eq!(
            app.get(&path, None).await.status,
            StatusCode::OK,
            "the link stays good"
        );
    })
    .await;
}

#[tokio::test]
async fn a_closed_invitation_says_which_and_lets_ask_for_another() {
    peopled(async |app| {
        let path = invitation(&app).await;
        let canceled = Which::These(vec![row(&app).await.id]);
        invitations::cancel(owner(&app).await.grant().unwrap(), &canceled)
            .await
            .unwrap();
        for answer in [app.get(&path, None).await, app.form(&path, None, &FORM).await] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.body.contains("This invitation was canceled"));
            assert!(!answer.body.contains(ADA), "it does not say whose it was");
        }
        let made_up = format!("/register/{}", "A".repeat(43));
        assert_eq!(app.get(&made_up, None).await.status, StatusCode::NOT_FOUND);
        for path in [&path, &made_up] {
            let asked = app.form(path, None, &[]).await;
            assert_eq!(
                asked.location(),
                format!("{path}?asked"),
                "the same for every link"
            );
            let page = app.get(asked.location(), None).await;
            assert!(page.body.contains("You asked for a new invitation"));
        }
        assert!(row(&app).await.asked_at.is_some());
        let told = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'invitation_asked_again'";
        assert_eq!(count(&app.store, told).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_expired_invitation_says_so_before_any_worker_has_seen_it() {
    peopled(async |app| {
        let path = invitation(&app).await;
        app.store.clock().advance(Span::days(7));
        let page = app.get(&path, None).await;
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.body.contains("This link has expired"));
    })
    .await;
}

/// Everything the page needs before it can be submitted: itself, with its script, and the style sheet, which is measured as it
/// was built. Compressed as weakly as a server may; browsers get less.
#[tokio::test]
async fn the_page_is_small_and_loads_no_bundle() {
    peopled(async |app| {
        let path = invitation(&app).await;
        let request = Request::get(&path)
            .header("accept-encoding", "gzip")
            .body(Body::empty())
            .unwrap();
        let compressed = app.bytes(request).await.len();
        let page = app.get(&path, None).await.body;
        assert!(
            !page.contains(".wasm") && !page.contains("modulepreload"),
            "{page}"
        );
        let sources = page.matches(" src=").count() + page.matches("<link rel=\"stylesheet\"").count();
        assert_eq!(sources, 1, "the style sheet is all it loads: {page}");
        assert!(!page.contains("<use "), "no icon is fetched either");
        assert!(compressed < 9_000, "the page is {compressed} bytes");
    })
    .await;
}

#[tokio::test]
async fn signing_in_leads_to_registering_only_where_strangers_may() {
    peopled(async |app| {
        let leads = async |app: &TestApp| {
            let refused = app
                .form("/sign-in", None, &[("name", "nobody"), ("password", "nothing")])
                .await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            let page = app.get("/sign-in", None).await;
            [page, refused].map(|answer| answer.body.contains("href=\"/register\""))
        };
        assert_eq!(leads(&app).await, [false, false]);
        let open = sql("UPDATE organizations SET settings = '{\"self_registration\":true}'");
        let mut tx = app.store.db().begin().await.unwrap();
        open.execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(leads(&app).await, [true, true]);
    })
    .await;
}
