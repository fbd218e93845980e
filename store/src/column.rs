//! How values of the domain stand in columns: ids as UUIDs, times as moments, checked text as text.
//!
//! Reading parses again. A column that holds what its type forbids is an inconsistency, named with its place; there is
//! no silent default.

use crate::fault::Fault;
use crate::sql::{FromRow, Row};
use domain::time::{Date, Timestamp};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef, types::Oid};
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Arguments, Decode, Encode, Postgres, Row as _, Sqlite, Type};
use uuid::Uuid;

/// A value on its way into a statement. Each kind carries its own null, because PostgreSQL types nulls too.
#[derive(Debug, Clone)]
pub enum Value {
    /// An id.
    Uuid(Option<Uuid>),
    /// Text.
    Text(Option<String>),
    /// A whole number.
    Integer(Option<i64>),
    /// Yes or no.
    Boolean(Option<bool>),
    /// A moment.
    Time(Option<Timestamp>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

impl Value {
    pub(crate) fn add_to<A: Arguments>(self, arguments: &mut A) -> Result<(), BoxDynError>
    where
        Option<Uuid>: for<'q> Encode<'q, A::Database> + Type<A::Database>,
        Option<String>: for<'q> Encode<'q, A::Database> + Type<A::Database>,
        Option<i64>: for<'q> Encode<'q, A::Database> + Type<A::Database>,
        Option<bool>: for<'q> Encode<'q, A::Database> + Type<A::Database>,
        Option<Moment>: for<'q> Encode<'q, A::Database> + Type<A::Database>,
        Option<Vec<u8>>: for<'q> Encode<'q, A::Database> + Type<A::Database>,
    {
        match self {
            Self::Uuid(value) => arguments.add(value),
            Self::Text(value) => arguments.add(value),
            Self::Integer(value) => arguments.add(value),
            Self::Boolean(value) => arguments.add(value),
            Self::Time(value) => arguments.add(value.map(Moment)),
            Self::Bytes(value) => arguments.add(value),
        }
    }
}

/// Something that can be bound to a placeholder.
pub trait Bind {
    /// As a value.
    fn value(self) -> Value;
}

impl Bind for Value {
    fn value(self) -> Value {
        self
    }
}

/// A type that stands in a column.
pub trait Column: Sized {
    /// What the driver reads.
    type Raw: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>;
    /// As a bound value, or that kind's null.
    fn bind(value: Option<Self>) -> Value;
    /// From what the driver read.
    fn parse(raw: Self::Raw) -> Result<Self, String>;
}

impl<T: Column> Bind for T {
    fn value(self) -> Value {
        T::bind(Some(self))
    }
}

impl<T: Column> Bind for Option<T> {
    fn value(self) -> Value {
        T::bind(self)
    }
}

impl Bind for &str {
    fn value(self) -> Value {
        Value::Text(Some(self.to_owned()))
    }
}

impl Bind for Option<&str> {
    fn value(self) -> Value {
        Value::Text(self.map(str::to_owned))
    }
}

/// Something that can be read from a column of a row: a [`Column`], or an `Option` of one where null is allowed.
pub trait Get: Sized {
    /// Reads it.
    fn get(row: &Row, column: &str) -> Result<Self, Fault>;
}

impl<T: Column> Get for Option<T> {
    fn get(row: &Row, column: &str) -> Result<Self, Fault> {
        let raw: Option<T::Raw> = match row {
            Row::Sqlite(row) => row.try_get(column)?,
            Row::Postgres(row) => row.try_get(column)?,
        };
        raw.map(T::parse)
            .transpose()
            .map_err(|problem| inconsistent(column, problem))
    }
}

impl<T: Column> Get for T {
    fn get(row: &Row, column: &str) -> Result<Self, Fault> {
        Option::<T>::get(row, column)?.ok_or_else(|| inconsistent(column, "is null".to_owned()))
    }
}

fn inconsistent(column: &str, problem: String) -> Fault {
    Fault::Inconsistent {
        table: "",
        column: column.to_owned(),
        id: String::new(),
        problem,
    }
}

/// Names the table and the row's id in an inconsistency.
pub(crate) fn in_table(fault: Fault, table: &'static str, row: &Row) -> Fault {
    match fault {
        Fault::Inconsistent { column, problem, .. } => {
            let id = match row {
                Row::Sqlite(row) => row.try_get::<Uuid, _>("id").ok(),
                Row::Postgres(row) => row.try_get::<Uuid, _>("id").ok(),
            };
            Fault::Inconsistent {
                table,
                column,
                id: id.map(|id| id.to_string()).unwrap_or_default(),
                problem,
            }
        }
        other => other,
    }
}

/// Two things that one row tells.
impl<A: FromRow, B: FromRow> FromRow for (A, B) {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok((A::from_row(row)?, B::from_row(row)?))
    }
}

/// A single column, which the statement must call `value`.
impl<T: Get> FromRow for (T,) {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok((row.get("value")?,))
    }
}

