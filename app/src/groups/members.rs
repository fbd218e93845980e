//! A table of people with their role in a group or a session, a page at a time.

use super::api::Members;
use crate::api::{ApiError, Never};
use crate::t;
use crate::ui::{Button, Cell, Column, IconName, Table, fetched};
use domain::groups::MemberRow;
use domain::id::UserId;
use domain::users::UserState;
use leptos::prelude::*;

/// The people of `load`, which is asked for each page by the last one of the page before. `acts` makes what can be done to one.
#[component]
pub fn MemberTable<L, F>(
    /// What the table is called.
    label: &'static str,
    /// Loads a page.
    load: L,
    /// Counts the changes after which it is loaded anew.
    changes: RwSignal<u32>,
    /// Said when nobody is there.
    nobody: &'static str,
    /// What can be done to somebody.
    #[prop(into)]
    acts: Callback<(MemberRow,), AnyView>,
) -> impl IntoView
where
    L: Fn(Option<UserId>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Result<Members, ApiError<Never>>> + Send + 'static,
{
    // Where each page up to the present one begins.
    let starts = RwSignal::new(vec![None::<UserId>]);
    let start = Memo::new(move |_| starts.with(|starts| starts.last().copied().flatten()));
    let page = Resource::new_blocking(
        move || (start.get(), changes.get()),
        move |(after, _)| load(after),
    );
    fetched(page, 4, move |page| {
        if page.members.is_empty() && start.get_untracked().is_none() {
            view! { <p class="groups-nobody">{nobody}</p> }.into_any()
        } else {
            view! { <Page page label starts acts /> }.into_any()
        }
    })
}

#[component]
fn Page(
    page: Members,
    label: &'static str,
    starts: RwSignal<Vec<Option<UserId>>>,
    acts: Callback<(MemberRow,), AnyView>,
) -> impl IntoView {
    let Members { members, more } = page;
    let last = members.last().map(|member| member.id);
    let columns = vec![
        Column::new("name", t!(groups::NAME)),
        Column::new("role", t!(acts::ROLE)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let row = move |member: MemberRow| {
        let state = (member.state != UserState::Active).then(|| {
            view! { <span class="cell-detail">{t!(users::state(member.state))}</span> }
        });
        let acts = acts.run((member.clone(),));
        view! {
            <tr>
                <Cell label=t!(groups::NAME) main=true>
                    <a href=format!("/users/{}", member.id)>{member.name}</a>
                    <span class="cell-detail">{member.contact}</span>
                    {state}
                </Cell>
                <Cell label=t!(acts::ROLE)>{t!(users::group_role(member.role))}</Cell>
                <Cell label=t!(invitations::ACTIONS)>{acts}</Cell>
            </tr>
        }
    };
    let begun = starts.with_untracked(Vec::len) > 1;
    let steps = (more || begun).then(|| {
        let back = move || starts.update(|starts| starts.truncate(starts.len().saturating_sub(1)));
        let forth = move || starts.update(|starts| starts.push(last));
        let at_start = Signal::stored((!begun).then(|| t!(imports::AT_START).to_owned()));
        let at_end = Signal::stored((!more).then(|| t!(imports::AT_END).to_owned()));
        view! {
            <div class="groups-steps">
                <Button icon=IconName::ChevronLeft disabled_because=at_start on_press=back>
                    {t!(ui::PREVIOUS_PAGE)}
                </Button>
                <Button icon=IconName::ChevronRight disabled_because=at_end on_press=forth>
                    {t!(ui::NEXT_PAGE)}
                </Button>
            </div>
        }
    });
    view! {
        <Table label columns=Signal::stored(columns)>
            {members.into_iter().map(row).collect_view()}
        </Table>
        {steps}
    }
    .into_any()
}
