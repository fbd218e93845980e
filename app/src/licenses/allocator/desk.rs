//! What the allocator knows and does: the board behind the lists, what narrows and selects, and every move to the server
//! and back.

use super::board::{Board, Narrow, People, Shown, user_of};
use super::may_not_manage;
use crate::api::ApiError;
use crate::licenses::api::{LicenseView, Side, give_seats, load_people, load_roster, take_back_seats};
use crate::licenses::words::count;
use crate::t;
use crate::ui::{ListboxState, OptionKey, Problem, after_paint};
use domain::id::{CourseId, LicenseId};
use domain::licenses::{Give, IdleSeats, Moved, Pick, SeatsRefused, Validity};
use domain::users::{UserFilter, UserState};
use leptos::prelude::*;
use std::sync::Arc;

/// Names that the spoken last change lists.
const NAMED: usize = 3;

/// How far the lists are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded {
    /// On their way.
    Not,
    /// Some are here, and the others on their way.
    Part,
    /// Everyone is here.
    Whole,
    /// They are too many: the first of those who match are.
    First,
    /// They did not come.
    Failed(Problem),
}

/// Too few seats were free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    /// How many are missing.
    pub short: i64,
    /// Those never started.
    pub idle: IdleSeats,
}

/// What was done last, for all to hear.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LastChange {
    /// In words.
    pub words: String,
    /// The move that takes it back: whom, and to which side.
    pub undo: Option<(Arc<Vec<OptionKey>>, Side)>,
}

/// The allocator of one license; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    pub id: LicenseId,
    /// Whether seats of the license give access, now or later.
    open: bool,
    /// Why the viewer may not move seats, if they may not.
    denied: StoredValue<Option<String>>,
    pub board: RwSignal<Board>,
    pub loaded: RwSignal<Loaded>,
    pub searches: [RwSignal<String>; 2],
    pub group: RwSignal<String>,
    pub location: RwSignal<String>,
    pub department: RwSignal<String>,
    pub status: RwSignal<String>,
    pub states: [RwSignal<ListboxState>; 2],
    /// The selected ones of each side who can be moved.
    movable: [Memo<Arc<Vec<OptionKey>>>; 2],
    pub courses: RwSignal<Vec<String>>,
    pub last: RwSignal<LastChange>,
    pub short: RwSignal<Option<Short>>,
    /// Matches of each side, where the server counts them.
    counted: [RwSignal<i64>; 2],
    asked: StoredValue<u32>,
}

impl Desk {
    /// The desk of a license, before anybody is on it.
    pub fn new(license: LicenseView) -> Self {
        let courses = license
            .courses
            .iter()
            .map(|(course, _)| course.to_string())
            .collect();
        let board = RwSignal::new(Board::new(license.kind, license.seats));
        let states = [RwSignal::default(), RwSignal::default()];
        let [of_holders, of_others] = states;
        let movable = |from: Side, state: RwSignal<ListboxState>| {
            Memo::new(move |_| {
                let movable = |board: &Board| state.with(|state| board.movable(from, &state.selected));
                Arc::new(board.with(movable))
            })
        };
        let desk = Self {
            id: license.id,
            board,
            open: matches!(license.validity, Validity::Current | Validity::Future),
            denied: StoredValue::new(may_not_manage()),
            loaded: RwSignal::new(Loaded::Not),
            searches: [RwSignal::default(), RwSignal::default()],
            group: RwSignal::default(),
            location: RwSignal::default(),
            department: RwSignal::default(),
            status: RwSignal::default(),
            states,
            movable: [
                movable(Side::Holders, of_holders),
                movable(Side::Others, of_others),
            ],
            courses: RwSignal::new(courses),
            last: RwSignal::default(),
            short: RwSignal::new(None),
            counted: [RwSignal::new(0), RwSignal::new(0)],
            asked: StoredValue::new(0),
        };
        Effect::new(move |_| desk.load());
        // Where the server searches, it is asked with every change of what is looked for.
        Effect::new(move |_| {
            for side in [Side::Holders, Side::Others] {
                desk.narrow(side);
            }
            if desk.loaded.get_untracked() == Loaded::First {
                desk.ask();
            }
        });
        desk
    }

    /// What narrows a side down.
    pub fn narrow(self, side: Side) -> Narrow {
        Narrow {
            search: self.search(side).get(),
            group: self.group.with(|id| id.parse().ok()),
            location: self.location.with(|id| id.parse().ok()),
            department: self.department.with(|id| id.parse().ok()),
            state: self.status.with(|state| UserState::parse(state).ok()),
        }
    }

    pub fn search(self, side: Side) -> RwSignal<String> {
        side.of(self.searches)
    }

    pub fn state(self, side: Side) -> RwSignal<ListboxState> {
        side.of(self.states)
    }

    fn counted(self, side: Side) -> RwSignal<i64> {
        side.of(self.counted)
    }

