//! Numbers as people read them.

use super::{Language, language};

/// A number with its thousands set apart in the reader's language: `12,345`.
pub fn number(number: u64) -> String {
    grouped(number, language())
}

/// Spanish sets no thousands apart below 10,000.
fn grouped(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::En => ',',
        Language::Es if number < 10_000 => return digits,
        Language::De | Language::Es => '.',
        Language::Fr => '\u{202F}',
    };
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_as_each_language_does() {
        let read = |language| [0, 999, 1000, 12_345, 1_000_000].map(|number| grouped(number, language));
        assert_eq!(read(Language::En), ["0", "999", "1,000", "12,345", "1,000,000"]);
        assert_eq!(read(Language::De), ["0", "999", "1.000", "12.345", "1.000.000"]);
        assert_eq!(
            read(Language::Fr),
            [
                "0",
                "999",
                "1\u{202F}000",
                "12\u{202F}345",
                "1\u{202F}000\u{202F}000"
            ]
        );
        assert_eq!(read(Language::Es), ["0", "999", "1000", "12.345", "1.000.000"]);
    }
}
