//! Many addresses in one text: separated by comma, semicolon, space or line, as they come out of spreadsheets and mail
//! programs.

use crate::users::Email;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The most addresses invited at once.
pub const MOST_ADDRESSES: usize = 5000;

/// What was found in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    /// Each address once, in the order of the text.
    pub good: Vec<Email>,
    /// What is no address.
    pub bad: Vec<String>,
    /// Addresses that stood there again.
    pub repeated: Vec<Email>,
}

impl Addresses {
    /// Reads a text. `Ada Lovelace <ada@example.org>` is the address alone; a name that is not followed by one is no address.
    pub fn parse(text: &str) -> Self {
        let mut found = Self::default();
        let mut seen = HashSet::new();
        for piece in pieces(text) {
            match Email::parse(piece) {
                Ok(email) if seen.insert(email.key()) => found.good.push(email),
                Ok(email) => found.repeated.push(email),
                Err(_) => found.bad.push(piece.to_owned()),
            }
        }
        found
    }
}

/// The pieces between separators, without names before an address in angle brackets.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n', '\r']).flat_map(|part| {
        let bracketed = part.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
        let part = bracketed.map_or(part, |(address, _)| address);
        part.split(|c: char| c.is_whitespace() || c == '\u{200b}')
            .filter(|piece| !piece.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_however_they_are_separated() {
        let found = Addresses::parse(
            "a@x.org, b@x.org;c@x.org\nd@x.org e@x.org\r\n\r\nAda Lovelace <f@x.org>; A@X.org\tnobody, g@x",
        );
        let good: Vec<_> = found.good.iter().map(Email::as_str).collect();
        assert_eq!(
            good,
            ["a@x.org", "b@x.org", "c@x.org", "d@x.org", "e@x.org", "f@x.org"]
        );
        assert_eq!(found.bad, ["nobody", "g@x"]);
        assert_eq!(found.repeated.len(), 1);
        assert_eq!(Addresses::parse(" ,;\n"), Addresses::default());
    }
}
