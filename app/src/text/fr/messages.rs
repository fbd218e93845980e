//! Messages: the outbox in the console.

use domain::messages::{MessageKind, MessageState};

pub const TITLE: &str = "Messages";
pub const DESCRIPTION: &str = "Chaque e-mail envoyé ou en attente, et la réponse du serveur de messagerie.";
pub const SEND_TEST: &str = "M’envoyer un message de test";
pub const SEARCH: &str = "Adresse";
pub const STATE: &str = "État";
pub const ANY_STATE: &str = "Tous";
pub const FILTER: &str = "Filtrer";
pub const ABOUT: &str = "Objet";
pub const TO: &str = "À";
pub const WHEN: &str = "Mis en file";
pub const ANSWER: &str = "Réponse du serveur de messagerie";
pub const ATTEMPTS: &str = "Tentatives";
pub const NEXT_ATTEMPT: &str = "Prochaine tentative";

pub const NONE_YET: &str = "Pas encore de messages";
pub const NONE_YET_WHY: &str =
    "Les invitations, les liens pour choisir un mot de passe et les avis apparaissent ici dès qu’il y en a.";
pub const NONE_MATCH: &str = "Aucun message ne correspond";
pub const NONE_MATCH_WHY: &str = "Modifiez l’adresse ou l’état du filtre.";

pub const RESEND: &str = "Renvoyer";
pub const RESENT: &str = "Le message attend d’être envoyé. Le lien qu’il contenait avant n’est plus valable.";
pub const STILL_WAITING: &str = "Ce message attend encore d’être envoyé";
pub const NOT_RENDERED: &str = "Ce message est rédigé au moment de l’envoi.";
pub const AS_TEXT: &str = "En texte";
pub const AS_HTML: &str = "En HTML";
pub const HAND_OVER: &str = "La remettre vous-même";
pub const HAND_OVER_WHY: &str = "Aucun serveur de messagerie n’est configuré, ce message reste donc ici. L’afficher crée un nouveau lien ou mot de passe ; celui \
     affiché auparavant cesse d’être valable. L’historique retient que vous l’avez fait.";
pub const REVEAL: &str = "Afficher avec son secret";

pub fn test_queued(recipient: &str) -> String {
    format!("Un message de test pour {recipient} attend d’être envoyé.")
}

pub fn state(state: MessageState) -> &'static str {
    match state {
        MessageState::Queued => "En attente",
        MessageState::Sent => "Envoyé",
        MessageState::Kept => "Conservé ici",
        MessageState::Failed => "Échoué",
    }
}

pub fn kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::GeneratedPassword => "Mot de passe généré",
        MessageKind::Activation => "Lien d’activation",
        MessageKind::AccountReady => "Compte prêt",
        MessageKind::Invitation => "Invitation",
        MessageKind::PasswordReset => "Lien pour un nouveau mot de passe",
        MessageKind::PasswordChanged => "Mot de passe modifié",
        MessageKind::EmailChanged => "Adresse e-mail modifiée",
        MessageKind::ConfirmEmail => "Confirmer une adresse e-mail",
        MessageKind::LoginLinkUsed => "Lien de connexion utilisé",
        MessageKind::DeletionNotice => "Fin du compte",
        MessageKind::CourseDue => "Cours à terminer",
        MessageKind::InvitationAskedAgain => "Demande une nouvelle invitation",
        MessageKind::Test => "Message de test",
    }
}
