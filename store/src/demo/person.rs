//! One person of the academy: who they are, and how far they have come.

use super::catalog::Academy;
use super::dice::Dice;
use super::names::Names;
use super::rows::row;
use super::staff::Staff;
use crate::column::Value;
use crate::fault::Fault;
use domain::access::Role;
use domain::id::UserId;
use domain::time::{Date, Span, Timestamp};
use domain::users::{
    AccountSource, Email, ExternalId, Language, NotValid, PersonName, Phone, ProfileText, UserState,
    Username, search_text, sort_name,
};

pub(super) const INSERT: &str = "INSERT INTO users (id, organization_id, state, role, first_name, last_name, sort_name,
    search_text, email, email_key, username, username_key, phone, external_id, language, location_id, department_id,
    job_title, address, date_of_birth, password_hash, must_change_password, source, joined_at, invited_by, approved_at,
    approved_by, notified_at, archived_at, first_sign_in_at, last_sign_in_at, last_access_at, deletion_date,
    deletion_noticed_at, updated_at) VALUES ";

const JOBS: [&str; 14] = [
    "Crane operator",
    "Dock worker",
    "Customs clerk",
    "Pilot",
    "Shift lead",
    "Accountant",
    "Forklift driver",
    "Harbor master's assistant",
    "Mechanic",
    "Dispatcher",
    "Trainer",
    "Electrician",
    "Line handler",
    "Planner",
];
const STREETS: [&str; 6] = [
    "Quay Street",
    "Lighthouse Lane",
    "Anchor Road",
    "Ropewalk",
    "Customs Square",
    "Tide Way",
];

/// Somebody with an account.
#[derive(Debug)]
pub(super) struct Person {
    /// The place in the order in which accounts were made.
    pub number: i64,
    pub id: UserId,
    pub state: UserState,
    pub role: Role,
    pub email: Option<Email>,
    pub language: Language,
    pub joined_at: Timestamp,
    pub archived_at: Option<Timestamp>,
    /// The first and the latest time here; none for those who never were.
    pub here: Option<(Timestamp, Timestamp)>,
    pub source: AccountSource,
    /// Holds a seat of every license.
    pub studies: bool,
    first_name: PersonName,
    last_name: PersonName,
    username: Username,
    notified_at: Option<Timestamp>,
    deletion_date: Option<Date>,
}

impl Person {
    /// The person of a number, of so many.
    pub(super) fn draw(
        number: i64,
        of: i64,
        academy: &Academy,
        names: &mut Names,
        dice: &mut Dice,
    ) -> Result<Self, Fault> {
        let name = names.draw(dice);
        let age = Span::seconds((academy.now - academy.founded).as_seconds() * (of - number) / (of + 1));
        let joined_at = academy.now - age;
        let life = Life::of(number, joined_at, academy, dice);
        let email = if number % 41 == 40 {
            None
        } else {
            Some(valid(Email::parse(&format!("{}@demo.example", name.local)))?)
        };
        let username = match &email {
            Some(email) if number % 17 != 16 => Username::from_email(email),
            _ => valid(Username::parse(&name.local))?,
        };
        Ok(Self {
            number,
            id: dice.id(joined_at),
            state: life.state,
            role: Role::Member,
            first_name: valid(PersonName::parse(&name.first.written))?,
            last_name: valid(PersonName::parse(&name.last.written))?,
            email,
            username,
            language: name.language,
            source: life.source,
            studies: false,
            joined_at,
            notified_at: life.notified_at,
            archived_at: life.archived_at,
            here: life.here,
            deletion_date: life.deletion_date,
        })
    }

    /// One of the staff: active since the beginning, here today.
    pub(super) fn of_staff(
        number: i64,
        staff: &Staff,
        academy: &Academy,
        dice: &mut Dice,
    ) -> Result<Self, Fault> {
        let joined_at = academy.founded + Span::minutes(number);
        let email = valid(Email::parse(&staff.email()))?;
        Ok(Self {
            number,
            id: dice.id(joined_at),
            state: UserState::Active,
            role: staff.role,
            first_name: valid(PersonName::parse(staff.first_name))?,
            last_name: valid(PersonName::parse(staff.last_name))?,
            username: Username::from_email(&email),
            email: Some(email),
            language: Language::En,
            source: AccountSource::Created,
            studies: staff.name == "member",
            joined_at,
            notified_at: Some(joined_at),
            archived_at: None,
            here: Some((
                joined_at + Span::hours(1),
                dice.moment(academy.now - Span::hours(20), academy.now),
            )),
            deletion_date: None,
        })
    }

    /// The last moment at which something can have happened to them.
    pub(super) fn until(&self, academy: &Academy) -> Timestamp {
        self.archived_at.unwrap_or(academy.now)
    }

