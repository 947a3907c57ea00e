//! The headline: the line before the body that shares most words with it.
//!
//! What the page does for it counts too: the author's name or the date right under it, its title or heading in the
//! markup, that it stands once more elsewhere. A standfirst shares as many words, so a line that reads like one
//! gives way to the title over it.

use super::author::{is_byline, is_dated, is_name, is_turn};
use super::dateline;
use super::line::{key, long_words};
use super::page::Page;
use crate::given::Role;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many lines above the body are looked at, and how much of the body.
const ABOVE: usize = 60;
const BODY: usize = 3000;

/// How many lines a headline and a standfirst have at most, and how many stand between the author and the article.
const TITLES: usize = 2;
const UNDER: usize = 12;

/// The titles at the start of what was taken for the article, and where it begins without its head. A headline or a standfirst that is a whole sentence reads like the first
/// paragraph; the author's name or the date under it shows that it is none.
pub(super) fn lead(page: &Page) -> (Range<usize>, usize) {
    let start = page.body.start;
    let signs = |at: usize| {
        let (line, text) = (&page.lines[at], page.text(at));
        let says = line.date || is_byline(text) || is_dated(text, line.words) || is_name(text);
        says && line.words <= 20 && !line.prose()
    };
    let sign = (start + 1..page.body.end.min(start + 2 + TITLES)).find(|at| signs(*at));
    let Some(sign) = sign else { return (start..start, start) };
    let titles = &page.lines[start..sign];
    let prose = titles.iter().filter(|line| line.prose()).count();
    // Behind the head of an agency the article has begun.
    let begun = titles.iter().any(|line| line.words > 45 || dateline::head(page.raw, line.span).is_some());
    if prose > TITLES || begun {
        return (start..start, start);
    }
    let first = (sign + 1..page.body.end.min(sign + UNDER)).find(|at| page.lines[*at].prose());
    match first.filter(|first| page.prose(&(*first..page.body.end)) > 2 * page.prose(&(start..sign))) {
        Some(first) => (start..sign, first),
        None => (start..start, start),
    }
}

/// Finds the line that heads the article.
pub(super) fn find(page: &Page) -> Option<usize> {
    if page.body.is_empty() {
        return None;
    }
    let from = page.body.start.saturating_sub(ABOVE);
    let wanted = page.given.title.as_deref().map(key);
    let titled = (from..page.body.start).rev().find(|at| wanted.is_some_and(|wanted| wanted == key(page.text(*at))));
    if titled.is_some() {
        return titled;
    }
    let start = page.lines[page.body.start].span.start as usize;
    let end = page.lines[page.body.end - 1].span.end as usize;
    let sample = &page.raw[start..page.raw.floor_char_boundary((start + BODY).min(end))];
    let known: FxHashSet<u64> = long_words(sample).collect();
    let (best, at) = (from..page.body.start).filter_map(|at| Some((score(page, &known, at)?, at))).max()?;
    // What the paste begins with, right over the article, is its headline whatever its words.
    let first = at == 0 && page.body.start == 1 && !page.lines[0].stop;
    (best > 0 || first).then(|| title_over(page, &known, from, at, best))
}

fn score(page: &Page, known: &FxHashSet<u64>, at: usize) -> Option<i64> {
    let line = &page.lines[at];
    let text = page.text(at);
    let piece = page.piece(at);
    if !line.title() || is_byline(text) || is_turn(text) || piece.is_some_and(|piece| piece.aside) {
        return None;
    }
    let (mut shared, mut all) = (0i64, 0i64);
    for word in long_words(text) {
        all += 1;
        shared += i64::from(known.contains(&word));
    }
    let distance = (page.body.start - at) as i64;
    let heading = match piece.map(|piece| piece.role) {
        Some(Role::Heading(1)) => 20,
        Some(Role::Heading(_)) => 4,
        _ => 0,
    };
    if shared == 0 && distance > 3 && heading == 0 && !dated_under(page, at) {
        return None;
    }
    let far = if distance <= 6 { distance } else { 6 + (distance - 6) / 2 };
    let mut score = 4 * shared - (all - shared) + i64::from(line.words.min(10)) - far + heading;
    score -= if line.stop { 6 } else { 0 };
    score += if line.times > 1 { 2 } else { 0 };
    score += if dated_under(page, at) { 8 } else { 0 };
    score -= if dated_over(page, at) { 12 } else { 0 };
    Some(score)
}

/// Whether the author's name or the date stands right under a line, or under the line below it.
fn dated_under(page: &Page, at: usize) -> bool {
    (at + 1..page.body.start.min(at + 4)).any(|at| page.lines[at].date || is_byline(page.text(at)))
}

/// Whether the author's name or the date stands over a line, and a title right over that: the line says what a picture
/// shows.
fn dated_over(page: &Page, at: usize) -> bool {
    let signs = |at: usize| page.lines[at].date || is_byline(page.text(at));
    let sign = (at.saturating_sub(4)..at).find(|at| signs(*at));
    let titled = |above: usize| page.lines[above].title() && !page.lines[above].stop && page.lines[above].words >= 5;
    sign.and_then(|sign| sign.checked_sub(1)).is_some_and(titled)
}

/// The title over a standfirst that was taken for the headline.
fn title_over(page: &Page, known: &FxHashSet<u64>, from: usize, at: usize, best: i64) -> usize {
    let whole = |above: usize| {
        let line = &page.lines[above];
        let ends = !line.stop || page.text(above).ends_with('?');
        ends && line.title() && !is_byline(page.text(above)) && !page.text(above).ends_with(page.text(at))
    };
    let line = &page.lines[at];
    if let Some(above) = at.checked_sub(1).filter(|above| *above >= from && whole(*above)) {
        let longer = line.words >= 12 && page.lines[above].words < line.words && page.lines[above].words >= 4;
        let heading = page.piece(at).is_some_and(|piece| matches!(piece.role, Role::Heading(1)));
        let shares = long_words(page.text(above)).any(|word| known.contains(&word));
        if !heading && (line.stop || (longer && shares)) {
            return above;
        }
    }
    let before = (at.saturating_sub(2).max(from)..at).filter_map(|at| Some((score(page, known, at)?, at))).max();
    match before {
        Some((other, earlier)) if other * 2 > best && whole(earlier) => earlier,
        _ => at,
    }
}
