//! Claims: who says what.
//!
//! Cue, source and content are the terms of the Penn Attribution Relations Corpus (Pareti 2012), and so are their
//! edges, as PolNeAR has them: the content takes in "that" and the quote marks with the comma or stop between
//! them, the source takes in title and apposition, the cue takes in auxiliaries.
//!
//! A [`scene::Scene`] is prepared once: words looked up, quotations paired, verbs of saying found with their subject
//! and the frame they stand in. Each rule makes claims of its own frames; refiners then describe the list.

mod according;
mod adjective;
mod answer;
mod channel;
pub mod checkworthy;
mod clause;
mod continued;
mod cue;
mod dateline;
mod description;
mod direct;
mod frame;
mod headline;
mod hearsay;
mod indirect;
mod infinitive;
mod insertion;
mod lemma;
mod narrator;
mod nesting;
mod noun;
mod object;
mod passive;
mod phrase;
mod predicate;
mod quotation;
mod scene;
pub mod sequence;
mod signed;
mod source;
mod tail;
pub(crate) mod transcript;

pub use scene::Scene;

use crate::order;
use crate::reason::{By, Confidence, Decided, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::syntax::Parsed;
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
    /// How much it is worth checking.
    pub checkworthy: Option<Checkworthy>,
    /// Figures in the content: indices into [`crate::link::Linked::figures`]; set by linking.
    pub figures: Vec<usize>,
    /// Times in the content; set by linking.
    pub times: Vec<usize>,
    /// Entities in the content; set by linking.
    pub entities: Vec<usize>,
    /// What a person decided about it.
    pub decided: Option<Decided<(Mode, Span)>>,
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
    Withholding,
    Intention,
    Attitude,
    Agreement,
}

impl CueClass {
    /// Whether the word tells that somebody says or thinks something. Intentions, attitudes and agreements are kept
    /// because corpora count them, but they are no claims.
    pub const fn is_saying(self) -> bool {
        !matches!(self, CueClass::Intention | CueClass::Attitude | CueClass::Agreement)
    }
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

/// Proposes claims; never changes what others proposed.
pub type Find = fn(&Scene, &mut Vec<Claim>);

/// Describes or orders the claims that were proposed.
pub type Refine = fn(&Scene, &mut Vec<Claim>);

/// The rules, in order. Those before `claims/continued` take frames of their own and may stand in any order.
pub const RULES: &[Rule<Find>] = &[
    tail::RULE,
    insertion::RULE,
    direct::RULE,
    indirect::RULE,
    infinitive::RULE,
    object::RULE,
    passive::RULE,
    according::RULE,
    adjective::RULE,
    noun::RULE,
    transcript::RULE,
    answer::RULE,
    headline::RULE,
    signed::RULE,
    hearsay::RULE,
    // Looks at what all others left: quotations that no cue took.
    continued::RULE,
    // Looks at what the rules made of each sentence.
    sequence::RULE,
    // Last: sentences in which nobody was found to say anything.
    narrator::RULE,
];

/// What runs over the claims once all are proposed, in order.
const REFINERS: &[Refine] = &[
    sequence::settle::refine,
    dateline::refine,
    order,
    nesting::refine,
    description::refine,
    channel::refine,
    checkworthy::refine,
];

/// What the rules find by themselves.
fn by_rules(scene: &Scene) -> Vec<Claim> {
    let mut claims = Vec::new();
    for rule in RULES.iter().take_while(|rule| rule.name != sequence::RULE.name) {
        (rule.find)(scene, &mut claims);
    }
    claims.retain(|claim| !claim.content.is_empty());
    claims
}

/// Finds the claims of the annotated sentences, in order of their first token.
pub fn find(text: &Text, tagged: &Tagged, parsed: &Parsed) -> Vec<Claim> {
    let scene = Scene::new(text, tagged, parsed);
    let mut claims = Vec::new();
    for rule in RULES {
        (rule.find)(&scene, &mut claims);
    }
    for refine in REFINERS {
        refine(&scene, &mut claims);
    }
    claims
}

/// A claim that a person points at: what is said, and the words that report it and name who says it.
pub(crate) fn told(
    (text, tagged, parsed): (&Text, &Tagged, &Parsed),
    content: Span,
    cue: Option<Span>,
    source: Option<Span>,
) -> Option<Claim> {
    let scene = Scene::new(text, tagged, parsed);
    let cue = cue.map(|span| {
        let lemma = text.slice(span).to_lowercase();
        let known = scene.predicates.iter().find(|predicate| text.tokens_in(span).contains(&(predicate.cue.end - 1)));
        let (lemma, class) = known.map_or((Cow::Owned(lemma), CueClass::Neutral), |predicate| {
            (Cow::Borrowed(predicate.entry.lemma), predicate.entry.class)
        });
        Cue { span, lemma, class }
    });
    let source = source.map(|span| text.tokens_in(span)).filter(|tokens| !tokens.is_empty());
    let mut claims = vec![Claim::said(&scene, "", cue, source.as_ref(), vec![content])];
    for refine in [description::refine, channel::refine, checkworthy::refine] {
        refine(&scene, &mut claims);
    }
    claims.pop()
}

/// The source that words name.
pub(crate) fn source_of((text, tagged, parsed): (&Text, &Tagged, &Parsed), span: Span) -> Option<Source> {
    let tokens = text.tokens_in(span);
    if tokens.is_empty() { None } else { source::read(&Scene::new(text, tagged, parsed), &tokens) }
}

/// The opening marks of quotations that are never closed.
pub fn unclosed(text: &Text) -> Vec<Span> {
    let open = quotation::pair(text).into_iter();
    let open = open.filter(|quotation| !quotation.closed && !quotation.continued && quotation.depth == 0);
    open.map(|quotation| text.cover(quotation.tokens.start..quotation.tokens.start + quotation.mark)).collect()
}

/// By first token; what has no content is left out.
fn order(_: &Scene, claims: &mut Vec<Claim>) {
    claims.retain(|claim| !claim.content.is_empty());
    let both = |span: Span| u64::from(span.start) << 32 | u64::from(span.end);
    order::by(claims, |claim| (both(claim.content[0]), claim.cue.as_ref().map_or(0, |cue| both(cue.span) + 1)));
}

/// Proposes a claim whose content begins at `start`, after the cue.
fn push_right(
    scene: &Scene,
    rule: &'static str,
    predicate: &predicate::Predicate,
    start: usize,
    end: fn(&Scene, usize, usize) -> usize,
    claims: &mut Vec<Claim>,
) {
    let quoted =
        scene.quotation(predicate.cue.end - 1).map_or(usize::MAX, |number| scene.quotations[number].inner().end);
    let mut high = predicate.sentence.end.min(quoted);
    let relative =
        predicate.source.as_ref().filter(|source| source.len() == 1 && scene.is(source.start, cue::is::RELATIVE));
    if relative.is_some_and(|source| source.start > 0 && scene.is_comma(source.start - 1))
        && let Some(comma) =
            (start..high.min(start + scene::REACH)).find(|at| scene.is_comma(*at) && scene.quotation(*at).is_none())
    {
        // ", who said …," ends with its comma.
        high = comma;
    }
    let end = end(scene, start, high);
    let Some(content) = scene.cover(&(start..end)) else { return };
    claims.push(Claim::reported(scene, rule, predicate, vec![content]));
}

impl Claim {
    /// What has a speaker is not in the article's own voice.
    pub(crate) fn is_somebodys(&mut self) {
        if self.mode == Mode::Narrator {
            self.mode = Mode::Indirect;
        }
    }

