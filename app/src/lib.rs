//! What a person sees: pages, components and server functions.
//!
//! [`shell`] is the HTML document, rendered on the server alone; [`App`] is everything inside its body, rendered on
//! the server and then hydrated in the browser. A folder a feature; `ui` holds the primitives they compose, `shell`
//! the frame around them, `text` every word.

#![recursion_limit = "256"]

pub mod api;
pub mod audit;
pub mod courses;
pub mod dashboard;
#[cfg(debug_assertions)]
mod design;
pub mod form;
pub mod groups;
pub mod imports;
pub mod invitations;
pub mod learning;
pub mod licenses;
pub mod links;
pub mod login_links;
pub mod messages;
pub mod pages;
pub mod profile;
pub mod refusals;
#[cfg(feature = "ssr")]
pub mod registration;
pub mod session;
pub mod settings;
pub mod shell;
pub mod sign_in;
pub mod support;
pub mod text;
pub mod tokens;
pub mod ui;
pub mod users;

#[cfg(debug_assertions)]
use crate::design::Design;
#[cfg(not(debug_assertions))]
use crate::shell::NotFound as Design;
use crate::shell::NotFound;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{Lazy, SsrMode, path};

pub use crate::shell::document::shell;

/// Everything inside the document's body.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    session::provide_viewer();
    session::provide_open_to_strangers();
    text::provide_language();
    ui::provide_toasts();

    view! {
        <Router>
            <Routes fallback=|| view! { <NotFound /> }.into_any()>
                <Route path=path!("/sign-in") view={Lazy::<pages::SignIn>::new()} />
                <Route path=path!("/choose-password") view={Lazy::<pages::ChoosePassword>::new()} />
                <Route path=path!("/set-up") view={Lazy::<pages::SetUp>::new()} />
                <Route path=path!("/forgot-password") view={Lazy::<pages::ForgotPassword>::new()} />
                <Route path=path!("/activate/:token") view={Lazy::<pages::Activate>::new()} />
                <Route path=path!("/reset/:token") view={Lazy::<pages::Reset>::new()} />
                <Route path=path!("/login-link/:token") view={Lazy::<pages::LoginLink>::new()} />
                <Route path=path!("/confirm-email/:token") view={Lazy::<pages::ConfirmEmail>::new()} />
                <Route path=path!("/profile") view={Lazy::<pages::Profile>::new()} />
                <Route path=path!("/my-courses") view={Lazy::<pages::MyCourses>::new()} />
                <Route path=path!("/my-courses/:id") view={Lazy::<pages::MyCourse>::new()} ssr=SsrMode::Async />
                <Route path=path!("/certificates/:code") view={Lazy::<pages::Certificate>::new()} ssr=SsrMode::Async />
                <ParentRoute path=path!("") view={Lazy::<pages::Frame>::new()}>
                    <Route path=path!("/dashboard") view={Lazy::<pages::Dashboard>::new()} />
                    <Route path=path!("/users") view={Lazy::<pages::Users>::new()} ssr=SsrMode::InOrder />
                    <Route path=path!("/users/new") view={Lazy::<pages::NewUser>::new()} ssr=SsrMode::InOrder />
                    <Route path=path!("/users/:id") view={Lazy::<pages::User>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/invitations") view={Lazy::<pages::Invitations>::new()} />
                    <Route path=path!("/invitations/new") view={Lazy::<pages::Invite>::new()} ssr=SsrMode::InOrder />
                    <Route path=path!("/invitations/:id") view={Lazy::<pages::Invitation>::new()} />
                    <Route path=path!("/support") view={Lazy::<pages::Support>::new()} ssr=SsrMode::InOrder />
                    <Route path=path!("/licenses") view={Lazy::<pages::Licenses>::new()} />
                    <Route path=path!("/licenses/new") view={Lazy::<pages::NewLicense>::new()} />
                    <Route path=path!("/licenses/:id") view={Lazy::<pages::License>::new()} />
                    <Route path=path!("/licenses/:id/change") view={Lazy::<pages::ChangeLicense>::new()} />
                    <Route path=path!("/audit") view={Lazy::<pages::Audit>::new()} />
                    <Route path=path!("/settings") view={Lazy::<pages::Settings>::new()} />
                    <Route path=path!("/courses") view={Lazy::<pages::Courses>::new()} />
                    <Route path=path!("/courses/new") view={Lazy::<pages::NewCourse>::new()} />
                    <Route path=path!("/courses/:id") view={Lazy::<pages::Course>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/courses/:id/change") view={Lazy::<pages::ChangeCourse>::new()} />
                    <Route path=path!("/bundles") view={Lazy::<pages::Bundles>::new()} />
                    <Route path=path!("/events") view={Lazy::<pages::Events>::new()} />
                    <Route path=path!("/events/:id") view={Lazy::<pages::Event>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/enrollments") view={Lazy::<pages::DueDates>::new()} />
                    <Route path=path!("/records") view={Lazy::<pages::Records>::new()} />
                    <Route path=path!("/messages") view={Lazy::<pages::Messages>::new()} />
                    <Route path=path!("/messages/:id") view={Lazy::<pages::Message>::new()} />
                    <Route path=path!("/groups") view={Lazy::<pages::Groups>::new()} />
                    <Route path=path!("/groups/:id") view={Lazy::<pages::Group>::new()} />
                    <Route path=path!("/sessions/:id") view={Lazy::<pages::Session>::new()} />
                    <Route path=path!("/programs") view={Lazy::<pages::Programs>::new()} />
                    <Route path=path!("/settings/tokens") view={Lazy::<pages::Tokens>::new()} />
                    <Route path=path!("/imports") view={Lazy::<pages::Imports>::new()} />
                    <Route path=path!("/imports/new") view={Lazy::<pages::NewImport>::new()} />
                    <Route path=path!("/imports/:id") view={Lazy::<pages::Import>::new()} />
                </ParentRoute>
                <Route path=path!("/") view={Lazy::<pages::Start>::new()} />
                <Route path=path!("/design/:part?") view=|| view! { <Design /> }.into_any() />
            </Routes>
        </Router>
    }
}
