//! A server without a socket, with one person of each role.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use domain::access::{CreateUsers, GroupRole, Role};
use domain::id::{GroupId, Id as _};
use domain::users::{Email, NewUser, Password, PasswordPlan, PersonName};
use server::http::{Web, router, site};
use std::fmt::Write as _;
use std::path::Path;
use store::sign_in::{self, Device};
use store::testing::{PASSWORD, owner, sqlite};
use store::{Requester, Store, sql};
use tower::ServiceExt as _;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    Anonymous,
    Owner,
    Administrator,
    Support,
    GroupAdmin,
    Instructor,
    Member,
}

impl Caller {
    pub const ALL: [Self; 7] = [
        Self::Anonymous,
        Self::Owner,
        Self::Administrator,
        Self::Support,
        Self::GroupAdmin,
        Self::Instructor,
        Self::Member,
    ];

    pub const fn email(self) -> &'static str {
        match self {
            Self::Anonymous => "",
            Self::Owner => "owner@example.org",
            Self::Administrator => "administrator@example.org",
            Self::Support => "support@example.org",
            Self::GroupAdmin => "groupadmin@example.org",
            Self::Instructor => "instructor@example.org",
            Self::Member => "member@example.org",
        }
    }
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// The session cookie that was set, ready to be sent.
    pub fn cookie(&self) -> Option<String> {
        let set = self.headers.get(header::SET_COOKIE)?.to_str().ok()?;
        set.split(';').next().map(str::to_owned)
    }

    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |location| location.to_str().unwrap())
    }
}

pub struct TestApp {
    pub store: Store,
    pub set_up_token: String,
    router: Router,
    cookies: Vec<(Caller, String)>,
}

/// An install that nobody has set up.
pub async fn empty(test: impl AsyncFn(TestApp)) {
    sqlite(async |store| test(TestApp::new(store)).await).await;
}

/// An organization with one person of each role, all signed in.
pub async fn peopled(test: impl AsyncFn(TestApp)) {
    sqlite(async |store| {
        let owner = owner(&store).await;
        people(&owner).await;
        let mut app = TestApp::new(store.clone());
        for caller in Caller::ALL {
            if caller != Caller::Anonymous {
                let password = Password::new(PASSWORD);
                let signed_in = sign_in::sign_in(&store, caller.email(), password, Device::default(), None)
                    .await
                    .unwrap();
                app.cookies
                    .push((caller, format!("rollcall_session={}", signed_in.session.expose())));
            }
        }
        test(app).await;
    })
    .await;
}

async fn people(owner: &Requester) {
    for (caller, role) in [
        (Caller::Administrator, Role::Administrator),
        (Caller::Support, Role::Support),
        (Caller::GroupAdmin, Role::Member),
        (Caller::Instructor, Role::Member),
        (Caller::Member, Role::Member),
    ] {
        let user = store::users::create(owner.grant::<CreateUsers>().unwrap(), person(caller, role))
            .await
            .unwrap();
        let group_role = match caller {
            Caller::GroupAdmin => GroupRole::Admin,
            Caller::Instructor => GroupRole::Instructor,
            _ => continue,
        };
        let mut write = owner
            .store()
            .write(owner.organization(), owner.actor())
            .await
            .unwrap();
        let group: GroupId = write.new_id();
        let now = write.now();
        sql("INSERT INTO \"groups\" (id, organization_id, name, name_key, created_at) VALUES ($1, $2, $3, $3, $4)")
            .bind(group)
            .bind(owner.organization())
            .bind(caller.email())
            .bind(now)
            .execute(&mut write)
            .await
            .unwrap();
        sql("INSERT INTO group_members (group_id, user_id, role) VALUES ($1, $2, $3)")
            .bind(group)
            .bind(user)
            .bind(group_role)
            .execute(&mut write)
            .await
            .unwrap();
        let entry = store::Entry::new(
            domain::audit::Action::GroupCreated,
            domain::audit::TargetKind::Group,
            group.uuid(),
        );
        write.commit(store::Change::of((), entry)).await.unwrap();
    }
}

pub fn person(caller: Caller, role: Role) -> NewUser {
    NewUser {
        role,
        password: PasswordPlan::Typed {
            password: Password::new(PASSWORD),
            must_change: false,
        },
        ..NewUser::named(
            PersonName::parse("Kim").unwrap(),
            PersonName::parse("Doe").unwrap(),
            Email::parse(caller.email()).unwrap(),
        )
    }
}

impl TestApp {
    fn new(store: Store) -> Self {
        let token = store::owner::set_up_token(&store).unwrap();
        let set_up_token = token.expose().to_owned();
        let web = Web {
            store: store.clone(),
            public_url: "http://localhost".to_owned(),
            behind_proxy: false,
            set_up_token: token,
        };
        let router = router(site(Path::new("no-such-directory")), web);
        Self {
            store,
            set_up_token,
            router,
            cookies: Vec::new(),
        }
    }

    pub fn cookie(&self, caller: Caller) -> Option<&str> {
        self.cookies
            .iter()
            .find(|(who, _)| *who == caller)
            .map(|(_, cookie)| cookie.as_str())
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 10_000_000).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// The body as it goes over the wire.
    pub async fn bytes(&self, request: Request<Body>) -> Vec<u8> {
        let response = self.router.clone().oneshot(request).await.unwrap();
        to_bytes(response.into_body(), 10_000_000).await.unwrap().to_vec()
    }

    /// The account of a caller.
    pub async fn user(&self, caller: Caller) -> domain::id::UserId {
        let found = sign_in::requester_at_command_line(&self.store, caller.email()).await;
        found.unwrap().unwrap().user()
    }

    pub async fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        let mut request = Request::get(path).header(header::ACCEPT, "text/html");
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts as a page of this server does.
    pub async fn post(
        &self,
        path: &str,
        cookie: Option<&str>,
        content_type: &str,
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, content_type);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    pub async fn form(&self, path: &str, cookie: Option<&str>, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded(fields);
        self.post(path, cookie, "application/x-www-form-urlencoded", body)
            .await
    }
}

fn form_urlencoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        text.bytes().fold(String::new(), |mut out, b| {
            if b.is_ascii_alphanumeric() {
                out.push(char::from(b));
            } else {
                write!(out, "%{b:02X}").unwrap();
            }
            out
        })
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}
