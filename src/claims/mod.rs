//! Claims: who says what. Cue, source and content are PARC's terms.

use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::Text;
use std::borrow::Cow;

/// Something that somebody says, or the article says in its own voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// How it is rendered.
    pub mode: Mode,
    /// What is said; one span, or several where the cue stands between.
    pub content: Vec<Span>,
    /// The reporting word.
    pub cue: Option<Cue>,
    /// Who says it.
    pub source: Option<Source>,
    /// How it was said.
    pub channel: Option<Channel>,
    /// The content is denied or negated.
    pub negative: bool,
    /// Words that negate.
    pub negation: Vec<Span>,
    /// Words that weaken: "may", "reportedly".
    pub hedges: Vec<Span>,
    /// What the content is put forward as.
    pub modality: Modality,
    /// The claim it stands in: an index into the same list.
    pub parent: Option<usize>,
    /// Full Fact's category, where one was found.
    pub category: Option<Cow<'static, str>>,
    /// How much it is worth checking.
    pub checkworthy: Option<Checkworthy>,
    /// Figures in the content: indices into [`crate::link::Linked::figures`]; set by linking.
    pub figures: Vec<usize>,
    /// Times in the content; set by linking.
    pub times: Vec<usize>,
    /// Entities in the content; set by linking.
    pub entities: Vec<usize>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// How a claim is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Word for word.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words, partly quoted.
    Mixed,
    /// The article's own voice.
    Narrator,
}

/// A reporting word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// Its dictionary form: "say".
    pub lemma: Cow<'static, str>,
    /// Its class.
    pub class: CueClass,
}

/// What a reporting word says of the saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum CueClass {
    Neutral,
    Assertion,
    Denial,
    Distancing,
    Question,
    Demand,
    Promise,
    Belief,
    Emotion,
    Legal,
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words that name the source, its title with it.
    pub span: Span,
    /// How it is named.
    pub form: SourceForm,
    /// The entity it was resolved to: an index into [`crate::link::Linked::entities`]; set by linking.
    pub entity: Option<usize>,
    /// It keeps its name to itself: "a person familiar with the matter".
    pub anonymous: bool,
    /// Why it does, as stated.
    pub anonymity_reason: Option<Span>,
}

/// How a source is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceForm {
    /// "Bessent".
    Name,
    /// "the American leader".
    Nominal,
    /// "he".
    Pronoun,
    /// "officials", "the Chinese side".
    Group,
    /// "the report", "court filings".
    Document,
}

/// How it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Channel {
    Interview,
    Statement,
    PressConference,
    SocialPost,
    Document,
    Court,
    Poll,
    Outlet,
    NoComment,
    NoResponse,
}

/// What the content is put forward as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Modality {
    #[default]
    Fact,
    Prediction,
    Intention,
    Demand,
    Opinion,
    Question,
}

/// How much a claim is worth checking, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkworthy {
    /// 0 to 100.
    pub score: u8,
    /// What adds to it and what takes from it.
    pub reasons: Vec<Reason>,
}

/// Proposes claims.
pub type Find = fn(&Text, &Tagged, &mut Vec<Claim>);

/// The rules, in order.
pub const RULES: &[Rule<Find>] = &[];

/// Finds the claims of the annotated sentences, in order.
pub fn find(text: &Text, tagged: &Tagged) -> Vec<Claim> {
    let mut claims = Vec::new();
    for rule in RULES {
        (rule.find)(text, tagged, &mut claims);
    }
    claims
}
