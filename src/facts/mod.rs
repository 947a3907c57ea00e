//! Facts: what the annotations add up to, each with its evidence.

mod amount;
pub mod card;
mod class;
mod event;
pub mod fact;
mod finding;
mod genre;
mod measure;
mod people;
mod relation;
mod role;
mod scene;
mod statement;
mod trigger;
pub(crate) mod words;

pub use card::Card;
pub use fact::{Fact, FactKind};

use crate::link::Linked;
use crate::reason::{By, Confidence, Reason};
use crate::rule::{Rule, RuleInfo};
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;

/// What was gathered beyond the linked items. Measures of figures and events of times are set in place.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What is stated: statements of clauses, amounts and roles.
    pub list: Vec<Fact>,
    /// Who stands in what relation to whom.
    pub relations: Vec<Relation>,
    /// What is said of each person and body, and of the matter that the article is about.
    pub cards: Vec<Card>,
    /// What a reader should check.
    pub findings: Vec<Finding>,
}

/// A relation between two entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Which, by the name of the typed fact: "leads", "located-in".
    pub kind: &'static str,
    /// An index into [`Linked::entities`].
    pub from: usize,
    /// An index into [`Linked::entities`].
    pub to: usize,
    /// The word that says so.
    pub cue: Option<Span>,
    /// The evidence.
    pub spans: Vec<Span>,
    /// Set when it is only claimed: an index into [`Linked::claims`].
    pub claim: Option<usize>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Relation {
    /// Whether a clause states it, and not a noun phrase.
    pub fn is_stated(&self) -> bool {
        self.by.rule == statement::RULE.name
    }
}

/// Something a reader should check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which.
    pub code: FindingCode,
    /// What it is about.
    pub members: Vec<Member>,
    /// For people, whole sentences.
    pub text: String,
    /// The arithmetic that it rests on.
    pub computation: Option<String>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Kinds of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words of the export")]
pub enum FindingCode {
    NumberConflict,
    SumMismatch,
    PartGreaterThanWhole,
    PercentMismatch,
    UnitMismatch,
    DateConflict,
    HeadlineMismatch,
    SpeakerDisagreement,
    UnattributedClaim,
    AnonymousSource,
    ExpertsSay,
    QuoteUnbalanced,
    SingleSource,
    NameDrift,
    AmbiguousName,
    LoadedArithmetic,
    MissingDate,
}

/// An item of [`Linked`], by list and index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the lists of Linked")]
pub enum Member {
    Mention(usize),
    Entity(usize),
    Figure(usize),
    Time(usize),
    Claim(usize),
}

/// The rules of facts, cards and findings, in the order in which they run.
pub fn rules() -> Vec<RuleInfo> {
    let mut rules = vec![event::RULE, measure::RULE, statement::RULE, relation::RULE, amount::RULE, role::RULE];
    rules.extend(genre::RULES.iter().map(Rule::info));
    rules.push(people::RULE.info());
    rules.extend(finding::rules());
    rules
}

/// Gathers relations and findings, and sets what each figure measures and what each time dates.
pub fn gather(text: &Text, tagged: &Tagged, parsed: &Parsed, linked: &mut Linked) -> Facts {
    event::set(text, tagged, parsed, &mut linked.times);
    measure::set(text, tagged, parsed, &linked.times, &mut linked.figures);
    let scene = scene::Scene::new(text, tagged, parsed, linked);
    let mut list = statement::find(&scene);
    let relations = relation::find(&scene, &list);
    list.extend(amount::find(text, tagged, linked, &list));
    list.extend(role::find(&scene, &relations));
    let mut facts = Facts { list, relations, cards: Vec::new(), findings: Vec::new() };
    facts.cards = genre::find(&scene, &facts);
    facts.cards.extend((people::RULE.find)(&scene, &facts));
    facts.findings = finding::find((text, tagged, parsed), linked, &facts.list);
    facts
}
