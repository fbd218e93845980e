//! The support desk: one search box, one person, what is wrong, and the buttons that mend it. From the search to a login
//! link it is four steps: type, press, give the reason, press.

pub mod api;
mod case;
mod findings;
mod give_seat;
mod invited;
mod page;
mod search;

pub use page::SupportPage;
