//! How the description tells of `POST /api/v1/invitations`.

use super::{content, problems, words};
use crate::http::api::KEY;
use crate::http::api::invitations::Outcome;
use domain::access::{GroupRole, Role};
use domain::invitations::MOST_ADDRESSES;
use domain::tokens::TokenScope;
use domain::users::Language;
use serde_json::{Value, json};

pub(super) fn path() -> Value {
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
        "responses": problems(
            "A rule says no; nobody was invited",
            json!({ "description": "What became of each address", "content": content("InviteResults", "application/json") }),
        ),
    })
}

pub(super) fn body() -> Value {
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

pub(super) fn results() -> Value {
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
