//! What the address of the invitations page says: the filter, and where the page begins.

use domain::id::InvitationId;
use domain::invitations::{InvitationFilter, InvitationStatus};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::location::Url;

/// The word in the state's place for those whose people ask for a new link.
pub const ASKED: &str = "asked";

/// The word in the state's place for those that end soon.
pub const EXPIRING: &str = "expiring";

/// The part of the address after the path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// What the list shows.
    pub filter: InvitationFilter,
    /// The invitation before which the page begins.
    pub before: Option<InvitationId>,
}

impl Address {
    fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let state = get("state").unwrap_or_default();
        Self {
            filter: InvitationFilter {
                status: InvitationStatus::parse(&state).ok(),
                asked: state == ASKED,
                expiring: state == EXPIRING,
                search: get("q").unwrap_or_default(),
            },
            before: get("before").and_then(|id| id.parse().ok()),
        }
    }

    /// The word for what is chosen of the states.
    pub fn state(&self) -> &'static str {
        if self.filter.asked {
            ASKED
        } else if self.filter.expiring {
            EXPIRING
        } else {
            self.filter.status.map_or("", InvitationStatus::as_str)
        }
    }

    /// The address of the same list from its beginning, or from another invitation on.
    pub fn page(&self, before: Option<InvitationId>) -> String {
        self.write(before, Url::escape)
    }

    fn write(&self, before: Option<InvitationId>, escape: impl Fn(&str) -> String) -> String {
        let before = before.map(|id| id.to_string()).unwrap_or_default();
        let pairs = [
            ("state", self.state()),
            ("q", self.filter.search.trim()),
            ("before", &before),
        ];
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| format!("{key}={}", escape(value)))
            .collect();
        let mark = if pairs.is_empty() { "" } else { "?" };
        format!("/invitations{mark}{}", pairs.join("&"))
    }
}

/// What the page's present address says.
pub fn here() -> Memo<Address> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| Address::read(|key| query.get(key))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_as_it_was_written() {
        for (status, asked, expiring) in [
            (None, true, false),
            (None, false, true),
            (Some(InvitationStatus::Failed), false, false),
            (None, false, false),
        ] {
            let address = Address {
                filter: InvitationFilter {
                    status,
                    asked,
                    expiring,
                    search: "ada".into(),
                },
                before: Some("00000000-0000-7000-8000-000000000000".parse().unwrap()),
            };
            let text = address.write(address.before, str::to_owned);
            let query = text.split_once('?').unwrap().1;
            let read = Address::read(|key| {
                let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
                pairs
                    .find(|(name, _)| *name == key)
                    .map(|(_, value)| value.to_owned())
            });
            assert_eq!(read, address);
        }
        assert_eq!(Address::default().write(None, str::to_owned), "/invitations");
    }
}
