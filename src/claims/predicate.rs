//! Predicates: each verb of saying with its auxiliaries, its voice, its subject, and the frame it stands in.
//!
//! The frame says which rule makes a claim of it, so that no two rules take the same verb.

use super::CueClass;
use super::clause;
use super::complement::{inserted, passive, to_the_right};
use super::cue::{Entry, LEXICON, Lexicon, Part, form, is, takes};
use super::scene::Scene;
use super::subject;
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
    /// One past the last token of source, cue and the adverbials behind them.
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
    /// `…, X said`: the last token before the comma or behind the closing mark.
    Tail(usize),
    /// `…, X said, …`: one past the last token before, and the first token behind.
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Active,
    Passive,
    /// "saying", "to say": the subject stands elsewhere.
    Dependent,
}

pub(super) fn find(scene: &Scene) -> Vec<Predicate> {
    let mut found = Vec::new();
    for sentence in scene.sentences() {
        let first = found.len();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let mut next = at + 1;
            let listed = scene.word(at).is_cue().then(|| at_verb(scene, sentence, at, &found[first..])).flatten();
            if let Some(predicate) = listed {
                next = predicate.cue.end.max(next);
                found.push(predicate);
            }
            at = next;
        }
    }
    found
}

fn at_verb(scene: &Scene, sentence: &Sentence, at: usize, earlier: &[Predicate]) -> Option<Predicate> {
    let lexicon: &'static Lexicon = &LEXICON;
    for &(number, forms) in scene.word(at).senses() {
        let entry = lexicon.entry(number);
        if entry.part != Part::Verb || !follows(scene, at + 1, sentence.tokens.end, &entry.rest) {
            continue;
        }
        let Some((voice, start)) = verb_group(scene, sentence, at, forms) else { continue };
        let cue = start..at + 1 + entry.rest.len();
        if let Some(predicate) = framed(scene, sentence, entry, voice, cue, earlier) {
            return (scene.quotation(at).is_none() || reports_within(scene, &predicate)).then_some(predicate);
        }
    }
    None
}

