//! A small school: an owner, a learner, a course of two lessons, and a license with one seat on it.

use domain::access::{Learn, ManageCourses, ManageLicenses, ViewCourses};
use domain::courses::{CourseForm, LessonForm};
use domain::id::{CourseId, EnrollmentId, LicenseId, UserId};
use domain::licenses::{LicenseForm, LicenseKind, Pick};
use domain::time::Date;
use domain::users::{Act, Email, LearningAct, NewUser, PersonName, Report};
use store::testing::owner;
use store::users::acts::act;
use store::{Grant, Requester, Store, courses, learning, licenses, sign_in};

pub struct School {
    pub store: Store,
    pub owner: Requester,
    pub course: CourseId,
    pub license: LicenseId,
    pub ada: UserId,
}

pub fn two_lessons(reference: &str) -> CourseForm {
    let lesson = |title: &str| LessonForm {
        id: None,
        title: title.into(),
        markdown: format!("# {title}"),
    };
    CourseForm {
        title: "Safety basics".into(),
        reference: reference.into(),
        contest: "Draw the escape route".into(),
        lessons: vec![lesson("One"), lesson("Two")],
        ..CourseForm::default()
    }
}

impl School {
    pub async fn found(store: &Store) -> Self {
        let owner = owner(store).await;
        let course = courses::create(owner.grant::<ManageCourses>().unwrap(), two_lessons("SAFETY"))
            .await
            .unwrap();
        let today = store.now().date();
        let form = LicenseForm {
            name: "Basics".into(),
            reference: "BASICS".into(),
            kind: LicenseKind::Standard,
            purchased: "1".into(),
            valid_from: today.to_string(),
            valid_to: today.plus_days(60).to_string(),
            courses: vec![course],
        };
        let license = licenses::create(owner.grant::<ManageLicenses>().unwrap(), form)
            .await
            .unwrap();
        let ada = create(&owner, "ada").await;
        store.clock().advance(domain::time::Span::minutes(1));
        Self {
            store: store.clone(),
            owner,
            course,
            license,
            ada,
        }
    }

    pub fn view(&self) -> Grant<ViewCourses> {
        self.owner.grant().unwrap()
    }

    pub fn manage(&self) -> Grant<ManageCourses> {
        self.owner.grant().unwrap()
    }

    pub async fn learner(&self) -> Grant<Learn> {
        let ada = sign_in::requester_at_command_line(&self.store, "ada@example.org");
        ada.await.unwrap().unwrap().grant().unwrap()
    }

    pub async fn act(&self, what: LearningAct) -> Report {
        let pick = Pick::These(vec![self.ada]);
        act(&self.owner, Act::Learning(what), &pick, None).await.unwrap()
    }

    pub async fn give_seat(&self) {
        self.act(LearningAct::GiveSeat {
            license: self.license,
            courses: Vec::new(),
            due_date: None,
        })
        .await;
    }

    pub async fn assign(&self, due_date: Option<Date>) {
        self.act(LearningAct::Assign {
            courses: vec![self.course],
            due_date,
        })
        .await;
    }

    /// The only course of the learner.
    pub async fn enrollment(&self) -> EnrollmentId {
        let mine = learning::my_courses(self.learner().await).await.unwrap();
        assert_eq!(mine.len(), 1);
        mine[0].enrollment.id
    }
}

async fn create(owner: &Requester, name: &str) -> UserId {
    let email = Email::parse(&format!("{name}@example.org")).unwrap();
    let part = |text: &str| PersonName::parse(text).unwrap();
    let new = NewUser::named(part(name), part("Example"), email);
    store::users::create(owner.grant().unwrap(), new).await.unwrap()
}
