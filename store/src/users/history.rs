//! What happened to one user, newest first: the audit of this person, as far as somebody may read it.

use crate::access::Grant;
use crate::audit;
use crate::fault::Failure;
use domain::access::{ViewAudit, ViewUsers};
use domain::audit::AuditPage;
use domain::id::{AuditId, UserId};

/// A page of what happened to a user, from before a line on.
pub async fn history<R>(
    grant: Grant<ViewAudit>,
    user: UserId,
    before: Option<AuditId>,
) -> Result<AuditPage, Failure<R>> {
    let view = grant.requester().grant::<ViewUsers>()?;
    if super::these(&view, &[user]).await?.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(audit::of_user(&grant, user, before).await?)
}
