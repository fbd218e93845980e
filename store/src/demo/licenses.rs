//! The academy's four licenses: a roomy one, a reusable one, a nearly full one, an expired one.

use super::catalog::Course;
use super::dice::Dice;
use super::rows::{Rows, row};
use crate::fault::Fault;
use crate::sql::sql;
use crate::write::Write;
use domain::id::{CourseId, LicenseId};
use domain::licenses::LicenseKind;
use domain::text::fold;
use domain::time::Date;

/// A license, counting the seats as they are given.
#[derive(Debug)]
pub(super) struct License {
    pub id: LicenseId,
    pub kind: LicenseKind,
    /// Places of its courses in the academy's list.
    pub courses: &'static [usize],
    pub purchased: i64,
    pub allocated: i64,
    pub reserved: i64,
    pub valid_from: Date,
    pub valid_to: Date,
    sketch: &'static Sketch,
}

#[derive(Debug)]
struct Sketch {
    reference: &'static str,
    name: &'static str,
    kind: LicenseKind,
    courses: &'static [usize],
    /// Days from today to the first and the last day.
    term: (i32, i32),
    /// Seats: so many, and one more for so many users.
    purchased: (i64, i64),
    /// One user in so many gets a seat, beginning with that one.
    given: (i64, i64),
    /// Seats that are not given to users.
    kept: i64,
}

static SKETCHES: [Sketch; 4] = [
    Sketch {
        reference: "SAFETY-2026",
        name: "Safety 2026",
        kind: LicenseKind::Standard,
        courses: &[0, 1],
        term: (-320, 200),
        purchased: (600, 2),
        given: (2, 0),
        kept: 400,
    },
    Sketch {
        reference: "SKILLS-2026",
        name: "Service and leadership 2026",
        kind: LicenseKind::Reusable,
        courses: &[4, 5],
        term: (-200, 165),
        purchased: (150, 4),
        given: (6, 3),
        kept: 20,
    },
    Sketch {
        reference: "PRIVACY-2026",
        name: "Data privacy 2026",
        kind: LicenseKind::Standard,
        courses: &[3],
        term: (-250, 115),
        purchased: (20, 10),
        given: (4, 1),
        kept: 3,
    },
    Sketch {
        reference: "FORKLIFT-2025",
        name: "Forklift 2025",
        kind: LicenseKind::Reusable,
        courses: &[2],
        term: (-600, -60),
        purchased: (40, 20),
        given: (25, 4),
        kept: 5,
    },
];

pub(super) async fn create(
    write: &mut Write,
    dice: &mut Dice,
    courses: &[Course],
    users: i64,
) -> Result<Vec<License>, Fault> {
    let (organization, now) = (write.organization(), write.now());
    let mut rows = Rows::of(
        "INSERT INTO licenses (id, organization_id, reference, reference_key, name, kind, purchased, valid_from, valid_to,
         created_at) VALUES ",
    );
    let mut of = Rows::of("INSERT INTO license_courses (license_id, course_id) VALUES ");
    let mut licenses = Vec::new();
    for sketch in &SKETCHES {
        let (from, to) = sketch.term;
        let license = License {
            id: dice.id(now),
            kind: sketch.kind,
            courses: sketch.courses,
            purchased: sketch.purchased.0 + users / sketch.purchased.1,
            allocated: 0,
            reserved: 0,
            valid_from: now.date().plus_days(from),
            valid_to: now.date().plus_days(to),
            sketch,
        };
        let created_at = domain::time::Timestamp::start_of(license.valid_from);
        rows.push(row![
            license.id,
            organization,
            sketch.reference,
            fold(sketch.reference),
            sketch.name,
            sketch.kind,
            license.purchased,
            license.valid_from,
            license.valid_to,
            created_at,
        ]);
        for course in license.courses_of(courses) {
            of.push(row![license.id, course]);
        }
        licenses.push(license);
    }
    rows.write(write).await?;
    of.write(write).await?;
    Ok(licenses)
}

impl License {
    /// Whether the user of this number gets a seat, if there is one.
    pub(super) fn is_for(&self, number: i64) -> bool {
        let (every, first) = self.sketch.given;
        number % every == first && self.allocated < self.purchased - self.sketch.kept
    }

    /// Its courses.
    pub(super) fn courses_of<'a>(&self, courses: &'a [Course]) -> impl Iterator<Item = CourseId> + use<'a> {
        let places = self.courses;
        places
            .iter()
            .filter_map(|place| courses.get(*place))
            .map(|course| course.id)
    }

    /// Writes the counters down.
    pub(super) async fn count(&self, write: &mut Write) -> Result<(), Fault> {
        sql("UPDATE licenses SET allocated = $1, reserved = $2 WHERE id = $3")
            .bind(self.allocated)
            .bind(self.reserved)
            .bind(self.id)
            .execute(write)
            .await?;
        Ok(())
    }
}
