//! Security and caching headers.
//!
//! A page may run the scripts that carry its own nonce and nothing else; everything that is not a page may run
//! nothing at all.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use leptos::nonce::{Nonce, use_nonce};
use leptos::prelude::use_context;
use std::sync::{Arc, OnceLock};

const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

const NO_SCRIPTS: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const NEVER: HeaderValue = HeaderValue::from_static("no-store");

/// The nonce of the page that answers a request, if a page does: it goes with the request, and the policy is written
/// when the page begins to leave.
#[derive(Clone, Default)]
struct PageNonce(Arc<OnceLock<Nonce>>);

impl PageNonce {
    fn policy(&self) -> Option<HeaderValue> {
        let nonce = self.0.get()?;
        // While cargo-leptos watches, the page listens on another port for the news that it was rebuilt.
        let reload = if std::env::var_os("LEPTOS_WATCH").is_some() {
            " ws:"
        } else {
            ""
        };
        HeaderValue::try_from(format!(
            "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; connect-src 'self'{reload}; frame-ancestors 'none'; base-uri 'none'; \
             form-action 'self'; object-src 'none'"
        ))
        .ok()
    }
}

/// Called while a page is rendered: its policy will name the nonce that its scripts carry.
pub fn allow_scripts_of_this_page() {
    let page = use_context::<Parts>().and_then(|parts| parts.extensions.get::<PageNonce>().cloned());
    if let (Some(page), Some(nonce)) = (page, use_nonce()) {
        page.0.get_or_init(|| nonce);
    }
}

/// Puts the headers on every response that does not say otherwise itself.
pub async fn secure(mut request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let page = PageNonce::default();
    request.extensions_mut().insert(page.clone());
    let mut response = next.run(request).await;
    let caching = caching(&uri, response.status(), response.headers());
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert_with(|| page.policy().unwrap_or(NO_SCRIPTS));
    headers.entry(CACHE_CONTROL).or_insert(caching);
    response
}

/// Files whose address has a fingerprint are kept for good, other files are asked for again, and the rest, which is
/// somebody's, is never stored.
fn caching(uri: &Uri, status: StatusCode, headers: &HeaderMap) -> HeaderValue {
    let file = headers.contains_key("last-modified") || status == StatusCode::NOT_MODIFIED;
    if !file {
        NEVER
    } else if has_fingerprint(uri) {
        FOR_GOOD
    } else {
        ASK_AGAIN
    }
}

/// `rollcall.<22 letters>.wasm`, as cargo-leptos names files, or `icons.svg?v=<16 letters>`.
fn has_fingerprint(uri: &Uri) -> bool {
    let name = uri.path().rsplit('/').next().unwrap_or_default();
    let hashed = uri.path().starts_with("/pkg/") && name.split('.').any(|part| part.len() == 22);
    hashed
        || uri
            .query()
            .is_some_and(|query| query.starts_with("v=") && query.len() == 18)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_with_a_fingerprint_are_kept_for_good() {
        let kept = |uri: &'static str| has_fingerprint(&Uri::from_static(uri));
        assert!(kept("/pkg/rollcall.JMAd9cNLMSTX1h3b3v3zTw.wasm"));
        assert!(kept("/icons.svg?v=0123456789abcdef"));
        assert!(!kept("/pkg/rollcall.wasm"));
        assert!(!kept("/icons.svg"));
        assert!(!kept("/users?v=1"));
    }

    #[test]
    fn what_is_not_a_file_is_never_stored() {
        let page = caching(&Uri::from_static("/users"), StatusCode::OK, &HeaderMap::new());
        assert_eq!(page, NEVER);
    }
}
