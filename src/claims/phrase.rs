//! Noun phrases that name a speaker, as the tree has them.
//!
//! As in the corpora, a source takes in titles, appositions and the relative clause that says who it is:
//! "Ann Lee, the mayor, who has led the town since 2010,".

use super::clause;
use super::cue::is;
use super::scene::Scene;
use crate::lexicon::nominals::{self, Class};
use crate::lexicon::titles;
use crate::syntax::Relation;
use crate::syntax::clause::{By, Clause, Subject};
use crate::syntax::phrase::is_plural;
use crate::tag::Pos;
use std::ops::Range;

/// The phrase of a head, from its first to its last token, on the side of `cue` that the head is on.
pub(super) fn of(scene: &Scene, head: usize, cue: &Range<usize>) -> Range<usize> {
    let mut tokens = head..head + 1;
    for child in scene.parsed.children(head).filter(|child| belongs(scene, head, *child)) {
        let reach = scene.parsed.reach(child);
        tokens = tokens.start.min(reach.start)..tokens.end.max(reach.end);
    }
    let inside = scene.quotation(head);
    let low = inside.map_or(0, |number| scene.quotations[number].inner().start);
    let high = inside.map_or(usize::MAX, |number| scene.quotations[number].inner().end);
    tokens = tokens.start.max(low)..tokens.end.min(high);
    // "said the harbour master, “and so did our luck”": quoted words after a name are no part of it.
    let quoted = |at: &usize| scene.opens(*at).is_some_and(|number| Some(number) != inside);
    let speech = |at: usize| {
        scene.is_comma(at.saturating_sub(1)) || scene.opens(at).is_some_and(|number| clause::is_speech(scene, number))
    };
    if let Some(open) = (head + 1..tokens.end).find(|at| quoted(at) && speech(*at)) {
        tokens.end = open;
    }
    if let Some(open) =
        (tokens.start..head).rev().find(|at| scene.closes(*at).is_some_and(|number| Some(number) != inside))
    {
        tokens.start = tokens.start.max(open + 1);
    }
    if head < cue.start {
        tokens.end = tokens.end.min(cue.start);
    } else {
        tokens.start = tokens.start.max(cue.end);
    }
    let tokens = trim(scene, head, tokens);
    balance(scene, tokens, low)
}

/// Takes in the name before an opening bracket whose closing one is in the phrase: "*the institute* (IEA)".
fn balance(scene: &Scene, tokens: Range<usize>, low: usize) -> Range<usize> {
    let closed = tokens.clone().find(|at| matches!(scene.norm(*at), "(" | ")")).filter(|at| scene.norm(*at) == ")");
    let open = closed.and_then(|closed| (low..closed).rev().take(12).find(|at| scene.norm(*at) == "("));
    match open.and_then(|open| open.checked_sub(1)).filter(|name| *name >= low) {
        Some(name) if name < tokens.start => scene.parsed.reach(name).start.max(low)..tokens.end,
        _ => tokens,
    }
}

/// Whether a dependent is part of the phrase of its head.
fn belongs(scene: &Scene, head: usize, child: usize) -> bool {
    let time = || scene.is_time(child) && child > head && scene.parsed.relation(child) != Relation::Compound;
    match scene.parsed.relation(child) {
        Relation::Det
        | Relation::Amod
        | Relation::Compound
        | Relation::Flat
        | Relation::Fixed
        | Relation::NmodPoss
        | Relation::NmodDesc
        | Relation::Nummod
        | Relation::Appos
        | Relation::AclRelcl => true,
        Relation::Nmod | Relation::Acl | Relation::Dep => !time(),
        Relation::Advmod => child < head,
        // "A and B said": both speak; "the mayor and has not replied" is a clause gone astray.
        Relation::Conj => !matches!(scene.pos(child), Pos::Verb | Pos::Aux),
        _ => false,
    }
}

/// Takes marks off the ends of a phrase, but not the comma that closes an apposition.
fn trim(scene: &Scene, head: usize, mut tokens: Range<usize>) -> Range<usize> {
    let loose = |at: usize| scene.is_mark(at) && scene.norm(at) != ")" && scene.closes(at).is_none();
    while tokens.end > head + 1 && loose(tokens.end - 1) {
        tokens.end -= 1;
    }
    while tokens.start < head && loose(tokens.start) && scene.opens(tokens.start).is_none() {
        tokens.start += 1;
    }
    tokens
}

/// The phrase with the comma that closes its apposition, if the cue follows: "Ann Lee, the mayor, | said".
pub(super) fn with_comma(scene: &Scene, tokens: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let apposed = tokens.clone().any(|at| scene.is_comma(at));
    if apposed && scene.is_comma(tokens.end) && tokens.end + 1 == cue.start {
        return tokens.start..tokens.end + 1;
    }
    tokens
}

/// Who a predicate's subject is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    pub tokens: Range<usize>,
    /// It stands with another verb: "…, *saying* that".
    pub shared: bool,
}

