//! Words of four languages that cells are written in: yes and no, and the languages themselves.

use crate::text::fold;
use crate::users::{Language, NotValid};

/// Folded, in English, German, French and Spanish.
const YES: [&str; 10] = [
    "1",
    "yes",
    "y",
    "true",
    "ja",
    "wahr",
    "oui",
    "vrai",
    "si",
    "verdadero",
];
const NO: [&str; 9] = ["0", "no", "n", "false", "nein", "falsch", "non", "faux", "falso"];

/// Reads yes or no. A word it does not know is `None`: guessing would delete people.
pub fn yes_or_no(text: &str) -> Option<bool> {
    let folded = fold(text);
    if YES.contains(&folded.as_str()) {
        Some(true)
    } else if NO.contains(&folded.as_str()) {
        Some(false)
    } else {
        None
    }
}

const LANGUAGES: [(&str, Language); 19] = [
    ("english", Language::En),
    ("englisch", Language::En),
    ("anglais", Language::En),
    ("ingles", Language::En),
    ("eng", Language::En),
    ("german", Language::De),
    ("deutsch", Language::De),
    ("allemand", Language::De),
    ("aleman", Language::De),
    ("deu", Language::De),
    ("french", Language::Fr),
    ("franzosisch", Language::Fr),
    ("francais", Language::Fr),
    ("frances", Language::Fr),
    ("spanish", Language::Es),
    ("spanisch", Language::Es),
    ("espagnol", Language::Es),
    ("espanol", Language::Es),
    ("castellano", Language::Es),
];

/// Reads a language by tag or by its name in the languages Rollcall speaks.
pub fn language(text: &str) -> Result<Language, NotValid> {
    Language::parse(text).or_else(|refused| {
        let folded = fold(text);
        LANGUAGES
            .iter()
            .find(|(name, _)| *name == folded)
            .map(|(_, language)| *language)
            .ok_or(refused)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_four_languages() {
        for yes in ["yes", "YES", "1", "True", "ja", "Oui", "Sí", "si", "wahr"] {
            assert_eq!(yes_or_no(yes), Some(true), "{yes}");
        }
        for no in ["no", "No", "0", "false", "Nein", "NON", "falso"] {
            assert_eq!(yes_or_no(no), Some(false), "{no}");
        }
        for unknown in ["", "maybe", "2", "-", "yes please", "x"] {
            assert_eq!(yes_or_no(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn languages_by_tag_and_name() {
        for (text, expected) in [
            ("de-AT", Language::De),
            ("Deutsch", Language::De),
            ("Español", Language::Es),
            ("Français", Language::Fr),
            ("EN", Language::En),
        ] {
            assert_eq!(language(text).unwrap(), expected, "{text}");
        }
        assert!(language("Klingon").is_err());
    }
}
