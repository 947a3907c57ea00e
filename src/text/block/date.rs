//! Lines that are a date: the dateline near the headline; elsewhere dates of other stories.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;
use crate::text::{author, dateline};

pub(super) const RULE: Rule<Find> = Rule {
    name: "text/dateline",
    about: "The line that says when the article was written: “Published 3 March 2024”",
    find,
};

fn find(page: &Page, verdicts: &mut Verdicts) {
    let (start, body) = (page.start(), page.body.start);
    let furnished = page.furnished;
    let claim = |at: usize, verdicts: &mut Verdicts| {
        verdicts.propose(at, BlockKind::Dateline, "date-line", "says when the article was written");
    };
    let mut found = false;
    for at in start..body {
        if page.lines[at].date {
            claim(at, verdicts);
            found = true;
        }
    }
    // Above the headline the nearest date counts, and only where no date stands under it.
    let above = (start.saturating_sub(8)..start).rev().filter(|at| page.lines[*at].date);
    for at in above.take(if found { 0 } else { 1 }) {
        claim(at, verdicts);
        found = true;
    }
    // A live page says who writes it, and when, under its first words.
    let first = page.body.clone().take(if found { 0 } else { 12 }).find(|at| page.lines[*at].date);
    if let Some(at) = first.filter(|at| *at > 0 && author::is_name(page.text(at - 1))) {
        verdicts.propose(at - 1, BlockKind::Byline, "name", "a name over the article's date");
        claim(at, verdicts);
        found = true;
    }
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| line.date) {
        let text = page.text(at);
        let near = at >= start && at < page.body.end + 6;
        if (near && dateline::is_lead(text)) || (!furnished && !found && (at < 2 || at + 1 == page.lines.len())) {
            claim(at, verdicts);
        } else if furnished || at > page.body.start {
            let says = dateline::is_lead(text) || dateline::is_update(text);
            if near && says {
                claim(at, verdicts);
            } else if line.words <= 10 && (at < start || at > page.body.start) {
                verdicts.propose(at, BlockKind::Boilerplate, "other-date", "the date of another story");
            }
        } else {
            claim(at, verdicts);
        }
    }
}
