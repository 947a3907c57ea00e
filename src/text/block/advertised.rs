//! Titles of other stories between paragraphs, in capitals, and lines that only part.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> = Rule {
    name: "text/advertised",
    about: "Another story's title in capitals between two paragraphs; a line of marks",
    find,
};

fn find(page: &Page, verdicts: &mut Verdicts) {
    let all = page.body.clone().filter(|at| page.lines[*at].caps).count();
    for at in page.body.clone() {
        let line = &page.lines[at];
        if line.words == 0 {
            verdicts.propose(at, BlockKind::Boilerplate, "rule", "marks that only part what stands around them");
        } else if line.caps && line.words >= 6 && !line.stop && at > page.body.start && all * 3 < page.body.len() {
            verdicts.propose(at, BlockKind::Boilerplate, "capitals", "the title of another story, in capitals");
        }
    }
}
