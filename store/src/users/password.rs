//! Setting somebody else's password: typed and handed over, generated and emailed, or chosen by themselves through a link.
//! Never for one's own rank or above. Whatever was open ends, and the person is told.

use super::edit::{again, begin};
use crate::access::Grant;
use crate::fault::Failure;
use crate::organization;
use crate::secrets;
use crate::sql::sql;
use crate::write::{Change, Entry, NewMessage};
use domain::access::SetPasswords;
use domain::audit::{Action, TargetKind};
use domain::id::UserId;
use domain::messages::MessageKind;
use domain::users::{EditRefused, FieldError, SetPassword, UserDetails, UserState};
use serde_json::json;

/// Sets a password, or lets the person choose one.
pub async fn set_password(
    grant: Grant<SetPasswords>,
    user: UserId,
    how: SetPassword,
) -> Result<UserDetails, Failure<EditRefused>> {
    let hash = match &how {
        SetPassword::Typed { password, .. } => {
            let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
            organization
                .settings
                .password_policy
                .check(password)
                .map_err(|weak| {
                    let error = FieldError::new("password", weak);
                    Failure::Refused(EditRefused::Fields(vec![error]))
                })?;
            let store = grant.store();
            Some(store.passwords().hash(password.clone(), store.random()).await?)
        }
        SetPassword::Generated | SetPassword::Link => None,
    };
    let (mut write, before) = begin(&grant, user).await?;
    let email = before.summary.email.clone();
    let emailed = !matches!(how, SetPassword::Typed { .. });
    if emailed && email.is_none() {
        return Err(Failure::Refused(EditRefused::NoEmail));
    }
    if before.summary.status.state != UserState::Active {
        return Err(Failure::Refused(EditRefused::NotActive));
    }
    let (kind, by) = match &how {
        SetPassword::Typed { .. } => (MessageKind::PasswordChanged, "typed"),
        SetPassword::Generated => (MessageKind::GeneratedPassword, "generated"),
        SetPassword::Link if before.has_password => (MessageKind::PasswordReset, "link"),
        SetPassword::Link => (MessageKind::Activation, "link"),
    };
    let must_change = match how {
        SetPassword::Typed { must_change, .. } => must_change,
        SetPassword::Generated | SetPassword::Link => true,
    };
    let now = write.now();
    if by == "link" {
        // Nothing changes before the person chooses.
        sql("UPDATE users SET notified_at = $1 WHERE id = $2")
            .bind(now)
            .bind(user)
            .execute(&mut write)
            .await?;
    } else {
        // A generated one is minted when it is sent, and none works until then.
        sql(
            "UPDATE users SET password_hash = $1, must_change_password = $2, updated_at = $3, version = version + 1
             WHERE id = $4",
        )
        .bind(hash)
        .bind(must_change)
        .bind(now)
        .bind(user)
        .execute(&mut write)
        .await?;
        secrets::end_sessions(&mut write, &[user]).await?;
    }
    let message = email.map(|recipient| NewMessage {
        kind,
        user: Some(user),
        invitation: None,
        recipient,
        language: before.summary.language,
        detail: json!({}),
    });
    let action = if by == "link" {
        Action::PasswordResetAsked
    } else {
        Action::PasswordChanged
    };
    let entry = Entry::new(action, TargetKind::User, user).after(json!({ "by": by }));
    write.commit(Change::of((), entry).sending(message)).await?;
    again(&grant, user).await
}
