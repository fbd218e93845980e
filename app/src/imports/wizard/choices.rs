//! What a person chose in the steps of the wizard, and the options of the import that it makes.

use domain::imports::{
    ExistingDetails, ExistingPassword, ForceChange, ImportType, MatchBy, NewPassword, Options,
};
use domain::time::Date;
use leptos::prelude::*;

/// Values of the check boxes.
pub const RENAMES: &str = "renames";
pub const DELETES: &str = "deletes";
pub const ARCHIVING: &str = "archiving";
pub const SEND_EMAIL: &str = "send-email";
/// Values of the choice between all and some courses.
pub const ALL_COURSES: &str = "all";
pub const SOME_COURSES: &str = "some";

/// Every choice, as the fields hold it.
#[derive(Clone, Copy)]
pub struct Choices {
    pub import_type: RwSignal<String>,
    pub match_by: RwSignal<String>,
    pub new_password: RwSignal<String>,
    pub existing_details: RwSignal<String>,
    pub existing_password: RwSignal<String>,
    pub force_change: RwSignal<String>,
    pub allow: RwSignal<Vec<String>>,
    pub email: RwSignal<Vec<String>>,
    /// The id of the license; empty for none.
    pub license: RwSignal<String>,
    /// Whether all courses of the license, or some.
    pub which_courses: RwSignal<String>,
    /// Some courses of the license.
    pub courses: RwSignal<Vec<String>>,
    /// Courses granted without a license.
    pub direct_courses: RwSignal<Vec<String>>,
    pub due_date: RwSignal<String>,
}

impl Choices {
    /// The defaults.
    pub fn new() -> Self {
        let word = |word: &str| RwSignal::new(word.to_owned());
        Self {
            import_type: word(ImportType::default().as_str()),
            match_by: word(MatchBy::default().as_str()),
            new_password: word(NewPassword::default().as_str()),
            existing_details: word(ExistingDetails::default().as_str()),
            existing_password: word(ExistingPassword::default().as_str()),
            force_change: word(ForceChange::default().as_str()),
            allow: RwSignal::default(),
            email: RwSignal::default(),
            license: word(""),
            which_courses: word(ALL_COURSES),
            courses: RwSignal::default(),
            direct_courses: RwSignal::default(),
            due_date: word(""),
        }
    }

    /// The options these choices make. What the type makes void counts for nothing by itself.
    pub fn options(&self) -> Options {
        let has =
            |list: RwSignal<Vec<String>>, word: &str| list.with(|list| list.iter().any(|one| one == word));
        let license = Some(self.license.get()).filter(|license| !license.is_empty());
        let courses = match (&license, self.which_courses.get().as_str()) {
            (None, _) => self.direct_courses.get(),
            (Some(_), SOME_COURSES) => self.courses.get(),
            (Some(_), _) => Vec::new(),
        };
        Options {
            import_type: ImportType::parse(&self.import_type.get()).unwrap_or_default(),
            match_by: MatchBy::parse(&self.match_by.get()).unwrap_or_default(),
            new_password: NewPassword::parse(&self.new_password.get()).unwrap_or_default(),
            existing_details: ExistingDetails::parse(&self.existing_details.get()).unwrap_or_default(),
            existing_password: ExistingPassword::parse(&self.existing_password.get()).unwrap_or_default(),
            force_change: ForceChange::parse(&self.force_change.get()).unwrap_or_default(),
            allow_renames: has(self.allow, RENAMES),
            allow_deletes: has(self.allow, DELETES),
            allow_archiving: has(self.allow, ARCHIVING),
            send_email: has(self.email, SEND_EMAIL),
            license,
            courses,
            due_date: self.due_date.with(|day| Date::parse(day).ok()),
            ..Options::default()
        }
    }

    /// Whether "only some courses" is chosen and none is ticked.
    pub fn lacks_courses(&self) -> bool {
        self.license.with(|license| !license.is_empty())
            && self.which_courses.with(|which| which == SOME_COURSES)
            && self.courses.with(Vec::is_empty)
    }
}

/// Which settings have no effect with the others as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each setting that can be void"
)]
pub struct Void {
    /// Everything about existing users.
    pub existing: bool,
    /// Everything about new users.
    pub new: bool,
    /// Forcing a change of passwords from the file, when none of them is used.
    pub force_change: bool,
    /// Telling of the account, when the activation link does.
    pub telling: bool,
}

impl Void {
    /// By the options.
    pub fn of(options: &Options) -> Self {
        let existing = options.import_type == ImportType::AddNew;
        let new = options.import_type == ImportType::UpdateExisting;
        let for_new = !new && options.new_password != NewPassword::Activation;
        let for_existing = !existing && options.existing_password == ExistingPassword::Update;
        Self {
            existing,
            new,
            force_change: !for_new && !for_existing,
            telling: options.new_password == NewPassword::Activation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_without_effect_is_void() {
        let mut options = Options::default();
        let void = Void::of(&options);
        assert!(void.existing && !void.new && !void.force_change);
        options.import_type = ImportType::UpdateExisting;
        let void = Void::of(&options);
        assert!(!void.existing && void.new && void.force_change);
        options.existing_password = ExistingPassword::Update;
        assert!(!Void::of(&options).force_change);
        options.new_password = NewPassword::Activation;
        assert!(Void::of(&options).telling);
    }

    #[test]
    fn untouched_choices_are_the_defaults() {
        Owner::new().with(|| assert_eq!(Choices::new().options(), Options::default()));
    }
}
