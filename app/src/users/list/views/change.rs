//! The dialog that changes views: each with what it shows, to be renamed, to show something else, to be deleted.

use super::super::chips::{described, focus_search};
use super::{Desk, change_view, delete_view, save_view};
use crate::t;
use crate::ui::{Button, Dialog, IconName, Look, Width, toasts};
use domain::users::SavedView;
use leptos::prelude::*;

/// What is done to a view without asking further.
#[derive(Debug, Clone, Copy)]
enum Do {
    /// It shows what the list shows now.
    Replace,
    /// It goes, and can be had back.
    Delete,
}

/// The dialog.
#[component]
pub fn ChangeViews(desk: Desk) -> impl IntoView {
    let toasts = toasts();
    let put_back = Action::new(move |view: &SavedView| {
        let SavedView { name, filter, .. } = view.clone();
        async move {
            match save_view(name.to_string(), filter).await {
                Ok(views) => desk.all.set(views),
                Err(error) => toasts.failed(error.to_string()),
            }
        }
    });
    let act = Action::new(move |(what, view): &(Do, SavedView)| {
        let (what, view) = (*what, view.clone());
        async move {
            let name = view.name.to_string();
            let answer = match what {
                Do::Replace => change_view(view.id, name.clone(), desk.here()).await,
                Do::Delete => delete_view(view.id).await,
            };
            // What is said, and undo, stand on the page below.
            desk.changing.set(false);
            match (answer, what) {
                (Ok(views), Do::Replace) => {
                    desk.all.set(views);
                    toasts.done(t!(views::changed(&name)));
                }
                (Ok(views), Do::Delete) => {
                    if views.is_empty() {
                        focus_search();
                    }
                    desk.all.set(views);
                    toasts.done_with_undo(t!(views::deleted(&name)), move || {
                        put_back.dispatch(view.clone());
                    });
                }
                (Err(error), _) => toasts.failed(error.to_string()),
            }
        }
    });
    let on_act = Callback::new(move |asked: (Do, SavedView)| {
        act.dispatch(asked);
    });
    let line = move |view: SavedView| view! { <Line desk view on_act /> };
    view! {
        <Dialog open=desk.changing title=t!(views::CHANGE) width=Width::Wide>
            <ul class="views-list">
                {move || desk.all.get().into_iter().map(line).collect_view()}
            </ul>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Line(desk: Desk, view: SavedView, on_act: Callback<(Do, SavedView)>) -> impl IntoView {
    let name = view.name.to_string();
    let shows = desk.list.names.with_value(|names| described(&view.filter, names));
    let of = StoredValue::new(view);
    let on = |what: &str| t!(acts::on(what, &name));
    let rename = move || {
        let view = of.get_value();
        desk.changing.set(false);
        // The focus goes back to the page first, so that it is there again after the next dialog.
        request_animation_frame(move || desk.renaming.set(Some(view)));
    };
    let same = Signal::derive(move || {
        let same = of.with_value(|view| view.filter == desk.here());
        same.then(|| t!(views::SAME).to_owned())
    });
    view! {
        <li>
            <p class="views-name">
                <strong>{name.clone()}</strong>
                <span class="cell-detail">{shows}</span>
            </p>
            <div class="views-acts">
                <Button look=Look::Ghost icon=IconName::Edit label=on(t!(views::RENAME)) on_press=rename />
                <Button
                    look=Look::Ghost
                    icon=IconName::Refresh
                    label=on(t!(views::REPLACE))
                    disabled_because=same
                    on_press=move || on_act.run((Do::Replace, of.get_value()))
                />
                <Button
                    look=Look::Ghost
                    icon=IconName::Trash
                    label=on(t!(views::DELETE))
                    on_press=move || on_act.run((Do::Delete, of.get_value()))
                />
            </div>
        </li>
    }
    .into_any()
}
