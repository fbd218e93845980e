//! Passwords: what is accepted, and why not.
//!
//! The rule is NIST SP 800-63B's: a length, a ceiling, and none of the common ones; nothing about kinds of
//! characters. The text itself never reaches a log: [`Password`] prints as dots.

use serde::{Deserialize, Serialize};

/// A password somebody typed, at most [`PasswordPolicy::MOST_BYTES`] bytes; not yet held against a policy.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Password(String);

impl Password {
    /// Takes what was typed, as it is: spaces count.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
    /// The text, for hashing and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Why a password is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum WeakPassword {
    /// Too short; the number is the shortest allowed, in characters.
    #[error("a password has at least {0} characters")]
    TooShort(u8),
    /// Longer than can be hashed without harm.
    #[error("a password has at most 1,024 bytes")]
    TooLong,
    /// Among the first ones that anybody would try.
    #[error("this password is one of the most common ones; choose another, such as four unrelated words")]
    Common,
}

/// What an organization asks of passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordPolicy {
    min_length: u8,
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        Self { min_length: 8 }
    }
}

impl PasswordPolicy {
    /// The most bytes a password may have.
    pub const MOST_BYTES: usize = 1024;

    /// A policy with a shortest length, in characters, kept within 8 to 64.
    pub fn with_min_length(min_length: u8) -> Self {
        Self {
            min_length: min_length.clamp(8, 64),
        }
    }

    /// The shortest length, in characters.
    pub fn min_length(self) -> u8 {
        self.min_length
    }

    /// Holds a password against the policy.
    pub fn check(self, password: &Password) -> Result<(), WeakPassword> {
        let text = password.expose();
        if text.len() > Self::MOST_BYTES {
            return Err(WeakPassword::TooLong);
        }
        if text.chars().count() < usize::from(self.min_length) {
            return Err(WeakPassword::TooShort(self.min_length));
        }
        if is_common(text) {
            Err(WeakPassword::Common)
        } else {
            Ok(())
        }
    }
}

/// Words that the lists of leaked passwords are made of. A password that is one of them, or one of them with digits
/// and signs before or behind it, is common.
pub const COMMON_WORDS: &[&str] = &[
    "password",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "passwort",
    "motdepasse",
    "contraseña",
    "contrasena",
    "qwerty",
    "qwertyuiop",
    "qwertz",
    "qwertzuiop",
    "azerty",
    "azertyuiop",
    "asdfgh",
    "asdfghjkl",
    "zxcvbn",
    "zxcvbnm",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "1qaz2wsx",
    "qazwsx",
    "qazwsxedc",
    "q1w2e3r4",
    "abc",
    "abcd",
    "abcdef",
    "abcdefgh",
    "letmein",
    "welcome",
    "willkommen",
    "bienvenue",
    "bienvenido",
    "admin",
    "administrator",
    "root",
    "user",
    "login",
    "test",
    "testing",
    "guest",
    "master",
    "dragon",
    "monkey",
    "shadow",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "basketball",
    "superman",
    "batman",
    "trustno1",
    "iloveyou",
    "loveme",
    "starwars",
    "whatever",
    "computer",
    "internet",
    "michael",
    "jordan",
    "jennifer",
    "jessica",
    "charlie",
    "thomas",
    "michelle",
    "ashley",
    "daniel",
    "andrew",
    "matthew",
    "summer",
    "winter",
    "spring",
    "autumn",
    "sommer",
    "secret",
    "changeme",
    "default",
    "hello",
    "hallo",
    "bonjour",
    "freedom",
    "flower",
    "cookie",
    "cheese",
    "pepper",
    "ginger",
    "hunter",
    "killer",
    "mustang",
    "corvette",
    "ferrari",
    "porsche",
    "mercedes",
    "yankees",
    "liverpool",
    "chelsea",
    "arsenal",
    "barcelona",
    "soccer",
    "hockey",
    "tigger",
    "buster",
    "pokemon",
    "minecraft",
    "samsung",
    "google",
    "facebook",
    "linkedin",
    "access",
    "learning",
    "training",
    "company",
    "rollcall",
    "qwe",
    "asd",
    "zxc",
    "aa",
    "a",
];

fn is_common(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation() || c == ' ');
    bare.is_empty() && is_run(&lower)
        || COMMON_WORDS.contains(&lower.as_str())
        || !bare.is_empty() && lower.len() <= 16 && COMMON_WORDS.contains(&bare)
        || is_repetition(&lower)
        || is_run(&lower)
}

/// One or two characters over and over.
fn is_repetition(text: &str) -> bool {
    let mut seen: Vec<char> = Vec::new();
    for c in text.chars() {
        if !seen.contains(&c) {
            seen.push(c);
        }
    }
    seen.len() <= 2
}

/// Every character the neighbour of the one before, such as 12345678, 87654321 or abcdefgh; 0 follows 9.
fn is_run(text: &str) -> bool {
    let chars: Vec<u32> = text
        .chars()
        .map(|c| {
            if c == '0' {
                u32::from('9') + 1
            } else {
                u32::from(c)
            }
        })
        .collect();
    let steps = || {
        chars.windows(2).map(|pair| match pair {
            [a, b] => i64::from(*b) - i64::from(*a),
            _ => 0,
        })
    };
    let wraps = |step: i64, way: i64| step == way || step == -9 * way;
    steps().all(|step| wraps(step, 1)) || steps().all(|step| wraps(step, -1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<(), WeakPassword> {
        PasswordPolicy::default().check(&Password::new(text))
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(check("kühlung"), Err(WeakPassword::TooShort(8)));
        assert_eq!(check("Kühlungs"), Ok(()));
        assert_eq!(check(&"ab3x".repeat(300)), Err(WeakPassword::TooLong));
        assert_eq!(PasswordPolicy::with_min_length(3).min_length(), 8);
    }

    #[test]
    fn common_ones_are_refused_and_nothing_else_is_demanded() {
        for common in [
            "password",
            "Password1!",
            "12345678",
            "1234567890",
            "87654321",
            "aaaaaaaa",
            "abababab",
            "qwertyuiop",
            "Sommer2026",
            "abcdefgh",
            "welcome123",
        ] {
            assert_eq!(check(common), Err(WeakPassword::Common), "{common}");
        }
        for fine in [
            "correct horse battery",
            "rollcall-demo",
            "RQE4FHLx",
            "nur kleine buchstaben",
            "七転び八起き七転",
        ] {
            assert_eq!(check(fine), Ok(()), "{fine}");
        }
    }

    #[test]
    fn a_password_does_not_print() {
        assert_eq!(format!("{:?}", Password::new("geheim")), "Password(…)");
    }
}
