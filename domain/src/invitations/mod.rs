//! Invitations: an offer to register, open until it is accepted, canceled, replaced or its time runs out.

mod addresses;
mod list;
mod offer;
mod registration;
mod self_registration;
mod state;

pub use addresses::{Addresses, MOST_ADDRESSES};
pub use list::{InvitationFilter, InvitationRow, InvitationStatus, InvitationView, Resent, Which};
pub use offer::{InviteRefused, Invited, KnownAddresses, Offer, OfferScope};
pub use registration::{RegisterRefused, Registration, RegistrationField, RegistrationForm};
pub use self_registration::SelfRegistrationRefused;
pub use state::{InvitationClosed, InvitationState};
