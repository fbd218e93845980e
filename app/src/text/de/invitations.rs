//! Invitations in the console.

use crate::text::number;
use domain::invitations::InvitationStatus;

pub const TITLE: &str = "Einladungen";
pub const DESCRIPTION: &str =
    "Angebote, sich zu registrieren: was aus jedem wurde und was der Mailserver sagte.";
pub const INVITE: &str = "Personen einladen";
pub const INVITE_WHY: &str = "Alle bekommen einen eigenen Link. Er öffnet eine Seite, auf der sie ihren Namen angeben und ein Passwort wählen.";
pub const WHOM: &str = "Wen";
pub const ADDRESS: &str = "Adresse";
pub const ADDRESSES: &str = "E-Mail-Adressen";
pub const ADDRESSES_HINT: &str =
    "Tippen oder fügen Sie sie ein, getrennt durch Komma, Semikolon, Leerzeichen oder Zeile.";
pub const FROM_FILE: &str = "Liste aus einer Datei lesen";
pub const NOBODY: &str = "Geben Sie mindestens eine E-Mail-Adresse an";
pub const REPLACES: &str = "ersetzt eine offene";
pub const HAS_ACCOUNT: &str = "hat ein Konto";
pub const OUT_OF_REACH: &str = "von anderen eingeladen";
pub const NO_ADDRESS: &str = "keine Adresse";
pub const REMOVE_LEFT_OUT: &str = "Alle entfernen, die nichts bekommen";
pub const NO_LABEL: &str = "Kein Label";
pub const LABEL: &str = "Label";
pub const LANGUAGE_HINT: &str = "Der Nachricht und des Kontos.";
pub const DATE_WRONG: &str = "Wählen Sie einen Tag ab morgen";
pub const LEFT_OUT_ACCOUNTS: &str = "Diese haben schon ein Konto und bekamen nichts";
pub const LEFT_OUT_OTHERS: &str =
    "Diese bekamen nichts, weil Sie ihre offene Einladung nicht ersetzen können";
pub const SEE_ALL: &str = "Alle Einladungen ansehen";
pub const INVITE_MORE: &str = "Weitere Personen einladen";
pub const STATE: &str = "Zustand";
pub const ANY_STATE: &str = "Alle";
pub const ASKS: &str = "Möchte einen neuen Link";
pub const FILTER: &str = "Filtern";
pub const NONE_YET: &str = "Noch keine Einladungen";
pub const NONE_YET_WHY: &str = "Wen Sie einladen, steht hier, und was daraus wurde.";
pub const NONE_MATCH: &str = "Keine Einladung passt";
pub const NONE_MATCH_WHY: &str = "Ändern Sie die Adresse oder den Zustand im Filter.";
pub const SHOW_ALL: &str = "Alle zeigen";
pub const OFFER: &str = "Angebot";
pub const INVITED: &str = "Eingeladen";
pub const BY: &str = "Eingeladen von";
pub const OPENED: &str = "Geöffnet";
pub const ENDS: &str = "Endet";
pub const ENDED: &str = "Beendet";
pub const MESSAGES: &str = "Nachrichten";
pub const ACTIONS: &str = "Aktionen";
pub const RESEND: &str = "Erneut senden";
pub const CORRECT: &str = "Adresse berichtigen";
pub const CORRECT_WHY: &str = "Der Link in der Nachricht an die falsche Adresse gilt dann nicht mehr. Alles andere bleibt, wie es angeboten wurde.";
pub const CORRECT_AND_SEND: &str = "Berichtigen und senden";
pub const CANCEL: &str = "Einladung zurückziehen";
pub const CANCEL_WHY: &str = "Die Links gelten nicht mehr, und freigehaltene Plätze werden wieder frei. Eine zurückgezogene Einladung können Sie erneut senden.";
pub const KEEP: &str = "Behalten";
pub const DECLINE: &str = "Ablehnen";
pub const ACCEPTED_ALREADY: &str = "Sie wurde angenommen: Es gibt ein Konto.";
pub const CLOSED_ALREADY: &str = "Sie ist schon beendet.";
pub const ALL_MATCHING: &str = "Alle passenden sind ausgewählt";
pub const TICK_ALL_MATCHING: &str = "Alle passenden auswählen";

pub fn send(n: u64) -> String {
    if n == 1 {
        "1 Einladung senden".to_owned()
    } else {
        format!("{} Einladungen senden", number(n))
    }
}

pub fn will_get(n: u64) -> String {
    if n == 1 {
        "1 Einladung".to_owned()
    } else {
        format!("{} Einladungen", number(n))
    }
}

pub fn replacing(n: u64) -> String {
    if n == 1 {
        "1 ersetzt eine offene".to_owned()
    } else {
        format!("{} ersetzen offene", number(n))
    }
}

pub fn with_account(n: u64) -> String {
    if n == 1 {
        "1 hat ein Konto".to_owned()
    } else {
        format!("{} haben ein Konto", number(n))
    }
}

pub fn out_of_reach(n: u64) -> String {
    if n == 1 {
        "1 ist von anderen eingeladen".to_owned()
    } else {
        format!("{} sind von anderen eingeladen", number(n))
    }
}

