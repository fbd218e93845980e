//! Whoever was found among the open invitations alone: no account yet, so what helps is the invitation.

use crate::invitations::{Acts, Buttons, Ends, Status};
use crate::t;
use domain::invitations::InvitationRow;
use domain::time::Timestamp;
use leptos::prelude::*;

/// A card for each; nothing where nobody is only invited.
#[component]
pub fn Invited(rows: Vec<InvitationRow>, now: Timestamp, acts: Acts) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let card = |row: InvitationRow| {
        let answer = row
            .server_answer
            .clone()
            .map(|answer| view! { <p class="support-known">{t!(support::answered(&answer))}</p> });
        view! {
            <li class="card">
                <div class="support-who">
                    <h3>
                        <a href=format!("/invitations/{}", row.id)>{row.email.to_string()}</a>
                    </h3>
                    <Status row=row.clone() />
                    <p class="support-known">
                        {t!(invitations::ENDS)} ": " <Ends row=row.clone() now />
                    </p>
                    {answer}
                </div>
                <div class="support-actions">
                    <Buttons row acts />
                </div>
            </li>
        }
    };
    view! {
        <section class="support-invited" aria-labelledby="support-invited">
            <h2 id="support-invited">{t!(support::INVITED)}</h2>
            <ul>{rows.into_iter().map(card).collect_view()}</ul>
        </section>
    }
    .into_any()
}
