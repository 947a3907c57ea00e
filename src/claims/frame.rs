//! Frames: where what is said stands, to the left of its verb, to the right, or on both sides.
//!
//! The tree says what depends on the verb; quote marks and commas say what belongs together.

use super::CueClass;
use super::clause;
use super::cue::{is, takes};
use super::phrase::{self, Speaker};
use super::predicate::{self, Frame, Predicate, Verb};
use super::scene::Scene;
use crate::syntax::Relation;
use crate::syntax::clause::{By, Kind};
use crate::syntax::verb::Form;
use crate::tag::Pos;
use std::ops::Range;

/// The frame in which a verb stands, with its source.
pub(super) fn tell(scene: &Scene, verb: &Verb) -> Option<Predicate> {
    if verb.group.passive {
        return passive(scene, verb);
    }
    let subject = phrase::subject(scene, verb.clause, &verb.cue);
    if verb.group.form == Form::Finite
        && let Some(predicate) = inverted(scene, verb, subject.as_ref())
    {
        return Some(predicate);
    }
    // A finite verb has a subject of its own, or shares that of the verb it is joined to. What the tree has for a subject
    // after the verb and is none belongs to the clause that follows.
    let ahead = subject.as_ref().is_some_and(|subject| !subject.shared && subject.tokens.start >= verb.cue.end);
    let subject = if ahead { phrase::beside(scene, verb.clause, &verb.cue) } else { subject };
    let subject = match subject {
        Some(subject) if subject.tokens.end <= verb.cue.start || subject.shared => subject,
        _ => return None,
    };
    let left = if subject.shared { verb.cue.start } else { subject.tokens.start };
    let rest = past_adverbials(scene, verb, verb.cue.end);
    if verb.can(takes::QUOTE) && !subject.shared {
        // "tariffs, to which China responded": a relative clause says nothing of what stands before it.
        let relative = subject.tokens.len() == 1 && scene.is(subject.tokens.start, is::RELATIVE)
            || verb.clause.kind == Kind::Relative;
        let quoted = left.checked_sub(1).is_some_and(|last| scene.closes(last).is_some());
        if (quoted || !relative)
            && let Some((end, ahead)) = before(scene, verb, left, rest)
        {
            return Some(verb.predicate(Some(subject), ahead, Frame::Tail(end)));
        }
        // `The road, she said, is not safe.`
        if let Some((end, start)) = inserted(scene, left, rest, verb) {
            return Some(verb.predicate(Some(subject), rest, Frame::Inserted(end, start)));
        }
    }
    let frame = to_the_right(scene, verb, left, rest)?;
    // "The chandelier guarantees a peaceful night", "you want to change this": nobody in particular says so.
    let thing = matches!(frame, Frame::Object(_) | Frame::Infinitive(_)) && phrase::is_thing(scene, &subject.tokens);
    if thing || is_anybody(scene, verb, &subject.tokens) {
        return None;
    }
    let mut predicate = verb.predicate(Some(subject), rest, frame);
    // "said:" – the colon goes with the cue, as the corpora have it.
    if scene.norm(predicate.cue.end) == ":" && predicate.cue.end < verb.high {
        predicate.cue.end += 1;
        predicate.right = predicate.right.max(predicate.cue.end);
    }
    Some(predicate)
}

/// Whether a subject outside quotation marks is whoever reads: "you", "one".
fn is_anybody(scene: &Scene, verb: &Verb, source: &Range<usize>) -> bool {
    source.len() == 1 && matches!(scene.norm(source.start), "you" | "one") && scene.quotation(verb.at).is_none()
}

