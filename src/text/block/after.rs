//! Whatever stands after the article: lists of other stories, the author's life, comments.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::author;
use crate::text::furniture::{self, Class};
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/after", about: "Lines after the article, and the lines about its author", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    if page.body.is_empty() {
        return;
    }
    // After a heading such as "Related articles" nothing comes back.
    let heading =
        (page.body.end..page.lines.len()).find(|at| matches!(page.lines[*at].furniture, Some(Class::Box | Class::End)));
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

/// "Jane Smith is a reporter for …", "Smith covers …", "Jane Smith, a staff writer, is the author of …".
fn is_about_author(text: &str) -> bool {
    const ROLES: [&str; 11] = [
        "reporter",
        "writer",
        "correspondent",
        "editor",
        "journalist",
        "columnist",
        "producer",
        "contributor",
        "freelance",
        "blogger",
        "photographer",
    ];
    let named = text.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).take(4).count();
    let name: Vec<&str> = text.split_whitespace().take(named).collect();
    let name = name.join(" ");
    // "After reports …", "As Ada Brown writes …": what begins so is no name.
    let first = name.split(' ').next().unwrap_or_default();
    if first.len() < 3 || furniture::is_common(first.as_bytes()) {
        return false;
    }
    let tail = text.split_whitespace().skip(named);
    let words: Vec<&str> = tail.take(12).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let article = |word: &&str| matches!(*word, "a" | "an" | "the" | "our");
    let role = |words: &[&str]| words.iter().any(|word| ROLES.contains(word) || *word == "author");
    match words.as_slice() {
        ["is" | "was", of, rest @ ..] if article(of) => {
            let expert = rest.windows(3).any(|run| {
                run[0] == "who"
                    && (matches!(run[1], "covers" | "writes" | "reports") || (run[1] == "has" && run[2] == "covered"))
            });
            role(rest) || expert
        }
        ["covers" | "writes" | "reports", "for" | "about" | "on" | "the", ..] => true,
        ["covers" | "writes" | "reports", what, ..] => {
            author::is_name(&name) && *what != "of" && !what.starts_with(char::is_uppercase)
        }
        [of, rest @ ..] if article(of) && name.ends_with(',') => {
            let close = &rest[..rest.len().min(5)];
            role(close) && rest.iter().any(|word| matches!(*word, "is" | "covers" | "writes" | "joined"))
        }
        _ => false,
    }
}
