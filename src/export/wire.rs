//! `postil/1`: the types of the JSON export, key for key.
//!
//! These are the only types of the project that are serialised. Keys are written in the order in which the
//! fields stand here, so that the same annotation gives the same bytes. Keys that are not known here (of a
//! later minor version, or somebody's own) are kept in `rest` at every level, in their order, and are
//! written after the known ones. Words of a closed vocabulary are [`Word`]s and not enums for the same
//! reason: a word that a later version adds survives a round trip.
//!
//! What is absent is left out, save where a reader would miss it: there it is `null`.

use super::keyed::keyed;
use serde::Serialize;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// A word of the format's vocabulary, say `percentagePoint`.
pub type Word = Cow<'static, str>;

/// Keys that are not known here, kept as they came.
pub type Rest = Map<String, Value>;

/// The whole export.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Where the JSON Schema stands.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Always `postil`.
    pub format: String,
    /// The version of the format; its major decides whether it can be read.
    pub version: String,
    /// What made it.
    pub generator: Generator,
    /// When it was made, RFC 3339; no part of any id.
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
    /// Who did what to whom, and how much of what.
    pub facts: Vec<Fact>,
    /// What is said of each person and body, and of the matter: genres first, in the order in which they are shown.
    pub cards: Vec<Card>,
    /// What a reader should check.
    pub findings: Vec<Finding>,
    /// A person's decisions, in order. The text annotated with them gives this export.
    pub review: Vec<Review>,
    /// Anything of anybody's, kept as it came.
    pub extensions: Rest,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Document {
    schema as "$schema" or default, format, version, generator, created, offsets, document, reference, mentions,
    entities, figures, times, claims, relations, facts or default, cards or default, findings, review or default, extensions or default,
});

/// What made the export. The same text and options give the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Generator {
    /// `postil`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The hash of the trained model; null where none was used.
    pub model: Option<String>,
    /// What the caller chose.
    pub options: Options,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Generator { name, version, model, options or default });

/// What the caller chose, beside the reference date (which stands under `reference`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// HTML was given beside the text.
    pub html: bool,
    /// Annotate though the text does not look English.
    pub insist: bool,
    /// All of the text is the article: no block was muted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Options { html or default, insist or default, whole or default });

/// The units of all spans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offsets {
    /// Of `start` and `end`: `codePoint`.
    pub unit: Word,
    /// Of `start16` and `end16`: `utf16`.
    pub also: Vec<Word>,
    /// `exclusive`.
    pub end: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Offsets { unit, also or default, end });

/// The text and how it was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// `sha256:` and the hash of the text in hexadecimal.
    pub id: String,
    /// The text that all spans point into; null where it was left out, and then no span quotes it either.
    pub text: Option<String>,
    /// Code points of the paste that were cut off at the end, since it was too long to read; mostly 0.
    pub truncated: u32,
    /// How long it is.
    pub length: Length,
    /// What was done to the paste before analysis: `bom` (taken out), `line-ends` (CRLF and CR to LF).
    pub normalization: Vec<Word>,
    /// Where it is from.
    pub source: Origin,
    /// The language it is written in.
    pub language: Language,
    /// Its paragraph-sized pieces.
    pub blocks: Vec<Block>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Article {
    id, text, truncated or default, length, normalization or default, source or default, language, blocks, sentences or default,
});

/// A length in both units.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

keyed!(Length { code_point as "codePoint", utf16 });

/// Where an article is from: what the caller gave, else what the article says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// Its address.
    pub url: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its author line.
    pub byline: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// The day it bears, ISO 8601.
    pub published: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Origin { url, title, byline, site, published });

/// The language of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

keyed!(Language { tag, confidence });

/// A paragraph-sized piece of the paste.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Block { id, kind, span, included, reasons or default });

/// A sentence. Its span has no quotation: the text stands above it.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

keyed!(Sentence { span, block });

/// A place in the text: 0-based, half-open, on grapheme boundaries, without outer white space, never empty.
///
/// `exact` goes when the text is left out. `prefix` and `suffix` stand only on spans that say where an item
/// is; spans inside it or beside it (parts of a name, reasons, negations) are found from there.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// Up to 32 code points before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Up to 32 code points behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Span { start, end, start16, end16, exact, prefix, suffix });

