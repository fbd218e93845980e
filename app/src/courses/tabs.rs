//! The views of what there is to learn, side by side.

use crate::t;
use crate::ui::{Tab, TabLinks};
use leptos::prelude::*;

/// Courses, bundles, events, and what is due.
#[component]
pub fn ProductTabs() -> impl IntoView {
    let tabs = vec![
        Tab::new("/courses", t!(licenses::COURSES)),
        Tab::new("/bundles", t!(courses::BUNDLES)),
        Tab::new("/events", t!(courses::EVENTS)),
        Tab::new("/enrollments", t!(courses::DUE)),
    ];
    view! { <TabLinks label=t!(licenses::COURSES) tabs /> }
}
