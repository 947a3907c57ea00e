//! The byline: "By Jane Smith", or a name alone between headline and article.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::dateline;
use crate::text::page::{self, Page};

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/byline", about: "Who wrote the article: “By Jane Smith”", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    for at in page.body.end.saturating_sub(4).max(page.body.start)..page.body.end {
        if page::is_signature(page.text(at)) {
            verdicts.propose(at, BlockKind::Byline, "signature", "says who reported and edited");
        }
    }
    for at in page.start()..page.body.start.min(page.lines.len()) {
        let (line, text) = (&page.lines[at], page.text(at));
        if page::is_byline(text) && line.words <= 20 {
            verdicts.propose(at, BlockKind::Byline, "by", "begins with “by” and a name");
        } else if page.headline.is_some_and(|headline| at > headline) && !line.date && is_dated(text, line.words) {
            verdicts.propose(at, BlockKind::Byline, "dated", "a name and a date between the headline and the article");
        } else if page.headline.is_some_and(|headline| at > headline) && line.furniture.is_none() && is_name(text) {
            verdicts.propose(at, BlockKind::Byline, "name", "a name between the headline and the article");
        }
    }
    let first = page.body.start;
    if page.body.is_empty() && !page.lines.is_empty() {
        for at in 0..page.lines.len().min(4) {
            if page::is_byline(page.text(at)) && page.lines[at].words <= 12 && !page.lines[at].stop {
                verdicts.propose(at, BlockKind::Byline, "by", "begins with “by” and a name");
            }
        }
    } else if page.lines.get(first).is_some_and(|line| line.words <= 14 && !line.stop)
        && page::is_byline(page.text(first))
    {
        verdicts.propose(first, BlockKind::Byline, "by", "begins with “by” and a name");
    }
}

/// "Staff reporter | April 3, 2023 04:26 PM": a line with a date that is no sentence.
pub(super) fn is_dated(text: &str, words: u32) -> bool {
    let year = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4 && run.starts_with(['1', '2']));
    let marked = text.contains(['|', '•', '·', '/']) || text.contains(" read") || text.contains(':');
    (4..=20).contains(&words) && year && marked && !text.ends_with(['.', '?', '!']) && dateline::names_day(text)
}

/// Two to four capitalised words and nothing else.
fn is_name(text: &str) -> bool {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let mut count = 0;
    for word in words {
        let inner = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        if !inner
            || !(word.starts_with(char::is_uppercase)
                || word == "and"
                || word == "de"
                || word == "van"
                || word == "von")
        {
            return false;
        }
        count += 1;
    }
    (2..=6).contains(&count) && text.chars().any(char::is_lowercase)
}
