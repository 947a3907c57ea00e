//! Words found again in a text that may have changed: first where they stood, with what stood around them; then wherever
//! the same words have the most of that around them; then by words that are nearly the same.
//!
//! Words with another number are other words, however near: "$4.2 million" is not found in "$4.3 million".
//!
//! The last follows Hypothesis: an approximate search within a bound on the edits, by Myers' bit vectors ("A fast
//! bit-vector algorithm for approximate string matching", 1999), that gives up where two places are equally good.

use super::wire;
use crate::decision::occurrences;
use crate::span::Span;
use crate::text::Index;

/// One edit is allowed in so many characters.
const EDIT: usize = 5;

/// The shortest words that are looked for approximately, in characters.
const SHORTEST: usize = 8;

/// Longer words are looked for by so many characters at each of their ends.
const END: usize = 32;

/// Approximate searches in one text: each reads the whole of it.
const SEARCHES: usize = 200;

/// Places of the same words that are compared.
const PLACES: usize = 500;

/// Looks for anchors in a text.
pub struct Finder<'t> {
    text: &'t str,
    index: Index<'t>,
    searches: usize,
}

impl<'t> Finder<'t> {
    pub fn new(text: &'t str) -> Finder<'t> {
        Finder { text, index: Index::new(text), searches: SEARCHES }
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// Where words first occur as words of their own.
    pub fn first(&self, words: &str) -> Option<Span> {
        occurrences(self.text, words).first().copied()
    }

    /// Where an anchor is, or nearly the same words are; none where that is not sure.
    pub fn find(&mut self, anchor: &wire::Span) -> Option<Span> {
        self.find_same(anchor).or_else(|| self.nearly(anchor.exact.as_deref()?))
    }

    /// Where the very words of an anchor are; none where that is not sure.
    pub fn find_same(&self, anchor: &wire::Span) -> Option<Span> {
        let stood = self.index.byte(anchor.start16).zip(self.index.byte(anchor.end16));
        let stood = stood.filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end));
        let Some(exact) = anchor.exact.as_deref() else { return stood };
        let stood = stood.filter(|span| &self.text[span.range()] == exact);
        stood.filter(|span| self.is_framed(anchor, *span)).or_else(|| self.quoted(anchor, exact, stood))
    }

    /// Whether all that stood around an anchor stands around a span.
    fn is_framed(&self, anchor: &wire::Span, span: Span) -> bool {
        let (before, after) = (&self.text[..span.start as usize], &self.text[span.end as usize..]);
        before.ends_with(anchor.prefix.as_deref().unwrap_or(""))
            && after.starts_with(anchor.suffix.as_deref().unwrap_or(""))
    }

    /// By the words and what stands around them; of places that are equally good by where they stood.
    fn quoted(&self, anchor: &wire::Span, exact: &str, stood: Option<Span>) -> Option<Span> {
        if exact.is_empty() {
            return None;
        }
        let (prefix, suffix) = (anchor.prefix.as_deref().unwrap_or(""), anchor.suffix.as_deref().unwrap_or(""));
        let mut best: Option<(usize, Span)> = None;
        let (mut count, mut tie) = (0, false);
        for (at, _) in self.text.match_indices(exact).take(PLACES) {
            let span = Span::of(at..at + exact.len());
            if !self.is_whole(span) {
                continue;
            }
            count += 1;
            let before = self.text[..at].chars().rev().zip(prefix.chars().rev()).take_while(|(a, b)| a == b).count();
            let after = self.text[at + exact.len()..].chars().zip(suffix.chars()).take_while(|(a, b)| a == b).count();
            let score = before + after;
            match best {
                Some((most, _)) if score == most && stood == Some(span) => (best, tie) = (Some((score, span)), false),
                Some((most, last)) if score == most => tie = stood != Some(last),
                Some((most, _)) if score < most => {}
                _ => (best, tie) = (Some((score, span)), false),
            }
        }
        let (score, span) = best?;
        let known = score >= 6 || count == 1 && exact.chars().count() >= 6;
        (!tie && known).then_some(span)
    }

