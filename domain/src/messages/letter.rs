//! A message with everything it says, before it is words.

use super::words::Words;
use super::{MessageKind, de, en, es, fr, html};
use crate::brand::Brand;
use crate::time::{Date, Timestamp};
use crate::users::Language;

/// What one message says to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The language it is in.
    pub language: Language,
    /// The organization it is from.
    pub organization: String,
    /// How the organization's messages look.
    pub brand: Brand,
    /// The first name of the person it is to, if it is known.
    pub name: Option<String>,
    /// What it is about.
    pub content: Content,
}

/// What a message is about, with what it needs to say so. Links and passwords are secrets in clear.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// The account exists, with this password for the first sign-in.
    GeneratedPassword {
        /// What to sign in with.
        username: String,
        /// The password.
        password: String,
        /// Where to sign in.
        sign_in: String,
    },
    /// The account exists; a password is chosen here.
    Activation {
        /// Where.
        link: String,
        /// Until then.
        expires_at: Timestamp,
    },
    /// The account can be used.
    AccountReady {
        /// Where to sign in.
        sign_in: String,
    },
    /// An offer to register.
    Invitation {
        /// Who invites, if the account still exists.
        inviter: Option<String>,
        /// Where to register.
        link: String,
        /// Until then.
        expires_at: Timestamp,
    },
    /// A new password is chosen here.
    PasswordReset {
        /// Where.
        link: String,
        /// Until then.
        expires_at: Timestamp,
    },
    /// The password was changed.
    PasswordChanged {
        /// When.
        at: Timestamp,
    },
    /// The email address was changed.
    EmailChanged {
        /// The new address.
        email: String,
    },
    /// The new email address is confirmed here.
    ConfirmEmail {
        /// Where.
        link: String,
        /// Until then.
        expires_at: Timestamp,
    },
    /// Somebody of the staff signed in as this person.
    LoginLinkUsed {
        /// Who made the link, if the account still exists.
        made_by: Option<String>,
        /// When it was used.
        at: Timestamp,
    },
    /// The account ends on a day.
    DeletionNotice {
        /// The day.
        on: Date,
    },
    /// A course is due.
    CourseDue {
        /// Its title.
        course: String,
        /// The day.
        due: Option<Date>,
        /// Where it is opened.
        courses: String,
    },
    /// Somebody asks for a new invitation.
    InvitationAskedAgain {
        /// The address that was invited.
        email: String,
        /// The list of invitations.
        invitations: String,
    },
    /// Sending works.
    Test,
}

/// A message as it is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML document.
    pub html: String,
}

impl Content {
    /// The kind of message that says this.
    pub const fn kind(&self) -> MessageKind {
        match self {
            Self::GeneratedPassword { .. } => MessageKind::GeneratedPassword,
            Self::Activation { .. } => MessageKind::Activation,
            Self::AccountReady { .. } => MessageKind::AccountReady,
            Self::Invitation { .. } => MessageKind::Invitation,
            Self::PasswordReset { .. } => MessageKind::PasswordReset,
            Self::PasswordChanged { .. } => MessageKind::PasswordChanged,
            Self::EmailChanged { .. } => MessageKind::EmailChanged,
            Self::ConfirmEmail { .. } => MessageKind::ConfirmEmail,
            Self::LoginLinkUsed { .. } => MessageKind::LoginLinkUsed,
            Self::DeletionNotice { .. } => MessageKind::DeletionNotice,
            Self::CourseDue { .. } => MessageKind::CourseDue,
            Self::InvitationAskedAgain { .. } => MessageKind::InvitationAskedAgain,
            Self::Test => MessageKind::Test,
        }
    }
}

impl Letter {
    /// Subject, text and HTML in the letter's language.
    pub fn render(&self) -> Rendered {
        let words = match self.language {
            Language::En => en::words(self),
            Language::De => de::words(self),
            Language::Fr => fr::words(self),
            Language::Es => es::words(self),
        };
        Rendered {
            text: text(&words),
            html: html::document(self.language, &self.organization, &self.brand, &words),
            // A subject is one line, whatever an organization calls itself.
            subject: words.subject.replace(char::is_control, " "),
        }
    }
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({}, …)", self.content.kind().as_str())
    }
}

impl std::fmt::Debug for Rendered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rendered({:?}, …)", self.subject)
    }
}

fn text(words: &Words) -> String {
    let mut parts = vec![words.greeting.clone()];
    parts.extend(words.paragraphs.iter().cloned());
    if !words.facts.is_empty() {
        let lines: Vec<_> = words
            .facts
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        parts.push(lines.join("\n"));
    }
    if let Some(button) = &words.button {
        parts.push(format!("{}:\n{}", button.label, button.link));
    }
    parts.extend(words.closing.iter().cloned());
    parts.push(format!("-- \n{}", words.footer));
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}
