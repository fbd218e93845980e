//! How long 100,000 rows take to read and to plan: `cargo run --release -p domain --example plan_speed`.

use domain::access::{Role, Standing};
use domain::id::{Id, LicenseId, LocationId};
use domain::imports::{
    Directory, Keys, KnownLicense, Mapping, Named, NewPassword, Options, Table, decode, plan,
};
use domain::licenses::{Seats, Term};
use domain::time::Date;
use std::fmt::Write;
use std::time::Instant;

const ROWS: usize = 100_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = String::from("email;firstname;lastname;location;phone;job_title\n");
    for row in 0..ROWS {
        writeln!(
            file,
            "person{row}@example.org;Zoë {row};\"O'Neil, {row}\";Zürich;+49 30 {row:07};Engineer"
        )?;
    }
    let day = |text: &str| Date::parse(text).map_err(|error| error.to_string());
    let nil = uuid::Uuid::nil();
    let directory = Directory {
        importer: Standing {
            user: nil.into(),
            role: Role::Owner,
            groups: Vec::new(),
            sessions: Vec::new(),
        },
        today: day("2026-05-01")?,
        password_policy: domain::users::PasswordPolicy::default(),
        erase_anyone: false,
        total_users: 0,
        active_users: 0,
        user_cap: None,
        locations: vec![Named {
            id: LocationId::from_uuid(nil),
            name: "Zürich".into(),
        }],
        departments: Vec::new(),
        labels: Vec::new(),
        groups: Vec::new(),
        courses: Vec::new(),
        licenses: vec![KnownLicense {
            id: LicenseId::from_uuid(nil),
            reference: "L".into(),
            name: "License".into(),
            seats: Seats {
                purchased: 90_000,
                allocated: 0,
                reserved: 0,
            },
            term: Term {
                valid_from: day("2026-01-01")?,
                valid_to: day("2026-12-31")?,
                archived_at: None,
            },
            courses: Vec::new(),
        }],
        users: Vec::new(),
        numbered_usernames: Vec::new(),
    };
    let options = Options {
        new_password: NewPassword::Activation,
        license: Some("L".into()),
        ..Options::default()
    };
    let start = Instant::now();
    let lap = |what: &str| println!("{what:<8} {:>6} ms", start.elapsed().as_millis());
    let table = Table::read(&decode(file.as_bytes(), 50)?)?;
    lap("read");
    let mapping = Mapping::recognize(&table);
    let keys = Keys::of(&table, &mapping, &options);
    lap("keys");
    let index = directory.index();
    let plan = plan(&table, &mapping, &options, &index);
    lap("planned");
    let json = plan.to_json();
    lap("as JSON");
    println!(
        "{} keys, {} created, {} short of seats, {} bytes",
        keys.emails.len(),
        plan.create,
        plan.error,
        json.len()
    );
    Ok(())
}
