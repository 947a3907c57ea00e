//! The pieces of the paste, lines or lines joined where a paragraph was broken by hand, and what they look like.

use super::appeal::Appeal;
use super::author::is_byline;
use super::dateline;
use super::furniture::{self, Class, Sign};
use super::split::trim;
use crate::span::Span;
use rustc_hash::FxHashMap;

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
    /// Running text of an article.
    pub fn prose(&self) -> bool {
        self.furniture.is_none() && !self.date && self.reads()
    }

    /// It reads as running text, be it the article's or the site's.
    pub fn reads(&self) -> bool {
        (self.words >= 9 && self.stop && self.common >= 12) || (self.words >= 25 && self.common >= 15)
    }

    /// It could head an article.
    pub fn title(&self) -> bool {
        self.furniture.is_none() && !self.date && (3..=30).contains(&self.words) && self.span.len() <= 220
    }
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

/// Words that tell what a text is about: names and all but the commonest words, without the s of the plural. Of texts on
/// one matter a third of these are the same, of texts on two matters next to none.
pub(super) fn telling_words(text: &str) -> impl Iterator<Item = u64> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 4).enumerate();
    let telling = |(at, word): &(usize, &str)| {
        word.len() >= 5 && !furniture::is_common(word.as_bytes()) || *at > 0 && word.starts_with(char::is_uppercase)
    };
    let stem = |word: &str| hash(word.trim_end_matches('s').bytes().map(|b| b.to_ascii_lowercase()));
    words.filter(telling).map(move |(_, word)| stem(word))
}

pub(super) fn pieces(raw: &str) -> Vec<Line> {
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
    let mut line = Line {
        span,
        words,
        common: (100 * common).checked_div(known).unwrap_or(0),
        stop,
        caps: upper && !lower,
        furniture: None,
        date: dateline::is_date(text),
        times: 1,
        first: 0,
        piece: None,
    };
    line.furniture = furniture(text, &line);
    line
}

/// A notice or an appeal is no longer than this, in bytes.
const NOTICE: usize = 900;

/// What furniture a line is: by the words of the lexicon, or because it speaks to the reader of the site.
fn furniture(text: &str, line: &Line) -> Option<Class> {
    let short = text.len() <= 480;
    let text = &text[..text.floor_char_boundary(NOTICE)];
    let plain = furniture::plain(text);
    let found = if short { furniture::class(&plain) } else { furniture::class_of_start(&plain) };
    // Glued to what it labels: "Media captionThe bridge at night".
    if ["Media caption", "Image caption", "Image copyright", "Image source"].iter().any(|label| text.starts_with(label))
    {
        return Some(Class::Credit);
    }
    let quoted = text.starts_with(['“', '"', '‘']);
    let appeal = || Appeal::of(text, &plain);
    let known = found.filter(|(class, sign)| {
        let fits = match class {
            Class::Credit => line.words <= 70,
            _ if quoted && line.words > 6 => false,
            Class::End | Class::Box if line.words > 14 && line.stop => text.contains('©'),
            Class::Ad => line.words <= 70,
            Class::Cookie | Class::Legal | Class::Newsletter | Class::Account | Class::Comments => true,
            // "home to Otley in the quarter-finals"
            Class::Nav if *sign == Sign::Start(1) => line.words <= 6,
            _ => line.words <= 45,
        };
        fits && (!line.reads() || outweighs(*class, *sign, text, &plain, appeal))
    });
    let asked = || line.words >= 5 && !quoted && line.span.len() <= NOTICE as u32 && appeal().stands();
    known.map(|(class, _)| class).or_else(|| asked().then_some(Class::Appeal))
}

/// Whether the words of furniture in a sentence make it one. A word or two never do: "Home Office figures show …",
/// "Part of the roof has …", "… , the doctor told Anadolu, …".
fn outweighs(class: Class, sign: Sign, text: &str, plain: &str, appeal: impl Fn() -> Appeal) -> bool {
    match (class, sign) {
        (_, Sign::Whole) | (Class::Credit, Sign::Start(_)) => true,
        // "Disclosure: …", "Dear reader - …", "© 2025 …": no sentence begins so.
        (_, Sign::Start(words)) if is_label(plain, words) => true,
        (Class::Credit, Sign::Within(from, end)) => is_credit(text, plain, from, end),
        (Class::Comments, _) => appeal().backs(),
        (Class::Legal, Sign::Start(3..)) | (_, Sign::Start(4..)) => true,
        (Class::Newsletter, Sign::Within(from, end)) if plain[from..end].split(' ').count() >= 3 => true,
        (_, Sign::Start(_)) => appeal().backs(),
        (_, Sign::Within(from, end)) => plain[from..end].split(' ').count() >= 4 || appeal().backs(),
    }
}

/// Whether the first words of furniture are a label or a sign of copyright.
fn is_label(plain: &str, words: usize) -> bool {
    let label = plain.split(' ').take(words).any(|word| word.ends_with(':') || word == "-");
    label
        || ["©", "(c)", "copyright ©", "copyright (c)", "copyright 1", "copyright 2"]
            .iter()
            .any(|sign| plain.starts_with(sign))
}

/// Whether words of the lexicon credit a picture: "Photo by …" says so itself, the name of an agency does in brackets,
/// beside a stroke, or as the last words behind the last sentence.
fn is_credit(text: &str, plain: &str, from: usize, end: usize) -> bool {
    let words = &plain[from..end];
    let says = words.ends_with(':')
        || ["photo", "image", "picture", "illustration", "file", "handout", "screenshot", "courtesy", "credit"]
            .iter()
            .any(|kind| words.starts_with(kind));
    let before = &plain[plain.floor_char_boundary(from.saturating_sub(60))..from];
    let last = !text.ends_with(['.', '”', '"']) && plain[end..].split_whitespace().count() <= 4;
    says || last || before.contains('(') || words.contains('/') || plain[end..].starts_with('/')
}
