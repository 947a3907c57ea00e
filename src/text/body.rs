//! Where among the pieces of a page the article stands.
//!
//! The article is the run of pieces with the greatest sum of values, where prose counts by its words and all else
//! counts against: the idea of jusText and of boilerpipe, over plain lines. What the page says of itself weighs in:
//! an agency's dateline or the line with the date begins an article, and after a heading such as "Comments" little
//! is worth much. The run is then drawn out over the lines at its ends that go with it.

use super::author::{self, is_byline, is_signature};
use super::dateline;
use super::furniture::Class;
use super::line::{self, Line};
use super::page::Page;
use crate::given::{Piece, Role};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What the head of an agency's first paragraph is worth: more than a footer has prose.
const DATELINE: i64 = 120;

/// What the first prose under the page's first date line is worth beside its words.
const DATED: i64 = 40;

/// Prose worth this much is an article that a heading can end.
const ARTICLE: i64 = 120;

/// What the longest gap in an article counts against it.
const GAP: i64 = 60;

/// A whole page has more pieces than this.
const PASTED: usize = 30;

/// What running text about something else counts behind a gap.
const STRANGE: i64 = -5;

/// What a box of other stories counts against it at least, which says itself what it is.
const BOX: i64 = 15;

/// Finds the article without its head; empty where there is no running text.
pub(super) fn find(page: &Page) -> Range<usize> {
    let body = best(page);
    if body.is_empty() {
        return body;
    }
    let start = raise(page, body.start);
    let end = lower(page, &body);
    match page.comments.filter(|comments| *comments > start && *comments < end) {
        Some(comments) if (start..comments).any(|at| page.lines[at].prose()) => start..comments,
        _ => start..end,
    }
}

/// The best run so far that ends at a line, within the article or in a gap of it.
#[derive(Clone, Copy, Default)]
struct Run {
    sum: i64,
    from: usize,
    /// How many of its pieces are running text.
    paragraphs: u32,
    /// It has been taken up again behind a gap.
    resumed: bool,
}

/// The run of pieces with the greatest sum. What parts the article is worth no more than [`GAP`] against it, however
/// long: a gallery, a table or a box of other stories in the middle ends nothing, where what follows speaks of the same.
fn best(page: &Page) -> Range<usize> {
    let mut best = (0i64, 0..0);
    let (mut run, mut gap) = (Run::default(), None::<Run>);
    let (mut prose, mut ended, mut boxed) = (0i64, false, false);
    let mut said = Vocabulary { pasted: page.lines.len() < PASTED, words: FxHashSet::default() };
    let dated = page.lines.iter().position(|line| line.date && line.words <= 14);
    let mut dated = dated.and_then(|at| (at..page.lines.len().min(at + 12)).find(|at| page.lines[*at].prose()));
    for (at, line) in page.lines.iter().enumerate() {
        let mut worth = value(page, at, line);
        let text = line.prose() && !page.is_aside(at);
        let head = || dateline::head(page.raw, line.span);
        if text {
            prose += worth;
            if head().is_some_and(|head| dateline::has_date(&page.raw[head.range()])) {
                worth += DATELINE;
            }
            if dated.take_if(|dated| *dated == at).is_some() {
                worth += DATED;
            }
        }
        // A reader's comment stands right under its name.
        let comment = at > 0 && page.lines[at - 1].furniture == Some(Class::Comments);
        let doubtful = |worth: i64| if text && worth > 0 { said.share(page.text(at), worth) } else { worth };
        let worth = if text && ended { worth / 3 } else { worth };
        let back = gap.map(|gap| Run { sum: gap.sum + doubtful(worth), ..gap });
        let on = match run {
            Run { sum: ..=0, .. } => Run { sum: worth, from: at, paragraphs: 0, resumed: false },
            _ if text && comment => Run { sum: run.sum + worth / 3, ..run },
            _ if boxed || run.resumed => Run { sum: run.sum + doubtful(worth), ..run },
            _ => Run { sum: run.sum + worth, ..run },
        };
        let end = line.furniture == Some(Class::End) || closes(page, at);
        if end && prose >= ARTICLE {
            (ended, gap) = (true, None);
        }
        boxed |= line.furniture == Some(Class::Box) && prose >= ARTICLE;
        let cost = if line.furniture == Some(Class::Box) { (run.sum / 3).clamp(BOX, GAP) } else { GAP };
        let left = Run { sum: run.sum - cost, resumed: true, ..run };
        // On a whole page one paragraph and a gap are a picture or a teaser.
        let parts = left.sum > 0 && run.paragraphs >= if said.pasted { 1 } else { 2 } && !end;
        if parts && gap.is_none_or(|gap| left.sum > gap.sum) {
            gap = Some(left);
        }
        run = back.filter(|back| back.sum > on.sum).unwrap_or(on);
        if text {
            run.paragraphs += 1;
            said.add(page.text(at));
        }
        if run.sum > best.0 {
            best = (run.sum, run.from..at + 1);
        }
    }
    best.1
}

