//! Entities: the spans that name people, organisations, places and the other kinds.

use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::Text;

/// A span that names, describes or stands for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Without possessive, honorific, title and outer punctuation.
    pub span: Span,
    /// What it names, in this project's plain words.
    pub kind: Kind,
    /// What it names, in OntoNotes' words; contact items have none.
    pub label: Option<Label>,
    /// How it names.
    pub form: Form,
    /// Parts of a person's name.
    pub parts: Parts,
    /// The title or role in front of the name or behind it: "Vice Premier".
    pub title: Option<Span>,
    /// The entity it belongs to, an index into [`crate::link::Linked::entities`]; set by linking.
    pub entity: Option<usize>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A human being.
    Person,
    /// A company, institution, party, team, outlet.
    Organisation,
    /// A country, city, region, mountain, building.
    Place,
    /// A nationality, religion, political or ethnic group.
    Group,
    /// A war, storm, election, tournament.
    Event,
    /// A book, film, programme, song.
    Work,
    /// An act, treaty, court case.
    Law,
    /// A thing made and sold.
    Product,
    /// A language.
    Language,
    /// A URL, e-mail address, handle or hashtag.
    Contact,
}

/// OntoNotes' name types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of OntoNotes")]
pub enum Label {
    Person,
    Norp,
    Fac,
    Org,
    Gpe,
    Loc,
    Product,
    Event,
    WorkOfArt,
    Law,
    Language,
}

/// How a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// In full: "Scott Bessent".
    Name,
    /// In part: "Bessent".
    Short,
    /// "WHO".
    Acronym,
    /// A description: "the American leader".
    Nominal,
    /// "he".
    Pronoun,
}

/// Parts of a person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// "Dr", outside the name's span.
    pub honorific: Option<Span>,
    /// "Scott".
    pub given: Option<Span>,
    /// "Bessent".
    pub family: Option<Span>,
    /// "Jr."
    pub suffix: Option<Span>,
}

/// Proposes mentions.
pub type Find = fn(&Text, &Tagged, &mut Vec<Mention>);

/// The rules, in order.
pub const RULES: &[Rule<Find>] = &[];

/// Finds the mentions of the annotated sentences, in order, without overlaps.
pub fn find(text: &Text, tagged: &Tagged) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for rule in RULES {
        (rule.find)(text, tagged, &mut mentions);
    }
    mentions
}
