//! Names that the article has elsewhere and no finder marked: "Ford posts profits" above "Ford Motor Co. said".

use crate::entities::{Form, Kind, Label, Mention, Parts};
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;
use crate::tag::{self, Pos, Tagged};
use crate::text::{BlockKind, Shape, Text, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Longest name that is looked for, in tokens.
const LONGEST: usize = 6;

/// A name of the article.
#[derive(Clone, Copy)]
struct Known {
    kind: Kind,
    label: Option<Label>,
    span: Span,
    /// A part of a name: its form is short.
    part: bool,
    /// Two kinds of things have it.
    doubtful: bool,
    /// How often it stands alone in the article.
    count: usize,
    /// Letters for a name, which are written as capitals only.
    letters: bool,
    /// One of its mentions is more than a guess.
    sure: bool,
}

/// The mentions to add: words in capitals that name something elsewhere in the article and are part of no longer name.
///
/// `taken` says which spans a time or figure has. Leaves alone names that two kinds of things have.
pub(super) fn find(text: &Text, tagged: &Tagged, mentions: &[Mention], taken: impl Fn(Span) -> bool) -> Vec<Mention> {
    let known = known(text, mentions);
    let openings: FxHashSet<&[u8]> = known.keys().filter_map(|name| name.as_bytes().get(..2)).collect();
    let mut found = Vec::new();
    let mut next = 0;
    for sentence in text.included() {
        let heading = matches!(text.blocks[sentence.block as usize].kind, BlockKind::Headline | BlockKind::Subhead);
        // "Senate Passes Budget" has capitals for every word, "Budget fails to pass Senate" for names alone.
        let lower = |at: usize| {
            text.tokens[at].shape == Shape::Lower && matches!(tagged.pos(at), Pos::Noun | Pos::Verb | Pos::Adj)
        };
        let capitals = heading && !sentence.tokens.clone().any(lower);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let token = text.tokens[at].span;
            while next < mentions.len() && mentions[next].span.end <= token.start {
                next += 1;
            }
            if let Some(mention) = mentions.get(next).filter(|mention| mention.span.start < token.end) {
                at = text.tokens_in(mention.span).end.max(at + 1);
                continue;
            }
            if !is_capital(text, at) || !may_open(&openings, text.norm(at)) {
                at += 1;
                continue;
            }
            let limit = mentions.get(next).map_or(u32::MAX, |mention| mention.span.start);
            let first = at == sentence.tokens.start || !text.norm(at - 1).ends_with(char::is_alphanumeric);
            let longest = (at + 1..sentence.tokens.end.min(at + LONGEST) + 1).rev().find_map(|end| {
                let span = text.cover(at..end);
                let one = known.get(&super::key(text.slice(span)))?;
                if one.doubtful || !one.sure && one.count < 2 || span.end > limit {
                    return None;
                }
                let word = end == at + 1 && tag::is_common(text.norm(at));
                // "The Black church" and "Black voters" are not Karen Black's.
                let describes = tagged.pos(end) == Pos::Noun || at > 0 && tagged.pos(at - 1) == Pos::Det;
                let opens = capitals || first && (one.count < 2 || is_plural_verb(text.norm(end)));
                let word = word && (opens || describes);
                let upper = !one.letters || text.tokens[at].shape == Shape::Upper;
                let named = upper && !word && is_name(text, tagged, &sentence.tokens, at..end) && !taken(span);
                named.then(|| (end, mention(text, span, one)))
            });
            at = longest.as_ref().map_or(at + 1, |(end, _)| *end);
            found.extend(longest.map(|(_, mention)| mention));
        }
    }
    found
}

/// Whether a name with one of these openings may begin with a word; most words need not be looked up any further.
fn may_open(openings: &FxHashSet<&[u8]>, word: &str) -> bool {
    !word.is_ascii() || word.as_bytes().get(..2).is_none_or(|opening| openings.contains(opening))
}

/// The names by their key: whole names, and the first words of organisations' names.
fn known(text: &Text, mentions: &[Mention]) -> FxHashMap<String, Known> {
    let mut known: FxHashMap<String, Known> = FxHashMap::default();
    let mut parts: FxHashMap<String, Known> = FxHashMap::default();
    for mention in mentions {
        let Mention { kind, label, span, .. } = *mention;
        let telling = matches!(kind, Kind::Person | Kind::Organisation | Kind::Place | Kind::Product);
        if !telling {
            continue;
        }
        let sure = mention.confidence > Confidence::Low;
        let name = super::key(text.slice(span));
        let one = Known { kind, label, span, part: false, doubtful: false, count: 0, letters: false, sure };
        add(&mut known, name.clone(), one);
        let short = Known { part: true, ..one };
        match kind {
            Kind::Organisation => {
                let letters = initials(text.slice(span));
                if letters.len() > 1 {
                    add(&mut parts, letters, Known { letters: true, ..short });
                }
                if let Some((first, _)) = name.split_once(' ').filter(|(first, _)| !tag::is_common(first)) {
                    add(&mut parts, first.to_owned(), short);
                }
            }
            Kind::Person => {
                if let Some(family) = mention.parts.family.filter(|family| *family != span) {
                    add(&mut parts, super::key(text.slice(family)), short);
                }
            }
            _ => {}
        }
    }
    for (name, part) in parts {
        let whole = known.entry(name).or_insert(Known { count: 0, ..part });
        // "Steve Jobs" and "Jobs" both tell of "Jobs".
        if whole.kind == part.kind {
            whole.count += part.count;
        }
    }
    known
}

fn add(known: &mut FxHashMap<String, Known>, name: String, one: Known) {
    let entry = known.entry(name).or_insert(one);
    entry.doubtful |= entry.kind != one.kind;
    entry.count += 1;
    entry.sure |= one.sure;
}

/// The first letters of a name's words in lower case: "gm" of "General Motors".
fn initials(name: &str) -> String {
    let capitals = name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase());
    capitals.flat_map(char::to_lowercase).collect()
}

/// "Jobs were lost": the word is a plural and no name.
fn is_plural_verb(norm: &str) -> bool {
    matches!(norm, "are" | "were" | "have")
}

/// Whether words are written as a name: in capitals, with no capital beside them.
fn is_name(text: &Text, tagged: &Tagged, sentence: &Range<usize>, tokens: Range<usize>) -> bool {
    let outer = |at: usize| sentence.contains(&at) && is_capital(text, at) && tagged.pos(at) == Pos::Propn;
    // "Ford 150" is a model.
    let numbered = sentence.contains(&tokens.end)
        && text.spaced(tokens.end)
        && matches!(text.tokens[tokens.end].kind, TokenKind::Number | TokenKind::Mixed);
    let alone = !(tokens.start > 0 && outer(tokens.start - 1) || outer(tokens.end) || numbered);
    is_capital(text, tokens.start) && alone && text.norm(tokens.start).len() > 1
}

fn is_capital(text: &Text, at: usize) -> bool {
    matches!(text.tokens[at].shape, Shape::Title | Shape::Upper | Shape::MixedCase)
}

fn mention(text: &Text, span: Span, one: &Known) -> Mention {
    let short = one.part || one.kind == Kind::Person && !text.slice(span).contains(' ');
    let family = (one.kind == Kind::Person && short).then_some(span);
    Mention {
        span,
        kind: one.kind,
        label: one.label,
        form: if short { Form::Short } else { Form::Name },
        parts: Parts { family, ..Parts::default() },
        title: None,
        entity: None,
        decided: None,
        confidence: Confidence::Medium,
        by: By::rule("link/again"),
        reasons: vec![Reason::at("named-before", "the same words name it elsewhere", one.span)],
    }
}
