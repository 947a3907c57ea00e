//! Splitting a block into tokens.
//!
//! A table of byte classes drives a single pass; plain ASCII, which news mostly is, takes the short way,
//! and only beside other characters are grapheme clusters worked out, so that no token ends within one.

use super::abbreviation::{self, Class};
use super::address;
use super::token::{Shape, Token, TokenKind};
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Whether a character parts tokens and stands in none: white space, and the marks that show nothing.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Takes white space off both ends, and with it any grapheme that only a mark on a space makes.
pub(super) fn trim(raw: &str, span: Span) -> Span {
    let Span { mut start, mut end } = span;
    let text = |start: u32, end: u32| &raw[start as usize..end as usize];
    loop {
        let (from, to) = (start, end);
        let inner = text(start, end).trim_start_matches(is_gap);
        start = end - inner.len() as u32;
        end = start + inner.trim_end_matches(is_gap).len() as u32;
        if start == end {
            return Span::new(start, end);
        }
        if start > from && !raw.as_bytes()[start as usize].is_ascii() {
            let space = text(from, start).chars().next_back().map_or(1, char::len_utf8) as u32;
            let cluster = text(start - space, end).graphemes(true).next().map_or(0, str::len) as u32;
            start = start.max(start - space + cluster);
        }
        // A few characters join what follows them, a space too.
        while start < end && !raw.as_bytes()[end as usize - 1].is_ascii() {
            let last = text(start, end).chars().next_back().map_or(1, char::len_utf8) as u32;
            let cluster = text(end - last, to).graphemes(true).next().map_or(0, str::len) as u32;
            if cluster <= last {
                break;
            }
            end -= last;
        }
        if text(start, end).trim_matches(is_gap).len() as u32 == end - start {
            return Span::new(start, end);
        }
    }
}

/// Splits `block`, which is a span of `raw`, and puts its tokens and their norms after the others.
pub(super) fn split(raw: &str, block: Span, tokens: &mut Vec<Token>, folded: &mut String) {
    let text = &raw[block.range()];
    let plain = text.is_ascii();
    let fold = folded.len() as u32;
    if plain {
        folded.push_str(text);
        folded[fold as usize..].make_ascii_lowercase();
    }
    let first = tokens.len();
    Splitter { text, bytes: text.as_bytes(), base: block.start, plain: plain.then_some(fold), tokens, folded, first }
        .run();
}

/// Puts the whole of `span` after the other tokens as one token, of the kind that most of it has.
pub(super) fn one(raw: &str, span: Span, tokens: &mut Vec<Token>, folded: &mut String) {
    let (first, fold) = (tokens.len(), folded.len());
    split(raw, span, tokens, folded);
    let parts = tokens.split_off(first);
    folded.truncate(fold);
    let words = &raw[span.range()];
    let kind = match parts.as_slice() {
        [part] => part.kind,
        _ if words.bytes().any(|byte| byte.is_ascii_digit()) => TokenKind::Mixed,
        _ if words.chars().any(char::is_alphabetic) => TokenKind::Word,
        [part, ..] => part.kind,
        [] => TokenKind::Other,
    };
    fold_into(words, folded);
    let shape = match kind {
        TokenKind::Number | TokenKind::Punct | TokenKind::Symbol => Shape::Caseless,
        _ => Shape::of(words),
    };
    tokens.push(Token { span, norm: Span::of(fold..folded.len()), kind, shape });
}

struct Splitter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    base: u32,
    /// Where the folded block begins, when the block is plain ASCII and folded as one.
    plain: Option<u32>,
    tokens: &'t mut Vec<Token>,
    folded: &'t mut String,
    first: usize,
}

