//! `rollcall serve`: HTTP and the background workers, until told to stop.

use crate::http::{self, Web};
use crate::mail::{self, Mailer};
use crate::workers::Workers;
use anyhow::Context as _;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use store::Store;
use store::messages::Links;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// How to serve.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, env = "ROLLCALL_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// The address people reach this server by, for links in emails; taken from `--listen` if not given. With https,
    /// cookies are marked secure.
    #[arg(long, env = "ROLLCALL_PUBLIC_URL")]
    public_url: Option<String>,
    /// The directory of scripts, styles and pictures, as `cargo xtask build` leaves it.
    #[arg(long, env = "ROLLCALL_SITE", default_value = "target/site")]
    site: PathBuf,
    /// Believe the last address in `X-Forwarded-For`: only behind a proxy of one's own that sets it.
    #[arg(long, env = "ROLLCALL_BEHIND_PROXY")]
    behind_proxy: bool,
    /// Write the log as JSON, one object a line.
    #[arg(long, env = "ROLLCALL_LOG_JSON")]
    log_json: bool,
    #[command(flatten)]
    mail: mail::Args,
}

/// Serves until interrupted.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    log(args.log_json);
    let mailer = Mailer::new(&args.mail)?;
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let public_url = args.public_url.unwrap_or_else(|| format!("http://{address}"));
    let set_up_token = store::owner::set_up_token(store)?;
    println!("listening on http://{address}");
    if store::owner::is_missing(store).await? {
        println!("This install has no owner yet. Open {public_url}/set-up and give this token:");
        println!("  {}", set_up_token.expose());
    }
    std::io::stdout().flush()?;
    let workers = Workers::start(store, mailer, Links::new(&public_url));
    let web = Web {
        store: store.clone(),
        public_url,
        behind_proxy: args.behind_proxy,
        set_up_token,
    };
    let service =
        http::router(http::site(&args.site), web).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(stopped())
        .await?;
    workers.stop().await;
    Ok(ExitCode::SUCCESS)
}

fn log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if json { log.json().init() } else { log.init() }
}

/// Resolves on an interrupt or a request to terminate.
async fn stopped() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        if let Ok(mut signal) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            signal.recv().await;
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
