//! Why a file as a whole is refused: before any row is looked at, with what would mend it.

use super::field::Field;
use serde::{Deserialize, Serialize};

/// What a file turned out to be when it is not a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// An Excel workbook, new or old.
    Excel,
    /// An `OpenDocument` spreadsheet or text.
    OpenDocument,
    /// An archive: zip, gzip, 7z, rar.
    Archive,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// A web page, which some systems export under the name of a table.
    WebPage,
    /// Rich text or a word processor's document.
    Document,
    /// None of the known kinds.
    Unknown,
}

impl FileKind {
    /// What it is and what to do, to stand in a sentence of its own.
    const fn advice(self) -> &'static str {
        match self {
            Self::Excel => "this is an Excel file: open it and save it as CSV UTF-8, then upload that",
            Self::OpenDocument => {
                "this is an OpenDocument file: open it and save the sheet as Text CSV, then upload that"
            }
            Self::Archive => "this is an archive: unpack it and upload the CSV file in it",
            Self::Pdf => "this is a PDF: export the list as CSV from the system it was printed from",
            Self::Image => "this is a picture: an import needs the list as a CSV file",
            Self::WebPage => "this is a web page: open it in a spreadsheet and save it as CSV UTF-8",
            Self::Document => {
                "this is a text document: put the list into a spreadsheet and save it as CSV UTF-8"
            }
            Self::Unknown => "this is not a text file: save the list as CSV UTF-8 and upload that",
        }
    }
}

/// Why nothing of a file can be imported. The message says how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum FileRefused {
    /// No byte, or nothing but white space.
    #[error("the file is empty: choose one with a line of headers and a line for each person")]
    Empty,
    /// A line of headers and nothing below it.
    #[error("the file has headers and no rows: add a line for each person below the headers")]
    HeadersOnly,
    /// Not a text.
    #[error("{}", .0.advice())]
    Binary(FileKind),
    /// Larger than the organization's limit.
    #[error(
        "the file has {} MB and the limit is {limit_megabytes} MB: split it, or have the limit raised in the settings",
        .bytes.div_ceil(1_048_576)
    )]
    TooLarge {
        /// The limit, in MiB.
        limit_megabytes: u16,
        /// The size of the file.
        bytes: u64,
    },
    /// Two columns have the same header, but for case, spaces, `_` and `-`.
    #[error("columns {first} and {second} are both called \"{name}\": rename or remove one of them")]
    EqualHeaders {
        /// The header, as the second one is written.
        name: String,
        /// The first column, counted from 1.
        first: u32,
        /// The second column, counted from 1.
        second: u32,
    },
    /// The first line holds a person instead of headers.
    #[error(
        "the first line holds an address instead of headers: put a line such as email, firstname, lastname above it"
    )]
    NoHeaders,
    /// No column says who a row is about.
    #[error("no column says who a row is about: there must be one for username, email or external_id")]
    NoIdentity,
    /// Two columns were given the same meaning by hand.
    #[error("two columns are mapped to {field}: choose one")]
    MappedTwice {
        /// The meaning.
        field: Field,
    },
    /// A quotation mark that nothing closes, which swallows the rest of the file.
    #[error("the quotation mark opened in the row of line {line} is never closed: close or remove it")]
    OpenQuote {
        /// The line on which the row starts.
        line: u32,
    },
    /// One address a line and no headers: the form that makes invitations.
    #[error(
        "this is a plain list of {addresses} addresses: upload it under Invitations, or add headers to import users"
    )]
    AddressList {
        /// How many lines.
        addresses: u32,
    },
}

impl FileRefused {
    /// A stable word for scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::HeadersOnly => "headers_only",
            Self::Binary(_) => "binary",
            Self::TooLarge { .. } => "too_large",
            Self::EqualHeaders { .. } => "equal_headers",
            Self::NoHeaders => "no_headers",
            Self::NoIdentity => "no_identity",
            Self::MappedTwice { .. } => "mapped_twice",
            Self::OpenQuote { .. } => "open_quote",
            Self::AddressList { .. } => "address_list",
        }
    }
}
