//! Making and changing licenses.

use crate::academy::Academy;
use domain::licenses::{LicenseForm, LicenseKind, LicenseRefused};
use store::testing::{count, each};
use store::{Failure, licenses};

fn fields(failure: Failure<LicenseRefused>) -> Vec<String> {
    match failure {
        Failure::Refused(LicenseRefused::Fields(errors)) => {
            errors.into_iter().map(|error| error.field).collect()
        }
        Failure::Refused(refused) => vec![refused.field().to_owned()],
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_reference_is_unique_without_regard_to_case() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        academy.license(LicenseKind::Standard, 3).await;
        let twin = LicenseForm {
            reference: "safety-standard".into(),
            ..academy.form(LicenseKind::Reusable, 3)
        };
        let refused = licenses::create(academy.manage(), twin).await.unwrap_err();
        assert_eq!(fields(refused), ["reference"]);
        assert_eq!(count(&store, "SELECT COUNT(*) AS value FROM licenses").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_license_does_not_shrink_below_what_is_used() {
    each(async |store| {
        let academy = Academy::found(&store).await;
        let users = academy.users(3).await;
        let license = academy.license(LicenseKind::Standard, 5).await;
        academy.give(license, &users).await.unwrap();
        let resize = |version, purchased| {
            licenses::change(
                academy.manage(),
                license,
                version,
                academy.form(LicenseKind::Standard, purchased),
            )
        };
        assert_eq!(fields(resize(1, 2).await.unwrap_err()), ["purchased"]);
        resize(1, 3).await.unwrap();
        assert_eq!(academy.seats(license).await.free(), 0);
        let refused = resize(1, 9).await.unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(LicenseRefused::ChangedMeanwhile)),
            "{refused:?}"
        );
        resize(2, 9).await.unwrap();
        assert_eq!(academy.seats(license).await.free(), 6);
    })
    .await;
}
