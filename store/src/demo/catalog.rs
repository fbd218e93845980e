//! What the academy has beside people: places, groups, courses with their lessons, bundles, an event, a program.

use super::dice::Dice;
use super::licenses::License;
use super::rows::{Rows, row};
use crate::fault::Fault;
use crate::write::Write;
use domain::id::{
    BundleId, CourseId, DepartmentId, EventId, GroupId, Id, LabelId, LessonId, LocationId, OrganizationId,
    ProgramId, ProgramSessionId,
};
use domain::text::fold;
use domain::time::{Date, Span, Timestamp};

/// The academy, ready for people.
#[derive(Debug)]
pub(super) struct Academy {
    pub organization: OrganizationId,
    /// The present.
    pub now: Timestamp,
    pub today: Date,
    /// When the first account was made.
    pub founded: Timestamp,
    pub locations: Vec<LocationId>,
    pub departments: Vec<DepartmentId>,
    pub labels: Vec<LabelId>,
    pub groups: Vec<GroupId>,
    pub courses: Vec<Course>,
    pub event: EventId,
    /// The finished run of the program, and the one going on.
    pub sessions: [ProgramSessionId; 2],
    pub licenses: Vec<License>,
}

/// A course with its lessons.
#[derive(Debug)]
pub(super) struct Course {
    pub id: CourseId,
    pub title: &'static str,
    pub lessons: Vec<LessonId>,
}

const LOCATIONS: [&str; 12] = [
    "Hamburg",
    "Gdańsk",
    "Marseille",
    "Valparaíso",
    "İzmir",
    "Πειραιάς",
    "Одеса",
    "الإسكندرية",
    "חיפה",
    "मुंबई",
    "横浜",
    "부산",
];
const DEPARTMENTS: [&str; 10] = [
    "Quay operations",
    "Yard",
    "Crane crew",
    "Customs",
    "Finance",
    "Human resources",
    "IT",
    "Maintenance",
    "Pilotage",
    "Customer care",
];
const LABELS: [&str; 8] = [
    "First aider",
    "Fire warden",
    "Night shift",
    "Apprentice",
    "Contractor",
    "Part-time",
    "Union delegate",
    "Mentor",
];
const GROUPS: [&str; 16] = [
    "Cadets 2026",
    "Cadets 2025",
    "Crane drivers",
    "Forklift drivers",
    "Shift leads",
    "Dock crew north",
    "Dock crew south",
    "Customs desk",
    "Reach stacker crew",
    "Pilots",
    "Newcomers",
    "Office",
    "Safety circle",
    "Seafarers' welcome",
    "Workshop",
    "Weekend crew",
];

/// Reference, title, text of the lessons, and where the course lives if that is elsewhere.
const COURSES: [(&str, &str, &str, Option<&str>); 6] = [
    (
        "SAFETY-BASICS",
        "Safety basics",
        include_str!("courses/safety-basics.md"),
        None,
    ),
    (
        "FIRST-AID",
        "First aid at the quay",
        include_str!("courses/first-aid.md"),
        None,
    ),
    (
        "FORKLIFT",
        "Driving a forklift",
        include_str!("courses/forklift.md"),
        None,
    ),
    (
        "DATA-PRIVACY",
        "Data privacy for everybody",
        include_str!("courses/data-privacy.md"),
        None,
    ),
    (
        "CUSTOMER-CARE",
        "Customer care",
        include_str!("courses/customer-care.md"),
        None,
    ),
    (
        "LEADING-A-SHIFT",
        "Leading a shift",
        include_str!("courses/leading-a-shift.md"),
        Some("https://courses.demo.example/leading-a-shift"),
    ),
];
/// The task that the first course sets.
const CONTEST: &str =
    "Show the safest way from your place of work to the assembly point: a drawing, or a few sentences.";

const BUNDLES: [(&str, [usize; 3]); 2] = [("First week", [0, 1, 3]), ("On the way to shift lead", [2, 4, 5])];

/// Makes the catalog; returns how many rows that took.
pub(super) async fn create(write: &mut Write, dice: &mut Dice, users: i64) -> Result<(Academy, u64), Fault> {
    let (organization, now) = (write.organization(), write.now());
    let founded = now - Span::days(900);
    let mut catalog = Catalog {
        organization,
        founded,
        dice,
        written: 0,
    };
    let locations = catalog
        .named(
            write,
            "INSERT INTO locations (id, organization_id, name, name_key) VALUES ",
            &LOCATIONS,
        )
        .await?;
    let departments = catalog
        .named(
            write,
            "INSERT INTO departments (id, organization_id, name, name_key) VALUES ",
            &DEPARTMENTS,
        )
        .await?;
    let labels = catalog
        .named(
            write,
            "INSERT INTO labels (id, organization_id, name, name_key) VALUES ",
            &LABELS,
        )
        .await?;
    let groups = catalog.groups(write).await?;
    let courses = catalog.courses(write).await?;
    catalog.bundles(write, &courses).await?;
    let event = catalog.event(write, now).await?;
    let sessions = catalog.program(write, &courses, &groups, now.date()).await?;
    let licenses = super::licenses::create(write, catalog.dice, &courses, users).await?;
    let written = catalog.written;
    let academy = Academy {
        organization,
        now,
        today: now.date(),
        founded,
        locations,
        departments,
        labels,
        groups,
        courses,
        event,
        sessions,
        licenses,
    };
    Ok((academy, written))
}

