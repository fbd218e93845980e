//! How many users match a filter, as far as that is shown, and whether they are few enough to be gone through one by one.

use super::search::push_filter;
use super::way::{Holders, Way, asks_nothing, push_users};
use crate::Reader;
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{Connection as _, sql};
use domain::access::{Scope, ViewUsers};
use domain::tally::Tally;
use domain::users::UserFilter;

/// Matches that no counter knows are counted up to here: more is not worth a walk through the organization.
pub const COUNTED: i64 = 500;

/// What is known of those who match before any of them is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Matching {
    /// The short way to them, where few have what the filter asks for.
    pub way: Option<Way>,
    count: Option<Tally>,
}

impl Matching {
    /// Looks how many have what the filter asks for, as far as it matters.
    pub async fn look(
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        filter: &UserFilter,
    ) -> Result<Self, Fault> {
        let Some(way) = Way::by(filter) else {
            return Ok(Self::default());
        };
        let by = async |reader: &mut Reader, holders| {
            let by = Some((way, holders));
            count_by(grant, reader, filter, by).await.map(Some)
        };
        let is_alone = asks_nothing(&way.rest(filter));
        let mut count = None;
        if is_alone {
            count = by(reader, Holders::Some).await?;
            if count.is_some_and(|count| count.more) {
                return Ok(Self { way: None, count });
            }
        }
        if way.is_of_few(reader, grant.organization(), filter).await? {
            let way = Some(way);
            return Ok(Self { way, count });
        }
        if is_alone {
            count = by(reader, Holders::All).await?;
        }
        Ok(Self { way: None, count })
    }

    /// How many match.
    pub async fn count(
        self,
        grant: &Grant<ViewUsers>,
        reader: &mut Reader,
        filter: &UserFilter,
    ) -> Result<Tally, Fault> {
        match self.count {
            Some(count) => Ok(count),
            None => count_by(grant, reader, filter, self.way.map(|way| (way, Holders::All))).await,
        }
    }
}

/// How many match.
pub(crate) async fn count(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    filter: &UserFilter,
) -> Result<Tally, Fault> {
    let matching = Matching::look(grant, reader, filter).await?;
    matching.count(grant, reader, filter).await
}

async fn count_by(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    filter: &UserFilter,
    way: Option<(Way, Holders)>,
) -> Result<Tally, Fault> {
    if *grant.scope() == Scope::Organization && asks_nothing(filter) {
        return of_states(grant, reader, filter).await;
    }
    let kind = reader.kind();
    let mut statement = sql("SELECT COUNT(*) AS value FROM (SELECT 1");
    let rest = push_users(&mut statement, kind, grant.organization(), filter, way);
    grant.push_scope(&mut statement);
    push_filter(&mut statement, kind, &rest);
    if filter.joined_from.is_some() || filter.joined_to.is_some() {
        // Of those who joined first, most are no longer in the list.
        statement.push(" ORDER BY u.joined_at DESC");
    }
    statement.push(" LIMIT ").push_bind(COUNTED).push(") counted");
    let (count,) = statement.fetch_one(reader).await?;
    Ok(Tally::up_to(COUNTED, count))
}

/// How many of the organization are in the states that a filter asks for, by its counters.
async fn of_states(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    filter: &UserFilter,
) -> Result<Tally, Fault> {
    let mut statement = sql("SELECT users AS value FROM user_counts WHERE organization_id = ");
    statement
        .push_bind(grant.organization())
        .push(" AND state IN ")
        .push_list(filter.effective_states().iter().copied());
    let counters: Vec<(i64,)> = statement.fetch_all(reader).await?;
    Ok(Tally::exact(counters.iter().map(|(users,)| users).sum()))
}
