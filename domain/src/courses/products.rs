//! Bundles and events: the products beside courses, and the forms that make them.

use crate::id::{BundleId, CourseId, EventId, UserId};
use crate::licenses::short_text;
use crate::time::{Date, Span, Timestamp};
use crate::users::{NotValid, Rule, UserState};
use serde::{Deserialize, Serialize};

/// A set of courses that are given together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// Its id.
    pub id: BundleId,
    /// Its title.
    pub title: String,
    /// Its courses, by title.
    pub courses: Vec<(CourseId, String)>,
    /// Whether it is archived.
    pub archived: bool,
}

/// A bundle as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BundleForm {
    /// Title.
    pub title: String,
    /// Courses.
    pub courses: Vec<CourseId>,
    /// Whether it is archived.
    pub archived: bool,
}

/// Something that happens at a time and, perhaps, a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// Where it is.
    pub place: Option<String>,
    /// Whether it is archived.
    pub archived: bool,
}

/// Somebody who attends an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Email; the username of those without one.
    pub contact: String,
    /// Whether they can sign in.
    pub state: UserState,
}

/// A page of those who attend an event, in the order of joining the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendeeList {
    /// The rows.
    pub attendees: Vec<Attendee>,
    /// The last of them, if there are more.
    pub next: Option<UserId>,
}

/// An event as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EventForm {
    /// Title.
    pub title: String,
    /// The day.
    pub day: String,
    /// The time of day in UTC, as 09:30.
    pub time: String,
    /// Where it is.
    pub place: String,
    /// Whether it is archived.
    pub archived: bool,
}

/// An event to be made, or what one becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTerms {
    /// Title: 1 to 200 characters.
    pub title: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// Where it is.
    pub place: Option<String>,
    /// Whether it is archived.
    pub archived: bool,
}

/// Why a bundle or event is not made or changed, or nobody attends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ProductRefused {
    /// A field is not what it should be.
    #[error("{0}")]
    Field(NotValid),
    /// A course is gone.
    #[error("a chosen course no longer exists: choose again")]
    CourseGone,
    /// Nobody who could attend has this email or username.
    #[error("nobody who is active has this email or username")]
    Nobody,
}

impl From<NotValid> for ProductRefused {
    fn from(wrong: NotValid) -> Self {
        Self::Field(wrong)
    }
}

impl BundleForm {
    /// The form with each course once, or what is wrong with it.
    pub fn parse(mut self) -> Result<Self, ProductRefused> {
        self.title = short_text(&self.title, 200, "a title")?;
        self.courses.sort_unstable();
        self.courses.dedup();
        if self.courses.is_empty() {
            Err(NotValid::breaking(Rule::ChooseOne, "choose at least one course").into())
        } else {
            Ok(self)
        }
    }
}

impl EventForm {
    /// The event that the form describes, or what is wrong with it.
    pub fn parse(self) -> Result<EventTerms, ProductRefused> {
        let day = Date::parse(&self.day).map_err(NotValid::from)?;
        let place = self.place.trim();
        Ok(EventTerms {
            title: short_text(&self.title, 200, "a title")?,
            starts_at: Timestamp::start_of(day) + time(&self.time)?,
            place: (!place.is_empty()).then(|| place.chars().take(200).collect()),
            archived: self.archived,
        })
    }
}

fn time(text: &str) -> Result<Span, NotValid> {
    let parts = text.trim().split_once(':');
    let number = |text: &str| text.parse::<u8>().ok();
    match parts.and_then(|(hours, minutes)| Some((number(hours)?, number(minutes)?))) {
        Some((hours @ 0..24, minutes @ 0..60)) => {
            Ok(Span::minutes(i64::from(hours) * 60 + i64::from(minutes)))
        }
        _ => Err(NotValid::breaking(Rule::Time, "not a time: write it as 09:30")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_begins_at_a_time_of_a_day() {
        let form = |day: &str, time: &str| EventForm {
            title: " Open day ".into(),
            day: day.into(),
            time: time.into(),
            ..EventForm::default()
        };
        let terms = form("2026-05-01", "09:30").parse().unwrap();
        assert_eq!(terms.title, "Open day");
        assert_eq!(terms.starts_at.to_string(), "2026-05-01T09:30:00Z");
        let rule = |refused: ProductRefused| match refused {
            ProductRefused::Field(wrong) => wrong.rule(),
            ProductRefused::CourseGone | ProductRefused::Nobody => Rule::Other,
        };
        assert_eq!(form("2026-05-01", "24:00").parse().map_err(rule), Err(Rule::Time));
        assert_eq!(form("soon", "09:30").parse().map_err(rule), Err(Rule::Date));
        assert_eq!(BundleForm::default().parse().map_err(rule), Err(Rule::Needed));
    }
}
