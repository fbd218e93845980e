//! `/groups`: the groups one sees, by name, and the sessions one instructs.

use super::api::{GroupList, create_group, list_groups};
use super::session::Sessions;
use crate::session::{lacks, viewer};
use crate::t;
use crate::text::number;
use crate::ui::{
    AskText, Button, Cell, Column, EmptyState, IconName, LinkButton, Look, NoPermission, PageHeader,
    Pagination, Table, TextField, fetched,
};
use domain::access::{ManageGroups, ViewCourses, ViewGroups};
use domain::groups::{COUNTED, GroupRow};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Form;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;

/// The page.
#[component]
pub fn GroupsPage() -> impl IntoView {
    if let Some(Err(denied)) = viewer().map(|viewer| viewer.standing.permits::<ViewGroups>()) {
        return view! {
            <PageHeader title=t!(groups::TITLE) />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any();
    }
    let query = use_query_map();
    let address =
        Memo::new(move |_| query.with(|query| (query.get("q").unwrap_or_default(), query.get("after"))));
    let groups = Resource::new_blocking(
        move || address.get(),
        |(search, after)| list_groups(search, after),
    );
    let (search, _) = address.get_untracked();
    view! {
        <PageHeader title=t!(groups::TITLE) description=t!(groups::DESCRIPTION).to_owned()>
            {lacks::<ViewCourses>().is_none().then(|| view! {
                <LinkButton href="/programs">{t!(groups::PROGRAMS)}</LinkButton>
            })}
            <NewGroup />
        </PageHeader>
        <Form method="GET" action="/groups" attr:class="messages-filter" attr:role="search">
            <TextField name="q" label=t!(groups::SEARCH).to_owned() initial=search optional=true autocomplete="off" />
            <Button submit=true icon=IconName::Search>
                {t!(messages::FILTER)}
            </Button>
        </Form>
        {fetched(groups, 8, move |list| view! { <List list address /> }.into_any())}
    }
    .into_any()
}

#[component]
fn List(list: GroupList, address: Memo<(String, Option<String>)>) -> impl IntoView {
    let GroupList { groups, more, own } = list;
    let (search, after) = address.get_untracked();
    let at = |after: Option<&str>| {
        let after = after.map(|after| format!("&after={}", Url::escape(after)));
        format!("/groups?q={}{}", Url::escape(&search), after.unwrap_or_default())
    };
    let first = after.is_some().then(|| at(None));
    let next = groups.last().filter(|_| more).map(|last| at(Some(&last.key)));
    let columns = vec![
        Column::new("name", t!(groups::NAME)),
        Column::new("members", t!(groups::MEMBERS)).numeric(),
    ];
    let row = |group: GroupRow| {
        let more = group.members > COUNTED;
        let count = number(group.members.min(COUNTED).unsigned_abs());
        view! {
            <tr>
                <Cell label=t!(groups::NAME) main=true>
                    <a href=format!("/groups/{}", group.id)>{group.name}</a>
                </Cell>
                <Cell label=t!(groups::MEMBERS) numeric=true>
                    {count}
                    {more.then_some("+")}
                </Cell>
            </tr>
        }
    };
    let only_own = groups.is_empty() && search.is_empty() && !own.is_empty();
    let own = (!own.is_empty()).then(|| {
        view! {
            <section aria-labelledby="own-sessions">
                <h2 id="own-sessions">{t!(groups::OWN_SESSIONS)}</h2>
                <Sessions sessions=own label=t!(groups::OWN_SESSIONS) />
            </section>
        }
    });
    let table = if only_own {
        ().into_any()
    } else if groups.is_empty() {
        let (title, why) = if search.is_empty() {
            (t!(groups::NONE), t!(groups::NONE_WHY))
        } else {
            (t!(groups::NONE_MATCH), t!(groups::NONE_MATCH_WHY))
        };
        view! { <EmptyState icon=IconName::Group title><p>{why}</p></EmptyState> }.into_any()
    } else {
        view! {
            <Table label=t!(groups::TITLE) columns=Signal::stored(columns)>
                {groups.into_iter().map(row).collect_view()}
            </Table>
            <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
        }
        .into_any()
    };
    view! { {table} {own} }.into_any()
}

/// The button that makes a group, and its dialog.
#[component]
fn NewGroup() -> impl IntoView {
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let create = Action::new(move |(): &()| {
        let navigate = navigate.clone();
        async move {
            match create_group(name.get_untracked()).await {
                Ok(id) => navigate(&format!("/groups/{id}"), NavigateOptions::default()),
                Err(error) => problem.set(Some(error.to_string())),
            }
        }
    });
    let save = Callback::new(move |()| {
        create.dispatch(());
    });
    view! {
        <Button
            look=Look::Primary
            icon=IconName::Plus
            disabled_because=Signal::stored(lacks::<ManageGroups>())
            on_press=move || open.set(true)
        >
            {t!(groups::NEW)}
        </Button>
        <AskText
            open
            title=t!(groups::NEW)
            label=t!(groups::NAME)
            value=name
            problem
            busy=create.pending()
            on_save=save
        />
    }
    .into_any()
}
