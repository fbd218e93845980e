//! Settings: what was decided, by whom, from what to what; and that nobody's decision is lost.

use domain::settings::{Settings, SettingsForm, SettingsRefused};
use domain::users::Email;
use serde_json::{Value, json};
use store::testing::{count, each, owner};
use store::{Failure, settings, sql};

#[tokio::test]
async fn a_change_is_in_the_audit_field_by_field() {
    each(async |store| {
        let owner = owner(&store).await;
        let known = settings::look(&owner.grant().unwrap()).await.unwrap().form;
        let wanted = SettingsForm {
            name: "Harbor Academy".into(),
            min_length: "12".into(),
            registration_domains: "Example.org".into(),
            self_registration: true,
            ..known.clone()
        };
        let now = settings::change(owner.grant().unwrap(), &known, &wanted)
            .await
            .unwrap();
        assert_eq!(now.registration_domains, "example.org");
        assert_eq!(settings::look(&owner.grant().unwrap()).await.unwrap().form, now);

        let (after,): (String,) = sql("SELECT after AS value FROM audit WHERE action = 'settings.changed'")
            .fetch_one(&mut store.read().await.unwrap())
            .await
            .unwrap();
        let after: Value = serde_json::from_str(&after).unwrap();
        assert_eq!(
            after,
            json!({ "name": "Harbor Academy", "min_length": "12", "registration_domains": "example.org",
                "self_registration": true })
        );
        settings::change(owner.grant().unwrap(), &now, &now)
            .await
            .unwrap();
        let entries = "SELECT COUNT(*) AS value FROM audit WHERE action = 'settings.changed'";
        assert_eq!(
            count(&store, entries).await,
            1,
            "nothing changed, nothing to tell"
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_owners_at_once_the_second_sees_what_the_first_decided() {
    each(async |store| {
        let owner = owner(&store).await;
        let known = settings::look(&owner.grant().unwrap()).await.unwrap().form;
        let first = SettingsForm {
            invitation_days: "14".into(),
            ..known.clone()
        };
        let second = SettingsForm {
            erase_anyone: true,
            ..known.clone()
        };
        let decided = settings::change(owner.grant().unwrap(), &known, &first)
            .await
            .unwrap();
        let met = settings::change(owner.grant().unwrap(), &known, &second)
            .await
            .unwrap_err();
        let Failure::Refused(SettingsRefused::Met(theirs)) = met else {
            panic!("{met:?}")
        };
        assert_eq!(*theirs, decided);
        let wrong = SettingsForm {
            min_length: "1".into(),
            ..decided.clone()
        };
        let refused = settings::change(owner.grant().unwrap(), &decided, &wrong)
            .await
            .unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(SettingsRefused::Fields(_))),
            "{refused:?}"
        );
    })
    .await;
}

#[test]
fn only_addresses_of_the_domains_may_register() {
    let email = |text| Email::parse(text).unwrap();
    let mut settings = Settings::default();
    assert!(!settings.admits(&email("ada@example.org")), "off by default");
    settings.self_registration = true;
    assert!(settings.admits(&email("ada@anywhere.example")));
    settings.registration_domains = vec!["example.org".into()];
    assert!(settings.admits(&email("ada@EXAMPLE.org")));
    assert!(!settings.admits(&email("ada@sub.example.org")));
    assert!(!settings.admits(&email("ada@notexample.org")));
}
