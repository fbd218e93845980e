//! A page of those whom a search finds. Its index knows nothing of names, so all who are found are counted and put in order at
//! once. Where they are too many for that, a walk by name meets enough of them soon.

use super::list::{COLUMNS, Listed, Part};
use super::matching::COUNTED;
use super::place::{push_order, push_page};
use super::search::{Terms, push_filter};
use super::way::asks_nothing;
use crate::Reader;
use crate::fault::Fault;
use crate::sql::{Connection as _, FromRow, Row, sql};
use crate::{Kind, access::Grant};
use domain::access::{Scope, ViewUsers};
use domain::users::{PageAt, SortBy, UserFilter};

/// As many are put in order at once: about as long as a walk takes to meet a page of them.
const FEW: i64 = 50_000;

struct Found {
    user: Listed,
    many: i64,
}

impl FromRow for Found {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            user: Listed::from_row(row)?,
            many: row.get("many")?,
        })
    }
}

/// A search in the whole organization, and nothing else, that the index can answer.
pub(super) struct Search {
    terms: Terms,
    rest: UserFilter,
}

impl Search {
    /// The search that a filter is, if it is one.
    pub fn of(grant: &Grant<ViewUsers>, filter: &UserFilter) -> Option<Self> {
        let terms = Terms::of(&filter.search);
        let rest = UserFilter {
            search: String::new(),
            ..filter.clone()
        };
        let is_one = *grant.scope() == Scope::Organization && terms.are_indexed() && asks_nothing(&rest);
        is_one.then_some(Self { terms, rest })
    }

    /// A page in the order in which it is read.
    pub async fn page(
        &self,
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        at: &PageAt,
        limit: i64,
    ) -> Result<Part, Fault> {
        let (rows, more) = self.found(grant, reader, at, limit).await?;
        let mut many = rows.first().map(|row| row.many);
        if many.is_none() && *at != PageAt::Start {
            let (first, _) = self.found(grant, reader, &PageAt::Start, 1).await?;
            many = first.first().map(|row| row.many);
        }
        if many == Some(FEW) {
            return self.walk(grant, reader, at, limit).await;
        }
        Ok(Part {
            rows: rows.into_iter().map(|row| row.user).collect(),
            more,
            count: Some(many.unwrap_or(0).min(COUNTED)),
        })
    }

    /// The same of as many as are put in order at once, with how many they are.
    async fn found(
        &self,
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        at: &PageAt,
        limit: i64,
    ) -> Result<(Vec<Found>, bool), Fault> {
        let (kind, sort) = (reader.kind(), self.rest.sort);
        let mut statement = sql("WITH found AS MATERIALIZED (SELECT u.id, ");
        statement.push(match sort {
            SortBy::Name => "u.sort_name",
            SortBy::Joined => "u.joined_at",
            SortBy::LastAccess => "u.last_access_at",
        });
        self.terms.push_found(&mut statement, kind, grant.organization());
        push_filter(&mut statement, kind, &self.rest);
        if kind == Kind::Sqlite {
            // `PostgreSQL` finds no more than are taken anyway, and told of a limit it would read the whole table up to there.
            statement.push(" LIMIT ").push_bind(FEW);
        }
        statement
            .push(") ")
            .push(COLUMNS)
            .push(", p.many FROM (SELECT u.id, (SELECT COUNT(*) FROM (SELECT 1 FROM found LIMIT ")
            .push_bind(FEW)
            .push(") counted) AS many FROM (SELECT * FROM found LIMIT ")
            .push_bind(FEW)
            .push(") u WHERE TRUE");
        push_page(&mut statement, kind, sort, at);
        statement
            .push(" LIMIT ")
            .push_bind(limit + 1)
            .push(") p CROSS JOIN users u WHERE u.id = p.id");
        push_order(&mut statement, kind, sort, at);
        statement.fetch_page(limit, reader).await
    }

    /// The same past everybody, by name.
    async fn walk(
        &self,
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        at: &PageAt,
        limit: i64,
    ) -> Result<Part, Fault> {
        let (kind, sort) = (reader.kind(), self.rest.sort);
        let mut statement = sql(COLUMNS);
        statement
            .push(" FROM users u WHERE u.organization_id = ")
            .push_bind(grant.organization());
        push_filter(&mut statement, kind, &self.rest);
        self.terms.push_walked(&mut statement, kind);
        push_page(&mut statement, kind, sort, at);
        let (rows, more) = statement.fetch_page(limit, reader).await?;
        Ok(Part {
            rows,
            more,
            count: Some(COUNTED),
        })
    }
}
