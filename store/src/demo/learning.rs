//! What people learn: seats and their ledger, enrollments, progress, records, and activity by day.

use super::catalog::{Academy, Course};
use super::dice::Dice;
use super::licenses::License;
use super::person::Person;
use super::rows::row;
use super::tables::Tables;
use domain::id::{CourseId, EnrollmentId, LedgerLineId, SeatId, TrainingRecordId, UserId};
use domain::licenses::{LedgerKind, LicenseKind};
use domain::time::{Date, Span, Timestamp};
use domain::users::UserState;
use uuid::Uuid;

/// People beyond this number have seats and enrollments, but no activity by day: it would only cost time.
const ACTIVE_LEARNERS: i64 = 3_000;
/// Days of activity.
const DAYS: i32 = 90;

/// Gives a person their seats and courses, and what they did with them.
pub(super) fn learn(
    academy: &mut Academy,
    person: &Person,
    by: UserId,
    tables: &mut Tables,
    dice: &mut Dice,
) {
    if person.state == UserState::Pending {
        return;
    }
    let mut licenses = std::mem::take(&mut academy.licenses);
    let mut open = Vec::new();
    for license in &mut licenses {
        let joined_in_time = person.joined_at.date() < license.valid_to;
        if joined_in_time && (person.studies || license.is_for(person.number)) {
            take_seat(academy, license, person, by, tables, dice, &mut open);
        }
    }
    academy.licenses = licenses;
    if person.number % 37 == 2 {
        grant_directly(academy, person, by, tables, dice);
    }
    if person.number < ACTIVE_LEARNERS && person.state == UserState::Active && !open.is_empty() {
        be_active(academy, person, &open, tables, dice);
    }
}

/// A seat from beginning to end.
struct Held {
    seat: SeatId,
    allocated_at: Timestamp,
    started_at: Option<Timestamp>,
    returned_at: Option<Timestamp>,
}

fn take_seat(
    academy: &Academy,
    license: &mut License,
    person: &Person,
    by: UserId,
    tables: &mut Tables,
    dice: &mut Dice,
    open: &mut Vec<CourseId>,
) {
    let earliest = person.joined_at.max(Timestamp::start_of(license.valid_from));
    let until = person.until(academy);
    if earliest >= until {
        return;
    }
    let end = until.min(Timestamp::start_of(license.valid_to));
    let allocated_at = dice.moment(earliest, end.min(earliest + Span::days(30)));
    let starts = person.here.is_some() && dice.chance(72);
    let started_at = starts.then(|| dice.moment(allocated_at, end.min(allocated_at + Span::days(60))));
    let goes_back = match (license.kind, started_at) {
        (LicenseKind::Standard, Some(_)) => false,
        _ if person.archived_at.is_some() => true,
        (LicenseKind::Reusable, Some(_)) => dice.chance(15),
        (_, None) => dice.chance(4),
    };
    let returned_at = goes_back.then(|| {
        person
            .archived_at
            .unwrap_or_else(|| dice.moment(started_at.unwrap_or(allocated_at), until))
    });
    let held = Held {
        seat: dice.id(allocated_at),
        allocated_at,
        started_at,
        returned_at,
    };
    tables.seats.push(row![
        held.seat,
        license.id,
        person.id,
        allocated_at,
        started_at,
        returned_at
    ]);
    let lines = [
        (
            LedgerKind::Allocated,
            Some(allocated_at),
            "given in the allocator",
        ),
        (LedgerKind::Started, started_at, "opened a course"),
        (
            LedgerKind::Returned,
            returned_at,
            if person.archived_at.is_some() {
                "archived"
            } else {
                "taken back"
            },
        ),
    ];
    for (kind, at, reason) in lines {
        if let Some(at) = at {
            let actor = if kind == LedgerKind::Started {
                person.id
            } else {
                by
            };
            let id: LedgerLineId = dice.id(at);
            tables.ledger.push(row![
                id,
                license.id,
                held.seat,
                person.id,
                None::<Uuid>,
                kind.as_str(),
                reason,
                actor,
                at
            ]);
            license.allocated += kind.effect().0;
        }
    }
    let courses = license.courses;
    for course in courses.iter().filter_map(|place| academy.courses.get(*place)) {
        let access = Access {
            course,
            seat: Some(&held),
            person,
        };
        access.enroll(academy, by, tables, dice);
        if started_at.is_some() && returned_at.is_none() {
            open.push(course.id);
        }
    }
}

/// A course without a seat: a special case, decided by an administrator.
fn grant_directly(academy: &Academy, person: &Person, by: UserId, tables: &mut Tables, dice: &mut Dice) {
    // The courses of licenses could be open already; the last license's is left to chance by nobody else of this number.
    let forklift = academy
        .courses
        .get(2)
        .filter(|_| person.number % 25 != 4 && !person.studies);
    if let Some(course) = forklift {
        Access {
            course,
            seat: None,
            person,
        }
        .enroll(academy, by, tables, dice);
    }
}

