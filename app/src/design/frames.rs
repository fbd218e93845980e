//! The frames of console and strangers around an example.

use crate::session::{OrganizationBrief, Viewer};
use crate::shell::{Console, StrangerLayout};
use crate::ui::{Button, IconName, Kind, Look, PageHeader, TextField};
use domain::access::{Role, Standing};
use domain::users::Language;
use leptos::prelude::*;

#[component]
pub fn ConsoleFrame() -> impl IntoView {
    let user = "00000000-0000-7000-8000-000000000000".parse().expect("an id");
    let standing = Standing {
        user,
        role: Role::Owner,
        groups: Vec::new(),
        sessions: Vec::new(),
    };
    let viewer = Viewer {
        standing,
        name: "Ada Lovelace".to_owned(),
        email: Some("ada@example.org".to_owned()),
        language: Language::En,
        organization: OrganizationBrief {
            name: "Analytical Academy".to_owned(),
        },
    };
    let content = || {
        view! {
            <PageHeader title="Users" description="Everybody in your organization.">
                <Button icon=IconName::Download>"Export"</Button>
                <Button look=Look::Primary icon=IconName::Plus>
                    "Create user"
                </Button>
            </PageHeader>
            <super::lists::TableStates />
        }
        .into_any()
    };
    view! { <Console viewer content /> }
}

#[component]
pub fn StrangerFrame() -> impl IntoView {
    view! {
        <StrangerLayout title="Sign in">
            <form class="fields" novalidate>
                <TextField name="login" label="Email or username" kind=Kind::Email autocomplete="username" />
                <TextField
                    name="password"
                    label="Password"
                    kind=Kind::Password
                    autocomplete="current-password"
                />
                <Button look=Look::Primary submit=true>
                    "Sign in"
                </Button>
            </form>
            <p>
                <a href="/design">"Forgot your password?"</a>
            </p>
        </StrangerLayout>
    }
}
