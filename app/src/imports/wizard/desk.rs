//! The wizard's state: the file in hand, the choices, the users it names, and the plan that follows from them.
//!
//! The plan is made again whenever one of them changes, in this browser. The server is asked only for users who were
//! not asked for before: when a file is chosen, and when a column or a cell is changed so that it names others.

use super::choices::Choices;
use super::draft::Draft;
use super::parts;
use crate::imports::api::{Desk, load_directory};
use crate::imports::words::sentence;
use crate::t;
use domain::id::UserId;
use domain::imports::{Directory, Field, Index, Keys, Options, Plan, plan};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashSet;
use std::time::Duration;

/// Files of more rows are planned after the screen was drawn, so that no click has to wait for them.
const AT_ONCE: usize = 3_000;

/// How long a large file waits for the next change before it is planned.
const PAUSE: Duration = Duration::from_millis(120);

/// How far the look-up of the file's names is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookUp {
    pub done: u64,
    pub total: u64,
}

/// Everything the parts of the wizard share.
#[derive(Clone, Copy)]
pub struct Wizard {
    pub desk: StoredValue<Desk>,
    choices: StoredValue<Choices>,
    pub options: Memo<Options>,
    pub draft: RwSignal<Option<Draft>>,
    /// Why the last file chosen could not be read.
    pub refused: RwSignal<Option<String>>,
    pub reading: RwSignal<bool>,
    pub look_up: RwSignal<Option<LookUp>>,
    pub look_up_failed: RwSignal<Option<String>>,
    pub plan: RwSignal<Option<Plan>>,
    pub planning: RwSignal<bool>,
    index: RwSignal<Option<Index>>,
    known: StoredValue<Keys>,
    /// Counts files: what was begun for an earlier one is dropped.
    pub file: RwSignal<u32>,
    run: StoredValue<u32>,
}

impl Wizard {
    /// A wizard without a file.
    pub fn new(desk: Desk) -> Self {
        let choices = Choices::new();
        let wizard = Self {
            desk: StoredValue::new(desk),
            choices: StoredValue::new(choices),
            options: Memo::new(move |_| choices.options()),
            draft: RwSignal::new(None),
            refused: RwSignal::new(None),
            reading: RwSignal::new(false),
            look_up: RwSignal::new(None),
            look_up_failed: RwSignal::new(None),
            plan: RwSignal::new(None),
            planning: RwSignal::new(false),
            index: RwSignal::new(None),
            known: StoredValue::default(),
            file: RwSignal::new(0),
            run: StoredValue::new(0),
        };
        Effect::new(move |_| {
            wizard.options.track();
            wizard.draft.track();
            wizard.index.track();
            wizard.replan();
        });
        wizard
    }

    /// What was chosen in the steps.
    pub fn choices(self) -> Choices {
        self.choices.get_value()
    }

    /// The largest file, in MiB.
    pub fn limit_megabytes(self) -> u16 {
        self.desk.with_value(|desk| desk.limit_megabytes)
    }

    /// Why there is nothing to plan with the file as it is.
    pub fn file_problem(self) -> Option<String> {
        let columns = || self.draft.with(|draft| draft.as_ref().and_then(Draft::refused));
        self.refused
            .get()
            .or_else(|| columns().map(|refused| sentence(&t!(refusals::file(&refused)))))
    }

    /// Forgets the file before it, and waits for the next one.
    pub fn begin_file(self) -> u32 {
        self.file.update(|file| *file += 1);
        self.refused.set(None);
        self.look_up_failed.set(None);
        self.look_up.set(None);
        self.index.set(None);
        self.known.set_value(Keys::default());
        self.draft.set(None);
        self.reading.set(true);
        self.file.get_untracked()
    }

    /// Takes the bytes of a file that was begun.
    pub fn take_file(self, file: u32, name: String, bytes: &[u8]) {
        if !self.is_current(file) {
            return;
        }
        self.reading.set(false);
        match Draft::read(name, bytes, self.limit_megabytes()) {
            Ok(draft) => {
                self.draft.set(Some(draft));
                self.ask();
            }
            Err(refused) => self.refused.set(Some(sentence(&t!(refusals::file(&refused))))),
        }
    }

