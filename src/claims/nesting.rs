//! Claims within claims: "X said that Y had told Z …" is the parent of what Y told.

use super::scene::Scene;
use super::{Claim, CueClass, Mode};
use crate::order;
use crate::span::Span;

/// Sets the parent of each claim: the narrowest one whose content holds its cue and its content.
pub(super) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    let whole = |claim: &Claim| {
        let mut span = claim.content[0];
        for part in claim.content[1..].iter().copied().chain(claim.cue.iter().map(|cue| cue.span)) {
            span = span.cover(part);
        }
        span
    };
    let inner: Vec<Span> = claims.iter().map(whole).collect();
    // Contents open to the left of the present one, the outer ones first.
    let mut parts: Vec<(Span, usize)> =
        claims.iter().enumerate().flat_map(|(at, claim)| claim.content.iter().map(move |part| (*part, at))).collect();
    order::by(&mut parts, |(span, _)| order::outer_first(*span));
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order::by(&mut order, |at| order::outer_first(inner[*at]));
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next = 0;
    for at in order {
        while next < parts.len() && parts[next].0.start <= inner[at].start {
            open.retain(|(span, _)| span.end > parts[next].0.start);
            open.push(parts[next]);
            next += 1;
        }
        // The depth is bounded by how contents nest; look no further than a few.
        let parent = open.iter().rev().take(16).find(|(span, owner)| {
            *owner != at && span.contains(inner[at]) && *span != inner[at] && claims[*owner].mode != Mode::Narrator
        });
        claims[at].parent = parent.map(|(_, owner)| *owner);
    }
    drop_attitudes(scene, claims);
    for at in 0..claims.len() {
        // Two that hold each other's parts are no parent and child.
        if claims[at].parent.is_some_and(|parent| claims[parent].parent == Some(at)) {
            claims[at].parent = None;
        }
    }
}

/// Leaves out wishes and attitudes within what somebody says: of "he said he hopes to win" one claim is enough. Within a
/// turn of a transcript what the speaker says of themselves or of whom they ask is the turn's.
fn drop_attitudes(scene: &Scene, claims: &mut Vec<Claim>) {
    let kept: Vec<bool> = claims
        .iter()
        .map(|claim| {
            let says = claim.cue.as_ref().is_none_or(|cue| {
                !matches!(cue.class, CueClass::Belief | CueClass::Emotion | CueClass::Demand | CueClass::Promise)
            });
            let turn = claim.parent.is_some_and(|parent| claims[parent].by.rule == super::transcript::RULE.name);
            let own = |source: &super::Source| {
                let first = scene.text.slice(source.span).split([' ', '\'', '’']).next().unwrap_or_default();
                ["i", "we", "you", "my", "our", "your", "one"].iter().any(|word| first.eq_ignore_ascii_case(word))
            };
            if turn && claim.source.as_ref().is_none_or(own) {
                return false;
            }
            let clausal =
                [super::indirect::RULE.name, super::direct::RULE.name, super::tail::RULE.name].contains(&claim.by.rule);
            claim.parent.is_none()
                || claim.cue.is_none()
                || says && clausal
                || claim.by.rule == super::according::RULE.name
        })
        .collect();
    let mut number = 0;
    let numbers: Vec<usize> = kept
        .iter()
        .map(|kept| {
            number += usize::from(*kept);
            number
        })
        .collect();
    // A parent that goes hands its children to its own parent; chains are as deep as the nesting, which is shallow.
    for at in 0..claims.len() {
        let mut parent = claims[at].parent;
        for _ in 0..16 {
            match parent {
                Some(up) if !kept[up] => parent = claims[up].parent,
                _ => break,
            }
        }
        claims[at].parent = parent.filter(|up| kept[*up]);
    }
    for claim in claims.iter_mut() {
        claim.parent = claim.parent.map(|up| numbers[up] - 1);
    }
    let mut at = 0;
    claims.retain(|_| {
        at += 1;
        kept[at - 1]
    });
}
