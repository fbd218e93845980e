//! `rollcall import`: plans a file and applies it, with the rights of the person named.
//!
//! The options are the settings of the wizard, the plan is the same to the byte. The words and exit codes are a contract.

use anyhow::{Context as _, anyhow, bail};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use domain::access::ImportUsers;
use domain::id::ImportId;
use domain::imports::{
    ExistingDetails, ExistingPassword, ForceChange, ImportProgress, ImportRefused, ImportState, ImportType,
    MatchBy, NewPassword, Options, Outcome, Plan,
};
use domain::time::Date;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use store::imports::{self, Upload};
use store::{Failure, Grant, Store, sign_in};

/// Exit code: the file as a whole is refused, nothing was written.
const REFUSED: u8 = 2;

/// Exit code: it was applied, and some rows failed.
const ROWS_FAILED: u8 = 3;

/// How often to look whether another process is done.
const PAUSE: Duration = Duration::from_millis(200);

/// Exit codes: 0 applied, or planned with --plan-only; 2 the file as a whole is refused; 3 applied, and some rows failed.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Args {
    /// The file: comma, semicolon, tab or pipe between cells; UTF-8, UTF-16 or Windows-1252.
    file: PathBuf,
    /// Who imports: email or username. Their rank limits what the file may do.
    #[arg(long = "as", value_name = "EMAIL")]
    importer: String,
    /// Whom the file may make and change.
    #[arg(long = "type", default_value = "add", value_parser = choice(ImportType::ALL, ImportType::as_str))]
    import_type: ImportType,
    /// How a row finds the user it is about; `username` tries the email where the username finds nobody.
    #[arg(long = "match", default_value = "username", value_parser = choice(MatchBy::ALL, MatchBy::as_str))]
    match_by: MatchBy,
    /// How a new user gets a password.
    #[arg(long, default_value = "in-file", value_parser = choice(NewPassword::ALL, NewPassword::as_str))]
    new_password: NewPassword,
    /// What happens to details of existing users.
    #[arg(long, default_value = "keep", value_parser = choice(ExistingDetails::ALL, ExistingDetails::as_str))]
    existing_details: ExistingDetails,
    /// What happens to passwords of existing users.
    #[arg(long, default_value = "keep", value_parser = choice(ExistingPassword::ALL, ExistingPassword::as_str))]
    existing_password: ExistingPassword,
    /// Which passwords from the file must be changed at the next sign-in.
    #[arg(long, default_value = "none", value_parser = choice(ForceChange::ALL, ForceChange::as_str))]
    force_change: ForceChange,
    /// Let the oldusername column rename.
    #[arg(long)]
    allow_renames: bool,
    /// Let the deleted column delete.
    #[arg(long)]
    allow_deletes: bool,
    /// Let the archived column archive and bring back.
    #[arg(long)]
    allow_archiving: bool,
    /// Tell new users with a password from the file of their account.
    #[arg(long)]
    send_email: bool,
    /// A license for all rows: its reference, name or id.
    #[arg(long, value_name = "REF")]
    license: Option<String>,
    /// Courses for all rows, by reference, title or id: of the license, or granted directly without one.
    #[arg(long, value_delimiter = ',', value_name = "A,B")]
    courses: Vec<String>,
    /// Groups for all rows, by name or id.
    #[arg(long, value_delimiter = ',', value_name = "A,B")]
    groups: Vec<String>,
    /// A due date for all rows, such as 2026-12-31.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    due_date: Option<Date>,
    /// Only tell what would be done.
    #[arg(long)]
    plan_only: bool,
    /// Tell it as one line of JSON.
    #[arg(long)]
    json: bool,
}

/// The words of a setting, as an argument.
fn choice<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let words = all.iter().map(move |choice| word(*choice));
    PossibleValuesParser::new(words).try_map(move |text| {
        let found = all.iter().copied().find(|choice| word(*choice) == text);
        found.ok_or("not one of the words")
    })
}

impl Args {
    fn options(&self) -> Options {
        Options {
            import_type: self.import_type,
            match_by: self.match_by,
            new_password: self.new_password,
            existing_details: self.existing_details,
            existing_password: self.existing_password,
            force_change: self.force_change,
            allow_renames: self.allow_renames,
            allow_deletes: self.allow_deletes,
            allow_archiving: self.allow_archiving,
            send_email: self.send_email,
            license: self.license.clone(),
            courses: self.courses.clone(),
            groups: self.groups.clone(),
            due_date: self.due_date,
            ..Options::default()
        }
    }
}

