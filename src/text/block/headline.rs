//! The headline: the line before the first paragraph that shares most words with the article.

use super::byline::is_dated;
use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::{Page, is_byline};

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/headline", about: "The headline, and the standfirst under it", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    let Some(at) = page.headline else { return };
    verdicts.propose(at, BlockKind::Headline, "headline", "stands before the article and shares its words");
    for below in (at + 1..page.body.start).take(6) {
        let line = &page.lines[below];
        let text = page.text(below);
        if line.furniture.is_some() || line.date || is_byline(text) || is_dated(text, line.words) {
            continue;
        }
        if line.words >= 6 && line.times == 1 {
            verdicts.propose(below, BlockKind::Subhead, "standfirst", "stands between the headline and the article");
        }
        break;
    }
}
