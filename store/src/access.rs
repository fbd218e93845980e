//! Permission is a value.
//!
//! A [`Requester`] comes from a session ([`crate::sign_in`]) or, at the server's own command line, from an account's
//! name. A [`Grant`] comes from a requester alone and is the only way into the use cases that need the right.

use crate::fault::Fault;
use crate::sql::{Sql, sql};
use crate::write::{Actor, Write};
use crate::{Reader, Store};
use domain::access::{Denied, Permission, Role, Scope, Standing};
use domain::id::{OrganizationId, SecretId, UserId};
use std::marker::PhantomData;

/// A signed-in person, as the session says.
#[derive(Debug, Clone)]
pub struct Requester {
    store: Store,
    organization: OrganizationId,
    standing: Standing,
    session: Option<SecretId>,
    address: Option<String>,
}

impl Requester {
    pub(crate) fn new(
        store: Store,
        organization: OrganizationId,
        standing: Standing,
        session: Option<SecretId>,
        address: Option<String>,
    ) -> Self {
        Self {
            store,
            organization,
            standing,
            session,
            address,
        }
    }

    /// The first owner, for commands at the server's own command line that name nobody.
    pub async fn owner_at_command_line(store: &Store) -> Result<Option<Self>, Fault> {
        let statement = "SELECT username_key AS value FROM users WHERE role = 'owner' AND state = 'active' ORDER BY id LIMIT 1";
        let owner: Option<(String,)> = sql(statement).fetch_optional(&mut store.read().await?).await?;
        match owner {
            Some((name,)) => crate::sign_in::requester_at_command_line(store, &name).await,
            None => Ok(None),
        }
    }

    /// The right `P`, if this person has it.
    pub fn grant<P: Permission>(&self) -> Result<Grant<P>, Denied> {
        let scope = self.standing.permits::<P>()?;
        Ok(Grant {
            requester: self.clone(),
            scope,
            permission: PhantomData,
        })
    }

    /// Who it is.
    pub fn user(&self) -> UserId {
        self.standing.user
    }
    /// Where they stand.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }
    /// Their organization.
    pub fn organization(&self) -> OrganizationId {
        self.organization
    }
    /// Their session; none at the command line.
    pub fn session(&self) -> Option<SecretId> {
        self.session
    }
    /// The store they ask.
    pub fn store(&self) -> &Store {
        &self.store
    }
    /// The network address they come from.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }
    /// As the actor of a write.
    pub fn actor(&self) -> Actor {
        Actor::User {
            id: self.standing.user,
            address: self.address.clone(),
        }
    }
}

/// The right `P`, held by somebody, with how far it reaches.
#[derive(Debug)]
pub struct Grant<P> {
    requester: Requester,
    scope: Scope,
    permission: PhantomData<fn() -> P>,
}

impl<P> Clone for Grant<P> {
    fn clone(&self) -> Self {
        Self {
            requester: self.requester.clone(),
            scope: self.scope.clone(),
            permission: PhantomData,
        }
    }
}

impl<P> Grant<P> {
    /// Who holds it.
    pub fn requester(&self) -> &Requester {
        &self.requester
    }
    /// How far it reaches.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
    /// The organization it is for.
    pub fn organization(&self) -> OrganizationId {
        self.requester.organization
    }
    /// The store.
    pub fn store(&self) -> &Store {
        &self.requester.store
    }
    /// Whether it reaches someone of `role`.
    pub fn reaches(&self, role: Role) -> Result<(), Denied> {
        self.requester.standing.may_act_on(role)
    }
    /// A connection for reading.
    pub async fn read(&self) -> Result<Reader, Fault> {
        self.requester.store.read().await
    }
    /// Begins a write by the holder.
    pub async fn write(&self) -> Result<Write, Fault> {
        self.requester
            .store
            .write(self.requester.organization, self.requester.actor())
            .await
    }

    /// Appends `AND …`, which keeps a statement over `users u` within the scope.
    pub(crate) fn push_scope(&self, statement: &mut Sql) {
        push_scope(&self.scope, statement);
    }
}

/// Appends `AND …`, which keeps a statement over `users u` within a scope.
pub(crate) fn push_scope(scope: &Scope, statement: &mut Sql) {
    match scope {
        Scope::Organization => {}
        Scope::Own(user) => {
            statement.push(" AND u.id = ").push_bind(*user);
        }
        Scope::Part {
            groups,
            sessions,
            user,
        } => {
            statement.push(" AND (u.id = ").push_bind(*user);
            if !groups.is_empty() {
                statement
                    .push(
                        " OR EXISTS (SELECT 1 FROM group_members s WHERE s.user_id = u.id AND s.group_id IN ",
                    )
                    .push_list(groups.iter().copied())
                    .push(")");
            }
            if !sessions.is_empty() {
                statement
                    .push(
                        " OR EXISTS (SELECT 1 FROM program_session_members s WHERE s.user_id = u.id
                           AND s.program_session_id IN ",
                    )
                    .push_list(sessions.iter().copied())
                    .push(")");
            }
            statement.push(")");
        }
    }
}