/// What proposed an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct By {
    /// rule, lexicon, model, user.
    pub kind: Word,
    /// The rule's name, as `postil rules` lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Word>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(By { kind, rule });

/// One reason, in words a person understands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// Short and stable, for programs.
    pub code: Word,
    /// For people.
    pub text: Word,
    /// The words that are the evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Reason { code, text, span });

/// What relative times are read against.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// ISO 8601; null where it is not known.
    pub date: Option<String>,
    /// user, dateline, byline, none.
    pub basis: Word,
    /// dmy, mdy; null where it cannot be told.
    pub date_order: Option<Word>,
    /// The words it was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Reference { date, basis, date_order as "dateOrder", span });

/// A span that names, describes or stands for something.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    /// `m-…`
    pub id: String,
    /// Without possessive, honorific, title and outer punctuation.
    pub span: Span,
    /// person, organisation, place, group, event, work, law, product, language, contact.
    pub kind: Word,
    /// OntoNotes' name of it; contact items have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// name, short, acronym, nominal, pronoun.
    pub form: Word,
    /// Parts of a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
    /// The title or role beside the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Span>,
    /// The id of its entity; null where it belongs to none.
    pub entity: Option<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Mention { id, span, kind, label, form, parts, title, entity, confidence, by, reasons or default, status });

/// Parts of a person's name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Parts {
    /// "Dr", outside the name's span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub honorific: Option<Span>,
    /// "Scott".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<Span>,
    /// "Bessent".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<Span>,
    /// "Jr."
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Parts { honorific, given, family, suffix });

/// What mentions share.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    /// `e-…`
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// Other names it goes by here.
    pub aliases: Vec<String>,
    /// As of a mention.
    pub kind: Word,
    /// As of a mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// Ids of its mentions, in order.
    pub mentions: Vec<String>,
    /// Roles, each with its evidence.
    pub roles: Vec<Role>,
    /// Ids of the claims it is the source of.
    pub quoted: Vec<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What gathered it.
    pub by: By,
    /// Why these are one.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Entity {
    id, name, aliases or default, kind, label, mentions, roles or default, quoted or default, confidence, by,
    reasons or default, status,
});

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// "Treasury Secretary".
    pub title: String,
    /// The id of the entity it is held in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The words that say so.
    pub span: Span,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Role { title, organisation, span });

/// A number and what it is a number of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// `f-…`
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// money, percent, percentagePoint, count, quantity, ratio, ordinal, rank, score, age, cardinal.
    pub kind: Word,
    /// OntoNotes' name of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// A decimal string; or else there is a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Its two ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// UCUM, or ISO 4217 of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Word>,
    /// Plain English, singular; of a count, what is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<Word>,
    /// The currency was not said but inferred; only of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency_assumed: Option<bool>,
    /// ≥ ≤ > < ~
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approx: Option<Word>,
    /// The same in a second unit, as the article gives it: "20 acres (8 hectares)".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<Also>,
    /// What it measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measures: Option<Measures>,
    /// The change that it states or is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The id of the time it holds at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The id of the claim it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Figure {
    id, span, kind, label, value, range, unit, unit_name as "unitName", currency_assumed as "currencyAssumed",
    approx, also, measures, change, as_of as "asOf", claim, confidence, by, reasons or default, status,
});

/// Two ends, either of which may be open.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// A decimal string; null where it is open.
    pub low: Option<String>,
    /// A decimal string; null where it is open.
    pub high: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Range { low, high });

/// A figure's second reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Also {
    /// A decimal string, if it is one value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Two decimal strings, if it is a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// UCUM, or ISO 4217 of money.
    pub unit: Word,
    /// In plain English.
    pub unit_name: Word,
    /// Whether the two agree within the precision they are written with; left out between currencies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Also { value, range, unit, unit_name as "unitName", agrees });

/// What a figure measures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// "tariffs".
    pub what: String,
    /// "China".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The words that say so.
    pub span: Span,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Measures { what, of, span });

