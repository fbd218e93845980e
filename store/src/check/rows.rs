//! Rules over several columns of one row: what no type allows, though each column by itself is right.

use super::walk::in_order;
use crate::fault::Fault;
use crate::sql::Row;
use domain::text::fold;
use domain::time::{Date, Timestamp};
use domain::users::{Email, PersonName, Phone, UserState, Username, search_text, sort_name};
use uuid::Uuid;

/// What is wrong with a row, by column.
pub(super) type Wrong = Vec<(&'static str, String)>;

/// A rule of a table.
pub(super) type Rule = fn(&Row) -> Result<Wrong, Fault>;

/// Notes a problem unless something holds.
fn demand(wrong: &mut Wrong, holds: bool, column: &'static str, problem: &str) {
    if !holds {
        wrong.push((column, problem.to_owned()));
    }
}

/// No rule beyond its columns.
#[expect(clippy::unnecessary_wraps, reason = "rules have one shape")]
pub(super) fn any(_row: &Row) -> Result<Wrong, Fault> {
    Ok(Wrong::new())
}

/// Something with a name that is unique when folded.
pub(super) fn named(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let (name, key): (String, String) = (row.get("name")?, row.get("name_key")?);
    demand(
        &mut wrong,
        key == fold(&name),
        "name_key",
        "is not the folded name",
    );
    Ok(wrong)
}

/// Something with a reference that is unique when folded.
pub(super) fn referenced(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let (reference, key): (String, String) = (row.get("reference")?, row.get("reference_key")?);
    demand(
        &mut wrong,
        key == fold(&reference),
        "reference_key",
        "is not the folded reference",
    );
    Ok(wrong)
}

pub(super) fn user(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let (first, last): (PersonName, PersonName) = (row.get("first_name")?, row.get("last_name")?);
    let (email, username): (Option<Email>, Username) = (row.get("email")?, row.get("username")?);
    let phone: Option<Phone> = row.get("phone")?;
    let search = search_text(&first, &last, email.as_ref(), &username, phone.as_ref());
    let sorted = sort_name(&first, &last);
    demand(
        &mut wrong,
        row.get::<String>("search_text")? == search,
        "search_text",
        "is not what the user is found by",
    );
    demand(
        &mut wrong,
        row.get::<String>("sort_name")? == sorted,
        "sort_name",
        "is not the folded name",
    );
    let key: Option<String> = row.get("email_key")?;
    demand(
        &mut wrong,
        key == email.as_ref().map(Email::key),
        "email_key",
        "is not the email in lower case",
    );
    let key: String = row.get("username_key")?;
    demand(
        &mut wrong,
        key == username.key(),
        "username_key",
        "is not the username in lower case",
    );

    let state: UserState = row.get("state")?;
    let archived: Option<Timestamp> = row.get("archived_at")?;
    let is_archived = state == UserState::Archived;
    demand(
        &mut wrong,
        is_archived == archived.is_some(),
        "archived_at",
        "does not agree with the state",
    );
    let (first, latest): (Option<Timestamp>, Option<Timestamp>) =
        (row.get("first_sign_in_at")?, row.get("last_sign_in_at")?);
    let both = first.is_some() == latest.is_some() && in_order(first, latest);
    demand(
        &mut wrong,
        both,
        "last_sign_in_at",
        "does not agree with the first sign-in",
    );
    let deletion_date: Option<Date> = row.get("deletion_date")?;
    let noticed: Option<Timestamp> = row.get("deletion_noticed_at")?;
    let has_date = noticed.is_none() || deletion_date.is_some();
    demand(
        &mut wrong,
        has_date,
        "deletion_noticed_at",
        "notice of a deletion that has no date",
    );
    Ok(wrong)
}

pub(super) fn license(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = referenced(row)?;
    let (from, to): (Date, Date) = (row.get("valid_from")?, row.get("valid_to")?);
    demand(&mut wrong, from <= to, "valid_to", "is before valid_from");
    let (allocated, reserved): (i64, i64) = (row.get("allocated")?, row.get("reserved")?);
    let fits = allocated >= 0 && reserved >= 0 && allocated + reserved <= row.get::<i64>("purchased")?;
    demand(
        &mut wrong,
        fits,
        "allocated",
        "allocated and reserved seats do not fit into the purchased ones",
    );
    Ok(wrong)
}

pub(super) fn seat(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let allocated: Timestamp = row.get("allocated_at")?;
    let (started, returned) = (row.get("started_at")?, row.get("returned_at")?);
    demand(
        &mut wrong,
        in_order(Some(allocated), started),
        "started_at",
        "is before the seat was given",
    );
    let ends_last = in_order(Some(allocated), returned) && in_order(started, returned);
    demand(
        &mut wrong,
        ends_last,
        "returned_at",
        "is before the seat was given or started",
    );
    Ok(wrong)
}

pub(super) fn ledger_line(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let kind: String = row.get("kind")?;
    let about_seat = matches!(kind.as_str(), "allocated" | "started" | "returned");
    let (seat, invitation): (Option<Uuid>, Option<Uuid>) = (row.get("seat_id")?, row.get("invitation_id")?);
    demand(
        &mut wrong,
        !about_seat || seat.is_some(),
        "seat_id",
        "the line names no seat",
    );
    demand(
        &mut wrong,
        about_seat || invitation.is_some(),
        "invitation_id",
        "the line names no invitation",
    );
    Ok(wrong)
}

pub(super) fn enrollment(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let progress: i64 = row.get("progress")?;
    let (started, completed): (Option<Timestamp>, Option<Timestamp>) =
        (row.get("started_at")?, row.get("completed_at")?);
    demand(
        &mut wrong,
        (0..=100).contains(&progress),
        "progress",
        "is no percentage",
    );
    let begun = started.is_some() || (completed.is_none() && progress == 0);
    demand(&mut wrong, begun, "started_at", "progress without a beginning");
    demand(
        &mut wrong,
        in_order(started, completed),
        "completed_at",
        "is before the beginning",
    );
    Ok(wrong)
}

pub(super) fn invitation(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let (email, key): (Email, String) = (row.get("email")?, row.get("email_key")?);
    demand(
        &mut wrong,
        key == email.key(),
        "email_key",
        "is not the email in lower case",
    );
    let state: String = row.get("state")?;
    let open = state == "open";
    let ended: Option<Timestamp> = row.get("ended_at")?;
    demand(
        &mut wrong,
        open == ended.is_none(),
        "ended_at",
        "does not agree with the state",
    );
    let accepted_by: Option<Uuid> = row.get("accepted_by")?;
    demand(
        &mut wrong,
        accepted_by.is_none() || state == "accepted",
        "accepted_by",
        "does not agree with the state",
    );
    let license: Option<Uuid> = row.get("license_id")?;
    let reserves = !row.get::<bool>("seat_reserved")? || (open && license.is_some());
    demand(
        &mut wrong,
        reserves,
        "seat_reserved",
        "a seat is kept only by an open invitation with a license",
    );
    Ok(wrong)
}

pub(super) fn secret(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let hash: Vec<u8> = row.get("hash")?;
    demand(&mut wrong, hash.len() == 32, "hash", "is no SHA-256 hash");
    let (created, expires): (Timestamp, Timestamp) = (row.get("created_at")?, row.get("expires_at")?);
    demand(
        &mut wrong,
        created <= expires,
        "expires_at",
        "is before it was made",
    );
    Ok(wrong)
}

pub(super) fn import(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let (done, total): (i64, i64) = (row.get("rows_done")?, row.get("rows_total")?);
    demand(
        &mut wrong,
        (0..=total).contains(&done),
        "rows_done",
        "is more than there are rows",
    );
    Ok(wrong)
}

pub(super) fn audit(row: &Row) -> Result<Wrong, Fault> {
    let mut wrong = Wrong::new();
    let kind: String = row.get("actor_kind")?;
    let actor: Option<Uuid> = row.get("actor_id")?;
    demand(
        &mut wrong,
        (kind == "user") == actor.is_some(),
        "actor_id",
        "does not agree with the kind of actor",
    );
    Ok(wrong)
}
