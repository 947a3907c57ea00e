//! What the labels change: claims that no rule has are added; the rules' claims get better edges, or go.
//!
//! Quotations are the rules': an edge is never moved into one or out of one, and what is said word for word stays.

use super::super::cue::{LEXICON, Lexicon, Part, is, takes};
use super::super::scene::Scene;
use super::super::{
    Claim, Cue, Mode, answer, clause, continued, headline, hearsay, lemma, noun, passive, phrase, signed, source,
    transcript,
};
use super::{Labels, Role, Run};
use crate::reason::{Confidence, Origin, Reason};
use crate::span::Span;
use crate::syntax::Relation;
use crate::syntax::clause::By;
use crate::tag::Pos;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How far from its cue what is said may begin, and its source may stand.
const NEAR: usize = 16;

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The runs of a role that share tokens with a range, in order.
fn within<'r>(runs: &'r [Run], range: &Range<usize>, role: Role) -> impl DoubleEndedIterator<Item = usize> + 'r {
    let first = runs.partition_point(|run| run.tokens.end <= range.start);
    let end = runs.partition_point(|run| run.tokens.start < range.end);
    (first..end.max(first)).filter(move |at| runs[*at].role == role)
}

/// Adds the claims whose cue no rule has.
pub(super) fn add(scene: &Scene, rule: &'static str, claims: &mut Vec<Claim>) {
    let labels = scene.labelled(claims);
    // What the rules' claims hold, once they have their edges.
    let mut said = vec![false; scene.text.tokens.len()];
    let mut cues = vec![false; scene.text.tokens.len()];
    for claim in claims.iter() {
        let Some(settled) = settled(scene, labels, claim) else { continue };
        for span in settled.content {
            said[scene.text.tokens_in(span)].fill(true);
        }
        if let Some(cue) = claim.cue.as_ref().map(|cue| cue.span).into_iter().chain(settled.cue).last() {
            cues[scene.text.tokens_in(cue)].fill(true);
        }
    }
    for (number, sentence) in labels.sentences().enumerate() {
        // A headline claims only what its own words of saying say.
        if scene.is_heading(sentence.start) || !may_report(scene, sentence) {
            continue;
        }
        let runs = labels.runs(scene, number);
        for (number, run) in runs.iter().enumerate().filter(|(_, run)| run.role == Role::Cue) {
            if cues[run.tokens.clone()].contains(&true) {
                continue;
            }
            let free = |run: &&Run| !said[run.tokens.clone()].contains(&true);
            let content = behind(runs, number).filter(free).or_else(|| before(runs, number).filter(free));
            let Some(content) = content.map(|run| run.tokens.clone()) else { continue };
            let source = source_of(runs, number);
            let anybody =
                |source: &Range<usize>| source.len() == 1 && matches!(scene.norm(source.start), "you" | "one");
            if source.as_ref().is_none_or(anybody) && !quoted_speech(scene, &content)
                || !source.as_ref().is_none_or(|source| speaks(scene, source, &run.tokens))
                || !is_borne_out(scene, &run.tokens, &content, source.is_some())
            {
                continue;
            }
            // "that a lockdown | would be imposed": a clause goes on with its verb.
            let verbal = scene.pos(run.tokens.end - 1) != Pos::Noun
                && content.start >= run.tokens.end
                && content.end < sentence.end
                && clause::is_finite(scene, content.end);
            let next = scene.predicates.partition_point(|predicate| predicate.cue.start < content.end);
            let high = scene.predicates.get(next).map_or(sentence.end, |next| next.cue.start.min(sentence.end));
            let end = if verbal { clause::end(scene, content.start, high) } else { content.end };
            let taken =
                runs.get(number + 1).is_some_and(|next| verbal && next.tokens.start < end && next.tokens != content);
            let content = if taken { content } else { content.start..end.max(content.end) };
            let (Some(span), Some(cue)) = (scene.cover(&content), scene.cover(&run.tokens)) else { continue };
            let (lemma, class) = lemma::of(scene, &run.tokens);
            let cue = Cue { span: cue, lemma, class };
            let mut claim = Claim::said(scene, rule, Some(cue), source.as_ref(), vec![span]);
            claim.confidence = Confidence::Medium;
            claim.by.kind = Origin::Model;
            claim
                .reasons
                .push(Reason::new("learned", "where words stand so, somebody mostly says or thinks something"));
            said[content].fill(true);
            claims.push(claim);
        }
    }
}

