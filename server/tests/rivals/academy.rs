//! An organization whose license has so many seats left, users who would like one, and administrators who give them.

use domain::access::{CreateUsers, ManageLicenses, Role};
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId, UserId};
use domain::licenses::{LicenseForm, LicenseKind};
use domain::users::{Email, NewUser, Password, PasswordPlan, PersonName};
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, owner};
use store::{Change, Entry, Requester, Store, licenses, sql, users};

/// Somebody at the allocator.
pub struct Client {
    /// Their session.
    pub cookie: String,
    /// For whom they want a seat.
    pub wants: Vec<UserId>,
}

pub struct Academy {
    pub license: LicenseId,
    pub clients: Vec<Client>,
}

impl Academy {
    pub async fn found(store: &Store, seats: usize, clients: usize, wants: usize) -> Self {
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
        let mut academy = Self {
            license,
            clients: Vec::new(),
        };
        for number in 0..clients {
            let mut client = Client {
                cookie: sign_in(&owner, number).await,
                wants: Vec::new(),
            };
            for want in 0..wants {
                client
                    .wants
                    .push(create(&owner, named(&format!("rival{number}-{want}"))).await);
            }
            academy.clients.push(client);
        }
        academy
    }
}

fn named(name: &str) -> NewUser {
    let part = |text: &str| PersonName::parse(text).unwrap();
    let email = Email::parse(&format!("{name}@example.org")).unwrap();
    NewUser::named(part("Rival"), part(name), email)
}

async fn create(owner: &Requester, new: NewUser) -> UserId {
    users::create(owner.grant::<CreateUsers>().unwrap(), new)
        .await
        .unwrap()
}

/// Makes an administrator and signs them in.
async fn sign_in(owner: &Requester, number: usize) -> String {
    let name = format!("administrator{number}");
    let new = NewUser {
        role: Role::Administrator,
        password: PasswordPlan::Typed {
            password: Password::new(PASSWORD),
            must_change: false,
        },
        ..named(&name)
    };
    create(owner, new).await;
    let (email, password) = (format!("{name}@example.org"), Password::new(PASSWORD));
    let signed_in = sign_in::sign_in(owner.store(), &email, password, Device::default(), None)
        .await
        .unwrap();
    format!("rollcall_session={}", signed_in.session.expose())
}
