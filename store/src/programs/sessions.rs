//! Sessions: those of a group, those one instructs, one of them; making one and moving its days.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Sql, rows, sql};
use crate::write::{Change, Entry};
use domain::access::{ManageCourses, Scope, ViewGroups};
use domain::audit::{Action, TargetKind};
use domain::groups::PAGE;
use domain::id::{GroupId, ProgramId, ProgramSessionId};
use domain::programs::{ProgramRefused, SessionDays, SessionRow, SessionView};
use domain::time::Date;
use serde_json::json;

rows! {
    struct Found from "program_sessions" {
        id: ProgramSessionId,
        program_id: ProgramId,
        title: String,
        group_id: GroupId,
        name: String,
        starts_on: Date,
        ends_on: Date,
    }
}

const FOUND: &str =
    "SELECT s.id, s.program_id, p.title, s.group_id, g.name, s.starts_on, s.ends_on FROM program_sessions s
    JOIN programs p ON p.id = s.program_id JOIN \"groups\" g ON g.id = s.group_id WHERE p.organization_id = ";

impl From<Found> for SessionRow {
    fn from(found: Found) -> Self {
        Self {
            id: found.id,
            program: found.title,
            group: (found.group_id, found.name),
            starts_on: found.starts_on,
            ends_on: found.ends_on,
        }
    }
}

/// Keeps a statement over `program_sessions s` within what this person sees: all, those of the groups they run, those they
/// instruct.
pub(super) fn push_scope(statement: &mut Sql, scope: &Scope) {
    let Scope::Part { groups, sessions, .. } = scope else {
        if let Scope::Own(_) = scope {
            statement.push(" AND 1 = 0");
        }
        return;
    };
    statement.push(" AND (1 = 0");
    if !groups.is_empty() {
        statement
            .push(" OR s.group_id IN ")
            .push_list(groups.iter().copied());
    }
    if !sessions.is_empty() {
        statement.push(" OR s.id IN ").push_list(sessions.iter().copied());
    }
    statement.push(")");
}

/// A page of the sessions of a group, the newest first, from before `before`; and whether there are more.
pub async fn sessions_of(
    grant: &Grant<ViewGroups>,
    group: GroupId,
    before: Option<ProgramSessionId>,
) -> Result<(Vec<SessionRow>, bool), Fault> {
    let mut statement = sql(FOUND);
    statement
        .push_bind(grant.organization())
        .push(" AND s.group_id = ")
        .push_bind(group);
    push_scope(&mut statement, grant.scope());
    if let Some(before) = before {
        statement.push(" AND s.id < ").push_bind(before);
    }
    statement.push(" ORDER BY s.id DESC");
    let (found, more) = statement
        .fetch_page::<Found>(PAGE, &mut grant.read().await?)
        .await?;
    Ok((found.into_iter().map(SessionRow::from).collect(), more))
}

/// The sessions that this person instructs, the newest first.
pub async fn own_sessions(grant: &Grant<ViewGroups>) -> Result<Vec<SessionRow>, Fault> {
    let own = &grant.requester().standing().sessions;
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = sql(FOUND);
    statement
        .push_bind(grant.organization())
        .push(" AND s.id IN ")
        .push_list(own.iter().copied())
        .push(" ORDER BY s.id DESC LIMIT ")
        .push_bind(PAGE);
    let found: Vec<Found> = statement.fetch_all(&mut grant.read().await?).await?;
    Ok(found.into_iter().map(SessionRow::from).collect())
}

/// One session that this person sees.
pub async fn session<R>(grant: &Grant<ViewGroups>, id: ProgramSessionId) -> Result<SessionView, Failure<R>> {
    let mut statement = sql(FOUND);
    statement
        .push_bind(grant.organization())
        .push(" AND s.id = ")
        .push_bind(id);
    push_scope(&mut statement, grant.scope());
    let mut reader = grant.read().await?;
    let found: Option<Found> = statement.fetch_optional(&mut reader).await?;
    let found = found.ok_or(Failure::NotFound)?;
    let courses: Vec<(String,)> = sql(
        "SELECT c.title AS value FROM program_courses o JOIN courses c ON c.id = o.course_id
         WHERE o.program_id = $1 ORDER BY o.position",
    )
    .bind(found.program_id)
    .fetch_all(&mut reader)
    .await?;
    Ok(SessionView {
        row: found.into(),
        courses: courses.into_iter().map(|(title,)| title).collect(),
    })
}

/// Makes a session of a program in a group.
pub async fn create_session(
    grant: Grant<ManageCourses>,
    group: GroupId,
    program: ProgramId,
    days: &SessionDays,
) -> Result<ProgramSessionId, Failure<ProgramRefused>> {
    let (starts_on, ends_on) = days.parse().map_err(Failure::Refused)?;
    let mut write = grant.write().await?;
    let organization = write.organization();
    let gone = |what: &str| Failure::Refused(ProgramRefused::Gone(what.to_owned()));
    let there: (i64,) =
        sql("SELECT COUNT(*) AS value FROM \"groups\" WHERE id = $1 AND organization_id = $2")
            .bind(group)
            .bind(organization)
            .fetch_one(&mut write)
            .await?;
    if there.0 == 0 {
        return Err(gone("group"));
    }
    let there: (i64,) = sql("SELECT COUNT(*) AS value FROM programs WHERE id = $1 AND organization_id = $2")
        .bind(program)
        .bind(organization)
        .fetch_one(&mut write)
        .await?;
    if there.0 == 0 {
        return Err(gone("program"));
    }
    let id: ProgramSessionId = write.new_id();
    sql("INSERT INTO program_sessions (id, program_id, group_id, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(program)
        .bind(group)
        .bind(starts_on)
        .bind(ends_on)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::SessionCreated, TargetKind::ProgramSession, id)
        .after(json!({ "program": program, "group": group, "starts_on": starts_on, "ends_on": ends_on }));
    Ok(write.commit(Change::of(id, entry)).await?)
}

/// Moves the days of a session.
pub async fn change_session(
    grant: Grant<ManageCourses>,
    id: ProgramSessionId,
    days: &SessionDays,
) -> Result<(), Failure<ProgramRefused>> {
    let (starts_on, ends_on) = days.parse().map_err(Failure::Refused)?;
    let mut write = grant.write().await?;
    let changed = sql("UPDATE program_sessions SET starts_on = $1, ends_on = $2
         WHERE id = $3 AND program_id IN (SELECT id FROM programs WHERE organization_id = $4)")
    .bind(starts_on)
    .bind(ends_on)
    .bind(id)
    .bind(grant.organization())
    .execute(&mut write)
    .await?;
    if changed == 0 {
        return Err(Failure::NotFound);
    }
    let entry = Entry::new(Action::SessionChanged, TargetKind::ProgramSession, id)
        .after(json!({ "starts_on": starts_on, "ends_on": ends_on }));
    Ok(write.commit(Change::of((), entry)).await?)
}