impl Splitter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.bytes.len() {
            let byte = self.bytes[at];
            at = match byte {
                b' ' | b'\n' if self.lone(at) => at + 1,
                b'a'..=b'z' | b'A'..=b'Z' => self.word(at),
                b'0'..=b'9' => self.number(at),
                b'.' if self.digit(at + 1) && !self.close_before(at) => self.number(at),
                b'@' | b'#' => self.tag(at),
                b'\'' => self.apostrophe(at, 1),
                b'.' | b'-' | b'*' | b'=' | b'_' | b'~' | b'`' => self.repeated(at),
                0..=0x7f if self.lone(at) => {
                    if !is_gap(byte as char) {
                        self.push(at, at + 1, sign(byte as char));
                    }
                    at + 1
                }
                _ => self.grapheme(at),
            };
        }
    }

    /// Whether the byte at `at`, an ASCII one, is a grapheme by itself.
    fn lone(&self, at: usize) -> bool {
        self.bytes.get(at + 1).is_none_or(u8::is_ascii)
    }

    fn digit(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(u8::is_ascii_digit)
    }

    fn letter(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
    }

    /// Whether a word, a number or a stop ends right before `at`.
    fn close_before(&self, at: usize) -> bool {
        at > 0
            && (self.bytes[at - 1].is_ascii_alphanumeric()
                || !self.bytes[at - 1].is_ascii()
                || self.bytes[at - 1] == b'.')
            && !matches!(self.text[..at].chars().next_back(), Some('£' | '€' | '¥' | '–' | '—' | '“' | '‘'))
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The end of the grapheme that begins at `at`.
    fn grapheme_end(&self, at: usize) -> usize {
        if self.bytes[at].is_ascii() && self.lone(at) {
            return at + 1;
        }
        at + self.text[at..].graphemes(true).next().map_or(1, str::len)
    }

    /// A token of one grapheme, or a word that begins with a letter beyond ASCII.
    fn grapheme(&mut self, at: usize) -> usize {
        let Some(c) = self.char_at(at) else { return at + 1 };
        let end = self.grapheme_end(at);
        if is_gap(c) || self.text[at..end].ends_with(is_gap) {
            return end;
        }
        if c.is_alphabetic() {
            return self.word(at);
        }
        if c.is_numeric() {
            let mut end = end;
            while end < self.bytes.len()
                && !self.bytes[end].is_ascii()
                && self.char_at(end).is_some_and(char::is_numeric)
            {
                end = self.grapheme_end(end);
            }
            self.push(at, end, TokenKind::Number);
            return end;
        }
        if c == '’' && end == at + c.len_utf8() {
            return self.apostrophe(at, c.len_utf8());
        }
        let simple = end == at + c.len_utf8();
        self.push(at, end, if simple { sign(c) } else { TokenKind::Other });
        end
    }

    /// The end of the run of letters and digits that begins at `at`.
    fn run_end(&self, mut at: usize) -> usize {
        let from = at;
        loop {
            while at < self.bytes.len() && is_wordly(self.bytes[at]) {
                at += 1;
            }
            if at >= self.bytes.len() || self.bytes[at].is_ascii() {
                return at;
            }
            // A mark may belong to the last letter.
            let mut here = if at > from && self.bytes[at - 1].is_ascii() { at - 1 } else { at };
            let mut went = false;
            for cluster in self.text[here..].graphemes(true) {
                let c = cluster.chars().next().unwrap_or(' ');
                let ascii = cluster.len() == 1;
                if ascii && here >= at {
                    break;
                }
                let within = (c.is_alphanumeric() && !cluster.ends_with(is_gap))
                    || (c == '\u{ad}' && self.char_at(here + 2).is_some_and(char::is_alphabetic));
                if !within {
                    return here;
                }
                here += cluster.len();
                went |= here > at;
            }
            at = here;
            if !went || at >= self.bytes.len() || !is_wordly(self.bytes[at]) {
                return at;
            }
        }
    }

    /// A word, from its first letter: with what hangs on it.
    fn word(&mut self, at: usize) -> usize {
        let mut end = self.run_end(at);
        if end == at {
            // A letter whose grapheme begins with something else: taken as it stands.
            end = self.grapheme_end(at);
            self.push(at, end, TokenKind::Other);
            return end;
        }
        if let Some(b':' | b'.' | b'@' | b'-' | b'+') = self.bytes.get(end)
            && let Some((end, kind)) = address::find(self.text, at, end)
        {
            self.push(at, end, kind);
            return end;
        }
        loop {
            let (mark, width) = match self.bytes.get(end) {
                Some(b'\'') => (b'\'', 1),
                Some(0xe2) if self.text[end..].starts_with('’') => (b'\'', '’'.len_utf8()),
                Some(b'&') => (b'&', 1),
                Some(b'.') => {
                    if let Some(stop) = self.stop(at, end) {
                        self.push(at, stop, TokenKind::Word);
                        return stop;
                    }
                    break;
                }
                _ => break,
            };
            let next = end + width;
            if self.grapheme_end(end) != next || !self.char_at(next).is_some_and(char::is_alphabetic) {
                break;
            }
            let more = self.run_end(next);
            if mark == b'&' {
                let before = self.text[..end].chars().next_back().is_some_and(char::is_uppercase);
                if !before || !self.char_at(next).is_some_and(char::is_uppercase) || more == next {
                    break;
                }
            } else if let Some(from) = self.clitic(at, end, next, more) {
                if from > at {
                    let to = self.push_run(at, from);
                    if to < from {
                        return to;
                    }
                }
                self.push(from, more, TokenKind::Word);
                return more;
            }
            if more == next {
                break;
            }
            end = more;
        }
        if end - at == 6 && self.bytes[at..end].eq_ignore_ascii_case(b"cannot") {
            self.push(at, at + 3, TokenKind::Word);
            self.push(at + 3, end, TokenKind::Word);
            return end;
        }
        self.push_run(at, end)
    }

    /// Where the clitic begins, if what follows the apostrophe (at `mark`) is one.
    fn clitic(&self, word: usize, mark: usize, next: usize, end: usize) -> Option<usize> {
        let tail = &self.bytes[next..end];
        if tail.len() > 2 {
            return None;
        }
        let is = |suffix: &[u8]| tail.eq_ignore_ascii_case(suffix);
        if is(b"t") {
            let n = mark.checked_sub(1)?;
            return (n > word && self.bytes[n].eq_ignore_ascii_case(&b'n')).then_some(n);
        }
        (is(b"s") || is(b"re") || is(b"ve") || is(b"ll") || is(b"d") || is(b"m")).then_some(mark)
    }

    /// The end of an abbreviation whose letters end at `end`, right before a stop.
    fn stop(&self, at: usize, end: usize) -> Option<usize> {
        let word = &self.text[at..end];
        // "U.S.", "a.m.", "J.K.": single letters, each with its stop.
        if end == at + 1 {
            let mut to = end + 1;
            while self.letter(to) && self.bytes.get(to + 1) == Some(&b'.') {
                to += 2;
            }
            if to > end + 1 {
                let last = self.letter(to) && !self.bytes.get(to + 1).is_some_and(|b| is_wordly(*b) || !b.is_ascii());
                let to = if last { to + 1 } else { to };
                return self.lone(to - 1).then_some(to);
            }
            if self.letter(to) && !self.bytes.get(to + 1).is_some_and(|b| is_wordly(*b) || !b.is_ascii()) {
                return Some(to + 1).filter(|to| self.lone(*to - 1));
            }
        }
        if !self.lone(end) {
            return None;
        }
        for degree in ["ph.d.", "b.sc.", "m.sc.", "ll.b.", "ll.m.", "ed.d.", "d.phil.", "m.phil.", "b.a.sc.", "w.va."] {
            let to = at + degree.len();
            if self.bytes.get(at..to).is_some_and(|bytes| bytes.eq_ignore_ascii_case(degree.as_bytes()))
                && self.lone(to - 1)
            {
                return Some(to);
            }
        }
        let stop = Some(end + 1);
        let rest = &self.bytes[end + 1..];
        let spaces = rest.iter().take(3).take_while(|b| matches!(b, b' ' | b'\n')).count();
        let next = rest.get(spaces).copied().unwrap_or(0);
        let before = self.tokens[self.first..].last();
        if end == at + 1 && self.bytes[at].is_ascii_uppercase() {
            // An initial, or a letter that a sentence ends with.
            if !next.is_ascii_uppercase() && next.is_ascii() {
                return if next == b',' && self.named_before() { stop } else { None };
            }
            let capital = self.char_at(end + 1 + spaces).is_some_and(char::is_uppercase);
            if !capital || (word == "I" && !self.named_before()) {
                return None;
            }
            let following = self.run_end(end + 1 + spaces);
            let following = self.text.get(end + 1 + spaces..following).unwrap_or("");
            let lower = following.len() > 1 && abbreviation::begins_sentence(&following.to_lowercase());
            return (!lower).then_some(end + 1);
        }
        let after_number = before.is_some_and(|token| token.kind == TokenKind::Number);
        let after_comma = before.is_some_and(|token| {
            token.kind == TokenKind::Punct
                && matches!(self.bytes[(token.span.start - self.base) as usize], b',' | b'-' | b'(')
        });
        let after_opener = before.is_some_and(|token| {
            token.kind == TokenKind::Punct
                && matches!(self.bytes[(token.span.start - self.base) as usize], b'(' | b'[' | b';')
        });
        let fits = |class: Class| match class {
            Class::Title | Class::End => true,
            Class::Number => (next == b'#' || next.is_ascii_digit()) && spaces > 0,
            Class::Place => {
                matches!(next, b',' | b';' | b')' | b'-' | b'0'..=b'9') || (after_comma && (next.is_ascii_lowercase()))
            }
            Class::Life => after_opener && spaces > 0 && (next.is_ascii_digit() || next.is_ascii_uppercase()),
            Class::Unit => after_number && !(next == 0 || (spaces > 0 && next.is_ascii_uppercase()) || next == b'"'),
        };
        abbreviation::class(word, fits).map(|_| end + 1)
    }

    /// Whether the token before is a capitalised word: a name may be under way.
    fn named_before(&self) -> bool {
        self.tokens[self.first..]
            .last()
            .is_some_and(|token| matches!(token.shape, Shape::Title | Shape::Initial | Shape::MixedCase))
    }

    /// A number, from its first digit or decimal point.
    fn number(&mut self, at: usize) -> usize {
        let digits = |mut from: usize| {
            while self.digit(from) {
                from += 1;
            }
            from
        };
        let mut end = digits(at);
        // A clock glued to the year, "March 4, 202412:45 PM": the year is a number of its own.
        let glued = matches!(end - at, 5 | 6) && self.bytes.get(end) == Some(&b':') && self.digit(end + 1);
        if glued && matches!(&self.bytes[at..at + 2], b"19" | b"20") {
            self.push(at, at + 4, TokenKind::Number);
            return at + 4;
        }
        // Groups of three, or of two and then three as India writes them.
        while self.bytes.get(end) == Some(&b',') && end > at && end - at <= 3 || self.grouped(at, end) {
            let next = digits(end + 1);
            let two = next - end == 3 && self.bytes.get(next) == Some(&b',') && digits(next + 1) - next >= 3;
            if next - end != 4 && !two {
                break;
            }
            end = next;
        }
        // "11.06.2025" is three numbers and "1.234.567" one.
        if end == at {
            end = digits(at + 1);
        } else if self.bytes.get(end) == Some(&b'.') {
            let next = digits(end + 1);
            let again = self.bytes.get(next) == Some(&b'.') && self.digit(next + 1);
            if next > end + 1 && !again && !self.after_dotted(at) {
                end = next;
            } else if again && end - at <= 3 {
                let mut to = end;
                while self.bytes.get(to) == Some(&b'.') && digits(to + 1) == to + 4 {
                    to += 4;
                }
                if to > end + 4 && !(self.bytes.get(to) == Some(&b'.') && self.digit(to + 1)) {
                    end = to;
                }
            }
        }
        if let Some(c @ ('¼' | '½' | '¾' | '\u{2150}'..='\u{215e}')) = self.char_at(end)
            && self.grapheme_end(end - 1) == end
        {
            let to = end + c.len_utf8();
            if self.grapheme_end(end) == to {
                self.push(at, to, TokenKind::Number);
                return to;
            }
        }
        if end < self.bytes.len() && (!self.bytes[end].is_ascii() || is_wordly(self.bytes[end])) {
            let to = self.run_end(end - 1).max(end);
            let tail = &self.text[end..to];
            let whole = self.text[at..end].bytes().all(|b| b.is_ascii_digit());
            let suffix = ["st", "nd", "rd", "th"].iter().any(|suffix| tail.eq_ignore_ascii_case(suffix))
                || (tail.eq_ignore_ascii_case("s") && whole)
                || (matches!(tail, "G" | "D") && end - at == 1)
                || (whole && tail.bytes().any(|b| b.is_ascii_digit()));
            if !tail.is_empty() && suffix {
                self.push(at, to, TokenKind::Mixed);
                return to;
            }
            if self.grapheme_end(end - 1) != end {
                // A mark on the last digit.
                let to = self.grapheme_end(end - 1);
                self.push(at, to, TokenKind::Mixed);
                return to;
            }
        }
        self.push(at, end, TokenKind::Number);
        end
    }

    fn grouped(&self, at: usize, end: usize) -> bool {
        self.bytes.get(end) == Some(&b',') && self.bytes[at..end].contains(&b',')
    }

    /// Whether the number at `at` follows "11." of a date written with stops.
    fn after_dotted(&self, at: usize) -> bool {
        at >= 2 && self.bytes[at - 1] == b'.' && self.bytes[at - 2].is_ascii_digit()
    }

    /// "@name", "#name", or the sign alone.
    fn tag(&mut self, at: usize) -> usize {
        let open = at == 0 || !self.bytes[at - 1].is_ascii_alphanumeric();
        let end = if open && self.lone(at) { self.run_end(at + 1).max(at + 1) } else { at + 1 };
        let name = &self.text[at + 1..self.text.floor_char_boundary(end).max(at + 1)];
        if name.chars().any(char::is_alphabetic) {
            let kind = if self.bytes[at] == b'@' { TokenKind::Handle } else { TokenKind::Hashtag };
            self.push(at, end, kind);
            return end;
        }
        let end = self.grapheme_end(at);
        self.push(at, end, TokenKind::Symbol);
        end
    }

    /// An apostrophe that no word begins before: a quote mark, a clitic after a quote, "'em".
    fn apostrophe(&mut self, at: usize, width: usize) -> usize {
        let next = at + width;
        if self.grapheme_end(at) != next {
            return self.push_grapheme(at);
        }
        if width == 1 && self.bytes.get(next) == Some(&b'\'') && self.lone(next) {
            self.push(at, next + 1, TokenKind::Punct);
            return next + 1;
        }
        let end = if self.char_at(next).is_some_and(char::is_alphabetic) { self.run_end(next) } else { next };
        let tail = &self.text[next..end];
        let is = |words: &[&str]| words.iter().any(|word| tail.eq_ignore_ascii_case(word));
        let after = at > 0 && self.tokens.last().is_some_and(|token| token.span.end == self.base + at as u32);
        let clitic =
            if after { is(&["s", "re", "ve", "ll", "d", "m"]) } else { is(&["em", "til", "tis", "twas", "cause"]) };
        let end = if clitic { end } else { next };
        self.push(at, end, if clitic { TokenKind::Word } else { TokenKind::Punct });
        end
    }

    /// A run of one mark.
    fn repeated(&mut self, at: usize) -> usize {
        let mark = self.bytes[at];
        let mut end = at + 1;
        while self.bytes.get(end) == Some(&mark) {
            end += 1;
        }
        if !self.lone(end - 1) && self.grapheme_end(end - 1) != end {
            if end - 1 == at {
                return self.push_grapheme(at);
            }
            end -= 1;
        }
        self.push(at, end, sign(mark as char));
        end
    }

    fn push_grapheme(&mut self, at: usize) -> usize {
        let end = self.grapheme_end(at);
        self.push(at, end, TokenKind::Other);
        end
    }

    /// Pushes a run of letters and digits that begins with a letter and gives its end; of a currency's letters
    /// with digits after, the letters alone.
    fn push_run(&mut self, at: usize, end: usize) -> usize {
        let Some(digit) = self.bytes[at..end].iter().position(u8::is_ascii_digit) else {
            self.push(at, end, TokenKind::Word);
            return end;
        };
        let to = at + digit;
        if is_currency(&self.text[at..to]) && self.bytes[to..end].iter().all(u8::is_ascii_alphanumeric) {
            self.push(at, to, TokenKind::Word);
            return to;
        }
        self.push(at, end, TokenKind::Mixed);
        end
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        debug_assert!(start < end, "every token takes the reading forward");
        let words = &self.text[start..end];
        let norm = match self.plain {
            Some(fold) => Span::new(fold + start as u32, fold + end as u32),
            None => {
                let from = self.folded.len();
                fold_into(words, self.folded);
                Span::of(from..self.folded.len())
            }
        };
        let shape = match kind {
            TokenKind::Number | TokenKind::Punct | TokenKind::Symbol => Shape::Caseless,
            _ => Shape::of(words),
        };
        self.tokens.push(Token {
            span: Span::new(self.base + start as u32, self.base + end as u32),
            norm,
            kind,
            shape,
        });
    }
}

