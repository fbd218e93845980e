//! The table of invitations, and what is done to many of them at once.

use crate::invitations::acts::Acts;
use crate::invitations::api::InvitationList;
use crate::invitations::status::{Ends, Status, no_canceling, no_resending};
use crate::t;
use crate::ui::{
    Button, Cell, Column, IconName, Menu, MenuItem, PageTick, Selection, Table, TickCell, TickPage,
};
use crate::users::ago::Ago;
use domain::access::Role;
use domain::id::InvitationId;
use domain::invitations::{InvitationFilter, InvitationRow, Which};
use domain::time::Timestamp;
use leptos::prelude::*;

/// The ticked rows of a page.
#[derive(Clone, Copy)]
struct Ticks {
    selection: RwSignal<Selection<InvitationId>>,
    page: StoredValue<Vec<InvitationId>>,
}

impl Ticks {
    fn which(self, filter: &InvitationFilter) -> (Which, Option<u64>) {
        self.selection.with_untracked(|selection| match selection {
            Selection::AllMatching => (Which::Matching(filter.clone()), None),
            Selection::Some { ticked, .. } => {
                let ids: Vec<_> = ticked.iter().copied().collect();
                let count = ids.len() as u64;
                (Which::These(ids), Some(count))
            }
        })
    }
}

