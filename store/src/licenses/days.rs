//! How many seats of a license were in use at the end of each day that moved some: what a chart of seats over time is drawn
//! from, so that nobody walks the ledger for it.

use crate::fault::Fault;
use crate::sql::{Connection, Sql, rows, sql};
use crate::write::Write;
use domain::id::LicenseId;
use domain::time::Date;

rows! {
    /// The seats in use at the end of a day.
    #[derive(Debug, Clone, Copy)]
    pub(crate) struct Used from "license_days" {
        pub(crate) license_id: LicenseId,
        pub(crate) day: Date,
        pub(crate) used: i64,
    }
}

/// Writes down how many seats are in use today, after some have moved.
pub(super) async fn note(write: &mut Write, license: LicenseId) -> Result<(), Fault> {
    let today = write.now().date();
    sql("INSERT INTO license_days (license_id, day, used)
         SELECT id, $1, allocated + reserved FROM licenses WHERE id = $2
         ON CONFLICT (license_id, day) DO UPDATE SET used = excluded.used")
    .bind(today)
    .bind(license)
    .execute(write)
    .await?;
    Ok(())
}

/// The days from `from` on, and the last one before, of some licenses.
pub(crate) async fn since(
    on: &mut impl Connection,
    licenses: &[LicenseId],
    from: Date,
) -> Result<Vec<Used>, Fault> {
    if licenses.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement: Sql = sql(
        "WITH first AS MATERIALIZED (SELECT l.id, COALESCE((SELECT MAX(b.day) FROM license_days b
            WHERE b.license_id = l.id AND b.day <= ",
    );
    statement
        .push_bind(from)
        .push("), '') AS day FROM licenses l WHERE l.id IN ")
        .push_list(licenses.iter().copied())
        .push(
            ") SELECT d.license_id, d.day, d.used FROM first f CROSS JOIN license_days d
               WHERE d.license_id = f.id AND d.day >= f.day ORDER BY d.license_id, d.day",
        );
    statement.fetch_all(on).await
}

/// Tells all of it from the ledger, where a ledger was written with the past in it.
pub(crate) async fn retell(write: &mut Write) -> Result<(), Fault> {
    let statement = write.dialect(
        "INSERT INTO license_days (license_id, day, used)
         SELECT license_id, day, SUM(change) OVER (PARTITION BY license_id ORDER BY day) FROM (
            SELECT license_id, strftime('%Y-%m-%d', at / 1000000, 'unixepoch') AS day,
                SUM(CASE WHEN kind IN ('allocated', 'reserved') THEN 1 ELSE -1 END) AS change
            FROM seat_ledger WHERE kind <> 'started' GROUP BY 1, 2) days",
        "INSERT INTO license_days (license_id, day, used)
         SELECT license_id, day, SUM(change) OVER (PARTITION BY license_id ORDER BY day) FROM (
            SELECT license_id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
                SUM(CASE WHEN kind IN ('allocated', 'reserved') THEN 1 ELSE -1 END) AS change
            FROM seat_ledger WHERE kind <> 'started' GROUP BY 1, 2) days",
    );
    sql(statement).execute(write).await?;
    Ok(())
}
