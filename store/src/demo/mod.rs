//! The demo academy: an organization full of people, the same for the same seed, size and day.
//!
//! It is for trying Rollcall out, for tests in the browser, and, with a million users, for measuring. It fills an empty
//! database only. Everything that happened there happened relative to the store's clock; everybody's address is under
//! `demo.example`, which belongs to nobody (RFC 2606).

mod belonging;
mod catalog;
mod dice;
mod history;
mod invitations;
mod learning;
mod licenses;
mod names;
mod person;
mod rows;
mod staff;
mod tables;

pub use staff::{PASSWORD, STAFF, Staff};

use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::{Actor, Change, Entry, Write};
use crate::{Kind, Store, organization, owner, users};
use catalog::Academy;
use dice::Dice;
use domain::audit::{Action, TargetKind};
use domain::id::{OrganizationId, UserId};
use domain::settings::Settings;
use domain::users::{AccountSource, Password, UserState};
use history::Actors;
use names::Names;
use person::Person;
use tables::Tables;

/// Which academy to make.
#[derive(Debug, Clone, Copy)]
pub struct Demo {
    /// How many users, staff included.
    pub users: i64,
    /// What chance begins with.
    pub seed: u64,
}

/// Why there is no demo academy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DemoRefused {
    /// The database is in use.
    #[error("the database is not empty: the demo academy is only loaded into a new one")]
    NotEmpty,
    /// Somebody must be there for each role.
    #[error("the demo academy has at least 100 users")]
    TooSmall,
}

/// The fewest users, so that every state is among them.
const FEWEST: i64 = 100;
/// People in one transaction.
const PEOPLE_AT_ONCE: i64 = 20_000;

/// Fills an empty database; returns how many rows it took. `progress` hears how many users there are so far.
pub async fn load(
    store: &Store,
    demo: Demo,
    mut progress: impl FnMut(i64),
) -> Result<u64, Failure<DemoRefused>> {
    if demo.users < FEWEST {
        return Err(Failure::Refused(DemoRefused::TooSmall));
    }
    let mut dice = Dice::new(demo.seed);
    // One hash for all: an academy of a million would otherwise take a day.
    let hash = store
        .passwords()
        .hash(Password::new(PASSWORD), &crate::Random::seeded(demo.seed))
        .await?;
    let id: OrganizationId = dice.id(store.now());
    let mut write = store.write(id, Actor::CommandLine).await?;
    if organization::first(&mut write).await?.is_some() {
        return Err(Failure::Refused(DemoRefused::NotEmpty));
    }
    let cap = demo.users + demo.users / 4 + 1_000;
    owner::create_organization(&mut write, "Harbor Academy", &Settings::default(), Some(cap)).await?;
    let (academy, written) = catalog::create(&mut write, &mut dice, demo.users).await?;
    let mut loading = Loading {
        academy,
        dice,
        names: Names::new(),
        tables: Tables::new(),
        hash,
        written,
        of: demo.users,
    };
    let actors = loading.staff(&mut write).await?;
    let set_up = Entry::new(Action::OrganizationSetUp, TargetKind::Organization, id);
    write.commit(Change::of((), set_up)).await?;

    let mut met = Met::default();
    let mut number = i64::try_from(STAFF.len()).unwrap_or(0);
    while number < demo.users {
        let until = (number + PEOPLE_AT_ONCE).min(demo.users);
        let mut write = store.write(id, Actor::CommandLine).await?;
        loading
            .people(&mut write, number..until, actors.administrator, &mut met)
            .await?;
        write.commit_bookkeeping(()).await?;
        number = until;
        progress(number);
    }
    let mut write = store.write(id, Actor::CommandLine).await?;
    loading.history(&mut write, actors, &met).await?;
    write.commit_bookkeeping(()).await?;
    if store.db().kind() == Kind::Postgres {
        // As a database is that has lived a while: indexes alone can tell what rows there are.
        sql("VACUUM").execute(&mut store.read().await?).await?;
    }
    Ok(loading.written)
}

/// People whom the history is about.
#[derive(Debug, Default)]
struct Met {
    accepted: Vec<Person>,
    newest: Vec<Person>,
}

struct Loading {
    academy: Academy,
    dice: Dice,
    names: Names,
    tables: Tables,
    hash: String,
    written: u64,
    of: i64,
}

impl Loading {
    async fn staff(&mut self, write: &mut Write) -> Result<Actors, Fault> {
        let mut ids: Vec<UserId> = Vec::new();
        for (number, staff) in (0_i64..).zip(&STAFF) {
            let person = Person::of_staff(number, staff, &self.academy, &mut self.dice)?;
            ids.push(person.id);
            belonging::belong_as_staff(&self.academy, &person, staff, &mut self.tables);
            // The owner came first and made the others.
            self.add(&person, ids.first().copied().unwrap_or(person.id))?;
        }
        let count = i64::try_from(STAFF.len()).unwrap_or(0);
        users::count(write, &[(UserState::Active, count)]).await?;
        self.write(write).await?;
        match ids.as_slice() {
            [owner, administrator, support, ..] => Ok(Actors {
                owner: *owner,
                administrator: *administrator,
                support: *support,
            }),
            _ => Err(Fault::Configuration(
                "demo data: there is staff for each role".to_owned(),
            )),
        }
    }

    async fn people(
        &mut self,
        write: &mut Write,
        numbers: std::ops::Range<i64>,
        by: UserId,
        met: &mut Met,
    ) -> Result<(), Fault> {
        let mut counts = UserState::ALL.map(|state| (state, 0));
        for number in numbers {
            let person = Person::draw(number, self.of, &self.academy, &mut self.names, &mut self.dice)?;
            for (state, count) in &mut counts {
                *count += i64::from(*state == person.state);
            }
            belonging::belong(&self.academy, &person, &mut self.tables, &mut self.dice);
            self.add(&person, by)?;
            if person.source == AccountSource::Invited && person.email.is_some() {
                if met.accepted.len() >= invitations::ACCEPTED {
                    continue;
                }
                met.accepted.push(person);
            } else if self.of - number <= i64::try_from(history::NEWEST).unwrap_or(0) {
                met.newest.push(person);
            }
        }
        users::count(write, &counts).await?;
        self.write(write).await
    }

    fn add(&mut self, person: &Person, by: UserId) -> Result<(), Fault> {
        let row = person.row(&self.academy, by, &self.hash, &mut self.dice)?;
        self.tables.users.push(row);
        learning::learn(&mut self.academy, person, by, &mut self.tables, &mut self.dice);
        Ok(())
    }

    async fn history(&mut self, write: &mut Write, actors: Actors, met: &Met) -> Result<(), Fault> {
        invitations::invite(
            &mut self.academy,
            &met.accepted,
            actors.administrator,
            &mut self.names,
            &mut self.tables,
            &mut self.dice,
        );
        history::remember(
            &self.academy,
            actors,
            &met.newest,
            &mut self.tables,
            &mut self.dice,
        );
        self.write(write).await?;
        crate::licenses::days::retell(write).await?;
        // Fresh statistics: the planner would otherwise guess at a table it saw empty.
        sql("ANALYZE").execute(write).await?;
        Ok(())
    }

    /// Writes what waits, and the counters that belong to it.
    async fn write(&mut self, write: &mut Write) -> Result<(), Fault> {
        self.written += self.tables.write(write).await?;
        for license in &self.academy.licenses {
            license.count(write).await?;
        }
        Ok(())
    }
}
