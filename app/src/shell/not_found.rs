//! The page for what is not there, or not there for this person: the two look the same.

use super::StrangerLayout;
use crate::t;
use crate::ui::PageHeader;
use leptos::prelude::*;
use leptos_router::components::A;

/// Answers the request with status 404; in the browser it does nothing.
fn not_found_status() {
    #[cfg(feature = "ssr")]
    answer(http::StatusCode::NOT_FOUND);
}

/// Answers the request with status 403; in the browser it does nothing.
pub fn no_permission_status() {
    #[cfg(feature = "ssr")]
    answer(http::StatusCode::FORBIDDEN);
}

#[cfg(feature = "ssr")]
fn answer(status: http::StatusCode) {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(status);
    }
}

/// "This page does not exist", with status 404.
#[component]
pub fn NotFound() -> impl IntoView {
    not_found_status();
    view! {
        <StrangerLayout title=t!(shell::NOT_FOUND)>
            <p>{t!(shell::NOT_FOUND_WHY)}</p>
            <p>
                <A href="/">{t!(shell::BACK_TO_START)}</A>
            </p>
        </StrangerLayout>
    }
}

/// The same inside the console's frame.
#[component]
pub fn NotThere() -> impl IntoView {
    not_found_status();
    view! {
        <PageHeader title=t!(shell::NOT_FOUND) description=t!(shell::NOT_FOUND_WHY).to_owned() />
        <p>
            <A href="/">{t!(shell::BACK_TO_START)}</A>
        </p>
    }
    .into_any()
}
