//! The list of users as lines of cells, a page at a time.

use super::book::Cell;
use crate::access::Grant;
use crate::fault::Fault;
use crate::groups::Places;
use crate::sql::{Sql, rows, sql};
use crate::users;
use domain::access::ViewUsers;
use domain::id::{CourseId, LabelId, SeatId, UserId};
use domain::imports::Field;
use domain::licenses::Pick;
use domain::time::Date;
use domain::users::{ExternalId, PageAt, ProfileText, UserFilter, UserState, UserSummary};
use std::collections::HashMap;
use uuid::Uuid;

/// Users read at a time.
const PAGE: i64 = 500;
const PAGE_OF_THESE: usize = 500;

/// The columns: those of an import but for its instructions (`password`, `oldusername`, `deleted`).
pub(super) const FIELDS: [Field; 20] = [
    Field::Username,
    Field::FirstName,
    Field::LastName,
    Field::Email,
    Field::Phone,
    Field::Role,
    Field::Department,
    Field::Location,
    Field::Groups,
    Field::Labels,
    Field::Language,
    Field::License,
    Field::Courses,
    Field::DueDate,
    Field::DeletionDate,
    Field::JobTitle,
    Field::Address,
    Field::DateOfBirth,
    Field::ExternalId,
    Field::Archived,
];

rows! {
    #[derive(Debug)]
    struct Profile from "users" {
        id: UserId,
        external_id: Option<ExternalId>,
        job_title: Option<ProfileText>,
        address: Option<ProfileText>,
        date_of_birth: Option<Date>,
    }
    #[derive(Debug)]
    struct Labelled from "user_labels" { user_id: UserId, label_id: LabelId }
    #[derive(Debug)]
    struct Held from "seats" { id: SeatId, user_id: UserId, reference: String }
    #[derive(Debug)]
    struct Open from "enrollments" {
        user_id: UserId,
        course_id: CourseId,
        seat_id: Option<SeatId>,
        due_date: Option<Date>,
        reference: String,
    }
}

/// Lines to come.
#[derive(Debug)]
pub(super) struct Lines {
    grant: Grant<ViewUsers>,
    names: HashMap<Uuid, String>,
    rest: Rest,
}

/// Whose lines are to come.
#[derive(Debug)]
enum Rest {
    /// Those from this place of a list on.
    List(Box<UserFilter>, Option<PageAt>),
    /// These.
    These(std::vec::IntoIter<UserId>),
}

impl Lines {
    pub(super) async fn of(grant: &Grant<ViewUsers>, pick: Pick) -> Result<Self, Fault> {
        let Places {
            groups,
            locations,
            departments,
            labels,
        } = users::places(grant).await?;
        let mut names: HashMap<Uuid, String> = HashMap::new();
        names.extend(groups.into_iter().map(|(id, name)| (id.into(), name)));
        names.extend(locations.into_iter().map(|(id, name)| (id.into(), name)));
        names.extend(departments.into_iter().map(|(id, name)| (id.into(), name)));
        names.extend(labels.into_iter().map(|(id, name)| (id.into(), name)));
        Ok(Self {
            grant: grant.clone(),
            names,
            rest: match pick {
                Pick::Matching(filter) => Rest::List(Box::new(filter), Some(PageAt::Start)),
                Pick::These(users) => Rest::These(users::in_order(grant, &users).await?.into_iter()),
            },
        })
    }

