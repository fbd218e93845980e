//! Applies confirmed imports.

use super::pause;
use std::time::Duration;
use store::{Store, imports};
use tokio_util::sync::CancellationToken;

/// How long to wait before looking for a confirmed import again.
const IDLE: Duration = Duration::from_millis(500);
/// How long a database that fails is left alone.
const TROUBLED: Duration = Duration::from_secs(10);

/// Applies imports until told to stop; one under way stops after the part it is at, and goes on elsewhere or later.
pub async fn run(store: Store, stop: CancellationToken) {
    loop {
        let rest = match imports::work(&store, || !stop.is_cancelled()).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => IDLE,
            Err(fault) => {
                tracing::error!(%fault, "an import paused; it goes on when its lease is over");
                TROUBLED
            }
        };
        if !pause(&stop, rest).await {
            break;
        }
    }
}
