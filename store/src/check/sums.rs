//! Counters against what they count. Each comparison is one statement.

use super::Report;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use uuid::Uuid;

rows! {
    struct License from "licenses" {
        id: Uuid, allocated: i64, reserved: i64, held: i64, kept: i64, ledger_allocated: i64, ledger_reserved: i64,
        used: i64,
    }
    struct Count from "user_counts" {
        id: Uuid, state: String, users: i64, counted: i64, billable: i64, counted_billable: i64,
    }
}

pub(super) async fn check(on: &mut impl Connection, report: &mut Report) -> Result<(), Fault> {
    licenses(on, report).await?;
    users(on, report).await
}

/// Counters = seats held = sum of the ledger; the same for seats kept for invitations.
async fn licenses(on: &mut impl Connection, report: &mut Report) -> Result<(), Fault> {
    let licenses: Vec<License> = sql(
        "SELECT l.id, l.allocated, l.reserved, COALESCE(s.held, 0) AS held, COALESCE(i.kept, 0) AS kept,
            COALESCE(g.allocated, 0) AS ledger_allocated, COALESCE(g.reserved, 0) AS ledger_reserved,
            COALESCE((SELECT d.used FROM license_days d WHERE d.license_id = l.id ORDER BY d.day DESC LIMIT 1), 0) AS used
         FROM licenses l
         LEFT JOIN (SELECT license_id, COUNT(*) AS held FROM seats WHERE returned_at IS NULL GROUP BY license_id) s
            ON s.license_id = l.id
         LEFT JOIN (SELECT license_id, COUNT(*) AS kept FROM invitations WHERE seat_reserved GROUP BY license_id) i
            ON i.license_id = l.id
         LEFT JOIN (SELECT license_id,
                CAST(SUM(CASE kind WHEN 'allocated' THEN 1 WHEN 'returned' THEN -1 ELSE 0 END) AS BIGINT) AS allocated,
                CAST(SUM(CASE kind WHEN 'reserved' THEN 1 WHEN 'released' THEN -1 ELSE 0 END) AS BIGINT) AS reserved
            FROM seat_ledger GROUP BY license_id) g
            ON g.license_id = l.id
         ORDER BY l.id",
    )
    .fetch_all(on)
    .await?;
    for license in licenses {
        let mut compare = |column, counter: i64, other: i64, what: &str| {
            if counter != other {
                report.add(
                    "licenses",
                    column,
                    license.id.to_string(),
                    format!("is {counter}, but {what} {other}"),
                );
            }
        };
        compare(
            "allocated",
            license.allocated,
            license.ledger_allocated,
            "the ledger says",
        );
        compare("allocated", license.allocated, license.held, "seats held are");
        compare(
            "reserved",
            license.reserved,
            license.ledger_reserved,
            "the ledger says",
        );
        compare(
            "reserved",
            license.reserved,
            license.kept,
            "seats kept for invitations are",
        );
        if license.used != license.allocated + license.reserved {
            let used = license.allocated + license.reserved;
            let problem = format!("is {} on the last day, but {used} seats are in use", license.used);
            report.add("license_days", "used", license.id.to_string(), problem);
        }
    }
    Ok(())
}

async fn users(on: &mut impl Connection, report: &mut Report) -> Result<(), Fault> {
    let counts: Vec<Count> = sql("SELECT o.id, s.state, COALESCE(c.users, -1) AS users,
            (SELECT COUNT(*) FROM users u WHERE u.organization_id = o.id AND u.state = s.state) AS counted,
            COALESCE(c.billable, 0) AS billable,
            (SELECT COUNT(*) FROM users u WHERE u.organization_id = o.id AND u.state = s.state AND u.state = 'active'
                AND (u.source IN ('registered', 'invited') OR u.notified_at IS NOT NULL)) AS counted_billable
         FROM organizations o
         CROSS JOIN (SELECT 'pending' AS state UNION ALL SELECT 'active' UNION ALL SELECT 'archived') s
         LEFT JOIN user_counts c ON c.organization_id = o.id AND c.state = s.state
         ORDER BY o.id, s.state")
    .fetch_all(on)
    .await?;
    for count in counts {
        let key = format!("{}/{}", count.id, count.state);
        if count.users < 0 {
            report.add("user_counts", "users", key.clone(), "there is no counter");
        } else if count.users != count.counted {
            let problem = format!("is {}, but there are {}", count.users, count.counted);
            report.add("user_counts", "users", key.clone(), problem);
        }
        if count.billable != count.counted_billable {
            let problem = format!("is {}, but there are {}", count.billable, count.counted_billable);
            report.add("user_counts", "billable", key, problem);
        }
    }
    Ok(())
}
