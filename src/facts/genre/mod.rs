//! Cards of an article's matter: a case in court, a match, a company's results, a disaster, a day on the markets.
//!
//! Each genre has its file. Its card is made only where the slots without which it says nothing are sure ("two teams and
//! a score"); an article may have several or none.

mod court;
mod disaster;
mod market;
mod matches;
mod results;

use super::Facts;
use super::card::{Card, Cell, Of, Row};
use super::fact::{Fact, FactKind, Standing};
use super::scene::Scene;
use super::{Member, class, words};
use crate::figures::Figure;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::BlockKind;
use rustc_hash::FxHashSet;

/// Makes the card of a genre, if the article is one.
pub(super) type Make = fn(&Story<'_>) -> Option<Card>;

/// The genres, in the order in which their cards are shown.
pub(super) const RULES: &[Rule<Make>] = &[disaster::RULE, court::RULE, matches::RULE, results::RULE, market::RULE];

/// How many sentences of the body say what an article is about.
const LEAD: usize = 3;

/// The cards of an article.
pub(super) fn find(scene: &Scene<'_>, facts: &Facts) -> Vec<Card> {
    let story = Story::new(scene, facts);
    RULES.iter().filter_map(|rule| (rule.find)(&story)).collect()
}

/// An article with its facts.
pub(super) struct Story<'a> {
    scene: &'a Scene<'a>,
    facts: &'a Facts,
    /// The headline, and the sentences after it that say what the article is about.
    lead: Vec<Span>,
    /// The figures that another changed from.
    bases: FxHashSet<usize>,
}

impl<'a> Story<'a> {
    fn new(scene: &'a Scene<'a>, facts: &'a Facts) -> Story<'a> {
        let text = scene.text;
        let heads = text.blocks.iter().filter(|block| block.included && block.kind == BlockKind::Headline);
        let is_body = |block: u32| text.blocks[block as usize].kind == BlockKind::Paragraph;
        let body = text.included().filter(|sentence| is_body(sentence.block)).take(LEAD);
        let lead = heads.map(|block| block.span).chain(body.map(|sentence| sentence.span)).collect();
        let bases = scene.linked.figures.iter().filter_map(|figure| figure.change?.base).collect();
        Story { scene, facts, lead, bases }
    }

    /// Statements that can be read alone, with their places in the list.
    fn statements(&self) -> impl Iterator<Item = (usize, &'a Fact)> + '_ {
        let told = |fact: &Fact| fact.kind == FactKind::Statement && fact.salience.score > 0;
        self.facts.list.iter().enumerate().filter(move |(_, fact)| told(fact))
    }

    /// The first token of the lead that is of a class.
    fn lead_word(&self, kind: &str) -> Option<usize> {
        let mut tokens = self.lead.iter().flat_map(|span| self.scene.text.tokens_in(*span));
        tokens.find(|at| class::is(kind, self.scene.norm(*at)))
    }

    /// Whether the lead names an entity.
    fn is_in_lead(&self, entity: usize) -> bool {
        let mentions = &self.scene.linked.entities[entity].mentions;
        let spans = mentions.iter().map(|at| self.scene.linked.mentions[*at].span);
        spans.into_iter().any(|span| self.lead.iter().any(|lead| lead.contains(span)))
    }

    fn figure(&self, at: usize) -> &'a Figure {
        &self.scene.linked.figures[at]
    }

    /// A cell with a figure's words.
    fn value(&self, at: usize) -> Cell {
        let figure = self.figure(at);
        Cell {
            text: words::value(self.scene.text, figure),
            spans: vec![figure.span],
            of: Some(Of::Item(Member::Figure(at))),
        }
    }

    /// A cell with an entity's name, where it is first named.
    fn name(&self, at: usize) -> Cell {
        let entity = &self.scene.linked.entities[at];
        let spans = entity.mentions.first().map(|mention| self.scene.linked.mentions[*mention].span);
        Cell { text: entity.name.clone(), spans: spans.into_iter().collect(), of: Some(Of::Item(Member::Entity(at))) }
    }

    /// A cell with a fact's sentence, without a name that stands elsewhere on the card.
    fn told(&self, at: usize, name: &str) -> Cell {
        let fact = &self.facts.list[at];
        let verb = fact.predicate.iter().flat_map(|one| one.spans.last()).copied();
        let spans = verb.chain(fact.subject.span).chain(fact.arguments.iter().map(|one| one.span)).collect();
        Cell { text: words::after_name(&fact.text, name), spans, of: Some(Of::Fact(at)) }
    }

    /// A cell with words of the article.
    fn part(&self, span: Span, item: Option<Member>) -> Cell {
        Cell { text: words::part(self.scene.text, span), spans: vec![span], of: item.map(Of::Item) }
    }

    /// A cell with the words of a time.
    fn time(&self, at: usize) -> Cell {
        self.part(self.scene.linked.times[at].span, Some(Member::Time(at)))
    }
}

/// The type of a statement.
fn kind(fact: &Fact) -> &'static str {
    fact.predicate.as_ref().and_then(|predicate| predicate.kind).unwrap_or_default()
}

fn lemma(fact: &Fact) -> &str {
    fact.predicate.as_ref().map_or("", |predicate| &predicate.lemma)
}

/// Whether a statement tells what was or is. "pleaded not guilty" is a plea.
fn is_actual(fact: &Fact) -> bool {
    (!fact.negative || kind(fact) == "pleaded") && matches!(fact.standing, Standing::Happened | Standing::Happening)
}

/// A row of a table, if any of its cells but the label is filled.
fn row(label: String, cells: Vec<Cell>) -> Option<Row> {
    cells.iter().any(|cell| !cell.text.is_empty()).then_some(Row { label, cells })
}
