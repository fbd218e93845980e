//! One invitation: what it offers, and every message about it.

use super::list::{COLUMNS, FROM, Found, groups, row};
use super::reach::{out_of_reach, push_scope};
use crate::access::Grant;
use crate::fault::Failure;
use crate::messages;
use crate::sql::{rows, sql};
use domain::access::{GroupRole, InviteUsers};
use domain::id::InvitationId;
use domain::invitations::{InvitationView, InviteRefused};
use domain::time::Date;
use domain::users::Language;

rows! {
    struct Offered from "invitations" {
        group_role: GroupRole,
        language: Language,
        department: Option<String>,
        label: Option<String>,
        deletion_date: Option<Date>,
    }
}

/// An invitation, if this person sees it.
pub async fn open(
    grant: Grant<InviteUsers>,
    id: InvitationId,
) -> Result<InvitationView, Failure<InviteRefused>> {
    let mut reader = grant.read().await?;
    let mut statement = sql(COLUMNS);
    statement
        .push(FROM)
        .push_bind(grant.organization())
        .push(" AND i.id = ")
        .push_bind(id);
    push_scope(&mut statement, &grant);
    let found: Found = statement
        .fetch_optional(&mut reader)
        .await?
        .ok_or(Failure::NotFound)?;
    let found = vec![found];
    let groups = groups(&mut reader, &found).await?;
    let rows: Result<Vec<_>, _> = found
        .into_iter()
        .map(|found| {
            let denied = out_of_reach(&grant, found.role, found.invited_by);
            row(found, &groups, denied)
        })
        .collect();
    let row = rows?.pop().ok_or(Failure::NotFound)?;
    let offered: Offered = sql(
        "SELECT i.group_role, i.language, d.name AS department, l.name AS label, i.deletion_date FROM invitations i
         LEFT JOIN departments d ON d.id = i.department_id LEFT JOIN labels l ON l.id = i.label_id WHERE i.id = $1",
    )
    .bind(id)
    .fetch_one(&mut reader)
    .await?;
    let courses: Vec<(String,)> = sql(
        "SELECT c.title AS value FROM invitation_courses o JOIN courses c ON c.id = o.course_id
         WHERE o.invitation_id = $1 ORDER BY c.title",
    )
    .bind(id)
    .fetch_all(&mut reader)
    .await?;
    let messages = messages::of_invitation(&mut reader, grant.organization(), id).await?;
    Ok(InvitationView {
        row,
        group_role: offered.group_role,
        language: offered.language,
        department: offered.department,
        label: offered.label,
        deletion_date: offered.deletion_date,
        courses: courses.into_iter().map(|(title,)| title).collect(),
        messages,
    })
}
