//! No secret in clear: whatever looks like one in a text that stays is hashed and looked for among the secrets.

use super::Report;
use crate::column::Value;
use crate::fault::Fault;
use crate::secrets::Token;
use crate::sql::{Connection, ROWS_AT_ONCE, rows, sql};
use std::collections::HashMap;
use uuid::Uuid;

/// Texts read at a time.
const PAGE: i64 = 500;

/// Where a text stands, and how to read on: the statement gives `id` and `value`, after `$1`, at most `$2` rows.
struct Place {
    table: &'static str,
    column: &'static str,
    texts: &'static str,
}

const PLACES: [Place; 3] = [
    Place {
        table: "messages",
        column: "body_text",
        texts: "SELECT id, COALESCE(subject, '') || ' ' || COALESCE(body_text, '') || ' ' || COALESCE(body_html, '') AS value
            FROM messages WHERE id > $1 ORDER BY id LIMIT $2",
    },
    Place {
        table: "messages",
        column: "detail",
        texts: "SELECT id, detail || ' ' || COALESCE(server_answer, '') AS value FROM messages WHERE id > $1 ORDER BY id LIMIT $2",
    },
    Place {
        table: "audit",
        column: "after",
        texts: "SELECT id, COALESCE(before, '') || ' ' || COALESCE(after, '') AS value FROM audit WHERE id > $1 ORDER BY id LIMIT $2",
    },
];

rows! {
    struct Text from "" { id: Uuid, value: String }
    struct Hash from "secrets" { hash: Vec<u8> }
}

pub(super) async fn check(on: &mut impl Connection, report: &mut Report) -> Result<(), Fault> {
    for place in PLACES {
        let mut after = Uuid::nil();
        loop {
            let texts: Vec<Text> = sql(place.texts).bind(after).bind(PAGE).fetch_all(on).await?;
            for id in spoken(on, &texts).await? {
                report.add(
                    place.table,
                    place.column,
                    id.to_string(),
                    "a secret stands here in clear",
                );
            }
            match texts.last() {
                Some(last) if i64::try_from(texts.len()) == Ok(PAGE) => after = last.id,
                _ => break,
            }
        }
    }
    Ok(())
}

/// The rows whose texts hold a secret.
async fn spoken(on: &mut impl Connection, texts: &[Text]) -> Result<Vec<Uuid>, Fault> {
    let said = texts
        .iter()
        .flat_map(|text| tokens(&text.value).map(|token| (token.hash(), text.id)));
    let said: HashMap<Vec<u8>, Uuid> = said.collect();
    let hashes: Vec<&Vec<u8>> = said.keys().collect();
    let mut found = Vec::new();
    for chunk in hashes.chunks(ROWS_AT_ONCE) {
        let mut statement = sql("SELECT hash FROM secrets WHERE hash IN ");
        statement.push_list(chunk.iter().map(|hash| Value::Bytes(Some((*hash).clone()))));
        let known: Vec<Hash> = statement.fetch_all(on).await?;
        found.extend(known.iter().filter_map(|row| said.get(&row.hash)).copied());
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Everything in a text that has the form of a secret.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
        .filter_map(Token::presented)
}
