//! Importing users from a file.

use crate::text::number;
use domain::imports::{Field, ImportState, Outcome};

pub const TITLE: &str = "Imports";
pub const DESCRIPTION: &str =
    "Files of users: what was planned, who confirmed it, and what became of every row.";
pub const NEW: &str = "New import";
pub const NONE_RUNNING: &str = "No import is under way";
pub const NONE_YET: &str = "No imports yet";
pub const NONE_YET_WHY: &str = "A CSV file from a spreadsheet or another system makes and changes users, as many as you like. \
     You see what becomes of every row before anything is written.";

pub const COLUMN_FILE: &str = "File";
pub const COLUMN_STATE: &str = "State";
pub const COLUMN_BY: &str = "By";
pub const COLUMN_WHEN: &str = "When";
pub const COLUMN_ROWS: &str = "Rows";
pub const COLUMN_TOTALS: &str = "Outcome";
pub const COLUMN_LINE: &str = "Line";
pub const COLUMN_PERSON: &str = "Person";
pub const COLUMN_WHAT: &str = "What happens";
pub const COLUMN_OUTCOME: &str = "Outcome";

pub const NEW_TITLE: &str = "Import users";
pub const NEW_DESCRIPTION: &str = "Nothing is written before you confirm.";
pub const STEPS: &str = "Steps";
pub const STEP_FILE: &str = "File";
pub const STEP_TYPE: &str = "Type";
pub const STEP_SETTINGS: &str = "Settings";
pub const STEP_LICENSE: &str = "License";
pub const STEP_COURSES: &str = "Courses";
pub const STEP_CONFIRM: &str = "Confirm";
pub const BACK: &str = "Back";
pub const NEXT: &str = "Next";
pub const FILE_FIRST: &str = "Choose a file first";
pub const MEND_FILE_FIRST: &str = "This file cannot be imported as it is";

pub const CHOOSE_FILE: &str = "Choose a file";
pub const CHOOSE_OTHER: &str = "Choose another file";
pub const DROP_HERE: &str = "or drop it here";
pub const FILE_HINT: &str =
    "CSV with a line of headers: commas, semicolons, tabs or bars; any spreadsheet's encoding.";
pub const FILE_STAYS: &str = "The file is read in this browser. It is not sent before you confirm.";
pub const ONLY_ADDRESSES: &str = "Only a list of addresses?";
pub const INVITE_INSTEAD: &str = "Invite them instead";
pub const READING: &str = "Reading the file";
pub const UNREADABLE: &str =
    "The browser could not read the file. If it was changed or moved meanwhile, choose it again.";
pub const COLUMNS: &str = "Columns";
pub const NOT_IMPORTED: &str = "Not imported";
pub const HIDDEN: &str = "(hidden)";
pub const UNNAMED_COLUMN: &str = "(no header)";

pub const TYPE_LABEL: &str = "What should the file do?";
pub const TYPE_ADD: &str = "Add new users";
pub const TYPE_ADD_WHY: &str = "Whoever exists already is skipped.";
pub const TYPE_UPSERT: &str = "Add new users and update existing ones";
pub const TYPE_UPSERT_WHY: &str = "Whoever exists is changed as the settings say.";
pub const TYPE_UPDATE: &str = "Update existing users";
pub const TYPE_UPDATE_WHY: &str = "Whoever does not exist is skipped.";

pub const MATCH_LABEL: &str = "Match existing users by";
pub const MATCH_USERNAME: &str = "Username, else email";
pub const MATCH_USERNAME_WHY: &str = "Fits nearly every file.";
pub const MATCH_EMAIL: &str = "Email";
pub const MATCH_EMAIL_WHY: &str = "Usernames in the file are not looked at to find people.";
pub const MATCH_EXTERNAL: &str = "External id";
pub const MATCH_EXTERNAL_WHY: &str =
    "The id in another system, such as a personnel number; emails may then change.";