    /// From the first word of what is said to the last.
    pub fn whole(&self) -> Span {
        self.content.iter().copied().reduce(Span::cover).unwrap_or_default()
    }

    /// A claim that a verb of saying makes.
    fn reported(scene: &Scene, rule: &'static str, predicate: &predicate::Predicate, content: Vec<Span>) -> Claim {
        let entry = predicate.entry;
        let cue =
            scene.cover(&predicate.cue).map(|span| Cue { span, lemma: Cow::Borrowed(entry.lemma), class: entry.class });
        let mut claim = Claim::said(scene, rule, cue, predicate.source.as_ref(), content);
        if predicate.shared {
            claim.confidence = Confidence::Medium;
            claim.reasons.push(Reason::new("shared-subject", "its speaker stands with another verb of the sentence"));
        }
        claim
    }

    /// A claim by its parts; the mode follows from the quote marks in the content.
    fn said(
        scene: &Scene,
        rule: &'static str,
        cue: Option<Cue>,
        source: Option<&std::ops::Range<usize>>,
        content: Vec<Span>,
    ) -> Claim {
        let mut reasons = Vec::new();
        if let Some(cue) = &cue {
            let text = format!("“{}” tells that somebody says it", scene.text.slice(cue.span));
            reasons.push(Reason::at("cue", text, cue.span));
        }
        let source = source.and_then(|tokens| source::read(scene, tokens));
        let confidence = match (&cue, &source) {
            (Some(_), Some(_)) => Confidence::High,
            (Some(_), None) | (None, Some(_)) => Confidence::Medium,
            (None, None) => Confidence::Low,
        };
        Claim {
            mode: mode(scene, &content),
            content,
            cue,
            source,
            channel: None,
            negative: false,
            negation: Vec::new(),
            hedges: Vec::new(),
            modality: Modality::Fact,
            parent: None,
            checkworthy: None,
            figures: Vec::new(),
            times: Vec::new(),
            entities: Vec::new(),
            decided: None,
            confidence,
            by: By::rule(rule),
            reasons,
        }
    }
}

/// Direct where every part is a quotation, mixed where one has quote marks in it, else indirect.
fn mode(scene: &Scene, content: &[Span]) -> Mode {
    let (mut quoted, mut whole) = (false, true);
    for span in content {
        let tokens = scene.text.tokens_in(*span);
        let opening = scene.opens(tokens.start).map(|number| &scene.quotations[number]);
        whole &= opening.is_some_and(|quotation| quotation.tokens.end >= tokens.end);
        quoted |= tokens.clone().any(|at| scene.opens(at).is_some());
    }
    match (quoted, whole) {
        (true, true) => Mode::Direct,
        (true, false) => Mode::Mixed,
        (false, _) => Mode::Indirect,
    }
}