    /// The file could not be taken.
    pub fn refuse_file(self, file: u32, why: String) {
        if self.is_current(file) {
            self.reading.set(false);
            self.refused.set(Some(why));
        }
    }

    /// Gives a column a meaning, or none.
    pub fn map(self, column: usize, field: Option<Field>) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.map(column, field);
            }
        });
        self.ask();
    }

    /// Mends a cell.
    pub fn mend(self, row: usize, field: Field, text: &str) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.mend(row, field, text);
            }
        });
        self.ask();
    }

    /// Forgets what is known of users and asks again: the data changed meanwhile.
    pub fn look_again(self) {
        self.index.set(None);
        self.known.set_value(Keys::default());
        self.ask();
    }

    /// Asks for the users the file names and who were not asked for yet.
    pub fn ask(self) {
        let keys = self.draft.with_untracked(|draft| {
            let draft = draft.as_ref().filter(|draft| draft.refused().is_none())?;
            Some(Keys::of(
                draft.table(),
                draft.mapping(),
                &self.options.get_untracked(),
            ))
        });
        let Some(all) = keys else { return };
        let first = self.index.with_untracked(Option::is_none);
        let new = self.known.with_value(|known| all.without(known));
        if !first && new.is_empty() {
            return;
        }
        let file = self.file.get_untracked();
        spawn_local(async move {
            match self.fetch(file, new.clone()).await {
                _ if !self.is_current(file) => {}
                Ok(directory) => {
                    self.look_up.set(None);
                    self.look_up_failed.set(None);
                    self.known
                        .update_value(|known| *known = std::mem::take(known).and(new));
                    self.index.update(|index| {
                        *index = Some(match index.take() {
                            Some(index) => index.and(directory),
                            None => directory.index(),
                        });
                    });
                }
                Err(why) => {
                    self.look_up.set(None);
                    self.look_up_failed.set(Some(why));
                }
            }
        });
    }

    /// The users who answer to these keys, asked for part by part.
    async fn fetch(self, file: u32, mut keys: Keys) -> Result<Directory, String> {
        let total = parts::count(&keys) as u64;
        let mut found: Option<Directory> = None;
        let mut seen: HashSet<UserId> = HashSet::new();
        while let Some(part) = parts::take_part(&mut keys) {
            if !self.is_current(file) {
                break;
            }
            let done = total - parts::count(&keys) as u64 - parts::count(&part) as u64;
            self.look_up.set(Some(LookUp { done, total }));
            let mut later = load_directory(part).await.map_err(|error| error.to_string())?;
            later.users.retain(|user| seen.insert(user.id));
            if let Some(mut earlier) = found.take() {
                earlier.users.append(&mut later.users);
                earlier.numbered_usernames.append(&mut later.numbered_usernames);
                later.users = earlier.users;
                later.numbered_usernames = earlier.numbered_usernames;
            }
            found = Some(later);
        }
        Ok(found.unwrap_or_else(|| self.desk.with_value(|desk| desk.directory.clone())))
    }

    /// Whether the file is still in hand, and the page still open.
    fn is_current(self, file: u32) -> bool {
        self.file.try_get_untracked() == Some(file)
    }

    /// Whether the plan is of what is chosen now.
    pub fn is_settled(self) -> bool {
        !self.planning.get()
            && self.look_up.with(Option::is_none)
            && self.look_up_failed.with(Option::is_none)
    }

    fn replan(self) {
        let rows = self
            .draft
            .with_untracked(|draft| draft.as_ref().map_or(0, |draft| draft.table().rows().len()));
        let run = self.run.get_value() + 1;
        self.run.set_value(run);
        if rows <= AT_ONCE {
            self.plan_now();
            return;
        }
        self.planning.set(true);
        let go = move || {
            if self.run.try_get_value() == Some(run) {
                self.plan_now();
            }
        };
        set_timeout(go, PAUSE);
    }

    fn plan_now(self) {
        let options = self.options.get_untracked();
        let planned = self.draft.with_untracked(|draft| {
            let draft = draft.as_ref().filter(|draft| draft.refused().is_none())?;
            self.index
                .with_untracked(|index| Some(plan(draft.table(), draft.mapping(), &options, index.as_ref()?)))
        });
        self.planning.set(false);
        self.plan.set(planned);
    }
}