    /// Those of a side who match, in order.
    pub fn keys(self, side: Side) -> Memo<Arc<Vec<OptionKey>>> {
        Memo::new(move |_| {
            let narrow = self.narrow(side);
            Arc::new(self.board.with(|board| {
                if self.loaded.with(|loaded| *loaded == Loaded::First) {
                    // The server has searched already.
                    board.matching(side, &Narrow::default())
                } else {
                    board.matching(side, &narrow)
                }
            }))
        })
    }

    /// How many of a side match; where the server counts, what it said.
    pub fn matches(self, side: Side, keys: Memo<Arc<Vec<OptionKey>>>) -> Signal<u64> {
        Signal::derive(move || match self.loaded.get() {
            Loaded::First => count(self.counted(side).get()),
            _ => keys.with(|keys| keys.len() as u64),
        })
    }

    /// Whether some are still on their way.
    pub fn is_coming(self) -> bool {
        self.loaded
            .with(|loaded| matches!(loaded, Loaded::Not | Loaded::Part))
    }

    /// Fetches everyone, or the first of those who match where they are too many.
    pub fn load(self) {
        let number = self.next_question();
        let again = self.loaded.get_untracked() == Loaded::Whole;
        if !again {
            self.board.update(|board| board.replace(People::default()));
        }
        leptos::task::spawn_local(async move {
            if let Err(error) = self.fetch_everyone(number, again).await
                && self.is_newest(number)
            {
                self.loaded.set(Loaded::Failed(error));
            }
        });
    }

    /// Part by part, each shown as it comes; those who were here before stay in sight until all have come anew.
    async fn fetch_everyone(self, number: u32, again: bool) -> Result<(), Problem> {
        let mut anew = People::default();
        let mut after = None;
        loop {
            let part = load_roster(self.id, after).await?;
            if !self.is_newest(number) {
                return Ok(());
            }
            let Some(people) = part.people else {
                self.board.update(|board| board.count_anew(part.seats));
                self.loaded.set(Loaded::First);
                self.ask();
                return Ok(());
            };
            let taken = if again {
                anew.add(&people)
            } else {
                let added = self.board.try_update(|board| board.add(&people));
                added.unwrap_or(Ok(()))
            };
            taken.map_err(|error| error.to_string())?;
            after = part.next;
            if after.is_none() {
                self.board.update(|board| {
                    board.count_anew(part.seats);
                    if again {
                        board.replace(anew);
                    }
                });
                self.loaded.set(Loaded::Whole);
                return Ok(());
            }
            if !again {
                self.loaded.set(Loaded::Part);
            }
        }
    }

    fn next_question(self) -> u32 {
        let number = self.asked.with_value(|asked| asked + 1);
        self.asked.set_value(number);
        number
    }

    /// Whether nothing was asked since, and the page is still there.
    fn is_newest(self, number: u32) -> bool {
        self.asked.try_get_value() == Some(number)
    }

    /// Whether the page was left meanwhile.
    fn is_gone(self) -> bool {
        self.board.try_with_untracked(|_| ()).is_none()
    }

    /// Asks the server who matches; an answer to an older question is dropped.
    fn ask(self) {
        let number = self.next_question();
        let [holders, others] = [Side::Holders, Side::Others]
            .map(|side| load_people(self.id, side, untrack(|| self.filter(side))));
        leptos::task::spawn_local(async move {
            let (holders, others) = (holders.await, others.await);
            if !self.is_newest(number) {
                return;
            }
            match (holders, others) {
                (Ok(holders), Ok(others)) => {
                    self.counted(Side::Holders).set(holders.count);
                    self.counted(Side::Others).set(others.count);
                    let mut people = People::default();
                    match people
                        .add(&holders.shown)
                        .and_then(|()| people.add(&others.shown))
                    {
                        Ok(()) => self.board.update(|board| board.replace(people)),
                        Err(error) => self.loaded.set(Loaded::Failed(error.to_string().into())),
                    }
                }
                (Err(error), _) | (_, Err(error)) => self.loaded.set(Loaded::Failed(error.into())),
            }
        });
    }

    /// What narrows a side down, as the server reads it.
    fn filter(self, side: Side) -> UserFilter {
        let narrow = self.narrow(side);
        UserFilter {
            search: narrow.search,
            groups: narrow.group.into_iter().collect(),
            locations: narrow.location.into_iter().collect(),
            departments: narrow.department.into_iter().collect(),
            states: narrow.state.into_iter().collect(),
            ..UserFilter::default()
        }
    }

    /// The selected ones of a side who can be moved, in order.
    pub fn movable(self, from: Side) -> Memo<Arc<Vec<OptionKey>>> {
        from.of(self.movable)
    }

    /// Why the viewer may not move seats, if they may not.
    pub fn denied(self) -> Option<String> {
        self.denied.get_value()
    }