/// Whether a sentence has what [`is_borne_out`] asks for, whatever its labels: a cue, quoted words, "that", or a clause
/// that a word governs.
fn may_report(scene: &Scene, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        scene.word(at).is_cue()
            || scene.opens(at).is_some()
            || matches!(scene.parsed.relation(at), Relation::Ccomp | Relation::Parataxis)
            || scene.norm(at) == "that"
    })
}

/// Whether a content begins with quoted words that read as speech.
fn quoted_speech(scene: &Scene, content: &Range<usize>) -> bool {
    content.clone().take(3).any(|at| scene.opens(at).is_some_and(|number| clause::is_speech(scene, number)))
}

/// Whether a run of tokens can name who says or thinks what the cue reports.
///
/// "Transport difficulties meant that …" names a thing, "its alleged commitment" an owner, and of "the inspectors he
/// met said …" the tree knows another subject.
fn speaks(scene: &Scene, source: &Range<usize>, cue: &Range<usize>) -> bool {
    let verb = cue.clone().rev().find(|at| scene.pos(*at) == Pos::Verb);
    let Some(verb) = verb else { return true };
    let word = scene.word(source.start);
    let owner = word.is(is::POSSESSIVE) && !word.is(is::SUBJECT | is::OBJECT);
    // "It means that", "this showed that": no verb of saying, and no speaker.
    let pointing = matches!(scene.norm(source.start), "it" | "this" | "that" | "these" | "those" | "what" | "which");
    if source.len() == 1 && (owner || pointing && !scene.word(verb).is_cue()) || phrase::is_thing(scene, source) {
        return false;
    }
    let subject = scene.parsed.clause_of_predicate(verb).and_then(|clause| clause.subject);
    let own = subject.filter(|subject| subject.by == By::Own && (subject.head as usize) < cue.start);
    own.is_none_or(|own| source.contains(&(own.head as usize)) || source.start >= cue.end)
}

/// Whether the tree or the lexicon bears out that a run of tokens reports a content.
///
/// The labels alone take acts for claims: "hired an adviser", "blocked the shot". A verb that no list has counts only
/// if what it reports is a clause that depends on it, or quoted words.
fn is_borne_out(scene: &Scene, cue: &Range<usize>, content: &Range<usize>, has_source: bool) -> bool {
    let lexicon: &'static Lexicon = &LEXICON;
    let verb = cue.clone().rev().find(|at| matches!(scene.pos(*at), Pos::Verb));
    let listed = |at: usize, part: Part| {
        scene.word(at).senses().iter().any(|(number, _)| {
            let entry = lexicon.entry(*number);
            // "posted a loss": a verb that takes clauses only reports no object.
            entry.part == part
                && (part == Part::Noun || entry.takes & takes::NOUN != 0)
                && entry.rest.iter().enumerate().all(|(step, word)| scene.norm(at + 1 + step) == *word)
        })
    };
    let governs = |head: usize, relations: &[Relation]| {
        let takes = |child: usize| {
            relations.contains(&scene.parsed.relation(child)) && overlap(&scene.parsed.reach(child), content)
        };
        scene.parsed.children(head).any(takes)
    };
    let clausal = |head: usize| governs(head, &[Relation::Ccomp, Relation::Parataxis]);
    let quoted =
        content.clone().take(3).any(|at| scene.opens(at).is_some_and(|number| clause::is_speech(scene, number)));
    match verb {
        Some(verb) => {
            let group = scene.parsed.clause_of_predicate(verb).and_then(|clause| clause.group);
            // "is called “sintering”", "was upgraded to category four": only a clause can be what is reported.
            if group.is_some_and(|group| group.passive) {
                return governs(verb, &[Relation::Ccomp]);
            }
            if scene.word(verb).is_cue() {
                // "decided to stay": an infinitive counts where the lexicon has one.
                let takes_infinitive = scene.word(verb).senses().iter().any(|(number, _)| {
                    lexicon.entry(*number).takes & (takes::INFINITIVE | takes::OBJECT_INFINITIVE) != 0
                });
                let infinitive = takes_infinitive && governs(verb, &[Relation::Xcomp]);
                return listed(verb, Part::Verb) || clausal(verb) || infinitive || quoted && has_source;
            }
            // "the findings bolster what he said": of a verb that no list has, "that" tells, unless it says what
            // somebody brings about: "she ensured that the vote was held".
            let that = clausal(verb) && scene.norm(content.start) == "that" && !scene.is(verb, is::CAUSATIVE);
            has_source && (quoted || that)
        }
        // "his claim that", "adamant that", but not "her fame was such that" or "methods that need a setup".
        None => {
            let reports = cue.clone().any(|at| listed(at, Part::Noun));
            let clause = scene.norm(content.start) == "that" || clausal(cue.end - 1);
            has_source && (reports || clause && cue.clone().any(|at| scene.word(at).is_cue()))
        }
    }
}

