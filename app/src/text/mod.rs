//! Every word the interface says, in one place per language.
//!
//! `text/<language>/<feature>.rs` holds constants and, where a number, a name or a day goes in, functions;
//! [`t!`](crate::t) picks the reader's language. To add a text, write it in all four: one that is missing fails the
//! build. A text lies in the chunk of the pages that say it.

pub(crate) mod de;
pub(crate) mod en;
pub(crate) mod es;
pub(crate) mod fr;

mod choice;
mod number;

#[cfg(feature = "ssr")]
pub use choice::chosen;
pub use domain::users::Language;
use leptos::prelude::*;
pub use number::number;
#[cfg(feature = "hydrate")]
use std::sync::OnceLock;

/// The text of this name in the reader's language: `t!(users::TITLE)`, `t!(users::found(n))`.
#[macro_export]
macro_rules! t {
    ($feature:ident::$key:ident) => {
        $crate::text::pick(&[
            $crate::text::en::$feature::$key,
            $crate::text::de::$feature::$key,
            $crate::text::fr::$feature::$key,
            $crate::text::es::$feature::$key,
        ])
    };
    ($feature:ident::$key:ident($($argument:expr),* $(,)?)) => {
        $crate::t!($feature::$key)($($argument),*)
    };
}

/// The one of the reader's language, of a text in the order of [`Language::ALL`]. The four lie in a table, so that a
/// text costs the browser's bundle little more than its words.
pub(crate) fn pick<T: Copy>([en, de, fr, es]: &[T; 4]) -> T {
    *match language() {
        Language::En => en,
        Language::De => de,
        Language::Fr => fr,
        Language::Es => es,
    }
}

/// The page's language in the browser, for code that runs after an `await` and so outside of any context.
#[cfg(feature = "hydrate")]
static PAGE: OnceLock<Language> = OnceLock::new();

/// The reader's language: the server finds it for each request (see [`chosen`]) and puts it into the context.
pub fn language() -> Language {
    #[cfg(feature = "hydrate")]
    let page = PAGE.get().copied();
    #[cfg(not(feature = "hydrate"))]
    let page = None;
    page.or_else(use_context::<Language>).unwrap_or_default()
}

/// Settles the language of everything below, the same on the server and in the browser.
pub(crate) fn provide_language() {
    let language = SharedValue::new(language).into_inner();
    #[cfg(feature = "hydrate")]
    PAGE.get_or_init(|| language);
    provide_context(language);
}
