//! Making a login link for somebody.

pub const WHAT: &str = "Le lien connecte la personne une fois, sans mot de passe, dans les dix minutes. Un e-mail l’en informe, et \
     l’historique retient qui l’a créé et pourquoi. Un lien créé auparavant cesse d’être valable.";
pub const REASON: &str = "Motif";
pub const REASON_HINT: &str = "Par exemple : a appelé, ne trouve pas le message d’activation";
pub const MAKE: &str = "Créer le lien";
pub const COPY: &str = "Copier le lien";
pub const QR: &str = "Le lien sous forme de code QR";

pub fn title(name: &str) -> String {
    format!("Lien de connexion pour {name}")
}

pub fn shown(until: &str) -> String {
    format!(
        "Ce lien n’est affiché qu’une fois et sert une seule fois, jusqu’à {until}. Ne le donnez qu’à cette personne."
    )
}
