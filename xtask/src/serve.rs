//! `www/` on localhost.

use crate::{build, offline, root};
use anyhow::{Result, anyhow};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// What the page may do; `www/` is written to work under it.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'";

/// Builds the page, serves it and opens it in a browser, or prints its address.
pub fn serve(port: u16, open: bool) -> Result<()> {
    build::make()?;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("cannot listen on port {port}: {error}"))?;
    let address = format!("http://localhost:{}/", server.server_addr().to_ip().map_or(port, |address| address.port()));
    println!("serving www/ at {address} (Ctrl-C ends it)");
    if open && display() {
        // A machine without a browser still serves: the address stands above.
        if let Err(error) = webbrowser::open(&address) {
            println!("no browser could be opened ({error})");
        }
    }
    let www = root().join("www");
    for request in server.incoming_requests() {
        // A reader who went away is no reason to stop.
        let _ = answer(request, &www);
    }
    Ok(())
}

fn display() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || std::env::var_os("DISPLAY").is_some()
        || std::env::var_os("WAYLAND_DISPLAY").is_some()
}

fn answer(request: Request, www: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(plain(405, "only GET and HEAD"));
    }
    let Some(path) = file(www, request.url()) else { return request.respond(plain(404, "not found")) };
    if path.ends_with(offline::LIST) {
        // As the files are now: whoever works on the page gets each change as a new version.
        offline::write(www).map_err(std::io::Error::other)?;
    }
    match std::fs::read(&path) {
        Ok(bytes) => {
            let mut response = Response::from_data(bytes).with_header(header("Content-Type", media_type(&path)));
            for (name, value) in SAFETY {
                response.add_header(header(name, value));
            }
            request.respond(response)
        }
        Err(_) => request.respond(plain(404, "not found")),
    }
}

/// What every answer carries.
const SAFETY: [(&str, &str); 5] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-cache"),
];

/// The file that an address names: below `www`, and nowhere else.
fn file(www: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| www.join(path))
}

fn plain(status: u16, words: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(words).with_status_code(StatusCode(status))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("an ASCII header")
}

/// The media type of a file of `www/`, by its ending.
pub fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_within_the_folder() {
        let www = Path::new("/srv/www");
        assert_eq!(file(www, "/"), Some(www.join("index.html")));
        assert_eq!(file(www, "/pkg/postil.js?x=1"), Some(www.join("pkg/postil.js")));
        assert_eq!(file(www, "/../Cargo.toml"), None);
        assert_eq!(file(www, "/pkg/../../Cargo.toml"), None);
        assert_eq!(file(www, "//etc/passwd"), Some(www.join("etc/passwd")));
    }
}
