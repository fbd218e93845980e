//! The users who answer to the names in a file, as a plan knows them.

use crate::fault::Fault;
use crate::sql::{Connection, Sql, rows, sql};
use domain::access::Role;
use domain::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId, OrganizationId, UserId};
use domain::imports::{Keys, KnownUser};
use domain::time::{Date, Timestamp};
use domain::users::{Email, ExternalId, Language, PersonName, Phone, ProfileText, UserState, Username};
use std::collections::HashMap;

/// Names or ids in one statement.
const KEYS_AT_ONCE: usize = 2_000;

rows! {
    struct FoundUser from "users" {
        id: UserId,
        version: i64,
        username: Username,
        email: Option<Email>,
        first_name: PersonName,
        last_name: PersonName,
        role: Role,
        state: UserState,
        first_sign_in_at: Option<Timestamp>,
        phone: Option<Phone>,
        department_id: Option<DepartmentId>,
        location_id: Option<LocationId>,
        language: Language,
        deletion_date: Option<Date>,
        job_title: Option<ProfileText>,
        address: Option<ProfileText>,
        date_of_birth: Option<Date>,
        external_id: Option<ExternalId>,
    }
    struct GroupOf from "group_members" { user_id: UserId, group_id: GroupId }
    struct LabelOf from "user_labels" { user_id: UserId, label_id: LabelId }
    struct SeatOf from "seats" { user_id: UserId, license_id: LicenseId }
    struct CourseOfUser from "enrollments" { user_id: UserId, course_id: CourseId, due_date: Option<Date> }
}

const USERS: &str =
    "SELECT id, version, username, email, first_name, last_name, role, state, first_sign_in_at, phone,
    department_id, location_id, language, deletion_date, job_title, address, date_of_birth, external_id
    FROM users WHERE organization_id = ";

/// The users with one of these names, and their versions.
pub(super) async fn users(
    on: &mut impl Connection,
    organization: OrganizationId,
    keys: &Keys,
) -> Result<(Vec<KnownUser>, HashMap<UserId, i64>), Fault> {
    let mut known = Vec::new();
    let mut versions = HashMap::new();
    let lists = [
        (" AND username_key IN ", &keys.usernames),
        (" AND email_key IN ", &keys.emails),
        (" AND external_id IN ", &keys.external_ids),
    ];
    for (condition, keys) in lists {
        for chunk in keys.chunks(KEYS_AT_ONCE) {
            let mut select = sql(USERS);
            select
                .push_bind(organization)
                .push(condition)
                .push_list(chunk.iter().map(String::as_str));
            let found: Vec<FoundUser> = select.fetch_all(on).await?;
            for row in found {
                if versions.insert(row.id, row.version).is_none() {
                    known.push(user(row));
                }
            }
        }
    }
    let places: HashMap<UserId, usize> = known.iter().enumerate().map(|(i, user)| (user.id, i)).collect();
    let ids: Vec<UserId> = known.iter().map(|user| user.id).collect();
    for chunk in ids.chunks(KEYS_AT_ONCE) {
        fill(on, chunk, &mut known, &places).await?;
    }
    Ok((known, versions))
}

fn user(row: FoundUser) -> KnownUser {
    KnownUser {
        id: row.id,
        username: row.username,
        email: row.email,
        first_name: row.first_name,
        last_name: row.last_name,
        role: row.role,
        state: row.state,
        never_accessed: row.first_sign_in_at.is_none(),
        phone: row.phone,
        department: row.department_id,
        location: row.location_id,
        groups: Vec::new(),
        labels: Vec::new(),
        language: row.language,
        deletion_date: row.deletion_date,
        job_title: row.job_title,
        address: row.address,
        date_of_birth: row.date_of_birth,
        external_id: row.external_id,
        seats: Vec::new(),
        enrollments: Vec::new(),
    }
}

/// Groups, labels, seats and enrollments of some users.
async fn fill(
    on: &mut impl Connection,
    ids: &[UserId],
    known: &mut [KnownUser],
    places: &HashMap<UserId, usize>,
) -> Result<(), Fault> {
    let mut each = |id: UserId, put: &dyn Fn(&mut KnownUser)| {
        if let Some(user) = places.get(&id).and_then(|i| known.get_mut(*i)) {
            put(user);
        }
    };
    let of = |text: &'static str, end: &'static str| -> Sql {
        let mut select = sql(text);
        select.push_list(ids.iter().copied()).push(end);
        select
    };
    let groups: Vec<GroupOf> = of(
        "SELECT user_id, group_id FROM group_members WHERE user_id IN ",
        " ORDER BY user_id, group_id",
    )
    .fetch_all(on)
    .await?;
    for row in groups {
        each(row.user_id, &|user| user.groups.push(row.group_id));
    }
    let labels: Vec<LabelOf> = of(
        "SELECT user_id, label_id FROM user_labels WHERE user_id IN ",
        " ORDER BY user_id, label_id",
    )
    .fetch_all(on)
    .await?;
    for row in labels {
        each(row.user_id, &|user| user.labels.push(row.label_id));
    }
    let seats: Vec<SeatOf> = of(
        "SELECT user_id, license_id FROM seats WHERE user_id IN ",
        " AND returned_at IS NULL ORDER BY user_id, license_id",
    )
    .fetch_all(on)
    .await?;
    for row in seats {
        each(row.user_id, &|user| user.seats.push(row.license_id));
    }
    let enrollments: Vec<CourseOfUser> = of(
        "SELECT user_id, course_id, due_date FROM enrollments WHERE user_id IN ",
        " AND archived_at IS NULL ORDER BY user_id, course_id",
    )
    .fetch_all(on)
    .await?;
    for row in enrollments {
        each(row.user_id, &|user| {
            user.enrollments.push((row.course_id, row.due_date));
        });
    }
    Ok(())
}
