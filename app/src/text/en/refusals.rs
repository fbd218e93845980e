//! What rules say when they say no. In English it is what the rules say of themselves, to command line and logs too.

use domain::courses::{CourseRefused, LearnRefused};
use domain::groups::GroupRefused;
use domain::imports::{ColumnWarning, FileRefused, ImportRefused, Problem};
use domain::invitations::InviteRefused;
use domain::licenses::{LicenseRefused, SeatsRefused};
use domain::login_links::LoginLinkRefused;
use domain::messages::ResendRefused;
use domain::programs::ProgramRefused;
use domain::support::SupportRefused;
use domain::tokens::TokenRefused;
use domain::users::{ActRefused, CreateRefused, EditRefused, PasswordRefused, ViewRefused};

pub const FORM: &str = "the form has problems: mend the fields that say so";

macro_rules! said {
    ($($name:ident: $refusal:ty;)*) => {
        $(
            pub fn $name(refused: &$refusal) -> String {
                refused.to_string()
            }
        )*
    };
}

said! {
    act: ActRefused;
    create: CreateRefused;
    choice: PasswordRefused;
    edit: EditRefused;
    license: LicenseRefused;
    seats: SeatsRefused;
    login_link: LoginLinkRefused;
    support: SupportRefused;
    resend: ResendRefused;
    invite: InviteRefused;
    import: ImportRefused;
    course: CourseRefused;
    learn: LearnRefused;
    file: FileRefused;
    column: ColumnWarning;
    token: TokenRefused;
    group: GroupRefused;
    program: ProgramRefused;
    view: ViewRefused;
}

pub fn row(problem: &Problem) -> String {
    problem.message.clone()
}
