//! `rollcall settings`: the language of people who have not chosen one, and how messages look, as JSON.

use anyhow::{Context as _, anyhow};
use domain::brand::{Color, LogoAddress};
use domain::users::Language;
use std::process::ExitCode;
use store::{Requester, Store};

/// What to decide anew; what is not named stays.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language of people who have not chosen one: en, de, fr or es.
    #[arg(long, value_parser = Language::parse)]
    language: Option<Language>,
    /// The color of buttons and links in emails, such as `#2451d6`.
    #[arg(long, value_parser = Color::parse)]
    accent: Option<Color>,
    /// The https address of the logo on top of emails.
    #[arg(long, value_parser = LogoAddress::parse)]
    logo: Option<LogoAddress>,
    /// Put the organization's name on top of emails instead of a logo.
    #[arg(long, conflicts_with = "logo")]
    no_logo: bool,
}

/// Decides, on behalf of the first owner, and prints the settings as they are now.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let owner = Requester::owner_at_command_line(store).await?;
    let owner = owner.context("there is no owner yet: make one with `rollcall owner`")?;
    let grant = owner.grant().map_err(|denied| anyhow!("{denied}"))?;
    let settings = store::settings::decide(grant, |settings| {
        if let Some(language) = args.language {
            settings.language = language;
        }
        if let Some(accent) = args.accent {
            settings.brand.accent = accent;
        }
        if args.no_logo || args.logo.is_some() {
            settings.brand.logo = args.logo;
        }
    })
    .await?;
    println!("{}", serde_json::to_string_pretty(&settings)?);
    Ok(ExitCode::SUCCESS)
}
