//! Somebody who is archived, or whose role changes, is out with the very next request.

use super::test_app::{Caller, peopled};
use axum::http::StatusCode;
use serde_json::{Value, json};

async fn lost_after(act: Value) {
    peopled(async |app| {
        let member = app.cookie(Caller::Member);
        let before = app.get("/my-courses", member).await;
        assert_eq!(before.status, StatusCode::OK);
        let id = app.user(Caller::Member).await;
        let asked = json!({ "act": act, "pick": { "These": [id] }, "confirmed": null });
        let done = app
            .post(
                "/api/users/act",
                app.cookie(Caller::Owner),
                "application/json",
                asked.to_string(),
            )
            .await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        let after = app.get("/my-courses", member).await;
        assert!(after.status.is_redirection(), "{}", after.status);
        assert!(after.location().starts_with("/sign-in"));
        let asked = app
            .post("/api/users/acts-running", member, "application/json", "{}")
            .await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_archived_is_out_with_the_next_request() {
    lost_after(json!("archive")).await;
}

#[tokio::test]
async fn whoever_gets_another_role_is_out_with_the_next_request() {
    lost_after(json!({ "set_role": { "role": "support" } })).await;
}
