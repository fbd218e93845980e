//! Moments and calendar days.
//!
//! A [`Timestamp`] is Unix microseconds, which both databases keep exactly and sort correctly. A [`Date`] is a
//! day in no time zone, for due dates and birthdays. Nothing here reads a clock.

use serde::{Deserialize, Serialize};

/// A moment, in microseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// A length of time, in microseconds; may be negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(i64);

impl Span {
    /// So many seconds.
    pub const fn seconds(n: i64) -> Self {
        Self(n * 1_000_000)
    }
    /// So many minutes.
    pub const fn minutes(n: i64) -> Self {
        Self::seconds(n * 60)
    }
    /// So many hours.
    pub const fn hours(n: i64) -> Self {
        Self::minutes(n * 60)
    }
    /// So many days of 24 hours.
    pub const fn days(n: i64) -> Self {
        Self::hours(n * 24)
    }
    /// Whole seconds, rounded towards zero.
    pub const fn as_seconds(self) -> i64 {
        self.0 / 1_000_000
    }
}

impl Timestamp {
    /// A moment from Unix microseconds.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }
    /// Unix microseconds.
    pub const fn as_micros(self) -> i64 {
        self.0
    }
    /// Reads RFC 3339, as `2026-12-31T09:30:00Z`.
    pub fn parse(text: &str) -> Result<Self, NotAMoment> {
        let parsed: Result<jiff::Timestamp, _> = text.trim().parse();
        parsed.map(|at| Self(at.as_microsecond())).map_err(|_| NotAMoment)
    }
    /// The calendar day in UTC.
    pub fn date(self) -> Date {
        Date(self.jiff().to_zoned(jiff::tz::TimeZone::UTC).date())
    }
    /// Midnight in UTC at the start of a day.
    pub fn start_of(date: Date) -> Self {
        let days = i64::from(
            date.0
                .since(jiff::civil::date(1970, 1, 1))
                .map_or(0, |span| span.get_days()),
        );
        Self(days * Span::days(1).0)
    }
    fn jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl std::ops::Add<Span> for Timestamp {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl std::ops::Sub<Span> for Timestamp {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl std::ops::Sub for Timestamp {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl std::fmt::Display for Timestamp {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.jiff().fmt(f)
    }
}

/// Text that is not a moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a moment: write it as 2026-12-31T09:30:00Z")]
pub struct NotAMoment;

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(jiff::civil::Date);

/// Text that is not a calendar day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: write it as 2026-12-31")]
pub struct NotADate;

impl Date {
    /// Reads `2026-12-31`, or `31.12.2026`, whose order cannot be mistaken. Slashes are refused, because
    /// 01/02/2026 is two different days in two countries.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let text = text.trim();
        let mut parts = [0i16; 3];
        let dotted = text.contains('.');
        let mut count = 0;
        for piece in text.split(if dotted { '.' } else { '-' }) {
            let slot = parts.get_mut(count).ok_or(NotADate)?;
            if piece.is_empty() || piece.len() > 4 || !piece.bytes().all(|b| b.is_ascii_digit()) {
                return Err(NotADate);
            }
            *slot = piece.parse().map_err(|_| NotADate)?;
            count += 1;
        }
        let [first, month, last] = parts;
        let (year, day) = if dotted { (last, first) } else { (first, last) };
        if count != 3 || year < 1000 {
            return Err(NotADate);
        }
        let (month, day) = (i8::try_from(month), i8::try_from(day));
        match (month, day) {
            (Ok(month), Ok(day)) => jiff::civil::Date::new(year, month, day)
                .map(Self)
                .map_err(|_| NotADate),
            _ => Err(NotADate),
        }
    }

    /// So many days later; earlier if negative. Stays at the calendar's end if it would run past it.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// Days from `earlier` to this day; negative if `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.since(earlier.0).map_or(0, |span| span.get_days())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }
    /// The month, from 1.
    pub fn month(self) -> i8 {
        self.0.month()
    }
    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }
}

impl std::fmt::Display for Date {
    /// ISO 8601.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for Date {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_in_unmistakable_forms_only() {
        assert_eq!(Date::parse("2026-02-28").unwrap().to_string(), "2026-02-28");
        assert_eq!(Date::parse(" 28.2.2026 ").unwrap().to_string(), "2026-02-28");
        for wrong in [
            "2026-02-30",
            "02/03/2026",
            "2026-2",
            "",
            "26-02-01",
            "2026-01-01-01",
            "soon",
        ] {
            assert_eq!(Date::parse(wrong), Err(NotADate), "{wrong}");
        }
    }

    #[test]
    fn a_moment_knows_its_day() {
        let day = Date::parse("2026-11-21").unwrap();
        let noon = Timestamp::start_of(day) + Span::hours(12);
        assert_eq!(noon.date(), day);
        assert_eq!(noon.to_string(), "2026-11-21T12:00:00Z");
        assert_eq!(Timestamp::parse("2026-11-21T13:00:00+01:00"), Ok(noon));
        assert_eq!(Timestamp::parse("2026-11-21 noon"), Err(NotAMoment));
        assert_eq!(
            (Timestamp::start_of(day) - Span::seconds(1)).date(),
            day.plus_days(-1)
        );
    }
}
