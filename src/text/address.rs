//! Addresses: URLs (RFC 3986, as people write them), bare domains, e-mail addresses (RFC 5322, the plain part).

use super::token::TokenKind;
use regex::bytes::Regex;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// The longest local part of an e-mail address, and the longest domain.
const LOCAL: usize = 64;
const DOMAIN: usize = 253;

/// The end of the address that begins with the word `at..end`, if one does.
pub(super) fn find(text: &str, at: usize, end: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    if bytes[end] == b':' {
        let scheme = &bytes[at..end];
        let known = [&b"http"[..], b"https", b"ftp", b"sftp"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return (known && bytes[end..].starts_with(b"://")).then(|| url_end(text, end + 3)).flatten();
    }
    if !bytes[at].is_ascii() {
        return None;
    }
    email(text, at, end).or_else(|| if bytes[end] == b'.' { domain(text, at, end) } else { None })
}

/// An e-mail address at the start of the bytes, its last label letters alone.
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)\A[0-9A-Za-z._%+-]*[0-9A-Za-z_%+-]@(?:[0-9A-Za-z-]+\.)+[A-Za-z][A-Za-z]+")
        .expect("a sound pattern")
});

fn email(text: &str, at: usize, end: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-');
    let sign = end + bytes[end..].iter().take(LOCAL).take_while(|b| local(b)).count();
    // The pattern is tried only where an "@" shows that it may fit.
    if bytes.get(sign) != Some(&b'@') || sign - at > LOCAL {
        return None;
    }
    let to = at + EMAIL.find(&bytes[at..bytes.len().min(sign + DOMAIN)])?.end();
    whole(text, to).then_some((to, TokenKind::Email))
}

fn domain(text: &str, at: usize, end: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    if !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let (to, dots) = host(bytes, at);
    if dots == 0 || to <= end {
        return None;
    }
    let last = bytes[at..to].rsplit(|b| *b == b'.').next().unwrap_or_default();
    let path = bytes.get(to) == Some(&b'/') && bytes.get(to + 1).is_some_and(u8::is_ascii_alphanumeric);
    let www = bytes[at..end].eq_ignore_ascii_case(b"www");
    let known = is_top_level(last) || ((www || path || dots > 1) && is_country(last) && bytes[at..to].is_ascii());
    if !known || !whole(text, to) {
        return None;
    }
    if path { url_end(text, to) } else { Some((to, TokenKind::Url)) }
}

/// The end of the host name that begins at `at`, and the stops within it.
fn host(bytes: &[u8], at: usize) -> (usize, usize) {
    let within = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let mut to = at + bytes[at..].iter().take(DOMAIN).take_while(|b| within(b)).count();
    if let Some(twice) = bytes[at..to].windows(2).position(|pair| pair == b"..") {
        to = at + twice;
    }
    while to > at && matches!(bytes[to - 1], b'.' | b'-') {
        to -= 1;
    }
    (to, bytes[at..to].iter().filter(|b| **b == b'.').count())
}

fn url_end(text: &str, at: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let within = |b: &u8| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'"' | b'`' | b'{' | b'}' | b'|' | b'\\');
    let mut to = at + bytes[at..].iter().take_while(|b| within(b)).count();
    let opened = bytes[at..to].contains(&b'(');
    while to > at {
        match bytes[to - 1] {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b']' | b'*' => to -= 1,
            b')' if !opened => to -= 1,
            _ => break,
        }
    }
    if to > at && !whole(text, to) {
        to -= 1;
    }
    (to > at).then_some((to, TokenKind::Url))
}

/// Whether no grapheme is cut at `to`, right after an ASCII character.
fn whole(text: &str, to: usize) -> bool {
    text.as_bytes().get(to).is_none_or(u8::is_ascii)
        || text[to - 1..].graphemes(true).next().is_some_and(|g| g.len() == 1)
}

/// Top-level domains that are no English words.
fn is_top_level(label: &[u8]) -> bool {
    matches!(
        label,
        b"com"
            | b"org"
            | b"net"
            | b"gov"
            | b"edu"
            | b"mil"
            | b"int"
            | b"info"
            | b"biz"
            | b"io"
            | b"uk"
            | b"eu"
            | b"au"
            | b"ca"
            | b"nz"
            | b"za"
            | b"ie"
            | b"de"
            | b"fr"
            | b"jp"
            | b"cn"
            | b"ru"
            | b"br"
            | b"ng"
            | b"ke"
            | b"ly"
            | b"tv"
            | b"fm"
            | b"app"
            | b"dev"
            | b"blog"
            | b"online"
            | b"xyz"
            | b"ch"
            | b"nl"
            | b"se"
            | b"dk"
            | b"pl"
            | b"ua"
            | b"kr"
            | b"COM"
            | b"ORG"
            | b"NET"
    )
}

/// Country domains that are English words too: trusted only in an address that is one for other reasons.
fn is_country(label: &[u8]) -> bool {
    matches!(
        label,
        b"in"
            | b"us"
            | b"it"
            | b"is"
            | b"me"
            | b"no"
            | b"at"
            | b"be"
            | b"so"
            | b"to"
            | b"my"
            | b"co"
            | b"es"
            | b"pk"
            | b"news"
    )
}
