//! The server functions of groups, programs and program sessions.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
use domain::access::GroupRole;
#[cfg(feature = "ssr")]
use domain::access::{ManageCourses, ManageGroups, ViewCourses, ViewGroups, ViewLicenses};
use domain::groups::{GroupRefused, GroupRow, MemberRow};
use domain::id::{CourseId, GroupId, ProgramId, ProgramSessionId, UserId};
use domain::programs::{Program, ProgramRefused, SessionDays, SessionRow, SessionView};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// A page of groups, and the sessions one instructs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupList {
    /// The groups.
    pub groups: Vec<GroupRow>,
    /// Whether there are more.
    pub more: bool,
    /// The sessions of whoever asks.
    pub own: Vec<SessionRow>,
}

/// A group with the first of its sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupView {
    /// Its name.
    pub name: String,
    /// Its sessions, the newest first.
    pub sessions: Vec<SessionRow>,
    /// Whether there are more.
    pub more: bool,
}

/// A page of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    /// They.
    pub members: Vec<MemberRow>,
    /// Whether there are more.
    pub more: bool,
}

/// What a program is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramList {
    /// Every program.
    pub programs: Vec<Program>,
    /// Every course, by title.
    pub courses: Vec<(CourseId, String)>,
}

/// A page of groups, by name, from after `after`.
#[server(prefix = "/api", endpoint = "groups/list", input = Json)]
pub(crate) async fn list_groups(search: String, after: Option<String>) -> Result<GroupList, ApiError<Never>> {
    let grant = grant::<ViewGroups, _>()?;
    let (groups, more) = store::groups::list(&grant, &search, after.as_deref()).await?;
    let own = store::programs::own_sessions(&grant).await?;
    Ok(GroupList { groups, more, own })
}

/// One group, with a page of its sessions from before `before`.
#[server(prefix = "/api", endpoint = "groups/group", input = Json)]
pub(crate) async fn load_group(
    id: GroupId,
    before: Option<ProgramSessionId>,
) -> Result<GroupView, ApiError<Never>> {
    let grant = grant::<ViewGroups, _>()?;
    let name = store::groups::name(&grant, id).await?;
    let (sessions, more) = store::programs::sessions_of(&grant, id, before).await?;
    Ok(GroupView { name, sessions, more })
}

/// A page of those in a group.
#[server(prefix = "/api", endpoint = "groups/members", input = Json)]
pub(crate) async fn group_members(id: GroupId, after: Option<UserId>) -> Result<Members, ApiError<Never>> {
    let grant = grant::<ViewGroups, _>()?;
    let (members, more) = store::groups::members(&grant, id, after).await?;
    Ok(Members { members, more })
}

/// Makes a group.
#[server(prefix = "/api", endpoint = "groups/create", input = Json)]
pub(crate) async fn create_group(name: String) -> Result<GroupId, ApiError<GroupRefused>> {
    Ok(store::groups::create(grant::<ManageGroups, _>()?, &name).await?)
}

/// Gives a group another name.
#[server(prefix = "/api", endpoint = "groups/rename", input = Json)]
pub(crate) async fn rename_group(id: GroupId, name: String) -> Result<(), ApiError<GroupRefused>> {
    Ok(store::groups::rename(grant::<ManageGroups, _>()?, id, &name).await?)
}

/// Every program, with the courses there are to make one of.
#[server(prefix = "/api", endpoint = "programs/list", input = Json)]
pub(crate) async fn list_programs() -> Result<ProgramList, ApiError<Never>> {
    let programs = store::programs::list(&grant::<ViewCourses, _>()?).await?;
    let courses = store::licenses::courses(&grant::<ViewLicenses, _>()?).await?;
    let courses = courses
        .into_iter()
        .map(|course| (course.id, course.title))
        .collect();
    Ok(ProgramList { programs, courses })
}

/// Makes a program, or changes one.
#[server(prefix = "/api", endpoint = "programs/save", input = Json)]
pub(crate) async fn save_program(
    id: Option<ProgramId>,
    title: String,
    courses: Vec<CourseId>,
) -> Result<ProgramId, ApiError<ProgramRefused>> {
    Ok(store::programs::save(grant::<ManageCourses, _>()?, id, &title, &courses).await?)
}

/// One session.
#[server(prefix = "/api", endpoint = "sessions/session", input = Json)]
pub(crate) async fn load_session(id: ProgramSessionId) -> Result<SessionView, ApiError<Never>> {
    Ok(store::programs::session(&grant::<ViewGroups, _>()?, id).await?)
}

/// A page of those with a role in a session.
#[server(prefix = "/api", endpoint = "sessions/members", input = Json)]
pub(crate) async fn session_members(
    id: ProgramSessionId,
    role: GroupRole,
    after: Option<UserId>,
) -> Result<Members, ApiError<Never>> {
    let grant = grant::<ViewGroups, _>()?;
    let (members, more) = store::programs::members(&grant, id, role, after).await?;
    Ok(Members { members, more })
}

/// Makes a session.
#[server(prefix = "/api", endpoint = "sessions/create", input = Json)]
pub(crate) async fn create_session(
    group: GroupId,
    program: ProgramId,
    days: SessionDays,
) -> Result<ProgramSessionId, ApiError<ProgramRefused>> {
    Ok(store::programs::create_session(grant::<ManageCourses, _>()?, group, program, &days).await?)
}

/// Moves the days of a session.
#[server(prefix = "/api", endpoint = "sessions/change", input = Json)]
pub(crate) async fn change_session(
    id: ProgramSessionId,
    days: SessionDays,
) -> Result<(), ApiError<ProgramRefused>> {
    Ok(store::programs::change_session(grant::<ManageCourses, _>()?, id, &days).await?)
}

/// Puts somebody into a session.
#[server(prefix = "/api", endpoint = "sessions/join", input = Json)]
pub(crate) async fn join_session(
    id: ProgramSessionId,
    login: String,
    role: GroupRole,
) -> Result<(), ApiError<ProgramRefused>> {
    Ok(store::programs::join(grant::<ManageCourses, _>()?, id, &login, role).await?)
}

/// Takes somebody out of a session.
#[server(prefix = "/api", endpoint = "sessions/leave", input = Json)]
pub(crate) async fn leave_session(
    id: ProgramSessionId,
    user: UserId,
) -> Result<(), ApiError<ProgramRefused>> {
    Ok(store::programs::leave(grant::<ManageCourses, _>()?, id, user).await?)
}
