//! Subheads: a short line without a stop between paragraphs.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/subhead", about: "A short line without a stop over a paragraph", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    for at in page.body.clone() {
        let line = &page.lines[at];
        let text = page.text(at);
        let over = page.lines.get(at + 1).is_some_and(|next| next.prose() || next.stop);
        let mark = text.ends_with(['.', ',', ';', '”', '"', '!', ')', '’', '—', '-']);
        let capital = text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '‘' | '“' | '\''));
        if over && at > page.body.start && !mark && capital && (1..=14).contains(&line.words) && !line.prose() {
            verdicts.propose(at, BlockKind::Subhead, "subhead", "a short line over a paragraph");
        }
    }
}