/// `“…,” said X.`, `…, said X.`, `Remarked X, “…”`: the subject stands after its verb.
fn inverted(scene: &Scene, verb: &Verb, subject: Option<&Speaker>) -> Option<Predicate> {
    if !verb.can(takes::QUOTE) || verb.is_joined(scene) {
        return None;
    }
    let ahead = subject.is_some_and(|subject| !subject.shared && subject.tokens.start >= verb.cue.end);
    // "A person who knows the talks, which are private, said a deal was near": the subject reaches up to its verb.
    let own = subject.is_some_and(|subject| !subject.shared && !ahead && reaches(scene, subject, verb));
    let opens = verb.cue.start == verb.sentence.tokens.start;
    let parted =
        verb.cue.start > verb.low && (scene.is_mark(verb.cue.start - 1) || scene.closes(verb.cue.start - 1).is_some());
    if own || !opens && !parted {
        return None;
    }
    let tokens = match subject.filter(|_| ahead) {
        Some(subject) => subject.tokens.clone(),
        None => named_behind(scene, verb)?,
    };
    // "said *a deal* was near": a clause follows, whatever the tree has.
    if (tokens.end..verb.high.min(tokens.end + 2)).any(|at| clause::is_finite(scene, at)) {
        return None;
    }
    let source = Some(Speaker { tokens: tokens.clone(), shared: false });
    if opens {
        let quoted = matches!(scene.norm(tokens.end), "," | ":") && scene.opens(tokens.end + 1).is_some();
        return quoted.then(|| verb.predicate(source, tokens.end, Frame::Quotation(tokens.end + 1)));
    }
    let end = said_before(scene, verb, verb.cue.start, true)?;
    let right = past_adverbials(scene, verb, tokens.end);
    Some(verb.predicate(source, right, Frame::Tail(end)))
}

/// Whether nothing but marks and adverbs stands between a subject and its verb.
fn reaches(scene: &Scene, subject: &Speaker, verb: &Verb) -> bool {
    (subject.tokens.end..verb.cue.start).all(|at| scene.is_mark(at) || scene.is_adverb(at))
        && verb.cue.start.checked_sub(1).is_none_or(|before| scene.closes(before).is_none())
}

/// The phrase that begins right after a verb, if it can name a speaker: "said *Ann Lee, the mayor*".
fn named_behind(scene: &Scene, verb: &Verb) -> Option<Range<usize>> {
    let start = verb.cue.end;
    if start >= verb.high
        || scene.is(start, is::PREPOSITION | is::SUBORDINATOR | is::AUXILIARY | is::NEGATION | is::COORDINATOR)
        || scene.is(start, is::OBJECT) && !scene.is(start, is::SUBJECT)
        || scene.is_mark(start)
        || scene.is_adverb(start)
        || scene.norm(start) == "that"
    {
        return None;
    }
    let mut head = start;
    while let Some(above) = scene.parsed.head(head).filter(|above| {
        *above >= start
            && scene.parsed.reach(*above).start >= start
            && scene.quotation(*above) == scene.quotation(start)
    }) {
        head = above;
    }
    let nominal =
        matches!(scene.pos(head), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Det | Pos::Adj | Pos::X);
    let tokens = phrase::of(scene, head, &verb.cue);
    // "said prices had risen": a clause follows, not a speaker.
    let clausal = scene.parsed.clause_of_predicate(head).is_some_and(|clause| clause.group.is_some());
    (nominal && !clausal && tokens.start == start).then_some(tokens)
}

/// If what is said stands before the verb and its subject: one past its last token, and the first token after the
/// verb and what belongs to it.
fn before(scene: &Scene, verb: &Verb, left: usize, rest: usize) -> Option<(usize, usize)> {
    let ahead = past_adverbials(scene, verb, past_addressee(scene, verb, rest));
    // "…, researchers reported on Tuesday, 12 November, in a journal.": no verb follows, so nothing else is said.
    let more = |at: usize| clause::is_finite(scene, at) || scene.opens(at).is_some();
    let over = !(ahead..verb.high).any(more);
    let end = said_before(scene, verb, left, over)?;
    let quoted = scene.closes(end - 1).is_some() || end < verb.sentence.tokens.end && scene.closes(end).is_some();
    // Of `“A.” X said, “B.”` the second quotation is X's: the first one ended with its sentence.
    let ended = end > 1 && scene.closes(end - 1).is_some() && scene.norm(end - 2) == ".";
    let own = matches!(scene.norm(ahead), "," | ":") && scene.opens(ahead + 1).is_some() && ended;
    // `“…,” X said`: the comma within the marks tells that the sentence goes on.
    let comma = quoted && end > 1 && matches!(scene.norm(end - 2), "," | "?" | "!");
    let more = scene.norm(ahead) == "that" || scene.norm(ahead) == ":" || scene.opens(ahead).is_some();
    (!own && (comma && !more || ends_here(scene, ahead, verb.high, quoted))).then_some((end, ahead))
}

