//! Predicates: each verb of saying with its auxiliaries, its voice and its subject, as the tree has them.
//!
//! `frame` says how what is said stands to the verb, so that no two rules take the same verb.

use super::cue::{Entry, LEXICON, Lexicon, Part, is, takes};
use super::scene::{REACH, Scene};
use super::{CueClass, clause, frame, phrase};
use crate::syntax::Relation;
use crate::syntax::clause::Clause;
use crate::syntax::verb::{Form, VerbGroup};
use crate::tag::Pos;
use crate::text::Sentence;
use std::ops::Range;

/// A verb of saying in its clause.
#[derive(Clone, Debug)]
pub(super) struct Predicate {
    pub entry: &'static Entry,
    /// Auxiliaries, adverbs between them, the verb, its particle.
    pub cue: Range<usize>,
    /// The tokens that name the source.
    pub source: Option<Range<usize>>,
    /// The source stands with another verb: "…, saying that".
    pub shared: bool,
    /// The first token of source and cue.
    pub left: usize,
    /// One past the last token of source, cue and the adverbials after them.
    pub right: usize,
    pub frame: Frame,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
}

/// How a predicate stands to what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// `X said “…”`: the first token of the quotation.
    Quotation(usize),
    /// `…, X said`: the last token before the comma or after the closing mark.
    Tail(usize),
    /// `…, X said, …`: one past the last token before, and the first token after.
    Inserted(usize, usize),
    /// `X said (that) …`: the first token of the clause.
    Clause(usize),
    /// `X vowed to …`, `X urged Y to …`: the first token of infinitive or object.
    Infinitive(usize),
    /// `X denied the charge`: the first token of the object.
    Object(usize),
    /// `it was said that …`: the first token of the clause.
    Passive(usize),
    /// `Y is expected to …`, `Y was endorsed by X`: the subject, and the first token of the rest.
    Raised(Range<usize>, Option<usize>),
}

/// A verb of the lexicon as it stands in the text; what frames are told from.
#[derive(Clone, Debug)]
pub(super) struct Verb<'s> {
    pub entry: &'static Entry,
    /// The verb itself.
    pub at: usize,
    /// Auxiliaries, adverbs between them, the verb, its particle.
    pub cue: Range<usize>,
    pub clause: &'s Clause,
    pub group: VerbGroup,
    pub sentence: &'s Sentence,
    /// The first token that its clause can reach: of its sentence, and of the quotation it stands in.
    pub low: usize,
    /// One past the last token that its clause can reach.
    pub high: usize,
}

/// The predicates of all sentences in which claims are looked for, in order.
pub(super) fn find(scene: &Scene) -> Vec<Predicate> {
    let mut found = Vec::new();
    for sentence in scene.sentences() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let mut next = at + 1;
            let listed = scene.word(at).is_cue().then(|| at_verb(scene, sentence, at)).flatten();
            if let Some(predicate) = listed {
                next = predicate.cue.end.max(next);
                found.push(predicate);
            }
            at = next;
        }
    }
    found
}

fn at_verb(scene: &Scene, sentence: &Sentence, at: usize) -> Option<Predicate> {
    let lexicon: &'static Lexicon = &LEXICON;
    for &(number, _) in scene.word(at).senses() {
        let entry = lexicon.entry(number);
        if entry.part != Part::Verb || !follows(scene, at + 1, sentence.tokens.end, &entry.rest) {
            continue;
        }
        let Some(verb) = verb(scene, sentence, entry, at) else { continue };
        if let Some(predicate) = frame::tell(scene, &verb) {
            return (scene.quotation(at).is_none() || reports_within(scene, &predicate)).then_some(predicate);
        }
    }
    None
}

/// The verb at `at`, if the tree has it for the verb of a clause.
fn verb<'s>(scene: &'s Scene, sentence: &'s Sentence, entry: &'static Entry, at: usize) -> Option<Verb<'s>> {
    let clause = scene.parsed.clause(at)?;
    let group = clause.group.filter(|group| group.verb as usize == at)?;
    if !matches!(scene.pos(at), Pos::Verb | Pos::Aux) {
        return None;
    }
    // "called off" is another verb than "called".
    let particle = scene.parsed.child(at, &[Relation::CompoundPrt]);
    if particle.is_some_and(|particle| particle > at + entry.rest.len()) && entry.takes & takes::QUOTE == 0 {
        return None;
    }
    let mut start = group.first as usize;
    if group.form == Form::Infinitive {
        // "to say" is nobody's, "refused to say" is.
        start = governor(scene, clause)?;
    }
    let cue = start..at + 1 + entry.rest.len();
    let (low, high) = (clause::low(scene, sentence, cue.start), clause::high(scene, sentence, at));
    let high = high.min(main_clause(scene, at).unwrap_or(high));
    Some(Verb { entry, at, cue: cue.start.max(low)..cue.end, clause, group, sentence, low, high })
}

