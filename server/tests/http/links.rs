//! Links over HTTP: opening changes nothing, posting works once, and no log holds a secret.

use super::registration::invitation;
use super::test_app::{Answer, Caller, TestApp, peopled, person};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::access::{CreateUsers, Role};
use domain::messages::MessageFilter;
use domain::users::{Email, NewUser, PasswordPlan};
use futures::future::join_all;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use store::messages::{Links, Prepared, Worker};
use store::secrets::Token;
use store::testing::{PASSWORD, count};
use store::{Requester, sign_in};

const NEW_PASSWORD: &str = "four unrelated words";
const FIRST_PASSWORD: &str = "words that never met";

/// The path of a link for a new password, as it is mailed to the member.
async fn reset_link(app: &TestApp) -> String {
    let answer = app
        .form("/forgot-password", None, &[("name", Caller::Member.email())])
        .await;
    assert_eq!(answer.location(), "/forgot-password?asked");
    mailed(app).await
}

/// The path of a link for the first password, as it is mailed to somebody new.
async fn activation_link(app: &TestApp) -> String {
    let owner = requester(app, Caller::Owner).await;
    let new = NewUser {
        email: Some(Email::parse("new@example.org").unwrap()),
        password: PasswordPlan::Activation,
        ..person(Caller::Member, Role::Member)
    };
    store::users::create(owner.grant::<CreateUsers>().unwrap(), new)
        .await
        .unwrap();
    mailed(app).await
}

async fn requester(app: &TestApp, caller: Caller) -> Requester {
    sign_in::requester_at_command_line(&app.store, caller.email())
        .await
        .unwrap()
        .unwrap()
}

