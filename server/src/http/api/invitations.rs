//! `POST /api/v1/invitations`: inviting many addresses with one offer, and what became of each.

use super::{Peer, Problem, bearer, request_key};
use crate::http::Web;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use domain::access::{GroupRole, InviteUsers, Role};
use domain::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId};
use domain::invitations::{InviteRefused, Invited, Offer};
use domain::time::Date;
use domain::tokens::TokenScope;
use domain::users::{Email, Language};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;

/// Whom to invite, and to what; what is not said is as little as can be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Invite {
    emails: Vec<String>,
    role: Option<Role>,
    #[serde(default)]
    groups: Vec<GroupId>,
    group_role: Option<GroupRole>,
    language: Option<Language>,
    department: Option<DepartmentId>,
    label: Option<LabelId>,
    deletion_date: Option<Date>,
    license: Option<LicenseId>,
    #[serde(default)]
    courses: Vec<CourseId>,
}

/// What became of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    /// An invitation is on its way.
    Invited,
    /// There is an account with it.
    HasAccount,
    /// There is an open invitation that is not for this token to replace.
    InvitedByOthers,
    /// It stands further up in the request.
    Repeated,
    /// It is no address.
    NotValid,
}

impl Outcome {
    pub(super) const ALL: [Self; 5] = [
        Self::Invited,
        Self::HasAccount,
        Self::InvitedByOthers,
        Self::Repeated,
        Self::NotValid,
    ];
}

#[derive(Debug, Serialize)]
struct Line {
    email: String,
    outcome: Outcome,
}

/// What became of each address, in the order of the request.
#[derive(Debug, Serialize)]
pub struct Answer {
    results: Vec<Line>,
}

/// Invites.
pub async fn invite(
    Extension(web): Extension<Arc<Web>>,
    peer: Peer,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>, Problem> {
    let integration = bearer(&web, &headers, peer, TokenScope::Invitations).await?;
    let key = request_key(&headers, &body)?;
    let asked: Invite = super::read(&body)?;
    let grant = integration.requester.grant::<InviteUsers>()?;
    let (emails, offer) = (asked.valid(), asked.offer());
    let invited = if emails.is_empty() && !asked.emails.is_empty() {
        Some(Invited::default())
    } else {
        match &key {
            None => store::invitations::invite(grant, &emails, &offer).await.map(Some),
            Some(key) => {
                store::invitations::invite_once(grant, integration.token, key, &emails, &offer).await
            }
        }
        .map_err(|failure| Problem::of(failure, code))?
    };
    let invited = invited.ok_or(Problem::KEY_REUSED)?;
    Ok(Json(asked.answer(&invited)))
}

impl Invite {
    /// The addresses that are some, each once.
    fn valid(&self) -> Vec<Email> {
        let mut seen = HashSet::new();
        let emails = self.emails.iter().filter_map(|text| Email::parse(text).ok());
        emails.filter(|email| seen.insert(email.key())).collect()
    }

    fn offer(&self) -> Offer {
        Offer {
            role: self.role.unwrap_or(Role::Member),
            groups: self.groups.clone(),
            group_role: self.group_role.unwrap_or(GroupRole::Learner),
            language: self.language,
            department: self.department,
            label: self.label,
            deletion_date: self.deletion_date,
            license: self.license,
            courses: self.courses.clone(),
        }
    }

    fn answer(self, invited: &Invited) -> Answer {
        let keys = |emails: &[Email]| emails.iter().map(Email::key).collect::<HashSet<_>>();
        let (existing, others) = (keys(&invited.existing), keys(&invited.out_of_reach));
        let mut seen = HashSet::new();
        let outcome = |text: &str| match Email::parse(text) {
            Err(_) => Outcome::NotValid,
            Ok(email) if !seen.insert(email.key()) => Outcome::Repeated,
            Ok(email) if existing.contains(&email.key()) => Outcome::HasAccount,
            Ok(email) if others.contains(&email.key()) => Outcome::InvitedByOthers,
            Ok(_) => Outcome::Invited,
        };
        let outcomes: Vec<Outcome> = self.emails.iter().map(String::as_str).map(outcome).collect();
        let lines = self.emails.into_iter().zip(outcomes);
        Answer {
            results: lines.map(|(email, outcome)| Line { email, outcome }).collect(),
        }
    }
}

/// The words of refusals. They are never renamed: programs read them.
fn code(refused: &InviteRefused) -> &'static str {
    match refused {
        InviteRefused::Nobody => "nobody",
        InviteRefused::TooMany(_) => "too_many",
        InviteRefused::NoSeats { .. } => "no_seats",
        InviteRefused::LicenseOver => "license_over",
        InviteRefused::Gone(_) => "gone",
        InviteRefused::DeletionDatePast => "deletion_date_past",
        InviteRefused::Accepted => "accepted",
        InviteRefused::HasAccount(_) => "has_account",
        InviteRefused::InvitedByOthers(_) => "invited_by_others",
        InviteRefused::NotYours(_) => "not_yours",
    }
}
