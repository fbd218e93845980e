//! A row that makes a user.

use super::access::Wanted;
use super::action::{Action, CreateUser, Enroll};
use super::changes::Changes;
use super::credentials::{password, username};
use super::decide::Run;
use super::directory::Index;
use super::field::Field;
use super::problem::{Code, Problem};
use super::report::Change;
use super::row::Draft;
use crate::access::{GroupRole, Role};
use crate::users::{Language, NewUser, PasswordPlan, Username};

/// A user who can be made, if a seat and a place below the cap are left.
pub(super) struct Created {
    pub action: Action,
    pub changes: Vec<Change>,
    pub username: Username,
}

/// What a row makes, or everything that keeps it from making a user.
pub(super) fn create(draft: Draft, run: &mut Run) -> Result<Created, Vec<Problem>> {
    let mut problems = draft.problems.clone();
    let said = |field: Field| draft.is_wrong(&[field]);
    let mut need = |field: Field, has: bool, message: &str| {
        if !has && !said(field) {
            problems.push(Problem::of(field, Code::Missing, message));
        }
    };
    need(
        Field::FirstName,
        draft.first_name.is_some(),
        "a new user needs a first name",
    );
    need(
        Field::LastName,
        draft.last_name.is_some(),
        "a new user needs a last name",
    );
    need(
        Field::Email,
        draft.email.is_some() || draft.username.is_some(),
        "a new user needs an email address or a username",
    );
    problems.extend(taken(&draft, run));
    let username = username(&draft, run)
        .map_err(|problem| problems.push(problem))
        .ok()
        .flatten();
    let password = password(&draft, run)
        .map_err(|problem| problems.push(problem))
        .ok();
    problems.extend(draft.role.and_then(|role| run.role_refused(role)));
    let (wanted, wrong) = Wanted::of(&draft, &run.all, run.index);
    problems.extend(wrong);
    let enroll = wanted.beyond(None);
    problems.extend(enroll.refused(run.index));
    if !problems.is_empty() {
        return Err(problems);
    }
    let (Some(first_name), Some(last_name), Some(username), Some(password)) =
        (draft.first_name, draft.last_name, username, password)
    else {
        return Err(problems);
    };
    let notify =
        run.options.send_email && draft.email.is_some() && matches!(password, PasswordPlan::Typed { .. });
    let user = NewUser {
        first_name,
        last_name,
        email: draft.email,
        username: Some(username.clone()),
        email_as_username: run.options.email_as_username,
        password,
        role: draft.role.unwrap_or(Role::Member),
        groups: draft.groups.unwrap_or_else(|| run.all.groups.clone()),
        group_role: GroupRole::Learner,
        location: draft.location,
        department: draft.department,
        labels: draft.labels.unwrap_or_default(),
        language: draft.language,
        phone: draft.phone,
        job_title: draft.job_title,
        address: draft.address,
        date_of_birth: draft.date_of_birth,
        external_id: draft.external_id,
        deletion_date: draft.deletion_date,
        license: enroll.seat,
        courses: enroll.courses.clone(),
        due_date: enroll.due_date,
    };
    let changes = changes(&user, &enroll, run.index);
    Ok(Created {
        action: Action::Create(Box::new(CreateUser { user, notify })),
        changes,
        username,
    })
}

/// Names that other users have.
fn taken(draft: &Draft, run: &Run) -> Vec<Problem> {
    let email = draft
        .email
        .as_ref()
        .and_then(|email| run.index.by_email(&email.key()));
    let external_id = draft
        .external_id
        .as_ref()
        .and_then(|id| run.index.by_external_id(id.as_str()));
    let message = |other: &Username, way: &str| {
        format!("{other} has it already: correct it, or match existing users by {way}")
    };
    let email = email.map(|other| {
        Problem::of(Field::Email, Code::EmailTaken, message(&other.username, "email"))
            .about([&other.username])
    });
    let external_id = external_id.map(|other| {
        Problem::of(
            Field::ExternalId,
            Code::ExternalIdTaken,
            message(&other.username, "external id"),
        )
        .about([&other.username])
    });
    email.into_iter().chain(external_id).collect()
}

fn changes(user: &NewUser, enroll: &Enroll, index: &Index) -> Vec<Change> {
    let password = match user.password {
        PasswordPlan::Typed { .. } => Some("(set)"),
        PasswordPlan::Generated => Some("(generated and emailed)"),
        PasswordPlan::Activation => Some("(activation link)"),
        PasswordPlan::Later => None,
    };
    let mut changes = Changes::default();
    changes.given(Field::Username, user.username.as_ref());
    changes.given(Field::FirstName, Some(&user.first_name));
    changes.given(Field::LastName, Some(&user.last_name));
    changes.given(Field::Email, user.email.as_ref());
    changes.given(Field::Password, password);
    changes.given(Field::Phone, user.phone.as_ref());
    changes.given(Field::Role, Some(user.role).filter(|role| *role > Role::Member));
    changes.given(
        Field::Department,
        user.department.map(|id| index.departments.name(id)),
    );
    changes.given(Field::Location, user.location.map(|id| index.locations.name(id)));
    changes.given(Field::Groups, index.groups.list(&user.groups));
    changes.given(Field::Labels, index.labels.list(&user.labels));
    changes.given(Field::Language, user.language.map(Language::as_str));
    enroll.changes(None, index, &mut changes);
    changes.given(Field::DeletionDate, user.deletion_date);
    changes.given(Field::JobTitle, user.job_title.as_ref());
    changes.given(Field::Address, user.address.as_ref());
    changes.given(Field::DateOfBirth, user.date_of_birth);
    changes.given(Field::ExternalId, user.external_id.as_ref());
    changes.list
}
