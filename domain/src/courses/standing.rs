//! Where a course of somebody stands on a day.

use crate::id::{CourseId, EnrollmentId};
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// Where a course of somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseStanding {
    /// Done.
    Completed,
    /// Can no longer be opened: its license has ended.
    Ended,
    /// Cannot be opened yet: its license begins later.
    Later,
    /// Should have been done.
    Overdue,
    /// Begun.
    UnderWay,
    /// Not begun.
    New,
}

/// A course somebody is enrolled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserEnrollment {
    /// Its id.
    pub id: EnrollmentId,
    /// The course.
    pub course: CourseId,
    /// Its title.
    pub title: String,
    /// Percent done.
    pub progress: u8,
    /// When it is due.
    pub due_date: Option<Date>,
    /// When it was opened first.
    pub started_at: Option<Timestamp>,
    /// When it was completed.
    pub completed_at: Option<Timestamp>,
    /// The license whose seat opens it, with its first and last day; none for a direct grant.
    pub license: Option<(String, Date, Date)>,
    /// Whether that license is archived.
    pub license_archived: bool,
}

impl UserEnrollment {
    /// Where it stands on a day.
    pub fn on(&self, today: Date) -> CourseStanding {
        if self.completed_at.is_some() {
            return CourseStanding::Completed;
        }
        match &self.license {
            Some((_, _, last)) if *last < today || self.license_archived => CourseStanding::Ended,
            Some((_, first, _)) if *first > today => CourseStanding::Later,
            _ if self.due_date.is_some_and(|due| due < today) => CourseStanding::Overdue,
            _ if self.started_at.is_some() => CourseStanding::UnderWay,
            _ => CourseStanding::New,
        }
    }

    /// Whether its user can open it on a day; what is completed can be read again.
    pub fn opens_on(&self, today: Date) -> bool {
        match &self.license {
            Some((_, first, last)) => !self.license_archived && *first <= today && today <= *last,
            None => true,
        }
    }
}

/// A course of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyCourse {
    /// The enrollment.
    pub enrollment: UserEnrollment,
    /// Where it stands today.
    pub standing: CourseStanding,
    /// Whether it can be opened today.
    pub opens: bool,
    /// The address of its certificate.
    pub certificate: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use uuid::Uuid;

    #[test]
    fn a_course_stands_where_its_license_its_progress_and_its_date_put_it() {
        let today = Date::parse("2026-06-01").unwrap();
        let plain = UserEnrollment {
            id: EnrollmentId::from_uuid(Uuid::nil()),
            course: CourseId::from_uuid(Uuid::nil()),
            title: "Safety".to_owned(),
            progress: 0,
            due_date: None,
            started_at: None,
            completed_at: None,
            license: None,
            license_archived: false,
        };
        let by_seat =
            |first: i32, last: i32| Some(("L".to_owned(), today.plus_days(first), today.plus_days(last)));
        let done = UserEnrollment {
            completed_at: Some(Timestamp::start_of(today)),
            license: by_seat(-9, -1),
            ..plain.clone()
        };
        assert_eq!(
            (done.on(today), done.opens_on(today)),
            (CourseStanding::Completed, false)
        );
        let later = UserEnrollment {
            license: by_seat(1, 9),
            ..plain.clone()
        };
        assert_eq!(
            (later.on(today), later.opens_on(today)),
            (CourseStanding::Later, false)
        );
        let late = UserEnrollment {
            due_date: Some(today.plus_days(-1)),
            license: by_seat(-1, 0),
            ..plain.clone()
        };
        assert_eq!(
            (late.on(today), late.opens_on(today)),
            (CourseStanding::Overdue, true)
        );
        let put_away = UserEnrollment {
            license_archived: true,
            ..late
        };
        assert_eq!(put_away.on(today), CourseStanding::Ended);
        assert_eq!(plain.on(today), CourseStanding::New);
    }
}
