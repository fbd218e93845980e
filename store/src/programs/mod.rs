//! Programs and their sessions: ordered courses, dated runs in a group, and who instructs and learns there.

mod members;
mod sessions;

pub use members::{join, leave, members};
pub use sessions::{change_session, create_session, own_sessions, session, sessions_of};

use crate::access::Grant;
use crate::column::Bind;
use crate::fault::{Failure, Fault};
use crate::groups::{Place, exist, uuids};
use crate::sql::{rows, sql};
use crate::write::{Change, Entry, Write};
use domain::access::{ManageCourses, ViewCourses};
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, ProgramId};
use domain::programs::{MOST, Program, ProgramRefused, parse_program};
use serde_json::json;
use std::collections::HashMap;

rows! {
    struct Found from "programs" { id: ProgramId, title: String }
    struct CourseOf from "program_courses" { program_id: ProgramId, course_id: CourseId, title: String }
}

/// Every program, by title: never more than [`MOST`].
pub async fn list(grant: &Grant<ViewCourses>) -> Result<Vec<Program>, Fault> {
    let mut reader = grant.read().await?;
    let programs: Vec<Found> =
        sql("SELECT id, title FROM programs WHERE organization_id = $1 ORDER BY title, id")
            .bind(grant.organization())
            .fetch_all(&mut reader)
            .await?;
    let found: Vec<CourseOf> = sql("SELECT o.program_id, o.course_id, c.title FROM program_courses o
         JOIN programs p ON p.id = o.program_id JOIN courses c ON c.id = o.course_id
         WHERE p.organization_id = $1 ORDER BY o.program_id, o.position")
    .bind(grant.organization())
    .fetch_all(&mut reader)
    .await?;
    let mut courses: HashMap<ProgramId, Vec<(CourseId, String)>> = HashMap::new();
    for row in found {
        courses
            .entry(row.program_id)
            .or_default()
            .push((row.course_id, row.title));
    }
    let programs = programs.into_iter().map(|program| Program {
        courses: courses.remove(&program.id).unwrap_or_default(),
        id: program.id,
        title: program.title,
    });
    Ok(programs.collect())
}

/// Makes a program, or changes the one with this id.
pub async fn save(
    grant: Grant<ManageCourses>,
    id: Option<ProgramId>,
    title: &str,
    courses: &[CourseId],
) -> Result<ProgramId, Failure<ProgramRefused>> {
    let (title, courses) = parse_program(title, courses).map_err(Failure::Refused)?;
    let mut write = grant.write().await?;
    let organization = write.organization();
    if !exist(&mut write, organization, Place::Course, uuids(&courses)).await? {
        return Err(Failure::Refused(ProgramRefused::Gone("course".to_owned())));
    }
    let (id, action) = match id {
        Some(id) => {
            let changed = sql("UPDATE programs SET title = $1 WHERE id = $2 AND organization_id = $3")
                .bind(title.as_str())
                .bind(id)
                .bind(organization)
                .execute(&mut write)
                .await?;
            if changed == 0 {
                return Err(Failure::NotFound);
            }
            (id, Action::ProgramChanged)
        }
        None => (insert(&mut write, &title).await?, Action::ProgramCreated),
    };
    sql("DELETE FROM program_courses WHERE program_id = $1")
        .bind(id)
        .execute(&mut write)
        .await?;
    if !courses.is_empty() {
        let mut insert = sql("INSERT INTO program_courses (program_id, position, course_id) VALUES ");
        insert.push_rows((0_i64..).zip(&courses), |(position, course)| {
            vec![id.value(), position.value(), course.value()]
        });
        insert.execute(&mut write).await?;
    }
    let entry =
        Entry::new(action, TargetKind::Program, id).after(json!({ "title": title, "courses": courses }));
    Ok(write.commit(Change::of(id, entry)).await?)
}

async fn insert(write: &mut Write, title: &str) -> Result<ProgramId, Failure<ProgramRefused>> {
    let (id, organization): (ProgramId, _) = (write.new_id(), write.organization());
    let (count,): (i64,) = sql("SELECT COUNT(*) AS value FROM programs WHERE organization_id = $1")
        .bind(organization)
        .fetch_one(write)
        .await?;
    if usize::try_from(count).unwrap_or(usize::MAX) >= MOST {
        return Err(Failure::Refused(ProgramRefused::TooMany));
    }
    sql("INSERT INTO programs (id, organization_id, title) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(organization)
        .bind(title)
        .execute(write)
        .await?;
    Ok(id)
}
