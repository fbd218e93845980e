//! Buttons, menus, dialogs and what they say afterwards.

use crate::ui::{
    Button, Card, CopyButton, Dialog, Icon, IconName, LinkButton, Look, Menu, MenuItem, MenuLine, MenuLink,
    Shortcut, Tab, TabLinks, Tabs, TextField, Width, toasts,
};
use leptos::prelude::*;

const SEATS: &str = "All 40 seats are taken. Take one back, or ask an owner for more.";

#[component]
pub fn Actions() -> impl IntoView {
    view! {
        <Card title="Buttons">
            <div class="stack">
                <div class="buttons">
                    <Button look=Look::Primary icon=IconName::Plus>
                        "Create user"
                    </Button>
                    <Button icon=IconName::Download>"Export"</Button>
                    <Button look=Look::Danger icon=IconName::Trash>
                        "Delete 14 users"
                    </Button>
                    <Button look=Look::Ghost icon=IconName::Filter>
                        "Filters"
                    </Button>
                    <Button look=Look::Ghost icon=IconName::Archive label="Archive Ada Lovelace" />
                    <LinkButton href="/design" icon=IconName::Import>
                        "Import users"
                    </LinkButton>
                    <CopyButton text="https://rollcall.example" label="Copy link" />
                </div>
                <div class="buttons">
                    <Button look=Look::Primary busy=true>
                        "Saving"
                    </Button>
                    <Button busy=true>"Loading"</Button>
                    <Button look=Look::Primary disabled_because=SEATS>
                        "Give a seat"
                    </Button>
                    <Button disabled_because=SEATS icon=IconName::License>
                        "Give a seat"
                    </Button>
                    <Button look=Look::Ghost disabled_because=SEATS label="Give a seat" icon=IconName::License />
                </div>
                <p>
                    "Go anywhere: " <Shortcut keys=&["Ctrl", "K"] />
                </p>
            </div>
        </Card>
        <Overlays />
        <Card title="Tabs">
            <div class="stack">
                <TabLinks
                    label="Example"
                    tabs=vec![
                        Tab::new("/design", "Details"),
                        Tab { count: Some(12), ..Tab::new("/design/console", "Enrollments") },
                        Tab::new("/design/stranger", "Activity"),
                    ]
                />
                <TabsExample />
            </div>
        </Card>
        <Card title="Icons">
            <ul class="design-icons">
                {IconName::ALL
                    .iter()
                    .map(|name| {
                        view! {
                            <li>
                                <Icon name=*name />
                                {name.id()}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </Card>
    }
    .into_any()
}

#[component]
fn Overlays() -> impl IntoView {
    let toasts = toasts();
    let (question, form) = (RwSignal::new(false), RwSignal::new(false));
    let archived =
        move || toasts.done_with_undo("14 users archived", move || toasts.done("14 users are back"));
    view! {
        <Card title="Menus, dialogs, messages">
            <div class="buttons">
                <Menu label="More for Ada Lovelace">
                    <MenuItem icon=IconName::Edit label="Change email" on_press=move || toasts.done("Email changed") />
                    <MenuItem icon=IconName::Key label="Change password" on_press=|| () />
                    <MenuLink icon=IconName::Audit label="History" href="/design" />
                    <MenuLine />
                    <MenuItem
                        icon=IconName::Link
                        label="Login link"
                        disabled_because="Ada’s role is not below your own."
                        on_press=|| ()
                    />
                    <MenuItem icon=IconName::Trash label="Delete" danger=true on_press=|| () />
                </Menu>
                <Menu label="Bulk actions" icon=IconName::ListChecks words="14 selected">
                    <MenuItem icon=IconName::Archive label="Archive" on_press=archived />
                </Menu>
                <Button on_press=move || question.set(true)>"Ask"</Button>
                <Button on_press=move || form.set(true)>"Open a form"</Button>
                <Button on_press=archived>"Archive"</Button>
                <Button on_press=move || toasts.failed("Ada has a started seat: it stays used.")>"Fail"</Button>
            </div>
            <Dialog
                open=question
                title="Delete 14 users?"
                actions=move || {
                    view! {
                        <Button on_press=move || question.set(false)>"Cancel"</Button>
                        <Button look=Look::Danger on_press=move || question.set(false)>
                            "Delete 14 users"
                        </Button>
                    }
                }
            >
                <p>"Their 14 accounts and 3 open invitations go for good. They never signed in."</p>
            </Dialog>
            <Dialog open=form title="Change email" width=Width::Wide>
                <TextField name="new_email" label="New email" hint="A notice goes to the old address." />
            </Dialog>
        </Card>
    }
    .into_any()
}

#[component]
fn TabsExample() -> impl IntoView {
    let tabs = vec![
        Tab::new("week", "7 days"),
        Tab::new("month", "30 days"),
        Tab::new("quarter", "90 days"),
    ];
    let panel = |key: String| view! { <p>"Activity of the " {key}</p> }.into_any();
    view! { <Tabs label="Span" tabs chosen=RwSignal::new("week".to_owned()) panel /> }
}
