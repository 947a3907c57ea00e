//! Entities: the spans that name people, organisations, places and the other kinds.

mod acronym;
mod again;
mod called;
mod contact;
mod event;
mod greeted;
mod join;
mod law;
mod learnt;
mod listed;
mod organisation;
mod overlap;
mod person;
mod place;
mod product;
mod run;
mod scene;
mod seen;
mod shout;
mod titled;
mod trim;
mod unlisted;
mod work;

pub(crate) use called::noun_before;
pub use run::{Run, Segment};
pub use scene::Scene;
pub use seen::Seen;

use crate::reason::{By, Confidence, Decided, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::Text;
use std::ops::Range;

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
    /// The title or role in front of the name or after it: "Vice Premier".
    pub title: Option<Span>,
    /// The entity it belongs to, an index into [`crate::link::Linked::entities`]; set by linking.
    pub entity: Option<usize>,
    /// What a person decided about it.
    pub decided: Option<Decided<(Kind, Span)>>,
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

/// A mention as a rule proposes it.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it weighs against others that overlap it.
    pub weight: u32,
    /// The mention.
    pub mention: Mention,
}

/// Proposes mentions; sees what the rules before it proposed.
pub type Find = fn(&Scene, &mut Vec<Proposal>);

/// The rules, in order. Only [`again`] leans on what the others found, and so comes last.
pub const RULES: &[Rule<Find>] = &[
    contact::RULE,
    learnt::RULE,
    called::RULE,
    titled::RULE,
    listed::RULE,
    organisation::RULE,
    acronym::RULE,
    place::RULE,
    person::RULE,
    greeted::RULE,
    event::RULE,
    law::RULE,
    product::RULE,
    work::RULE,
    unlisted::RULE,
    again::RULE,
];

/// Finds the mentions of the annotated sentences, in order, without overlaps.
pub fn find(text: &Text, tagged: &Tagged) -> Vec<Mention> {
    let scene = Scene::new(text, tagged);
    let mut proposals = Vec::new();
    for rule in RULES {
        (rule.find)(&scene, &mut proposals);
    }
    learnt::confirm(&scene, &mut proposals);
    let mut mentions = overlap::choose(proposals);
    trim::ends(&scene, &mut mentions);
    join::parts(&scene, &mut mentions);
    shout::settle(&scene, &mut mentions);
    mentions
}

impl Proposal {
    /// A mention of `kind` over `tokens`, found by `rule`.
    fn new(scene: &Scene, tokens: Range<usize>, kind: Kind, label: Option<Label>, rule: &'static str) -> Proposal {
        Proposal {
            weight: 10 * tokens.len() as u32,
            mention: Mention {
                span: scene.span(tokens.clone()),
                kind,
                label,
                form: Form::Name,
                parts: Parts::default(),
                title: None,
                entity: None,
                decided: None,
                confidence: Confidence::High,
                by: By::rule(rule),
                reasons: Vec::new(),
            },
            tokens,
        }
    }

    /// With this much more weight.
    fn weighing(mut self, weight: u32) -> Proposal {
        self.weight += weight;
        self
    }

    fn sure(mut self, confidence: Confidence) -> Proposal {
        self.mention.confidence = confidence;
        self
    }

    fn because(mut self, reason: Reason) -> Proposal {
        self.mention.reasons.push(reason);
        self
    }
}
