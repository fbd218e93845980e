//! `GET /api/v1/openapi.json`: the description of the API, for people and for programs that make clients of it.
//!
//! What is a type in the code is taken from it; the rest is written here, and a test asks every path it names.

use super::KEY;
use super::invitations::Outcome;
use axum::Json;
use domain::access::{GroupRole, Role};
use domain::invitations::MOST_ADDRESSES;
use domain::tokens::TokenScope;
use domain::users::Language;
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
        "paths": { "/api/v1/invitations": { "post": invitations() } },
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": { "Problem": problem(), "Invite": invite(), "InviteResults": results() },
        },
    }))
}

fn invitations() -> Value {
    json!({
        "operationId": "invite",
        "summary": "Invite people",
        "description": format!("For tokens with the scope `{}`. An address that has an account is left alone; an open invitation \
            is replaced by the new one. Of a request, either every address is dealt with or none.", TokenScope::Invitations.as_str()),
        "parameters": [{
            "name": KEY, "in": "header", "required": false,
            "description": "Repeated with the same key and body within seven days, the request is done once and answered alike.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 100 },
        }],
        "requestBody": { "required": true, "content": content("Invite", "application/json") },
        "responses": {
            "200": { "description": "What became of each address", "content": content("InviteResults", "application/json") },
            "400": refusal("The request cannot be read"),
            "401": refusal("No token that is good"),
            "403": refusal("The token is not for this"),
            "422": refusal("A rule says no; nobody was invited"),
            "503": refusal("Nothing was changed: try again"),
        },
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

fn invite() -> Value {
    let id = json!({ "type": "string", "format": "uuid" });
    let ids = json!({ "type": "array", "items": id });
    json!({
        "type": "object",
        "required": ["emails"],
        "additionalProperties": false,
        "properties": {
            "emails": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": MOST_ADDRESSES },
            "role": { "enum": words(Role::ALL), "default": Role::Member },
            "groups": ids,
            "group_role": { "enum": words(GroupRole::ALL), "default": GroupRole::Learner },
            "language": { "enum": words(Language::ALL) },
            "department": id,
            "label": id,
            "deletion_date": { "type": "string", "format": "date" },
            "license": id,
            "courses": ids,
        },
    })
}

fn results() -> Value {
    json!({
        "type": "object",
        "required": ["results"],
        "properties": { "results": { "type": "array", "items": {
            "type": "object",
            "required": ["email", "outcome"],
            "properties": { "email": { "type": "string" }, "outcome": { "enum": words(Outcome::ALL) } },
        } } },
    })
}

fn words<T: Serialize>(all: impl IntoIterator<Item = T>) -> Value {
    all.into_iter().map(|one| json!(one)).collect()
}
