//! Users: who they are and the states they live through.

mod create;
mod filter;
mod form;
mod identity;
mod life;
mod password;
mod state;

pub use create::{
    AccountSource, CreateRefused, NewUser, PasswordChoice, PasswordPlan, PasswordRefused, Welcome,
};
pub(crate) use filter::add_word;
pub use filter::{
    PreparedFilter, SearchTerm, SortBy, UserFilter, UserRow, UserSummary, search_terms, search_text,
};
pub use form::{FieldError, FormRefused, UserForm, field_error};
pub use identity::{Email, ExternalId, Language, NotValid, PersonName, Phone, ProfileText, Rule, Username};
pub use life::{Act, ActRefused, Acted, Left, LeftOut, Standpoint};
pub use password::{COMMON_WORDS, Password, PasswordPolicy, WeakPassword};
pub use state::{UserState, UserStatus};
