//! Registering with an invitation, and asking for another one.
//!
//! The page has a document of its own, so that nobody who registers waits for the bundle. A GET or HEAD changes nothing; the
//! secret is in the address and nowhere else.

use super::Web;
use super::forms::{Pages, Post, broken};
use app::form::{Posted, Problem};
use app::registration::Shown;
use axum::Extension;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::invitations::{RegisterRefused, Registration, RegistrationField, RegistrationForm};
use domain::messages::LinkState;
use std::sync::Arc;
use store::invitations::Registered;
use store::secrets::Token;
use store::{Failure, Fault, invitations};

/// What is wrong, with the name of its field.
type Problems = Vec<(String, Problem)>;

/// Renders the registration page.
#[derive(Clone)]
pub struct RegistrationPages(pub Pages);

/// `GET /register/{token}`.
pub async fn page(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<RegistrationPages>,
    Path(token): Path<String>,
    mut request: Request,
) -> Response {
    let asked = request.uri().query() == Some("asked");
    let shown = if asked {
        Ok(Shown::Asked)
    } else {
        look(&web, &token).await
    };
    match shown {
        Ok(shown) => {
            let status = status(&shown, false);
            request.extensions_mut().insert(shown);
            pages.0.refuse(request, status, Posted::default()).await
        }
        Err(fault) => broken(&fault),
    }
}

/// `POST /register/{token}`: the form of an open invitation, or the button of a closed one.
pub async fn register(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<RegistrationPages>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let answered = match Token::presented(&token) {
        Some(token) if !post.has("first_name") => {
            let path = post.request.uri().path().to_owned();
            ask(&web, &path, &token).await
        }
        Some(_) | None => answer(&web, post, &pages, &token).await,
    };
    answered.unwrap_or_else(|fault| broken(&fault))
}

/// `POST /register/{token}/opened`: a person has the page before them.
pub async fn opened(Extension(web): Extension<Arc<Web>>, Path(token): Path<String>) -> Response {
    let noted = match Token::presented(&token) {
        Some(token) => invitations::opened(&web.store, &token).await,
        None => Ok(()),
    };
    noted.map_or_else(
        |fault| broken(&fault),
        |()| StatusCode::NO_CONTENT.into_response(),
    )
}

/// The answer is the same whatever became of it.
async fn ask(web: &Web, path: &str, token: &Token) -> Result<Response, Fault> {
    invitations::ask_again(&web.store, token).await?;
    Ok(Redirect::to(&format!("{path}?asked")).into_response())
}

async fn answer(
    web: &Web,
    mut post: Post,
    pages: &RegistrationPages,
    token: &str,
) -> Result<Response, Fault> {
    let problems = match register_with(web, read(&post), token).await {
        Ok(registered) => {
            let to = if registered.waits {
                "/sign-in?waits"
            } else {
                "/sign-in?registered"
            };
            return Ok(Redirect::to(to).into_response());
        }
        Err(Failure::Fault(fault)) => return Err(fault),
        Err(Failure::Refused(problems)) => problems,
        Err(Failure::Denied(_) | Failure::NotFound) => Vec::new(),
    };
    let shown = look(web, token).await?;
    let status = status(&shown, !problems.is_empty());
    post.request.extensions_mut().insert(shown);
    Ok(post.refuse(&pages.0, status, problems).await)
}

/// Registers, or says what is wrong; nothing in particular where the link is closed.
async fn register_with(
    web: &Web,
    registration: Result<Registration, Problems>,
    token: &str,
) -> Result<Registered, Failure<Problems>> {
    let token = Token::presented(token).ok_or(Failure::NotFound)?;
    let registration = registration.map_err(Failure::Refused)?;
    let registered = invitations::register(&web.store, &token, registration).await;
    registered.map_err(|failure| {
        failure.map(|refused| match refused {
            RegisterRefused::Closed(_) => Vec::new(),
            RegisterRefused::Password(weak) => vec![at(RegistrationField::Password, weak)],
            RegisterRefused::HasAccount => vec![(String::new(), Problem::HasAccount)],
            RegisterRefused::NoPlace => vec![(String::new(), Problem::NoPlace)],
        })
    })
}

/// The page as the invitation stands now.
async fn look(web: &Web, token: &str) -> Result<Shown, Fault> {
    let Some(token) = Token::presented(token) else {
        return Ok(Shown::Closed(LinkState::Unknown));
    };
    let (state, welcome) = invitations::look(&web.store, &token).await?;
    Ok(match welcome {
        Some(welcome) => Shown::Form(welcome),
        None => Shown::Closed(state),
    })
}

fn status(shown: &Shown, refused: bool) -> StatusCode {
    match shown {
        Shown::Form(_) if refused => StatusCode::UNPROCESSABLE_ENTITY,
        Shown::Form(_) | Shown::Asked | Shown::Ask(_) | Shown::Sent => StatusCode::OK,
        Shown::Closed(LinkState::Open | LinkState::Unknown) => StatusCode::NOT_FOUND,
        Shown::Closed(LinkState::Expired | LinkState::Used | LinkState::Void | LinkState::Canceled) => {
            StatusCode::GONE
        }
    }
}

fn read(post: &Post) -> Result<Registration, Problems> {
    let text = |field: RegistrationField| post.text(field.as_str()).to_owned();
    let form = RegistrationForm {
        first_name: text(RegistrationField::FirstName),
        last_name: text(RegistrationField::LastName),
        password: text(RegistrationField::Password),
        phone: text(RegistrationField::Phone),
        address: text(RegistrationField::Address),
        date_of_birth: text(RegistrationField::DateOfBirth),
        job_title: text(RegistrationField::JobTitle),
        language: text(RegistrationField::Language),
    };
    form.parse().map_err(|problems| {
        problems
            .into_iter()
            .map(|(field, problem)| at(field, problem))
            .collect()
    })
}

fn at(field: RegistrationField, problem: impl Into<Problem>) -> (String, Problem) {
    (field.as_str().to_owned(), problem.into())
}
