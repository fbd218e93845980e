//! Doing a request once, however often it arrives.
//!
//! Whoever asks gives the request a key. The first with it does its work and leaves its answer in the same transaction; every
//! other, at the same moment or a week later, gets that answer.

use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::write::Write;
use domain::id::{OrganizationId, SecretId};
use domain::time::Span;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// How long an answer is kept.
const KEPT: Span = Span::days(7);

rows! {
    struct Earlier from "token_requests" { digest: Vec<u8>, answer: String }
}

/// What tells a request from all others of its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestKey {
    key: String,
    digest: Vec<u8>,
}

impl RequestKey {
    /// A key of 1 to 100 visible ASCII characters, and the request's body, which must be the same each time.
    pub fn new(key: &str, body: &[u8]) -> Option<Self> {
        let fits = (1..=100).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
        fits.then(|| Self {
            key: key.to_owned(),
            digest: Sha256::digest(body).to_vec(),
        })
    }

    /// The key as an id, which it is nowhere but in this organization.
    pub(crate) fn id_in(&self, organization: OrganizationId) -> Uuid {
        let hash = Sha256::new()
            .chain_update(Uuid::from(organization))
            .chain_update(&self.key)
            .finalize();
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(hash).for_each(|(byte, from)| *byte = from);
        Builder::from_custom_bytes(bytes).into_uuid()
    }

    /// What tells its request from another one with the same key.
    pub(crate) fn digest(&self) -> &[u8] {
        &self.digest
    }
}

/// A request that is to be done once.
#[derive(Debug, Clone)]
pub(crate) struct Once<'r> {
    /// Of which token.
    pub token: SecretId,
    /// Its key.
    pub key: &'r RequestKey,
}

/// Whose turn it is.
#[derive(Debug)]
pub(crate) enum Turn<T> {
    /// This request's: nobody has done it.
    Mine,
    /// It was done before, with this answer.
    Done(T),
    /// The key belongs to another request.
    OtherRequest,
}

impl Once<'_> {
    /// Takes the key in an open write, waiting for another request that holds it.
    pub async fn begin<T: DeserializeOwned, R>(&self, write: &mut Write) -> Result<Turn<T>, Failure<R>> {
        let now = write.now();
        sql("DELETE FROM token_requests WHERE token_id = $1 AND created_at < $2")
            .bind(self.token)
            .bind(now - KEPT)
            .execute(write)
            .await?;
        let taken = sql(
            "INSERT INTO token_requests (token_id, request_key, digest, answer, created_at) VALUES ($1, $2, $3, '', $4)
             ON CONFLICT (token_id, request_key) DO NOTHING",
        )
        .bind(self.token)
        .bind(self.key.key.as_str())
        .bind(self.key.digest.clone())
        .bind(now)
        .execute(write)
        .await?;
        if taken == 1 {
            return Ok(Turn::Mine);
        }
        let earlier: Earlier =
            sql("SELECT digest, answer FROM token_requests WHERE token_id = $1 AND request_key = $2")
                .bind(self.token)
                .bind(self.key.key.as_str())
                .fetch_one(write)
                .await?;
        if earlier.digest != self.key.digest {
            return Ok(Turn::OtherRequest);
        }
        Ok(Turn::Done(
            serde_json::from_str(&earlier.answer).map_err(Fault::from)?,
        ))
    }

    /// Leaves the answer for those who come later.
    pub async fn answer(&self, write: &mut Write, answer: &impl Serialize) -> Result<(), Fault> {
        sql("UPDATE token_requests SET answer = $1 WHERE token_id = $2 AND request_key = $3")
            .bind(serde_json::to_string(answer)?)
            .bind(self.token)
            .bind(self.key.key.as_str())
            .execute(write)
            .await?;
        Ok(())
    }
}
