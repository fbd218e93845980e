//! Saved views: what the users list shows, under a name, for one person alone.
//!
//! A view is the address of a list, so that applying one is opening a link. What it names may be gone by then: a filter
//! that finds nothing is shown as one.

use super::UserFilter;
use super::identity::{NotValid, text_type, within};
use crate::id::SavedViewId;
use crate::text::fold;
use serde::{Deserialize, Serialize};

/// The most views of one person.
pub const VIEWS_MOST: usize = 30;

/// The most characters of a view's query: more would be no address that browsers keep.
pub const VIEW_LONGEST: usize = 4_000;

text_type! {
    /// What a view is called: 1 to 60 characters.
    ViewName(view_name)
}

fn view_name(text: &str) -> Result<String, NotValid> {
    within(text, 60, "a name")
}

/// A view that somebody saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// What it is called.
    pub name: ViewName,
    /// What it shows, and in which order.
    pub filter: UserFilter,
}

/// Why a view is not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ViewRefused {
    /// The name is not one.
    #[error("{0}")]
    Name(NotValid),
    /// Another of the person's views is called so.
    #[error("you have a view of this name: choose another name, or make that view show this list")]
    NameTaken,
    /// There are as many as there may be.
    #[error("you have {VIEWS_MOST} views already: delete one first")]
    TooMany,
    /// It asks for too much to be an address.
    #[error("this list has too many filters to be saved: take some away")]
    TooLong,
}

/// The name for a view, a new one (`None`) or another, among those that the person has: names are told apart without
/// regard to case and accents.
pub fn view_name_among(
    views: &[SavedView],
    view: Option<SavedViewId>,
    name: &str,
) -> Result<ViewName, ViewRefused> {
    let name = ViewName::parse(name).map_err(ViewRefused::Name)?;
    let key = fold(name.as_str());
    let same = |other: &SavedView| Some(other.id) != view && fold(other.name.as_str()) == key;
    if views.iter().any(same) {
        return Err(ViewRefused::NameTaken);
    }
    if view.is_none() && views.len() >= VIEWS_MOST {
        return Err(ViewRefused::TooMany);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn view(number: u128, name: &str) -> SavedView {
        SavedView {
            id: SavedViewId::from_uuid(uuid::Uuid::from_u128(number)),
            name: ViewName::parse(name).unwrap(),
            filter: UserFilter::default(),
        }
    }

    #[test]
    fn a_name_is_taken_once_whatever_its_case_but_a_view_keeps_its_own() {
        let views = [view(1, "Köln"), view(2, "Waiting")];
        assert_eq!(
            view_name_among(&views, None, " koln "),
            Err(ViewRefused::NameTaken)
        );
        let renamed = view_name_among(&views, Some(views[0].id), "KÖLN").unwrap();
        assert_eq!(renamed.as_str(), "KÖLN");
        for wrong in ["", "  ", "a\nb", &"x".repeat(61)] {
            let refused = view_name_among(&views, None, wrong);
            assert!(matches!(refused, Err(ViewRefused::Name(_))), "{wrong:?}");
        }
    }

    #[test]
    fn there_are_only_so_many_but_each_of_them_can_be_renamed() {
        let number = |n: usize| u128::try_from(n).unwrap();
        let views: Vec<_> = (0..VIEWS_MOST)
            .map(|n| view(number(n), &format!("View {n}")))
            .collect();
        assert_eq!(
            view_name_among(&views, None, "One more"),
            Err(ViewRefused::TooMany)
        );
        assert!(view_name_among(&views, Some(views[3].id), "Another name").is_ok());
    }
}
