//! The list of groups, one of them, and who is in it.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Sql, containing, rows, sql};
use crate::users::Person;
use domain::access::{GroupRole, Scope, ViewGroups};
use domain::groups::{COUNTED, GroupRow, MemberRow, PAGE};
use domain::id::{GroupId, UserId};
use domain::text::fold;

rows! {
    struct Found from "groups" { id: GroupId, name: String, name_key: String, members: i64 }
    /// In what role somebody is there.
    pub(crate) struct Holding from "group_members" { role: GroupRole }
}

/// Somebody who is in a group or a session.
pub(crate) fn member((person, holding): (Person, Holding)) -> MemberRow {
    MemberRow {
        id: person.id,
        name: person.name(),
        contact: person.contact(),
        state: person.state,
        role: holding.role,
    }
}

/// Keeps a statement over `"groups" g` within what this person sees: all, or the groups they run.
fn push_scope(statement: &mut Sql, scope: &Scope) {
    match scope {
        Scope::Organization => {}
        Scope::Part { groups, .. } if !groups.is_empty() => {
            statement.push(" AND g.id IN ").push_list(groups.iter().copied());
        }
        Scope::Part { .. } | Scope::Own(_) => {
            statement.push(" AND 1 = 0");
        }
    }
}

/// A page of groups with this in their name, by name, from after `after`; and whether there are more.
pub async fn list(
    grant: &Grant<ViewGroups>,
    search: &str,
    after: Option<&str>,
) -> Result<(Vec<GroupRow>, bool), Fault> {
    let mut statement = sql(
        "SELECT g.id, g.name, g.name_key, (SELECT COUNT(*) FROM (SELECT 1 FROM group_members m WHERE m.group_id = g.id LIMIT ",
    );
    statement
        .push_bind(COUNTED + 1)
        .push(") counted) AS members FROM \"groups\" g WHERE g.organization_id = ")
        .push_bind(grant.organization());
    push_scope(&mut statement, grant.scope());
    let search = fold(search.trim());
    if !search.is_empty() {
        statement
            .push(" AND g.name_key LIKE ")
            .push_bind(containing(&search))
            .push(" ESCAPE '\\'");
    }
    if let Some(after) = after {
        statement.push(" AND g.name_key > ").push_bind(after);
    }
    statement.push(" ORDER BY g.name_key");
    let (found, more) = statement
        .fetch_page::<Found>(PAGE, &mut grant.read().await?)
        .await?;
    let rows = found.into_iter().map(|found| GroupRow {
        id: found.id,
        name: found.name,
        key: found.name_key,
        members: found.members,
    });
    Ok((rows.collect(), more))
}

/// The name of a group that this person sees.
pub async fn name<R>(grant: &Grant<ViewGroups>, id: GroupId) -> Result<String, Failure<R>> {
    let mut statement = sql("SELECT g.name AS value FROM \"groups\" g WHERE g.organization_id = ");
    statement
        .push_bind(grant.organization())
        .push(" AND g.id = ")
        .push_bind(id);
    push_scope(&mut statement, grant.scope());
    let found: Option<(String,)> = statement.fetch_optional(&mut grant.read().await?).await?;
    found.map(|(name,)| name).ok_or(Failure::NotFound)
}

/// A page of those who are in a group that this person sees, in the order of joining the organization, from after `after`; and
/// whether there are more.
pub async fn members<R>(
    grant: &Grant<ViewGroups>,
    id: GroupId,
    after: Option<UserId>,
) -> Result<(Vec<MemberRow>, bool), Failure<R>> {
    name(grant, id).await?;
    let mut statement = sql(
        "SELECT u.id, u.first_name, u.last_name, u.email, u.username, u.state, m.role
         FROM group_members m JOIN users u ON u.id = m.user_id WHERE m.group_id = ",
    );
    statement.push_bind(id);
    if let Some(after) = after {
        statement.push(" AND m.user_id > ").push_bind(after);
    }
    statement.push(" ORDER BY m.user_id");
    let (found, more) = statement
        .fetch_page::<(Person, Holding)>(PAGE, &mut grant.read().await?)
        .await?;
    Ok((found.into_iter().map(member).collect(), more))
}
