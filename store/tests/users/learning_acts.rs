//! Courses and seats given to many at once, moved, taken away and given back.

use crate::academy::{Academy, academy, person, run};
use crate::life::{counters_hold, left, these};
use domain::access::Role;
use domain::id::UserId;
use domain::time::{Date, Span};
use domain::users::{Act, ActRefused, LearningAct, LeftOut, Report};
use store::check::check;
use store::testing::{count, each};
use store::users::acts::{act, preview, undo};
use store::{Failure, sql};

async fn done(academy: &Academy, what: LearningAct, users: &[UserId]) -> Report {
    academy.store.clock().advance(Span::minutes(1));
    act(&academy.owner, Act::Learning(what), &these(users), None)
        .await
        .unwrap()
}

async fn two(academy: &Academy) -> [UserId; 2] {
    [
        academy.create(person("ada")).await,
        academy.create(person("bob")).await,
    ]
}

const OPEN: &str = "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL";
const BY_SEAT: &str =
    "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL AND seat_id IS NOT NULL";
const DUE: &str =
    "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL AND due_date IS NOT NULL";
const RECORDS: &str = "SELECT COUNT(*) AS value FROM training_records";

/// Somebody is halfway through everything that is open.
async fn begin(academy: &Academy) {
    let now = academy.store.now();
    let text = "UPDATE enrollments SET started_at = $1, progress = 50 WHERE archived_at IS NULL";
    run(&academy.store, sql(text).bind(now)).await;
}

async fn holds(academy: &Academy) {
    counters_hold(&academy.store).await;
    let report = check(&academy.store).await.unwrap();
    assert_eq!(report.findings, vec![]);
}

#[tokio::test]
async fn courses_are_assigned_by_the_seat_that_covers_them_and_taken_back() {
    each(async |store| {
        let academy = academy(&store).await;
        let users = two(&academy).await;
        let give = LearningAct::GiveSeat {
            license: academy.license,
            courses: Vec::new(),
            due_date: None,
        };
        done(&academy, give, &users[..1]).await;
        let unassign = LearningAct::Unassign {
            courses: vec![academy.courses[0]],
        };
        done(&academy, unassign, &users[..1]).await;
        assert_eq!(count(&store, OPEN).await, 0);
        let assign = LearningAct::Assign {
            courses: academy.courses[..2].to_vec(),
            due_date: Some(store.now().date().plus_days(10)),
        };
        let assigned = done(&academy, assign.clone(), &users).await;
        assert_eq!(assigned.done, 2);
        assert_eq!(
            (
                count(&store, OPEN).await,
                count(&store, BY_SEAT).await,
                count(&store, DUE).await
            ),
            (4, 1, 4)
        );
        let again = act(&academy.owner, Act::Learning(assign), &these(&users[..1]), None).await;
        assert!(matches!(
            again,
            Err(Failure::Refused(ActRefused::Left(LeftOut::Same)))
        ));
        holds(&academy).await;
        assert_eq!(undo(&academy.owner, assigned.id).await.unwrap().done, 2);
        assert_eq!(count(&store, OPEN).await, 0);
        holds(&academy).await;
    })
    .await;
}

