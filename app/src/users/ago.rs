//! A moment as people say it, with the exact one on hover.

use crate::t;
use domain::time::Timestamp;
use leptos::prelude::*;

/// "3 days ago". `now` is the server's moment of answering, so that server and browser say the same.
#[component]
pub fn Ago(
    /// The moment.
    at: Timestamp,
    /// The present.
    now: Timestamp,
) -> impl IntoView {
    let seconds = (now - at).as_seconds();
    view! {
        <time datetime=at.to_string() title=t!(users::moment(at))>
            {t!(users::ago(seconds))}
        </time>
    }
}
