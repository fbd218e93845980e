//! What a plan knows of the organization: the users its file names, and everything rows can refer to.
//!
//! It travels to the browser, so members that are empty are left out and names are short on the wire. An [`Index`] over
//! it is built once and answers each row by hash; planning again after a click costs no look-up tables.

use super::names::Names;
use crate::access::{Role, Standing};
use crate::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId, UserId};
use crate::licenses::{Seats, Term};
use crate::time::Date;
use crate::users::{
    Email, ExternalId, Language, PasswordPolicy, PersonName, Phone, ProfileText, UserState, Username,
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Something rows refer to by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named<I> {
    /// Its id.
    #[serde(rename = "i")]
    pub id: I,
    /// Its name.
    #[serde(rename = "n")]
    pub name: String,
}

/// A course that rows can name by reference or title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownCourse {
    /// Its id.
    pub id: CourseId,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
}

/// A license that rows can name by reference or name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownLicense {
    /// Its id.
    pub id: LicenseId,
    /// Its reference.
    pub reference: String,
    /// Its name.
    pub name: String,
    /// Its seats.
    pub seats: Seats,
    /// When it gives access.
    pub term: Term,
    /// Its courses.
    pub courses: Vec<CourseId>,
}

/// A user the file may be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownUser {
    /// Who.
    #[serde(rename = "i")]
    pub id: UserId,
    /// Username.
    #[serde(rename = "u")]
    pub username: Username,
    /// Email.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// First name.
    #[serde(rename = "f")]
    pub first_name: PersonName,
    /// Last name.
    #[serde(rename = "l")]
    pub last_name: PersonName,
    /// Rank.
    #[serde(rename = "r")]
    pub role: Role,
    /// State.
    #[serde(rename = "s")]
    pub state: UserState,
    /// Whether they never signed in.
    #[serde(rename = "n", default, skip_serializing_if = "std::ops::Not::not")]
    pub never_accessed: bool,
    /// Phone.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Department.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// Location.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    /// Groups.
    #[serde(rename = "g", default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupId>,
    /// Labels.
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<LabelId>,
    /// Language.
    #[serde(rename = "k")]
    pub language: Language,
    /// The day on which the account goes by itself.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub deletion_date: Option<Date>,
    /// Job title.
    #[serde(rename = "j", default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<ProfileText>,
    /// Postal address.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub address: Option<ProfileText>,
    /// Date of birth.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub date_of_birth: Option<Date>,
    /// Id in another system.
    #[serde(rename = "y", default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// Licenses they hold a seat of.
    #[serde(rename = "h", default, skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<LicenseId>,
    /// Courses they can open, with the due date.
    #[serde(rename = "c", default, skip_serializing_if = "Vec::is_empty")]
    pub enrollments: Vec<(CourseId, Option<Date>)>,
}

/// What a plan knows of the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directory {
    /// Who imports.
    pub importer: Standing,
    /// The day of planning.
    pub today: Date,
    /// What is asked of passwords.
    pub password_policy: PasswordPolicy,
    /// Whether anyone can be deleted, not only those who never signed in.
    pub erase_anyone: bool,
    /// All users of the organization.
    pub total_users: i64,
    /// Those that count against the cap.
    pub active_users: i64,
    /// The most active users allowed.
    pub user_cap: Option<i64>,
    /// Every location.
    pub locations: Vec<Named<LocationId>>,
    /// Every department.
    pub departments: Vec<Named<DepartmentId>>,
    /// Every label.
    pub labels: Vec<Named<LabelId>>,
    /// Every group.
    pub groups: Vec<Named<GroupId>>,
    /// Every course.
    pub courses: Vec<KnownCourse>,
    /// Every license.
    pub licenses: Vec<KnownLicense>,
    /// The users who answer to the keys asked for.
    pub users: Vec<KnownUser>,
    /// Usernames, in lower case, that are one of the stems asked for with a number appended.
    pub numbered_usernames: Vec<String>,
}

/// A directory with its look-up tables.
#[derive(Debug)]
pub struct Index {
    directory: Directory,
    usernames: HashMap<String, usize>,
    emails: HashMap<String, usize>,
    external_ids: HashMap<String, usize>,
    numbered: HashSet<String>,
    pub(super) locations: Names<LocationId>,
    pub(super) departments: Names<DepartmentId>,
    pub(super) labels: Names<LabelId>,
    pub(super) groups: Names<GroupId>,
    pub(super) courses: Names<CourseId>,
    pub(super) licenses: Names<LicenseId>,
}

impl Directory {
    /// Builds the look-up tables.
    pub fn index(mut self) -> Index {
        let mut usernames = HashMap::with_capacity(self.users.len());
        let mut emails = HashMap::with_capacity(self.users.len());
        let mut external_ids = HashMap::new();
        for (i, user) in self.users.iter().enumerate() {
            usernames.insert(user.username.key(), i);
            if let Some(email) = &user.email {
                emails.insert(email.key(), i);
            }
            if let Some(id) = &user.external_id {
                external_ids.insert(id.as_str().to_owned(), i);
            }
        }
        let plain = |named: &str| [named.to_owned()].into_iter();
        Index {
            usernames,
            emails,
            external_ids,
            numbered: std::mem::take(&mut self.numbered_usernames).into_iter().collect(),
            locations: Names::of("location", self.locations.iter().map(|n| (n.id, plain(&n.name)))),
            departments: Names::of(
                "department",
                self.departments.iter().map(|n| (n.id, plain(&n.name))),
            ),
            labels: Names::of("label", self.labels.iter().map(|n| (n.id, plain(&n.name)))),
            groups: Names::of("group", self.groups.iter().map(|n| (n.id, plain(&n.name)))),
            courses: Names::of(
                "course",
                self.courses
                    .iter()
                    .map(|c| (c.id, [c.reference.clone(), c.title.clone()].into_iter())),
            ),
            licenses: Names::of(
                "license",
                self.licenses
                    .iter()
                    .map(|l| (l.id, [l.reference.clone(), l.name.clone()].into_iter())),
            ),
            directory: self,
        }
    }
}

impl Index {
    /// What it is built over.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Takes in users who were asked for later; one that is known already is replaced.
    #[must_use]
    pub fn and(self, later: Directory) -> Self {
        let known: HashSet<UserId> = later.users.iter().map(|user| user.id).collect();
        let users = self
            .directory
            .users
            .into_iter()
            .filter(|user| !known.contains(&user.id));
        let users = users.chain(later.users).collect();
        let numbered_usernames = self
            .numbered
            .into_iter()
            .chain(later.numbered_usernames)
            .collect();
        let directory = Directory {
            users,
            numbered_usernames,
            ..later
        };
        directory.index()
    }

    pub(super) fn by_username(&self, key: &str) -> Option<&KnownUser> {
        self.usernames.get(key).and_then(|i| self.directory.users.get(*i))
    }
    pub(super) fn by_email(&self, key: &str) -> Option<&KnownUser> {
        self.emails.get(key).and_then(|i| self.directory.users.get(*i))
    }
    pub(super) fn by_external_id(&self, id: &str) -> Option<&KnownUser> {
        self.external_ids
            .get(id)
            .and_then(|i| self.directory.users.get(*i))
    }
    pub(super) fn is_username_taken(&self, key: &str) -> bool {
        self.usernames.contains_key(key) || self.numbered.contains(key)
    }
    pub(super) fn license(&self, id: LicenseId) -> Option<&KnownLicense> {
        self.directory.licenses.iter().find(|license| license.id == id)
    }
}
