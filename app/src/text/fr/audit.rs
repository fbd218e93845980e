//! The audit.

use domain::audit::Action;

pub const TITLE: &str = "Journal";
pub const DESCRIPTION: &str = "Qui a fait quoi à qui, quand et d’où, dans la mesure où vous pouvez le voir.";
pub const ACTOR: &str = "Qui";
pub const TARGET: &str = "À qui";
pub const ACTION: &str = "Quoi";
pub const ANY_ACTION: &str = "Tout";
pub const FROM: &str = "Du";
pub const TO: &str = "Au";
pub const FILTER: &str = "Filtrer";
pub const EXPORT: &str = "Exporter en CSV";
pub const NONE: &str = "Rien ici";
pub const NONE_WHY: &str = "Rien de tel n’est arrivé, ou ce n’est pas pour vous.";
pub const SHOW_ALL: &str = "Tout afficher";
pub const GONE: &str = "(n’existe plus)";

/// What was done.
pub const fn action(action: Action) -> &'static str {
    match action {
        Action::SignedIn => "Connexion",
        Action::SignInRefused => "Connexion refusée",
        Action::SignedOut => "Déconnexion",
        Action::SessionsEnded => "Sessions terminées",
        Action::PasswordChanged => "Mot de passe défini",
        Action::PasswordResetAsked => "Lien de choix du mot de passe demandé",
        Action::UserCreated => "Compte créé",
        Action::UserChanged => "Détails modifiés",
        Action::RoleChanged => "Rôle modifié",
        Action::UserApproved => "Compte approuvé",
        Action::UserNotified => "Personne prévenue",
        Action::UserArchived => "Compte archivé",
        Action::UserReactivated => "Compte réactivé",
        Action::UserDeleted => "Compte supprimé",
        Action::GroupsChanged => "Groupes modifiés",
        Action::LoginLinkMade => "Lien de connexion créé",
        Action::LoginLinkUsed => "Lien de connexion utilisé",
        Action::SeatAllocated => "Place donnée",
        Action::SeatReturned => "Place reprise",
        Action::CoursesAssigned => "Cours attribués",
        Action::CoursesUnassigned => "Cours retirés",
        Action::DueDateMoved => "Échéance déplacée",
        Action::ActivityArchived => "Activité archivée",
        Action::EnrollmentsRestored => "Cours rétablis",
        Action::CourseStarted => "Cours commencé",
        Action::CourseCompleted => "Cours terminé",
        Action::Submitted => "Contribution remise",
        Action::BundleCreated => "Lot de cours ajouté",
        Action::BundleChanged => "Lot de cours modifié",
        Action::EventCreated => "Événement ajouté",
        Action::EventChanged => "Événement modifié",
        Action::EventJoined => "Inscrit à un événement",
        Action::EventLeft => "Retiré d’un événement",
        Action::SubmissionsExported => "Travaux exportés",
        Action::RecordsExported => "Attestations exportées",
        Action::InvitationAccepted => "Invitation acceptée",
        Action::OrganizationSetUp => "Organisation créée",
        Action::SettingsChanged => "Paramètres modifiés",
        Action::ViewSaved => "Vue enregistrée",
        Action::ViewChanged => "Vue modifiée",
        Action::ViewDeleted => "Vue supprimée",
        Action::UsersExported => "Utilisateurs exportés",
        Action::AuditExported => "Journal exporté",
        Action::GroupCreated => "Groupe créé",
        Action::GroupRenamed => "Groupe renommé",
        Action::ProgramCreated => "Programme créé",
        Action::ProgramChanged => "Programme modifié",
        Action::SessionCreated => "Session de programme créée",
        Action::SessionChanged => "Jours d’une session déplacés",
        Action::SessionJoined => "Ajouté à une session",
        Action::SessionLeft => "Retiré d’une session",
        Action::LicenseCreated => "Licence ajoutée",
        Action::LicenseChanged => "Licence modifiée",
        Action::CourseCreated => "Cours ajouté",
        Action::CourseChanged => "Cours modifié",
        Action::ImportPlanned => "Importation planifiée",
        Action::ImportStarted => "Importation lancée",
        Action::ImportFinished => "Importation terminée",
        Action::ImportUndone => "Importation annulée",
        Action::Invited => "Invitation envoyée",
        Action::InvitationResent => "Invitation renvoyée",
        Action::RegistrationAsked => "Inscription demandée",
        Action::InvitationCanceled => "Invitation annulée",
        Action::InvitationExpired => "Invitation expirée",
        Action::InvitationReaddressed => "Adresse d’une invitation corrigée",
        Action::InvitationAskedAgain => "Nouvelle invitation demandée",
        Action::MessageResent => "Message renvoyé",
        Action::MessageRevealed => "Lien d’un message consulté",
        Action::TestMessageSent => "Message d’essai envoyé",
        Action::EmailChangeAsked => "Changement d’adresse e-mail demandé",
        Action::PasswordLinkSent => "Lien de choix du mot de passe envoyé",
        Action::TokenMade => "Jeton d’intégration créé",
        Action::TokenRevoked => "Jeton d’intégration révoqué",
        Action::AttemptsForgiven => "Nouveaux essais de connexion permis",
    }
}
