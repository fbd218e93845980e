//! Markdown of lessons as HTML that is safe to show: whatever somebody writes or pastes, nothing of it runs.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// The HTML of a lesson. Its headings begin below those of the page.
pub fn html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: lower(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        event => event,
    });
    let mut html = String::new();
    push_html(&mut html, events);
    ammonia::clean(&html)
}

/// The page has the first level, the lesson's title the second.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn nothing_in_a_lesson_runs() {
        let shown = html(
            "# Hello\n\n<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[go](javascript:alert(1))",
        );
        assert!(shown.starts_with("<h3>Hello</h3>"), "{shown}");
        for runs in ["script", "onerror", "javascript"] {
            assert!(!shown.contains(runs), "{shown}");
        }
    }
}
