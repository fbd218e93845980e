//! What another system reports of learners: somebody did something in a course, at a moment.
//!
//! The rules are those of the learner's own page. What comes on top of them is what only a report can have wrong: whom it
//! names, when it says that it was, and how much.

use super::{LearnRefused, UserEnrollment};
use crate::id::{CourseId, LessonId, UserId};
use crate::time::{Span, Timestamp};
use crate::users::{Email, Username};
use serde::Deserialize;

/// The most events of one request.
pub const MOST_EVENTS: usize = 500;
/// The most seconds of one event.
pub const LONGEST_REPORT: u64 = 4 * 60 * 60;
/// The most points of one event.
pub const MOST_POINTS: u64 = 1_000;
/// The highest score of something handed in.
pub const HIGHEST_SCORE: u8 = 100;
/// As many days after it happened, something can still be reported.
pub const REPORTED_WITHIN: i64 = 30;
/// As far as another system's clock may be ahead.
const CLOCKS_DIFFER: Span = Span::minutes(5);

/// Who did it, in the words of the other system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedUser {
    /// By id.
    Id(UserId),
    /// By email.
    Email(Email),
    /// By username.
    Username(Username),
}

/// In which course, in the words of the other system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedCourse {
    /// By id.
    Id(CourseId),
    /// By the word it is called by in files.
    Reference(String),
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Happened {
    /// The course was opened; the first time, this starts the seat.
    Started,
    /// Time was spent in it, up to the moment of the event.
    Time {
        /// Seconds.
        seconds: u64,
    },
    /// A lesson of it was done; the last one completes the course.
    Lesson {
        /// Which.
        lesson: LessonId,
    },
    /// So much of a course without lessons is done. Never moves back.
    Progress {
        /// Percent: 1 to 99.
        percent: u8,
    },
    /// A course without lessons was completed.
    Completed,
    /// Points were earned.
    Xp {
        /// How many.
        points: u64,
    },
}

/// Who, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// Who.
    pub user: NamedUser,
    /// In which course.
    pub course: NamedCourse,
    /// When, as the other system says.
    pub at: Timestamp,
}

impl Occasion {
    /// The moment that is believed: none after the present, none too long ago.
    pub fn moment(&self, now: Timestamp) -> Result<Timestamp, ReportRefused> {
        if self.at > now + CLOCKS_DIFFER || self.at < now - Span::days(REPORTED_WITHIN) {
            return Err(ReportRefused::Moment);
        }
        Ok(self.at.min(now))
    }
}

impl Happened {
    /// Refuses amounts that nobody reaches.
    pub fn plausible(&self) -> Result<(), ReportRefused> {
        let plausible = match self {
            Self::Started | Self::Lesson { .. } | Self::Completed => true,
            Self::Time { seconds } => (1..=LONGEST_REPORT).contains(seconds),
            Self::Progress { percent } => (1..=99).contains(percent),
            Self::Xp { points } => (1..=MOST_POINTS).contains(points),
        };
        if plausible {
            Ok(())
        } else {
            Err(ReportRefused::Amount)
        }
    }

    /// What a refusal of the learner's page means for this.
    pub fn refused(&self, why: LearnRefused) -> ReportRefused {
        match (self, why.into()) {
            (Self::Lesson { .. }, ReportRefused::HasLessons) => ReportRefused::NoSuchLesson,
            (_, refused) => refused,
        }
    }
}

/// What became of something that was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Seconds that counted: fewer than reported where some of them were counted already.
    pub seconds: u64,
    /// Whether it was done before, and this time changed nothing.
    pub repeated: bool,
}

/// How much of the seconds up to `at` counts. What lies before `counted_until` was counted already, and what lies before
/// midnight belongs to another day.
pub fn reportable(seconds: u64, at: Timestamp, counted_until: Option<Timestamp>) -> u64 {
    let since = counted_until.unwrap_or(Timestamp::start_of(at.date()));
    seconds.min(u64::try_from((at - since).as_seconds()).unwrap_or(0))
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $word:literal: $text:literal;)*) => {
        /// Why something reported is not done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        pub enum ReportRefused {
            $($(#[$doc])* #[error($text)] $name),*
        }

        impl ReportRefused {
            /// Every refusal.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word for it. Words are never renamed: programs read them.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $word),*
                }
            }
        }
    };
}

