//! Every table with its columns and what each must be. A test holds this list against the schema, so that a new column
//! cannot stay unchecked.

use super::rows::{self, Rule};
use crate::column::Get;
use crate::fault::Fault;
use crate::sql::Row;
use domain::access::{GroupRole, Role};
use domain::audit::{Action, TargetKind};
use domain::id::{
    ActId, AuditId, BundleId, CourseId, DepartmentId, EnrollmentId, EventId, GroupId, ImportId, InvitationId,
    LabelId, LedgerLineId, LessonId, LicenseId, LocationId, MessageId, OrganizationId, ProgramId,
    ProgramSessionId, SavedViewId, SeatId, SecretId, TrainingRecordId, UserId,
};
use domain::licenses::{LedgerKind, LicenseKind};
use domain::messages::{MessageKind, MessageState};
use domain::settings::Settings;
use domain::time::{Date, Timestamp};
use domain::users::{
    Email, ExternalId, Language, PersonName, Phone, ProfileText, UserState, Username, ViewName,
};
use uuid::Uuid;

/// Reads a column of a row as what it must be.
type Parse = fn(&Row, &str) -> Result<(), Fault>;

/// A table and what its rows must be.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    pub(super) key: &'static [(&'static str, Key)],
    pub(super) columns: &'static [(&'static str, Parse)],
    /// Columns that are not read: files, which may be large and have no form.
    pub(super) unread: &'static [&'static str],
    pub(super) rule: Rule,
}

impl Table {
    /// The names of all its columns.
    pub fn column_names(&self) -> impl Iterator<Item = &'static str> {
        self.columns
            .iter()
            .map(|(name, _)| *name)
            .chain(self.unread.iter().copied())
    }
}

/// What a part of a key is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    Uuid,
    Text,
    Number,
}

macro_rules! parse {
    (: $type:ty) => {
        |row, column| <$type as Get>::get(row, column).map(drop)
    };
    (= $check:path) => {
        |row, column| text(row, column, $check)
    };
}

macro_rules! tables {
    ($($name:ident by $($key:ident $kind:ident),+ $(; rule $rule:path)? $(; unread $($unread:ident),+)? {
        $($column:ident $(: $type:ty)? $(= $check:path)?),* $(,)?
    })*) => {
        /// Every table.
        pub const TABLES: &[Table] = &[$(Table {
            name: stringify!($name),
            key: &[$((stringify!($key), Key::$kind)),+],
            columns: &[$((stringify!($column), parse!($(: $type)? $(= $check)?))),*],
            unread: &[$($(stringify!($unread)),+)?],
            rule: [$($rule,)? rows::any as Rule][0],
        }),*];
    };
}