    /// The row of the table of users.
    pub(super) fn row(
        &self,
        academy: &Academy,
        by: UserId,
        hash: &str,
        dice: &mut Dice,
    ) -> Result<Vec<Value>, Fault> {
        let phone = if dice.chance(45) {
            // Numbers that no one has: reserved for drama in London, Berlin and the United States.
            let prefix = dice.pick(&["+442079460", "+493023125", "+1202555010"]);
            Some(valid(Phone::parse(&format!("{prefix}{:03}", dice.below(1000))))?)
        } else {
            None
        };
        let external_id = (self.number % 10 != 7)
            .then(|| ExternalId::parse(&format!("HA-{:07}", self.number)))
            .transpose();
        let has_job = dice.chance(70);
        let job_title = has_job
            .then(|| ProfileText::parse(dice.pick::<&str>(&JOBS)))
            .transpose();
        let address = if dice.chance(30) {
            let street = dice.pick(&STREETS);
            Some(valid(ProfileText::parse(&format!(
                "{street} {}, Harborville",
                1 + dice.below(140)
            )))?)
        } else {
            None
        };
        let born = dice.chance(50).then(|| {
            academy
                .today
                .plus_days(-i32::try_from(6_700 + dice.below(16_000)).unwrap_or(0))
        });
        let location = dice.chance(92).then(|| *dice.pick(&academy.locations));
        let department = dice.chance(88).then(|| *dice.pick(&academy.departments));
        let search = search_text(
            &self.first_name,
            &self.last_name,
            self.email.as_ref(),
            &self.username,
            phone.as_ref(),
        );
        let approved = self.state != UserState::Pending;
        let knows_password = self.here.is_some();
        let noticed_at = self
            .deletion_date
            .filter(|date| date.days_since(academy.today) <= 7)
            .map(|date| Timestamp::start_of(date.plus_days(-7)));
        Ok(row![
            self.id,
            academy.organization,
            self.state,
            self.role,
            self.first_name.as_str(),
            self.last_name.as_str(),
            sort_name(&self.first_name, &self.last_name),
            search,
            self.email.as_ref().map(Email::as_str),
            self.email.as_ref().map(Email::key),
            self.username.as_str(),
            self.username.key(),
            phone,
            valid(external_id)?,
            self.language,
            location,
            department,
            valid(job_title)?,
            address,
            born,
            knows_password.then_some(hash),
            false,
            self.source.as_str(),
            self.joined_at,
            (self.source == AccountSource::Invited).then_some(by),
            approved.then_some(self.joined_at),
            approved.then_some(by),
            self.notified_at,
            self.archived_at,
            self.here.map(|(first, _)| first),
            self.here.map(|(_, last)| last),
            self.here.map(|(_, last)| last),
            self.deletion_date,
            noticed_at,
            self.until(academy),
        ])
    }
}

/// How an account came to be, and what became of it.
struct Life {
    state: UserState,
    source: AccountSource,
    notified_at: Option<Timestamp>,
    archived_at: Option<Timestamp>,
    here: Option<(Timestamp, Timestamp)>,
    deletion_date: Option<Date>,
}

impl Life {
    /// Remainders rather than chance decide, so that every state is there among a few hundred people.
    fn of(number: i64, joined_at: Timestamp, academy: &Academy, dice: &mut Dice) -> Self {
        let now = academy.now;
        let is_new = now - joined_at < Span::days(60);
        if is_new && number % 3 == 1 {
            return Self {
                state: UserState::Pending,
                source: AccountSource::Registered,
                notified_at: None,
                archived_at: None,
                here: None,
                deletion_date: None,
            };
        }
        let archived_at =
            (!is_new && number % 13 == 12).then(|| dice.moment(joined_at + Span::days(40), now));
        let until = archived_at.unwrap_or(now);
        let never = number % 9 == 4;
        let here = (!never).then(|| {
            let first = dice.moment(joined_at, until.min(joined_at + Span::days(20)));
            let lately = if dice.chance(60) {
                Span::days(14)
            } else {
                Span::days(200)
            };
            (first, dice.moment(first.max(until - lately), until))
        });
        let source = match number % 4 {
            1 => AccountSource::Created,
            2 if !never => AccountSource::Invited,
            _ => AccountSource::Imported,
        };
        let leaves = archived_at.is_none() && number % 47 == 20;
        Self {
            state: if archived_at.is_some() {
                UserState::Archived
            } else {
                UserState::Active
            },
            source,
            notified_at: (!never || number % 2 == 0).then_some(joined_at),
            archived_at,
            here,
            deletion_date: leaves.then(|| {
                academy
                    .today
                    .plus_days(i32::try_from(1 + dice.below(50)).unwrap_or(1))
            }),
        }
    }
}

/// Demo data obeys the rules of the domain; if a list above does not, the fault says so.
fn valid<T>(parsed: Result<T, NotValid>) -> Result<T, Fault> {
    parsed.map_err(|wrong| Fault::Configuration(format!("demo data: {wrong}")))
}
