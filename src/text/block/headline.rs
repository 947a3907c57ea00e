//! The headline: the line before the first paragraph that shares most words with the article.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::author::{is_byline, is_dated};
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/headline", about: "The headline, and the standfirst under it", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    let Some(at) = page.headline else { return };
    verdicts.propose(at, BlockKind::Headline, "headline", "stands before the article and shares its words");
    for title in page.titles.clone().filter(|title| *title > at && page.lines[*title].prose()) {
        verdicts.propose(title, BlockKind::Subhead, STANDFIRST.0, STANDFIRST.1);
    }
    for below in (at + 1..page.body.start).take(6) {
        let line = &page.lines[below];
        let text = page.text(below);
        if line.furniture.is_some() || line.date || is_byline(text) || is_dated(text, line.words) {
            continue;
        }
        if line.words >= 6 && line.times == 1 && !page.is_film(below - 1) {
            verdicts.propose(below, BlockKind::Subhead, STANDFIRST.0, STANDFIRST.1);
        }
        break;
    }
}

/// The reason of a standfirst.
const STANDFIRST: (&str, &str) = ("standfirst", "stands between the headline and the article");
