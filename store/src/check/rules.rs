//! Rules over several rows: a statement each, which finds the rows that break it.
//!
//! Who did something (`…_by`, `actor_id`, `created_by`) may be gone by now: that is history, and no orphan.

use super::Report;
use crate::db::Kind;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use uuid::Uuid;

struct Rule {
    table: &'static str,
    column: &'static str,
    problem: &'static str,
    /// Gives the `id`s of the rows that break the rule.
    broken_by: &'static str,
}

const RULES: [Rule; 19] = [
    Rule {
        table: "organizations",
        column: "id",
        problem: "has no active owner",
        broken_by: "SELECT o.id FROM organizations o WHERE NOT EXISTS
            (SELECT 1 FROM users u WHERE u.organization_id = o.id AND u.role = 'owner' AND u.state = 'active')",
    },
    Rule {
        table: "seats",
        column: "user_id",
        // A started seat of a standard license stays used when its user is erased.
        problem: "is held, though not started, by a user who does not exist",
        broken_by: "SELECT s.id FROM seats s WHERE s.returned_at IS NULL AND s.started_at IS NULL AND s.user_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = s.user_id)",
    },
    Rule {
        table: "seats",
        column: "id",
        problem: "its ledger does not say that it was given, started and returned just as it was",
        broken_by: "SELECT s.id FROM seats s WHERE
            (SELECT COUNT(*) FROM seat_ledger g WHERE g.seat_id = s.id AND g.kind = 'allocated') <> 1
            OR (SELECT COUNT(*) FROM seat_ledger g WHERE g.seat_id = s.id AND g.kind = 'started')
                <> (CASE WHEN s.started_at IS NULL THEN 0 ELSE 1 END)
            OR (SELECT COUNT(*) FROM seat_ledger g WHERE g.seat_id = s.id AND g.kind = 'returned')
                <> (CASE WHEN s.returned_at IS NULL THEN 0 ELSE 1 END)",
    },
    Rule {
        table: "seat_ledger",
        column: "seat_id",
        problem: "names a seat that does not exist or is of another license",
        broken_by: "SELECT g.id FROM seat_ledger g WHERE g.seat_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM seats s WHERE s.id = g.seat_id AND s.license_id = g.license_id)",
    },
    Rule {
        table: "enrollments",
        column: "seat_id",
        problem: "comes from somebody else's seat",
        broken_by: "SELECT e.id FROM enrollments e JOIN seats s ON s.id = e.seat_id WHERE s.user_id <> e.user_id",
    },
    Rule {
        table: "enrollments",
        column: "course_id",
        problem: "its course is not one of the seat's license",
        broken_by: "SELECT e.id FROM enrollments e JOIN seats s ON s.id = e.seat_id
            WHERE e.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM license_courses c
                WHERE c.license_id = s.license_id AND c.course_id = e.course_id)",
    },
    Rule {
        table: "training_records",
        column: "user_id",
        problem: "is of a user who does not exist",
        broken_by: "SELECT r.id FROM training_records r WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = r.user_id)",
    },
    Rule {
        table: "activity_events",
        column: "course_id",
        problem: "names a course that does not exist",
        broken_by: "SELECT a.id FROM activity_events a WHERE a.course_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM courses c WHERE c.id = a.course_id)",
    },
    Rule {
        table: "imports",
        column: "state",
        problem: "is done, though not every row has its outcome",
        broken_by: "SELECT i.id FROM imports i WHERE i.state = 'done' AND (i.rows_done <> i.rows_total
            OR (SELECT COUNT(*) FROM import_rows r WHERE r.import_id = i.id) <> i.rows_total)",
    },
    Rule {
        table: "users",
        column: "location_id",
        problem: "is a location of another organization",
        broken_by: "SELECT u.id FROM users u JOIN locations l ON l.id = u.location_id
            WHERE l.organization_id <> u.organization_id",
    },
    Rule {
        table: "users",
        column: "department_id",
        problem: "is a department of another organization",
        broken_by: "SELECT u.id FROM users u JOIN departments d ON d.id = u.department_id
            WHERE d.organization_id <> u.organization_id",
    },
    Rule {
        table: "group_members",
        column: "user_id",
        problem: "is a user of another organization than the group",
        broken_by: "SELECT m.user_id AS id FROM group_members m JOIN \"groups\" g ON g.id = m.group_id
            JOIN users u ON u.id = m.user_id WHERE g.organization_id <> u.organization_id",
    },
    Rule {
        table: "user_labels",
        column: "user_id",
        problem: "is a user of another organization than the label",
        broken_by: "SELECT m.user_id AS id FROM user_labels m JOIN labels l ON l.id = m.label_id
            JOIN users u ON u.id = m.user_id WHERE l.organization_id <> u.organization_id",
    },
    Rule {
        table: "seats",
        column: "user_id",
        problem: "is a user of another organization than the license",
        broken_by: "SELECT s.id FROM seats s JOIN licenses l ON l.id = s.license_id JOIN users u ON u.id = s.user_id
            WHERE l.organization_id <> u.organization_id",
    },
    Rule {
        table: "license_courses",
        column: "course_id",
        problem: "is a course of another organization than the license",
        broken_by: "SELECT c.license_id AS id FROM license_courses c JOIN licenses l ON l.id = c.license_id
            JOIN courses k ON k.id = c.course_id WHERE l.organization_id <> k.organization_id",
    },
    Rule {
        table: "enrollments",
        column: "organization_id",
        problem: "is not the organization of the user and the course",
        broken_by: "SELECT e.id FROM enrollments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id
            WHERE u.organization_id <> e.organization_id OR c.organization_id <> e.organization_id",
    },
    Rule {
        table: "invitations",
        column: "license_id",
        problem: "is a license of another organization",
        broken_by: "SELECT i.id FROM invitations i JOIN licenses l ON l.id = i.license_id
            WHERE l.organization_id <> i.organization_id",
    },
    Rule {
        table: "secrets",
        column: "user_id",
        problem: "is a user of another organization",
        broken_by: "SELECT s.id FROM secrets s JOIN users u ON u.id = s.user_id
            WHERE u.organization_id <> s.organization_id",
    },
    Rule {
        table: "messages",
        column: "user_id",
        problem: "is a user of another organization",
        broken_by: "SELECT m.id FROM messages m JOIN users u ON u.id = m.user_id
            WHERE u.organization_id <> m.organization_id",
    },
];

rows! {
    struct Broken from "" { id: Uuid }
    struct Dangling from "" { child: String, number: i64, parent: String }
}

pub(super) async fn check(on: &mut impl Connection, report: &mut Report) -> Result<(), Fault> {
    for rule in RULES {
        let mut statement = sql(rule.broken_by);
        statement.push(" LIMIT 100");
        let broken: Vec<Broken> = statement.fetch_all(on).await?;
        for row in broken {
            report.add(rule.table, rule.column, row.id.to_string(), rule.problem);
        }
    }
    if on.kind() == Kind::Sqlite {
        foreign_keys(on, report).await?;
    }
    Ok(())
}

/// SQLite keeps foreign keys only on connections that ask for it; a stranger's tool may not have.
async fn foreign_keys(on: &mut impl Connection, report: &mut Report) -> Result<(), Fault> {
    let dangling: Vec<Dangling> =
        sql("SELECT \"table\" AS child, COALESCE(rowid, 0) AS number, parent FROM pragma_foreign_key_check LIMIT 100")
            .fetch_all(on)
            .await?;
    for row in dangling {
        let problem = format!("names a row of {} that does not exist", row.parent);
        report.add(&row.child, "", format!("row {}", row.number), problem);
    }
    Ok(())
}