/// Whether a verb within a quotation reports what a third one said: "he told me that" does, "I think" and "we want" do
/// not.
fn reports_within(scene: &Scene, predicate: &Predicate) -> bool {
    let Some(source) = &predicate.source else { return false };
    let other = !matches!(
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
    other && said && framed && !predicate.shared
}

fn follows(scene: &Scene, at: usize, end: usize, rest: &[&str]) -> bool {
    at + rest.len() <= end && rest.iter().enumerate().all(|(step, word)| scene.norm(at + step) == *word)
}

/// The voice of the verb at `at` and the first token of its group; `None` where it is no verb.
pub(super) fn verb_group(scene: &Scene, sentence: &Sentence, at: usize, forms: u8) -> Option<(Voice, usize)> {
    let low = sentence.tokens.start;
    let (mut start, mut seen) = (at, 0);
    while start > low && at - start < 6 {
        let before = start - 1;
        let auxiliary = scene.word(before).is & (is::AUXILIARY | is::NEGATION);
        if auxiliary != 0 && !(scene.norm(before) == "'s" && forms & (form::GERUND | form::PARTICIPLE) == 0) {
            seen |= auxiliary;
        } else if !scene.is_adverb(before) {
            break;
        }
        start = before;
    }
    let bare = seen & is::AUXILIARY == 0;
    if bare {
        // A sentence adverb before the verb is no part of it: "Earlier, …" is, "also said" is not one.
        while start < at && scene.is_title(start) {
            start += 1;
        }
    }
    let previous = (start > low).then(|| start - 1);
    let after = |bits| previous.is_some_and(|before| scene.is(before, bits));
    if forms & form::GERUND != 0 {
        if seen & is::BE != 0 {
            return Some((Voice::Active, start));
        }
        let nominal = previous.is_some_and(|before| {
            scene.is(before, is::DETERMINER) || scene.is_possessive_mark(before) || scene.norm(before) == "of"
        });
        return (!nominal && bare).then_some((Voice::Dependent, start));
    }
    if forms & (form::PAST | form::PARTICIPLE) != 0 {
        if seen & is::BE != 0 {
            return (forms & form::PARTICIPLE != 0).then_some((Voice::Passive, start));
        }
        if seen & is::HAVE != 0 {
            return (forms & form::PARTICIPLE != 0).then_some((Voice::Active, start));
        }
        if bare && forms & form::PAST != 0 && !after(is::DETERMINER) && scene.norm(at + 1) != "by" {
            return Some((Voice::Active, start));
        }
        if forms & form::BASE == 0 {
            return None;
        }
    }
    if scene.pos(at) == Pos::Noun || scene.pos(at) == Pos::Propn || scene.pos(at) == Pos::Adj {
        return None;
    }
    if forms & form::THIRD != 0 {
        let nominal = previous.is_none_or(|before| {
            scene.is(before, is::DETERMINER | is::PREPOSITION)
                || scene.is_possessive_mark(before)
                || (scene.pos(before) == Pos::Adj && scene.pos(at) != Pos::Verb)
        });
        return (bare && !nominal).then_some((Voice::Active, start));
    }
    if forms & form::BASE != 0 {
        if seen & (is::MODAL | is::DO) != 0 {
            return Some((Voice::Active, start));
        }
        let before = previous?;
        if scene.norm(before) == "to" {
            return governed(scene, before, low).map(|start| (Voice::Active, start));
        }
        let plural = scene.is(before, is::SUBJECT | is::GROUP | is::RELATIVE) && !scene.is(before, is::BE)
            || scene.norm(before).ends_with('s') && !scene.is_possessive_mark(before) && scene.pos(at) == Pos::Verb
            || scene.pos(at) == Pos::Verb && scene.is_title(before) && !scene.is(before, is::DETERMINER);
        let singular = matches!(scene.norm(before), "he" | "she" | "it" | "this" | "that" | "there");
        return (bare && plural && !singular).then_some((Voice::Active, start));
    }
    None
}

/// "went on to say", "refused to say": the first token of the governing verb's group.
fn governed(scene: &Scene, to: usize, low: usize) -> Option<usize> {
    let verb = to.checked_sub(1).filter(|verb| *verb >= low)?;
    let verb = if scene.norm(verb) == "on" && verb > low { verb - 1 } else { verb };
    if !matches!(
        scene.norm(verb),
        "went"
            | "goes"
            | "continued"
            | "continues"
            | "refused"
            | "refuses"
            | "declined"
            | "declines"
            | "wants"
            | "wanted"
            | "sought"
            | "tried"
            | "tries"
            | "began"
            | "used"
            | "proceeded"
            | "failed"
            | "rushed"
            | "seemed"
            | "seems"
            | "appeared"
            | "appears"
            | "want"
    ) {
        return None;
    }
    let mut start = verb;
    while start > low
        && verb - start < 4
        && (scene.is(start - 1, is::AUXILIARY | is::NEGATION) || scene.is_adverb(start - 1))
    {
        start -= 1;
    }
    Some(start)
}

pub(super) fn framed(
    scene: &Scene,
    sentence: &Sentence,
    entry: &'static Entry,
    voice: Voice,
    cue: Range<usize>,
    earlier: &[Predicate],
) -> Option<Predicate> {
    let low = clause::low(scene, sentence, cue.start);
    let high = clause::high(scene, sentence, cue.end - 1);
    let mut predicate = Predicate {
        entry,
        left: cue.start,
        right: cue.end,
        cue,
        source: None,
        shared: false,
        frame: Frame::Clause(0),
        sentence: sentence.tokens.clone(),
    };
    if voice == Voice::Passive {
        return passive(scene, predicate, low, high);
    }
    let can = |bits: u16| entry.takes & bits != 0;
    let mut subject = (voice == Voice::Active).then(|| subject::before(scene, predicate.cue.start, low)).flatten();
    // `…,” said X.` and `…, said X.`
    if subject.is_none()
        && voice == Voice::Active
        && can(takes::QUOTE)
        && !is_joined(scene, predicate.cue.start, low)
        && let Some(end) = said_before(scene, sentence, predicate.cue.start, false)
        && let Some(source) = subject::after(scene, predicate.cue.end, high)
    {
        predicate.right = clause::past_adverbials(scene, source.end, high);
        predicate.source = Some(source);
        predicate.frame = Frame::Tail(end);
        return Some(predicate);
    }
    // `Remarked X, “…”`
    if subject.is_none()
        && voice == Voice::Active
        && can(takes::QUOTE)
        && predicate.cue.start == sentence.tokens.start
        && let Some(source) = subject::after(scene, predicate.cue.end, high)
        && matches!(scene.norm(source.end), "," | ":")
        && scene.opens(source.end + 1).is_some()
    {
        predicate.right = source.end;
        predicate.frame = Frame::Quotation(source.end + 1);
        predicate.source = Some(source);
        return Some(predicate);
    }
    if subject.is_none() {
        predicate.shared = true;
        subject = shared(scene, predicate.cue.start, low, earlier);
        if voice == Voice::Active && subject.is_none() {
            return None;
        }
    }
    if !predicate.shared {
        predicate.left = subject.as_ref().map_or(predicate.cue.start, |subject| subject.start);
    }
    predicate.source = subject;
    let raw = predicate.cue.end;
    let rest = clause::past_adverbials(scene, raw, high);
    predicate.right = rest;
    // `…,” X said.`
    let over = rest >= high || clause::is_stop(scene, rest);
    if can(takes::QUOTE)
        && !predicate.shared
        && let Some(end) = said_before(scene, sentence, predicate.left, over)
    {
        let quoted = scene.closes(end - 1).is_some() || end < sentence.tokens.end && scene.closes(end).is_some();
        let ahead = if can(takes::ADDRESSEE) { subject::past_object(scene, rest, high) } else { rest };
        let ahead = clause::past_adverbials(scene, ahead, high);
        // Of `“A.” X said, “B.”` the second quotation is X's: the first one ended with its sentence.
        let ended = end > 1 && scene.closes(end - 1).is_some() && scene.norm(end - 2) == ".";
        let own = matches!(scene.norm(ahead), "," | ":") && quoted_next(scene, ahead + 1) && ended;
        // `“…,” X said`: the comma within the marks tells that the sentence goes on.
        let comma = quoted && end > 1 && matches!(scene.norm(end - 2), "," | "?" | "!");
        let more = scene.norm(ahead) == "that" || scene.norm(ahead) == ":" || scene.opens(ahead).is_some();
        if !own && (comma && !more || ends_here(scene, ahead, high, quoted)) {
            predicate.right = ahead;
            predicate.frame = Frame::Tail(end);
            return Some(predicate);
        }
    }
    // `The road, she said, is not safe.`
    if can(takes::QUOTE)
        && !predicate.shared
        && let Some((end, start)) = inserted(scene, predicate.left, rest, low, high)
    {
        predicate.frame = Frame::Inserted(end, start);
        return Some(predicate);
    }
    predicate.frame = to_the_right(scene, entry, predicate.left, predicate.cue.clone(), rest, high)?;
    // "said:" – the colon goes with the cue, as the corpora have it.
    if scene.norm(predicate.cue.end) == ":" && predicate.cue.end < high {
        predicate.cue.end += 1;
        predicate.right = predicate.right.max(predicate.cue.end);
    }
    Some(predicate)
}

/// Whether the clause of a verb is over at `at`, so that what it reports stands before it.
fn ends_here(scene: &Scene, at: usize, high: usize, quoted: bool) -> bool {
    if at >= high {
        return true;
    }
    match scene.norm(at) {
        "." | ";" | "!" | "?" | "…" | ")" | "—" | "–" => true,
        "," => !quoted_next(scene, at + 1) || quoted,
        ":" => false,
        "-" => scene.text.spaced(at),
        _ if scene.opens(at).is_some() => quoted && at > 0 && scene.norm(at - 1) == ".",
        "and" | "but" | "as" | "when" | "while" | "after" | "before" | "because" => quoted,
        word => quoted && word.ends_with("ing"),
    }
}

fn quoted_next(scene: &Scene, at: usize) -> bool {
    scene.opens(at).is_some()
}

/// If something said stands before `at`, parted from it by a closing mark or a comma: one past its last token.
///
/// `over` tells that nothing follows the verb, so that what it reports must stand before it.
fn said_before(scene: &Scene, sentence: &Sentence, at: usize, over: bool) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let block = scene.text.blocks.get(sentence.block as usize)?;
    if scene.text.tokens[before].span.start < block.span.start {
        return None;
    }
    // Within a quotation the reported words stand within it too.
    if scene.closes(before).is_some() {
        return Some(at);
    }
    if matches!(scene.norm(before), "," | "—" | "–") && before > sentence.tokens.start {
        if before > 0 && scene.closes(before - 1).is_some() {
            return Some(before);
        }
        let start = clause::tail_start(scene, sentence, before);
        let adverbial = scene.is(start, is::PREPOSITION | is::SUBORDINATOR | is::TIME | is::TIME_LEAD)
            || scene.norm(start).ends_with("ing")
            || scene.norm(start).ends_with("ed")
            || scene.is_adverb(start);
        let clausal = (start..before).any(|token| clause::is_finite(scene, token));
        let participle = !scene.is(start, is::PREPOSITION | is::SUBORDINATOR);
        let lead = adverbial && !has_main_clause(scene, start, before) && !(participle && clausal);
        return (before - start >= 3 && (clausal || over) && !lead).then_some(before);
    }
    None
}

