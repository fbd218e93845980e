//! One id type per entity, so that a user's id cannot be passed for a group's.
//!
//! Ids are `UUIDv7` (RFC 9562): they sort by the time they were made, which keyset paging and indexes rely on.
//! This crate never makes one; randomness and time come from outside.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id: it should look like 0192f0c1-0000-7000-8000-000000000000")]
pub struct NotAnId;

/// What every id type can do; for code that is generic over entities.
pub trait Id: Copy + Eq + std::hash::Hash {
    /// The id as a plain UUID.
    fn uuid(self) -> Uuid;
    /// Takes a UUID that is known to be of this entity.
    fn from_uuid(uuid: Uuid) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {
            fn uuid(self) -> Uuid {
                self.0
            }
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )*};
}

ids! {
    /// An organization: the customer that owns everything else.
    OrganizationId;
    /// A user's account.
    UserId;
    /// A group of users.
    GroupId;
    /// A place where users sit.
    LocationId;
    /// A department of the organization.
    DepartmentId;
    /// A label on users.
    LabelId;
    /// A program: an ordered set of courses.
    ProgramId;
    /// One dated run of a program.
    ProgramSessionId;
    /// A course.
    CourseId;
    /// A lesson page of a course.
    LessonId;
    /// A bundle of courses.
    BundleId;
    /// An event: a product with a date.
    EventId;
    /// A license: seats on courses.
    LicenseId;
    /// One user's hold on one license.
    SeatId;
    /// One line of the seat ledger.
    LedgerLineId;
    /// One user's access to one course.
    EnrollmentId;
    /// What remains of an enrollment.
    TrainingRecordId;
    /// An offer to register.
    InvitationId;
    /// A stored secret: a session, a link.
    SecretId;
    /// An import: a file, its plan and its result.
    ImportId;
    /// An email in the outbox.
    MessageId;
    /// Something done to users, one or many.
    ActId;
    /// A view that somebody saved of the users list.
    SavedViewId;
    /// One line of the audit.
    AuditId;
}
