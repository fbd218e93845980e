//! Creating one user: the account, its groups and labels, its seat and courses, and what it is told, in one transaction.

use super::{CapReached, Record, claim_places, insert};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::licenses;
use crate::sql::sql;
use crate::write::{Change, Entry, NewMessage, Write};
use crate::{groups, organization};
use domain::access::CreateUsers;
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId, UserId};
use domain::messages::MessageKind;
use domain::users::{
    AccountSource, CreateRefused, Email, FormRefused, NewUser, PasswordPlan, UserForm, UserState, Username,
    Welcome,
};
use serde_json::json;

/// Creates the user that a form describes.
pub async fn create_from_form(
    grant: Grant<CreateUsers>,
    form: UserForm,
) -> Result<UserId, Failure<FormRefused>> {
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    let today = grant.store().now().date();
    let new = form
        .parse(organization.settings.password_policy, today)
        .map_err(|errors| Failure::Refused(FormRefused::Fields(errors)))?;
    create(grant, new)
        .await
        .map_err(|failure| failure.map(FormRefused::Create))
}

/// Creates a user, active at once.
pub async fn create(grant: Grant<CreateUsers>, mut new: NewUser) -> Result<UserId, Failure<CreateRefused>> {
    grant.reaches(new.role)?;
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    let (hash, must_change) = match &new.password {
        PasswordPlan::Typed {
            password,
            must_change,
        } => {
            organization
                .settings
                .password_policy
                .check(password)
                .map_err(|weak| Failure::Refused(CreateRefused::Password(weak)))?;
            let hash = grant
                .store()
                .passwords()
                .hash(password.clone(), grant.store().random())
                .await?;
            (Some(hash), *must_change)
        }
        PasswordPlan::Generated => (None, true),
        PasswordPlan::Activation | PasswordPlan::Later => (None, false),
    };
    new.language.get_or_insert(organization.settings.language);
    if new
        .deletion_date
        .is_some_and(|date| date <= grant.store().now().date())
    {
        return Err(Failure::Refused(CreateRefused::DeletionDatePast));
    }

    let mut write = grant.write().await?;
    // First, for it holds the organization's counter: of many at once each sees whole what the one before it wrote.
    claim_places(&mut write, 1)
        .await
        .map_err(|failure| failure.map(|CapReached { cap, .. }| CreateRefused::CapReached { cap }))?;
    groups::check_references(&mut write, &new).await?;
    check_names(&mut write, &mut new).await?;
    let record = Record::new(
        &write,
        &new,
        UserState::Active,
        AccountSource::Created,
        hash,
        must_change,
    )?;
    insert(&mut write, std::slice::from_ref(&record))
        .await
        .map_err(name_taken_meanwhile)?;
    give_access(&mut write, &new, record.id).await?;
    let messages = welcome(&new, record.id);
    notified(&mut write, record.id, !messages.is_empty()).await?;
    let entry = Entry::new(Action::UserCreated, TargetKind::User, record.id).after(json!({
        "first_name": new.first_name, "last_name": new.last_name, "email": new.email, "username": record.username,
        "role": new.role, "groups": new.groups, "license": new.license,
    }));
    Ok(write
        .commit(Change::of(record.id, entry).sending(messages))
        .await?)
}

/// Refuses taken names, and settles the username where it is made from the email.
async fn check_names(write: &mut Write, new: &mut NewUser) -> Result<(), Failure<CreateRefused>> {
    if let Some(email) = &new.email
        && taken(write, email.key(), Column::Email).await?
    {
        return Err(Failure::Refused(CreateRefused::EmailTaken));
    }
    if let Some(external_id) = &new.external_id
        && taken(write, external_id.as_str().to_owned(), Column::ExternalId).await?
    {
        return Err(Failure::Refused(CreateRefused::ExternalIdTaken));
    }
    match (&new.username, &new.email) {
        (None, None) => Err(Failure::Refused(CreateRefused::NoIdentity)),
        (Some(username), _) => {
            if taken(write, username.key(), Column::Username).await? {
                return Err(Failure::Refused(CreateRefused::UsernameTaken));
            }
            Ok(())
        }
        (None, Some(email)) if new.email_as_username => {
            if taken(write, Username::from_email(email).key(), Column::Username).await? {
                return Err(Failure::Refused(CreateRefused::UsernameTaken));
            }
            Ok(())
        }
        (None, Some(email)) => {
            new.username = Some(free_username(write, email).await?);
            Ok(())
        }
    }
}

