//! The first step: choosing the file by button or by dropping it, and the meaning of its columns.
//!
//! Its bytes are read here. The file itself is kept in an input element of its own, from which it is sent at the end; the
//! one to choose by is emptied at once, so that a file mended on disk can be chosen again under the same name.

use super::columns::Columns;
use super::desk::Wizard;
use super::draft::Draft;
use crate::imports::words::sentence;
use crate::t;
use crate::ui::{Icon, IconName};
use domain::imports::FileRefused;
use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{ArrayBuffer, Uint8Array};
use web_sys::{DataTransfer, File, FileList, HtmlInputElement};

const MEGABYTE: f64 = 1_048_576.0;

/// The drop zone, then what was found in the file.
#[component]
pub fn FileStep(wizard: Wizard, kept: NodeRef<html::Input>) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let take = move |file: File| {
        if let Some(kept) = kept.get_untracked() {
            keep(&kept, &file);
        }
        read(wizard, file);
    };
    let chosen_by_hand = move || {
        if let Some(input) = input.get_untracked()
            && let Some(file) = first_file(input.files())
        {
            input.set_value("");
            take(file);
        }
    };
    // Before the page came alive a file may have been chosen already.
    Effect::new(move |_| {
        if input.get().is_some() {
            chosen_by_hand();
        }
    });
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|dropped| dropped.files());
        if let Some(file) = first_file(files) {
            take(file);
        }
    };
    let call = move || {
        if wizard.draft.with(Option::is_some) {
            t!(imports::CHOOSE_OTHER)
        } else {
            t!(imports::CHOOSE_FILE)
        }
    };
    view! {
        <div
            class="drop-zone"
            class:drop-zone-over=move || over.get()
            class:drop-zone-wrong=move || wizard.file_problem().is_some()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <input
                class="visually-hidden"
                type="file"
                id="import-file"
                name="file"
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                node_ref=input
                aria-describedby="import-file-hint import-file-error"
                aria-invalid=move || wizard.file_problem().is_some().then_some("true")
                on:change=move |_| chosen_by_hand()
            />
            <input type="file" hidden tabindex="-1" node_ref=kept />
            <Icon name=IconName::Upload />
            <label class="button" for="import-file">
                {call}
            </label>
            <span>{t!(imports::DROP_HERE)}</span>
            <p class="field-hint" id="import-file-hint">
                {t!(imports::FILE_HINT)}
            </p>
        </div>
        <p class="field-error" id="import-file-error" role="alert">
            {move || {
                wizard.file_problem().map(|problem| view! {
                    <Icon name=IconName::Error />
                    <span>{problem}</span>
                })
            }}
        </p>
        <p class="field-hint">{t!(imports::FILE_STAYS)}</p>
        <p class="field-hint">
            {t!(imports::ONLY_ADDRESSES)} " " <a href="/invitations/new">{t!(imports::INVITE_INSTEAD)}</a>
        </p>
        <div role="status">
            {move || wizard.reading.get().then(|| view! { <p>{t!(imports::READING)}</p> })}
            {move || wizard.draft.with(|draft| draft.as_ref().map(chosen))}
        </div>
        <Columns wizard />
    }
    .into_any()
}

/// The file in hand, in a line.
fn chosen(draft: &Draft) -> AnyView {
    let rows = draft.table().rows().len() as u64;
    let separated = t!(imports::separated_by(draft.table().delimiter()));
    view! {
        <p class="import-file">
            <Icon name=IconName::File />
            <span>
                <strong>{t!(imports::chosen(draft.name(), rows))}</strong>
                <span class="cell-detail">{separated}</span>
            </span>
        </p>
    }
    .into_any()
}

/// Reads a file, unless its size alone refuses it.
fn read(wizard: Wizard, file: File) {
    let number = wizard.begin_file();
    let limit_megabytes = wizard.limit_megabytes();
    if file.size() > f64::from(limit_megabytes) * MEGABYTE {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "browsers count bytes in whole, positive doubles"
        )]
        let bytes = file.size() as u64;
        let refused = FileRefused::TooLarge {
            limit_megabytes,
            bytes,
        };
        return wizard.refuse_file(number, sentence(&t!(refusals::file(&refused))));
    }
    spawn_local(async move {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => {
                let bytes = Uint8Array::new(&ArrayBuffer::from(buffer)).to_vec();
                wizard.take_file(number, file.name(), &bytes);
            }
            Err(_) => wizard.refuse_file(number, t!(imports::UNREADABLE).to_owned()),
        }
    });
}

/// Keeps a file in an input element. A list of its own, because an emptied element empties the list it shares.
fn keep(kept: &HtmlInputElement, file: &File) -> Option<()> {
    let list = DataTransfer::new().ok()?;
    list.items().add_with_file(file).ok()?;
    kept.set_files(list.files().as_ref());
    Some(())
}

fn first_file(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

/// The file kept in the element, to be sent.
pub fn file_in(kept: Option<HtmlInputElement>) -> Option<File> {
    first_file(kept?.files())
}
