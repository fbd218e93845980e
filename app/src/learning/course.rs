//! A course of one's own: begun with a press, read lesson by lesson, done, certified.

use super::StandingBadge;
use super::api::{begin_course, finish_lesson, read_course};
use super::hand_in::Contest;
use super::watch::watch;
use crate::api::{ApiError, Never};
use crate::session::viewer;
use crate::shell::{NotFound, SignOut};
use crate::t;
use crate::ui::{
    Button, Card, ErrorState, Icon, IconName, LinkButton, Look, Notice, Progress, Skeleton, Tone, toasts,
};
use domain::courses::{CourseStanding, LearnRefused, LessonPage, OpenCourse};
use domain::id::{EnrollmentId, LessonId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_meta::Title;
use leptos_router::components::{A, Redirect};
use leptos_router::hooks::use_params_map;

type Course = Resource<Result<OpenCourse, ApiError<Never>>>;

/// The page at `/my-courses/{id}`.
#[component]
pub fn MyCoursePage() -> impl IntoView {
    if viewer().is_none() {
        return view! { <Redirect path="/sign-in?next=/my-courses" /> }.into_any();
    }
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<EnrollmentId>().ok()));
    let course: Course = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => read_course(id).await,
                None => Err(ApiError::NotFound),
            }
        },
    );
    view! {
        <Transition fallback=|| {
            view! { <Skeleton lines=10 /> }
        }>
            {move || Suspend::new(async move {
                match course.await {
                    Ok(open) => view! { <Open open course /> }.into_any(),
                    Err(ApiError::NotFound) => view! { <NotFound /> }.into_any(),
                    Err(error) => {
                        let retry = move || course.refetch();
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Transition>
    }
    .into_any()
}

/// What is pressed on the page; cheap to copy.
#[derive(Clone, Copy)]
struct Acts {
    id: EnrollmentId,
    course: Course,
    busy: RwSignal<bool>,
    toasts: crate::ui::Toasts,
}

impl Acts {
    fn go(self, act: impl Future<Output = Result<(), ApiError<LearnRefused>>> + 'static) {
        self.busy.set(true);
        spawn_local(async move {
            let answer = act.await;
            self.busy.try_set(false);
            match answer {
                Ok(()) => self.course.refetch(),
                Err(error) => self.toasts.failed(error.to_string()),
            }
        });
    }

    fn finish(self, lesson: Option<LessonId>) {
        self.go(finish_lesson(self.id, lesson));
    }
}

#[component]
fn Open(open: OpenCourse, course: Course) -> impl IntoView {
    let OpenCourse {
        enrollment,
        standing,
        lessons,
        launch_url,
        contest,
        submissions,
        certificate,
    } = open;
    let acts = Acts {
        id: enrollment.id,
        course,
        busy: RwSignal::new(false),
        toasts: toasts(),
    };
    let begun = enrollment.started_at.is_some();
    let closed = matches!(standing, CourseStanding::Ended | CourseStanding::Later);
    if begun && !closed {
        watch(enrollment.id);
    }
    let progress = u64::from(enrollment.progress);
    let due = enrollment
        .due_date
        .map(|date| view! { <span>{t!(learning::due(date))}</span> });
    let title = enrollment.title.clone();
    let (many, completed) = (lessons.len(), enrollment.completed_at.is_some());
    let done_by_hand = begun && !closed && !completed && many == 0;
    let busy = acts.busy;
    let body = if closed {
        view! { <Notice tone=Tone::Warning>{t!(learning::CLOSED)}</Notice> }.into_any()
    } else if begun {
        let open_one = lessons.iter().position(|lesson| !lesson.done);
        let launch = launch_url.map(|url| {
            view! {
                <p>
                    <a class="button button-primary" href=url target="_blank" rel="noopener noreferrer">
                        <Icon name=IconName::External />
                        <span class="button-words">{t!(learning::LAUNCH)}</span>
                    </a>
                </p>
            }
        });
        let lessons = lessons
            .into_iter()
            .enumerate()
            .map(|(place, lesson)| lesson_view(acts, lesson, open_one == Some(place)));
        view! {
            {launch}
            <div class="lessons">{lessons.collect_view()}</div>
            {done_by_hand.then(|| view! {
                <p>
                    <Button look=Look::Primary icon=IconName::Check busy on_press=move || acts.finish(None)>
                        {t!(learning::MARK_DONE)}
                    </Button>
                </p>
            })}
            {contest.map(|task| view! { <Contest id=acts.id task submissions /> })}
        }
        .into_any()
    } else {
        view! {
            <Card>
                <p>{t!(learning::lessons(many))}</p>
                <p>
                    <Button
                        look=Look::Primary
                        icon=IconName::Play
                        busy
                        on_press=move || acts.go(begin_course(acts.id))
                    >
                        {t!(learning::BEGIN)}
                    </Button>
                </p>
            </Card>
        }
        .into_any()
    };
    let certificate = certificate.map(|number| {
        view! {
            <div class="course-done" role="status">
                <Notice tone=Tone::Good>{t!(learning::CONGRATULATIONS)}</Notice>
                <LinkButton href=format!("/certificates/{number}") icon=IconName::Award>
                    {t!(learning::CERTIFICATE)}
                </LinkButton>
            </div>
        }
    });
    view! {
        <Title text=enrollment.title.clone() formatter=|title: String| format!("{title} · {}", t!(shell::PRODUCT)) />
        <main class="learner">
            <header class="learner-header">
                <div>
                    <p>
                        <A href="/my-courses">{t!(learning::TITLE)}</A>
                    </p>
                    <h1>{title}</h1>
                    <p class="my-course-standing">
                        <StandingBadge standing />
                        {due}
                    </p>
                </div>
                <SignOut />
            </header>
            <Progress label=t!(learning::PROGRESS).to_owned() done=Signal::stored(progress) total=Signal::stored(100u64) />
            {certificate}
            {body}
        </main>
    }
    .into_any()
}

/// A lesson: folded, but the one to go on with.
fn lesson_view(acts: Acts, lesson: LessonPage, open: bool) -> impl IntoView {
    let id = lesson.id;
    let (icon, word) = if lesson.done {
        (IconName::Success, t!(learning::LESSON_DONE))
    } else {
        (IconName::Pending, t!(learning::LESSON_OPEN))
    };
    let busy = acts.busy;
    let mark = (!lesson.done).then(|| {
        view! {
            <p>
                <Button look=Look::Primary icon=IconName::Check busy on_press=move || acts.finish(Some(id))>
                    {t!(learning::MARK_DONE)}
                </Button>
            </p>
        }
    });
    view! {
        <details class="card lesson" open=open>
            <summary>
                <Icon name=icon />
                <span class="visually-hidden">{word}</span>
                <h2>{lesson.title}</h2>
            </summary>
            <div class="lesson-text" inner_html=lesson.text></div>
            {mark}
        </details>
    }
}
