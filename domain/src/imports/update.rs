//! A row about a user who exists: field by field what will be different, or why nothing is.

use super::access::Wanted;
use super::action::{Action, Details, UpdateUser};
use super::changes::Changes;
use super::credentials::must_change;
use super::decide::Run;
use super::directory::KnownUser;
use super::field::Field;
use super::options::{ExistingDetails, ExistingPassword};
use super::problem::{Code, Problem};
use super::report::Change;
use super::row::{Draft, IDENTITY};
use crate::users::{UserState, Username};

/// Changes that can be made, if a seat and a place below the cap are left.
pub(super) struct Updated {
    pub update: UpdateUser,
    pub changes: Vec<Change>,
    pub notes: Vec<Problem>,
}

impl Updated {
    pub(super) fn action(self) -> Action {
        Action::Update(Box::new(self.update))
    }
}

/// What a row changes; `changes` is empty if it changes nothing.
pub(super) fn update(draft: &Draft, user: &KnownUser, run: &Run) -> Result<Updated, Vec<Problem>> {
    let mut problems = relevant_problems(draft, run);
    let mut diff = Diff {
        mode: run.options.existing_details,
        changes: Changes::default(),
    };
    let mut notes = Vec::new();
    let username = renamed(draft, user, run, &mut diff.changes, &mut problems, &mut notes);
    let mut details = diff.person(draft, user);
    details.username = username;
    let password = draft
        .password
        .as_ref()
        .filter(|_| run.options.existing_password == ExistingPassword::Update);
    let password = password.and_then(|password| {
        let policy = run.index.directory().password_policy;
        let must_change = must_change(password, policy, run.options)
            .map_err(|problem| problems.push(problem))
            .ok()?;
        diff.changes.given(Field::Password, Some("(set)"));
        Some((password.clone(), must_change))
    });
    diff.place(draft, user, run, &mut details);
    if let Some(role) = details.role {
        problems.extend(run.role_refused(role));
    }
    let (wanted, wrong) = Wanted::of(draft, &run.all, run.index);
    let enroll = wanted.beyond(Some(user));
    problems.extend(wrong);
    problems.extend(enroll.refused(run.index));
    enroll.changes(Some(user), run.index, &mut diff.changes);
    diff.profile(draft, user, &mut details);
    let reactivate =
        user.state == UserState::Archived && draft.archived == Some(false) && run.options.allow_archiving;
    if reactivate {
        diff.changes.set(Field::Archived, Some("yes"), Some("no"));
    }
    if user.state == UserState::Archived && !reactivate && !enroll.is_empty() {
        let message = "the user is archived and cannot get a seat or a course: bring them back first";
        problems.push(Problem::of_row(Code::UserArchived, message));
    }
    if !diff.changes.list.is_empty() {
        problems.extend(run.rank_refused(user));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Updated {
        update: UpdateUser {
            user: user.id,
            details,
            password,
            reactivate,
            enroll,
        },
        changes: diff.changes.list,
        notes,
    })
}

/// Cells that are wrong and would be used.
fn relevant_problems(draft: &Draft, run: &Run) -> Vec<Problem> {
    let used = |field: Field| {
        run.options.existing_details != ExistingDetails::Keep
            || IDENTITY.contains(&field)
            || matches!(field, Field::License | Field::Courses | Field::DueDate)
    };
    let wrong = draft
        .problems
        .iter()
        .filter(|problem| problem.field.is_none_or(used));
    wrong.cloned().collect()
}

/// The new username, if `oldusername` asks for one and may.
fn renamed(
    draft: &Draft,
    user: &KnownUser,
    run: &Run,
    changes: &mut Changes,
    problems: &mut Vec<Problem>,
    notes: &mut Vec<Problem>,
) -> Option<Username> {
    let new = draft.username.as_ref().filter(|new| **new != user.username);
    if draft.old_username.is_none() {
        if let Some(new) = new.filter(|new| new.key() != user.username.key())
            && run.options.existing_details == ExistingDetails::Override
        {
            let message = format!(
                "the username stays {}: to make it {new}, put {} into an oldusername column and allow renames",
                user.username, user.username
            );
            notes.push(Problem::of(Field::Username, Code::UsernameKept, message).about([&user.username]));
        }
        return None;
    }
    if draft.username.is_none() && !draft.is_wrong(&[Field::Username]) {
        let message = "a rename needs the new username in the username column";
        problems.push(Problem::of(Field::Username, Code::Missing, message));
    }
    let new = new?;
    if !run.options.allow_renames {
        let message = "the settings do not allow renames: allow them, or empty the oldusername cell";
        problems.push(Problem::of(Field::OldUsername, Code::RenamesNotAllowed, message));
    } else if run
        .index
        .by_email(&new.key())
        .is_some_and(|other| other.id != user.id)
    {
        let message = "somebody else signs in with it as their email address: choose another";
        problems.push(Problem::of(Field::Username, Code::UsernameTaken, message).about([new]));
    } else if let Some(line) = run.claimed.get(&new.key()) {
        let message = format!("the user of line {line} gets this username: choose another");
        problems.push(Problem::of(Field::Username, Code::UsernameTaken, message).about([new]));
    }
    changes.set(Field::Username, Some(&user.username), Some(new));
    Some(new.clone())
}

