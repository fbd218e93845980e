//! Light or dark, as kept on this device; `theme.js` applies it before the first paint of the next page.

use crate::t;
use crate::ui::IconName;
use leptos::prelude::*;

const KEPT_AS: &str = "theme";

/// The theme a person chose for this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the menu.
    pub(super) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Its name.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::System => t!(shell::THEME_SYSTEM),
            Self::Light => t!(shell::THEME_LIGHT),
            Self::Dark => t!(shell::THEME_DARK),
        }
    }

    /// Its picture.
    pub(super) const fn icon(self) -> IconName {
        match self {
            Self::System => IconName::Monitor,
            Self::Light => IconName::Sun,
            Self::Dark => IconName::Moon,
        }
    }
}

/// The theme of this device; setting it applies and keeps it.
pub(super) fn use_theme() -> RwSignal<Theme> {
    let theme = RwSignal::new(Theme::default());
    Effect::new(move |known: Option<()>| {
        let now = theme.get();
        if known.is_some() {
            keep(now);
        } else if let Some(kept) = kept() {
            theme.set(kept);
        }
    });
    theme
}

fn kept() -> Option<Theme> {
    let kept = window().local_storage().ok()??.get_item(KEPT_AS).ok()??;
    Theme::ALL.into_iter().find(|theme| theme.as_str() == kept)
}

/// Where the browser keeps nothing, the theme lasts as long as the page.
fn keep(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.as_str()),
        };
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEPT_AS, theme.as_str());
    }
}
