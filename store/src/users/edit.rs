//! Changing one user: the details, the email address, the phone number. Never for one's own rank or above.

use super::create::name_taken_meanwhile;
use super::one::one;
use crate::access::Grant;
use crate::column::Bind;
use crate::fault::{Failure, Fault};
use crate::groups::{self, Place};
use crate::secrets::{self, Purpose, Subject};
use crate::sql::{Connection, sql};
use crate::write::{Change, Entry, NewMessage, Write};
use domain::access::{Denied, EditUsers, ViewUsers};
use domain::audit::{Action, TargetKind};
use domain::id::{LabelId, UserId};
use domain::messages::MessageKind;
use domain::users::{
    CreateRefused, EditRefused, Edited, Email, FieldError, Phone, UserDetails, UserEdit, Username,
    parse_email, parse_phone, search_text, sort_name,
};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// Writes a form that was filled from `version` of a user; returns the user as they are now.
pub async fn edit(
    grant: Grant<EditUsers>,
    user: UserId,
    version: i64,
    form: UserEdit,
) -> Result<UserDetails, Failure<EditRefused>> {
    let today = grant.store().now().date();
    let (mut write, before) = begin(&grant, user).await?;
    if before.version != version {
        return Err(Failure::Refused(EditRefused::Changed(Box::new(before))));
    }
    let due = before.status().deletion_date;
    let edited = form
        .parse(due, Some(today))
        .map_err(|errors| Failure::Refused(EditRefused::Fields(errors)))?;
    let was = UserEdit::of(&before);
    let fields = was.differences(&form);
    if fields.is_empty() {
        return Ok(write.unchanged(before).await?);
    }
    check_places(&mut write, &form).await?;
    write_details(&mut write, &before, &form, &edited).await?;
    if fields.contains(&"labels") {
        write_labels(&mut write, user, &form.labels).await?;
    }
    let (before_words, after_words) = words(&mut write, &fields, &was, &form).await?;
    let entry = Entry::new(Action::UserChanged, TargetKind::User, user)
        .before(before_words)
        .after(after_words);
    write.commit(Change::of((), entry)).await?;
    again(&grant, user).await
}

/// Gives somebody another email address, or takes it away. A username that is the address goes with it. Links that were sent to
/// the old address stop working, and it is told.
pub async fn change_email(
    grant: Grant<EditUsers>,
    user: UserId,
    text: &str,
) -> Result<UserDetails, Failure<EditRefused>> {
    let email = parse_email(text).map_err(|errors| Failure::Refused(EditRefused::Fields(errors)))?;
    let (mut write, before) = begin(&grant, user).await?;
    let old = before.summary.email.clone();
    if email == old {
        return Ok(write.unchanged(before).await?);
    }
    if email.is_none() && !before.has_password {
        return Err(Failure::Refused(EditRefused::WouldBeLockedOut));
    }
    let told = write_email(&mut write, &before, email.as_ref()).await?;
    let entry = Entry::new(Action::UserChanged, TargetKind::User, user)
        .before(json!({ "email": old }))
        .after(json!({ "email": email }));
    write.commit(Change::of((), entry).sending(told)).await?;
    again(&grant, user).await
}

/// Writes another address, and what follows from it: a username that is the address goes with it, links that were sent to the
/// old one stop working. The message tells the old one.
pub(super) async fn write_email(
    write: &mut Write,
    before: &UserDetails,
    email: Option<&Email>,
) -> Result<Option<NewMessage>, Failure<EditRefused>> {
    let user = before.summary.id;
    let old = before.summary.email.clone();
    let follows = old
        .as_ref()
        .is_some_and(|old| Username::from_email(old).key() == before.summary.username.key());
    let username = match email {
        Some(email) if follows => Username::from_email(email),
        _ => before.summary.username.clone(),
    };
    let search = search(before, email, &username, before.summary.phone.as_ref());
    let now = write.now();
    sql(
        "UPDATE users SET email = $1, email_key = $2, username = $3, username_key = $4, search_text = $5, updated_at = $6,
            version = version + 1 WHERE id = $7",
    )
    .bind(email.cloned())
    .bind(email.map(Email::key))
    .bind(username.clone())
    .bind(username.key())
    .bind(search)
    .bind(now)
    .bind(user)
    .execute(write)
    .await
    // A username that is the address is taken with it.
    .map_err(|fault| fault.or_taken(EditRefused::Fields(vec![FieldError::new("email", CreateRefused::EmailTaken)])))?;
    let subject = Subject {
        user: Some(user),
        ..Subject::default()
    };
    for purpose in [
        Purpose::Activation,
        Purpose::Reset,
        Purpose::EmailChange,
        Purpose::LoginLink,
    ] {
        secrets::void(write, purpose, &subject).await?;
    }
    Ok(old.map(|recipient| NewMessage {
        kind: MessageKind::EmailChanged,
        user: Some(user),
        invitation: None,
        recipient,
        language: before.summary.language,
        detail: json!({ "email": email }),
    }))
}

