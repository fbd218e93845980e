//! Badges, numbers, and what stands where content should be.

use crate::ui::{
    Badge, Button, Card, EmptyState, ErrorState, IconName, Look, Meter, NoPermission, Notice, Progress,
    Skeleton, Stat, Tone,
};
use leptos::prelude::*;

#[component]
pub fn States() -> impl IntoView {
    view! {
        <Card title="Badges">
            <div class="badges">
                <Badge icon=IconName::Archive label="Archived" />
                <Badge tone=Tone::Good icon=IconName::Success label="Active" />
                <Badge tone=Tone::Warning icon=IconName::Hourglass label="Waits for approval" />
                <Badge tone=Tone::Bad icon=IconName::Failure label="Failed" />
                <Badge tone=Tone::Info icon=IconName::Send label="Sent" />
            </div>
        </Card>
        <Card title="Notices">
            <div class="stack">
                <Notice>"The demo academy is loaded."</Notice>
                <Notice tone=Tone::Good>"3 users were imported."</Notice>
                <Notice tone=Tone::Warning>"12 users have no email."</Notice>
                <Notice tone=Tone::Bad>"The file is not a table: it looks like a picture."</Notice>
                <Notice tone=Tone::Info>"The import goes on when you leave this page."</Notice>
            </div>
        </Card>
        <Card>
            <EmptyState icon=IconName::License title="No licenses yet">
                <p>"A license is a number of seats on a set of courses."</p>
                <Button look=Look::Primary icon=IconName::Plus>
                    "Create a license"
                </Button>
            </EmptyState>
        </Card>
        <Card>
            <ErrorState problem="The server did not answer. What you typed is still here.".to_owned() on_retry=|| () />
        </Card>
        <Card>
            <NoPermission reason="Importing users is for administrators and owners." />
        </Card>
        <Card title="Loading">
            <Skeleton />
        </Card>
    }
    .into_any()
}

#[component]
pub fn Numbers() -> impl IntoView {
    view! {
        <div class="stats">
            <Stat label="Active users" value=1_984 href="/design" note="of 2,500 allowed" />
            <Stat label="Waiting for approval" value=12 href="/design" />
            <Stat label="Imports running" value=0 />
        </div>
        <Card title="How far">
            <div class="stack">
                <Progress label="Importing users.csv" done=12_345_u64 total=100_000_u64 />
                <Meter label="Safety basics" used=31_u64 total=40_u64 />
                <Meter label="First aid" used=40_u64 total=40_u64 />
            </div>
        </Card>
    }
    .into_any()
}