/// The rows of the page.
#[component]
pub fn Rows(
    list: InvitationList,
    filter: InvitationFilter,
    /// Whether the list goes on beyond the page.
    has_more: bool,
    acts: Acts,
) -> impl IntoView {
    let InvitationList { now, invitations, .. } = list;
    let ticks = Ticks {
        selection: RwSignal::default(),
        page: StoredValue::new(invitations.iter().map(|row| row.id).collect()),
    };
    let columns = vec![
        Column::new("email", t!(invitations::ADDRESS)),
        Column::new("state", t!(invitations::STATE)),
        Column::new("offer", t!(invitations::OFFER)),
        Column::new("sent", t!(invitations::INVITED)),
        Column::new("ends", t!(invitations::ENDS)),
        Column::new("answer", t!(messages::ANSWER)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let tick = Signal::derive(move || {
        ticks
            .page
            .with_value(|page| ticks.selection.with(|selection| selection.page_tick(page)))
    });
    let on_change = Callback::new(move |(on,): (bool,)| {
        ticks
            .page
            .with_value(|page| ticks.selection.update(|selection| selection.tick_page(on, page)));
    });
    let tick_page = TickPage { tick, on_change };
    view! {
        <Bulk ticks filter has_more acts />
        <Table label=t!(invitations::TITLE) columns=Signal::stored(columns) tick_page busy=acts.busy>
            {invitations.into_iter().map(|row| view! { <Line row now ticks acts /> }).collect_view()}
        </Table>
    }
    .into_any()
}

/// What is ticked and can be done to it; nothing while nothing is.
#[component]
fn Bulk(ticks: Ticks, filter: InvitationFilter, has_more: bool, acts: Acts) -> impl IntoView {
    let filter = StoredValue::new(filter);
    let which = move || filter.with_value(|filter| ticks.which(filter));
    let ticked = move || ticks.selection.with(|selection| selection.count(u64::MAX) > 0);
    let words = move || {
        ticks.selection.with(|selection| match selection {
            Selection::AllMatching => t!(invitations::ALL_MATCHING).to_owned(),
            Selection::Some { ticked, .. } => t!(ui::selected(ticked.len())),
        })
    };
    let whole_page = move || {
        let all = ticks.page.with_value(|page| {
            ticks
                .selection
                .with(|selection| selection.page_tick(page) == PageTick::All)
        });
        has_more
            && all
            && ticks
                .selection
                .with(|selection| *selection != Selection::AllMatching)
    };
    let bar = move || {
        ticked().then(|| {
            view! {
                <Button
                    icon=IconName::Send
                    busy=acts.busy
                    on_press=move || acts.resend_many(which().0)
                >
                    {t!(invitations::RESEND)}
                </Button>
                <Button
                    icon=IconName::Ban
                    busy=acts.busy
                    on_press=move || {
                        let (which, count) = which();
                        acts.cancel(which, count);
                    }
                >
                    {t!(invitations::CANCEL)}
                </Button>
                {move || {
                    whole_page()
                        .then(|| {
                            view! {
                                <Button on_press=move || ticks.selection.set(Selection::AllMatching)>
                                    {t!(invitations::TICK_ALL_MATCHING)}
                                </Button>
                            }
                        })
                }}
            }
        })
    };
    view! {
        <div class="invitations-bulk">
            <p role="status">{words}</p>
            {bar}
        </div>
    }
    .into_any()
}

#[component]
fn Line(row: InvitationRow, now: Timestamp, ticks: Ticks, acts: Acts) -> impl IntoView {
    let id = row.id;
    let email = row.email.to_string();
    let checked = Signal::derive(move || ticks.selection.with(|selection| selection.has(id)));
    let on_tick = Callback::new(move |(on, range): (bool, bool)| {
        ticks.page.with_value(|page| {
            ticks
                .selection
                .update(|selection| selection.tick(id, on, range, page));
        });
    });
    let status = view! { <Status row=row.clone() /> };
    let offered = view! { <Offered row=row.clone() /> };
    let ends = view! { <Ends row=row.clone() now /> };
    let at = row.created_at;
    let inviter = row
        .invited_by
        .clone()
        .map(|name| view! { <span class="cell-detail">{name}</span> });
    let answer = row.server_answer.clone();
    view! {
        <tr>
            <TickCell label=t!(invitations::select(&email)) checked on_tick />
            <Cell label=t!(invitations::ADDRESS) main=true>
                <a href=format!("/invitations/{id}")>{email}</a>
            </Cell>
            <Cell label=t!(invitations::STATE)>{status}</Cell>
            <Cell label=t!(invitations::OFFER)>{offered}</Cell>
            <Cell label=t!(invitations::INVITED)>
                <div>
                    <Ago at now />
                    {inviter}
                </div>
            </Cell>
            <Cell label=t!(invitations::ENDS)>{ends}</Cell>
            <Cell label=t!(messages::ANSWER)>
                <span class="messages-answer">{answer}</span>
            </Cell>
            <Cell label=t!(invitations::ACTIONS)>
                <Actions row acts />
            </Cell>
        </tr>
    }
    .into_any()
}

/// Role, groups and license, as far as they are more than a member of nothing.
#[component]
fn Offered(row: InvitationRow) -> impl IntoView {
    let role =
        (row.role != Role::Member || row.groups.is_empty()).then(|| t!(users::role(row.role)).to_owned());
    let words: Vec<String> = role.into_iter().chain(row.groups).collect();
    view! {
        <div>
            {words.join(", ")}
            {row.license.map(|license| view! { <span class="cell-detail">{t!(invitations::seat_of(&license))}</span> })}
        </div>
    }
    .into_any()
}

#[component]
fn Actions(row: InvitationRow, acts: Acts) -> impl IntoView {
    let id = row.id;
    let (resending, canceling) = (no_resending(&row), no_canceling(&row));
    let email = row.email.clone();
    let cancel = if row.status.is_open() {
        t!(invitations::CANCEL)
    } else {
        t!(invitations::DECLINE)
    };
    let resend = Callback::new(move |()| acts.resend(id));
    let correct = Callback::new(move |()| acts.correct(id, email.clone()));
    let end = Callback::new(move |()| acts.cancel(Which::These(vec![id]), Some(1)));
    view! {
        <Menu label=t!(invitations::actions_for(row.email.as_str()))>
            {item(t!(invitations::RESEND), IconName::Send, resending.clone(), resend)}
            {item(t!(invitations::CORRECT), IconName::Edit, resending, correct)}
            {item(cancel, IconName::Ban, canceling, end)}
        </Menu>
    }
    .into_any()
}

fn item(label: &'static str, icon: IconName, not_because: Option<String>, on_press: Callback<()>) -> AnyView {
    match not_because {
        None => view! { <MenuItem label icon on_press /> }.into_any(),
        Some(reason) => view! { <MenuItem label icon disabled_because=reason on_press /> }.into_any(),
    }
}
