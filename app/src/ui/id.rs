//! Ids that tie elements together: a label to its field, a button to its menu.

use std::sync::atomic::{AtomicU32, Ordering};

/// An id no other element has.
///
/// Server and browser count apart, under different letters, so the two never collide. When the browser hydrates an
/// element it keeps the id the server gave it; so use the value in fixed attributes only, and ask the element itself
/// where code needs its id.
pub fn unique_id(kind: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let maker = if cfg!(feature = "hydrate") { 'b' } else { 's' };
    format!("{kind}-{maker}{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::unique_id;

    #[test]
    fn no_id_is_given_twice() {
        assert_ne!(unique_id("menu"), unique_id("menu"));
    }
}
