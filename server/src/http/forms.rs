//! Posts of plain forms: signing in and out, choosing a password, setting up.
//!
//! A refused post is answered with the page it came from, status 422, with what was typed and what was wrong.

use super::{Web, cookie, session};
use app::form::{Posted, Problem};
use axum::body::Body;
use axum::extract::{ConnectInfo, Form, Request};
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, RequestExt as _};
use domain::users::{Email, Password, PersonName};
use futures::future::BoxFuture;
use leptos::IntoView;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use store::owner::{NewOwner, SetUpRefused};
use store::secrets::Token;
use store::sign_in::{self, Device};
use store::{Failure, Fault, Requester};

/// Fields that are never given back.
const SECRET: [&str; 3] = ["password", "current", "token"];

type Render = dyn Fn(Request) -> BoxFuture<'static, Response> + Send + Sync;

/// Renders pages for posts that were refused.
#[derive(Clone)]
pub struct Pages(Arc<Render>);

impl Pages {
    /// From what pages are rendered with.
    pub fn new<V: IntoView + 'static>(
        contexts: impl Fn() + Clone + Send + Sync + 'static,
        document: impl Fn() -> V + Clone + Send + Sync + 'static,
    ) -> Self {
        let render = leptos_axum::render_app_async_with_context(contexts, document);
        Self(Arc::new(move |request| Box::pin(render(request))))
    }

    /// The page at the request's address, with the refused post.
    pub(super) async fn refuse(&self, mut request: Request, status: StatusCode, posted: Posted) -> Response {
        *request.method_mut() = Method::GET;
        *request.body_mut() = Body::empty();
        request.extensions_mut().insert(posted);
        let mut response = (self.0)(request).await;
        *response.status_mut() = status;
        response
    }
}

/// A posted form, taken apart, and the request that rendering a refusal needs.
pub(super) struct Post {
    fields: HashMap<String, String>,
    pub(super) request: Request,
}

impl Post {
    pub(super) async fn read(request: Request) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let mut for_form = Request::from_parts(parts.clone(), body);
        *for_form.extensions_mut() = axum::http::Extensions::new();
        let Form(fields) = for_form
            .extract::<Form<HashMap<String, String>>, _>()
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self {
            fields,
            request: Request::from_parts(parts, Body::empty()),
        })
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Whether the form has a field of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    pub(super) fn password(&self) -> Password {
        Password::new(self.text("password"))
    }

    pub(super) fn device(&self, web: &Web) -> Device {
        let headers: &HeaderMap = self.request.headers();
        let peer = self
            .request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0);
        let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
        Device {
            address: session::address(web, headers, peer),
            user_agent: agent.map(|agent| agent.chars().take(300).collect()),
        }
    }

    pub(super) async fn refuse(
        self,
        pages: &Pages,
        status: StatusCode,
        problems: Vec<(String, Problem)>,
    ) -> Response {
        let fields = self
            .fields
            .into_iter()
            .filter(|(name, _)| !SECRET.contains(&name.as_str()))
            .collect();
        pages
            .refuse(self.request, status, Posted { fields, problems })
            .await
    }
}

