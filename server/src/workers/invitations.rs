//! Ends invitations whose time has run out, so that the seats they keep go back.

use super::pause;
use std::time::Duration;
use store::{Store, invitations};
use tokio_util::sync::CancellationToken;

/// How often is looked; an expired link is refused at once in any case.
const EVERY: Duration = Duration::from_mins(1);

/// Looks until told to stop.
pub async fn run(store: Store, stop: CancellationToken) {
    loop {
        let rest = match invitations::expire(&store).await {
            Ok(0) => EVERY,
            Ok(expired) => {
                tracing::info!(expired, "invitations expired");
                Duration::ZERO
            }
            Err(fault) => {
                tracing::error!(%fault, "invitations could not be looked at");
                EVERY
            }
        };
        if !pause(&stop, rest).await {
            break;
        }
    }
}
