//! One SQL text for two databases.
//!
//! A statement is static pieces of text and bound values; nothing else can get into it, so no input can become SQL. `$1`
//! binds, ids as UUIDs and times as moments work alike on both. Where the databases must differ, [`Connection::dialect`]
//! chooses between two texts at the place of use.

use crate::column::{Bind, Get, Value};
use crate::db::Kind;
use crate::fault::Fault;
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, SqlSafeStr};
use std::borrow::Cow;

/// A borrowed connection of either database.
#[derive(Debug)]
pub enum Conn<'a> {
    /// Embedded.
    Sqlite(&'a mut SqliteConnection),
    /// A server.
    Postgres(&'a mut PgConnection),
}

/// Something statements can run on: a reader or a write.
pub trait Connection: Send {
    /// The connection.
    fn connection(&mut self) -> Conn<'_>;

    /// Which database it is.
    fn kind(&mut self) -> Kind {
        match self.connection() {
            Conn::Sqlite(_) => Kind::Sqlite,
            Conn::Postgres(_) => Kind::Postgres,
        }
    }

    /// The text for this database, where the two must differ.
    fn dialect(&mut self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.kind() {
            Kind::Sqlite => sqlite,
            Kind::Postgres => postgres,
        }
    }
}

/// A statement with its values.
#[derive(Debug, Clone)]
#[must_use = "a statement does nothing until it is run"]
pub struct Sql {
    text: Cow<'static, str>,
    values: Vec<Value>,
}

/// The `LIKE` pattern for texts that hold another anywhere; to be followed by `ESCAPE '\\'`.
pub(crate) fn containing(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// A statement; continue with [`Sql::bind`] for each of `$1`, `$2`, ….
pub fn sql(text: &'static str) -> Sql {
    Sql {
        text: Cow::Borrowed(text),
        values: Vec::new(),
    }
}

/// A statement made by a test, such as one that names a fresh database.
pub(crate) fn sql_for_tests(text: String) -> Sql {
    Sql {
        text: Cow::Owned(text),
        values: Vec::new(),
    }
}

impl Sql {
    /// Binds the next value.
    pub fn bind(mut self, value: impl Bind) -> Self {
        self.values.push(value.value());
        self
    }

    /// Appends text.
    pub fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.to_mut().push_str(text);
        self
    }

    /// Appends a placeholder and binds its value.
    pub fn push_bind(&mut self, value: impl Bind) -> &mut Self {
        self.values.push(value.value());
        let number = self.values.len().to_string();
        let text = self.text.to_mut();
        text.push('$');
        text.push_str(&number);
        self
    }

    /// Appends `($n, $n+1, …)`.
    pub fn push_list<T: Bind>(&mut self, values: impl IntoIterator<Item = T>) -> &mut Self {
        self.push("(");
        for (i, value) in values.into_iter().enumerate() {
            if i > 0 {
                self.push(", ");
            }
            self.push_bind(value);
        }
        self.push(")")
    }

    /// Appends one parenthesized list of values a row, for a multi-row `INSERT … VALUES`. Keep rows × columns under
    /// 32,000, the least that both databases take; [`ROWS_AT_ONCE`] is a safe number for a dozen columns.
    pub fn push_rows<R>(
        &mut self,
        rows: impl IntoIterator<Item = R>,
        values: impl Fn(R) -> Vec<Value>,
    ) -> &mut Self {
        for (i, row) in rows.into_iter().enumerate() {
            if i > 0 {
                self.push(", ");
            }
            self.push_list(values(row));
        }
        self
    }

    /// Runs the statement; returns how many rows it changed.
    pub async fn execute(self, on: &mut impl Connection) -> Result<u64, Fault> {
        Ok(match on.connection() {
            Conn::Sqlite(c) => sqlx::query_with(sqlite_statement(self.text), sqlite_arguments(self.values)?)
                .execute(c)
                .await?
                .rows_affected(),
            Conn::Postgres(c) => sqlx::query_with(statement(self.text), postgres_arguments(self.values)?)
                .execute(c)
                .await?
                .rows_affected(),
        })
    }

    /// Every row.
    pub async fn fetch_all<T: FromRow>(self, on: &mut impl Connection) -> Result<Vec<T>, Fault> {
        self.fetch_rows(on).await?.iter().map(T::from_row).collect()
    }

    /// As many rows as a page has, and whether there are more.
    pub async fn fetch_page<T: FromRow>(
        mut self,
        size: i64,
        on: &mut impl Connection,
    ) -> Result<(Vec<T>, bool), Fault> {
        self.push(" LIMIT ").push_bind(size.saturating_add(1));
        let mut rows = self.fetch_all(on).await?;
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        Ok((rows, more))
    }

    /// Every row, not parsed yet.
    pub(crate) async fn fetch_rows(self, on: &mut impl Connection) -> Result<Vec<Row>, Fault> {
        Ok(match on.connection() {
            Conn::Sqlite(c) => {
                let rows = sqlx::query_with(sqlite_statement(self.text), sqlite_arguments(self.values)?)
                    .fetch_all(c)
                    .await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Conn::Postgres(c) => {
                let rows = sqlx::query_with(statement(self.text), postgres_arguments(self.values)?)
                    .fetch_all(c)
                    .await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The row, if there is one.
    pub async fn fetch_optional<T: FromRow>(self, on: &mut impl Connection) -> Result<Option<T>, Fault> {
        match on.connection() {
            Conn::Sqlite(c) => {
                let row = sqlx::query_with(sqlite_statement(self.text), sqlite_arguments(self.values)?)
                    .fetch_optional(c)
                    .await?;
                row.map(|row| T::from_row(&Row::Sqlite(row))).transpose()
            }
            Conn::Postgres(c) => {
                let row = sqlx::query_with(statement(self.text), postgres_arguments(self.values)?)
                    .fetch_optional(c)
                    .await?;
                row.map(|row| T::from_row(&Row::Postgres(row))).transpose()
            }
        }
    }

    /// The one row; a fault if there is none.
    pub async fn fetch_one<T: FromRow>(self, on: &mut impl Connection) -> Result<T, Fault> {
        self.fetch_optional(on)
            .await?
            .ok_or(Fault::Database(sqlx::Error::RowNotFound))
    }
}

/// A number of rows for one multi-row insert of up to 30 columns.
pub const ROWS_AT_ONCE: usize = 500;

fn statement(text: Cow<'static, str>) -> sqlx::SqlStr {
    match text {
        Cow::Borrowed(text) => text.into_sql_str(),
        // Made by this module of static pieces and placeholders only.
        Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
    }
}

/// SQLite finds a numbered parameter by its name, looking through all of them, so that thousands cost the square of their
/// number. Where each of `$1, $2, …` stands once and in order, they need no names: they become `?`.
fn sqlite_statement(text: Cow<'static, str>) -> sqlx::SqlStr {
    match text {
        Cow::Borrowed(text) => text.into_sql_str(),
        Cow::Owned(text) => statement(Cow::Owned(nameless(&text).unwrap_or(text))),
    }
}

fn nameless(text: &str) -> Option<String> {
    let mut pieces = text.split('$');
    let mut nameless = String::with_capacity(text.len());
    nameless.push_str(pieces.next()?);
    for (place, piece) in (1_usize..).zip(pieces) {
        let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = piece.strip_suffix(rest)?;
        if number.parse() != Ok(place) {
            return None;
        }
        nameless.push('?');
        nameless.push_str(rest);
    }
    Some(nameless)
}

fn sqlite_arguments(values: Vec<Value>) -> Result<SqliteArguments, Fault> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        value.add_to(&mut arguments).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

fn postgres_arguments(values: Vec<Value>) -> Result<PgArguments, Fault> {
    let mut arguments = PgArguments::default();
    for value in values {
        value.add_to(&mut arguments).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// A row of either database.
#[derive(Debug)]
pub enum Row {
    /// Embedded.
    Sqlite(SqliteRow),
    /// A server.
    Postgres(PgRow),
}

impl Row {
    /// The value of a column, by name.
    pub fn get<T: Get>(&self, column: &str) -> Result<T, Fault> {
        T::get(self, column)
    }
}

/// Made from a row.
pub trait FromRow: Sized {
    /// Reads the columns.
    fn from_row(row: &Row) -> Result<Self, Fault>;
}

/// A struct read from a row, each member from the column of its name. `from` names the table for error messages.
macro_rules! rows {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident from $table:literal {
        $($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
    })*) => {$(
        $(#[$meta])*
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $type),* }
        impl $crate::sql::FromRow for $name {
            fn from_row(row: &$crate::sql::Row) -> Result<Self, $crate::fault::Fault> {
                let read = || Ok(Self { $($field: row.get(stringify!($field))?),* });
                read().map_err(|fault| $crate::column::in_table(fault, $table, row))
            }
        }
    )*};
}
pub(crate) use rows;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_lose_their_names_only_where_each_stands_once_and_in_order() {
        let mut insert = sql("INSERT INTO t (a, b) VALUES ");
        insert.push_rows([1_i64, 2], |n| vec![n.value(), (n + 10).value()]);
        assert_eq!(
            nameless(&insert.text).unwrap(),
            "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)"
        );
        for named in ["$1 $1", "$2 $1", "$1 '$x'", "$1 $3"] {
            assert_eq!(nameless(named), None, "{named}");
        }
        assert_eq!(nameless("no parameter").unwrap(), "no parameter");
    }
}
