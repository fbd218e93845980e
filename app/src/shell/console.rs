//! The console's frame: the top bar, the places beside the page, the palette over it.

use super::account::{AccountMenu, SignOut};
use super::keys::{KeyList, listen};
use super::navigation::Sidebar;
use super::not_found::no_permission_status;
use super::palette::Palette;
use super::stranger::StrangerLayout;
use crate::session::{Viewer, viewer};
use crate::t;
use crate::ui::{Button, Icon, IconName, Look, Shortcut, ToastRegion, VisuallyHidden};
use domain::access::UseConsole;
use leptos::html;
use leptos::prelude::*;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::use_location;
use leptos_router::location::Url;

const SIDEBAR: &str = "sidebar";

/// The frame of every console page; strangers are led to the sign-in page.
#[component]
pub fn ConsoleLayout() -> impl IntoView {
    match viewer() {
        Some(viewer) if viewer.standing.permits::<UseConsole>().is_ok() => {
            view! { <Console viewer=viewer content=|| view! { <Outlet /> }.into_any() /> }.into_any()
        }
        Some(_) => {
            no_permission_status();
            view! {
                <StrangerLayout title=t!(shell::NOT_THE_CONSOLE)>
                    <p>{t!(shell::NOT_THE_CONSOLE_WHY)}</p>
                    <SignOut />
                </StrangerLayout>
            }
            .into_any()
        }
        None => view! { <Redirect path=sign_in_and_back() /> }.into_any(),
    }
}

/// Address of the sign-in page, from which one comes back to where one is.
pub fn sign_in_and_back() -> String {
    let location = use_location();
    let mut here = location.pathname.get_untracked();
    let search = location.search.get_untracked();
    if !search.is_empty() {
        here = format!("{here}?{search}");
    }
    format!("/sign-in?next={}", Url::escape(&here))
}

/// The frame around `content`, for one viewer.
#[component]
pub(crate) fn Console(
    /// Who is looking.
    viewer: Viewer,
    /// The page.
    content: fn() -> AnyView,
) -> impl IntoView {
    let palette = RwSignal::new(false);
    let key_list = RwSignal::new(false);
    listen(palette, key_list);

    let main = NodeRef::<html::Main>::new();
    let path = use_location().pathname;
    // A screen reader hears of the new page, and the next Tab is its first.
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if let (true, Some(main)) = (before.is_some_and(|before| before != now), main.get_untracked()) {
            let _ = main.focus();
        }
        now
    });

    view! {
        <a class="skip-link" href="#content" rel="external">
            {t!(shell::SKIP_TO_CONTENT)}
        </a>
        <div class="console">
            <header class="topbar">
                <button type="button" class="button button-ghost button-icon topbar-menu" popovertarget=SIDEBAR>
                    <Icon name=IconName::Menu />
                    <VisuallyHidden>{t!(shell::MAIN_NAVIGATION)}</VisuallyHidden>
                </button>
                <a class="brand" href="/">
                    <svg class="brand-mark" aria-hidden="true" viewBox="0 0 32 32">
                        <rect width="32" height="32" rx="8" />
                        <path d="m8 11 2 2 4-4M18 11h6M8 21l2 2 4-4M18 21h6" />
                    </svg>
                    <span class="brand-words">
                        <span class="brand-product">{t!(shell::PRODUCT)}</span>
                        <span class="brand-organization">{viewer.organization.name.clone()}</span>
                    </span>
                </a>
                <SearchButton palette />
                <AccountMenu viewer=viewer.clone() key_list />
            </header>
            <Sidebar id=SIDEBAR standing=viewer.standing.clone() />
            <main id="content" class="content" tabindex="-1" node_ref=main>
                {content()}
            </main>
        </div>
        <Palette open=palette standing=viewer.standing />
        <KeyList open=key_list />
        <ToastRegion />
    }
    .into_any()
}

/// Looks like a search field and opens the palette.
#[component]
fn SearchButton(palette: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="topbar-search">
            <Button look=Look::Secondary icon=IconName::Search on_press=move || palette.set(true)>
                <span class="topbar-search-words">{t!(shell::GO_ANYWHERE)}</span>
                <Shortcut keys=&["Ctrl", "K"] />
            </Button>
        </div>
    }
    .into_any()
}
