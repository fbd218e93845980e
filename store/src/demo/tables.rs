//! The tables that people fill, in the order in which they must be written.

use super::person;
use super::rows::Rows;
use crate::fault::Fault;
use crate::write::Write;

#[derive(Debug)]
pub(super) struct Tables {
    pub users: Rows,
    pub members: Rows,
    pub labels: Rows,
    pub session_members: Rows,
    pub attendees: Rows,
    pub seats: Rows,
    pub ledger: Rows,
    pub enrollments: Rows,
    pub lessons: Rows,
    pub records: Rows,
    pub days: Rows,
    pub events: Rows,
    pub submissions: Rows,
    pub invitations: Rows,
    pub invitation_groups: Rows,
    pub secrets: Rows,
    pub messages: Rows,
    pub views: Rows,
    pub audit: Rows,
}

impl Tables {
    pub(super) const fn new() -> Self {
        Self {
            users: Rows::of(person::INSERT),
            members: Rows::of("INSERT INTO group_members (group_id, user_id, role) VALUES "),
            labels: Rows::of("INSERT INTO user_labels (label_id, user_id) VALUES "),
            session_members: Rows::of(
                "INSERT INTO program_session_members (program_session_id, user_id, role) VALUES ",
            ),
            attendees: Rows::of("INSERT INTO event_attendees (event_id, user_id) VALUES "),
            seats: Rows::of(
                "INSERT INTO seats (id, license_id, user_id, allocated_at, started_at, returned_at) VALUES ",
            ),
            ledger: Rows::of(
                "INSERT INTO seat_ledger (id, license_id, seat_id, user_id, invitation_id, kind, reason, actor_id, at) VALUES ",
            ),
            enrollments: Rows::of(
                "INSERT INTO enrollments (id, organization_id, user_id, course_id, seat_id, assigned_at, assigned_by, due_date,
                 started_at, completed_at, progress, archived_at) VALUES ",
            ),
            lessons: Rows::of("INSERT INTO lesson_progress (enrollment_id, lesson_id, completed_at) VALUES "),
            records: Rows::of(
                "INSERT INTO training_records (id, organization_id, user_id, enrollment_id, course_id, course_title, started_at,
                 completed_at, progress, recorded_at, certificate) VALUES ",
            ),
            days: Rows::of("INSERT INTO activity_days (user_id, day, seconds, xp) VALUES "),
            events: Rows::of("INSERT INTO activity_events (id, user_id, course_id, at, seconds, xp) VALUES "),
            submissions: Rows::of(
                "INSERT INTO submissions (id, user_id, course_id, contest, file_name, content, score, submitted_at) VALUES ",
            ),
            invitations: Rows::of(
                "INSERT INTO invitations (id, organization_id, email, email_key, state, role, group_role, language, license_id,
                 seat_reserved, invited_by, created_at, expires_at, opened_at, ended_at, accepted_by, asked_at) VALUES ",
            ),
            invitation_groups: Rows::of("INSERT INTO invitation_groups (invitation_id, group_id) VALUES "),
            secrets: Rows::of(
                "INSERT INTO secrets (id, organization_id, purpose, hash, invitation_id, made_by, created_at, expires_at,
                 used_at, voided_at) VALUES ",
            ),
            messages: Rows::of(
                "INSERT INTO messages (id, organization_id, kind, user_id, invitation_id, recipient, language, detail, state,
                 attempts, next_attempt_at, server_answer, subject, body_text, created_at, finished_at) VALUES ",
            ),
            views: Rows::of("INSERT INTO saved_views (id, user_id, name, query) VALUES "),
            audit: Rows::of(
                "INSERT INTO audit (id, organization_id, at, actor_kind, actor_id, action, target_kind, target_id, before, after,
                 address) VALUES ",
            ),
        }
    }

    /// Inserts everything; returns how many rows that were.
    pub(super) async fn write(&mut self, write: &mut Write) -> Result<u64, Fault> {
        let mut written = 0;
        for rows in [
            &mut self.users,
            &mut self.members,
            &mut self.labels,
            &mut self.session_members,
            &mut self.attendees,
            &mut self.seats,
            &mut self.enrollments,
            &mut self.lessons,
            &mut self.records,
            &mut self.days,
            &mut self.events,
            &mut self.submissions,
            &mut self.invitations,
            &mut self.invitation_groups,
            &mut self.secrets,
            &mut self.messages,
            &mut self.ledger,
            &mut self.views,
            &mut self.audit,
        ] {
            written += rows.write(write).await?;
        }
        Ok(written)
    }
}
