//! Saved views of the users list: everybody has their own and sees nobody else's.
//!
//! The audit says that a view was saved and under which name, not what it looks for: that may be a person's name, which
//! would outlive the person there.

use super::edit::take_turn;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use crate::write::{Change, Entry, Write};
use domain::access::UseConsole;
use domain::audit::{Action, TargetKind};
use domain::id::{SavedViewId, UserId};
use domain::text::fold;
use domain::users::{SavedView, UserFilter, VIEW_LONGEST, ViewName, ViewRefused, view_name_among};
use serde_json::json;
use std::collections::HashMap;

rows! {
    struct Found from "saved_views" { id: SavedViewId, name: ViewName, query: String }
}

/// One's own views, by name.
pub async fn views(grant: &Grant<UseConsole>) -> Result<Vec<SavedView>, Fault> {
    of(&mut grant.read().await?, grant.requester().user()).await
}

/// Saves what a list shows; returns one's views with it. The same once more changes nothing.
pub async fn save_view(
    grant: Grant<UseConsole>,
    name: &str,
    filter: &UserFilter,
) -> Result<Vec<SavedView>, Failure<ViewRefused>> {
    let query = query_of(filter)?;
    let (mut write, user, views) = open(&grant).await?;
    let same = |view: &SavedView| view.name.as_str() == name.trim() && view.filter == *filter;
    if views.iter().any(same) {
        return Ok(write.unchanged(views).await?);
    }
    let name = view_name_among(&views, None, name).map_err(Failure::Refused)?;
    let id: SavedViewId = write.new_id();
    sql("INSERT INTO saved_views (id, user_id, name, query) VALUES ($1, $2, $3, $4)")
        .bind(id)
        .bind(user)
        .bind(name.clone())
        .bind(query)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::ViewSaved, TargetKind::User, user).after(json!({ "view": name }));
    commit(write, user, entry).await
}

/// Renames one of one's views and makes it show something else; what stays the same is given again. Returns one's views.
pub async fn change_view(
    grant: Grant<UseConsole>,
    id: SavedViewId,
    name: &str,
    filter: &UserFilter,
) -> Result<Vec<SavedView>, Failure<ViewRefused>> {
    let query = query_of(filter)?;
    let (mut write, user, views) = open(&grant).await?;
    let before = views.iter().find(|view| view.id == id).ok_or(Failure::NotFound)?;
    let name = view_name_among(&views, Some(id), name).map_err(Failure::Refused)?;
    if before.name == name && before.filter == *filter {
        return Ok(write.unchanged(views).await?);
    }
    sql("UPDATE saved_views SET name = $1, query = $2 WHERE id = $3")
        .bind(name.clone())
        .bind(query)
        .bind(id)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::ViewChanged, TargetKind::User, user)
        .before(json!({ "view": before.name }))
        .after(json!({ "view": name }));
    commit(write, user, entry).await
}

/// Deletes one of one's views; one that is not there stays so. Returns the others.
pub async fn delete_view(
    grant: Grant<UseConsole>,
    id: SavedViewId,
) -> Result<Vec<SavedView>, Failure<ViewRefused>> {
    let (mut write, user, views) = open(&grant).await?;
    let Some(gone) = views.iter().find(|view| view.id == id) else {
        return Ok(write.unchanged(views).await?);
    };
    sql("DELETE FROM saved_views WHERE id = $1")
        .bind(id)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::ViewDeleted, TargetKind::User, user).before(json!({ "view": gone.name }));
    commit(write, user, entry).await
}

/// A write, whose views it is about, and what they are until it ends.
async fn open(grant: &Grant<UseConsole>) -> Result<(Write, UserId, Vec<SavedView>), Fault> {
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    take_turn(&mut write, user).await?;
    let views = of(&mut write, user).await?;
    Ok((write, user, views))
}

async fn commit(
    mut write: Write,
    user: UserId,
    entry: Entry,
) -> Result<Vec<SavedView>, Failure<ViewRefused>> {
    let views = of(&mut write, user).await?;
    Ok(write.commit(Change::of(views, entry)).await?)
}

async fn of(on: &mut impl Connection, user: UserId) -> Result<Vec<SavedView>, Fault> {
    let found: Vec<Found> = sql("SELECT id, name, query FROM saved_views WHERE user_id = $1")
        .bind(user)
        .fetch_all(on)
        .await?;
    let view = |found: Found| SavedView {
        id: found.id,
        name: found.name,
        filter: filter_of(&found.query),
    };
    let mut views: Vec<SavedView> = found.into_iter().map(view).collect();
    views.sort_by_cached_key(|view| (fold(view.name.as_str()), view.id));
    Ok(views)
}

fn query_of(filter: &UserFilter) -> Result<String, Failure<ViewRefused>> {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let query = query.extend_pairs(filter.to_pairs()).finish();
    if query.len() > VIEW_LONGEST {
        return Err(Failure::Refused(ViewRefused::TooLong));
    }
    Ok(query)
}

fn filter_of(query: &str) -> UserFilter {
    let pairs: HashMap<_, _> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    UserFilter::from_pairs(|key| pairs.get(key).cloned())
}