#[tokio::test]
async fn a_due_date_is_moved_and_comes_back_as_it_was() {
    each(async |store| {
        let academy = academy(&store).await;
        let users = two(&academy).await;
        let day = |days| Some(store.now().date().plus_days(days));
        for (user, due_date) in users.iter().zip([day(3), None]) {
            let courses = academy.courses[..1].to_vec();
            done(&academy, LearningAct::Assign { courses, due_date }, &[*user]).await;
        }
        run(&store, sql("UPDATE enrollments SET reminded = 1")).await;
        let moved = done(
            &academy,
            LearningAct::SetDueDate {
                courses: academy.courses[..1].to_vec(),
                due_date: day(30),
            },
            &users,
        )
        .await;
        assert_eq!((moved.done, count(&store, DUE).await), (2, 2));
        let reminded = "SELECT COUNT(*) AS value FROM enrollments WHERE reminded > 0";
        assert_eq!(count(&store, reminded).await, 0, "a new date reminds anew");
        assert_eq!(undo(&academy.owner, moved.id).await.unwrap().done, 2);
        let (back,): (Date,) = sql("SELECT due_date AS value FROM enrollments WHERE due_date IS NOT NULL")
            .fetch_one(&mut store.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(Some(back), day(3));
        let past = Act::Learning(LearningAct::SetDueDate {
            courses: academy.courses[..1].to_vec(),
            due_date: day(-1),
        });
        let refused = preview(&academy.owner, &past, &these(&users)).await;
        assert!(matches!(refused, Err(Failure::Refused(ActRefused::DueDatePast))));
    })
    .await;
}

#[tokio::test]
async fn old_activity_is_archived_and_assigned_again_and_undone_as_it_was() {
    each(async |store| {
        let academy = academy(&store).await;
        let users = two(&academy).await;
        let courses = academy.courses.clone();
        done(
            &academy,
            LearningAct::Assign {
                courses,
                due_date: None,
            },
            &users[..1],
        )
        .await;
        begin(&academy).await;
        let afresh = LearningAct::ArchiveActivity {
            courses: Vec::new(),
            again: true,
            due_date: None,
        };
        let report = done(&academy, afresh, &users).await;
        assert_eq!((report.done, left(&report)), (1, vec![(LeftOut::NotEnrolled, 1)]));
        let begun = "SELECT COUNT(*) AS value FROM enrollments WHERE archived_at IS NULL AND progress > 0";
        assert_eq!(
            (
                count(&store, OPEN).await,
                count(&store, begun).await,
                count(&store, RECORDS).await
            ),
            (3, 0, 3)
        );
        holds(&academy).await;
        assert_eq!(undo(&academy.owner, report.id).await.unwrap().done, 1);
        assert_eq!(
            (
                count(&store, OPEN).await,
                count(&store, begun).await,
                count(&store, RECORDS).await
            ),
            (3, 3, 0)
        );
        holds(&academy).await;
    })
    .await;
}

#[tokio::test]
async fn seats_are_given_to_all_or_nobody_and_started_ones_stay() {
    each(async |store| {
        let academy = academy(&store).await;
        let users = two(&academy).await;
        let third = academy.create(person("eve")).await;
        let give = LearningAct::GiveSeat {
            license: academy.license,
            courses: Vec::new(),
            due_date: Some(store.now().date().plus_days(9)),
        };
        let all = these(&[users[0], users[1], third]);
        let short = act(&academy.owner, Act::Learning(give.clone()), &all, None).await;
        assert!(matches!(
            short,
            Err(Failure::Refused(ActRefused::SeatsShort { short: 1 }))
        ));
        done(&academy, give, &users).await;
        let (held, due) = (count(&store, BY_SEAT).await, count(&store, DUE).await);
        assert_eq!((held, due), (2, 2));
        holds(&academy).await;

        let mut write = store
            .write(academy.owner.organization(), academy.owner.actor())
            .await
            .unwrap();
        let (seat,) = sql("SELECT id AS value FROM seats WHERE user_id = $1")
            .bind(users[0])
            .fetch_one(&mut write)
            .await
            .unwrap();
        store::licenses::start(&mut write, academy.license, seat, users[0])
            .await
            .unwrap();
        let entry = store::Entry::new(
            domain::audit::Action::CourseStarted,
            domain::audit::TargetKind::User,
            users[0],
        );
        write.commit(store::Change::of((), entry)).await.unwrap();

        let take = LearningAct::TakeSeatBack {
            license: academy.license,
        };
        let pick = [users[0], users[1], third];
        let taken = done(&academy, take, &pick).await;
        assert_eq!((taken.done, taken.seats), (1, 1));
        assert_eq!(
            left(&taken),
            vec![(LeftOut::NoSeat, 1), (LeftOut::SeatStarted, 1)]
        );
        assert_eq!(undo(&academy.owner, taken.id).await.unwrap().done, 1);
        assert_eq!((count(&store, BY_SEAT).await, count(&store, DUE).await), (2, 2));
        holds(&academy).await;
    })
    .await;
}

#[tokio::test]
async fn support_assigns_nothing() {
    each(async |store| {
        let academy = academy(&store).await;
        let support = academy.become_one("help", Role::Support).await;
        let assign = Act::Learning(LearningAct::Assign {
            courses: academy.courses.clone(),
            due_date: None,
        });
        let refused = act(&support, assign, &these(&[academy.owner.user()]), None).await;
        assert!(matches!(refused, Err(Failure::Denied(_))));
        let restore = Act::Learning(LearningAct::Restore { at: store.now() });
        let refused = act(&academy.owner, restore, &these(&[support.user()]), None).await;
        assert!(matches!(refused, Err(Failure::Refused(ActRefused::NotUndoable))));
    })
    .await;
}
