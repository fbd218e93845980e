//! The audit.

use domain::audit::Action;

pub const TITLE: &str = "Audit";
pub const DESCRIPTION: &str = "Who did what to whom, when and from where, as far as you may see it.";
pub const ACTOR: &str = "Who";
pub const TARGET: &str = "To whom";
pub const ACTION: &str = "What";
pub const ANY_ACTION: &str = "Anything";
pub const FROM: &str = "From";
pub const TO: &str = "Until";
pub const FILTER: &str = "Filter";
pub const EXPORT: &str = "Export as CSV";
pub const NONE: &str = "Nothing here";
pub const NONE_WHY: &str = "Nothing of this kind has happened, or it is not for you to see.";
pub const SHOW_ALL: &str = "Show all";
pub const GONE: &str = "(no longer there)";

/// What was done, as it stands in a list to choose from.
pub const fn action(action: Action) -> &'static str {
    match action {
        Action::SignedIn => "Signed in",
        Action::SignInRefused => "Was refused at sign-in",
        Action::SignedOut => "Signed out",
        Action::SessionsEnded => "Ended the sessions",
        Action::PasswordChanged => "Set the password",
        Action::PasswordResetAsked => "Asked for a link to choose a password",
        Action::UserCreated => "Made the account",
        Action::UserChanged => "Changed the details",
        Action::RoleChanged => "Changed the role",
        Action::UserApproved => "Approved the account",
        Action::UserNotified => "Had the person told",
        Action::UserArchived => "Archived the account",
        Action::UserReactivated => "Brought the account back",
        Action::UserDeleted => "Deleted the account",
        Action::GroupsChanged => "Changed the groups",
        Action::LoginLinkMade => "Made a login link",
        Action::LoginLinkUsed => "Used a login link",
        Action::SeatAllocated => "Gave a seat",
        Action::SeatReturned => "Took a seat back",
        Action::CoursesAssigned => "Assigned courses",
        Action::CoursesUnassigned => "Took courses away",
        Action::DueDateMoved => "Moved a due date",
        Action::ActivityArchived => "Archived course activity",
        Action::EnrollmentsRestored => "Restored courses",
        Action::CourseStarted => "Began a course",
        Action::CourseCompleted => "Completed a course",
        Action::Submitted => "Handed something in",
        Action::BundleCreated => "Added a bundle",
        Action::BundleChanged => "Changed a bundle",
        Action::EventCreated => "Added an event",
        Action::EventChanged => "Changed an event",
        Action::EventJoined => "Put somebody down for an event",
        Action::EventLeft => "Took somebody off an event",
        Action::SubmissionsExported => "Exported submissions",
        Action::RecordsExported => "Exported training records",
        Action::InvitationAccepted => "Accepted the invitation",
        Action::OrganizationSetUp => "Set the organization up",
        Action::SettingsChanged => "Changed the settings",
        Action::ViewSaved => "Saved a view",
        Action::ViewChanged => "Changed a view",
        Action::ViewDeleted => "Deleted a view",
        Action::UsersExported => "Exported users",
        Action::AuditExported => "Exported the audit",
        Action::GroupCreated => "Made a group",
        Action::GroupRenamed => "Renamed a group",
        Action::ProgramCreated => "Made a program",
        Action::ProgramChanged => "Changed a program",
        Action::SessionCreated => "Made a program session",
        Action::SessionChanged => "Moved the days of a session",
        Action::SessionJoined => "Put somebody into a session",
        Action::SessionLeft => "Took somebody out of a session",
        Action::LicenseCreated => "Added a license",
        Action::LicenseChanged => "Changed a license",
        Action::CourseCreated => "Added a course",
        Action::CourseChanged => "Changed a course",
        Action::ImportPlanned => "Planned an import",
        Action::ImportStarted => "Started an import",
        Action::ImportFinished => "Finished an import",
        Action::ImportUndone => "Undid an import",
        Action::Invited => "Sent an invitation",
        Action::InvitationResent => "Sent an invitation again",
        Action::RegistrationAsked => "Asked to register",
        Action::InvitationCanceled => "Canceled an invitation",
        Action::InvitationExpired => "Ended an expired invitation",
        Action::InvitationReaddressed => "Corrected the address of an invitation",
        Action::InvitationAskedAgain => "Noted that a new invitation is wanted",
        Action::MessageResent => "Sent a message again",
        Action::MessageRevealed => "Looked at the link of a message",
        Action::TestMessageSent => "Sent a test message",
        Action::EmailChangeAsked => "Asked to change the email address",
        Action::PasswordLinkSent => "Sent a link to choose a password",
        Action::TokenMade => "Made an integration token",
        Action::TokenRevoked => "Revoked an integration token",
        Action::AttemptsForgiven => "Let somebody try to sign in again",
    }
}

/// What was done, after the name of who did it.
pub fn did(action: Action) -> String {
    let words = self::action(action);
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
