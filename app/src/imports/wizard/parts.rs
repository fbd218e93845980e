//! The names of a file, in requests of a bearable size.

use domain::imports::Keys;

/// The most names in one request.
pub const PART: usize = 5_000;

/// How many names there are in all.
pub fn count(keys: &Keys) -> usize {
    keys.usernames.len() + keys.emails.len() + keys.external_ids.len() + keys.stems.len()
}

/// Takes up to [`PART`] names out of `keys`; none when it is empty.
pub fn take_part(keys: &mut Keys) -> Option<Keys> {
    let mut room = PART;
    let mut take = |list: &mut Vec<String>| {
        let rest = list.split_off(room.min(list.len()));
        let part = std::mem::replace(list, rest);
        room -= part.len();
        part
    };
    let part = Keys {
        usernames: take(&mut keys.usernames),
        emails: take(&mut keys.emails),
        external_ids: take(&mut keys.external_ids),
        stems: take(&mut keys.stems),
    };
    (!part.is_empty()).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_all_of_it_and_none_is_too_large() {
        let names =
            |n: usize, kind: &str| -> Vec<String> { (0..n).map(|i| format!("{kind}{i:05}")).collect() };
        let all = Keys {
            usernames: names(7_000, "u"),
            emails: names(4_000, "e"),
            ..Keys::default()
        };
        let mut left = all.clone();
        let mut together = Keys::default();
        let mut parts = 0;
        while let Some(part) = take_part(&mut left) {
            assert!(count(&part) <= PART);
            together = together.and(part);
            parts += 1;
        }
        assert_eq!((together, parts), (all, 3));
        assert!(left.is_empty());
    }
}
