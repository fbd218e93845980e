//! What rules say when they say no.

use super::acts::left_out;
use super::imports::field;
use super::problems::{broken, denied, not_valid, weak_password};
use crate::refusals::rule_of;
use crate::text::number;
use domain::courses::{CourseRefused, LearnRefused};
use domain::groups::GroupRefused;
use domain::imports::{Code, ColumnWarning, Field, FileKind, FileRefused, ImportRefused, Problem};
use domain::invitations::InviteRefused;
use domain::licenses::{LicenseRefused, SeatStays, SeatsRefused};
use domain::login_links::LoginLinkRefused;
use domain::messages::ResendRefused;
use domain::programs::{self, ProgramRefused};
use domain::support::SupportRefused;
use domain::tokens::{MOST, TokenRefused};
use domain::users::{ActRefused, CreateRefused, EditRefused, PasswordRefused, Rule, VIEWS_MOST, ViewRefused};

pub const FORM: &str = "das Formular hat Fehler: Berichtigen Sie die bezeichneten Felder";
const NOT_ACTIVE: &str =
    "dieses Konto ist nicht aktiv, niemand kann sich damit anmelden: erst freigeben oder reaktivieren";
const DATE_PAST: &str = "der Tag ist vorbei: Wählen Sie einen ab morgen";
const LICENSE_OVER: &str = "die Lizenz ist abgelaufen oder archiviert: Wählen Sie eine andere";

fn count(n: i64) -> String {
    number(n.unsigned_abs())
}

fn gone(what: &str) -> String {
    let thing = match what {
        "group" => "diese Gruppe",
        "location" => "diesen Standort",
        "department" => "diese Abteilung",
        "label" => "dieses Label",
        "license" => "diese Lizenz",
        "program" => "dieses Programm",
        "course" => "diesen Kurs",
        _ => "das",
    };
    format!("{thing} gibt es nicht mehr: Wählen Sie neu")
}

pub fn act(refused: &ActRefused) -> String {
    match refused {
        ActRefused::Nobody => "das ist bei keinem von ihnen möglich".to_owned(),
        ActRefused::Left(why) => left_out(*why).to_owned(),
        ActRefused::CapReached { free, wanted } => format!(
            "es ist Platz für {} weitere aktive Benutzer, gebraucht werden {}: Archivieren Sie andere, oder lassen Sie die Grenze anheben",
            count(*free),
            count(*wanted)
        ),
        ActRefused::Changed { confirmed, would } => format!(
            "es wären jetzt {} Benutzer, nicht die bestätigten {}: Sehen Sie noch einmal nach",
            number(*would),
            number(*confirmed)
        ),
        ActRefused::Gone(what) => gone(what),
        ActRefused::Nothing => "wählen Sie mindestens eines".to_owned(),
        ActRefused::DatePast => DATE_PAST.to_owned(),
        ActRefused::NotUndoable => "das lässt sich nicht mehr rückgängig machen".to_owned(),
        ActRefused::DueDatePast => "die Frist ist vorbei: Wählen Sie heute oder später".to_owned(),
        ActRefused::SeatsShort { short } => format!(
            "es fehlen {} Plätze: Nehmen Sie welche zurück, oder erhöhen Sie die Zahl",
            count(*short)
        ),
        ActRefused::LicenseOver => LICENSE_OVER.to_owned(),
        ActRefused::NotOfLicense => {
            "die Lizenz deckt einen gewählten Kurs nicht mehr: Wählen Sie neu".to_owned()
        }
    }
}

pub fn create(refused: &CreateRefused) -> String {
    match refused {
        CreateRefused::EmailTaken => "mit dieser E-Mail-Adresse gibt es schon jemanden".to_owned(),
        CreateRefused::UsernameTaken => "dieser Benutzername ist vergeben".to_owned(),
        CreateRefused::ExternalIdTaken => "mit dieser externen Kennung gibt es schon jemanden".to_owned(),
        CreateRefused::NoIdentity => "ohne E-Mail-Adresse braucht es einen Benutzernamen".to_owned(),
        CreateRefused::Password(weak) => weak_password(weak),
        CreateRefused::CapReached { cap } => format!(
            "alle {} Plätze für Benutzer sind belegt: Archivieren Sie jemanden, oder lassen Sie die Grenze anheben",
            count(*cap)
        ),
        CreateRefused::NoSeat { .. } => {
            "die Lizenz hat keinen freien Platz: Nehmen Sie einen zurück, oder wählen Sie eine andere"
                .to_owned()
        }
        CreateRefused::LicenseOver => LICENSE_OVER.to_owned(),
        CreateRefused::Gone(what) => gone(what),
        CreateRefused::DeletionDatePast => DATE_PAST.to_owned(),
    }
}