/// A change that a figure states or is part of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// up, down.
    pub direction: Word,
    /// The id of the figure it started from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Change { direction, base });

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Time {
    /// `t-…`
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// date, time, duration, set, range.
    pub kind: Word,
    /// OntoNotes' name of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Word>,
    /// From and including, to and excluding; null where it is not on the calendar.
    pub interval: Option<Interval>,
    /// TIMEX3's reading.
    pub timex3: Timex3,
    /// How fine it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grain: Option<Word>,
    /// Fields that the words state.
    pub known: Vec<Word>,
    /// Fields that were worked out.
    pub implied: Vec<Word>,
    /// explicit, reference, tense, context.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Word>,
    /// Other values it may have, in TIMEX3.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// What it dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Time {
    id, span, kind, label, interval, timex3, grain, known or default, implied or default, basis,
    alternatives or default, event, confidence, by, reasons or default, status,
});

/// A calendar interval, ISO 8601; null where an end is open.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Interval {
    /// From and including.
    pub from: Option<String>,
    /// To and excluding.
    pub to: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Interval { from, to });

/// TIMEX3's attributes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timex3 {
    /// DATE, TIME, DURATION, SET.
    #[serde(rename = "type")]
    pub kind: Word,
    /// "2025-06-10", "P90D"; null where it has none.
    pub value: Option<String>,
    /// "START", "MID", "APPROX".
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Word>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Timex3 { kind as "type", value, modifier as "mod" });

/// What a time dates.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The words.
    pub span: Span,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Event { span });

/// Something that somebody says, or the article says in its own voice. Its spans are those of its content.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// `c-…`
    pub id: String,
    /// direct, indirect, mixed, narrator.
    pub mode: Word,
    /// What is said.
    pub content: Vec<Span>,
    /// The reporting word; null where there is none.
    pub cue: Option<Cue>,
    /// Who says it; null where nobody is named.
    pub source: Option<Source>,
    /// How it was said, where no source is there to say it of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word>,
    /// positive, negative.
    pub polarity: Word,
    /// Words that negate.
    pub negation: Vec<Span>,
    /// Words that weaken.
    pub hedges: Vec<Span>,
    /// fact, prediction, intention, demand, opinion, question.
    pub modality: Word,
    /// The id of the claim it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// How much it is worth checking, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkworthy: Option<Checkworthy>,
    /// Ids of the figures in it.
    pub figures: Vec<String>,
    /// Ids of the times in it.
    pub times: Vec<String>,
    /// Ids of the entities in it.
    pub entities: Vec<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Claim {
    id, mode, content, cue, source, channel, polarity, negation or default, hedges or default, modality, parent,
    checkworthy, figures or default, times or default, entities or default, confidence, by,
    reasons or default, status,
});

/// A reporting word.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

keyed!(Cue { span, lemma, class });

/// Who says it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The words that name the source.
    pub span: Span,
    /// name, nominal, pronoun, group, document.
    pub form: Word,
    /// The id of the entity it is; null where that is not known.
    pub entity: Option<String>,
    /// named, unnamed, group, document.
    pub kind: Word,
    /// interview, statement, pressConference, socialPost, document, court, poll, outlet, noComment, noResponse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word>,
    /// It keeps its name to itself.
    pub anonymous: bool,
    /// Why it does, as stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymity_reason: Option<Span>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Source { span, form, entity, kind, channel, anonymous or default, anonymity_reason as "anonymityReason" });

/// How much a claim is worth checking.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checkworthy {
    /// 0 to 100.
    pub score: u8,
    /// What adds to it and what takes from it.
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Checkworthy { score, reasons or default });

/// Who stands in what relation to whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span>,
    /// The evidence.
    pub spans: Vec<Span>,
    /// The id of the claim it is only claimed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Relation { id, kind as "type", from, to, cue, spans, claim, confidence, by, reasons or default, status });

/// Something that the article states.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// `k-…`
    pub id: String,
    /// statement: what a clause says; amount: what a figure measures; role: what somebody is.
    pub kind: Word,
    /// Who or what it is about.
    pub subject: FactSubject,
    /// The verb; null of an amount and of a role.
    pub predicate: Option<Predicate>,
    /// What else is said, in the order of the text.
    pub arguments: Vec<Argument>,
    /// happened, happening, planned, predicted, possible, demanded, conditional.
    pub standing: Word,
    /// positive, negative.
    pub polarity: Word,
    /// The id of the claim, when a source says it and not the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// The id of the time that dates it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Ids of the figures in it.
    pub figures: Vec<String>,
    /// How much it matters to a reader.
    pub salience: Salience,
    /// One sentence in plain words; empty where the text was left out.
    pub text: String,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Fact {
    id, kind, subject, predicate or default, arguments or default, standing, polarity, claim, time, figures or default,
    salience, text, confidence, by, reasons or default, status,
});

