//! Importing many people without passwords, beside inserting the same rows bare.

use super::bare;
use super::broken;
use super::samples::{Figure, Samples, timed};
use crate::fault::Fault;
use crate::imports::{self, Upload};
use crate::sql::sql;
use crate::{Requester, Store};
use domain::access::ImportUsers;
use domain::imports::{NewPassword, Options};
use std::fmt::Write as _;

const PLANS: usize = 3;

pub(super) async fn measure(owner: &Requester, rows: u32) -> Result<Vec<Figure>, Fault> {
    let store = owner.store();
    let grant = owner
        .grant::<ImportUsers>()
        .map_err(|denied| Fault::Configuration(denied.to_string()))?;
    sql("UPDATE organizations SET user_cap = NULL")
        .execute(&mut store.read().await?)
        .await?;
    let file = people(rows, store);
    forget_peak();

    let (mut plans, mut parses) = (Vec::new(), Vec::new());
    for _ in 0..PLANS {
        plans.push(
            timed(imports::preview(&grant, upload(&file)))
                .await
                .map_err(broken)?
                .1,
        );
        parses.push(timed(async { parse(&file) }).await?.1);
    }
    let planned = Figure {
        what: format!("plan {rows} rows"),
        took: Samples::of(plans),
        floor: Some(("parse the CSV alone", Samples::of(parses))),
        note: String::new(),
    };

    let begun = store.now();
    let (created, taking) = timed(imports::create(&grant, upload(&file)))
        .await
        .map_err(broken)?;
    let (id, users, typed) = (created.id, created.plan.create, created.plan.count_to_type());
    // A server has answered with the plan by now, and forgotten it.
    drop(created);
    imports::confirm(&grant, id, typed).await.map_err(broken)?;
    let (_, applying) = timed(imports::work(store, || true)).await?;
    let peak = peak();
    let bare = bare::insert_again(store, id, begun).await?;
    let floor = Some(("insert the same rows bare", Samples::once(bare.took)));
    Ok(vec![
        planned,
        Figure {
            what: format!("import {rows} rows, all of it"),
            took: Samples::once(taking + applying),
            floor: floor.clone(),
            note: format!(
                "{} rows written, {} of them users; peak memory {peak}",
                bare.rows, users
            ),
        },
        Figure {
            what: "  of that, applying".to_owned(),
            took: Samples::once(applying),
            floor,
            note: String::new(),
        },
    ])
}

/// A file of people who are not there yet.
fn people(rows: u32, store: &Store) -> String {
    let run = store.now().as_micros();
    let mut file = String::from("email,firstname,lastname,location,groups,job_title\n");
    for row in 0..rows {
        // Writing to a string cannot fail.
        let _ = writeln!(
            file,
            "p{row}.{run}@bench.example,Zoë,Müller-{row},Hamburg,Newcomers,\"Clerk, second class\""
        );
    }
    file
}

fn upload(file: &str) -> Upload {
    Upload {
        file_name: "bench.csv".to_owned(),
        file: file.as_bytes().to_vec(),
        mapping: None,
        edits: Vec::new(),
        options: Options {
            new_password: NewPassword::Activation,
            ..Options::default()
        },
    }
}

/// Every cell of the file, read and dropped.
fn parse(file: &str) -> Result<usize, Fault> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let mut cells = 0;
    for record in reader.records() {
        cells += record
            .map_err(|error| Fault::File(std::io::Error::other(error)))?
            .len();
    }
    Ok(cells)
}

/// Lets the peak of this process's memory begin anew, where the system offers that (Linux, proc(5)).
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{} MB", kib / 1024))
}
