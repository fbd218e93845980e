//! Deletion dates: a notice a week before, then the end.

use crate::academy::{academy, person, run};
use crate::life::counters_hold;
use domain::time::Span;
use domain::users::NewUser;
use store::sql;
use store::testing::{count, each};
use store::users::due::work;

const NOTICES: &str = "SELECT COUNT(*) AS value FROM messages WHERE kind = 'deletion_notice'";

#[tokio::test]
async fn a_week_before_there_is_one_notice_and_on_the_day_the_account_is_archived() {
    each(async |store| {
        let academy = academy(&store).await;
        let date = store.now().date().plus_days(10);
        academy
            .create(NewUser {
                deletion_date: Some(date),
                license: Some(academy.license),
                ..person("leaving")
            })
            .await;
        academy.create(person("staying")).await;
        assert_eq!(work(&store).await.unwrap(), 0, "ten days are longer than a week");
        store.clock().advance(Span::days(4));
        assert_eq!(work(&store).await.unwrap(), 1);
        assert_eq!(work(&store).await.unwrap(), 0);
        assert_eq!(count(&store, NOTICES).await, 1);
        store.clock().advance(Span::days(6));
        assert_eq!(work(&store).await.unwrap(), 1);
        let archived =
            "SELECT COUNT(*) AS value FROM users WHERE state = 'archived' AND deletion_date IS NULL";
        assert_eq!(count(&store, archived).await, 1);
        counters_hold(&store).await;
        let by_nobody =
            "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.archived' AND actor_kind = 'system'";
        assert_eq!(count(&store, by_nobody).await, 1);
        assert_eq!(work(&store).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn where_the_organization_says_so_the_account_is_erased_but_never_an_owner() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.create(person("leaving")).await;
        run(
            &store,
            sql("UPDATE organizations SET settings = '{\"on_deletion_date\":\"delete\"}'"),
        )
        .await;
        let today = store.now().date();
        run(&store, sql("UPDATE users SET deletion_date = $1").bind(today)).await;
        work(&store).await.unwrap();
        assert_eq!(
            count(&store, "SELECT COUNT(*) AS value FROM users").await,
            1,
            "the owner stays"
        );
        let deleted = "SELECT COUNT(*) AS value FROM audit WHERE action = 'users.deleted'";
        assert_eq!(count(&store, deleted).await, 1);
        counters_hold(&store).await;
    })
    .await;
}
