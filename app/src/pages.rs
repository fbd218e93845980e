//! The pages, as chunks of WebAssembly that the browser fetches when a page of theirs is first opened.
//!
//! The main bundle holds what every page needs and no page itself: somebody who signs in never loads the importer. A chunk
//! a feature, because pages of one feature share most of their code; more chunks would only mean more requests.

use leptos::prelude::*;
use leptos_router::LazyRoute;

/// One lazy function for the pages of a feature, and a route for each that calls it. `$fetch` is what `#[lazy]` names the
/// function that loads the chunk beforehand.
macro_rules! chunk {
    ($load:ident, $fetch:ident, $pages:ident { $($(#[$doc:meta])* $name:ident = $page:path,)* }) => {
        #[derive(Clone, Copy)]
        enum $pages {
            $($name,)*
        }

        #[lazy]
        fn $load(page: $pages) -> AnyView {
            match page {
                $($pages::$name => $page().into_any(),)*
            }
        }

        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name;

            impl LazyRoute for $name {
                fn data() -> Self {
                    Self
                }
                async fn view(_: Self) -> AnyView {
                    $load($pages::$name).await
                }
                async fn preload() {
                    #[cfg(target_arch = "wasm32")]
                    $fetch().await;
                }
            }
        )*
    };
}

chunk! { strangers, __preload_strangers, Strangers {
    /// The way on to where a person starts.
    Start = crate::shell::Start,
    /// Signing in.
    SignIn = crate::sign_in::SignInPage,
    /// Choosing a password in place of one that was handed out.
    ChoosePassword = crate::sign_in::ChoosePasswordPage,
    /// Setting a fresh install up.
    SetUp = crate::sign_in::SetUpPage,
    /// Asking for a link to choose a password.
    ForgotPassword = crate::links::ForgotPasswordPage,
    /// Choosing the first password.
    Activate = crate::links::ActivatePage,
    /// Choosing a new password.
    Reset = crate::links::ResetPage,
    /// Signing in by a link from support.
    LoginLink = crate::links::LoginLinkPage,
    /// Confirming a new email address.
    ConfirmEmail = crate::links::ConfirmEmailPage,
} }

chunk! { profile, __preload_profile, ProfilePages {
    /// One's own profile.
    Profile = crate::profile::ProfilePage,
} }

chunk! { learning, __preload_learning, Learning {
    /// A learner's courses.
    MyCourses = crate::learning::MyCoursesPage,
    /// One of them.
    MyCourse = crate::learning::MyCoursePage,
    /// A certificate, for anyone to check.
    Certificate = crate::learning::CertificatePage,
} }

chunk! { courses, __preload_courses, CoursesPages {
    /// The list of courses.
    Courses = crate::courses::CoursesPage,
    /// The form that makes a course.
    NewCourse = crate::courses::NewCoursePage,
    /// One course, and who has it.
    Course = crate::courses::CoursePage,
    /// The form that changes a course.
    ChangeCourse = crate::courses::ChangeCoursePage,
    /// Bundles of courses.
    Bundles = crate::courses::BundlesPage,
    /// Events.
    Events = crate::courses::EventsPage,
    /// One event, and who attends it.
    Event = crate::courses::EventPage,
    /// What is due.
    DueDates = crate::courses::DuePage,
    /// Training records.
    Records = crate::courses::RecordsPage,
} }

chunk! { console, __preload_console, Console {
    /// The frame of the console's pages.
    Frame = crate::shell::ConsoleLayout,
} }

chunk! { dashboard, __preload_dashboard, DashboardPages {
    /// How many there are of what, and what waits.
    Dashboard = crate::dashboard::DashboardPage,
} }

chunk! { users, __preload_users, UsersPages {
    /// The list of users.
    Users = crate::users::UsersPage,
    /// The form that makes a user.
    NewUser = crate::users::NewUserPage,
    /// One user.
    User = crate::users::UserPage,
} }

chunk! { support, __preload_support, SupportPages {
    /// Helping somebody who calls.
    Support = crate::support::SupportPage,
} }

chunk! { licenses, __preload_licenses, LicensesPages {
    /// The list of licenses.
    Licenses = crate::licenses::LicensesPage,
    /// The form that makes a license.
    NewLicense = crate::licenses::NewLicensePage,
    /// One license, and who holds its seats.
    License = crate::licenses::LicensePage,
    /// The form that changes a license.
    ChangeLicense = crate::licenses::ChangeLicensePage,
} }

chunk! { audit, __preload_audit, AuditPages {
    /// Who did what to whom.
    Audit = crate::audit::AuditListPage,
} }

chunk! { settings, __preload_settings, SettingsPages {
    /// What the organization decides.
    Settings = crate::settings::SettingsPage,
} }

chunk! { messages, __preload_messages, MessagesPages {
    /// The outbox.
    Messages = crate::messages::MessagesPage,
    /// One message.
    Message = crate::messages::MessagePage,
} }

chunk! { invitations, __preload_invitations, InvitationsPages {
    /// The list of invitations.
    Invitations = crate::invitations::InvitationsPage,
    /// The form that invites.
    Invite = crate::invitations::InvitePage,
    /// One invitation.
    Invitation = crate::invitations::InvitationPage,
} }

chunk! { groups, __preload_groups, GroupsPages {
    /// The list of groups.
    Groups = crate::groups::GroupsPage,
    /// One group.
    Group = crate::groups::GroupPage,
    /// One program session.
    Session = crate::groups::SessionPage,
    /// The programs.
    Programs = crate::groups::ProgramsPage,
} }

chunk! { tokens, __preload_tokens, TokensPages {
    /// The integration tokens.
    Tokens = crate::tokens::TokensPage,
} }

chunk! { imports, __preload_imports, ImportsPages {
    /// The list of imports.
    Imports = crate::imports::ImportsPage,
    /// The import wizard.
    NewImport = crate::imports::NewImportPage,
    /// One import.
    Import = crate::imports::ImportPage,
} }
