//! Making a license and changing it. It never shrinks below what is used: one conditional update decides.

use super::list::{License, find};
use crate::access::Grant;
use crate::column::Bind;
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::{Change, Entry, Write};
use domain::access::ManageLicenses;
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId};
use domain::licenses::{LicenseForm, LicenseRefused, LicenseTerms};
use serde_json::json;

/// Makes a license.
pub async fn create(
    grant: Grant<ManageLicenses>,
    form: LicenseForm,
) -> Result<LicenseId, Failure<LicenseRefused>> {
    let terms = form.parse(0).map_err(fields)?;
    let mut write = grant.write().await?;
    check(&mut write, &terms, None).await?;
    let (id, organization, now): (LicenseId, _, _) = (write.new_id(), write.organization(), write.now());
    sql("INSERT INTO licenses (id, organization_id, reference, reference_key, name, kind, purchased, valid_from, valid_to,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
    .bind(id)
    .bind(organization)
    .bind(terms.reference.as_str())
    .bind(terms.reference_key())
    .bind(terms.name.as_str())
    .bind(terms.kind)
    .bind(terms.purchased)
    .bind(terms.valid_from)
    .bind(terms.valid_to)
    .bind(now)
    .execute(&mut write)
    .await
    .map_err(|fault| fault.or_taken(LicenseRefused::ReferenceTaken))?;
    set_courses(&mut write, id, &terms.courses).await?;
    let entry = Entry::new(Action::LicenseCreated, TargetKind::License, id).after(told(&terms));
    Ok(write.commit(Change::of(id, entry)).await?)
}

/// Changes a license that is still as the person saw it, at `version`. Who holds a seat keeps the courses they have; seats
/// given from now on come with the new ones.
pub async fn change(
    grant: Grant<ManageLicenses>,
    license: LicenseId,
    version: i64,
    form: LicenseForm,
) -> Result<(), Failure<LicenseRefused>> {
    let mut write = grant.write().await?;
    let organization = write.organization();
    let before = find(&mut write, organization, license)
        .await?
        .ok_or(Failure::NotFound)?;
    let terms = form.parse(used(&before)).map_err(fields)?;
    check(&mut write, &terms, Some(license)).await?;
    let changed = sql(
        "UPDATE licenses SET reference = $1, reference_key = $2, name = $3, kind = $4, purchased = $5,
         valid_from = $6, valid_to = $7, version = version + 1
         WHERE id = $8 AND version = $9 AND allocated + reserved <= $5",
    )
    .bind(terms.reference.as_str())
    .bind(terms.reference_key())
    .bind(terms.name.as_str())
    .bind(terms.kind)
    .bind(terms.purchased)
    .bind(terms.valid_from)
    .bind(terms.valid_to)
    .bind(license)
    .bind(version)
    .execute(&mut write)
    .await
    .map_err(|fault| fault.or_taken(LicenseRefused::ReferenceTaken))?;
    if changed == 0 {
        let now = find(&mut write, organization, license)
            .await?
            .ok_or(Failure::NotFound)?;
        return Err(Failure::Refused(if now.version == version {
            LicenseRefused::BelowUsed { used: used(&now) }
        } else {
            LicenseRefused::ChangedMeanwhile
        }));
    }
    sql("DELETE FROM license_courses WHERE license_id = $1")
        .bind(license)
        .execute(&mut write)
        .await?;
    set_courses(&mut write, license, &terms.courses).await?;
    let entry = Entry::new(Action::LicenseChanged, TargetKind::License, license)
        .before(told_before(&before))
        .after(told(&terms));
    Ok(write.commit(Change::of((), entry)).await?)
}

/// Archives a license: it gives no access from now on, and no seat of it is given.
pub async fn archive(
    grant: Grant<ManageLicenses>,
    license: LicenseId,
) -> Result<(), Failure<LicenseRefused>> {
    set_archived(grant, license, true).await
}

/// Takes a license out of the archive.
pub async fn unarchive(
    grant: Grant<ManageLicenses>,
    license: LicenseId,
) -> Result<(), Failure<LicenseRefused>> {
    set_archived(grant, license, false).await
}

async fn set_archived(
    grant: Grant<ManageLicenses>,
    license: LicenseId,
    archived: bool,
) -> Result<(), Failure<LicenseRefused>> {
    let mut write = grant.write().await?;
    let organization = write.organization();
    let before = find(&mut write, organization, license)
        .await?
        .ok_or(Failure::NotFound)?;
    if before.term.archived_at.is_some() == archived {
        return Ok(write.unchanged(()).await?);
    }
    let at = archived.then_some(write.now());
    sql("UPDATE licenses SET archived_at = $1, version = version + 1 WHERE id = $2")
        .bind(at)
        .bind(license)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::LicenseChanged, TargetKind::License, license)
        .before(json!({ "archived": !archived }))
        .after(json!({ "archived": archived }));
    Ok(write.commit(Change::of((), entry)).await?)
}

fn used(license: &License) -> i64 {
    license.seats.allocated + license.seats.reserved
}

fn fields(errors: Vec<domain::users::FieldError>) -> Failure<LicenseRefused> {
    Failure::Refused(LicenseRefused::Fields(errors))
}

/// Refuses a taken reference and courses that are gone.
async fn check(
    write: &mut Write,
    terms: &LicenseTerms,
    own: Option<LicenseId>,
) -> Result<(), Failure<LicenseRefused>> {
    let organization = write.organization();
    let taken: Option<(LicenseId,)> =
        sql("SELECT id AS value FROM licenses WHERE organization_id = $1 AND reference_key = $2")
            .bind(organization)
            .bind(terms.reference_key())
            .fetch_optional(write)
            .await?;
    if taken.is_some_and(|(other,)| own != Some(other)) {
        return Err(Failure::Refused(LicenseRefused::ReferenceTaken));
    }
    let mut select = sql("SELECT COUNT(*) AS value FROM courses WHERE organization_id = ");
    select
        .push_bind(organization)
        .push(" AND id IN ")
        .push_list(terms.courses.iter().copied());
    let (there,): (i64,) = select.fetch_one(write).await?;
    if u64::try_from(there) == Ok(terms.courses.len() as u64) {
        Ok(())
    } else {
        Err(Failure::Refused(LicenseRefused::CourseGone))
    }
}

async fn set_courses(write: &mut Write, license: LicenseId, courses: &[CourseId]) -> Result<(), Fault> {
    let mut insert = sql("INSERT INTO license_courses (license_id, course_id) VALUES ");
    insert.push_rows(courses, |course| vec![license.value(), course.value()]);
    insert.execute(write).await?;
    Ok(())
}

fn told(terms: &LicenseTerms) -> serde_json::Value {
    json!({
        "name": terms.name, "reference": terms.reference, "kind": terms.kind, "purchased": terms.purchased,
        "valid_from": terms.valid_from, "valid_to": terms.valid_to, "courses": terms.courses,
    })
}

fn told_before(license: &License) -> serde_json::Value {
    json!({
        "name": license.name, "reference": license.reference, "kind": license.kind,
        "purchased": license.seats.purchased, "valid_from": license.term.valid_from,
        "valid_to": license.term.valid_to, "courses": license.courses,
    })
}
