//! What people read, as it is sent.

use super::*;
use crate::brand::{Brand, Color, LogoAddress};
use crate::time::{Date, Span, Timestamp};
use crate::users::Language;

const NOON: Timestamp = Timestamp::from_micros(1_767_268_800_000_000);
const LINK: &str = "https://rollcall.example/…";

fn contents() -> Vec<Content> {
    let text = str::to_owned;
    let day = Date::parse("2026-03-01").unwrap();
    let expires_at = NOON + Span::days(7);
    let link = text(LINK);
    vec![
        Content::GeneratedPassword {
            username: text("ada"),
            password: text("abcd-efgh"),
            sign_in: link.clone(),
        },
        Content::Activation {
            link: link.clone(),
            expires_at,
        },
        Content::AccountReady {
            sign_in: link.clone(),
        },
        Content::Invitation {
            inviter: Some(text("Grace Hopper")),
            link: link.clone(),
            expires_at,
        },
        Content::Invitation {
            inviter: None,
            link: link.clone(),
            expires_at,
        },
        Content::PasswordReset {
            link: link.clone(),
            expires_at,
        },
        Content::PasswordChanged { at: NOON },
        Content::EmailChanged {
            email: text("ada@example.org"),
        },
        Content::ConfirmEmail {
            link: link.clone(),
            expires_at,
        },
        Content::LoginLinkUsed {
            made_by: Some(text("Grace Hopper")),
            at: NOON,
        },
        Content::LoginLinkUsed {
            made_by: None,
            at: NOON,
        },
        Content::DeletionNotice { on: day },
        Content::CourseDue {
            course: text("Fire safety"),
            due: Some(day),
            courses: link.clone(),
        },
        Content::CourseDue {
            course: text("Fire safety"),
            due: None,
            courses: link.clone(),
        },
        Content::InvitationAskedAgain {
            email: text("ada@example.org"),
            invitations: link,
        },
        Content::Test,
    ]
}

fn letter(language: Language, content: Content) -> Letter {
    Letter {
        language,
        brand: Brand::default(),
        organization: "Aktrea & Söhne".to_owned(),
        name: Some("Ada".to_owned()),
        content,
    }
}

#[test]
fn every_message_reads_well_in_every_language() {
    for language in Language::ALL {
        let rendered: Vec<String> = contents()
            .into_iter()
            .map(|content| {
                let rendered = letter(language, content).render();
                format!("Subject: {}\n\n{}", rendered.subject, rendered.text)
            })
            .collect();
        insta::assert_snapshot!(language.as_str(), rendered.join("\n==========\n\n"));
    }
}

#[test]
fn a_message_in_html() {
    let invitation = contents().swap_remove(3);
    insta::assert_snapshot!(letter(Language::En, invitation).render().html);
}

#[test]
fn there_is_a_text_for_every_kind() {
    let written: Vec<_> = contents().iter().map(Content::kind).collect();
    for kind in MessageKind::ALL {
        assert!(written.contains(&kind), "{kind:?}");
    }
}

#[test]
fn names_cannot_become_markup_or_headers() {
    let evil = Letter {
        organization: "<script>\r\nBcc: all@example.org".to_owned(),
        name: Some("\"><img src=x>".to_owned()),
        ..letter(
            Language::En,
            Content::Invitation {
                inviter: Some("O'Neil <b>".to_owned()),
                link: "https://rollcall.example/?a=1&b=\"".to_owned(),
                expires_at: NOON,
            },
        )
    };
    let rendered = evil.render();
    assert!(!rendered.subject.contains(['\r', '\n']));
    for markup in ["<script>", "<img", "<b>", "b=\""] {
        assert!(!rendered.html.contains(markup), "{markup}");
    }
}

#[test]
fn a_letter_does_not_print_its_secrets() {
    let letter = letter(Language::En, contents().swap_remove(0));
    assert!(!format!("{letter:?}").contains("abcd-efgh"));
    assert!(!format!("{:?}", letter.render()).contains("abcd-efgh"));
}

#[test]
fn a_message_wears_the_organizations_accent_and_logo() {
    let content = Content::AccountReady { sign_in: LINK.into() };
    let html = |accent: &str, logo: Option<&str>| {
        let brand = Brand {
            accent: Color::parse(accent).unwrap(),
            logo: logo.map(|address| LogoAddress::parse(address).unwrap()),
        };
        Letter {
            brand,
            ..letter(Language::En, content.clone())
        }
        .render()
        .html
    };
    let plain = html("#7a1fa2", None);
    assert!(plain.contains("background:#7a1fa2;color:#ffffff") && !plain.contains("<img"));
    let bright = html("#ffe600", Some("https://academy.example/logo.png?a&b"));
    assert!(
        bright.contains("background:#ffe600;color:#000000"),
        "the button can be read"
    );
    assert!(
        bright.contains("color:#1c2330;word-break"),
        "and so can the link below it"
    );
    assert!(bright.contains("src=\"https://academy.example/logo.png?a&amp;b\" alt=\"Aktrea &amp; Söhne\""));
}
