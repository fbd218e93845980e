//! A page of those whom a search finds. Its index knows nothing of names, so all who are found are counted and put in order at
//! once. Where they are too many for that, a walk by name meets enough of them soon.

use super::list::{COLUMNS, Listed, Part};
use super::matching::COUNTED;
use super::place::{push_order, push_page};
use super::search::{Terms, push_filter};
use super::way::asks_nothing;
use crate::Reader;
use crate::fault::Fault;
use crate::sql::{Connection as _, rows, sql};
use crate::{Kind, access::Grant};
use domain::access::{Scope, ViewUsers};
use domain::tally::Tally;
use domain::users::{PageAt, SortBy, UserFilter};

/// As many are put in order at once: about as long as a walk takes to meet a page of them.
const FEW: i64 = 50_000;

rows! {
    #[derive(Clone, Copy, Default)]
    struct Counts from "users" {
        /// How many the index knows of, counted up to [`FEW`].
        hits: i64,
        /// How many of them are in the list, counted up to [`COUNTED`].
        listed: i64,
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
        let mut counts = rows.first().map(|(_, counts)| *counts);
        if counts.is_none() && *at != PageAt::Start {
            let (first, _) = self.found(grant, reader, &PageAt::Start, 1).await?;
            counts = first.first().map(|(_, counts)| *counts);
        }
        let Counts { hits, listed } = match counts {
            Some(counts) => counts,
            None => self.unlisted(reader).await?,
        };
        let count = Tally::up_to(COUNTED, listed);
        if hits < FEW {
            let rows = rows.into_iter().map(|(user, _)| user).collect();
            let count = Some(count);
            return Ok(Part { rows, more, count });
        }
        let (rows, more) = self.walk(grant, reader, at, limit).await?;
        // Those who are listed were counted among the first hits alone.
        let count = count.more.then_some(count);
        Ok(Part { rows, more, count })
    }

    /// The same of as many as are put in order at once, with how many they are.
    async fn found(
        &self,
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        at: &PageAt,
        limit: i64,
    ) -> Result<(Vec<(Listed, Counts)>, bool), Fault> {
        let (kind, sort) = (reader.kind(), self.rest.sort);
        // `PostgreSQL` learns of its hits by reading their accounts, so it keeps what it has read; in SQLite that takes longer
        // than looking twice.
        let mut statement = sql(match kind {
            Kind::Sqlite => "WITH found AS NOT MATERIALIZED (SELECT u.id, ",
            Kind::Postgres => "WITH found AS MATERIALIZED (SELECT u.id, ",
        });
        statement.push(match sort {
            SortBy::Name => "u.sort_name",
            SortBy::Joined => "u.joined_at",
            SortBy::LastAccess => "u.last_access_at",
        });
        self.terms
            .push_found(&mut statement, kind, grant.organization(), FEW);
        push_filter(&mut statement, kind, &self.rest);
        statement
            .push(") ")
            .push(COLUMNS)
            .push(", (SELECT COUNT(*) FROM (SELECT 1 FROM found LIMIT ")
            .push_bind(COUNTED)
            .push(") l) AS listed, (SELECT COUNT(*) FROM (");
        match kind {
            Kind::Sqlite => {
                self.terms.push_matches(&mut statement, FEW);
                statement
                    .push(") h) AS hits FROM users u WHERE u.id IN (SELECT u.id FROM found u WHERE TRUE");
            }
            // Here, not where it is defined: told of a limit there, it would read the whole table up to it.
            Kind::Postgres => {
                statement
                    .push("SELECT 1 FROM found LIMIT ")
                    .push_bind(FEW)
                    .push(") h) AS hits FROM users u WHERE u.id IN (SELECT u.id FROM (SELECT * FROM found LIMIT ")
                    .push_bind(FEW)
                    .push(") u WHERE TRUE");
            }
        }
        push_page(&mut statement, kind, sort, at);
        statement.push(" LIMIT ").push_bind(limit + 1).push(")");
        push_order(&mut statement, kind, sort, at);
        statement.fetch_page(limit, reader).await
    }

    /// How many the index knows of where nobody among them is in the list: in SQLite there may be somebody beyond, while
    /// `PostgreSQL` counts those in the list alone.
    async fn unlisted(&self, reader: &mut Reader) -> Result<Counts, Fault> {
        if reader.kind() == Kind::Postgres {
            return Ok(Counts::default());
        }
        let mut statement = sql("SELECT COUNT(*) AS hits, 0 AS listed FROM (");
        self.terms.push_matches(&mut statement, FEW);
        statement.push(") h");
        statement.fetch_one(reader).await
    }

    /// The same past everybody, by name.
    async fn walk(
        &self,
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        at: &PageAt,
        limit: i64,
    ) -> Result<(Vec<Listed>, bool), Fault> {
        let (kind, sort) = (reader.kind(), self.rest.sort);
        let mut statement = sql(COLUMNS);
        statement
            .push(" FROM users u WHERE u.organization_id = ")
            .push_bind(grant.organization());
        push_filter(&mut statement, kind, &self.rest);
        self.terms.push_walked(&mut statement, kind);
        push_page(&mut statement, kind, sort, at);
        statement.fetch_page(limit, reader).await
    }
}
