//! Servers as processes of their own, asked over sockets, and a PostgreSQL database for several of them.

use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use store::{Clock, Random, Store, sql};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A running `rollcall serve`; gone when dropped.
pub struct Server {
    address: String,
    process: Child,
}

impl Server {
    pub fn start(database: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.next().unwrap().unwrap();
        let address = line.strip_prefix("listening on http://").unwrap().to_owned();
        Self { address, process }
    }

    /// Posts as a page of this server does; answers with the status and the body.
    pub async fn post(&self, path: &str, cookie: &str, body: &Value) -> (u16, Value) {
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {cookie}\r\nAccept: application/json\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (
            status,
            serde_json::from_str(body).unwrap_or(Value::String(body.to_owned())),
        )
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A fresh database of the tests' PostgreSQL.
pub struct Database {
    pub url: String,
    server: String,
    name: String,
}

pub async fn postgres(purpose: &str) -> Database {
    let server = std::env::var("ROLLCALL_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!("ROLLCALL_TEST_POSTGRES is not set: run `cargo xtask test`, or set it to a server's postgres:// URL")
    });
    let name = format!("{purpose}_{}", std::process::id());
    run(&server, format!("CREATE DATABASE {name}")).await;
    let (base, _) = server.rsplit_once('/').unwrap();
    Database {
        url: format!("{base}/{name}"),
        server,
        name,
    }
}

impl Database {
    pub async fn drop(self) {
        run(&self.server, format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }
}

async fn run(server: &str, statement: String) {
    let admin = Store::connect(server, Clock::System, Random::System)
        .await
        .unwrap();
    // A name cannot be bound, and statements are never made of text at run time but here.
    sql(statement.leak())
        .execute(&mut admin.read().await.unwrap())
        .await
        .unwrap();
    admin.db().close().await;
}
