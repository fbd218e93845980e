//! Giving somebody a seat while they are on the phone: the licenses that have one, and a press.

use crate::licenses::api::{LicenseView, give_seats, list_licenses};
use crate::session::lacks;
use crate::t;
use crate::ui::{Button, Dialog, IconName, Look, Notice, SelectField, Skeleton, Tone, toasts};
use domain::access::ManageLicenses;
use domain::id::{LicenseId, UserId};
use domain::licenses::{Give, Pick, Validity};
use leptos::prelude::*;

/// The button and its dialog.
#[component]
pub fn GiveSeat(user: UserId, again: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let licenses = LocalResource::new(move || {
        let open = open.get();
        async move {
            if open {
                list_licenses().await
            } else {
                Ok(Vec::new())
            }
        }
    });
    let give = Action::new(move |license: &LicenseId| {
        let license = *license;
        async move {
            let to = Pick::These(vec![user]);
            let courses = Vec::new();
            match give_seats(license, Give { to, courses }).await {
                Ok(moved) => {
                    open.set(false);
                    toasts.done(t!(licenses::given(1, "", moved.seats.free().unsigned_abs())));
                    again.run(());
                }
                Err(error) => refused.set(Some(error.to_string())),
            }
        }
    });
    let choose = move || match licenses.get() {
        None => view! { <Skeleton lines=2 /> }.into_any(),
        Some(Err(error)) => view! { <Notice tone=Tone::Bad>{error.to_string()}</Notice> }.into_any(),
        Some(Ok(licenses)) => {
            let options = options(licenses);
            if options.is_empty() {
                return view! { <p>{t!(support::NO_FREE_SEAT)}</p> }.into_any();
            }
            view! {
                <SelectField
                    name="seat-license"
                    label=t!(support::LICENSE)
                    value=chosen
                    options=Signal::stored(options)
                    error=refused
                />
            }
            .into_any()
        }
    };
    let nothing = Signal::derive(move || {
        let none = chosen.with(String::is_empty);
        none.then(|| t!(support::CHOOSE_LICENSE).to_owned())
    });
    let actions = move || {
        let press = move || {
            if let Ok(license) = chosen.get_untracked().parse() {
                give.dispatch(license);
            }
        };
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary disabled_because=nothing busy=give.pending() on_press=press>
                {t!(licenses::GIVE)}
            </Button>
        }
    };
    let denied = lacks::<ManageLicenses>();
    view! {
        <Button icon=IconName::License disabled_because=Signal::stored(denied) on_press=move || open.set(true)>
            {t!(licenses::GIVE)}
        </Button>
        <Dialog open title=t!(licenses::GIVE) actions>
            {choose}
        </Dialog>
    }
    .into_any()
}

/// The licenses with a seat to give today, after an empty choice.
fn options(licenses: Vec<LicenseView>) -> Vec<(String, String)> {
    let free = |license: &LicenseView| license.validity == Validity::Current && license.seats.free() > 0;
    let option = |license: LicenseView| {
        let free = t!(licenses::free(license.seats.free().unsigned_abs()));
        (license.id.to_string(), format!("{} ({free})", license.name))
    };
    let mut options: Vec<_> = licenses.into_iter().filter(free).map(option).collect();
    if !options.is_empty() {
        options.insert(0, (String::new(), t!(support::CHOOSE_LICENSE).to_owned()));
    }
    options
}
