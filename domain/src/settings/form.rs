//! The settings as a form: text by text, as somebody types it, and as the audit tells it.

use super::{OnDeletionDate, Settings};
use crate::brand::{Brand, Color, LogoAddress};
use crate::users::{FieldError, Language, NotValid, PasswordPolicy, PersonName, Rule};
use serde::{Deserialize, Serialize};

macro_rules! form {
    ($($(#[$doc:meta])* $field:ident: $type:ty,)*) => {
        /// Name and settings of an organization, as a form holds them.
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
        pub struct SettingsForm {
            $($(#[$doc])* pub $field: $type,)*
        }

        impl SettingsForm {
            /// The fields in which two forms differ, in the order of the form.
            pub fn differences(&self, other: &Self) -> Vec<&'static str> {
                let fields = [$((stringify!($field), self.$field != other.$field)),*];
                let different = fields.into_iter().filter(|(_, differs)| *differs);
                different.map(|(field, _)| field).collect()
            }

            /// What `mine` changed from `base`, and everything else as in `theirs`. The second part names the fields that
            /// both changed, in which mine wins.
            pub fn merge(base: &Self, mine: &Self, theirs: &Self) -> (Self, Vec<&'static str>) {
                let (ours, changed) = (base.differences(mine), base.differences(theirs));
                let mut merged = theirs.clone();
                $(if ours.contains(&stringify!($field)) { merged.$field = mine.$field.clone(); })*
                let apart = mine.differences(theirs);
                let both = ours.into_iter().filter(|field| changed.contains(field) && apart.contains(field));
                (merged, both.collect())
            }
        }
    };
}

form! {
    /// The organization's name.
    name: String,
    /// The color of buttons and links in messages.
    accent: String,
    /// Where the logo is; empty for none.
    logo: String,
    /// The language of people who have not chosen one.
    language: Language,
    /// The shortest password, in characters.
    min_length: String,
    /// How long a login link is valid, in minutes.
    login_link_minutes: String,
    /// How long an invitation is valid, in days.
    invitation_days: String,
    /// Whether strangers may register.
    self_registration: bool,
    /// Domains that strangers' addresses must be of; empty means any.
    registration_domains: String,
    /// What the deletion date does.
    on_deletion_date: OnDeletionDate,
    /// Whether anyone can be deleted.
    erase_anyone: bool,
    /// The largest file an import takes, in MiB.
    import_megabytes: String,
}

/// Why settings were not changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SettingsRefused {
    /// Some fields are not as they should be.
    #[error("some settings are not as they should be")]
    Fields(Vec<FieldError>),
    /// Somebody else changed them meanwhile: this is how they are now.
    #[error("somebody else changed the settings meanwhile")]
    Met(Box<SettingsForm>),
}

impl SettingsForm {
    /// The form of settings as they are.
    pub fn of(name: &str, settings: &Settings) -> Self {
        Self {
            name: name.to_owned(),
            accent: settings.brand.accent.to_string(),
            logo: settings.brand.logo.clone().map(String::from).unwrap_or_default(),
            language: settings.language,
            min_length: settings.password_policy.min_length().to_string(),
            login_link_minutes: settings.login_link_minutes.to_string(),
            invitation_days: settings.invitation_days.to_string(),
            self_registration: settings.self_registration,
            registration_domains: settings.registration_domains.join(", "),
            on_deletion_date: settings.on_deletion_date,
            erase_anyone: settings.erase_anyone,
            import_megabytes: settings.import_megabytes.to_string(),
        }
    }

    /// The name and the settings, or what is wrong, field by field.
    pub fn parse(&self) -> Result<(String, Settings), Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = keep(&mut errors, "name", PersonName::parse(&self.name));
        let accent = keep(&mut errors, "accent", Color::parse(&self.accent));
        let logo = match self.logo.trim() {
            "" => None,
            logo => keep(&mut errors, "logo", LogoAddress::parse(logo)),
        };
        let mut number = |field, text: &str, least, most| {
            keep(&mut errors, field, between(text, least, most)).unwrap_or(least)
        };
        let min_length = number("min_length", &self.min_length, 8, 64);
        let login_link_minutes = number("login_link_minutes", &self.login_link_minutes, 1, 60);
        let invitation_days = number("invitation_days", &self.invitation_days, 1, 90);
        let import_megabytes = number("import_megabytes", &self.import_megabytes, 1, 64);
        let domains = keep(
            &mut errors,
            "registration_domains",
            domains(&self.registration_domains),
        );
        let (Some(name), Some(accent), Some(registration_domains), true) =
            (name, accent, domains, errors.is_empty())
        else {
            return Err(errors);
        };
        let settings = Settings {
            password_policy: PasswordPolicy::with_min_length(u8::try_from(min_length).unwrap_or(u8::MAX)),
            invitation_days,
            login_link_minutes,
            erase_anyone: self.erase_anyone,
            on_deletion_date: self.on_deletion_date,
            import_megabytes,
            language: self.language,
            self_registration: self.self_registration,
            registration_domains,
            brand: Brand { accent, logo },
        };
        Ok((name.to_string(), settings))
    }
}

fn keep<T>(errors: &mut Vec<FieldError>, field: &str, parsed: Result<T, NotValid>) -> Option<T> {
    parsed
        .map_err(|wrong| errors.push(FieldError::new(field, wrong)))
        .ok()
}

fn between(text: &str, least: u16, most: u16) -> Result<u16, NotValid> {
    let number = text.trim().parse().ok();
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| {
            NotValid::breaking(
                Rule::Between(least, most),
                format!("a whole number from {least} to {most}"),
            )
        })
}

