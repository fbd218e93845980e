//! Making and renaming groups. Names are unique without regard to case and accents.

use crate::access::Grant;
use crate::fault::Failure;
use crate::sql::sql;
use crate::write::{Change, Entry};
use domain::access::ManageGroups;
use domain::audit::{Action, TargetKind};
use domain::groups::{GroupRefused, parse_name};
use domain::id::GroupId;
use domain::text::fold;
use serde_json::json;

/// Makes a group.
pub async fn create(grant: Grant<ManageGroups>, name: &str) -> Result<GroupId, Failure<GroupRefused>> {
    let name = parse_name(name).map_err(|error| Failure::Refused(GroupRefused::Name(error)))?;
    let mut write = grant.write().await?;
    let (id, organization, now): (GroupId, _, _) = (write.new_id(), write.organization(), write.now());
    sql("INSERT INTO \"groups\" (id, organization_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(organization)
        .bind(name.as_str())
        .bind(fold(&name))
        .bind(now)
        .execute(&mut write)
        .await
        .map_err(|fault| fault.or_taken(GroupRefused::NameTaken))?;
    let entry = Entry::new(Action::GroupCreated, TargetKind::Group, id).after(json!({ "name": name }));
    Ok(write.commit(Change::of(id, entry)).await?)
}

/// Gives a group another name.
pub async fn rename(
    grant: Grant<ManageGroups>,
    id: GroupId,
    name: &str,
) -> Result<(), Failure<GroupRefused>> {
    let name = parse_name(name).map_err(|error| Failure::Refused(GroupRefused::Name(error)))?;
    let mut write = grant.write().await?;
    let organization = write.organization();
    let before: Option<(String,)> =
        sql("SELECT name AS value FROM \"groups\" WHERE id = $1 AND organization_id = $2")
            .bind(id)
            .bind(organization)
            .fetch_optional(&mut write)
            .await?;
    let (before,) = before.ok_or(Failure::NotFound)?;
    if before == name {
        return Ok(write.unchanged(()).await?);
    }
    sql("UPDATE \"groups\" SET name = $1, name_key = $2 WHERE id = $3")
        .bind(name.as_str())
        .bind(fold(&name))
        .bind(id)
        .execute(&mut write)
        .await
        .map_err(|fault| fault.or_taken(GroupRefused::NameTaken))?;
    let entry = Entry::new(Action::GroupRenamed, TargetKind::Group, id)
        .before(json!({ "name": before }))
        .after(json!({ "name": name }));
    Ok(write.commit(Change::of((), entry)).await?)
}
