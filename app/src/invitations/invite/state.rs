//! The invitation while it is put together: the addresses, what is known of them, the offer, and what is wrong.

use super::typed::{Address, Known, Tally, Typed};
use crate::invitations::api::{InviteChoices, look_up};
use crate::t;
use crate::ui::FieldProblem;
use domain::access::{GroupRole, Role};
use domain::id::{GroupId, LicenseId};
use domain::invitations::{MOST_ADDRESSES, Offer};
use domain::time::Date;
use domain::users::{Email, Language};
use leptos::prelude::*;
use std::str::FromStr;
use std::time::Duration;

/// Long enough to paste once more, too short to be waited for.
const PAUSE: Duration = Duration::from_millis(250);

/// Every value of the form; cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft {
    pub typed: RwSignal<Typed>,
    pub known: RwSignal<Known>,
    /// How many will get what.
    pub tally: Memo<Tally>,
    pub role: RwSignal<String>,
    pub groups: RwSignal<Vec<String>>,
    pub group_role: RwSignal<String>,
    pub department: RwSignal<String>,
    pub label: RwSignal<String>,
    pub language: RwSignal<String>,
    pub deletion_date: RwSignal<String>,
    pub license: RwSignal<String>,
    pub courses: RwSignal<Vec<String>>,
    pub choices: StoredValue<InviteChoices>,
    /// Whether it was to be sent: from then on what is missing is shown as well.
    pub tried: RwSignal<bool>,
    /// What the server refused.
    pub refused: RwSignal<Option<String>>,
}

impl Draft {
    /// An empty one, with a group already chosen if the page was opened for it.
    pub fn new(choices: InviteChoices, group: Option<GroupId>) -> Self {
        let offered = |group: &GroupId| choices.names.groups.iter().any(|(id, _)| id == group);
        let groups = group.filter(offered).map(|group| group.to_string());
        let (typed, known) = (RwSignal::new(Typed::default()), RwSignal::new(Known::default()));
        let draft = Self {
            typed,
            known,
            tally: Memo::new(move |_| typed.with(|typed| known.with(|known| Tally::of(typed, known)))),
            role: RwSignal::new(Role::Member.as_str().to_owned()),
            groups: RwSignal::new(groups.into_iter().collect()),
            group_role: RwSignal::new(GroupRole::Learner.as_str().to_owned()),
            department: RwSignal::default(),
            label: RwSignal::default(),
            language: RwSignal::default(),
            deletion_date: RwSignal::default(),
            license: RwSignal::default(),
            courses: RwSignal::default(),
            choices: StoredValue::new(choices),
            tried: RwSignal::new(false),
            refused: RwSignal::new(None),
        };
        draft.ask_what_is_known();
        draft
    }

    /// Asks the server about addresses a moment after they were added.
    fn ask_what_is_known(self) {
        let mut ask_soon = debounce(PAUSE, move |()| {
            let Some(mut known) = self.known.try_get_untracked() else {
                return;
            };
            let new = self.typed.with_untracked(|typed| known.ask(typed.emails()));
            for chunk in new.chunks(MOST_ADDRESSES) {
                let emails = chunk.to_vec();
                leptos::task::spawn_local(async move {
                    let answer = look_up(emails.clone()).await;
                    self.known.try_update(|known| match answer {
                        Ok(answer) => known.learn(&answer),
                        Err(_) => known.forget(&emails),
                    });
                });
            }
            self.known.set(known);
        });
        Effect::new(move |_| {
            self.typed.track();
            ask_soon(());
        });
    }

    /// Addresses that will get an invitation.
    pub fn invited(self) -> Vec<Email> {
        let with = |typed: &Typed, known: &Known| {
            let invited = |email: &&Email| known.fate(&Address::Right((*email).clone())).is_invited();
            typed.emails().filter(invited).cloned().collect()
        };
        self.typed
            .with(|typed| self.known.with(|known| with(typed, known)))
    }

    /// What they get, as it is chosen now.
    pub fn offer(self) -> Offer {
        fn id<T: FromStr>(field: RwSignal<String>) -> Option<T> {
            field.with(|word| word.parse().ok())
        }
        fn ids<T: FromStr>(field: RwSignal<Vec<String>>) -> Vec<T> {
            field.with(|words| words.iter().filter_map(|word| word.parse().ok()).collect())
        }
        let license: Option<LicenseId> = id(self.license);
        Offer {
            role: self.role.with(|role| Role::parse(role).unwrap_or(Role::Member)),
            groups: ids(self.groups),
            group_role: self
                .group_role
                .with(|role| GroupRole::parse(role).unwrap_or(GroupRole::Learner)),
            language: self.language.with(|language| Language::parse(language).ok()),
            department: id(self.department),
            label: id(self.label),
            deletion_date: self.deletion_date.with(|date| Date::parse(date).ok()),
            courses: license.map(|_| ids(self.courses)).unwrap_or_default(),
            license,
        }
    }

    /// The free seats of the chosen license.
    pub fn free(self) -> Option<u64> {
        self.license.with(|chosen| {
            self.choices.with_value(|choices| {
                let license = choices
                    .licenses
                    .iter()
                    .find(|license| license.id.to_string() == *chosen);
                license.map(|license| license.free)
            })
        })
    }

    /// Everything that is wrong now, in the order of the form.
    pub fn problems(self) -> Vec<FieldProblem> {
        let problem = |field: &str, message: String| FieldProblem {
            field: field.to_owned(),
            message,
        };
        let mut problems = Vec::new();
        let Tally { invited, wrong, .. } = self.tally.get();
        if self.tried.get() && invited == 0 && wrong == 0 {
            problems.push(problem("emails", t!(invitations::NOBODY).to_owned()));
        }
        if self.tried.get() && wrong > 0 {
            problems.push(problem("emails", t!(invitations::mend_or_remove(wrong))));
        }
        if invited > MOST_ADDRESSES as u64 {
            problems.push(problem("emails", t!(invitations::at_most(MOST_ADDRESSES as u64))));
        }
        let offer = self.offer();
        if self.tried.get()
            && let Err(denied) = self.choices.with_value(|choices| choices.scope.allows(&offer))
        {
            problems.push(problem("groups", t!(problems::denied(&denied))));
        }
        let today = self.choices.with_value(|choices| choices.today);
        let typed = self.deletion_date.with(|date| !date.trim().is_empty());
        if typed && offer.deletion_date.is_none_or(|date| date <= today) {
            problems.push(problem("deletion_date", t!(invitations::DATE_WRONG).to_owned()));
        }
        let short = self.free().map_or(0, |free| invited.saturating_sub(free));
        if short > 0 {
            problems.push(problem("license", t!(invitations::seats_short(short))));
        }
        if self.tried.get() && offer.license.is_some() && offer.courses.is_empty() {
            problems.push(problem("courses", t!(users::CHOOSE_A_COURSE).to_owned()));
        }
        problems.extend(self.refused.get().map(|message| problem("emails", message)));
        problems
    }

    /// What is wrong at a field.
    pub fn at(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let mut problems = self.problems().into_iter();
            problems
                .find(|problem| problem.field == field)
                .map(|problem| problem.message)
        })
    }
}
