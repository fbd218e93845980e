//! One filter, two engines: it lives in the URL, filters rows in the browser ([`PreparedFilter`]) and becomes
//! SQL in the store. Both search the same folded text ([`search_text`]), so they cannot disagree.

use super::{Email, Language, PersonName, Phone, Standpoint, UserState, UserStatus, Username};
use crate::access::{GroupRole, Role};
use crate::id::{DepartmentId, GroupId, LabelId, LicenseId, LocationId, UserId};
use crate::text::fold;
use crate::time::{Date, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// A row of the users list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UserSummary {
    /// Who.
    pub id: UserId,
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Email.
    pub email: Option<Email>,
    /// Username.
    pub username: Username,
    /// Phone.
    pub phone: Option<Phone>,
    /// Rank in the organization.
    pub role: Role,
    /// Status column.
    pub status: UserStatus,
    /// Location.
    pub location: Option<LocationId>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Groups, with the role in each.
    pub groups: Vec<(GroupId, GroupRole)>,
    /// Language.
    pub language: Language,
    /// When the account was made.
    pub joined_at: Timestamp,
    /// The last time they were here.
    pub last_access_at: Option<Timestamp>,
}

impl UserSummary {
    /// What decides about acts on this user.
    pub fn standpoint(&self) -> Standpoint {
        Standpoint {
            user: self.id,
            role: self.role,
            state: self.status.state,
            has_email: self.email.is_some(),
            accessed: self.last_access_at.is_some(),
        }
    }

    /// What the list is sorted by last access with: those who never were come after everybody who was.
    pub fn accessed_key(&self) -> Timestamp {
        self.last_access_at.unwrap_or(Timestamp::from_micros(0))
    }
}

/// What [`UserFilter::matches`] looks at beside the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRow {
    /// What is shown.
    pub summary: UserSummary,
    /// Labels.
    pub labels: Vec<LabelId>,
    /// Licenses they hold a seat of.
    pub licenses: Vec<LicenseId>,
    /// Active, and registered by themselves or told of the account.
    pub billable: bool,
    /// The day on which the first of their open courses is due.
    pub first_due: Option<Date>,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// Last name, then first name.
    #[default]
    Name,
    /// Newest account first.
    Joined,
    /// Latest here first; those who never were last.
    LastAccess,
}

impl SortBy {
    /// Every order, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Name, Self::Joined, Self::LastAccess];

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }

    /// The word for it in URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Joined => "joined",
            Self::LastAccess => "last_access",
        }
    }
}

/// What the users list shows. An empty member does not filter; several values of one member mean "any of them".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UserFilter {
    /// Words that must all occur in name, email, username or phone.
    pub search: String,
    /// Locations.
    pub locations: Vec<LocationId>,
    /// Groups.
    pub groups: Vec<GroupId>,
    /// States; empty means all but archived.
    pub states: Vec<UserState>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Departments.
    pub departments: Vec<DepartmentId>,
    /// Labels.
    pub labels: Vec<LabelId>,
    /// Licenses.
    pub licenses: Vec<LicenseId>,
    /// Only active users who have never signed in.
    pub never_accessed: bool,
    /// Only billable ones: active, and registered by themselves or told of the account.
    pub billable: bool,
    /// Those alone who go by themselves on this day or earlier.
    pub deletion_to: Option<Date>,
    /// Those alone who have an open course that is due on this day or earlier.
    pub due_to: Option<Date>,
    /// Joined on this day or later.
    pub joined_from: Option<Date>,
    /// Joined on this day or earlier.
    pub joined_to: Option<Date>,
    /// The order.
    pub sort: SortBy,
}

/// One word of a search, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchTerm {
    /// Three letters or more: found anywhere.
    Anywhere(String),
    /// One or two letters: found where a word starts.
    WordStart(String),
}

impl SearchTerm {
    /// The text whose presence in a [`search_text`] means a match.
    pub fn needle(&self) -> String {
        match self {
            Self::Anywhere(word) => word.clone(),
            Self::WordStart(word) => format!("\n{word}"),
        }
    }
}

/// The folded text a user is found by: every word of name, email, username and phone on a line of its own, and for
/// scripts written without spaces every tail of a word too, since a name may be looked for by any of its characters.
pub fn search_text(
    first_name: &PersonName,
    last_name: &PersonName,
    email: Option<&Email>,
    username: &Username,
    phone: Option<&Phone>,
) -> String {
    let mut text = String::from("\n");
    let names = [first_name.as_str(), last_name.as_str()];
    for word in names.iter().flat_map(|name| name.split_whitespace()) {
        add_word(&mut text, &fold(word));
    }
    let email = email.map(|email| fold(email.as_str()));
    if let Some(email) = &email {
        add_word(&mut text, email);
    }
    let username = fold(username.as_str());
    if email.as_ref() != Some(&username) {
        add_word(&mut text, &username);
    }
    if let Some(phone) = phone {
        add_word(&mut text, phone.as_str());
    }
    text
}

