//! A small academy: an owner, users, two courses, licenses.

use domain::access::{CreateUsers, ManageLicenses, ViewLicenses};
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId, SeatId, UserId};
use domain::licenses::{Give, LicenseForm, LicenseKind, Moved, Pick, Seats, SeatsRefused};
use domain::users::{Email, NewUser, PersonName};
use store::testing::owner;
use store::{Change, Entry, Failure, Grant, Requester, Store, Write, licenses, sql};

pub struct Academy {
    pub owner: Requester,
    pub courses: [CourseId; 2],
}

impl Academy {
    pub async fn found(store: &Store) -> Self {
        let owner = owner(store).await;
        let mut write = store.write(owner.organization(), owner.actor()).await.unwrap();
        let courses: [CourseId; 2] = [write.new_id(), write.new_id()];
        let now = write.now();
        for (course, title) in courses.into_iter().zip(["Safety", "Privacy"]) {
            sql(
                "INSERT INTO courses (id, organization_id, reference, reference_key, title, created_at)
                 VALUES ($1, $2, $3, $3, $3, $4)",
            )
            .bind(course)
            .bind(owner.organization())
            .bind(title)
            .bind(now)
            .execute(&mut write)
            .await
            .unwrap();
        }
        done(write, courses[0]).await;
        Self { owner, courses }
    }

    pub fn manage(&self) -> Grant<ManageLicenses> {
        self.owner.grant().unwrap()
    }

    pub fn view(&self) -> Grant<ViewLicenses> {
        self.owner.grant().unwrap()
    }

    pub async fn users(&self, count: usize) -> Vec<UserId> {
        let mut users = Vec::new();
        for number in 0..count {
            let grant = self.owner.grant::<CreateUsers>().unwrap();
            let email = Email::parse(&format!("learner{number}@example.org")).unwrap();
            let name = |text: &str| PersonName::parse(text).unwrap();
            let new = NewUser::named(name("Lea"), name(&format!("Learner{number}")), email);
            users.push(store::users::create(grant, new).await.unwrap());
        }
        users
    }

    pub fn form(&self, kind: LicenseKind, purchased: i64) -> LicenseForm {
        LicenseForm {
            name: "Safety 2026".into(),
            reference: format!("SAFETY-{kind:?}"),
            kind,
            purchased: purchased.to_string(),
            valid_from: "2026-01-01".into(),
            valid_to: "2026-12-31".into(),
            courses: self.courses.to_vec(),
        }
    }

    pub async fn license(&self, kind: LicenseKind, purchased: i64) -> LicenseId {
        licenses::create(self.manage(), self.form(kind, purchased))
            .await
            .unwrap()
    }

    pub async fn give(&self, license: LicenseId, users: &[UserId]) -> Result<Moved, Failure<SeatsRefused>> {
        let give = Give {
            to: Pick::These(users.to_vec()),
            courses: Vec::new(),
        };
        licenses::give(self.manage(), license, give).await
    }

    pub async fn take_back(
        &self,
        license: LicenseId,
        users: &[UserId],
    ) -> Result<Moved, Failure<SeatsRefused>> {
        licenses::take_back(self.manage(), license, Pick::These(users.to_vec())).await
    }

    pub async fn seats(&self, license: LicenseId) -> Seats {
        licenses::get::<SeatsRefused>(&self.view(), license)
            .await
            .unwrap()
            .seats
    }

    /// Opens a course of the license as its holder does, and says whether that started the seat.
    pub async fn start(&self, license: LicenseId, user: UserId) -> bool {
        let store = self.owner.store();
        let seat: Option<(SeatId,)> = sql(
            "SELECT id AS value FROM seats WHERE license_id = $1 AND user_id = $2 AND returned_at IS NULL",
        )
        .bind(license)
        .bind(user)
        .fetch_optional(&mut store.read().await.unwrap())
        .await
        .unwrap();
        let Some((seat,)) = seat else { return false };
        let mut write = store
            .write(self.owner.organization(), self.owner.actor())
            .await
            .unwrap();
        let started = licenses::start(&mut write, license, seat, user).await.unwrap();
        let now = write.now();
        sql("UPDATE enrollments SET started_at = $1, progress = 40 WHERE seat_id = $2 AND course_id = $3")
            .bind(now)
            .bind(seat)
            .bind(self.courses[0])
            .execute(&mut write)
            .await
            .unwrap();
        done(write, self.courses[0]).await;
        started
    }
}

/// Ends a write that a test made by hand.
pub async fn done(write: Write, course: CourseId) {
    let entry = Entry::new(Action::CourseChanged, TargetKind::Course, course);
    write.commit(Change::of((), entry)).await.unwrap();
}
