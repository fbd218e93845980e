//! The mail server of these tests: an independent program, `smtp_server.py`.

use base64::Engine as _;
use serde::Deserialize;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A running mail server; gone when dropped.
pub struct SmtpServer {
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    process: Child,
    _open: Option<ChildStdin>,
}

/// A message it has taken.
#[derive(Debug, Clone, Deserialize)]
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub tls: bool,
    raw: String,
}

impl Taken {
    /// The message, headers and all.
    pub fn source(&self) -> String {
        let bytes = base64::prelude::BASE64_STANDARD.decode(&self.raw).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// The message with quoted-printable undone, as far as these tests look at it.
    pub fn text(&self) -> String {
        self.source()
            .replace("=\r\n", "")
            .replace("=3D", "=")
            .replace("=3d", "=")
    }
}

impl SmtpServer {
    pub fn start(arguments: &[&str]) -> Self {
        let python = std::env::var("ROLLCALL_TEST_SMTP_PYTHON").unwrap_or_else(|_| {
            panic!("ROLLCALL_TEST_SMTP_PYTHON is not set: run `cargo xtask test`, or set it to a Python with aiosmtpd")
        });
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail");
        let mut process = Command::new(python)
            .arg("smtp_server.py")
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let complaints = BufReader::new(process.stderr.take().unwrap()).lines();
        // Captured with what the test prints: they are seen where the test fails, and only there.
        std::thread::spawn(move || {
            for line in complaints.map_while(Result::ok) {
                eprintln!("mail server: {line}");
            }
        });
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = lines.next().unwrap().unwrap().parse().unwrap();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let list = Arc::clone(&taken);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let message = serde_json::from_str(&line).unwrap();
                list.lock().unwrap_or_else(PoisonError::into_inner).push(message);
            }
        });
        Self {
            port,
            taken,
            _open: process.stdin.take(),
            process,
        }
    }

    /// Everything it has taken, once that is `count` messages.
    pub async fn taken(&self, count: usize) -> Vec<Taken> {
        for _ in 0..6_000 {
            let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if taken.len() >= count {
                return taken;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{count} messages did not arrive");
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
