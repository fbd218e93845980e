//! Due dates: what is overdue or soon, and one message for each step towards the day.

use crate::school::School;
use domain::courses::Due;
use domain::time::Span;
use domain::users::LearningAct;
use store::courses::{due, remind};
use store::learning;
use store::testing::{count, each};

const MESSAGES: &str = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'course_due'";

#[tokio::test]
async fn a_week_and_a_day_before_and_on_the_day_a_message_goes_out_once() {
    each(async |store| {
        let school = School::found(&store).await;
        let day = store.now().date().plus_days(9);
        school.assign(Some(day)).await;
        let mut sent = Vec::new();
        for _ in 0..11 {
            remind(&store).await.unwrap();
            assert_eq!(remind(&store).await.unwrap(), 0, "once each");
            sent.push(count(&store, MESSAGES).await);
            store.clock().advance(Span::days(1));
        }
        assert_eq!(sent, [0, 0, 1, 1, 1, 1, 1, 1, 2, 3, 3]);
    })
    .await;
}

#[tokio::test]
async fn a_new_date_reminds_anew_and_what_is_done_reminds_nobody() {
    each(async |store| {
        let school = School::found(&store).await;
        let today = store.now().date();
        school.assign(Some(today)).await;
        assert_eq!(remind(&store).await.unwrap(), 1);
        let due_date = Some(today.plus_days(1));
        let courses = vec![school.course];
        school.act(LearningAct::SetDueDate { courses, due_date }).await;
        assert_eq!(remind(&store).await.unwrap(), 1);
        let (ada, id) = (school.learner().await, school.enrollment().await);
        learning::begin(&ada, id).await.unwrap();
        let lessons = learning::course::<()>(&ada, id).await.unwrap().lessons;
        for lesson in lessons {
            learning::finish(&ada, id, Some(lesson.id)).await.unwrap();
        }
        store.clock().advance(Span::days(1));
        assert_eq!(remind(&store).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_overdue_and_what_is_soon_stand_in_two_lists() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(Some(store.now().date().plus_days(2))).await;
        let rows = async |which| due(&school.view(), which, None).await.unwrap().rows.len();
        assert_eq!((rows(Due::Soon).await, rows(Due::Overdue).await), (1, 0));
        store.clock().advance(Span::days(3));
        assert_eq!((rows(Due::Soon).await, rows(Due::Overdue).await), (0, 1));
    })
    .await;
}