pub fn choice(refused: &PasswordRefused) -> String {
    match refused {
        PasswordRefused::EmailedWithoutChange => {
            "ein Passwort geht nur per E-Mail, wenn es bei der ersten Anmeldung geändert werden muss"
        }
        PasswordRefused::TypedIsNotEmailed => {
            "ein getipptes Passwort geht nie per E-Mail: Lassen Sie eines erzeugen, oder übergeben Sie es selbst"
        }
        PasswordRefused::NothingToChange => {
            "es gibt kein Passwort zu ändern: Tippen Sie eines, oder lassen Sie eines erzeugen und senden"
        }
        PasswordRefused::NoAddress => {
            "ohne E-Mail-Adresse kann nichts gesendet werden: Tippen Sie ein Passwort"
        }
    }
    .to_owned()
}

pub fn edit(refused: &EditRefused) -> String {
    match refused {
        EditRefused::Fields(_) => FORM.to_owned(),
        EditRefused::Changed(_) => {
            "jemand hat diesen Benutzer inzwischen geändert: Sehen Sie, was anders ist".to_owned()
        }
        EditRefused::Gone(what) => gone(what),
        EditRefused::NoEmail => "dieser Benutzer hat keine E-Mail-Adresse".to_owned(),
        EditRefused::NotActive => NOT_ACTIVE.to_owned(),
        EditRefused::WouldBeLockedOut => {
            "ohne E-Mail-Adresse muss erst ein Passwort gesetzt sein, sonst kann sich niemand anmelden"
                .to_owned()
        }
    }
}

pub fn license(refused: &LicenseRefused) -> String {
    match refused {
        LicenseRefused::Fields(_) => FORM.to_owned(),
        LicenseRefused::ReferenceTaken => {
            "eine andere Lizenz hat diese Kennung: Wählen Sie eine andere".to_owned()
        }
        LicenseRefused::BelowUsed { used } => format!(
            "{0} Plätze sind vergeben oder zurückgelegt: Nehmen Sie erst welche zurück, oder behalten Sie mindestens {0}",
            count(*used)
        ),
        LicenseRefused::CourseGone => gone("course"),
        LicenseRefused::ChangedMeanwhile => {
            "jemand hat diese Lizenz inzwischen geändert: Laden Sie die Seite neu".to_owned()
        }
    }
}

pub fn seats(refused: &SeatsRefused) -> String {
    match refused {
        SeatsRefused::Short { short, idle } => format!(
            "{} Plätze fehlen; {} wurden nie begonnen und könnten zurückgenommen werden",
            count(*short),
            count(idle.count)
        ),
        SeatsRefused::Over => LICENSE_OVER.to_owned(),
        SeatsRefused::Stay(SeatStays::Started) => {
            "der Platz ist begonnen und bleibt verbraucht: Die Lizenz ist eine Standardlizenz".to_owned()
        }
        SeatsRefused::Stay(SeatStays::AlreadyReturned) => "der Platz ist schon zurück".to_owned(),
        SeatsRefused::Nobody => "jemand war schneller: Keiner davon lässt sich noch verschieben".to_owned(),
        SeatsRefused::Courses => {
            "die Lizenz umfasst einen gewählten Kurs nicht mehr: Wählen Sie die Kurse neu".to_owned()
        }
    }
}

pub fn login_link(refused: &LoginLinkRefused) -> String {
    match refused {
        LoginLinkRefused::NoReason => "nennen Sie den Grund, in höchstens 500 Zeichen: Er bleibt im Verlauf",
        LoginLinkRefused::NotActive => NOT_ACTIVE,
    }
    .to_owned()
}

