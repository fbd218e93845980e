//! A learner: begins a course, which starts the seat once; works through it; is certified; hands something in.

use crate::school::School;
use domain::courses::{CourseStanding, LearnRefused, OpenCourse};
use domain::time::Span;
use domain::users::LearningAct;
use store::learning::{HandedIn, begin, certificate, course, finish, hand_in, record_time};
use store::records::{RecordFilter, list};
use store::testing::{count, each};
use store::{Failure, check};

const STARTED: &str = "SELECT COUNT(*) AS value FROM seat_ledger WHERE kind = 'started'";

#[tokio::test]
async fn a_course_is_begun_worked_through_and_certified() {
    each(async |store| {
        let school = School::found(&store).await;
        school.give_seat().await;
        let (ada, id) = (school.learner().await, school.enrollment().await);
        let unread: OpenCourse = course::<()>(&ada, id).await.unwrap();
        assert_eq!(unread.standing, CourseStanding::New);
        assert!(unread.lessons.iter().all(|lesson| lesson.text.is_empty()));
        let lesson = |place: usize| Some(unread.lessons[place].id);
        let early = finish(&ada, id, lesson(0)).await;
        assert!(matches!(early, Err(Failure::Refused(LearnRefused::NotBegun))));

        for _ in 0..2 {
            begin(&ada, id).await.unwrap();
        }
        assert_eq!(count(&store, STARTED).await, 1);
        for _ in 0..2 {
            finish(&ada, id, lesson(0)).await.unwrap();
        }
        let half: OpenCourse = course::<()>(&ada, id).await.unwrap();
        assert_eq!((half.enrollment.progress, half.lessons[0].done), (50, true));
        assert_eq!(half.lessons[1].text, "# Two");
        let whole = finish(&ada, id, None).await;
        assert!(matches!(whole, Err(Failure::Refused(LearnRefused::Changed))));
        store.clock().advance(Span::hours(1));
        finish(&ada, id, lesson(1)).await.unwrap();

        let done: OpenCourse = course::<()>(&ada, id).await.unwrap();
        assert_eq!(done.standing, CourseStanding::Completed);
        let number = done.certificate.unwrap();
        let shown = certificate(&store, &number).await.unwrap().unwrap();
        assert_eq!(
            (shown.name.as_str(), shown.course.as_str()),
            ("ada Example", "Safety basics")
        );
        assert_eq!(certificate(&store, "nothing").await.unwrap(), None);
        let xp = "SELECT CAST(SUM(xp) AS BIGINT) AS value FROM activity_days";
        assert_eq!(count(&store, xp).await, 70);

        school
            .act(LearningAct::Unassign {
                courses: vec![school.course],
            })
            .await;
        assert!(matches!(course::<()>(&ada, id).await, Err(Failure::NotFound)));
        let records = list(
            &school.view(),
            &RecordFilter {
                search: "ada".into(),
                course: None,
            },
            None,
        )
        .await;
        let records = records.unwrap().records;
        assert_eq!(
            (records.len(), records[0].certificate.as_deref()),
            (1, Some(number.as_str()))
        );
        let others = RecordFilter {
            search: "nobody".into(),
            course: None,
        };
        assert!(
            list(&school.view(), &others, None)
                .await
                .unwrap()
                .records
                .is_empty()
        );
        assert_eq!(check::check(&store).await.unwrap().findings, vec![]);
    })
    .await;
}

#[tokio::test]
async fn time_is_counted_once_and_never_faster_than_it_passes() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        let (ada, id) = (school.learner().await, school.enrollment().await);
        begin(&ada, id).await.unwrap();
        let event = |number| uuid::Uuid::from_u128(number);
        assert_eq!(record_time(&ada, id, event(1), 30).await.unwrap(), 30);
        store.clock().advance(Span::seconds(20));
        // Two pages are open: the second reports what the first one did.
        assert_eq!(record_time(&ada, id, event(2), 20).await.unwrap(), 20);
        assert_eq!(record_time(&ada, id, event(3), 20).await.unwrap(), 0);
        store.clock().advance(Span::hours(2));
        assert_eq!(record_time(&ada, id, event(4), 7_200).await.unwrap(), 300);
        store.clock().advance(Span::minutes(1));
        assert_eq!(record_time(&ada, id, event(4), 60).await.unwrap(), 0);
        let seconds = "SELECT CAST(SUM(seconds) AS BIGINT) AS value FROM activity_days";
        assert_eq!(count(&store, seconds).await, 350);
    })
    .await;
}

#[tokio::test]
async fn something_is_handed_in_where_a_contest_is_set() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        let (ada, id) = (school.learner().await, school.enrollment().await);
        begin(&ada, id).await.unwrap();
        let some = |content: &[u8]| HandedIn {
            file_name: Some("route.txt".into()),
            content: content.to_vec(),
            score: None,
        };
        let empty = hand_in(&ada, id, some(b" \n")).await;
        assert!(matches!(empty, Err(Failure::Refused(LearnRefused::Empty))));
        hand_in(&ada, id, some(b"left, then left")).await.unwrap();
        let seen: OpenCourse = course::<()>(&ada, id).await.unwrap();
        assert_eq!(seen.submissions[0].file_name.as_deref(), Some("route.txt"));
    })
    .await;
}

#[tokio::test]
async fn a_license_that_is_over_opens_nothing() {
    each(async |store| {
        let school = School::found(&store).await;
        school.give_seat().await;
        let id = school.enrollment().await;
        store.clock().advance(Span::days(61));
        let ada = school.learner().await;
        let closed = begin(&ada, id).await;
        assert!(matches!(closed, Err(Failure::Refused(LearnRefused::Closed))));
        assert_eq!(count(&store, STARTED).await, 0);
    })
    .await;
}
