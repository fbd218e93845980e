//! The pages that make a course and change one: its lessons are written here, or it lives elsewhere.

use super::api::{change_course, course, create_course};
use super::may_not_manage;
use crate::api::ApiError;
use crate::licenses::Problems;
use crate::refusals::{Words, at_fields};
use crate::t;
use crate::ui::{
    Button, Card, Crumb, ErrorState, ErrorSummary, FieldProblem, IconName, LinkButton, Look, NoPermission,
    PageHeader, Skeleton, TextArea, TextField, toasts,
};
use domain::courses::{CourseDetails, CourseForm, CourseRefused, LessonForm};
use domain::id::{CourseId, LessonId};
use domain::users::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The page at `/courses/new`.
#[component]
pub fn NewCoursePage() -> impl IntoView {
    let form = match may_not_manage() {
        None => view! { <Form course=None /> }.into_any(),
        Some(reason) => view! { <NoPermission reason /> }.into_any(),
    };
    view! {
        <PageHeader title=t!(courses::ADD) breadcrumbs=breadcrumbs() />
        {form}
    }
    .into_any()
}

/// The page at `/courses/{id}/change`.
#[component]
pub fn ChangeCoursePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("id")?.parse::<CourseId>().ok());
    let found = Resource::new_blocking(id, |id| async move {
        match id {
            Some(id) => course(id).await,
            None => Err(ApiError::NotFound),
        }
    });
    view! {
        <PageHeader title=t!(courses::CHANGE) breadcrumbs=breadcrumbs() />
        <Suspense fallback=|| view! { <Skeleton lines=10 /> }>
            {move || Suspend::new(async move {
                match (found.await, may_not_manage()) {
                    (_, Some(reason)) => view! { <NoPermission reason /> }.into_any(),
                    (Ok(course), None) => view! { <Form course=Some(course) /> }.into_any(),
                    (Err(error), None) => {
                        let retry = move || found.refetch();
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

fn breadcrumbs() -> Vec<Crumb> {
    vec![Crumb {
        label: t!(licenses::COURSES).to_owned(),
        href: "/courses".to_owned(),
    }]
}

/// A lesson being written; cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Writing {
    /// Names it on the page.
    key: u32,
    id: Option<LessonId>,
    title: RwSignal<String>,
    text: RwSignal<String>,
}

/// The fields' values; cheap to copy.
#[derive(Clone, Copy)]
struct Fields {
    title: RwSignal<String>,
    reference: RwSignal<String>,
    launch_url: RwSignal<String>,
    contest: RwSignal<String>,
    lessons: RwSignal<Vec<Writing>>,
    next: StoredValue<u32>,
}

impl Fields {
    fn of(course: Option<&CourseDetails>) -> Self {
        let text = |read: fn(&CourseDetails) -> Option<String>| {
            RwSignal::new(course.and_then(read).unwrap_or_default())
        };
        let fields = Self {
            title: text(|course| Some(course.title.clone())),
            reference: text(|course| Some(course.reference.clone())),
            launch_url: text(|course| course.launch_url.clone()),
            contest: text(|course| course.contest.clone()),
            lessons: RwSignal::default(),
            next: StoredValue::new(0),
        };
        for lesson in course.map(|course| course.lessons.as_slice()).unwrap_or_default() {
            fields.add(Some(lesson.id), &lesson.title, &lesson.markdown);
        }
        fields
    }

    fn add(self, id: Option<LessonId>, title: &str, text: &str) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let lesson = Writing {
            key,
            id,
            title: RwSignal::new(title.to_owned()),
            text: RwSignal::new(text.to_owned()),
        };
        self.lessons.update(|lessons| lessons.push(lesson));
    }

    /// Moves a lesson up or down; one at the end stays.
    fn shift(self, key: u32, down: bool) {
        self.lessons.update(|lessons| {
            let Some(at) = lessons.iter().position(|lesson| lesson.key == key) else {
                return;
            };
            let to = if down { at + 1 } else { at.wrapping_sub(1) };
            if to < lessons.len() {
                lessons.swap(at, to);
            }
        });
    }

    fn form(self) -> CourseForm {
        let lesson = |lesson: &Writing| LessonForm {
            id: lesson.id,
            title: lesson.title.get_untracked(),
            markdown: lesson.text.get_untracked(),
        };
        CourseForm {
            title: self.title.get_untracked(),
            reference: self.reference.get_untracked(),
            launch_url: self.launch_url.get_untracked(),
            contest: self.contest.get_untracked(),
            lessons: self
                .lessons
                .with_untracked(|lessons| lessons.iter().map(lesson).collect()),
        }
    }

    /// Errors of lessons name their place; on the page a lesson keeps its name wherever it is moved.
    fn on_page(self, errors: &[FieldError]) -> Vec<FieldProblem> {
        let mut problems = at_fields(errors);
        self.lessons.with_untracked(|lessons| {
            for problem in &mut problems {
                let place = problem
                    .field
                    .strip_prefix("lesson-")
                    .and_then(|rest| rest.split_once('-'));
                let lesson = place.and_then(|(place, part)| Some((place.parse::<usize>().ok()?, part)));
                if let Some((lesson, part)) =
                    lesson.and_then(|(place, part)| Some((lessons.get(place)?, part)))
                {
                    problem.field = format!("writing-{}-{part}", lesson.key);
                }
            }
        });
        problems
    }
}

/// The form; for a course that exists, it begins with what that is.
#[component]
fn Form(course: Option<CourseDetails>) -> impl IntoView {
    let fields = Fields::of(course.as_ref());
    let problems = Problems::new();
    let busy = RwSignal::new(false);
    let toasts = toasts();
    let navigate = use_navigate();
    let known = course.map(|course| (course.id, course.version));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let form = fields.form();
        problems.show(fields.on_page(&form.clone().parse().err().unwrap_or_default()));
        if problems.any() {
            return;
        }
        let navigate = navigate.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = match known {
                Some((id, version)) => change_course(id, version, form).await.map(|()| id),
                None => create_course(form).await,
            };
            busy.set(false);
            match answer {
                Ok(id) => navigate(&format!("/courses/{id}"), NavigateOptions::default()),
                Err(ApiError::Refused(CourseRefused::Fields(errors))) => {
                    problems.show(fields.on_page(&errors));
                }
                Err(ApiError::Refused(refused)) => problems.show(vec![FieldProblem {
                    field: refused.field().to_owned(),
                    message: refused.words(),
                }]),
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    let (words, back) = match known {
        Some((id, _)) => (t!(licenses::SAVE), format!("/courses/{id}")),
        None => (t!(courses::ADD), "/courses".to_owned()),
    };
    view! {
        <form class="license-form" novalidate on:submit=submit>
            <ErrorSummary problems=problems.summary />
            <Inputs fields problems />
            <section class="course-writing">
                <h2>{t!(courses::LESSONS)}</h2>
                <For each=move || fields.lessons.get() key=|lesson| lesson.key let:lesson>
                    <Lesson fields problems lesson />
                </For>
                <p>
                    <Button icon=IconName::Plus on_press=move || fields.add(None, "", "")>
                        {t!(courses::ADD_LESSON)}
                    </Button>
                </p>
            </section>
            <div class="license-form-actions">
                <Button submit=true look=Look::Primary busy>
                    {words}
                </Button>
                <LinkButton href=back>{t!(ui::CANCEL)}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Inputs(fields: Fields, problems: Problems) -> impl IntoView {
    view! {
        <Card>
            <div class="fields">
                <TextField
                    name="title"
                    label=t!(courses::TITLE)
                    value=fields.title
                    error=problems.at("title")
                    autocomplete="off"
                />
                <TextField
                    name="reference"
                    label=t!(licenses::REFERENCE)
                    value=fields.reference
                    error=problems.at("reference")
                    autocomplete="off"
                />
                <TextField
                    name="launch_url"
                    label=t!(courses::LAUNCH_URL)
                    value=fields.launch_url
                    hint=Signal::stored(Some(t!(courses::LAUNCH_HINT).to_owned()))
                    error=problems.at("launch_url")
                    autocomplete="off"
                    optional=true
                />
                <TextField
                    name="contest"
                    label=t!(courses::CONTEST)
                    value=fields.contest
                    hint=Signal::stored(Some(t!(courses::CONTEST_HINT).to_owned()))
                    error=problems.at("contest")
                    autocomplete="off"
                    optional=true
                />
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn Lesson(fields: Fields, problems: Problems, lesson: Writing) -> impl IntoView {
    let key = lesson.key;
    let button = move |icon: IconName, words: &'static str, press: Callback<()>| {
        let label = Signal::derive(move || format!("{words}: {}", lesson.title.get()));
        view! { <Button look=Look::Ghost icon label on_press=press /> }
    };
    let remove = move |()| {
        fields
            .lessons
            .update(|lessons| lessons.retain(|other| other.key != key));
    };
    view! {
        <div class="card course-lesson">
            <div class="course-lesson-acts">
                {button(IconName::ArrowUp, t!(courses::UP), Callback::new(move |()| fields.shift(key, false)))}
                {button(IconName::ArrowDown, t!(courses::DOWN), Callback::new(move |()| fields.shift(key, true)))}
                {button(IconName::Trash, t!(courses::REMOVE), Callback::new(remove))}
            </div>
            <TextField
                name=format!("writing-{key}-title")
                label=t!(courses::TITLE)
                value=lesson.title
                error=problems.at(format!("writing-{key}-title"))
                autocomplete="off"
            />
            <TextArea
                name=format!("writing-{key}-text")
                label=t!(courses::TEXT)
                value=lesson.text
                rows=8
                error=problems.at(format!("writing-{key}-text"))
                optional=true
            />
        </div>
    }
    .into_any()
}
