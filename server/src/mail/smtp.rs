//! The conversation with the mail server, and what its answers mean.

use anyhow::{Context as _, anyhow};
use domain::messages::Attempt;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::response::Response;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use std::error::Error as _;
use std::time::Duration;

/// How long one step of the conversation may take.
const STEP: Duration = Duration::from_secs(30);
/// How long all of it may take; shorter than a worker's lease.
const WHOLE: Duration = Duration::from_secs(90);
/// The most conversations at a time.
const CONNECTIONS: u32 = 8;

/// A mail server.
#[derive(Debug, Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

/// How the conversation is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Privacy {
    /// TLS from the first byte.
    Wrapped,
    /// TLS after a plain greeting, or no conversation at all.
    StartTls,
    /// None; for a server on this machine.
    Plain,
}

impl Smtp {
    /// The server at an address, whose certificate is signed by one the system knows or by `certificate` (PEM).
    pub fn new(url: &str, certificate: Option<&[u8]>) -> anyhow::Result<Self> {
        // The address holds a password, so no message repeats it.
        let wrong =
            || anyhow!("--smtp-url: write smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST:587");
        let uri: http::Uri = url.parse().map_err(|_| wrong())?;
        let host = uri.host().ok_or_else(wrong)?;
        let privacy = privacy(uri.scheme_str(), host, uri.query()).ok_or_else(wrong)?;
        let plain = url.split_once('?').map_or(url, |(address, _)| address);
        let address = match privacy {
            Privacy::StartTls => format!("{plain}?tls=required"),
            Privacy::Wrapped | Privacy::Plain => plain.to_owned(),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address).map_err(|_| wrong())?;
        if let Some(certificate) = certificate {
            let certificate =
                Certificate::from_pem(certificate).context("--smtp-ca is no certificate in PEM")?;
            let parameters = TlsParameters::builder(host.to_owned())
                .add_root_certificate(certificate)
                .build()?;
            builder = match privacy {
                Privacy::Wrapped => builder.tls(Tls::Wrapper(parameters)),
                Privacy::StartTls => builder.tls(Tls::Required(parameters)),
                Privacy::Plain => builder,
            };
        }
        let pool = PoolConfig::new()
            .max_size(CONNECTIONS)
            .idle_timeout(Duration::from_secs(20));
        Ok(Self {
            transport: builder.timeout(Some(STEP)).pool_config(pool).build(),
        })
    }

    /// Hands a message over.
    pub async fn send(&self, message: Message) -> Attempt {
        match tokio::time::timeout(WHOLE, self.transport.send(message)).await {
            Ok(Ok(response)) => Attempt::Sent(answer(&response)),
            Ok(Err(error)) => failed(&error),
            Err(_) => Attempt::Postponed("the mail server took too long".to_owned()),
        }
    }
}

fn privacy(scheme: Option<&str>, host: &str, query: Option<&str>) -> Option<Privacy> {
    let here = matches!(host, "localhost" | "127.0.0.1" | "[::1]" | "::1");
    match (scheme, query) {
        (Some("smtps"), None) => Some(Privacy::Wrapped),
        (Some("smtp"), None) if here => Some(Privacy::Plain),
        (Some("smtp"), None | Some("tls=required")) => Some(Privacy::StartTls),
        _ => None,
    }
}

fn answer(response: &Response) -> String {
    let words: Vec<_> = response.message().collect();
    format!("{} {}", response.code(), words.join(" "))
}

/// A 5xx answer about the message is for good; one about who we are (RFC 4954) is a configuration to be mended, and
/// silence may end.
fn failed(error: &lettre::transport::smtp::Error) -> Attempt {
    let mut words = error.to_string();
    if let Some(cause) = error.source()
        && !words.contains(&cause.to_string())
    {
        words = format!("{words}: {cause}");
    }
    let about_us = error
        .status()
        .is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538));
    if error.is_permanent() && !about_us {
        Attempt::Refused(words)
    } else {
        Attempt::Postponed(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_spoken_to_in_the_open() {
        let of = |url: &str| {
            let uri: http::Uri = url.parse().unwrap();
            privacy(uri.scheme_str(), uri.host().unwrap(), uri.query())
        };
        assert_eq!(of("smtps://mail.example.org"), Some(Privacy::Wrapped));
        assert_eq!(of("smtp://u:p@mail.example.org:587"), Some(Privacy::StartTls));
        assert_eq!(of("smtp://localhost:2525"), Some(Privacy::Plain));
        assert_eq!(of("smtp://[::1]:2525"), Some(Privacy::Plain));
        assert_eq!(of("smtp://localhost:2525?tls=required"), Some(Privacy::StartTls));
        assert_eq!(of("smtp://mail.example.org?tls=opportunistic"), None);
        assert_eq!(of("https://mail.example.org"), None);
    }

    #[test]
    fn a_wrong_address_is_not_repeated() {
        let error = Smtp::new("https://user:secret@mail.example.org", None).unwrap_err();
        assert!(!format!("{error:#}").contains("secret"));
    }
}