/// Gives somebody another phone number, or takes it away.
pub async fn change_phone(
    grant: Grant<EditUsers>,
    user: UserId,
    text: &str,
) -> Result<UserDetails, Failure<EditRefused>> {
    let phone = parse_phone(text).map_err(|errors| Failure::Refused(EditRefused::Fields(errors)))?;
    let (mut write, before) = begin(&grant, user).await?;
    if phone == before.summary.phone {
        return Ok(write.unchanged(before).await?);
    }
    let summary = &before.summary;
    let search = search(&before, summary.email.as_ref(), &summary.username, phone.as_ref());
    let now = write.now();
    sql(
        "UPDATE users SET phone = $1, search_text = $2, updated_at = $3, version = version + 1 WHERE id = $4",
    )
    .bind(phone.clone())
    .bind(search)
    .bind(now)
    .bind(user)
    .execute(&mut write)
    .await?;
    let entry = Entry::new(Action::UserChanged, TargetKind::User, user)
        .before(json!({ "phone": before.summary.phone }))
        .after(json!({ "phone": phone }));
    write.commit(Change::of((), entry)).await?;
    again(&grant, user).await
}

/// A write, and the user it is about, whom nobody else changes until it ends. Only below one's own rank.
pub(super) async fn begin<P, R>(grant: &Grant<P>, user: UserId) -> Result<(Write, UserDetails), Failure<R>> {
    let (write, before) = open(grant, user).await?;
    if grant.reaches(before.summary.role).is_err() {
        return Err(Failure::Denied(Denied::NotBelowYou));
    }
    Ok((write, before))
}

/// Waits until nobody else changes a user; others wait until this write ends.
pub(super) async fn take_turn(write: &mut Write, user: UserId) -> Result<(), Fault> {
    let lock = write.dialect(
        "SELECT id AS value FROM users WHERE id = $1",
        "SELECT id AS value FROM users WHERE id = $1 FOR UPDATE",
    );
    let _held: Option<(UserId,)> = sql(lock).bind(user).fetch_optional(write).await?;
    Ok(())
}

/// A write, and the user it is about, of any rank.
pub(super) async fn open<P, R>(grant: &Grant<P>, user: UserId) -> Result<(Write, UserDetails), Failure<R>> {
    let mut write = grant.write().await?;
    take_turn(&mut write, user).await?;
    let view = grant.requester().grant::<ViewUsers>()?;
    let before = one(&view, user).await?;
    Ok((write, before))
}

pub(super) async fn again<P, R>(grant: &Grant<P>, user: UserId) -> Result<UserDetails, Failure<R>> {
    one(&grant.requester().grant::<ViewUsers>()?, user).await
}

fn search(user: &UserDetails, email: Option<&Email>, username: &Username, phone: Option<&Phone>) -> String {
    let summary = &user.summary;
    search_text(&summary.first_name, &summary.last_name, email, username, phone)
}

async fn check_places(write: &mut Write, form: &UserEdit) -> Result<(), Failure<EditRefused>> {
    let one = |id: Option<Uuid>| id.into_iter().collect::<Vec<_>>();
    let places = [
        (Place::Location, one(form.location.map(Into::into))),
        (Place::Department, one(form.department.map(Into::into))),
        (
            Place::Label,
            form.labels.iter().copied().map(Uuid::from).collect(),
        ),
    ];
    let organization = write.organization();
    for (place, ids) in places {
        if !groups::exist(write, organization, place, ids).await? {
            return Err(Failure::Refused(EditRefused::Gone(place.word().to_owned())));
        }
    }
    Ok(())
}

