//! Opening courses, moving their due dates, closing them, and beginning them afresh.

use super::super::before::undo;
use super::super::edit::touch;
use super::super::life::ids;
use super::super::{Done, Undo};
use crate::fault::Fault;
use crate::groups::{self, Place};
use crate::licenses::{self, Enroll, Open};
use crate::sql::{ROWS_AT_ONCE, rows, sql};
use crate::users::acts::account::Account;
use crate::write::{Entry, Write};
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, SeatId, UserId};
use domain::time::Date;
use domain::users::{Act, LearningAct};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

rows! {
    struct Covered from "seats" { id: SeatId, user_id: UserId, course_id: CourseId }
}

/// How closed courses are opened afresh.
#[derive(Debug, Clone, Copy)]
pub(super) struct Again {
    /// When they are due.
    pub(super) due_date: Option<Date>,
}

/// Opens courses; those open already get the due date, if one is given.
pub(super) async fn assign(
    write: &mut Write,
    can: &[Account],
    courses: &[CourseId],
    due_date: Option<Date>,
) -> Result<Done, Fault> {
    let users = ids(can);
    let before = licenses::open(write, &users, courses).await?;
    enroll(write, &users, courses, due_date).await?;
    touch(write, can).await?;
    let names = Names::of(write, courses.iter().copied()).await?;
    let entry = |account: &Account| {
        Entry::new(Action::CoursesAssigned, TargetKind::User, account.id)
            .after(json!({ "courses": names.words(courses.iter()), "due_date": due_date }))
    };
    let entries = can.iter().map(entry).collect();
    let moved: Vec<Open> = before
        .into_iter()
        .filter(|open| due_date.is_some() && open.due_date != due_date && open.completed_at.is_none())
        .collect();
    let mut steps = due_dates_back(courses, &moved);
    steps.insert(0, restore(write, &users));
    Ok(Done {
        users,
        entries,
        undo: steps,
        ..Done::default()
    })
}

/// Moves the due date of open courses that are not completed.
pub(super) async fn set_due_date(
    write: &mut Write,
    can: &[Account],
    courses: &[CourseId],
    due_date: Option<Date>,
) -> Result<Done, Fault> {
    let users = ids(can);
    let mut before = licenses::open(write, &users, courses).await?;
    before.retain(|open| open.completed_at.is_none() && open.due_date != due_date);
    for users in users.chunks(ROWS_AT_ONCE) {
        let mut update = sql("UPDATE enrollments SET reminded = 0, due_date = ");
        update
            .push_bind(due_date)
            .push(" WHERE archived_at IS NULL AND completed_at IS NULL AND course_id IN ")
            .push_list(courses.iter().copied())
            .push(" AND user_id IN ")
            .push_list(users.iter().copied());
        update.execute(write).await?;
    }
    touch(write, can).await?;
    let names = Names::of(write, courses.iter().copied()).await?;
    let of = by_user(&before);
    let entry = |account: &Account| {
        let open = of.get(&account.id).map(Vec::as_slice).unwrap_or_default();
        let was: Vec<String> = open
            .iter()
            .filter_map(|open| open.due_date)
            .map(|due| due.to_string())
            .collect();
        Entry::new(Action::DueDateMoved, TargetKind::User, account.id)
            .before(json!({ "due_date": was.join("; ") }))
            .after(json!({
                "courses": names.words(open.iter().map(|open| &open.course_id)), "due_date": due_date,
            }))
    };
    let entries = can.iter().map(entry).collect();
    Ok(Done {
        users,
        entries,
        undo: due_dates_back(courses, &before),
        ..Done::default()
    })
}