    /// By words that are nearly the same.
    fn nearly(&mut self, exact: &str) -> Option<Span> {
        let words: Vec<char> = exact.chars().collect();
        if words.len() < SHORTEST || self.searches == 0 {
            return None;
        }
        self.searches -= 1;
        let span = if words.len() <= 2 * END {
            self.approximate(&words)?
        } else {
            let (first, last) = (self.approximate(&words[..END])?, self.approximate(&words[words.len() - END..])?);
            let length = self.text.get(first.start as usize..last.end as usize)?.chars().count();
            if length.abs_diff(words.len()) > words.len() / EDIT {
                return None;
            }
            first.cover(last)
        };
        let digits = |words: &str| words.chars().filter(char::is_ascii_digit).collect::<String>();
        (self.is_whole(span) && digits(self.slice(span)) == digits(exact)).then_some(span)
    }

    /// The one place where a pattern of at most 64 characters stands with the fewest edits.
    fn approximate(&self, pattern: &[char]) -> Option<Span> {
        let most = pattern.len() / EDIT;
        let (mut best, mut edits, mut tie) = (0, most + 1, false);
        scan(pattern, self.text.char_indices(), |at, c, found| {
            let end = at + c.len_utf8();
            if found < edits {
                (best, edits, tie) = (end, found, false);
            } else if found == edits && edits <= most && end > best + pattern.len() {
                tie = true;
            }
        });
        if edits > most || tie {
            return None;
        }
        // From its end backwards, the start that needs no more edits.
        let reversed: Vec<char> = pattern.iter().rev().copied().collect();
        let near = self.text.floor_char_boundary(best.saturating_sub(8 * pattern.len()));
        let window = &self.text[near..best];
        let mut start = None;
        scan(&reversed, window.char_indices().rev(), |at, _, found| {
            // The first that is good enough is the shortest.
            if found <= edits && start.is_none() {
                start = Some(near + at);
            }
        });
        start.map(|start| Span::of(start..best))
    }

    /// Whether a span begins and ends where words do.
    fn is_whole(&self, span: Span) -> bool {
        let range = span.range();
        let edge = |inner: Option<char>, outer: Option<char>| {
            !(inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric))
        };
        let words = &self.text[range.clone()];
        edge(words.chars().next(), self.text[..range.start].chars().next_back())
            && edge(words.chars().next_back(), self.text[range.end..].chars().next())
    }
}

/// Calls `see` for each character, with the fewest edits of any match that ends with it.
fn scan(pattern: &[char], text: impl Iterator<Item = (usize, char)>, mut see: impl FnMut(usize, char, usize)) {
    // Where each character stands in the pattern, as bits; what is not ASCII is looked up one by one.
    let mut ascii = [0u64; 128];
    let mut others: Vec<(char, u64)> = Vec::new();
    for (at, c) in pattern.iter().enumerate() {
        match ascii.get_mut(*c as usize) {
            Some(mask) => *mask |= 1 << at,
            None => others.push((*c, 1 << at)),
        }
    }
    let mask = |c: char| match ascii.get(c as usize) {
        Some(mask) => *mask,
        None => others.iter().filter(|(other, _)| *other == c).fold(0, |mask, (_, bit)| mask | bit),
    };
    let top = 1u64 << (pattern.len() - 1);
    let (mut plus, mut minus, mut edits) = (u64::MAX, 0u64, pattern.len());
    for (at, c) in text {
        let equal = mask(c);
        let vertical = equal | minus;
        let horizontal = ((equal & plus).wrapping_add(plus) ^ plus) | equal;
        let (mut up, mut down) = (minus | !(horizontal | plus), plus & horizontal);
        edits += usize::from(up & top != 0);
        edits -= usize::from(down & top != 0);
        up <<= 1;
        down <<= 1;
        plus = down | !(vertical | up);
        minus = up & vertical;
        see(at, c, edits);
    }
}
