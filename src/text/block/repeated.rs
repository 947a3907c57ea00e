//! Lines that stand twice: the headline again, a caption that the page keeps for other screens.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/repeated", about: "A line that has stood before: the headline again", find };

/// A line of so many words is not said twice by chance.
const LONG: u32 = 12;

fn find(page: &Page, verdicts: &mut Verdicts) {
    let mut inside = vec![false; page.lines.len()];
    page.body.clone().for_each(|at| inside[page.lines[at].first] = true);
    for (at, line) in page.lines.iter().enumerate() {
        if line.times < 2 || line.words < 3 {
            continue;
        }
        let headline = page.headline.is_some_and(|headline| page.lines[headline].first == line.first);
        if headline {
            verdicts.propose(at, BlockKind::Boilerplate, "repeated-headline", "the headline stands once more");
        } else if at != line.first || !page.body.contains(&at) {
            // Of two the one in the article counts; its lists may say the same twice.
            let list = page.body.contains(&at) && line.words < LONG;
            if !list && (inside[line.first] || at != line.first) {
                verdicts.propose(at, BlockKind::Boilerplate, "repeated", "the same words stand elsewhere on the page");
            }
        }
    }
}
