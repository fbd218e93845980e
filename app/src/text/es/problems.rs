//! What is wrong, and what would make it right.

use crate::form::Problem;
use crate::text::number;
use domain::access::Denied;
use domain::sign_in::SignInRefused;
use domain::users::{NotValid, Rule, WeakPassword};

pub const SIGNED_OUT: &str = "se ha cerrado su sesión: iníciela de nuevo";
pub const NOT_FOUND: &str = "esto ya no existe, o no es para usted";
pub const OFFLINE: &str = "no se puede llegar al servidor: compruebe la conexión e inténtelo de nuevo";
pub const UNAVAILABLE: &str = "algo ha ido mal en el servidor; no se ha cambiado nada. Inténtelo de nuevo";

pub fn not_understood(why: &str) -> String {
    format!("la página y el servidor no se entienden: recargue la página ({why})")
}

pub fn denied(denied: &Denied) -> String {
    match denied {
        Denied::NotYourRole(_) => "su rol no lo permite; pregunte a la administración".to_owned(),
        Denied::NotBelowYou => "el rol de esta persona no está por debajo del suyo".to_owned(),
    }
}

pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::SignIn(refused) => sign_in(refused),
        Problem::Password(weak) => weak_password(weak),
        Problem::Value(value) => not_valid(value),
        Problem::OtherDomain => {
            "aquí solo pueden registrarse direcciones de los dominios de la organización".to_owned()
        }
        Problem::WrongPassword => "esta no es su contraseña actual".to_owned(),
        Problem::WrongToken => "este no es el código que el servidor mostró al arrancar".to_owned(),
        Problem::AlreadySetUp => "Rollcall ya está configurado: inicie sesión".to_owned(),
        Problem::HasAccount => {
            "ya hay una cuenta con esta dirección: inicie sesión o pida una contraseña nueva".to_owned()
        }
        Problem::NoPlace => "no queda ninguna plaza: pregunte a quien le invitó".to_owned(),
    }
}

pub fn sign_in(refused: &SignInRefused) -> String {
    match refused {
        SignInRefused::Wrong => "este correo o nombre de usuario y esta contraseña no van juntos".to_owned(),
        SignInRefused::TooMany { minutes: 1 } => {
            "demasiados intentos: espere un minuto o pida a soporte un enlace de acceso".to_owned()
        }
        SignInRefused::TooMany { minutes } => {
            format!("demasiados intentos: espere {minutes} minutos o pida a soporte un enlace de acceso")
        }
    }
}

pub fn weak_password(weak: &WeakPassword) -> String {
    match weak {
        WeakPassword::TooShort(shortest) => format!("una contraseña tiene al menos {shortest} caracteres"),
        WeakPassword::TooLong => "una contraseña tiene como máximo 1024 bytes".to_owned(),
        WeakPassword::Common => {
            "esta contraseña es de las más habituales; elija otra, por ejemplo cuatro palabras sin relación"
                .to_owned()
        }
    }
}

pub fn not_valid(value: &NotValid) -> String {
    match value.rule() {
        Rule::Other => value.to_string(),
        rule => broken(rule),
    }
}

/// What is asked of a text that breaks a rule.
pub fn broken(rule: Rule) -> String {
    match rule {
        Rule::Needed => "hay que rellenarlo".to_owned(),
        Rule::TooLong(most) => format!("como máximo {most} caracteres"),
        Rule::ControlCharacters => "sin caracteres de control ni saltos de línea".to_owned(),
        Rule::Email => "no es una dirección de correo: debería parecerse a nombre@example.org".to_owned(),
        Rule::NoSpaces => "sin espacios".to_owned(),
        Rule::Phone => "no es un número de teléfono: debería parecerse a +34 912 345 678".to_owned(),
        Rule::Date => "no es una fecha: escríbala como 31.12.2026".to_owned(),
        Rule::Language => "no es un idioma que hable Rollcall: en, de, fr o es".to_owned(),
        Rule::WholeNumber => "escriba un número entero".to_owned(),
        Rule::AtMost(most) => format!("como máximo {}", number(most.unsigned_abs())),
        Rule::Between(least, most) => format!("un número entero de {least} a {most}"),
        Rule::Color => "un color se escribe como #2451d6".to_owned(),
        Rule::PictureAddress => {
            "la dirección de una imagen empieza por https:// y no tiene espacios".to_owned()
        }
        Rule::Domain => "un dominio se escribe como example.org".to_owned(),
        Rule::LastDay => "el último día es anterior al primero".to_owned(),
        Rule::ChooseOne => "elija al menos uno".to_owned(),
        Rule::WebAddress => "una dirección que empiece por https://".to_owned(),
        Rule::Time => "una hora como 09:30".to_owned(),
        Rule::Other => "así no es posible".to_owned(),
    }
}
