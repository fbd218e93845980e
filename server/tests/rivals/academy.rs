//! An organization whose license has so many seats left, and users who would like one.

use domain::access::{CreateUsers, ManageLicenses};
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId, UserId};
use domain::licenses::{LicenseForm, LicenseKind};
use domain::users::{Email, NewUser, Password, PersonName};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, owner};
use store::{Change, Entry, Store, licenses, sql, users};

pub struct Academy {
    pub license: LicenseId,
    pub users: Vec<UserId>,
    /// The owner's session.
    pub cookie: String,
}

impl Academy {
    pub async fn found(store: &Store, seats: usize, count: usize) -> Self {
        let owner = owner(store).await;
        let mut write = store.write(owner.organization(), owner.actor()).await.unwrap();
        let (course, now): (CourseId, _) = (write.new_id(), write.now());
        sql(
            "INSERT INTO courses (id, organization_id, reference, reference_key, title, created_at)
             VALUES ($1, $2, 'SAFETY', 'safety', 'Safety', $3)",
        )
        .bind(course)
        .bind(owner.organization())
        .bind(now)
        .execute(&mut write)
        .await
        .unwrap();
        let entry = Entry::new(Action::CourseCreated, TargetKind::Course, course);
        write.commit(Change::of((), entry)).await.unwrap();

        let form = LicenseForm {
            name: "Safety".into(),
            reference: "SAFETY".into(),
            kind: LicenseKind::Standard,
            purchased: seats.to_string(),
            valid_from: now.date().to_string(),
            valid_to: now.date().plus_days(30).to_string(),
            courses: vec![course],
        };
        let license = licenses::create(owner.grant::<ManageLicenses>().unwrap(), form)
            .await
            .unwrap();
        let mut ids = Vec::new();
        for number in 0..count {
            let name = |text: &str| PersonName::parse(text).unwrap();
            let email = Email::parse(&format!("rival{number}@example.org")).unwrap();
            let new = NewUser::named(name("Rival"), name(&number.to_string()), email);
            ids.push(
                users::create(owner.grant::<CreateUsers>().unwrap(), new)
                    .await
                    .unwrap(),
            );
        }
        let password = Password::new(PASSWORD);
        let signed_in = sign_in::sign_in(store, "owner@example.org", password, Device::default(), None)
            .await
            .unwrap();
        Self {
            license,
            users: ids,
            cookie: format!("rollcall_session={}", signed_in.session.expose()),
        }
    }
}
