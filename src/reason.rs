//! What every annotation says about itself: how sure it is, what found it, and why.

use crate::span::Span;
use std::borrow::Cow;

/// How far to trust an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// Worth a glance.
    Low,
    /// Fairly sure.
    Medium,
    /// Sure.
    High,
}

/// What sort of thing proposed an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A rule over tokens.
    Rule,
    /// An entry of a lexicon or gazetteer.
    Lexicon,
    /// The trained model.
    Model,
    /// A person.
    User,
}

/// What proposed an annotation: the rule's name as [`crate::rules`] lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct By {
    /// What sort of thing.
    pub kind: Origin,
    /// The rule's name, `stage/name`, say `figures/money`.
    pub rule: &'static str,
}

impl By {
    /// Found by the rule `rule`.
    pub const fn rule(rule: &'static str) -> By {
        By { kind: Origin::Rule, rule }
    }

    /// Found by the lexicon entry that rule `rule` reads.
    pub const fn lexicon(rule: &'static str) -> By {
        By { kind: Origin::Lexicon, rule }
    }
}

/// What a person decided about an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided<K> {
    /// Whether it was found as it stands, or changed.
    pub status: Status,
    /// The last decision about it, by its place in [`crate::Given::decisions`].
    pub last: usize,
    /// What its id is made of: its kind and span before it was changed.
    pub origin: K,
}

/// What became of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// A personal lexicon changed it; nobody has looked at it here.
    Suggested,
    /// A person agreed to it.
    Accepted,
    /// A person changed it, or made it.
    Edited,
}

/// One reason, in words a person understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Short and stable, for programs: `currency-sign`, `same-surname`.
    pub code: &'static str,
    /// For people: "“$” stands before the number".
    pub text: Cow<'static, str>,
    /// The words that are the evidence, where some are.
    pub span: Option<Span>,
}

impl Reason {
    /// A reason without words of its own in the text.
    pub fn new(code: &'static str, text: impl Into<Cow<'static, str>>) -> Reason {
        Reason { code, text: text.into(), span: None }
    }

    /// A reason that points at its evidence.
    pub fn at(code: &'static str, text: impl Into<Cow<'static, str>>, span: Span) -> Reason {
        Reason { code, text: text.into(), span: Some(span) }
    }
}
