//! Another system reports what a learner did: the same steps as on the learner's page, each once, whoever asks how often.

use crate::school::School;
use domain::access::ReportActivity;
use domain::courses::{Counted, CourseForm, Happened, NamedCourse, NamedUser, Occasion, ReportRefused};
use domain::id::{LessonId, OrganizationId};
use domain::time::{Span, Timestamp};
use domain::users::{Email, LearningAct, Username};
use futures::future::join_all;
use store::learning::{HandedIn, activity_of, course, report, report_handed_in, submissions_of};
use store::testing::{count, each, postgres};
use store::tokens::RequestKey;
use store::{Clock, Failure, Grant, Random, Store, check, courses, sql};

type Reported = Result<Counted, ReportRefused>;

const DONE: Reported = Ok(Counted {
    seconds: 0,
    repeated: false,
});
const AGAIN: Reported = Ok(Counted {
    seconds: 0,
    repeated: true,
});
const EVENTS: &str = "SELECT COUNT(*) AS value FROM activity_events";
const STARTED: &str = "SELECT COUNT(*) AS value FROM seat_ledger WHERE kind = 'started'";
const POINTS: &str = "SELECT COALESCE(CAST(SUM(xp) AS BIGINT), 0) AS value FROM activity_days";

fn refused<T>(why: ReportRefused) -> Result<T, ReportRefused> {
    Err(why)
}

fn plain<T>(result: Result<T, Failure<ReportRefused>>) -> Result<T, ReportRefused> {
    result.map_err(|failure| match failure {
        Failure::Refused(why) => why,
        other => panic!("{other}"),
    })
}

fn key(id: &str, content: &str) -> RequestKey {
    RequestKey::new(id, content.as_bytes()).unwrap()
}

/// Ada in the course of the school, now.
fn ada(store: &Store) -> Occasion {
    Occasion {
        user: NamedUser::Email(Email::parse("ADA@example.org").unwrap()),
        course: NamedCourse::Reference(" safety ".to_owned()),
        at: store.now(),
    }
}

async fn tell(school: &School, id: &str, what: Happened) -> Reported {
    tell_at(school, id, school.store.now(), what).await
}

async fn tell_at(school: &School, id: &str, at: Timestamp, what: Happened) -> Reported {
    let occasion = Occasion {
        at,
        ..ada(&school.store)
    };
    let grant = school.owner.grant().unwrap();
    plain(report(&grant, &key(id, &format!("{what:?}")), &occasion, &what).await)
}

async fn lessons(school: &School) -> Vec<LessonId> {
    let read = course::<()>(&school.learner().await, school.enrollment().await)
        .await
        .unwrap();
    read.lessons.iter().map(|lesson| lesson.id).collect()
}

#[tokio::test]
async fn a_course_is_begun_worked_through_and_completed_from_elsewhere() {
    each(async |store| {
        let school = School::found(&store).await;
        school.give_seat().await;
        let lessons = lessons(&school).await;
        let lesson = |place: usize| Happened::Lesson {
            lesson: lessons[place],
        };
        assert_eq!(
            tell(&school, "e0", lesson(0)).await,
            refused(ReportRefused::NotBegun)
        );
        assert_eq!(tell(&school, "e1", Happened::Started).await, DONE);
        assert_eq!(tell(&school, "e1", Happened::Started).await, AGAIN);
        assert_eq!(
            tell(&school, "e2", Happened::Started).await,
            DONE,
            "begun, it stays so"
        );
        assert_eq!(count(&store, STARTED).await, 1);
        assert_eq!(
            tell(&school, "e0", lesson(0)).await,
            DONE,
            "what was refused can be sent again"
        );
        assert_eq!(
            tell(&school, "e3", Happened::Completed).await,
            refused(ReportRefused::HasLessons)
        );
        let percent = Happened::Progress { percent: 40 };
        assert_eq!(
            tell(&school, "e3", percent).await,
            refused(ReportRefused::HasLessons)
        );
        let stranger = Happened::Lesson {
            lesson: uuid::Uuid::nil().into(),
        };
        assert_eq!(
            tell(&school, "e3", stranger).await,
            refused(ReportRefused::NoSuchLesson)
        );
        store.clock().advance(Span::hours(1));
        assert_eq!(tell(&school, "e4", lesson(1)).await, DONE);
        assert_eq!(tell(&school, "e4", lesson(1)).await, AGAIN);
        assert_eq!(count(&store, POINTS).await, 70);
        assert_eq!(tell(&school, "e5", Happened::Xp { points: 30 }).await, DONE);
        assert_eq!(tell(&school, "e5", Happened::Xp { points: 30 }).await, AGAIN);
        assert_eq!(count(&store, POINTS).await, 100);

        let told =
            "SELECT COUNT(*) AS value FROM audit WHERE action IN ('courses.started', 'courses.completed')";
        assert_eq!(count(&store, told).await, 2);
        let records = "SELECT COUNT(*) AS value FROM training_records WHERE certificate IS NOT NULL";
        assert_eq!(count(&store, records).await, 1);
        assert_eq!(check::check(&store).await.unwrap().findings, vec![]);
    })
    .await;
}

