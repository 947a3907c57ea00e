//! The parser: the actions that the model likes best, one after the other.

use super::state::{Action, NONE, State, Word};
use super::{Arc, Parsed, Relation, features, repair};
use crate::tag::blob::{Model, Tagger};
use crate::tag::features::Room;
use crate::tag::{Pos, Tagged};
use crate::text::{Text, TokenKind};
use std::ops::Range;
use std::sync::LazyLock;

/// Columns of a row of weights: left and right; the score of a shift is zero.
pub const ACTIONS: usize = 2;
/// Columns of a row of weights: relations, and a few that are never used.
pub const RELATIONS: usize = 40;

pub(crate) static MODEL: &[u8] = include_bytes!("../../model/parser.bin");

/// The model that the program carries, opened when it is first asked for.
pub fn model() -> &'static Model {
    static OPEN: LazyLock<Model> = LazyLock::new(|| Model::open(MODEL));
    &OPEN
}

/// Reads the tree of every sentence by some model.
pub fn parse(model: &Model, text: &Text, tagged: &Tagged) -> Parsed {
    let mut arcs: Vec<Arc> =
        (0..text.tokens.len()).map(|at| Arc { head: at as u32, relation: Relation::Root, margin: 0 }).collect();
    let mut reading = Reading::default();
    for sentence in &text.sentences {
        reading.words(text, tagged, after_dateline(text, sentence.tokens.clone()));
        run(model, &mut reading.state);
        reading.write(&mut arcs, sentence.tokens.clone());
        repair::repair(text, tagged, &mut arcs, sentence.tokens.clone());
    }
    Parsed::new(text, tagged, arcs)
}

/// The tokens of a sentence without the dateline before it ("LIMA, Feb. 9 (AP) — *At least 47 people* …"), which is no
/// part of its grammar.
fn after_dateline(text: &Text, tokens: Range<usize>) -> Range<usize> {
    let Some(first) = text.tokens.get(tokens.start) else { return tokens };
    let head = text.datelines.iter().find(|dateline| dateline.span.start == first.span.start);
    let end = head.map_or(tokens.start, |dateline| text.token_at(dateline.span.end));
    if end < tokens.end { end.max(tokens.start)..tokens.end } else { tokens }
}

/// A sentence as the parser sees it; kept from one sentence to the next for its memory.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its words and arcs.
    pub state: State,
    /// The token of each word.
    pub tokens: Vec<u32>,
}

impl Reading {
    /// Puts in the words of a sentence; marks go to the word that follows them.
    pub fn words(&mut self, text: &Text, tagged: &Tagged, tokens: Range<usize>) {
        self.tokens.clear();
        self.state.words.clear();
        let mut marks = 0;
        for at in tokens {
            if is_mark(text, tagged, at) {
                let tied = !text.spaced(at) && text.tokens.get(at + 1).is_some() && !text.spaced(at + 1);
                marks |= features::mark_of(text.norm(at), tied);
                continue;
            }
            let seen = tagged.seen.get(at).copied().unwrap_or_default();
            self.tokens.push(at as u32);
            self.state.words.push(Word {
                word: seen.word,
                ending: seen.ending,
                cluster: seen.cluster,
                pos: tagged.pos(at) as u32 + 1,
                second: seen.second,
                marks: std::mem::take(&mut marks),
            });
        }
        self.state.begin();
    }

    fn write(&self, arcs: &mut [Arc], tokens: Range<usize>) {
        let mut root = tokens.start;
        for (family, at) in self.state.families.iter().zip(&self.tokens) {
            if family.head == NONE {
                root = *at as usize;
                arcs[root].margin = family.margin.clamp(0, 255) as u8;
                continue;
            }
            arcs[*at as usize] = Arc {
                head: self.tokens[family.head as usize],
                relation: family.relation,
                margin: family.margin.clamp(0, 255) as u8,
            };
        }
        let mut words = self.tokens.iter().map(|at| *at as usize).peekable();
        for at in tokens {
            if words.next_if_eq(&at).is_none() && at != root {
                arcs[at] = Arc { head: root as u32, relation: Relation::Punct, margin: u8::MAX };
            }
        }
    }
}

/// Whether the parser takes a token for a mark rather than a word.
pub fn is_mark(text: &Text, tagged: &Tagged, at: usize) -> bool {
    tagged.pos(at) == Pos::Punct || text.tokens[at].kind == TokenKind::Punct
}

/// Takes actions until every word has its head.
fn run(model: &Model, state: &mut State) {
    let [structure, relations] = &model.layers;
    let mut room = Room::default();
    while !state.is_done() {
        let Some((action, margin)) = choose(structure, state, &mut room) else { break };
        let top = state.top(0);
        if let Some(family) = state.families.get_mut(top as usize) {
            family.margin = family.margin.min(margin);
        }
        let mut relation = Relation::Root;
        if let Some((_, dependent)) = state.arc(action) {
            let features = features::relation(state, action, relations.look_up(&mut room, 0)).found();
            let mut scores = [0; RELATIONS];
            relations.add(features, &mut scores);
            let (best, ahead) = best(&scores[..Relation::LEARNT]);
            relation = Relation::ALL[best];
            let family = &mut state.families[dependent as usize];
            family.margin = family.margin.min(ahead);
        }
        state.take(action, relation);
    }
}

/// The action that the model likes best, and how far it is ahead; nothing if none can be taken.
fn choose(structure: &Tagger, state: &State, room: &mut Room) -> Option<(Action, i32)> {
    let able = Action::ALL.map(|action| state.can(action));
    match able {
        [false, false, false] => return None,
        [true, false, false] => return Some((Action::Shift, i32::MAX)),
        [false, false, true] => return Some((Action::Right, i32::MAX)),
        _ => {}
    }
    let features = features::structure(state, structure.look_up(room, 0)).found();
    let mut scores = [0; ACTIONS];
    structure.add(features, &mut scores);
    let scores = [0, scores[0], scores[1]];
    let scores: [i32; 3] = std::array::from_fn(|at| if able[at] { scores[at] } else { i32::MIN / 2 });
    let (best, ahead) = best(&scores);
    Some((Action::ALL[best], ahead))
}

/// The place of the greatest number, and how far it is ahead of the second greatest.
fn best(scores: &[i32]) -> (usize, i32) {
    let (mut place, mut most, mut second) = (0, i32::MIN, i32::MIN);
    for (at, score) in scores.iter().enumerate() {
        if *score > most {
            (place, second, most) = (at, most, *score);
        } else if *score > second {
            second = *score;
        }
    }
    (place, most.saturating_sub(second))
}