refusals! {
    /// The user is not there.
    UnknownUser = "unknown_user": "there is no such user in this organization";
    /// The user is pending or archived.
    NotActive = "not_active": "the user is not active: approve or reactivate them first";
    /// The course is not there.
    UnknownCourse = "unknown_course": "there is no such course in this organization";
    /// The user has no access to the course.
    NotEnrolled = "not_enrolled": "the user is not enrolled in this course: assign it or give them a seat first";
    /// The license gives no access today.
    Closed = "closed": "the license that opens this course for the user is over, archived or not valid yet";
    /// The course was not begun.
    NotBegun = "not_begun": "the user has not begun this course: report `started` first";
    /// The lesson is of another course.
    NoSuchLesson = "no_such_lesson": "the course has no such lesson";
    /// The course is completed by its lessons.
    HasLessons = "has_lessons": "the course has lessons: report each as `lesson`, the last one completes it";
    /// The course sets no contest.
    NoContest = "no_contest": "the course sets no contest to hand something in for";
    /// Nothing was handed in.
    Empty = "empty": "there is nothing in it";
    /// Too much was handed in.
    TooLarge = "too_large": "it is larger than 10 MB";
    /// Too many things were handed in.
    TooMany = "too_many": "20 things were handed in for this course already";
    /// The moment is not believed.
    Moment = "moment_implausible": "`at` is in the future, or more than 30 days ago";
    /// The amount is not believed.
    Amount = "amount_implausible": "an event has 1 to 14400 seconds, 1 to 99 percent or 1 to 1000 points; a score is at most 100";
    /// All of the time was counted.
    TimeCounted = "time_counted": "up to this moment the user's time was counted already: report time in its order";
    /// The id belongs to something else.
    IdReused = "id_reused": "this id belongs to something else that was reported: use a new one";
}

impl From<LearnRefused> for ReportRefused {
    fn from(refused: LearnRefused) -> Self {
        match refused {
            LearnRefused::Closed => Self::Closed,
            LearnRefused::NotBegun => Self::NotBegun,
            LearnRefused::Changed => Self::HasLessons,
            LearnRefused::NoContest => Self::NoContest,
            LearnRefused::Empty => Self::Empty,
            LearnRefused::TooLarge => Self::TooLarge,
            LearnRefused::TooMany => Self::TooMany,
        }
    }
}

impl UserEnrollment {
    /// Refuses what can only be done in a course that is begun; says since when it is.
    pub fn begun(&self) -> Result<Timestamp, LearnRefused> {
        self.started_at.ok_or(LearnRefused::NotBegun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Date;

    fn noon() -> Timestamp {
        Timestamp::start_of(Date::parse("2026-06-30").unwrap()) + Span::hours(12)
    }

    #[test]
    fn moments_of_the_future_and_of_long_ago_are_not_believed() {
        let ago = |span: Span| {
            let occasion = Occasion {
                user: NamedUser::Username(Username::parse("ada").unwrap()),
                course: NamedCourse::Reference("SAFETY".to_owned()),
                at: noon() - span,
            };
            occasion.moment(noon())
        };
        assert_eq!(ago(Span::days(30)), Ok(noon() - Span::days(30)));
        assert_eq!(
            ago(Span::minutes(-5)),
            Ok(noon()),
            "a clock may be ahead, time is not"
        );
        assert_eq!(ago(Span::minutes(-6)), Err(ReportRefused::Moment));
        assert_eq!(ago(Span::days(31)), Err(ReportRefused::Moment));
    }

    #[test]
    fn no_second_counts_twice_or_on_two_days() {
        assert_eq!(reportable(3_600, noon(), None), 3_600);
        assert_eq!(reportable(3_600, noon(), Some(noon() - Span::minutes(10))), 600);
        assert_eq!(reportable(60, noon(), Some(noon() + Span::seconds(1))), 0);
        let morning = Timestamp::start_of(noon().date()) + Span::seconds(30);
        assert_eq!(reportable(3_600, morning, None), 30);
    }

    #[test]
    fn amounts_that_nobody_reaches_are_refused() {
        for (what, plausible) in [
            (Happened::Time { seconds: 0 }, false),
            (
                Happened::Time {
                    seconds: LONGEST_REPORT,
                },
                true,
            ),
            (
                Happened::Time {
                    seconds: LONGEST_REPORT + 1,
                },
                false,
            ),
            (Happened::Progress { percent: 100 }, false),
            (Happened::Xp { points: MOST_POINTS }, true),
            (
                Happened::Xp {
                    points: MOST_POINTS + 1,
                },
                false,
            ),
        ] {
            assert_eq!(what.plausible().is_ok(), plausible, "{what:?}");
        }
    }
}
