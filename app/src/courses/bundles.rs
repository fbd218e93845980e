//! `/bundles`: sets of courses that are given together.

use super::api::{list_bundles, save_bundle};
use super::may_not_manage;
use super::tabs::ProductTabs;
use crate::t;
use crate::ui::{
    Badge, Button, Cell, Choice, Column, Combobox, Dialog, EmptyState, IconName, Look, Notice, PageHeader,
    Switch, Table, TextField, Tone, Width, fetched,
};
use domain::courses::{Bundle, BundleForm};
use domain::id::{BundleId, CourseId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is being written; cheap to copy.
#[derive(Clone, Copy)]
struct Writing {
    open: RwSignal<bool>,
    id: RwSignal<Option<BundleId>>,
    title: RwSignal<String>,
    courses: RwSignal<Vec<String>>,
    archived: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    saved: Callback<()>,
}

impl Writing {
    fn new(saved: Callback<()>) -> Self {
        Self {
            open: RwSignal::new(false),
            id: RwSignal::new(None),
            title: RwSignal::default(),
            courses: RwSignal::default(),
            archived: RwSignal::new(false),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
            saved,
        }
    }

    fn begin(self, bundle: Option<&Bundle>) {
        self.id.set(bundle.map(|bundle| bundle.id));
        self.title
            .set(bundle.map(|bundle| bundle.title.clone()).unwrap_or_default());
        let courses = bundle.map(|bundle| bundle.courses.iter().map(|(id, _)| id.to_string()).collect());
        self.courses.set(courses.unwrap_or_default());
        self.archived.set(bundle.is_some_and(|bundle| bundle.archived));
        self.refused.set(None);
        self.open.set(true);
    }

    fn save(self) {
        let courses = self
            .courses
            .with_untracked(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect());
        let form = BundleForm {
            title: self.title.get_untracked(),
            courses,
            archived: self.archived.get_untracked(),
        };
        let id = self.id.get_untracked();
        self.busy.set(true);
        spawn_local(async move {
            let answer = save_bundle(id, form).await;
            self.busy.set(false);
            match answer {
                Ok(_) => {
                    self.open.set(false);
                    self.saved.run(());
                }
                Err(error) => self.refused.set(Some(error.to_string())),
            }
        });
    }
}

/// The page.
#[component]
pub fn BundlesPage() -> impl IntoView {
    let found = Resource::new_blocking(|| (), |()| list_bundles());
    let writing = Writing::new(Callback::new(move |()| found.refetch()));
    let content = fetched(found, 6, move |(bundles, courses)| {
        view! { <Listing bundles courses writing /> }.into_any()
    });
    view! {
        <PageHeader title=t!(courses::BUNDLES)>
            <Button
                look=Look::Primary
                icon=IconName::Plus
                disabled_because=Signal::stored(may_not_manage())
                on_press=move || writing.begin(None)
            >
                {t!(courses::ADD_BUNDLE)}
            </Button>
        </PageHeader>
        <ProductTabs />
        {content}
    }
    .into_any()
}

#[component]
fn Listing(bundles: Vec<Bundle>, courses: Vec<(CourseId, String)>, writing: Writing) -> impl IntoView {
    let columns = vec![
        Column::new("title", t!(courses::TITLE)),
        Column::new("courses", t!(licenses::COURSES)),
        Column::new("state", t!(licenses::STATE)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let choices: Vec<Choice> = courses
        .into_iter()
        .map(|(id, title)| Choice::new(id.to_string(), title))
        .collect();
    let list = if bundles.is_empty() {
        view! {
            <EmptyState icon=IconName::Course title=t!(courses::NO_BUNDLES)>
                <p>{t!(courses::NO_BUNDLES_WHY)}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        let rows: Vec<AnyView> = bundles.into_iter().map(|bundle| row(bundle, writing)).collect();
        view! {
            <Table label=t!(courses::BUNDLES) columns>
                {rows}
            </Table>
        }
        .into_any()
    };
    let choices = StoredValue::new(choices);
    let actions = move || {
        view! {
            <Button on_press=move || writing.open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary busy=writing.busy on_press=move || writing.save()>
                {t!(licenses::SAVE)}
            </Button>
        }
    };
    view! {
        {list}
        <Dialog open=writing.open title=t!(courses::BUNDLE).to_owned() width=Width::Wide actions=actions>
            <div class="fields">
                <TextField name="bundle-title" label=t!(courses::TITLE) value=writing.title autocomplete="off" />
                <Combobox
                    name="bundle-courses"
                    label=t!(licenses::COURSES)
                    value=writing.courses
                    choices=choices.get_value()
                    many=true
                />
                <Switch name="bundle-archived" label=t!(licenses::ARCHIVED) checked=writing.archived />
                {move || {
                    writing.refused.get().map(|why| view! { <div role="alert"><Notice tone=Tone::Bad>{why}</Notice></div> })
                }}
            </div>
        </Dialog>
    }
    .into_any()
}

fn row(bundle: Bundle, writing: Writing) -> AnyView {
    let titles: Vec<&str> = bundle.courses.iter().map(|(_, title)| title.as_str()).collect();
    let titles = titles.join(", ");
    let (title, label) = (
        bundle.title.clone(),
        t!(acts::on(t!(licenses::CHANGE), &bundle.title)),
    );
    let archived = bundle
        .archived
        .then(|| view! { <Badge icon=IconName::Archive label=t!(licenses::ARCHIVED) /> });
    view! {
        <tr>
            <Cell label=t!(courses::TITLE) main=true>{title}</Cell>
            <Cell label=t!(licenses::COURSES)>{titles}</Cell>
            <Cell label=t!(licenses::STATE)>{archived}</Cell>
            <Cell label=t!(invitations::ACTIONS)>
                <Button
                    look=Look::Ghost
                    icon=IconName::Edit
                    label
                    disabled_because=Signal::stored(may_not_manage())
                    on_press=move || writing.begin(Some(&bundle))
                />
            </Cell>
        </tr>
    }
    .into_any()
}
