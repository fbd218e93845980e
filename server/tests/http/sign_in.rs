//! Signing in over HTTP, with nothing but forms.

use super::test_app::{Caller, empty, peopled};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use store::testing::PASSWORD;

#[tokio::test]
async fn a_form_signs_in_and_out() {
    peopled(async |app| {
        let fields = [
            ("name", "member@example.org"),
            ("password", PASSWORD),
            ("next", ""),
        ];
        let answer = app.form("/sign-in", None, &fields).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
        let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
        let cookie = answer.cookie().unwrap();

        let answer = app.form("/sign-out", Some(&cookie), &[]).await;
        assert_eq!(answer.location(), "/sign-in?signed-out");
        let answer = app.get("/users", Some(&cookie)).await;
        assert!(
            answer.status.is_redirection(),
            "the session is over: {}",
            answer.status
        );
    })
    .await;
}

#[tokio::test]
async fn a_refused_sign_in_keeps_the_name_and_never_the_password() {
    peopled(async |app| {
        let fields = [("name", "mem<b>er"), ("password", "s3cret-of-mine"), ("next", "")];
        let answer = app.form("/sign-in", None, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.body.contains("mem&lt;b&gt;er") || answer.body.contains("mem<b>er\""),
            "the name is kept"
        );
        assert!(answer.body.contains("do not belong together"));
        assert!(!answer.body.contains("s3cret-of-mine"));
    })
    .await;
}

#[tokio::test]
async fn next_leads_to_pages_of_ours_only() {
    peopled(async |app| {
        for (next, to) in [
            ("/users?q=a", "/users?q=a"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil", "/"),
        ] {
            let fields = [
                ("name", Caller::Owner.email()),
                ("password", PASSWORD),
                ("next", next),
            ];
            let answer = app.form("/sign-in", None, &fields).await;
            assert_eq!(answer.location(), to);
        }
    })
    .await;
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    peopled(async |app| {
        let request = Request::post("/sign-out")
            .header("sec-fetch-site", "cross-site")
            .header(header::COOKIE, app.cookie(Caller::Owner).unwrap())
            .body(Body::empty())
            .unwrap();
        assert_eq!(app.send(request).await.status, StatusCode::FORBIDDEN);
        assert_eq!(
            app.get("/users", app.cookie(Caller::Owner)).await.status,
            StatusCode::OK,
            "still signed in"
        );
    })
    .await;
}

#[tokio::test]
async fn every_page_carries_the_security_headers() {
    peopled(async |app| {
        let answer = app.get("/sign-in", None).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        for part in [
            "script-src 'self' 'nonce-",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert!(!policy.contains("unsafe-inline"));
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(answer.headers[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    })
    .await;
}

async fn set_up(
    app: &super::test_app::TestApp,
    fields: [(&'static str, String); 6],
) -> super::test_app::Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    app.form("/set-up", None, &fields).await
}

#[tokio::test]
async fn a_fresh_install_is_set_up_once_with_the_token_from_the_console() {
    empty(async |app| {
        let token = app.set_up_token.clone();
        let fields = |token: &str| {
            [
                ("token", token.to_owned()),
                ("organization", "Harbor Academy".to_owned()),
                ("first_name", "Ada".to_owned()),
                ("last_name", "Lovelace".to_owned()),
                ("email", "ada@example.org".to_owned()),
                ("password", PASSWORD.to_owned()),
            ]
        };
        let wrong = set_up(&app, fields("A1b2A1b2A1b2A1b2A1b2A1b2A1b2A1b2A1b2A1b2A1b")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Harbor Academy"), "what was typed stays");

        let right = set_up(&app, fields(&token)).await;
        assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/"));
        assert_eq!(
            app.get("/users", right.cookie().as_deref()).await.status,
            StatusCode::OK
        );

        let again = set_up(&app, fields(&token)).await;
        assert!(again.body.contains("set up already"));
    })
    .await;
}
