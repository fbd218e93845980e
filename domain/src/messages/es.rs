//! What messages say in Spanish.

use super::letter::{Content, Letter};
use super::words::{Body, Button, Words, clock, month};
use crate::time::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// The message in words.
pub(super) fn words(letter: &Letter) -> Words {
    let body = body(&letter.content, &letter.organization);
    Words {
        greeting: match &letter.name {
            Some(name) => format!("Hola, {name}:"),
            None => "Hola:".to_owned(),
        },
        footer: format!(
            "Enviado por Rollcall para {}. Las respuestas a esta dirección no se leen.",
            letter.organization
        ),
        button: body.button.map(|(label, link)| Button {
            label,
            link,
            hint: "Si el botón no funciona, copie esta dirección en su navegador:",
        }),
        subject: body.subject,
        paragraphs: body.paragraphs,
        facts: body.facts,
        closing: body.closing,
    }
}

fn body(content: &Content, organization: &str) -> Body {
    let not_you = "Si usted no lo ha pedido, puede ignorar este mensaje: no ha cambiado nada.";
    match content {
        Content::GeneratedPassword { username, password, sign_in } => Body {
            subject: format!("Su cuenta en {organization}"),
            paragraphs: vec![format!("{organization} ha creado una cuenta para usted. Inicie sesión con el nombre de usuario y la contraseña de abajo. Enseguida se le pedirá que elija su propia contraseña.")],
            facts: vec![("Nombre de usuario", username.clone()), ("Contraseña", password.clone())],
            button: Some(("Iniciar sesión", sign_in.clone())),
            ..Body::default()
        },
        Content::Activation { link, expires_at } => Body {
            subject: format!("Active su cuenta en {organization}"),
            paragraphs: vec![format!("{organization} ha creado una cuenta para usted. Elija una contraseña y listo.")],
            button: Some(("Elegir una contraseña", link.clone())),
            closing: vec![format!("El enlace sirve una sola vez, hasta el {}.", moment(*expires_at))],
            ..Body::default()
        },
        Content::AccountReady { sign_in } => Body {
            subject: format!("Su cuenta en {organization} está lista"),
            paragraphs: vec![format!("Su cuenta en {organization} ha sido aprobada. Ya puede iniciar sesión.")],
            button: Some(("Iniciar sesión", sign_in.clone())),
            ..Body::default()
        },
        Content::Invitation { inviter, link, expires_at } => Body {
            subject: match inviter {
                Some(inviter) => format!("{inviter} le invita a {organization}"),
                None => format!("Invitación a {organization}"),
            },
            paragraphs: vec![match inviter {
                Some(inviter) => format!("{inviter} le invita a unirse a {organization}. Registrarse lleva un minuto."),
                None => format!("Ha recibido una invitación para unirse a {organization}. Registrarse lleva un minuto."),
            }],
            button: Some(("Registrarse", link.clone())),
            closing: vec![
                format!("La invitación es solo para usted. Su enlace sirve una sola vez, hasta el {}.", moment(*expires_at)),
                "Si no sabe de qué se trata, puede ignorar este mensaje.".to_owned(),
            ],
            ..Body::default()
        },
        Content::PasswordReset { link, expires_at } => Body {
            subject: "Elija una contraseña nueva".to_owned(),
            paragraphs: vec![format!("Alguien, probablemente usted, ha pedido una contraseña nueva para su cuenta en {organization}.")],
            button: Some(("Elegir una contraseña nueva", link.clone())),
            closing: vec![format!("El enlace sirve una sola vez, hasta el {}.", moment(*expires_at)), not_you.to_owned()],
            ..Body::default()
        },
        Content::PasswordChanged { at } => Body {
            subject: "Su contraseña ha cambiado".to_owned(),
            paragraphs: vec![
                format!("La contraseña de su cuenta en {organization} se cambió el {}.", moment(*at)),
                "Si ha sido usted, no tiene que hacer nada. Si no, avise enseguida a su administración.".to_owned(),
            ],
            ..Body::default()
        },
        Content::EmailChanged { email } => Body {
            subject: "Su dirección de correo ha cambiado".to_owned(),
            paragraphs: vec![
                format!("La dirección de correo de su cuenta en {organization} es ahora {email}."),
                "Si no lo esperaba, avise enseguida a su administración.".to_owned(),
            ],
            ..Body::default()
        },
        Content::ConfirmEmail { link, expires_at } => Body {
            subject: "Confirme su dirección de correo".to_owned(),
            paragraphs: vec![format!("Confirme que su cuenta en {organization} debe usar esta dirección.")],
            button: Some(("Confirmar la dirección", link.clone())),
            closing: vec![format!("El enlace sirve una sola vez, hasta el {}.", moment(*expires_at)), not_you.to_owned()],
            ..Body::default()
        },
        Content::LoginLinkUsed { made_by, at } => Body {
            subject: "Inicio de sesión con un enlace".to_owned(),
            paragraphs: vec![
                match made_by {
                    Some(name) => format!("El {}, un enlace de acceso que {name} creó para usted se usó para entrar en su cuenta de {organization}.", moment(*at)),
                    None => format!("El {}, un enlace de acceso se usó para entrar en su cuenta de {organization}.", moment(*at)),
                },
                "Si ha sido usted, o alguien a quien pidió ayuda, no tiene que hacer nada. Si no, avise enseguida a su administración.".to_owned(),
            ],
            ..Body::default()
        },
        Content::DeletionNotice { on } => Body {
            subject: format!("Su cuenta en {organization} termina el {}", date(*on)),
            paragraphs: vec![
                format!("Su cuenta en {organization} termina el {}. Después ya no podrá iniciar sesión.", date(*on)),
                "Si todavía la necesita, dígaselo a su administración.".to_owned(),
            ],
            ..Body::default()
        },
        Content::CourseDue { course, due, courses } => Body {
            subject: format!("Vence pronto: {course}"),
            paragraphs: vec![match due {
                Some(due) => format!("El curso «{course}» vence el {}.", date(*due)),
                None => format!("El curso «{course}» ha vencido."),
            }],
            button: Some(("Abrir mis cursos", courses.clone())),
            ..Body::default()
        },
        Content::InvitationAskedAgain { email, invitations } => Body {
            subject: format!("{email} pide una nueva invitación"),
            paragraphs: vec![format!("La invitación de {email} ya no sirve y alguien que tiene su enlace pide una nueva. Vuelva a enviarla si es correcto.")],
            button: Some(("Abrir las invitaciones", invitations.clone())),
            ..Body::default()
        },
        Content::Test => Body {
            subject: "El envío funciona".to_owned(),
            paragraphs: vec![format!("Este es un mensaje de prueba de {organization}. Ha llegado, así que el envío funciona.")],
            ..Body::default()
        },
    }
}

fn date(date: Date) -> String {
    format!("{} de {} de {}", date.day(), month(&MONTHS, date), date.year())
}

fn moment(at: Timestamp) -> String {
    format!("{}, {} UTC", date(at.date()), clock(at))
}
