//! `GET /api/v1/openapi.json`: the description of the API, for people and for programs that make clients of it.
//!
//! What is a type in the code is taken from it; the rest is written here, and a test asks every path it names.

mod invitations;
mod reports;

use axum::Json;
use serde::Serialize;
use serde_json::{Value, json};

/// The description, in the form of `OpenAPI` 3.1.
pub async fn document() -> Json<Value> {
    Json(json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Rollcall",
            "version": "1",
            "description": "Every request carries an integration token, made in the console under Settings, Integration tokens. \
                It acts for whoever made it and is for what was ticked. Problems are answered as RFC 9457 documents with a `code`.",
        },
        "security": [{ "token": [] }],
        "paths": {
            "/api/v1/invitations": { "post": invitations::path() },
            "/api/v1/activity": { "post": reports::activity() },
            "/api/v1/submissions": { "post": reports::submissions() },
        },
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": {
                "Problem": problem(),
                "Invite": invitations::body(),
                "InviteResults": invitations::results(),
                "User": reports::user(),
                "Course": reports::course(),
                "Activity": reports::batch(),
                "ActivityResults": reports::results(),
                "Submission": reports::submission(),
                "Submitted": reports::submitted(),
            },
        },
    }))
}

/// The answers of a route: the good one, and what every route may answer beside it.
fn problems(refused: &str, good: Value) -> Value {
    json!({
        "200": good,
        "400": refusal("The request cannot be read"),
        "401": refusal("No token that is good"),
        "403": refusal("The token is not for this"),
        "422": refusal(refused),
        "503": refusal("The server could not do it now: send the same again"),
    })
}

fn content(schema: &str, kind: &str) -> Value {
    json!({ kind: { "schema": { "$ref": format!("#/components/schemas/{schema}") } } })
}

fn refusal(description: &str) -> Value {
    json!({ "description": description, "content": content("Problem", "application/problem+json") })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "status", "code", "detail"],
        "properties": {
            "type": { "type": "string" },
            "status": { "type": "integer" },
            "code": { "type": "string", "description": "A stable word" },
            "detail": { "type": "string", "description": "What is wrong and how to mend it" },
        },
    })
}

fn words<T: Serialize>(all: impl IntoIterator<Item = T>) -> Value {
    all.into_iter().map(|one| json!(one)).collect()
}
