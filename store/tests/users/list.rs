//! The list: filters, pages, and what each role sees.

use crate::academy::{Academy, academy, person, run};
use domain::access::{GroupRole, Role};
use domain::id::UserId;
use domain::tally::Tally;
use domain::time::Span;
use domain::users::{Cursor, NewUser, PageAt, PersonName, SortBy, UserFilter, UserState};
use store::testing::each;
use store::users::{UserPage, list};
use store::{Requester, sql};

async fn page(requester: &Requester, filter: &UserFilter, at: &PageAt, limit: i64) -> UserPage {
    list(requester.grant().unwrap(), filter, at, limit).await.unwrap()
}

async fn names(requester: &Requester, filter: &UserFilter) -> Vec<String> {
    let page = page(requester, filter, &PageAt::Start, 100).await;
    page.users
        .iter()
        .map(|user| user.first_name.to_string())
        .collect()
}

/// Eleven members, seven of one name, who joined on three days and were here on three.
async fn crowd(academy: &Academy) {
    for i in 0..11 {
        let first_name = if i < 7 {
            "Alex".to_owned()
        } else {
            format!("Name{}", i % 3)
        };
        let first_name = PersonName::parse(&first_name).unwrap();
        let id = academy
            .create(NewUser {
                first_name,
                ..person(&format!("user{i}"))
            })
            .await;
        let at = academy.store.now() - Span::days(i % 3);
        let access = (i % 4 > 0).then_some(at);
        let update = sql("UPDATE users SET joined_at = $1, last_access_at = $2 WHERE id = $3");
        run(&academy.store, update.bind(at).bind(access).bind(id)).await;
    }
}

