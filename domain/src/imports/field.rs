//! The columns an import knows, and the words by which people call them.

use crate::text::fold;
use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $text:literal: $($synonym:literal)*;)*) => {
        /// What a column can mean, in the order of the product description.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl Field {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word for it in files and reports.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The words that mean it beside its own, folded and without separators.
            const fn synonyms(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($synonym),*],)*
                }
            }
        }
    };
}

fields! {
    /// The name to sign in with.
    Username "username": "user" "login" "loginname" "userid" "benutzername" "benutzer" "anmeldename" "nutzername"
        "identifiant" "nomdutilisateur" "utilisateur" "usuario" "nombredeusuario" "nombreusuario";
    /// First name.
    FirstName "firstname": "first" "givenname" "given" "forename" "vorname" "rufname" "prenom" "nombre" "nombres"
        "nombredepila" "primernombre";
    /// Last name.
    LastName "lastname": "last" "surname" "familyname" "nachname" "familienname" "zuname" "nom" "nomdefamille"
        "apellido" "apellidos";
    /// Email address.
    Email "email": "mail" "emailaddress" "mailaddress" "emailadresse" "mailadresse" "adressemail" "adresseemail"
        "courriel" "adresseelectronique" "correo" "correoelectronico" "direcciondecorreo" "workemail";
    /// Password in clear.
    Password "password": "pass" "pwd" "passwort" "kennwort" "motdepasse" "mdp" "contrasena" "clave";
    /// Phone number.
    Phone "phone": "phonenumber" "telephone" "telephonenumber" "tel" "mobile" "mobilephone" "cell" "cellphone" "telefon"
        "telefonnummer" "rufnummer" "handy" "handynummer" "mobil" "numerodetelephone" "portable" "telefono"
        "movil" "celular";
    /// Rank in the organization.
    Role "role": "rolle" "rol" "userrole" "benutzerrolle" "rank";
    /// Department.
    Department "department": "dept" "division" "abteilung" "bereich" "departement" "service" "departamento" "area";
    /// Location.
    Location "location": "site" "office" "branch" "standort" "ort" "niederlassung" "filiale" "lieu" "ubicacion" "sede"
        "lugar";
    /// Groups, `;` between.
    Groups "groups": "group" "team" "teams" "class" "cohort" "gruppe" "gruppen" "klasse" "groupe" "groupes" "equipe"
        "grupo" "grupos" "equipo";
    /// Labels, `;` between.
    Labels "labels": "label" "tags" "tag" "etikett" "etiketten" "schlagwort" "schlagworte" "schlagworter"
        "etiquette" "etiquettes" "etiqueta" "etiquetas";
    /// Language.
    Language "language": "lang" "locale" "sprache" "langue" "idioma" "lengua" "preferredlanguage";
    /// A license to take a seat of.
    License "license": "licence" "licenses" "licences" "lizenz" "licencia";
    /// Courses, `;` between.
    Courses "courses": "course" "training" "trainings" "kurs" "kurse" "schulung" "schulungen" "cours" "formation"
        "formations" "curso" "cursos";
    /// Due date of those courses.
    DueDate "due_date": "due" "dueon" "deadline" "falligam" "falligkeit" "frist" "fallig" "echeance"
        "dateecheance" "datelimite" "vencimiento" "fechalimite" "fechadevencimiento";
    /// The day on which the account goes by itself.
    DeletionDate "deletion_date": "deleteon" "deletedate" "expires" "expirydate" "loschdatum" "loschenam"
        "datedesuppression" "suppressionle" "fechadeeliminacion" "fechadeborrado";
    /// Job title.
    JobTitle "job_title": "job" "title" "position" "jobrole" "function" "berufsbezeichnung" "stellenbezeichnung"
        "funktion" "stelle" "poste" "fonction" "cargo" "puesto";
    /// Postal address.
    Address "address": "postaladdress" "street" "adresse" "anschrift" "postanschrift" "adressepostale" "direccion"
        "domicilio";
    /// Date of birth.
    DateOfBirth "date_of_birth": "birthdate" "birthday" "dob" "born" "geburtsdatum" "geburtstag" "datedenaissance"
        "naissance" "fechadenacimiento" "nacimiento";
    /// Id in another system.
    ExternalId "external_id": "extid" "employeeid" "employeenumber" "personnelnumber" "staffid" "idnumber"
        "externeid" "personalnummer" "mitarbeiternummer" "matricule" "idexterne" "idexterno"
        "numerodeempleado";
    /// The username to be replaced by the one in the username column.
    OldUsername "oldusername": "previoususername" "formerusername" "alterbenutzername" "ancienidentifiant"
        "usuarioanterior";
    /// Whether to delete the user.
    Deleted "deleted": "delete" "geloscht" "loschen" "supprime" "supprimer" "eliminado" "eliminar" "borrado"
        "borrar";
    /// Whether to archive the user.
    Archived "archived": "archive" "archiviert" "archivieren" "archiver" "archivado" "archivar";
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Field {
    /// Its place in [`Field::ALL`].
    pub(super) const fn place(self) -> usize {
        self as usize
    }

    /// The field a header names, without regard to case, accents and separators.
    pub fn recognize(header: &str) -> Option<Self> {
        let bare = bare(header);
        Self::ALL
            .iter()
            .copied()
            .find(|field| same(field.as_str(), &bare) || field.synonyms().contains(&bare.as_str()))
    }
}

/// A header without what does not tell headers apart.
pub(super) fn bare(header: &str) -> String {
    let mut folded = fold(header);
    folded.retain(char::is_alphanumeric);
    folded
}

fn same(name: &str, bare: &str) -> bool {
    name.bytes().filter(|b| *b != b'_').eq(bare.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_recognized_in_four_languages() {
        for (header, field) in [
            ("User Name", Field::Username),
            ("E-Mail", Field::Email),
            ("E_MAIL-Adresse", Field::Email),
            ("Vorname", Field::FirstName),
            ("NACHNAME", Field::LastName),
            ("prénom", Field::FirstName),
            ("Nom", Field::LastName),
            ("apellido", Field::LastName),
            ("Contraseña", Field::Password),
            ("due date", Field::DueDate),
            ("Due_Date", Field::DueDate),
            ("fällig-am", Field::DueDate),
            ("Gelöscht", Field::Deleted),
        ] {
            assert_eq!(Field::recognize(header), Some(field), "{header}");
        }
        assert_eq!(Field::recognize("Shoe size"), None);
        assert_eq!(Field::recognize(""), None);
    }

    #[test]
    fn no_word_means_two_fields() {
        let mut words: Vec<String> = Field::ALL
            .iter()
            .flat_map(|field| {
                std::iter::once(bare(field.as_str())).chain(field.synonyms().iter().map(|s| (*s).to_owned()))
            })
            .collect();
        let all = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), all);
        for field in Field::ALL {
            for synonym in field.synonyms() {
                assert_eq!(bare(synonym), *synonym, "a synonym that can never match");
            }
        }
    }
}
