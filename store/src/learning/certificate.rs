//! What a certificate's number proves: anyone who has it may look, and sees a name, a course and a day.

use crate::Store;
use crate::fault::Fault;
use crate::sql::{rows, sql};
use domain::courses::Certificate;
use domain::time::Timestamp;
use domain::users::PersonName;

rows! {
    struct Found from "training_records" {
        first_name: PersonName,
        last_name: PersonName,
        course_title: String,
        completed_at: Timestamp,
    }
}

/// The certificate of this number, if there is one.
pub async fn certificate(store: &Store, number: &str) -> Result<Option<Certificate>, Fault> {
    let found: Option<Found> = sql(
        "SELECT u.first_name, u.last_name, r.course_title, r.completed_at FROM training_records r
         JOIN users u ON u.id = r.user_id WHERE r.certificate = $1 AND r.completed_at IS NOT NULL",
    )
    .bind(number)
    .fetch_optional(&mut store.read().await?)
    .await?;
    Ok(found.map(|found| Certificate {
        name: format!("{} {}", found.first_name, found.last_name),
        course: found.course_title,
        completed_on: found.completed_at.date(),
    }))
}
