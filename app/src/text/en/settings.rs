//! The settings.

pub const TITLE: &str = "Settings";
pub const DESCRIPTION: &str = "What your organization decides for itself. Every change is in the audit.";
pub const ORGANIZATION: &str = "Organization and emails";
pub const GETTING_IN: &str = "Getting in";
pub const KEEPING: &str = "Ending accounts, and imports";
pub const SAVE: &str = "Save";
pub const SAVED: &str = "The settings are saved.";
pub const NOTHING_CHANGED: &str = "Nothing is changed yet.";
pub const MET: &str = "Somebody else changed the settings meanwhile. Their changes are in the form now, beside yours. Look them over and save again.";
pub const USER_CAP: &str = "User cap";
pub const USER_CAP_HINT: &str =
    "The most active users there may be. The team that runs this platform can raise it.";
pub const NO_CAP: &str = "No limit";
pub const DATE_ARCHIVES: &str = "Archive the account; its records stay";
pub const DATE_DELETES: &str = "Delete the account with all personal data";
pub const TEST: &str = "Test message";
pub const TEST_WHY: &str = "Sends a message to your own address and shows what the mail server answers.";
pub const SEND_TEST: &str = "Send a test message";

/// The words of a setting.
pub fn label(setting: &str) -> &'static str {
    match setting {
        "name" => "Name",
        "accent" => "Accent color",
        "logo" => "Address of the logo",
        "language" => "Default language",
        "min_length" => "Shortest password",
        "login_link_minutes" => "Login links are valid for",
        "invitation_days" => "Invitations are valid for",
        "self_registration" => "People may register by themselves",
        "registration_domains" => "Only with addresses of these domains",
        "on_deletion_date" => "On its deletion date",
        "erase_anyone" => "Anyone can be deleted",
        "import_megabytes" => "Largest import file",
        _ => "",
    }
}

/// What a setting does, in a line.
pub fn hint(setting: &str) -> &'static str {
    match setting {
        "name" => "Stands on every page and on top of emails.",
        "accent" => "The color of buttons and links in emails.",
        "logo" => "A picture on top of emails, at an https address, as mail programs load no other.",
        "language" => "For people who have not chosen one.",
        "min_length" => "In characters, 8 to 64.",
        "login_link_minutes" => "In minutes, 1 to 60.",
        "invitation_days" => "In days, 1 to 90.",
        "self_registration" => "They confirm their address by email and then wait for approval.",
        "registration_domains" => "Such as example.org, example.com. Empty: any address.",
        "on_deletion_date" => "What happens to an account by itself on that day, after a week’s notice.",
        "erase_anyone" => "Off: only people who never signed in. On: everybody, with their training records.",
        "import_megabytes" => "In MiB, 1 to 64.",
        _ => "",
    }
}
