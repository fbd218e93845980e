//! The HTML form of a message: one column, styles at the elements because mail programs drop style sheets, readable in light
//! and dark.

use super::words::Words;
use crate::brand::{Brand, Color};
use crate::users::Language;
use std::fmt::Write as _;

const PARAGRAPH: &str = "margin:0 0 16px;font-size:16px;line-height:1.5";
const QUIET: &str = "margin:0 0 12px;font-size:14px;line-height:1.5;color:#5b6472";
const BUTTON: &str = "display:inline-block;padding:12px 20px;border-radius:8px;font-size:16px;font-weight:600;\
     text-decoration:none";
const FONT: &str = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/// The ground of a message in light and in dark, and what links fall back to where the accent cannot be read on it.
const LIGHT: (&str, &str) = ("#ffffff", "#1c2330");
const DARK: (&str, &str) = ("#1e232b", "#6cc5d6");

/// Where a mail program knows style sheets, dark colors for those who want them.
fn dark(accent: Color) -> String {
    let (ground, link) = (DARK.0, link_color(accent, DARK));
    format!(
        "@media (prefers-color-scheme:dark){{.page{{background:#14171c!important}}\
         .card{{background:{ground}!important;color:#eef1f5!important}}.quiet{{color:#a9b2c0!important}}\
         .rule{{border-color:#343b47!important}}.link{{color:{link}!important}}}}"
    )
}

fn link_color(accent: Color, (ground, instead): (&str, &str)) -> String {
    match Color::parse(ground) {
        Ok(ground) if accent.readable_on(ground) => accent.to_string(),
        _ => instead.to_owned(),
    }
}

/// The whole document.
pub(super) fn document(language: Language, organization: &str, brand: &Brand, words: &Words) -> String {
    let (tag, subject, dark) = (language.as_str(), escape(&words.subject), dark(brand.accent));
    let (head, card) = (head(organization, brand), card(brand.accent, words));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"supported-color-schemes\" content=\"light dark\"><title>{subject}</title><style>{dark}</style></head>\n\
         <body class=\"page\" style=\"margin:0;padding:24px 12px;background:#f3f5f8;{FONT}\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\">\n\
         <table role=\"presentation\" class=\"card\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" \
         style=\"max-width:560px;background:#ffffff;color:#1c2330;border-radius:12px;border-top:4px solid {}\">\n\
         <tr><td style=\"padding:28px 28px 16px\">\n\
         {head}{card}</td></tr></table>\n</td></tr></table>\n</body></html>\n",
        brand.accent
    )
}

/// Who writes: the logo, on white so that it can be seen in dark too, or the name.
fn head(organization: &str, brand: &Brand) -> String {
    let organization = escape(organization);
    match &brand.logo {
        Some(logo) => format!(
            "<p style=\"margin:0 0 20px\"><img src=\"{}\" alt=\"{organization}\" height=\"40\" style=\"display:block;\
             height:40px;max-width:100%;padding:4px;border-radius:6px;background:#ffffff;color:#1c2330\"></p>\n",
            escape(logo.as_str())
        ),
        None => format!(
            "<p class=\"quiet\" style=\"margin:0 0 20px;font-size:14px;font-weight:600;color:#5b6472\">{organization}</p>\n"
        ),
    }
}

fn card(accent: Color, words: &Words) -> String {
    let mut html = String::new();
    // Writing into a string cannot fail.
    for line in std::iter::once(&words.greeting).chain(&words.paragraphs) {
        let _ = writeln!(html, "<p style=\"{PARAGRAPH}\">{}</p>", escape(line));
    }
    for (name, value) in &words.facts {
        let (name, value) = (escape(name), escape(value));
        let _ = writeln!(
            html,
            "<p style=\"margin:0 0 8px;font-size:16px\">{name}: <strong style=\"font-family:ui-monospace,\
             Consolas,monospace\">{value}</strong></p>"
        );
    }
    if let Some(button) = &words.button {
        let (label, link, hint) = (escape(button.label), escape(&button.link), escape(button.hint));
        let (on_accent, color) = (accent.on(), link_color(accent, LIGHT));
        let _ = writeln!(
            html,
            "<p style=\"margin:24px 0\"><a href=\"{link}\" style=\"{BUTTON};background:{accent};color:{on_accent}\">{label}</a></p>\n\
             <p class=\"quiet\" style=\"{QUIET}\">{hint}<br><a class=\"link\" href=\"{link}\" \
             style=\"color:{color};word-break:break-all\">{link}</a></p>"
        );
    }
    for line in &words.closing {
        let _ = writeln!(html, "<p class=\"quiet\" style=\"{QUIET}\">{}</p>", escape(line));
    }
    let _ = writeln!(
        html,
        "<p class=\"quiet rule\" style=\"margin:20px 0 0;padding-top:12px;border-top:1px solid #e3e7ee;\
         font-size:13px;line-height:1.5;color:#5b6472\">{}</p>",
        escape(&words.footer)
    );
    html
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}
