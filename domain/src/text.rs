//! Folding: what two spellings have in common when people search.
//!
//! Case, Latin, Greek and Cyrillic accents and letter width are removed, so that `muller` finds `Müller`. Text is
//! folded once, when it is written; browser and databases compare folded text and so cannot disagree.
//! Accents of other scripts are kept: in them a mark makes another letter (が is not か).

use unicode::{composed, decomposed, upper};

/// The folded form of a text, with runs of white space made one space.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return join_spaces(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    // Upper case first: it unites what lower case keeps apart (ß and ss, σ and ς, ı and i).
    let plain: String = decomposed(text)
        .chars()
        .filter(|c| !is_accent(*c))
        .map(plain_letter)
        .collect();
    let cased: String = upper(&plain).chars().flat_map(char::to_lowercase).collect();
    let bare: String = decomposed(&cased).chars().filter(|c| !is_accent(*c)).collect();
    join_spaces(composed(&bare).chars())
}

/// A text that begins with a capital letter.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    upper(&first) + letters.as_str()
}

/// Unicode's normal forms (UAX #15) and capital letters in the browser: its own tables need no download.
#[cfg(target_arch = "wasm32")]
mod unicode {
    use js_sys::JsString;

    pub(super) fn decomposed(text: &str) -> String {
        JsString::from(text).normalize("NFKD").into()
    }

    pub(super) fn composed(text: &str) -> String {
        JsString::from(text).normalize("NFC").into()
    }

    pub(super) fn upper(text: &str) -> String {
        JsString::from(text).to_upper_case().into()
    }
}

/// Unicode's normal forms (UAX #15) and capital letters.
#[cfg(not(target_arch = "wasm32"))]
mod unicode {
    use unicode_normalization::UnicodeNormalization;

    /// Letters and marks apart, compatible forms made plain (NFKD).
    pub(super) fn decomposed(text: &str) -> String {
        text.nfkd().collect()
    }

    /// Letters and marks in one, where there is one (NFC).
    pub(super) fn composed(text: &str) -> String {
        text.nfc().collect()
    }

    /// Every letter's full upper case, whatever stands around it.
    pub(super) fn upper(text: &str) -> String {
        text.to_uppercase()
    }
}

/// Combining Diacritical Marks, which Unicode shares among Latin, Greek and Cyrillic.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

/// Letters with a stroke have no decomposition in Unicode; people type them without it.
fn plain_letter(c: char) -> char {
    match c {
        'ł' | 'Ł' => 'l',
        'ø' | 'Ø' => 'o',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        'ħ' | 'Ħ' => 'h',
        'ŧ' | 'Ŧ' => 't',
        _ => c,
    }
}

fn join_spaces(chars: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    let mut gap = false;
    for c in chars {
        if c.is_whitespace() {
            gap = !folded.is_empty();
        } else {
            if gap {
                folded.push(' ');
                gap = false;
            }
            folded.push(c);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (a, b) in [
            ("Müller", "MULLER"),
            ("Ñandú", "nandu"),
            ("İstanbul", "istanbul"),
            ("Isparta ılık", "ISPARTA ILIK"),
            ("Straße", "STRASSE"),
            ("Σίσυφος", "σισυφοσ"),
            ("Łódź", "lodz"),
            ("Ｗｉｄｅ", "wide"),
            ("Ёлка", "елка"),
            ("  two   words ", "two words"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_ne!(fold("が"), fold("か"));
        assert_eq!(fold("王小明"), "王小明");
        assert_eq!(fold("한국어"), "한국어");
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
