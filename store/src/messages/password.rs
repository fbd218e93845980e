//! Passwords that the worker makes: easy to copy from a message by eye, and changed at the first sign-in.

use crate::environment::Random;
use crate::fault::Fault;
use domain::users::Password;

/// Letters and digits that are not taken for one another; 32 of them, so that five bits choose one evenly.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Sixteen of them in groups of four: 80 bits.
pub(super) fn generate(random: &Random) -> Result<Password, Fault> {
    let mut bits = [0u8; 16];
    random.fill(&mut bits)?;
    let mut text = String::with_capacity(19);
    for (i, byte) in bits.iter().enumerate() {
        if i > 0 && i % 4 == 0 {
            text.push('-');
        }
        let letter = LETTERS.get(usize::from(byte & 31)).copied().unwrap_or(b'a');
        text.push(char::from(letter));
    }
    Ok(Password::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::users::PasswordPolicy;

    #[test]
    fn a_generated_password_is_accepted_and_never_the_same() {
        let make = || generate(&Random::System).unwrap();
        let password = make();
        assert_eq!(password.expose().len(), 19);
        assert!(PasswordPolicy::default().check(&password).is_ok());
        assert!(PasswordPolicy::with_min_length(64).check(&password).is_err());
        assert_ne!(password, make());
    }
}