#[tokio::test]
async fn a_course_without_lessons_goes_forward_and_ends() {
    each(async |store| {
        let school = School::found(&store).await;
        let form = CourseForm {
            title: "Elsewhere".into(),
            reference: "ELSEWHERE".into(),
            launch_url: "https://player.example".into(),
            ..CourseForm::default()
        };
        let elsewhere = courses::create(school.manage(), form).await.unwrap();
        school
            .act(LearningAct::Assign {
                courses: vec![elsewhere],
                due_date: None,
            })
            .await;
        let grant: Grant<ReportActivity> = school.owner.grant().unwrap();
        let progress = "SELECT progress AS value FROM enrollments";
        for (id, what, percent) in [
            ("e1", Happened::Started, 0),
            ("e2", Happened::Progress { percent: 60 }, 60),
            ("e3", Happened::Progress { percent: 40 }, 60),
            ("e4", Happened::Completed, 100),
        ] {
            let occasion = Occasion {
                user: NamedUser::Id(school.ada),
                course: NamedCourse::Id(elsewhere),
                at: store.now(),
            };
            plain(report(&grant, &key(id, ""), &occasion, &what).await).unwrap();
            assert_eq!(count(&store, progress).await, percent, "{id}");
        }
        assert_eq!(check::check(&store).await.unwrap().findings, vec![]);
    })
    .await;
}

#[tokio::test]
async fn time_counts_when_it_was_and_once() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        tell(&school, "begin", Happened::Started).await.unwrap();
        let seconds = |seconds| Happened::Time { seconds };
        let ago = |minutes| store.now() - Span::minutes(minutes);
        let counted = |seconds, repeated| Ok(Counted { seconds, repeated });
        assert_eq!(
            tell_at(&school, "t1", ago(30), seconds(600)).await,
            counted(600, false)
        );
        assert_eq!(
            tell_at(&school, "t2", ago(20), seconds(1_200)).await,
            counted(600, false)
        );
        assert_eq!(
            tell_at(&school, "t2", ago(20), seconds(1_200)).await,
            counted(600, true)
        );
        assert_eq!(
            tell_at(&school, "t3", ago(25), seconds(60)).await,
            refused(ReportRefused::TimeCounted)
        );
        let yesterday = ago(24 * 60);
        assert_eq!(
            tell_at(&school, "t4", yesterday, seconds(60)).await,
            counted(60, false)
        );
        for (at, amount, why) in [
            (ago(-10), 60, ReportRefused::Moment),
            (ago(31 * 24 * 60), 60, ReportRefused::Moment),
            (ago(0), 0, ReportRefused::Amount),
            (ago(0), 5 * 3_600, ReportRefused::Amount),
        ] {
            assert_eq!(tell_at(&school, "t5", at, seconds(amount)).await, refused(why));
        }
        let activity = activity_of::<()>(&school.owner.grant().unwrap(), school.ada)
            .await
            .unwrap();
        let days: Vec<_> = activity.days.iter().map(|day| (day.day, day.seconds)).collect();
        assert_eq!(days, [(yesterday.date(), 60), (store.now().date(), 1_200)]);
    })
    .await;
}

