//! The API for other systems: who is let in, and what is answered.

use super::test_app::{Answer, Caller, TestApp, peopled};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::tokens::{TokenLifetime, TokenScope};
use serde_json::{Value, json};
use store::sign_in;
use store::testing::count;

const INVITATIONS: &str = "/api/v1/invitations";

/// A token of the administrator.
pub async fn token(app: &TestApp, scope: TokenScope) -> String {
    let who = Caller::Administrator.email();
    let requester = sign_in::requester_at_command_line(&app.store, who)
        .await
        .unwrap()
        .unwrap();
    let grant = requester.grant().unwrap();
    let made = store::tokens::make(grant, "Shop", &[scope], TokenLifetime::Month)
        .await
        .unwrap();
    made.expose().to_owned()
}

async fn post(app: &TestApp, token: Option<&str>, key: Option<&str>, body: &Value) -> Answer {
    post_to(app, INVITATIONS, token, key, body).await
}

pub async fn post_to(
    app: &TestApp,
    path: &str,
    token: Option<&str>,
    key: Option<&str>,
    body: &Value,
) -> Answer {
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    app.send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

pub fn code(answer: &Answer) -> String {
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    let problem: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(problem["status"], answer.status.as_u16());
    problem["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn each_address_is_answered_and_a_repetition_alike() {
    peopled(async |app| {
        let token = token(&app, TokenScope::Invitations).await;
        let body = json!({
            "emails": ["New@example.org", "member@example.org", "no address", "new@example.org"],
            "language": "de",
        });
        let answer = post(&app, Some(&token), Some("order-17"), &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let results: Value = serde_json::from_str(&answer.body).unwrap();
        let expected = json!({ "results": [
            { "email": "New@example.org", "outcome": "invited" },
            { "email": "member@example.org", "outcome": "has_account" },
            { "email": "no address", "outcome": "not_valid" },
            { "email": "new@example.org", "outcome": "repeated" },
        ] });
        assert_eq!(results, expected);
        let again = post(&app, Some(&token), Some("order-17"), &body).await;
        assert_eq!((again.status, &again.body), (StatusCode::OK, &answer.body));
        let sent = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'invitation' AND language = 'de'";
        assert_eq!(count(&app.store, sent).await, 1);
        let other = post(
            &app,
            Some(&token),
            Some("order-17"),
            &json!({ "emails": ["x@example.org"] }),
        )
        .await;
        assert_eq!(
            (other.status, code(&other).as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, "key_reused")
        );
        let through =
            "SELECT COUNT(*) AS value FROM audit WHERE action = 'invitations.sent' AND address = 'Shop'";
        assert_eq!(count(&app.store, through).await, 1, "the audit names the token");
    })
    .await;
}

#[tokio::test]
async fn without_a_token_that_is_for_it_nothing_is_done() {
    peopled(async |app| {
        let body = json!({ "emails": ["new@example.org"] });
        for wrong in [
            None,
            Some("x"),
            Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ] {
            let answer = post(&app, wrong, None, &body).await;
            assert_eq!(
                (answer.status, code(&answer).as_str()),
                (StatusCode::UNAUTHORIZED, "no_token")
            );
        }
        let cookie = app.cookie(Caller::Owner);
        let answer = app
            .post(INVITATIONS, cookie, "application/json", body.to_string())
            .await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "a session is no token");
        let other = token(&app, TokenScope::Activity).await;
        let answer = post(&app, Some(&other), None, &body).await;
        assert_eq!(
            (answer.status, code(&answer).as_str()),
            (StatusCode::FORBIDDEN, "not_for_this")
        );
        assert_eq!(
            count(&app.store, "SELECT COUNT(*) AS value FROM invitations").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_request_has_a_word() {
    peopled(async |app| {
        let token = token(&app, TokenScope::Invitations).await;
        let refused = async |key: Option<&str>, body: Value| {
            let answer = post(&app, Some(&token), key, &body).await;
            (answer.status.as_u16(), code(&answer))
        };
        let one = ["new@example.org"];
        assert_eq!(
            refused(None, json!({ "emails": [] })).await,
            (422, "nobody".to_owned())
        );
        assert_eq!(
            refused(None, json!({ "mails": one })).await,
            (400, "unreadable".to_owned())
        );
        assert_eq!(
            refused(None, json!({ "emails": one, "role": "owner" })).await,
            (403, "denied".to_owned())
        );
        assert_eq!(
            refused(Some("a key"), json!({ "emails": one })).await,
            (400, "bad_key".to_owned())
        );
        let nowhere = "00000000-0000-7000-8000-000000000000";
        assert_eq!(
            refused(None, json!({ "emails": one, "groups": [nowhere] })).await,
            (422, "gone".to_owned())
        );
    })
    .await;
}

#[tokio::test]
async fn every_described_path_is_there_and_asks_for_a_token() {
    peopled(async |app| {
        let document = app.get("/api/v1/openapi.json", None).await;
        assert_eq!(document.status, StatusCode::OK);
        let document: Value = serde_json::from_str(&document.body).unwrap();
        let paths = document["paths"].as_object().unwrap();
        let described: Vec<&str> = paths.keys().map(String::as_str).collect();
        assert_eq!(
            described,
            ["/api/v1/activity", INVITATIONS, "/api/v1/submissions"]
        );
        for (path, methods) in paths {
            for method in methods.as_object().unwrap().keys() {
                let request = Request::builder()
                    .method(method.to_uppercase().as_str())
                    .uri(path);
                let answer = app.send(request.body(Body::empty()).unwrap()).await;
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
            }
        }
        let text = document.to_string();
        for (at, _) in text.match_indices("#/components/schemas/") {
            let name = text[at..].split('"').next().unwrap().rsplit('/').next().unwrap();
            assert!(document["components"]["schemas"][name].is_object(), "{name}");
        }
    })
    .await;
}
