//! Taking users out as a file: the whole list, or those who are ticked.

use super::EXPORT;
use domain::licenses::Pick;
use domain::users::UserFilter;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::location::Url;
use web_sys::{HtmlAnchorElement, HtmlFormElement, HtmlInputElement};

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets, with types.
    Xlsx,
    /// For everything.
    Csv,
}

impl Format {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// The address of a list as a file.
pub fn address(filter: &UserFilter, format: Format) -> String {
    let mut address = format!("{EXPORT}?format={}", format.as_str());
    for (key, value) in filter.to_pairs() {
        address.push('&');
        address.push_str(key);
        address.push('=');
        address.push_str(&Url::escape(&value));
    }
    address
}

/// Asks for those picked as a file. Many ids do not fit into an address, so those ticked are posted.
pub fn save(pick: &Pick, format: Format) -> Option<()> {
    match pick {
        Pick::Matching(filter) => {
            let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
            link.set_href(&address(filter, format));
            link.set_download("");
            link.click();
        }
        Pick::These(users) => {
            let form: HtmlFormElement = document().create_element("form").ok()?.dyn_into().ok()?;
            form.set_method("post");
            form.set_action(EXPORT);
            form.set_hidden(true);
            let ids: Vec<String> = users.iter().map(ToString::to_string).collect();
            for (name, value) in [("format", format.as_str().to_owned()), ("ids", ids.join(","))] {
                let field: HtmlInputElement = document().create_element("input").ok()?.dyn_into().ok()?;
                field.set_type("hidden");
                field.set_name(name);
                field.set_value(&value);
                form.append_child(&field).ok()?;
            }
            document().body()?.append_child(&form).ok()?;
            form.submit().ok()?;
            form.remove();
        }
    }
    Some(())
}