/// The content after a cue, with no other cue between.
fn behind(runs: &[Run], cue: usize) -> Option<&Run> {
    let end = runs[cue].tokens.end;
    let next = runs[cue + 1..].iter().take(NEAR).take_while(|run| run.role != Role::Cue);
    let next = next.into_iter().find(|run| run.role == Role::Content)?;
    (next.tokens.start - end <= NEAR).then_some(next)
}

fn before(runs: &[Run], cue: usize) -> Option<&Run> {
    let start = runs[cue].tokens.start;
    let last = runs[..cue].iter().rev().take(NEAR).take_while(|run| run.role != Role::Cue);
    let last = last.into_iter().find(|run| run.role == Role::Content)?;
    (start - last.tokens.end <= NEAR).then_some(last)
}

/// The source that stands nearest to a cue.
fn source_of(runs: &[Run], cue: usize) -> Option<Range<usize>> {
    let of = |run: &Run| (run.role == Role::Source).then(|| run.tokens.clone());
    let left = runs[..cue].iter().rev().take(NEAR).take_while(|run| run.role != Role::Cue).find_map(of);
    let right = runs[cue + 1..].iter().take(NEAR).take_while(|run| run.role != Role::Cue).find_map(of);
    let near = |range: &Range<usize>| {
        let cue = &runs[cue].tokens;
        if range.end <= cue.start { cue.start - range.end } else { range.start - cue.end }
    };
    match (left, right) {
        (Some(left), Some(right)) if near(&right) + 1 < near(&left) => Some(right),
        (Some(left), _) => Some(left),
        (None, Some(right)) if near(&right) <= 2 => Some(right),
        // "X said … and added …": the source of the cue before.
        (None, _) => runs[..cue].iter().rev().take(NEAR).find_map(of),
    }
}

/// Gives the rules' claims the edges that the labels have, and drops those that no label bears out.
pub(in crate::claims) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    let labels = scene.labelled(&[]);
    let all: Vec<Option<Settled>> = claims.iter().map(|claim| settled(scene, labels, claim)).collect();
    // "declined to comment on", "refused to blame": two words of the lexicon, and the first of them tells.
    let mut first = FxHashMap::default();
    for (claim, settled) in claims.iter().zip(&all) {
        if let (Some(cue), Some(settled)) = (&claim.cue, settled) {
            for key in settled.keys() {
                let start = first.entry(key).or_insert(cue.span.start);
                *start = cue.span.start.min(*start);
            }
        }
    }
    let mut all = all.into_iter();
    claims.retain_mut(|claim| {
        let Some(settled) = all.next().flatten() else { return false };
        let earlier =
            |cue: &Cue| settled.keys().any(|key| first.get(&key).is_some_and(|start| cue.span.start > *start));
        if claim.cue.as_ref().is_some_and(earlier) {
            return false;
        }
        if let (Some(cue), Some(span)) = (&mut claim.cue, settled.cue) {
            cue.span = span;
        }
        if let Some(tokens) = &settled.source
            && let Some(source) = source::read(scene, tokens)
        {
            claim.source = Some(source);
        }
        if claim.content != settled.content {
            claim.content = settled.content;
            claim.mode = super::super::mode(scene, &claim.content);
        }
        true
    });
}

