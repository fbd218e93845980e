//! What the licenses pages ask the server.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::{ManageLicenses, ViewLicenses, ViewUsers};
use domain::dashboard::LicenseUse;
use domain::id::{CourseId, DepartmentId, GroupId, LicenseId, LocationId, UserId};
use domain::licenses::{
    Give, LedgerKind, LicenseForm, LicenseKind, LicenseRefused, Moved, Pick, Roster, Seats, SeatsRefused,
    Term, Validity,
};
use domain::time::{Date, Timestamp};
use domain::users::{Cursor, UserFilter};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// A license as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseView {
    /// Its id.
    pub id: LicenseId,
    /// Its name.
    pub name: String,
    /// The word it is called by in files.
    pub reference: String,
    /// What happens to started seats.
    pub kind: LicenseKind,
    /// Its seats.
    pub seats: Seats,
    /// When it gives access.
    pub term: Term,
    /// Where it is in its life today.
    pub validity: Validity,
    /// Its courses.
    pub courses: Vec<(CourseId, String)>,
    /// Counts its changes.
    pub version: i64,
    /// The seats in use lately, each time they changed.
    pub days: Vec<(Date, i64)>,
    /// The present day.
    pub today: Date,
}

impl LicenseView {
    /// How its seats were used lately, for the chart.
    pub fn lately(&self) -> LicenseUse {
        LicenseUse {
            id: self.id,
            name: self.name.clone(),
            seats: self.seats,
            days: self.days.clone(),
        }
    }
}

/// A license to change, with the courses there are to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseToChange {
    /// As it is; none for one to be made.
    pub license: Option<LicenseView>,
    /// Every course.
    pub courses: Vec<(CourseId, String)>,
}

/// What the allocator's lists can be narrowed down to, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Places {
    /// Groups.
    pub groups: Vec<(GroupId, String)>,
    /// Locations.
    pub locations: Vec<(LocationId, String)>,
    /// Departments.
    pub departments: Vec<(DepartmentId, String)>,
}

/// The sides of the allocator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// Who holds a seat.
    Holders,
    /// Who could.
    Others,
}

impl Side {
    /// The side to which seats move from this one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Holders => Self::Others,
            Self::Others => Self::Holders,
        }
    }

    /// Of what each side has, this one's.
    pub fn of<T>(self, [holders, others]: [T; 2]) -> T {
        match self {
            Self::Holders => holders,
            Self::Others => others,
        }
    }
}

/// Some of those on both sides of the allocator, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterPart {
    /// They; none if everyone is too many to hold.
    pub people: Option<Roster>,
    /// The last of them, if there are more.
    pub next: Option<Cursor>,
    /// The license's seats.
    pub seats: Seats,
}

/// Some of the people of a side, where there are too many to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// The first of them.
    pub shown: Roster,
    /// How many there are.
    pub count: i64,
}

/// A line of a seat's ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// What happened.
    pub kind: LedgerKind,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Who did it, if it was somebody with an account.
    pub by: Option<String>,
}

/// Every license, archived ones too.
#[server(prefix = "/api", endpoint = "licenses/list", input = Json)]
pub(crate) async fn list_licenses() -> Result<Vec<LicenseView>, ApiError<Never>> {
    let grant = grant::<ViewLicenses, _>()?;
    let today = grant.store().now().date();
    let courses = store::licenses::courses(&grant).await?;
    let licenses = store::licenses::overview(&grant).await?;
    let days = store::licenses::used_lately(&grant, &licenses).await?;
    let views = licenses
        .into_iter()
        .zip(days)
        .map(|(license, days)| LicenseView::of(license, &courses, today, days));
    Ok(views.collect())
}

/// One license.
#[server(prefix = "/api", endpoint = "licenses/license", input = Json)]
pub(crate) async fn license(id: LicenseId) -> Result<LicenseView, ApiError<Never>> {
    let grant = grant::<ViewLicenses, _>()?;
    let today = grant.store().now().date();
    let license = store::licenses::get(&grant, id).await?;
    let courses = store::licenses::courses(&grant).await?;
    let days = store::licenses::used_lately(&grant, std::slice::from_ref(&license)).await?;
    let days = days.into_iter().flatten().collect();
    Ok(LicenseView::of(license, &courses, today, days))
}

/// What the form of a license begins with.
#[server(prefix = "/api", endpoint = "licenses/form", input = Json)]
pub(crate) async fn load_license_form(id: Option<LicenseId>) -> Result<LicenseToChange, ApiError<Never>> {
    grant::<ManageLicenses, Never>()?;
    let license = match id {
        Some(id) => Some(license(id).await?),
        None => None,
    };
    let courses = store::licenses::courses(&grant::<ViewLicenses, _>()?).await?;
    let courses = courses
        .into_iter()
        .map(|course| (course.id, course.title))
        .collect();
    Ok(LicenseToChange { license, courses })
}

/// Makes a license.
#[server(prefix = "/api", endpoint = "licenses/create", input = Json)]
pub(crate) async fn create_license(form: LicenseForm) -> Result<LicenseId, ApiError<LicenseRefused>> {
    let grant = grant::<ManageLicenses, _>()?;
    Ok(store::licenses::create(grant, form).await?)
}

