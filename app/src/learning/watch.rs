//! Time spent in a course, measured honestly: seconds count while the page is seen and somebody does something in it. They are
//! reported in batches, and the last ones when the page is left.

use super::api::{ACTIVITY, report_time};
use domain::id::EnrollmentId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use std::time::Duration;
use uuid::Uuid;
use web_sys::{Blob, BlobPropertyBag};

/// Seconds without a touch, key or scroll after which nobody is believed to be reading.
const PATIENCE: u32 = 120;
/// Seconds that are reported at once.
const BATCH: u64 = 30;

/// What is counted, second by second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Meter {
    seconds: u64,
    idle: u32,
}

impl Meter {
    /// Somebody did something.
    fn touched(&mut self) {
        self.idle = 0;
    }

    /// A second went by.
    fn tick(&mut self, seen: bool) {
        if seen && self.idle < PATIENCE {
            self.seconds += 1;
        }
        self.idle = self.idle.saturating_add(1);
    }

    /// Takes what is to be reported.
    fn take(&mut self) -> u64 {
        std::mem::take(&mut self.seconds)
    }
}

/// Measures for as long as the component lives that calls it; in the browser only.
pub fn watch(course: EnrollmentId) {
    Effect::new(move |_| {
        let meter = StoredValue::new(Meter::default());
        let tick = move || {
            let full = meter.try_update_value(|meter| {
                meter.tick(!document().hidden());
                meter.seconds >= BATCH
            });
            if full == Some(true) {
                report(course, meter);
            }
        };
        let timer = set_interval_with_handle(tick, Duration::from_secs(1));
        let touched = move || {
            meter.try_update_value(Meter::touched);
        };
        let handles = [
            window_event_listener_untyped("pointermove", move |_| touched()),
            window_event_listener_untyped("pointerdown", move |_| touched()),
            window_event_listener_untyped("keydown", move |_| touched()),
            window_event_listener_untyped("scroll", move |_| touched()),
            window_event_listener_untyped("pagehide", move |_| send_last(course, meter)),
            window_event_listener_untyped("visibilitychange", move |_| {
                if document().hidden() {
                    send_last(course, meter);
                }
            }),
        ];
        on_cleanup(move || {
            if let Ok(timer) = timer {
                timer.clear();
            }
            for handle in handles {
                handle.remove();
            }
            report(course, meter);
        });
    });
}

/// Reports what is counted; what did not arrive is reported again with the next.
fn report(course: EnrollmentId, meter: StoredValue<Meter>) {
    let seconds = meter.try_update_value(Meter::take).unwrap_or(0);
    if seconds == 0 {
        return;
    }
    spawn_local(async move {
        if report_time(course, event(), seconds).await.is_err() {
            meter.try_update_value(|meter| meter.seconds += seconds);
        }
    });
}

/// Leaves what is counted with the browser, which sends it even when the page is gone.
fn send_last(course: EnrollmentId, meter: StoredValue<Meter>) {
    let seconds = meter.try_update_value(Meter::take).unwrap_or(0);
    if seconds == 0 {
        return;
    }
    let body = serde_json::json!({ "id": course, "event": event(), "seconds": seconds }).to_string();
    let parts = js_sys::Array::of1(&JsValue::from_str(&body));
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let sent = Blob::new_with_str_sequence_and_options(&parts, &kind).and_then(|blob| {
        window()
            .navigator()
            .send_beacon_with_opt_blob(ACTIVITY, Some(&blob))
    });
    if !matches!(sent, Ok(true)) {
        meter.try_update_value(|meter| meter.seconds += seconds);
    }
}

/// A name for a report, so that arriving twice it counts once.
fn event() -> Uuid {
    let half = || js_sys::Math::random().to_bits();
    Uuid::from_u64_pair(half(), half())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_seconds_count_in_which_somebody_sees_and_does_something() {
        let mut meter = Meter::default();
        for _ in 0..10 {
            meter.tick(true);
            meter.tick(false);
        }
        assert_eq!(meter.take(), 10);
        for _ in 0..1_000 {
            meter.tick(true);
        }
        assert_eq!(
            meter.take(),
            u64::from(PATIENCE) - 20,
            "then nobody is there any more"
        );
        meter.touched();
        meter.tick(true);
        assert_eq!((meter.take(), meter.take()), (1, 0));
    }
}
