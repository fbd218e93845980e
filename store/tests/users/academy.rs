//! A small organization to try things on.

use domain::access::{GroupRole, Role};
use domain::audit::{Action, TargetKind};
use domain::id::{
    CourseId, DepartmentId, GroupId, Id, LabelId, LicenseId, LocationId, OrganizationId, UserId,
};
use domain::users::{AccountSource, Email, NewUser, PasswordPlan, PersonName, UserState, Username};
use store::testing::owner;
use store::users::{Record, claim_places, insert};
use store::{Change, Entry, Requester, Sql, Store, sign_in, sql};

/// The organization, its owner and some places to put people.
pub struct Academy {
    pub store: Store,
    pub owner: Requester,
    pub groups: Vec<GroupId>,
    pub locations: Vec<LocationId>,
    pub departments: Vec<DepartmentId>,
    pub labels: Vec<LabelId>,
    pub courses: Vec<CourseId>,
    /// Two seats on the first course.
    pub license: LicenseId,
}

pub async fn academy(store: &Store) -> Academy {
    let owner = owner(store).await;
    let organization = owner.organization();
    let academy = Academy {
        store: store.clone(),
        owner,
        groups: named(store, "INSERT INTO \"groups\" (id, organization_id, name, name_key, created_at) VALUES ($1, $2, $3, $3, $4)", organization, true).await,
        locations: named(store, "INSERT INTO locations (id, organization_id, name, name_key) VALUES ($1, $2, $3, $3)", organization, false).await,
        departments: named(store, "INSERT INTO departments (id, organization_id, name, name_key) VALUES ($1, $2, $3, $3)", organization, false).await,
        labels: named(store, "INSERT INTO labels (id, organization_id, name, name_key) VALUES ($1, $2, $3, $3)", organization, false).await,
        courses: named(store, "INSERT INTO courses (id, organization_id, reference, reference_key, title, created_at) VALUES ($1, $2, $3, $3, $3, $4)", organization, true).await,
        license: store.random().id(store.now()),
    };
    academy.make_license().await;
    academy
}

/// Three things called one, two and three.
async fn named<I: Id + Into<uuid::Uuid>>(
    store: &Store,
    text: &'static str,
    organization: OrganizationId,
    dated: bool,
) -> Vec<I> {
    let mut ids = Vec::new();
    for name in ["one", "two", "three"] {
        let id: I = store.random().id(store.now());
        let insert = sql(text).bind(id.uuid()).bind(organization).bind(name);
        run(store, if dated { insert.bind(store.now()) } else { insert }).await;
        ids.push(id);
    }
    ids
}

/// Runs one statement past every rule, to make a state that is hard to reach.
pub async fn run(store: &Store, statement: Sql) {
    let mut tx = store.db().begin().await.unwrap();
    statement.execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

impl Academy {
    async fn make_license(&self) {
        let today = self.store.now().date();
        let insert = sql("INSERT INTO licenses (id, organization_id, reference, reference_key, name, kind, purchased, valid_from,
                valid_to, created_at) VALUES ($1, $2, 'basics', 'basics', 'Basics', 'standard', 2, $3, $4, $5)")
        .bind(self.license)
        .bind(self.owner.organization())
        .bind(today)
        .bind(today.plus_days(30))
        .bind(self.store.now());
        run(&self.store, insert).await;
        let course = sql("INSERT INTO license_courses (license_id, course_id) VALUES ($1, $2)")
            .bind(self.license)
            .bind(self.courses[0]);
        run(&self.store, course).await;
    }

    /// Creates a user as the owner.
    pub async fn create(&self, new: NewUser) -> UserId {
        store::users::create(self.owner.grant().unwrap(), new)
            .await
            .unwrap()
    }

    /// Creates somebody of a role and comes back as them.
    pub async fn become_one(&self, name: &str, role: Role) -> Requester {
        self.create(NewUser { role, ..person(name) }).await;
        self.requester(name).await
    }

    /// Comes back as somebody who exists.
    pub async fn requester(&self, name: &str) -> Requester {
        let email = format!("{name}@example.org");
        let found = sign_in::requester_at_command_line(&self.store, &email).await;
        found.unwrap().unwrap()
    }

    /// Makes so many members called Crowd, in a few statements.
    pub async fn many(&self, many: usize) {
        let mut write = self
            .store
            .write(self.owner.organization(), self.owner.actor())
            .await
            .unwrap();
        let record = |i: usize| {
            let new = NewUser {
                last_name: PersonName::parse("Crowd").unwrap(),
                ..person(&format!("user{i}"))
            };
            Record::new(
                &write,
                &new,
                UserState::Active,
                AccountSource::Created,
                None,
                false,
            )
            .unwrap()
        };
        let records: Vec<Record> = (0..many).map(record).collect();
        let places = i64::try_from(many).unwrap();
        claim_places(&mut write, places).await.unwrap();
        insert(&mut write, &records).await.unwrap();
        let entry = Entry::new(Action::UserCreated, TargetKind::User, self.owner.user());
        write.commit(Change::of((), entry)).await.unwrap();
    }

    /// Lets no more than so many users be active.
    pub async fn cap(&self, users: i64) {
        run(
            &self.store,
            sql("UPDATE organizations SET user_cap = $1").bind(users),
        )
        .await;
    }
}

/// A member of this name, who gets in later.
pub fn person(name: &str) -> NewUser {
    NewUser {
        first_name: PersonName::parse(name).unwrap(),
        last_name: PersonName::parse("Example").unwrap(),
        email: Some(Email::parse(&format!("{name}@example.org")).unwrap()),
        username: None,
        email_as_username: true,
        password: PasswordPlan::Later,
        role: Role::Member,
        groups: Vec::new(),
        group_role: GroupRole::Learner,
        location: None,
        department: None,
        labels: Vec::new(),
        language: None,
        phone: None,
        job_title: None,
        address: None,
        date_of_birth: None,
        external_id: None,
        deletion_date: None,
        license: None,
        courses: Vec::new(),
        due_date: None,
    }
}

/// A member without an email.
pub fn nameless(username: &str) -> NewUser {
    NewUser {
        email: None,
        username: Some(Username::parse(username).unwrap()),
        ..person("nobody")
    }
}
