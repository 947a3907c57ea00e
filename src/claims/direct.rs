//! Quotations after their cue: `He said: “…”`, and what goes on after it: `“…,” he said. “…”`.

use super::Claim;
use super::Find;
use super::predicate::{Frame, Predicate};
use super::scene::Scene;
use crate::rule::Rule;
use crate::span::Span;
use std::ops::Range;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/direct", about: "a quotation after its cue: he said: “…”", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Quotation(open) = predicate.frame else { continue };
        let Some(number) = scene.opens(open) else { continue };
        let quotation = &scene.quotations[number];
        let Some(content) = scene.cover(&quotation.tokens) else { continue };
        let mut contents = vec![content];
        // Unquoted words that end the sentence belong to what is said: `said “we will win” and go home`.
        follow(scene, number, quotation.tokens.end, &mut contents);
        claims.push(Claim::reported(scene, RULE.name, predicate, contents));
    }
}

/// Takes in the quotations that go on after the cue: `“…,” he said, “…”`, `“…,” he said. “…”`.
pub(super) fn go_on(scene: &Scene, predicate: &Predicate, contents: &mut Vec<Span>) {
    let mut at = predicate.right;
    let mut steps = 0;
    while steps < 3 && at < scene.text.tokens.len() && scene.opens(at).is_none() {
        if !matches!(scene.norm(at), "," | "." | ":" | ";" | "—" | "–" | "and" | "but") {
            // More words about the speaker: what goes on begins the next sentence.
            at = predicate.sentence.end;
            let next = scene.predicates.partition_point(|other| other.cue.start < predicate.right);
            let other = |other: &Predicate| matches!(other.frame, Frame::Tail(_) | Frame::Quotation(_));
            if scene.predicates.get(next).is_some_and(|next| next.cue.start < at && other(next)) {
                return;
            }
            break;
        }
        at += 1;
        steps += 1;
    }
    let Some(number) = scene.opens(at) else { return };
    if !same_block(scene, predicate.right.saturating_sub(1), at) || is_taken(scene, number) {
        return;
    }
    let quotation = &scene.quotations[number];
    contents.extend(scene.cover(&quotation.tokens));
    follow(scene, number, quotation.tokens.end, contents);
}

/// Takes in the paragraphs that go on with a quotation left open, and the quotations that follow at once.
pub(super) fn follow(scene: &Scene, mut number: usize, mut end: usize, contents: &mut Vec<Span>) {
    loop {
        let next = (number + 1..scene.quotations.len()).find(|next| scene.quotations[*next].tokens.start >= end);
        let Some(next) = next else { return };
        let quotation = &scene.quotations[next];
        let goes_on = scene.quotations[number].continued
            || quotation.depth == 0
                && quotation.tokens.start == end
                && (same_block(scene, end - 1, end) || fills_block(scene, quotation.tokens.clone()));
        if !goes_on || is_taken(scene, next) {
            return;
        }
        contents.extend(scene.cover(&quotation.tokens));
        end = quotation.tokens.end;
        number = next;
    }
}

/// Whether a quotation is a paragraph by itself.
fn fills_block(scene: &Scene, tokens: Range<usize>) -> bool {
    let (Some(first), Some(last)) = (scene.text.tokens.get(tokens.start), scene.text.tokens.get(tokens.end - 1)) else {
        return false;
    };
    let at = scene.text.blocks.partition_point(|block| block.span.end <= first.span.start);
    scene
        .text
        .blocks
        .get(at)
        .is_some_and(|block| block.span.start == first.span.start && block.span.end == last.span.end)
}

/// Whether another verb of saying stands right after a quotation, or before it.
pub(super) fn is_taken(scene: &Scene, number: usize) -> bool {
    let quotation = &scene.quotations[number];
    let end = quotation.tokens.end;
    let behind = |at: usize| {
        scene.begins(at).is_some_and(|predicate| matches!(predicate.frame, Frame::Tail(_)) && predicate.left == at)
    };
    behind(end) || scene.is_comma(end) && behind(end + 1)
}

pub(super) fn same_block(scene: &Scene, one: usize, other: usize) -> bool {
    let text = scene.text;
    let (Some(one), Some(other)) = (text.tokens.get(one), text.tokens.get(other)) else { return false };
    let at = text.blocks.partition_point(|block| block.span.end <= one.span.start);
    text.blocks.get(at).is_some_and(|block| block.span.contains(other.span))
}