pub fn support(refused: &SupportRefused) -> String {
    match refused {
        SupportRefused::NotActive => NOT_ACTIVE,
        SupportRefused::NoEmail => {
            "dieses Konto hat keine E-Mail-Adresse: Erstellen Sie einen Anmeldelink, oder tragen Sie eine ein"
        }
    }
    .to_owned()
}

pub fn resend(refused: &ResendRefused) -> String {
    match refused {
        ResendRefused::Queued => "diese Nachricht wartet noch auf den Versand",
        ResendRefused::Moot(_) => "diese Nachricht wird nicht mehr gebraucht",
        ResendRefused::NotKept => {
            "nur eine hier behaltene Nachricht zeigt ihren Link: Diese ging per E-Mail hinaus"
        }
        ResendRefused::NoSecret => "diese Nachricht enthält keinen Link",
        ResendRefused::NoAddress => "Ihr Konto hat keine E-Mail-Adresse für eine Probenachricht",
    }
    .to_owned()
}

pub fn invite(refused: &InviteRefused) -> String {
    match refused {
        InviteRefused::Nobody => "geben Sie mindestens eine E-Mail-Adresse an".to_owned(),
        InviteRefused::TooMany(most) => {
            format!("höchstens {} Personen auf einmal", number(*most as u64))
        }
        InviteRefused::NoSeats { short } => format!(
            "die Lizenz hat {} freie Plätze zu wenig: Nehmen Sie welche zurück, oder laden Sie weniger ein",
            count(*short)
        ),
        InviteRefused::LicenseOver => LICENSE_OVER.to_owned(),
        InviteRefused::Gone(what) => gone(what),
        InviteRefused::DeletionDatePast => DATE_PAST.to_owned(),
        InviteRefused::Accepted => "diese Einladung wurde angenommen: Es gibt schon ein Konto".to_owned(),
        InviteRefused::HasAccount(email) => format!("{email} hat schon ein Konto"),
        InviteRefused::InvitedByOthers(email) => {
            format!("{email} hat eine offene Einladung, die nicht Ihre ist; fragen Sie die Administration")
        }
        InviteRefused::NotYours(why) => denied(why),
    }
}

pub fn course(refused: &CourseRefused) -> String {
    match refused {
        CourseRefused::Fields(_) => FORM,
        CourseRefused::ReferenceTaken => "diese Referenz hat schon ein anderer Kurs",
        CourseRefused::ChangedMeanwhile => "jemand hat diesen Kurs inzwischen geändert: Laden Sie neu",
    }
    .to_owned()
}

pub fn learn(refused: &LearnRefused) -> String {
    match refused {
        LearnRefused::Closed => "dieser Kurs lässt sich heute nicht öffnen",
        LearnRefused::NotBegun => "beginnen Sie zuerst den Kurs",
        LearnRefused::Changed => "der Kurs wurde geändert: Laden Sie die Seite neu",
        LearnRefused::NoContest => "zu diesem Kurs gibt es keinen Wettbewerb",
        LearnRefused::Empty => "schreiben Sie etwas, oder wählen Sie eine Datei",
        LearnRefused::TooLarge => "die Datei ist größer als 10 MB",
        LearnRefused::TooMany => "Sie haben schon 20 Beiträge eingereicht",
    }
    .to_owned()
}

pub fn import(refused: &ImportRefused) -> String {
    match refused {
        ImportRefused::File(refused) => file(refused),
        ImportRefused::Settings(problems) => problems.iter().map(row).collect::<Vec<_>>().join("; "),
        ImportRefused::TypeTheCount(count) => {
            format!("das betrifft {count} vorhandene Benutzer, mehr als ein Zehntel: Geben Sie {count} ein")
        }
        ImportRefused::AlreadyConfirmed => "dieser Import wurde schon bestätigt".to_owned(),
    }
}

pub fn token(refused: &TokenRefused) -> String {
    match refused {
        TokenRefused::Name(_) => "ein Name hat 1 bis 100 Zeichen".to_owned(),
        TokenRefused::NoScope => "wählen Sie, was das Token darf".to_owned(),
        TokenRefused::TooMany => format!("es gibt schon {MOST} Token: Widerrufen Sie erst eines"),
    }
}