/// Closes courses, all that are open if none is named; what was begun leaves a training record. With `again` they are opened
/// afresh.
pub(super) async fn archive(
    write: &mut Write,
    can: &[Account],
    courses: &[CourseId],
    again: Option<Again>,
) -> Result<Done, Fault> {
    let users = ids(can);
    let ending = licenses::open(write, &users, courses).await?;
    licenses::archive_enrollments(write, &ending).await?;
    let of = by_user(&ending);
    if let Some(Again { due_date }) = again {
        for (user, open) in &of {
            let courses: Vec<CourseId> = open.iter().map(|open| open.course_id).collect();
            enroll(write, &[*user], &courses, due_date).await?;
        }
    }
    touch(write, can).await?;
    let names = Names::of(write, ending.iter().map(|open| open.course_id)).await?;
    let action = if again.is_some() {
        Action::ActivityArchived
    } else {
        Action::CoursesUnassigned
    };
    let entry = |account: &Account| {
        let open = of.get(&account.id).map(Vec::as_slice).unwrap_or_default();
        Entry::new(action, TargetKind::User, account.id)
            .before(json!({ "courses": names.words(open.iter().map(|open| &open.course_id)) }))
    };
    let entries = can.iter().map(entry).collect();
    Ok(Done {
        undo: vec![restore(write, &users)],
        users,
        entries,
        ..Done::default()
    })
}

/// Opens courses by a seat that the user holds and that covers the course, else by a direct grant.
async fn enroll(
    write: &mut Write,
    users: &[UserId],
    courses: &[CourseId],
    due_date: Option<Date>,
) -> Result<(), Fault> {
    let today = write.now().date();
    for users in users.chunks(ROWS_AT_ONCE) {
        let mut select = sql(
            "SELECT s.id, s.user_id, c.course_id FROM seats s JOIN license_courses c ON c.license_id = s.license_id
             JOIN licenses l ON l.id = s.license_id
             WHERE s.returned_at IS NULL AND l.archived_at IS NULL AND l.valid_to >= ",
        );
        select
            .push_bind(today)
            .push(" AND s.user_id IN ")
            .push_list(users.iter().copied())
            .push(" AND c.course_id IN ")
            .push_list(courses.iter().copied())
            // Of several the one that lasts longest comes last and stays.
            .push(" ORDER BY l.valid_to, s.id");
        let covered: Vec<Covered> = select.fetch_all(write).await?;
        let seats: HashMap<(UserId, CourseId), SeatId> = covered
            .into_iter()
            .map(|row| ((row.user_id, row.course_id), row.id))
            .collect();
        let each = |user: &UserId| {
            let user = *user;
            let seats = &seats;
            courses
                .iter()
                .map(move |course| match seats.get(&(user, *course)) {
                    Some(seat) => Enroll::by_seat(user, &[*course], *seat, due_date),
                    None => Enroll::directly(user, &[*course], due_date),
                })
        };
        let enrollments: Vec<Enroll> = users.iter().flat_map(each).collect();
        licenses::enroll(write, &enrollments).await?;
    }
    Ok(())
}

fn restore(write: &Write, users: &[UserId]) -> Undo {
    Undo {
        act: Act::Learning(LearningAct::Restore { at: write.now() }),
        users: users.to_vec(),
    }
}

/// The steps that give courses the due dates they had.
fn due_dates_back(courses: &[CourseId], had: &[Open]) -> Vec<Undo> {
    let of_course = |course: &CourseId| {
        let course = *course;
        let had = had.iter().filter(move |open| open.course_id == course);
        undo(had.map(|open| (open.user_id, open.due_date)), move |due_date| {
            Act::Learning(LearningAct::SetDueDate {
                courses: vec![course],
                due_date,
            })
        })
    };
    courses.iter().flat_map(of_course).collect()
}

fn by_user(open: &[Open]) -> HashMap<UserId, Vec<&Open>> {
    let mut of: HashMap<UserId, Vec<&Open>> = HashMap::new();
    for open in open {
        of.entry(open.user_id).or_default().push(open);
    }
    of
}

/// The titles of courses, for the audit.
struct Names(HashMap<Uuid, String>);

impl Names {
    async fn of(write: &mut Write, courses: impl Iterator<Item = CourseId>) -> Result<Self, Fault> {
        let courses = courses.map(Uuid::from);
        Ok(Self(groups::names(write, Place::Course, courses).await?))
    }

    fn words<'a>(&self, courses: impl Iterator<Item = &'a CourseId>) -> String {
        let mut titles: Vec<&str> = courses
            .filter_map(|course| self.0.get(&(*course).into()).map(String::as_str))
            .collect();
        titles.sort_unstable();
        titles.join("; ")
    }
}
