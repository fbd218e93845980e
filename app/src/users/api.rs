//! What the users pages ask the server.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::{CreateUsers, ViewCourses, ViewLicenses, ViewUsers};
use domain::id::{BundleId, CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId, UserId};
use domain::time::{Date, Timestamp};
use domain::users::{
    Cursor, FormRefused, HeldAnswer, HeldQuestion, PageAt, PasswordPolicy, UserFilter, UserForm, UserSummary,
};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// Rows of a page of the list.
pub(crate) const PAGE: u8 = 50;

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserList {
    /// The rows.
    pub users: Vec<UserSummary>,
    /// The first row, if there is a page before it.
    pub previous: Option<Cursor>,
    /// The last row, if there is a page after it.
    pub next: Option<Cursor>,
    /// How many match; when there are `more`, counting stopped here.
    pub count: u64,
    /// Whether there are more than were counted.
    pub more: bool,
    /// When this was so.
    pub now: Timestamp,
}

/// The names behind the ids in rows and filters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names {
    /// Groups.
    pub groups: Vec<(GroupId, String)>,
    /// Locations.
    pub locations: Vec<(LocationId, String)>,
    /// Departments.
    pub departments: Vec<(DepartmentId, String)>,
    /// Labels.
    pub labels: Vec<(LabelId, String)>,
    /// Licenses; none for those who may not see them.
    pub licenses: Vec<(LicenseId, String)>,
    /// Courses that are not archived; none for those who may not see them.
    pub courses: Vec<(CourseId, String)>,
    /// Bundles that are not archived, with their courses; none for those who may not see them.
    pub bundles: Vec<(BundleId, String, Vec<CourseId>)>,
    /// Whether anyone can be deleted, not only users who never signed in.
    pub erase_anyone: bool,
}

/// A license to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseOption {
    /// Its id.
    pub id: LicenseId,
    /// Its name.
    pub name: String,
    /// Its free seats.
    pub free: u64,
    /// Its courses.
    pub courses: Vec<(CourseId, String)>,
}

/// What the form that makes a user chooses from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormChoices {
    /// Groups, locations, departments, labels.
    pub names: Names,
    /// Licenses that give access, now or later.
    pub licenses: Vec<LicenseOption>,
    /// What is asked of a typed password.
    pub policy: PasswordPolicy,
    /// The present day.
    pub today: Date,
}

/// A page of the users that match a filter and may be seen.
#[server(prefix = "/api", endpoint = "users/list", input = Json)]
pub(crate) async fn list_users(filter: UserFilter, at: PageAt) -> Result<UserList, ApiError<Never>> {
    let grant = grant::<ViewUsers, _>()?;
    let now = grant.store().now();
    let page = store::users::list(grant, &filter, &at, i64::from(PAGE)).await?;
    Ok(UserList::of(page, now))
}

/// What has changed in the list since the browser asked before, if it holds the list whole.
#[server(prefix = "/api", endpoint = "users/held", input = Json)]
pub(crate) async fn held_users(question: HeldQuestion) -> Result<HeldAnswer, ApiError<Never>> {
    Ok(store::users::held(grant::<ViewUsers, _>()?, &question).await?)
}

/// The names behind the ids in rows and filters.
#[server(prefix = "/api", endpoint = "users/names", input = Json)]
pub(crate) async fn user_names() -> Result<Names, ApiError<Never>> {
    let grant = grant::<ViewUsers, _>()?;
    let places = store::users::places(&grant).await?;
    let (licenses, courses) = match grant.requester().grant::<ViewLicenses>() {
        Ok(grant) => (
            store::licenses::list(&grant).await?,
            store::licenses::courses(&grant).await?,
        ),
        Err(_) => (Vec::new(), Vec::new()),
    };
    let bundles = match grant.requester().grant::<ViewCourses>() {
        Ok(grant) => store::courses::bundles(&grant).await?,
        Err(_) => Vec::new(),
    };
    let bundles = bundles
        .into_iter()
        .filter(|bundle| !bundle.archived)
        .map(|bundle| {
            let courses = bundle.courses.into_iter().map(|(course, _)| course);
            (bundle.id, bundle.title, courses.collect())
        });
    let licenses = licenses.into_iter().map(|license| (license.id, license.name));
    let courses = courses.into_iter().map(|course| (course.id, course.title));
    Ok(Names {
        licenses: licenses.collect(),
        courses: courses.collect(),
        bundles: bundles.collect(),
        erase_anyone: store::users::erase_anyone(&grant).await?,
        ..Names::of(places)
    })
}

/// What the form that makes a user chooses from.
#[server(prefix = "/api", endpoint = "users/form-options", input = Json)]
pub(crate) async fn form_options() -> Result<FormChoices, ApiError<Never>> {
    let grant = grant::<CreateUsers, _>()?;
    let options = store::users::form_options(&grant).await?;
    Ok(FormChoices::of(options))
}

/// Creates a user.
#[server(prefix = "/api", endpoint = "users/create", input = Json)]
pub(crate) async fn create_user(form: UserForm) -> Result<UserId, ApiError<FormRefused>> {
    let grant = grant::<CreateUsers, _>()?;
    Ok(store::users::create_from_form(grant, form).await?)
}

#[cfg(feature = "ssr")]
mod from_store {
    use super::{FormChoices, LicenseOption, Names, UserList};
    use domain::time::Timestamp;
    use store::groups::Places;
    use store::licenses::{CourseBrief, License};
    use store::users::UserPage;

    impl UserList {
        pub(super) fn of(page: UserPage, now: Timestamp) -> Self {
            Self {
                users: page.users,
                previous: page.previous,
                next: page.next,
                count: page.count.count,
                more: page.count.more,
                now,
            }
        }
    }

    impl Names {
        pub(crate) fn of(places: Places) -> Self {
            Self {
                groups: places.groups,
                locations: places.locations,
                departments: places.departments,
                labels: places.labels,
                ..Self::default()
            }
        }
    }

    impl LicenseOption {
        /// Licenses with the titles of their courses.
        pub(crate) fn each(licenses: &[License], courses: &[CourseBrief]) -> Vec<Self> {
            let title = |id| {
                let course = courses.iter().find(|course| course.id == id)?;
                Some((id, course.title.clone()))
            };
            let option = |license: &License| Self {
                id: license.id,
                name: license.name.clone(),
                free: u64::try_from(license.seats.free()).unwrap_or(0),
                courses: license.courses.iter().copied().filter_map(title).collect(),
            };
            licenses.iter().map(option).collect()
        }
    }

    impl FormChoices {
        pub(super) fn of(options: store::users::FormOptions) -> Self {
            Self {
                licenses: LicenseOption::each(&options.licenses, &options.courses),
                names: Names::of(options.places),
                policy: options.policy,
                today: options.today,
            }
        }
    }
}
