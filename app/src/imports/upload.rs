//! Sending the file with everything decided about it, as it is on disk: a form of two parts, read by a route of its own.

use crate::api::ApiError;
use crate::imports::api::{FILE_PART, FILE_ROUTE, FileRequest, REQUEST_PART, Taken};
use crate::t;
use domain::imports::ImportRefused;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FormData, RequestInit, Response};

type Answer = Result<Taken, ApiError<ImportRefused>>;

/// Sends the file; an error is a sentence to show.
pub async fn send(file: &File, request: &FileRequest) -> Result<Taken, String> {
    let invalid = |what: String| ApiError::<ImportRefused>::Invalid(what).to_string();
    let json = serde_json::to_string(request).map_err(|error| invalid(error.to_string()))?;
    let Ok(answer) = post(file, &json).await else {
        // The browser refuses to send a file that is no longer the one that was chosen.
        let readable = file
            .slice_with_i32_and_i32(0, 1)
            .map(|start| JsFuture::from(start.array_buffer()));
        let changed = match readable {
            Ok(start) => start.await.is_err(),
            Err(_) => true,
        };
        return Err(if changed {
            t!(imports::UNREADABLE).to_owned()
        } else {
            ApiError::<ImportRefused>::Offline.to_string()
        });
    };
    let answer: Answer = serde_json::from_str(&answer).map_err(|error| invalid(error.to_string()))?;
    answer.map_err(|error| error.to_string())
}

async fn post(file: &File, request: &str) -> Result<String, JsValue> {
    let form = FormData::new()?;
    form.append_with_str(REQUEST_PART, request)?;
    form.append_with_blob_and_filename(FILE_PART, file, &file.name())?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&form);
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(FILE_ROUTE, &init))
        .await?
        .dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}
