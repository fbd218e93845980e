//! What an invitation can offer, to choose from.

use super::invite::scope;
use crate::access::Grant;
use crate::fault::Failure;
use crate::groups::{self, Places};
use crate::licenses::{self, CourseBrief, License};
use crate::organization;
use domain::access::{InviteUsers, ViewLicenses, ViewUsers};
use domain::invitations::{InviteRefused, OfferScope};
use domain::licenses::Validity;
use domain::time::Date;
use domain::users::Language;

/// Everything to choose from, and how far the right to choose reaches.
#[derive(Debug)]
pub struct InviteOptions {
    /// How far the inviter's right reaches.
    pub scope: OfferScope,
    /// Groups, departments and labels that may be offered.
    pub places: Places,
    /// Licenses that give access, now or later; none for those who invite into their groups alone.
    pub licenses: Vec<License>,
    /// Courses.
    pub courses: Vec<CourseBrief>,
    /// How long an invitation is open, in days.
    pub days: u16,
    /// The language of those for whom none is chosen.
    pub language: Language,
    /// The present day.
    pub today: Date,
}

/// What this inviter can offer.
pub async fn options(grant: &Grant<InviteUsers>) -> Result<InviteOptions, Failure<InviteRefused>> {
    let today = grant.store().now().date();
    let scope = scope(grant).await?;
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    let mut places = groups::places(&grant.requester().grant::<ViewUsers>()?).await?;
    let (mut licenses, mut courses) = (Vec::new(), Vec::new());
    if let OfferScope::Groups {
        administered,
        instructed,
    } = &scope
    {
        places
            .groups
            .retain(|(group, _)| administered.contains(group) || instructed.contains(group));
        places.departments.clear();
        places.labels.clear();
    } else {
        let view = grant.requester().grant::<ViewLicenses>()?;
        licenses = licenses::list(&view).await?;
        licenses.retain(|license| matches!(license.term.on(today), Validity::Current | Validity::Future));
        courses = licenses::courses(&view).await?;
    }
    Ok(InviteOptions {
        scope,
        places,
        licenses,
        courses,
        days: organization.settings.invitation_days,
        language: organization.settings.language,
        today,
    })
}
