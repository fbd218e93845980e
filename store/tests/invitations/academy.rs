//! What these tests need: people, a group, a license, and the tokens that are mailed.

use domain::access::Role;
use domain::id::{GroupId, LicenseId};
use domain::invitations::{InvitationFilter, InvitationRow, Registration, RegistrationForm};
use domain::messages::LinkState;
use domain::users::{Email, NewUser, PasswordPlan, PersonName};
use store::messages::{self, Links, Prepared, Worker};
use store::secrets::Token;
use store::sign_in;
use store::testing::count;
use store::{Requester, Store, check, invitations, sql, users};

pub const ADA: &str = "ada@example.org";
pub const WORDS: &str = "four unrelated words";

pub fn emails(all: &[&str]) -> Vec<Email> {
    all.iter().map(|email| Email::parse(email).unwrap()).collect()
}

pub async fn create(owner: &Requester, email: &str, role: Role) -> Requester {
    let name = |text| PersonName::parse(text).unwrap();
    let new = NewUser {
        role,
        password: PasswordPlan::Later,
        ..NewUser::named(name("Sam"), name("Doe"), Email::parse(email).unwrap())
    };
    users::create(owner.grant().unwrap(), new).await.unwrap();
    sign_in::requester_at_command_line(owner.store(), email)
        .await
        .unwrap()
        .unwrap()
}

pub async fn execute(store: &Store, statement: store::Sql) {
    statement.execute(&mut store.read().await.unwrap()).await.unwrap();
}

pub async fn group(owner: &Requester, name: &str) -> GroupId {
    let store = owner.store();
    let id: GroupId = store.random().id(store.now());
    let insert = sql("INSERT INTO \"groups\" (id, organization_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(owner.organization())
        .bind(name)
        .bind(domain::text::fold(name))
        .bind(store.now());
    execute(store, insert).await;
    id
}

pub async fn license(owner: &Requester, seats: i64) -> LicenseId {
    let store = owner.store();
    let id: LicenseId = store.random().id(store.now());
    let insert = sql(
        "INSERT INTO licenses (id, organization_id, reference, reference_key, name, kind, purchased, valid_from, valid_to,
            created_at) VALUES ($1, $2, 'pool', 'pool', 'Pool', 'standard', $3, '2025-01-01', '2026-12-31', $4)",
    )
    .bind(id)
    .bind(owner.organization())
    .bind(seats)
    .bind(store.now());
    execute(store, insert).await;
    id
}

pub async fn seats(store: &Store) -> (i64, i64) {
    let one = |statement| count(store, statement);
    (
        one("SELECT allocated AS value FROM licenses").await,
        one("SELECT reserved AS value FROM licenses").await,
    )
}

/// The tokens of the invitations that are mailed now.
pub async fn mailed(store: &Store) -> Vec<Token> {
    let worker = Worker::new(store);
    let mut tokens = Vec::new();
    for claimed in messages::claim(store, worker, 100).await.unwrap() {
        let links = Links::new("https://rollcall.example");
        if let Prepared::Ready(outgoing) = messages::prepare(store, worker, &claimed, &links, true)
            .await
            .unwrap()
            && let Some((_, rest)) = outgoing.sent.text.split_once("/register/")
        {
            tokens.push(Token::presented(&rest[..43]).unwrap());
        }
        let sent = domain::messages::Attempt::Sent("250".into());
        messages::record(store, worker, &claimed, sent, None)
            .await
            .unwrap();
    }
    tokens
}

pub fn form() -> RegistrationForm {
    RegistrationForm {
        first_name: "Ada".into(),
        last_name: "Lovelace".into(),
        password: WORDS.into(),
        phone: "+49 30 1234567".into(),
        ..RegistrationForm::default()
    }
}

pub fn registration() -> Registration {
    form().parse().unwrap()
}

pub async fn list(owner: &Requester) -> Vec<InvitationRow> {
    invitations::list(owner.grant().unwrap(), &InvitationFilter::default(), None, 50)
        .await
        .unwrap()
}

pub async fn state(store: &Store, token: &Token) -> LinkState {
    invitations::look(store, token).await.unwrap().0
}

pub async fn proven(store: &Store) {
    let report = check::check(store).await.unwrap();
    assert!(report.is_sound(), "{report:?}");
}
