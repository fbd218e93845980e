//! Who holds a seat of a license, and who could: everyone, part by part, of organizations that a browser can hold, else
//! the first of those who match.

use super::list::find;
use crate::Reader;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, Sql, rows, sql};
use crate::users::push_filter;
use domain::access::ViewLicenses;
use domain::id::{DepartmentId, GroupId, LicenseId, LocationId, SeatId, UserId};
use domain::licenses::{Hold, Roster, RosterEntry};
use domain::time::Timestamp;
use domain::users::{Cursor, Email, PersonName, UserFilter, UserState, Username};
use std::collections::HashMap;

/// The most people that a browser is given.
const HELD_WHOLE: i64 = 50_000;

/// People that a browser takes in without dropping a frame.
const PART: i64 = 1_500;

/// Rows of a side that is not held whole.
const SHOWN: i64 = 200;

/// The two sides of the allocator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who holds a seat, archived users too.
    Holders,
    /// Who could: everyone else who is not archived.
    Others,
}

/// Some of the people of both sides.
#[derive(Debug, Clone)]
pub struct RosterPart {
    /// They, by name.
    pub people: Roster,
    /// The last of them, if there are more.
    pub next: Option<Cursor>,
}

/// Some of the people of a side.
#[derive(Debug, Clone)]
pub struct People {
    /// The first of them, by name.
    pub shown: Roster,
    /// How many there are.
    pub count: i64,
}

rows! {
    struct Person from "users" {
        id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        sort_name: String,
        email: Option<Email>,
        username: Username,
        state: UserState,
        location_id: Option<LocationId>,
        department_id: Option<DepartmentId>,
        seat_id: Option<SeatId>,
        started_at: Option<Timestamp>,
    }
    struct Member from "group_members" { user_id: UserId, group_id: GroupId }
}

const COLUMNS: &str =
    "SELECT u.id, u.first_name, u.last_name, u.sort_name, u.email, u.username, u.state, u.location_id,
     u.department_id, s.id AS seat_id, s.started_at ";
const FROM: &str =
    "FROM users u LEFT JOIN seats s ON s.user_id = u.id AND s.returned_at IS NULL AND s.license_id = ";

/// Everyone of both sides by name, part by part; none if a browser cannot hold them all.
pub async fn roster<R>(
    grant: Grant<ViewLicenses>,
    license: LicenseId,
    after: Option<&Cursor>,
) -> Result<Option<RosterPart>, Failure<R>> {
    let mut reader = grant.read().await?;
    let organization = grant.organization();
    find(&mut reader, organization, license)
        .await?
        .ok_or(Failure::NotFound)?;
    let (users,): (i64,) = sql(
        "SELECT COALESCE(CAST(SUM(users) AS BIGINT), 0) AS value FROM user_counts WHERE organization_id = $1",
    )
    .bind(organization)
    .fetch_one(&mut reader)
    .await?;
    if users > HELD_WHOLE {
        return Ok(None);
    }
    let mut select = sql(COLUMNS);
    select.push(FROM).push_bind(license);
    select.push(" WHERE u.organization_id = ").push_bind(organization);
    select.push(" AND (u.state <> 'archived' OR s.id IS NOT NULL)");
    if let Some(after) = after {
        select
            .push(" AND (u.sort_name, u.id) > (")
            .push_bind(after.key.as_str())
            .push(", ")
            .push_bind(after.id)
            .push(")");
    }
    select.push(" ORDER BY u.sort_name, u.id");
    let (people, more) = select.fetch_page::<Person>(PART, &mut reader).await?;
    let last = people.last().filter(|_| more);
    let next = last.map(|last| Cursor {
        key: last.sort_name.clone(),
        id: last.id,
    });
    let members = groups_of(&mut reader, &people).await?;
    Ok(Some(RosterPart {
        people: pack(people, members),
        next,
    }))
}

/// The first of those of a side who match, and how many do.
pub async fn people<R>(
    grant: Grant<ViewLicenses>,
    license: LicenseId,
    side: Side,
    filter: &UserFilter,
) -> Result<People, Failure<R>> {
    let mut reader = grant.read().await?;
    let organization = grant.organization();
    find(&mut reader, organization, license)
        .await?
        .ok_or(Failure::NotFound)?;
    let kind = reader.kind();
    let narrowed = |mut select: Sql| {
        select.push(FROM).push_bind(license);
        select.push(" WHERE u.organization_id = ").push_bind(organization);
        push_filter(&mut select, kind, filter);
        select.push(match side {
            Side::Holders => " AND s.id IS NOT NULL",
            Side::Others => " AND s.id IS NULL AND u.state <> 'archived'",
        });
        select
    };
    let (count,): (i64,) = narrowed(sql("SELECT COUNT(*) AS value "))
        .fetch_one(&mut reader)
        .await?;
    let mut select = narrowed(sql(COLUMNS));
    select.push(" ORDER BY u.sort_name, u.id LIMIT ").push_bind(SHOWN);
    let people: Vec<Person> = select.fetch_all(&mut reader).await?;
    let members = groups_of(&mut reader, &people).await?;
    Ok(People {
        shown: pack(people, members),
        count,
    })
}

async fn groups_of(reader: &mut Reader, people: &[Person]) -> Result<Vec<Member>, Fault> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = sql("SELECT user_id, group_id FROM group_members WHERE user_id IN ");
    select.push_list(people.iter().map(|person| person.id));
    select.fetch_all(reader).await
}

fn pack(people: Vec<Person>, members: Vec<Member>) -> Roster {
    let mut groups: HashMap<UserId, Vec<GroupId>> = HashMap::new();
    for member in members {
        groups.entry(member.user_id).or_default().push(member.group_id);
    }
    let mut roster = Roster::default();
    for person in people {
        let contact = person
            .email
            .map_or_else(|| person.username.to_string(), |email| email.to_string());
        roster.add(&RosterEntry {
            user: person.id,
            name: format!("{} {}", person.first_name, person.last_name),
            sort_name: person.sort_name,
            contact,
            state: person.state,
            location: person.location_id,
            department: person.department_id,
            groups: groups.remove(&person.id).unwrap_or_default(),
            seat: person.seat_id.map(|_| match person.started_at {
                None => Hold::Idle,
                Some(_) => Hold::Started,
            }),
        });
    }
    roster
}
