//! Breadcrumbs: the path to the article, often glued to its headline ("HomeWorldAsiaTalks resume in Vienna").

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/breadcrumb", about: "The path to the article, also glued to its headline", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    let limit = if page.furnished || page.headline.is_some() {
        page.body.start.max(page.start())
    } else {
        page.lines.len().min(3)
    };
    let headline = page.headline.map(|at| page.text(at));
    for at in 0..limit {
        let text = page.text(at);
        let glued = headline.is_some_and(|headline| {
            page.headline != Some(at)
                && text.len() > headline.len()
                && text.ends_with(headline)
                && text.len() - headline.len() <= 80
        });
        if glued {
            verdicts.propose(
                at,
                BlockKind::Boilerplate,
                "breadcrumb",
                "the path to the article, glued to its headline",
            );
        } else if !page.lines[at].date && (is_path(text) || is_glued(text)) {
            verdicts.propose(at, BlockKind::Boilerplate, "breadcrumb", "the path to the article");
        }
    }
}

/// "Home » World » Asia"
fn is_path(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let marks = [" » ", " > ", " › ", " / ", " → "].iter().map(|mark| text.matches(mark).count()).max().unwrap_or(0);
    let home = text.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("home"));
    marks >= 2 || (marks == 1 && home)
}

/// "HomeWorldAsia"
fn is_glued(text: &str) -> bool {
    let joins =
        text.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count();
    text.starts_with("Home") && joins >= 2 && text.len() <= 200 && !text.ends_with('.')
}
