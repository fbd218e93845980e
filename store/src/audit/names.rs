//! The names of what lines of the audit are about, as far as it still exists: one statement a kind.

use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use domain::audit::{AuditLine, TargetKind};
use std::collections::HashMap;
use uuid::Uuid;

rows! {
    struct Named from "audit" { id: Uuid, name: String }
}

/// The statement that names things of a kind; their ids follow.
const fn statement(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::User => "SELECT id, first_name || ' ' || last_name AS name FROM users WHERE id IN ",
        TargetKind::Group => "SELECT id, name FROM \"groups\" WHERE id IN ",
        TargetKind::License => "SELECT id, name FROM licenses WHERE id IN ",
        TargetKind::Course => "SELECT id, title AS name FROM courses WHERE id IN ",
        TargetKind::Bundle => "SELECT id, title AS name FROM bundles WHERE id IN ",
        TargetKind::Event => "SELECT id, title AS name FROM events WHERE id IN ",
        TargetKind::Import => "SELECT id, file_name AS name FROM imports WHERE id IN ",
        TargetKind::Invitation => "SELECT id, email AS name FROM invitations WHERE id IN ",
        TargetKind::Message => "SELECT id, recipient AS name FROM messages WHERE id IN ",
        TargetKind::Token => "SELECT id, user_agent AS name FROM secrets WHERE id IN ",
        TargetKind::Program => "SELECT id, title AS name FROM programs WHERE id IN ",
        TargetKind::ProgramSession => {
            "SELECT s.id, p.title AS name FROM program_sessions s JOIN programs p ON p.id = s.program_id WHERE s.id IN "
        }
        TargetKind::Organization => "SELECT id, name FROM organizations WHERE id IN ",
    }
}

/// Puts names to the targets of lines.
pub(super) async fn name(on: &mut impl Connection, lines: &mut [AuditLine]) -> Result<(), Fault> {
    let mut names: HashMap<Uuid, String> = HashMap::new();
    for kind in TargetKind::ALL {
        let mut ids: Vec<Uuid> = lines
            .iter()
            .filter(|line| line.target.kind == kind)
            .map(|line| line.target.id)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            continue;
        }
        let mut select = sql(statement(kind));
        select.push_list(ids);
        let found: Vec<Named> = select.fetch_all(on).await?;
        names.extend(found.into_iter().map(|named| (named.id, named.name)));
    }
    for line in lines {
        line.target.name = names.get(&line.target.id).cloned();
    }
    Ok(())
}