/// Domains, separated by commas, semicolons, spaces or lines.
fn domains(text: &str) -> Result<Vec<String>, NotValid> {
    let mut domains: Vec<String> = Vec::new();
    for domain in text.split([',', ';', ' ', '\n', '\r', '\t']) {
        let domain = domain.trim_start_matches('@').to_lowercase();
        if domain.is_empty() || domains.contains(&domain) {
            continue;
        }
        let fits = domain.len() <= 253
            && domain.contains('.')
            && domain
                .split('.')
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
        if !fits {
            return Err(NotValid::breaking(
                Rule::Domain,
                format!("“{domain}” is not a domain such as example.org"),
            ));
        }
        domains.push(domain);
    }
    Ok(domains)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> SettingsForm {
        SettingsForm::of("Harbor Academy", &Settings::default())
    }

    #[test]
    fn settings_come_back_as_they_were() {
        let settings = Settings {
            registration_domains: vec!["example.org".into(), "bücher.example".into()],
            self_registration: true,
            ..Settings::default()
        };
        let parsed = SettingsForm::of("Academy", &settings).parse();
        assert_eq!(parsed, Ok(("Academy".to_owned(), settings)));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let wrong = SettingsForm {
            name: " ".into(),
            accent: "red".into(),
            logo: "http://a.example/logo.png".into(),
            min_length: "7".into(),
            login_link_minutes: "0".into(),
            invitation_days: "91".into(),
            registration_domains: "example.org, localhost".into(),
            import_megabytes: "many".into(),
            ..form()
        };
        let errors = wrong.parse().unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "name",
                "accent",
                "logo",
                "min_length",
                "login_link_minutes",
                "invitation_days",
                "import_megabytes",
                "registration_domains"
            ]
        );
    }

    #[test]
    fn domains_are_read_in_any_dress() {
        assert_eq!(
            domains("@Example.org;\n example.com example.org"),
            Ok(vec!["example.org".to_owned(), "example.com".to_owned()])
        );
    }

    #[test]
    fn nobodys_change_is_lost() {
        let mine = SettingsForm {
            name: "Mine".into(),
            min_length: "12".into(),
            ..form()
        };
        let theirs = SettingsForm {
            name: "Theirs".into(),
            erase_anyone: true,
            ..form()
        };
        let (merged, both) = SettingsForm::merge(&form(), &mine, &theirs);
        assert_eq!(both, ["name"]);
        assert_eq!(
            (
                merged.name.as_str(),
                merged.min_length.as_str(),
                merged.erase_anyone
            ),
            ("Mine", "12", true)
        );
    }
}
