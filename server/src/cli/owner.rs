//! `rollcall owner`: makes an owner or resets one, for whoever can open the database.

use anyhow::{Context as _, anyhow};
use domain::users::{Email, Password};
use std::io::{IsTerminal as _, Read as _, Write as _};
use std::process::ExitCode;
use store::{Failure, Store};

/// The password is read from standard input: typed after a prompt, or piped in.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The owner's email address, also their username.
    #[arg(long)]
    email: String,
}

/// Makes or resets the owner.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let email = Email::parse(&args.email).map_err(|error| anyhow!("--email: {error}"))?;
    let password = read_password()?;
    match store::owner::make_or_reset(store, email, password).await {
        Ok(_) => {
            println!("{} is an owner and can sign in with this password.", args.email);
            Ok(ExitCode::SUCCESS)
        }
        Err(Failure::Refused(weak)) => Err(anyhow!("{weak}")),
        Err(failure) => Err(anyhow!("{failure}")),
    }
}

fn read_password() -> anyhow::Result<Password> {
    let mut stdin = std::io::stdin();
    let mut text = String::new();
    if stdin.is_terminal() {
        print!("Password (will be shown as you type): ");
        std::io::stdout().flush()?;
        stdin.read_line(&mut text)?;
    } else {
        stdin
            .read_to_string(&mut text)
            .context("the password on standard input")?;
    }
    Ok(Password::new(text.trim_end_matches(['\n', '\r'])))
}
