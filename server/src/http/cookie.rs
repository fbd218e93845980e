//! The session cookie: the only one there is.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use domain::sign_in::limits;

use store::secrets::Token;

const NAME: &str = "rollcall_session";

/// The session a browser presents.
pub fn session(headers: &HeaderMap) -> Option<Token> {
    let cookies = headers
        .get_all(COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .and_then(|(_, value)| Token::presented(value))
}

/// The header that gives a browser its session.
pub fn set(session: &Token, secure: bool) -> HeaderValue {
    header(session.expose(), limits::ABSOLUTE.as_seconds(), secure)
}

/// The header that takes it away.
pub fn clear(secure: bool) -> HeaderValue {
    header("", 0, secure)
}

fn header(value: &str, seconds: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{NAME}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}
