//! "Who" and "which" as the source of a claim: "Ann Lee, who said".

use super::{Find, Referent, View, noun};
use crate::entities::{Form, Kind, Mention};
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Pos;

/// A relative pronoun that is the source of a claim, for the name right before it, or for the person with an
/// affiliation ("Ann Lee of the Harbour Institute, who said"). Leaves alone all other relative pronouns.
pub(super) const RULE: Rule<Find> =
    Rule { name: "link/relative", about: "“who” in “Ann Lee, who said” for the name before it", find };

/// The longest affiliation between a person and "who", in bytes.
const AFFILIATION: usize = 120;

fn find(view: &View, at: usize) -> Option<Referent> {
    let scene = view.scene;
    let norm = scene.text.norm(at);
    if !matches!(norm, "who" | "which") || !scene.is_source(at) {
        return None;
    }
    let start = scene.text.tokens[at].span.start;
    let end = scene.mentions.partition_point(|mention| mention.span.start < start);
    let before = &scene.mentions[..end];
    let nearest = before.last()?;
    let antecedent = if norm == "who" && nearest.kind != Kind::Person {
        let person = before.iter().rev().take(4).find(|mention| mention.kind == Kind::Person)?;
        is_affiliation(gap(view, person, start)?).then_some(person)
    } else {
        let near = matches!(gap(view, nearest, start)?.trim(), "" | ",");
        (near && !(norm == "who" && depends(view, nearest))).then_some(nearest)
    };
    Some(Referent {
        tokens: at..at + 1,
        entity: antecedent?.entity?,
        form: Form::Pronoun,
        confidence: Confidence::Medium,
        why: "the name before the word",
    })
}

/// "Two aides to Lind, who": the name depends on a noun for people, who may be the antecedent.
fn depends(view: &View, mention: &Mention) -> bool {
    let tagged = view.scene.tagged;
    let name = view.scene.text.tokens_in(mention.span).start;
    name > 1
        && matches!(tagged.pos(name - 1), Pos::Adp | Pos::Part)
        && tagged.pos(name - 2) == Pos::Noun
        && noun::is_human(view.scene.text.norm(name - 2))
}

/// The text between a mention and the pronoun.
fn gap<'v>(view: &View<'v>, mention: &Mention, start: u32) -> Option<&'v str> {
    (mention.span.end <= start).then(|| view.scene.text.slice(Span::new(mention.span.end, start)))
}

fn is_affiliation(gap: &str) -> bool {
    [" of ", " at ", " from ", ", "].iter().any(|start| gap.starts_with(start))
        && gap.len() < AFFILIATION
        && !gap.contains(['.', ';', '"', '“', '”', '\n'])
}