/// Adds one folded word to a text that searches look through.
pub(crate) fn add_word(text: &mut String, word: &str) {
    text.push_str(word);
    text.push('\n');
    for (at, c) in word.char_indices().skip(1) {
        if is_unspaced(c) {
            text.push_str(word.get(at..).unwrap_or_default());
            text.push('\n');
        }
    }
}

/// Han, Hiragana, Katakana, Hangul, Thai, Lao, Khmer and Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The words of a search.
pub fn search_terms(search: &str) -> Vec<SearchTerm> {
    // Nothing searchable holds a control character, and databases take none in a text.
    let folded = fold(&search.replace(char::is_control, " "));
    let mut terms = Vec::new();
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let term = if word.chars().count() >= 3 {
            SearchTerm::Anywhere(word.to_owned())
        } else {
            SearchTerm::WordStart(word.to_owned())
        };
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

impl UserFilter {
    /// The states looked for.
    pub fn effective_states(&self) -> &[UserState] {
        if self.states.is_empty() {
            &[UserState::Pending, UserState::Active]
        } else {
            &self.states
        }
    }

    /// The filter with its search folded once, for many rows.
    pub fn prepared(&self) -> PreparedFilter<'_> {
        let needles = search_terms(&self.search)
            .iter()
            .map(SearchTerm::needle)
            .collect();
        PreparedFilter {
            filter: self,
            needles,
            joined_from: self.joined_from.map(Timestamp::start_of),
            joined_before: self.joined_to.map(|to| Timestamp::start_of(to) + Span::days(1)),
        }
    }

    /// How many of the advanced filters are set.
    pub fn advanced_count(&self) -> usize {
        [
            !self.locations.is_empty(),
            !self.groups.is_empty(),
            !self.states.is_empty(),
            !self.roles.is_empty(),
            !self.departments.is_empty(),
            !self.labels.is_empty(),
            !self.licenses.is_empty(),
            self.never_accessed,
            self.billable,
            self.deletion_to.is_some(),
            self.due_to.is_some(),
            self.joined_from.is_some() || self.joined_to.is_some(),
        ]
        .into_iter()
        .filter(|set| *set)
        .count()
    }

    /// The filter as pairs for a URL's query; what is not set is left out.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        fn list<T: std::fmt::Display>(values: &[T]) -> String {
            values
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(",")
        }
        let states: Vec<_> = self.states.iter().map(|state| state.as_str()).collect();
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let yes = |set: bool| if set { "yes".to_owned() } else { String::new() };
        let sort = if self.sort == SortBy::Name {
            ""
        } else {
            self.sort.as_str()
        };
        [
            ("q", self.search.clone()),
            ("location", list(&self.locations)),
            ("group", list(&self.groups)),
            ("status", list(&states)),
            ("role", list(&self.roles)),
            ("department", list(&self.departments)),
            ("label", list(&self.labels)),
            ("license", list(&self.licenses)),
            ("never_accessed", yes(self.never_accessed)),
            ("billable", yes(self.billable)),
            ("deletion_to", date(self.deletion_to)),
            ("due_to", date(self.due_to)),
            ("joined_from", date(self.joined_from)),
            ("joined_to", date(self.joined_to)),
            ("sort", sort.to_owned()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }

    /// Reads a URL's query. A value that does not parse is left out: an old link still opens.
    pub fn from_pairs(get: impl Fn(&str) -> Option<String>) -> Self {
        fn list<T>(text: Option<String>, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
            text.map(|text| text.split(',').filter_map(parse).collect())
                .unwrap_or_default()
        }
        let date = |key| get(key).and_then(|text| Date::parse(&text).ok());
        let sort = get("sort").unwrap_or_default();
        Self {
            search: get("q").unwrap_or_default(),
            locations: list(get("location"), |text| text.parse().ok()),
            groups: list(get("group"), |text| text.parse().ok()),
            states: list(get("status"), |text| UserState::parse(text).ok()),
            roles: list(get("role"), |text| Role::parse(text).ok()),
            departments: list(get("department"), |text| text.parse().ok()),
            labels: list(get("label"), |text| text.parse().ok()),
            licenses: list(get("license"), |text| text.parse().ok()),
            never_accessed: get("never_accessed").is_some(),
            billable: get("billable").is_some(),
            deletion_to: date("deletion_to"),
            due_to: date("due_to"),
            joined_from: date("joined_from"),
            joined_to: date("joined_to"),
            sort: SortBy::parse(&sort).unwrap_or_default(),
        }
    }
}

