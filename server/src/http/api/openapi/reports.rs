//! How the description tells of `POST /api/v1/activity` and `POST /api/v1/submissions`.

use super::{content, problems};
use domain::courses::{
    HIGHEST_SCORE, LARGEST_SUBMISSION, LONGEST_REPORT, MOST_EVENTS, MOST_POINTS, ReportRefused,
};
use domain::tokens::TokenScope;
use serde_json::{Value, json};

pub(super) fn activity() -> Value {
    json!({
        "operationId": "reportActivity",
        "summary": "Report what learners did",
        "description": format!("For tokens with the scope `{}`. Each event has an answer of its own, and one that is refused does not \
            keep the others from being done. An event is done once for its `id`: sent again, in whatever batch, it is answered as \
            done and changes nothing. Events of a batch are done in the order of `at`.", TokenScope::Activity.as_str()),
        "requestBody": { "required": true, "content": content("Activity", "application/json") },
        "responses": problems(
            "The batch is too large; nothing was done",
            json!({ "description": "What became of each event", "content": content("ActivityResults", "application/json") }),
        ),
    })
}

pub(super) fn submissions() -> Value {
    json!({
        "operationId": "handIn",
        "summary": "Hand in what a learner made",
        "description": format!("For tokens with the scope `{}`. Handed in once for its `id`: sent again with the same body, it is answered alike and \
            changes nothing.", TokenScope::Submissions.as_str()),
        "requestBody": { "required": true, "content": content("Submission", "application/json") },
        "responses": problems(
            "A rule says no; nothing was handed in",
            json!({ "description": "It is handed in", "content": content("Submitted", "application/json") }),
        ),
    })
}

pub(super) fn user() -> Value {
    either(json!([
        only("id", uuid()),
        only("email", json!({ "type": "string" })),
        only("username", json!({ "type": "string" })),
    ]))
}

pub(super) fn course() -> Value {
    either(json!([
        only("id", uuid()),
        only("reference", json!({ "type": "string" })),
    ]))
}

pub(super) fn batch() -> Value {
    let many = |most: u64| json!({ "type": "integer", "minimum": 1, "maximum": most });
    let what = either(json!([
        { "enum": ["started", "completed"] },
        only("time", only("seconds", many(LONGEST_REPORT))),
        only("lesson", only("lesson", uuid())),
        only("progress", only("percent", many(99))),
        only("xp", only("points", many(MOST_POINTS))),
    ]));
    json!({
        "type": "object",
        "required": ["events"],
        "additionalProperties": false,
        "properties": { "events": { "type": "array", "maxItems": MOST_EVENTS, "items": occasion(&["what"], json!({ "what": what })) } },
    })
}

pub(super) fn results() -> Value {
    let refused = ReportRefused::ALL.iter().map(|refused| refused.code());
    let codes: Vec<&str> = refused.chain(["unreadable"]).collect();
    let (id, text) = (json!({}), json!({ "type": "string" }));
    json!({
        "type": "object",
        "required": ["results"],
        "properties": { "results": { "type": "array", "items": either(json!([
            {
                "type": "object",
                "required": ["id", "outcome", "seconds", "repeated"],
                "properties": {
                    "id": id,
                    "outcome": { "const": "done" },
                    "seconds": { "type": "integer", "description": "Seconds that counted: what was counted already does not again" },
                    "repeated": { "type": "boolean", "description": "Whether it was done before" },
                },
            },
            {
                "type": "object",
                "required": ["id", "outcome", "code", "detail"],
                "properties": {
                    "id": id,
                    "outcome": { "const": "refused" },
                    "code": { "enum": codes },
                    "detail": text,
                },
            },
        ])) } },
    })
}

pub(super) fn submission() -> Value {
    let text = json!({ "type": "string" });
    let file = json!({
        "type": "object",
        "required": ["name", "base64"],
        "additionalProperties": false,
        "properties": {
            "name": text,
            "base64": { "type": "string", "contentEncoding": "base64", "description": format!("At most {LARGEST_SUBMISSION} bytes") },
        },
    });
    let own = json!({
        "content": either(json!([only("text", text), only("file", file)])),
        "score": { "type": "integer", "minimum": 0, "maximum": HIGHEST_SCORE },
    });
    occasion(&["content"], own)
}

pub(super) fn submitted() -> Value {
    json!({
        "type": "object",
        "required": ["repeated"],
        "properties": { "repeated": { "type": "boolean", "description": "Whether it was handed in before" } },
    })
}

/// Something at a moment, of a user, in a course, with an id, and what else it has.
fn occasion(required: &[&str], own: Value) -> Value {
    let mut properties = json!({
        "id": { "type": "string", "minLength": 1, "maxLength": 100, "description": "Visible ASCII; unique in the organization" },
        "at": { "type": "string", "format": "date-time", "description": "Not in the future, and at most 30 days ago" },
        "user": { "$ref": "#/components/schemas/User" },
        "course": { "$ref": "#/components/schemas/Course" },
    });
    if let (Some(all), Value::Object(own)) = (properties.as_object_mut(), own) {
        all.extend(own);
    }
    let required = [&["id", "at", "user", "course"], required].concat();
    json!({
        "type": "object",
        "required": required,
        "additionalProperties": false,
        "properties": properties,
    })
}

fn either(all: Value) -> Value {
    json!({ "oneOf": all })
}

fn only(name: &str, value: Value) -> Value {
    json!({ "type": "object", "required": [name], "additionalProperties": false, "properties": { name: value } })
}

fn uuid() -> Value {
    json!({ "type": "string", "format": "uuid" })
}
