//! A learner's own courses.

use super::of_user::{Found, OPEN, ORDER};
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::sql;
use domain::access::Learn;
use domain::courses::MyCourse;

/// The open enrollments of whoever asks: what is due first comes first, what is completed last.
pub async fn my_courses(grant: Grant<Learn>) -> Result<Vec<MyCourse>, Fault> {
    let today = grant.store().now().date();
    let mut select = sql(OPEN);
    select.push_bind(grant.requester().user()).push(ORDER);
    let found: Vec<Found> = select.fetch_all(&mut grant.read().await?).await?;
    let mine = |found: Found| {
        let certificate = found.certificate.clone();
        let enrollment = found.enrollment();
        MyCourse {
            standing: enrollment.on(today),
            opens: enrollment.opens_on(today),
            enrollment,
            certificate,
        }
    };
    Ok(found.into_iter().map(mine).collect())
}
