//! The addresses of an invitation while they are put together: each once, in the order they came, right or wrong.

use domain::invitations::{Addresses, KnownAddresses};
use domain::users::Email;
use std::collections::HashSet;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Address {
    /// An address.
    Right(Email),
    /// A text that is none.
    Wrong(String),
}

/// What an address will get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// An invitation.
    Invited,
    /// An invitation that takes the place of an open one.
    Replaced,
    /// Nothing: there is an account.
    HasAccount,
    /// Nothing: somebody else's open invitation is not to be replaced.
    OutOfReach,
    /// Nothing: it is no address.
    Wrong,
}

impl Fate {
    /// Whether an invitation goes out.
    pub const fn is_invited(self) -> bool {
        matches!(self, Self::Invited | Self::Replaced)
    }
}

impl Address {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Right(email) => email.as_str(),
            Self::Wrong(text) => text,
        }
    }
}

/// All of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    addresses: Vec<Address>,
    /// Those that came again with the last text.
    pub repeated: Vec<Email>,
}

impl Typed {
    /// Adds what a text holds.
    pub fn add(&mut self, text: &str) {
        let found = Addresses::parse(text);
        let mut seen: HashSet<String> = self.emails().map(Email::key).collect();
        self.repeated = found.repeated;
        for email in found.good {
            if seen.insert(email.key()) {
                self.addresses.push(Address::Right(email));
            } else {
                self.repeated.push(email);
            }
        }
        for text in found.bad {
            let wrong = Address::Wrong(text);
            if !self.addresses.contains(&wrong) {
                self.addresses.push(wrong);
            }
        }
    }

    /// Takes one away.
    pub fn remove(&mut self, address: &Address) {
        self.addresses.retain(|other| other != address);
        self.repeated.clear();
    }

    /// Takes the last one away, for it to be typed anew.
    pub fn pop(&mut self) -> Option<Address> {
        self.repeated.clear();
        self.addresses.pop()
    }

    /// Keeps those of these fates.
    pub fn retain(&mut self, known: &Known, keep: impl Fn(Fate) -> bool) {
        self.addresses.retain(|address| keep(known.fate(address)));
        self.repeated.clear();
    }

    /// Every one.
    pub fn all(&self) -> &[Address] {
        &self.addresses
    }

    /// Those that are addresses.
    pub fn emails(&self) -> impl Iterator<Item = &Email> {
        self.addresses.iter().filter_map(|address| match address {
            Address::Right(email) => Some(email),
            Address::Wrong(_) => None,
        })
    }
}

/// What the server has said of addresses so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    asked: HashSet<String>,
    accounts: HashSet<String>,
    invited: HashSet<String>,
    out_of_reach: HashSet<String>,
}

impl Known {
    /// Those of the addresses that it was not asked about, from now on asked.
    pub fn ask<'a>(&mut self, emails: impl Iterator<Item = &'a Email>) -> Vec<Email> {
        emails
            .filter(|email| self.asked.insert(email.key()))
            .cloned()
            .collect()
    }

    /// They were asked about in vain.
    pub fn forget(&mut self, emails: &[Email]) {
        for email in emails {
            self.asked.remove(&email.key());
        }
    }

    /// Takes an answer in.
    pub fn learn(&mut self, answer: &KnownAddresses) {
        self.accounts.extend(answer.accounts.iter().map(Email::key));
        self.invited.extend(answer.invited.iter().map(Email::key));
        self.out_of_reach
            .extend(answer.out_of_reach.iter().map(Email::key));
    }

    /// What an address will get, as far as is known.
    pub fn fate(&self, address: &Address) -> Fate {
        let Address::Right(email) = address else {
            return Fate::Wrong;
        };
        let key = email.key();
        if self.accounts.contains(&key) {
            Fate::HasAccount
        } else if self.out_of_reach.contains(&key) {
            Fate::OutOfReach
        } else if self.invited.contains(&key) {
            Fate::Replaced
        } else {
            Fate::Invited
        }
    }
}

/// How many addresses will get what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub all: u64,
    /// An invitation, whether or not it takes the place of another.
    pub invited: u64,
    /// An invitation that takes the place of an open one.
    pub replaced: u64,
    /// Nothing: there is an account.
    pub has_account: u64,
    /// Nothing: it is not for this inviter to replace their open one.
    pub out_of_reach: u64,
    /// Nothing: they are no addresses.
    pub wrong: u64,
}

impl Tally {
    /// Counts them.
    pub fn of(typed: &Typed, known: &Known) -> Self {
        let mut tally = Self::default();
        for address in typed.all() {
            let fate = known.fate(address);
            tally.all += 1;
            tally.invited += u64::from(fate.is_invited());
            match fate {
                Fate::Invited => {}
                Fate::Replaced => tally.replaced += 1,
                Fate::HasAccount => tally.has_account += 1,
                Fate::OutOfReach => tally.out_of_reach += 1,
                Fate::Wrong => tally.wrong += 1,
            }
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_once_and_repeated_ones_are_named() {
        let mut typed = Typed::default();
        typed.add("a@x.org, nobody");
        typed.add("A@x.org b@x.org nobody");
        let texts: Vec<_> = typed.all().iter().map(Address::text).collect();
        assert_eq!(texts, ["a@x.org", "nobody", "b@x.org"]);
        assert_eq!(typed.repeated.len(), 1);
        assert_eq!(typed.pop().unwrap().text(), "b@x.org");
        assert!(typed.repeated.is_empty());
    }

    #[test]
    fn what_is_known_decides_what_an_address_gets() {
        let mut typed = Typed::default();
        typed.add("a@x.org b@x.org c@x.org d@x.org oops");
        let emails: Vec<_> = typed.emails().cloned().collect();
        let mut known = Known::default();
        assert_eq!(known.ask(typed.emails()).len(), 4);
        assert!(known.ask(typed.emails()).is_empty(), "asked once");
        known.learn(&KnownAddresses {
            accounts: emails[..1].to_vec(),
            invited: emails[1..2].to_vec(),
            out_of_reach: emails[2..3].to_vec(),
        });
        let fates: Vec<_> = typed.all().iter().map(|address| known.fate(address)).collect();
        assert_eq!(
            fates,
            [
                Fate::HasAccount,
                Fate::Replaced,
                Fate::OutOfReach,
                Fate::Invited,
                Fate::Wrong
            ]
        );
        let tally = Tally::of(&typed, &known);
        assert_eq!(
            (tally.all, tally.invited, tally.replaced, tally.wrong),
            (5, 2, 1, 1)
        );
        typed.retain(&known, Fate::is_invited);
        assert_eq!(typed.all().len(), 2);
    }
}