#[tokio::test]
async fn pages_have_no_gaps_and_no_repeats_in_either_direction() {
    each(async |store| {
        let academy = academy(&store).await;
        crowd(&academy).await;
        for sort in [SortBy::Name, SortBy::Joined, SortBy::LastAccess] {
            let filter = UserFilter {
                sort,
                ..UserFilter::default()
            };
            let whole = page(&academy.owner, &filter, &PageAt::Start, 100).await;
            let whole: Vec<UserId> = whole.users.iter().map(|user| user.id).collect();
            assert_eq!(whole.len(), 12);

            let mut walked: Vec<Vec<UserId>> = Vec::new();
            let mut at = PageAt::Start;
            let mut last = page(&academy.owner, &filter, &at, 5).await;
            loop {
                walked.push(last.users.iter().map(|user| user.id).collect());
                assert_eq!(last.previous.is_none(), at == PageAt::Start);
                let Some(next) = last.next.clone() else { break };
                // Through its text, as a link does.
                at = PageAt::After(Cursor::parse(&next.to_string()).unwrap());
                last = page(&academy.owner, &filter, &at, 5).await;
            }
            assert_eq!(walked.concat(), whole, "forward by {sort:?}");

            let mut back = vec![walked.pop().unwrap()];
            while let Some(previous) = last.previous.clone() {
                last = page(&academy.owner, &filter, &PageAt::Before(previous), 5).await;
                back.insert(0, last.users.iter().map(|user| user.id).collect());
                assert!(last.next.is_some());
            }
            assert_eq!(back.concat(), whole, "backward by {sort:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_lost_its_rows_is_the_first_one() {
    each(async |store| {
        let academy = academy(&store).await;
        crowd(&academy).await;
        let filter = UserFilter::default();
        let first = page(&academy.owner, &filter, &PageAt::Start, 5).await;
        let beyond = Cursor::parse(&format!("\u{10FFFF}~{}", first.users[0].id)).unwrap();
        let lost = page(&academy.owner, &filter, &PageAt::After(beyond), 5).await;
        assert_eq!(lost.users, first.users);
        // Going back to a beginning that has fewer rows than a page gives a full page.
        let second = Cursor::parse(&first.next.clone().unwrap().to_string()).unwrap();
        let back = page(&academy.owner, &filter, &PageAt::Before(second), 5).await;
        assert_eq!((back.users, back.previous), (first.users, None));
    })
    .await;
}

#[tokio::test]
async fn each_filter_finds_its_own() {
    each(async |store| {
        let academy = academy(&store).await;
        academy
            .create(NewUser {
                location: Some(academy.locations[0]),
                ..person("berlin")
            })
            .await;
        academy
            .create(NewUser {
                department: Some(academy.departments[1]),
                ..person("sales")
            })
            .await;
        academy
            .create(NewUser {
                groups: vec![academy.groups[0]],
                ..person("grouped")
            })
            .await;
        academy
            .create(NewUser {
                labels: vec![academy.labels[0]],
                ..person("labeled")
            })
            .await;
        academy
            .create(NewUser {
                license: Some(academy.license),
                ..person("seated")
            })
            .await;
        academy
            .create(NewUser {
                role: Role::Support,
                ..person("helper")
            })
            .await;
        run(
            &store,
            sql("UPDATE users SET state = 'archived' WHERE email = 'labeled@example.org'"),
        )
        .await;
        run(
            &store,
            sql("UPDATE users SET state = 'pending' WHERE email = 'sales@example.org'"),
        )
        .await;
        run(
            &store,
            sql("UPDATE users SET first_sign_in_at = joined_at WHERE email <> 'grouped@example.org'"),
        )
        .await;

        let none = UserFilter::default();
        let all_but_archived = names(&academy.owner, &none).await;
        assert_eq!(all_but_archived.len(), 6, "{all_but_archived:?}");
        let cases = [
            (
                UserFilter {
                    locations: vec![academy.locations[0]],
                    ..none.clone()
                },
                vec!["berlin"],
            ),
            (
                UserFilter {
                    departments: academy.departments.clone(),
                    ..none.clone()
                },
                vec!["sales"],
            ),
            (
                UserFilter {
                    groups: vec![academy.groups[0]],
                    ..none.clone()
                },
                vec!["grouped"],
            ),
            (
                UserFilter {
                    licenses: vec![academy.license],
                    ..none.clone()
                },
                vec!["seated"],
            ),
            (
                UserFilter {
                    roles: vec![Role::Support],
                    ..none.clone()
                },
                vec!["helper"],
            ),
            (
                UserFilter {
                    states: vec![UserState::Pending],
                    ..none.clone()
                },
                vec!["sales"],
            ),
            (
                UserFilter {
                    states: vec![UserState::Archived],
                    ..none.clone()
                },
                vec!["labeled"],
            ),
            (
                UserFilter {
                    labels: vec![academy.labels[0]],
                    ..none.clone()
                },
                vec![],
            ),
            (
                UserFilter {
                    never_accessed: true,
                    ..none.clone()
                },
                vec!["grouped"],
            ),
            (
                UserFilter {
                    search: "  BERL exam ".into(),
                    ..none.clone()
                },
                vec!["berlin"],
            ),
            (
                UserFilter {
                    search: "erlin@".into(),
                    ..none.clone()
                },
                vec!["berlin"],
            ),
            (
                UserFilter {
                    search: "x\0y'%_\\\"".into(),
                    ..none.clone()
                },
                vec![],
            ),
            (
                UserFilter {
                    joined_from: Some(store.now().date().plus_days(1)),
                    ..none.clone()
                },
                vec![],
            ),
        ];
        for (filter, expected) in cases {
            assert_eq!(names(&academy.owner, &filter).await, expected, "{filter:?}");
        }
        let today = Some(store.now().date());
        let joined = UserFilter {
            joined_from: today,
            joined_to: today,
            ..none
        };
        assert_eq!(names(&academy.owner, &joined).await.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn each_role_sees_its_part() {
    each(async |store| {
        let academy = academy(&store).await;
        let [first, second, _] = academy.groups[..] else {
            panic!()
        };
        academy
            .create(NewUser {
                groups: vec![first],
                group_role: GroupRole::Admin,
                ..person("leader")
            })
            .await;
        academy
            .create(NewUser {
                groups: vec![first],
                ..person("learner")
            })
            .await;
        academy
            .create(NewUser {
                groups: vec![second],
                ..person("elsewhere")
            })
            .await;
        academy
            .create(NewUser {
                role: Role::Support,
                ..person("helper")
            })
            .await;
        let teacher = academy.create(person("teacher")).await;
        let taught = academy.create(person("taught")).await;
        teach(&academy, teacher, taught).await;

        let none = UserFilter::default();
        for (who, expected) in [
            ("leader", vec!["leader", "learner"]),
            ("learner", vec!["learner"]),
            ("teacher", vec!["taught", "teacher"]),
        ] {
            let requester = academy.requester(who).await;
            assert_eq!(names(&requester, &none).await, expected, "{who}");
            let count = page(&requester, &none, &PageAt::Start, 1).await.count;
            assert_eq!(
                count,
                Tally::exact(i64::try_from(expected.len()).unwrap()),
                "{who} learns of no others by counting"
            );
        }
        let helper = academy.requester("helper").await;
        assert_eq!(names(&helper, &none).await.len(), 7);

        let leader = academy.requester("leader").await;
        let seen = store::users::places(&leader.grant().unwrap()).await.unwrap();
        assert_eq!(seen.groups, [(first, "one".to_owned())]);
    })
    .await;
}

/// Makes a program session with an instructor and a learner.
async fn teach(academy: &Academy, teacher: UserId, learner: UserId) {
    use domain::id::{ProgramId, ProgramSessionId};
    let (store, now) = (&academy.store, academy.store.now());
    let (program, session): (ProgramId, ProgramSessionId) = (store.random().id(now), store.random().id(now));
    let insert = sql("INSERT INTO programs (id, organization_id, title) VALUES ($1, $2, 'Basics')");
    run(store, insert.bind(program).bind(academy.owner.organization())).await;
    let insert = sql(
        "INSERT INTO program_sessions (id, program_id, group_id, starts_on, ends_on)
         VALUES ($1, $2, $3, '2026-01-01', '2026-02-01')",
    );
    run(store, insert.bind(session).bind(program).bind(academy.groups[2])).await;
    for (user, role) in [(teacher, "instructor"), (learner, "learner")] {
        let insert = sql(
            "INSERT INTO program_session_members (program_session_id, user_id, role) VALUES ($1, $2, $3)",
        );
        run(store, insert.bind(session).bind(user).bind(role)).await;
    }
}
