//! Deciding one row after the other, in the order of the file.
//!
//! What rows take from one another (usernames, seats, places below the cap) is kept in a [`Run`]; what they have in
//! common by name was found in one pass before.

use super::access::ForAllRows;
use super::action::Action;
use super::create::create;
use super::directory::{Index, KnownUser};
use super::field::Field;
use super::matching;
use super::options::{ImportType, Options};
use super::planner::Planner;
use super::pool::Pool;
use super::problem::{Code, Problem};
use super::report::{Change, Outcome};
use super::row::{Draft, IDENTITY, ragged, read};
use super::table::Row;
use super::update::update;
use crate::id::UserId;
use crate::users::UserState;
use std::collections::HashMap;

/// What is known while rows are decided.
pub(super) struct Run<'a> {
    planner: &'a Planner<'a>,
    pub options: &'a Options,
    pub index: &'a Index,
    pub all: ForAllRows,
    /// Usernames that rows before got, and their lines.
    pub claimed: HashMap<String, u32>,
    /// The last number tried for each start of a username.
    pub numbers: HashMap<String, u32>,
    touched: HashMap<UserId, u32>,
    pub pool: Pool,
}

/// What becomes of one row.
pub(super) struct Decision {
    pub outcome: Outcome,
    pub user: String,
    pub changes: Vec<Change>,
    pub problems: Vec<Problem>,
    pub action: Option<Action>,
}

impl Decision {
    fn nothing(outcome: Outcome, user: String, problems: Vec<Problem>) -> Self {
        Self {
            outcome,
            user,
            changes: Vec::new(),
            problems,
            action: None,
        }
    }
    fn error(user: String, problems: Vec<Problem>) -> Self {
        Self::nothing(Outcome::Error, user, problems)
    }
    fn skip(user: impl ToString, code: Code, message: impl Into<String>) -> Self {
        Self::nothing(
            Outcome::Skip,
            user.to_string(),
            vec![Problem::of_row(code, message)],
        )
    }
}

impl<'a> Run<'a> {
    pub(super) fn new(planner: &'a Planner<'a>, index: &'a Index) -> Self {
        Self {
            planner,
            options: planner.options,
            index,
            all: ForAllRows::of(planner.options, index),
            claimed: HashMap::new(),
            numbers: HashMap::new(),
            touched: HashMap::new(),
            pool: Pool::of(index),
        }
    }

    /// Decides the next row. `number` counts rows of the file, `at` those of this run.
    pub(super) fn decide(&mut self, number: usize, at: usize, row: &Row) -> Decision {
        let called = self.called(row);
        if let Some(problem) = ragged(row, self.planner.table.header().len()) {
            return Decision::error(called, vec![problem]);
        }
        if !self.all.problems.is_empty() {
            return Decision::error(called, self.all.problems.clone());
        }
        let mut draft = read(row, &self.planner.columns, self.index);
        draft.problems.extend(
            self.planner
                .duplicates
                .problem(number, row, &self.planner.columns),
        );
        if draft.is_wrong(&IDENTITY) {
            return Decision::error(called, draft.problems);
        }
        let index = self.index;
        match matching::find(&draft, self.options.match_by, index) {
            Err(problem) => Decision::error(called, vec![problem]),
            Ok(Some(user)) => self.existing(draft, user, at, row.line()),
            Ok(None) => self.nobody(draft, called, at, row.line()),
        }
    }

    /// Shows the seats of the license for all rows even if no row takes one.
    pub(super) fn count_license_of_all(&mut self) {
        if let Some(license) = self.all.license() {
            self.pool.counted(license, self.index);
        }
    }

    fn nobody(&mut self, draft: Draft, called: String, at: usize, line: u32) -> Decision {
        let why = if let Some(old) = &draft.old_username {
            format!("nobody has the username {old}, so there is nobody to rename")
        } else if draft.deleted == Some(true) {
            "no such user, so there is nobody to delete".to_owned()
        } else if draft.archived == Some(true) {
            "no such user, so there is nobody to archive".to_owned()
        } else if self.options.import_type == ImportType::UpdateExisting {
            "no such user, and the type is to update existing users only".to_owned()
        } else {
            return self.create(draft, called, at, line);
        };
        Decision::skip(called, Code::NotFound, why)
    }