/// Somebody's access to a course, to be written down with what came of it.
struct Access<'a> {
    course: &'a Course,
    seat: Option<&'a Held>,
    person: &'a Person,
}

impl Access<'_> {
    fn enroll(&self, academy: &Academy, by: UserId, tables: &mut Tables, dice: &mut Dice) {
        let person = self.person;
        let until = person.until(academy);
        let assigned_at = self
            .seat
            .map_or_else(|| dice.moment(person.joined_at, until), |seat| seat.allocated_at);
        let started_at = match self.seat {
            Some(seat) => seat.started_at.filter(|_| dice.chance(85)),
            None => person
                .here
                .filter(|_| dice.chance(60))
                .map(|_| dice.moment(assigned_at, until)),
        };
        let ended_at = self.seat.and_then(|seat| seat.returned_at).or(person.archived_at);
        let progress = if started_at.is_some() {
            (dice.below(14) * 10).min(100)
        } else {
            0
        };
        let last = ended_at.unwrap_or(academy.now);
        let completed_at = started_at
            .filter(|_| progress == 100)
            .map(|started| dice.moment(started, last.min(started + Span::days(40))));
        let due_date = dice
            .chance(60)
            .then(|| due(academy.today, assigned_at, completed_at, dice));
        let id: EnrollmentId = dice.id(assigned_at);
        let seat = self.seat.map(|seat| seat.seat);
        tables.enrollments.push(row![
            id,
            academy.organization,
            person.id,
            self.course.id,
            seat,
            assigned_at,
            by,
            due_date,
            started_at,
            completed_at,
            progress,
            ended_at,
        ]);
        if let Some(started_at) = started_at {
            self.progress(
                id,
                progress,
                started_at,
                completed_at.unwrap_or(last),
                tables,
                dice,
            );
        }
        if completed_at.is_some() || (ended_at.is_some() && started_at.is_some()) {
            let recorded_at = completed_at.or(ended_at).unwrap_or(last);
            let record: TrainingRecordId = dice.id(recorded_at);
            let certificate = completed_at.map(|_| certificate(dice));
            tables.records.push(row![
                record,
                academy.organization,
                person.id,
                id,
                self.course.id,
                self.course.title,
                started_at,
                completed_at,
                progress,
                recorded_at,
                certificate,
            ]);
        }
    }

    /// The lessons behind a progress.
    fn progress(
        &self,
        enrollment: EnrollmentId,
        progress: i64,
        from: Timestamp,
        to: Timestamp,
        tables: &mut Tables,
        dice: &mut Dice,
    ) {
        if self.person.number >= ACTIVE_LEARNERS {
            return;
        }
        let lessons = &self.course.lessons;
        let done = usize::try_from(progress).unwrap_or(0) * lessons.len() / 100;
        for lesson in lessons.iter().take(done) {
            tables
                .lessons
                .push(row![enrollment, *lesson, dice.moment(from, to)]);
        }
    }
}

/// A due date: around the completion if there was one; otherwise some weeks before or after today.
fn due(today: Date, assigned_at: Timestamp, completed_at: Option<Timestamp>, dice: &mut Dice) -> Date {
    let days = i32::try_from(dice.below(70)).unwrap_or(0);
    match completed_at {
        Some(at) => at.date().plus_days(days - 10),
        None => today.plus_days(days - 20),
    }
    .max(assigned_at.date().plus_days(7))
}

/// The number on a certificate: 80 random bits, so that nobody finds another's by counting.
fn certificate(dice: &mut Dice) -> String {
    dice.bytes::<10>()
        .iter()
        .fold(String::from("HA"), |text, byte| format!("{text}{byte:02X}"))
}

/// Ninety days of learning: more on some days than on others, less on weekends.
fn be_active(academy: &Academy, person: &Person, open: &[CourseId], tables: &mut Tables, dice: &mut Dice) {
    let Some((first, last)) = person.here else { return };
    let diligence = 8 + dice.below(45);
    for ago in (0..DAYS).rev() {
        let day = academy.today.plus_days(-ago);
        // The first of January 1970 was a Thursday.
        let weekday = (Timestamp::start_of(day) - Timestamp::from_micros(0)).as_seconds() / 86_400 % 7;
        let willing = if weekday == 2 || weekday == 3 {
            diligence / 4
        } else {
            diligence
        };
        if day < first.date() || day > last.date() || !dice.chance(willing) {
            continue;
        }
        let seconds = 240 + dice.below(4_200);
        let xp = seconds / 30;
        tables.days.push(row![person.id, day, seconds, xp]);
        if ago < 14 {
            let at = (Timestamp::start_of(day) + Span::hours(7 + dice.below(10))).min(last);
            tables
                .events
                .push(row![dice.uuid(), person.id, *dice.pick(open), at, seconds, xp]);
        }
    }
}
