//! Messages of the domain, as they stand on a page.

use crate::t;

/// A message as a sentence of its own.
pub fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    t!(imports::sentence(&first.chain(letters).collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_message_begins_large_and_ends() {
        assert_eq!(sentence("ärger in line 3"), "Ärger in line 3.");
    }
}
