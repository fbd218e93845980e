//! Names, addresses and numbers of people, each valid by construction.

use crate::text::fold;
use crate::time::NotADate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Why a piece of text is not what it should be; the message says what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct NotValid {
    message: Cow<'static, str>,
    rule: Rule,
}

/// The rule that a piece of text breaks, to be put into words in any language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// It cannot be empty.
    Needed,
    /// It has at most so many characters.
    TooLong(usize),
    /// It has no control characters and no line breaks.
    ControlCharacters,
    /// It is an email address.
    Email,
    /// A username has no spaces.
    NoSpaces,
    /// It is a telephone number.
    Phone,
    /// It is a calendar day.
    Date,
    /// It is a language Rollcall speaks.
    Language,
    /// It is a whole number.
    WholeNumber,
    /// It is at most so much.
    AtMost(i64),
    /// It is a whole number from one to another.
    Between(u16, u16),
    /// It is a color such as `#2451d6`.
    Color,
    /// It is the https address of a picture.
    PictureAddress,
    /// It is a domain such as `example.org`.
    Domain,
    /// The last day is not before the first one.
    LastDay,
    /// At least one has to be chosen.
    ChooseOne,
    /// It is an address on the web.
    WebAddress,
    /// It is a time of day.
    Time,
    /// One that only the command line meets.
    Other,
}

impl NotValid {
    /// With the message an administrator reads.
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self::breaking(Rule::Other, message)
    }
    /// A broken rule, with its message in English.
    pub fn breaking(rule: Rule, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            message: message.into(),
            rule,
        }
    }
    /// The rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }
}

impl From<NotADate> for NotValid {
    fn from(error: NotADate) -> Self {
        Self::breaking(Rule::Date, error.to_string())
    }
}

/// A piece of text made by `parse` alone, from what a function makes of it trimmed.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident($parse:ident)) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Trims and checks the text.
            pub fn parse(text: &str) -> Result<Self, NotValid> {
                $parse(text.trim()).map(Self)
            }
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotValid;
            fn try_from(text: String) -> Result<Self, NotValid> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(super) use text_type;

text_type! {
    /// An email address: `local@domain`, at most 254 bytes (RFC 5321), international domains and local parts allowed.
    Email(email)
}
text_type! {
    /// What a user signs in with beside the email: 1 to 100 characters without spaces.
    Username(username)
}
text_type! {
    /// A first or last name, in any script: 1 to 100 characters.
    PersonName(person_name)
}
text_type! {
    /// A telephone number: 5 to 20 digits, with an optional leading `+`, kept as digits without separators.
    Phone(phone)
}
text_type! {
    /// The id another system knows the user by: 1 to 100 characters.
    ExternalId(external_id)
}
text_type! {
    /// A line of a profile, such as job title or address: 1 to 500 characters.
    ProfileText(profile_text)
}

impl Email {
    /// What makes two addresses the same here: compared without case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
    /// The part before the `@`.
    pub fn local(&self) -> &str {
        self.0
            .rsplit_once('@')
            .map_or(self.0.as_str(), |(local, _)| local)
    }
    /// The part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl Username {
    /// What makes two usernames the same: compared without case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
    /// The username of someone whose email is their username.
    pub fn from_email(email: &Email) -> Self {
        Self(email.0.chars().take(100).collect())
    }
    /// The part of the address before the `@`, with `number` appended if the plain one was taken.
    pub fn from_local_part(email: &Email, number: Option<u32>) -> Self {
        let mut name: String = email
            .local()
            .chars()
            .filter(|c| !c.is_whitespace())
            .take(90)
            .collect();
        if let Some(number) = number {
            name.push_str(&number.to_string());
        }
        Self(name)
    }
}

impl PersonName {
    /// For searching and sorting.
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

fn email(text: &str) -> Result<String, NotValid> {
    let wrong = || {
        NotValid::breaking(
            Rule::Email,
            "not an email address: it should look like name@example.org",
        )
    };
    if text.len() > 254 {
        return Err(NotValid::breaking(
            Rule::TooLong(254),
            "an email address has at most 254 characters",
        ));
    }
    let (local, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
    let ordinary = |c: char| !c.is_whitespace() && !c.is_control() && !"()<>[],;:\\\"".contains(c);
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| ordinary(c) && c != '@')
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || is_mark(c))
    };
    let domain_fits = domain.contains('.') && domain.split('.').all(label_fits);
    if local_fits && domain_fits {
        Ok(text.to_owned())
    } else {
        Err(wrong())
    }
}

