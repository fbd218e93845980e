//! Icons from the sprite `public/icons.svg`.
//!
//! An icon is decoration: the word beside it, or the label of its button, says what it means. The sprite's address
//! carries a fingerprint of its content, so that browsers keep it for good and never show an old one.

use leptos::prelude::*;

const DRAWINGS: &[u8] = include_bytes!("../../../public/icons.svg");

/// Address of the sprite.
pub const SPRITE: &str = match str::from_utf8(&ADDRESS) {
    Ok(address) => address,
    Err(_) => "/icons.svg",
};

const ADDRESS: [u8; 29] = address(fingerprint(DRAWINGS));

/// FNV-1a, 64 bits: enough to tell versions of one file apart.
const fn fingerprint(mut bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        bytes = rest;
    }
    hash
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler, which checks the bounds"
)]
const fn address(fingerprint: u64) -> [u8; 29] {
    let mut address = *b"/icons.svg?v=0000000000000000";
    let mut place = 0;
    while place < 16 {
        address[13 + place] = b"0123456789abcdef"[(fingerprint >> (60 - 4 * place) & 15) as usize];
        place += 1;
    }
    address
}

macro_rules! icons {
    ($($name:ident = $id:literal;)*) => {
        /// What an icon shows; the drawing of that id in the sprite.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum IconName {
            $($name),*
        }

        impl IconName {
            /// Every icon.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Id of its drawing in the sprite.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id),*
                }
            }
        }
    };
}

icons! {
    Archive = "archive";
    ArrowDown = "arrow-down";
    ArrowLeft = "arrow-left";
    ArrowRight = "arrow-right";
    ArrowUp = "arrow-up";
    Audit = "audit";
    Award = "award";
    Ban = "ban";
    Bell = "bell";
    Busy = "busy";
    Calendar = "calendar";
    Check = "check";
    ChevronDown = "chevron-down";
    ChevronLeft = "chevron-left";
    ChevronRight = "chevron-right";
    ChevronUp = "chevron-up";
    Clock = "clock";
    Close = "close";
    Columns = "columns";
    Copy = "copy";
    Course = "course";
    Dashboard = "dashboard";
    Department = "department";
    Download = "download";
    Edit = "edit";
    Error = "error";
    External = "external";
    Eye = "eye";
    EyeClosed = "eye-closed";
    EyeOff = "eye-off";
    Failure = "failure";
    File = "file";
    Filter = "filter";
    Group = "group";
    Help = "help";
    Hourglass = "hourglass";
    Import = "import";
    Inbox = "inbox";
    Info = "info";
    Invitation = "invitation";
    Key = "key";
    Keyboard = "keyboard";
    Label = "label";
    License = "license";
    Link = "link";
    ListChecks = "list-checks";
    Location = "location";
    Lock = "lock";
    Menu = "menu";
    Message = "message";
    Minus = "minus";
    Monitor = "monitor";
    Moon = "moon";
    More = "more";
    Pending = "pending";
    Phone = "phone";
    Play = "play";
    Plus = "plus";
    Refresh = "refresh";
    Restore = "restore";
    Search = "search";
    Send = "send";
    Settings = "settings";
    Shield = "shield";
    SignOut = "sign-out";
    Sort = "sort";
    Success = "success";
    Sun = "sun";
    Trash = "trash";
    Undo = "undo";
    Upload = "upload";
    User = "user";
    UserCross = "user-cross";
    UserPlus = "user-plus";
    Users = "users";
    Warning = "warning";
}

/// A drawing as high as the text around it.
#[component]
pub fn Icon(
    /// Which drawing.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=format!("{SPRITE}#{}", name.id()) />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_drawn() {
        let drawings = str::from_utf8(DRAWINGS).unwrap();
        for name in IconName::ALL {
            assert!(
                drawings.contains(&format!("<symbol id=\"{}\"", name.id())),
                "{name:?}"
            );
        }
    }

    #[test]
    fn the_address_changes_with_the_drawings() {
        assert_eq!(SPRITE, format!("/icons.svg?v={:016x}", fingerprint(DRAWINGS)));
        assert_ne!(fingerprint(b"one"), fingerprint(b"two"));
    }
}