/// "© 2025 … All rights reserved" at the foot of the page.
fn closes(page: &Page, at: usize) -> bool {
    page.lines[at].furniture == Some(Class::Legal) && page.text(at).to_lowercase().contains("rights reserved")
}

/// The words that the running text has used so far and that tell what it is about.
struct Vocabulary {
    words: FxHashSet<u64>,
    /// It is no whole page: there are no teasers to beware of.
    pasted: bool,
}

impl Vocabulary {
    fn add(&mut self, text: &str) {
        self.words.extend(line::telling_words(text));
    }

    /// What a piece of running text is worth behind the article's end or a gap: all of it where it goes on about the
    /// same, little where it does not.
    fn share(&self, text: &str, worth: i64) -> i64 {
        let (mut all, mut known) = (0, 0);
        for word in line::telling_words(text) {
            all += 1;
            known += i64::from(self.words.contains(&word));
        }
        match 100 * known / all.max(1) {
            _ if self.pasted => worth,
            25.. => worth,
            15.. => worth / 3,
            _ => STRANGE,
        }
    }
}

fn value(page: &Page, at: usize, line: &Line) -> i64 {
    let turn = |at: usize| author::is_turn(page.text(at));
    match line.furniture {
        _ if page.is_aside(at) => -2,
        // A transcript is made of names with clocks and of short answers.
        _ if turn(at) => 3,
        None if at > 0 && turn(at - 1) => i64::from(line.words.clamp(3, 50)),
        _ if line.prose() => {
            let words = i64::from(line.words.min(50));
            match page.is_main(at) {
                Some(true) => words + 20,
                Some(false) => words / 3,
                None => words,
            }
        }
        Some(Class::End) => -35,
        Some(Class::Box) => -12,
        Some(Class::Ad | Class::Credit | Class::Related | Class::Player) => -3,
        Some(_) => -6,
        None if line.date => -8,
        None if line.stop => -2,
        None if line.words >= 5 => -7,
        None => -5,
    }
}

/// The start, raised over paragraphs that weak lines part from the rest.
fn raise(page: &Page, start: usize) -> usize {
    let mut start = start;
    while let Some(above) = start.checked_sub(1) {
        let line = &page.lines[above];
        let goes_with =
            line.furniture.is_none() && !line.date && line.words >= 12 && line.stop && !page.is_aside(above);
        if !goes_with || page.is_main(above) == Some(false) {
            break;
        }
        start = above;
    }
    start
}

/// Whether the markup says that a line is a paragraph of the article.
fn is_paragraph(page: &Page, at: usize) -> bool {
    let said = |piece: &Piece| piece.role == Role::Paragraph && piece.link_share < 50 && piece.text.len() >= 12;
    page.is_main(at) == Some(true) && page.piece(at).is_some_and(said) && !is_byline(page.text(at))
}

/// The words that announce a list close behind the last paragraph: "The winners are:". A picture or a pointer may stand
/// between.
fn announcing(page: &Page, end: usize) -> Option<usize> {
    let ends = |line: &Line| line.prose() || matches!(line.furniture, Some(Class::Box | Class::End));
    let near = (end + 1..page.lines.len().min(end + 4)).take_while(|at| !ends(&page.lines[*at - 1]));
    let announces = |line: &Line| line.furniture.is_none() && line.words >= 6;
    near.into_iter().find(|at| announces(&page.lines[*at]) && page.text(*at).ends_with(':'))
}

/// The end, lowered over last words and over the list that the last words announce.
fn lower(page: &Page, body: &Range<usize>) -> usize {
    let mut end = body.end;
    // The last words of an article may be few.
    while let Some(line) = page.lines.get(end) {
        if let Some(announcing) = announcing(page, end) {
            end = announcing + 1;
            continue;
        }
        let words = line.stop && line.words >= 3 || !line.date && is_paragraph(page, end);
        let last = line.furniture.is_none() && words || is_signature(page.text(end));
        if !last || page.is_aside(end) {
            break;
        }
        end += 1;
    }
    let announced = (body.start..end).rev().take(2).any(|at| page.text(at).ends_with(':'));
    if announced {
        let stays = |line: &Line| match line.furniture {
            None => !line.date,
            Some(class) => matches!(class, Class::Credit | Class::Player | Class::Ad),
        };
        let list = page.lines[end..].iter().take_while(|line| stays(line)).count();
        end += list;
    }
    end
}