/// Where the main clause begins that follows an adverbial clause around `at`: "Asked why she *called* it a farce, | Lee
/// said …" says nothing of what Lee said.
fn main_clause(scene: &Scene, at: usize) -> Option<usize> {
    let mut next = at;
    let mut end = None;
    for _ in 0..REACH {
        let Some(head) = scene.parsed.head(next) else { break };
        // "Too often, she *said*, the council has looked away": the verb itself may be put into what it reports.
        if next != at && scene.parsed.relation(next) == Relation::Advcl && head > next {
            end = Some(scene.parsed.reach(next).end).filter(|end| *end > at && *end <= head);
        }
        next = head;
    }
    end
}

/// "went on to say", "refused to say", "is reported to have said": the first token of the governing verb's group.
fn governor(scene: &Scene, clause: &Clause) -> Option<usize> {
    let parent = scene.parsed.clauses().get(clause.parent? as usize)?;
    let group = parent.group.filter(|group| group.first < clause.head)?;
    let verb = scene.base(group.verb as usize);
    let governs = matches!(
        verb.as_ref(),
        "go" | "continue"
            | "refuse"
            | "decline"
            | "want"
            | "seek"
            | "try"
            | "begin"
            | "use"
            | "proceed"
            | "fail"
            | "rush"
            | "seem"
            | "appear"
    );
    let reported = group.passive && clause.group.is_some_and(|group| group.perfect) && frame::is_raising(&verb);
    (governs || reported).then_some(group.first as usize)
}

/// Whether a verb's infinitive is a verb of saying itself: "is reported *to have said*".
pub(super) fn reports_saying(scene: &Scene, verb: usize) -> bool {
    let lexicon: &'static Lexicon = &LEXICON;
    scene.parsed.child(verb, &[Relation::Xcomp]).is_some_and(|child| {
        let perfect = scene.parsed.clause_of_predicate(child).and_then(|clause| clause.group);
        perfect.is_some_and(|group| group.perfect)
            && scene.word(child).senses().iter().any(|(number, _)| lexicon.entry(*number).takes & takes::QUOTE != 0)
    })
}

/// Whether a verb within a quotation reports what a third one said: "he told me that" does, "I think" and "we want" do
/// not.
fn reports_within(scene: &Scene, predicate: &Predicate) -> bool {
    let Some(source) = &predicate.source else { return false };
    let own = matches!(
        scene.norm(source.start),
        "i" | "we"
            | "you"
            | "it"
            | "one"
            | "nobody"
            | "anyone"
            | "everybody"
            | "everyone"
            | "who"
            | "that"
            | "which"
            | "this"
            | "people"
            | "no"
            | "if"
    );
    let said = predicate.entry.takes & takes::QUOTE != 0
        && !matches!(predicate.entry.class, CueClass::Belief | CueClass::Emotion | CueClass::Question);
    let framed =
        matches!(predicate.frame, Frame::Clause(_) | Frame::Quotation(_) | Frame::Tail(_) | Frame::Inserted(..));
    !own && said && framed && !predicate.shared
}

fn follows(scene: &Scene, at: usize, end: usize, rest: &[&str]) -> bool {
    at + rest.len() <= end && rest.iter().enumerate().all(|(step, word)| scene.norm(at + step) == *word)
}

impl Verb<'_> {
    /// Whether the lexicon gives the verb one of these complements.
    pub fn can(&self, bits: u16) -> bool {
        self.entry.takes & bits != 0
    }

    /// Whether the verb goes on after "and" or "but".
    pub fn is_joined(&self, scene: &Scene) -> bool {
        self.cue.start > self.low && scene.is(self.cue.start - 1, is::COORDINATOR)
    }

    /// The predicate with this source and frame.
    pub fn predicate(&self, source: Option<phrase::Speaker>, right: usize, frame: Frame) -> Predicate {
        let shared = source.as_ref().is_none_or(|source| source.shared);
        let tokens = source.map(|source| source.tokens);
        let near = tokens.as_ref().filter(|tokens| !shared && tokens.start < self.cue.start);
        Predicate {
            entry: self.entry,
            left: near.map_or(self.cue.start, |tokens| tokens.start),
            right,
            cue: self.cue.clone(),
            source: tokens,
            shared,
            frame,
            sentence: self.sentence.tokens.clone(),
        }
    }
}
