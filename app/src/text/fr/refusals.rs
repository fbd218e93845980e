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

pub const FORM: &str = "le formulaire a des erreurs : corrigez les champs signalés";
const NOT_ACTIVE: &str =
    "ce compte n’est pas actif, personne ne peut s’y connecter : approuvez-le ou réactivez-le d’abord";
const DATE_PAST: &str = "ce jour est passé : choisissez-en un à partir de demain";
const LICENSE_OVER: &str = "la licence est terminée ou archivée : choisissez-en une autre";

fn count(n: i64) -> String {
    number(n.unsigned_abs())
}

fn gone(what: &str) -> String {
    let thing = match what {
        "group" => "ce groupe",
        "location" => "ce site",
        "department" => "ce service",
        "label" => "cette étiquette",
        "license" => "cette licence",
        "program" => "ce programme",
        "course" => "ce cours",
        _ => "cela",
    };
    format!("{thing} n’existe plus : choisissez à nouveau")
}

pub fn act(refused: &ActRefused) -> String {
    match refused {
        ActRefused::Nobody => "c’est impossible pour chacun d’eux".to_owned(),
        ActRefused::Left(why) => left_out(*why).to_owned(),
        ActRefused::CapReached { free, wanted } => format!(
            "il reste de la place pour {} utilisateurs actifs et il en faut {} : archivez-en d’autres, ou faites relever la limite",
            count(*free),
            count(*wanted)
        ),
        ActRefused::Changed { confirmed, would } => format!(
            "ce serait maintenant {} utilisateurs, et non les {} confirmés : regardez à nouveau",
            number(*would),
            number(*confirmed)
        ),
        ActRefused::Gone(what) => gone(what),
        ActRefused::Nothing => "choisissez au moins un élément".to_owned(),
        ActRefused::DatePast => DATE_PAST.to_owned(),
        ActRefused::NotUndoable => "cela ne peut plus être annulé".to_owned(),
        ActRefused::DueDatePast => "l’échéance est passée : choisissez aujourd’hui ou plus tard".to_owned(),
        ActRefused::SeatsShort { short } => format!(
            "il manque {} places : reprenez-en, ou augmentez leur nombre",
            count(*short)
        ),
        ActRefused::LicenseOver => LICENSE_OVER.to_owned(),
        ActRefused::NotOfLicense => {
            "la licence ne couvre plus un cours choisi : choisissez à nouveau".to_owned()
        }
    }
}

pub fn create(refused: &CreateRefused) -> String {
    match refused {
        CreateRefused::EmailTaken => "quelqu’un a déjà cette adresse e-mail".to_owned(),
        CreateRefused::UsernameTaken => "cet identifiant est pris".to_owned(),
        CreateRefused::ExternalIdTaken => "quelqu’un a déjà cet identifiant externe".to_owned(),
        CreateRefused::NoIdentity => "sans adresse e-mail, il faut un identifiant".to_owned(),
        CreateRefused::Password(weak) => weak_password(weak),
        CreateRefused::CapReached { cap } => format!(
            "les {} places sont prises : archivez quelqu’un, ou faites relever la limite",
            count(*cap)
        ),
        CreateRefused::NoSeat { .. } => {
            "la licence n’a plus de place libre : reprenez-en une, ou choisissez une autre licence".to_owned()
        }
        CreateRefused::LicenseOver => LICENSE_OVER.to_owned(),
        CreateRefused::Gone(what) => gone(what),
        CreateRefused::DeletionDatePast => DATE_PAST.to_owned(),
    }
}

pub fn choice(refused: &PasswordRefused) -> String {
    match refused {
        PasswordRefused::EmailedWithoutChange => {
            "un mot de passe n’est envoyé que s’il doit être changé à la première connexion"
        }
        PasswordRefused::TypedIsNotEmailed => {
            "un mot de passe saisi n’est jamais envoyé : faites-en générer un, ou remettez-le vous-même"
        }
        PasswordRefused::NothingToChange => {
            "il n’y a pas de mot de passe à changer : saisissez-en un, ou faites-en générer et envoyer un"
        }
        PasswordRefused::NoAddress => {
            "sans adresse e-mail, rien ne peut être envoyé : saisissez un mot de passe"
        }
    }
    .to_owned()
}

