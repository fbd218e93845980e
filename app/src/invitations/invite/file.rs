//! Addresses from a file: a list, one a line or however they are separated. It is read here and not sent anywhere.

use super::state::Draft;
use crate::t;
use crate::ui::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use web_sys::js_sys::{ArrayBuffer, Uint8Array};

/// The largest list that is read, in MiB: far more than can be invited at once.
const LIMIT_MEGABYTES: u16 = 2;

/// The button, and what is wrong with the file.
#[component]
pub fn FromFile(draft: Draft) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let take = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            leptos::task::spawn_local(async move {
                match read(file).await {
                    Ok(text) => {
                        problem.set(None);
                        draft.typed.update(|typed| typed.add(&text));
                    }
                    Err(why) => problem.set(Some(why)),
                }
            });
        }
        // The same file can be chosen once more.
        input.set_value("");
    };
    view! {
        <div>
            <input
                class="visually-hidden"
                type="file"
                id="invite-file"
                accept=".txt,.csv,text/plain,text/csv"
                node_ref=input
                aria-describedby="invite-file-error"
                on:change=take
            />
            <label class="button" for="invite-file">
                <Icon name=IconName::Upload />
                {t!(invitations::FROM_FILE)}
            </label>
            <p class="field-error" id="invite-file-error" role="alert">
                {move || problem.get()}
            </p>
        </div>
    }
    .into_any()
}

async fn read(file: File) -> Result<String, String> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| t!(imports::UNREADABLE).to_owned())?;
    let bytes = Uint8Array::new(&ArrayBuffer::from(buffer)).to_vec();
    domain::imports::decode(&bytes, LIMIT_MEGABYTES).map_err(|refused| t!(refusals::file(&refused)))
}
