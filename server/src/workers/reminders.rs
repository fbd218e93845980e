//! Reminds learners of what is due: a week and a day before, and on the day.

use super::pause;
use std::time::Duration;
use store::{Store, courses};
use tokio_util::sync::CancellationToken;

/// How long to wait between two looks; days are long.
const IDLE: Duration = Duration::from_mins(5);
/// How long a database that fails is left alone.
const TROUBLED: Duration = Duration::from_mins(1);

/// Looks until told to stop.
pub async fn run(store: Store, stop: CancellationToken) {
    loop {
        let rest = match courses::remind(&store).await {
            Ok(0) => IDLE,
            Ok(_) => Duration::ZERO,
            Err(fault) => {
                tracing::error!(%fault, "due dates could not be looked at");
                TROUBLED
            }
        };
        if !pause(&stop, rest).await {
            break;
        }
    }
}
