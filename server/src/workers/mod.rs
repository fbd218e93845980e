//! Work in the background of `rollcall serve`. Any number of processes may run it on one database: what one takes, it takes
//! with a lease.

pub mod acts;
mod deletions;
pub mod imports;
mod invitations;
pub mod outbox;
mod reminders;

use crate::mail::Mailer;
use std::time::Duration;
use store::Store;
use store::messages::Links;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long work under way may go on after being asked to stop; what is not done by then, another process takes over.
const PATIENCE: Duration = Duration::from_secs(10);

/// The running workers.
#[derive(Debug)]
pub struct Workers {
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Workers {
    /// Starts them.
    pub fn start(store: &Store, mailer: Mailer, links: Links) -> Self {
        let workers = Self {
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
        };
        workers
            .tasks
            .spawn(outbox::run(store.clone(), mailer, links, workers.stop.clone()));
        workers
            .tasks
            .spawn(imports::run(store.clone(), workers.stop.clone()));
        workers
            .tasks
            .spawn(invitations::run(store.clone(), workers.stop.clone()));
        workers
            .tasks
            .spawn(acts::run(store.clone(), workers.stop.clone()));
        workers
            .tasks
            .spawn(deletions::run(store.clone(), workers.stop.clone()));
        workers
            .tasks
            .spawn(reminders::run(store.clone(), workers.stop.clone()));
        workers
    }

    /// Asks them to stop and waits until they have, for a while.
    pub async fn stop(self) {
        self.stop.cancel();
        self.tasks.close();
        if tokio::time::timeout(PATIENCE, self.tasks.wait()).await.is_err() {
            tracing::warn!("background work was cut short; it is taken up again when its lease is over");
        }
    }
}

/// Waits; false once it is time to stop.
async fn pause(stop: &CancellationToken, time: Duration) -> bool {
    tokio::select! {
        () = stop.cancelled() => false,
        () = tokio::time::sleep(time) => true,
    }
}
