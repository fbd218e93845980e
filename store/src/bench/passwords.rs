//! Hashing: what the product adds to the hash itself.

use super::samples::{Figure, Samples, timed};
use crate::Store;
use crate::fault::Fault;
use crate::passwords::{LANES, MEMORY_KIB, PASSES};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::users::Password;

const RUNS: usize = 20;

/// Measures hashing a password.
pub async fn measure(store: &Store) -> Result<Vec<Figure>, Fault> {
    let (mut took, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let password = Password::new("correct horse battery");
        took.push(timed(store.passwords().hash(password, store.random())).await?.1);
        floor.push(timed(async { raw() }).await?.1);
    }
    Ok(vec![Figure {
        what: "hash a password".to_owned(),
        took: Samples::of(took),
        floor: Some(("argon2id alone", Samples::of(floor))),
        note: String::new(),
    }])
}

/// The same work by the library alone.
fn raw() -> Result<[u8; 32], Fault> {
    let broken = |error: argon2::Error| Fault::Configuration(error.to_string());
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(32)).map_err(broken)?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(b"correct horse battery", &[7; 16], &mut hash)
        .map_err(broken)?;
    Ok(hash)
}