pub fn edit(refused: &EditRefused) -> String {
    match refused {
        EditRefused::Fields(_) => FORM.to_owned(),
        EditRefused::Changed(_) => {
            "quelqu’un a modifié cet utilisateur entre-temps : voyez ce qui diffère".to_owned()
        }
        EditRefused::Gone(what) => gone(what),
        EditRefused::NoEmail => "cet utilisateur n’a pas d’adresse e-mail".to_owned(),
        EditRefused::NotActive => NOT_ACTIVE.to_owned(),
        EditRefused::WouldBeLockedOut => {
            "sans adresse e-mail, il faut d’abord un mot de passe, sinon personne ne peut se connecter"
                .to_owned()
        }
    }
}

pub fn license(refused: &LicenseRefused) -> String {
    match refused {
        LicenseRefused::Fields(_) => FORM.to_owned(),
        LicenseRefused::ReferenceTaken => {
            "une autre licence a cette référence : choisissez-en une autre".to_owned()
        }
        LicenseRefused::BelowUsed { used } => format!(
            "{0} places sont données ou réservées : reprenez-en d’abord, ou gardez-en au moins {0}",
            count(*used)
        ),
        LicenseRefused::CourseGone => gone("course"),
        LicenseRefused::ChangedMeanwhile => {
            "quelqu’un a modifié cette licence entre-temps : rechargez la page".to_owned()
        }
    }
}

pub fn seats(refused: &SeatsRefused) -> String {
    match refused {
        SeatsRefused::Short { short, idle } => format!(
            "il manque {} places ; {} n’ont jamais été commencées et pourraient être reprises",
            count(*short),
            count(idle.count)
        ),
        SeatsRefused::Over => LICENSE_OVER.to_owned(),
        SeatsRefused::Stay(SeatStays::Started) => {
            "la place est commencée et reste utilisée : la licence est standard".to_owned()
        }
        SeatsRefused::Stay(SeatStays::AlreadyReturned) => "la place est déjà rendue".to_owned(),
        SeatsRefused::Nobody => "quelqu’un a été plus rapide : plus aucune ne peut être déplacée".to_owned(),
        SeatsRefused::Courses => {
            "la licence ne couvre plus un cours choisi : choisissez à nouveau les cours".to_owned()
        }
    }
}

pub fn login_link(refused: &LoginLinkRefused) -> String {
    match refused {
        LoginLinkRefused::NoReason => {
            "donnez la raison, en 500 caractères au plus : elle reste dans l’historique"
        }
        LoginLinkRefused::NotActive => NOT_ACTIVE,
    }
    .to_owned()
}

pub fn support(refused: &SupportRefused) -> String {
    match refused {
        SupportRefused::NotActive => NOT_ACTIVE,
        SupportRefused::NoEmail => {
            "ce compte n’a pas d’adresse e-mail : créez un lien de connexion, ou ajoutez une adresse"
        }
    }
    .to_owned()
}

pub fn resend(refused: &ResendRefused) -> String {
    match refused {
        ResendRefused::Queued => "ce message attend encore son envoi",
        ResendRefused::Moot(_) => "ce message n’est plus utile",
        ResendRefused::NotKept => "seul un message gardé ici montre son lien : celui-ci est parti par e-mail",
        ResendRefused::NoSecret => "ce message ne contient pas de lien",
        ResendRefused::NoAddress => "votre compte n’a pas d’adresse e-mail pour un message d’essai",
    }
    .to_owned()
}

pub fn invite(refused: &InviteRefused) -> String {
    match refused {
        InviteRefused::Nobody => "donnez au moins une adresse e-mail".to_owned(),
        InviteRefused::TooMany(most) => {
            format!("au plus {} personnes à la fois", number(*most as u64))
        }
        InviteRefused::NoSeats { short } => format!(
            "il manque {} places libres à la licence : reprenez-en, ou invitez moins de personnes",
            count(*short)
        ),
        InviteRefused::LicenseOver => LICENSE_OVER.to_owned(),
        InviteRefused::Gone(what) => gone(what),
        InviteRefused::DeletionDatePast => DATE_PAST.to_owned(),
        InviteRefused::Accepted => "cette invitation a été acceptée : le compte existe déjà".to_owned(),
        InviteRefused::HasAccount(email) => format!("{email} a déjà un compte"),
        InviteRefused::InvitedByOthers(email) => format!(
            "{email} a une invitation ouverte qui n’est pas la vôtre ; adressez-vous à l’administration"
        ),
        InviteRefused::NotYours(why) => denied(why),
    }
}

pub fn course(refused: &CourseRefused) -> String {
    match refused {
        CourseRefused::Fields(_) => FORM,
        CourseRefused::ReferenceTaken => "un autre cours porte déjà cette référence",
        CourseRefused::ChangedMeanwhile => "quelqu’un a modifié ce cours entre-temps : rechargez la page",
    }
    .to_owned()
}

