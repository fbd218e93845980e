//! Many administrators, each with a session of their own, reach for the last seats at once, over HTTP, against one server on
//! SQLite and two on PostgreSQL: as many win as there are seats, the others are told that there are none, and nobody hears
//! of the database. `rollcall check` then finds everything sound.

// `cfg(test)` is always on here; it tells clippy that helpers beside the tests may unwrap like the tests themselves.
#[cfg(test)]
mod academy;
#[cfg(test)]
#[path = "../processes/mod.rs"]
mod processes;

#[cfg(test)]
mod tests {
    use crate::academy::Academy;
    use crate::processes::{Server, check};
    use serde_json::{Value, json};
    use store::testing::postgres;
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
        postgres(async |_, url| fight(&url, 2).await).await;
    }

    async fn fight(url: &str, servers: usize) {
        let store = Store::connect(url, Clock::System, Random::System).await.unwrap();
        store.db().migrate().await.unwrap();
        let academy = Academy::found(&store, SEATS, CLIENTS, TRIES_EACH).await;
        let servers: Vec<Server> = (0..servers).map(|_| Server::start(url, &[])).collect();

        let clients = academy.clients.iter().enumerate().map(|(number, client)| {
            let server = &servers[number % servers.len()];
            let license = academy.license;
            async move {
                let mut answers = Vec::new();
                for user in &client.wants {
                    let body = json!({ "id": license, "give": { "to": { "These": [user] }, "courses": [] } });
                    answers.push(server.post("/api/licenses/give", &client.cookie, &body).await);
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
        store.db().close().await;
        let checked = check(url);
        let said = String::from_utf8_lossy(&checked.stdout);
        assert!(checked.status.success() && said.starts_with("Sound: "), "{said}");
    }
}
