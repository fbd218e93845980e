//! The HTML document around the app. It is rendered on the server only and never hydrated.

use crate::App;
use crate::text;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags};

/// Applies the theme kept on this device before the first paint; without one the system decides.
pub(crate) const THEME_SCRIPT: &str = include_str!("theme.js");

/// Holds the last press that only the app can answer until the app is there, then presses again.
const EARLY_SCRIPT: &str = include_str!("early.js");

/// The whole document, for the server to render.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang=text::language().as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <script nonce=use_nonce()>{THEME_SCRIPT}</script>
                <script nonce=use_nonce()>{EARLY_SCRIPT}</script>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <HashedStylesheet options=options.clone() />
                <AutoReload options=options.clone() />
                <HydrationScripts options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}
