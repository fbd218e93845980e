//! `POST /api/v1/activity`: what learners did in another system, many events at a time, each with an answer of its own.
//!
//! An event that cannot be done does not keep the others from it. Each is done once, so that a batch whose answer was lost
//! is simply sent again.

use super::occasion::{At, reported_key};
use super::{Peer, Problem, bearer};
use crate::http::Web;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use domain::access::ReportActivity;
use domain::courses::{Counted, Happened, MOST_EVENTS, NamedCourse, NamedUser, Occasion, ReportRefused};
use domain::tokens::TokenScope;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use store::tokens::RequestKey;
use store::{Failure, Fault, Grant};

/// Events are read one by one: what one has wrong is no matter of the others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Batch {
    events: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    id: String,
    at: At,
    user: NamedUser,
    course: NamedCourse,
    what: Happened,
}

/// What became of an event.
#[derive(Debug, Serialize)]
struct Line {
    id: Value,
    #[serde(flatten)]
    outcome: Outcome,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
enum Outcome {
    Done { seconds: u64, repeated: bool },
    Refused { code: &'static str, detail: String },
}

/// What became of each event, in the order of the request.
#[derive(Debug, Serialize)]
pub struct Answer {
    results: Vec<Line>,
}

/// An event that can be read.
struct Readable {
    key: RequestKey,
    occasion: Occasion,
    what: Happened,
}

/// Does what is reported.
pub async fn report(
    Extension(web): Extension<Arc<Web>>,
    peer: Peer,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>, Problem> {
    let integration = bearer(&web, &headers, peer, TokenScope::Activity).await?;
    let grant = integration.requester.grant::<ReportActivity>()?;
    let batch: Batch = super::read(&body)?;
    if batch.events.len() > MOST_EVENTS {
        let why = format!("a request has at most {MOST_EVENTS} events: send several");
        return Err(Problem::refused("too_many", &why));
    }
    // The time of a person counts in its order, whatever the order of the batch.
    let mut events: Vec<_> = batch.events.iter().map(read).enumerate().collect();
    events.sort_by_key(|(_, event)| event.as_ref().ok().map(|event| event.occasion.at));
    let mut lines = Vec::new();
    for (place, event) in events {
        let outcome = match event {
            Err(detail) => Outcome::Refused {
                code: "unreadable",
                detail,
            },
            Ok(event) => outcome(&grant, &event)
                .await
                .map_err(|fault| Problem::interrupted(&fault))?,
        };
        lines.push((place, outcome));
    }
    lines.sort_by_key(|(place, _)| *place);
    let line = |(event, (_, outcome)): (&Value, (usize, Outcome))| Line {
        id: event.get("id").cloned().unwrap_or_default(),
        outcome,
    };
    Ok(Json(Answer {
        results: batch.events.iter().zip(lines).map(line).collect(),
    }))
}

fn read(event: &Value) -> Result<Readable, String> {
    let parsed = Event::deserialize(event).map_err(|error| error.to_string())?;
    Ok(Readable {
        key: reported_key(&parsed.id, event.to_string().as_bytes())?,
        occasion: Occasion {
            user: parsed.user,
            course: parsed.course,
            at: parsed.at.0,
        },
        what: parsed.what,
    })
}

async fn outcome(grant: &Grant<ReportActivity>, event: &Readable) -> Result<Outcome, Fault> {
    let refused = |why: ReportRefused| Outcome::Refused {
        code: why.code(),
        detail: why.to_string(),
    };
    match store::learning::report(grant, &event.key, &event.occasion, &event.what).await {
        Ok(Counted { seconds, repeated }) => Ok(Outcome::Done { seconds, repeated }),
        Err(Failure::Refused(why)) => Ok(refused(why)),
        Err(Failure::Denied(_) | Failure::NotFound) => Ok(refused(ReportRefused::NotEnrolled)),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}
