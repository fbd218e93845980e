//! The users list, every way to ask for it, and the dashboard, beside fetching as many rows by primary key.

use super::samples::{Figure, Samples, timed};
use crate::column::Column;
use crate::dashboard::dashboard;
use crate::fault::Fault;
use crate::sql::{rows, sql};
use crate::users;
use crate::{Grant, Reader, Requester, Store};
use domain::access::{Permission, Role, UseConsole, ViewUsers};
use domain::id::{DepartmentId, LocationId, UserId};
use domain::time::{Date, Timestamp};
use domain::users::{
    Cursor, Email, Language, PageAt, PersonName, Phone, SortBy, UserFilter, UserState, Username,
};
use std::time::{Duration, Instant};

const RUNS: usize = 100;
/// Runs before those that count.
const WARM_UP: usize = 10;
/// What takes longer than this is measured fewer times, but at least this often.
const LONGEST: Duration = Duration::from_secs(5);
const FEWEST: usize = 5;
/// Rows of a page.
const PAGE: i64 = 50;

rows! {
    /// A row as the list reads it.
    #[expect(dead_code, reason = "reading the columns is what is measured")]
    struct Plain from "users" {
        id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        sort_name: String,
        email: Option<Email>,
        username: Username,
        phone: Option<Phone>,
        role: Role,
        state: UserState,
        notified_at: Option<Timestamp>,
        first_sign_in_at: Option<Timestamp>,
        deletion_date: Option<Date>,
        location_id: Option<LocationId>,
        department_id: Option<DepartmentId>,
        language: Language,
        joined_at: Timestamp,
        last_access_at: Option<Timestamp>,
    }
    struct Place from "users" { id: UserId, sort_name: String, username: String, joined_at: Timestamp }
}

pub(super) async fn measure(owner: &Requester) -> Result<Vec<Figure>, Fault> {
    let floor = floor(owner.store()).await?;
    let mut figures = Vec::new();
    for (what, filter, at) in cases(owner).await? {
        let ask = async || {
            let page = users::list(granted::<ViewUsers>(owner)?, &filter, &at, PAGE).await?;
            Ok(format!("{} rows", page.users.len()))
        };
        figures.push(figure(what, &floor, ask).await?);
    }
    let ask = async || {
        let dashboard = dashboard(&granted::<UseConsole>(owner)?).await?;
        let users: u64 = dashboard.states.iter().map(|(_, tally)| tally.count).sum();
        Ok(format!("{users} users"))
    };
    figures.push(figure("dashboard", &floor, ask).await?);
    Ok(figures)
}

fn granted<P: Permission>(owner: &Requester) -> Result<Grant<P>, Fault> {
    owner
        .grant()
        .map_err(|denied| Fault::Configuration(denied.to_string()))
}

/// Asks again and again, and notes what the last answer was.
async fn figure(
    what: &str,
    floor: &Samples,
    ask: impl AsyncFn() -> Result<String, Fault>,
) -> Result<Figure, Fault> {
    let mut took = Vec::new();
    let mut note = String::new();
    let begun = Instant::now();
    for run in 0..WARM_UP + RUNS {
        let (answer, time) = timed(ask()).await?;
        note = answer;
        if run >= WARM_UP || begun.elapsed() > LONGEST {
            took.push(time);
        }
        if took.len() >= FEWEST && begun.elapsed() > LONGEST {
            break;
        }
    }
    Ok(Figure {
        what: what.to_owned(),
        took: Samples::of(took),
        floor: Some(("50 by primary key", floor.clone())),
        note,
    })
}

/// Fifty rows by primary key, others each time.
async fn floor(store: &Store) -> Result<Samples, Fault> {
    let ids: Vec<(UserId,)> =
        sql("SELECT id AS value FROM users WHERE number % 97 = 1 ORDER BY number % 1009, number LIMIT 5500")
            .fetch_all(&mut store.read().await?)
            .await?;
    let page = usize::try_from(PAGE).unwrap_or(0);
    let mut took = Vec::new();
    for (run, ids) in ids.chunks(page).cycle().take(WARM_UP + RUNS).enumerate() {
        let fetch = async {
            let mut statement = sql("SELECT u.id, u.first_name, u.last_name, u.sort_name, u.email, u.username, u.phone,
                u.role, u.state, u.notified_at, u.first_sign_in_at, u.deletion_date, u.location_id, u.department_id,
                u.language, u.joined_at, u.last_access_at FROM users u WHERE u.id IN ");
            statement.push_list(ids.iter().map(|(id,)| *id));
            statement.fetch_all::<Plain>(&mut store.read().await?).await
        };
        let (_, time) = timed(fetch).await?;
        if run >= WARM_UP {
            took.push(time);
        }
    }
    Ok(Samples::of(took))
}

async fn cases(owner: &Requester) -> Result<Vec<(&'static str, UserFilter, PageAt)>, Fault> {
    let reader = &mut owner.store().read().await?;
    let middle = place(reader, 50).await?;
    let end = place(reader, 99).await?;
    let joined = middle.joined_at.date();
    let today = owner.store().now().date();
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

async fn first<I: Column>(reader: &mut Reader, statement: &'static str) -> Result<I, Fault> {
    let (id,) = sql(statement).fetch_one(reader).await?;
    Ok(id)
}
