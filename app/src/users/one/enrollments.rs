//! Everything a user can open now, by a seat or a direct grant; more is assigned, and taken away, from here.

use super::api::user_enrollments;
use super::state::One;
use crate::courses::UserEvents;
use crate::learning::StandingBadge;
use crate::t;
use crate::ui::{
    Button, Cell, Column, EmptyState, ErrorState, IconName, Look, Menu, MenuItem, Progress, Skeleton, Table,
};
use crate::users::acts::What;
use domain::courses::UserEnrollment;
use domain::time::Date;
use domain::users::{Act, LearningAct};
use leptos::prelude::*;

/// The tab.
#[component]
pub fn Enrollments(one: One) -> impl IntoView {
    let id = one.user.with_untracked(|user| user.summary.id);
    let version = Memo::new(move |_| one.user.with(|user| user.version));
    let found = LocalResource::new(move || {
        version.track();
        user_enrollments(id)
    });
    let content = move || match found.get() {
        None => view! { <Skeleton lines=8 /> }.into_any(),
        Some(Ok((_, list))) if list.is_empty() => view! {
            <EmptyState icon=IconName::Course title=t!(learning::NO_ENROLLMENTS)>
                <p>{t!(learning::NO_ENROLLMENTS_WHY)}</p>
            </EmptyState>
        }
        .into_any(),
        Some(Ok((today, list))) => view! { <Listing one today list /> }.into_any(),
        Some(Err(error)) => {
            view! { <ErrorState problem=error on_retry=move || found.refetch() /> }.into_any()
        }
    };
    let button = move |what: What, icon: IconName, look: Look, words: &'static str, act: LearningAct| {
        let why = Signal::stored(untrack(|| one.refusal(&Act::Learning(act))));
        view! {
            <Button look icon disabled_because=why on_press=move || one.ask(what)>
                {words}
            </Button>
        }
    };
    let assign = LearningAct::Assign {
        courses: Vec::new(),
        due_date: None,
    };
    view! {
        <div class="user-tab">
            <div class="user-tab-actions">
                {button(What::Courses, IconName::Course, Look::Primary, t!(learning::ENROLL_IN_MORE), assign.clone())}
                {button(What::Seats, IconName::License, Look::Secondary, t!(licenses::SEATS), assign)}
            </div>
            {content}
            <UserEvents user=id />
        </div>
    }
    .into_any()
}

#[component]
fn Listing(one: One, today: Date, list: Vec<UserEnrollment>) -> impl IntoView {
    let columns = vec![
        Column::new("course", t!(learning::COURSE)),
        Column::new("standing", t!(licenses::STATE)),
        Column::new("progress", t!(learning::DONE)),
        Column::new("due", t!(users::DUE_DATE)),
        Column::new("source", t!(learning::SOURCE)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let rows: Vec<AnyView> = list
        .into_iter()
        .map(|enrollment| row(one, today, enrollment))
        .collect();
    view! {
        <Table label=t!(learning::ENROLLMENTS) columns>
            {rows}
        </Table>
    }
    .into_any()
}

fn row(one: One, today: Date, enrollment: UserEnrollment) -> AnyView {
    let (standing, title) = (enrollment.on(today), enrollment.title.clone());
    let more = t!(acts::more_for(&title));
    let progress = u64::from(enrollment.progress);
    let source = match &enrollment.license {
        Some((name, ..)) => name.clone(),
        None => t!(learning::DIRECT).to_owned(),
    };
    let due = enrollment.due_date.map(|day| t!(users::day(day)));
    let courses = vec![enrollment.course];
    let act = move |act: LearningAct| one.desk.now(Act::Learning(act), one.whom());
    let (unassigned, archived) = (courses.clone(), courses);
    let unassigning = Act::Learning(LearningAct::Unassign { courses: Vec::new() });
    let why = untrack(|| one.refusal(&unassigning));
    let item = move |label: &'static str, icon: IconName, press: Callback<()>| match why.clone() {
        None => view! { <MenuItem icon label on_press=press /> }.into_any(),
        Some(why) => view! { <MenuItem icon label disabled_because=why on_press=press /> }.into_any(),
    };
    let unassign = Callback::new(move |()| {
        act(LearningAct::Unassign {
            courses: unassigned.clone(),
        });
    });
    let afresh = Callback::new(move |()| {
        act(LearningAct::ArchiveActivity {
            courses: archived.clone(),
            again: true,
            due_date: None,
        });
    });
    view! {
        <tr>
            <Cell label=t!(learning::COURSE) main=true>{title}</Cell>
            <Cell label=t!(licenses::STATE)>
                <StandingBadge standing />
            </Cell>
            <Cell label=t!(learning::DONE)>
                <Progress label=t!(learning::PROGRESS).to_owned() done=Signal::stored(progress) total=Signal::stored(100u64) />
            </Cell>
            <Cell label=t!(users::DUE_DATE)>{due}</Cell>
            <Cell label=t!(learning::SOURCE)>{source}</Cell>
            <Cell label=t!(invitations::ACTIONS)>
                <Menu label=more>
                    {item(t!(acts::UNASSIGN), IconName::Close, unassign)}
                    {item(t!(acts::AGAIN), IconName::Refresh, afresh)}
                </Menu>
            </Cell>
        </tr>
    }
    .into_any()
}
