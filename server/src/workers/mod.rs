//! Work in the background of `rollcall serve`. Any number of processes may run it on one database: what one takes, it takes
//! with a lease, and what is not done by the end of the lease another takes up.

pub mod outbox;

use crate::mail::Mailer;
use std::time::Duration;
use store::messages::{Links, Worker};
use store::users::{acts, due};
use store::{Fault, Store, courses, imports, invitations};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long work under way may go on after being asked to stop; what is not done by then, another process takes over.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a worker waits before it looks again.
#[derive(Debug, Clone, Copy)]
struct Rest {
    /// After it found nothing to do.
    idle: Duration,
    /// After the database failed.
    troubled: Duration,
}

/// For what somebody watches.
const WATCHED: Rest = Rest {
    idle: Duration::from_millis(500),
    troubled: Duration::from_secs(10),
};
/// For what is to be done soon.
const SOON: Rest = Rest {
    idle: Duration::from_secs(1),
    troubled: Duration::from_secs(10),
};
/// For what happens on a day.
const DAILY: Rest = Rest {
    idle: Duration::from_mins(5),
    troubled: Duration::from_mins(1),
};
/// For what ends at a time; whoever asks meanwhile is told that it has ended.
const MINUTELY: Rest = Rest {
    idle: Duration::from_mins(1),
    troubled: Duration::from_mins(1),
};

/// The running workers.
#[derive(Debug)]
pub struct Workers {
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Workers {
    /// Starts them.
    pub fn start(store: &Store, mailer: Mailer, links: Links) -> Self {
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        let tools = || (store.clone(), stop.clone());
        let worker = Worker::new(store);
        tasks.spawn(repeat("the outbox", SOON, tools(), async move |store, _| {
            Ok(outbox::round(store, worker, &mailer, &links).await? > 0)
        }));
        // These two stop after the part they are at.
        tasks.spawn(repeat("imports", WATCHED, tools(), async |store, stop| {
            imports::work(store, || !stop.is_cancelled()).await
        }));
        tasks.spawn(repeat(
            "acts on many users",
            WATCHED,
            tools(),
            async |store, stop| acts::work(store, || !stop.is_cancelled()).await,
        ));
        tasks.spawn(repeat(
            "expired invitations",
            MINUTELY,
            tools(),
            async |store, _| Ok(invitations::expire(store).await? > 0),
        ));
        tasks.spawn(repeat("deletion dates", DAILY, tools(), async |store, _| {
            Ok(due::work(store).await? > 0)
        }));
        tasks.spawn(repeat(
            "due dates of courses",
            DAILY,
            tools(),
            async |store, _| Ok(courses::remind(store).await? > 0),
        ));
        Self { tasks, stop }
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

/// Does `work` until told to stop: again at once where it found something to do, else after a rest.
async fn repeat(
    what: &'static str,
    rest: Rest,
    (store, stop): (Store, CancellationToken),
    work: impl AsyncFn(&Store, &CancellationToken) -> Result<bool, Fault>,
) {
    loop {
        let rest = match work(&store, &stop).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => rest.idle,
            Err(fault) => {
                tracing::error!(%fault, "{what} could not be worked on");
                rest.troubled
            }
        };
        tokio::select! {
            () = stop.cancelled() => break,
            () = tokio::time::sleep(rest) => {}
        }
    }
}