/// Combining marks are part of labels in many scripts and are not "alphanumeric".
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control() && !c.is_alphanumeric()
}

fn username(text: &str) -> Result<String, NotValid> {
    within(text, 100, "a username")?;
    if text.chars().any(char::is_whitespace) {
        return Err(NotValid::breaking(Rule::NoSpaces, "a username has no spaces"));
    }
    Ok(text.to_owned())
}

fn person_name(text: &str) -> Result<String, NotValid> {
    within(text, 100, "a name")
}

fn external_id(text: &str) -> Result<String, NotValid> {
    within(text, 100, "an external id")
}

fn profile_text(text: &str) -> Result<String, NotValid> {
    within(text, 500, "this text")
}

pub(super) fn within(text: &str, most: usize, what: &str) -> Result<String, NotValid> {
    if text.is_empty() {
        return Err(NotValid::breaking(Rule::Needed, format!("{what} is needed")));
    }
    if text.chars().count() > most {
        return Err(NotValid::breaking(
            Rule::TooLong(most),
            format!("{what} has at most {most} characters"),
        ));
    }
    if text.chars().any(char::is_control) {
        return Err(NotValid::breaking(
            Rule::ControlCharacters,
            format!("{what} cannot contain control characters or line breaks"),
        ));
    }
    Ok(text.to_owned())
}

fn phone(text: &str) -> Result<String, NotValid> {
    let wrong = || {
        NotValid::breaking(
            Rule::Phone,
            "not a phone number: it should look like +49 30 1234567",
        )
    };
    let mut number = String::new();
    for (i, c) in text.chars().enumerate() {
        match c {
            '0'..='9' => number.push(c),
            '+' if i == 0 => number.push(c),
            ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}' => {}
            _ => return Err(wrong()),
        }
    }
    let digits = number.trim_start_matches('+').len();
    if (5..=20).contains(&digits) {
        Ok(number)
    } else {
        Err(wrong())
    }
}

/// A language Rollcall speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language, in the order of menus.
    pub const ALL: [Self; 4] = [Self::En, Self::De, Self::Fr, Self::Es];

    /// BCP 47 tag.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
        }
    }

    /// Reads a BCP 47 tag; a region is ignored.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        let text = text.trim();
        let tag = text.split(['-', '_']).next().unwrap_or(text);
        Self::ALL
            .into_iter()
            .find(|language| language.as_str().eq_ignore_ascii_case(tag))
            .ok_or(NotValid::breaking(
                Rule::Language,
                "not a language Rollcall speaks: use en, de, fr or es",
            ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_world_are_addresses() {
        for right in [
            "a@b.co",
            "O'Neil+x@mail.example.org",
            "用户@例子.中国",
            "a.b@xn--fiqs8s.cn",
            "मेल@उदाहरण.भारत",
        ] {
            assert!(Email::parse(right).is_ok(), "{right}");
        }
        for wrong in [
            "",
            "a",
            "a@b",
            "@b.co",
            "a@b..co",
            "a b@c.de",
            "a@-b.co",
            ".a@b.co",
            "a@b.co, c@d.ef",
            "a@@b.co",
        ] {
            assert!(Email::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(
            Email::parse(" Ann@Example.ORG ").unwrap().key(),
            "ann@example.org"
        );
    }

    #[test]
    fn a_phone_number_is_its_digits() {
        assert_eq!(
            Phone::parse("+49 (30) 123-45.67").unwrap().as_str(),
            "+49301234567"
        );
        for wrong in ["1234", "+49+30", "12345x", ""] {
            assert!(Phone::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_value_does_not_deserialize() {
        assert!(serde_json::from_str::<Email>("\"nobody\"").is_err());
        assert!(serde_json::from_str::<PersonName>("\"  \"").is_err());
        assert_eq!(
            serde_json::from_str::<PersonName>("\" Ann \"").unwrap().as_str(),
            "Ann"
        );
    }

    #[test]
    fn the_local_part_makes_a_username() {
        let email = Email::parse("user1@aktrea.example").unwrap();
        assert_eq!(Username::from_local_part(&email, None).as_str(), "user1");
        assert_eq!(Username::from_local_part(&email, Some(2)).as_str(), "user12");
    }
}
