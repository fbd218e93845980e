//! Which language a page is in: the profile's, else the browser's, else the organization's.

use super::test_app::{Answer, Caller, TestApp, peopled, person};
use axum::body::Body;
use axum::http::{Request, header};
use domain::access::{CreateUsers, Role};
use domain::audit::{Action, TargetKind};
use domain::id::Id as _;
use domain::users::{Email, Language, NewUser};
use store::testing::PASSWORD;
use store::{Change, Entry, Requester, sql};

async fn owner(app: &TestApp) -> Requester {
    store::sign_in::requester_at_command_line(&app.store, Caller::Owner.email())
        .await
        .unwrap()
        .unwrap()
}

async fn read_by(app: &TestApp, path: &str, cookie: Option<&str>, accepts: Option<&str>) -> Answer {
    let mut request = Request::get(path).header(header::ACCEPT, "text/html");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    if let Some(languages) = accepts {
        request = request.header(header::ACCEPT_LANGUAGE, languages);
    }
    app.send(request.body(Body::empty()).unwrap()).await
}

fn is_in(answer: &Answer, tag: &str, words: &str) {
    assert!(
        answer.body.contains(&format!("<html lang=\"{tag}\"")),
        "lang of a page in {tag}"
    );
    assert!(answer.body.contains(words), "{words} on a page in {tag}");
}

async fn speak_french_here(owner: &Requester) {
    let mut write = owner
        .store()
        .write(owner.organization(), owner.actor())
        .await
        .unwrap();
    sql("UPDATE organizations SET settings = $1 WHERE id = $2")
        .bind("{\"language\":\"fr\"}")
        .bind(owner.organization())
        .execute(&mut write)
        .await
        .unwrap();
    let entry = Entry::new(
        Action::SettingsChanged,
        TargetKind::Organization,
        owner.organization().uuid(),
    );
    write.commit(Change::of((), entry)).await.unwrap();
}

#[tokio::test]
async fn a_page_is_in_the_language_of_the_profile_then_the_browser_then_the_organization() {
    peopled(async |app| {
        let owner = owner(&app).await;
        speak_french_here(&owner).await;
        let spanish = NewUser {
            email: Some(Email::parse("carmen@example.org").unwrap()),
            language: Some(Language::Es),
            ..person(Caller::Member, Role::Member)
        };
        store::users::create(owner.grant::<CreateUsers>().unwrap(), spanish)
            .await
            .unwrap();

        is_in(
            &read_by(&app, "/sign-in", None, None).await,
            "fr",
            "Mot de passe oublié",
        );
        is_in(
            &read_by(&app, "/sign-in", None, Some("tlh")).await,
            "fr",
            "Mot de passe oublié",
        );
        is_in(
            &read_by(&app, "/sign-in", None, Some("de-CH, en;q=0.5")).await,
            "de",
            "Passwort vergessen?",
        );

        let fields = [
            ("name", "carmen@example.org"),
            ("password", PASSWORD),
            ("next", ""),
        ];
        let cookie = app.form("/sign-in", None, &fields).await.cookie().unwrap();
        is_in(
            &read_by(&app, "/my-courses", Some(&cookie), Some("de")).await,
            "es",
            "Mis cursos",
        );
    })
    .await;
}

#[tokio::test]
async fn a_refused_form_says_why_in_the_language_of_its_page() {
    peopled(async |app| {
        for (tag, words) in [
            ("de", "gehören nicht zusammen"),
            ("fr", "ne vont pas ensemble"),
            ("es", "no van juntos"),
        ] {
            let request = Request::post("/sign-in")
                .header("sec-fetch-site", "same-origin")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ACCEPT_LANGUAGE, tag)
                .body(Body::from("name=nobody&password=nothing"))
                .unwrap();
            is_in(&app.send(request).await, tag, words);
        }
    })
    .await;
}
