//! The users list: every way to ask for it, beside fetching as many rows by primary key.

use super::samples::{Figure, Samples, timed};
use crate::fault::Fault;
use crate::sql::{rows, sql};
use crate::users;
use crate::{Requester, Store};
use domain::access::{Role, ViewUsers};
use domain::id::{DepartmentId, GroupId, LabelId, LicenseId, LocationId, UserId};
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
    let store = owner.store();
    let floor = floor(store).await?;
    let mut figures = Vec::new();
    for (what, filter, at) in cases(owner).await? {
        let mut took = Vec::new();
        let mut found = 0;
        let begun = Instant::now();
        for run in 0..WARM_UP + RUNS {
            let grant = owner
                .grant::<ViewUsers>()
                .map_err(|denied| Fault::Configuration(denied.to_string()))?;
            let (page, time) = timed(users::list(grant, &filter, &at, PAGE)).await?;
            found = page.users.len();
            if run >= WARM_UP || begun.elapsed() > LONGEST {
                took.push(time);
            }
            if took.len() >= FEWEST && begun.elapsed() > LONGEST {
                break;
            }
        }
        figures.push(Figure {
            what: what.to_owned(),
            took: Samples::of(took),
            floor: Some(("50 by primary key", floor.clone())),
            note: format!("{found} rows"),
        });
    }
    Ok(figures)
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
    let mut reader = owner.store().read().await?;
    let middle: Place = sql(
        "SELECT id, sort_name, username, joined_at FROM users ORDER BY sort_name, id
         LIMIT 1 OFFSET (SELECT COUNT(*) / 2 FROM users)",
    )
    .fetch_one(&mut reader)
    .await?;
    let (location,): (LocationId,) = sql("SELECT id AS value FROM locations ORDER BY name LIMIT 1")
        .fetch_one(&mut reader)
        .await?;
    let (department,): (DepartmentId,) = sql("SELECT id AS value FROM departments ORDER BY name LIMIT 1")
        .fetch_one(&mut reader)
        .await?;
    let (group,): (GroupId,) = sql("SELECT id AS value FROM \"groups\" ORDER BY name LIMIT 1")
        .fetch_one(&mut reader)
        .await?;
    let (label,): (LabelId,) = sql("SELECT id AS value FROM labels ORDER BY name LIMIT 1")
        .fetch_one(&mut reader)
        .await?;
    let (license,): (LicenseId,) = sql("SELECT id AS value FROM licenses ORDER BY reference LIMIT 1")
        .fetch_one(&mut reader)
        .await?;
    let all = UserFilter::default;
    let search = |text: &str| UserFilter {
        search: text.to_owned(),
        ..all()
    };
    let joined = middle.joined_at.date();
    let deep =
        Cursor::parse(&format!("{}~{}", middle.sort_name, middle.id)).map_or(PageAt::Start, PageAt::After);
    Ok(vec![
        ("first page", all(), PageAt::Start),
        ("a page in the middle", all(), deep),
        (
            "newest first",
            UserFilter {
                sort: SortBy::Joined,
                ..all()
            },
            PageAt::Start,
        ),
        (
            "last access first",
            UserFilter {
                sort: SortBy::LastAccess,
                ..all()
            },
            PageAt::Start,
        ),
        ("search \"mul\"", search("mul"), PageAt::Start),
        ("search \"an\"", search("an"), PageAt::Start),
        ("search for one person", search(&middle.username), PageAt::Start),
        ("search for nobody", search("qqqxqqq"), PageAt::Start),
        (
            "location",
            UserFilter {
                locations: vec![location],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "department",
            UserFilter {
                departments: vec![department],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "group",
            UserFilter {
                groups: vec![group],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "label",
            UserFilter {
                labels: vec![label],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "license",
            UserFilter {
                licenses: vec![license],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "role",
            UserFilter {
                roles: vec![Role::Support],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "archived",
            UserFilter {
                states: vec![UserState::Archived],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "pending",
            UserFilter {
                states: vec![UserState::Pending],
                ..all()
            },
            PageAt::Start,
        ),
        (
            "never accessed",
            UserFilter {
                never_accessed: true,
                ..all()
            },
            PageAt::Start,
        ),
        (
            "joined in a week",
            UserFilter {
                joined_from: Some(joined),
                joined_to: Some(joined.plus_days(6)),
                ..all()
            },
            PageAt::Start,
        ),
    ])
}
