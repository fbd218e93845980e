//! `/courses/{id}`: what a course holds, and who has it, with how far they are.

use super::api::{archive_course, course, list_learners};
use super::may_not_manage;
use crate::api::ApiError;
use crate::learning::StandingBadge;
use crate::shell::NotThere;
use crate::t;
use crate::ui::{
    Button, Card, Cell, Column, Crumb, ErrorState, IconName, LinkButton, Look, PageHeader, Pagination,
    Progress, Skeleton, Table, toasts,
};
use domain::courses::{CourseDetails, CourseLearner, CourseLearners};
use domain::id::{CourseId, EnrollmentId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page.
#[component]
pub fn CoursePage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<CourseId>().ok()));
    let before = Memo::new(move |_| query.with(|query| query.get("before")?.parse::<EnrollmentId>().ok()));
    let found = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => course(id).await,
                None => Err(ApiError::NotFound),
            }
        },
    );
    let learners = Resource::new_blocking(
        move || (id.get(), before.get()),
        |(id, before)| async move {
            match id {
                Some(id) => list_learners(id, before).await,
                None => Err(ApiError::NotFound),
            }
        },
    );
    let changed = Callback::new(move |()| found.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton lines=12 /> }>
            {move || Suspend::new(async move {
                match (found.await, learners.await) {
                    (Ok(course), Ok(learners)) => {
                        let first = before.get_untracked().map(|_| format!("/courses/{}", course.id));
                        view! { <Found course changed /> <Learners learners first /> }.into_any()
                    }
                    (Err(ApiError::NotFound), _) => view! { <NotThere /> }.into_any(),
                    (Err(error), _) | (_, Err(error)) => {
                        let retry = move || {
                            found.refetch();
                            learners.refetch();
                        };
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Found(course: CourseDetails, changed: Callback<()>) -> impl IntoView {
    let breadcrumbs = vec![Crumb {
        label: t!(licenses::COURSES).to_owned(),
        href: "/courses".to_owned(),
    }];
    let id = course.id;
    let lessons = course
        .lessons
        .into_iter()
        .map(|lesson| view! { <li>{lesson.title}</li> });
    let lessons: Vec<_> = lessons.collect();
    let elsewhere = course.launch_url.map(|url| {
        let href = url.clone();
        view! {
            <p>
                <a href=href rel="noopener noreferrer">
                    {url}
                </a>
            </p>
        }
    });
    let contest = course.contest.map(|task| {
        view! {
            <Card title=t!(courses::CONTEST)>
                <p>{task}</p>
            </Card>
        }
    });
    view! {
        <PageHeader title=course.title description=course.reference breadcrumbs>
            <Archive id archived=course.archived changed />
            <Change id />
        </PageHeader>
        <div class="course-parts">
            <Card title=t!(courses::LESSONS)>
                {elsewhere}
                {lessons.is_empty().then(|| view! { <p>{t!(courses::NO_LESSONS)}</p> })}
                <ol class="course-lessons">{lessons}</ol>
            </Card>
            {contest}
        </div>
    }
    .into_any()
}

#[component]
fn Change(id: CourseId) -> impl IntoView {
    match may_not_manage() {
        None => view! {
            <LinkButton href=format!("/courses/{id}/change") look=Look::Primary icon=IconName::Edit>
                {t!(licenses::CHANGE)}
            </LinkButton>
        }
        .into_any(),
        reason => view! {
            <Button look=Look::Primary icon=IconName::Edit disabled_because=reason>
                {t!(licenses::CHANGE)}
            </Button>
        }
        .into_any(),
    }
}

/// Archives the course, or takes it out again; each undoes the other.
#[component]
fn Archive(id: CourseId, archived: bool, changed: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let (icon, words) = if archived {
        (IconName::Restore, t!(licenses::TAKE_OUT))
    } else {
        (IconName::Archive, t!(licenses::PUT_AWAY))
    };
    let press = move || {
        spawn_local(async move {
            match archive_course(id, !archived).await {
                Ok(()) => changed.run(()),
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    view! {
        <Button icon disabled_because=Signal::stored(may_not_manage()) on_press=press>
            {words}
        </Button>
    }
    .into_any()
}

#[component]
fn Learners(learners: CourseLearners, first: Option<String>) -> impl IntoView {
    let next = learners.next.map(|before| format!("?before={before}"));
    let columns = vec![
        Column::new("name", t!(users::NAME)),
        Column::new("standing", t!(licenses::STATE)),
        Column::new("progress", t!(learning::DONE)),
        Column::new("due", t!(users::DUE_DATE)),
        Column::new("source", t!(learning::SOURCE)),
    ];
    let nobody = learners.learners.is_empty();
    let rows: Vec<AnyView> = learners.learners.into_iter().map(row).collect();
    let list = if nobody {
        view! { <p>{t!(courses::NOBODY)}</p> }.into_any()
    } else {
        view! {
            <Table label=t!(courses::LEARNERS) columns>
                {rows}
            </Table>
            <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
        }
        .into_any()
    };
    view! {
        <section class="course-learners">
            <h2>{t!(courses::LEARNERS)}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn row(learner: CourseLearner) -> AnyView {
    let progress = u64::from(learner.progress);
    let source = learner.license.unwrap_or_else(|| t!(learning::DIRECT).to_owned());
    view! {
        <tr>
            <Cell label=t!(users::NAME) main=true>
                <a href=format!("/users/{}?tab=enrollments", learner.user)>{learner.name}</a>
            </Cell>
            <Cell label=t!(licenses::STATE)>
                <StandingBadge standing=learner.standing />
            </Cell>
            <Cell label=t!(learning::DONE)>
                <Progress label=t!(learning::PROGRESS).to_owned() done=Signal::stored(progress) total=Signal::stored(100u64) />
            </Cell>
            <Cell label=t!(users::DUE_DATE)>{learner.due_date.map(|day| t!(users::day(day)))}</Cell>
            <Cell label=t!(learning::SOURCE)>{source}</Cell>
        </tr>
    }
    .into_any()
}
