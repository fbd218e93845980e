//! The menu of the signed-in person: who they are, the theme of this device, the keys, the way out.

use super::theme::{Theme, use_theme};
use crate::session::Viewer;
use crate::t;
use crate::ui::{Button, Icon, IconName, Menu, MenuItem, MenuLine, MenuLink};
use leptos::prelude::*;

/// The menu at the end of the top bar.
#[component]
pub(super) fn AccountMenu(viewer: Viewer, key_list: RwSignal<bool>) -> impl IntoView {
    let theme = use_theme();
    let choice = move |choice: Theme| {
        let checked = move || if theme.get() == choice { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="menu-item"
                role="menuitemradio"
                tabindex="-1"
                aria-checked=checked
                on:click=move |_| theme.set(choice)
            >
                <Icon name=choice.icon() />
                <span class="menu-words">{choice.label()}</span>
            </button>
        }
    };
    view! {
        <Menu label=t!(shell::ACCOUNT) icon=IconName::User words=viewer.name.clone()>
            <p class="menu-note" role="presentation">
                <strong>{viewer.name.clone()}</strong>
                <span>{viewer.email.clone()}</span>
            </p>
            <MenuLine />
            <div role="group" aria-label=t!(shell::THEME)>
                {Theme::ALL.map(choice).collect_view()}
            </div>
            <MenuLine />
            <MenuLink icon=IconName::User label=t!(profile::TITLE) href="/profile" />
            <MenuItem
                icon=IconName::Keyboard
                label=t!(shell::KEYS)
                on_press=move || key_list.set(true)
            />
            <form method="post" action="/sign-out" role="none">
                <button type="submit" class="menu-item" role="menuitem" tabindex="-1">
                    <Icon name=IconName::SignOut />
                    <span class="menu-words">{t!(shell::SIGN_OUT)}</span>
                </button>
            </form>
        </Menu>
    }
    .into_any()
}

/// The way out, as a button of its own. It works without scripts.
#[component]
pub fn SignOut() -> impl IntoView {
    view! {
        <form method="post" action="/sign-out">
            <Button submit=true icon=IconName::SignOut>
                {t!(shell::SIGN_OUT)}
            </Button>
        </form>
    }
}
