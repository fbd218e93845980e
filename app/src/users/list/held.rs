//! The list held whole in the browser, where the organization is small enough: fetched in the background when the page
//! opens, kept while one is elsewhere in the console, and refreshed when it may have changed.

use crate::users::api::{PAGE, UserList, held_users};
use domain::time::Timestamp;
use domain::users::{Held, HeldAnswer, HeldQuestion, PageAt, UserFilter};
use std::cell::RefCell;

/// What this tab holds.
#[derive(Default)]
struct Kept {
    list: Held,
    /// When it was so; none until all of it is here.
    at: Option<Timestamp>,
    /// Whether nothing is known to have changed since.
    fresh: bool,
    /// Fetches under way are told apart, so that only the newest one counts.
    fetch: u32,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The page, if the list is here and nothing is known to have changed.
pub fn page(filter: &UserFilter, at: &PageAt) -> Option<UserList> {
    KEPT.with_borrow(|kept| {
        let now = kept.at.filter(|_| kept.fresh)?;
        let page = kept.list.page(filter, at, usize::from(PAGE));
        Some(UserList {
            users: page.users,
            previous: page.previous,
            next: page.next,
            count: page.count as u64,
            more: false,
            now,
        })
    })
}

/// Something was done: the server knows better until the list is refreshed.
pub fn mark_stale() {
    KEPT.with_borrow_mut(|kept| kept.fresh = false);
}

/// Fetches the list, or what has changed of it. Whether it is here then, and the newest.
pub async fn refresh() -> bool {
    let (mut list, since, number) = KEPT.with_borrow_mut(|kept| {
        kept.fetch += 1;
        (kept.list.clone(), kept.at, kept.fetch)
    });
    let mut after = None;
    let (accessed, now) = loop {
        let known = list.known(after);
        let question = HeldQuestion { after, known, since };
        // Too many, or out of reach: the server's pages will do.
        let Ok(HeldAnswer::Changed {
            parts,
            next,
            accessed,
            now,
        }) = held_users(question).await
        else {
            return false;
        };
        if parts.iter().any(|part| list.take(part).is_err()) {
            return false;
        }
        if next.is_none() {
            break (accessed, now);
        }
        after = next;
    };
    list.settle(&accessed);
    KEPT.with_borrow_mut(|kept| {
        if kept.fetch == number {
            *kept = Kept {
                list,
                at: Some(now),
                fresh: true,
                fetch: number,
            };
        }
        kept.fetch == number
    })
}