/// Whether the clause of a verb is over at `at`, so that what it reports stands before it.
fn ends_here(scene: &Scene, at: usize, high: usize, quoted: bool) -> bool {
    if at >= high {
        return true;
    }
    match scene.norm(at) {
        "." | ";" | "!" | "?" | "…" | ")" | "—" | "–" => true,
        "," => scene.opens(at + 1).is_none() || quoted,
        ":" => false,
        "-" => scene.text.spaced(at),
        _ if scene.opens(at).is_some() => quoted && at > 0 && scene.norm(at - 1) == ".",
        "and" | "but" | "as" | "when" | "while" | "after" | "before" | "because" => quoted,
        word => quoted && word.ends_with("ing"),
    }
}

/// If something said stands before `at`, parted from it by a closing mark or a comma: one past its last token.
///
/// `over` tells that nothing follows the verb, so that what it reports must stand before it.
fn said_before(scene: &Scene, verb: &Verb, at: usize, over: bool) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let block = scene.text.blocks.get(verb.sentence.block as usize)?;
    if scene.text.tokens[before].span.start < block.span.start {
        return None;
    }
    if scene.closes(before).is_some() {
        return Some(at);
    }
    if !matches!(scene.norm(before), "," | "—" | "–") || before <= verb.sentence.tokens.start {
        return None;
    }
    if scene.closes(before - 1).is_some() {
        return Some(before);
    }
    let start = verb.low;
    let clausal = (start..before).any(|token| clause::is_finite(scene, token));
    // "At least 12 people were killed, officials said": whatever opens it, nothing else can be what they said.
    let content = verb.clause.complement.map(|head| head as usize);
    let told = match scene.parsed.relation(verb.at) {
        Relation::Parataxis => scene.parsed.head(verb.at).is_some_and(|head| head < at),
        _ => content.is_some_and(|head| head < at),
    };
    let adverbial = is_adverbial(scene, verb, start, before);
    let long = before.saturating_sub(start) >= if at == verb.cue.start { 2 } else { 3 };
    (long && (told || over && clausal) && !adverbial).then_some(before)
}

/// Whether all that stands between two tokens is an adverbial of the verb: "In a letter sent to members, she said …".
fn is_adverbial(scene: &Scene, verb: &Verb, start: usize, end: usize) -> bool {
    let spans =
        scene.parsed.children(verb.at).take_while(|child| *child < end).filter(|child| {
            matches!(scene.parsed.relation(*child), Relation::Advcl | Relation::Obl | Relation::Advmod)
        });
    let mut at = start;
    for child in spans {
        let reach = scene.parsed.reach(child);
        if reach.start <= at + 1 {
            at = at.max(reach.end);
        }
    }
    at + 1 >= end
}

/// If the verb is put into a sentence between commas: one past the last token before it, the first token after it.
fn inserted(scene: &Scene, left: usize, right: usize, verb: &Verb) -> Option<(usize, usize)> {
    let before = left.checked_sub(1).filter(|before| *before > verb.low)?;
    let start = right + 1;
    if !scene.is_comma(before) || !scene.is_comma(right) || start >= verb.high {
        return None;
    }
    let next = scene.word(start);
    let aside = next.is(is::COORDINATOR | is::RELATIVE)
        || next.is(is::SUBORDINATOR) && !next.is(is::PREPOSITION)
        || scene.opens(start).is_some()
        || scene.norm(start).ends_with("ing")
        || scene.norm(start) == "according";
    let clausal = (start..verb.high.min(start + 60)).any(|at| clause::is_finite(scene, at));
    (!aside && clausal).then_some((before, start))
}

