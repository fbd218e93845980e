//! A [`UserFilter`] as SQL: the second of its two engines; `domain::users::PreparedFilter` is the first.

use crate::db::Kind;
use crate::sql::{Sql, containing};
use domain::access::Role;
use domain::time::{Span, Timestamp};
use domain::users::{SearchTerm, UserFilter, search_terms};

/// Appends `AND …` for every set member of the filter to a statement over `users u`.
pub(crate) fn push_filter(statement: &mut Sql, kind: Kind, filter: &UserFilter) {
    statement
        .push(" AND u.state IN ")
        .push_list(filter.effective_states().iter().copied());
    if filter.never_accessed {
        statement.push(" AND u.state = 'active' AND u.first_sign_in_at IS NULL");
    }
    if filter.billable {
        statement.push(
            " AND u.state = 'active' AND (u.source IN ('registered', 'invited') OR u.notified_at IS NOT NULL)",
        );
    }
    if let Some(to) = filter.deletion_to {
        statement
            .push(" AND u.deletion_date IS NOT NULL AND u.deletion_date <= ")
            .push_bind(to);
    }
    if let Some(to) = filter.due_to {
        statement
            .push(
                " AND EXISTS (SELECT 1 FROM enrollments f WHERE f.user_id = u.id AND f.archived_at IS NULL
                   AND f.completed_at IS NULL AND f.due_date IS NOT NULL AND f.due_date <= ",
            )
            .push_bind(to)
            .push(")");
    }
    if !filter.locations.is_empty() {
        statement
            .push(" AND u.location_id IN ")
            .push_list(filter.locations.iter().copied());
    }
    if !filter.departments.is_empty() {
        statement
            .push(" AND u.department_id IN ")
            .push_list(filter.departments.iter().copied());
    }
    if !filter.roles.is_empty() {
        statement
            .push(" AND u.role IN ")
            .push_list(filter.roles.iter().copied());
        if !filter.roles.contains(&Role::Member) {
            // The index of the few who are more, in words that the database can tell it by.
            statement.push(" AND u.role <> 'member'");
        }
    }
    if !filter.groups.is_empty() {
        statement
            .push(" AND EXISTS (SELECT 1 FROM group_members f WHERE f.user_id = u.id AND f.group_id IN ")
            .push_list(filter.groups.iter().copied())
            .push(")");
    }
    if !filter.labels.is_empty() {
        statement
            .push(" AND EXISTS (SELECT 1 FROM user_labels f WHERE f.user_id = u.id AND f.label_id IN ")
            .push_list(filter.labels.iter().copied())
            .push(")");
    }
    if !filter.licenses.is_empty() {
        statement
            .push(" AND EXISTS (SELECT 1 FROM seats f WHERE f.user_id = u.id AND f.returned_at IS NULL AND f.license_id IN ")
            .push_list(filter.licenses.iter().copied())
            .push(")");
    }
    if let Some(from) = filter.joined_from {
        statement
            .push(" AND u.joined_at >= ")
            .push_bind(Timestamp::start_of(from));
    }
    if let Some(to) = filter.joined_to {
        statement
            .push(" AND u.joined_at < ")
            .push_bind(Timestamp::start_of(to) + Span::days(1));
    }
    push_terms(statement, kind, &search_terms(&filter.search));
}

/// Contains-search on the folded text: through the trigram index where a needle has three characters, for all such at once.
fn push_terms(statement: &mut Sql, kind: Kind, terms: &[SearchTerm]) {
    let mut indexed = Vec::new();
    for needle in terms.iter().map(SearchTerm::needle) {
        match kind {
            Kind::Sqlite if needle.chars().count() >= 3 => {
                indexed.push(format!("\"{}\"", needle.replace('"', "\"\"")));
            }
            Kind::Sqlite => {
                statement
                    .push(" AND instr(u.search_text, ")
                    .push_bind(needle)
                    .push(") > 0");
            }
            Kind::Postgres => {
                statement
                    .push(" AND u.search_text LIKE ")
                    .push_bind(containing(&needle))
                    .push(" ESCAPE '\\'");
            }
        }
    }
    if !indexed.is_empty() {
        statement
            .push(" AND u.number IN (SELECT rowid FROM users_search WHERE users_search MATCH ")
            .push_bind(indexed.join(" AND "))
            .push(")");
    }
}
