//! The licenses page: how full each is, and whether it gives access.

use super::allocator::may_not_manage;
use super::api::{LicenseView, list_licenses};
use super::words::{ValidityBadge, count, kind};
use crate::dashboard::SeatsChart;
use crate::t;
use crate::ui::{
    Button, Cell, Column, EmptyState, IconName, LinkButton, Look, Meter, PageHeader, Table, fetched,
};
use leptos::prelude::*;

/// The page at `/licenses`.
#[component]
pub fn LicensesPage() -> impl IntoView {
    let licenses = Resource::new_blocking(|| (), |()| list_licenses());
    let content = fetched(licenses, 8, move |licenses| {
        if licenses.is_empty() {
            view! {
                <EmptyState icon=IconName::License title=t!(licenses::NONE_YET)>
                    <p>{t!(licenses::NONE_YET_WHY)}</p>
                    <AddLicense />
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <Listing licenses /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(licenses::TITLE) description=t!(licenses::DESCRIPTION).to_owned()>
            <AddLicense />
        </PageHeader>
        {content}
    }
    .into_any()
}

/// The page's main action; who may not use it learns why.
#[component]
fn AddLicense() -> impl IntoView {
    match may_not_manage() {
        None => view! {
            <LinkButton href="/licenses/new" look=Look::Primary icon=IconName::Plus>
                {t!(licenses::ADD)}
            </LinkButton>
        }
        .into_any(),
        reason => view! {
            <Button look=Look::Primary icon=IconName::Plus disabled_because=reason>
                {t!(licenses::ADD)}
            </Button>
        }
        .into_any(),
    }
}

#[component]
fn Listing(licenses: Vec<LicenseView>) -> impl IntoView {
    let columns = vec![
        Column::new("name", t!(licenses::LICENSE)),
        Column::new("state", t!(licenses::STATE)),
        Column::new("seats", t!(licenses::SEATS)),
        Column::new("kind", t!(licenses::KIND)),
        Column::new("courses", t!(licenses::COURSES)),
        Column::new("valid", t!(licenses::VALID)),
    ];
    view! {
        <Table label=t!(licenses::TITLE) columns>
            {licenses.into_iter().map(row).collect_view()}
        </Table>
    }
    .into_any()
}

fn row(license: LicenseView) -> impl IntoView {
    let titles: Vec<_> = license.courses.iter().map(|(_, title)| title.as_str()).collect();
    let titles = titles.join(", ");
    let seats = license.seats;
    let lately = view! { <SeatsChart license=license.lately() today=license.today /> };
    view! {
        <tr>
            <Cell label=t!(licenses::LICENSE) main=true>
                <a href=format!("/licenses/{}", license.id)>{license.name}</a>
                <span class="license-reference">{license.reference}</span>
            </Cell>
            <Cell label=t!(licenses::STATE)>
                <ValidityBadge validity=license.validity />
            </Cell>
            <Cell label=t!(licenses::SEATS)>
                <div>
                <Meter
                    label=t!(licenses::free(count(seats.free())))
                    used=Signal::stored(count(seats.allocated + seats.reserved))
                    total=Signal::stored(count(seats.purchased))
                />
                {lately}
                </div>
            </Cell>
            <Cell label=t!(licenses::KIND)>{kind(license.kind)}</Cell>
            <Cell label=t!(licenses::COURSES)>
                <span title=titles>{t!(licenses::courses(license.courses.len()))}</span>
            </Cell>
            <Cell label=t!(licenses::VALID)>
                {t!(licenses::term(license.term.valid_from, license.term.valid_to))}
            </Cell>
        </tr>
    }
    .into_any()
}