/// The first token after adverbials that follow token `at`: "on Tuesday", "in a statement".
fn past_adverbials(scene: &Scene, verb: &Verb, at: usize) -> usize {
    let skips = |relation| matches!(relation, Relation::Obl | Relation::Advmod);
    clause::past_adverbials(scene, phrase::past(scene, verb.at, at, skips).min(verb.high).max(at), verb.high)
}

/// The first token after whom it is said to: "told *reporters*", "urged *the committee*".
fn past_addressee(scene: &Scene, verb: &Verb, at: usize) -> usize {
    if !verb.can(takes::ADDRESSEE | takes::OBJECT_INFINITIVE) {
        return at;
    }
    let skips = |relation| matches!(relation, Relation::Obj | Relation::Iobj);
    let mut end = phrase::past(scene, verb.at, at, skips).min(verb.high);
    if let Some(object) =
        verb.clause.object.map(|object| object as usize).filter(|object| *object >= at && *object < end)
    {
        end = phrase::of(scene, object, &verb.cue).end;
    }
    end.max(at)
}

/// The frame of a verb that stands before what it reports.
fn to_the_right(scene: &Scene, verb: &Verb, left: usize, rest: usize) -> Option<Frame> {
    let (raw, high) = (verb.cue.end, verb.high);
    if raw >= high {
        return None;
    }
    let behind = past_adverbials(scene, verb, past_addressee(scene, verb, rest));
    if let Some(frame) = quoted_behind(scene, verb, behind) {
        return Some(frame);
    }
    if let Some(frame) = clause_behind(scene, verb, rest, behind) {
        return Some(frame);
    }
    if scene.norm(raw) == "to" && verb.can(takes::INFINITIVE | takes::OBJECT_INFINITIVE) {
        return Some(Frame::Infinitive(raw));
    }
    if verb.can(takes::OBJECT_INFINITIVE | takes::ADDRESSEE) && behind > raw {
        let to = (behind..high.min(behind + 3)).find(|at| scene.norm(*at) == "to");
        if let Some(to) = to {
            return Some(Frame::Infinitive(if verb.can(takes::OBJECT_INFINITIVE) { raw } else { to }));
        }
    }
    if verb.entry.lemma == "tell" {
        return None;
    }
    object(scene, verb, left)
}

/// `X said: “…”`, `X told Y, “…”`, `The statement read: …`.
fn quoted_behind(scene: &Scene, verb: &Verb, behind: usize) -> Option<Frame> {
    if !verb.can(takes::QUOTE) {
        return None;
    }
    let marked = matches!(scene.norm(behind), "," | ":");
    let at = behind + usize::from(marked);
    if let Some(number) = scene.opens(at) {
        return (marked || clause::is_speech(scene, number)).then_some(Frame::Quotation(at));
    }
    // "Police respond to shooting: developing" reports nothing.
    (marked && scene.norm(behind) == ":" && at + 2 < verb.high).then_some(Frame::Clause(at))
}

