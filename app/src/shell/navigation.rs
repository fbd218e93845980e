//! Where the console leads, by what each place needs; what a person may not see is not listed.

use crate::t;
use crate::ui::{Icon, IconName};
use domain::access::{
    ImportUsers, InviteUsers, SetPasswords, Standing, UseConsole, ViewAudit, ViewCourses, ViewGroups,
    ViewLicenses, ViewMessages, ViewSettings,
};
use leptos::prelude::*;
use leptos_router::components::A;

/// A place in the console.
#[derive(Clone, Copy)]
pub struct Place {
    /// Its address.
    pub href: &'static str,
    /// Its picture.
    pub icon: IconName,
    /// Its name in the reader's language.
    pub label: fn() -> &'static str,
    needs: fn(&Standing) -> bool,
}

const PLACES: &[Place] = &[
    Place {
        href: "/dashboard",
        icon: IconName::Dashboard,
        label: || t!(dashboard::TITLE),
        needs: |standing| standing.permits::<UseConsole>().is_ok(),
    },
    Place {
        href: "/users",
        icon: IconName::Users,
        label: || t!(shell::USERS),
        needs: |standing| standing.permits::<UseConsole>().is_ok(),
    },
    Place {
        href: "/groups",
        icon: IconName::Group,
        label: || t!(groups::TITLE),
        needs: |standing| standing.permits::<ViewGroups>().is_ok(),
    },
    Place {
        href: "/support",
        icon: IconName::Help,
        label: || t!(support::TITLE),
        needs: |standing| standing.permits::<SetPasswords>().is_ok(),
    },
    Place {
        href: "/imports",
        icon: IconName::Import,
        label: || t!(shell::IMPORTS),
        needs: |standing| standing.permits::<ImportUsers>().is_ok(),
    },
    Place {
        href: "/invitations",
        icon: IconName::Invitation,
        label: || t!(invitations::TITLE),
        needs: |standing| standing.permits::<InviteUsers>().is_ok(),
    },
    Place {
        href: "/licenses",
        icon: IconName::License,
        label: || t!(licenses::TITLE),
        needs: |standing| standing.permits::<ViewLicenses>().is_ok(),
    },
    Place {
        href: "/courses",
        icon: IconName::Course,
        label: || t!(licenses::COURSES),
        needs: |standing| standing.permits::<ViewCourses>().is_ok(),
    },
    Place {
        href: "/records",
        icon: IconName::Award,
        label: || t!(courses::RECORDS),
        needs: |standing| standing.permits::<ViewCourses>().is_ok(),
    },
    Place {
        href: "/messages",
        icon: IconName::Message,
        label: || t!(messages::TITLE),
        needs: |standing| standing.permits::<ViewMessages>().is_ok(),
    },
    Place {
        href: "/audit",
        icon: IconName::Audit,
        label: || t!(audit::TITLE),
        needs: |standing| standing.permits::<ViewAudit>().is_ok(),
    },
    Place {
        href: "/settings",
        icon: IconName::Settings,
        label: || t!(settings::TITLE),
        needs: |standing| standing.permits::<ViewSettings>().is_ok(),
    },
];

/// The places a person may see, in the order of the sidebar.
pub fn places(standing: &Standing) -> impl Iterator<Item = Place> {
    PLACES.iter().filter(|place| (place.needs)(standing)).copied()
}

/// The list of places beside the page. On a narrow screen it is a popover of the button in the top bar.
#[component]
pub(super) fn Sidebar(
    /// Its id, for that button.
    id: &'static str,
    /// Who is looking.
    standing: Standing,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Nav>::new();
    let link = |place: Place| {
        view! {
            <li>
                <A href=place.href attr:class="sidebar-link">
                    <Icon name=place.icon />
                    {(place.label)()}
                </A>
            </li>
        }
    };
    let close = move |_| {
        if let Some(sidebar) = node.get_untracked() {
            // It fails where the sidebar is no popover, or is closed.
            let _ = sidebar.hide_popover();
        }
    };
    view! {
        <nav class="sidebar" node_ref=node id=id popover="auto" aria-label=t!(shell::MAIN_NAVIGATION) on:click=close>
            <ul>{places(&standing).map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use domain::access::Role;

    /// Somebody who is nothing but their role.
    pub fn standing(role: Role) -> Standing {
        let user = "00000000-0000-7000-8000-000000000000".parse().unwrap();
        Standing {
            user,
            role,
            groups: Vec::new(),
            sessions: Vec::new(),
        }
    }

    fn seen_by(role: Role) -> Vec<&'static str> {
        places(&standing(role)).map(|place| place.href).collect()
    }

    #[test]
    fn places_one_may_not_see_are_absent() {
        assert_eq!(
            seen_by(Role::Owner),
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
        assert_eq!(
            seen_by(Role::Support),
            [
                "/dashboard",
                "/users",
                "/groups",
                "/support",
                "/licenses",
                "/courses",
                "/records",
                "/messages",
                "/audit",
                "/settings"
            ]
        );
        assert!(seen_by(Role::Member).is_empty());
    }
}
