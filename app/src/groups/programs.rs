//! `/programs`: every program with its courses in order, and making or changing one.

use super::api::{ProgramList, list_programs, save_program};
use crate::session::{lacks, viewer};
use crate::t;
use crate::ui::{
    Button, Cell, Choice, Column, Combobox, Crumb, Dialog, EmptyState, IconName, Look, NoPermission,
    PageHeader, Table, TextField, Width, fetched,
};
use domain::access::{ManageCourses, ViewCourses};
use domain::id::{CourseId, ProgramId};
use domain::programs::Program;
use leptos::prelude::*;

/// What the dialog is about; cheap to copy.
#[derive(Clone, Copy)]
struct Editing {
    open: RwSignal<bool>,
    id: RwSignal<Option<ProgramId>>,
    title: RwSignal<String>,
    courses: RwSignal<Vec<String>>,
    problem: RwSignal<Option<String>>,
}

impl Editing {
    fn begin(self, program: Option<&Program>) {
        self.id.set(program.map(|program| program.id));
        self.title
            .set(program.map(|program| program.title.clone()).unwrap_or_default());
        let ids = program.map(|program| program.courses.iter().map(|(id, _)| id.to_string()).collect());
        self.courses.set(ids.unwrap_or_default());
        self.problem.set(None);
        self.open.set(true);
    }
}

/// The page.
#[component]
pub fn ProgramsPage() -> impl IntoView {
    let breadcrumbs = vec![Crumb {
        label: t!(groups::TITLE).to_owned(),
        href: "/groups".to_owned(),
    }];
    if let Some(Err(denied)) = viewer().map(|viewer| viewer.standing.permits::<ViewCourses>()) {
        return view! {
            <PageHeader title=t!(groups::PROGRAMS) breadcrumbs />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any();
    }
    let programs = Resource::new_blocking(|| (), |()| list_programs());
    let editing = Editing {
        open: RwSignal::new(false),
        id: RwSignal::new(None),
        title: RwSignal::default(),
        courses: RwSignal::default(),
        problem: RwSignal::new(None),
    };
    let again = Callback::new(move |()| programs.refetch());
    let content = fetched(programs, 6, move |list| {
        view! { <List list editing again /> }.into_any()
    });
    view! {
        <PageHeader title=t!(groups::PROGRAMS) description=t!(groups::PROGRAMS_WHY).to_owned() breadcrumbs>
            <Button
                look=Look::Primary
                icon=IconName::Plus
                disabled_because=Signal::stored(lacks::<ManageCourses>())
                on_press=move || editing.begin(None)
            >
                {t!(groups::NEW_PROGRAM)}
            </Button>
        </PageHeader>
        {content}
    }
    .into_any()
}

#[component]
fn List(list: ProgramList, editing: Editing, again: Callback<()>) -> impl IntoView {
    let ProgramList { programs, courses } = list;
    let columns = vec![
        Column::new("title", t!(groups::NAME)),
        Column::new("courses", t!(groups::COURSES)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let row = move |program: Program| {
        let titles: Vec<String> = program.courses.iter().map(|(_, title)| title.clone()).collect();
        let label = t!(acts::on(t!(acts::OPEN), &program.title));
        let title = program.title.clone();
        let press = move || editing.begin(Some(&program));
        view! {
            <tr>
                <Cell label=t!(groups::NAME) main=true>{title}</Cell>
                <Cell label=t!(groups::COURSES)>{titles.join(" · ")}</Cell>
                <Cell label=t!(invitations::ACTIONS)>
                    <Button
                        look=Look::Ghost
                        icon=IconName::Edit
                        label
                        disabled_because=Signal::stored(lacks::<ManageCourses>())
                        on_press=press
                    />
                </Cell>
            </tr>
        }
    };
    let table = if programs.is_empty() {
        view! {
            <EmptyState icon=IconName::Group title=t!(groups::NO_PROGRAMS)>
                <p>{t!(groups::PROGRAMS_WHY)}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Table label=t!(groups::PROGRAMS) columns=Signal::stored(columns)>
                {programs.into_iter().map(row).collect_view()}
            </Table>
        }
        .into_any()
    };
    view! { {table} <Edit editing courses again /> }.into_any()
}

#[component]
fn Edit(editing: Editing, courses: Vec<(CourseId, String)>, again: Callback<()>) -> impl IntoView {
    let choices: Vec<Choice> = courses
        .into_iter()
        .map(|(id, title)| Choice::new(id.to_string(), title))
        .collect();
    let choices = Signal::stored(choices);
    let Editing {
        open, title, problem, ..
    } = editing;
    let save = Action::new(move |(): &()| {
        let (id, typed) = (editing.id.get_untracked(), title.get_untracked());
        let courses = editing.courses.get_untracked();
        let courses = courses.iter().filter_map(|id| id.parse().ok()).collect();
        async move {
            match save_program(id, typed, courses).await {
                Ok(_) => {
                    open.set(false);
                    again.run(());
                }
                Err(error) => problem.set(Some(error.to_string())),
            }
        }
    });
    let heading = Signal::derive(move || {
        let new = editing.id.with(Option::is_none);
        if new {
            t!(groups::NEW_PROGRAM)
        } else {
            t!(groups::CHANGE_PROGRAM)
        }
        .to_owned()
    });
    let actions = move || {
        let press = move || {
            save.dispatch(());
        };
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary busy=save.pending() on_press=press>
                {t!(user::SAVE)}
            </Button>
        }
    };
    view! {
        <Dialog open title=heading width=Width::Wide actions>
            <div class="fields">
                <TextField name="program-title" label=t!(groups::NAME) value=title error=problem autocomplete="off" />
                <Combobox name="program-courses" label=t!(groups::COURSES).to_owned() value=editing.courses choices />
            </div>
        </Dialog>
    }
    .into_any()
}
