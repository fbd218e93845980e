//! Integration tokens: what another system presents to be let in, and how far that lets it.
//!
//! A token acts for the person who made it and never reaches further than they do now: when they leave, or may no longer
//! make tokens, it opens nothing.

use crate::id::SecretId;
use crate::time::{Span, Timestamp};
use crate::users::{NotValid, Rule};
use serde::{Deserialize, Serialize};

/// The most tokens of an organization that are good at the same time.
pub const MOST: usize = 100;

/// What a token lets another system do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenScope {
    /// Invite people.
    Invitations,
    /// Report what learners did.
    Activity,
    /// Hand in what learners made.
    Submissions,
}

impl TokenScope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::Invitations, Self::Activity, Self::Submissions];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invitations => "invitations",
            Self::Activity => "activity",
            Self::Submissions => "submissions",
        }
    }
}

/// How long a token is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenLifetime {
    /// 30 days.
    Month,
    /// 90 days.
    Quarter,
    /// 365 days.
    #[default]
    Year,
}

impl TokenLifetime {
    /// Every lifetime.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// In days.
    pub const fn days(self) -> i64 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }

    /// As a span of time.
    pub const fn span(self) -> Span {
        Span::days(self.days())
    }
}

/// What a token is called and lets do, as it is kept beside its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenTerms {
    /// What the system is called that uses it: 1 to 100 characters.
    pub name: String,
    /// What it lets do.
    pub scopes: Vec<TokenScope>,
}

impl TokenTerms {
    /// The terms as asked for, each scope once.
    pub fn parse(name: &str, scopes: &[TokenScope]) -> Result<Self, TokenRefused> {
        let name = name.trim();
        if name.is_empty() {
            let missing = NotValid::breaking(Rule::Needed, "a token needs a name");
            return Err(TokenRefused::Name(missing));
        }
        if name.chars().count() > 100 || name.chars().any(char::is_control) {
            let long = NotValid::breaking(Rule::TooLong(100), "a name has at most 100 characters");
            return Err(TokenRefused::Name(long));
        }
        let scopes: Vec<TokenScope> = TokenScope::ALL
            .into_iter()
            .filter(|scope| scopes.contains(scope))
            .collect();
        if scopes.is_empty() {
            return Err(TokenRefused::NoScope);
        }
        Ok(Self {
            name: name.to_owned(),
            scopes,
        })
    }
}

/// A token in the list. Its text is shown once, when it is made, and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    /// Its id.
    pub id: SecretId,
    /// What it is called and lets do.
    pub terms: TokenTerms,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it last opened something.
    pub last_used_at: Option<Timestamp>,
}

/// Why a token is not made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum TokenRefused {
    /// The name is not one.
    #[error("{0}")]
    Name(NotValid),
    /// It would let do nothing.
    #[error("choose at least one thing that the token is for")]
    NoScope,
    /// There are as many as there may be.
    #[error("there are {MOST} tokens already: revoke one first")]
    TooMany,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_a_name_and_something_to_do() {
        let all = &TokenScope::ALL;
        assert!(matches!(TokenTerms::parse("  ", all), Err(TokenRefused::Name(_))));
        assert!(matches!(
            TokenTerms::parse(&"x".repeat(101), all),
            Err(TokenRefused::Name(_))
        ));
        assert_eq!(TokenTerms::parse("Player", &[]), Err(TokenRefused::NoScope));
        let twice = [
            TokenScope::Activity,
            TokenScope::Invitations,
            TokenScope::Activity,
        ];
        let terms = TokenTerms::parse(" Player ", &twice).unwrap();
        assert_eq!(terms.name, "Player");
        assert_eq!(terms.scopes, [TokenScope::Invitations, TokenScope::Activity]);
    }
}
