//! The settings.

pub const TITLE: &str = "Paramètres";
pub const DESCRIPTION: &str =
    "Ce que votre organisation décide elle-même. Chaque changement figure dans le journal.";
pub const ORGANIZATION: &str = "Organisation et e-mails";
pub const GETTING_IN: &str = "Accès";
pub const KEEPING: &str = "Fin des comptes, et importations";
pub const SAVE: &str = "Enregistrer";
pub const SAVED: &str = "Les paramètres sont enregistrés.";
pub const NOTHING_CHANGED: &str = "Rien n’est encore modifié.";
pub const MET: &str = "Quelqu’un d’autre a modifié les paramètres entre-temps. Ses changements sont maintenant dans le formulaire, à côté des vôtres. Vérifiez-les et enregistrez à nouveau.";
pub const USER_CAP: &str = "Plafond de comptes";
pub const USER_CAP_HINT: &str =
    "Le nombre maximal de comptes actifs. L’équipe qui exploite cette plateforme peut le relever.";
pub const NO_CAP: &str = "Aucune limite";
pub const DATE_ARCHIVES: &str = "Archiver le compte ; ses attestations restent";
pub const DATE_DELETES: &str = "Supprimer le compte et toutes les données personnelles";
pub const TEST: &str = "Message d’essai";
pub const TEST_WHY: &str =
    "Envoie un message à votre propre adresse et montre la réponse du serveur de messagerie.";
pub const SEND_TEST: &str = "Envoyer un message d’essai";

/// The words of a setting.
pub fn label(setting: &str) -> &'static str {
    match setting {
        "name" => "Nom",
        "accent" => "Couleur d’accent",
        "logo" => "Adresse du logo",
        "language" => "Langue par défaut",
        "min_length" => "Longueur minimale du mot de passe",
        "login_link_minutes" => "Validité des liens de connexion",
        "invitation_days" => "Validité des invitations",
        "self_registration" => "Chacun peut s’inscrire",
        "registration_domains" => "Seulement avec des adresses de ces domaines",
        "on_deletion_date" => "À la date de suppression",
        "erase_anyone" => "Tout le monde peut être supprimé",
        "import_megabytes" => "Taille maximale d’un fichier importé",
        _ => "",
    }
}

/// What a setting does, in a line.
pub fn hint(setting: &str) -> &'static str {
    match setting {
        "name" => "Figure sur chaque page et en tête des e-mails.",
        "accent" => "La couleur des boutons et des liens dans les e-mails.",
        "logo" => {
            "Une image en tête des e-mails, à une adresse https : les messageries n’en chargent pas d’autre."
        }
        "language" => "Pour celles et ceux qui n’en ont pas choisi.",
        "min_length" => "En caractères, de 8 à 64.",
        "login_link_minutes" => "En minutes, de 1 à 60.",
        "invitation_days" => "En jours, de 1 à 90.",
        "self_registration" => "L’adresse est confirmée par e-mail, puis le compte attend d’être approuvé.",
        "registration_domains" => "Par exemple example.org, example.com. Vide : toute adresse.",
        "on_deletion_date" => "Ce qui arrive au compte ce jour-là, après une semaine de préavis.",
        "erase_anyone" => {
            "Désactivé : seulement qui ne s’est jamais connecté. Activé : tous, avec leurs attestations."
        }
        "import_megabytes" => "En Mio, de 1 à 64.",
        _ => "",
    }
}
