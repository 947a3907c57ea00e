//! What a clause says beside its subject and its verb.

use super::extent;
use super::predicate::Predicate;
use super::standing;
use crate::entities::Kind;
use crate::facts::Member;
use crate::facts::class;
use crate::facts::fact::{Argument, Role};
use crate::facts::scene::Scene;
use crate::figures;
use crate::order;
use crate::syntax::clause::{self, By};
use crate::syntax::verb::Form;
use crate::syntax::{Clause, Relation};
use crate::tag::Pos;
use std::ops::Range;

/// The arguments of a clause, in the order of the text.
pub(super) fn read(scene: &Scene<'_>, clause: &Clause, predicate: &Predicate) -> Vec<Argument> {
    let mut found: Vec<(Role, Range<usize>)> = Vec::new();
    if scene.parsed.child(predicate.head, &[Relation::Cop]).is_some() {
        // "However, the deal is *a risk*": what stands before the copula is no part of the noun.
        let mut tokens = extent::of_complement(scene, predicate.head);
        if predicate.tokens.end <= predicate.head {
            tokens.start = tokens.start.max(predicate.tokens.end);
        }
        found.push((Role::Complement, tokens));
    }
    for head in &predicate.chain {
        let of_predicate = |child: &usize| predicate.chain.contains(child) || predicate.tokens.contains(child);
        for child in scene.parsed.children(*head).filter(|child| !of_predicate(child)) {
            if is_of_main(scene, clause, child) {
                continue;
            }
            found.extend(
                one(scene, child)
                    .map(|(role, tokens)| (role, clear_of(scene.with_whole_items(tokens), child, &predicate.tokens))),
            );
        }
    }
    if let Some(antecedent) = object_of_relative(scene, clause, predicate) {
        found.push((Role::Object, antecedent));
    }
    let argument = |(role, tokens): (Role, Range<usize>)| Argument {
        role,
        span: scene.text.cover(tokens.clone()),
        item: item(scene, role, &tokens),
    };
    apart(scene, found).into_iter().map(argument).collect()
}

/// "fell after the tariffs were imposed, *from 2.1 million tonnes*": after a comma at its end, a phrase of a subordinate
/// clause is rather one of the main clause.
fn is_of_main(scene: &Scene<'_>, clause: &Clause, child: usize) -> bool {
    let start = scene.parsed.reach(child).start;
    let after_comma = start > clause.head as usize && scene.norm(start.saturating_sub(1)) == ",";
    after_comma && clause.kind == clause::Kind::Adverbial && scene.parsed.relation(child) == Relation::Obl
}

/// Puts arguments in the order of the text and lets no word stand in two: the tree may hang "39 seconds" on the verb
/// although "2 hours 1 minute 39 seconds" is one time.
fn apart(scene: &Scene<'_>, mut found: Vec<(Role, Range<usize>)>) -> Vec<(Role, Range<usize>)> {
    order::by(&mut found, |(_, tokens)| (tokens.start as u64, u64::MAX - tokens.end as u64));
    let mut end = 0;
    for (_, tokens) in &mut found {
        tokens.start = tokens.start.max(end);
        while tokens.start < tokens.end && tokens.start == end && scene.parsed.relation(end) == Relation::Punct {
            tokens.start += 1;
            end += 1;
        }
        end = end.max(tokens.end);
    }
    found.retain(|(_, tokens)| tokens.start < tokens.end);
    found
}

/// Takes the words of the predicate off the ends of an argument.
fn clear_of(tokens: Range<usize>, head: usize, taken: &Range<usize>) -> Range<usize> {
    if head >= taken.end {
        tokens.start.max(taken.end)..tokens.end
    } else if head < taken.start {
        tokens.start..tokens.end.min(taken.start)
    } else {
        head..head
    }
}

/// What a dependent of the predicate is to it, and its words.
fn one(scene: &Scene<'_>, child: usize) -> Option<(Role, Range<usize>)> {
    let phrase = || extent::of(scene, child);
    match scene.parsed.relation(child) {
        Relation::Obj => Some((Role::Object, phrase())),
        Relation::Iobj => Some((Role::Recipient, phrase())),
        Relation::OblAgent => Some((Role::Agent, phrase())),
        Relation::Obl => {
            let tokens = phrase();
            Some((of_oblique(scene, child, &tokens), tokens))
        }
        Relation::Ccomp => Some((Role::Complement, extent::of_clause(scene, child))),
        Relation::Xcomp => Some((Role::Complement, extent::of(scene, child))),
        Relation::Advmod => adverb(scene, child),
        Relation::Advcl => adverbial(scene, child).map(|role| (role, extent::of_clause(scene, child))),
        _ => None,
    }
}

