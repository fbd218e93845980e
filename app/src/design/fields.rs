//! Fields and choices.

use crate::ui::{
    Card, Checkbox, CheckboxGroup, Choice, Combobox, ErrorSummary, FieldProblem, Kind, RadioGroup,
    SelectField, Switch, TextArea, TextField,
};
use leptos::prelude::*;

fn text(text: &str) -> RwSignal<String> {
    RwSignal::new(text.to_owned())
}

#[component]
pub fn Fields() -> impl IntoView {
    let problems = vec![FieldProblem {
        field: "wrong_email".to_owned(),
        message: "Enter an email like ada@example.org".to_owned(),
    }];
    let roles = [
        ("member", "Member"),
        ("support", "Support"),
        ("administrator", "Administrator"),
    ];
    let roles: Vec<_> = roles
        .map(|(key, words)| (key.to_owned(), words.to_owned()))
        .into();
    view! {
        <Card title="Fields">
            <form class="fields" novalidate>
                <ErrorSummary problems />
                <div class="fields-row">
                    <TextField name="first_name" label="First name" initial="Ada" />
                    <TextField name="nickname" label="Nickname" optional=true />
                    <TextField
                        name="wrong_email"
                        label="Email"
                        kind=Kind::Email
                        initial="ada@"
                        hint="The activation link goes there."
                        error="Enter an email like ada@example.org"
                    />
                    <TextField name="phone" label="Phone" kind=Kind::Phone optional=true />
                    <TextField
                        name="password"
                        label="Password"
                        kind=Kind::Password
                        hint="At least 8 characters."
                        autocomplete="new-password"
                    />
                    <TextField name="seats" label="Seats" kind=Kind::Number initial="40" />
                    <TextField name="due" label="Due date" kind=Kind::Date initial="2026-12-24" />
                    <TextField name="q" label="Search" kind=Kind::Search optional=true />
                    <SelectField name="role" label="Role" value=text("support") options=roles />
                </div>
                <TextArea
                    name="addresses"
                    label="Addresses"
                    hint="Separated by comma, semicolon, space or line."
                    value=text("ada@example.org\n</textarea><b>not bold</b>")
                />
            </form>
        </Card>
    }
    .into_any()
}

#[component]
pub fn Choices() -> impl IntoView {
    let password = text("link");
    let labels = RwSignal::new(vec!["vip".to_owned()]);
    let password_choices = vec![
        Choice::new("link", "Email an activation link")
            .hint("Recommended: nobody else ever knows the password."),
        Choice::new("generate", "Generate one and email it"),
        Choice::new("type", "Type it").disabled("Without an email there is nobody to send it to."),
    ];
    let label_choices = vec![Choice::new("vip", "VIP"), Choice::new("night", "Night shift")];
    let groups: Vec<Choice> = (1..=2000)
        .map(|n| Choice::new(n.to_string(), format!("Group {n}")))
        .collect();
    let locations = ["Berlin", "Köln", "São Paulo", "東京"]
        .map(|name| Choice::new(name, name))
        .to_vec();
    let subscribed = RwSignal::new(true);
    view! {
        <Card title="Choices">
            <div class="fields">
                <div class="fields-row">
                    <RadioGroup name="password_choice" label="Password" value=password choices=password_choices />
                    <CheckboxGroup
                        name="labels"
                        label="Labels"
                        value=labels
                        choices=label_choices
                        error="Choose at least two"
                    />
                    <div>
                        <Checkbox
                            label="Send email"
                            checked=subscribed
                            on_change=move |on| subscribed.set(on)
                            hint="In the language of each person."
                        />
                        <Checkbox label="Some of them" checked=false partly=true />
                        <Switch label="Edit mode" checked=RwSignal::new(true) />
                        <Switch label="Self-registration" checked=RwSignal::new(false) hint="Anyone with the address" />
                    </div>
                </div>
                <div class="fields-row">
                    <Combobox
                        name="location"
                        label="Location"
                        value=RwSignal::new(vec!["Köln".to_owned()])
                        choices=locations
                        optional=true
                    />
                    <Combobox
                        name="groups"
                        label="Groups"
                        many=true
                        value=RwSignal::new(vec!["7".to_owned(), "12".to_owned()])
                        choices=groups
                        hint="One of 2,000; type to find."
                    />
                </div>
            </div>
        </Card>
    }
    .into_any()
}