/// The part of an address before the `@`, or the first of it with 2, 3, … that nobody has.
async fn free_username(write: &mut Write, email: &Email) -> Result<Username, Fault> {
    let organization = write.organization();
    let plain = Username::from_local_part(email, None);
    let similar: Vec<(String,)> = sql(
        "SELECT username_key AS value FROM users WHERE organization_id = $1
         AND username_key >= $2 AND username_key < $3",
    )
    .bind(organization)
    .bind(plain.key())
    .bind(format!("{}:", plain.key()))
    .fetch_all(write)
    .await?;
    let mut candidate = plain;
    let mut number = 2;
    while similar.iter().any(|(key,)| *key == candidate.key()) {
        candidate = Username::from_local_part(email, Some(number));
        number += 1;
    }
    Ok(candidate)
}

/// The name that another write, under way at the same time, took after it was looked for: the unique key says which.
pub(super) fn name_taken_meanwhile(fault: Fault) -> Failure<CreateRefused> {
    let said = match &fault {
        // The column is in the message of the one database and in the name of the key of the other.
        Fault::Database(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            format!("{} {}", error.message(), error.constraint().unwrap_or_default())
        }
        _ => return Failure::Fault(fault),
    };
    let keys = [
        ("email_key", CreateRefused::EmailTaken),
        ("username_key", CreateRefused::UsernameTaken),
        ("external_id", CreateRefused::ExternalIdTaken),
    ];
    match keys.into_iter().find(|(key, _)| said.contains(key)) {
        Some((_, refused)) => Failure::Refused(refused),
        None => Failure::Fault(fault),
    }
}

enum Column {
    Email,
    Username,
    ExternalId,
}

async fn taken(write: &mut Write, key: String, column: Column) -> Result<bool, Fault> {
    let organization = write.organization();
    let text = match column {
        Column::Email => "SELECT id AS value FROM users WHERE organization_id = $1 AND email_key = $2",
        Column::Username => {
            "SELECT id AS value FROM users WHERE organization_id = $1 AND (username_key = $2 OR email_key = $2)"
        }
        Column::ExternalId => "SELECT id AS value FROM users WHERE organization_id = $1 AND external_id = $2",
    };
    let found: Option<(UserId,)> = sql(text)
        .bind(organization)
        .bind(key)
        .fetch_optional(write)
        .await?;
    Ok(found.is_some())
}

/// A seat with its courses, or courses granted directly.
async fn give_access(write: &mut Write, new: &NewUser, user: UserId) -> Result<(), Failure<CreateRefused>> {
    let Some(license) = new.license else {
        licenses::enroll(
            write,
            &[licenses::Enroll::directly(user, &new.courses, new.due_date)],
        )
        .await?;
        return Ok(());
    };
    let refused = |refusal| match refusal {
        licenses::ClaimRefused::Short { short } => CreateRefused::NoSeat { short },
        licenses::ClaimRefused::Over => CreateRefused::LicenseOver,
        licenses::ClaimRefused::Gone => CreateRefused::Gone("license".to_owned()),
    };
    check_courses(write, license, &new.courses).await?;
    licenses::claim(write, license, 1)
        .await
        .map_err(|failure| failure.map(refused))?;
    let holder = licenses::Holder {
        user,
        courses: new.courses.clone(),
        due_date: new.due_date,
    };
    licenses::allocate(write, license, &[holder], "created with the user").await?;
    Ok(())
}

/// Refuses courses that the license does not cover.
async fn check_courses(
    write: &mut Write,
    license: LicenseId,
    courses: &[CourseId],
) -> Result<(), Failure<CreateRefused>> {
    let of_license: Vec<(CourseId,)> =
        sql("SELECT course_id AS value FROM license_courses WHERE license_id = $1")
            .bind(license)
            .fetch_all(write)
            .await?;
    if courses.iter().all(|course| of_license.contains(&(*course,))) {
        Ok(())
    } else {
        Err(Failure::Refused(CreateRefused::Gone("course".to_owned())))
    }
}

/// The message that a new user gets, by their password plan.
fn welcome(new: &NewUser, user: UserId) -> Vec<NewMessage> {
    let kind = match new.password.welcome() {
        Welcome::Silent => None,
        Welcome::GeneratedPassword => Some(MessageKind::GeneratedPassword),
        Welcome::ActivationLink => Some(MessageKind::Activation),
    };
    let message = |(kind, recipient): (MessageKind, Email)| NewMessage {
        kind,
        user: Some(user),
        invitation: None,
        recipient,
        language: new.language.unwrap_or_default(),
        detail: json!({}),
    };
    kind.zip(new.email.clone()).map(message).into_iter().collect()
}

async fn notified(write: &mut Write, user: UserId, yes: bool) -> Result<(), Fault> {
    if yes {
        let now = write.now();
        sql("UPDATE users SET notified_at = $1 WHERE id = $2")
            .bind(now)
            .bind(user)
            .execute(write)
            .await?;
    }
    Ok(())
}