    /// Why nobody can be moved from a side now.
    pub fn hindrance(self, from: Side) -> Option<String> {
        if let Some(denied) = self.denied() {
            return Some(denied);
        }
        let nobody = self.state(from).with(|state| state.selected.is_empty());
        let reason = match from {
            Side::Others if !self.open => t!(licenses::OVER),
            Side::Others if self.courses.with(Vec::is_empty) => t!(licenses::NO_COURSE),
            _ if nobody => t!(licenses::NOBODY_SELECTED),
            Side::Holders if self.movable(from).with(|movable| movable.is_empty()) => {
                t!(licenses::ONLY_STARTED)
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    /// Moves the selected ones of a side to the other.
    pub fn move_selected(self, from: Side) {
        if untrack(|| self.hindrance(from)).is_some() {
            return;
        }
        let keys = self.movable(from).get_untracked();
        self.state(from).update(|state| state.selected.clear());
        let to = from.other();
        self.move_to(to, keys, true);
    }

    /// Does the opposite of the last change.
    pub fn undo(self) {
        let undo = self.last.try_update(|last| last.undo.take()).flatten();
        if let Some((keys, to)) = undo {
            self.move_to(to, keys, false);
        }
    }

    /// Moves these, shown at once where there are seats enough.
    fn move_to(self, to: Side, keys: Arc<Vec<OptionKey>>, undoable: bool) {
        let fits = to == Side::Others
            || self
                .board
                .with_untracked(|board| count(board.seats().free()) >= keys.len() as u64);
        let shown = fits
            .then(|| self.board.try_update(|board| board.show(&keys, to)))
            .flatten();
        let courses = self.chosen_courses();
        after_paint(move || {
            let pick = Pick::These(keys.iter().map(|key| user_of(*key)).collect());
            leptos::task::spawn_local(async move {
                let answer = self.send(to, pick, courses).await;
                self.answered(to, answer, shown, &keys, undoable);
            });
        });
    }

    fn chosen_courses(self) -> Vec<CourseId> {
        self.courses
            .with_untracked(|chosen| chosen.iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// Moves everyone of a side who matches, where the server knows who that is.
    pub fn move_matching(self, from: Side) {
        let to = from.other();
        let pick = Pick::Matching(untrack(|| self.filter(from)));
        let courses = self.chosen_courses();
        leptos::task::spawn_local(async move {
            let answer = self.send(to, pick, courses).await;
            self.answered(to, answer, None, &Arc::default(), false);
        });
    }

    async fn send(
        self,
        to: Side,
        pick: Pick,
        courses: Vec<CourseId>,
    ) -> Result<Moved, ApiError<SeatsRefused>> {
        match to {
            Side::Others => take_back_seats(self.id, pick).await,
            Side::Holders => give_seats(self.id, Give { to: pick, courses }).await,
        }
    }

    fn answered(
        self,
        to: Side,
        answer: Result<Moved, ApiError<SeatsRefused>>,
        shown: Option<Shown>,
        keys: &Arc<Vec<OptionKey>>,
        undoable: bool,
    ) {
        if self.is_gone() {
            return;
        }
        match answer {
            Ok(moved) => {
                let words = self.moved_words(to, &moved, keys);
                self.board.update(|board| match &shown {
                    Some(shown) => board.settle(shown, &moved),
                    None => board.count_anew(moved.seats),
                });
                let back = to.other();
                let undo = (undoable && moved.left.is_empty()).then(|| (Arc::clone(keys), back));
                self.last.set(LastChange { words, undo });
                if shown.is_none() || !moved.left.is_empty() {
                    self.refresh();
                }
            }
            Err(error) => {
                if let Some(shown) = &shown {
                    self.board.update(|board| board.roll_back(shown));
                }
                match error {
                    ApiError::Refused(SeatsRefused::Short { short, idle }) => {
                        self.short.set(Some(Short { short, idle }));
                    }
                    error => {
                        let words = t!(licenses::not_moved(&error.to_string()));
                        self.last.set(LastChange { words, undo: None });
                        self.refresh();
                    }
                }
            }
        }
    }

    fn refresh(self) {
        match self.loaded.get_untracked() {
            Loaded::First => self.ask(),
            _ => self.load(),
        }
    }

    fn moved_words(self, to: Side, moved: &Moved, keys: &[OptionKey]) -> String {
        let name = |key: &OptionKey| {
            self.board
                .with_untracked(|board| board.person(*key).map(|entry| entry.name.clone()))
        };
        let first: Vec<String> = keys
            .iter()
            .filter(|key| !moved.left.contains(&user_of(**key)))
            .take(NAMED)
            .filter_map(name)
            .collect();
        let many = count(moved.moved);
        let names = t!(licenses::names(&first, many.saturating_sub(first.len() as u64)));
        let free = count(moved.seats.free());
        let mut words = match to {
            Side::Holders => t!(licenses::given(many, &names, free)),
            Side::Others => t!(licenses::taken_back(many, &names, free)),
        };
        if !moved.left.is_empty() {
            words.push_str(&t!(licenses::left_as_they_were(moved.left.len() as u64)));
        }
        words
    }

    /// Selects the first of those who never started, as many as are missing.
    pub fn select_idle(self, short: i64) {
        let keys = self
            .board
            .with_untracked(|board| board.idle(usize::try_from(short).unwrap_or(0)));
        self.search(Side::Holders).set(String::new());
        for filter in [self.group, self.location, self.department, self.status] {
            filter.set(String::new());
        }
        self.state(Side::Holders)
            .update(|state| state.selected = keys.into_iter().collect());
    }
}
