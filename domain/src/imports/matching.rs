//! Which user a row is about.

use super::directory::{Index, KnownUser};
use super::field::Field;
use super::options::MatchBy;
use super::problem::{Code, Problem};
use super::row::Draft;

/// Finds the user of a row: by `oldusername` if there is one, else by the setting. All cells that name a user must name
/// the same one.
pub(super) fn find<'i>(
    draft: &Draft,
    by: MatchBy,
    index: &'i Index,
) -> Result<Option<&'i KnownUser>, Problem> {
    let username = draft
        .username
        .as_ref()
        .and_then(|name| index.by_username(&name.key()));
    let email = draft
        .email
        .as_ref()
        .and_then(|email| index.by_email(&email.key()));
    let external_id = draft
        .external_id
        .as_ref()
        .and_then(|id| index.by_external_id(id.as_str()));
    let found = if let Some(old) = &draft.old_username {
        let renamed = index.by_username(&old.key());
        if let (Some(user), Some(other)) = (renamed, username)
            && user.id != other.id
        {
            let message = format!(
                "{} cannot be renamed: somebody else has the username {}",
                user.username, other.username
            );
            return Err(Problem::of(Field::Username, Code::UsernameTaken, message).about([&other.username]));
        }
        // The file may have been imported before: then the user has the new name already.
        renamed.or(username)
    } else {
        match by {
            MatchBy::UsernameElseEmail => username.or(email),
            MatchBy::Email => email,
            MatchBy::ExternalId => external_id,
        }
    };
    let named = [
        (Field::Username, username),
        (Field::Email, email),
        (Field::ExternalId, external_id),
    ];
    for (field, other) in named {
        if let (Some(user), Some(other)) = (found, other)
            && user.id != other.id
        {
            let message = format!(
                "the row names two users: {} and, by its {field}, {}. Correct the one that is wrong",
                user.username, other.username
            );
            return Err(
                Problem::of(field, Code::MatchesTwoUsers, message).about([&user.username, &other.username])
            );
        }
    }
    Ok(found)
}
