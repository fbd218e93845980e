//! Links from messages: looked up before a page is rendered, used up by a post alone.
//!
//! Scanners open every link of a message, some of them many times; a GET or HEAD changes nothing. The secret is in the
//! address and nowhere else: not in a form, not in the log.

use super::forms::{Pages, Post, broken, signed_in};
use super::{Web, cookie};
use app::form::Posted;
use app::links::ShownLink;
use axum::Extension;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::messages::{LinkRefused, LinkState};
use std::sync::Arc;
use store::secrets::{Purpose, Token};
use store::{Failure, Fault, links, login_links, users};

/// The purpose and the secret in an address; the secret is missing where it cannot be one.
fn link(path: &str) -> Option<(Purpose, Option<Token>)> {
    let (page, token) = path.strip_prefix('/')?.split_once('/')?;
    let purpose = match page {
        "activate" => Purpose::Activation,
        "reset" => Purpose::Reset,
        "login-link" => Purpose::LoginLink,
        "confirm-email" => Purpose::EmailChange,
        _ => return None,
    };
    Some((purpose, Token::presented(token)))
}

/// Puts the link into the request of its page.
pub async fn find(Extension(web): Extension<Arc<Web>>, mut request: Request, next: Next) -> Response {
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    if let Some((purpose, token)) = link(request.uri().path()).filter(|_| reading) {
        match shown(&web, purpose, token).await {
            Ok(shown) => request.extensions_mut().insert(shown),
            Err(fault) => return broken(&fault),
        };
    }
    next.run(request).await
}

async fn shown(web: &Web, purpose: Purpose, token: Option<Token>) -> Result<ShownLink, Fault> {
    let (state, name) = match (purpose, token) {
        (_, None) => (LinkState::Unknown, None),
        (Purpose::LoginLink, Some(token)) => login_links::look(&web.store, &token).await?,
        (Purpose::EmailChange, Some(token)) => users::look_at_email(&web.store, &token).await?,
        (purpose, Some(token)) => (links::look(&web.store, purpose, &token).await?, None),
    };
    Ok(ShownLink { state, name })
}

/// `POST /activate/{token}` and `POST /reset/{token}`.
pub async fn choose_password(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let Some((purpose, Some(token))) = link(post.request.uri().path()) else {
        return closed(&pages, post, LinkState::Unknown).await;
    };
    let address = post.device(&web).address;
    match links::choose_password(&web.store, purpose, &token, post.password(), address).await {
        Ok(()) => Redirect::to("/sign-in?password-saved").into_response(),
        Err(Failure::Refused(LinkRefused::Password(weak))) => {
            let mut post = post;
            post.request.extensions_mut().insert(ShownLink {
                state: LinkState::Open,
                name: None,
            });
            let problem = ("password".to_owned(), weak.into());
            post.refuse(&pages, StatusCode::UNPROCESSABLE_ENTITY, vec![problem])
                .await
        }
        Err(Failure::Refused(LinkRefused::Closed(state))) => closed(&pages, post, state).await,
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => closed(&pages, post, LinkState::Unknown).await,
    }
}

/// `POST /login-link/{token}`.
pub async fn use_login_link(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let Some((Purpose::LoginLink, Some(token))) = link(post.request.uri().path()) else {
        return closed(&pages, post, LinkState::Unknown).await;
    };
    let earlier = cookie::session(post.request.headers());
    match login_links::sign_in(&web.store, &token, post.device(&web), earlier).await {
        Ok(session) => signed_in(&web, &session, "/"),
        Err(Failure::Refused(state)) => closed(&pages, post, state).await,
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => closed(&pages, post, LinkState::Unknown).await,
    }
}

/// `POST /forgot-password`: the same answer whether there is such an account.
pub async fn ask(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let address = post.device(&web).address;
    match links::ask(&web.store, post.text("name"), address).await {
        Ok(()) => Redirect::to("/forgot-password?asked").into_response(),
        Err(Failure::Refused(refused)) => {
            let problem = ("name".to_owned(), refused.into());
            post.refuse(&pages, StatusCode::TOO_MANY_REQUESTS, vec![problem])
                .await
        }
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The page of a closed link, as a GET would show it now.
pub(super) async fn closed(pages: &Pages, mut post: Post, state: LinkState) -> Response {
    let status = if state == LinkState::Unknown {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::GONE
    };
    post.request
        .extensions_mut()
        .insert(ShownLink { state, name: None });
    pages.refuse(post.request, status, Posted::default()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_links_are_looked_up() {
        let secret = "A".repeat(43);
        assert!(matches!(
            link(&format!("/reset/{secret}")),
            Some((Purpose::Reset, Some(_)))
        ));
        assert!(matches!(
            link("/activate/cut-off"),
            Some((Purpose::Activation, None))
        ));
        assert!(link(&format!("/users/{secret}")).is_none());
        assert!(link("/reset").is_none());
    }
}
