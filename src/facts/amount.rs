//! How much of what: the figures that measure something, the same one said twice as one fact.

use super::fact::{Argument, Fact, FactKind, Role, Salience, Standing, Subject};
use super::{Member, words};
use crate::claims::Mode;
use crate::figures::{self, Figure, Kind};
use crate::lexicon;
use crate::link::Linked;
use crate::reason::{By, Confidence, Reason};
use crate::rule::RuleInfo;
use crate::span::Span;
use crate::tag::{Pos, Tagged};
use crate::text::{BlockKind, Text};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// The rule, as it is listed.
pub(super) const RULE: RuleInfo = RuleInfo { name: "facts/amount", about: "how much of what: “revenue up 8%”" };

/// How many facts back the same amount is looked for.
const MEMORY: usize = 64;

/// Facts of figures, in the order of the text. `statements` are those of the same text.
pub(super) fn find(text: &Text, tagged: &Tagged, linked: &Linked, statements: &[Fact]) -> Vec<Fact> {
    let mut found: Vec<Fact> = Vec::new();
    let bases: FxHashSet<usize> = linked.figures.iter().filter_map(|figure| figure.change?.base).collect();
    let best = most_salient(statements);
    for (at, figure) in linked.figures.iter().enumerate() {
        if bases.contains(&at) || matches!(figure.kind, Kind::Ordinal | Kind::Rank | Kind::Cardinal | Kind::Age) {
            continue;
        }
        let statement = best.get(&at).map(|place| &statements[*place]);
        let named = figure.measures.as_ref().is_some_and(|measures| is_noun(text, tagged, measures.span, figure.span));
        let Some(mut fact) = of_figure(text, linked, at, statement, named) else { continue };
        if is_in_headline(text, figure) {
            fact.salience = Salience { score: 20, reasons: vec![Reason::new("headline", "it is in the headline")] };
        }
        let twin = found
            .iter_mut()
            .rev()
            .take(MEMORY)
            .find(|other| is_same(linked, other, at) && other.subject.name_eq(&fact.subject, text));
        match twin {
            Some(twin) => {
                twin.figures.push(at);
                twin.arguments.extend(fact.arguments);
            }
            None => found.push(fact),
        }
    }
    found
}

/// For each figure the most salient statement that it stands in.
fn most_salient(statements: &[Fact]) -> FxHashMap<usize, usize> {
    let mut best: FxHashMap<usize, usize> = FxHashMap::default();
    for (place, fact) in statements.iter().enumerate() {
        for figure in &fact.figures {
            let known = best.entry(*figure).or_insert(place);
            if statements[*known].salience.score < fact.salience.score {
                *known = place;
            }
        }
    }
    best
}

/// Whether a fact gives the amount of a figure.
fn is_same(linked: &Linked, fact: &Fact, at: usize) -> bool {
    let other = fact.figures.first().map(|at| &linked.figures[*at]);
    let key = |figure: &Figure| (figure.kind, figure.amount.clone(), figure.approx, figure.change);
    other.is_some_and(|other| key(other) == key(&linked.figures[at]) && other.unit == linked.figures[at].unit)
}

/// Whether a figure stands in a headline, whose body tells it again in a sentence.
fn is_in_headline(text: &Text, figure: &Figure) -> bool {
    let at = text.blocks.partition_point(|block| block.span.end <= figure.span.start);
    text.blocks.get(at).is_some_and(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Subhead))
}

/// Nouns whose size can be read alone.
static MEASURES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/lexicon/measure_nouns.tsv"));
    rows.filter_map(|row| row.get(1).copied()).flat_map(|nouns| nouns.split(' ')).collect()
});

/// Whether a noun, or its singular, is one whose size can be read alone: "tariffs", not "cocaine".
fn is_measure(norm: &str) -> bool {
    MEASURES.contains(norm) || MEASURES.contains(figures::noun::singular(norm).as_str())
}

/// Whether what a figure measures is told by a noun: "sales", not "stealing".
fn is_noun(text: &Text, tagged: &Tagged, span: Span, figure: Span) -> bool {
    let tokens = text.tokens_in(span);
    let end = tokens.clone().find(|at| matches!(tagged.pos(*at), Pos::Adp | Pos::Punct)).unwrap_or(tokens.end);
    let head = end.checked_sub(1).filter(|head| tokens.contains(head));
    let noun = |at: usize| matches!(tagged.pos(at), Pos::Noun | Pos::Propn) && is_measure(text.norm(at));
    head.is_some_and(noun) && !tokens.clone().any(|at| tagged.pos(at) == Pos::Verb) && !span.overlaps(figure)
}