#[tokio::test]
async fn whom_a_report_names_must_be_there_active_and_enrolled() {
    each(async |store| {
        let school = School::found(&store).await;
        let grant = school.owner.grant().unwrap();
        let start = async |occasion: Occasion| {
            plain(report(&grant, &key("e1", ""), &occasion, &Happened::Started).await)
        };
        assert_eq!(start(ada(&store)).await, refused(ReportRefused::NotEnrolled));
        let nobody = Username::parse("nobody").unwrap();
        let unknown = Occasion {
            user: NamedUser::Username(nobody),
            ..ada(&store)
        };
        assert_eq!(start(unknown).await, refused(ReportRefused::UnknownUser));
        let elsewhere = Occasion {
            course: NamedCourse::Reference("OTHER".to_owned()),
            ..ada(&store)
        };
        assert_eq!(start(elsewhere).await, refused(ReportRefused::UnknownCourse));

        school.give_seat().await;
        store.clock().advance(Span::days(61));
        assert_eq!(start(ada(&store)).await, refused(ReportRefused::Closed));
        let update = sql("UPDATE users SET state = 'archived' WHERE id = $1").bind(school.ada);
        update.execute(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(start(ada(&store)).await, refused(ReportRefused::NotActive));
        assert_eq!(
            (count(&store, EVENTS).await, count(&store, STARTED).await),
            (0, 0)
        );
    })
    .await;
}

#[tokio::test]
async fn another_organization_is_out_of_reach() {
    each(async |store| {
        let school = School::found(&store).await;
        school.give_seat().await;
        let mut reader = store.read().await.unwrap();
        let other = OrganizationId::from(uuid::Uuid::from_u128(7));
        sql(
            "INSERT INTO organizations (id, name, user_cap, settings, created_at)
             SELECT $1, 'Other', user_cap, settings, created_at FROM organizations",
        )
        .bind(other)
        .execute(&mut reader)
        .await
        .unwrap();
        for (moved, id, why) in [
            (
                "UPDATE courses SET organization_id = $1 WHERE id = $2",
                uuid::Uuid::from(school.course),
                ReportRefused::UnknownCourse,
            ),
            (
                "UPDATE users SET organization_id = $1 WHERE id = $2",
                uuid::Uuid::from(school.ada),
                ReportRefused::UnknownUser,
            ),
        ] {
            sql(moved)
                .bind(other)
                .bind(id)
                .execute(&mut reader)
                .await
                .unwrap();
            assert_eq!(tell(&school, "e1", Happened::Started).await, refused(why));
            let by_id = Occasion {
                user: NamedUser::Id(school.ada),
                course: NamedCourse::Id(school.course),
                at: store.now(),
            };
            let grant = school.owner.grant().unwrap();
            let told = report(&grant, &key("e1", ""), &by_id, &Happened::Started).await;
            assert_eq!(plain(told), refused(why));
        }
        assert_eq!(count(&store, EVENTS).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_id_belongs_to_one_event() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        tell(&school, "e1", Happened::Started).await.unwrap();
        assert_eq!(
            tell(&school, "e1", Happened::Xp { points: 5 }).await,
            refused(ReportRefused::IdReused)
        );
        school
            .act(LearningAct::Unassign {
                courses: vec![school.course],
            })
            .await;
        assert_eq!(
            tell(&school, "e1", Happened::Started).await,
            AGAIN,
            "done is done, whatever became of it"
        );
    })
    .await;
}

#[tokio::test]
async fn of_many_equal_reports_at_once_one_counts() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        tell(&school, "begin", Happened::Started).await.unwrap();
        rush(&[&school]).await;
        assert_eq!(count(&store, EVENTS).await, 2);
    })
    .await;
}

#[tokio::test]
async fn of_equal_reports_to_two_servers_one_counts() {
    postgres(async |store, url| {
        let school = School::found(&store).await;
        school.assign(None).await;
        tell(&school, "begin", Happened::Started).await.unwrap();
        let other = Store::connect(&url, Clock::set_to(store.now()), Random::System)
            .await
            .unwrap();
        let owner = store::sign_in::requester_at_command_line(&other, "owner@example.org");
        let second = School {
            store: other.clone(),
            owner: owner.await.unwrap().unwrap(),
            ..school
        };
        rush(&[&school, &second]).await;
        assert_eq!(count(&store, EVENTS).await, 2);
        other.db().close().await;
    })
    .await;
}

/// Reports a minute twenty times at once.
async fn rush(schools: &[&School]) {
    let tell = |place: usize| {
        tell(
            schools[place % schools.len()],
            "t1",
            Happened::Time { seconds: 60 },
        )
    };
    let answers: Vec<Reported> = join_all((0..20).map(tell)).await;
    let first = |answer: &&Reported| !answer.as_ref().unwrap().repeated;
    assert_eq!(answers.iter().filter(first).count(), 1);
    assert!(
        answers
            .iter()
            .all(|answer| answer.as_ref().unwrap().seconds == 60)
    );
}

#[tokio::test]
async fn something_made_elsewhere_is_handed_in_once() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        let hand_in = async |id: &str, content: &str, score: Option<u8>| {
            let grant = school.owner.grant().unwrap();
            let handed_in = HandedIn {
                file_name: Some("route.txt".into()),
                content: content.into(),
                score,
            };
            plain(report_handed_in(&grant, &key(id, content), &ada(&store), handed_in).await)
        };
        assert_eq!(
            hand_in("s1", "left", None).await,
            refused(ReportRefused::NotBegun)
        );
        tell(&school, "begin", Happened::Started).await.unwrap();
        assert_eq!(hand_in("s1", "left", Some(80)).await, DONE);
        assert_eq!(hand_in("s1", "left", Some(80)).await, AGAIN);
        assert_eq!(
            hand_in("s1", "right", Some(80)).await,
            refused(ReportRefused::IdReused)
        );
        assert_eq!(hand_in("s2", " ", None).await, refused(ReportRefused::Empty));
        assert_eq!(
            hand_in("s2", "up", Some(101)).await,
            refused(ReportRefused::Amount)
        );
        let view = school.owner.grant().unwrap();
        let kept = submissions_of::<()>(&view, school.ada).await.unwrap();
        assert_eq!((kept.len(), kept[0].score), (1, Some(80)));
        assert_eq!(count(&store, POINTS).await, 20);
        let told = "SELECT COUNT(*) AS value FROM audit WHERE action = 'courses.submitted'";
        assert_eq!(count(&store, told).await, 1);
    })
    .await;
}
