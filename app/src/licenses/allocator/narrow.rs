//! What narrows both lists down beside their searches: group, location, department, status.

use super::desk::Desk;
use crate::licenses::api::Places;
use crate::t;
use crate::ui::SelectField;
use domain::users::UserState;
use leptos::prelude::*;

/// The filters.
#[component]
pub fn Filters(desk: Desk, places: Places) -> impl IntoView {
    let states = UserState::ALL.map(|state| (state.as_str(), t!(users::state(state)).to_owned()));
    view! {
        <fieldset class="allocator-filters">
            <legend>{t!(licenses::FILTERS)}</legend>
            <SelectField
                name="group"
                label=t!(licenses::GROUP)
                value=desk.group
                options=any_of(&places.groups)
                optional=true
            />
            <SelectField
                name="location"
                label=t!(licenses::LOCATION)
                value=desk.location
                options=any_of(&places.locations)
                optional=true
            />
            <SelectField
                name="department"
                label=t!(licenses::DEPARTMENT)
                value=desk.department
                options=any_of(&places.departments)
                optional=true
            />
            <SelectField
                name="status"
                label=t!(users::STATUS)
                value=desk.status
                options=any_of(&states)
                optional=true
            />
        </fieldset>
    }
    .into_any()
}

fn any_of<I: ToString>(names: &[(I, String)]) -> Vec<(String, String)> {
    let any = (String::new(), t!(licenses::ANY).to_owned());
    let names = names.iter().map(|(id, name)| (id.to_string(), name.clone()));
    std::iter::once(any).chain(names).collect()
}
