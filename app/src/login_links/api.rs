//! The server function of login links.

use crate::api::ApiError;
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::MakeLoginLinks;
use domain::id::UserId;
use domain::login_links::{LoginLink, LoginLinkRefused};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Makes a link that signs in as `user`, once.
#[server(prefix = "/api", endpoint = "login_links/make", input = Json)]
pub(crate) async fn make_login_link(
    user: UserId,
    reason: String,
) -> Result<LoginLink, ApiError<LoginLinkRefused>> {
    use store::secrets::Purpose;
    let grant = session::grant::<MakeLoginLinks, LoginLinkRefused>()?;
    let made = store::login_links::make(grant, user, &reason).await?;
    let links = expect_context::<store::messages::Links>();
    let link = links.secret(Purpose::LoginLink, made.token.expose());
    Ok(LoginLink {
        qr: qr(&link),
        link,
        expires_at: made.expires_at,
    })
}

/// A link as a QR code; nothing where it is too long for one.
#[cfg(feature = "ssr")]
fn qr(link: &str) -> String {
    use qrcode::render::svg;
    qrcode::QrCode::new(link).map_or_else(
        |_| String::new(),
        |code| {
            let svg = code
                .render::<svg::Color>()
                .min_dimensions(200, 200)
                .dark_color(svg::Color("#000000"))
                .light_color(svg::Color("#ffffff"))
                .build();
            // Without the XML declaration, to stand inside of a page.
            svg.find("<svg")
                .and_then(|start| svg.get(start..))
                .unwrap_or_default()
                .to_owned()
        },
    )
}