pub const PASSWORD_LABEL: &str = "Password of new users";
pub const PASSWORD_IN_FILE: &str = "In the file";
pub const PASSWORD_IN_FILE_WHY: &str = "Every new user needs one in the password column.";
pub const PASSWORD_GENERATE: &str = "Generated where the file has none";
pub const PASSWORD_GENERATE_WHY: &str = "It is emailed and must be changed at the first sign-in.";
pub const PASSWORD_ACTIVATION: &str = "Activation link by email";
pub const PASSWORD_ACTIVATION_WHY: &str = "Everyone chooses their own. Passwords in the file are not used.";

pub const DETAILS_LABEL: &str = "Details of existing users";
pub const DETAILS_KEEP: &str = "Leave as they are";
pub const DETAILS_KEEP_WHY: &str = "Seats and courses are given all the same.";
pub const DETAILS_OVERRIDE: &str = "Replace by the file";
pub const DETAILS_OVERRIDE_WHY: &str = "An empty cell never clears anything.";
pub const DETAILS_FILL: &str = "Fill in what is missing";
pub const DETAILS_FILL_WHY: &str = "What is there stays.";

pub const EXISTING_PASSWORD_LABEL: &str = "Password of existing users";
pub const EXISTING_PASSWORD_KEEP: &str = "Leave as it is";
pub const EXISTING_PASSWORD_UPDATE: &str = "Replace by the file";
pub const EXISTING_PASSWORD_UPDATE_WHY: &str = "Their sessions end.";

pub const FORCE_LABEL: &str = "Passwords from the file must be changed at the next sign-in";
pub const FORCE_NONE: &str = "No";
pub const FORCE_NONE_WHY: &str = "Weak passwords are refused.";
pub const FORCE_WEAK: &str = "Weak ones";
pub const FORCE_WEAK_WHY: &str = "Those that the password rules would refuse.";
pub const FORCE_ALL: &str = "All";
pub const FORCE_ALL_WHY: &str = "Also those that are good enough.";

pub const ALLOW_LABEL: &str = "Allow the file to";
pub const ALLOW_RENAMES: &str = "Rename users";
pub const ALLOW_RENAMES_WHY: &str = "By the oldusername column.";
pub const ALLOW_DELETES: &str = "Delete users";
pub const ALLOW_DELETES_WHY: &str = "By yes in the deleted column; there is no way back.";
pub const ALLOW_ARCHIVING: &str = "Archive users and bring them back";
pub const ALLOW_ARCHIVING_WHY: &str = "By yes or no in the archived column.";

pub const EMAIL_LABEL: &str = "Email";
pub const EMAIL_SEND: &str = "Tell new users of their account";
pub const EMAIL_SEND_WHY: &str = "Generated passwords and activation links are emailed in any case.";

pub const VOID_ADDS_ONLY: &str = "The type only adds new users.";
pub const VOID_UPDATES_ONLY: &str = "The type only updates existing users.";
pub const VOID_NO_PASSWORD: &str = "No password of the file is used with these settings.";
pub const VOID_LINK_SENT: &str = "The activation link tells them.";

pub const LICENSE_LABEL: &str = "License for all rows";
pub const LICENSE_HINT: &str = "A row with a license of its own gets that one instead.";
pub const NO_LICENSE: &str = "No license";
pub const LICENSE_ARCHIVED: &str = "Archived: it gives no access";

pub const COURSES_LABEL: &str = "Courses of the license";
pub const COURSES_ALL: &str = "All";
pub const COURSES_SOME: &str = "Only some";
pub const COURSES_WHICH: &str = "Which ones";
pub const COURSES_NONE_TICKED: &str = "Tick at least one course, or choose all";
pub const COURSES_DIRECT: &str = "Courses for all rows, without a license";
pub const COURSES_DIRECT_HINT: &str =
    "Granted directly, without a seat. A row with courses of its own gets those instead.";
