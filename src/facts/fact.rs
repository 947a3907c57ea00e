//! A fact: who did what to whom, how much of what, who is what.

use super::Member;
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;

/// Sorts of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// What a clause says.
    Statement,
    /// What a figure measures.
    Amount,
    /// What somebody is.
    Role,
}

/// Something that the article states, or that a source in it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What sort.
    pub kind: FactKind,
    /// Who or what it is about.
    pub subject: Subject,
    /// The verb, with what belongs to it; none of an amount and of a role.
    pub predicate: Option<Predicate>,
    /// What else the clause says, in the order of the text.
    pub arguments: Vec<Argument>,
    /// How it stands.
    pub standing: Standing,
    /// It says that something is not so.
    pub negative: bool,
    /// Set when a source says it and not the article: an index into [`Linked::claims`].
    pub claim: Option<usize>,
    /// When: an index into [`Linked::times`].
    pub time: Option<usize>,
    /// Figures in it: indices into [`Linked::figures`].
    pub figures: Vec<usize>,
    /// How much it matters to a reader.
    pub salience: Salience,
    /// One sentence in plain words.
    pub text: String,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Fact {
    /// From its first word to its last.
    pub fn span(&self) -> Option<Span> {
        let spans = self.predicate.iter().flat_map(|one| &one.spans).chain(&self.subject.span).copied();
        spans.chain(self.arguments.iter().map(|one| one.span)).reduce(Span::cover)
    }
}

/// The subject of a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Its words; none where the article names nobody ("shots were fired" has one, "firing shots" alone has none).
    pub span: Option<Span>,
    /// Who it is: an index into [`Linked::entities`].
    pub entity: Option<usize>,
    /// Whether its words can be read alone: a name, a noun, or a pronoun of which is known whom it means.
    pub is_known: bool,
}

/// The predicate of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// Its words: "has agreed to buy", "is".
    pub spans: Vec<Span>,
    /// The dictionary form of the verb that carries the meaning: "buy".
    pub lemma: String,
    /// The typed fact it states, by its name in `data/lexicon/triggers.tsv`: "acquired".
    pub kind: Option<&'static str>,
    /// Whether the subject is acted upon: "was arrested".
    pub passive: bool,
}

/// A part of a clause beside its subject and its predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// What it is to the predicate.
    pub role: Role,
    /// Its words, preposition included.
    pub span: Span,
    /// What it holds.
    pub item: Option<Member>,
}

/// What an argument is to its predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// "raised *rates*".
    Object,
    /// "gave *her* a book".
    Recipient,
    /// "was found *by a farmer*".
    Agent,
    /// "is *a lawyer*", "said *that …*".
    Complement,
    /// "in London".
    Place,
    /// "on Tuesday".
    Time,
    /// "by 12%".
    Amount,
    /// "by selling its shares".
    Manner,
    /// "because of the storm".
    Cause,
    /// "to save energy".
    Purpose,
    /// "according to the ministry".
    Source,
    /// Any other: "with a knife".
    Other,
}

/// How what is stated stands to the facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Standing {
    /// "raised rates".
    #[default]
    Happened,
    /// "is raising rates", "lives in Leeds".
    Happening,
    /// "will raise rates on Friday", "plans to raise".
    Planned,
    /// "is expected to rise".
    Predicted,
    /// "may raise rates".
    Possible,
    /// "must raise rates", "was told to raise rates".
    Demanded,
    /// "would raise rates", "if it raises rates".
    Conditional,
}

/// How much a fact matters, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Salience {
    /// 0 to 100.
    pub score: u8,
    /// What adds to it and what takes from it.
    pub reasons: Vec<Reason>,
}

/// The score from which a fact is among the facts that a reader is shown.
pub const SALIENT: u8 = 50;
