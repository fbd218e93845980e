//! Taking a file, planning it as authority, and confirming the plan.

use super::confirmed::Confirmed;
use super::directory::load_directory;
use super::record::{Line, record};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::organization;
use crate::sql::{rows, sql};
use crate::write::{Change, Entry};
use domain::access::ImportUsers;
use domain::audit::{Action, TargetKind};
use domain::id::ImportId;
use domain::imports::{
    Edit, FileRefused, ImportRefused, ImportState, Keys, Mapping, Options, Plan, Planner, Table, Totals,
    decode,
};
use serde_json::json;

/// A file with everything decided about it.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name of the file.
    pub file_name: String,
    /// The file, untouched.
    pub file: Vec<u8>,
    /// What the columns mean; recognized from the headers if not given.
    pub mapping: Option<Mapping>,
    /// Cells changed by hand.
    pub edits: Vec<Edit>,
    /// The settings.
    pub options: Options,
}

/// An import that waits to be confirmed.
#[derive(Debug)]
pub struct Created {
    /// Its id.
    pub id: ImportId,
    /// What it will do.
    pub plan: Plan,
}

/// The plan of a file; nothing is kept.
pub async fn preview(grant: &Grant<ImportUsers>, upload: Upload) -> Result<Plan, Failure<ImportRefused>> {
    planned(grant, upload).await.map(|(_, _, plan)| plan)
}

/// Takes a file and keeps its plan, to be confirmed.
pub async fn create(grant: &Grant<ImportUsers>, upload: Upload) -> Result<Created, Failure<ImportRefused>> {
    let (upload, mapping, plan) = planned(grant, upload).await?;
    let mut write = grant.write().await?;
    let id: ImportId = write.new_id();
    let (organization, user, now) = (grant.organization(), grant.requester().user(), write.now());
    let rows = i64::try_from(plan.rows.len()).unwrap_or(i64::MAX);
    sql("INSERT INTO imports (id, organization_id, created_by, file_name, file, mapping, edits, options, state, totals,
            rows_total, plan, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
    .bind(id)
    .bind(organization)
    .bind(user)
    .bind(upload.file_name.as_str())
    .bind(upload.file)
    .bind(json(&mapping)?)
    .bind(json(&upload.edits)?)
    .bind(json(&upload.options)?)
    .bind(ImportState::Planned.as_str())
    .bind(json(&plan.totals())?)
    .bind(rows)
    .bind(Confirmed::of(&plan.rows).into_bytes())
    .bind(now)
    .execute(&mut write)
    .await?;
    // Rows that do nothing are final; the others get their line when they are applied.
    let idle = plan
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.changes.is_empty());
    let lines: Vec<Line> = idle.map(|(place, row)| Line::idle(place, row)).collect();
    record(&mut write, id, &lines).await?;
    let entry = Entry::new(Action::ImportPlanned, TargetKind::Import, id)
        .after(json!({ "file_name": upload.file_name, "rows": rows }));
    Ok(write.commit(Change::of(Created { id, plan }, entry)).await?)
}

fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    Ok(serde_json::to_string(value)?)
}

/// Plans as authority, off the async threads.
async fn planned(
    grant: &Grant<ImportUsers>,
    mut upload: Upload,
) -> Result<(Upload, Mapping, Plan), Failure<ImportRefused>> {
    let refused = |refusal: FileRefused| Failure::Refused(ImportRefused::File(refusal));
    let limit = organization::get(&mut grant.read().await?, grant.organization())
        .await?
        .settings
        .import_megabytes;
    let read = move || -> Result<_, FileRefused> {
        let mut table = Table::read(&decode(&upload.file, limit)?)?;
        let mapping = upload
            .mapping
            .take()
            .unwrap_or_else(|| Mapping::recognize(&table));
        table.apply(&mapping, &upload.edits);
        mapping.check(&table)?;
        let keys = Keys::of(&table, &mapping, &upload.options);
        Ok((upload, table, mapping, keys))
    };
    let (upload, table, mapping, keys) = blocking(read).await?.map_err(refused)?;
    let directory = load_directory(grant, &keys).await?;
    let plan = move || {
        let index = directory.index();
        let plan = Planner::new(&table, &mapping, &upload.options).plan(&index);
        (upload, mapping, plan)
    };
    let (upload, mapping, plan) = blocking(plan).await?;
    if plan.settings.is_empty() {
        Ok((upload, mapping, plan))
    } else {
        Err(Failure::Refused(ImportRefused::Settings(plan.settings)))
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    Ok(tokio::task::spawn_blocking(work).await?)
}

rows! {
    struct Waiting from "imports" { totals: String }
}

/// Confirms a plan: from now on it is applied. `typed` is the number of users touched, where it has to be typed. Only who
/// took the file can confirm it, because it is applied with their rights.
pub async fn confirm(
    grant: &Grant<ImportUsers>,
    id: ImportId,
    typed: Option<u32>,
) -> Result<(), Failure<ImportRefused>> {
    let mut write = grant.write().await?;
    let waiting: Option<Waiting> =
        sql("SELECT totals FROM imports WHERE id = $1 AND organization_id = $2 AND created_by = $3")
            .bind(id)
            .bind(grant.organization())
            .bind(grant.requester().user())
            .fetch_optional(&mut write)
            .await?;
    let waiting = waiting.ok_or(Failure::NotFound)?;
    let totals: Totals = serde_json::from_str(&waiting.totals).map_err(Fault::from)?;
    if let Some(count) = totals.count_to_type.filter(|count| typed != Some(*count)) {
        return Err(Failure::Refused(ImportRefused::TypeTheCount(count)));
    }
    let now = write.now();
    let begun =
        sql("UPDATE imports SET state = 'applying', started_at = $1 WHERE id = $2 AND state = 'planned'")
            .bind(now)
            .bind(id)
            .execute(&mut write)
            .await?;
    if begun == 0 {
        return Err(Failure::Refused(ImportRefused::AlreadyConfirmed));
    }
    let entry = Entry::new(Action::ImportStarted, TargetKind::Import, id)
        .after(serde_json::to_value(totals).map_err(Fault::from)?);
    Ok(write.commit(Change::of((), entry)).await?)
}

/// Throws a plan away that was not confirmed, with its file.
pub async fn discard(grant: &Grant<ImportUsers>, id: ImportId) -> Result<(), Failure<ImportRefused>> {
    let mut write = grant.write().await?;
    let gone = sql("DELETE FROM imports WHERE id = $1 AND organization_id = $2 AND created_by = $3 AND state = 'planned'")
        .bind(id)
        .bind(grant.organization())
        .bind(grant.requester().user())
        .execute(&mut write)
        .await?;
    if gone == 0 {
        return Err(Failure::NotFound);
    }
    Ok(write.commit_bookkeeping(()).await?)
}
