//! Whatever happens in whatever order: allocated + reserved + free = purchased, and the ledger says the same as the
//! counters. Random sequences run against a model of a few lines.

use crate::academy::{Academy, done};
use domain::id::{InvitationId, LicenseId, UserId};
use domain::licenses::{LedgerKind, LicenseKind};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use store::testing::each;
use store::{Store, licenses, sql};

const USERS: usize = 8;
const SEQUENCES: usize = 40;

#[derive(Debug, Clone)]
enum Step {
    Give(BTreeSet<usize>),
    TakeBack(BTreeSet<usize>),
    Start(usize),
    Archive(usize),
    Reactivate(usize),
    Resize(i64),
    Invite,
    Cancel,
    Accept(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let some = || proptest::collection::btree_set(0..USERS, 1..4);
    prop_oneof![
        4 => some().prop_map(Step::Give),
        3 => some().prop_map(Step::TakeBack),
        3 => (0..USERS).prop_map(Step::Start),
        1 => (0..USERS).prop_map(Step::Archive),
        1 => (0..USERS).prop_map(Step::Reactivate),
        1 => (0..i64::try_from(USERS).unwrap() + 2).prop_map(Step::Resize),
        1 => Just(Step::Invite),
        1 => Just(Step::Cancel),
        1 => (0..USERS).prop_map(Step::Accept),
    ]
}

/// What should be so: who holds a seat and whether it was started, who is archived, which invitations keep one.
struct Model {
    kind: LicenseKind,
    purchased: i64,
    held: BTreeMap<usize, bool>,
    archived: BTreeSet<usize>,
    kept: Vec<InvitationId>,
}

impl Model {
    fn free(&self) -> usize {
        usize::try_from(self.purchased).unwrap() - self.held.len() - self.kept.len()
    }

    fn may_return(&self, user: usize) -> bool {
        self.held
            .get(&user)
            .is_some_and(|started| !started || self.kind == LicenseKind::Reusable)
    }

    fn give(&mut self, users: &BTreeSet<usize>) -> bool {
        let new: Vec<usize> = users
            .iter()
            .copied()
            .filter(|user| !self.held.contains_key(user) && !self.archived.contains(user))
            .collect();
        let fits = !new.is_empty() && new.len() <= self.free();
        if fits {
            self.held.extend(new.into_iter().map(|user| (user, false)));
        }
        fits
    }

    fn take_back(&mut self, users: &BTreeSet<usize>) -> bool {
        let going: Vec<usize> = users
            .iter()
            .copied()
            .filter(|user| self.may_return(*user))
            .collect();
        for user in &going {
            self.held.remove(user);
        }
        !going.is_empty()
    }
}

struct Run<'a> {
    academy: &'a Academy,
    store: &'a Store,
    license: LicenseId,
    users: &'a [UserId],
    version: i64,
}

