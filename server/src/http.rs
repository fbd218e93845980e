//! What answers HTTP: pages, forms, server functions and the site's files, under one set of security headers.
//!
//! The session middleware finds out who asks, once for each request; pages and server functions take it from there by
//! context. Logs name the route, never the address, because addresses of links hold secrets.

mod api;
mod audit;
mod cookie;
mod export;
mod forms;
mod granted;
mod hand_in;
mod headers;
mod import_file;
mod language;
mod links;
mod messages;
mod patience;
mod profile;
mod records;
mod registration;
mod self_registration;
mod session;
mod site;
mod submissions;

pub use granted::Granted;
pub use site::site;

use app::App;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use leptos::prelude::LeptosOptions;
use leptos_axum::{LeptosRoutes, file_and_error_handler_with_context, generate_route_list};
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use store::secrets::Token;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

/// The largest request, in bytes: an import's file with some room.
const LARGEST_REQUEST: usize = 72 * 1024 * 1024;

/// What requests are answered from.
#[derive(Debug)]
pub struct Web {
    /// The store.
    pub store: Store,
    /// The address people reach this server by.
    pub public_url: String,
    /// Whether to believe `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// The token that guards the set-up page.
    pub set_up_token: Token,
}

impl Web {
    /// Whether people reach this server by https, so that cookies may insist on it.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Everything the address answers.
pub fn router(site: LeptosOptions, web: Web) -> Router {
    router_with(site, web, Router::new())
}

/// The same with more beside it, for which everything is done that is done for the others.
pub fn router_with(site: LeptosOptions, web: Web, more: Router<LeptosOptions>) -> Router {
    let web = Arc::new(web);
    let contexts = || {
        headers::allow_scripts_of_this_page();
        session::provide_contexts();
    };
    let document = |site: LeptosOptions| move || app::shell(site.clone());
    let pages = forms::Pages::new(contexts, document(site.clone()));
    let registration_pages = {
        let site = site.clone();
        let document = move || app::registration::document(site.clone());
        registration::RegistrationPages(forms::Pages::new(contexts, document))
    };

    Router::new()
        .leptos_routes_with_context(&site, generate_route_list(App), contexts, document(site.clone()))
        .layer(axum::middleware::from_fn_with_state(
            patience::LONGEST,
            patience::render,
        ))
        .route("/sign-in", post(forms::sign_in))
        .route("/sign-out", post(forms::sign_out))
        .route("/choose-password", post(forms::choose_password))
        .route("/set-up", post(forms::set_up))
        .route(app::imports::api::FILE_ROUTE, post(import_file::take))
        .route("/imports/{id}/failing.csv", get(import_file::failing))
        .route(app::users::EXPORT, get(export::listed).post(export::ticked))
        .route("/users/{id}/submissions.zip", get(submissions::archive))
        .route("/users/{id}/submissions.xlsx", get(submissions::workbook))
        .route(app::audit::EXPORT, get(audit::export))
        .route(app::courses::EXPORT, get(records::export))
        .route("/my-courses/{id}/submissions", post(hand_in::take))
        .route("/activate/{token}", post(links::choose_password))
        .route("/reset/{token}", post(links::choose_password))
        .route("/confirm-email/{token}", post(profile::confirm_email))
        .route("/profile", post(profile::change_password))
        .route("/profile/sign-out-everywhere", post(profile::sign_out_everywhere))
        .route("/login-link/{token}", post(links::use_login_link))
        .route(
            "/register",
            get(self_registration::page).post(self_registration::ask),
        )
        .route(
            "/register/{token}",
            get(registration::page).post(registration::register),
        )
        .route("/register/{token}/opened", post(registration::opened))
        .route("/forgot-password", post(links::ask))
        .route("/messages/{id}/html", get(messages::html))
        .route("/health", get(async || "ok"))
        .merge(api::routes())
        .merge(more)
        .fallback(file_and_error_handler_with_context(contexts, app::shell))
        .with_state(site)
        .layer(axum::middleware::from_fn(links::find))
        .layer(axum::middleware::from_fn(self_registration::find))
        .layer(axum::middleware::from_fn(language::find))
        .layer(axum::middleware::from_fn(session::find))
        .layer(Extension(pages))
        .layer(Extension(registration_pages))
        .layer(Extension(web))
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(LARGEST_REQUEST))
        .layer(axum::middleware::from_fn(headers::secure))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_request(())
                .on_response(answered),
        )
}

/// A request in the log: its method and its route. The address itself is left out.
fn span(request: &Request) -> Span {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(file)", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}

fn answered(response: &Response, took: Duration, _: &Span) {
    tracing::debug!(
        status = response.status().as_u16(),
        ms = took.as_millis(),
        "answered"
    );
}
