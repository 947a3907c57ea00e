//! The paste as a page: its pieces (lines, or lines joined where a paragraph was broken by hand), what they
//! look like, and where among them the article stands.

use super::furniture::Class;
use super::line::{self, Line, key};
use super::{body, dateline, head};
use crate::given::{Given, Piece};
use rustc_hash::FxHashMap;
use std::ops::Range;

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
    /// Headline and standfirst that are whole sentences, over the author's name or the date.
    pub titles: Range<usize>,
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
            lines: line::pieces(raw),
            body: 0..0,
            headline: None,
            titles: 0..0,
            furnished: false,
            main: false,
            believed: true,
            comments: None,
        };
        page.align();
        page.mark_comments();
        page.body = body::find(&page);
        page.doubt();
        (page.titles, page.body.start) = head::lead(&page);
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

    /// Whether a line is the label of a film, "Video", over its title.
    pub fn is_film(&self, line: usize) -> bool {
        let labels = ["video", "play video", "now playing"];
        self.lines[line].furniture.is_some() && labels.iter().any(|label| self.text(line).eq_ignore_ascii_case(label))
    }

    /// Where the article begins, with its headline.
    pub fn start(&self) -> usize {
        self.headline.unwrap_or(self.body.start).min(self.body.start)
    }

    fn is_furnished(&self) -> bool {
        let (before, after) = (0..self.start(), self.body.end..self.lines.len());
        let all = before.len() + after.len();
        let furniture = before.clone().chain(after).filter(|at| self.lines[*at].furniture.is_some()).count();
        // Results and line-ups may close an article: short lines behind it alone make no page.
        !self.body.is_empty() && (furniture >= 2 || before.len() >= 8 || furniture >= 1 && all >= 8)
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
    pub fn prose(&self, lines: &Range<usize>) -> u32 {
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

/// "Jane August 19, 2021 at 7:12 pm": a reader's name and the time of the comment.
fn is_stamp(text: &str) -> bool {
    let clock = text.trim_end_matches('.').get(text.len().saturating_sub(4)..).unwrap_or_default().trim();
    let half = ["am", "pm", "a.m", "p.m"].iter().any(|half| clock.to_ascii_lowercase().ends_with(half));
    half && text.contains(" at ") && text.contains(':') && dateline::has_date(text)
}
