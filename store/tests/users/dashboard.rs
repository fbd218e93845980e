//! The dashboard: its numbers are those of the lists they lead to, and nobody sees one they may not.

use crate::academy::{Academy, academy, person, run};
use domain::access::{GroupRole, Role};
use domain::dashboard::Dashboard;
use domain::tally::Tally;
use domain::time::Span;
use domain::users::{NewUser, PageAt, PasswordPlan, UserFilter, UserState};
use store::check::check;
use store::dashboard::dashboard;
use store::testing::each;
use store::users::list;
use store::{Requester, sql};

async fn seen_by(requester: &Requester) -> Dashboard {
    dashboard(&requester.grant().unwrap()).await.unwrap()
}

async fn listed(academy: &Academy, filter: UserFilter) -> Tally {
    let page = list(academy.owner.grant().unwrap(), &filter, &PageAt::Start, 10).await;
    page.unwrap().count
}

fn exactly(count: i64) -> Tally {
    Tally::exact(count)
}

#[tokio::test]
async fn the_numbers_are_those_of_the_lists_behind_them() {
    each(async |store| {
        let academy = academy(&store).await;
        let today = store.now().date();
        let told = academy
            .create(NewUser {
                password: PasswordPlan::Activation,
                license: Some(academy.license),
                due_date: Some(today),
                ..person("told")
            })
            .await;
        academy
            .create(NewUser {
                deletion_date: Some(today.plus_days(6)),
                ..person("untold")
            })
            .await;
        let gone = academy.create(person("gone")).await;
        run(
            &store,
            sql("UPDATE users SET state = 'pending' WHERE id = $1").bind(gone),
        )
        .await;
        run(
            &store,
            sql("UPDATE user_counts SET users = users + CASE state WHEN 'pending' THEN 1 WHEN 'active' THEN -1 ELSE 0 END"),
        )
        .await;
        store.clock().advance(Span::days(1));

        let seen = seen_by(&academy.owner).await;
        assert_eq!(
            seen.states,
            [
                (UserState::Pending, exactly(1)),
                (UserState::Active, exactly(3)),
                (UserState::Archived, exactly(0)),
            ]
        );
        assert_eq!(seen.billable, Some(1), "{told}: told of the account");
        assert_eq!((seen.deletions, seen.overdue), (exactly(1), exactly(1)));
        assert_eq!(seen.approvals, Some(exactly(1)));
        let filters = [
            UserFilter { billable: true, ..UserFilter::default() },
            UserFilter { deletion_to: Some(seen.deletion_to()), ..UserFilter::default() },
            UserFilter { due_to: Some(seen.due_to()), ..UserFilter::default() },
        ];
        for filter in filters {
            assert_eq!(listed(&academy, filter.clone()).await, exactly(1), "{filter:?}");
        }
        let licenses = seen.licenses.unwrap();
        let basics = licenses.first().unwrap();
        assert_eq!((basics.seats.allocated, basics.days.as_slice()), (1, [(today, 1)].as_slice()));
        assert!(check(&store).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn billable_accounts_are_counted_whatever_makes_them_so() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.many(40).await;
        let billable = async || seen_by(&academy.owner).await.billable.unwrap();
        assert_eq!(billable().await, 0);
        run(&store, sql("UPDATE users SET notified_at = $1").bind(store.now())).await;
        assert_eq!(billable().await, 41);
        run(
            &store,
            sql("UPDATE users SET state = 'archived' WHERE last_name = 'Crowd'"),
        )
        .await;
        assert_eq!(billable().await, 1);
        run(
            &store,
            sql("UPDATE users SET state = 'active', notified_at = NULL WHERE last_name = 'Crowd'"),
        )
        .await;
        run(
            &store,
            sql("UPDATE users SET source = 'registered' WHERE last_name = 'Crowd'"),
        )
        .await;
        assert_eq!(billable().await, 41);
        run(&store, sql("DELETE FROM users WHERE last_name = 'Crowd'")).await;
        assert_eq!(billable().await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_sees_a_number_they_may_not() {
    each(async |store| {
        let academy = academy(&store).await;
        let support = seen_by(&academy.become_one("kim", Role::Support).await).await;
        assert!(support.licenses.is_some() && support.failed.is_some());
        assert_eq!(
            (support.approvals, support.expiring, support.imports),
            (None, None, None)
        );

        for (name, group_role) in [("lead", GroupRole::Admin), ("learner", GroupRole::Learner)] {
            academy
                .create(NewUser {
                    groups: vec![academy.groups[0]],
                    group_role,
                    ..person(name)
                })
                .await;
        }
        let lead = seen_by(&academy.requester("lead").await).await;
        assert_eq!(lead.states[1], (UserState::Active, exactly(2)), "of their group");
        assert_eq!((lead.cap, lead.billable, lead.failed), (None, None, None));
        assert!(lead.expiring.is_some() && lead.licenses.is_none());
        let learner = academy.requester("learner").await;
        assert!(learner.grant::<domain::access::UseConsole>().is_err());
    })
    .await;
}
