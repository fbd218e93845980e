//! Registering with an invitation.

pub const FIRST_NAME: &str = "Prénom";
pub const LAST_NAME: &str = "Nom";
pub const PASSWORD: &str = "Mot de passe";
pub const SHOW: &str = "Afficher";
pub const HIDE: &str = "Masquer";
pub const MORE: &str = "Plus sur vous, si vous voulez";
pub const PHONE: &str = "Téléphone";
pub const ADDRESS: &str = "Adresse postale";
pub const DATE_OF_BIRTH: &str = "Date de naissance";
pub const JOB_TITLE: &str = "Fonction";
pub const LANGUAGE: &str = "Langue";
pub const REGISTER: &str = "S’inscrire";

pub const STRENGTH_WEAK: &str = "Suffisant ; plus long serait mieux";
pub const STRENGTH_FAIR: &str = "Un bon mot de passe";
pub const STRENGTH_STRONG: &str = "Un mot de passe solide";

pub const ASKED: &str = "Vous avez demandé une nouvelle invitation";
pub const ASKED_WHY: &str =
    "La personne qui vous a invité en est informée. Si elle est d’accord, vous recevrez un nouveau message.";

pub const EMAIL: &str = "E-mail";
pub const SEND_LINK: &str = "Recevoir un lien";
pub const ASK_WHY: &str = "Indiquez votre adresse e-mail. Vous y recevrez un lien pour vous inscrire.";
pub const SENT: &str = "Consultez vos messages";
pub const SENT_WHY: &str =
    "Si cette adresse peut s’inscrire, un lien est en route. Cela peut prendre quelques minutes.";

pub fn of_domains(domains: &str) -> String {
    format!("Adresses de ces domaines : {domains}.")
}

pub fn title(organization: &str) -> String {
    format!("Bienvenue chez {organization}")
}

pub fn why(email: &str) -> String {
    format!("Vous êtes invité à l’adresse {email}. C’est avec elle que vous vous connecterez.")
}

pub fn password_hint(characters: u64) -> String {
    format!(
        "Au moins {characters} caractères, et aucun des plus courants. Quatre mots sans rapport conviennent bien."
    )
}