pub fn group(refused: &GroupRefused) -> String {
    match refused {
        GroupRefused::Name(value) => not_valid(value),
        GroupRefused::NameTaken => "eine andere Gruppe heißt so: Wählen Sie einen anderen Namen".to_owned(),
    }
}

pub fn view(refused: &ViewRefused) -> String {
    match refused {
        ViewRefused::Name(value) => not_valid(value),
        ViewRefused::NameTaken => "Sie haben schon eine Ansicht dieses Namens: Wählen Sie einen anderen, oder lassen Sie jene diese Liste zeigen".to_owned(),
        ViewRefused::TooMany => format!("Sie haben schon {VIEWS_MOST} Ansichten: Löschen Sie erst eine"),
        ViewRefused::TooLong => "diese Liste hat zu viele Filter, um gespeichert zu werden: Nehmen Sie einige weg".to_owned(),
    }
}

pub fn program(refused: &ProgramRefused) -> String {
    match refused {
        ProgramRefused::Value(value) => not_valid(value),
        ProgramRefused::TooMany => format!("es gibt schon {} Programme", programs::MOST),
        ProgramRefused::Gone(what) => gone(what),
        ProgramRefused::Nobody => {
            "niemand Aktives hat diese E-Mail-Adresse oder diesen Benutzernamen".to_owned()
        }
    }
}

pub fn file(refused: &FileRefused) -> String {
    match refused {
        FileRefused::Empty => "die Datei ist leer".to_owned(),
        FileRefused::HeadersOnly => {
            "die Datei hat nur eine Kopfzeile: Darunter gehört eine Zeile für jede Person".to_owned()
        }
        FileRefused::Binary(kind) => {
            let is = match kind {
                FileKind::Excel => "das ist eine Excel-Datei",
                FileKind::OpenDocument => "das ist eine OpenDocument-Datei",
                FileKind::Archive => "das ist ein Archiv",
                FileKind::Pdf => "das ist ein PDF",
                FileKind::Image => "das ist ein Bild",
                FileKind::WebPage => "das ist eine Webseite",
                FileKind::Document => "das ist ein Textdokument",
                FileKind::Unknown => "das ist keine Textdatei",
            };
            format!("{is}: Speichern Sie die Liste als CSV UTF-8, und laden Sie diese hoch")
        }
        FileRefused::TooLarge {
            limit_megabytes,
            bytes,
        } => format!(
            "die Datei hat {} MB, die Grenze ist {limit_megabytes} MB: Teilen Sie sie",
            bytes.div_ceil(1_048_576)
        ),
        FileRefused::EqualHeaders { name, first, second } => {
            format!("die Spalten {first} und {second} heißen beide „{name}“: Benennen Sie eine um")
        }
        FileRefused::NoHeaders => {
            "die erste Zeile enthält eine Adresse: Darüber gehört eine wie email, firstname, lastname"
                .to_owned()
        }
        FileRefused::NoIdentity => {
            "keine Spalte sagt, um wen es geht: Es braucht username, email oder external_id".to_owned()
        }
        FileRefused::MappedTwice { field: twice } => {
            format!("zwei Spalten bedeuten {}: Wählen Sie eine", field(*twice))
        }
        FileRefused::OpenQuote { line } => {
            format!("das Anführungszeichen in der Zeile {line} wird nie geschlossen")
        }
        FileRefused::AddressList { addresses } => format!(
            "das ist eine bloße Liste von {addresses} Adressen: Laden Sie sie unter Einladungen hoch, oder ergänzen Sie eine Kopfzeile"
        ),
    }
}

pub fn column(warning: &ColumnWarning) -> String {
    match warning {
        ColumnWarning::Unknown { column, header } => {
            format!("Spalte {column}, „{header}“, ist unbekannt und bleibt weg; Sie können sie zuordnen")
        }
        ColumnWarning::Second {
            column,
            header,
            field: like,
        } => {
            let like = field(*like);
            format!("Spalte {column}, „{header}“, sieht auch nach {like} aus und bleibt weg")
        }
        ColumnWarning::Unnamed { column } => format!("Spalte {column} hat keinen Kopf und bleibt weg"),
    }
}

