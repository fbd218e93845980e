//! Integration tokens.

use domain::tokens::TokenScope;

pub const TITLE: &str = "Jetons d’intégration";
pub const DESCRIPTION: &str = "Ce que d’autres systèmes présentent pour entrer. Un jeton agit pour la personne qui l’a créé, pas au-delà.";
pub const NEW: &str = "Nouveau jeton";
pub const NONE: &str = "Aucun jeton";
pub const NONE_WHY: &str = "Un lecteur de cours, une boutique ou un système du personnel en a besoin pour signaler l’activité ou inviter.";
pub const NAME: &str = "Nom";
pub const NAME_HINT: &str = "Le système qui l’utilisera.";
pub const SCOPES: &str = "Peut";
pub const MADE_BY: &str = "Créé par";
pub const LAST_USED: &str = "Dernier usage";
pub const REVOKE: &str = "Révoquer";
pub const REVOKE_WHY: &str = "Ce qui l’utilise est refusé aussitôt. Il n’y a pas de retour.";
pub const REVOKED: &str = "Le jeton est révoqué";
pub const MAKE: &str = "Créer le jeton";
pub const LIFETIME: &str = "Valable";
pub const SHOWN: &str = "Copiez-le maintenant : il n’est montré qu’une fois et n’est conservé nulle part.";
pub const COPY: &str = "Copier le jeton";
pub const OPENAPI: &str = "Description de l’API (OpenAPI)";

pub const fn scope(scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Invitations => "Inviter",
        TokenScope::Activity => "Signaler l’activité",
        TokenScope::Submissions => "Remettre des travaux",
    }
}

pub fn days(days: i64) -> String {
    format!("{days} jours")
}
