//! The browser bundle: hydrates the app, nothing else.

use leptos::prelude::window;
use leptos::tachys::dom::body;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

/// Data that no code refers to, and so no module gets. wasm-split gives each module the static data that it alone needs,
/// begins each module's share at an aligned address, and may not make the whole longer: without this room for the gaps it
/// warns of an "overlong segment" and leaves all data in the main bundle.
#[used]
static ROOM_FOR_ALIGNMENT: [u8; 16 * 1024] = [1; 16 * 1024];

/// Called by the page's script once the module has loaded.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    spawn_local(async {
        leptos::mount::hydrate_from_async(body(), app::App).await.forget();
        alive();
    });
}

/// Tells the document that presses are answered from now on; the one it held it repeats (`app/src/shell/early.js`).
fn alive() {
    if let Ok(event) = Event::new("alive") {
        let _heard = window().dispatch_event(&event);
    }
}
