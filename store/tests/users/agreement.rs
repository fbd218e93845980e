//! One filter, two engines: on random organizations, the list that a browser holds and the databases' list show the same
//! pages.

use crate::academy::{Academy, academy, person, run};
use crate::held::refresh;
use domain::access::Role;
use domain::tally::Tally;
use domain::time::Span;
use domain::users::{
    Cursor, Email, Held, NewUser, PageAt, PersonName, Phone, SortBy, UserFilter, UserState, UserSummary,
    Username,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::testing::each;
use store::users::list;
use store::{Store, sql};

/// Rows of a page.
const ROWS: u8 = 4;

const NAMES: [&str; 12] = [
    "Müller",
    "muller",
    "MULLER",
    "Ñandú",
    "İpek",
    "ılgaz",
    "王小明",
    "小",
    "Łukasz",
    "O'Neil",
    "Straße",
    "Ёлка",
];

#[derive(Debug, Clone)]
struct Somebody {
    names: (usize, usize),
    phone: bool,
    place: (Option<usize>, Option<usize>),
    group: Option<usize>,
    label: Option<usize>,
    seat: bool,
    role: Role,
    state: UserState,
    /// Whether they have signed in, and whether they were told of the account.
    met: (bool, bool),
    goes_in_days: Option<i32>,
    joined_days_ago: i64,
}

fn somebody() -> impl Strategy<Value = Somebody> {
    let third = || proptest::option::of(0..3_usize);
    let names = (0..NAMES.len(), 0..NAMES.len());
    let role = prop_oneof![Just(Role::Support), Just(Role::Member)];
    let state = prop_oneof![
        Just(UserState::Pending),
        Just(UserState::Active),
        Just(UserState::Archived)
    ];
    (
        (names, any::<bool>(), (third(), third()), third(), third()),
        (
            any::<bool>(),
            role,
            state,
            any::<(bool, bool)>(),
            proptest::option::of(0..5_i32),
            0..5_i64,
        ),
    )
        .prop_map(
            |(
                (names, phone, place, group, label),
                (seat, role, state, met, goes_in_days, joined_days_ago),
            )| {
                Somebody {
                    names,
                    phone,
                    place,
                    group,
                    label,
                    seat,
                    role,
                    state,
                    met,
                    goes_in_days,
                    joined_days_ago,
                }
            },
        )
}

/// A filter in which places are numbers until there is an organization.
#[derive(Debug, Clone)]
struct Wanted {
    search: String,
    places: [Vec<usize>; 4],
    seat: bool,
    states: Vec<UserState>,
    roles: Vec<Role>,
    never_accessed: bool,
    billable: bool,
    until: (Option<i32>, Option<i32>),
    joined: (Option<i64>, Option<i64>),
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let few = || proptest::collection::vec(0..3_usize, 0..2);
    let search = prop_oneof![
        Just(String::new()),
        (0..NAMES.len()).prop_map(|i| NAMES[i].to_owned()),
        "[mulrañ明小oıi'@ ]{1,4}",
    ];
    let states = proptest::sample::subsequence(UserState::ALL.to_vec(), 0..=2);
    let roles = proptest::sample::subsequence(vec![Role::Support, Role::Member], 0..=1);
    let rarely = || proptest::option::weighted(0.2, 0..5_i32);
    let joined = (proptest::option::of(0..5_i64), proptest::option::of(0..5_i64));
    (
        search,
        [few(), few(), few(), few()],
        proptest::bool::weighted(0.2),
        states,
        roles,
        (
            proptest::bool::weighted(0.2),
            proptest::bool::weighted(0.2),
            (rarely(), rarely()),
        ),
        joined,
    )
        .prop_map(
            |(search, places, seat, states, roles, (never_accessed, billable, until), joined)| Wanted {
                search,
                places,
                seat,
                states,
                roles,
                never_accessed,
                billable,
                until,
                joined,
            },
        )
}

impl Wanted {
    fn filter(&self, academy: &Academy) -> UserFilter {
        fn pick<T: Copy>(from: &[T], places: &[usize]) -> Vec<T> {
            places.iter().map(|place| from[*place]).collect()
        }
        let day = |days: Option<i64>| days.map(|days| (academy.store.now() - Span::days(days)).date());
        let later = |days: Option<i32>| days.map(|days| academy.store.now().date().plus_days(days));
        let [locations, departments, groups, labels] = &self.places;
        UserFilter {
            search: self.search.clone(),
            locations: pick(&academy.locations, locations),
            departments: pick(&academy.departments, departments),
            groups: pick(&academy.groups, groups),
            labels: pick(&academy.labels, labels),
            licenses: if self.seat {
                vec![academy.license]
            } else {
                Vec::new()
            },
            states: self.states.clone(),
            roles: self.roles.clone(),
            never_accessed: self.never_accessed,
            billable: self.billable,
            deletion_to: later(self.until.0),
            due_to: later(self.until.1),
            joined_from: day(self.joined.0),
            joined_to: day(self.joined.1),
            ..UserFilter::default()
        }
    }
}

async fn fill(academy: &Academy, people: &[Somebody]) {
    let store = &academy.store;
    run(store, sql("UPDATE licenses SET purchased = 1000")).await;
    for (i, somebody) in people.iter().enumerate() {
        let email = Email::parse(&format!("{}{i}@example.org", NAMES[somebody.names.1])).unwrap();
        let new = NewUser {
            first_name: PersonName::parse(NAMES[somebody.names.0]).unwrap(),
            last_name: PersonName::parse(NAMES[somebody.names.1]).unwrap(),
            username: Some(Username::parse(&format!("u{i}")).unwrap()),
            email: Some(email),
            phone: somebody
                .phone
                .then(|| Phone::parse(&format!("+49301234{i}")).unwrap()),
            location: somebody.place.0.map(|at| academy.locations[at]),
            department: somebody.place.1.map(|at| academy.departments[at]),
            groups: somebody.group.iter().map(|at| academy.groups[*at]).collect(),
            labels: somebody.label.iter().map(|at| academy.labels[*at]).collect(),
            license: somebody.seat.then_some(academy.license),
            role: somebody.role,
            ..person("x")
        };
        let days = somebody
            .goes_in_days
            .map(|days| store.now().date().plus_days(days));
        let id = academy.create(new).await;
        let joined = store.now() - Span::days(somebody.joined_days_ago);
        let signed_in = somebody.met.0.then_some(joined);
        let update = sql(
            "UPDATE users SET state = $1, joined_at = $2, first_sign_in_at = $3, last_access_at = $4, notified_at = $5,
                deletion_date = $6 WHERE id = $7",
        );
        let update = update
            .bind(somebody.state)
            .bind(joined)
            .bind(signed_in)
            .bind(signed_in);
        let update = update.bind(somebody.met.1.then_some(joined)).bind(days);
        run(store, update.bind(id)).await;
        let due = sql("UPDATE enrollments SET due_date = $1 WHERE user_id = $2");
        run(store, due.bind(days).bind(id)).await;
    }
    let counters = sql("UPDATE user_counts SET users = (SELECT COUNT(*) FROM users u
         WHERE u.organization_id = user_counts.organization_id AND u.state = user_counts.state)");
    run(store, counters).await;
}

/// A page's rows, and whether there are pages around it.
type Page = (Vec<UserSummary>, Option<Cursor>, Option<Cursor>);

async fn agree(store: Store, people: &[Somebody], filters: &[Wanted]) {
    let academy = academy(&store).await;
    fill(&academy, people).await;
    let mut held = Held::default();
    refresh(&academy.owner, &mut held, None).await;
    assert_eq!(held.count(), people.len() + 1);
    for (wanted, sort) in filters.iter().zip(SortBy::ALL.into_iter().cycle()) {
        let filter = UserFilter {
            sort,
            ..wanted.filter(&academy)
        };
        let mut at = PageAt::Start;
        loop {
            let here = held.page(&filter, &at, usize::from(ROWS));
            let there = list(academy.owner.grant().unwrap(), &filter, &at, i64::from(ROWS))
                .await
                .unwrap();
            let count = there.count;
            let there: Page = (there.users, there.previous, there.next);
            assert_eq!(
                (here.users, here.previous.clone(), here.next.clone()),
                there,
                "{filter:?} {at:?}"
            );
            assert_eq!(count, Tally::exact(i64::try_from(here.count).unwrap()));
            // Forward to the end, and one page back.
            at = match (here.next, here.previous, &at) {
                (_, _, PageAt::Before(_)) | (None, None, _) => break,
                (Some(next), _, _) => PageAt::After(next),
                (None, Some(previous), _) => PageAt::Before(previous),
            };
        }
    }
}

#[test]
fn the_browser_and_the_databases_find_the_same_people() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config {
        cases: 6,
        failure_persistence: None,
        ..Config::default()
    });
    let organization = (
        proptest::collection::vec(somebody(), 0..16),
        proptest::collection::vec(wanted(), 30),
    );
    let outcome = runner.run(&organization, |(people, filters)| {
        runtime.block_on(each(async |store| agree(store, &people, &filters).await));
        Ok(())
    });
    outcome.unwrap();
}