/// What the labels make of a claim; a source or a cue only where it changes.
#[derive(Debug, Default)]
struct Settled {
    content: Vec<Span>,
    cue: Option<Span>,
    source: Option<Range<usize>>,
    /// The first token of the cue that the labels have there.
    run: Option<usize>,
}

impl Settled {
    /// What no two claims share: the cue that the labels have, and all that is said.
    fn keys(&self) -> impl Iterator<Item = (usize, Span)> {
        let cue = self.run.map(|run| (run, Span::default()));
        let content = self.content.first().map(|content| (usize::MAX, *content));
        cue.into_iter().chain(content)
    }
}

/// Nothing if no label bears the claim out.
fn settled(scene: &Scene, labels: &Labels, claim: &Claim) -> Option<Settled> {
    let text = scene.text;
    let mut settled = Settled { content: claim.content.clone(), ..Settled::default() };
    let kept = [super::RULE, answer::RULE, continued::RULE, signed::RULE, headline::RULE, transcript::RULE];
    let kept = kept.iter().any(|rule| rule.name == claim.by.rule);
    let Some(cue) = claim.cue.as_ref().filter(|_| !kept).map(|cue| text.tokens_in(cue.span)) else {
        return Some(settled);
    };
    let sentence = labels.sentence(cue.start).filter(|_| scene.quotation(cue.start).is_none());
    let Some((number, sentence)) = sentence else { return Some(settled) };
    let runs = labels.runs(scene, number);
    let own = within(runs, &cue, Role::Cue).next();
    let contents: Vec<Range<usize>> = claim.content.iter().map(|span| text.tokens_in(*span)).collect();
    // What is hearsay, a noun's clause, and what somebody did not say, are seldom marked.
    let told = [hearsay::RULE.name, noun::RULE.name].contains(&claim.by.rule)
        || cue.clone().any(|at| scene.is(at, is::NEGATION));
    if claim.mode == Mode::Indirect && own.is_none() && !told {
        let (mut said, mut all) = (0, 0);
        for content in &contents {
            all += content.len();
            let runs = within(runs, content, Role::Content).map(|run| &runs[run].tokens);
            said += runs.map(|run| run.end.min(content.end) - run.start.max(content.start)).sum::<usize>();
        }
        if 2 * said < all {
            return None;
        }
    }
    // "who opposed the bill said that …": what is said is another's.
    let anothers = contents.iter().any(|content| {
        let first = |role: Role| within(runs, content, role).find(|run| Some(*run) != own).unwrap_or(runs.len());
        first(Role::Cue) < first(Role::Content) && content.start >= cue.end
    });
    if anothers && claim.mode == Mode::Indirect {
        return None;
    }
    settled.run = own.map(|own| runs[own].tokens.start);
    // "were told": the auxiliaries stay.
    let wider = own.filter(|own| runs[*own].tokens.start < cue.start || runs[*own].tokens.end > cue.end);
    // "said in a statement that …": by what means is told apart from the cue.
    let means = |at: usize| matches!(scene.norm(at), "in" | "on" | "at" | "during" | "via" | "through");
    settled.cue = wider.and_then(|own| {
        let run = &runs[own].tokens;
        let ahead = contents.first().is_some_and(|content| content.start >= run.end);
        let end = if ahead && run.end > cue.end && means(cue.end) { cue.end } else { run.end };
        let tokens = run.start.min(cue.start)..end;
        // "were in favour, and the government announced": a cue holds no source.
        let speaker = claim
            .source
            .as_ref()
            .is_some_and(|source| overlap(&(tokens.start..cue.start), &text.tokens_in(source.span)));
        (tokens != cue && !speaker).then(|| scene.cover(&tokens)).flatten()
    });
    let verb = cue;
    let cue = own.map_or(verb.clone(), |own| runs[own].tokens.clone());
    let old = claim.source.as_ref().map(|source| text.tokens_in(source.span));
    let new = match &old {
        Some(old) => within(runs, old, Role::Source).next().map(|run| runs[run].tokens.clone()),
        None if [hearsay::RULE.name, passive::RULE.name].contains(&claim.by.rule) => None,
        None => own.and_then(|own| source_of(runs, own)),
    };
    // "The maker Corvane, which makes them, said": without the clause it opens, "which" is no part of the source.
    let new = new.filter(|new| new.len() == 1 || !scene.is(new.end - 1, is::RELATIVE));
    let new = new.filter(|new| !contents.iter().any(|content| overlap(content, new)));
    settled.source = new.filter(|new| old.as_ref() != Some(new));
    let source = settled.source.as_ref().or(old.as_ref());
    // "His claim that the bridge was safe was never tested": where the noun is a subject, its own rule knows the end.
    let nominal = claim.by.rule == noun::RULE.name;
    for (span, content) in settled.content.iter_mut().zip(&contents).filter(|_| !nominal) {
        *span = edges(scene, sentence, runs, content, [&verb, &cue], source).unwrap_or(*span);
    }
    Some(settled)
}