/// The path of the link in the message that waits.
async fn mailed(app: &TestApp) -> String {
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

/// The path of a login link for the member, made by support.
async fn login_link(app: &TestApp) -> String {
    let member = requester(app, Caller::Member).await.user();
    let body = serde_json::json!({ "user": member, "reason": "lost her phone" }).to_string();
    let cookie = app.cookie(Caller::Support);
    let answer = app
        .post("/api/login_links/make", cookie, "application/json", body)
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let made: domain::login_links::LoginLink = serde_json::from_str(&answer.body).unwrap();
    assert!(made.qr.starts_with("<svg"), "{}", made.qr);
    made.link.strip_prefix("http://localhost").unwrap().to_owned()
}

async fn opened_by_scanners(app: &TestApp, path: &str) {
    for _ in 0..20 {
        assert_eq!(app.get(path, None).await.status, StatusCode::OK);
        let head = app.send(Request::head(path).body(Body::empty()).unwrap()).await;
        assert_eq!(head.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn asking_for_a_link_is_answered_alike_whether_or_not_there_is_an_account() {
    peopled(async |app| {
        let ask = async |name: &str| {
            let answer = app.form("/forgot-password", None, &[("name", name)]).await;
            let cookie = answer.headers.get(header::SET_COOKIE).cloned();
            (answer.status, answer.location().to_owned(), cookie, answer.body)
        };
        assert_eq!(ask(Caller::Member.email()).await, ask("nobody@example.org").await);
        for _ in 0..9 {
            ask(Caller::Member.email()).await;
            ask("nobody@example.org").await;
        }
        let refused = ask(Caller::Member.email()).await;
        assert_eq!(refused.0, StatusCode::TOO_MANY_REQUESTS);
        let nobody = ask("nobody@example.org").await;
        assert_eq!((refused.0, refused.1), (nobody.0, nobody.1));
    })
    .await;
}

#[tokio::test]
async fn a_reset_link_survives_scanners_and_a_weak_password_and_works_once() {
    peopled(async |app| {
        let path = reset_link(&app).await;
        opened_by_scanners(&app, &path).await;
        let used = "SELECT COUNT(*) AS value FROM secrets WHERE purpose = 'reset' AND used_at IS NOT NULL";
        assert_eq!(count(&app.store, used).await, 0);

        let weak = app.form(&path, None, &[("password", "short")]).await;
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(weak.body.contains("at least 8 characters"));
        assert!(!weak.body.contains("value=\"short\""));

        let saved = app.form(&path, None, &[("password", NEW_PASSWORD)]).await;
        assert_eq!(saved.location(), "/sign-in?password-saved");
        for answer in [
            app.form(&path, None, &[("password", "other unrelated words")])
                .await,
            app.get(&path, None).await,
        ] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.body.contains("This link has been used"));
        }
        let fields = [("name", Caller::Member.email()), ("password", NEW_PASSWORD)];
        assert!(app.form("/sign-in", None, &fields).await.cookie().is_some());
    })
    .await;
}

#[tokio::test]
async fn an_activation_link_survives_scanners_and_works_once() {
    peopled(async |app| {
        let path = activation_link(&app).await;
        opened_by_scanners(&app, &path).await;
        let saved = app.form(&path, None, &[("password", NEW_PASSWORD)]).await;
        assert_eq!(saved.location(), "/sign-in?password-saved");
        let again = app.form(&path, None, &[("password", NEW_PASSWORD)]).await;
        assert_eq!(again.status, StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn pages_with_secrets_in_their_address_are_not_stored_and_tell_nobody_where_one_came_from() {
    peopled(async |app| {
        let path = login_link(&app).await;
        let page = app.get(&path, None).await;
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
        let token = path.rsplit('/').next().unwrap();
        assert!(
            !page.body.contains(token),
            "the secret stands in the address alone"
        );
    })
    .await;
}

#[tokio::test]
async fn of_fifty_posts_of_one_login_link_one_signs_in() {
    peopled(async |app| {
        let path = login_link(&app).await;
        opened_by_scanners(&app, &path).await;
        let answers: Vec<Answer> = join_all((0..50).map(|_| app.form(&path, None, &[]))).await;
        let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.cookie().is_some());
        assert_eq!((won.len(), lost.len()), (1, 49));
        assert_eq!(won[0].status, StatusCode::SEE_OTHER);
        assert!(lost.iter().all(|answer| answer.status == StatusCode::GONE));
    })
    .await;
}

#[tokio::test]
async fn a_link_that_never_was_says_so() {
    peopled(async |app| {
        let made_up = "A".repeat(43);
        for page in ["activate", "reset", "login-link"] {
            for token in [made_up.as_str(), "cut-off"] {
                let path = format!("/{page}/{token}");
                for answer in [
                    app.get(&path, None).await,
                    app.form(&path, None, &[("password", NEW_PASSWORD)]).await,
                ] {
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                    assert!(answer.body.contains("This link is not complete"), "{path}");
                }
            }
        }
    })
    .await;
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_holds_a_secret() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    peopled(async |app| {
        let reset = reset_link(&app).await;
        let login = login_link(&app).await;
        let activation = activation_link(&app).await;
        for _ in 0..2 {
            app.get(&activation, None).await;
            app.form(&activation, None, &[("password", FIRST_PASSWORD)]).await;
        }
        let invited = invitation(&app).await;
        app.get(&invited, None).await;
        app.form(&format!("{invited}/opened"), None, &[]).await;
        let names = [
            ("first_name", "Ada"),
            ("last_name", "Lovelace"),
            ("password", NEW_PASSWORD),
        ];
        app.form(&invited, None, &names).await;
        app.form(&invited, None, &[]).await;
        app.get(&reset, None).await;
        app.form(&reset, None, &[("password", NEW_PASSWORD)]).await;
        app.get(&reset, None).await;
        app.get(&login, None).await;
        let session = app.form(&login, None, &[]).await.cookie().unwrap();
        app.get("/", Some(&session)).await;
        app.form(
            "/sign-in",
            None,
            &[("name", Caller::Member.email()), ("password", NEW_PASSWORD)],
        )
        .await;
        // What the console keeps of messages is no place for one either.
        let owner = requester(&app, Caller::Owner).await;
        let rows = store::messages::list(owner.grant().unwrap(), &MessageFilter::default(), None, 50)
            .await
            .unwrap();
        assert!(!rows.is_empty());

        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(
            log.contains("/reset/{token}") && log.contains("/register/{token}/opened"),
            "the routes are logged"
        );
        let tokens =
            [&reset, &login, &activation, &invited].map(|path| path.rsplit('/').next().unwrap().to_owned());
        let session = session.split_once('=').unwrap().1.to_owned();
        for secret in tokens.into_iter().chain([session]) {
            assert!(Token::presented(&secret).is_some());
            assert!(!log.contains(&secret));
        }
        for password in [NEW_PASSWORD, FIRST_PASSWORD, PASSWORD] {
            assert!(!log.contains(password));
        }
    })
    .await;
}
