//! Which language somebody reads: the one of their profile, else the one their browser asks for.
//!
//! Where neither says, the organization's holds; only the server knows that one.

#![cfg(any(feature = "ssr", test))]

use super::Language;

/// The language of the profile, else the one an `Accept-Language` header likes best among those Rollcall speaks.
pub fn chosen(profile: Option<Language>, accepted: Option<&str>) -> Option<Language> {
    profile.or_else(|| preferred(accepted?))
}

/// The header is a list of ranges with weights (RFC 9110, 12.5.4); among equals the first counts.
fn preferred(header: &str) -> Option<Language> {
    let weighed = header.split(',').filter_map(|range| {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
        let language = Language::parse(tag).ok()?;
        (weight > 0.0).then_some((language, weight))
    });
    weighed
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_comes_before_the_browser() {
        assert_eq!(chosen(Some(Language::Es), Some("de")), Some(Language::Es));
        assert_eq!(chosen(None, Some("de")), Some(Language::De));
        assert_eq!(chosen(None, Some("tlh")), None);
        assert_eq!(chosen(None, None), None);
    }

    #[test]
    fn the_browsers_best_spoken_language_is_taken() {
        assert_eq!(preferred("en-GB,en;q=0.9"), Some(Language::En));
        assert_eq!(preferred("fr-CH, de;q=0.9, en;q=0.8"), Some(Language::Fr));
        assert_eq!(preferred("en;q=0.4, es-MX;q=0.8, de;q=0.8"), Some(Language::Es));
        assert_eq!(preferred("tlh, en;q=0.1"), Some(Language::En));
        assert_eq!(preferred("tlh, en;q=0"), None);
        assert_eq!(preferred("*"), None);
    }
}