/// Imports the file.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let importer = sign_in::requester_at_command_line(store, &args.importer)
        .await?
        .ok_or_else(|| anyhow!("--as: there is no active user {}", args.importer))?;
    let grant: Grant<ImportUsers> = importer.grant().map_err(|denied| anyhow!("--as: {denied}"))?;
    let file = tokio::fs::read(&args.file)
        .await
        .with_context(|| format!("cannot read {}", args.file.display()))?;
    let name = args
        .file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let upload = Upload {
        file_name: name.unwrap_or_default(),
        file,
        mapping: None,
        edits: Vec::new(),
        options: args.options(),
    };
    let done = if args.plan_only {
        imports::preview(&grant, upload).await
    } else {
        apply(&grant, upload).await
    };
    match done {
        Ok(plan) => {
            tell(&plan, &args)?;
            let failed = !args.plan_only && plan.error > 0;
            Ok(if failed {
                ExitCode::from(ROWS_FAILED)
            } else {
                ExitCode::SUCCESS
            })
        }
        Err(Failure::Refused(refused)) => {
            tell_refused(&refused, args.json)?;
            Ok(ExitCode::from(REFUSED))
        }
        Err(failure) => Err(anyhow!("{failure}")),
    }
}

/// Confirms the plan and applies it, here or, if a server is faster, there. The answer is what became of each row.
async fn apply(grant: &Grant<ImportUsers>, upload: Upload) -> Result<Plan, Failure<ImportRefused>> {
    let imports::Created { id, plan } = imports::create(grant, upload).await?;
    imports::confirm(grant, id, plan.count_to_type()).await?;
    while under_way(grant, id).await? {
        if !imports::work(grant.store(), || true).await? {
            tokio::time::sleep(PAUSE).await;
        }
    }
    let mut rows = imports::report(grant, id).await?;
    // Whoever was deleted is not named in what is kept; here they are named a last time.
    for (row, planned) in rows.iter_mut().zip(&plan.rows) {
        if row.outcome == Outcome::Delete {
            row.user.clone_from(&planned.user);
        }
    }
    Ok(plan.with_rows(rows))
}

async fn under_way(grant: &Grant<ImportUsers>, id: ImportId) -> Result<bool, Failure<ImportRefused>> {
    let ImportProgress { state, .. } = imports::progress(grant, id).await?;
    match state {
        ImportState::Planned | ImportState::Applying => Ok(true),
        ImportState::Done | ImportState::Undone => Ok(false),
        ImportState::Failed => Err(Failure::Fault(store::Fault::Configuration(
            "the import could not go on; what was applied stays, see its report in the console".to_owned(),
        ))),
    }
}

fn tell(plan: &Plan, args: &Args) -> anyhow::Result<()> {
    for warning in &plan.warnings {
        eprintln!("rollcall: {warning}");
    }
    let mut out = std::io::stdout().lock();
    if args.json {
        out.write_all(plan.to_json().as_bytes())?;
        return Ok(());
    }
    for row in &plan.rows {
        if row.problems.is_empty() {
            continue;
        }
        let problems: Vec<String> = row
            .problems
            .iter()
            .map(|problem| match problem.field {
                Some(field) => format!("{field}: {}", problem.message),
                None => problem.message.clone(),
            })
            .collect();
        writeln!(
            out,
            "line {}  {}  {}  {}",
            row.line,
            row.outcome.as_str(),
            row.user,
            problems.join("; ")
        )?;
    }
    let totals: Vec<String> = Outcome::ALL
        .into_iter()
        .map(|outcome| format!("{} {}", outcome.as_str(), plan.count(outcome)))
        .collect();
    let what = if args.plan_only { "planned" } else { "applied" };
    writeln!(out, "{what}: {}", totals.join(", "))?;
    if plan.seats_needed > 0 {
        writeln!(
            out,
            "seats: {} needed, {} were free",
            plan.seats_needed, plan.seats_free
        )?;
    }
    Ok(())
}

fn tell_refused(refused: &ImportRefused, json: bool) -> anyhow::Result<()> {
    let code = match refused {
        ImportRefused::File(file) => file.code(),
        ImportRefused::Settings(problems) => problems
            .first()
            .map_or("settings", |problem| problem.code.as_str()),
        ImportRefused::TypeTheCount(_) => "type_the_count",
        ImportRefused::AlreadyConfirmed => bail!("{refused}"),
    };
    if json {
        let refusal = serde_json::json!({ "refused": { "code": code, "message": refused.to_string() } });
        println!("{refusal}");
    }
    eprintln!("rollcall: {refused}");
    Ok(())
}
