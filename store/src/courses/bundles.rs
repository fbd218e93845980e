//! Bundles: sets of courses that are given together.

use crate::access::Grant;
use crate::column::Bind;
use crate::fault::{Failure, Fault};
use crate::groups::{Place, exist, uuids};
use crate::sql::{rows, sql};
use crate::write::{Change, Entry};
use domain::access::{ManageCourses, ViewCourses};
use domain::audit::{Action, TargetKind};
use domain::courses::{Bundle, BundleForm, ProductRefused};
use domain::id::{BundleId, CourseId};
use domain::time::Timestamp;
use serde_json::json;

rows! {
    struct Found from "bundles" { id: BundleId, title: String, archived_at: Option<Timestamp> }
    struct Of from "bundle_courses" { bundle_id: BundleId, course_id: CourseId, title: String }
}

/// Every bundle of the organization, archived ones last, with its courses.
pub async fn bundles(grant: &Grant<ViewCourses>) -> Result<Vec<Bundle>, Fault> {
    let mut reader = grant.read().await?;
    let found: Vec<Found> = sql(
        "SELECT id, title, archived_at FROM bundles WHERE organization_id = $1
         ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, title, id",
    )
    .bind(grant.organization())
    .fetch_all(&mut reader)
    .await?;
    let courses: Vec<Of> = sql(
        "SELECT b.bundle_id, b.course_id, c.title FROM bundle_courses b JOIN courses c ON c.id = b.course_id
         WHERE c.organization_id = $1 ORDER BY c.title_key, c.id",
    )
    .bind(grant.organization())
    .fetch_all(&mut reader)
    .await?;
    let bundle = |bundle: Found| Bundle {
        courses: courses
            .iter()
            .filter(|of| of.bundle_id == bundle.id)
            .map(|of| (of.course_id, of.title.clone()))
            .collect(),
        id: bundle.id,
        title: bundle.title,
        archived: bundle.archived_at.is_some(),
    };
    Ok(found.into_iter().map(bundle).collect())
}

/// Makes a bundle, or changes the one of this id.
pub async fn save_bundle(
    grant: Grant<ManageCourses>,
    id: Option<BundleId>,
    form: BundleForm,
) -> Result<BundleId, Failure<ProductRefused>> {
    let form = form.parse().map_err(Failure::Refused)?;
    let mut write = grant.write().await?;
    let (organization, now) = (write.organization(), write.now());
    if !exist(&mut write, organization, Place::Course, uuids(&form.courses)).await? {
        return Err(Failure::Refused(ProductRefused::CourseGone));
    }
    let archived_at = form.archived.then_some(now);
    let (id, action) = if let Some(id) = id {
        let changed =
            sql("UPDATE bundles SET title = $1, archived_at = $2 WHERE id = $3 AND organization_id = $4")
                .bind(form.title.as_str())
                .bind(archived_at)
                .bind(id)
                .bind(organization)
                .execute(&mut write)
                .await?;
        if changed == 0 {
            return Err(Failure::NotFound);
        }
        (id, Action::BundleChanged)
    } else {
        let id: BundleId = write.new_id();
        sql("INSERT INTO bundles (id, organization_id, title, created_at, archived_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(id)
            .bind(organization)
            .bind(form.title.as_str())
            .bind(now)
            .bind(archived_at)
            .execute(&mut write)
            .await?;
        (id, Action::BundleCreated)
    };
    sql("DELETE FROM bundle_courses WHERE bundle_id = $1")
        .bind(id)
        .execute(&mut write)
        .await?;
    let mut insert = sql("INSERT INTO bundle_courses (bundle_id, course_id) VALUES ");
    insert.push_rows(&form.courses, |course| vec![id.value(), course.value()]);
    insert.execute(&mut write).await?;
    let after = json!({ "title": form.title, "courses": form.courses, "archived": form.archived });
    let entry = Entry::new(action, TargetKind::Bundle, id).after(after);
    Ok(write.commit(Change::of(id, entry)).await?)
}
