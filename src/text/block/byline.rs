//! The byline: "By Jane Smith", or a name alone between headline and article.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::author;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/byline", about: "Who wrote the article: “By Jane Smith”", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    for at in page.body.end.saturating_sub(4).max(page.body.start)..page.body.end {
        if author::is_signature(page.text(at)) {
            verdicts.propose(at, BlockKind::Byline, "signature", "says who reported and edited");
        }
    }
    let mut found = false;
    for at in page.start()..page.body.start.min(page.lines.len()) {
        let Some((code, text)) = says_who(page, at, verdicts) else { continue };
        verdicts.propose(at, BlockKind::Byline, code, text);
        found = true;
    }
    let first = page.body.start;
    if page.body.is_empty() {
        for at in 0..page.lines.len().min(4) {
            if author::is_byline(page.text(at)) && page.lines[at].words <= 12 && !page.lines[at].stop {
                verdicts.propose(at, BlockKind::Byline, BY.0, BY.1);
            }
        }
    } else if page.lines.get(first).is_some_and(|line| line.words <= 14 && !line.stop)
        && author::is_byline(page.text(first))
    {
        verdicts.propose(first, BlockKind::Byline, BY.0, BY.1);
    } else if !found {
        above(page, verdicts);
    }
}

/// The reason of a line that begins with "By".
const BY: (&str, &str) = ("by", "begins with “by” and a name");

/// Why a line of the article's head is a byline, if it is one.
fn says_who(page: &Page, at: usize, verdicts: &Verdicts) -> Option<(&'static str, &'static str)> {
    let (line, text) = (&page.lines[at], page.text(at));
    if author::is_byline(text) && line.words <= 20 {
        return Some(BY);
    }
    if page.headline.is_none_or(|headline| at <= headline) || line.date || line.furniture.is_some() {
        return None;
    }
    if author::is_dated(text, line.words) {
        return Some(("dated", "a name and a date between the headline and the article"));
    }
    let above = at.checked_sub(1);
    let by = above.is_some_and(|above| is_by(page.text(above)));
    let dated = page.lines.get(at + 1).is_some_and(|next| next.date);
    // Tags and buttons are names of people now and then; the markup sets them apart.
    let aside = page.is_aside(at) && !by && !dated;
    let named = author::is_name(text) && !aside || (by || dated) && author::may_be_name(text);
    let job = || author::is_job(text) && above.is_some_and(|above| verdicts.kind(above) == Some(BlockKind::Byline));
    (named || job()).then_some(("name", "a name between the headline and the article"))
}

/// "By", "Written by", "Author:" alone in a line.
fn is_by(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.split(' ').count() <= 3 && ["by", "author", "authors"].iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// A columnist's name stands over the headline, and any author's over the article where no headline was found.
fn above(page: &Page, verdicts: &mut Verdicts) {
    let (end, far) = page.headline.map_or((page.body.start, 8), |headline| (headline, 3));
    let mut near = (end.saturating_sub(far)..end).rev();
    if let Some(at) = near.find(|at| page.lines[*at].words <= 8 && author::is_byline_of_known(page.text(*at))) {
        verdicts.propose(at, BlockKind::Byline, BY.0, BY.1);
    }
}