fn of_figure(text: &Text, linked: &Linked, at: usize, statement: Option<&Fact>, named: bool) -> Option<Fact> {
    let figure = &linked.figures[at];
    let readable = statement.filter(|fact| fact.salience.score > 0);
    let claim = figure.claim.filter(|at| linked.claims.get(*at).is_some_and(|claim| claim.mode != Mode::Narrator));
    // "The parties agreed to cut tariffs to 10%" says what they mean to do, not what the tariffs are.
    let is_meant = claim.is_some_and(|at| linked.claims[at].cue.as_ref().is_some_and(|cue| !cue.class.is_saying()));
    // "Fares did not rise by 12%": only the sentence says that it is not so.
    let negative = statement.is_some_and(|fact| fact.negative);
    let counted = words::is_counted(text, figure) || !named || is_meant || negative;
    let measured = figure.measures.as_ref();
    let span = match measured {
        Some(measures) if !counted => measures.span,
        // A count is told by the sentence that it stands in: "Two people were killed".
        _ => readable.filter(|_| counted)?.span()?,
    };
    let entity = readable.filter(|fact| is_owner(fact, figure)).and_then(|fact| fact.subject.entity);
    let mut figures = vec![at];
    figures.extend(figure.change.and_then(|change| change.base));
    let mut fact = Fact {
        kind: FactKind::Amount,
        subject: Subject { span: Some(span), entity: entity.filter(|_| !counted), is_known: true },
        predicate: None,
        arguments: vec![Argument { role: Role::Amount, span: figure.span, item: Some(Member::Figure(at)) }],
        standing: statement.map_or(Standing::Happened, |fact| fact.standing),
        negative,
        claim,
        time: figure.as_of.or_else(|| statement.and_then(|fact| fact.time)),
        figures,
        salience: salience(figure, readable, counted),
        text: String::new(),
        confidence: Confidence::Medium,
        by: By::rule(RULE.name),
        reasons: vec![Reason::at("measure", "what the figure measures", span)],
    };
    fact.text = match readable.filter(|_| counted) {
        Some(statement) => statement.text.clone(),
        None => words::amount(text, linked, figure, &fact),
    };
    Some(fact)
}

/// "Acme reported revenue of $4.2bn": the subject of a verb has what its object measures, unless the verb foresees or
/// denies it.
fn is_owner(fact: &Fact, figure: &Figure) -> bool {
    let Some(measures) = &figure.measures else { return false };
    let has = |predicate: &super::fact::Predicate| {
        matches!(
            predicate.lemma.as_str(),
            "report" | "post" | "have" | "make" | "record" | "earn" | "generate" | "book"
        )
    };
    let object = fact.arguments.iter().any(|one| one.role == Role::Object && one.span.contains(measures.span));
    object && fact.predicate.as_ref().is_some_and(has) && !fact.negative
}

fn salience(figure: &Figure, statement: Option<&Fact>, counted: bool) -> Salience {
    let mut score: u8 = if counted { 30 } else { 50 };
    let mut reasons = vec![Reason::new("measured", "the article says what it measures")];
    let mut add = |points, code, why: &'static str| {
        score += points;
        reasons.push(Reason::new(code, why));
    };
    if statement.is_some_and(|fact| fact.predicate.as_ref().is_some_and(|predicate| predicate.kind.is_some())) {
        add(20, "typed", "its verb tells a fact of a known type");
    }
    if statement.is_some_and(|fact| fact.salience.score >= super::fact::SALIENT) {
        add(10, "salient", "what it is part of matters");
    }
    if figure.change.is_some() {
        add(10, "change", "it is a change");
    }
    Salience { score, reasons }
}

impl Subject {
    /// Whether two subjects have the same words.
    fn name_eq(&self, other: &Subject, text: &Text) -> bool {
        let words = |span: Option<Span>| span.map_or("", |span| text.slice(span));
        words(self.span).eq_ignore_ascii_case(words(other.span))
    }
}
