//! The primitives: exactly one of each, composed by every page.
//!
//! A primitive knows nothing of users or licenses. What it decides (which option is next, what a shift-click
//! selects) is a plain struct with tests; the component around it only renders and listens. `/design` in a
//! development build shows each in every state.

mod ask_text;
mod badge;
mod button;
mod card;
mod chart;
mod checkbox;
mod combobox;
mod copy_button;
mod dialog;
mod error_summary;
mod fetched;
mod field;
mod icon;
mod id;
mod listbox;
mod menu;
mod notice;
mod page_header;
mod pagination;
mod paint;
mod progress;
mod selection;
mod shortcut;
mod states;
mod table;
mod tabs;
mod text_field;
mod toast;
mod visually_hidden;

pub use ask_text::AskText;
pub use badge::{Badge, Tone};
pub use button::{Button, LinkButton, Look};
pub use card::Card;
pub use chart::BarChart;
pub use checkbox::{Checkbox, CheckboxGroup, Choice, RadioGroup, Switch};
pub use combobox::Combobox;
pub use copy_button::CopyButton;
pub use dialog::{Dialog, Width};
pub use error_summary::{ErrorSummary, FieldProblem};
pub use fetched::fetched;
pub use field::{FieldFrame, FieldIds};
pub use icon::{Icon, IconName, SPRITE};
pub use id::unique_id;
pub use listbox::{Listbox, ListboxOption, ListboxState, OptionKey};
pub use menu::{Menu, MenuItem, MenuLine, MenuLink};
pub use notice::Notice;
pub use page_header::{Crumb, PageHeader};
pub use pagination::Pagination;
pub use paint::after_paint;
pub use progress::{Meter, Progress, Stat};
pub use selection::{PageTick, Selection};
pub use shortcut::{Shortcut, is_typing};
pub use states::{EmptyState, ErrorState, NoPermission, Problem, Skeleton};
pub use table::{Cell, Column, Sort, Table, TickCell, TickPage};
pub use tabs::{Tab, TabLinks, Tabs};
pub use text_field::{Kind, SelectField, TextArea, TextField, options_or};
pub(crate) use toast::{ToastRegion, provide_toasts};
pub use toast::{Toasts, toasts};
pub use visually_hidden::VisuallyHidden;
