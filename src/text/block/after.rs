//! Whatever stands after the article: lists of other stories, the author's life, comments.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::furniture::Class;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/after", about: "Lines after the article, and the lines about its author", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    if page.body.is_empty() {
        return;
    }
    // After a heading such as "Related articles" nothing comes back.
    let heading = (page.body.end..page.lines.len()).find(|at| page.lines[*at].furniture == Some(Class::End));
    let from = if page.furnished { page.body.end } else { heading.unwrap_or(page.lines.len()) };
    for at in from..page.lines.len() {
        verdicts.propose(at, BlockKind::Boilerplate, "after", "stands after the article's end");
    }
    let edges = page.body.clone().take(2).chain(page.body.clone().rev().take(8));
    for at in edges {
        if page.lines[at].words <= 90 && is_about_author(page.text(at)) && page.body.len() > 3 {
            verdicts.propose(at, BlockKind::Boilerplate, "author", "says who the author is");
        }
    }
}

/// "Jane Smith is a reporter for …", "Smith covers …".
fn is_about_author(text: &str) -> bool {
    let mut rest = text.split_whitespace();
    let named = rest.by_ref().take_while(|word| word.starts_with(|c: char| c.is_uppercase())).take(4).count();
    if !(1..=4).contains(&named) {
        return false;
    }
    let tail = text.split_whitespace().skip(named);
    let words: Vec<&str> = tail.take(12).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let role = words.iter().any(|word| {
        matches!(
            *word,
            "reporter"
                | "writer"
                | "correspondent"
                | "editor"
                | "journalist"
                | "columnist"
                | "producer"
                | "author"
                | "contributor"
                | "freelance"
                | "blogger"
                | "critic"
                | "photographer"
        )
    });
    match words.first() {
        Some(&"is" | &"was") => {
            let expert = words.windows(3).any(|run| {
                run[0] == "who"
                    && (matches!(run[1], "covers" | "writes" | "reports") || (run[1] == "has" && run[2] == "covered"))
            });
            let article = words.get(1).is_some_and(|word| matches!(*word, "a" | "an" | "the" | "our"));
            article && (role || expert)
        }
        Some(&"covers" | &"writes" | &"reports") => true,
        _ => false,
    }
}
