//! "My courses": the first page of a learner.

use super::api::{CourseStanding, MyCourse, my_courses};
use crate::session::viewer;
use crate::shell::SignOut;
use crate::t;
use crate::ui::{Badge, EmptyState, ErrorState, IconName, Progress, Skeleton, Tone};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Redirect;

/// Every course the viewer can open.
#[component]
pub fn MyCoursesPage() -> impl IntoView {
    let Some(viewer) = viewer() else {
        return view! { <Redirect path="/sign-in?next=/my-courses" /> }.into_any();
    };
    let courses = Resource::new_blocking(|| (), |()| my_courses());
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
                view! { <ErrorState message=error.to_string() on_retry=move |()| courses.refetch() /> }
                    .into_any()
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
                </div>
                <SignOut />
            </header>
            <Suspense fallback=|| view! { <Skeleton /> }>{list}</Suspense>
        </main>
    }
    .into_any()
}

fn card(course: MyCourse) -> impl IntoView {
    let (tone, icon, word) = match course.standing {
        CourseStanding::Completed => (Tone::Good, IconName::Check, t!(learning::COMPLETED)),
        CourseStanding::Ended => (Tone::Neutral, IconName::Lock, t!(learning::ENDED)),
        CourseStanding::Overdue => (Tone::Bad, IconName::Warning, t!(learning::OVERDUE)),
        CourseStanding::UnderWay => (Tone::Info, IconName::Clock, t!(learning::UNDER_WAY)),
        CourseStanding::New => (Tone::Neutral, IconName::Inbox, t!(learning::NEW)),
    };
    let due = course
        .due_date
        .map(|date| view! { <span>{t!(learning::due(date))}</span> });
    let progress = u64::from(course.progress);
    view! {
        <li class="card">
            <h2>{course.title}</h2>
            <p class="my-course-standing">
                <Badge tone icon label=word />
                {due}
            </p>
            <Progress label=t!(learning::PROGRESS).to_owned() done=Signal::stored(progress) total=Signal::stored(100u64) />
        </li>
    }
}
