//! `/register`: strangers who register by themselves, where the organization allows it. The answer is the same whether there is
//! an account or not.

use super::forms::{Pages, Post, broken};
use super::registration::RegistrationPages;
use super::{Web, session};
use app::form::{Posted, Problem};
use app::registration::Shown;
use app::session::{OpenToStrangers, Viewer};
use axum::Extension;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::invitations::SelfRegistrationRefused;
use domain::messages::LinkState;
use domain::sign_in::SignInRefused;
use domain::users::Language;
use std::sync::Arc;
use store::{Failure, Fault, invitations};

/// Tells the pages of strangers whether these may register.
pub async fn find(Extension(web): Extension<Arc<Web>>, mut request: Request, next: Next) -> Response {
    let signed_in = request.extensions().get::<Viewer>().is_some();
    if signed_in || session::is_file(&request) || session::is_api(&request) {
        return next.run(request).await;
    }
    match invitations::self_registration(&web.store).await {
        Ok(Some(_)) => {
            request.extensions_mut().insert(OpenToStrangers);
        }
        Ok(None) => {}
        Err(fault) => return broken(&fault),
    }
    next.run(request).await
}

/// `GET /register`.
pub async fn page(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<RegistrationPages>,
    request: Request,
) -> Response {
    let sent = request.uri().query() == Some("sent");
    match shown(&web, sent).await {
        Ok((shown, status)) => show(&pages.0, request, shown, status).await,
        Err(fault) => broken(&fault),
    }
}

async fn shown(web: &Web, sent: bool) -> Result<(Shown, StatusCode), Fault> {
    Ok(match invitations::self_registration(&web.store).await? {
        None => (Shown::Closed(LinkState::Unknown), StatusCode::NOT_FOUND),
        Some(_) if sent => (Shown::Sent, StatusCode::OK),
        Some(registration) => (Shown::Ask(registration), StatusCode::OK),
    })
}

async fn show(pages: &Pages, mut request: Request, shown: Shown, status: StatusCode) -> Response {
    request.extensions_mut().insert(shown);
    pages.refuse(request, status, Posted::default()).await
}

/// `POST /register`.
pub async fn ask(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<RegistrationPages>,
    request: Request,
) -> Response {
    let language = request
        .extensions()
        .get::<Language>()
        .copied()
        .unwrap_or_default();
    let mut post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let address = post.device(&web).address;
    let asked = invitations::ask_to_register(&web.store, post.text("email"), language, address).await;
    let (status, problem) = match asked {
        Ok(()) => return Redirect::to("/register?sent").into_response(),
        Err(Failure::Refused(refused)) => problem(refused),
        Err(Failure::Fault(fault)) => return broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => {
            let closed = Shown::Closed(LinkState::Unknown);
            return show(&pages.0, post.request, closed, StatusCode::NOT_FOUND).await;
        }
    };
    match shown(&web, false).await {
        Ok((shown, _)) => {
            post.request.extensions_mut().insert(shown);
            post.refuse(&pages.0, status, vec![("email".to_owned(), problem)])
                .await
        }
        Err(fault) => broken(&fault),
    }
}

fn problem(refused: SelfRegistrationRefused) -> (StatusCode, Problem) {
    match refused {
        SelfRegistrationRefused::Email(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wrong.into()),
        SelfRegistrationRefused::Domain => (StatusCode::UNPROCESSABLE_ENTITY, Problem::OtherDomain),
        SelfRegistrationRefused::TooMany { minutes } => (
            StatusCode::TOO_MANY_REQUESTS,
            SignInRefused::TooMany { minutes }.into(),
        ),
    }
}