tables! {
    organizations by id Uuid {
        id: OrganizationId, name: String, user_cap: Option<i64>, settings = settings, created_at: Timestamp,
    }
    locations by id Uuid; rule rows::named {
        id: LocationId, organization_id: OrganizationId, name: String, name_key: String,
    }
    departments by id Uuid; rule rows::named {
        id: DepartmentId, organization_id: OrganizationId, name: String, name_key: String,
    }
    labels by id Uuid; rule rows::named {
        id: LabelId, organization_id: OrganizationId, name: String, name_key: String,
    }
    groups by id Uuid; rule rows::named {
        id: GroupId, organization_id: OrganizationId, name: String, name_key: String, created_at: Timestamp,
    }
    users by number Number; rule rows::user {
        number: i64, id: UserId, organization_id: OrganizationId, state: UserState, role: Role, first_name: PersonName,
        last_name: PersonName, sort_name: String, search_text: String, email: Option<Email>, email_key: Option<String>,
        username: Username, username_key: String, phone: Option<Phone>, external_id: Option<ExternalId>,
        language: Language, location_id: Option<LocationId>, department_id: Option<DepartmentId>,
        job_title: Option<ProfileText>, address: Option<ProfileText>, date_of_birth: Option<Date>,
        password_hash = password_hash, must_change_password: bool, source = source, joined_at: Timestamp,
        invited_by: Option<UserId>, approved_at: Option<Timestamp>, approved_by: Option<UserId>,
        notified_at: Option<Timestamp>, archived_at: Option<Timestamp>, first_sign_in_at: Option<Timestamp>,
        last_sign_in_at: Option<Timestamp>, last_access_at: Option<Timestamp>, deletion_date: Option<Date>,
        deletion_noticed_at: Option<Timestamp>, version: i64, updated_at: Timestamp,
    }
    user_counts by organization_id Uuid, state Text {
        organization_id: OrganizationId, state: UserState, users: i64, billable: i64,
    }
    group_members by group_id Uuid, user_id Uuid { group_id: GroupId, user_id: UserId, role: GroupRole }
    user_labels by label_id Uuid, user_id Uuid { label_id: LabelId, user_id: UserId }
    saved_views by id Uuid { id: SavedViewId, user_id: UserId, name: ViewName, query: String }
    courses by id Uuid; rule rows::referenced {
        id: CourseId, organization_id: OrganizationId, reference: String, reference_key: String, title: String,
        launch_url: Option<String>, created_at: Timestamp, archived_at: Option<Timestamp>, title_key: String,
        contest: Option<String>, version: i64,
    }
    lessons by id Uuid { id: LessonId, course_id: CourseId, position: i64, title: String, markdown: String }
    bundles by id Uuid {
        id: BundleId, organization_id: OrganizationId, title: String, created_at: Timestamp,
        archived_at: Option<Timestamp>,
    }
    bundle_courses by bundle_id Uuid, course_id Uuid { bundle_id: BundleId, course_id: CourseId }
    events by id Uuid {
        id: EventId, organization_id: OrganizationId, title: String, starts_at: Timestamp, place: Option<String>,
        archived_at: Option<Timestamp>,
    }
    event_attendees by event_id Uuid, user_id Uuid { event_id: EventId, user_id: UserId }
    programs by id Uuid { id: ProgramId, organization_id: OrganizationId, title: String }
    program_courses by program_id Uuid, position Number { program_id: ProgramId, position: i64, course_id: CourseId }
    program_sessions by id Uuid {
        id: ProgramSessionId, program_id: ProgramId, group_id: GroupId, starts_on: Date, ends_on: Date,
    }
    program_session_members by program_session_id Uuid, user_id Uuid {
        program_session_id: ProgramSessionId, user_id: UserId, role: GroupRole,
    }
    licenses by id Uuid; rule rows::license {
        id: LicenseId, organization_id: OrganizationId, reference: String, reference_key: String, name: String,
        kind: LicenseKind, purchased: i64, allocated: i64, reserved: i64, valid_from: Date, valid_to: Date,
        created_at: Timestamp, archived_at: Option<Timestamp>, version: i64,
    }
    license_days by license_id Uuid, day Text { license_id: LicenseId, day: Date, used: i64 }
    license_courses by license_id Uuid, course_id Uuid { license_id: LicenseId, course_id: CourseId }
    seats by id Uuid; rule rows::seat {
        id: SeatId, license_id: LicenseId, user_id: Option<UserId>, allocated_at: Timestamp,
        started_at: Option<Timestamp>, returned_at: Option<Timestamp>,
    }
    seat_ledger by id Uuid; rule rows::ledger_line {
        id: LedgerLineId, license_id: LicenseId, seat_id: Option<SeatId>, user_id: Option<UserId>,
        invitation_id: Option<InvitationId>, kind = ledger_kind, reason: String, actor_id: Option<UserId>, at: Timestamp,
    }
    enrollments by id Uuid; rule rows::enrollment {
        id: EnrollmentId, organization_id: OrganizationId, user_id: UserId, course_id: CourseId,
        seat_id: Option<SeatId>, assigned_at: Timestamp, assigned_by: Option<UserId>, due_date: Option<Date>,
        started_at: Option<Timestamp>, completed_at: Option<Timestamp>, progress: i64, archived_at: Option<Timestamp>,
        reminded: i64,
    }
    lesson_progress by enrollment_id Uuid, lesson_id Uuid {
        enrollment_id: EnrollmentId, lesson_id: LessonId, completed_at: Timestamp,
    }
    training_records by id Uuid {
        id: TrainingRecordId, organization_id: OrganizationId, user_id: UserId, enrollment_id: EnrollmentId,
        course_id: CourseId, course_title: String, started_at: Option<Timestamp>, completed_at: Option<Timestamp>,
        progress: i64, recorded_at: Timestamp, certificate: Option<String>,
    }
    activity_days by user_id Uuid, day Text {
        user_id: UserId, day: Date, seconds: i64, xp: i64, counted_until: Option<Timestamp>,
    }
    activity_events by id Uuid {
        id: Uuid, user_id: UserId, course_id: Option<CourseId>, at: Timestamp, seconds: i64, xp: i64,
        digest: Option<Vec<u8>>,
    }
    submissions by id Uuid; unread content {
        id: Uuid, user_id: UserId, course_id: CourseId, contest: String, file_name: Option<String>, score: Option<i64>,
        submitted_at: Timestamp,
    }
    invitations by id Uuid; rule rows::invitation {
        id: InvitationId, organization_id: OrganizationId, email: Email, email_key: String, state = invitation_state,
        role: Role, group_role: GroupRole, language: Language, department_id: Option<DepartmentId>,
        label_id: Option<LabelId>, deletion_date: Option<Date>, license_id: Option<LicenseId>, seat_reserved: bool,
        invited_by: Option<UserId>, created_at: Timestamp, expires_at: Timestamp, opened_at: Option<Timestamp>,
        ended_at: Option<Timestamp>, accepted_by: Option<UserId>, asked_at: Option<Timestamp>,
        self_registered: bool,
    }
    invitation_groups by invitation_id Uuid, group_id Uuid { invitation_id: InvitationId, group_id: GroupId }
    invitation_courses by invitation_id Uuid, course_id Uuid { invitation_id: InvitationId, course_id: CourseId }
    secrets by id Uuid; rule rows::secret {
        id: SecretId, organization_id: OrganizationId, purpose: String, hash: Vec<u8>, user_id: Option<UserId>,
        invitation_id: Option<InvitationId>, detail: Option<String>, made_by: Option<UserId>, created_at: Timestamp,
        expires_at: Timestamp, used_at: Option<Timestamp>, voided_at: Option<Timestamp>,
        last_seen_at: Option<Timestamp>, address: Option<String>, user_agent: Option<String>,
    }
    token_requests by token_id Uuid, request_key Text; unread digest {
        token_id: SecretId, request_key: String, answer: String, created_at: Timestamp,
    }
    sign_in_attempts by key Text { key: String, attempts: i64, window_started_at: Timestamp }
    imports by id Uuid; rule rows::import; unread file, plan {
        id: ImportId, organization_id: OrganizationId, created_by: UserId, file_name: String, mapping = document,
        edits = document, options = document, state: String, totals = document, rows_total: i64, rows_done: i64,
        lease_until: Option<Timestamp>, lease_by: Option<Uuid>, created_at: Timestamp, started_at: Option<Timestamp>,
        finished_at: Option<Timestamp>,
    }
    import_rows by import_id Uuid, position Number {
        import_id: ImportId, position: i64, line: i64, outcome: String, report = report, user_id: Option<UserId>,
        result: Option<String>,
    }
    acts by id Uuid; unread users {
        id: ActId, organization_id: OrganizationId, created_by: UserId, address: Option<String>, act = document,
        state: String, problem: Option<String>, users_total: i64, users_seen: i64, users_done: i64, seats: i64,
        left_out = document, lease_until: Option<Timestamp>, lease_by: Option<Uuid>, created_at: Timestamp,
    }
    act_parts by act_id Uuid, position Number { act_id: ActId, position: i64, at: Timestamp, undo = document }
    messages by id Uuid {
        id: MessageId, organization_id: OrganizationId, kind = message_kind, user_id: Option<UserId>,
        invitation_id: Option<InvitationId>, recipient: Email, language: Language, detail = document,
        state = message_state, attempts: i64, next_attempt_at: Timestamp, lease_until: Option<Timestamp>,
        lease_by: Option<Uuid>, server_answer: Option<String>, subject: Option<String>, body_text: Option<String>,
        body_html: Option<String>, created_at: Timestamp, finished_at: Option<Timestamp>,
    }
    audit by id Uuid; rule rows::audit {
        id: AuditId, organization_id: OrganizationId, at: Timestamp, actor_kind: String, actor_id: Option<UserId>,
        action = action, target_kind = target_kind, target_id: Uuid, before = document, after = document,
        address: Option<String>,
    }
}

