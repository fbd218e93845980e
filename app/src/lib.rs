//! What a person sees: pages, components and server functions.
//!
//! [`shell`] is the HTML document, rendered on the server alone; [`App`] is everything inside its body, rendered on
//! the server and then hydrated in the browser. A folder a feature; `ui` holds the primitives they compose, `shell`
//! the frame around them, `text` every word.

#![recursion_limit = "256"]

pub mod api;
#[cfg(debug_assertions)]
mod design;
pub mod form;
pub mod imports;
pub mod learning;
pub mod links;
pub mod login_links;
pub mod messages;
pub mod session;
pub mod shell;
pub mod sign_in;
pub mod text;
pub mod ui;
pub mod users;

#[cfg(debug_assertions)]
use crate::design::Design;
use crate::imports::{ImportPage, ImportsPage, NewImportPage};
use crate::learning::MyCoursesPage;
use crate::links::{ActivatePage, ForgotPasswordPage, LoginLinkPage, ResetPage};
use crate::messages::{MessagePage, MessagesPage};
#[cfg(not(debug_assertions))]
use crate::shell::NotFound as Design;
use crate::shell::{ConsoleLayout, NotFound, Start};
use crate::sign_in::{ChoosePasswordPage, SetUpPage, SignInPage};
use crate::users::{NewUserPage, UsersPage};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

pub use crate::shell::document::shell;

/// Everything inside the document's body.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    session::provide_viewer();
    text::provide_language();
    ui::provide_toasts();

    view! {
        <Router>
            <Routes fallback=|| view! { <NotFound /> }.into_any()>
                <Route path=path!("/sign-in") view=|| view! { <SignInPage /> }.into_any() />
                <Route path=path!("/choose-password") view=|| view! { <ChoosePasswordPage /> }.into_any() />
                <Route path=path!("/set-up") view=|| view! { <SetUpPage /> }.into_any() />
                <Route path=path!("/forgot-password") view=|| view! { <ForgotPasswordPage /> }.into_any() />
                <Route path=path!("/activate/:token") view=|| view! { <ActivatePage /> }.into_any() />
                <Route path=path!("/reset/:token") view=|| view! { <ResetPage /> }.into_any() />
                <Route path=path!("/login-link/:token") view=|| view! { <LoginLinkPage /> }.into_any() />
                <Route path=path!("/my-courses") view=|| view! { <MyCoursesPage /> }.into_any() />
                <ParentRoute path=path!("") view=|| view! { <ConsoleLayout /> }.into_any()>
                    <Route path=path!("/users") view=|| view! { <UsersPage /> }.into_any() ssr=SsrMode::InOrder />
                    <Route path=path!("/users/new") view=|| view! { <NewUserPage /> }.into_any() ssr=SsrMode::InOrder />
                    <Route path=path!("/messages") view=|| view! { <MessagesPage /> }.into_any() />
                    <Route path=path!("/messages/:id") view=|| view! { <MessagePage /> }.into_any() />
                    <Route path=path!("/imports") view=|| view! { <ImportsPage /> }.into_any() />
                    <Route path=path!("/imports/new") view=|| view! { <NewImportPage /> }.into_any() />
                    <Route path=path!("/imports/:id") view=|| view! { <ImportPage /> }.into_any() />
                </ParentRoute>
                <Route path=path!("/") view=|| view! { <Start /> }.into_any() />
                <Route path=path!("/design/:part?") view=|| view! { <Design /> }.into_any() />
            </Routes>
        </Router>
    }
}
