//! The audit.

use domain::audit::Action;

pub const TITLE: &str = "Protokoll";
pub const DESCRIPTION: &str = "Wer wann und von wo was mit wem getan hat, soweit Sie es sehen dürfen.";
pub const ACTOR: &str = "Wer";
pub const TARGET: &str = "Mit wem";
pub const ACTION: &str = "Was";
pub const ANY_ACTION: &str = "Alles";
pub const FROM: &str = "Von";
pub const TO: &str = "Bis";
pub const FILTER: &str = "Filtern";
pub const EXPORT: &str = "Als CSV exportieren";
pub const NONE: &str = "Hier ist nichts";
pub const NONE_WHY: &str = "Nichts dergleichen ist geschehen, oder es ist nicht für Sie bestimmt.";
pub const SHOW_ALL: &str = "Alles zeigen";
pub const GONE: &str = "(nicht mehr vorhanden)";

/// What was done.
pub const fn action(action: Action) -> &'static str {
    match action {
        Action::SignedIn => "Anmeldung",
        Action::SignInRefused => "Anmeldung abgelehnt",
        Action::SignedOut => "Abmeldung",
        Action::SessionsEnded => "Sitzungen beendet",
        Action::PasswordChanged => "Passwort gesetzt",
        Action::PasswordResetAsked => "Link zum Wählen eines Passworts angefordert",
        Action::UserCreated => "Konto angelegt",
        Action::UserChanged => "Angaben geändert",
        Action::RoleChanged => "Rolle geändert",
        Action::UserApproved => "Konto freigegeben",
        Action::UserNotified => "Person benachrichtigt",
        Action::UserArchived => "Konto archiviert",
        Action::UserReactivated => "Konto reaktiviert",
        Action::UserDeleted => "Konto gelöscht",
        Action::GroupsChanged => "Gruppen geändert",
        Action::LoginLinkMade => "Anmeldelink erstellt",
        Action::LoginLinkUsed => "Anmeldelink benutzt",
        Action::SeatAllocated => "Platz gegeben",
        Action::SeatReturned => "Platz zurückgenommen",
        Action::CoursesAssigned => "Kurse zugewiesen",
        Action::CoursesUnassigned => "Kurse entzogen",
        Action::DueDateMoved => "Frist verschoben",
        Action::ActivityArchived => "Kursaktivität archiviert",
        Action::EnrollmentsRestored => "Kurse wiederhergestellt",
        Action::CourseStarted => "Kurs begonnen",
        Action::CourseCompleted => "Kurs abgeschlossen",
        Action::Submitted => "Beitrag eingereicht",
        Action::BundleCreated => "Kurspaket angelegt",
        Action::BundleChanged => "Kurspaket geändert",
        Action::EventCreated => "Termin angelegt",
        Action::EventChanged => "Termin geändert",
        Action::EventJoined => "Für einen Termin eingetragen",
        Action::EventLeft => "Von einem Termin gestrichen",
        Action::SubmissionsExported => "Beiträge exportiert",
        Action::RecordsExported => "Schulungsnachweise exportiert",
        Action::InvitationAccepted => "Einladung angenommen",
        Action::OrganizationSetUp => "Organisation eingerichtet",
        Action::SettingsChanged => "Einstellungen geändert",
        Action::ViewSaved => "Ansicht gespeichert",
        Action::ViewChanged => "Ansicht geändert",
        Action::ViewDeleted => "Ansicht gelöscht",
        Action::UsersExported => "Personen exportiert",
        Action::AuditExported => "Protokoll exportiert",
        Action::GroupCreated => "Gruppe angelegt",
        Action::GroupRenamed => "Gruppe umbenannt",
        Action::ProgramCreated => "Programm angelegt",
        Action::ProgramChanged => "Programm geändert",
        Action::SessionCreated => "Programmdurchgang angelegt",
        Action::SessionChanged => "Tage eines Durchgangs verschoben",
        Action::SessionJoined => "In einen Durchgang aufgenommen",
        Action::SessionLeft => "Aus einem Durchgang genommen",
        Action::LicenseCreated => "Lizenz angelegt",
        Action::LicenseChanged => "Lizenz geändert",
        Action::CourseCreated => "Kurs angelegt",
        Action::CourseChanged => "Kurs geändert",
        Action::ImportPlanned => "Import geplant",
        Action::ImportStarted => "Import gestartet",
        Action::ImportFinished => "Import abgeschlossen",
        Action::ImportUndone => "Import rückgängig gemacht",
        Action::Invited => "Einladung gesendet",
        Action::InvitationResent => "Einladung erneut gesendet",
        Action::RegistrationAsked => "Registrierung angefragt",
        Action::InvitationCanceled => "Einladung zurückgezogen",
        Action::InvitationExpired => "Einladung abgelaufen",
        Action::InvitationReaddressed => "Adresse einer Einladung berichtigt",
        Action::InvitationAskedAgain => "Neue Einladung gewünscht",
        Action::MessageResent => "Nachricht erneut gesendet",
        Action::MessageRevealed => "Link einer Nachricht angesehen",
        Action::TestMessageSent => "Testnachricht gesendet",
        Action::EmailChangeAsked => "Änderung der E-Mail-Adresse angefordert",
        Action::PasswordLinkSent => "Link zum Wählen eines Passworts gesendet",
        Action::TokenMade => "Integrationstoken erstellt",
        Action::TokenRevoked => "Integrationstoken widerrufen",
        Action::AttemptsForgiven => "Neue Anmeldeversuche erlaubt",
    }
}
