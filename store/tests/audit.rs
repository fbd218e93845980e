//! The audit: found by who, whom, what and when, named, paged, and never more of it than one may read.

#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use domain::audit::{Action, AuditFilter, AuditLine};
use domain::time::Span;
use store::audit::{Csv, list};
use store::demo::{self, Demo};
use store::testing::each;
use store::{Requester, Store, settings, sign_in};

async fn academy(store: &Store) {
    let demo = Demo { users: 300, seed: 3 };
    demo::load(store, demo, |_| {}).await.unwrap();
}

async fn become_one(store: &Store, name: &str) -> Requester {
    let found = sign_in::requester_at_command_line(store, &format!("{name}@demo.example")).await;
    found.unwrap().unwrap()
}

async fn lines(requester: &Requester, filter: AuditFilter) -> Vec<AuditLine> {
    list(requester.grant().unwrap(), &filter, None)
        .await
        .unwrap()
        .lines
}

#[tokio::test]
async fn lines_are_found_by_who_whom_what_and_when() {
    each(async |store| {
        academy(&store).await;
        let owner = become_one(&store, "owner").await;
        store.clock().advance(Span::days(2));
        settings::decide(owner.grant().unwrap(), |settings| settings.invitation_days = 9)
            .await
            .unwrap();
        let today = store.now().date();

        let decided = lines(
            &owner,
            AuditFilter {
                from: Some(today),
                ..AuditFilter::default()
            },
        )
        .await;
        let [line] = decided.as_slice() else {
            panic!("{decided:#?}")
        };
        assert_eq!(line.action, Action::SettingsChanged);
        assert_eq!(line.target.name.as_deref(), Some("Harbor Academy"));
        let changes = line.changes();
        assert_eq!(
            changes
                .first()
                .map(|change| (change.before.as_str(), change.after.as_str())),
            Some(("7", "9"))
        );

        let before = AuditFilter {
            to: Some(today.plus_days(-1)),
            ..AuditFilter::default()
        };
        assert!(
            lines(&owner, before)
                .await
                .iter()
                .all(|line| line.at.date() < today)
        );
        let created = AuditFilter {
            action: Some(Action::UserCreated),
            ..AuditFilter::default()
        };
        let created = lines(&owner, created).await;
        assert!(!created.is_empty());
        assert!(created.iter().all(|line| line.action == Action::UserCreated));
        let about = created.iter().find(|line| line.target.name.is_some()).unwrap();
        let one = AuditFilter {
            target: about.target.id.to_string(),
            ..AuditFilter::default()
        };
        assert!(lines(&owner, one).await.iter().any(|line| line.id == about.id));
        let by_words = AuditFilter {
            target: about.target.name.clone().unwrap(),
            ..AuditFilter::default()
        };
        assert!(
            lines(&owner, by_words)
                .await
                .iter()
                .any(|line| line.target.id == about.target.id)
        );
        let by_owner = AuditFilter {
            actor: "owner@demo".into(),
            ..AuditFilter::default()
        };
        assert!(
            lines(&owner, by_owner)
                .await
                .iter()
                .any(|found| found.id == line.id)
        );
    })
    .await;
}

#[tokio::test]
async fn pages_go_on_where_they_ended_and_the_file_has_all_of_it() {
    each(async |store| {
        academy(&store).await;
        let owner = become_one(&store, "owner").await;
        let mut ids = Vec::new();
        let mut before = None;
        loop {
            let page = list(owner.grant().unwrap(), &AuditFilter::default(), before)
                .await
                .unwrap();
            ids.extend(page.lines.iter().map(|line| line.id));
            before = ids.last().copied();
            if !page.more {
                break;
            }
        }
        assert!(ids.len() > 50 && ids.is_sorted_by(|one, other| one > other));
        let mut file = Csv::of(owner.grant().unwrap(), AuditFilter::default());
        let mut text = Vec::new();
        while let Some(piece) = file.next().await.unwrap() {
            text.extend(piece);
        }
        let rows = csv::Reader::from_reader(text.as_slice()).into_records().count();
        assert_eq!(rows, ids.len() + 1, "and that it was taken");
    })
    .await;
}

#[tokio::test]
async fn support_reads_of_its_own_doing_alone() {
    each(async |store| {
        academy(&store).await;
        let support = become_one(&store, "support").await;
        let owner = become_one(&store, "owner").await;
        let filter = AuditFilter {
            actor: "owner@demo".into(),
            ..AuditFilter::default()
        };
        assert!(!lines(&owner, filter.clone()).await.is_empty());
        assert!(lines(&support, filter).await.is_empty());
        let member = become_one(&store, "member").await;
        assert!(member.grant::<domain::access::ViewAudit>().is_err());
    })
    .await;
}
