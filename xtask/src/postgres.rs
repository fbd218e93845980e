//! A private `PostgreSQL` cluster for one command: on a free port, in a temporary directory,
//! trusting everybody on this machine, and not caring to survive a power cut.
//!
//! A small shell script keeps it: it starts the server, waits for its standard input to end, stops
//! the server and removes the directory. However this process ends, the kernel closes that input,
//! so that neither a failed test nor Ctrl-C nor a kill leaves a server behind.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::{self, Piece};

const KEEPER: &str = r#"
set -eu
bin=$1 port=$2
home=$(mktemp -d "${TMPDIR:-/tmp}/rollcall-postgres.XXXXXX")
trap '' INT
trap '"$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1; rm -rf "$home"' EXIT
"$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -o "-h 127.0.0.1 -p $port -k $home \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start >/dev/null \
  || { cat "$home/log" >&2; exit 1; }
echo ready
cat >/dev/null
"#;

/// A running cluster; dropping it stops it.
pub struct Cluster {
    keeper: Child,
    port: u16,
}

impl Cluster {
    /// Makes and starts a cluster, in two or three seconds.
    ///
    /// # Errors
    /// When `PostgreSQL` is missing or does not start; its log is printed.
    pub fn start() -> Result<Self> {
        let binaries = setup::postgres_binaries().context("PostgreSQL is not installed")?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut keeper = unprivileged_shell()
            .args(["-c", KEEPER, "keeper"])
            .arg(binaries)
            .arg(port.to_string())
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Ctrl-C is for us; the keeper ends when we do.
            .process_group(0)
            .spawn()
            .context("cannot start the shell that keeps PostgreSQL")?;
        let mut line = String::new();
        if let Some(stdout) = keeper.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let cluster = Self { keeper, port };
        if line.trim() != "ready" {
            bail!("PostgreSQL did not start");
        }
        Ok(cluster)
    }

    /// Where it listens, as its superuser.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // The keeper reports its own failures; there is nobody left to tell about another.
        let _stopped = self.keeper.wait();
    }
}

/// Keeps a cluster until this process is ended.
pub fn command() -> Result<()> {
    setup::ensure(&[Piece::Postgres])?;
    let cluster = Cluster::start()?;
    println!("export ROLLCALL_TEST_POSTGRES={}", cluster.url());
    loop {
        thread::park();
    }
}

/// `initdb` refuses to run as root: then it runs as whoever owns the system's own cluster.
fn unprivileged_shell() -> Command {
    if !process::is_root() {
        return Command::new("sh");
    }
    let has_own_user = process::answer(Command::new("id").args(["-u", "postgres"])).is_some();
    let mut shell = Command::new("runuser");
    shell.args(["-u", if has_own_user { "postgres" } else { "nobody" }, "--", "sh"]);
    shell
}
