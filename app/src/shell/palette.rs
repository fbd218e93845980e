//! The palette: type a few letters and Enter to go anywhere.

use super::navigation::{Place, places};
use crate::t;
use crate::ui::{Icon, IconName, unique_id};
use domain::access::{Standing, ViewUsers};
use domain::text::fold;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Somewhere the palette leads.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    label: String,
    icon: IconName,
    href: String,
}

/// The places whose name contains what is typed, then the search for it among the users.
fn targets(places: &[Place], sees_users: bool, typed: &str) -> Vec<Target> {
    let folded = fold(typed);
    let named = places.iter().map(|place| Target {
        label: (place.label)().to_owned(),
        icon: place.icon,
        href: place.href.to_owned(),
    });
    let mut targets: Vec<Target> = named
        .filter(|target| fold(&target.label).contains(&folded))
        .collect();
    let typed = typed.trim();
    if sees_users && !typed.is_empty() {
        let query = leptos_router::location::Url::escape(typed);
        let href = format!("/users?q={query}");
        targets.push(Target {
            label: t!(shell::find_users(typed)),
            icon: IconName::Search,
            href,
        });
    }
    targets
}

/// The palette's dialog.
#[component]
pub(super) fn Palette(open: RwSignal<bool>, standing: Standing) -> impl IntoView {
    let places = StoredValue::new(places(&standing).collect::<Vec<_>>());
    let sees_users = standing.permits::<ViewUsers>().is_ok();
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let found = Memo::new(move |_| places.with_value(|places| targets(places, sees_users, &typed.get())));
    let node = NodeRef::<html::Dialog>::new();
    let list = unique_id("palette");

    Effect::new(move |_| {
        let (open, Some(dialog)) = (open.get(), node.get()) else {
            return;
        };
        if !open {
            dialog.close();
        } else if !dialog.open() {
            typed.set(String::new());
            active.set(0);
            // It fails only outside of a document.
            let _ = dialog.show_modal();
        }
    });
    let navigate = use_navigate();
    let go = move |place: usize| {
        if let Some(target) = found.with_untracked(|found| found.get(place).cloned()) {
            open.set(false);
            navigate(&target.href, leptos_router::NavigateOptions::default());
        }
    };
    let go_on_enter = go.clone();
    let key = move |event: KeyboardEvent| {
        let end = found.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|active| *active = if *active >= end { 0 } else { *active + 1 }),
            "ArrowUp" => active.update(|active| *active = active.checked_sub(1).unwrap_or(end)),
            "Enter" => go_on_enter(active.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let option_ids = list.clone();
    let active_id = {
        let list = list.clone();
        move || open.get().then(|| format!("{list}-{}", active.get()))
    };
    let options = move || {
        if !open.get() {
            return ().into_any();
        }
        let option = |(place, target): (usize, Target)| {
            let go = go.clone();
            view! {
                <li
                    class="option"
                    id=format!("{option_ids}-{place}")
                    role="option"
                    class:option-active=move || active.get() == place
                    aria-selected=move || if active.get() == place { "true" } else { "false" }
                    on:click=move |_| go(place)
                >
                    <Icon name=target.icon />
                    <span class="option-words">{target.label}</span>
                </li>
            }
        };
        found
            .get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect_view()
            .into_any()
    };
    view! {
        <dialog class="dialog palette" node_ref=node aria-label=t!(shell::GO_ANYWHERE) on:close=move |_| open.set(false)>
            <input
                class="palette-input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-label=t!(shell::GO_ANYWHERE)
                placeholder=t!(shell::GO_ANYWHERE_HINT)
                aria-expanded="true"
                aria-controls=list.clone()
                aria-activedescendant=active_id
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    active.set(0);
                }
                on:keydown=key
            />
            <ul class="palette-options" id=list role="listbox" aria-label=t!(shell::PLACES)>
                {options}
            </ul>
        </dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::super::navigation::tests::standing;
    use super::*;
    use domain::access::Role;

    fn found(role: Role, typed: &str) -> Vec<String> {
        let places: Vec<Place> = places(&standing(role)).collect();
        targets(&places, true, typed)
            .into_iter()
            .map(|target| target.href)
            .collect()
    }

    #[test]
    fn typing_narrows_the_places_and_offers_the_search() {
        assert_eq!(
            found(Role::Owner, ""),
            [
                "/dashboard",
                "/users",
                "/groups",
                "/support",
                "/imports",
                "/invitations",
                "/licenses",
                "/courses",
                "/records",
                "/messages",
                "/audit",
                "/settings"
            ]
        );
        assert_eq!(found(Role::Owner, "IMP"), ["/imports", "/users?q=IMP"]);
        assert_eq!(found(Role::Support, "imp"), ["/users?q=imp"]);
    }

    #[test]
    fn what_is_searched_for_is_escaped() {
        assert_eq!(found(Role::Support, "a&b"), ["/users?q=a%26b"]);
    }
}
