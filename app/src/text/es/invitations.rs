//! Invitations in the console.

use crate::text::number;
use domain::invitations::InvitationStatus;

pub const TITLE: &str = "Invitaciones";
pub const DESCRIPTION: &str =
    "Ofertas para crear una cuenta: qué fue de cada una y qué dijo el servidor de correo.";
pub const INVITE: &str = "Invitar a personas";
pub const INVITE_WHY: &str =
    "Cada persona recibe su propio enlace. Abre una página donde da su nombre y elige una contraseña.";
pub const WHOM: &str = "A quién";
pub const ADDRESS: &str = "Dirección";
pub const ADDRESSES: &str = "Direcciones de correo";
pub const ADDRESSES_HINT: &str = "Escríbalas o péguelas, separadas por coma, punto y coma, espacio o línea.";
pub const FROM_FILE: &str = "Leer una lista de un archivo";
pub const NOBODY: &str = "Indique al menos una dirección de correo";
pub const REPLACES: &str = "sustituye a una abierta";
pub const HAS_ACCOUNT: &str = "tiene cuenta";
pub const OUT_OF_REACH: &str = "invitada por otros";
pub const NO_ADDRESS: &str = "no es una dirección";
pub const REMOVE_LEFT_OUT: &str = "Quitar las que no reciben nada";
pub const NO_LABEL: &str = "Sin etiqueta";
pub const LABEL: &str = "Etiqueta";
pub const LANGUAGE_HINT: &str = "Del mensaje y de la cuenta.";
pub const DATE_WRONG: &str = "Elija un día a partir de mañana";
pub const LEFT_OUT_ACCOUNTS: &str = "No se envió nada a estas personas: ya tienen cuenta";
pub const LEFT_OUT_OTHERS: &str =
    "No se envió nada a estas personas: usted no puede sustituir su invitación abierta";
pub const SEE_ALL: &str = "Ver todas las invitaciones";
pub const INVITE_MORE: &str = "Invitar a más personas";
pub const STATE: &str = "Estado";
pub const ANY_STATE: &str = "Todos";
pub const ASKS: &str = "Pide un enlace nuevo";
pub const FILTER: &str = "Filtrar";
pub const NONE_YET: &str = "Todavía no hay invitaciones";
pub const NONE_YET_WHY: &str = "Aquí aparecen las personas que invita y qué fue de ello.";
pub const NONE_MATCH: &str = "Ninguna invitación coincide";
pub const NONE_MATCH_WHY: &str = "Cambie la dirección o el estado del filtro.";
pub const SHOW_ALL: &str = "Mostrar todas";
pub const OFFER: &str = "Oferta";
pub const INVITED: &str = "Invitada";
pub const BY: &str = "Invitada por";
pub const OPENED: &str = "Abierta";
pub const ENDS: &str = "Termina";
pub const ENDED: &str = "Terminada";
pub const MESSAGES: &str = "Mensajes";
pub const ACTIONS: &str = "Acciones";
pub const RESEND: &str = "Enviar de nuevo";
pub const CORRECT: &str = "Corregir la dirección";
pub const CORRECT_WHY: &str = "El enlace del mensaje enviado a la dirección equivocada dejará de funcionar. Lo demás sigue como se ofreció.";
pub const CORRECT_AND_SEND: &str = "Corregir y enviar";
pub const CANCEL: &str = "Cancelar la invitación";
pub const CANCEL_WHY: &str = "Los enlaces dejarán de funcionar y las plazas reservadas quedarán libres. Una invitación cancelada se puede enviar de nuevo.";
pub const KEEP: &str = "Conservar";
pub const DECLINE: &str = "Rechazar";
pub const ACCEPTED_ALREADY: &str = "Se aceptó: hay una cuenta.";
pub const CLOSED_ALREADY: &str = "Ya está cerrada.";
pub const ALL_MATCHING: &str = "Están seleccionadas todas las que coinciden";
pub const TICK_ALL_MATCHING: &str = "Seleccionar todas las que coinciden";

pub fn send(n: u64) -> String {
    if n == 1 {
        "Enviar 1 invitación".to_owned()
    } else {
        format!("Enviar {} invitaciones", number(n))
    }
}

pub fn will_get(n: u64) -> String {
    if n == 1 {
        "1 invitación".to_owned()
    } else {
        format!("{} invitaciones", number(n))
    }
}

pub fn replacing(n: u64) -> String {
    if n == 1 {
        "1 sustituye a una abierta".to_owned()
    } else {
        format!("{} sustituyen a abiertas", number(n))
    }
}

pub fn with_account(n: u64) -> String {
    if n == 1 {
        "1 tiene cuenta".to_owned()
    } else {
        format!("{} tienen cuenta", number(n))
    }
}

