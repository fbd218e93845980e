//! The list that a browser holds: what travels, and that it becomes what the server's list is.

use crate::academy::{Academy, academy, person, run};
use domain::licenses::Pick;
use domain::time::{Span, Timestamp};
use domain::users::{Act, HELD_MOST, Held, HeldAnswer, HeldQuestion, PageAt, UserFilter, UserSummary};
use store::testing::each;
use store::users::acts::act;
use store::users::{held, list};
use store::{Requester, sql};

/// Asks until nothing more has changed; answers how many parts travelled, and when.
pub async fn refresh(requester: &Requester, list: &mut Held, since: Option<Timestamp>) -> (usize, Timestamp) {
    let mut after = None;
    let mut travelled = 0;
    loop {
        let known = list.known(after);
        let question = HeldQuestion { after, known, since };
        let answer = held(requester.grant().unwrap(), &question).await.unwrap();
        let HeldAnswer::Changed {
            parts,
            next,
            accessed,
            now,
        } = answer
        else {
            panic!("too many");
        };
        for part in &parts {
            list.take(part).unwrap();
            travelled += 1;
        }
        if next.is_none() {
            list.settle(&accessed);
            return (travelled, now);
        }
        after = next;
    }
}

/// Everybody, as the server lists them.
async fn listed(academy: &Academy) -> Vec<UserSummary> {
    let page = list(
        academy.owner.grant().unwrap(),
        &UserFilter::default(),
        &PageAt::Start,
        5000,
    )
    .await
    .unwrap();
    page.users
}

/// Everybody, as the browser lists them.
fn shown(list: &Held) -> Vec<UserSummary> {
    list.page(&UserFilter::default(), &PageAt::Start, 5000).users
}

#[tokio::test]
async fn only_what_has_changed_travels() {
    each(async |store| {
        let academy = academy(&store).await;
        let somebody = academy.create(person("somebody")).await;
        academy.many(2500).await;
        let mut list = Held::default();
        let (travelled, since) = refresh(&academy.owner, &mut list, None).await;
        assert_eq!(travelled, 3);
        assert_eq!(list.count(), 2502);
        assert_eq!(refresh(&academy.owner, &mut list, Some(since)).await.0, 0);

        act(&academy.owner, Act::Archive, &Pick::These(vec![somebody]), None)
            .await
            .unwrap();
        assert_eq!(refresh(&academy.owner, &mut list, Some(since)).await.0, 1);
        assert_eq!(list.count(), 2502, "the archived are held too");
        assert_eq!(shown(&list), listed(&academy).await);

        academy.create(person("newcomer")).await;
        assert_eq!(refresh(&academy.owner, &mut list, Some(since)).await.0, 1);
        assert_eq!(shown(&list), listed(&academy).await);

        // Most of them gone, and with them whole parts.
        run(
            &store,
            sql("DELETE FROM users WHERE last_name = 'Crowd' AND username NOT LIKE 'user1%'"),
        )
        .await;
        refresh(&academy.owner, &mut list, Some(since)).await;
        assert_eq!(shown(&list), listed(&academy).await);
    })
    .await;
}

#[tokio::test]
async fn who_was_here_is_known_without_a_part() {
    each(async |store| {
        let academy = academy(&store).await;
        let somebody = academy.create(person("ada")).await;
        let mut list = Held::default();
        let (_, since) = refresh(&academy.owner, &mut list, None).await;
        let at = since + Span::seconds(5);
        run(
            &store,
            sql("UPDATE users SET last_access_at = $1 WHERE id = $2")
                .bind(at)
                .bind(somebody),
        )
        .await;
        assert_eq!(refresh(&academy.owner, &mut list, Some(since)).await.0, 0);
        let filter = UserFilter {
            search: "ada".into(),
            ..UserFilter::default()
        };
        let page = list.page(&filter, &PageAt::Start, 10);
        assert_eq!(page.users[0].last_access_at, Some(at));
    })
    .await;
}

#[tokio::test]
async fn a_large_organization_stays_on_the_server() {
    each(async |store| {
        let academy = academy(&store).await;
        academy.many(HELD_MOST as usize).await;
        let question = HeldQuestion::default();
        let answer = held(academy.owner.grant().unwrap(), &question).await.unwrap();
        assert_eq!(answer, HeldAnswer::TooMany);
    })
    .await;
}
