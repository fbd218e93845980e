//! The audit as CSV, a page at a time, so that it can be sent to whoever reads slowly.

use super::{page, push_filter};
use crate::access::Grant;
use crate::fault::Fault;
use crate::write::{Change, Entry};
use domain::access::ViewAudit;
use domain::audit::{Action, AuditFilter, AuditLine, TargetKind, Who};
use domain::id::AuditId;
use domain::imports::formula::neutralize;
use serde_json::json;

/// Lines of a piece.
const PIECE: i64 = 1000;

const HEADER: [&str; 10] = [
    "at",
    "actor",
    "actor_id",
    "action",
    "target_kind",
    "target",
    "target_id",
    "before",
    "after",
    "address",
];

/// A CSV file as it comes into being. That it was taken is in the audit before its first piece is given out.
#[derive(Debug)]
pub struct Csv {
    grant: Grant<ViewAudit>,
    filter: AuditFilter,
    before: Option<AuditId>,
    begun: bool,
    ended: bool,
}

impl Csv {
    /// A file of what a filter finds.
    pub fn of(grant: Grant<ViewAudit>, filter: AuditFilter) -> Self {
        Self {
            grant,
            filter,
            before: None,
            begun: false,
            ended: false,
        }
    }

    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        if self.ended {
            return Ok(None);
        }
        let mut piece = Vec::new();
        if !self.begun {
            self.begun = true;
            self.record().await?;
            // Spreadsheets take UTF-8 for what it is only after a byte order mark.
            piece.extend_from_slice("\u{FEFF}".as_bytes());
        }
        let first = self.before.is_none();
        let page = page(&self.grant, self.before, PIECE, |statement, grant, kind| {
            push_filter(statement, grant, kind, &self.filter);
        })
        .await?;
        let mut file = ::csv::Writer::from_writer(&mut piece);
        if first {
            file.write_record(HEADER)?;
        }
        for line in &page.lines {
            file.write_record(cells(line).iter().map(|cell| neutralize(cell).into_owned()))?;
        }
        file.flush()?;
        drop(file);
        self.before = page.lines.last().map(|line| line.id);
        self.ended = !page.more;
        Ok(Some(piece))
    }

    async fn record(&self) -> Result<(), Fault> {
        let filter: serde_json::Map<_, _> = self
            .filter
            .to_pairs()
            .into_iter()
            .map(|(key, value)| (key.to_owned(), json!(value)))
            .collect();
        let write = self.grant.write().await?;
        let organization = self.grant.organization();
        let entry =
            Entry::new(Action::AuditExported, TargetKind::Organization, organization).after(json!(filter));
        write.commit(Change::of((), entry)).await
    }
}

fn cells(line: &AuditLine) -> [String; 10] {
    let (actor, actor_id) = match &line.who {
        Who::User { id, name } => (name.clone(), id.to_string()),
        Who::Gone => ("(deleted)".to_owned(), String::new()),
        Who::System => ("(system)".to_owned(), String::new()),
        Who::CommandLine => ("(command line)".to_owned(), String::new()),
    };
    let document =
        |value: &Option<serde_json::Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
    [
        line.at.to_string(),
        actor,
        actor_id,
        line.action.as_str().to_owned(),
        line.target.kind.as_str().to_owned(),
        line.target.name.clone().unwrap_or_default(),
        line.target.id.to_string(),
        document(&line.before),
        document(&line.after),
        line.address.clone().unwrap_or_default(),
    ]
}
