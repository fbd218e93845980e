//! Every word the interface says, in one place per language.
//!
//! `text/en/<feature>.rs` holds constants and, where a number or a name goes in, functions; [`t!`](crate::t) picks
//! the module of the reader's language. To add one, write the same modules beside `en`, declare the folder here,
//! add it to [`SPOKEN`] and give its [`Language`] an arm of its own in the macro: a text it lacks then fails the
//! build.

/// English.
#[expect(missing_docs, reason = "a text is its own description")]
pub mod en;
mod number;

pub use domain::users::Language;
use leptos::prelude::*;
pub use number::number;
#[cfg(feature = "hydrate")]
use std::sync::OnceLock;

/// The languages there are texts in.
pub const SPOKEN: &[Language] = &[Language::En];

/// The text of this name in the reader's language: `t!(users::TITLE)`, `t!(users::found(n))`.
#[macro_export]
macro_rules! t {
    ($feature:ident::$key:ident $(($($argument:expr),* $(,)?))?) => {
        match $crate::text::language() {
            $crate::text::Language::En
            | $crate::text::Language::De
            | $crate::text::Language::Fr
            | $crate::text::Language::Es => $crate::text::en::$feature::$key $(($($argument),*))?,
        }
    };
}

/// The page's language in the browser, for code that runs after an `await` and so outside of any context.
#[cfg(feature = "hydrate")]
static PAGE: OnceLock<Language> = OnceLock::new();

/// The reader's language.
pub fn language() -> Language {
    #[cfg(feature = "hydrate")]
    let page = PAGE.get().copied();
    #[cfg(not(feature = "hydrate"))]
    let page = None;
    page.or_else(use_context::<Language>).unwrap_or_default()
}

/// Settles the language of everything below, the same on the server and in the browser.
pub(crate) fn provide_language() {
    let language = SharedValue::new(requested).into_inner();
    #[cfg(feature = "hydrate")]
    PAGE.get_or_init(|| language);
    provide_context(language);
}

/// The viewer's own language, else the browser's, else English.
pub(crate) fn requested() -> Language {
    let own = crate::session::viewer().map(|viewer| viewer.language);
    own.filter(|own| SPOKEN.contains(own))
        .or_else(accepted)
        .unwrap_or_default()
}

#[cfg(feature = "ssr")]
fn accepted() -> Option<Language> {
    let parts = use_context::<http::request::Parts>()?;
    preferred(parts.headers.get(http::header::ACCEPT_LANGUAGE)?.to_str().ok()?)
}

#[cfg(not(feature = "ssr"))]
fn accepted() -> Option<Language> {
    None
}

/// The spoken language an `Accept-Language` header (RFC 9110, 12.5.4) likes best.
#[cfg(any(feature = "ssr", test))]
fn preferred(header: &str) -> Option<Language> {
    let weighed = header.split(',').filter_map(|range| {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
        let language = Language::parse(tag).ok()?;
        (weight > 0.0 && SPOKEN.contains(&language)).then_some((language, weight))
    });
    weighed
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_best_spoken_language_is_taken() {
        assert_eq!(preferred("en-GB,en;q=0.9"), Some(Language::En));
        assert_eq!(preferred("tlh, en;q=0.1"), Some(Language::En));
        assert_eq!(preferred("tlh, en;q=0"), None);
        assert_eq!(preferred("*"), None);
    }
}
