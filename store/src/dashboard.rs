//! The dashboard: counters, and counts by index that stop at a thousand. Nothing here grows with the organization.

use crate::access::Grant;
use crate::fault::Fault;
use crate::licenses::days;
use crate::sql::{Connection, Sql, rows, sql};
use crate::users::{COUNTED, count_matching};
use crate::{Requester, invitations};
use domain::access::{
    ApproveUsers, ImportUsers, InviteUsers, Scope, UseConsole, ViewLicenses, ViewMessages, ViewUsers,
};
use domain::dashboard::{CHART_DAYS, Dashboard, LicenseUse};
use domain::id::{LicenseId, OrganizationId};
use domain::invitations::InvitationFilter;
use domain::licenses::Seats;
use domain::tally::Tally;
use domain::time::Date;
use domain::users::{UserFilter, UserState};

/// Licenses that are shown; the page of licenses has them all.
const LICENSES: i64 = 8;

rows! {
    struct Counter from "user_counts" { state: UserState, users: i64, billable: i64, user_cap: Option<i64> }
    struct License from "licenses" { id: LicenseId, name: String, purchased: i64, allocated: i64, reserved: i64 }
}

/// The dashboard, as far as the viewer may see each part of it.
pub async fn dashboard(grant: &Grant<UseConsole>) -> Result<Dashboard, Fault> {
    let viewer = grant.requester();
    let organization = grant.organization();
    let today = grant.store().now().date();
    let on = &mut grant.read().await?;
    let mut dashboard = Dashboard {
        today,
        states: Vec::new(),
        cap: None,
        billable: None,
        licenses: None,
        approvals: None,
        expiring: None,
        asked: None,
        imports: None,
        deletions: Tally::default(),
        failed: None,
        overdue: Tally::default(),
    };
    if let Ok(users) = viewer.grant::<ViewUsers>() {
        people(on, &users, &mut dashboard).await?;
    }
    if viewer.grant::<ApproveUsers>().is_ok() {
        let pending = dashboard
            .states
            .iter()
            .find(|(state, _)| *state == UserState::Pending);
        dashboard.approvals = pending.map(|(_, tally)| *tally);
    }
    if viewer.grant::<ViewLicenses>().is_ok() {
        dashboard.licenses = Some(licenses(on, organization, today).await?);
    }
    if let Ok(invite) = viewer.grant::<InviteUsers>() {
        let waiting = |asked| InvitationFilter {
            asked,
            expiring: !asked,
            ..InvitationFilter::default()
        };
        let expiring = invitations::count(on, &invite, &waiting(false), COUNTED).await?;
        let asked = invitations::count(on, &invite, &waiting(true), COUNTED).await?;
        dashboard.expiring = Some(Tally::up_to(COUNTED, expiring));
        dashboard.asked = Some(Tally::up_to(COUNTED, asked));
    }
    dashboard.imports = bounded::<ImportUsers>(
        on,
        viewer,
        "SELECT 1 FROM imports WHERE state = 'applying' AND organization_id = ",
    )
    .await?;
    dashboard.failed = bounded::<ViewMessages>(
        on,
        viewer,
        "SELECT 1 FROM messages WHERE state = 'failed' AND organization_id = ",
    )
    .await?;
    Ok(dashboard)
}

/// Users by state, and those who wait for something: of the whole organization by its counters and indexes, of a part of it
/// by counting that part.
async fn people(
    on: &mut crate::Reader,
    grant: &Grant<ViewUsers>,
    dashboard: &mut Dashboard,
) -> Result<(), Fault> {
    let whole = *grant.scope() == Scope::Organization;
    if whole {
        let counters: Vec<Counter> = sql(
            "SELECT c.state, c.users, c.billable, o.user_cap FROM user_counts c
             JOIN organizations o ON o.id = c.organization_id WHERE c.organization_id = $1",
        )
        .bind(grant.organization())
        .fetch_all(on)
        .await?;
        for counter in counters {
            dashboard
                .states
                .push((counter.state, Tally::exact(counter.users)));
            if counter.state == UserState::Active {
                dashboard.billable = u64::try_from(counter.billable).ok();
                dashboard.cap = counter.user_cap.and_then(|cap| u64::try_from(cap).ok());
            }
        }
        dashboard.states.sort_unstable_by_key(|(state, _)| *state);
    } else {
        for state in UserState::ALL {
            let filter = UserFilter {
                states: vec![state],
                ..UserFilter::default()
            };
            let count = count_matching(grant, on, &filter).await?;
            dashboard.states.push((state, count));
        }
    }
    let deletions = UserFilter {
        deletion_to: Some(dashboard.deletion_to()),
        ..UserFilter::default()
    };
    dashboard.deletions = count_matching(grant, on, &deletions).await?;
    let overdue = UserFilter {
        due_to: Some(dashboard.due_to()),
        ..UserFilter::default()
    };
    dashboard.overdue = count_matching(grant, on, &overdue).await?;
    Ok(())
}

/// What a statement finds, counted so far; `None` for who may not see it. The organization's id follows the statement.
async fn bounded<P: domain::access::Permission>(
    on: &mut impl Connection,
    viewer: &Requester,
    rows: &'static str,
) -> Result<Option<Tally>, Fault> {
    if viewer.grant::<P>().is_err() {
        return Ok(None);
    }
    let mut statement: Sql = sql("SELECT COUNT(*) AS value FROM (");
    statement
        .push(rows)
        .push_bind(viewer.organization())
        .push(" LIMIT ")
        .push_bind(COUNTED)
        .push(") counted");
    let (count,) = statement.fetch_one(on).await?;
    Ok(Some(Tally::up_to(COUNTED, count)))
}

/// Licenses that give access or will, the fullest first, each with how its seats were used lately.
async fn licenses(
    on: &mut impl Connection,
    organization: OrganizationId,
    today: Date,
) -> Result<Vec<LicenseUse>, Fault> {
    let found: Vec<License> = sql(
        "SELECT id, name, purchased, allocated, reserved FROM licenses
         WHERE organization_id = $1 AND archived_at IS NULL AND valid_to >= $2
         ORDER BY (allocated + reserved) * 1000 / CASE WHEN purchased > 0 THEN purchased ELSE 1 END DESC, name, id LIMIT $3",
    )
    .bind(organization)
    .bind(today)
    .bind(LICENSES)
    .fetch_all(on)
    .await?;
    let ids: Vec<LicenseId> = found.iter().map(|license| license.id).collect();
    let days = days::since(on, &ids, today.plus_days(-CHART_DAYS)).await?;
    let of = |license: LicenseId| {
        let own = days.iter().filter(move |day| day.license_id == license);
        own.map(|day| (day.day, day.used)).collect()
    };
    Ok(found
        .into_iter()
        .map(|license| LicenseUse {
            id: license.id,
            name: license.name,
            seats: Seats {
                purchased: license.purchased,
                allocated: license.allocated,
                reserved: license.reserved,
            },
            days: of(license.id),
        })
        .collect())
}
