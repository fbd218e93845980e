//! Somebody who is named as people type it: by email or username.

use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use domain::id::{OrganizationId, UserId};
use domain::users::{Email, PersonName, UserState, Username};

rows! {
    /// Somebody in a list of people.
    pub(crate) struct Person from "users" {
        pub(crate) id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        email: Option<Email>,
        username: Username,
        pub(crate) state: UserState,
    }
}

impl Person {
    /// Both names.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// The email address, or the username of who has none.
    pub(crate) fn contact(&self) -> String {
        self.email
            .as_ref()
            .map_or_else(|| self.username.to_string(), Email::to_string)
    }
}

/// The active user with this email or username.
pub(crate) async fn named(
    on: &mut impl Connection,
    organization: OrganizationId,
    login: &str,
) -> Result<Option<UserId>, Fault> {
    let found: Option<(UserId,)> = sql("SELECT id AS value FROM users
         WHERE organization_id = $1 AND (email_key = $2 OR username_key = $2) AND state = 'active'
         ORDER BY CASE WHEN email_key = $2 THEN 0 ELSE 1 END LIMIT 1")
    .bind(organization)
    .bind(login.trim().to_lowercase())
    .fetch_optional(on)
    .await?;
    Ok(found.map(|(id,)| id))
}
