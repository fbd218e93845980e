//! How an organization's messages look: its accent, and its logo.
//!
//! Any accent can be chosen; what is written on it, and whether links take it, follows from the contrast that WCAG 2.2 asks
//! for (1.4.3).

use crate::users::{NotValid, Rule};
use serde::{Deserialize, Serialize};

/// What makes a message recognizable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Brand {
    /// The color of buttons and links.
    pub accent: Color,
    /// Where the logo is.
    pub logo: Option<LogoAddress>,
}

/// A color, written `#2451d6`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Color([u8; 3]);

impl Default for Color {
    fn default() -> Self {
        Self([0x0b, 0x5c, 0x6b])
    }
}

/// The contrast that text needs.
const READABLE: f64 = 4.5;

impl Color {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Reads `#2451d6`.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        let wrong = || NotValid::breaking(Rule::Color, "not a color: it should look like #2451d6");
        let digits = text.trim().strip_prefix('#').ok_or_else(wrong)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// The color of text on this one: white or black, whichever stands out more.
    #[must_use]
    pub fn on(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) {
            Self::WHITE
        } else {
            Self::BLACK
        }
    }

    /// Whether text of this color can be read on `ground`.
    pub fn readable_on(self, ground: Self) -> bool {
        self.contrast(ground) >= READABLE
    }

    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Relative luminance, as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl TryFrom<String> for Color {
    type Error = NotValid;
    fn try_from(text: String) -> Result<Self, NotValid> {
        Self::parse(&text)
    }
}

impl From<Color> for String {
    fn from(color: Color) -> Self {
        color.to_string()
    }
}

/// Where a logo is found: an https address, because mail programs load no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LogoAddress(String);

impl LogoAddress {
    /// Trims and checks it.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        let text = text.trim();
        let host = text.strip_prefix("https://").unwrap_or_default();
        let fits = !host.is_empty()
            && !host.starts_with('/')
            && text.len() <= 500
            && text
                .chars()
                .all(|c| c.is_ascii_graphic() && !"\"<>\\".contains(c));
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotValid::breaking(
                Rule::PictureAddress,
                "not an address of a picture: it should begin with https:// and have no spaces",
            ))
        }
    }
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LogoAddress {
    type Error = NotValid;
    fn try_from(text: String) -> Result<Self, NotValid> {
        Self::parse(&text)
    }
}

impl From<LogoAddress> for String {
    fn from(address: LogoAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn colors_read_as_they_are_written() {
        for right in ["#2451d6", "#ffffff", "#000000"] {
            assert_eq!(Color::parse(right).unwrap().to_string(), right);
        }
        for wrong in ["", "#fff", "2451d6", "#2451d", "#2451dg", "#+451d6", "red"] {
            assert!(Color::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_logo_is_at_an_https_address_that_cannot_leave_its_attribute() {
        assert!(LogoAddress::parse(" https://academy.example/logo.png ").is_ok());
        for wrong in [
            "",
            "http://academy.example/logo.png",
            "https://",
            "https:///logo.png",
            "javascript:alert(1)",
            "https://a.example/\"onerror=\"x",
            "https://a.example/a b",
        ] {
            assert!(LogoAddress::parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_on_any_accent_can_be_read(parts in any::<[u8; 3]>()) {
            let accent = Color(parts);
            prop_assert!(accent.on().readable_on(accent), "{accent}");
        }
    }
}