const fn is_wordly(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_currency(code: &str) -> bool {
    matches!(
        code,
        "Rs" | "RS"
            | "USD"
            | "EUR"
            | "GBP"
            | "INR"
            | "AUD"
            | "CAD"
            | "JPY"
            | "CNY"
            | "RMB"
            | "CHF"
            | "HKD"
            | "NZD"
            | "SGD"
            | "ZAR"
            | "NGN"
            | "KES"
            | "PKR"
            | "KSh"
            | "Ksh"
            | "Sh"
            | "UGX"
            | "RM"
            | "Dh"
            | "Dhs"
            | "AED"
            | "SAR"
            | "NT"
            | "Tk"
            | "Rp"
            | "Php"
            | "PHP"
            | "SEK"
            | "NOK"
            | "DKK"
            | "PLN"
            | "BRL"
            | "MXN"
            | "KRW"
            | "TRY"
            | "RUB"
            | "BDT"
    )
}

/// Lower case, plain apostrophes and quotes, plain hyphens, no soft hyphens.
fn fold_into(words: &str, folded: &mut String) {
    if words.is_ascii() {
        let from = folded.len();
        folded.push_str(words);
        folded[from..].make_ascii_lowercase();
        return;
    }
    for c in words.chars() {
        match c {
            '’' | '‘' | '‛' | 'ʼ' | '′' => folded.push('\''),
            '“' | '”' | '„' | '‟' => folded.push('"'),
            '‐' | '‑' => folded.push('-'),
            '\u{ad}' => {}
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

/// Whether a mark is punctuation or a symbol.
fn sign(c: char) -> TokenKind {
    match c {
        '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '`' | '&' | '@' | '#' => TokenKind::Symbol,
        '!'..='~' => TokenKind::Punct,
        '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}' => TokenKind::Punct,
        '\u{a2}'..='\u{b8}' | '×' | '÷' => TokenKind::Symbol,
        '\u{2030}' | '\u{2031}' | '\u{2032}'..='\u{2037}' | '\u{2044}' | '\u{2052}' => TokenKind::Symbol,
        '\u{2010}'..='\u{205e}' => TokenKind::Punct,
        '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{23ff}' | '\u{2500}'..='\u{25ff}' => TokenKind::Symbol,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' => TokenKind::Punct,
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{fe50}'..='\u{fe58}' => TokenKind::Punct,
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{6d4}' | '\u{964}' | '\u{965}' => TokenKind::Punct,
        _ => TokenKind::Other,
    }
}
