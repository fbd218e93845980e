//! Email on its way out: configuration, the message as mail programs want it, and the conversation with the mail server.
//!
//! Nothing of a message's content, and nothing of the mail server's password, reaches the log.

mod compose;
mod smtp;

use anyhow::Context as _;
use domain::messages::Attempt;
use domain::time::Timestamp;
use lettre::message::Mailbox;
use smtp::Smtp;
use std::path::PathBuf;
use store::messages::Outgoing;

/// Where email goes.
#[derive(Debug, Clone, Default, clap::Args)]
#[group(id = "mail")]
pub struct Args {
    /// The mail server: `smtps://USER:PASSWORD@HOST`, or `smtp://USER:PASSWORD@HOST` for STARTTLS, which is insisted on
    /// unless the host is this machine. Without it messages are kept, to be read in the console.
    #[arg(
        long,
        env = "ROLLCALL_SMTP_URL",
        hide_env_values = true,
        requires = "mail_from"
    )]
    pub smtp_url: Option<String>,
    /// The sender: `noreply@example.org` or `Example Academy <noreply@example.org>`.
    #[arg(long, env = "ROLLCALL_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// A PEM file with the certificate that the mail server's own is signed with, where the system does not know it.
    #[arg(long, env = "ROLLCALL_SMTP_CA")]
    pub smtp_ca: Option<PathBuf>,
}

/// What takes messages from the outbox.
#[derive(Debug, Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp {
        /// The conversation with it.
        smtp: Smtp,
        /// The sender.
        from: Mailbox,
    },
    /// Nothing: messages stay to be read in the console.
    Console,
}

impl Mailer {
    /// As configured. Does not connect yet: a mail server that is down must not keep Rollcall from starting.
    pub fn new(args: &Args) -> anyhow::Result<Self> {
        let Some(url) = &args.smtp_url else {
            return Ok(Self::Console);
        };
        let from = args
            .mail_from
            .as_deref()
            .context("--mail-from is needed with --smtp-url")?;
        let from = from
            .parse()
            .with_context(|| format!("--mail-from is no email address: {from}"))?;
        let certificate = match &args.smtp_ca {
            Some(path) => Some(std::fs::read(path).with_context(|| format!("--smtp-ca {}", path.display()))?),
            None => None,
        };
        Ok(Self::Smtp {
            smtp: Smtp::new(url, certificate.as_deref())?,
            from,
        })
    }

    /// Whether there is a mail server.
    pub const fn sends(&self) -> bool {
        matches!(self, Self::Smtp { .. })
    }

    /// Sends a message, or leaves it to be read.
    pub async fn send(&self, outgoing: &Outgoing, now: Timestamp) -> Attempt {
        match self {
            Self::Console => Attempt::Kept,
            Self::Smtp { smtp, from } => match compose::message(outgoing, from, now) {
                Ok(message) => smtp.send(message).await,
                Err(why) => Attempt::Refused(format!("not sent: {why}")),
            },
        }
    }
}