/// Changes a license that is still at the version the person saw.
#[server(prefix = "/api", endpoint = "licenses/change", input = Json)]
pub(crate) async fn change_license(
    id: LicenseId,
    version: i64,
    form: LicenseForm,
) -> Result<(), ApiError<LicenseRefused>> {
    let grant = grant::<ManageLicenses, _>()?;
    Ok(store::licenses::change(grant, id, version, form).await?)
}

/// Archives a license, or takes it out of the archive.
#[server(prefix = "/api", endpoint = "licenses/archive", input = Json)]
pub(crate) async fn archive_license(id: LicenseId, archived: bool) -> Result<(), ApiError<LicenseRefused>> {
    let grant = grant::<ManageLicenses, _>()?;
    if archived {
        store::licenses::archive(grant, id).await?;
    } else {
        store::licenses::unarchive(grant, id).await?;
    }
    Ok(())
}

/// What the allocator's lists can be narrowed down to.
#[server(prefix = "/api", endpoint = "licenses/places", input = Json)]
pub(crate) async fn license_places() -> Result<Places, ApiError<Never>> {
    grant::<ViewLicenses, Never>()?;
    let places = store::groups::places(&grant::<ViewUsers, _>()?).await?;
    Ok(Places {
        groups: places.groups,
        locations: places.locations,
        departments: places.departments,
    })
}

/// Everyone who holds a seat or could, part by part.
#[server(prefix = "/api", endpoint = "licenses/roster", input = Json)]
pub(crate) async fn load_roster(id: LicenseId, after: Option<Cursor>) -> Result<RosterPart, ApiError<Never>> {
    let grant = grant::<ViewLicenses, _>()?;
    let part = store::licenses::roster(grant.clone(), id, after.as_ref()).await?;
    let seats = store::licenses::get(&grant, id).await?.seats;
    let (people, next) = part.map_or((None, None), |part| (Some(part.people), part.next));
    Ok(RosterPart { people, next, seats })
}

/// The first of those of a side who match.
#[server(prefix = "/api", endpoint = "licenses/people", input = Json)]
pub(crate) async fn load_people(
    id: LicenseId,
    side: Side,
    filter: UserFilter,
) -> Result<People, ApiError<Never>> {
    let grant = grant::<ViewLicenses, _>()?;
    let people = store::licenses::people(grant, id, side.into(), &filter).await?;
    Ok(People {
        shown: people.shown,
        count: people.count,
    })
}

/// Gives seats.
#[server(prefix = "/api", endpoint = "licenses/give", input = Json)]
pub(crate) async fn give_seats(id: LicenseId, give: Give) -> Result<Moved, ApiError<SeatsRefused>> {
    let grant = grant::<ManageLicenses, _>()?;
    Ok(store::licenses::give(grant, id, give).await?)
}

/// Takes seats back.
#[server(prefix = "/api", endpoint = "licenses/take-back", input = Json)]
pub(crate) async fn take_back_seats(id: LicenseId, from: Pick) -> Result<Moved, ApiError<SeatsRefused>> {
    let grant = grant::<ManageLicenses, _>()?;
    Ok(store::licenses::take_back(grant, id, from).await?)
}

/// What happened to the seats a user had of a license, newest first.
#[server(prefix = "/api", endpoint = "licenses/history", input = Json)]
pub(crate) async fn seat_history(id: LicenseId, user: UserId) -> Result<Vec<LedgerLine>, ApiError<Never>> {
    let grant = grant::<ViewLicenses, _>()?;
    let lines = store::licenses::history(grant, id, user).await?;
    Ok(lines.into_iter().map(LedgerLine::from).collect())
}

#[cfg(feature = "ssr")]
mod from_store {
    use super::{LedgerLine, LicenseView, Side};
    use domain::time::Date;
    use store::licenses::{CourseBrief, License};

    impl LicenseView {
        pub(super) fn of(
            license: License,
            courses: &[CourseBrief],
            today: Date,
            days: Vec<(Date, i64)>,
        ) -> Self {
            // In the order of the titles, which is that of `courses`.
            let own = courses
                .iter()
                .filter(|course| license.courses.contains(&course.id));
            Self {
                validity: license.term.on(today),
                courses: own.map(|course| (course.id, course.title.clone())).collect(),
                id: license.id,
                name: license.name,
                reference: license.reference,
                kind: license.kind,
                seats: license.seats,
                term: license.term,
                version: license.version,
                days,
                today,
            }
        }
    }

    impl From<Side> for store::licenses::Side {
        fn from(side: Side) -> Self {
            match side {
                Side::Holders => Self::Holders,
                Side::Others => Self::Others,
            }
        }
    }

    impl From<store::licenses::LedgerLine> for LedgerLine {
        fn from(line: store::licenses::LedgerLine) -> Self {
            Self {
                kind: line.kind,
                reason: line.reason,
                at: line.at,
                by: line.actor.and_then(|(_, name)| name),
            }
        }
    }
}
