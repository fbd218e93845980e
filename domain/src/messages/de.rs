//! What messages say in German.

use super::letter::{Content, Letter};
use super::words::{Body, Button, Words, clock, month};
use crate::time::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// The message in words.
pub(super) fn words(letter: &Letter) -> Words {
    let body = body(&letter.content, &letter.organization);
    Words {
        greeting: match &letter.name {
            Some(name) => format!("Guten Tag {name},"),
            None => "Guten Tag,".to_owned(),
        },
        footer: format!(
            "Von Rollcall für {} gesendet. Antworten an diese Adresse werden nicht gelesen.",
            letter.organization
        ),
        button: body.button.map(|(label, link)| Button {
            label,
            link,
            hint: "Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
        }),
        subject: body.subject,
        paragraphs: body.paragraphs,
        facts: body.facts,
        closing: body.closing,
    }
}

fn body(content: &Content, organization: &str) -> Body {
    let not_you = "Wenn Sie das nicht angefordert haben, können Sie diese Nachricht ignorieren: Es hat sich nichts geändert.";
    match content {
        Content::GeneratedPassword { username, password, sign_in } => Body {
            subject: format!("Ihr Konto bei {organization}"),
            paragraphs: vec![format!("{organization} hat ein Konto für Sie angelegt. Melden Sie sich mit dem Benutzernamen und dem Passwort unten an. Sie werden sofort gebeten, ein eigenes Passwort zu wählen.")],
            facts: vec![("Benutzername", username.clone()), ("Passwort", password.clone())],
            button: Some(("Anmelden", sign_in.clone())),
            ..Body::default()
        },
        Content::Activation { link, expires_at } => Body {
            subject: format!("Aktivieren Sie Ihr Konto bei {organization}"),
            paragraphs: vec![format!("{organization} hat ein Konto für Sie angelegt. Wählen Sie ein Passwort, und Sie sind dabei.")],
            button: Some(("Passwort wählen", link.clone())),
            closing: vec![format!("Der Link gilt einmal, bis zum {}.", moment(*expires_at))],
            ..Body::default()
        },
        Content::AccountReady { sign_in } => Body {
            subject: format!("Ihr Konto bei {organization} ist bereit"),
            paragraphs: vec![format!("Ihr Konto bei {organization} wurde freigegeben. Sie können sich jetzt anmelden.")],
            button: Some(("Anmelden", sign_in.clone())),
            ..Body::default()
        },
        Content::Invitation { inviter, link, expires_at } => Body {
            subject: match inviter {
                Some(inviter) => format!("{inviter} lädt Sie zu {organization} ein"),
                None => format!("Sie sind zu {organization} eingeladen"),
            },
            paragraphs: vec![match inviter {
                Some(inviter) => format!("{inviter} lädt Sie ein, bei {organization} mitzumachen. Die Registrierung dauert eine Minute."),
                None => format!("Sie sind eingeladen, bei {organization} mitzumachen. Die Registrierung dauert eine Minute."),
            }],
            button: Some(("Registrieren", link.clone())),
            closing: vec![
                format!("Die Einladung gilt nur für Sie. Ihr Link gilt einmal, bis zum {}.", moment(*expires_at)),
                "Wenn Sie nicht wissen, worum es geht, können Sie diese Nachricht ignorieren.".to_owned(),
            ],
            ..Body::default()
        },
        Content::PasswordReset { link, expires_at } => Body {
            subject: "Wählen Sie ein neues Passwort".to_owned(),
            paragraphs: vec![format!("Jemand, vermutlich Sie, hat ein neues Passwort für Ihr Konto bei {organization} angefordert.")],
            button: Some(("Neues Passwort wählen", link.clone())),
            closing: vec![format!("Der Link gilt einmal, bis zum {}.", moment(*expires_at)), not_you.to_owned()],
            ..Body::default()
        },
        Content::PasswordChanged { at } => Body {
            subject: "Ihr Passwort wurde geändert".to_owned(),
            paragraphs: vec![
                format!("Das Passwort Ihres Kontos bei {organization} wurde am {} geändert.", moment(*at)),
                "Wenn Sie das waren, ist nichts zu tun. Wenn nicht, sagen Sie es sofort Ihrer Administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::EmailChanged { email } => Body {
            subject: "Ihre E-Mail-Adresse wurde geändert".to_owned(),
            paragraphs: vec![
                format!("Die E-Mail-Adresse Ihres Kontos bei {organization} ist jetzt {email}."),
                "Wenn Sie das nicht erwartet haben, sagen Sie es sofort Ihrer Administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::ConfirmEmail { link, expires_at } => Body {
            subject: "Bestätigen Sie Ihre E-Mail-Adresse".to_owned(),
            paragraphs: vec![format!("Bestätigen Sie, dass Ihr Konto bei {organization} diese Adresse verwenden soll.")],
            button: Some(("Adresse bestätigen", link.clone())),
            closing: vec![format!("Der Link gilt einmal, bis zum {}.", moment(*expires_at)), not_you.to_owned()],
            ..Body::default()
        },
        Content::LoginLinkUsed { made_by, at } => Body {
            subject: "Anmeldung mit einem Anmeldelink".to_owned(),
            paragraphs: vec![
                match made_by {
                    Some(name) => format!("Am {} wurde ein Anmeldelink, den {name} für Sie erstellt hat, für Ihr Konto bei {organization} verwendet.", moment(*at)),
                    None => format!("Am {} wurde ein Anmeldelink für Ihr Konto bei {organization} verwendet.", moment(*at)),
                },
                "Wenn Sie es waren oder jemand, den Sie um Hilfe gebeten haben, ist nichts zu tun. Wenn nicht, sagen Sie es sofort Ihrer Administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::DeletionNotice { on } => Body {
            subject: format!("Ihr Konto bei {organization} endet am {}", date(*on)),
            paragraphs: vec![
                format!("Ihr Konto bei {organization} endet am {}. Danach können Sie sich nicht mehr anmelden.", date(*on)),
                "Wenn Sie es noch brauchen, sagen Sie es Ihrer Administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::CourseDue { course, due, courses } => Body {
            subject: format!("Bald fällig: {course}"),
            paragraphs: vec![match due {
                Some(due) => format!("Der Kurs „{course}“ ist am {} fällig.", date(*due)),
                None => format!("Der Kurs „{course}“ ist fällig."),
            }],
            button: Some(("Meine Kurse öffnen", courses.clone())),
            ..Body::default()
        },
        Content::InvitationAskedAgain { email, invitations } => Body {
            subject: format!("{email} bittet um eine neue Einladung"),
            paragraphs: vec![format!("Die Einladung von {email} gilt nicht mehr, und jemand mit ihrem Link bittet um eine neue. Senden Sie sie erneut, wenn das richtig ist.")],
            button: Some(("Einladungen öffnen", invitations.clone())),
            ..Body::default()
        },
        Content::Test => Body {
            subject: "Das Senden funktioniert".to_owned(),
            paragraphs: vec![format!("Dies ist eine Testnachricht von {organization}. Sie ist angekommen, das Senden funktioniert also.")],
            ..Body::default()
        },
    }
}

fn date(date: Date) -> String {
    format!("{}. {} {}", date.day(), month(&MONTHS, date), date.year())
}

fn moment(at: Timestamp) -> String {
    format!("{}, {} Uhr UTC", date(at.date()), clock(at))
}
