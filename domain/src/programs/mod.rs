//! Programs, which are ordered sets of courses, and their sessions: dated runs in a group.

use crate::access::GroupRole;
use crate::groups::parse_name;
use crate::id::{CourseId, GroupId, ProgramId, ProgramSessionId};
use crate::time::Date;
use crate::users::{NotValid, Rule};
use serde::{Deserialize, Serialize};

/// The most programs there may be: they are chosen from one list.
pub const MOST: usize = 500;

/// A program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its id.
    pub id: ProgramId,
    /// Its title.
    pub title: String,
    /// Its courses in order, by title.
    pub courses: Vec<(CourseId, String)>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// Its id.
    pub id: ProgramSessionId,
    /// The title of its program.
    pub program: String,
    /// The group it belongs to.
    pub group: (GroupId, String),
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
}

/// A session on its own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// What lists say of it.
    pub row: SessionRow,
    /// The courses of its program in order, by title.
    pub courses: Vec<String>,
}

/// The days of a session as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionDays {
    /// First day.
    pub starts_on: String,
    /// Last day.
    pub ends_on: String,
}

impl SessionDays {
    /// Both days, in their order.
    pub fn parse(&self) -> Result<(Date, Date), ProgramRefused> {
        let day = |text: &str| Date::parse(text).map_err(|error| ProgramRefused::Value(error.into()));
        let (from, to) = (day(&self.starts_on)?, day(&self.ends_on)?);
        if to < from {
            let message = "the last day is before the first one";
            return Err(ProgramRefused::Value(NotValid::breaking(Rule::LastDay, message)));
        }
        Ok((from, to))
    }
}

/// The title of a program and its courses, each once and in order.
pub fn parse_program(title: &str, courses: &[CourseId]) -> Result<(String, Vec<CourseId>), ProgramRefused> {
    let title = parse_name(title).map_err(ProgramRefused::Value)?;
    let mut once: Vec<CourseId> = Vec::with_capacity(courses.len());
    for course in courses {
        if !once.contains(course) {
            once.push(*course);
        }
    }
    Ok((title, once))
}

/// Whether somebody can be this in a session: instructor or learner.
pub fn is_session_role(role: GroupRole) -> bool {
    role != GroupRole::Admin
}

/// Why a program or a session is not made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ProgramRefused {
    /// A text is not what it should be.
    #[error("{0}")]
    Value(NotValid),
    /// There are as many programs as there may be.
    #[error("there are {MOST} programs already")]
    TooMany,
    /// A chosen thing is gone.
    #[error("the chosen {0} no longer exists: choose again")]
    Gone(String),
    /// Nobody has this email or username.
    #[error("nobody who is active has this email or username")]
    Nobody,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id as _;

    fn days(starts_on: &str, ends_on: &str) -> SessionDays {
        SessionDays {
            starts_on: starts_on.into(),
            ends_on: ends_on.into(),
        }
    }

    #[test]
    fn a_session_ends_no_earlier_than_it_begins() {
        assert!(days("2026-01-01", "2026-01-01").parse().is_ok());
        assert!(days("2026-01-02", "2026-01-01").parse().is_err());
        assert!(days("soon", "2026-01-01").parse().is_err());
    }

    #[test]
    fn the_courses_of_a_program_keep_their_order() {
        let [one, two] = [1, 2].map(|n| CourseId::from_uuid(uuid::Uuid::from_u128(n)));
        let (title, courses) = parse_program(" Cadet year ", &[two, one, two]).unwrap();
        assert_eq!((title.as_str(), courses), ("Cadet year", vec![two, one]));
    }
}
