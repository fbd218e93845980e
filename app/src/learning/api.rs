//! What the learner's pages ask the server.

use crate::api::{ApiError, Never};
use domain::courses::MyCourse;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The courses of whoever asks, what is due first comes first.
#[server(prefix = "/api", endpoint = "learning/my-courses", input = Json)]
pub(crate) async fn my_courses() -> Result<Vec<MyCourse>, ApiError<Never>> {
    let grant = crate::session::grant::<domain::access::Learn, _>()?;
    Ok(store::learning::my_courses(grant).await?)
}
