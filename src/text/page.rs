//! The paste as a page: its pieces (lines, or lines joined where a paragraph was broken by hand), what they
//! look like, and where among them the article stands.
//!
//! The article is the run of pieces with the greatest sum of scores, where prose counts by its words and all
//! else counts against: the idea of jusText and of boilerpipe, over plain lines.

use super::furniture::{self, Class};
use super::split::trim;
use crate::given::{Given, Piece};
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A piece of the paste and what it looks like.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub span: Span,
    /// Its words, and how many of the first of them are common English ones, in percent.
    pub words: u32,
    pub common: u32,
    /// It ends as a sentence does.
    pub stop: bool,
    /// All its letters are capitals.
    pub caps: bool,
    /// What furniture it is.
    pub furniture: Option<Class>,
    /// It says a date and next to nothing else.
    pub date: bool,
    /// How often the same words stand as a piece, and where first.
    pub times: u32,
    pub first: usize,
    /// What the markup says of it: an index into the outline.
    pub piece: Option<usize>,
}

impl Line {
    /// Running text.
    pub fn prose(&self) -> bool {
        self.furniture.is_none()
            && !self.date
            && ((self.words >= 9 && self.stop && self.common >= 12) || (self.words >= 25 && self.common >= 15))
    }

    /// It could head an article.
    pub fn title(&self) -> bool {
        self.furniture.is_none() && !self.date && (3..=30).contains(&self.words) && self.span.len() <= 220
    }
}

/// The score of a line that cannot be the headline.
const NONE: i64 = -1000;

/// The pieces of a paste.
pub(super) struct Page<'t> {
    pub raw: &'t str,
    pub given: &'t Given,
    pub lines: Vec<Line>,
    /// The article without its head; empty where there is no running text.
    pub body: Range<usize>,
    pub headline: Option<usize>,
    /// There is more on the page than the article.
    pub furnished: bool,
}

impl<'t> Page<'t> {
    pub fn new(raw: &'t str, given: &'t Given) -> Page<'t> {
        let mut page = Page { raw, given, lines: pieces(raw), body: 0..0, headline: None, furnished: false };
        page.align();
        page.body = page.find_body();
        page.headline = page.find_headline();
        page.furnished = page.is_furnished();
        page
    }

    pub fn text(&self, line: usize) -> &'t str {
        &self.raw[self.lines[line].span.range()]
    }

    /// What the markup says of a line.
    pub fn piece(&self, line: usize) -> Option<&'t Piece> {
        self.given.outline.as_ref()?.get(self.lines[line].piece?)
    }

    /// Where the article begins, with its headline.
    pub fn start(&self) -> usize {
        self.headline.unwrap_or(self.body.start).min(self.body.start)
    }

    fn is_furnished(&self) -> bool {
        let outside = self.lines.iter().enumerate().filter(|(at, _)| *at < self.start() || *at >= self.body.end);
        let (mut furniture, mut all) = (0, 0);
        for (_, line) in outside {
            all += 1;
            furniture += u32::from(line.furniture.is_some());
        }
        !self.body.is_empty() && (furniture >= 2 || all >= 8)
    }

    /// Finds each line's piece of the outline by its words.
    fn align(&mut self) {
        let Some(outline) = self.given.outline.as_deref() else { return };
        let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (number, piece) in outline.iter().enumerate().rev() {
            index.entry(key(&piece.text)).or_default().push(number);
        }
        for line in &mut self.lines {
            if let Some(found) = index.get_mut(&key(&self.raw[line.span.range()])) {
                line.piece = found.last().copied();
                if found.len() > 1 {
                    found.pop();
                }
            }
        }
    }

    fn find_body(&self) -> Range<usize> {
        let aside = |at: usize| self.piece(at).is_some_and(|piece| piece.aside);
        let mut best = (0i64, 0..0);
        let (mut sum, mut from) = (0i64, 0);
        for (at, line) in self.lines.iter().enumerate() {
            let value = match line.furniture {
                _ if aside(at) => -2,
                _ if line.prose() => {
                    let main = self.piece(at).is_some_and(|piece| piece.main);
                    i64::from(line.words.min(50)) + if main { 20 } else { 0 }
                }
                Some(Class::End) => -35,
                Some(Class::Ad | Class::Credit | Class::Related | Class::Player) => -3,
                Some(_) => -6,
                None if line.date => -8,
                None if line.stop => -2,
                None if line.words >= 5 => -7,
                None => -5,
            };
            if sum <= 0 {
                sum = 0;
                from = at;
            }
            sum += value;
            if sum > best.0 {
                best = (sum, from..at + 1);
            }
        }
        let mut body = best.1;
        // The last words of an article may be few.
        while body.end < self.lines.len() && !body.is_empty() {
            let line = &self.lines[body.end];
            if line.furniture.is_some() || !line.stop || line.words < 3 || aside(body.end) {
                break;
            }
            body.end += 1;
        }
        body
    }

    /// The line before the body that shares most words with it.
    fn find_headline(&self) -> Option<usize> {
        if self.body.is_empty() {
            return None;
        }
        let start = self.lines[self.body.start].span.start as usize;
        let end = self.lines[self.body.end - 1].span.end as usize;
        let sample = &self.raw[start..self.raw.floor_char_boundary((start + 3000).min(end))];
        let known: FxHashSet<u64> = long_words(sample).collect();
        let wanted = self.given.title.as_deref().map(key);
        let score = |at: usize| -> i64 {
            let line = &self.lines[at];
            let text = self.text(at);
            if wanted.is_some_and(|wanted| wanted == key(text)) {
                return 1000;
            }
            let piece = self.piece(at);
            if !line.title() || is_byline(text) || piece.is_some_and(|piece| piece.aside) {
                return NONE;
            }
            let (mut shared, mut all) = (0i64, 0i64);
            for word in long_words(text) {
                all += 1;
                shared += i64::from(known.contains(&word));
            }
            let distance = (self.body.start - at) as i64;
            let heading = match piece.map(|piece| piece.role) {
                Some(crate::given::Role::Heading(1)) => 20,
                Some(crate::given::Role::Heading(_)) => 4,
                _ => 0,
            };
            if shared == 0 && distance > 3 && heading == 0 {
                return NONE;
            }
            4 * shared - (all - shared) + i64::from(line.words.min(10)) - distance / 2 - if line.stop { 6 } else { 0 }
                + if line.times > 1 { 2 } else { 0 }
                + heading
        };
        let from = self.body.start.saturating_sub(60);
        let (best, at) = (from..self.body.start).map(|at| (score(at), at)).max()?;
        if best <= 0 {
            return None;
        }
        // A standfirst follows its headline and shares as many words.
        let before = (at.saturating_sub(2).max(from)..at).map(|at| (score(at), at)).max();
        match before {
            Some((other, earlier))
                if other * 2 > best && !self.lines[earlier].stop && !self.text(earlier).ends_with(self.text(at)) =>
            {
                Some(earlier)
            }
            _ => Some(at),
        }
    }
}