pub fn no_addresses(n: u64) -> String {
    if n == 1 {
        "1 ist keine Adresse".to_owned()
    } else {
        format!("{} sind keine Adressen", number(n))
    }
}

pub fn more(n: u64) -> String {
    if n == 1 {
        "1 weitere".to_owned()
    } else {
        format!("{} weitere", number(n))
    }
}

pub fn mend_or_remove(n: u64) -> String {
    if n == 1 {
        "1 ist keine E-Mail-Adresse: Berichtigen oder entfernen Sie sie".to_owned()
    } else {
        format!(
            "{} sind keine E-Mail-Adressen: Berichtigen oder entfernen Sie sie",
            number(n)
        )
    }
}

pub fn at_most(n: u64) -> String {
    if n == 1 {
        "höchstens eine Person".to_owned()
    } else {
        format!("Höchstens {} Personen auf einmal", number(n))
    }
}

pub fn seats_short(n: u64) -> String {
    if n == 1 {
        "1 Platz fehlt: Laden Sie weniger ein, oder nehmen Sie erst einen zurück".to_owned()
    } else {
        format!(
            "{} Plätze fehlen: Laden Sie weniger ein, oder nehmen Sie erst einige zurück",
            number(n)
        )
    }
}

pub fn valid_for(n: u64) -> String {
    if n == 1 {
        "Jeder Link gilt 1 Tag.".to_owned()
    } else {
        format!("Jeder Link gilt {} Tage.", number(n))
    }
}

pub fn on_their_way(n: u64) -> String {
    if n == 1 {
        "1 Einladung ist unterwegs".to_owned()
    } else {
        format!("{} Einladungen sind unterwegs", number(n))
    }
}

pub fn replaced(n: u64) -> String {
    if n == 1 {
        "1 offene Einladung wurde ersetzt; ihr Link gilt nicht mehr.".to_owned()
    } else {
        format!(
            "{} offene Einladungen wurden ersetzt; ihre Links gelten nicht mehr.",
            number(n)
        )
    }
}

pub fn resent(n: u64) -> String {
    if n == 1 {
        "1 Einladung ist unterwegs, mit neuem Link und neuer Frist.".to_owned()
    } else {
        format!(
            "{} Einladungen sind unterwegs, mit neuen Links und neuer Frist.",
            number(n)
        )
    }
}

pub fn canceled(n: u64) -> String {
    if n == 1 {
        "1 Einladung zurückgezogen.".to_owned()
    } else {
        format!("{} Einladungen zurückgezogen.", number(n))
    }
}

pub fn select(email: &str) -> String {
    format!("Einladung an {email} auswählen")
}

pub fn actions_for(email: &str) -> String {
    format!("Aktionen für {email}")
}

pub fn seat_of(license: &str) -> String {
    format!("Platz aus {license}")
}

pub fn corrected(email: &str) -> String {
    format!("Eine Einladung an {email} ist unterwegs.")
}

/// Which address was there again, and how many others.
pub fn repeated(first: &str, more: u64) -> String {
    if more == 0 {
        format!("{first} stand doppelt da")
    } else {
        format!("{first} und {} weitere standen doppelt da", number(more))
    }
}

/// Which one was not sent again and why, and how many others.
pub fn not_resent(email: &str, why: &str, more: u64) -> String {
    if more == 0 {
        format!("{email}: {why}")
    } else {
        format!(
            "{email}: {why} ({} weitere wurden auch nicht gesendet)",
            number(more)
        )
    }
}

/// Without a number: all that match.
pub fn cancel(count: Option<u64>) -> String {
    match count {
        None => "Alle passenden zurückziehen".to_owned(),
        Some(1) => "Einladung zurückziehen".to_owned(),
        Some(count) => format!("{} Einladungen zurückziehen", number(count)),
    }
}

pub fn seats_kept(kept: u64, free: u64) -> String {
    format!(
        "Für jede Einladung wird einer freigehalten: {} von {} freien Plätzen.",
        number(kept),
        number(free)
    )
}

/// How long from now something is.
pub fn ends_in(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| {
        let unit = if n == 1 { one } else { many };
        format!("In {n} {unit}")
    };
    match (seconds / 3600, seconds / 86_400) {
        (..1, _) => "In weniger als einer Stunde".to_owned(),
        (hours, ..1) => some(hours, "Stunde", "Stunden"),
        (_, days) => some(days, "Tag", "Tagen"),
    }
}

pub const fn status(status: InvitationStatus) -> &'static str {
    match status {
        InvitationStatus::Queued => "Wartet auf Versand",
        InvitationStatus::Sent => "Gesendet",
        InvitationStatus::Failed => "Nicht zugestellt",
        InvitationStatus::Opened => "Geöffnet",
        InvitationStatus::Accepted => "Angenommen",
        InvitationStatus::Expired => "Abgelaufen",
        InvitationStatus::Canceled => "Zurückgezogen",
        InvitationStatus::Replaced => "Ersetzt",
    }
}
