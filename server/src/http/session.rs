//! Who asks: found once for each request, from the session cookie.

use super::{Web, cookie};
use app::session::{OrganizationBrief, Viewer};
use axum::extract::{ConnectInfo, Request};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, http};
use leptos::prelude::{provide_context, use_context};
use std::net::SocketAddr;
use std::sync::Arc;
use store::sign_in::{self, Session};
use store::{Fault, Requester, Store};

/// The page of those whose password was handed out.
const CHOOSE_PASSWORD: &str = "/choose-password";

/// The address a request comes from, as the rate limits count it.
pub fn address(web: &Web, headers: &HeaderMap, peer: Option<SocketAddr>) -> Option<String> {
    let forwarded = || {
        let mut all = headers
            .get_all("x-forwarded-for")
            .into_iter()
            .filter_map(|value| value.to_str().ok());
        all.next_back()?
            .rsplit(',')
            .next()
            .map(|address| address.trim().to_owned())
    };
    if web.behind_proxy { forwarded() } else { None }.or_else(|| peer.map(|peer| peer.ip().to_string()))
}

/// Puts the requester into the request, and the viewer too where the answer may be a page.
pub async fn find(Extension(web): Extension<Arc<Web>>, mut request: Request, next: Next) -> Response {
    let Some(token) = cookie::session(request.headers()) else {
        return next.run(request).await;
    };
    if is_file(&request) {
        return next.run(request).await;
    }
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0);
    let address = address(&web, request.headers(), peer);
    match sign_in::session(&web.store, &token, address).await {
        Ok(Some(session)) => {
            let page = is_page(&request);
            if session.must_change_password
                && request.uri().path() != CHOOSE_PASSWORD
                && request.uri().path() != "/sign-out"
            {
                return if page {
                    Redirect::to(CHOOSE_PASSWORD).into_response()
                } else {
                    StatusCode::FORBIDDEN.into_response()
                };
            }
            if !is_api(&request) {
                match viewer(&web.store, &session).await {
                    Ok(viewer) => request.extensions_mut().insert(viewer),
                    Err(fault) => return broken(&fault),
                };
            }
            request.extensions_mut().insert(session.requester);
            next.run(request).await
        }
        Ok(None) => {
            let mut response = next.run(request).await;
            if !response.headers().contains_key(SET_COOKIE) {
                response
                    .headers_mut()
                    .append(SET_COOKIE, cookie::clear(web.is_secure()));
            }
            response
        }
        Err(fault) => broken(&fault),
    }
}

fn broken(fault: &Fault) -> Response {
    tracing::error!(%fault, "the session could not be looked up");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

fn is_page(request: &Request) -> bool {
    *request.method() == Method::GET && !is_api(request)
}

/// Server functions answer values, never pages.
pub(super) fn is_api(request: &Request) -> bool {
    request.uri().path().starts_with("/api/")
}

/// Files of the site are the same for everyone.
pub(super) fn is_file(request: &Request) -> bool {
    let path = request.uri().path();
    path.starts_with("/pkg/") || path == "/icons.svg" || path == "/favicon.svg"
}

async fn viewer(store: &Store, session: &Session) -> Result<Viewer, Fault> {
    let person = sign_in::person(store, &session.requester).await?;
    Ok(Viewer {
        standing: session.requester.standing().clone(),
        name: format!("{} {}", person.first_name, person.last_name),
        email: person.email.map(String::from),
        language: person.language,
        organization: OrganizationBrief {
            name: person.organization,
        },
    })
}

/// Gives pages and server functions what [`find`] and the form handlers put into the request.
pub fn provide_contexts() {
    let Some(parts) = use_context::<http::request::Parts>() else {
        return;
    };
    let extensions = &parts.extensions;
    if let Some(requester) = extensions.get::<Requester>() {
        provide_context(requester.clone());
    }
    if let Some(viewer) = extensions.get::<Viewer>() {
        provide_context(viewer.clone());
    }
    if let Some(language) = extensions.get::<app::text::Language>() {
        provide_context(*language);
    }
    if let Some(open) = extensions.get::<app::session::OpenToStrangers>() {
        provide_context(*open);
    }
    if let Some(invitation) = extensions.get::<app::registration::Shown>() {
        provide_context(invitation.clone());
    }
    if let Some(link) = extensions.get::<app::links::ShownLink>() {
        provide_context(link.clone());
    }
    if let Some(posted) = extensions.get::<app::form::Posted>() {
        provide_context(posted.clone());
    }
    if let Some(web) = extensions.get::<Arc<Web>>() {
        provide_context(web.store.clone());
        provide_context(store::messages::Links::new(&web.public_url));
    }
}