/// Who or what a fact is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FactSubject {
    /// Its words; none where the article names nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The id of an entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// As the fact's sentence words it: a pronoun as the name it stands for. Empty where the text was left out.
    pub name: String,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(FactSubject { span, entity, name });

/// The verb of a fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Predicate {
    /// Its words.
    pub spans: Vec<Span>,
    /// The dictionary form of the verb that carries the meaning.
    pub lemma: String,
    /// The typed fact, if it is one: acquired, sentenced …
    #[serde(rename = "type")]
    pub kind: Option<Word>,
    /// active, passive.
    pub voice: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Predicate { spans, lemma, kind as "type" or default, voice });

/// What a fact says beside its subject and its verb.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Argument {
    /// object, recipient, agent, complement, place, time, amount, manner, cause, purpose, source, other.
    pub role: Word,
    /// Its words.
    pub span: Span,
    /// The id of the entity, figure, time or claim that it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Argument { role, span, item });

/// How much a fact matters to a reader.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Salience {
    /// 0 to 100; from 50 on the page shows it.
    pub score: u8,
    /// What adds to it and what takes from it.
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Salience { score, reasons or default });

/// What is said of a person, a body or the matter, by slots or as a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// `s-…`
    pub id: String,
    /// person, organisation, court, match, results, disaster, market.
    pub kind: Word,
    /// The id of an entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Its heading.
    pub title: String,
    /// The headings of a table's columns; empty of a card of slots.
    pub columns: Vec<String>,
    /// Its slots, or the rows of its table.
    pub rows: Vec<CardRow>,
    /// high, medium, low.
    pub confidence: Word,
    /// What made it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Card { id, kind, entity, title, columns or default, rows, confidence, by, reasons or default });

/// A slot with what fills it, or a row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardRow {
    /// The slot; of a table what is measured, empty where the text was left out.
    pub label: String,
    /// Several answers to one slot; of a table one cell for each column.
    pub cells: Vec<CardCell>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(CardRow { label, cells });

/// What fills a slot.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardCell {
    /// In plain words; empty where nothing is known or the text was left out.
    pub text: String,
    /// The words that say so.
    pub spans: Vec<Span>,
    /// The id of the fact, entity, figure, time or claim that it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(CardCell { text, spans or default, item });

/// Something that a reader should check.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// `n-…`
    pub id: String,
    /// number-conflict, sum-mismatch, part-greater-than-whole, percent-mismatch, unit-mismatch, date-conflict,
    /// headline-mismatch, name-drift, ambiguous-name, speaker-disagreement, unattributed-claim, anonymous-source,
    /// experts-say, single-source, loaded-arithmetic, missing-date, quote-unbalanced.
    pub code: Word,
    /// Ids of the items it is about.
    pub members: Vec<String>,
    /// For people.
    pub text: String,
    /// The arithmetic that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computation: Option<String>,
    /// A person put it aside.
    pub dismissed: bool,
    /// high, medium, low.
    pub confidence: Word,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
    /// suggested, accepted, rejected, edited.
    pub status: Word,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Finding {
    id, code, members, text, computation, dismissed or default, confidence, by, reasons or default, status,
});

/// One decision of a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// Counts up.
    pub seq: u32,
    /// The id of the item; of an added one the id that it was given.
    pub target: String,
    /// Where the item was when this was decided; of an entity, where one of its mentions was.
    pub anchor: Option<Span>,
    /// accept, reject, relabel, move, add, setValue, setSpeaker, merge, split, rename, block, dismiss, note.
    pub action: Word,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
    /// here, all.
    pub scope: Word,
    /// user, lexicon.
    pub by: Word,
    /// Why it does not hold in this text, if it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// Unknown keys.
    #[serde(flatten)]
    pub rest: Rest,
}

keyed!(Review {
    seq, target, anchor, action, before or default, after or default, scope or default, by or default, problem,
});
