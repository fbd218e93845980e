//! Integration tokens.

use domain::tokens::TokenScope;

pub const TITLE: &str = "Integration tokens";
pub const DESCRIPTION: &str =
    "What other systems present to be let in. A token acts for whoever made it, and no further.";
pub const NEW: &str = "New token";
pub const NONE: &str = "No tokens";
pub const NONE_WHY: &str =
    "A course player, a shop or a personnel system needs one to report activity or to invite.";
pub const NAME: &str = "Name";
pub const NAME_HINT: &str = "The system that will use it.";
pub const SCOPES: &str = "May";
pub const MADE_BY: &str = "Made by";
pub const LAST_USED: &str = "Last used";
pub const REVOKE: &str = "Revoke";
pub const REVOKE_WHY: &str = "Whatever uses it is refused at once. There is no way back.";
pub const REVOKED: &str = "The token is revoked";
pub const MAKE: &str = "Make the token";
pub const LIFETIME: &str = "Good for";
pub const SHOWN: &str = "Copy it now: it is shown this once and kept nowhere.";
pub const COPY: &str = "Copy the token";
pub const OPENAPI: &str = "Description of the API (OpenAPI)";

pub const fn scope(scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Invitations => "Invite people",
        TokenScope::Activity => "Report activity",
        TokenScope::Submissions => "Hand in submissions",
    }
}

pub fn days(days: i64) -> String {
    format!("{days} days")
}
