//! A page that is not rendered in time is begun anew.
//!
//! Rendering on a server has been seen to wait for good, with nothing running: a wake-up was lost, as it was before in Leptos
//! (leptos-rs/leptos#4851). Rendering changes nothing, so a second time does no harm.

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use std::time::Duration;

/// As long as no page takes, even on a slow machine.
pub const LONGEST: Duration = Duration::from_secs(10);

/// Renders a page within the limit, or else once more. What is posted, such as a call of a server function, is left alone.
pub async fn render(State(limit): State<Duration>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let again = parts.clone();
    let rendering = next.clone().run(Request::from_parts(parts, body));
    if let Ok(response) = tokio::time::timeout(limit, rendering).await {
        return response;
    }
    tracing::warn!("a page was not rendered in time, and is begun anew");
    next.run(Request::from_parts(again, axum::body::Body::empty()))
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::routing::get;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use tower::ServiceExt;

    const LIMIT: Duration = Duration::from_millis(50);

    /// What is answered where the first so many times take three times the limit.
    async fn answered(method: Method, slow: u32) -> String {
        let times = Arc::new(AtomicU32::new(0));
        let page = move || async move {
            let time = times.fetch_add(1, Ordering::SeqCst);
            if time < slow {
                tokio::time::sleep(LIMIT * 3).await;
            }
            format!("time {time}")
        };
        let router: Router = Router::new()
            .route("/", get(page.clone()).post(page))
            .layer(axum::middleware::from_fn_with_state(LIMIT, render));
        let response = router
            .oneshot(Request::builder().method(method).body(Body::empty()).unwrap())
            .await
            .unwrap();
        let body = to_bytes(response.into_body(), 100).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_page_that_is_stuck_is_rendered_anew() {
        assert_eq!(answered(Method::GET, 0).await, "time 0");
        assert_eq!(answered(Method::GET, 1).await, "time 1");
    }

    #[tokio::test]
    async fn what_is_posted_is_done_once_however_long_it_takes() {
        assert_eq!(answered(Method::POST, 1).await, "time 0");
    }
}