pub fn learn(refused: &LearnRefused) -> String {
    match refused {
        LearnRefused::Closed => "ce cours ne peut pas être ouvert aujourd’hui",
        LearnRefused::NotBegun => "commencez d’abord le cours",
        LearnRefused::Changed => "le cours a changé : rechargez la page",
        LearnRefused::NoContest => "ce cours n’a pas de concours",
        LearnRefused::Empty => "écrivez quelque chose, ou choisissez un fichier",
        LearnRefused::TooLarge => "le fichier dépasse 10 Mo",
        LearnRefused::TooMany => "vous avez déjà remis 20 contributions",
    }
    .to_owned()
}

pub fn import(refused: &ImportRefused) -> String {
    match refused {
        ImportRefused::File(refused) => file(refused),
        ImportRefused::Settings(problems) => problems.iter().map(row).collect::<Vec<_>>().join(" ; "),
        ImportRefused::TypeTheCount(count) => {
            format!("cela touche {count} utilisateurs existants, plus d’un dixième : saisissez {count}")
        }
        ImportRefused::AlreadyConfirmed => "cette importation est déjà confirmée".to_owned(),
    }
}

pub fn token(refused: &TokenRefused) -> String {
    match refused {
        TokenRefused::Name(_) => "un nom a de 1 à 100 caractères".to_owned(),
        TokenRefused::NoScope => "choisissez ce que le jeton peut faire".to_owned(),
        TokenRefused::TooMany => format!("il y a déjà {MOST} jetons : révoquez-en un d’abord"),
    }
}

pub fn group(refused: &GroupRefused) -> String {
    match refused {
        GroupRefused::Name(value) => not_valid(value),
        GroupRefused::NameTaken => "un autre groupe a ce nom : choisissez-en un autre".to_owned(),
    }
}

pub fn view(refused: &ViewRefused) -> String {
    match refused {
        ViewRefused::Name(value) => not_valid(value),
        ViewRefused::NameTaken => {
            "vous avez déjà une vue de ce nom : choisissez-en un autre, ou faites-lui montrer cette liste"
                .to_owned()
        }
        ViewRefused::TooMany => format!("vous avez déjà {VIEWS_MOST} vues : supprimez-en d’abord une"),
        ViewRefused::TooLong => "cette liste a trop de filtres pour être enregistrée : retirez-en".to_owned(),
    }
}

pub fn program(refused: &ProgramRefused) -> String {
    match refused {
        ProgramRefused::Value(value) => not_valid(value),
        ProgramRefused::TooMany => format!("il y a déjà {} programmes", programs::MOST),
        ProgramRefused::Gone(what) => gone(what),
        ProgramRefused::Nobody => "personne d’actif n’a cet e-mail ou cet identifiant".to_owned(),
    }
}

pub fn file(refused: &FileRefused) -> String {
    match refused {
        FileRefused::Empty => "le fichier est vide".to_owned(),
        FileRefused::HeadersOnly => {
            "le fichier n’a que des en-têtes : ajoutez dessous une ligne par personne".to_owned()
        }
        FileRefused::Binary(kind) => {
            let is = match kind {
                FileKind::Excel => "c’est un fichier Excel",
                FileKind::OpenDocument => "c’est un fichier OpenDocument",
                FileKind::Archive => "c’est une archive",
                FileKind::Pdf => "c’est un PDF",
                FileKind::Image => "c’est une image",
                FileKind::WebPage => "c’est une page web",
                FileKind::Document => "c’est un document texte",
                FileKind::Unknown => "ce n’est pas un fichier texte",
            };
            format!("{is} : enregistrez la liste en CSV UTF-8 et téléversez-la")
        }
        FileRefused::TooLarge {
            limit_megabytes,
            bytes,
        } => format!(
            "le fichier fait {} Mo et la limite est de {limit_megabytes} Mo : divisez-le",
            bytes.div_ceil(1_048_576)
        ),
        FileRefused::EqualHeaders { name, first, second } => {
            format!("les colonnes {first} et {second} s’appellent toutes deux « {name} » : renommez-en une")
        }
        FileRefused::NoHeaders => {
            "la première ligne contient une adresse : mettez au-dessus une ligne comme email, firstname, lastname"
                .to_owned()
        }
        FileRefused::NoIdentity => {
            "aucune colonne ne dit de qui il s’agit : il faut username, email ou external_id".to_owned()
        }
        FileRefused::MappedTwice { field: twice } => {
            format!("deux colonnes signifient {} : choisissez-en une", field(*twice))
        }
        FileRefused::OpenQuote { line } => {
            format!("le guillemet ouvert à la ligne {line} n’est jamais fermé")
        }
        FileRefused::AddressList { addresses } => format!(
            "c’est une simple liste de {addresses} adresses : téléversez-la sous Invitations, ou ajoutez des en-têtes"
        ),
    }
}

