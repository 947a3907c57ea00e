//! From inner spans to the spans of the format: bytes become code points and UTF-16 here and nowhere else.

use super::wire;
use crate::span::Span;
use crate::text::Index;
use unicode_segmentation::GraphemeCursor;

/// Code points of context that an item's span carries on each side.
const CONTEXT: usize = 32;

pub struct Anchors<'t> {
    text: &'t str,
    index: Index<'t>,
}

impl<'t> Anchors<'t> {
    pub fn new(text: &'t str) -> Self {
        Anchors { text, index: Index::new(text) }
    }

    /// The span on grapheme boundaries and without outer white space; `None` if nothing is left.
    pub fn fit(&self, span: Span) -> Option<Span> {
        let end = span.end.min(self.text.len() as u32);
        let mut start = self.boundary_before(span.start.min(end) as usize);
        let mut end = self.boundary_after(end as usize);
        while let Some(c) = self.text[start..end].chars().next()
            && c.is_whitespace()
            && self.is_boundary(start + c.len_utf8())
        {
            start += c.len_utf8();
        }
        while let Some(c) = self.text[start..end].chars().next_back()
            && c.is_whitespace()
            && self.is_boundary(end - c.len_utf8())
        {
            end -= c.len_utf8();
        }
        (start < end).then(|| Span::of(start..end))
    }

    /// Where an item is: with its words and what stands around them.
    pub fn anchor(&self, span: Span) -> Option<wire::Span> {
        let span = self.fit(span)?;
        let mut wire = self.positions(span);
        wire.exact = Some(self.text[span.range()].to_owned());
        wire.prefix = Some(last(&self.text[..span.start as usize], CONTEXT).to_owned());
        wire.suffix = Some(first(&self.text[span.end as usize..], CONTEXT).to_owned());
        Some(wire)
    }

    /// A place inside an item or beside it: with its words.
    pub fn quote(&self, span: Span) -> Option<wire::Span> {
        let span = self.fit(span)?;
        let mut wire = self.positions(span);
        wire.exact = Some(self.text[span.range()].to_owned());
        Some(wire)
    }

    /// A place alone.
    pub fn place(&self, span: Span) -> Option<wire::Span> {
        self.fit(span).map(|span| self.positions(span))
    }

    /// The length of the text in both units.
    pub fn length(&self) -> wire::Length {
        let end = self.index.position(self.text.len() as u32);
        wire::Length { code_point: end.chars, utf16: end.utf16, rest: wire::Rest::new() }
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    fn positions(&self, span: Span) -> wire::Span {
        let (start, end) = (self.index.position(span.start), self.index.position(span.end));
        wire::Span {
            start: start.chars,
            end: end.chars,
            start16: start.utf16,
            end16: end.utf16,
            exact: None,
            prefix: None,
            suffix: None,
            rest: wire::Rest::new(),
        }
    }

    fn is_boundary(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        if at == 0 || at >= bytes.len() {
            return true;
        }
        if bytes[at].is_ascii() && bytes[at - 1].is_ascii() {
            return bytes[at - 1] != b'\r' || bytes[at] != b'\n';
        }
        GraphemeCursor::new(at, bytes.len(), true).is_boundary(self.text, 0).unwrap_or(true)
    }

    fn boundary_before(&self, at: usize) -> usize {
        let at = self.text.floor_char_boundary(at);
        if self.is_boundary(at) {
            return at;
        }
        GraphemeCursor::new(at, self.text.len(), true).prev_boundary(self.text, 0).ok().flatten().unwrap_or(at)
    }

    fn boundary_after(&self, at: usize) -> usize {
        let at = self.text.ceil_char_boundary(at);
        if self.is_boundary(at) {
            return at;
        }
        GraphemeCursor::new(at, self.text.len(), true).next_boundary(self.text, 0).ok().flatten().unwrap_or(at)
    }
}

/// The first `count` code points.
pub fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

/// The last `count` code points.
pub fn last(text: &str, count: usize) -> &str {
    if count == 0 {
        return "";
    }
    text.char_indices().nth_back(count - 1).map_or(text, |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_to_graphemes_and_trims() {
        let text = " e\u{301}t\u{e9} \u{301} x ";
        let anchors = Anchors::new(text);
        // From within the first letter's marks to the white space after the x.
        let span = anchors.fit(Span::of(2..text.len())).expect("something is left");
        assert_eq!(anchors.slice(span), "e\u{301}t\u{e9} \u{301} x");
        // White space that carries a mark is no white space.
        assert_eq!(anchors.fit(Span::of(7..10)).map(|span| anchors.slice(span)), Some(" \u{301}"));
        assert_eq!(anchors.fit(Span::of(0..1)), None);
        assert_eq!(anchors.fit(Span::of(3..3)).map(|span| anchors.slice(span)), Some("e\u{301}"));
    }

    #[test]
    fn counts_code_points() {
        assert_eq!((first("né🙂", 2), last("né🙂", 2)), ("né", "é🙂"));
        assert_eq!((first("né🙂", 0), last("né🙂", 0)), ("", ""));
        assert_eq!((first("né🙂", 9), last("né🙂", 9)), ("né🙂", "né🙂"));
    }
}
