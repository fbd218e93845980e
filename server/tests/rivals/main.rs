//! Many people reach for the last seats at once, over HTTP, against one server on SQLite and two on PostgreSQL: as many
//! win as there are seats, the others are told that there are none, and nobody hears of the database.

// `cfg(test)` is always on here; it tells clippy that helpers beside the tests may unwrap like the tests themselves.
#[cfg(test)]
mod academy;
#[cfg(test)]
mod servers;

#[cfg(test)]
mod tests {
    use crate::academy::Academy;
    use crate::servers::{Server, postgres};
    use serde_json::{Value, json};
    use store::{Clock, Random, Store};

    const SEATS: usize = 100;
    const CLIENTS: usize = 64;
    const TRIES_EACH: usize = 3;

    #[tokio::test]
    async fn exactly_the_last_seats_are_won_on_sqlite() {
        let folder = tempfile::tempdir().unwrap();
        fight(&format!("sqlite:{}/rollcall.sqlite3", folder.path().display()), 1).await;
    }

    #[tokio::test]
    async fn exactly_the_last_seats_are_won_on_postgresql_with_two_servers() {
        let database = postgres("rivals").await;
        fight(&database.url, 2).await;
        database.drop().await;
    }

    async fn fight(url: &str, servers: usize) {
        let store = Store::connect(url, Clock::System, Random::System).await.unwrap();
        store.db().migrate().await.unwrap();
        let academy = Academy::found(&store, SEATS, CLIENTS * TRIES_EACH).await;
        let servers: Vec<Server> = (0..servers).map(|_| Server::start(url)).collect();

        let clients = academy.users.chunks(TRIES_EACH).enumerate().map(|(number, users)| {
            let server = &servers[number % servers.len()];
            let academy = &academy;
            async move {
                let mut answers = Vec::new();
                for user in users {
                    let body = json!({ "id": academy.license, "give": { "to": { "These": [user] }, "courses": [] } });
                    answers.push(server.post("/api/licenses/give", &academy.cookie, &body).await);
                }
                answers
            }
        });
        let answers: Vec<(u16, Value)> = futures::future::join_all(clients)
            .await
            .into_iter()
            .flatten()
            .collect();

        let won = answers.iter().filter(|(status, _)| *status == 200).count();
        assert_eq!(won, SEATS);
        for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
            assert_eq!(
                (*status, &body["Refused"]["Short"]["short"]),
                (422, &json!(1)),
                "{body}"
            );
        }
        let report = store::check::check(&store).await.unwrap();
        assert_eq!(report.findings, []);
        store.db().close().await;
    }
}
