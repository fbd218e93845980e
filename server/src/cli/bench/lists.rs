//! The users list, every way to ask for it, and the dashboard, beside fetching as many rows by primary key: all as a browser
//! asks, by the same route, from the request's bytes to the answer's. Only the wire is left out.

use crate::http::{self, Granted, Web};
use anyhow::ensure;
use app::users::api::UserList;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::routing::post;
use axum::{Json, Router};
use domain::access::{Role, ViewUsers};
use domain::dashboard::Dashboard;
use domain::id::UserId;
use domain::time::Timestamp;
use domain::users::{Cursor, PageAt, Password, SortBy, UserFilter, UserState, UserSummary};
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};
use store::bench::{Figure, Samples, fill, timed};
use store::sign_in::{self, Device};
use store::{Fault, FromRow, Reader, Row, Store, demo, sql};
use tower::ServiceExt as _;

const RUNS: usize = 100;
/// Runs before those that count.
const WARM_UP: usize = 10;
/// What takes longer than this is measured fewer times, but at least this often.
const LONGEST: Duration = Duration::from_secs(5);
const FEWEST: usize = 5;
/// Rows of a page.
const PAGE: usize = 50;
/// Larger answers than any here.
const LARGEST: usize = 10_000_000;

const LIST: &str = "/api/users/list";
const DASHBOARD: &str = "/api/dashboard";
/// What the floor asks; no server has it but this one.
const BY_KEY: &str = "/bench/users";

/// Whose browser it is: the first of the demo academy's staff is its owner.
struct Owner {
    router: Router,
    cookie: String,
}

impl Owner {
    async fn of(store: &Store) -> anyhow::Result<Self> {
        let [owner, ..] = demo::STAFF;
        let password = Password::new(demo::PASSWORD);
        let signed_in = sign_in::sign_in(store, &owner.email(), password, Device::default(), None).await?;
        let web = Web {
            store: store.clone(),
            public_url: "http://localhost".to_owned(),
            behind_proxy: false,
            set_up_token: store::owner::set_up_token(store)?,
        };
        let by_key = Router::new().route(BY_KEY, post(by_key));
        Ok(Self {
            router: http::router_with(http::site(Path::new("")), web, by_key),
            cookie: format!("rollcall_session={}", signed_in.session.expose()),
        })
    }

    async fn ask(&self, path: &str, question: Vec<u8>) -> anyhow::Result<Bytes> {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, &self.cookie)
            .body(Body::from(question))?;
        let answer = self.router.clone().oneshot(request).await?;
        ensure!(answer.status() == StatusCode::OK, "{path}: {}", answer.status());
        Ok(to_bytes(answer.into_body(), LARGEST).await?)
    }
}

