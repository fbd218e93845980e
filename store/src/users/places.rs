//! The names that the users list is filtered by and shows in its columns, and what it must know of the settings.

use crate::access::Grant;
use crate::fault::Fault;
use crate::groups::{self, Places};
use crate::organization;
use domain::access::{Scope, ViewUsers};

/// Groups, locations, departments and labels, sorted by name. Who sees a part of the organization sees the names of their
/// own groups only.
pub async fn places(grant: &Grant<ViewUsers>) -> Result<Places, Fault> {
    let mut places = groups::places(grant).await?;
    if *grant.scope() != Scope::Organization {
        let own = &grant.requester().standing().groups;
        places
            .groups
            .retain(|(group, _)| own.iter().any(|(own, _)| own == group));
    }
    Ok(places)
}

/// Whether anyone can be deleted, not only users who never signed in.
pub async fn erase_anyone(grant: &Grant<ViewUsers>) -> Result<bool, Fault> {
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    Ok(organization.settings.erase_anyone)
}