/// The subject of a clause as the phrase that names who speaks.
pub(super) fn subject(scene: &Scene, clause: &Clause, cue: &Range<usize>) -> Option<Speaker> {
    let inside = scene.quotation(cue.start);
    let speaks = |head: u32| scene.quotation(head as usize) == inside && is_nominal(scene, head as usize);
    let Some(subject) = reporter(scene, clause).or(clause.subject).filter(|subject| speaks(subject.head)) else {
        return beside(scene, clause, cue);
    };
    let head = subject.head as usize;
    match subject.by {
        By::Own => Some(Speaker { tokens: with_comma(scene, of(scene, head, cue), cue), shared: false }),
        By::Antecedent => {
            let own = scene.parsed.children(clause.head as usize);
            let own = own.into_iter().find(|child| scene.parsed.relation(*child).is_subject());
            match own {
                // "Ann Lee, *who* said …": linking finds whom the pronoun stands for.
                Some(pronoun) => Some(Speaker { tokens: pronoun..pronoun + 1, shared: false }),
                None => Some(Speaker { tokens: of(scene, head, cue), shared: true }),
            }
        }
        By::Shared | By::Controlled => Some(Speaker { tokens: of(scene, head, cue), shared: true }),
    }
}

/// "He said thieves come daily, *adding* that …": of a verb of saying that shares its subject with another verb, the
/// subject of the verb of saying above both.
fn reporter(scene: &Scene, clause: &Clause) -> Option<Subject> {
    clause.subject.filter(|subject| subject.by == By::Controlled)?;
    let mut parent = clause.parent;
    for _ in 0..4 {
        let above = scene.parsed.clauses().get(parent? as usize)?;
        let says = above.group.is_some_and(|group| scene.is_saying(group.verb as usize));
        if let Some(subject) = above.subject.filter(|_| says) {
            return Some(Subject { by: By::Controlled, ..subject });
        }
        parent = above.parent;
    }
    None
}

/// Whether a head can name somebody: a noun, name or pronoun that no preposition leads.
fn is_nominal(scene: &Scene, head: usize) -> bool {
    // "the accused": a determiner makes a noun of a participle.
    let determined = scene.parsed.child(head, &[Relation::Det]).is_some();
    let nominal = determined
        || !matches!(
            scene.pos(head),
            Pos::Verb | Pos::Aux | Pos::Adv | Pos::Adp | Pos::Part | Pos::Punct | Pos::Cconj | Pos::Sconj | Pos::Intj
        );
    let led = scene.parsed.child(head, &[Relation::Case]).is_some_and(|case| case < head && scene.norm(case) != "'s");
    nominal && !led
}

/// The phrase right before a verb, where the tree has no subject for it or one on the other side of a quote mark:
/// "“The talks,” *a diplomat* said, “went nowhere.”"
pub(super) fn beside(scene: &Scene, clause: &Clause, cue: &Range<usize>) -> Option<Speaker> {
    clause.group.filter(|group| group.is_finite())?;
    // "A person who knows the talks, which are private, said": the comma closes an insertion.
    let last = cue.start.checked_sub(1)?;
    let last = if scene.is_comma(last) { last.checked_sub(1)? } else { last };
    let inside = scene.quotation(cue.start);
    let fits = |at: usize| scene.quotation(at) == inside && scene.parsed.reach(at).end <= cue.start;
    let mut head = last;
    while let Some(above) = scene.parsed.head(head).filter(|above| fits(*above)) {
        head = above;
    }
    // "“Yes,” *the accused* answered": a determiner makes a noun of the word before the verb.
    if let Some(det) = last.checked_sub(1)
        && scene.is(det, is::DETERMINER)
        && !scene.is(last, is::SUBJECT)
        && fits(last)
        && last + 1 == cue.start
        && scene.pos(last) != Pos::Noun
    {
        return Some(Speaker { tokens: det..cue.start, shared: false });
    }
    let nominal = is_nominal(scene, head) && !matches!(scene.pos(head), Pos::Num | Pos::Adj | Pos::Sym);
    let clausal = scene.parsed.clause_of_predicate(head).is_some_and(|clause| clause.group.is_some());
    if !nominal || clausal || !fits(last) {
        return None;
    }
    let tokens = with_comma(scene, of(scene, head, cue), cue);
    (tokens.end == cue.start).then_some(Speaker { tokens, shared: false })
}

/// Whether a phrase names a thing that neither speaks nor decides: "the chandelier", "these signs". Bodies, documents
/// and people by what they do are none.
pub(super) fn is_thing(scene: &Scene, tokens: &Range<usize>) -> bool {
    let Some(head) = scene.parsed.top(tokens.clone()) else { return false };
    let norm = scene.norm(head);
    let one = norm.strip_suffix('s').filter(|_| is_plural(norm)).unwrap_or(norm);
    let listed = scene.is(head, is::GROUP | is::DOCUMENT | is::PERSON | is::ANONYMOUS);
    let body = [norm, one].iter().any(|word| {
        let class = nominals::get(word).map(|noun| noun.class);
        matches!(class, Some(Class::Organisation | Class::Nation | Class::Town)) || titles::ends_title(word)
    });
    let person = ["er", "or", "ist", "ian", "man", "woman", "men", "women", "ant", "ent", "ee", "ive"];
    let does = one.len() > 4 && person.iter().any(|end| one.ends_with(end));
    scene.pos(head) == Pos::Noun && !scene.is_title(head) && !listed && !body && !does
}

/// The first token after the dependents of a verb that follow token `at` one after the other.
pub(super) fn past(scene: &Scene, verb: usize, mut at: usize, skips: impl Fn(Relation) -> bool) -> usize {
    for child in scene.parsed.children(verb) {
        let reach = scene.parsed.reach(child);
        let question = scene.is(reach.start, is::QUESTION);
        if reach.start != at || question || !skips(scene.parsed.relation(child)) {
            continue;
        }
        // "said on Meet the Press *that*": the clause is not the programme's.
        at = (reach.start + 1..reach.end).find(|at| scene.norm(*at) == "that").unwrap_or(reach.end);
    }
    at
}