macro_rules! plain_columns {
    ($($type:ty => $kind:ident),* $(,)?) => {$(
        impl Column for $type {
            type Raw = $type;
            fn bind(value: Option<Self>) -> Value {
                Value::$kind(value)
            }
            fn parse(raw: $type) -> Result<Self, String> {
                Ok(raw)
            }
        }
    )*};
}
plain_columns! { Uuid => Uuid, String => Text, i64 => Integer, bool => Boolean, Vec<u8> => Bytes }

macro_rules! id_columns {
    ($($type:ident),* $(,)?) => {$(
        impl Column for domain::id::$type {
            type Raw = Uuid;
            fn bind(value: Option<Self>) -> Value {
                Value::Uuid(value.map(Uuid::from))
            }
            fn parse(raw: Uuid) -> Result<Self, String> {
                Ok(raw.into())
            }
        }
    )*};
}
id_columns! {
    OrganizationId, UserId, GroupId, LocationId, DepartmentId, LabelId, ProgramId, ProgramSessionId, CourseId, LessonId,
    BundleId, EventId, LicenseId, SeatId, LedgerLineId, EnrollmentId, TrainingRecordId, InvitationId, SecretId,
    ActId, ImportId, MessageId, SavedViewId, AuditId,
}

/// Types with `as_str` and `parse`, kept as text.
macro_rules! text_columns {
    ($($type:ty),* $(,)?) => {$(
        impl Column for $type {
            type Raw = String;
            fn bind(value: Option<Self>) -> Value {
                Value::Text(value.map(|value| value.as_str().to_owned()))
            }
            fn parse(raw: String) -> Result<Self, String> {
                <$type>::parse(&raw).map_err(|error| error.to_string())
            }
        }
    )*};
}
text_columns! {
    domain::users::Email, domain::users::Username, domain::users::PersonName, domain::users::Phone,
    domain::users::ExternalId, domain::users::ProfileText, domain::users::Language, domain::users::UserState,
    domain::users::AccountSource, domain::users::ViewName, domain::access::Role, domain::access::GroupRole,
    domain::licenses::LicenseKind,
    domain::messages::MessageKind, domain::messages::MessageState, domain::audit::Action,
}

impl Column for Date {
    type Raw = String;
    fn bind(value: Option<Self>) -> Value {
        Value::Text(value.map(|date| date.to_string()))
    }
    fn parse(raw: String) -> Result<Self, String> {
        Self::parse(&raw).map_err(|error| error.to_string())
    }
}

impl Column for Timestamp {
    type Raw = Moment;
    fn bind(value: Option<Self>) -> Value {
        Value::Time(value)
    }
    fn parse(raw: Moment) -> Result<Self, String> {
        Ok(raw.0)
    }
}

/// A [`Timestamp`] on the wire: an INTEGER of Unix microseconds in SQLite, a TIMESTAMPTZ in PostgreSQL.
#[derive(Debug, Clone, Copy)]
pub struct Moment(Timestamp);

/// PostgreSQL counts microseconds from 2000-01-01.
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl Type<Sqlite> for Moment {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }
    fn compatible(other: &SqliteTypeInfo) -> bool {
        <i64 as Type<Sqlite>>::compatible(other)
    }
}

impl Encode<'_, Sqlite> for Moment {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.0.as_micros(), buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for Moment {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        <i64 as Decode<Sqlite>>::decode(value).map(|micros| Self(Timestamp::from_micros(micros)))
    }
}

impl Type<Postgres> for Moment {
    fn type_info() -> PgTypeInfo {
        // The oid of TIMESTAMPTZ, fixed in pg_type.dat.
        PgTypeInfo::with_oid(Oid(1184))
    }
}

impl Encode<'_, Postgres> for Moment {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.0.as_micros() - POSTGRES_EPOCH, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for Moment {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let bytes: [u8; 8] = value.as_bytes()?.try_into()?;
        Ok(Self(Timestamp::from_micros(
            i64::from_be_bytes(bytes) + POSTGRES_EPOCH,
        )))
    }
}
