//! What a person decided about the annotations of an article.
//!
//! Kinds, numbers and dates stand here as the person gave them. The stage that a decision belongs to reads them, and
//! refuses what does not fit.

use crate::span::Span;

/// One decision of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub action: Action,
    /// The list that its item is in.
    pub layer: Layer,
    /// The id of its item, as the export has it; empty for an item that is being added.
    pub target: String,
    /// Where its item is; of an entity, where one of its mentions is.
    pub place: Place,
    /// What its entity was called, if it has one; of a finding its code.
    pub name: String,
    /// It holds wherever the same words occur, and not at this place alone.
    pub all: bool,
    /// It comes from a personal lexicon, and may concern nothing in this article.
    pub lexicon: bool,
    /// The decision as the caller wrote it. The export gives it back; nothing else reads it.
    pub record: String,
}

/// Words, and where they are in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// None where they were not found in this text.
    pub span: Option<Span>,
    /// The words as they were when the decision was made.
    pub words: String,
}

/// The lists of items that can be decided about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the lists of the export")]
pub enum Layer {
    Block,
    Mention,
    Entity,
    Figure,
    Time,
    Claim,
    Relation,
    Fact,
    Finding,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is right as it is.
    Accept,
    /// It is wrong, and goes.
    Reject,
    /// It is of another kind: a word such as `place`.
    Relabel(String),
    /// It begins or ends elsewhere.
    Move(Option<Span>),
    /// Something that was not marked.
    Add(Addition),
    /// The value of a figure or time.
    SetValue(Value),
    /// Who says it.
    SetSpeaker(Speaker),
    /// An entity is the same as another, and takes its name.
    Merge(Who),
    /// A mention is of somebody else; of somebody new where nobody is given.
    Split(Option<Who>),
    /// An entity is called this.
    Rename(String),
    /// A block is of another kind, or belongs to the article or not.
    Block {
        /// A word such as `headline`.
        kind: Option<String>,
        /// Whether it is annotated.
        included: Option<bool>,
    },
    /// A finding is put aside, or taken up again.
    Dismiss(bool),
    /// A person's own words; they change nothing.
    Note,
    /// It could not be read, for this reason.
    Unclear(String),
}

/// What a person marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// The kind of a name or figure.
    pub kind: Option<String>,
    /// The value of a figure or time.
    pub value: Value,
    /// The words that name who says it, of a claim.
    pub source: Option<Span>,
    /// The reporting word of a claim.
    pub cue: Option<Span>,
}

/// The value of a figure or time, as far as it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// A decimal number.
    pub value: Option<String>,
    /// The lower end of a range.
    pub low: Option<String>,
    /// The upper end of a range.
    pub high: Option<String>,
    /// UCUM, or ISO 4217 of money.
    pub unit: Option<String>,
    /// The unit in plain English.
    pub unit_name: Option<String>,
    /// What is measured.
    pub what: Option<String>,
    /// Of what or whom.
    pub of: Option<String>,
    /// A day, month or year: `2025-06-10`, `2025-06`, `2025`.
    pub from: Option<String>,
    /// The last one of a range.
    pub to: Option<String>,
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Nobody is named.
    Nobody,
    /// Whom these words name.
    Words(Option<Span>),
    /// Somebody who is named in the article.
    Entity(Who),
}

/// An entity, by one of its mentions or by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Where one of its mentions is.
    pub span: Option<Span>,
    /// What it is called.
    pub name: String,
}
