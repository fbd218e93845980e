//! Whoever was invited and has not registered, for support: they have no account that could be found.

use super::list::{COLUMNS, FROM, Found, groups, push_search, row};
use super::reach::out_of_reach;
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::sql;
use crate::support::MOST;
use domain::access::{InviteUsers, SetPasswords};
use domain::invitations::InvitationRow;

/// Open invitations to addresses with every word of the search in them, the newest first. Whoever may not invite sees them, with
/// the reason why nothing can be done about them.
pub async fn waiting(grant: &Grant<SetPasswords>, search: &str) -> Result<Vec<InvitationRow>, Fault> {
    let mut statement = sql(COLUMNS);
    statement
        .push(FROM)
        .push_bind(grant.organization())
        .push(" AND i.state = 'open'");
    for word in search.split_whitespace() {
        push_search(&mut statement, word);
    }
    statement.push(" ORDER BY i.id DESC LIMIT ").push_bind(MOST);
    let mut reader = grant.read().await?;
    let found: Vec<Found> = statement.fetch_all(&mut reader).await?;
    let groups = groups(&mut reader, &found).await?;
    let inviting = grant.requester().grant::<InviteUsers>();
    let rows = found.into_iter().map(|found| {
        let denied = match &inviting {
            Ok(grant) => out_of_reach(grant, found.role, found.invited_by),
            Err(denied) => Some(denied.clone()),
        };
        row(found, &groups, denied)
    });
    rows.collect()
}
