//! "My courses": the first page of a learner.

use super::api::{my_activity, my_courses};
use super::standing::StandingBadge;
use crate::courses::MyEvents;
use crate::session::viewer;
use crate::shell::SignOut;
use crate::t;
use crate::text::number;
use crate::ui::{EmptyState, ErrorState, Progress, Skeleton};
use domain::courses::MyCourse;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::{A, Redirect};

/// Every course the viewer can open.
#[component]
pub fn MyCoursesPage() -> impl IntoView {
    let Some(viewer) = viewer() else {
        return view! { <Redirect path="/sign-in?next=/my-courses" /> }.into_any();
    };
    let courses = Resource::new_blocking(|| (), |()| my_courses());
    let activity = Resource::new_blocking(|| (), |()| my_activity());
    let learned = move || {
        let activity = activity.get()?.ok()?;
        let words = format!(
            "{} XP · {}",
            number(activity.xp),
            t!(learning::hours(activity.seconds))
        );
        Some(view! { <p>{words}</p> })
    };
    let list = move || {
        courses.get().map(|answer| match answer {
            Ok(courses) if courses.is_empty() => view! {
                <EmptyState title=t!(learning::NONE)>
                    <p>{t!(learning::NONE_WHY)}</p>
                </EmptyState>
            }
            .into_any(),
            Ok(courses) => {
                view! { <ul class="my-courses">{courses.into_iter().map(card).collect_view()}</ul> }
                    .into_any()
            }
            Err(error) => {
                view! { <ErrorState problem=error on_retry=move |()| courses.refetch() /> }.into_any()
            }
        })
    };
    view! {
        <Title text=t!(learning::TITLE) formatter=|title: String| format!("{title} · {}", t!(shell::PRODUCT)) />
        <main class="learner">
            <header class="learner-header">
                <div>
                    <h1>{t!(learning::TITLE)}</h1>
                    <p>{viewer.name}" · "{viewer.organization.name}</p>
                    <Suspense>{learned}</Suspense>
                </div>
                <div class="learner-ways">
                    <A href="/profile">{t!(profile::TITLE)}</A>
                    <SignOut />
                </div>
            </header>
            <Suspense fallback=|| view! { <Skeleton /> }>{list}</Suspense>
            <MyEvents />
        </main>
    }
    .into_any()
}

fn card(course: MyCourse) -> impl IntoView {
    let MyCourse {
        enrollment,
        standing,
        opens,
        certificate,
    } = course;
    let due = enrollment
        .due_date
        .map(|date| view! { <span>{t!(learning::due(date))}</span> });
    let progress = u64::from(enrollment.progress);
    let title = if opens {
        view! { <a href=format!("/my-courses/{}", enrollment.id)>{enrollment.title}</a> }.into_any()
    } else {
        enrollment.title.into_any()
    };
    let certificate = certificate.map(|code| {
        view! { <a class="button" href=format!("/certificates/{code}")>{t!(learning::CERTIFICATE)}</a> }
    });
    view! {
        <li class="card">
            <h2>{title}</h2>
            <p class="my-course-standing">
                <StandingBadge standing />
                {due}
            </p>
            <Progress label=t!(learning::PROGRESS).to_owned() done=Signal::stored(progress) total=Signal::stored(100u64) />
            {certificate}
        </li>
    }
}