pub const DUE_DATE: &str = "Due date for all rows";
pub const DUE_DATE_HINT: &str = "A row with a due date of its own keeps it.";

pub const PREVIEW: &str = "Preview";
pub const PREVIEW_EMPTY: &str = "What becomes of every row";
pub const PREVIEW_EMPTY_WHY: &str = "Choose a file, and every row shows here what it will do. Change a setting, and it shows at once what that changes.";
pub const LOOKING_UP: &str = "Comparing with your users";
pub const AT_START: &str = "These are the first rows";
pub const AT_END: &str = "These are the last rows";
pub const DOWNLOAD_FAILING: &str = "Download failing rows";
pub const DOWNLOAD_PLAN: &str = "Download plan (JSON)";
pub const FILTER: &str = "Rows by outcome";
pub const ALL_ROWS: &str = "All";
pub const NO_SUCH_ROWS: &str = "No rows";
pub const NOTHING_BEFORE: &str = "(empty)";
pub const BECOMES: &str = "becomes";
pub const PREVIOUS_ROWS: &str = "Previous rows";
pub const MORE_ROWS: &str = "More rows";
pub const LOOK_UP_FAILED: &str = "The preview is not up to date";

pub const CONFIRM_WHAT: &str = "This is what will happen";
pub const CONFIRM_NOTHING: &str = "No row of this file creates or changes a user";
pub const CONFIRM_SETTINGS_WRONG: &str = "A setting is wrong: see the preview";
pub const CONFIRM_NOT_READY: &str = "The preview is not ready yet";
pub const DIFFERS: &str = "The data changed meanwhile";
pub const DIFFERS_WHY: &str = "Since this preview, somebody changed users or licenses, and these rows come out differently now. \
     Nothing is written yet.";
pub const DIFFERS_GO: &str = "Import as it is now";
pub const DIFFERS_LOOK: &str = "Look at the preview again";
pub const DIFFERS_PREVIEWED: &str = "Previewed";
pub const DIFFERS_NOW: &str = "Now";

pub const PROGRESS: &str = "Rows applied";
pub const PROGRESS_LEAVE: &str =
    "You can leave this page: the import goes on, and is found again under Imports.";
pub const ROWS: &str = "Rows";
pub const FAILED_WHY: &str =
    "It could not go on. What was applied stays; the rows below say how far it came.";
pub const PLANNED_WHY: &str = "It was not confirmed, so nothing was written.";

pub fn field(field: Field) -> &'static str {
    match field {
        Field::Username => "Username",
        Field::FirstName => "First name",
        Field::LastName => "Last name",
        Field::Email => "Email",
        Field::Password => "Password",
        Field::Phone => "Phone",
        Field::Role => "Role",
        Field::Department => "Department",
        Field::Location => "Location",
        Field::Groups => "Groups",
        Field::Labels => "Labels",
        Field::Language => "Language",
        Field::License => "License",
        Field::Courses => "Courses",
        Field::DueDate => "Due date",
        Field::DeletionDate => "Deletion date",
        Field::JobTitle => "Job title",
        Field::Address => "Address",
        Field::DateOfBirth => "Date of birth",
        Field::ExternalId => "External id",
        Field::OldUsername => "Old username",
        Field::Deleted => "Deleted",
        Field::Archived => "Archived",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Create => "Create",
        Outcome::Update => "Update",
        Outcome::Skip => "Skip",
        Outcome::Archive => "Archive",
        Outcome::Delete => "Delete",
        Outcome::Error => "Error",
    }
}

pub fn state(state: ImportState) -> &'static str {
    match state {
        ImportState::Planned => "Not confirmed",
        ImportState::Applying => "Under way",
        ImportState::Done => "Done",
        ImportState::Undone => "Undone",
        ImportState::Failed => "Failed",
    }
}