/// Writes what a form says.
pub(super) async fn write_details(
    write: &mut Write,
    before: &UserDetails,
    form: &UserEdit,
    edited: &Edited,
) -> Result<(), Failure<EditRefused>> {
    let now = write.now();
    let summary = &before.summary;
    let search = search_text(
        &edited.first_name,
        &edited.last_name,
        summary.email.as_ref(),
        &edited.username,
        summary.phone.as_ref(),
    );
    let noticed = if edited.deletion_date == summary.status.deletion_date {
        "deletion_noticed_at"
    } else {
        "NULL"
    };
    let mut update = sql("UPDATE users SET first_name = ");
    update.push_bind(edited.first_name.clone());
    update.push(", last_name = ").push_bind(edited.last_name.clone());
    update
        .push(", sort_name = ")
        .push_bind(sort_name(&edited.first_name, &edited.last_name));
    update.push(", search_text = ").push_bind(search);
    update.push(", username = ").push_bind(edited.username.clone());
    update.push(", username_key = ").push_bind(edited.username.key());
    update
        .push(", external_id = ")
        .push_bind(edited.external_id.clone());
    update.push(", language = ").push_bind(form.language);
    update.push(", location_id = ").push_bind(form.location);
    update.push(", department_id = ").push_bind(form.department);
    update.push(", job_title = ").push_bind(edited.job_title.clone());
    update.push(", address = ").push_bind(edited.address.clone());
    update.push(", date_of_birth = ").push_bind(edited.date_of_birth);
    update.push(", deletion_date = ").push_bind(edited.deletion_date);
    update.push(", deletion_noticed_at = ").push(noticed);
    update.push(", updated_at = ").push_bind(now);
    update
        .push(", version = version + 1 WHERE id = ")
        .push_bind(summary.id);
    update.execute(write).await.map_err(taken)?;
    Ok(())
}

/// A name that somebody else took meanwhile, said at its field.
fn taken(fault: Fault) -> Failure<EditRefused> {
    name_taken_meanwhile(fault).map(|taken| {
        let field = match taken {
            CreateRefused::EmailTaken => "email",
            CreateRefused::ExternalIdTaken => "external_id",
            _ => "username",
        };
        EditRefused::Fields(vec![FieldError::new(field, taken)])
    })
}

async fn write_labels(write: &mut Write, user: UserId, labels: &[LabelId]) -> Result<(), Fault> {
    sql("DELETE FROM user_labels WHERE user_id = $1")
        .bind(user)
        .execute(write)
        .await?;
    if labels.is_empty() {
        return Ok(());
    }
    let mut insert = sql("INSERT INTO user_labels (label_id, user_id) VALUES ");
    insert
        .push_rows(labels, |label| vec![label.value(), user.value()])
        .push(" ON CONFLICT DO NOTHING");
    insert.execute(write).await?;
    Ok(())
}

/// What changed, before and after, with names in place of ids.
pub(super) async fn words(
    on: &mut impl Connection,
    fields: &[&'static str],
    before: &UserEdit,
    after: &UserEdit,
) -> Result<(Json, Json), Fault> {
    let (mut locations, mut departments, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for form in [before, after] {
        locations.extend(form.location.map(Uuid::from));
        departments.extend(form.department.map(Uuid::from));
        labels.extend(form.labels.iter().copied().map(Uuid::from));
    }
    let mut names = groups::names(on, Place::Location, locations).await?;
    names.extend(groups::names(on, Place::Department, departments).await?);
    names.extend(groups::names(on, Place::Label, labels).await?);
    let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id).cloned());
    let document = |form: &UserEdit| {
        let value = |field: &str| match field {
            "first_name" => json!(form.first_name.trim()),
            "last_name" => json!(form.last_name.trim()),
            "username" => json!(form.username.trim()),
            "language" => json!(form.language),
            "location" => json!(name(form.location.map(Into::into))),
            "department" => json!(name(form.department.map(Into::into))),
            "labels" => {
                let mut labels: Vec<String> = form
                    .labels
                    .iter()
                    .filter_map(|label| name(Some((*label).into())))
                    .collect();
                labels.sort_unstable();
                json!(labels.join("; "))
            }
            "job_title" => json!(form.job_title.trim()),
            "address" => json!(form.address.trim()),
            "date_of_birth" => json!(form.date_of_birth),
            "external_id" => json!(form.external_id.trim()),
            _ => json!(form.deletion_date),
        };
        let document: Map<String, Json> = fields
            .iter()
            .map(|field| ((*field).to_owned(), value(field)))
            .collect();
        Json::Object(document)
    };
    Ok((document(before), document(after)))
}
