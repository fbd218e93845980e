//! What a user handed in for contests, as files.

use super::state::One;
use crate::t;
use crate::ui::{Card, Icon, IconName};
use leptos::prelude::*;

/// The tab.
#[component]
pub fn Exports(one: One) -> impl IntoView {
    let id = one.user.with_untracked(|user| user.summary.id);
    let link = move |ending: &str, words: &'static str| {
        view! {
            <a class="button" href=format!("/users/{id}/submissions.{ending}") download="" rel="external">
                <Icon name=IconName::Download />
                <span class="button-words">{words}</span>
            </a>
        }
    };
    view! {
        <div class="user-tab">
            <Card title=t!(learning::SUBMISSIONS)>
                <p>{t!(learning::SUBMISSIONS_WHY)}</p>
                <p class="user-tab-actions">
                    {link("zip", t!(learning::AS_ZIP))} {link("xlsx", t!(acts::EXPORT_XLSX))}
                </p>
            </Card>
        </div>
    }
    .into_any()
}