struct Catalog<'d> {
    organization: OrganizationId,
    founded: Timestamp,
    dice: &'d mut Dice,
    written: u64,
}

impl Catalog<'_> {
    async fn write(&mut self, write: &mut Write, mut rows: Rows) -> Result<(), Fault> {
        self.written += rows.write(write).await?;
        Ok(())
    }

    async fn named<I: Id + crate::column::Column>(
        &mut self,
        write: &mut Write,
        insert: &'static str,
        names: &[&str],
    ) -> Result<Vec<I>, Fault> {
        let mut rows = Rows::of(insert);
        let mut ids = Vec::new();
        for name in names {
            let id: I = self.dice.id(self.founded);
            rows.push(row![id, self.organization, *name, fold(name)]);
            ids.push(id);
        }
        self.write(write, rows).await?;
        Ok(ids)
    }

    async fn groups(&mut self, write: &mut Write) -> Result<Vec<GroupId>, Fault> {
        let mut rows =
            Rows::of("INSERT INTO \"groups\" (id, organization_id, name, name_key, created_at) VALUES ");
        let mut ids = Vec::new();
        for name in GROUPS {
            let id: GroupId = self.dice.id(self.founded);
            rows.push(row![id, self.organization, name, fold(name), self.founded]);
            ids.push(id);
        }
        self.write(write, rows).await?;
        Ok(ids)
    }

    async fn courses(&mut self, write: &mut Write) -> Result<Vec<Course>, Fault> {
        let mut rows = Rows::of(
            "INSERT INTO courses (id, organization_id, reference, reference_key, title, title_key, launch_url, contest,
             created_at) VALUES ",
        );
        let mut lessons = Rows::of("INSERT INTO lessons (id, course_id, position, title, markdown) VALUES ");
        let mut courses = Vec::new();
        for (reference, title, text, launch_url) in COURSES {
            let id: CourseId = self.dice.id(self.founded);
            rows.push(row![
                id,
                self.organization,
                reference,
                fold(reference),
                title,
                fold(title),
                launch_url,
                (reference == "SAFETY-BASICS").then_some(CONTEST),
                self.founded
            ]);
            let mut ids = Vec::new();
            for (position, (title, markdown)) in pages(text).enumerate() {
                let lesson: LessonId = self.dice.id(self.founded);
                let position = i64::try_from(position).unwrap_or(i64::MAX);
                lessons.push(row![lesson, id, position, title, markdown]);
                ids.push(lesson);
            }
            courses.push(Course {
                id,
                title,
                lessons: ids,
            });
        }
        self.write(write, rows).await?;
        self.write(write, lessons).await?;
        Ok(courses)
    }

    async fn bundles(&mut self, write: &mut Write, courses: &[Course]) -> Result<(), Fault> {
        let mut rows = Rows::of("INSERT INTO bundles (id, organization_id, title, created_at) VALUES ");
        let mut of = Rows::of("INSERT INTO bundle_courses (bundle_id, course_id) VALUES ");
        for (title, places) in BUNDLES {
            let id: BundleId = self.dice.id(self.founded);
            rows.push(row![id, self.organization, title, self.founded]);
            for course in places.iter().filter_map(|place| courses.get(*place)) {
                of.push(row![id, course.id]);
            }
        }
        self.write(write, rows).await?;
        self.write(write, of).await
    }

    async fn event(&mut self, write: &mut Write, now: Timestamp) -> Result<EventId, Fault> {
        let mut rows = Rows::of("INSERT INTO events (id, organization_id, title, starts_at, place) VALUES ");
        let id: EventId = self.dice.id(self.founded);
        let starts_at = Timestamp::start_of(now.date().plus_days(24)) + Span::hours(9);
        rows.push(row![
            id,
            self.organization,
            "Open harbor day",
            starts_at,
            "Hall 3, Hamburg"
        ]);
        self.write(write, rows).await?;
        Ok(id)
    }

    async fn program(
        &mut self,
        write: &mut Write,
        courses: &[Course],
        groups: &[GroupId],
        today: Date,
    ) -> Result<[ProgramSessionId; 2], Fault> {
        let mut programs = Rows::of("INSERT INTO programs (id, organization_id, title) VALUES ");
        let mut of = Rows::of("INSERT INTO program_courses (program_id, position, course_id) VALUES ");
        let mut runs =
            Rows::of("INSERT INTO program_sessions (id, program_id, group_id, starts_on, ends_on) VALUES ");
        let program: ProgramId = self.dice.id(self.founded);
        programs.push(row![program, self.organization, "Cadet year"]);
        for (position, course) in (0_i64..).zip(courses) {
            of.push(row![program, position, course.id]);
        }
        let sessions: [ProgramSessionId; 2] = [self.dice.id(self.founded), self.dice.id(self.founded)];
        // The first group has the run that is going on, the second the one that is over.
        let dates = [(-400, -40), (-20, 340)];
        for ((session, (from, to)), group) in sessions.iter().zip(dates).zip(groups.iter().take(2).rev()) {
            runs.push(row![
                *session,
                program,
                *group,
                today.plus_days(from),
                today.plus_days(to)
            ]);
        }
        self.write(write, programs).await?;
        self.write(write, of).await?;
        self.write(write, runs).await?;
        Ok(sessions)
    }
}

/// The lessons of a course: each begins with a first-order heading.
fn pages(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("\n# ").filter_map(|page| {
        let (title, markdown) = page.trim_start_matches("# ").split_once('\n')?;
        Some((title.trim(), markdown.trim()))
    })
}