    /// The next lines, if there are any.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Fault> {
        let users = match &mut self.rest {
            Rest::List(filter, at) => {
                let Some(here) = at.take() else { return Ok(None) };
                let page = users::list(self.grant.clone(), filter, &here, PAGE).await?;
                // The list begins anew where everybody after a place has gone; a file does not.
                if here != PageAt::Start && page.previous.is_none() {
                    return Ok(None);
                }
                *at = page.next.map(PageAt::After);
                page.users
            }
            Rest::These(rest) => {
                let some: Vec<UserId> = rest.take(PAGE_OF_THESE).collect();
                users::these(&self.grant, &some).await?
            }
        };
        if users.is_empty() {
            return Ok(None);
        }
        let mut details = self.details(&users).await?;
        let lines = users.iter().map(|user| {
            let details = details.remove(&user.id).unwrap_or_default();
            self.line(user, details)
        });
        Ok(Some(lines.collect()))
    }

    fn line(&self, user: &UserSummary, details: Details) -> Vec<Cell> {
        let text = |text: &str| Cell::Text(text.to_owned());
        let named = |id: Option<Uuid>| Cell::from(id.map(|id| self.name(id)));
        let list = |ids: Vec<Uuid>| {
            let names: Vec<String> = ids.into_iter().map(|id| listed(id, self.name(id))).collect();
            Cell::from(Some(names.join(";")))
        };
        let seat = details.seat.as_ref().map(|seat| seat.id);
        let open: Vec<&Open> = details.open.iter().filter(|open| open.seat_id == seat).collect();
        let courses: Vec<String> = open
            .iter()
            .map(|open| listed(open.course_id.into(), open.reference.clone()))
            .collect();
        // A row has one due date; where courses differ, none is better than a wrong one.
        let due = open.first().and_then(|first| first.due_date);
        let due = due.filter(|due| open.iter().all(|open| open.due_date == Some(*due)));
        let profile = details.profile;
        FIELDS
            .iter()
            .map(|field| match field {
                Field::Username => text(user.username.as_str()),
                Field::FirstName => text(user.first_name.as_str()),
                Field::LastName => text(user.last_name.as_str()),
                Field::Email => user.email.as_ref().map(ToString::to_string).into(),
                Field::Phone => user.phone.as_ref().map(ToString::to_string).into(),
                Field::Role => text(user.role.as_str()),
                Field::Department => named(user.department.map(Into::into)),
                Field::Location => named(user.location.map(Into::into)),
                Field::Groups => list(user.groups.iter().map(|(group, _)| (*group).into()).collect()),
                Field::Labels => list(details.labels.iter().map(|label| (*label).into()).collect()),
                Field::Language => text(user.language.as_str()),
                Field::License => details.seat.as_ref().map(|seat| seat.reference.clone()).into(),
                Field::Courses => Some(courses.join(";")).into(),
                Field::DueDate => due.into(),
                Field::DeletionDate => user.status.deletion_date.into(),
                Field::JobTitle => profile
                    .as_ref()
                    .and_then(|p| p.job_title.as_ref())
                    .map(ToString::to_string)
                    .into(),
                Field::Address => profile
                    .as_ref()
                    .and_then(|p| p.address.as_ref())
                    .map(ToString::to_string)
                    .into(),
                Field::DateOfBirth => profile.as_ref().and_then(|p| p.date_of_birth).into(),
                Field::ExternalId => profile
                    .as_ref()
                    .and_then(|p| p.external_id.as_ref())
                    .map(ToString::to_string)
                    .into(),
                Field::Archived if user.status.state == UserState::Archived => text("yes"),
                Field::Archived => text("no"),
                Field::Password | Field::OldUsername | Field::Deleted => Cell::Empty,
            })
            .collect()
    }

    fn name(&self, id: Uuid) -> String {
        self.names.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// What the list does not show, for some users.
    async fn details(&self, users: &[UserSummary]) -> Result<HashMap<UserId, Details>, Fault> {
        let mut reader = self.grant.read().await?;
        let of = |text: &'static str, order: &'static str| -> Sql {
            let mut statement = sql(text);
            statement.push_list(users.iter().map(|user| user.id)).push(order);
            statement
        };
        let profiles: Vec<Profile> = of(
            "SELECT id, external_id, job_title, address, date_of_birth FROM users WHERE id IN ",
            "",
        )
        .fetch_all(&mut reader)
        .await?;
        let labels: Vec<Labelled> = of(
            "SELECT user_id, label_id FROM user_labels WHERE user_id IN ",
            " ORDER BY user_id, label_id",
        )
        .fetch_all(&mut reader)
        .await?;
        let seats: Vec<Held> = of(
            "SELECT s.id, s.user_id, l.reference FROM seats s JOIN licenses l ON l.id = s.license_id
             WHERE s.returned_at IS NULL AND s.user_id IN ",
            " ORDER BY l.valid_to, s.id",
        )
        .fetch_all(&mut reader)
        .await?;
        let open: Vec<Open> = of(
            "SELECT e.user_id, e.course_id, e.seat_id, e.due_date, c.reference FROM enrollments e
             JOIN courses c ON c.id = e.course_id WHERE e.archived_at IS NULL AND e.user_id IN ",
            " ORDER BY c.reference_key",
        )
        .fetch_all(&mut reader)
        .await?;
        let mut details: HashMap<UserId, Details> = HashMap::new();
        for profile in profiles {
            let of = details.entry(profile.id).or_default();
            of.profile = Some(profile);
        }
        for label in labels {
            details
                .entry(label.user_id)
                .or_default()
                .labels
                .push(label.label_id);
        }
        // The license that lasts longest comes last and stays.
        for seat in seats {
            let of = details.entry(seat.user_id).or_default();
            of.seat = Some(seat);
        }
        for open in open {
            details.entry(open.user_id).or_default().open.push(open);
        }
        Ok(details)
    }
}

#[derive(Debug, Default)]
struct Details {
    profile: Option<Profile>,
    labels: Vec<LabelId>,
    seat: Option<Held>,
    open: Vec<Open>,
}

/// A name in a list; its id where the name would read as two.
fn listed(id: Uuid, name: String) -> String {
    if name.contains(';') { id.to_string() } else { name }
}
