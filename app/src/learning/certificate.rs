//! A certificate at its own address: who has the address sees that it is true, and no more than name, course and day.

use super::api::check_certificate;
use crate::api::ApiError;
use crate::shell::NotFound;
use crate::t;
use crate::ui::{Button, ErrorState, Icon, IconName, Skeleton};
use domain::courses::Certificate;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The page at `/certificates/{code}`.
#[component]
pub fn CertificatePage() -> impl IntoView {
    let params = use_params_map();
    let number = move || params.with(|params| params.get("code")).unwrap_or_default();
    let found = Resource::new_blocking(number, check_certificate);
    view! {
        <Suspense fallback=|| view! { <Skeleton lines=6 /> }>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(proved) => view! { <Proved proved number=number() /> }.into_any(),
                    Err(ApiError::NotFound) => view! { <NotFound /> }.into_any(),
                    Err(error) => view! { <ErrorState problem=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Proved(proved: Certificate, number: String) -> impl IntoView {
    let print = move || {
        // It fails only where there is nothing to print with.
        let _ = window().print();
    };
    view! {
        <Title text=t!(learning::CERTIFICATE) formatter=|title: String| format!("{title} · {}", t!(shell::PRODUCT)) />
        <main class="certificate">
            <section class="card certificate-sheet">
                <p class="certificate-seal">
                    <Icon name=IconName::Award />
                </p>
                <h1>{t!(learning::CERTIFICATE)}</h1>
                <p class="certificate-name">{proved.name}</p>
                <p>{t!(learning::HAS_COMPLETED)}</p>
                <p class="certificate-course">{proved.course}</p>
                <p>
                    <time datetime=proved.completed_on.to_string()>{t!(users::day(proved.completed_on))}</time>
                </p>
                <p class="certificate-number">{t!(learning::number_of(&number))}</p>
            </section>
            <p class="certificate-actions">
                <Button icon=IconName::File on_press=print>
                    {t!(learning::PRINT)}
                </Button>
            </p>
        </main>
    }
    .into_any()
}