pub fn out_of_reach(n: u64) -> String {
    if n == 1 {
        "1 está invitada por otros".to_owned()
    } else {
        format!("{} están invitadas por otros", number(n))
    }
}

pub fn no_addresses(n: u64) -> String {
    if n == 1 {
        "1 no es una dirección".to_owned()
    } else {
        format!("{} no son direcciones", number(n))
    }
}

pub fn more(n: u64) -> String {
    if n == 1 {
        "1 más".to_owned()
    } else {
        format!("{} más", number(n))
    }
}

pub fn mend_or_remove(n: u64) -> String {
    if n == 1 {
        "1 no es una dirección de correo: corríjala o quítela".to_owned()
    } else {
        format!(
            "{} no son direcciones de correo: corríjalas o quítelas",
            number(n)
        )
    }
}

pub fn at_most(n: u64) -> String {
    if n == 1 {
        "una persona como máximo".to_owned()
    } else {
        format!("Como máximo {} personas a la vez", number(n))
    }
}

pub fn seats_short(n: u64) -> String {
    if n == 1 {
        "Falta 1 plaza: invite a menos personas o recupere antes una".to_owned()
    } else {
        format!(
            "Faltan {} plazas: invite a menos personas o recupere antes algunas",
            number(n)
        )
    }
}

pub fn valid_for(n: u64) -> String {
    if n == 1 {
        "Cada enlace vale 1 día.".to_owned()
    } else {
        format!("Cada enlace vale {} días.", number(n))
    }
}

pub fn on_their_way(n: u64) -> String {
    if n == 1 {
        "1 invitación está en camino".to_owned()
    } else {
        format!("{} invitaciones están en camino", number(n))
    }
}

pub fn replaced(n: u64) -> String {
    if n == 1 {
        "Se sustituye 1 invitación abierta; su enlace ya no funciona.".to_owned()
    } else {
        format!(
            "Se sustituyen {} invitaciones abiertas; sus enlaces ya no funcionan.",
            number(n)
        )
    }
}

pub fn resent(n: u64) -> String {
    if n == 1 {
        "1 invitación está en camino, con enlace y plazo nuevos.".to_owned()
    } else {
        format!(
            "{} invitaciones están en camino, con enlaces y plazo nuevos.",
            number(n)
        )
    }
}

pub fn canceled(n: u64) -> String {
    if n == 1 {
        "1 invitación cancelada.".to_owned()
    } else {
        format!("{} invitaciones canceladas.", number(n))
    }
}

pub fn select(email: &str) -> String {
    format!("Seleccionar la invitación a {email}")
}

pub fn actions_for(email: &str) -> String {
    format!("Acciones para {email}")
}

pub fn seat_of(license: &str) -> String {
    format!("Plaza de {license}")
}

pub fn corrected(email: &str) -> String {
    format!("Una invitación a {email} está en camino.")
}

/// Which address was there again, and how many others.
pub fn repeated(first: &str, more: u64) -> String {
    if more == 0 {
        format!("{first} estaba dos veces")
    } else {
        format!("{first} y {} más estaban dos veces", number(more))
    }
}

/// Which one was not sent again and why, and how many others.
pub fn not_resent(email: &str, why: &str, more: u64) -> String {
    if more == 0 {
        format!("{email}: {why}")
    } else {
        format!("{email}: {why} (tampoco se enviaron {} más)", number(more))
    }
}

/// Without a number: all that match.
pub fn cancel(count: Option<u64>) -> String {
    match count {
        None => "Cancelar todas las que coinciden".to_owned(),
        Some(1) => "Cancelar la invitación".to_owned(),
        Some(count) => format!("Cancelar {} invitaciones", number(count)),
    }
}

pub fn seats_kept(kept: u64, free: u64) -> String {
    format!(
        "Se reserva una por invitación: {} de {} plazas libres.",
        number(kept),
        number(free)
    )
}

/// How long from now something is.
pub fn ends_in(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| {
        let unit = if n == 1 { one } else { many };
        format!("En {n} {unit}")
    };
    match (seconds / 3600, seconds / 86_400) {
        (..1, _) => "En menos de una hora".to_owned(),
        (hours, ..1) => some(hours, "hora", "horas"),
        (_, days) => some(days, "día", "días"),
    }
}

pub const fn status(status: InvitationStatus) -> &'static str {
    match status {
        InvitationStatus::Queued => "En espera de envío",
        InvitationStatus::Sent => "Enviada",
        InvitationStatus::Failed => "No entregada",
        InvitationStatus::Opened => "Abierta",
        InvitationStatus::Accepted => "Aceptada",
        InvitationStatus::Expired => "Caducada",
        InvitationStatus::Canceled => "Cancelada",
        InvitationStatus::Replaced => "Sustituida",
    }
}
