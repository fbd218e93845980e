//! Many at once: thousands of seats given, thousands of users archived, beside the bare statements for as many rows.

use super::bare::{Bare, Kind, values};
use super::broken;
use super::samples::{Figure, Samples, timed};
use crate::fault::Fault;
use crate::sql::{Row, sql};
use crate::users::acts::{self, AT_ONCE};
use crate::{Requester, Store, Tx, licenses};
use domain::access::ManageLicenses;
use domain::id::{CourseId, LicenseId, UserId};
use domain::licenses::{Give, Pick};
use domain::time::Timestamp;
use domain::users::Act;
use std::time::Instant;

/// A table that giving seats writes: its new rows, and the statement that puts them there once more.
struct Table {
    rows: &'static str,
    delete: &'static str,
    insert: &'static str,
    columns: &'static [(&'static str, Kind)],
}

use Kind::{Old, Text, Time};

/// In the order in which they are inserted; they go in the reverse one.
const TABLES: [Table; 4] = [
    Table {
        rows: "SELECT * FROM seats WHERE license_id = $1 AND allocated_at >= $2",
        delete: "DELETE FROM seats WHERE license_id = $1 AND allocated_at >= $2",
        insert: "INSERT INTO seats (id, license_id, user_id, allocated_at) VALUES ",
        columns: &[
            ("id", Old),
            ("license_id", Old),
            ("user_id", Old),
            ("allocated_at", Time),
        ],
    },
    Table {
        rows: "SELECT * FROM seat_ledger WHERE license_id = $1 AND at >= $2",
        delete: "DELETE FROM seat_ledger WHERE license_id = $1 AND at >= $2",
        insert: "INSERT INTO seat_ledger (id, license_id, seat_id, user_id, kind, reason, actor_id, at) VALUES ",
        columns: &[
            ("id", Old),
            ("license_id", Old),
            ("seat_id", Old),
            ("user_id", Old),
            ("kind", Text),
            ("reason", Text),
            ("actor_id", Old),
            ("at", Time),
        ],
    },
    Table {
        rows: "SELECT e.* FROM enrollments e JOIN seats s ON s.id = e.seat_id WHERE s.license_id = $1 AND e.assigned_at >= $2",
        delete: "DELETE FROM enrollments WHERE seat_id IN (SELECT id FROM seats WHERE license_id = $1) AND assigned_at >= $2",
        insert: "INSERT INTO enrollments (id, organization_id, user_id, course_id, seat_id, assigned_at, assigned_by) VALUES ",
        columns: &[
            ("id", Old),
            ("organization_id", Old),
            ("user_id", Old),
            ("course_id", Old),
            ("seat_id", Old),
            ("assigned_at", Time),
            ("assigned_by", Old),
        ],
    },
    Table {
        rows:
            "SELECT * FROM audit WHERE organization_id = (SELECT organization_id FROM licenses WHERE id = $1)
            AND action = 'licenses.seat_allocated' AND at >= $2",
        delete:
            "DELETE FROM audit WHERE organization_id = (SELECT organization_id FROM licenses WHERE id = $1)
            AND action = 'licenses.seat_allocated' AND at >= $2",
        insert: "INSERT INTO audit (id, organization_id, at, actor_kind, actor_id, action, target_kind, target_id, after) VALUES ",
        columns: &[
            ("id", Old),
            ("organization_id", Old),
            ("at", Time),
            ("actor_kind", Text),
            ("actor_id", Old),
            ("action", Text),
            ("target_kind", Text),
            ("target_id", Old),
            ("after", Text),
        ],
    },
];

/// Gives seats to `many` users and archives as many, each once.
pub(super) async fn measure(owner: &Requester, many: u32) -> Result<Vec<Figure>, Fault> {
    let store = owner.store();
    let many = usize::try_from(many).unwrap_or(usize::MAX);
    let users = somebody(store, many * 2).await?;
    let (archived, bare) = users.split_at(users.len() / 2);
    Ok(vec![
        give(owner, archived).await?,
        archive(owner, archived, bare).await?,
    ])
}

/// Active members, as many as there are up to so many.
async fn somebody(store: &Store, many: usize) -> Result<Vec<UserId>, Fault> {
    let users: Vec<(UserId,)> =
        sql("SELECT id AS value FROM users WHERE state = 'active' AND role = 'member' ORDER BY id LIMIT $1")
            .bind(i64::try_from(many).unwrap_or(i64::MAX))
            .fetch_all(&mut store.read().await?)
            .await?;
    Ok(users.into_iter().map(|(user,)| user).collect())
}

