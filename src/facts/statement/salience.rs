//! How much a statement matters to a reader.

use super::readable;
use crate::claims::Mode;
use crate::facts::class;
use crate::facts::fact::{Argument, Fact, Role, SALIENT, Salience, Standing};
use crate::facts::scene::Scene;
use crate::reason::Reason;
use crate::span::Span;
use crate::text::BlockKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// What every statement begins with.
const BASE: i32 = 30;

/// The code of the reason that a statement only reports what somebody says, and what that takes from it.
pub(super) const REPORT: &str = "report";
const REPORTED: i32 = 40;

/// The code of the reason that a statement is the headline.
pub(super) const HEADLINE: &str = "headline";

/// How many sentences of the article count as its lead.
const LEAD: usize = 3;

/// Verbs that tell a state more often than a deed.
const STATES: &[&str] =
    &["be", "have", "seem", "appear", "remain", "include", "contain", "become", "feel", "look", "do"];

/// Sets the salience of each statement.
pub(super) fn score(scene: &Scene<'_>, statements: &mut [Fact]) {
    let lead = Lead::new(scene);
    for statement in statements.iter_mut() {
        statement.salience =
            if readable::is_readable(scene, statement) { of(scene, &lead, statement) } else { hidden() };
    }
    tell_reports(scene, statements);
}

/// Gives back what a report has lost where what it reports is not shown: "Ann Lee told the council that she would resign"
/// matters if no fact says that she will, or only what follows of it. Not of quoted words: "we" would be the reader.
fn tell_reports(scene: &Scene<'_>, statements: &mut [Fact]) {
    let claims = &scene.linked.claims;
    let tells = |one: &&Fact| {
        let content = one.claim.map_or(0, |claim| claims[claim].content.iter().map(|span| span.len()).sum());
        one.salience.score >= SALIENT && one.span().is_some_and(|span| 2 * span.len() >= content)
    };
    let told: FxHashSet<usize> = statements.iter().filter(tells).filter_map(|one| one.claim).collect();
    let cues: FxHashMap<u32, usize> =
        claims.iter().enumerate().filter_map(|(at, claim)| Some((claim.cue.as_ref()?.span.end, at))).collect();
    for statement in statements {
        let verb = statement.predicate.as_ref().and_then(|predicate| predicate.spans.last().copied());
        let claim = verb.and_then(|verb| cues.get(&verb.end)).filter(|claim| !told.contains(claim));
        let claim = claim.filter(|claim| claims[**claim].mode == Mode::Indirect);
        let whole = statement.arguments.iter().any(|one| one.role == Role::Complement);
        let salience = &mut statement.salience;
        let place = salience.reasons.iter().position(|reason| reason.code == REPORT);
        let (Some(place), true) = (place, claim.is_some() && whole && statement.subject.entity.is_some()) else {
            continue;
        };
        salience.score = salience.score.saturating_add(REPORTED as u8).min(100);
        salience.reasons[place] = Reason::new("told-alone", "it tells what somebody says, and no other fact does");
    }
}

fn hidden() -> Salience {
    Salience { score: 0, reasons: vec![Reason::new("no-subject", "it cannot be read alone")] }
}

/// The reason that a statement is shown of a text that has few.
pub(super) fn next() -> Reason {
    Reason::new("next", "the text has few facts, and this is the next")
}

/// Verbs that tell what somebody says, with or without its words.
fn is_saying(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "tell"
            | "add"
            | "report"
            | "write"
            | "note"
            | "ask"
            | "claim"
            | "state"
            | "explain"
            | "call"
            | "describe"
    )
}

/// The words of the headline and the sentences of the lead.
struct Lead {
    words: FxHashSet<String>,
    end: u32,
    headlines: Vec<Span>,
}

impl Lead {
    fn new(scene: &Scene<'_>) -> Lead {
        let text = scene.text;
        let is_head = |kind| matches!(kind, BlockKind::Headline | BlockKind::Subhead);
        let headlines: Vec<Span> =
            text.blocks.iter().filter(|block| block.included && is_head(block.kind)).map(|block| block.span).collect();
        let tokens = headlines.iter().flat_map(|span| text.tokens_in(*span));
        let words = tokens.map(|at| text.norm(at)).filter(|norm| norm.len() > 3).map(str::to_owned).collect();
        let body = text.included().filter(|sentence| text.blocks[sentence.block as usize].kind == BlockKind::Paragraph);
        let end = body.take(LEAD).last().map_or(0, |sentence| sentence.span.end);
        Lead { words, end, headlines }
    }
}

fn of(scene: &Scene<'_>, lead: &Lead, statement: &Fact) -> Salience {
    let mut score = BASE;
    let mut reasons = Vec::new();
    let mut add = |points: i32, code, why: &'static str| {
        score += points;
        reasons.push(Reason::new(code, why));
    };
    let Some(predicate) = &statement.predicate else { return hidden() };
    let verb = predicate.spans.last().copied().unwrap_or_default();
    let whole = statement.arguments.iter().map(|one| one.span).chain(statement.subject.span).fold(verb, Span::cover);
    if lead.headlines.iter().any(|span| span.contains(verb)) {
        return Salience { score: 20, reasons: vec![Reason::new(HEADLINE, "it is the headline")] };
    }
    if verb.end <= lead.end {
        add(15, "lead", "it stands in the lead");
    }
    let shared = scene.text.tokens_in(whole).filter(|at| lead.words.contains(scene.norm(*at))).count();
    if shared > 0 {
        add(5 * shared.min(3) as i32, "headline-words", "it has words of the headline");
    }
    if statement.subject.entity.is_some() {
        add(12, "named-actor", "its subject has a name");
    }
    if statement.arguments.iter().any(|one| scene.has_name(one.span)) {
        add(6, "named", "it names somebody or something else");
    }
    if !statement.figures.is_empty() {
        add(10, "figure", "it has a figure");
    }
    if statement.time.is_some() {
        add(10, "time", "it is dated");
    }
    if predicate.kind.is_some() {
        add(12, "typed", "its verb tells a fact of a known type");
    }
    if predicate.kind.is_some_and(|kind| class::is("grave", kind)) {
        add(8, "grave", "it changes somebody's life or fortune");
    }
    if !statement.arguments.iter().any(says_something) {
        add(-20, "bare", "it says little more than its verb");
    }
    if STATES.contains(&predicate.lemma.as_str()) {
        add(-12, "state", "it tells a state");
    }
    match statement.standing {
        Standing::Possible | Standing::Demanded => add(-10, "open", "it is not said to be so"),
        Standing::Conditional => add(-25, "conditional", "it holds only under a condition"),
        _ => {}
    }
    // "accused her of fraud", "found him guilty" report too, but the act is news itself.
    if predicate.kind.is_none() && is_report(scene, verb) || is_saying(&predicate.lemma) {
        add(-REPORTED, REPORT, "it reports what somebody says, which the claims list");
    }
    Salience { score: score.clamp(0, 100) as u8, reasons }
}

fn says_something(argument: &Argument) -> bool {
    !matches!(argument.role, Role::Manner | Role::Source)
}

/// Whether the verb is the cue of a claim.
fn is_report(scene: &Scene<'_>, verb: Span) -> bool {
    let first = scene.cues.partition_point(|cue| cue.end <= verb.start);
    // "is expected to rise" has the cue within its predicate: it tells of the rise.
    scene.cues.get(first).is_some_and(|cue| cue.overlaps(verb) && cue.end >= verb.end)
}