pub fn chosen(name: &str, rows: u64) -> String {
    let rows = if rows == 1 {
        "1 row".to_owned()
    } else {
        format!("{} rows", number(rows))
    };
    format!("{name}, {rows}")
}

pub fn separated_by(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "separated by semicolons",
        '\t' => "separated by tabs",
        '|' => "separated by bars",
        _ => "separated by commas",
    }
}

pub fn recognized(known: u64, all: u64) -> String {
    format!("{} of {} columns will be imported.", number(known), number(all))
}

pub fn for_example(sample: &str) -> String {
    format!("such as {sample}")
}

pub fn free_seats(free: i64, purchased: i64, until: &str) -> String {
    format!(
        "{} of {} seats free, valid until {until}",
        number(free.unsigned_abs()),
        number(purchased.unsigned_abs())
    )
}

pub fn ended(on: &str) -> String {
    format!("Ended on {on}")
}

pub fn seats(license: &str, needed: i64, free: i64) -> String {
    format!(
        "{license}: {} seats needed, {} free",
        number(needed.unsigned_abs()),
        number(free.unsigned_abs())
    )
}

pub fn seats_short(license: &str, needed: i64, free: i64) -> String {
    let short = number((needed - free).unsigned_abs());
    format!("{}, {short} short", seats(license, needed, free))
}

pub fn active_after(active: i64, cap: Option<i64>) -> String {
    let active = number(active.unsigned_abs());
    match cap {
        Some(cap) => format!(
            "{active} active users afterwards, of {} allowed",
            number(cap.unsigned_abs())
        ),
        None => format!("{active} active users afterwards"),
    }
}

pub fn cap_keeps_out(rows: i64) -> String {
    format!("the user cap keeps out {}", number(rows.unsigned_abs()))
}

pub fn rows_shown(first: u64, last: u64, all: u64) -> String {
    format!("Rows {}–{} of {}", number(first), number(last), number(all))
}

/// `n` users will be…, as a sentence of the confirmation.
pub fn will(outcome: Outcome, n: u32) -> String {
    let rows = n == 1;
    let n = number(u64::from(n));
    match (outcome, rows) {
        (Outcome::Create, true) => "1 user is created".to_owned(),
        (Outcome::Create, false) => format!("{n} users are created"),
        (Outcome::Update, true) => "1 user is updated".to_owned(),
        (Outcome::Update, false) => format!("{n} users are updated"),
        (Outcome::Archive, true) => "1 user is archived, and cannot sign in any more".to_owned(),
        (Outcome::Archive, false) => format!("{n} users are archived, and cannot sign in any more"),
        (Outcome::Delete, true) => "1 user is deleted for good".to_owned(),
        (Outcome::Delete, false) => format!("{n} users are deleted for good"),
        (Outcome::Skip, true) => "1 row is skipped".to_owned(),
        (Outcome::Skip, false) => format!("{n} rows are skipped"),
        (Outcome::Error, true) => "1 row is wrong and left out".to_owned(),
        (Outcome::Error, false) => format!("{n} rows are wrong and left out"),
    }
}

pub fn import_users(n: u32) -> String {
    if n == 1 {
        "Import 1 user".to_owned()
    } else {
        format!("Import {} users", number(u64::from(n)))
    }
}

pub fn type_the_count(n: u32) -> String {
    format!(
        "This touches {} existing users, more than a tenth of all. Type that number to go on.",
        number(u64::from(n))
    )
}

pub fn differing(n: u64) -> String {
    if n == 1 {
        "1 row is different".to_owned()
    } else {
        format!("{} rows are different", number(n))
    }
}

pub fn created(by: &str, when: &str) -> String {
    format!("By {by}, {when}")
}

pub fn line(line: u32) -> String {
    format!("Line {line}")
}

pub fn and_more(n: u64) -> String {
    format!("and {} more", number(n))
}

pub fn sentence(words: &str) -> String {
    format!("{words}.")
}
