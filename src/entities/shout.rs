//! Lines in capitals throughout: "HARBOUR BOARD DELAYS VOTE".

use super::Mention;
use crate::lexicon::gazetteer;
use crate::text::{Shape, TokenKind};
use crate::view::View;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Drops what was found in lines of capitals and is named nowhere else in the article nor in the lists: where every word
/// is written like an acronym, capitals tell nothing.
///
/// Leaves alone articles that are in capitals throughout.
pub(super) fn settle(view: &View, mentions: &mut Vec<Mention>) {
    let (loud, plain): (Vec<_>, Vec<_>) = view
        .text
        .included()
        .map(|sentence| sentence.tokens.clone())
        .filter(|tokens| words(view, tokens) > 2)
        .partition(|tokens| is_loud(view, tokens));
    if loud.is_empty() || plain.is_empty() {
        return;
    }
    let shouted = |mention: &Mention| {
        let at = view.text.token_at(mention.span.start);
        let line = loud.partition_point(|tokens| tokens.end <= at);
        loud.get(line).is_some_and(|tokens| tokens.contains(&at))
    };
    let name = |mention: &Mention| view.text.slice(mention.span).to_lowercase();
    let known: FxHashSet<String> = mentions.iter().filter(|mention| !shouted(mention)).map(name).collect();
    mentions.retain(|mention| {
        let listed = || gazetteer::get(&name(mention)).is_some_and(|entry| entry.identity() != 0);
        mention.label.is_none() || !shouted(mention) || known.contains(&name(mention)) || listed()
    });
}

fn words(view: &View, tokens: &Range<usize>) -> usize {
    tokens.clone().filter(|at| view.kind(*at) == Some(TokenKind::Word)).count()
}

/// Whether all words are in capitals.
fn is_loud(view: &View, tokens: &Range<usize>) -> bool {
    let mut words = tokens.clone().filter(|at| view.kind(*at) == Some(TokenKind::Word));
    words.all(|at| matches!(view.shape(at), Some(Shape::Upper | Shape::Initial)))
}
