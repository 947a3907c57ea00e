//! What the sequence model looks at: words, clusters, parts of speech, quotations, and what the rules made of them.

use super::super::Claim;
use super::super::cue::is;
use super::super::predicate::Frame;
use super::super::scene::Scene;
use crate::tag::Seen;
use crate::tag::features::Sink;
use crate::tag::hash::{self, pair};
use std::ops::Range;

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Atom {
    word: u32,
    ending: u32,
    cluster: u32,
    pos: u32,
    /// Capital, kind of token, what the word does in a clause.
    sort: u32,
    /// Whether it stands in a quotation, opens or closes one, and how long that is.
    quoted: u32,
    /// The rules' verdict: its role, whether it begins there, and by which rule.
    verdict: u32,
    /// The verdict without the rule.
    role: u32,
    mark: bool,
}

const BEGIN: Atom = edge(1);
const END: Atom = edge(2);

const fn edge(number: u32) -> Atom {
    Atom { word: number, ending: number, cluster: 0, pos: 0, sort: number, quoted: 0, verdict: 0, role: 0, mark: true }
}

/// The atoms of all tokens, by the claims that rules have found.
pub(in crate::claims) fn atoms(scene: &Scene, claims: &[Claim]) -> Vec<Atom> {
    let model = crate::tag::model();
    let text = scene.text;
    let mut atoms: Vec<Atom> = (0..text.tokens.len())
        .map(|at| {
            let Seen { word, ending, cluster, .. } = scene.tagged.seen.get(at).copied().unwrap_or_default();
            let bits = scene.word(at).is;
            let duties = is::DETERMINER
                | is::SUBJECT
                | is::AUXILIARY
                | is::PREPOSITION
                | is::SUBORDINATOR
                | is::RELATIVE
                | is::QUESTION
                | is::COORDINATOR
                | is::GROUP
                | is::DOCUMENT
                | is::PERSON;
            let quotation = scene.quotation(at).map(|number| &scene.quotations[number]);
            let quoted = quotation.map_or(0, |quotation| {
                let place = if quotation.tokens.start == at {
                    1
                } else if quotation.tokens.end == at + 1 {
                    2
                } else {
                    3
                };
                let long = (quotation.tokens.len() as u32).ilog2().min(4);
                place << 4 | long
            });
            Atom {
                word,
                // A word of two letters is its own ending.
                ending: if ending == 0 { word } else { ending },
                cluster: if cluster == 0 { model.cluster(word) } else { cluster },
                pos: scene.pos(at) as u32 + 1,
                sort: pair(
                    bits & duties,
                    u32::from(scene.is_title(at)) << 8
                        | u32::from(scene.word(at).is_cue()) << 9
                        | text.tokens[at].kind as u32,
                ),
                quoted,
                verdict: 0,
                role: 0,
                mark: scene.is_mark(at),
            }
        })
        .collect();
    // Sources and cues go over the contents that they stand in.
    let contents = claims.iter().flat_map(|claim| claim.content.iter().map(move |span| (claim, *span, 1)));
    let sources = claims.iter().filter_map(|claim| Some((claim, claim.source.as_ref()?.span, 2)));
    let cues = claims.iter().filter_map(|claim| Some((claim, claim.cue.as_ref()?.span, 3)));
    for (claim, span, role) in contents.chain(sources.chain(cues)) {
        let rule = hash::bytes(claim.by.rule.bytes());
        let tokens = text.tokens_in(span);
        for at in tokens.clone() {
            atoms[at].role = role << 1 | u32::from(at == tokens.start);
            atoms[at].verdict = pair(rule, atoms[at].role);
        }
    }
    atoms
}

/// What stands around in the sentence: for each token the nearest cue on either side, and the clause it is in.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Sort and distance of the nearest cue before each token, of the one after it.
    left: Vec<[u32; 2]>,
    right: Vec<[u32; 2]>,
    /// The first word of the clause, and how the clause ends.
    opening: Vec<u32>,
    closing: Vec<u32>,
    /// The nearest verb before, and after with how far it is.
    verb: Vec<u32>,
    next: Vec<[u32; 2]>,
    /// The nearest mark before.
    mark: Vec<u32>,
    /// What roles the rules gave to tokens before this one, and to tokens after it.
    past: Vec<u32>,
    ahead: Vec<u32>,
}

fn bucket(distance: usize) -> u32 {
    match distance {
        0..=3 => distance as u32,
        4..=5 => 4,
        6..=8 => 5,
        9..=14 => 6,
        15..=24 => 7,
        _ => 8,
    }
}

