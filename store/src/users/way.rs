//! The short way to users whom a filter names by something they have: from those who have a label, say, to their accounts,
//! rather than past every account to ask whether it has the label.
//!
//! The short way costs as much as many have it, the long one as much as there are accounts between two who do. So a page takes
//! the short way where few have it; and counting, which stops early, wherever nothing else is asked.

use super::search::Terms;
use crate::Kind;
use crate::fault::Fault;
use crate::sql::{Connection, Sql, sql};
use domain::id::OrganizationId;
use domain::users::UserFilter;

/// As many as a page goes through one by one, and as a count looks at first: it shows no more than five hundred, and some of these
/// may be there twice, or not be in the list.
const FEW: i64 = 2_000;

/// How many of those who have something are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holders {
    All,
    Some,
}

/// By what users are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Labels,
    Licenses,
    Groups,
    Due,
}

impl Way {
    /// By what a filter names users, if it does; of several, what the fewest mostly have.
    pub fn by(filter: &UserFilter) -> Option<Self> {
        let ways = [
            (Self::Labels, !filter.labels.is_empty()),
            (Self::Licenses, !filter.licenses.is_empty()),
            (Self::Groups, !filter.groups.is_empty()),
            (Self::Due, filter.due_to.is_some()),
        ];
        ways.into_iter().find(|(_, set)| *set).map(|(way, _)| way)
    }

    /// Whether so few have what the filter asks for that a page may go through them one by one.
    pub async fn is_of_few(
        self,
        on: &mut impl Connection,
        organization: OrganizationId,
        filter: &UserFilter,
    ) -> Result<bool, Fault> {
        let mut statement = sql("SELECT COUNT(*) AS value FROM (SELECT 1");
        self.push_holders(&mut statement, organization, filter);
        statement.push(" LIMIT ").push_bind(FEW).push(") counted");
        let (count,): (i64,) = statement.fetch_one(on).await?;
        Ok(count < FEW)
    }

    /// The filter without what the way has answered already.
    pub fn rest(self, filter: &UserFilter) -> UserFilter {
        let mut rest = filter.clone();
        match self {
            Self::Labels => rest.labels.clear(),
            Self::Licenses => rest.licenses.clear(),
            Self::Groups => rest.groups.clear(),
            Self::Due => rest.due_to = None,
        }
        rest
    }

    /// Whether somebody may be there twice: in two groups of those asked for, or with two courses due.
    fn repeats(self, filter: &UserFilter) -> bool {
        match self {
            Self::Labels => filter.labels.len() > 1,
            Self::Licenses => filter.licenses.len() > 1,
            Self::Groups => filter.groups.len() > 1,
            Self::Due => true,
        }
    }

    /// Appends ` FROM … WHERE …`: the rows that name users, each by its `d.user_id`.
    fn push_holders(self, statement: &mut Sql, organization: OrganizationId, filter: &UserFilter) {
        match self {
            Self::Labels => statement
                .push(" FROM user_labels d WHERE d.label_id IN ")
                .push_list(filter.labels.iter().copied()),
            Self::Licenses => statement
                .push(" FROM seats d WHERE d.returned_at IS NULL AND d.license_id IN ")
                .push_list(filter.licenses.iter().copied()),
            Self::Groups => statement
                .push(" FROM group_members d WHERE d.group_id IN ")
                .push_list(filter.groups.iter().copied()),
            Self::Due => statement
                .push(
                    " FROM enrollments d WHERE d.archived_at IS NULL AND d.completed_at IS NULL
                       AND d.due_date IS NOT NULL AND d.organization_id = ",
                )
                .push_bind(organization)
                .push(" AND d.due_date <= ")
                .push_bind(filter.due_to),
        };
    }
}

/// Whether a filter asks no more than who is in the list.
pub(super) fn asks_nothing(filter: &UserFilter) -> bool {
    let all = UserFilter {
        states: filter.states.clone(),
        sort: filter.sort,
        ..UserFilter::default()
    };
    *filter == all
}

/// Appends ` FROM users u WHERE u.organization_id = …`, by the short way where there is one, and returns what of the filter is
/// still to be asked. In SQLite `CROSS JOIN` is also the order in which the tables are read.
pub(super) fn push_users(
    statement: &mut Sql,
    kind: Kind,
    organization: OrganizationId,
    filter: &UserFilter,
    way: Option<(Way, Holders)>,
) -> UserFilter {
    let Some((way, holders)) = way else {
        statement
            .push(" FROM users u WHERE u.organization_id = ")
            .push_bind(organization);
        return filter.clone();
    };
    statement.push(if way.repeats(filter) {
        " FROM (SELECT DISTINCT h.user_id FROM (SELECT d.user_id"
    } else {
        " FROM (SELECT h.user_id FROM (SELECT d.user_id"
    });
    way.push_holders(statement, organization, filter);
    if holders == Holders::Some {
        if !way.repeats(filter) {
            // Ids begin with the time: of the first ones, most are no longer in the list.
            statement.push(" ORDER BY d.user_id DESC");
        }
        statement.push(" LIMIT ").push_bind(FEW);
    }
    statement
        .push(match kind {
            // Without statistics it would rather take the order of the list for each of them.
            Kind::Sqlite => ") h) d CROSS JOIN users u INDEXED BY users_standing",
            Kind::Postgres => ") h) d CROSS JOIN users u",
        })
        .push(" WHERE u.id = d.user_id AND u.organization_id = ")
        .push_bind(organization);
    Terms::of(&filter.search).push_walked(statement, kind);
    UserFilter {
        search: String::new(),
        ..way.rest(filter)
    }
}
