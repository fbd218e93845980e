//! Messages of the domain, as they stand on a page.

use crate::t;
use domain::text::capitalized;

/// A message as a sentence of its own.
pub fn sentence(message: &str) -> String {
    t!(imports::sentence(&capitalized(message)))
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_message_begins_large_and_ends() {
        assert_eq!(sentence("ärger in line 3"), "Ärger in line 3.");
    }
}
