//! Whatever stands before the headline, and between it and the article.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/before", about: "Lines before the article, on a page with more around it", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    if !page.furnished {
        return;
    }
    for at in (0..page.body.start).filter(|at| !page.titles.contains(at)) {
        verdicts.propose(at, BlockKind::Boilerplate, "before", "stands before the article begins");
    }
}
