//! No number is read in part: of "10.0.0.1", "4.2.1" or "7:14" no digits are a figure by themselves.

use super::scene::{Draft, Scene};
use crate::span::Span;

/// Drops figures that begin or end within a run of digits, separators and signs.
pub fn refine(scene: &Scene, mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.retain(|draft| is_whole(scene.text.as_str(), draft.figure.span));
    drafts
}

fn is_whole(raw: &str, span: Span) -> bool {
    let (before, inner, behind) = (&raw[..span.start as usize], &raw[span.range()], &raw[span.end as usize..]);
    let goes_on_before = inner.starts_with(|c: char| c.is_numeric() || c == '.') && {
        let mut back = before.chars().rev();
        let (last, other) = (back.next(), back.next());
        // "ID.4"
        let named = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        runs_on(last, other) || last == Some('.') && named(other) || inner.starts_with('.') && named(last)
    };
    let goes_on_behind = inner.ends_with(char::is_numeric) && {
        let mut next = behind.chars();
        runs_on(next.next(), next.next())
    };
    // "-30-" ends a manuscript.
    let enclosed = inner.starts_with('-') && behind.starts_with('-');
    !goes_on_before && !goes_on_behind && !enclosed
}

/// Whether a number goes on over the next characters: a digit of any writing, or a separator and a digit.
fn runs_on(next: Option<char>, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    digit(next) || next.is_some_and(is_separator) && digit(after)
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '\'' | '’' | '·' | '٫' | '٬' | '-' | '‐' | '‑' | '–' | '−' | '+')
}
