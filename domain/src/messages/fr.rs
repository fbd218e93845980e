//! What messages say in French.

use super::letter::{Content, Letter};
use super::words::{Body, Button, Words, clock, month};
use crate::time::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The message in words.
pub(super) fn words(letter: &Letter) -> Words {
    let body = body(&letter.content, &letter.organization);
    Words {
        greeting: match &letter.name {
            Some(name) => format!("Bonjour {name},"),
            None => "Bonjour,".to_owned(),
        },
        footer: format!(
            "Envoyé par Rollcall pour {}. Les réponses à cette adresse ne sont pas lues.",
            letter.organization
        ),
        button: body.button.map(|(label, link)| Button {
            label,
            link,
            hint: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
        }),
        subject: body.subject,
        paragraphs: body.paragraphs,
        facts: body.facts,
        closing: body.closing,
    }
}

fn body(content: &Content, organization: &str) -> Body {
    let not_you = "Si vous n’avez rien demandé, vous pouvez ignorer ce message : rien n’a changé.";
    match content {
        Content::GeneratedPassword { username, password, sign_in } => Body {
            subject: format!("Votre compte chez {organization}"),
            paragraphs: vec![format!("{organization} a créé un compte pour vous. Connectez-vous avec l’identifiant et le mot de passe ci-dessous. Il vous sera aussitôt demandé de choisir votre propre mot de passe.")],
            facts: vec![("Identifiant", username.clone()), ("Mot de passe", password.clone())],
            button: Some(("Se connecter", sign_in.clone())),
            ..Body::default()
        },
        Content::Activation { link, expires_at } => Body {
            subject: format!("Activez votre compte chez {organization}"),
            paragraphs: vec![format!("{organization} a créé un compte pour vous. Choisissez un mot de passe, et c’est fait.")],
            button: Some(("Choisir un mot de passe", link.clone())),
            closing: vec![format!("Le lien fonctionne une seule fois, jusqu’au {}.", moment(*expires_at))],
            ..Body::default()
        },
        Content::AccountReady { sign_in } => Body {
            subject: format!("Votre compte chez {organization} est prêt"),
            paragraphs: vec![format!("Votre compte chez {organization} a été approuvé. Vous pouvez vous connecter.")],
            button: Some(("Se connecter", sign_in.clone())),
            ..Body::default()
        },
        Content::Invitation { inviter, link, expires_at } => Body {
            subject: match inviter {
                Some(inviter) => format!("{inviter} vous invite chez {organization}"),
                None => format!("Vous êtes invité·e chez {organization}"),
            },
            paragraphs: vec![match inviter {
                Some(inviter) => format!("{inviter} vous invite à rejoindre {organization}. L’inscription prend une minute."),
                None => format!("Vous êtes invité·e à rejoindre {organization}. L’inscription prend une minute."),
            }],
            button: Some(("S’inscrire", link.clone())),
            closing: vec![
                format!("L’invitation est pour vous seul·e. Son lien fonctionne une seule fois, jusqu’au {}.", moment(*expires_at)),
                "Si vous ne savez pas de quoi il s’agit, vous pouvez ignorer ce message.".to_owned(),
            ],
            ..Body::default()
        },
        Content::PasswordReset { link, expires_at } => Body {
            subject: "Choisissez un nouveau mot de passe".to_owned(),
            paragraphs: vec![format!("Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte chez {organization}.")],
            button: Some(("Choisir un nouveau mot de passe", link.clone())),
            closing: vec![format!("Le lien fonctionne une seule fois, jusqu’au {}.", moment(*expires_at)), not_you.to_owned()],
            ..Body::default()
        },
        Content::PasswordChanged { at } => Body {
            subject: "Votre mot de passe a été modifié".to_owned(),
            paragraphs: vec![
                format!("Le mot de passe de votre compte chez {organization} a été modifié le {}.", moment(*at)),
                "Si c’était vous, il n’y a rien à faire. Sinon, prévenez tout de suite votre administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::EmailChanged { email } => Body {
            subject: "Votre adresse électronique a été modifiée".to_owned(),
            paragraphs: vec![
                format!("L’adresse électronique de votre compte chez {organization} est maintenant {email}."),
                "Si vous ne vous y attendiez pas, prévenez tout de suite votre administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::ConfirmEmail { link, expires_at } => Body {
            subject: "Confirmez votre adresse électronique".to_owned(),
            paragraphs: vec![format!("Confirmez que votre compte chez {organization} doit utiliser cette adresse.")],
            button: Some(("Confirmer l’adresse", link.clone())),
            closing: vec![format!("Le lien fonctionne une seule fois, jusqu’au {}.", moment(*expires_at)), not_you.to_owned()],
            ..Body::default()
        },
        Content::LoginLinkUsed { made_by, at } => Body {
            subject: "Connexion par un lien".to_owned(),
            paragraphs: vec![
                match made_by {
                    Some(name) => format!("Le {}, un lien de connexion créé pour vous par {name} a servi à ouvrir votre compte chez {organization}.", moment(*at)),
                    None => format!("Le {}, un lien de connexion a servi à ouvrir votre compte chez {organization}.", moment(*at)),
                },
                "Si c’était vous, ou une personne à qui vous avez demandé de l’aide, il n’y a rien à faire. Sinon, prévenez tout de suite votre administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::DeletionNotice { on } => Body {
            subject: format!("Votre compte chez {organization} prend fin le {}", date(*on)),
            paragraphs: vec![
                format!("Votre compte chez {organization} prend fin le {}. Ensuite, vous ne pourrez plus vous connecter.", date(*on)),
                "Si vous en avez encore besoin, dites-le à votre administration.".to_owned(),
            ],
            ..Body::default()
        },
        Content::CourseDue { course, due, courses } => Body {
            subject: format!("Bientôt à rendre : {course}"),
            paragraphs: vec![match due {
                Some(due) => format!("Le cours « {course} » est à terminer le {}.", date(*due)),
                None => format!("Le cours « {course} » est à terminer."),
            }],
            button: Some(("Ouvrir mes cours", courses.clone())),
            ..Body::default()
        },
        Content::InvitationAskedAgain { email, invitations } => Body {
            subject: format!("{email} demande une nouvelle invitation"),
            paragraphs: vec![format!("L’invitation de {email} ne fonctionne plus, et quelqu’un qui en a le lien en demande une nouvelle. Renvoyez-la si c’est justifié.")],
            button: Some(("Ouvrir les invitations", invitations.clone())),
            ..Body::default()
        },
        Content::Test => Body {
            subject: "L’envoi fonctionne".to_owned(),
            paragraphs: vec![format!("Ceci est un message d’essai de {organization}. Il est arrivé : l’envoi fonctionne.")],
            ..Body::default()
        },
    }
}

fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(&MONTHS, date), date.year())
}

fn moment(at: Timestamp) -> String {
    format!("{} à {} UTC", date(at.date()), clock(at))
}