pub fn column(warning: &ColumnWarning) -> String {
    match warning {
        ColumnWarning::Unknown { column, header } => {
            format!("la colonne {column}, « {header} », est inconnue et laissée de côté")
        }
        ColumnWarning::Second {
            column,
            header,
            field: like,
        } => {
            let like = field(*like);
            format!("la colonne {column}, « {header} », ressemble aussi à {like} et est laissée de côté")
        }
        ColumnWarning::Unnamed { column } => {
            format!("la colonne {column} n’a pas d’en-tête et est laissée de côté")
        }
    }
}

pub fn row(problem: &Problem) -> String {
    let at = |place: usize| problem.details.get(place).map_or("", String::as_str);
    let (first, second) = (at(0), at(1));
    match problem.code {
        Code::TooManyCells => {
            format!(
                "{first} cellules au lieu de {second} : mettez entre guillemets celles avec un séparateur"
            )
        }
        Code::TooFewCells => format!("{first} cellules au lieu de {second} : ajoutez celles qui manquent"),
        Code::Missing => "manque : un nouvel utilisateur en a besoin".to_owned(),
        Code::NotValid if first.is_empty() => "est dans l’avenir".to_owned(),
        Code::NotValid => format!("« {first} » : {}", not_a(problem.field)),
        Code::NotYesOrNo => format!("« {first} » n’est ni oui ni non"),
        Code::DatePast => "ce jour n’est pas à venir".to_owned(),
        Code::Unknown if second.is_empty() => {
            format!("« {first} » n’existe pas : créez-le d’abord, ou corrigez le nom")
        }
        Code::Unknown => format!("« {first} » n’existe pas : est-ce « {second} » ?"),
        Code::Ambiguous => format!("plusieurs s’appellent « {first} » : renommez-en un"),
        Code::DuplicateInFile => {
            format!("la ligne {first} concerne la même personne : gardez l’une des deux")
        }
        Code::MatchesTwoUsers => format!("la ligne désigne deux utilisateurs : {first} et {second}"),
        Code::EmailTaken | Code::ExternalIdTaken => {
            format!("{first} l’a déjà : corrigez, ou trouvez les utilisateurs existants par cette donnée")
        }
        Code::UsernameTaken => format!("{first} est pris : choisissez un autre identifiant"),
        Code::NotBelowYou => {
            "le rôle n’est pas inférieur au vôtre : retirez la ligne, ou confiez-la à un rôle plus élevé"
                .to_owned()
        }
        Code::RoleNotBelow => format!("le rôle {first} n’est pas inférieur au vôtre"),
        Code::WeakPassword => "le mot de passe est trop court, trop long ou trop courant".to_owned(),
        Code::RenamesNotAllowed => "les réglages n’autorisent pas de renommer".to_owned(),
        Code::DeletesNotAllowed => "les réglages n’autorisent pas de supprimer".to_owned(),
        Code::ArchivingNotAllowed => "les réglages n’autorisent pas d’archiver".to_owned(),
        Code::HasAccessed => "s’est déjà connecté et ne peut qu’être archivé".to_owned(),
        Code::UserArchived => "est archivé et ne reçoit ni place ni cours : réactivez d’abord".to_owned(),
        Code::LicenseEnded => format!("la licence « {first} » est terminée ou archivée"),
        Code::CourseNotInLicense => format!("le cours « {first} » n’est pas de la licence « {second} »"),
        Code::SeatsShort => format!("il manque {second} places à la licence « {first} »"),
        Code::UserCap => format!("la limite de {first} utilisateurs est atteinte"),
        Code::AlreadyExists => "existe déjà, et seuls de nouveaux sont ajoutés".to_owned(),
        Code::NotFound => "cet utilisateur n’existe pas".to_owned(),
        Code::NoChanges => "est déjà comme le dit le fichier".to_owned(),
        Code::AlreadyArchived => "est déjà archivé".to_owned(),
        Code::UsernameKept => {
            format!("l’identifiant reste {first} : la colonne oldusername permet de renommer")
        }
        Code::ChangedMeanwhile => "les données ont changé après la confirmation".to_owned(),
    }
}

fn not_a(field: Option<Field>) -> String {
    match field {
        Some(Field::Role) => "pas un rôle : owner, administrator, support ou member".to_owned(),
        field => broken(field.map_or(Rule::Other, rule_of)),
    }
}
