//! The browser bundle: hydrates the app, nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

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
    leptos::mount::hydrate_lazy(app::App);
}