/// A text column that may be null, held against a check.
fn text(row: &Row, column: &str, check: fn(&str) -> Result<(), String>) -> Result<(), Fault> {
    let Some(text) = row.get::<Option<String>>(column)? else {
        return Ok(());
    };
    check(&text).map_err(|problem| Fault::Inconsistent {
        table: "",
        column: column.to_owned(),
        id: String::new(),
        problem,
    })
}

fn said<T, E: std::fmt::Display>(parsed: Result<T, E>) -> Result<(), String> {
    parsed.map(drop).map_err(|wrong| wrong.to_string())
}

fn one_of(text: &str, words: &[&str]) -> Result<(), String> {
    if words.contains(&text) {
        Ok(())
    } else {
        Err(format!("\"{text}\" is none of {}", words.join(", ")))
    }
}

fn settings(text: &str) -> Result<(), String> {
    said(serde_json::from_str::<Settings>(text))
}

fn document(text: &str) -> Result<(), String> {
    said(serde_json::from_str::<serde_json::Value>(text))
}

/// The report of a row; nothing where nothing happened, or where it was about somebody who is deleted.
fn report(text: &str) -> Result<(), String> {
    if text.is_empty() { Ok(()) } else { document(text) }
}

fn source(text: &str) -> Result<(), String> {
    one_of(text, &["created", "imported", "invited", "registered"])
}

fn ledger_kind(text: &str) -> Result<(), String> {
    one_of(text, &LedgerKind::ALL.map(LedgerKind::as_str))
}

fn invitation_state(text: &str) -> Result<(), String> {
    one_of(text, &["open", "accepted", "canceled", "replaced", "expired"])
}

fn message_kind(text: &str) -> Result<(), String> {
    said(MessageKind::parse(text))
}

fn message_state(text: &str) -> Result<(), String> {
    said(MessageState::parse(text))
}

fn action(text: &str) -> Result<(), String> {
    said(Action::parse(text))
}

fn target_kind(text: &str) -> Result<(), String> {
    said(TargetKind::parse(text))
}

/// A password is stored as an argon2id hash or not at all. The text itself is not repeated in the finding.
fn password_hash(text: &str) -> Result<(), String> {
    let parsed = argon2::password_hash::phc::PasswordHash::new(text);
    if text.starts_with("$argon2id$") && parsed.is_ok() {
        Ok(())
    } else {
        Err("is no argon2id hash".to_owned())
    }
}
