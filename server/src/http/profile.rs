//! Posts of one's own profile: the password, signing out everywhere, and the link that confirms a new address.

use super::Web;
use super::forms::{Pages, Post, broken, signed_in, signed_out};
use super::links::closed;
use app::form::Problem;
use axum::Extension;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::EditOwnProfile;
use domain::messages::LinkState;
use domain::sign_in::SignInRefused;
use domain::users::Password;
use std::sync::Arc;
use store::secrets::Token;
use store::users::PasswordRefused;
use store::{Failure, Requester, sign_in, users};

/// `POST /profile`: the present password and the new one.
pub async fn change_password(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    requester: Option<Extension<Requester>>,
    request: Request,
) -> Response {
    let Some(Extension(requester)) = requester else {
        return Redirect::to("/sign-in").into_response();
    };
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let Ok(grant) = requester.grant::<EditOwnProfile>() else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let current = Password::new(post.text("current"));
    let device = post.device(&web);
    match users::change_own_password(grant, current, post.password(), device).await {
        Ok(session) => signed_in(&web, &session, "/profile?password-changed"),
        Err(Failure::Refused(refused)) => {
            let (status, problem) = match refused {
                PasswordRefused::Current(SignInRefused::Wrong) => (
                    StatusCode::UNPROCESSABLE_ENTITY,
                    ("current".to_owned(), Problem::WrongPassword),
                ),
                PasswordRefused::Current(refused) => (
                    StatusCode::TOO_MANY_REQUESTS,
                    ("current".to_owned(), refused.into()),
                ),
                PasswordRefused::New(weak) => (
                    StatusCode::UNPROCESSABLE_ENTITY,
                    ("password".to_owned(), weak.into()),
                ),
            };
            post.refuse(&pages, status, vec![problem]).await
        }
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `POST /profile/sign-out-everywhere`.
pub async fn sign_out_everywhere(
    Extension(web): Extension<Arc<Web>>,
    requester: Option<Extension<Requester>>,
) -> Response {
    if let Some(Extension(requester)) = requester
        && let Err(fault) = sign_in::sign_out_everywhere(&requester).await
    {
        return broken(&fault);
    }
    signed_out(&web)
}

/// `POST /confirm-email/{token}`.
pub async fn confirm_email(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let Some(token) = Token::presented(&token) else {
        return closed(&pages, post, LinkState::Unknown).await;
    };
    let address = post.device(&web).address;
    match users::confirm_email(&web.store, &token, address).await {
        Ok(()) => Redirect::to("/profile?email-confirmed").into_response(),
        Err(Failure::Refused(state)) => closed(&pages, post, state).await,
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => closed(&pages, post, LinkState::Void).await,
    }
}