pub fn row(problem: &Problem) -> String {
    let at = |place: usize| problem.details.get(place).map_or("", String::as_str);
    let (first, second) = (at(0), at(1));
    match problem.code {
        Code::TooManyCells => {
            format!("{first} Zellen statt {second}: Setzen Sie Zellen mit Trennzeichen in Anführungszeichen")
        }
        Code::TooFewCells => format!("{first} Zellen statt {second}: Ergänzen Sie die fehlenden"),
        Code::Missing => "fehlt: Ein neuer Benutzer braucht das".to_owned(),
        Code::NotValid if first.is_empty() => "liegt in der Zukunft".to_owned(),
        Code::NotValid => format!("„{first}“: {}", not_a(problem.field)),
        Code::NotYesOrNo => format!("„{first}“ ist weder Ja noch Nein"),
        Code::DatePast => "der Tag liegt nicht in der Zukunft".to_owned(),
        Code::Unknown if second.is_empty() => {
            format!("„{first}“ gibt es nicht: Legen Sie es an, oder berichtigen Sie den Namen")
        }
        Code::Unknown => format!("„{first}“ gibt es nicht: Ist „{second}“ gemeint?"),
        Code::Ambiguous => format!("mehrere heißen „{first}“: Benennen Sie eines um"),
        Code::DuplicateInFile => format!("Zeile {first} meint dieselbe Person: Behalten Sie eine von beiden"),
        Code::MatchesTwoUsers => format!("die Zeile nennt zwei Benutzer: {first} und {second}"),
        Code::EmailTaken | Code::ExternalIdTaken => {
            format!("das hat schon {first}: Berichtigen Sie es, oder finden Sie vorhandene Benutzer danach")
        }
        Code::UsernameTaken => format!("{first} ist vergeben: Wählen Sie einen anderen Benutzernamen"),
        Code::NotBelowYou => {
            "die Rolle liegt nicht unter Ihrer: Entfernen Sie die Zeile, oder jemand mit höherer Rolle importiert sie"
                .to_owned()
        }
        Code::RoleNotBelow => format!("die Rolle {first} liegt nicht unter Ihrer"),
        Code::WeakPassword => "das Passwort ist zu kurz, zu lang oder zu häufig".to_owned(),
        Code::RenamesNotAllowed => "die Einstellungen erlauben kein Umbenennen".to_owned(),
        Code::DeletesNotAllowed => "die Einstellungen erlauben kein Löschen".to_owned(),
        Code::ArchivingNotAllowed => "die Einstellungen erlauben kein Archivieren".to_owned(),
        Code::HasAccessed => "war schon angemeldet und kann nur archiviert werden".to_owned(),
        Code::UserArchived => "ist archiviert und bekommt weder Platz noch Kurs: erst zurückholen".to_owned(),
        Code::LicenseEnded => format!("die Lizenz „{first}“ ist abgelaufen oder archiviert"),
        Code::CourseNotInLicense => format!("der Kurs „{first}“ gehört nicht zur Lizenz „{second}“"),
        Code::SeatsShort => format!("der Lizenz „{first}“ fehlen {second} Plätze"),
        Code::UserCap => format!("die Grenze von {first} Benutzern ist erreicht"),
        Code::AlreadyExists => "gibt es schon; die Art fügt nur neue hinzu".to_owned(),
        Code::NotFound => "diesen Benutzer gibt es nicht".to_owned(),
        Code::NoChanges => "ist schon so, wie die Datei sagt".to_owned(),
        Code::AlreadyArchived => "ist schon archiviert".to_owned(),
        Code::UsernameKept => {
            format!("der Benutzername bleibt {first}: Umbenannt wird durch die Spalte oldusername")
        }
        Code::ChangedMeanwhile => "die Daten haben sich nach dem Bestätigen geändert".to_owned(),
    }
}

fn not_a(field: Option<Field>) -> String {
    match field {
        Some(Field::Role) => "keine Rolle: owner, administrator, support oder member".to_owned(),
        field => broken(field.map_or(Rule::Other, rule_of)),
    }
}
