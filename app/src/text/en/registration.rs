//! Registering with an invitation.

pub const FIRST_NAME: &str = "First name";
pub const LAST_NAME: &str = "Last name";
pub const PASSWORD: &str = "Password";
pub const SHOW: &str = "Show";
pub const HIDE: &str = "Hide";
pub const MORE: &str = "More about you, if you like";
pub const PHONE: &str = "Phone";
pub const ADDRESS: &str = "Address";
pub const DATE_OF_BIRTH: &str = "Date of birth";
pub const JOB_TITLE: &str = "Job title";
pub const LANGUAGE: &str = "Language";
pub const REGISTER: &str = "Register";

pub const STRENGTH_WEAK: &str = "Good enough; longer is better";
pub const STRENGTH_FAIR: &str = "A good password";
pub const STRENGTH_STRONG: &str = "A strong password";

pub const ASKED: &str = "You asked for a new invitation";
pub const ASKED_WHY: &str = "Whoever invited you is told. If they agree, you get a new message.";

pub const EMAIL: &str = "Email";
pub const SEND_LINK: &str = "Send me a link";
pub const ASK_WHY: &str = "Type your email address. You get a link there to register with.";
pub const SENT: &str = "Look at your messages";
pub const SENT_WHY: &str = "If this address may register, a link is on its way. It may take a few minutes.";

pub fn of_domains(domains: &str) -> String {
    format!("Addresses of these domains: {domains}.")
}

pub fn title(organization: &str) -> String {
    format!("Join {organization}")
}

pub fn why(email: &str) -> String {
    format!("You were invited as {email}. You sign in with this address.")
}

pub fn password_hint(characters: u64) -> String {
    format!("At least {characters} characters, and none of the common ones. Four unrelated words are good.")
}
