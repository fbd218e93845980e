//! The HTML form of a message: one column, styles at the elements because mail programs drop style sheets, readable in light
//! and dark.

use super::words::Words;
use crate::users::Language;
use std::fmt::Write as _;

const PARAGRAPH: &str = "margin:0 0 16px;font-size:16px;line-height:1.5";
const QUIET: &str = "margin:0 0 12px;font-size:14px;line-height:1.5;color:#5b6472";
const BUTTON: &str = "display:inline-block;padding:12px 20px;border-radius:8px;background:#2451d6;color:#ffffff;\
     font-size:16px;font-weight:600;text-decoration:none";
const FONT: &str = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/// Where a mail program knows style sheets, dark colors for those who want them.
const DARK: &str = "@media (prefers-color-scheme:dark){.page{background:#14171c!important}\
     .card{background:#1e232b!important;color:#eef1f5!important}.quiet{color:#a9b2c0!important}\
     .rule{border-color:#343b47!important}.link{color:#8fb0ff!important}}";

/// The whole document.
pub(super) fn document(language: Language, organization: &str, words: &Words) -> String {
    let (tag, subject) = (language.as_str(), escape(&words.subject));
    let (organization, card) = (escape(organization), card(words));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"supported-color-schemes\" content=\"light dark\"><title>{subject}</title><style>{DARK}</style></head>\n\
         <body class=\"page\" style=\"margin:0;padding:24px 12px;background:#f3f5f8;{FONT}\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\">\n\
         <table role=\"presentation\" class=\"card\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" \
         style=\"max-width:560px;background:#ffffff;color:#1c2330;border-radius:12px\">\n\
         <tr><td style=\"padding:28px 28px 16px\">\n\
         <p class=\"quiet\" style=\"margin:0 0 20px;font-size:14px;font-weight:600;color:#5b6472\">{organization}</p>\n\
         {card}</td></tr></table>\n</td></tr></table>\n</body></html>\n"
    )
}

fn card(words: &Words) -> String {
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
        let _ = writeln!(
            html,
            "<p style=\"margin:24px 0\"><a href=\"{link}\" style=\"{BUTTON}\">{label}</a></p>\n\
             <p class=\"quiet\" style=\"{QUIET}\">{hint}<br><a class=\"link\" href=\"{link}\" \
             style=\"color:#2451d6;word-break:break-all\">{link}</a></p>"
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
