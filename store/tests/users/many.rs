//! The list where many have what is asked for: other statements than for a few, with the same answers.

use crate::academy::{Academy, academy, person, run};
use domain::id::UserId;
use domain::tally::Tally;
use domain::users::{PageAt, SortBy, UserFilter};
use store::testing::each;
use store::users::{UserPage, list};
use store::{Kind, sql};

const ROWS: i64 = 20;

async fn page(academy: &Academy, filter: &UserFilter, at: &PageAt) -> UserPage {
    let grant = academy.owner.grant().unwrap();
    list(grant, filter, at, ROWS).await.unwrap()
}

fn ids(page: &UserPage) -> Vec<UserId> {
    page.users.iter().map(|user| user.id).collect()
}

/// The second page, by way of the first, the third and back.
async fn second(academy: &Academy, filter: &UserFilter) -> UserPage {
    let first = page(academy, filter, &PageAt::Start).await;
    let second = page(academy, filter, &PageAt::After(first.next.unwrap())).await;
    let third = page(academy, filter, &PageAt::After(second.next.clone().unwrap())).await;
    let back = page(academy, filter, &PageAt::Before(third.previous.unwrap())).await;
    assert_eq!(ids(&back), ids(&second), "{filter:?}");
    second
}

/// More people than a search puts in order, and than are gone through one by one.
async fn crowd(academy: &Academy) {
    let insert = match academy.store.db().kind() {
        Kind::Sqlite => {
            "INSERT INTO users (id, organization_id, state, role, first_name, last_name, sort_name, search_text, username,
                username_key, language, source, joined_at, updated_at)
             SELECT randomblob(16), $1, 'active', 'member', 'A' || i, 'Crowd', 'crowd a' || i, char(10) || 'crowd a' || i,
                'crowd' || i, 'crowd' || i, 'en', 'created', $2, $2
             FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50100) SELECT i FROM n) n"
        }
        Kind::Postgres => {
            "INSERT INTO users (id, organization_id, state, role, first_name, last_name, sort_name, search_text, username,
                username_key, language, source, joined_at, updated_at)
             SELECT gen_random_uuid(), $1, 'active', 'member', 'A' || i, 'Crowd', 'crowd a' || i, chr(10) || 'crowd a' || i,
                'crowd' || i, 'crowd' || i, 'en', 'created', $2, $2
             FROM generate_series(1, 50100) i"
        }
    };
    let insert = sql(insert)
        .bind(academy.owner.organization())
        .bind(academy.store.now());
    run(&academy.store, insert).await;
}

#[tokio::test]
async fn what_many_have_is_found_and_counted_like_what_few_have() {
    each(async |store| {
        let academy = academy(&store).await;
        crowd(&academy).await;
        let (label, group) = (academy.labels[0], academy.groups[0]);
        run(
            &store,
            sql("INSERT INTO user_labels (label_id, user_id) SELECT $1, id FROM users WHERE last_name = 'Crowd'").bind(label),
        )
        .await;
        run(
            &store,
            sql("INSERT INTO group_members (group_id, user_id, role)
                 SELECT $1, id, 'learner' FROM users WHERE last_name = 'Crowd' AND number % 29 = 1")
            .bind(group),
        )
        .await;
        run(&store, sql("UPDATE users SET last_access_at = $1 WHERE number % 3 = 1").bind(store.now())).await;

        let many = Tally { count: 500, more: true };
        for sort in SortBy::ALL {
            let none = UserFilter { sort, ..UserFilter::default() };
            let search = UserFilter { search: "crow".into(), ..none.clone() };
            let labeled = UserFilter { labels: vec![label], ..none.clone() };
            let found = second(&academy, &search).await;
            let marked = second(&academy, &labeled).await;
            assert_eq!(ids(&found), ids(&marked), "{sort:?}");
            assert_eq!((found.count, marked.count), (many, many));
            let both = UserFilter { groups: vec![group], ..search };
            let grouped = UserFilter { groups: vec![group], ..none };
            let (both, grouped) = (second(&academy, &both).await, second(&academy, &grouped).await);
            assert_eq!(ids(&both), ids(&grouped), "{sort:?}");
            assert_eq!((both.count, grouped.count), (many, many));
        }

        // Most of them out of the list: whoever is left is counted to the last.
        run(
            &store,
            sql("UPDATE users SET state = 'archived' WHERE last_name = 'Crowd' AND (number % 29 <> 1 OR number % 6 <> 0)"),
        )
        .await;
        let listed = page(&academy, &UserFilter { labels: vec![label], ..UserFilter::default() }, &PageAt::Start).await;
        let (left,): (i64,) = sql("SELECT COUNT(*) AS value FROM users WHERE last_name = 'Crowd' AND state = 'active'")
            .fetch_one(&mut store.read().await.unwrap())
            .await
            .unwrap();
        assert!((200..400).contains(&left), "{left}");
        for filter in [
            UserFilter { labels: vec![label], ..UserFilter::default() },
            UserFilter { groups: vec![group], ..UserFilter::default() },
            UserFilter { search: "crow".into(), ..UserFilter::default() },
        ] {
            let page = page(&academy, &filter, &PageAt::Start).await;
            assert_eq!((ids(&page), page.count), (ids(&listed), Tally::exact(left)), "{filter:?}");
        }

        // All of them, and somebody who came later.
        run(&store, sql("UPDATE users SET state = 'archived' WHERE last_name = 'Crowd'")).await;
        let search = UserFilter { search: "crow".into(), ..UserFilter::default() };
        let nobody = page(&academy, &search, &PageAt::Start).await;
        assert_eq!((ids(&nobody), nobody.count), (Vec::new(), Tally::exact(0)));
        let late = academy.create(person("latecrow")).await;
        let found = page(&academy, &search, &PageAt::Start).await;
        assert_eq!((ids(&found), found.count), (vec![late], Tally::exact(1)));
    })
    .await;
}

#[tokio::test]
async fn a_long_word_is_looked_for_to_its_end() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.many(30).await;
        for (search, count) in [
            ("user12@example.org", 1),
            ("user12@example.com", 0),
            ("example.org", 31),
        ] {
            let filter = UserFilter {
                search: search.into(),
                ..UserFilter::default()
            };
            assert_eq!(
                page(&academy, &filter, &PageAt::Start).await.count,
                Tally::exact(count),
                "{search}"
            );
        }
    })
    .await;
}
