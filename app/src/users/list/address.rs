//! What the address of the users page says: the filter, and which page of the list.

use domain::users::{Cursor, PageAt, UserFilter};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::location::Url;

/// The part of the address after the path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// What the list shows.
    pub filter: UserFilter,
    /// Which page of it.
    pub at: PageAt,
    /// Whether users can be deleted in it.
    pub edit: bool,
}

impl Address {
    /// The first page of what another filter shows.
    pub fn with(&self, filter: UserFilter) -> Self {
        Self {
            filter,
            at: PageAt::Start,
            edit: self.edit,
        }
    }

    /// Reads a query.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        // A text that is no row of a list leads to the first page: an old link still opens.
        let row = |key| get(key).and_then(|text| Cursor::parse(&text));
        let at = match (row("after"), row("before")) {
            (Some(row), _) => PageAt::After(row),
            (None, Some(row)) => PageAt::Before(row),
            (None, None) => PageAt::Start,
        };
        Self {
            edit: get("edit").is_some(),
            filter: UserFilter::from_pairs(get),
            at,
        }
    }

    /// The address in full, with every value passed through `escape`.
    fn write(&self, escape: impl Fn(&str) -> String) -> String {
        let mut pairs = self.filter.to_pairs();
        match &self.at {
            PageAt::Start => {}
            PageAt::After(row) => pairs.push(("after", row.to_string())),
            PageAt::Before(row) => pairs.push(("before", row.to_string())),
        }
        if self.edit {
            pairs.push(("edit", "1".to_owned()));
        }
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(key, value)| format!("{key}={}", escape(value)))
            .collect();
        let mark = if pairs.is_empty() { "" } else { "?" };
        format!("/users{mark}{}", pairs.join("&"))
    }

    /// The address as a link.
    pub fn href(&self) -> String {
        self.write(Url::escape)
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
    use domain::access::Role;

    fn through(address: &Address) -> Address {
        let text = address.write(|value| value.replace('&', "%26"));
        let query = text.split_once('?').map_or("", |(_, query)| query);
        Address::read(|key| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs
                .find(|(name, _)| *name == key)
                .map(|(_, value)| value.replace("%26", "&"))
        })
    }

    #[test]
    fn an_address_reads_as_it_was_written() {
        let filter = UserFilter {
            search: "ann & bob".into(),
            roles: vec![Role::Owner],
            ..UserFilter::default()
        };
        let row =
            |text: &str| Cursor::parse(&format!("{text}~0192f0c1-0000-7000-8000-000000000001")).unwrap();
        for at in [
            PageAt::Start,
            PageAt::After(row("müller ann")),
            PageAt::Before(row("x~2")),
        ] {
            let address = Address {
                filter: filter.clone(),
                edit: at == PageAt::Start,
                at,
            };
            assert_eq!(through(&address), address);
        }
        assert_eq!(Address::default().write(str::to_owned), "/users");
    }
}