impl Run<'_> {
    fn these(&self, places: &BTreeSet<usize>) -> Vec<UserId> {
        places.iter().map(|place| self.users[*place]).collect()
    }

    async fn write(&self) -> store::Write {
        let owner = &self.academy.owner;
        self.store
            .write(owner.organization(), owner.actor())
            .await
            .unwrap()
    }

    async fn set_state(&self, user: usize, state: &str) {
        let mut write = self.write().await;
        let user = self.users[user];
        sql("UPDATE users SET state = $1 WHERE id = $2")
            .bind(state)
            .bind(user)
            .execute(&mut write)
            .await
            .unwrap();
        if state == "archived" {
            licenses::return_seats(&mut write, &[user], "user archived")
                .await
                .unwrap();
        }
        done(write, self.academy.courses[0]).await;
    }

    /// Does the step in both, and compares whether it was possible.
    async fn take(&mut self, step: &Step, model: &mut Model) {
        match step {
            Step::Give(users) => {
                let given = self.academy.give(self.license, &self.these(users)).await.is_ok();
                assert_eq!(given, model.give(users), "{step:?}");
            }
            Step::TakeBack(users) => {
                let taken = self
                    .academy
                    .take_back(self.license, &self.these(users))
                    .await
                    .is_ok();
                assert_eq!(taken, model.take_back(users), "{step:?}");
            }
            Step::Start(user) => {
                let started = self.academy.start(self.license, self.users[*user]).await;
                let starts = model.held.get(user) == Some(&false);
                assert_eq!(started, starts, "{step:?}");
                if starts {
                    model.held.insert(*user, true);
                }
            }
            Step::Archive(user) => {
                self.set_state(*user, "archived").await;
                model.archived.insert(*user);
                model.take_back(&[*user].into());
            }
            Step::Reactivate(user) => {
                self.set_state(*user, "active").await;
                model.archived.remove(user);
            }
            Step::Resize(purchased) => {
                let form = self.academy.form(model.kind, *purchased);
                let changed = licenses::change(self.academy.manage(), self.license, self.version, form)
                    .await
                    .is_ok();
                let fits = model.held.len() + model.kept.len() <= usize::try_from(*purchased).unwrap();
                assert_eq!(changed, fits, "{step:?}");
                if fits {
                    model.purchased = *purchased;
                    self.version += 1;
                }
            }
            Step::Invite => {
                let mut write = self.write().await;
                let invitation = write.new_id();
                let kept = licenses::reserve(&mut write, self.license, &[invitation])
                    .await
                    .is_ok();
                assert_eq!(kept, model.free() > 0);
                if kept {
                    done(write, self.academy.courses[0]).await;
                    model.kept.push(invitation);
                }
            }
            Step::Cancel => {
                let Some(invitation) = model.kept.pop() else {
                    return;
                };
                let mut write = self.write().await;
                licenses::release(&mut write, self.license, &[invitation], "canceled")
                    .await
                    .unwrap();
                done(write, self.academy.courses[0]).await;
            }
            Step::Accept(user) => {
                if model.held.contains_key(user) || model.archived.contains(user) {
                    return;
                }
                let Some(invitation) = model.kept.pop() else {
                    return;
                };
                let mut write = self.write().await;
                licenses::accept(&mut write, self.license, invitation)
                    .await
                    .unwrap();
                let holder = licenses::Holder {
                    user: self.users[*user],
                    courses: Vec::new(),
                    due_date: None,
                };
                licenses::allocate(&mut write, self.license, &[holder], "registered")
                    .await
                    .unwrap();
                done(write, self.academy.courses[0]).await;
                model.held.insert(*user, false);
            }
        }
    }

    async fn proves(&self, model: &Model, after: &Step) {
        let seats = self.academy.seats(self.license).await;
        let held = i64::try_from(model.held.len()).unwrap();
        let kept = i64::try_from(model.kept.len()).unwrap();
        assert_eq!(
            (seats.purchased, seats.allocated, seats.reserved),
            (model.purchased, held, kept),
            "counters after {after:?}"
        );
        let lines: Vec<(String,)> = sql("SELECT kind AS value FROM seat_ledger WHERE license_id = $1")
            .bind(self.license)
            .fetch_all(&mut self.store.read().await.unwrap())
            .await
            .unwrap();
        let sums = lines.iter().fold((0, 0), |(allocated, reserved), (kind,)| {
            let (a, r) = LedgerKind::parse(kind).unwrap().effect();
            (allocated + a, reserved + r)
        });
        assert_eq!(sums, (held, kept), "ledger after {after:?}");
        let (rows,): (i64,) =
            sql("SELECT COUNT(*) AS value FROM seats WHERE license_id = $1 AND returned_at IS NULL")
                .bind(self.license)
                .fetch_one(&mut self.store.read().await.unwrap())
                .await
                .unwrap();
        assert_eq!(rows, held, "seats after {after:?}");
    }
}

#[tokio::test]
async fn counters_seats_and_ledger_agree_after_every_step() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(USERS).await;
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
        let sequences = (any::<bool>(), proptest::collection::vec(step(), 10..30));
        for number in 0..SEQUENCES {
            let (reusable, steps) = sequences.new_tree(&mut runner).unwrap().current();
            let kind = if reusable {
                LicenseKind::Reusable
            } else {
                LicenseKind::Standard
            };
            let form = academy.form(kind, 4);
            let license = licenses::create(academy.manage(), form).await.unwrap();
            let mut run = Run {
                academy: &academy,
                store: &store,
                license,
                users: &users,
                version: 1,
            };
            let mut model = Model {
                kind,
                purchased: 4,
                held: BTreeMap::new(),
                archived: BTreeSet::new(),
                kept: Vec::new(),
            };
            for step in &steps {
                run.take(step, &mut model).await;
                run.proves(&model, step).await;
            }
            // The next license begins with everyone back, and the name free.
            for user in 0..USERS {
                run.set_state(user, "active").await;
            }
            let mut write = run.write().await;
            sql("UPDATE licenses SET reference_key = $1 WHERE id = $2")
                .bind(format!("gone {number}"))
                .bind(license)
                .execute(&mut write)
                .await
                .unwrap();
            done(write, academy.courses[0]).await;
        }
    })
    .await;
}
