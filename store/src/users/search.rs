//! A [`UserFilter`] as SQL: the second of its two engines; `domain::users::PreparedFilter` is the first.

use crate::db::Kind;
use crate::sql::{Sql, containing};
use domain::access::Role;
use domain::id::OrganizationId;
use domain::time::{Span, Timestamp};
use domain::users::{SearchTerm, UserFilter, search_terms};

/// Ends an `EXISTS (…`. The limit keeps SQLite from asking it of every row of the other table beforehand, into a filter of its own.
const ONE: &str = " LIMIT 1)";

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
            .push(ONE);
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
            .push(ONE);
    }
    if !filter.labels.is_empty() {
        statement
            .push(" AND EXISTS (SELECT 1 FROM user_labels f WHERE f.user_id = u.id AND f.label_id IN ")
            .push_list(filter.labels.iter().copied())
            .push(ONE);
    }
    if !filter.licenses.is_empty() {
        statement
            .push(" AND EXISTS (SELECT 1 FROM seats f WHERE f.user_id = u.id AND f.returned_at IS NULL AND f.license_id IN ")
            .push_list(filter.licenses.iter().copied())
            .push(ONE);
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
    Terms::of(&filter.search).push(statement, kind);
}

/// So many characters of a long needle are looked up: the index takes longer for each, and these find few enough.
const LOOKED_UP: usize = 10;

/// What of a needle is looked up, if it is long enough to be: the end of what stands before an `@`, because people differ there,
/// by numbers too, and a domain is what everybody has.
fn looked_up(needle: &str) -> Option<&str> {
    let local = needle
        .split('@')
        .next()
        .filter(|local| local.chars().count() >= 3);
    let text = local.unwrap_or(needle);
    let from = text.char_indices().rev().take(LOOKED_UP).last();
    let end = from.and_then(|(from, _)| text.get(from..))?;
    (end.chars().count() >= 3).then_some(end)
}

/// Contains-search on the folded text.
#[derive(Debug, Clone)]
pub(super) struct Terms(Vec<String>);

impl Terms {
    /// The terms of a search.
    pub fn of(search: &str) -> Self {
        Self(search_terms(search).iter().map(SearchTerm::needle).collect())
    }

    /// What the trigram index is asked for.
    fn indexed(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|needle| looked_up(needle))
    }

    /// What it cannot tell.
    fn checked(&self) -> impl Iterator<Item = &String> {
        self.0
            .iter()
            .filter(|needle| looked_up(needle) != Some(needle.as_str()))
    }

    /// Whether the index can tell who comes into question.
    pub fn are_indexed(&self) -> bool {
        self.indexed().next().is_some()
    }

    /// Appends ` FROM users u WHERE …`: those of an organization who have the terms; in SQLite from the index to the accounts, in
    /// this order, of at most so many.
    pub fn push_found(&self, statement: &mut Sql, kind: Kind, organization: OrganizationId, at_most: i64) {
        if kind == Kind::Sqlite {
            statement.push(" FROM (");
            self.push_matches(statement, at_most);
            statement.push(") s CROSS JOIN users u WHERE u.number = s.rowid AND u.organization_id = ");
            statement.push_bind(organization);
        } else {
            statement.push(" FROM users u WHERE u.organization_id = ");
            statement.push_bind(organization);
            self.push_patterns(statement);
        }
        push_checks(statement, kind, self.checked());
    }

    /// Appends `AND …` to a statement over `users u`.
    pub fn push(&self, statement: &mut Sql, kind: Kind) {
        if kind == Kind::Postgres {
            self.push_patterns(statement);
        } else if self.are_indexed() {
            statement.push(" AND u.number IN (");
            self.push_all_matches(statement);
            statement.push(")");
        }
        push_checks(statement, kind, self.checked());
    }

    /// Appends `AND …` that no index answers: for those who are gone through one by one anyway.
    pub fn push_walked(&self, statement: &mut Sql, kind: Kind) {
        push_checks(statement, kind, self.0.iter());
    }

    /// What SQLite's index finds for all terms at once, of that at most so many.
    pub fn push_matches(&self, statement: &mut Sql, at_most: i64) {
        self.push_all_matches(statement);
        statement.push(" LIMIT ").push_bind(at_most);
    }

    fn push_all_matches(&self, statement: &mut Sql) {
        let quoted = |needle: &str| format!("\"{}\"", needle.replace('"', "\"\""));
        let all: Vec<String> = self.indexed().map(quoted).collect();
        statement
            .push("SELECT rowid FROM users_search WHERE users_search MATCH ")
            .push_bind(all.join(" AND "));
    }

    /// What `PostgreSQL` answers by its index, or by a walk, as it thinks better.
    fn push_patterns(&self, statement: &mut Sql) {
        for needle in self.indexed() {
            statement
                .push(" AND u.search_text LIKE ")
                .push_bind(containing(needle))
                .push(" ESCAPE '\\'");
        }
    }
}

/// Appends `AND …` for needles that are looked for in the text itself.
fn push_checks<'a>(statement: &mut Sql, kind: Kind, needles: impl Iterator<Item = &'a String>) {
    for needle in needles {
        statement
            .push(match kind {
                Kind::Sqlite => " AND instr(u.search_text, ",
                Kind::Postgres => " AND strpos(u.search_text, ",
            })
            .push_bind(needle.as_str())
            .push(") > 0");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_needle_its_end_is_looked_up_and_of_an_address_what_stands_before_the_domain() {
        for (needle, expected) in [
            ("an", None),
            ("ann", Some("ann")),
            ("\nann", Some("\nann")),
            ("christopherson", Some("stopherson")),
            ("ann.lee.684@example.org", Some("nn.lee.684")),
            ("o@example.org", Some("xample.org")),
            ("@example.org", Some("xample.org")),
            ("山田太郎", Some("山田太郎")),
        ] {
            assert_eq!(looked_up(needle), expected, "{needle}");
        }
    }
}