/// A [`UserFilter`] ready to be held against many rows.
#[derive(Debug)]
pub struct PreparedFilter<'a> {
    filter: &'a UserFilter,
    needles: Vec<String>,
    joined_from: Option<Timestamp>,
    joined_before: Option<Timestamp>,
}

impl PreparedFilter<'_> {
    /// Whether a row with this [`search_text`] is in the list.
    pub fn matches(&self, row: &UserRow, search: &str) -> bool {
        self.admits(row) && self.finds(search)
    }

    /// What a [`search_text`] must all hold.
    pub fn needles(&self) -> &[String] {
        &self.needles
    }

    /// Whether the search finds a [`search_text`].
    pub fn finds(&self, search: &str) -> bool {
        self.needles.iter().all(|needle| search.contains(needle.as_str()))
    }

    /// Whether everything but the search lets a row into the list.
    pub fn admits(&self, row: &UserRow) -> bool {
        fn any<T: PartialEq>(wanted: &[T], has: impl Fn(&T) -> bool) -> bool {
            wanted.is_empty() || wanted.iter().any(has)
        }
        let filter = self.filter;
        let user = &row.summary;
        let by = |until: Option<Date>, day: Option<Date>| {
            until.is_none_or(|until| day.is_some_and(|day| day <= until))
        };
        filter.effective_states().contains(&user.status.state)
            && (!filter.never_accessed || user.status.never_accessed)
            && (!filter.billable || row.billable)
            && by(filter.deletion_to, user.status.deletion_date)
            && by(filter.due_to, row.first_due)
            && any(&filter.locations, |id| user.location == Some(*id))
            && any(&filter.departments, |id| user.department == Some(*id))
            && any(&filter.roles, |role| user.role == *role)
            && any(&filter.groups, |id| {
                user.groups.iter().any(|(group, _)| group == id)
            })
            && any(&filter.labels, |id| row.labels.contains(id))
            && any(&filter.licenses, |id| row.licenses.contains(id))
            && self.joined_from.is_none_or(|from| user.joined_at >= from)
            && self.joined_before.is_none_or(|before| user.joined_at < before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(first: &str, last: &str, email: &str) -> String {
        let email = Email::parse(email).unwrap();
        search_text(
            &PersonName::parse(first).unwrap(),
            &PersonName::parse(last).unwrap(),
            Some(&email),
            &Username::from_email(&email),
            Some(&Phone::parse("+49 30 123456").unwrap()),
        )
    }

    fn finds(search: &str, text: &str) -> bool {
        search_terms(search)
            .iter()
            .all(|term| text.contains(&term.needle()))
    }

    #[test]
    fn people_are_found_in_every_script() {
        let jurgen = text("Jürgen", "Müller-Lüdenscheidt", "j.mueller@example.org");
        for search in [
            "muller",
            "MÜL jur",
            "ludensch",
            "j",
            "ju",
            "example.org",
            "123456",
            "",
        ] {
            assert!(finds(search, &jurgen), "{search}");
        }
        assert!(!finds("ul", &jurgen), "two letters are a word's beginning");
        let wang = text("小明", "王", "wang@example.cn");
        for search in ["小明", "明", "王", "wa"] {
            assert!(finds(search, &wang), "{search}");
        }
    }

    #[test]
    fn the_filter_survives_the_url() {
        let filter = UserFilter {
            search: "ann & bob".into(),
            states: vec![UserState::Archived],
            roles: vec![Role::Support, Role::Member],
            never_accessed: true,
            billable: true,
            deletion_to: Some(Date::parse("2026-02-28").unwrap()),
            due_to: Some(Date::parse("2026-03-01").unwrap()),
            joined_from: Some(Date::parse("2026-01-31").unwrap()),
            sort: SortBy::Joined,
            ..UserFilter::default()
        };
        let pairs = filter.to_pairs();
        let get = |key: &str| {
            pairs
                .iter()
                .find(|(name, _)| *name == key)
                .map(|(_, value)| value.clone())
        };
        assert_eq!(UserFilter::from_pairs(get), filter);
        assert_eq!(filter.advanced_count(), 7);
        assert_eq!(UserFilter::from_pairs(|_| None), UserFilter::default());
    }

    #[test]
    fn control_characters_part_words_and_are_not_looked_for() {
        assert_eq!(search_terms("ann\0bob"), search_terms("ann bob"));
        assert_eq!(search_terms("\u{7}\0"), []);
    }
}