/// What a phrase with a preposition is, by the preposition and by what it holds.
fn of_oblique(scene: &Scene<'_>, head: usize, tokens: &Range<usize>) -> Role {
    let case = scene.parsed.child(head, &[Relation::Case]).map_or("", |at| scene.norm(at));
    let kind = scene.mention(head).map(|at| scene.linked.mentions[at].kind);
    let holds_time = scene.time(tokens).is_some_and(|at| {
        let span = scene.linked.times[at].span;
        span.contains(scene.span(head)) || scene.pos(head) == Pos::Num
    });
    if holds_time {
        return Role::Time;
    }
    match case {
        "because" | "due" | "over" | "amid" => Role::Cause,
        "according" => Role::Source,
        "after" | "before" | "during" | "since" | "until" => Role::Time,
        "in" | "at" | "near" | "on" | "outside" | "inside" | "across" | "from" | "into" | "to" | "off"
            if matches!(kind, Some(Kind::Place)) =>
        {
            Role::Place
        }
        "by" | "to" | "from" | "at" | "for" | "" if is_amount(scene, tokens) => Role::Amount,
        "for" => Role::Purpose,
        "by" | "with" | "through" | "via" if scene.pos(head) == Pos::Verb => Role::Manner,
        _ => Role::Other,
    }
}

fn is_amount(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    use figures::Kind::{Money, Percent, PercentagePoint, Quantity, Ratio};
    scene
        .figure(tokens)
        .is_some_and(|at| matches!(scene.linked.figures[at].kind, Money | Percent | PercentagePoint | Quantity | Ratio))
}

/// "yesterday" is a time, "sharply" a manner; words that join sentences are nothing.
fn adverb(scene: &Scene<'_>, at: usize) -> Option<(Role, Range<usize>)> {
    let tokens = extent::of(scene, at);
    if scene.time(&tokens).is_some() {
        return Some((Role::Time, tokens));
    }
    let joins = class::is("connective", scene.norm(at));
    (!joins && scene.pos(at) == Pos::Adv).then_some((Role::Manner, tokens))
}

/// What an adverbial clause is; conditions and contrasts are no arguments.
fn adverbial(scene: &Scene<'_>, head: usize) -> Option<Role> {
    let mark = scene.parsed.child(head, &[Relation::Mark]).map_or("", |at| scene.norm(at));
    let form = scene.parsed.clause_of_predicate(head).and_then(|clause| clause.group).map(|group| group.form);
    if standing::is_preposition(scene, head) {
        return Some(if scene.norm(head) == "following" { Role::Time } else { Role::Other });
    }
    match mark {
        "because" => Some(Role::Cause),
        "after" | "before" | "until" | "since" | "once" => Some(Role::Time),
        "to" if form == Some(Form::Infinitive) => Some(Role::Purpose),
        "by" | "without" if form == Some(Form::Gerund) => Some(Role::Manner),
        "for" if form == Some(Form::Gerund) => Some(Role::Cause),
        "of" | "from" | "with" | "in" | "into" | "against" if form == Some(Form::Gerund) => Some(Role::Other),
        _ => None,
    }
}

/// "the bridge *that engineers closed*": the noun is the object.
fn object_of_relative(scene: &Scene<'_>, clause: &Clause, predicate: &Predicate) -> Option<Range<usize>> {
    let head = clause.head as usize;
    let own = clause.subject.is_some_and(|subject| subject.by == By::Own);
    let noun = scene.parsed.head(head)?;
    if scene.parsed.relation(head) != Relation::AclRelcl || !own || clause.object.is_some() || predicate.group.passive {
        return None;
    }
    let gap = scene.parsed.children(head).any(|child| {
        matches!(scene.parsed.relation(child), Relation::Cop | Relation::Ccomp | Relation::Xcomp | Relation::Obl)
    });
    if gap {
        return None;
    }
    let tokens = extent::of(scene, noun);
    let start = scene.parsed.reach(head).start;
    Some(tokens.start..tokens.end.min(start).max(noun + 1))
}

/// What an argument holds: a time, an amount, a name; of a clause the claim that it is the content of.
fn item(scene: &Scene<'_>, role: Role, tokens: &Range<usize>) -> Option<Member> {
    let named = || {
        let top = scene.parsed.top(tokens.clone())?;
        let mention = &scene.linked.mentions[scene.mention(top)?];
        mention.entity.map(Member::Entity)
    };
    match role {
        Role::Time => scene.time(tokens).map(Member::Time),
        Role::Amount => scene.figure(tokens).map(Member::Figure),
        Role::Complement => {
            let span = scene.text.cover(tokens.clone());
            let is_content =
                |at: &usize| scene.linked.claims[*at].content.first().is_some_and(|one| span.overlaps(*one));
            let claim = scene.claim_of(scene.span(tokens.end - 1)).filter(is_content);
            claim.map(Member::Claim).or_else(named)
        }
        _ => named().or_else(|| scene.figure(tokens).map(Member::Figure)),
    }
}
