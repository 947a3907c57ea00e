//! Where among the pieces of a page the article stands.
//!
//! The article is the run of pieces with the greatest sum of values, where prose counts by its words and all else
//! counts against: the idea of jusText and of boilerpipe, over plain lines. What the page says of itself weighs in:
//! an agency's dateline or the line with the date begins an article, and after a heading such as "Comments" little
//! is worth much. The run is then drawn out over the lines at its ends that go with it.

use super::dateline;
use super::furniture::Class;
use super::page::{Line, Page, is_byline, is_signature};
use crate::given::{Piece, Role};
use std::ops::Range;

/// What the head of an agency's first paragraph is worth: more than a footer has prose.
const DATELINE: i64 = 120;

/// What the first prose under the page's first date line is worth beside its words.
const DATED: i64 = 40;

/// Prose worth this much is an article that a heading can end.
const ARTICLE: i64 = 120;

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

fn best(page: &Page) -> Range<usize> {
    let mut best = (0i64, 0..0);
    let (mut sum, mut from) = (0i64, 0);
    let (mut prose, mut ended) = (0i64, false);
    let dated = page.lines.iter().position(|line| line.date && line.words <= 14);
    let mut dated = dated.and_then(|at| (at..page.lines.len().min(at + 12)).find(|at| page.lines[*at].prose()));
    for (at, line) in page.lines.iter().enumerate() {
        let mut value = value(page, at, line);
        if line.prose() && !page.is_aside(at) {
            prose += value;
            if dateline::head(page.raw, line.span).is_some_and(|head| dateline::has_date(&page.raw[head.range()])) {
                value += DATELINE;
            }
            if dated.take_if(|dated| *dated == at).is_some() {
                value += DATED;
            }
            // A reader's comment stands right under its name.
            let comment = at > 0 && page.lines[at - 1].furniture == Some(Class::Comments);
            if ended || comment {
                value /= 3;
            }
        }
        ended |= line.furniture == Some(Class::End) && prose >= ARTICLE;
        if sum <= 0 {
            sum = 0;
            from = at;
        }
        sum += value;
        if sum > best.0 {
            best = (sum, from..at + 1);
        }
    }
    best.1
}

fn value(page: &Page, at: usize, line: &Line) -> i64 {
    match line.furniture {
        _ if page.is_aside(at) => -2,
        _ if line.prose() => {
            let words = i64::from(line.words.min(50));
            match page.is_main(at) {
                Some(true) => words + 20,
                Some(false) => words / 3,
                None => words,
            }
        }
        Some(Class::End) => -35,
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

/// The end, lowered over last words and over the list that the last words announce.
fn lower(page: &Page, body: &Range<usize>) -> usize {
    let mut end = body.end;
    // The last words of an article may be few.
    while let Some(line) = page.lines.get(end) {
        let words = line.stop && line.words >= 3 || !line.date && is_paragraph(page, end);
        let last = line.furniture.is_none() && words || is_signature(page.text(end));
        if !last || page.is_aside(end) {
            break;
        }
        end += 1;
    }
    let announced = body.end > body.start && (body.start..end).rev().take(2).any(|at| page.text(at).ends_with(':'));
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
