//! What can wait until the page has answered.

use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How long a browser may take to draw; one that shows the page to nobody draws nothing.
const LONGEST: Duration = Duration::from_millis(100);

/// Does some work when the browser has drawn what was changed until now, so that it does not hold up the frame.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let waiting = Rc::new(Cell::new(Some(work)));
    let drawn = Rc::clone(&waiting);
    request_animation_frame(move || set_timeout(move || begin(&drawn), Duration::ZERO));
    set_timeout(move || begin(&waiting), LONGEST);
}

fn begin(waiting: &Cell<Option<impl FnOnce()>>) {
    if let Some(work) = waiting.take() {
        work();
    }
}
