//! What became of inviting: how many go out, and who was left out and why.

use crate::t;
use crate::ui::{Button, Card, IconName, LinkButton, Look, Notice, Tone};
use domain::invitations::Invited;
use domain::users::Email;
use leptos::html;
use leptos::prelude::*;

/// The result, in place of the form.
#[component]
pub fn Outcome(
    invited: Invited,
    /// Begins another one.
    #[prop(into)]
    again: Callback<()>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            // It fails only outside of a document.
            let _ = node.focus();
        }
    });
    let sent = invited.sent.len() as u64;
    let tone = if sent > 0 { Tone::Good } else { Tone::Warning };
    view! {
        <div class="user-form" node_ref=node tabindex="-1">
            <Notice tone>
                <p>
                    <strong>{t!(invitations::on_their_way(sent))}</strong>
                </p>
                {(invited.replaced > 0).then(|| view! { <p>{t!(invitations::replaced(u64::from(invited.replaced)))}</p> })}
            </Notice>
            <LeftOut title=t!(invitations::LEFT_OUT_ACCOUNTS) emails=invited.existing />
            <LeftOut title=t!(invitations::LEFT_OUT_OTHERS) emails=invited.out_of_reach />
            <div class="user-form-actions">
                <LinkButton href="/invitations" look=Look::Primary>
                    {t!(invitations::SEE_ALL)}
                </LinkButton>
                <Button icon=IconName::UserPlus on_press=again>
                    {t!(invitations::INVITE_MORE)}
                </Button>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn LeftOut(title: &'static str, emails: Vec<Email>) -> impl IntoView {
    (!emails.is_empty()).then(|| {
        let line = |email: Email| view! { <li>{email.to_string()}</li> };
        view! {
            <Card title>
                <ul class="invite-left-out">{emails.into_iter().map(line).collect_view()}</ul>
            </Card>
        }
        .into_any()
    })
}
