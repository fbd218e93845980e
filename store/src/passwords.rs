//! Password hashing: argon2id, off the async threads, a bounded number at a time.
//!
//! The parameters are the floor of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane.

use crate::environment::Random;
use crate::fault::Fault;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::users::Password;
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

pub(crate) const MEMORY_KIB: u32 = 19_456;
pub(crate) const PASSES: u32 = 2;
pub(crate) const LANES: u32 = 1;

/// Hashes and verifies passwords.
#[derive(Debug, Clone)]
pub struct Hasher {
    permits: Arc<Semaphore>,
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

impl Hasher {
    /// A hasher that works on as many passwords at a time as there are processors.
    pub fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            permits: Arc::new(Semaphore::new(processors)),
        }
    }

    /// How many passwords are worked on at a time.
    pub fn width(&self) -> usize {
        std::thread::available_parallelism().map_or(2, usize::from)
    }

    /// The hash of a password, as a PHC string.
    pub async fn hash(&self, password: Password, random: &Random) -> Result<String, Fault> {
        let mut salt = [0u8; 16];
        random.fill(&mut salt)?;
        self.run(move || hash(&password, &salt)).await?
    }

    /// Whether a password belongs to a hash. Without a hash — an unknown account, or one without a password — the same
    /// work is done, so that the time does not tell.
    pub async fn verify(&self, password: Password, hash: Option<String>) -> Result<bool, Fault> {
        self.run(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| decoy().to_owned());
            let Ok(parsed) = PasswordHash::new(&hash) else {
                return false;
            };
            let right = argon2()
                .verify_password(password.expose().as_bytes(), &parsed)
                .is_ok();
            right && known
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
        // The semaphore is never closed; if it were, hashing unbounded would still be right.
        let _permit = Arc::clone(&self.permits).acquire_owned().await.ok();
        Ok(tokio::task::spawn_blocking(work).await?)
    }
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &Password, salt: &[u8]) -> Result<String, Fault> {
    argon2()
        .hash_password_with_salt(password.expose().as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(|error| Fault::Configuration(format!("password hashing: {error}")))
}

/// The hash of a password that nobody has.
fn decoy() -> &'static str {
    static DECOY: OnceLock<String> = OnceLock::new();
    DECOY.get_or_init(|| hash(&Password::new("\u{0}decoy"), &[7; 16]).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_verifies_against_its_own_hash_only() {
        let hasher = Hasher::new();
        let hash = hasher
            .hash(Password::new("correct horse"), &Random::System)
            .await
            .unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(
            hasher
                .verify(Password::new("correct horse"), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(
            !hasher
                .verify(Password::new("wrong horse"), Some(hash))
                .await
                .unwrap()
        );
        assert!(!hasher.verify(Password::new("\u{0}decoy"), None).await.unwrap());
    }
}
