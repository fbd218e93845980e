//! What answers HTTP: pages, server functions and the site's files, under one set of security headers.
//!
//! [`router`] knows nothing of databases or sessions: `contexts` runs before each page and server function and
//! provides what they need; middleware that fills request extensions is layered on outside.

mod headers;
mod site;

pub use site::site;

use app::App;
use axum::Router;
use leptos::prelude::LeptosOptions;
use leptos_axum::{LeptosRoutes, file_and_error_handler_with_context, generate_route_list};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

/// Everything the address answers.
pub fn router(site: LeptosOptions, contexts: impl Fn() + Clone + Send + Sync + 'static) -> Router {
    let contexts = move || {
        headers::allow_scripts_of_this_page();
        contexts();
    };
    let document = |site: LeptosOptions| move || app::shell(site.clone());

    Router::new()
        .leptos_routes_with_context(
            &site,
            generate_route_list(App),
            contexts.clone(),
            document(site.clone()),
        )
        .fallback(file_and_error_handler_with_context(contexts, app::shell))
        .with_state(site)
        .layer(CsrfLayer::new())
        .layer(axum::middleware::from_fn(headers::secure))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
}