/// The edges that the labels give what is said, where they cut no quotation: those of the run next to the cue.
fn edges(
    scene: &Scene,
    sentence: &Range<usize>,
    runs: &[Run],
    content: &Range<usize>,
    [verb, cue]: [&Range<usize>; 2],
    source: Option<&Range<usize>>,
) -> Option<Span> {
    let mut inside = within(runs, content, Role::Content);
    let run = if content.end <= cue.start { inside.next_back()? } else { inside.next()? };
    let mut new = runs[run].tokens.clone();
    // "the man, who said nothing, left": a relative clause ends where its rule says.
    let relative = source.is_some_and(|source| source.len() == 1 && scene.is(source.start, is::RELATIVE));
    // "that, in a phone call, he …": a clause is more than its first word.
    let bare = new.len() == 1 && content.len() > 2;
    if new.end < content.end && (bare || !may_end(scene, new.end)) || new.end > content.end && relative {
        new.end = content.end;
    }
    let cut =
        |at: usize| at > 0 && scene.quotation(at - 1).is_some_and(|number| scene.quotations[number].tokens.end > at);
    // "The river rose, the highest level in years, according to …": not within what a comma goes on with.
    let within = content.end <= cue.start && new.start > content.start && scene.is_comma(new.start - 1);
    if within || cut(new.start) || content.start < sentence.start {
        new.start = content.start;
    }
    if cut(new.end) || content.end > sentence.end {
        new.end = content.end;
    }
    // "The minister said … but admitted …": what is admitted is a claim of its own.
    let next = scene.predicates.partition_point(|predicate| predicate.cue.start < content.end);
    if scene.predicates.get(next).is_some_and(|next| next.cue.end <= new.end && next.left >= content.end) {
        new.end = content.end;
    }
    let crossed = overlap(&new, cue) || overlap(&new, verb) || source.is_some_and(|source| overlap(&new, source));
    if crossed { None } else { scene.cover(&new) }
}

/// Whether what is said may end before token `at`, though its rule would go on: not before a mere preposition.
fn may_end(scene: &Scene, at: usize) -> bool {
    // "in Australia, Brazil, Canada": not within a list of names.
    let listed = scene.is_comma(at) && scene.is_title(at + 1) && at > 0 && scene.is_title(at - 1);
    scene.is_mark(at) && !listed
        || clause::is_stop(scene, at)
        || scene.is(at, is::COORDINATOR | is::RELATIVE | is::TIME_LEAD)
        || scene.is(at, is::SUBORDINATOR) && !scene.is(at, is::PREPOSITION)
        || scene.is_time(at)
        || scene.norm(at) == "according"
        || scene.begins(at).is_some()
}
