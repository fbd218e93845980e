//! Measuring the lists measures what it says, on a small scale; how fast they are fails nothing.

use server::cli::bench::lists::measure;
use store::bench::table;
use store::testing::each;

#[tokio::test]
async fn every_figure_of_the_lists_has_a_floor() {
    each(async |store| {
        let figures = measure(&store, 300).await.unwrap();
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
