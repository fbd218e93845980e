//! The server functions of integration tokens.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::ManageTokens;
use domain::id::SecretId;
use domain::time::Timestamp;
use domain::tokens::{TokenLifetime, TokenRefused, TokenRow, TokenScope};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// The tokens with the moment of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenList {
    /// The moment of asking.
    pub now: Timestamp,
    /// Those that are good, the newest first.
    pub tokens: Vec<TokenRow>,
}

/// The tokens that are good.
#[server(prefix = "/api", endpoint = "tokens/list", input = Json)]
pub(crate) async fn list_tokens() -> Result<TokenList, ApiError<Never>> {
    let grant = grant::<ManageTokens, _>()?;
    let tokens = store::tokens::list(&grant).await?;
    let now = grant.store().now();
    Ok(TokenList { now, tokens })
}

/// Makes a token; its text is answered once.
#[server(prefix = "/api", endpoint = "tokens/make", input = Json)]
pub(crate) async fn make_token(
    name: String,
    scopes: Vec<TokenScope>,
    lifetime: TokenLifetime,
) -> Result<String, ApiError<TokenRefused>> {
    let grant = grant::<ManageTokens, _>()?;
    let token = store::tokens::make(grant, &name, &scopes, lifetime).await?;
    Ok(token.expose().to_owned())
}

/// Makes a token void at once.
#[server(prefix = "/api", endpoint = "tokens/revoke", input = Json)]
pub(crate) async fn revoke_token(id: SecretId) -> Result<(), ApiError<TokenRefused>> {
    let grant = grant::<ManageTokens, _>()?;
    Ok(store::tokens::revoke(grant, id).await?)
}
