//! Making a login link for somebody.

pub const WHAT: &str = "The link signs them in once, without a password, within ten minutes. They are told by email, and the history \
     keeps who made it and why. A link made before stops working.";
pub const REASON: &str = "Reason";
pub const REASON_HINT: &str = "Such as: called, cannot find the activation message";
pub const MAKE: &str = "Make the link";
pub const COPY: &str = "Copy the link";
pub const QR: &str = "The link as a QR code";

pub fn title(name: &str) -> String {
    format!("Login link for {name}")
}

pub fn shown(until: &str) -> String {
    format!("This link is shown once, and works once, until {until}. Give it to that person alone.")
}
