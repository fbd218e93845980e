//! What the form that makes a user chooses from.

use crate::access::Grant;
use crate::fault::Failure;
use crate::groups::{self, Places};
use crate::licenses::{self, CourseBrief, License};
use crate::organization;
use domain::access::{CreateUsers, ViewLicenses, ViewUsers};
use domain::licenses::Validity;
use domain::time::Date;
use domain::users::PasswordPolicy;

/// Everything to choose from, and what is asked of the answers.
#[derive(Debug)]
pub struct FormOptions {
    /// Groups, locations, departments, labels.
    pub places: Places,
    /// Licenses that give access, now or later.
    pub licenses: Vec<License>,
    /// Courses.
    pub courses: Vec<CourseBrief>,
    /// What is asked of a typed password.
    pub policy: PasswordPolicy,
    /// The present day.
    pub today: Date,
}

/// What a new user can be given. Whoever creates users sees all of it.
pub async fn form_options<R>(grant: &Grant<CreateUsers>) -> Result<FormOptions, Failure<R>> {
    let today = grant.store().now().date();
    let view = grant.requester().grant::<ViewLicenses>()?;
    let places = groups::places(&grant.requester().grant::<ViewUsers>()?).await?;
    let mut licenses = licenses::list(&view).await?;
    licenses.retain(|license| matches!(license.term.on(today), Validity::Current | Validity::Future));
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    Ok(FormOptions {
        places,
        licenses,
        courses: licenses::courses(&view).await?,
        policy: organization.settings.password_policy,
        today,
    })
}
