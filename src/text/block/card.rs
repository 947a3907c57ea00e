//! Cards of other stories within the article: a section, a title, a teaser, a date.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> = Rule {
    name: "text/card",
    about: "Another story's section, title and teaser within the article, told by its date",
    find,
};

fn find(page: &Page, verdicts: &mut Verdicts) {
    for at in page.body.clone() {
        if !page.lines[at].date || verdicts.kind(at) != Some(BlockKind::Boilerplate) {
            continue;
        }
        let low = page.body.start.max(at.saturating_sub(5));
        let mut from = at;
        let mut teaser = false;
        while from > low {
            let line = &page.lines[from - 1];
            if line.prose() || line.stop {
                if teaser || from != at {
                    break;
                }
                teaser = true;
            }
            from -= 1;
        }
        // A teaser without a title over it is the article's own last sentence.
        if teaser && from + 1 >= at {
            continue;
        }
        for line in from..at {
            verdicts.propose(line, BlockKind::Boilerplate, "card", "belongs to another story, whose date follows");
        }
    }
}
