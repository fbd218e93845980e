//! Courses: made, changed and listed; lessons that stay keep what was done in them.

use crate::school::{School, two_lessons};
use domain::courses::{BundleForm, CourseForm, CourseRefused, EventForm, LessonForm, ProductRefused};
use domain::id::{CourseId, EventId};
use store::courses::{
    archive, attend, attendees, bundles, change, create, events, events_of, get, learners, list, save_bundle,
    save_event, stay_away,
};
use store::testing::{count, each};
use store::{Failure, check, learning};

#[tokio::test]
async fn lessons_that_stay_keep_what_learners_did() {
    each(async |store| {
        let school = School::found(&store).await;
        school.assign(None).await;
        let (ada, id) = (school.learner().await, school.enrollment().await);
        learning::begin(&ada, id).await.unwrap();
        let before = get::<()>(&school.view(), school.course).await.unwrap();
        learning::finish(&ada, id, Some(before.lessons[1].id))
            .await
            .unwrap();
        let turned = CourseForm {
            lessons: vec![
                LessonForm {
                    id: Some(before.lessons[1].id),
                    title: "Two, now first".into(),
                    markdown: "changed".into(),
                },
                LessonForm {
                    title: "New".into(),
                    ..LessonForm::default()
                },
            ],
            ..two_lessons("SAFETY")
        };
        change(school.manage(), school.course, before.version, turned.clone())
            .await
            .unwrap();
        let stale = change(school.manage(), school.course, before.version, turned).await;
        assert!(matches!(
            stale,
            Err(Failure::Refused(CourseRefused::ChangedMeanwhile))
        ));
        let seen = learning::course::<()>(&ada, id).await.unwrap();
        let done: Vec<_> = seen.lessons.iter().map(|l| (l.title.as_str(), l.done)).collect();
        assert_eq!(done, [("Two, now first", true), ("New", false)]);
        assert_eq!(check::check(&store).await.unwrap().findings, vec![]);
    })
    .await;
}

#[tokio::test]
async fn courses_are_found_by_part_of_title_or_reference_and_paged() {
    each(async |store| {
        let school = School::found(&store).await;
        let taken = create(school.manage(), two_lessons("safety")).await;
        assert!(matches!(
            taken,
            Err(Failure::Refused(CourseRefused::ReferenceTaken))
        ));
        for number in 0..60 {
            let form = CourseForm {
                title: format!("Über {number:02}"),
                reference: format!("U{number}"),
                ..CourseForm::default()
            };
            create(school.manage(), form).await.unwrap();
        }
        let first = list(&school.view(), "", false, None).await.unwrap();
        assert_eq!(
            (first.courses.len(), first.courses[0].title.as_str()),
            (50, "Safety basics")
        );
        let second = list(&school.view(), "", false, first.next).await.unwrap();
        assert_eq!((second.courses.len(), second.next), (11, None));
        let found = |text: &'static str| async {
            list(&school.view(), text, false, None)
                .await
                .unwrap()
                .courses
                .len()
        };
        assert_eq!(
            (found("uber 1").await, found("SAFE").await, found("%").await),
            (10, 1, 0)
        );
        archive::<()>(school.manage(), school.course, true).await.unwrap();
        assert_eq!(found("safe").await, 0);
        let all = list(&school.view(), "safe", true, None).await.unwrap();
        assert!(all.courses[0].archived);
    })
    .await;
}

#[tokio::test]
async fn who_has_a_course_is_seen_with_how_far_they_are() {
    each(async |store| {
        let school = School::found(&store).await;
        school.give_seat().await;
        let seen = learners::<()>(&school.view(), school.course, None).await.unwrap();
        let one = &seen.learners[0];
        assert_eq!(
            (one.name.as_str(), one.license.as_deref()),
            ("ada Example", Some("Basics"))
        );
        let nothing: CourseId = store.random().id(store.now());
        assert!(matches!(
            learners::<()>(&school.view(), nothing, None).await,
            Err(Failure::NotFound)
        ));
    })
    .await;
}

#[tokio::test]
async fn bundles_and_events_are_kept() {
    each(async |store| {
        let school = School::found(&store).await;
        let form = BundleForm {
            title: "First week".into(),
            courses: vec![school.course, school.course],
            archived: false,
        };
        let id = save_bundle(school.manage(), None, form.clone()).await.unwrap();
        let renamed = BundleForm {
            title: "Week one".into(),
            ..form
        };
        save_bundle(school.manage(), Some(id), renamed).await.unwrap();
        let all = bundles(&school.view()).await.unwrap();
        assert_eq!(
            (all.len(), all[0].title.as_str(), all[0].courses.len()),
            (1, "Week one", 1)
        );
        let form = EventForm {
            title: "Open day".into(),
            day: "2026-05-01".into(),
            time: "09:30".into(),
            ..EventForm::default()
        };
        save_event(school.manage(), None, form).await.unwrap();
        assert_eq!(
            events(&school.view()).await.unwrap()[0].starts_at.to_string(),
            "2026-05-01T09:30:00Z"
        );
        let told =
            "SELECT COUNT(*) AS value FROM audit WHERE action LIKE 'bundles.%' OR action LIKE 'events.%'";
        assert_eq!(count(&store, told).await, 3);
    })
    .await;
}

#[tokio::test]
async fn people_are_put_down_for_events_and_taken_off_once() {
    each(async |store| {
        let school = School::found(&store).await;
        let form = EventForm {
            title: "Open day".into(),
            day: "2026-05-01".into(),
            time: "09:30".into(),
            ..EventForm::default()
        };
        let id = save_event(school.manage(), None, form).await.unwrap();
        let nobody = attend(school.manage(), id, "nobody@example.org").await;
        assert!(matches!(nobody, Err(Failure::Refused(ProductRefused::Nobody))));
        let nowhere = attend(school.manage(), EventId::from(uuid::Uuid::nil()), "ada@example.org").await;
        assert!(matches!(nowhere, Err(Failure::NotFound)));
        for _ in 0..2 {
            attend(school.manage(), id, " ADA@example.org").await.unwrap();
        }
        let there = async || {
            let page = attendees::<()>(&school.view(), id, None).await.unwrap();
            let names: Vec<String> = page.attendees.into_iter().map(|one| one.name).collect();
            (names, page.next)
        };
        assert_eq!(there().await, (vec!["ada Example".to_owned()], None));
        let view = school.owner.grant().unwrap();
        let theirs = events_of::<()>(&view, school.ada).await.unwrap();
        assert_eq!((theirs.len(), theirs[0].title.as_str()), (1, "Open day"));
        for _ in 0..2 {
            stay_away(school.manage(), id, school.ada).await.unwrap();
        }
        assert_eq!(there().await, (Vec::new(), None));
        let told =
            "SELECT COUNT(*) AS value FROM audit WHERE action IN ('events.joined', 'events.left') AND target_kind = 'user'";
        assert_eq!(count(&store, told).await, 2);
    })
    .await;
}