/// "By Jane Smith".
pub(super) fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let by = words.next().is_some_and(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    let count = text.len() < 160;
    by && count && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

fn hash(word: impl Iterator<Item = u8>) -> u64 {
    word.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The words of a line without white space and marks, as one number.
fn key(line: &str) -> u64 {
    hash(line.bytes().filter(|b| b.is_ascii_alphanumeric() || !b.is_ascii()).map(|b| b.to_ascii_lowercase()))
}

/// Words of four letters and more.
fn long_words(text: &str) -> impl Iterator<Item = u64> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() >= 4)
        .map(|word| hash(word.bytes().map(|b| b.to_ascii_lowercase())))
}

fn pieces(raw: &str) -> Vec<Line> {
    let mut spans: Vec<(Span, bool)> = Vec::new();
    let (mut at, mut blank) = (0, true);
    for line in raw.split_inclusive('\n') {
        let span = trim(raw, Span::of(at..at + line.len()));
        if span.is_empty() {
            blank = true;
        } else {
            spans.push((span, blank));
            blank = false;
        }
        at += line.len();
    }
    let spans = join(raw, spans);
    let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
    let mut lines: Vec<Line> = Vec::with_capacity(spans.len());
    for span in spans {
        let number = lines.len();
        let mut line = look(raw, span);
        let first = *seen.entry(key(&raw[span.range()])).or_insert(number);
        line.first = first;
        if first != number {
            lines[first].times += 1;
        }
        lines.push(line);
    }
    for at in 0..lines.len() {
        lines[at].times = lines[lines[at].first].times;
    }
    lines
}

/// Joins the lines of paragraphs that were broken at a margin.
fn join(raw: &str, spans: Vec<(Span, bool)>) -> Vec<Span> {
    let goes_on = |one: Span, two: Span| {
        let (one, two) = (&raw[one.range()], &raw[two.range()]);
        one.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '’' | '-' | '—'))
            && two.starts_with(char::is_lowercase)
    };
    let pairs = spans.windows(2).filter(|pair| !pair[1].1);
    let (mut all, mut broken, mut longest) = (0u32, 0u32, 0);
    for pair in pairs {
        all += 1;
        broken += u32::from(goes_on(pair[0].0, pair[1].0) && pair[0].0.len() >= 40);
        longest = longest.max(pair[0].0.len());
    }
    let wrapped = broken >= 3 && broken * 10 >= all * 3 && longest <= 120;
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    let mut last = Span::default();
    for (span, blank) in spans {
        let on = !blank && last.len() >= 40 && (goes_on(last, span) || (wrapped && last.len() * 10 >= longest * 6));
        match joined.last_mut() {
            Some(open) if on => open.end = span.end,
            _ => joined.push(span),
        }
        last = span;
    }
    joined
}

/// How many bytes of a piece are looked at for common words.
const LOOK: usize = 600;

fn look(raw: &str, span: Span) -> Line {
    let text = &raw[span.range()];
    let (mut words, mut known, mut common) = (0u32, 0u32, 0u32);
    let (mut upper, mut lower) = (false, false);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || !bytes[at].is_ascii()) {
            upper |= bytes[at].is_ascii_uppercase();
            lower |= bytes[at].is_ascii_lowercase();
            at += 1;
        }
        if at > from {
            words += 1;
            if from < LOOK {
                known += 1;
                common += u32::from(furniture::is_common(&bytes[from..at]));
            }
        }
        at += 1;
    }
    let stop = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '?', '!', '…', ':'])
        && !text.ends_with(" ...");
    let plain = if text.len() <= 500 { furniture::plain(text) } else { String::new() };
    let mut class = furniture::class(&plain);
    // A long sentence that only begins or goes on like furniture is none.
    let quoted = text.starts_with(['“', '"', '‘']);
    if words > 45
        && !matches!(
            class,
            Some(Class::Cookie | Class::Legal | Class::Newsletter | Class::Account | Class::End | Class::Comments)
        )
    {
        class = class.filter(|class| *class == Class::Credit && words <= 70);
    }
    if quoted && words > 6 {
        class = class.filter(|class| *class == Class::Credit);
    }
    if class == Some(Class::End) && words > 14 && stop {
        class = class.filter(|_| text.contains('©'));
    }
    Line {
        span,
        words,
        common: (100 * common).checked_div(known).unwrap_or(0),
        stop,
        caps: upper && !lower,
        furniture: class,
        date: super::dateline::is_date(text),
        times: 1,
        first: 0,
        piece: None,
    }
}
