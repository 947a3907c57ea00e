//! From bytes to the units of the export, by name.

/// A place in the text in the units of the export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Unicode code points before it.
    pub chars: u32,
    /// UTF-16 code units before it.
    pub utf16: u32,
}

/// Turns byte offsets into code points and UTF-16 units; one pass to build, a short scan to ask.
#[derive(Clone, Debug)]
pub struct Index<'t> {
    text: &'t str,
    marks: Vec<Position>,
}

const STEP: usize = 256;

impl<'t> Index<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut here = Position::default();
        for (at, c) in text.char_indices() {
            while marks.len() * STEP <= at {
                marks.push(here);
            }
            here.chars += 1;
            here.utf16 += c.len_utf16() as u32;
        }
        while marks.len() * STEP <= text.len() {
            marks.push(here);
        }
        Index { text, marks }
    }

    /// The position of byte `at`, which is on a `char` boundary.
    pub fn position(&self, at: u32) -> Position {
        let at = at as usize;
        let mark = at / STEP;
        let mut here = self.marks[mark];
        // Where each byte of a step is a character of its own there is nothing to scan.
        if self.marks.get(mark + 1).is_some_and(|next| next.chars - here.chars == STEP as u32) {
            let rest = (at - mark * STEP) as u32;
            return Position { chars: here.chars + rest, utf16: here.utf16 + rest };
        }
        // A mark counts the characters that begin before it: one may straddle it.
        let start = self.text.ceil_char_boundary(mark * STEP);
        for c in self.text[start.min(at)..at].chars() {
            here.chars += 1;
            here.utf16 += c.len_utf16() as u32;
        }
        here
    }

    /// The byte where UTF-16 unit `utf16` begins; none past the end of the text, or within a surrogate pair.
    pub fn byte(&self, utf16: u32) -> Option<u32> {
        let mark = self.marks.partition_point(|mark| mark.utf16 <= utf16) - 1;
        let start = self.text.ceil_char_boundary(mark * STEP);
        let mut here = self.marks[mark].utf16;
        for (at, c) in self.text[start..].char_indices() {
            if here >= utf16 {
                return (here == utf16).then_some((start + at) as u32);
            }
            here += c.len_utf16() as u32;
        }
        (here == utf16).then_some(self.text.len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "né🙂".repeat(300);
        let index = Index::new(&text);
        for (at, _) in text.char_indices() {
            let before = &text[..at];
            let expected =
                Position { chars: before.chars().count() as u32, utf16: before.encode_utf16().count() as u32 };
            assert_eq!(index.position(at as u32), expected, "at byte {at}");
            assert_eq!(index.byte(expected.utf16), Some(at as u32), "at byte {at}");
        }
        assert_eq!(index.byte(index.position(text.len() as u32).utf16), Some(text.len() as u32));
        assert_eq!(index.byte(3), None, "within a pair");
        assert_eq!(index.byte(text.len() as u32), None, "past the end");
        assert_eq!(index.position(text.len() as u32).chars, text.chars().count() as u32);
    }
}
