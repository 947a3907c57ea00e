//! Pull quotes: words of the article set large between its paragraphs.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/pullquote", about: "A quotation by itself between paragraphs that the article holds too", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    let mut looked = 0;
    for at in page.body.clone() {
        let text = page.text(at).trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '‘' | '’' | ' '));
        let quoted = page.text(at).starts_with(['“', '"', '‘']) && page.text(at).ends_with(['”', '"', '’']);
        if !quoted || !verdicts.open(at) || text.len() < 20 || text.len() > 300 || looked > 20 {
            continue;
        }
        looked += 1;
        let near = at.saturating_sub(8)..(at + 9).min(page.lines.len());
        let bare = text.trim_end_matches(['.', ',']);
        if near
            .clone()
            .any(|other| other != at && page.lines[other].span.len() < 20_000 && page.text(other).contains(bare))
        {
            verdicts.propose(at, BlockKind::Pullquote, "pulled", "the same words stand in the article");
        }
    }
}
