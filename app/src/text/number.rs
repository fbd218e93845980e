//! Numbers as people read them.

use super::{Language, language};

/// A number with its thousands set apart in the reader's language: `12,345`.
pub fn number(number: u64) -> String {
    let separator = match language() {
        Language::En => ',',
        Language::De | Language::Es => '.',
        Language::Fr => '\u{202F}',
    };
    grouped(number, separator)
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
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
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        let read = [0, 999, 1000, 12_345, 1_000_000].map(|number| grouped(number, ','));
        assert_eq!(read, ["0", "999", "1,000", "12,345", "1,000,000"]);
    }
}
