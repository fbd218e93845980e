//! The permission matrix: every server function and every page × every role, from the registry itself.
//!
//! A new server function joins by being written: without a sample of its arguments here the test fails, and with one its
//! row appears in the snapshot for review.

use super::test_app::{Answer, Caller, TestApp, peopled};
use axum::http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Somebody who is not there.
const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// Arguments that a server function can read; what they name does not exist, so that only the right to ask decides.
fn sample(path: &str) -> Option<Value> {
    Some(match path {
        "/api/courses/list" => json!({ "search": "", "archived": false, "after": null }),
        "/api/courses/create" => json!({ "form": nameless_course() }),
        "/api/courses/change" => json!({ "id": NOBODY, "version": 1, "form": nameless_course() }),
        "/api/courses/save-bundle" => {
            json!({ "id": null, "form": { "title": "", "courses": [], "archived": false } })
        }
        "/api/courses/save-event" => {
            json!({ "id": null, "form": { "title": "", "day": "", "time": "", "place": "", "archived": false } })
        }
        "/api/courses/attend" => json!({ "id": NOBODY, "login": "nobody" }),
        "/api/courses/due" => json!({ "which": "overdue", "after": null }),
        "/api/records/list" => json!({ "search": "", "course": null, "before": null }),
        "/api/learning/finish" => json!({ "id": NOBODY, "lesson": null }),
        "/api/learning/activity" => json!({ "id": NOBODY, "event": NOBODY, "seconds": 1 }),
        "/api/learning/certificate" => json!({ "number": "none" }),
        "/api/imports/directory" => json!({ "keys": {} }),
        "/api/imports/progress"
        | "/api/tokens/revoke"
        | "/api/users/act-report"
        | "/api/users/one"
        | "/api/courses/course"
        | "/api/learning/begin"
        | "/api/learning/course"
        | "/api/users/activity"
        | "/api/users/enrollments"
        | "/api/users/delete-view"
        | "/api/users/events"
        | "/api/users/undo-act"
        | "/api/imports/discard"
        | "/api/invitations/open"
        | "/api/licenses/form"
        | "/api/licenses/license"
        | "/api/messages/open"
        | "/api/messages/resend"
        | "/api/messages/reveal"
        | "/api/profile/end-session"
        | "/api/sessions/session" => json!({ "id": NOBODY }),
        "/api/imports/list" => json!({ "running": false, "before": null }),
        "/api/imports/rows" => json!({ "id": NOBODY, "outcome": null, "from": 0 }),
        "/api/invitations/list" => {
            json!({ "filter": { "status": null, "asked": false, "search": "" }, "before": null })
        }
        "/api/invitations/resend" => json!({ "id": NOBODY, "email": null }),
        "/api/invitations/resend-many" | "/api/invitations/cancel" => {
            json!({ "which": { "These": [NOBODY] } })
        }
        "/api/invitations/look-up" => json!({ "emails": [] }),
        "/api/invitations/send" => json!({ "emails": [], "offer": nothing_offered() }),
        "/api/messages/list" => json!({ "filter": { "state": null, "search": "" }, "before": null }),
        "/api/login_links/make" => json!({ "user": NOBODY, "reason": "a test" }),
        "/api/users/preview" => json!({ "act": "archive", "pick": { "These": [NOBODY] } }),
        "/api/users/act" => json!({ "act": "archive", "pick": { "These": [NOBODY] }, "confirmed": null }),
        "/api/support/find" => json!({ "search": "kim" }),
        "/api/support/case" | "/api/support/send-link" | "/api/support/forgive" => json!({ "user": NOBODY }),
        "/api/courses/learners" | "/api/groups/group" | "/api/users/history" => {
            json!({ "id": NOBODY, "before": null })
        }
        "/api/users/change-email" => json!({ "id": NOBODY, "email": "x@example.org" }),
        "/api/users/change-phone" => json!({ "id": NOBODY, "phone": "" }),
        "/api/users/set-password" => json!({ "id": NOBODY, "how": "Link" }),
        "/api/users/edit" => json!({ "id": NOBODY, "version": 1, "form": unnamed() }),
        "/api/users/list" => json!({ "filter": {}, "at": "Start" }),
        "/api/users/save-view" => json!({ "name": "", "filter": {} }),
        "/api/users/change-view" => json!({ "id": NOBODY, "name": "", "filter": {} }),
        "/api/users/held" => json!({ "question": { "after": null, "known": [], "since": null } }),
        "/api/dashboard"
        | "/api/imports/desk"
        | "/api/invitations/options"
        | "/api/courses/bundles"
        | "/api/courses/events"
        | "/api/learning/my-activity"
        | "/api/learning/my-courses"
        | "/api/licenses/list"
        | "/api/licenses/places"
        | "/api/messages/test"
        | "/api/programs/list"
        | "/api/profile/look"
        | "/api/settings/look"
        | "/api/tokens/list"
        | "/api/users/acts-running"
        | "/api/users/form-options"
        | "/api/users/names"
        | "/api/users/views" => json!({}),
        "/api/audit/list" => json!({ "filter": {}, "before": null }),
        "/api/profile/edit" => json!({ "version": 0, "form": {
            "first_name": "", "last_name": "", "phone": "", "job_title": "", "address": "", "date_of_birth": "",
            "language": "en",
        } }),
        "/api/profile/ask-for-email" => json!({ "email": "" }),
        "/api/settings/change" => json!({ "known": undecided(), "wanted": undecided() }),
        "/api/users/create" => json!({ "form": nameless_user() }),
        "/api/courses/archive" | "/api/licenses/archive" => json!({ "id": NOBODY, "archived": true }),
        "/api/licenses/people" => json!({ "id": NOBODY, "side": "Others", "filter": {} }),
        "/api/licenses/give" => {
            json!({ "id": NOBODY, "give": { "to": { "These": [NOBODY] }, "courses": [] } })
        }
        "/api/licenses/take-back" => json!({ "id": NOBODY, "from": { "These": [NOBODY] } }),
        "/api/courses/stay-away" | "/api/licenses/history" | "/api/sessions/leave" => {
            json!({ "id": NOBODY, "user": NOBODY })
        }
        "/api/licenses/create" => json!({ "form": nameless_license() }),
        "/api/licenses/change" => json!({ "id": NOBODY, "version": 1, "form": nameless_license() }),
        "/api/tokens/make" => json!({ "name": "", "scopes": [], "lifetime": "year" }),
        "/api/groups/list" => json!({ "search": "", "after": null }),
        "/api/courses/event" | "/api/groups/members" | "/api/licenses/roster" => {
            json!({ "id": NOBODY, "after": null })
        }
        "/api/groups/create" => json!({ "name": "" }),
        "/api/groups/rename" => json!({ "id": NOBODY, "name": "" }),
        "/api/programs/save" => json!({ "id": null, "title": "", "courses": [] }),
        "/api/sessions/members" => json!({ "id": NOBODY, "role": "learner", "after": null }),
        "/api/sessions/create" => json!({ "group": NOBODY, "program": NOBODY, "days": endless() }),
        "/api/sessions/change" => json!({ "id": NOBODY, "days": endless() }),
        "/api/sessions/join" => json!({ "id": NOBODY, "login": "", "role": "learner" }),
        "/api/imports/confirm" => json!({ "id": NOBODY, "typed": null }),
        _ => return None,
    })
}