async fn give(owner: &Requester, users: &[UserId]) -> Result<Figure, Fault> {
    let store = owner.store();
    let license = license(owner, users.len()).await?;
    let grant = owner
        .grant::<ManageLicenses>()
        .map_err(|denied| Fault::Configuration(denied.to_string()))?;
    let begun = store.now();
    let to = Give {
        to: Pick::These(users.to_vec()),
        courses: Vec::new(),
    };
    let (_, took) = timed(licenses::give(grant, license, to)).await.map_err(broken)?;
    let bare = insert_again(owner, license, begun).await?;
    Ok(Figure {
        what: format!("give {} seats", users.len()),
        took: Samples::once(took),
        floor: Some(("insert the same rows bare", Samples::once(bare.took))),
        note: format!("{} rows written", bare.rows),
    })
}

/// A license of one course that nobody here is enrolled in, with a seat for each.
async fn license(owner: &Requester, seats: usize) -> Result<LicenseId, Fault> {
    let store = owner.store();
    let now = store.now();
    let (license, course): (LicenseId, CourseId) = (store.random().id(now), store.random().id(now));
    let name = format!("bench {license}");
    let mut tx = store.db().begin().await?;
    sql("INSERT INTO courses (id, organization_id, reference, reference_key, title, created_at) VALUES ($1, $2, $3, $3, $3, $4)")
        .bind(course)
        .bind(owner.organization())
        .bind(name.as_str())
        .bind(now)
        .execute(&mut tx)
        .await?;
    sql("INSERT INTO licenses (id, organization_id, reference, reference_key, name, kind, purchased, valid_from, valid_to, created_at)
         VALUES ($1, $2, $3, $3, $3, 'standard', $4, $5, $6, $7)")
        .bind(license)
        .bind(owner.organization())
        .bind(name.as_str())
        .bind(i64::try_from(seats).unwrap_or(i64::MAX))
        .bind(now.date())
        .bind(now.date().plus_days(365))
        .bind(now)
        .execute(&mut tx)
        .await?;
    sql("INSERT INTO license_courses (license_id, course_id) VALUES ($1, $2)")
        .bind(license)
        .bind(course)
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(license)
}

/// Takes the new rows out and puts them in again, in one transaction; only putting them in is timed.
async fn insert_again(owner: &Requester, license: LicenseId, since: Timestamp) -> Result<Bare, Fault> {
    let store = owner.store();
    let mut kept = Vec::new();
    for table in &TABLES {
        let rows = sql(table.rows).bind(license).bind(since);
        let rows = rows.fetch_rows(&mut store.read().await?).await?;
        let row = |row: &Row| values(row, table.columns, owner.organization());
        kept.push((table, rows.iter().map(row).collect::<Result<Vec<_>, Fault>>()?));
    }
    let mut tx = store.db().begin().await?;
    for (table, _) in kept.iter().rev() {
        sql(table.delete)
            .bind(license)
            .bind(since)
            .execute(&mut tx)
            .await?;
    }
    let mut bare = Bare::default();
    for (table, rows) in kept {
        bare.insert(&mut tx, table.insert, rows).await?;
    }
    bare.commit(tx).await?;
    Ok(bare)
}

/// One request, then the worker's parts, beside bare updates of as many others. Before, as on the page, comes the summary of
/// what will happen; of the others too, so that both begin in memory.
async fn archive(owner: &Requester, users: &[UserId], others: &[UserId]) -> Result<Figure, Fault> {
    let store = owner.store();
    for pick in [others, users] {
        let pick = Pick::These(pick.to_vec());
        acts::preview(owner, &Act::Archive, &pick).await.map_err(broken)?;
    }
    let begun = Instant::now();
    let report = acts::act(owner, Act::Archive, &Pick::These(users.to_vec()), None)
        .await
        .map_err(broken)?;
    let asking = begun.elapsed();
    while acts::work(store, || true).await? {}
    let took = begun.elapsed();

    let (mut tx, begun) = (store.db().begin().await?, Instant::now());
    for chunk in others.chunks(AT_ONCE) {
        update(&mut tx, chunk, store.now()).await?;
    }
    tx.commit().await?;
    Ok(Figure {
        what: format!("archive {} users", users.len()),
        took: Samples::once(took),
        floor: Some(("update as many bare", Samples::once(begun.elapsed()))),
        note: format!(
            "the request {:.1} ms; {} users in the report",
            asking.as_secs_f64() * 1e3,
            report.total
        ),
    })
}

async fn update(tx: &mut Tx, users: &[UserId], now: Timestamp) -> Result<(), Fault> {
    let mut update = sql("UPDATE users SET state = 'archived', archived_at = ");
    update
        .push_bind(now)
        .push(", updated_at = ")
        .push_bind(now)
        .push(", version = version + 1 WHERE id IN ")
        .push_list(users.iter().copied());
    update.execute(tx).await?;
    Ok(())
}
