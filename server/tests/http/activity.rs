//! The API by which a course player reports: each event answered, the good ones done whatever the others are.

use super::api::{code, post_to, token};
use super::test_app::{Answer, Caller, TestApp, peopled};
use axum::http::StatusCode;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::courses::CourseForm;
use domain::licenses::Pick;
use domain::time::Span;
use domain::tokens::TokenScope;
use domain::users::{Act, LearningAct};
use serde_json::{Value, json};
use store::sign_in;
use store::testing::count;

const ACTIVITY: &str = "/api/v1/activity";
const SUBMISSIONS: &str = "/api/v1/submissions";

/// A course with a contest, assigned to the member.
async fn assigned(app: &TestApp) {
    let owner = sign_in::requester_at_command_line(&app.store, Caller::Owner.email());
    let owner = owner.await.unwrap().unwrap();
    let form = CourseForm {
        title: "Safety".into(),
        reference: "SAFETY".into(),
        contest: "Draw the escape route".into(),
        ..CourseForm::default()
    };
    let course = store::courses::create(owner.grant().unwrap(), form)
        .await
        .unwrap();
    let assign = Act::Learning(LearningAct::Assign {
        courses: vec![course],
        due_date: None,
    });
    let whom = Pick::These(vec![app.user(Caller::Member).await]);
    store::users::acts::act(&owner, assign, &whom, None)
        .await
        .unwrap();
}

fn event(app: &TestApp, id: &str, what: Value) -> Value {
    let at = app.store.now().to_string();
    json!({ "id": id, "at": at, "user": { "email": "member@example.org" }, "course": { "reference": "SAFETY" }, "what": what })
}

fn results(answer: &Answer) -> Value {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    serde_json::from_str::<Value>(&answer.body).unwrap()["results"].clone()
}

fn done(id: &str, seconds: u64, repeated: bool) -> Value {
    json!({ "id": id, "outcome": "done", "seconds": seconds, "repeated": repeated })
}

#[tokio::test]
async fn each_event_is_answered_and_bad_ones_keep_no_others_back() {
    peopled(async |app| {
        assigned(&app).await;
        let token = token(&app, TokenScope::Activity).await;
        let tell = async |events: Value| {
            post_to(&app, ACTIVITY, Some(&token), None, &json!({ "events": events })).await
        };
        let mut stranger = event(&app, "e3", json!("started"));
        stranger["user"] = json!({ "username": "nobody" });
        let mut late = event(&app, "e5", json!({ "time": { "seconds": 60 } }));
        late["at"] = json!((app.store.now() - Span::minutes(5)).to_string());
        let batch = json!([
            event(&app, "e1", json!("started")),
            event(&app, "e2", json!({ "time": { "seconds": 60, "minutes": 1 } })),
            stranger,
            event(&app, "e4", json!({ "time": { "seconds": 600 } })),
            late,
            "no event",
            event(&app, "e1", json!("started")),
        ]);
        let first = tell(batch.clone()).await;
        let results = results(&first);
        // The late one was earlier than the start, and is judged so.
        assert_eq!(results[0], done("e1", 0, false));
        assert_eq!(
            (&results[1]["id"], &results[1]["code"]),
            (&json!("e2"), &json!("unreadable"))
        );
        assert_eq!(results[2]["code"], "unknown_user");
        assert_eq!(results[3], done("e4", 600, false));
        assert_eq!(results[4]["code"], "not_begun");
        assert_eq!(
            (&results[5]["id"], &results[5]["code"]),
            (&Value::Null, &json!("unreadable"))
        );
        assert_eq!(results[6], done("e1", 0, true));

        let again = self::results(&tell(batch).await);
        assert_eq!(again[3], done("e4", 600, true));
        assert_eq!(again[4]["code"], "time_counted");
        let seconds = "SELECT CAST(SUM(seconds) AS BIGINT) AS value FROM activity_days";
        assert_eq!(count(&app.store, seconds).await, 600);
        let through =
            "SELECT COUNT(*) AS value FROM audit WHERE action = 'courses.started' AND address = 'Shop'";
        assert_eq!(count(&app.store, through).await, 1, "the audit names the token");
    })
    .await;
}

#[tokio::test]
async fn a_batch_has_an_end_and_a_token_its_purpose() {
    peopled(async |app| {
        assigned(&app).await;
        let activity = token(&app, TokenScope::Activity).await;
        let submissions = token(&app, TokenScope::Submissions).await;
        let many: Vec<Value> = (0..501)
            .map(|n| event(&app, &n.to_string(), json!("started")))
            .collect();
        let ask = async |path: &str, token: &str, body: &Value| {
            let answer = post_to(&app, path, Some(token), None, body).await;
            (answer.status.as_u16(), code(&answer))
        };
        let many = json!({ "events": many });
        assert_eq!(
            ask(ACTIVITY, &activity, &many).await,
            (422, "too_many".to_owned())
        );
        let none = json!({ "events": [] });
        assert_eq!(
            ask(ACTIVITY, &submissions, &none).await,
            (403, "not_for_this".to_owned())
        );
        assert_eq!(
            ask(SUBMISSIONS, &activity, &none).await,
            (403, "not_for_this".to_owned())
        );
        assert_eq!(
            ask(ACTIVITY, &activity, &json!({})).await,
            (400, "unreadable".to_owned())
        );
        let nothing = "SELECT COUNT(*) AS value FROM activity_events";
        assert_eq!(count(&app.store, nothing).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_file_or_text_is_handed_in_once() {
    peopled(async |app| {
        assigned(&app).await;
        let activity = token(&app, TokenScope::Activity).await;
        let token = token(&app, TokenScope::Submissions).await;
        let made = |id: &str, content: Value| {
            let mut made = event(&app, id, Value::Null);
            let fields = made.as_object_mut().unwrap();
            fields.remove("what");
            fields.insert("content".to_owned(), content);
            made
        };
        let hand_in = async |body: &Value| post_to(&app, SUBMISSIONS, Some(&token), None, body).await;
        let large = BASE64_STANDARD.encode(vec![7; 3_000_000]);
        let file = made("s1", json!({ "file": { "name": "route.png", "base64": large } }));
        let early = hand_in(&file).await;
        assert_eq!(
            (early.status, code(&early).as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, "not_begun")
        );
        let begin = json!({ "events": [event(&app, "e1", json!("started"))] });
        results(&post_to(&app, ACTIVITY, Some(&activity), None, &begin).await);
        for repeated in [false, true] {
            let answer = hand_in(&file).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            assert_eq!(answer.body, json!({ "repeated": repeated }).to_string());
        }
        let text = hand_in(&made("s2", json!({ "text": "left, then left" }))).await;
        assert_eq!(text.status, StatusCode::OK, "{}", text.body);
        let torn = hand_in(&made("s3", json!({ "file": { "name": "x", "base64": "?" } }))).await;
        assert_eq!(code(&torn), "unreadable");
        let kept =
            "SELECT COUNT(*) AS value FROM submissions WHERE file_name = 'route.png' AND length(content) = 3000000";
        assert_eq!(count(&app.store, kept).await, 1);
        let all = "SELECT COUNT(*) AS value FROM submissions";
        assert_eq!(count(&app.store, all).await, 2);
    })
    .await;
}
