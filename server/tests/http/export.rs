//! The list as a file: exactly what the address says, for those who may see it.

use super::test_app::{Caller, peopled};
use axum::http::{StatusCode, header};

#[tokio::test]
async fn the_file_holds_what_the_list_shows() {
    peopled(async |app| {
        let owner = app.cookie(Caller::Owner);
        let file = app
            .get("/users/export?format=csv&role=support,administrator", owner)
            .await;
        assert_eq!(file.status, StatusCode::OK);
        let name = file.headers.get(header::CONTENT_DISPOSITION).unwrap();
        assert!(name.to_str().unwrap().contains(".csv"), "{name:?}");
        let lines: Vec<&str> = file.body.lines().collect();
        assert!(lines[0].starts_with("\u{FEFF}username,firstname"), "{}", lines[0]);
        assert_eq!(lines.len(), 3, "{lines:?}");

        let own = app
            .get("/users/export?format=csv", app.cookie(Caller::Member))
            .await;
        assert_eq!(own.body.lines().count(), 2, "members see themselves alone");
        let stranger = app.get("/users/export?format=csv", None).await;
        assert_ne!(stranger.status, StatusCode::OK);
        let book = app.get("/users/export?format=xlsx", owner).await;
        assert!(book.body.starts_with("PK"), "a workbook is a zip file");
    })
    .await;
}
