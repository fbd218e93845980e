//! What can be done to what users learn, one or many at once: courses assigned, their due dates moved, taken away, begun
//! afresh; a seat given and taken back.
//!
//! Learning has no rank: whoever manages courses assigns them to owners too, and to themselves.

use super::{LeftOut, UserState};
use crate::access::{Denied, ManageCourses, ManageLicenses, Scope, Standing};
use crate::id::{CourseId, LicenseId};
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// Something done to what users learn.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LearningAct {
    /// Open courses: by a seat the user holds where one covers the course, else by a direct grant. Who has one open keeps
    /// it, and gets the due date.
    Assign {
        /// The courses.
        courses: Vec<CourseId>,
        /// When they are due.
        due_date: Option<Date>,
    },
    /// Move the due date of courses that are open and not completed, or take it away.
    SetDueDate {
        /// The courses.
        courses: Vec<CourseId>,
        /// The day.
        due_date: Option<Date>,
    },
    /// Close courses; what was begun leaves a training record.
    Unassign {
        /// The courses.
        courses: Vec<CourseId>,
    },
    /// Archive what was done in courses, and open them afresh or not.
    ArchiveActivity {
        /// The courses; none means all that are open.
        courses: Vec<CourseId>,
        /// Whether they are assigned again, from the beginning.
        again: bool,
        /// When they are due then.
        due_date: Option<Date>,
    },
    /// Give a seat of a license.
    GiveSeat {
        /// The license.
        license: LicenseId,
        /// Courses of it; none means all.
        courses: Vec<CourseId>,
        /// When they are due.
        due_date: Option<Date>,
    },
    /// Take the seat of a license back.
    TakeSeatBack {
        /// The license.
        license: LicenseId,
    },
    /// Make enrollments as they were before a moment at which courses were opened or closed. It only takes such an act back.
    Restore {
        /// The moment.
        at: Timestamp,
    },
}

impl LearningAct {
    /// How far the right to do this reaches for somebody.
    pub fn reach(&self, actor: &Standing) -> Result<Scope, Denied> {
        match self {
            Self::GiveSeat { .. } | Self::TakeSeatBack { .. } => actor.permits::<ManageLicenses>(),
            _ => actor.permits::<ManageCourses>(),
        }
    }

    /// Whether it can be done to an account in this state: who is archived learns nothing new.
    pub fn check(&self, state: UserState) -> Result<(), LeftOut> {
        match (self, state) {
            (Self::Assign { .. } | Self::GiveSeat { .. }, UserState::Archived) => Err(LeftOut::Archived),
            _ => Ok(()),
        }
    }

    /// The courses it names.
    pub fn courses(&self) -> &[CourseId] {
        match self {
            Self::Assign { courses, .. }
            | Self::SetDueDate { courses, .. }
            | Self::Unassign { courses }
            | Self::ArchiveActivity { courses, .. }
            | Self::GiveSeat { courses, .. } => courses,
            Self::TakeSeatBack { .. } | Self::Restore { .. } => &[],
        }
    }

    /// The due date it gives.
    pub fn due_date(&self) -> Option<Date> {
        match self {
            Self::Assign { due_date, .. }
            | Self::SetDueDate { due_date, .. }
            | Self::ArchiveActivity { due_date, .. }
            | Self::GiveSeat { due_date, .. } => *due_date,
            Self::Unassign { .. } | Self::TakeSeatBack { .. } | Self::Restore { .. } => None,
        }
    }

    /// Whether it means nothing without a course.
    pub const fn needs_courses(&self) -> bool {
        matches!(
            self,
            Self::Assign { .. } | Self::SetDueDate { .. } | Self::Unassign { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;
    use crate::id::Id;
    use crate::id::UserId;
    use crate::users::{Act, Standpoint};
    use uuid::Uuid;

    #[test]
    fn learning_has_no_rank_but_needs_the_right() {
        let standing = |role| Standing {
            user: UserId::from_uuid(Uuid::from_u128(1)),
            role,
            groups: Vec::new(),
            sessions: Vec::new(),
        };
        let owner = |state| Standpoint {
            user: UserId::from_uuid(Uuid::from_u128(2)),
            role: Role::Owner,
            state,
            has_email: true,
            accessed: true,
        };
        let assign = Act::Learning(LearningAct::Assign {
            courses: Vec::new(),
            due_date: None,
        });
        let administrator = standing(Role::Administrator);
        assert_eq!(
            assign.check(&administrator, false, &owner(UserState::Active)),
            Ok(())
        );
        let archived = assign.check(&administrator, false, &owner(UserState::Archived));
        assert_eq!(archived, Err(LeftOut::Archived));
        assert!(assign.reach(&standing(Role::Support)).is_err());
    }
}
