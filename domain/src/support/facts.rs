//! What is known of an account, and what follows from it.

use super::Finding;
use crate::id::{LicenseId, MessageId};
use crate::messages::{MessageKind, MessageState};
use crate::sign_in::limits;
use crate::time::{Date, Timestamp};
use crate::users::UserState;

/// What is known of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its state.
    pub state: UserState,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Whether it has an email address.
    pub has_email: bool,
    /// Whether it has a password.
    pub has_password: bool,
    /// When its user was told of it.
    pub notified_at: Option<Timestamp>,
    /// When its user first signed in.
    pub first_sign_in_at: Option<Timestamp>,
    /// Attempts that are counted against it, and since when.
    pub attempts: Vec<(i64, Timestamp)>,
    /// The last message to it.
    pub last_message: Option<LastMessage>,
    /// The licenses it holds a seat of.
    pub licenses: Vec<HeldLicense>,
    /// Whether it has a course without a seat.
    pub direct_course: bool,
}

/// The last message to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastMessage {
    /// Which.
    pub id: MessageId,
    /// What it is about.
    pub kind: MessageKind,
    /// Where it is.
    pub state: MessageState,
    /// What the mail server said last; nothing while it is tried for the first time.
    pub answer: Option<String>,
}

/// A license that an account holds a seat of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldLicense {
    /// Which.
    pub id: LicenseId,
    /// Its name.
    pub name: String,
    /// Its first day.
    pub valid_from: Date,
    /// Its last day.
    pub valid_to: Date,
    /// Whether it is archived.
    pub archived: bool,
}

impl Facts {
    /// What is wrong, the most pressing first.
    pub fn findings(&self, now: Timestamp) -> Vec<Finding> {
        let mut findings = Vec::new();
        match self.state {
            UserState::Archived => findings.push(Finding::Archived {
                since: self.archived_at,
            }),
            UserState::Pending => findings.push(Finding::Pending),
            UserState::Active => self.of_an_active_account(now, &mut findings),
        }
        findings
    }

    fn of_an_active_account(&self, now: Timestamp, findings: &mut Vec<Finding>) {
        findings.extend(self.locked_out(now));
        findings.extend(self.mail());
        if !self.has_email {
            findings.push(Finding::NoEmail);
        }
        if !self.has_password {
            findings.push(Finding::NoPassword);
        }
        if self.first_sign_in_at.is_none() {
            findings.push(Finding::NeverAccessed {
                notified: self.notified_at,
            });
        }
        let today = now.date();
        for held in &self.licenses {
            let license = held.name.clone();
            if held.archived || held.valid_to < today {
                let ended = held.valid_to;
                let id = held.id;
                findings.push(Finding::LicenseOver { id, license, ended });
            } else if held.valid_from > today {
                let begins = held.valid_from;
                findings.push(Finding::LicenseNotBegun { license, begins });
            }
        }
        if self.licenses.is_empty() && !self.direct_course {
            findings.push(Finding::NoSeat);
        }
    }

    fn locked_out(&self, now: Timestamp) -> Option<Finding> {
        let ends = self
            .attempts
            .iter()
            .filter(|(attempts, _)| *attempts >= limits::PER_ACCOUNT)
            .map(|(_, since)| *since + limits::WINDOW);
        let until = ends.filter(|end| *end > now).max()?;
        Some(Finding::LockedOut { until })
    }

    fn mail(&self) -> Option<Finding> {
        let last = self.last_message.as_ref()?;
        let (message, kind, answer) = (last.id, last.kind, last.answer.clone());
        match last.state {
            MessageState::Failed => Some(Finding::MailFailed {
                message,
                kind,
                answer,
            }),
            MessageState::Queued if answer.is_some() => Some(Finding::MailDelayed {
                message,
                kind,
                answer,
            }),
            MessageState::Queued | MessageState::Sent | MessageState::Kept => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id as _;
    use crate::time::Span;

    const NOW: Timestamp = Timestamp::from_micros(1_767_268_800_000_000);

    fn well() -> Facts {
        Facts {
            state: UserState::Active,
            archived_at: None,
            has_email: true,
            has_password: true,
            notified_at: Some(NOW - Span::days(9)),
            first_sign_in_at: Some(NOW - Span::days(8)),
            attempts: Vec::new(),
            last_message: None,
            licenses: Vec::new(),
            direct_course: true,
        }
    }

    fn message(state: MessageState, answer: Option<&str>) -> LastMessage {
        LastMessage {
            id: MessageId::from_uuid(uuid::Uuid::nil()),
            kind: MessageKind::Activation,
            state,
            answer: answer.map(String::from),
        }
    }

    fn license(valid_from: &str, valid_to: &str) -> HeldLicense {
        HeldLicense {
            id: LicenseId::from_uuid(uuid::Uuid::nil()),
            name: "Safety".into(),
            valid_from: Date::parse(valid_from).unwrap(),
            valid_to: Date::parse(valid_to).unwrap(),
            archived: false,
        }
    }

    #[test]
    fn an_account_in_order_has_no_findings() {
        assert_eq!(well().findings(NOW), []);
        let facts = Facts {
            licenses: vec![license("2025-01-01", "2026-01-01")],
            attempts: vec![(limits::PER_ACCOUNT - 1, NOW), (99, NOW - limits::WINDOW)],
            last_message: Some(message(MessageState::Sent, Some("250 taken"))),
            ..well()
        };
        assert_eq!(
            facts.findings(NOW),
            [],
            "the last day counts, and a window that is over does not"
        );
    }

    #[test]
    fn what_is_most_pressing_comes_first() {
        let facts = Facts {
            has_password: false,
            first_sign_in_at: None,
            attempts: vec![(limits::PER_ACCOUNT, NOW - Span::minutes(5))],
            last_message: Some(message(MessageState::Failed, Some("550 no such user"))),
            licenses: vec![
                license("2025-01-01", "2025-12-31"),
                license("2026-02-01", "2026-12-31"),
            ],
            ..well()
        };
        let findings = facts.findings(NOW);
        assert!(matches!(
            findings.as_slice(),
            [
                Finding::LockedOut { until },
                Finding::MailFailed { .. },
                Finding::NoPassword,
                Finding::NeverAccessed { .. },
                Finding::LicenseOver { .. },
                Finding::LicenseNotBegun { .. },
            ] if *until == NOW + Span::minutes(10)
        ));
    }

    #[test]
    fn of_a_closed_account_only_that_matters() {
        let archived = Facts {
            state: UserState::Archived,
            has_password: false,
            ..well()
        };
        assert_eq!(archived.findings(NOW), [Finding::Archived { since: None }]);
    }

    #[test]
    fn without_seat_and_course_there_is_nothing_to_learn() {
        let facts = Facts {
            direct_course: false,
            last_message: Some(message(MessageState::Queued, None)),
            ..well()
        };
        assert_eq!(
            facts.findings(NOW),
            [Finding::NoSeat],
            "a message on its way is no trouble"
        );
    }

    #[test]
    fn a_message_that_was_put_off_is_told_with_the_answer() {
        let facts = Facts {
            last_message: Some(message(MessageState::Queued, Some("451 come back later"))),
            ..well()
        };
        let delayed = Finding::MailDelayed {
            message: MessageId::from_uuid(uuid::Uuid::nil()),
            kind: MessageKind::Activation,
            answer: Some("451 come back later".into()),
        };
        assert_eq!(facts.findings(NOW), [delayed]);
    }
}
