//! Users: who they are and the states they live through.

mod act;
mod create;
mod edit;
mod filter;
mod form;
mod held;
mod identity;
mod learning_act;
mod own;
mod password;
mod place;
mod state;
mod view;

pub use act::{Act, ActRefused, Left, LeftOut, Preview, Report, ReportState, Standpoint};
pub use create::{
    AccountSource, CreateRefused, NewUser, PasswordChoice, PasswordPlan, PasswordRefused, Welcome,
};
pub use edit::{EditRefused, Edited, SetPassword, UserDetails, UserEdit, parse_email, parse_phone};
pub(crate) use filter::add_word;
pub use filter::{
    PreparedFilter, SearchTerm, SortBy, UserFilter, UserRow, UserSummary, search_terms, search_text,
};
pub use form::{FieldError, FormProblem, FormRefused, UserForm, field_error};
pub use held::{FreshPart, HELD_MOST, Held, HeldAnswer, HeldPage, HeldQuestion, KnownPart, PackedUsers};
pub use identity::{Email, ExternalId, Language, NotValid, PersonName, Phone, ProfileText, Rule, Username};
pub use learning_act::LearningAct;
pub use own::{OpenSession, OwnDetails, ProfileForm, ProfileRefused, parse_own_email};
pub use password::{COMMON_WORDS, Password, PasswordPolicy, WeakPassword};
pub use place::{Cursor, PageAt, sort_name};
pub use state::{UserState, UserStatus};
pub use view::{SavedView, VIEW_LONGEST, VIEWS_MOST, ViewName, ViewRefused, view_name_among};