/// Users by primary key.
async fn by_key(
    Granted(grant): Granted<ViewUsers>,
    Json(ids): Json<Vec<UserId>>,
) -> Result<Json<Vec<UserSummary>>, StatusCode> {
    let users = store::users::these(&grant, &ids).await;
    users.map(Json).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

/// Measures, with so many users in the academy that an empty database is filled with.
pub async fn measure(store: &Store, users: i64) -> anyhow::Result<Vec<Figure>> {
    fill(store, users).await?;
    let owner = Owner::of(store).await?;
    let reader = &mut store.read().await?;
    let floor = floor(&owner, reader).await?;
    let mut figures = Vec::new();
    for (what, filter, at) in cases(reader, store.now()).await? {
        let question = serde_json::to_vec(&json!({ "filter": filter, "at": at }))?;
        let (took, answer) = times(&owner, LIST, question).await?;
        let page: UserList = serde_json::from_slice(&answer)?;
        figures.push(Figure {
            what: what.to_owned(),
            took,
            floor: Some(("50 by primary key", floor.clone())),
            note: format!("{} rows", page.users.len()),
        });
    }
    let (took, answer) = times(&owner, DASHBOARD, b"{}".to_vec()).await?;
    let dashboard: Dashboard = serde_json::from_slice(&answer)?;
    let users: u64 = dashboard.states.iter().map(|(_, tally)| tally.count).sum();
    figures.push(Figure {
        what: "dashboard".to_owned(),
        took,
        floor: Some(("50 by primary key", floor)),
        note: format!("{users} users"),
    });
    Ok(figures)
}

/// Asks again and again, and gives the last answer too.
async fn times(owner: &Owner, path: &str, question: Vec<u8>) -> anyhow::Result<(Samples, Bytes)> {
    let mut took = Vec::new();
    let begun = Instant::now();
    let mut run = 0;
    loop {
        let (answer, time) = timed(owner.ask(path, question.clone())).await?;
        run += 1;
        let is_late = begun.elapsed() > LONGEST;
        if run > WARM_UP || is_late {
            took.push(time);
        }
        if took.len() >= RUNS || (is_late && took.len() >= FEWEST) {
            return Ok((Samples::of(took), answer));
        }
    }
}

/// Rows by primary key, as many as a page has and others each time. Each was read once before: like those of the list, they
/// are in memory.
async fn floor(owner: &Owner, reader: &mut Reader) -> anyhow::Result<Samples> {
    let ids: Vec<(UserId,)> =
        sql("SELECT id AS value FROM users WHERE number % 97 = 1 ORDER BY number % 1009, number LIMIT 5000")
            .fetch_all(reader)
            .await?;
    let ids: Vec<UserId> = ids.into_iter().map(|(id,)| id).collect();
    let questions: Result<Vec<Vec<u8>>, _> = ids.chunks(PAGE).map(serde_json::to_vec).collect();
    let questions = questions?;
    for question in &questions {
        owner.ask(BY_KEY, question.clone()).await?;
    }
    let mut took = Vec::new();
    for question in questions.iter().cycle().take(RUNS) {
        let (_, time) = timed(owner.ask(BY_KEY, question.clone())).await?;
        took.push(time);
    }
    Ok(Samples::of(took))
}

async fn cases(
    reader: &mut Reader,
    now: Timestamp,
) -> Result<Vec<(&'static str, UserFilter, PageAt)>, Fault> {
    let middle = place(reader, 50).await?;
    let end = place(reader, 99).await?;
    let joined = middle.joined_at.date();
    let today = now.date();
    let after = |place: &Place| {
        let cursor = Cursor::parse(&format!("{}~{}", place.sort_name, place.id));
        cursor.map_or(PageAt::Start, PageAt::After)
    };
    let all = UserFilter::default;
    let mut cases = vec![
        ("first page", all(), PageAt::Start),
        ("a page in the middle", all(), after(&middle)),
        ("a page far down", all(), after(&end)),
    ];
    let mut add = |what, set: &dyn Fn(&mut UserFilter)| {
        let mut filter = all();
        set(&mut filter);
        cases.push((what, filter, PageAt::Start));
    };
    add("newest first", &|filter| {
        filter.sort = SortBy::Joined;
    });
    add("last access first", &|filter| {
        filter.sort = SortBy::LastAccess;
    });
    add("search \"mul\"", &|filter| "mul".clone_into(&mut filter.search));
    add("search \"ann\", met by many", &|filter| {
        "ann".clone_into(&mut filter.search);
    });
    add("search \"an\"", &|filter| "an".clone_into(&mut filter.search));
    add("search for one person", &|filter| {
        filter.search.clone_from(&middle.username);
    });
    add("search for nobody", &|filter| {
        "qqqxqqq".clone_into(&mut filter.search);
    });
    let location = first(reader, "SELECT id AS value FROM locations ORDER BY name LIMIT 1").await?;
    add("location", &|filter| {
        filter.locations = vec![location];
    });
    let department = first(
        reader,
        "SELECT id AS value FROM departments ORDER BY name LIMIT 1",
    )
    .await?;
    add("department", &|filter| {
        filter.departments = vec![department];
    });
    let group = first(reader, "SELECT id AS value FROM \"groups\" ORDER BY name LIMIT 1").await?;
    add("group", &|filter| {
        filter.groups = vec![group];
    });
    let label = first(reader, "SELECT id AS value FROM labels ORDER BY name LIMIT 1").await?;
    add("label", &|filter| {
        filter.labels = vec![label];
    });
    let license = first(
        reader,
        "SELECT id AS value FROM licenses ORDER BY reference LIMIT 1",
    )
    .await?;
    add("license", &|filter| {
        filter.licenses = vec![license];
    });
    for role in Role::ALL {
        let what = match role {
            Role::Owner => "role owner",
            Role::Administrator => "role administrator",
            Role::Support => "role support",
            Role::Member => "role member",
        };
        add(what, &|filter| {
            filter.roles = vec![role];
        });
    }
    for state in UserState::ALL {
        add(state.as_str(), &|filter| {
            filter.states = vec![state];
        });
    }
    add("never accessed", &|filter| {
        filter.never_accessed = true;
    });
    add("billable", &|filter| {
        filter.billable = true;
    });
    add("gone within a month", &|filter| {
        filter.deletion_to = Some(today.plus_days(30));
    });
    add("overdue", &|filter| {
        filter.due_to = Some(today);
    });
    add("joined from a day", &|filter| {
        filter.joined_from = Some(joined);
    });
    add("joined until a day", &|filter| {
        filter.joined_to = Some(joined);
    });
    add("joined in a week", &|filter| {
        filter.joined_from = Some(joined);
        filter.joined_to = Some(joined.plus_days(6));
    });
    Ok(cases)
}

/// Somebody in the list.
struct Place {
    id: UserId,
    sort_name: String,
    username: String,
    joined_at: Timestamp,
}

impl FromRow for Place {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.get("id")?,
            sort_name: row.get("sort_name")?,
            username: row.get("username")?,
            joined_at: row.get("joined_at")?,
        })
    }
}

/// The user after so many of a hundred, by name.
async fn place(reader: &mut Reader, percent: i64) -> Result<Place, Fault> {
    sql(
        "SELECT id, sort_name, username, joined_at FROM users ORDER BY sort_name, id
         LIMIT 1 OFFSET (SELECT COUNT(*) * $1 / 100 FROM users)",
    )
    .bind(percent)
    .fetch_one(reader)
    .await
}

async fn first<I>(reader: &mut Reader, statement: &'static str) -> Result<I, Fault>
where
    (I,): FromRow,
{
    let (id,) = sql(statement).fetch_one(reader).await?;
    Ok(id)
}
