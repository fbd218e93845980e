//! The server functions of imports, and what crosses the wire. The file itself goes to a route of its own, see
//! [`Taken`], because it may be large.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::ImportUsers;
use domain::id::ImportId;
use domain::imports::{
    Directory, Edit, ImportProgress, ImportRefused, Keys, Mapping, Options, Outcome, Plan, PlannedRow,
};
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// Where the file goes: a form of the parts [`REQUEST_PART`] and [`FILE_PART`], in this order.
pub const FILE_ROUTE: &str = "/api/imports/file";
/// The part that holds a [`FileRequest`] as JSON.
pub const REQUEST_PART: &str = "request";
/// The part that holds the file.
pub const FILE_PART: &str = "file";

/// What the wizard needs before there is a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// The largest file the organization takes, in MiB.
    pub limit_megabytes: u16,
    /// Everything but users.
    pub directory: Directory,
}

/// What is sent with the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRequest {
    /// What the columns mean.
    pub mapping: Mapping,
    /// Cells mended by hand.
    pub edits: Vec<Edit>,
    /// The settings.
    pub options: Options,
    /// The [`digest`] of the plan that was previewed.
    pub previewed: u64,
}

/// The file was taken and waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The import.
    pub id: ImportId,
    /// The server's own plan, where it is not the one that was previewed.
    pub differs: Option<NewPlan>,
}

/// A plan as it came out on the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPlan {
    /// Its rows.
    pub rows: Vec<PlannedRow>,
    /// The number to type.
    pub count_to_type: Option<u32>,
}

/// The imports of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportList {
    /// The moment of asking.
    pub now: Timestamp,
    /// Newest first.
    pub imports: Vec<ImportProgress>,
    /// Where older ones go on, if there are.
    pub next: Option<ImportId>,
}

/// Rows of an import, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowsPage {
    /// Each with its place in the file, counted from 0.
    pub rows: Vec<(i64, PlannedRow)>,
    /// Where the next page begins.
    pub next: Option<i64>,
}

/// A number that two plans have in common only when they are the same, to the byte of their report (FNV-1a, 64 bits).
/// It guards against data that changed, not against malice: the server's plan is what counts in any case.
pub fn digest(plan: &Plan) -> u64 {
    plan.to_json().bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Rows on a page of the report.
#[cfg(feature = "ssr")]
const PAGE: i64 = 100;

/// Imports in a page of the list.
#[cfg(feature = "ssr")]
const LISTED: i64 = 50;

/// What the wizard needs before there is a file.
#[server(prefix = "/api", endpoint = "imports/desk", input = Json)]
pub(crate) async fn load_desk() -> Result<Desk, ApiError<Never>> {
    let grant = session::grant::<ImportUsers, Never>()?;
    let organization = store::organization::get(&mut grant.read().await?, grant.organization()).await?;
    let directory = store::imports::load_directory(&grant, &Keys::default()).await?;
    Ok(Desk {
        limit_megabytes: organization.settings.import_megabytes,
        directory,
    })
}

/// The users who answer to these names.
#[server(prefix = "/api", endpoint = "imports/directory", input = Json)]
pub(crate) async fn load_directory(keys: Keys) -> Result<Directory, ApiError<Never>> {
    let grant = session::grant::<ImportUsers, Never>()?;
    Ok(store::imports::load_directory(&grant, &keys).await?)
}

/// Imports before one, newest first.
#[server(prefix = "/api", endpoint = "imports/list", input = Json)]
pub(crate) async fn list_imports(
    running: bool,
    before: Option<ImportId>,
) -> Result<ImportList, ApiError<Never>> {
    let grant = session::grant::<ImportUsers, Never>()?;
    let imports = store::imports::list(&grant, running, before, LISTED).await?;
    let full = i64::try_from(imports.len()) == Ok(LISTED);
    Ok(ImportList {
        now: grant.store().now(),
        next: imports.last().map(|import| import.id).filter(|_| full),
        imports,
    })
}

/// How far an import is.
#[server(prefix = "/api", endpoint = "imports/progress", input = Json)]
pub(crate) async fn load_progress(id: ImportId) -> Result<ImportProgress, ApiError<ImportRefused>> {
    let grant = session::grant::<ImportUsers, ImportRefused>()?;
    Ok(store::imports::progress(&grant, id).await?)
}

/// Rows dealt with, from a place in the file on.
#[server(prefix = "/api", endpoint = "imports/rows", input = Json)]
pub(crate) async fn load_rows(
    id: ImportId,
    outcome: Option<Outcome>,
    from: i64,
) -> Result<RowsPage, ApiError<ImportRefused>> {
    let grant = session::grant::<ImportUsers, ImportRefused>()?;
    let mut rows = store::imports::rows(&grant, id, outcome, from, PAGE + 1).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let next = rows.get(page).map(|(place, _)| *place);
    rows.truncate(page);
    Ok(RowsPage { rows, next })
}

/// Confirms an import; `typed` is the number of users it touches, where that has to be typed.
#[server(prefix = "/api", endpoint = "imports/confirm", input = Json)]
pub(crate) async fn confirm_import(id: ImportId, typed: Option<u32>) -> Result<(), ApiError<ImportRefused>> {
    let grant = session::grant::<ImportUsers, ImportRefused>()?;
    Ok(store::imports::confirm(&grant, id, typed).await?)
}

/// Throws an import away that was not confirmed.
#[server(prefix = "/api", endpoint = "imports/discard", input = Json)]
pub(crate) async fn discard_import(id: ImportId) -> Result<(), ApiError<ImportRefused>> {
    let grant = session::grant::<ImportUsers, ImportRefused>()?;
    Ok(store::imports::discard(&grant, id).await?)
}
