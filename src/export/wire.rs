//! `postil/1`: the types of the JSON export, key for key.
//!
//! These are the only types of the project that are serialised. Keys are written in the order in which the
//! fields stand here, so that the same annotation gives the same bytes. Keys that are not known here (of a
//! later minor version, or somebody's own) are kept in `rest` at every level, in their order, and are
//! written after the known ones. Words of a closed vocabulary are [`Word`]s and not enums for the same
//! reason: a word that a later version adds survives a round trip.
//!
//! What is absent is left out, save where a reader would miss it: there it is `null`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// A word of the format's vocabulary, say `percentagePoint`.
pub type Word = Cow<'static, str>;

/// Keys that are not known here, kept as they came.
pub type Rest = Map<String, Value>;

/// The whole export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Where the JSON Schema stands.
    #[serde(rename = "$schema", default)]
    pub schema: String,
    /// Always `postil`.
    pub format: String,
    /// The version of the format; its major decides whether it can be read.
    pub version: String,
    /// What made it.
    pub generator: Generator,
    /// When it was made, RFC 3339; no part of any id.
    #[serde(default)]
    pub created: Option<String>,
    /// The units of all spans.
    pub offsets: Offsets,
    /// The text and how it was read.
    pub document: Article,
    /// What relative times are read against.
    pub reference: Reference,
    /// Spans that name, describe or stand for something.
    pub mentions: Vec<Mention>,
    /// What the mentions share.
    pub entities: Vec<Entity>,
    /// Numbers and what they are numbers of.
    pub figures: Vec<Figure>,
    /// Expressions of time.
    pub times: Vec<Time>,
    /// Who says what.
    pub claims: Vec<Claim>,
    /// Who stands in what relation to whom.
    pub relations: Vec<Relation>,
    /// What a reader should check.
    pub findings: Vec<Finding>,
    /// A person's decisions, in order; only ever added to.
    #[serde(default)]
    pub review: Vec<Review>,
    /// Anything of anybody's, kept as it came.
    #[serde(default)]
    pub extensions: Rest,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What made the export. The same text and options give the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Generator {
    /// `postil`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The hash of the trained model; null where none was used.
    #[serde(default)]
    pub model: Option<String>,
    /// What the caller chose.
    #[serde(default)]
    pub options: Options,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What the caller chose, beside the reference date (which stands under `reference`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// HTML was given beside the text.
    #[serde(default)]
    pub html: bool,
    /// Annotate though the text does not look English.
    #[serde(default)]
    pub insist: bool,
    /// Blocks that a person took in or out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A person's choice to take a block in or out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// The block.
    pub span: Span,
    /// Whether it is annotated.
    pub included: bool,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The units of all spans.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Offsets {
    /// Of `start` and `end`: `codePoint`.
    pub unit: Word,
    /// Of `start16` and `end16`: `utf16`.
    #[serde(default)]
    pub also: Vec<Word>,
    /// `exclusive`.
    pub end: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The text and how it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// `sha256:` and the hash of the text in hexadecimal.
    pub id: String,
    /// The text that all spans point into; null where it was left out, and then no span quotes it either.
    #[serde(default)]
    pub text: Option<String>,
    /// How long it is.
    pub length: Length,
    /// What was done to the paste before analysis: `bom` (taken out), `line-ends` (CRLF and CR to LF).
    #[serde(default)]
    pub normalization: Vec<Word>,
    /// Where it is from.
    #[serde(default)]
    pub source: Origin,
    /// The language it is written in.
    pub language: Language,
    /// Its paragraph-sized pieces.
    pub blocks: Vec<Block>,
    /// Its sentences.
    #[serde(default)]
    pub sentences: Vec<Sentence>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A length in both units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Length {
    /// Unicode code points.
    pub code_point: u32,
    /// UTF-16 code units.
    pub utf16: u32,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Where an article is from: what the caller gave, else what the article says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Its headline.
    #[serde(default)]
    pub title: Option<String>,
    /// Its author line.
    #[serde(default)]
    pub byline: Option<String>,
    /// The site's name.
    #[serde(default)]
    pub site: Option<String>,
    /// The day it bears, ISO 8601.
    #[serde(default)]
    pub published: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The language of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Language {
    /// BCP 47; `und` where it cannot be told.
    pub tag: Word,
    /// 0 to 100.
    pub confidence: u8,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A paragraph-sized piece of the paste.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// `b-…`
    pub id: String,
    /// headline, subhead, dateline, byline, paragraph, caption, list, pullquote, boilerplate.
    pub kind: Word,
    /// Where it stands.
    pub span: Span,
    /// Whether it is annotated.
    pub included: bool,
    /// Why it is taken for that.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A sentence. Its span has no quotation: the text stands above it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// The id of its block.
    pub block: String,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A place in the text: 0-based, half-open, on grapheme boundaries, without outer white space, never empty.
///
/// `exact` goes when the text is left out. `prefix` and `suffix` stand only on spans that say where an item
/// is; spans inside it or beside it (parts of a name, reasons, negations) are found from there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// Code points before it.
    pub start: u32,
    /// Code points before its end.
    pub end: u32,
    /// UTF-16 code units before it.
    pub start16: u32,
    /// UTF-16 code units before its end.
    pub end16: u32,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// Up to 32 code points before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Up to 32 code points behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What proposed an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct By {
    /// rule, lexicon, model, user.
    pub kind: Word,
    /// The rule's name, as `postil rules` lists it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Word>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// One reason, in words a person understands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// Short and stable, for programs.
    pub code: Word,
    /// For people.
    pub text: Word,
    /// The words that are the evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What relative times are read against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// ISO 8601; null where it is not known.
    #[serde(default)]
    pub date: Option<String>,
    /// user, dateline, byline, none.
    pub basis: Word,
    /// dmy, mdy; null where it cannot be told.
    #[serde(default)]
    pub date_order: Option<Word>,
    /// The words it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A span that names, describes or stands for something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    /// `m-…`
    pub id: String,
    /// Without possessive, honorific, title and outer punctuation.
    pub span: Span,
    /// person, organisation, place, group, event, work, law, product, language, contact.
    pub kind: Word,
    /// OntoNotes' name of it; contact items have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// name, short, acronym, nominal, pronoun.
    pub form: Word,
    /// Parts of a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
    /// The title or role beside the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Span>,
    /// The id of its entity; null where it belongs to none.
    #[serde(default)]
    pub entity: Option<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Parts of a person's name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parts {
    /// "Dr", outside the name's span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honorific: Option<Span>,
    /// "Scott".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Span>,
    /// "Bessent".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Span>,
    /// "Jr."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What mentions share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    /// `e-…`
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// Other names it goes by here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// As of a mention.
    pub kind: Word,
    /// As of a mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// Ids of its mentions, in order.
    pub mentions: Vec<String>,
    /// Roles, each with its evidence.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Ids of the claims it is the source of.
    #[serde(default)]
    pub quoted: Vec<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What gathered it.
    pub by: By,
    /// Why these are one.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// "Treasury Secretary".
    pub title: String,
    /// The id of the entity it is held in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The words that say so.
    pub span: Span,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A number and what it is a number of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// `f-…`
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// money, percent, percentagePoint, count, quantity, ratio, ordinal, rank, score, age, cardinal.
    pub kind: Word,
    /// OntoNotes' name of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// A decimal string; or else there is a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Its two ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// UCUM, or ISO 4217 of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Word>,
    /// Plain English, singular; of a count, what is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<Word>,
    /// The currency was not said but inferred; only of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency_assumed: Option<bool>,
    /// ≥ ≤ > < ~
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approx: Option<Word>,
    /// The same in a second unit, as the article gives it: "20 acres (8 hectares)".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<Also>,
    /// What it measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Measures>,
    /// The change that it states or is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The id of the time it holds at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The id of the claim it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Two ends, either of which may be open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// A decimal string; null where it is open.
    #[serde(default)]
    pub low: Option<String>,
    /// A decimal string; null where it is open.
    #[serde(default)]
    pub high: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A figure's second reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Also {
    /// A decimal string.
    pub value: String,
    /// UCUM, or ISO 4217 of money.
    pub unit: Word,
    /// In plain English.
    pub unit_name: Word,
    /// Whether the two agree within the precision they are written with.
    pub agrees: bool,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What a figure measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// "tariffs".
    pub what: String,
    /// "China".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The words that say so.
    pub span: Span,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A change that a figure states or is part of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// up, down.
    pub direction: Word,
    /// The id of the figure it started from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Time {
    /// `t-…`
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// date, time, duration, set, range.
    pub kind: Word,
    /// OntoNotes' name of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// From and including, to and excluding; null where it is not on the calendar.
    #[serde(default)]
    pub interval: Option<Interval>,
    /// TIMEX3's reading.
    pub timex3: Timex3,
    /// How fine it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grain: Option<Word>,
    /// Fields that the words state.
    #[serde(default)]
    pub known: Vec<Word>,
    /// Fields that were worked out.
    #[serde(default)]
    pub implied: Vec<Word>,
    /// explicit, reference, tense, context.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Word>,
    /// Other values it may have, in TIMEX3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// What it dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A calendar interval, ISO 8601; null where an end is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interval {
    /// From and including.
    #[serde(default)]
    pub from: Option<String>,
    /// To and excluding.
    #[serde(default)]
    pub to: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// TIMEX3's attributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Timex3 {
    /// DATE, TIME, DURATION, SET.
    #[serde(rename = "type")]
    pub kind: Word,
    /// "2025-06-10", "P90D"; null where it has none.
    #[serde(default)]
    pub value: Option<String>,
    /// "START", "MID", "APPROX".
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Word>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What a time dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The words.
    pub span: Span,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Something that somebody says, or the article says in its own voice. Its spans are those of its content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// `c-…`
    pub id: String,
    /// direct, indirect, mixed, narrator.
    pub mode: Word,
    /// What is said.
    pub content: Vec<Span>,
    /// The reporting word; null where there is none.
    #[serde(default)]
    pub cue: Option<Cue>,
    /// Who says it; null where nobody is named.
    #[serde(default)]
    pub source: Option<Source>,
    /// How it was said, where no source is there to say it of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word>,
    /// positive, negative.
    pub polarity: Word,
    /// Words that negate.
    #[serde(default)]
    pub negation: Vec<Span>,
    /// Words that weaken.
    #[serde(default)]
    pub hedges: Vec<Span>,
    /// fact, prediction, intention, demand, opinion, question.
    pub modality: Word,
    /// The id of the claim it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Full Fact's category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Word>,
    /// How much it is worth checking, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkworthy: Option<Checkworthy>,
    /// Ids of the figures in it.
    #[serde(default)]
    pub figures: Vec<String>,
    /// Ids of the times in it.
    #[serde(default)]
    pub times: Vec<String>,
    /// Ids of the entities in it.
    #[serde(default)]
    pub entities: Vec<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A reporting word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// Its dictionary form.
    pub lemma: Word,
    /// neutral, assertion, denial, distancing, question, demand, promise, belief, emotion, legal.
    pub class: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The words that name the source.
    pub span: Span,
    /// name, nominal, pronoun, group, document.
    pub form: Word,
    /// The id of the entity it is; null where that is not known.
    #[serde(default)]
    pub entity: Option<String>,
    /// named, unnamed, group, document.
    pub kind: Word,
    /// interview, statement, pressConference, socialPost, document, court, poll, outlet, noComment, noResponse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word>,
    /// It keeps its name to itself.
    #[serde(default)]
    pub anonymous: bool,
    /// Why it does, as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymity_reason: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// How much a claim is worth checking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checkworthy {
    /// 0 to 100.
    pub score: u8,
    /// What adds to it and what takes from it.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Who stands in what relation to whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Relation {
    /// `r-…`
    pub id: String,
    /// holds-role, affiliated-with, leads, located-in, part-of, acted-on.
    #[serde(rename = "type")]
    pub kind: Word,
    /// The id of an entity.
    pub from: String,
    /// The id of an entity.
    pub to: String,
    /// The word that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span>,
    /// The evidence.
    pub spans: Vec<Span>,
    /// The id of the claim it is only claimed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Something that a reader should check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// `n-…`
    pub id: String,
    /// number-conflict, sum-mismatch, percent-mismatch, date-conflict, headline-mismatch,
    /// speaker-disagreement, unattributed-claim, anonymous-source, quote-unbalanced, single-source, name-drift.
    pub code: Word,
    /// Ids of the items it is about.
    pub members: Vec<String>,
    /// The sum that was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computation: Option<String>,
    /// For people.
    pub text: String,
    /// A person put it aside.
    #[serde(default)]
    pub dismissed: bool,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

/// One decision of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// Counts up.
    pub seq: u32,
    /// The id of the item.
    pub target: String,
    /// accept, reject, relabel, move, merge, split, add, dismiss, note.
    pub action: Word,
    /// What it was.
    #[serde(default)]
    pub before: Value,
    /// What it is.
    #[serde(default)]
    pub after: Value,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}
