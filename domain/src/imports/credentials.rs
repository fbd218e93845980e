//! How a user of a file gets a username and a password.

use super::decide::Run;
use super::field::Field;
use super::options::{ForceChange, NewPassword, Options};
use super::problem::{Code, Problem};
use super::row::Draft;
use crate::users::{
    Email, Password, PasswordChoice, PasswordPlan, PasswordPolicy, PasswordRefused, Username, WeakPassword,
};

/// The username of the row, or one made from its email; none if it has neither, which is a problem already.
pub(super) fn username(draft: &Draft, run: &mut Run) -> Result<Option<Username>, Problem> {
    if let Some(username) = &draft.username {
        let key = username.key();
        let other = run.index.by_username(&key).or_else(|| run.index.by_email(&key));
        let message = if let Some(other) = other {
            format!(
                "{} has it already: choose another, or match existing users by username",
                other.username
            )
        } else if let Some(line) = run.claimed.get(&key) {
            format!("the new user of line {line} gets it from the email address: choose another")
        } else {
            return Ok(Some(username.clone()));
        };
        return Err(Problem::of(Field::Username, Code::UsernameTaken, message).about([username]));
    }
    let Some(email) = draft
        .email
        .as_ref()
        .filter(|_| !draft.is_wrong(&[Field::Username]))
    else {
        return Ok(None);
    };
    made_username(email, run).map(Some)
}

fn made_username(email: &Email, run: &mut Run) -> Result<Username, Problem> {
    if run.options.email_as_username {
        let username = Username::from_email(email);
        return if run.is_username_free(&username.key()) {
            Ok(username)
        } else {
            let message = format!(
                "somebody else has {username} as username: give this row another in a username column"
            );
            Err(Problem::of(Field::Username, Code::UsernameTaken, message).about([&username]))
        };
    }
    let plain = Username::from_local_part(email, None);
    let stem = plain.key();
    let mut username = plain;
    let mut number = run.numbers.get(&stem).copied().unwrap_or(1);
    while !run.is_username_free(&username.key()) {
        number += 1;
        username = Username::from_local_part(email, Some(number));
    }
    run.numbers.insert(stem, number);
    Ok(username)
}

/// How a new user gets a password, by the one rule for all combinations.
pub(super) fn password(draft: &Draft, run: &Run) -> Result<PasswordPlan, Problem> {
    let options = run.options;
    let typed = draft
        .password
        .clone()
        .filter(|_| options.new_password != NewPassword::Activation);
    if typed.is_none() && options.new_password == NewPassword::InFile {
        let message = "a new user needs a password: fill it in, or choose to have one generated or an activation link sent";
        return Err(Problem::of(Field::Password, Code::Missing, message));
    }
    let force_change = match &typed {
        Some(password) => must_change(password, run.index.directory().password_policy, options)?,
        None => options.new_password == NewPassword::Generate,
    };
    let choice = PasswordChoice {
        email: typed.is_none(),
        typed,
        force_change,
    };
    choice
        .decide(draft.email.is_some() || draft.is_wrong(&[Field::Email]))
        .map_err(|refused| {
            let field = match refused {
                PasswordRefused::NoAddress => Field::Email,
                _ => Field::Password,
            };
            Problem::of(field, Code::Missing, refused.to_string())
        })
}

/// Whether a password from the file must be changed at the next sign-in, or why it is refused.
pub(super) fn must_change(
    password: &Password,
    policy: PasswordPolicy,
    options: &Options,
) -> Result<bool, Problem> {
    match (policy.check(password), options.force_change) {
        (Ok(()), change) => Ok(change == ForceChange::All),
        (Err(WeakPassword::TooShort(_) | WeakPassword::Common), ForceChange::Weak | ForceChange::All) => {
            Ok(true)
        }
        (Err(weak), _) => Err(Problem::of(Field::Password, Code::WeakPassword, weak.to_string())),
    }
}
