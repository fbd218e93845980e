//! Measuring the lists measures what it says, on a small scale; how fast they are fails nothing.

use server::cli::bench::lists::measure;
use store::bench::{Size, fill, table};
use store::testing::each;

const SMALL: Size = Size {
    users: 300,
    rows: 0,
    moved: 0,
};

#[tokio::test]
async fn every_figure_of_the_lists_has_a_floor() {
    each(async |store| {
        fill(&store, SMALL).await.unwrap();
        let figures = measure(&store).await.unwrap();
        assert!(figures.len() > 10);
        assert!(figures.iter().all(|figure| figure.floor.is_some()));
        let text = table(&figures);
        assert_eq!(text.lines().count(), figures.len() + 1);
        for found in [
            "first page ",
            "role member ",
            "billable ",
            "active ",
            "dashboard ",
        ] {
            let line = text.lines().find(|line| line.starts_with(found)).unwrap();
            assert!(
                !line.ends_with(" 0 rows") && !line.ends_with(" 0 users"),
                "{line}"
            );
        }
    })
    .await;
}
