//! Who instructs and who learns in a session. Whoever joins one joins its group as well.

use super::sessions::{push_scope, session};
use crate::access::Grant;
use crate::fault::Failure;
use crate::groups::{Holding, member};
use crate::sql::{rows, sql};
use crate::users::{Person, named};
use crate::write::{Change, Entry};
use domain::access::{GroupRole, ManageCourses, ViewGroups};
use domain::audit::{Action, TargetKind};
use domain::groups::{MemberRow, PAGE};
use domain::id::{GroupId, ProgramSessionId, UserId};
use domain::programs::{ProgramRefused, is_session_role};
use serde_json::json;

rows! {
    struct Place from "program_sessions" { group_id: GroupId }
}

/// A page of those with a role in a session that this person sees, from after `after`; and whether there are more.
pub async fn members<R>(
    grant: &Grant<ViewGroups>,
    id: ProgramSessionId,
    role: GroupRole,
    after: Option<UserId>,
) -> Result<(Vec<MemberRow>, bool), Failure<R>> {
    session(grant, id).await?;
    let mut statement = sql(
        "SELECT u.id, u.first_name, u.last_name, u.email, u.username, u.state, m.role
         FROM program_session_members m JOIN program_sessions s ON s.id = m.program_session_id
         JOIN users u ON u.id = m.user_id WHERE m.program_session_id = ",
    );
    statement.push_bind(id).push(" AND m.role = ").push_bind(role);
    push_scope(&mut statement, grant.scope());
    if let Some(after) = after {
        statement.push(" AND m.user_id > ").push_bind(after);
    }
    statement.push(" ORDER BY m.user_id");
    let (found, more) = statement
        .fetch_page::<(Person, Holding)>(PAGE, &mut grant.read().await?)
        .await?;
    Ok((found.into_iter().map(member).collect(), more))
}

/// Puts somebody into a session by email or username, or gives them another role there.
pub async fn join(
    grant: Grant<ManageCourses>,
    id: ProgramSessionId,
    login: &str,
    role: GroupRole,
) -> Result<(), Failure<ProgramRefused>> {
    if !is_session_role(role) {
        return Err(Failure::NotFound);
    }
    let mut write = grant.write().await?;
    let place: Option<Place> = sql(
        "SELECT s.group_id FROM program_sessions s JOIN programs p ON p.id = s.program_id
         WHERE s.id = $1 AND p.organization_id = $2",
    )
    .bind(id)
    .bind(grant.organization())
    .fetch_optional(&mut write)
    .await?;
    let place = place.ok_or(Failure::NotFound)?;
    let Some(user) = named(&mut write, grant.organization(), login).await? else {
        return Err(Failure::Refused(ProgramRefused::Nobody));
    };
    let changed = sql(
        "INSERT INTO program_session_members (program_session_id, user_id, role) VALUES ($1, $2, $3)
         ON CONFLICT (program_session_id, user_id) DO UPDATE SET role = excluded.role
         WHERE program_session_members.role <> excluded.role",
    )
    .bind(id)
    .bind(user)
    .bind(role)
    .execute(&mut write)
    .await?;
    if changed == 0 {
        return Ok(write.unchanged(()).await?);
    }
    sql("INSERT INTO group_members (group_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(place.group_id)
        .bind(user)
        .bind(role)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::SessionJoined, TargetKind::User, user)
        .after(json!({ "session": id, "role": role }));
    Ok(write.commit(Change::of((), entry)).await?)
}

/// Takes somebody out of a session; the group they stay in.
pub async fn leave(
    grant: Grant<ManageCourses>,
    id: ProgramSessionId,
    user: UserId,
) -> Result<(), Failure<ProgramRefused>> {
    let mut write = grant.write().await?;
    let gone = sql(
        "DELETE FROM program_session_members WHERE program_session_id = $1 AND user_id = $2
         AND EXISTS (SELECT 1 FROM users u WHERE u.id = $2 AND u.organization_id = $3)",
    )
    .bind(id)
    .bind(user)
    .bind(grant.organization())
    .execute(&mut write)
    .await?;
    if gone == 0 {
        return Ok(write.unchanged(()).await?);
    }
    let entry = Entry::new(Action::SessionLeft, TargetKind::User, user).before(json!({ "session": id }));
    Ok(write.commit(Change::of((), entry)).await?)
}
