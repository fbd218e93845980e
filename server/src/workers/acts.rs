//! Does in parts what is to be done to many users.

use super::pause;
use std::time::Duration;
use store::Store;
use store::users::acts;
use tokio_util::sync::CancellationToken;

/// How long to wait before looking for something to do again.
const IDLE: Duration = Duration::from_millis(500);
/// How long a database that fails is left alone.
const TROUBLED: Duration = Duration::from_secs(10);

/// Does what waits until told to stop; an act under way stops after the part it is at, and goes on elsewhere or later.
pub async fn run(store: Store, stop: CancellationToken) {
    loop {
        let rest = match acts::work(&store, || !stop.is_cancelled()).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => IDLE,
            Err(fault) => {
                tracing::error!(%fault, "an act on many users paused; it goes on when its lease is over");
                TROUBLED
            }
        };
        if !pause(&stop, rest).await {
            break;
        }
    }
}