pub(super) fn broken(fault: &Fault) -> Response {
    tracing::error!(%fault, "a form could not be answered");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

pub(super) fn signed_in(web: &Web, session: &Token, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    response
        .headers_mut()
        .append(SET_COOKIE, cookie::set(session, web.is_secure()));
    response
}

/// `POST /sign-in`.
pub async fn sign_in(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let earlier = cookie::session(post.request.headers());
    match sign_in::sign_in(
        &web.store,
        post.text("name"),
        post.password(),
        post.device(&web),
        earlier,
    )
    .await
    {
        Ok(signed_in_as) if signed_in_as.must_change_password => {
            signed_in(&web, &signed_in_as.session, "/choose-password")
        }
        Ok(signed_in_as) => {
            let next = post.text("next");
            let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
            signed_in(&web, &signed_in_as.session, if ours { next } else { "/" })
        }
        Err(Failure::Refused(refused)) => {
            let status = match refused {
                domain::sign_in::SignInRefused::Wrong => StatusCode::UNPROCESSABLE_ENTITY,
                domain::sign_in::SignInRefused::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            };
            post.refuse(&pages, status, vec![(String::new(), refused.into())])
                .await
        }
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `POST /sign-out`.
pub async fn sign_out(
    Extension(web): Extension<Arc<Web>>,
    requester: Option<Extension<Requester>>,
) -> Response {
    if let Some(Extension(requester)) = requester
        && let Err(fault) = sign_in::sign_out(&requester).await
    {
        return broken(&fault);
    }
    signed_out(&web)
}

/// The way out: the session's cookie goes.
pub(super) fn signed_out(web: &Web) -> Response {
    let gone = [(SET_COOKIE, cookie::clear(web.is_secure()))];
    (gone, Redirect::to("/sign-in?signed-out")).into_response()
}

/// `POST /choose-password`.
pub async fn choose_password(
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
    match sign_in::choose_password(&requester, post.password(), post.device(&web)).await {
        Ok(session) => signed_in(&web, &session, "/"),
        Err(Failure::Refused(weak)) => {
            let problem = ("password".to_owned(), weak.into());
            post.refuse(&pages, StatusCode::UNPROCESSABLE_ENTITY, vec![problem])
                .await
        }
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `POST /set-up`.
pub async fn set_up(
    Extension(web): Extension<Arc<Web>>,
    Extension(pages): Extension<Pages>,
    request: Request,
) -> Response {
    let post = match Post::read(request).await {
        Ok(post) => post,
        Err(response) => return response,
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let (owner, token) = match new_owner(&post) {
        Ok(read) => read,
        Err(problems) => return post.refuse(&pages, unprocessable, problems).await,
    };
    let email = owner.email.to_string();
    let password = owner.password.clone();
    match store::owner::set_up(&web.store, &web.set_up_token, &token, owner).await {
        Ok(_) => {
            let signed = sign_in::sign_in(&web.store, &email, password, post.device(&web), None).await;
            signed.map_or_else(
                |_| Redirect::to("/sign-in").into_response(),
                |s| signed_in(&web, &s.session, "/"),
            )
        }
        Err(Failure::Refused(refused)) => {
            let (field, problem) = match refused {
                SetUpRefused::WrongToken => ("token", Problem::WrongToken),
                SetUpRefused::AlreadySetUp => ("token", Problem::AlreadySetUp),
                SetUpRefused::Password(weak) => ("password", weak.into()),
            };
            post.refuse(&pages, unprocessable, vec![(field.to_owned(), problem)])
                .await
        }
        Err(Failure::Fault(fault)) => broken(&fault),
        Err(Failure::Denied(_) | Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn new_owner(post: &Post) -> Result<(NewOwner, Token), Vec<(String, Problem)>> {
    fn keep<T>(
        problems: &mut Vec<(String, Problem)>,
        field: &str,
        result: Result<T, impl Into<Problem>>,
    ) -> Option<T> {
        result
            .map_err(|problem| problems.push((field.to_owned(), problem.into())))
            .ok()
    }
    let mut problems = Vec::new();
    let token = Token::presented(post.text("token").trim()).ok_or(Problem::WrongToken);
    let token = keep(&mut problems, "token", token);
    let organization = keep(
        &mut problems,
        "organization",
        PersonName::parse(post.text("organization")),
    );
    let first_name = keep(
        &mut problems,
        "first_name",
        PersonName::parse(post.text("first_name")),
    );
    let last_name = keep(
        &mut problems,
        "last_name",
        PersonName::parse(post.text("last_name")),
    );
    let email = keep(&mut problems, "email", Email::parse(post.text("email")));
    match (token, organization, first_name, last_name, email) {
        (Some(token), Some(organization), Some(first_name), Some(last_name), Some(email)) => {
            let organization = organization.to_string();
            Ok((
                NewOwner {
                    organization,
                    first_name,
                    last_name,
                    email,
                    password: post.password(),
                },
                token,
            ))
        }
        _ => Err(problems),
    }
}