impl Context {
    /// Of one sentence.
    pub(in crate::claims) fn of(scene: &Scene, atoms: &[Atom], tokens: &Range<usize>) -> Context {
        let len = tokens.len();
        let mut context = Context {
            left: vec![[0; 2]; len],
            right: vec![[0; 2]; len],
            opening: vec![0; len],
            closing: vec![0; len],
            verb: vec![0; len],
            next: vec![[0; 2]; len],
            mark: vec![0; len],
            past: vec![0; len],
            ahead: vec![0; len],
        };
        let first = scene.predicates.partition_point(|predicate| predicate.cue.end <= tokens.start);
        let here: Vec<_> =
            scene.predicates[first..].iter().take_while(|predicate| predicate.cue.start < tokens.end).collect();
        let sort = |number: usize| {
            let predicate = here[number];
            let frame = match predicate.frame {
                Frame::Quotation(_) => 1,
                Frame::Tail(_) => 2,
                Frame::Inserted(..) => 3,
                Frame::Clause(_) => 4,
                Frame::Infinitive(_) => 5,
                Frame::Object(_) => 6,
                Frame::Passive(_) => 7,
                Frame::Raised(..) => 8,
            };
            [frame, pair(frame, atoms[predicate.cue.end - 1].word)]
        };
        let mut last: Option<usize> = None;
        let mut next = 0;
        let (mut opening, mut verb, mut mark, mut past) = (0, 0, 0, 0);
        for at in tokens.clone() {
            let step = at - tokens.start;
            if next < here.len() && here[next].cue.end <= at {
                last = Some(next);
                next += 1;
            }
            if let Some(number) = last {
                let distance = bucket(at + 1 - here[number].cue.end);
                let [frame, word] = sort(number);
                context.left[step] = [frame << 4 | distance, pair(word, distance)];
            }
            if let Some(predicate) = here.get(next) {
                let distance = bucket(predicate.cue.start.saturating_sub(at));
                let [frame, word] = sort(next);
                context.right[step] = [frame << 4 | distance, pair(word, distance)];
            }
            if at == tokens.start || atoms[at - 1].mark || scene.is(at, is::SUBORDINATOR | is::RELATIVE) {
                opening = atoms[at].word;
            }
            context.opening[step] = opening;
            context.verb[step] = verb;
            context.mark[step] = mark;
            context.past[step] = past;
            past |= 1 << (atoms[at].role >> 1);
            if atoms[at].mark {
                mark = atoms[at].word;
            }
            if matches!(scene.pos(at), crate::tag::Pos::Verb) {
                verb = atoms[at].word;
            }
        }
        let (mut closing, mut ahead, mut verb) = (0, 0, None);
        for at in tokens.clone().rev() {
            let step = at - tokens.start;
            context.ahead[step] = ahead;
            ahead |= 1 << (atoms[at].role >> 1);
            context.next[step] = verb.map_or([0; 2], |verb: usize| [atoms[verb].word, bucket(verb - at)]);
            if matches!(scene.pos(at), crate::tag::Pos::Verb | crate::tag::Pos::Aux) {
                verb = Some(at);
            }
            if atoms[at].mark {
                closing = atoms[at].word;
            }
            context.closing[step] = closing;
        }
        context
    }
}

/// The features of token `at` of the `tokens` of a sentence.
#[inline(always)]
pub fn features<S: Sink>(atoms: &[Atom], context: &Context, tokens: &Range<usize>, at: usize, mut f: S) -> S {
    let near = |offset: isize| match at.checked_add_signed(offset) {
        Some(at) if at < tokens.start => &BEGIN,
        Some(at) if at >= tokens.end => &END,
        Some(at) => &atoms[at],
        None => &BEGIN,
    };
    let step = at - tokens.start;
    let (a, before, after) = (near(0), near(-1), near(1));
    let (first, last) = (near(-2), near(2));
    f.add(0);
    f.add(a.word);
    f.add(pair(a.ending, a.pos));
    f.add(a.cluster >> 2);
    f.add(a.cluster >> 4);
    f.add(pair(before.cluster >> 4, pair(a.cluster >> 4, after.cluster >> 4)));
    f.add(pair(before.sort, pair(a.sort, after.sort)));
    f.add(pair(a.quoted, a.pos));
    f.add(pair(before.quoted, pair(a.quoted, after.quoted)));
    // The rules.
    f.add(a.verdict);
    f.add(pair(a.verdict, a.pos));
    f.add(pair(a.verdict, a.word));
    f.add(pair(before.role, pair(a.role, after.role)));
    f.add(pair(before.verdict, a.verdict));
    f.add(pair(a.verdict, after.verdict));
    f.add(pair(pair(first.role, before.role), pair(a.role, pair(after.role, last.role))));
    f.add(pair(a.role, a.quoted));
    f.add(pair(a.role, pair(before.pos, a.pos)));
    f.add(pair(a.role, before.word));
    f.add(pair(a.role, after.word));
    f.add(pair(a.role, a.cluster >> 4));
    // The nearest cues, the clause.
    f.add(context.left[step][1]);
    f.add(context.right[step][1]);
    f.add(pair(context.left[step][0], context.right[step][0]));
    f.add(pair(context.left[step][0], a.role));
    f.add(pair(context.right[step][0], a.role));
    f.add(pair(context.left[step][0], pair(a.pos, before.pos)));
    f.add(pair(context.opening[step], a.role));
    f.add(pair(context.closing[step], a.role));
    f.add(pair(context.verb[step], a.role));
    f.add(pair(context.verb[step], a.pos));
    f.add(pair(bucket(step), a.role));
    f.add(pair(bucket(tokens.end - 1 - at), a.role));
    let (opens, closes) = (&atoms[tokens.start], &atoms[tokens.end - 1]);
    f.add(pair(opens.quoted, pair(a.role, closes.quoted)));
    let around = pair(context.past[step], context.ahead[step]);
    f.add(pair(around, a.role));
    f.add(pair(around, pair(a.role, a.pos)));
    f.add(pair(context.past[step], a.word));
    f.add(pair(context.ahead[step], a.word));
    let [verb, distance] = context.next[step];
    f.add(pair(verb, a.role));
    f.add(pair(distance, pair(a.pos, a.role)));
    f.add(pair(context.mark[step], a.role));
    f.add(pair(pair(after.word, last.word), a.role));
    f.add(pair(pair(first.word, before.word), a.role));
    f.add(pair(pair(before.word, a.word), a.role));
    f.add(pair(pair(a.word, after.word), a.role));
    f.add(pair(opens.word, a.role));
    f
}