/// An invitation to be a member of nothing: whoever may invite is told that nobody is invited, or that a group is needed.
fn nothing_offered() -> Value {
    json!({
        "role": "member", "groups": [], "group_role": "learner", "language": null, "department": null, "label": null,
        "deletion_date": null, "license": null, "courses": [],
    })
}

/// The form that makes a user, without a name: whoever may use it is told so.
fn nameless_user() -> Value {
    json!({
        "first_name": "", "last_name": "", "email": "", "email_as_username": true, "username": "",
        "password": { "typed": null, "force_change": false, "email": false },
        "role": "member", "groups": [], "group_role": "learner", "location": null, "department": null, "labels": [],
        "language": null, "deletion_date": "", "license": null, "courses": [], "due_date": "", "phone": "",
        "job_title": "", "address": "", "date_of_birth": "", "external_id": "",
    })
}

/// The form that changes a user, empty.
fn unnamed() -> Value {
    json!({
        "first_name": "", "last_name": "", "username": "", "language": "en", "location": null, "department": null,
        "labels": [], "job_title": "", "address": "", "date_of_birth": "", "external_id": "", "deletion_date": "",
    })
}

/// The form that makes a course, without a title.
fn nameless_course() -> Value {
    json!({ "title": "", "reference": "", "launch_url": "", "contest": "", "lessons": [] })
}

/// The days of a session, not typed.
fn endless() -> Value {
    json!({ "starts_on": "", "ends_on": "" })
}

/// The form that makes a license, without a name.
fn nameless_license() -> Value {
    json!({
        "name": "", "reference": "", "kind": "standard", "purchased": "", "valid_from": "", "valid_to": "", "courses": [],
    })
}

/// Settings without a name.
fn undecided() -> Value {
    json!({
        "name": "", "accent": "", "logo": "", "language": "en", "min_length": "", "login_link_minutes": "",
        "invitation_days": "", "self_registration": false, "registration_domains": "", "on_deletion_date": "archive",
        "erase_anyone": false, "import_megabytes": "",
    })
}

fn verdict(answer: &Answer) -> String {
    match answer.status {
        StatusCode::UNAUTHORIZED => "sign in".to_owned(),
        StatusCode::FORBIDDEN => "no".to_owned(),
        StatusCode::NOT_FOUND => "not found".to_owned(),
        StatusCode::UNPROCESSABLE_ENTITY => "yes, refused".to_owned(),
        status if status.is_success() => "yes".to_owned(),
        status if status.is_redirection() => {
            format!("to {}", answer.location().split('?').next().unwrap_or_default())
        }
        status => panic!("{status}: {}", answer.body),
    }
}

async fn row(app: &TestApp, matrix: &mut String, title: &str, ask: impl AsyncFn(Option<&str>) -> Answer) {
    writeln!(matrix, "{title}").unwrap();
    for caller in Caller::ALL {
        let answer = ask(app.cookie(caller)).await;
        writeln!(matrix, "  {:<14} {}", format!("{caller:?}"), verdict(&answer)).unwrap();
    }
}

#[tokio::test]
async fn every_server_function_and_page_for_every_role() {
    peopled(async |app| {
        let mut matrix = String::new();
        let mut functions: Vec<&str> = server_fn_paths().map(|(path, _)| path).collect();
        functions.sort_unstable();
        for path in functions {
            let arguments =
                sample(path).unwrap_or_else(|| panic!("{path} needs a sample of its arguments in this test"));
            row(&app, &mut matrix, path, async |cookie| {
                app.post(path, cookie, "application/json", arguments.to_string())
                    .await
            })
            .await;
        }
        let mut pages: Vec<String> = generate_route_list(app::App)
            .iter()
            .map(|route| route.path().replace("{id}", NOBODY))
            .collect();
        pages.sort_unstable();
        for path in pages {
            row(&app, &mut matrix, &format!("GET {path}"), async |cookie| {
                app.get(&path, cookie).await
            })
            .await;
        }
        insta::assert_snapshot!(matrix);
    })
    .await;
}