/// `X said (that) …`, `X asked whether …`, `X told Y that …`.
fn clause_behind(scene: &Scene, verb: &Verb, rest: usize, behind: usize) -> Option<Frame> {
    let takes_clause = takes::CLAUSE | takes::THAT | takes::QUESTION | takes::NOUN | takes::ADDRESSEE;
    let opener = |at: usize| {
        at < verb.high
            && (scene.norm(at) == "that" && verb.can(takes_clause)
                || scene.is(at, is::QUESTION) && verb.can(takes_clause))
    };
    if let Some(at) = [rest, behind].into_iter().find(|at| opener(*at)) {
        return Some(Frame::Clause(at));
    }
    if scene.is_comma(rest) && verb.can(takes::CLAUSE) {
        // "said, however, that"
        let that = (rest + 1..verb.high.min(rest + 12)).find(|at| scene.norm(*at) == "that");
        if let Some(that) = that.filter(|that| scene.is_comma(*that - 1)) {
            return Some(Frame::Clause(that));
        }
    }
    if !verb.can(takes::CLAUSE | takes::ADDRESSEE) {
        return None;
    }
    // The complement by the tree; "said" takes whatever follows it.
    let complement = scene
        .parsed
        .children(verb.at)
        .find(|child| *child >= verb.cue.end && scene.parsed.relation(*child) == Relation::Ccomp);
    if let Some(complement) = complement {
        let start = scene.parsed.reach(complement).start.max(verb.cue.end);
        let start = outside(scene, verb, if scene.is_comma(start) { start + 1 } else { start });
        let adverbial = matches!(scene.norm(start), "as" | "when" | "while" | "after" | "before" | "because" | "since");
        // "The mayor, who said nothing, left": a clause further off is not what is said.
        let near = start <= behind.max(rest) + 1;
        if near {
            return (start < verb.high && !adverbial).then_some(Frame::Clause(start.max(rest.min(complement))));
        }
    }
    let start = rest.max(if verb.can(takes::CLAUSE) { rest } else { behind });
    if start >= verb.high || scene.is_mark(start) && scene.opens(start).is_none() || verb.entry.lemma == "tell" {
        return None;
    }
    // "admitted as he arrived in Bahrain": an adverbial, and no content.
    let adverbial = scene.is(start, is::PREPOSITION | is::SUBORDINATOR) && !scene.is(start, is::QUESTION);
    let verbal = (start..verb.high.min(start + 60)).any(|at| clause::is_finite(scene, at));
    let says = verb.entry.lemma == "say" && verb.clause.object.is_some();
    // "claimed *the mayor* had lied": what the tree has for an object is the subject of the clause if a verb follows.
    let object = verb.clause.object.map(|object| phrase::of(scene, object as usize, &verb.cue).end);
    let verb_at = |at: usize| clause::is_finite(scene, at) || scene.is_adverb(at) && clause::is_finite(scene, at + 1);
    let subject = object.is_none_or(verb_at);
    (verb.can(takes::CLAUSE) && !adverbial && !scene.is(start, is::COORDINATOR) && (says || verbal && subject))
        .then_some(Frame::Clause(outside(scene, verb, start)))
}

/// The first token of what is said with the quote mark before it: "told me *‘go home’*".
fn outside(scene: &Scene, verb: &Verb, start: usize) -> usize {
    let number = scene.quotation(start).filter(|number| Some(*number) != scene.quotation(verb.at));
    number.map_or(start, |number| scene.quotations[number].tokens.start.max(verb.cue.end))
}

/// `X denied the charge`, `X called Y a “disgrace”`.
fn object(scene: &Scene, verb: &Verb, left: usize) -> Option<Frame> {
    let raw = verb.cue.end;
    if raw >= verb.high || scene.is_mark(raw) && scene.opens(raw).is_none() {
        return None;
    }
    let child = |relation: Relation| scene.parsed.child(verb.at, &[relation]).filter(|child| *child >= raw);
    // "urged them to go", "called it a disgrace": what they are to do, or what it is said to be, has to follow.
    let follows = child(Relation::Xcomp).is_some() || predicate_behind(scene, verb);
    let takes = verb.can(takes::NOUN) || verb.can(takes::PREDICATIVE | takes::OBJECT_INFINITIVE) && follows;
    let preposition = scene.is(raw, is::PREPOSITION | is::COORDINATOR) && verb.entry.rest.is_empty();
    let hypothetical = verb.cue.clone().any(|at| scene.is(at, is::MODAL));
    (takes && !preposition && !hypothetical && !is_naming(scene, verb, left)).then_some(Frame::Object(raw))
}

/// Whether what the object is said to be follows it: "described it *as unfair*", "called the report *a “disgrace”*".
fn predicate_behind(scene: &Scene, verb: &Verb) -> bool {
    let start = verb.cue.end;
    let near = start + 1..verb.high.min(start + 14);
    let phrase = |at: usize| scene.is(at, is::DETERMINER) && !scene.is(at - 1, is::PREPOSITION | is::DETERMINER);
    near.clone().any(|at| scene.norm(at) == "as")
        || near.take(8).take_while(|at| !scene.is_comma(*at)).any(|at| phrase(at) || scene.opens(at).is_some())
}

