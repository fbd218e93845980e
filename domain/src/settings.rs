//! What an organization has decided for itself.

mod form;

pub use form::{SettingsForm, SettingsRefused};

use crate::brand::Brand;
use crate::time::Span;
use crate::users::{Email, Language, PasswordPolicy};
use serde::{Deserialize, Serialize};

/// Every setting with its default. Kept as one document per organization; a member missing from an older document
/// takes its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What is asked of passwords.
    pub password_policy: PasswordPolicy,
    /// How long an invitation is valid, in days.
    pub invitation_days: u16,
    /// How long a login link is valid, in minutes.
    pub login_link_minutes: u16,
    /// Whether anyone can be deleted, not only users who never signed in.
    pub erase_anyone: bool,
    /// What the deletion date does.
    pub on_deletion_date: OnDeletionDate,
    /// The largest file an import takes, in MiB.
    pub import_megabytes: u16,
    /// The language of people who have not chosen one.
    pub language: Language,
    /// Whether strangers may register; they wait for approval.
    pub self_registration: bool,
    /// Domains that strangers' addresses must be of; empty means any.
    pub registration_domains: Vec<String>,
    /// How messages look.
    pub brand: Brand,
}

/// What happens on a user's deletion date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnDeletionDate {
    /// The account is archived; records stay.
    #[default]
    Archive,
    /// The account and all personal data are deleted.
    Delete,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            password_policy: PasswordPolicy::default(),
            invitation_days: 7,
            login_link_minutes: 10,
            erase_anyone: false,
            on_deletion_date: OnDeletionDate::default(),
            import_megabytes: 50,
            language: Language::En,
            self_registration: false,
            registration_domains: Vec::new(),
            brand: Brand::default(),
        }
    }
}

impl Settings {
    /// How long an invitation is valid.
    pub fn invitation_lifetime(&self) -> Span {
        Span::days(i64::from(self.invitation_days))
    }
    /// Whether somebody with this address may register by themselves.
    pub fn admits(&self, email: &Email) -> bool {
        let key = email.key();
        let domain = key.rsplit_once('@').map_or("", |(_, domain)| domain);
        self.self_registration
            && (self.registration_domains.is_empty()
                || self.registration_domains.iter().any(|one| one == domain))
    }
    /// How long a login link is valid.
    pub fn login_link_lifetime(&self) -> Span {
        Span::minutes(i64::from(self.login_link_minutes))
    }
}
