//! What a page fetches, from on its way to there: the same everywhere, so that no page forgets a state.

use super::{ErrorState, NoPermission, Skeleton};
use crate::api::{ApiError, Refusal};
use crate::shell::NotThere;
use crate::t;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// `content` of what is found; before, a skeleton of so many lines, and instead, why there is none.
pub fn fetched<T, R>(
    found: Resource<Result<T, ApiError<R>>>,
    lines: u32,
    content: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    R: Refusal,
{
    let show = move || {
        let content = content.clone();
        Suspend::new(async move {
            match found.await {
                Ok(found) => content(found),
                Err(error) => failed(error, move || found.refetch()),
            }
        })
    };
    view! { <Transition fallback=move || view! { <Skeleton lines /> }>{show}</Transition> }.into_any()
}

fn failed<R: Refusal>(error: ApiError<R>, retry: impl Fn() + Send + Sync + 'static) -> AnyView {
    match error {
        ApiError::Denied(denied) => {
            view! { <NoPermission reason=t!(problems::denied(&denied)) /> }.into_any()
        }
        ApiError::NotFound => view! { <NotThere /> }.into_any(),
        error => view! { <ErrorState problem=error on_retry=retry /> }.into_any(),
    }
}
