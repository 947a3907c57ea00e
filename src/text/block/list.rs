//! Lists: lines that begin with a bullet or a number, and runs of short lines.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/list", about: "List items, with a bullet or number or in a run of short lines", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    let mut run = 0;
    for at in 0..=page.lines.len() {
        let item = at < page.lines.len() && verdicts.open(at) && !page.lines[at].prose() && !page.lines[at].stop;
        if at < page.lines.len() && verdicts.open(at) && is_item(page.text(at)) {
            verdicts.propose(at, BlockKind::List, "bullet", "begins with a bullet or a number");
        }
        if item {
            run += 1;
            continue;
        }
        if run >= 4 && !page.body.is_empty() {
            for line in at - run..at {
                verdicts.propose(line, BlockKind::List, "short-lines", "one of a run of short lines");
            }
        }
        run = 0;
    }
}

fn is_item(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        rest.len() < text.len() && text.len() - rest.len() <= 3 && (rest.starts_with(". ") || rest.starts_with(") "));
    numbered
        || text.starts_with(['•', '‣', '▪', '●', '◦', '■', '►', '▶', '·'])
        || text.starts_with("* ")
        || text.starts_with("- ")
}