struct Diff {
    mode: ExistingDetails,
    changes: Changes,
}

impl Diff {
    /// The value to be written, if there is one that the mode lets through and that differs.
    fn one<T: Clone + PartialEq, S: ToString>(
        &mut self,
        field: Field,
        current: Option<&T>,
        said: Option<&T>,
        show: impl Fn(&T) -> S,
    ) -> Option<T> {
        let wins = match self.mode {
            ExistingDetails::Keep => false,
            ExistingDetails::Override => true,
            ExistingDetails::Fill => current.is_none(),
        };
        let said = said.filter(|said| wins && Some(*said) != current)?;
        self.changes.set(field, current.map(&show), Some(show(said)));
        Some(said.clone())
    }

    fn person(&mut self, draft: &Draft, user: &KnownUser) -> Details {
        Details {
            first_name: self.one(
                Field::FirstName,
                Some(&user.first_name),
                draft.first_name.as_ref(),
                ToString::to_string,
            ),
            last_name: self.one(
                Field::LastName,
                Some(&user.last_name),
                draft.last_name.as_ref(),
                ToString::to_string,
            ),
            email: self.one(
                Field::Email,
                user.email.as_ref(),
                draft.email.as_ref(),
                ToString::to_string,
            ),
            ..Details::default()
        }
    }

    fn place(&mut self, draft: &Draft, user: &KnownUser, run: &Run, details: &mut Details) {
        let index = run.index;
        details.phone = self.one(
            Field::Phone,
            user.phone.as_ref(),
            draft.phone.as_ref(),
            ToString::to_string,
        );
        details.role = self.one(
            Field::Role,
            Some(&user.role),
            draft.role.as_ref(),
            ToString::to_string,
        );
        details.department = self.one(
            Field::Department,
            user.department.as_ref(),
            draft.department.as_ref(),
            |id| index.departments.name(*id).to_owned(),
        );
        details.location = self.one(
            Field::Location,
            user.location.as_ref(),
            draft.location.as_ref(),
            |id| index.locations.name(*id).to_owned(),
        );
        self.groups(draft, user, run, details);
        let labels = draft.labels.as_ref().filter(|said| !same(said, &user.labels));
        let current = Some(&user.labels).filter(|labels| !labels.is_empty());
        details.labels = self.one(Field::Labels, current, labels, |ids| {
            index.labels.list(ids).unwrap_or_default()
        });
        details.language = self.one(
            Field::Language,
            Some(&user.language),
            draft.language.as_ref(),
            |language| language.as_str(),
        );
    }

    /// A row's own groups replace those there are; groups for all rows are joined, and nobody leaves one for them.
    fn groups(&mut self, draft: &Draft, user: &KnownUser, run: &Run, details: &mut Details) {
        let target = match &draft.groups {
            Some(own) => own.clone(),
            None if run.all.groups.is_empty() => return,
            None => {
                let more = run.all.groups.iter().filter(|group| !user.groups.contains(group));
                user.groups.iter().chain(more).copied().collect()
            }
        };
        let current = Some(&user.groups).filter(|groups| !groups.is_empty());
        let said = Some(&target).filter(|target| !same(target, &user.groups));
        let show = |ids: &Vec<_>| run.index.groups.list(ids).unwrap_or_default();
        if let Some(target) = self.one(Field::Groups, current, said, show) {
            details.leave = user
                .groups
                .iter()
                .filter(|group| !target.contains(group))
                .copied()
                .collect();
            details.join = target
                .into_iter()
                .filter(|group| !user.groups.contains(group))
                .collect();
        }
    }

    fn profile(&mut self, draft: &Draft, user: &KnownUser, details: &mut Details) {
        let text = ToString::to_string;
        details.deletion_date = self.one(
            Field::DeletionDate,
            user.deletion_date.as_ref(),
            draft.deletion_date.as_ref(),
            ToString::to_string,
        );
        details.job_title = self.one(
            Field::JobTitle,
            user.job_title.as_ref(),
            draft.job_title.as_ref(),
            text,
        );
        details.address = self.one(
            Field::Address,
            user.address.as_ref(),
            draft.address.as_ref(),
            text,
        );
        details.date_of_birth = self.one(
            Field::DateOfBirth,
            user.date_of_birth.as_ref(),
            draft.date_of_birth.as_ref(),
            ToString::to_string,
        );
        details.external_id = self.one(
            Field::ExternalId,
            user.external_id.as_ref(),
            draft.external_id.as_ref(),
            ToString::to_string,
        );
    }
}

/// The same things in any order.
fn same<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    some.len() == others.len() && some.iter().all(|one| others.contains(one))
}
