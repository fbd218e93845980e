//! `rollcall export users`: the list of users as a file that `rollcall import` reads.

use anyhow::{Context as _, anyhow, bail};
use clap::{Subcommand, ValueEnum};
use domain::access::ViewUsers;
use domain::licenses::Pick;
use domain::users::{UserFilter, UserState};
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::process::ExitCode;
use store::{Requester, Store, export, sign_in};

/// What to export.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The list of users, in the columns of an import.
    Users(UsersArgs),
}

#[derive(Debug, clap::Args)]
struct UsersArgs {
    /// The form of the file.
    #[arg(long, value_enum, default_value_t = Form::Csv)]
    format: Form,
    /// Where to; CSV goes to standard output if not given.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Only users with these words in name, email, username or phone.
    #[arg(long, default_value = "")]
    search: String,
    /// Archived users too.
    #[arg(long)]
    archived: bool,
    /// Begin CSV with a byte order mark, for spreadsheets that need it.
    #[arg(long)]
    byte_order_mark: bool,
    /// See with the eyes of this user rather than an owner's.
    #[arg(long = "as", value_name = "EMAIL")]
    requester: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    Csv,
    Xlsx,
}

/// Writes the file.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let What::Users(args) = args.what;
    let requester = match &args.requester {
        Some(name) => sign_in::requester_at_command_line(store, name)
            .await?
            .ok_or_else(|| anyhow!("nobody active is called {name}"))?,
        None => Requester::owner_at_command_line(store)
            .await?
            .context("this install has no owner yet")?,
    };
    let grant = requester.grant::<ViewUsers>()?;
    let states = if args.archived {
        UserState::ALL.to_vec()
    } else {
        Vec::new()
    };
    let filter = UserFilter {
        search: args.search,
        states,
        ..UserFilter::default()
    };
    let users = match (args.format, args.out) {
        (Form::Csv, Some(path)) => {
            let file = File::create(&path).with_context(|| path.display().to_string())?;
            export::csv(&grant, &filter, BufWriter::new(file), args.byte_order_mark).await?
        }
        (Form::Csv, None) => {
            export::csv(
                &grant,
                &filter,
                BufWriter::new(std::io::stdout()),
                args.byte_order_mark,
            )
            .await?
        }
        (Form::Xlsx, Some(path)) => export::xlsx(&grant, Pick::Matching(filter), &path).await?,
        (Form::Xlsx, None) => bail!("a workbook needs a file to go to: give --out FILE"),
    };
    eprintln!("{users} users.");
    Ok(ExitCode::SUCCESS)
}