/// "a process called “exfiltration”": a name is given, nothing is said, unless "what she called “…”".
fn is_naming(scene: &Scene, verb: &Verb, left: usize) -> bool {
    if !matches!(verb.entry.lemma, "call" | "dub" | "label" | "term" | "brand" | "name") {
        return false;
    }
    if left > 0 && scene.is(left - 1, is::RELATIVE | is::QUESTION) {
        return false;
    }
    let object = verb.cue.end;
    if verb.clause.subject.is_some_and(|subject| subject.by == By::Antecedent) {
        return true;
    }
    let end = clause::end(scene, object, object + 12);
    scene.opens(object).is_some() || (object..end).all(|at| scene.is_title(at))
}

/// `it was claimed that …`, `Y is expected to …`, `Y was endorsed by X`.
fn passive(scene: &Scene, verb: &Verb) -> Option<Predicate> {
    // "Asked why she left, Lee said …": a question by nobody leads to the claim that follows, and is none itself.
    if verb.group.form == Form::Participle && verb.entry.class == CueClass::Question {
        return None;
    }
    let raw = verb.cue.end;
    let subject = phrase::subject(scene, verb.clause, &verb.cue);
    let subject = subject.map(|subject| subject.tokens).filter(|tokens| tokens.end <= verb.cue.start);
    let agent = verb.clause.agent.map(|agent| phrase::of(scene, agent as usize, &verb.cue));
    let by = |agent: Range<usize>| Some(Speaker { tokens: agent, shared: false });
    // `“…,” I was told by X.`: what was told stands before.
    let left = subject.as_ref().map_or(verb.cue.start, |subject| subject.start);
    if verb.can(takes::QUOTE)
        && left.checked_sub(1).is_some_and(|before| scene.closes(before).is_some())
        && let Some(end) = said_before(scene, verb, left, true)
    {
        let right = agent.as_ref().map_or(raw, |agent| agent.end);
        let mut predicate = verb.predicate(agent.and_then(by), right, Frame::Tail(end));
        predicate.left = left;
        return Some(predicate);
    }
    let takes_object = verb.can(takes::NOUN | takes::PREDICATIVE | takes::ADDRESSEE | takes::OBJECT_INFINITIVE);
    if let Some(agent) = agent.filter(|agent| agent.start >= raw && takes_object) {
        let more = matches!(scene.norm(agent.end), "of" | "as" | "to" | "that").then_some(agent.end);
        let right = agent.end;
        let mut predicate = verb.predicate(by(agent), right, Frame::Raised(subject.clone()?, more));
        predicate.left = subject?.start;
        return Some(predicate);
    }
    let rest = past_adverbials(scene, verb, raw);
    let says_that = scene.norm(rest) == "that" || scene.is(rest, is::QUESTION);
    if says_that && verb.can(takes::CLAUSE | takes::THAT | takes::ADDRESSEE | takes::QUESTION) {
        let mut predicate = verb.predicate(None, rest, Frame::Passive(rest));
        predicate.left = subject.map_or(verb.cue.start, |subject| subject.start);
        return Some(predicate);
    }
    if scene.norm(raw) == "to" && is_raising(verb.entry.lemma) && !predicate::reports_saying(scene, verb.at) {
        let subject = subject?;
        let mut predicate = verb.predicate(None, raw, Frame::Raised(subject.clone(), Some(raw)));
        predicate.left = subject.start;
        return Some(predicate);
    }
    None
}

/// Verbs whose passive takes the subject of the clause that is said: "She *is expected* to resign".
pub(super) fn is_raising(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "expect"
            | "believe"
            | "think"
            | "report"
            | "allege"
            | "know"
            | "understand"
            | "claim"
            | "estimate"
            | "predict"
            | "project"
            | "forecast"
            | "assume"
            | "rumor"
            | "anticipate"
    )
}
