//! The contest of a course: its task, what was handed in, and the form that hands something in. The form is a plain post, for
//! files are too large for a server function.

use crate::refusals::Words;
use crate::t;
use crate::ui::{Button, Card, FieldFrame, FieldIds, IconName, Notice, TextArea, Tone};
use domain::courses::{LearnRefused, MySubmission};
use domain::id::EnrollmentId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The contest.
#[component]
pub fn Contest(id: EnrollmentId, task: String, submissions: Vec<MySubmission>) -> impl IntoView {
    let query = use_query_map();
    let refused = move || {
        let word = query.with(|query| query.get("refused"))?;
        let why: LearnRefused = serde_json::from_value(word.into()).ok()?;
        Some(view! { <div role="alert"><Notice tone=Tone::Bad>{why.words()}</Notice></div> })
    };
    let text = RwSignal::new(String::new());
    let ids = FieldIds::new("file");
    let mine = submissions.into_iter().map(|submission| {
        let what = submission
            .file_name
            .unwrap_or_else(|| t!(learning::A_TEXT).to_owned());
        let score = submission.score.map(|score| format!(" · {score}"));
        view! {
            <li>
                {what}
                <span class="cell-detail">{t!(users::moment(submission.at))} {score}</span>
            </li>
        }
    });
    let mine: Vec<_> = mine.collect();
    let mine = (!mine.is_empty()).then(|| view! { <ul class="handed-in">{mine}</ul> });
    view! {
        <Card title=t!(courses::CONTEST)>
            <p>{task}</p>
            {mine}
            {refused}
            <form class="fields" method="post" action=format!("/my-courses/{id}/submissions") enctype="multipart/form-data">
                <TextArea name="text" label=t!(learning::A_TEXT) value=text rows=5 optional=true />
                <FieldFrame ids=ids.clone() label=t!(learning::A_FILE) optional=true>
                    <input class="input" type="file" id=ids.control name="file" aria-describedby=ids.described_by />
                </FieldFrame>
                <p>
                    <Button submit=true icon=IconName::Send>
                        {t!(learning::HAND_IN)}
                    </Button>
                </p>
            </form>
        </Card>
    }
    .into_any()
}
