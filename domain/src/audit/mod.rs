//! The audit: who did what to whom, when, from where, before and after.

mod filter;
mod line;

pub use filter::AuditFilter;
pub use line::{AuditChange, AuditLine, AuditPage, AuditTarget, Who};

use crate::users::NotValid;
use serde::{Deserialize, Serialize};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What was done. The text form is `feature.act` and stays as it is: old entries must keep reading.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Action {
            $($(#[$doc])* #[serde(rename = $text)] $name),*
        }

        impl Action {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The text form.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text),*
                }
            }
        }
    };
}

actions! {
    /// The organization was set up with its owner.
    OrganizationSetUp = "organization.set_up";
    /// Settings were changed.
    SettingsChanged = "settings.changed";
    /// A user signed in.
    SignedIn = "sign_in.signed_in";
    /// Signing in was refused.
    SignInRefused = "sign_in.refused";
    /// A user signed out.
    SignedOut = "sign_in.signed_out";
    /// All of a user's sessions were ended.
    SessionsEnded = "sign_in.sessions_ended";
    /// A password was set.
    PasswordChanged = "users.password_changed";
    /// A user was created.
    UserCreated = "users.created";
    /// A user's data was changed.
    UserChanged = "users.changed";
    /// A user's role was changed.
    RoleChanged = "users.role_changed";
    /// A pending user was approved.
    UserApproved = "users.approved";
    /// A user was told of the account.
    UserNotified = "users.notified";
    /// A user was archived.
    UserArchived = "users.archived";
    /// A user was brought back.
    UserReactivated = "users.reactivated";
    /// A user was deleted.
    UserDeleted = "users.deleted";
    /// A user's groups were changed.
    GroupsChanged = "users.groups_changed";
    /// A login link was made.
    LoginLinkMade = "login_links.made";
    /// A login link was used.
    LoginLinkUsed = "login_links.used";
    /// Somebody saved a view of the users list.
    ViewSaved = "users.view_saved";
    /// Somebody renamed one of their views, or made it show something else.
    ViewChanged = "users.view_changed";
    /// Somebody deleted one of their views.
    ViewDeleted = "users.view_deleted";
    /// A list of users was exported.
    UsersExported = "users.exported";
    /// The audit was exported.
    AuditExported = "audit.exported";
    /// A group was created.
    GroupCreated = "groups.created";
    /// A group got another name.
    GroupRenamed = "groups.renamed";
    /// A program was made.
    ProgramCreated = "programs.created";
    /// A program was changed.
    ProgramChanged = "programs.changed";
    /// A program session was made.
    SessionCreated = "sessions.created";
    /// The days of a program session were moved.
    SessionChanged = "sessions.changed";
    /// A user was put into a program session, or got another role there.
    SessionJoined = "sessions.joined";
    /// A user was taken out of a program session.
    SessionLeft = "sessions.left";
    /// A license was created.
    LicenseCreated = "licenses.created";
    /// A license was changed.
    LicenseChanged = "licenses.changed";
    /// A seat was given.
    SeatAllocated = "licenses.seat_allocated";
    /// A seat was taken back.
    SeatReturned = "licenses.seat_returned";
    /// A course was created.
    CourseCreated = "courses.created";
    /// A course was changed.
    CourseChanged = "courses.changed";
    /// Courses were assigned to a user.
    CoursesAssigned = "courses.assigned";
    /// Courses were taken from a user.
    CoursesUnassigned = "courses.unassigned";
    /// The due date of courses was moved.
    DueDateMoved = "courses.due_date_moved";
    /// What a user had done in courses was archived.
    ActivityArchived = "courses.activity_archived";
    /// What was archived or assigned was made as it was before.
    EnrollmentsRestored = "courses.enrollments_restored";
    /// A user opened a course for the first time.
    CourseStarted = "courses.started";
    /// A user completed a course.
    CourseCompleted = "courses.completed";
    /// A user handed something in for a contest.
    Submitted = "courses.submitted";
    /// A bundle was created.
    BundleCreated = "bundles.created";
    /// A bundle was changed.
    BundleChanged = "bundles.changed";
    /// An event was created.
    EventCreated = "events.created";
    /// An event was changed.
    EventChanged = "events.changed";
    /// Somebody was put down for an event.
    EventJoined = "events.joined";
    /// Somebody was taken off an event.
    EventLeft = "events.left";
    /// A user's contest submissions were exported.
    SubmissionsExported = "courses.submissions_exported";
    /// Training records were exported.
    RecordsExported = "records.exported";
    /// An import was planned.
    ImportPlanned = "imports.planned";
    /// An import was started.
    ImportStarted = "imports.started";
    /// An import was finished.
    ImportFinished = "imports.finished";
    /// An import was undone.
    ImportUndone = "imports.undone";
    /// Somebody was invited.
    Invited = "invitations.sent";
    /// An invitation was sent again.
    InvitationResent = "invitations.resent";
    /// Somebody asked to register by themselves.
    RegistrationAsked = "invitations.self_asked";
    /// An invitation was canceled.
    InvitationCanceled = "invitations.canceled";
    /// An invitation was accepted.
    InvitationAccepted = "invitations.accepted";
    /// An invitation's time ran out.
    InvitationExpired = "invitations.expired";
    /// The address of an invitation was corrected.
    InvitationReaddressed = "invitations.readdressed";
    /// Somebody with the link of a closed invitation asked for a new one.
    InvitationAskedAgain = "invitations.asked_again";
    /// A message was sent again.
    MessageResent = "messages.resent";
    /// The link of a message that is kept in the console was looked at.
    MessageRevealed = "messages.revealed";
    /// A message was sent to test the settings.
    TestMessageSent = "messages.test_sent";
    /// Somebody asked for a link to choose a new password.
    PasswordResetAsked = "users.password_reset_asked";
    /// A user asked for a link that confirms a new address.
    EmailChangeAsked = "users.email_change_asked";
    /// Support sent a user a link to choose a password.
    PasswordLinkSent = "users.password_link_sent";
    /// Support let a user try again before the time was over.
    AttemptsForgiven = "sign_in.attempts_forgiven";
    /// An integration token was made.
    TokenMade = "tokens.made";
    /// An integration token was made void.
    TokenRevoked = "tokens.revoked";
}

impl Action {
    /// Reads the text form.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .iter()
            .copied()
            .find(|action| action.as_str() == text)
            .ok_or_else(|| NotValid::new(format!("not an audited action: {text}")))
    }
}

/// What kind of thing an action was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// The organization.
    Organization,
    /// A user.
    User,
    /// A group.
    Group,
    /// A license.
    License,
    /// A course.
    Course,
    /// An import.
    Import,
    /// An invitation.
    Invitation,
    /// A message.
    Message,
    /// A bundle of courses.
    Bundle,
    /// An event.
    Event,
    /// An integration token.
    Token,
    /// A program.
    Program,
    /// A program session.
    ProgramSession,
}

impl TargetKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Organization,
        Self::User,
        Self::Group,
        Self::License,
        Self::Course,
        Self::Import,
        Self::Invitation,
        Self::Message,
        Self::Bundle,
        Self::Event,
        Self::Token,
        Self::Program,
        Self::ProgramSession,
    ];

    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::User => "user",
            Self::Group => "group",
            Self::License => "license",
            Self::Course => "course",
            Self::Import => "import",
            Self::Invitation => "invitation",
            Self::Message => "message",
            Self::Bundle => "bundle",
            Self::Event => "event",
            Self::Token => "token",
            Self::Program => "program",
            Self::ProgramSession => "program_session",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(NotValid::new("not a kind of audit target"))
    }
}
