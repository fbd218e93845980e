//! What messages say in English.

use super::letter::{Content, Letter};
use super::words::{Body, Button, Words, clock, month};
use crate::time::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The message in words.
pub(super) fn words(letter: &Letter) -> Words {
    let body = body(&letter.content, &letter.organization);
    Words {
        greeting: match &letter.name {
            Some(name) => format!("Hello {name},"),
            None => "Hello,".to_owned(),
        },
        footer: format!(
            "Sent by Rollcall for {}. Answers to this address are not read.",
            letter.organization
        ),
        button: body.button.map(|(label, link)| Button {
            label,
            link,
            hint: "If the button does not work, copy this address into your browser:",
        }),
        subject: body.subject,
        paragraphs: body.paragraphs,
        facts: body.facts,
        closing: body.closing,
    }
}

fn body(content: &Content, organization: &str) -> Body {
    let not_you = "If you did not ask for this, you can ignore this message: nothing has changed.";
    match content {
        Content::GeneratedPassword {
            username,
            password,
            sign_in,
        } => Body {
            subject: format!("Your account at {organization}"),
            paragraphs: vec![format!(
                "{organization} has made an account for you. Sign in with the username and the password below. You will \
                 be asked to choose a password of your own at once."
            )],
            facts: vec![("Username", username.clone()), ("Password", password.clone())],
            button: Some(("Sign in", sign_in.clone())),
            ..Body::default()
        },
        Content::Activation { link, expires_at } => Body {
            subject: format!("Activate your account at {organization}"),
            paragraphs: vec![format!(
                "{organization} has made an account for you. Choose a password and you are in."
            )],
            button: Some(("Choose a password", link.clone())),
            closing: vec![format!("The link works once, until {}.", moment(*expires_at))],
            ..Body::default()
        },
        Content::AccountReady { sign_in } => Body {
            subject: format!("Your account at {organization} is ready"),
            paragraphs: vec![format!(
                "Your account at {organization} has been approved. You can sign in now."
            )],
            button: Some(("Sign in", sign_in.clone())),
            ..Body::default()
        },
        Content::Invitation {
            inviter,
            link,
            expires_at,
        } => Body {
            subject: match inviter {
                Some(inviter) => format!("{inviter} invites you to {organization}"),
                None => format!("You are invited to {organization}"),
            },
            paragraphs: vec![match inviter {
                Some(inviter) => {
                    format!("{inviter} invites you to join {organization}. Registering takes a minute.")
                }
                None => format!("You are invited to join {organization}. Registering takes a minute."),
            }],
            button: Some(("Register", link.clone())),
            closing: vec![
                format!(
                    "The invitation is for you alone. Its link works once, until {}.",
                    moment(*expires_at)
                ),
                "If you do not know what this is about, you can ignore this message.".to_owned(),
            ],
            ..Body::default()
        },
        Content::PasswordReset { link, expires_at } => Body {
            subject: "Choose a new password".to_owned(),
            paragraphs: vec![format!(
                "Somebody, probably you, asked for a new password for your account at {organization}."
            )],
            button: Some(("Choose a new password", link.clone())),
            closing: vec![
                format!("The link works once, until {}.", moment(*expires_at)),
                not_you.to_owned(),
            ],
            ..Body::default()
        },
        Content::PasswordChanged { at } => Body {
            subject: "Your password was changed".to_owned(),
            paragraphs: vec![
                format!(
                    "The password of your account at {organization} was changed on {}.",
                    moment(*at)
                ),
                "If that was you, there is nothing to do. If it was not, tell your administrator at once."
                    .to_owned(),
            ],
            ..Body::default()
        },
        Content::EmailChanged { email } => Body {
            subject: "Your email address was changed".to_owned(),
            paragraphs: vec![
                format!("The email address of your account at {organization} is now {email}."),
                "If you did not expect this, tell your administrator at once.".to_owned(),
            ],
            ..Body::default()
        },
        Content::ConfirmEmail { link, expires_at } => Body {
            subject: "Confirm your email address".to_owned(),
            paragraphs: vec![format!(
                "Confirm that your account at {organization} shall use this address."
            )],
            button: Some(("Confirm the address", link.clone())),
            closing: vec![
                format!("The link works once, until {}.", moment(*expires_at)),
                not_you.to_owned(),
            ],
            ..Body::default()
        },
        Content::LoginLinkUsed { made_by, at } => Body {
            subject: "Somebody signed in with a login link".to_owned(),
            paragraphs: vec![
                match made_by {
                    Some(name) => format!(
                        "On {}, a login link that {name} had made for you was used to sign in to your account at \
                         {organization}.",
                        moment(*at)
                    ),
                    None => format!(
                        "On {}, a login link was used to sign in to your account at {organization}.",
                        moment(*at)
                    ),
                },
                "If that was you, or somebody you asked for help, there is nothing to do. If not, tell your \
                 administrator at once."
                    .to_owned(),
            ],
            ..Body::default()
        },
        Content::DeletionNotice { on } => Body {
            subject: format!("Your account at {organization} ends on {}", date(*on)),
            paragraphs: vec![
                format!(
                    "Your account at {organization} ends on {}. After that you can no longer sign in.",
                    date(*on)
                ),
                "If you still need it, tell your administrator.".to_owned(),
            ],
            ..Body::default()
        },
        Content::CourseDue { course, due, courses } => Body {
            subject: format!("Due soon: {course}"),
            paragraphs: vec![match due {
                Some(due) => format!("The course “{course}” is due on {}.", date(*due)),
                None => format!("The course “{course}” is due."),
            }],
            button: Some(("Open my courses", courses.clone())),
            ..Body::default()
        },
        Content::InvitationAskedAgain { email, invitations } => Body {
            subject: format!("{email} asks for a new invitation"),
            paragraphs: vec![format!(
                "The invitation of {email} no longer works, and somebody with its link asks for a new one. Send it again \
                 if that is right."
            )],
            button: Some(("Open the invitations", invitations.clone())),
            ..Body::default()
        },
        Content::Test => Body {
            subject: "Sending works".to_owned(),
            paragraphs: vec![format!(
                "This is a test message of {organization}. It arrived, so sending works."
            )],
            ..Body::default()
        },
    }
}

fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(&MONTHS, date), date.year())
}

fn moment(at: Timestamp) -> String {
    format!("{}, {} UTC", date(at.date()), clock(at))
}
