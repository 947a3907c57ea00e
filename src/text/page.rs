//! The paste as a page: its pieces (lines, or lines joined where a paragraph was broken by hand), what they
//! look like, and where among them the article stands.
//!
//! The article is the run of pieces with the greatest sum of scores, where prose counts by its words and all
//! else counts against: the idea of jusText and of boilerpipe, over plain lines.

use super::furniture::{self, Class};
use super::split::trim;
use super::{body, dateline, head};
use crate::given::{Given, Piece};
use crate::span::Span;
use rustc_hash::FxHashMap;
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

/// An element that says it is the article is believed if it holds this many bytes.
const MAIN: usize = 400;

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
    /// The markup says which part is the article, and that part is worth the name.
    pub main: bool,
    /// Where readers' comments begin, told by the names and times over them.
    pub comments: Option<usize>,
    /// What the markup sets apart is not the article itself.
    believed: bool,
}

impl<'t> Page<'t> {
    pub fn new(raw: &'t str, given: &'t Given) -> Page<'t> {
        let mut page = Page {
            raw,
            given,
            lines: pieces(raw),
            body: 0..0,
            headline: None,
            furnished: false,
            main: false,
            believed: true,
            comments: None,
        };
        page.align();
        page.mark_comments();
        page.body = body::find(&page);
        page.doubt();
        page.headline = head::find(&page);
        page.furnished = page.is_furnished();
        page
    }

    pub fn text(&self, line: usize) -> &'t str {
        &self.raw[self.lines[line].span.range()]
    }

    /// What the markup says of a line.
    pub fn piece(&self, line: usize) -> Option<&'t Piece> {
        self.given.outline.as_ref().filter(|_| self.believed)?.get(self.lines[line].piece?)
    }

    /// Whether the markup sets a line apart from the article.
    pub fn is_aside(&self, line: usize) -> bool {
        self.piece(line).is_some_and(|piece| piece.aside)
    }

    /// Whether the markup counts a line to the article; nothing where it does not say.
    pub fn is_main(&self, line: usize) -> Option<bool> {
        self.piece(line).filter(|_| self.main).map(|piece| piece.main)
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

    /// Takes the names and times over readers' comments for what they are, where there are several of them.
    fn mark_comments(&mut self) {
        let stamped = |line: &Line| {
            (3..=12).contains(&line.words)
                && !line.date
                && line.furniture.is_none()
                && !line.stop
                && is_stamp(&self.raw[line.span.range()])
        };
        let found: Vec<usize> = (0..self.lines.len()).filter(|at| stamped(&self.lines[*at])).collect();
        if found.len() < 3 {
            return;
        }
        self.comments = Some(found[0]);
        for at in found {
            self.lines[at].furniture = Some(Class::Comments);
        }
    }

    /// How many words of running text some lines hold.
    fn prose(&self, lines: &Range<usize>) -> u32 {
        self.lines[lines.clone()].iter().filter(|line| line.prose()).map(|line| line.words).sum()
    }

    /// Disbelieves markup that hides most of the running text there is.
    fn doubt(&mut self) {
        if self.given.outline.is_none() {
            return;
        }
        let believed = self.prose(&self.body);
        let main = std::mem::replace(&mut self.main, false);
        self.believed = false;
        let body = body::find(self);
        if believed * 3 < self.prose(&body) {
            self.body = body;
        } else {
            (self.believed, self.main) = (true, main);
        }
    }

    /// Finds each line's piece of the outline by its words.
    fn align(&mut self) {
        let Some(outline) = self.given.outline.as_deref() else { return };
        let main = outline.iter().filter(|piece| piece.main && !piece.aside && piece.link_share < 50);
        self.main = main.map(|piece| piece.text.len()).sum::<usize>() >= MAIN;
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
}

/// "By Jane Smith".
pub(super) fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let by = words.next().is_some_and(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    let count = text.len() < 160;
    by && count && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

/// "Reporting by Jane Smith; Editing by Ann Brown", under an agency's story.
pub(super) fn is_signature(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[', '—', '–', '-', ' ']);
    let text = text.strip_prefix("Additional ").or(text.strip_prefix("Further ")).unwrap_or(text);
    let mut words = text.split([' ', '\u{a0}']);
    let work = words.next().is_some_and(|word| {
        ["reporting", "writing", "editing", "compiled", "edited", "written"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    });
    work && text.len() < 400
        && words.next() == Some("by")
        && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

/// "Jane August 19, 2021 at 7:12 pm": a reader's name and the time of the comment.
fn is_stamp(text: &str) -> bool {
    let clock = text.trim_end_matches('.').get(text.len().saturating_sub(4)..).unwrap_or_default().trim();
    let half = ["am", "pm", "a.m", "p.m"].iter().any(|half| clock.to_ascii_lowercase().ends_with(half));
    half && text.contains(" at ") && text.contains(':') && dateline::has_date(text)
}

fn hash(word: impl Iterator<Item = u8>) -> u64 {
    word.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The words of a line without white space and marks, as one number.
pub(super) fn key(line: &str) -> u64 {
    hash(line.bytes().filter(|b| b.is_ascii_alphanumeric() || !b.is_ascii()).map(|b| b.to_ascii_lowercase()))
}

/// Words of four letters and more.
pub(super) fn long_words(text: &str) -> impl Iterator<Item = u64> {
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
            && !is_byline(two)
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
    let mut class = if text.len() <= 480 {
        furniture::class(&furniture::plain(text))
    } else {
        furniture::class_of_start(&furniture::plain(&text[..text.floor_char_boundary(120)]))
    };
    // A long sentence that only begins or goes on like furniture is none.
    let quoted = text.starts_with(['“', '"', '‘']);
    if words > 45
        && !matches!(
            class,
            Some(Class::Cookie | Class::Legal | Class::Newsletter | Class::Account | Class::End | Class::Comments)
        )
    {
        class = class.filter(|class| matches!(class, Class::Credit | Class::Ad) && words <= 70);
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
        date: dateline::is_date(text),
        times: 1,
        first: 0,
        piece: None,
    }
}