    fn create(&mut self, draft: Draft, called: String, at: usize, line: u32) -> Decision {
        let created = match create(draft, self) {
            Ok(created) => created,
            Err(problems) => return Decision::error(called, problems),
        };
        let seat = match &created.action {
            Action::Create(create) => create.user.license,
            _ => None,
        };
        if let Err(short) = self.pool.take(true, seat, self.index) {
            self.pool.came_short(at, short);
            return Decision::error(called, Vec::new());
        }
        self.claimed.insert(created.username.key(), line);
        Decision {
            outcome: Outcome::Create,
            user: created.username.to_string(),
            changes: created.changes,
            problems: Vec::new(),
            action: Some(created.action),
        }
    }

    fn existing(&mut self, draft: Draft, user: &KnownUser, at: usize, line: u32) -> Decision {
        let called = user.username.to_string();
        if let Some(earlier) = self.touched.insert(user.id, line) {
            self.touched.insert(user.id, earlier);
            let message = format!("line {earlier} is about the same user: keep one of the two");
            return Decision::error(
                called,
                vec![Problem::of_row(Code::DuplicateInFile, message).about([&earlier])],
            );
        }
        if self.options.import_type == ImportType::AddNew {
            return Decision::skip(
                called,
                Code::AlreadyExists,
                "the user exists, and the type is to add new users only",
            );
        }
        if draft.deleted == Some(true) {
            return self.delete(user, called);
        }
        if draft.archived == Some(true) {
            return self.archive(user, called);
        }
        let updated = match update(&draft, user, self) {
            Ok(updated) => updated,
            Err(problems) => return Decision::error(called, problems),
        };
        if updated.changes.is_empty() {
            let mut skip = Decision::skip(
                called,
                Code::NoChanges,
                "the user is as the file says: nothing changes",
            );
            skip.problems.extend(updated.notes);
            return skip;
        }
        if let Err(short) = self
            .pool
            .take(updated.update.reactivate, updated.update.enroll.seat, self.index)
        {
            self.pool.came_short(at, short);
            return Decision::error(called, Vec::new());
        }
        if let Some(username) = &updated.update.details.username {
            self.claimed.insert(username.key(), line);
        }
        Decision {
            outcome: Outcome::Update,
            user: called,
            changes: updated.changes.clone(),
            problems: updated.notes.clone(),
            action: Some(updated.action()),
        }
    }

    fn delete(&mut self, user: &KnownUser, called: String) -> Decision {
        let mut problems: Vec<Problem> = self.rank_refused(user).into_iter().collect();
        if !self.options.allow_deletes {
            let message = "the settings do not allow deletes: allow them, or write no";
            problems.push(Problem::of(Field::Deleted, Code::DeletesNotAllowed, message));
        } else if !user.never_accessed && !self.index.directory().erase_anyone {
            let message =
                "the user has signed in before and can only be archived; a setting widens deletion to anyone";
            problems.push(Problem::of(Field::Deleted, Code::HasAccessed, message));
        }
        self.gone(user, called, problems, Outcome::Delete, Action::Delete(user.id))
    }

    fn archive(&mut self, user: &KnownUser, called: String) -> Decision {
        if user.state == UserState::Archived {
            return Decision::skip(called, Code::AlreadyArchived, "the user is archived already");
        }
        let mut problems: Vec<Problem> = self.rank_refused(user).into_iter().collect();
        if !self.options.allow_archiving {
            let message = "the settings do not allow archiving: allow it, or write no";
            problems.push(Problem::of(Field::Archived, Code::ArchivingNotAllowed, message));
        }
        self.gone(user, called, problems, Outcome::Archive, Action::Archive(user.id))
    }

    fn gone(
        &mut self,
        user: &KnownUser,
        called: String,
        problems: Vec<Problem>,
        outcome: Outcome,
        action: Action,
    ) -> Decision {
        if !problems.is_empty() {
            return Decision::error(called, problems);
        }
        if user.state == UserState::Active {
            self.pool.give_back_place();
        }
        let field = if outcome == Outcome::Delete {
            Field::Deleted
        } else {
            Field::Archived
        };
        Decision {
            outcome,
            user: called,
            changes: vec![Change {
                field,
                before: Some("no".to_owned()),
                after: Some("yes".to_owned()),
            }],
            problems: Vec::new(),
            action: Some(action),
        }
    }

    /// Whether nobody has a username, no row before got it, and no row of the file names it.
    pub(super) fn is_username_free(&self, key: &str) -> bool {
        !self.index.is_username_taken(key)
            && !self.claimed.contains_key(key)
            && !self.planner.duplicates.names_username(key)
    }

    /// What a row calls its user.
    fn called(&self, row: &Row) -> String {
        [
            Field::OldUsername,
            Field::Username,
            Field::Email,
            Field::ExternalId,
        ]
        .into_iter()
        .find_map(|field| self.planner.columns.text(row, field))
        .unwrap_or_default()
        .into_owned()
    }
}