/// Whether a stretch that begins with an adverbial goes on to a clause of its own: "In May, prices rose".
fn has_main_clause(scene: &Scene, start: usize, end: usize) -> bool {
    let Some(comma) = (start..end).find(|at| scene.is_comma(*at)) else {
        // "In 2016 he won" has a subject of its own behind the preposition's noun.
        return scene.is(start, is::PREPOSITION) && (start + 2..end).any(|at| scene.is(at, is::SUBJECT));
    };
    (comma + 1..end).any(|at| clause::is_finite(scene, at))
}

/// Whether the verb at `at` goes on after "and" or "but".
fn is_joined(scene: &Scene, at: usize, low: usize) -> bool {
    at > low && scene.is(at - 1, is::COORDINATOR)
}

/// The source that a verb without a subject of its own shares.
fn shared(scene: &Scene, at: usize, low: usize, earlier: &[Predicate]) -> Option<Range<usize>> {
    let inside = scene.quotation(at);
    if at > low {
        let joined = scene.is(at - 1, is::COORDINATOR) || scene.is_mark(at - 1);
        let led = matches!(
            scene.norm(at - 1),
            "by" | "while" | "when" | "without" | "after" | "before" | "then" | "in" | "even"
        );
        // "a statement saying": the noun before it speaks.
        if !joined && !led {
            let with = (low..at)
                .rev()
                .take(12)
                .take_while(|with| !scene.is_mark(*with))
                .find(|with| matches!(scene.norm(*with), "with" | "despite"));
            return match with {
                Some(with) if with + 1 < at => Some(with + 1..at),
                _ => scene.norm(at).ends_with("ing").then(|| subject::before(scene, at, low)).flatten(),
            };
        }
    } else {
        return None;
    }
    if let Some(last) =
        earlier.iter().rev().find(|last| last.source.is_some() && scene.quotation(last.cue.start) == inside)
    {
        return last.source.clone();
    }
    subject::main(scene, low, at)
}
