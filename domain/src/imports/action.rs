//! What applying a row does, typed: the server carries out exactly this.

use crate::access::Role;
use crate::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId, UserId};
use crate::time::Date;
use crate::users::{
    Email, ExternalId, Language, NewUser, Password, PersonName, Phone, ProfileText, Username,
};

/// What applying one row does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Makes a user.
    Create(Box<CreateUser>),
    /// Changes one.
    Update(Box<UpdateUser>),
    /// Archives one.
    Archive(UserId),
    /// Deletes one.
    Delete(UserId),
}

/// A user to be made. The username is settled, the courses are all named, the seat was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateUser {
    /// The user.
    pub user: NewUser,
    /// Whether they are told of the account beside what the password plan sends.
    pub notify: bool,
}

/// Changes to a user. What is `None` or empty stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateUser {
    /// Who.
    pub user: UserId,
    /// Details.
    pub details: Details,
    /// A new password, and whether it must be changed at the next sign-in.
    pub password: Option<(Password, bool)>,
    /// Whether an archived user becomes active.
    pub reactivate: bool,
    /// Seat and courses.
    pub enroll: Enroll,
}

/// Details to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// The new name to sign in with.
    pub username: Option<Username>,
    /// First name.
    pub first_name: Option<PersonName>,
    /// Last name.
    pub last_name: Option<PersonName>,
    /// Email.
    pub email: Option<Email>,
    /// Phone.
    pub phone: Option<Phone>,
    /// Rank. Ends the user's sessions.
    pub role: Option<Role>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Location.
    pub location: Option<LocationId>,
    /// Groups to join, as learner.
    pub join: Vec<GroupId>,
    /// Groups to leave.
    pub leave: Vec<GroupId>,
    /// All labels there will be.
    pub labels: Option<Vec<LabelId>>,
    /// Language.
    pub language: Option<Language>,
    /// The day on which the account goes by itself.
    pub deletion_date: Option<Date>,
    /// Job title.
    pub job_title: Option<ProfileText>,
    /// Postal address.
    pub address: Option<ProfileText>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Id in another system.
    pub external_id: Option<ExternalId>,
}

/// Seat and courses to be given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enroll {
    /// A license to take a new seat of.
    pub seat: Option<LicenseId>,
    /// The license that new enrollments are under; none for those granted directly.
    pub license: Option<LicenseId>,
    /// Every course asked for, those already open among them.
    pub courses: Vec<CourseId>,
    /// Those of them to be opened.
    pub new: Vec<CourseId>,
    /// Those of them already open, whose due date moves.
    pub moved: Vec<CourseId>,
    /// The due date of all of them; none leaves the one there is.
    pub due_date: Option<Date>,
}
