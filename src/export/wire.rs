//! `postil/1`: the types of the JSON export, key for key.
//!
//! These are the types that are saved and read back. Keys are written in the order in which the
//! fields stand here, so that the same annotation gives the same bytes. Keys that are not known here (of a
//! later minor version, or somebody's own) are kept in `rest` at every level, in their order, and are
//! written after the known ones. Words of a closed vocabulary are [`Word`]s and not enums for the same
//! reason: a word that a later version adds survives a round trip.
//!
//! What is absent is left out, save where a reader would miss it: there it is `null`.

use super::keyed::{self, keyed};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// A word of the format's vocabulary, say `percentagePoint`.
pub type Word = Cow<'static, str>;

/// The keys of an object with their values, in their order.
pub type Object = Map<String, Value>;

/// Keys that are not known here, kept as they came. There are hardly ever any, so none take no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rest(Option<Box<Object>>);

impl Rest {
    /// None.
    pub const fn new() -> Rest {
        Rest(None)
    }

    /// Writes them as the last keys of an object, each with a comma behind it.
    pub(super) fn write_keys(&self, json: &mut String) {
        if let Some(object) = &self.0 {
            keyed::keys(object, json);
        }
    }
}

impl From<Object> for Rest {
    fn from(object: Object) -> Rest {
        Rest((!object.is_empty()).then(|| Box::new(object)))
    }
}

/// The whole export.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Where the JSON Schema stands.
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
    pub extensions: Object,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Document {
    schema as "$schema" or default, format, version, generator, created, offsets, document, reference, mentions,
    entities, figures, times, claims, relations, facts or default, cards or default, findings, review or default, extensions or default,
});

/// What made the export. The same text and options give the same bytes.
#[derive(Clone, Debug, PartialEq)]
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
    pub rest: Rest,
}

keyed!(Generator { name, version, model, options or default });

/// What the caller chose, beside the reference date (which stands under `reference`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// HTML was given beside the text.
    pub html: bool,
    /// Annotate though the text does not look English.
    pub insist: bool,
    /// All of the text is the article: no block was muted.
    pub whole: bool,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Options { html or default, insist or default, whole or default unless empty });

/// The units of all spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Offsets {
    /// Of `start` and `end`: `codePoint`.
    pub unit: Word,
    /// Of `start16` and `end16`: `utf16`.
    pub also: Vec<Word>,
    /// `exclusive`.
    pub end: Word,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Offsets { unit, also or default, end });

/// The text and how it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// `murmur3:` and the hash of the text in hexadecimal; before 1.2 `sha256:` and that hash.
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
    pub rest: Rest,
}

keyed!(Article {
    id, text, truncated or default, length, normalization or default, source or default, language, blocks,
    sentences or default,
});

/// A length in both units.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// Unicode code points.
    pub code_point: u32,
    /// UTF-16 code units.
    pub utf16: u32,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Length { code_point as "codePoint", utf16 });

/// Where an article is from: what the caller gave, else what the article says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
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
    pub rest: Rest,
}

keyed!(Origin { url, title, byline, site, published });

/// The language of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Language {
    /// BCP 47; `und` where it cannot be told.
    pub tag: Word,
    /// 0 to 100.
    pub confidence: u8,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Language { tag, confidence });

/// A paragraph-sized piece of the paste.
#[derive(Clone, Debug, PartialEq)]
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
    pub rest: Rest,
}

keyed!(Block { id, kind, span, included, reasons or default });

/// A sentence. Its span has no quotation: the text stands above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// The id of its block.
    pub block: String,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Sentence { span, block });

/// A place in the text: 0-based, half-open, on grapheme boundaries, without outer white space, never empty.
///
/// `exact` goes when the text is left out. `prefix` and `suffix` stand only on spans that say where an item
/// is; spans inside it or beside it (parts of a name, reasons, negations) are found from there.
#[derive(Clone, Debug, PartialEq)]
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
    pub exact: Option<String>,
    /// Up to 32 code points before it.
    pub prefix: Option<String>,
    /// Up to 32 code points after it.
    pub suffix: Option<String>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Span { start, end, start16, end16, exact unless empty, prefix unless empty, suffix unless empty });

/// What proposed an item.
#[derive(Clone, Debug, PartialEq)]
pub struct By {
    /// rule, lexicon, model, user.
    pub kind: Word,
    /// The rule's name, as `postil rules` lists it.
    pub rule: Option<Word>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(By { kind, rule unless empty });

/// One reason, in words a person understands.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Short and stable, for programs.
    pub code: Word,
    /// For people.
    pub text: Word,
    /// The words that are the evidence.
    pub span: Option<Span>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Reason { code, text, span unless empty });

/// What relative times are read against.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// ISO 8601; null where it is not known.
    pub date: Option<String>,
    /// user, dateline, byline, none.
    pub basis: Word,
    /// dmy, mdy; null where it cannot be told.
    pub date_order: Option<Word>,
    /// The words it was read from.
    pub span: Option<Span>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Reference { date, basis, date_order as "dateOrder", span unless empty });

/// A span that names, describes or stands for something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// `m-…`
    pub id: String,
    /// Without possessive, honorific, title and outer punctuation.
    pub span: Span,
    /// person, organisation, place, group, event, work, law, product, language, contact.
    pub kind: Word,
    /// OntoNotes' name of it; contact items have none.
    pub label: Option<Word>,
    /// name, short, acronym, nominal, pronoun.
    pub form: Word,
    /// Parts of a person's name.
    pub parts: Option<Parts>,
    /// The title or role beside the name.
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
    pub rest: Rest,
}

keyed!(Mention {
    id, span, kind, label unless empty, form, parts unless empty, title unless empty, entity, confidence, by,
    reasons or default, status,
});

/// Parts of a person's name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// "Dr", outside the name's span.
    pub honorific: Option<Span>,
    /// "Scott".
    pub given: Option<Span>,
    /// "Bessent".
    pub family: Option<Span>,
    /// "Jr."
    pub suffix: Option<Span>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Parts { honorific unless empty, given unless empty, family unless empty, suffix unless empty });

/// What mentions share.
#[derive(Clone, Debug, PartialEq)]
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
    pub rest: Rest,
}

keyed!(Entity {
    id, name, aliases or default, kind, label unless empty, mentions, roles or default, quoted or default, confidence,
    by, reasons or default, status,
});

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// "Treasury Secretary".
    pub title: String,
    /// The id of the entity it is held in.
    pub organisation: Option<String>,
    /// The words that say so.
    pub span: Span,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Role { title, organisation unless empty, span });

/// A number and what it is a number of.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// `f-…`
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// money, percent, percentagePoint, count, quantity, ratio, ordinal, rank, score, age, cardinal.
    pub kind: Word,
    /// OntoNotes' name of it.
    pub label: Option<Word>,
    /// A decimal string; or else there is a range.
    pub value: Option<String>,
    /// Its two ends.
    pub range: Option<Range>,
    /// UCUM, or ISO 4217 of money.
    pub unit: Option<Word>,
    /// Plain English, singular; of a count, what is counted.
    pub unit_name: Option<Word>,
    /// The currency was not said but inferred; only of money.
    pub currency_assumed: Option<bool>,
    /// ≥ ≤ > < ~
    pub approx: Option<Word>,
    /// The same in a second unit, as the article gives it: "20 acres (8 hectares)".
    pub also: Option<Also>,
    /// What it measures.
    pub measures: Option<Measures>,
    /// The change that it states or is part of.
    pub change: Option<Change>,
    /// The id of the time it holds at.
    pub as_of: Option<String>,
    /// The id of the claim it stands in.
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
    pub rest: Rest,
}

keyed!(Figure {
    id, span, kind, label unless empty, value unless empty, range unless empty, unit unless empty,
    unit_name as "unitName" unless empty, currency_assumed as "currencyAssumed" unless empty, approx unless empty,
    also unless empty, measures unless empty, change unless empty, as_of as "asOf" unless empty, claim unless empty,
    confidence, by, reasons or default, status,
});

/// Two ends, either of which may be open.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// A decimal string; null where it is open.
    pub low: Option<String>,
    /// A decimal string; null where it is open.
    pub high: Option<String>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Range { low, high });

/// A figure's second reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Also {
    /// A decimal string, if it is one value.
    pub value: Option<String>,
    /// Two decimal strings, if it is a range.
    pub range: Option<Range>,
    /// UCUM, or ISO 4217 of money.
    pub unit: Word,
    /// In plain English.
    pub unit_name: Word,
    /// Whether the two agree within the precision they are written with; left out between currencies.
    pub agrees: Option<bool>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Also { value unless empty, range unless empty, unit, unit_name as "unitName", agrees unless empty });

/// What a figure measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// "tariffs".
    pub what: String,
    /// "China".
    pub of: Option<String>,
    /// The words that say so.
    pub span: Span,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Measures { what, of unless empty, span });

/// A change that a figure states or is part of.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// up, down.
    pub direction: Word,
    /// The id of the figure it started from.
    pub base: Option<String>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Change { direction, base unless empty });

/// An expression of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// `t-…`
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// date, time, duration, set, range.
    pub kind: Word,
    /// OntoNotes' name of it.
    pub label: Option<Word>,
    /// From and including, to and excluding; null where it is not on the calendar.
    pub interval: Option<Interval>,
    /// TIMEX3's reading.
    pub timex3: Timex3,
    /// How fine it is.
    pub grain: Option<Word>,
    /// Fields that the words state.
    pub known: Vec<Word>,
    /// Fields that were worked out.
    pub implied: Vec<Word>,
    /// explicit, reference, tense, context.
    pub basis: Option<Word>,
    /// Other values it may have, in TIMEX3.
    pub alternatives: Vec<String>,
    /// What it dates.
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
    pub rest: Rest,
}

keyed!(Time {
    id, span, kind, label unless empty, interval, timex3, grain unless empty, known or default, implied or default,
    basis unless empty, alternatives or default unless empty, event unless empty, confidence, by, reasons or default,
    status,
});

/// A calendar interval, ISO 8601; null where an end is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// From and including.
    pub from: Option<String>,
    /// To and excluding.
    pub to: Option<String>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Interval { from, to });

/// TIMEX3's attributes.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex3 {
    /// DATE, TIME, DURATION, SET.
    pub kind: Word,
    /// "2025-06-10", "P90D"; null where it has none.
    pub value: Option<String>,
    /// "START", "MID", "APPROX".
    pub modifier: Option<Word>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Timex3 { kind as "type", value, modifier as "mod" unless empty });

/// What a time dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The words.
    pub span: Span,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Event { span });

/// Something that somebody says, or the article says in its own voice. Its spans are those of its content.
#[derive(Clone, Debug, PartialEq)]
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
    pub parent: Option<String>,
    /// How much it is worth checking, and why.
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
    pub rest: Rest,
}

keyed!(Claim {
    id, mode, content, cue, source, channel unless empty, polarity, negation or default, hedges or default, modality,
    parent unless empty, checkworthy unless empty, figures or default, times or default, entities or default,
    confidence, by, reasons or default, status,
});

/// A reporting word.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// Its dictionary form.
    pub lemma: Word,
    /// neutral, assertion, denial, distancing, question, demand, promise, belief, emotion, legal.
    pub class: Word,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Cue { span, lemma, class });

/// Who says it.
#[derive(Clone, Debug, PartialEq)]
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
    pub channel: Option<Word>,
    /// It keeps its name to itself.
    pub anonymous: bool,
    /// Why it does, as stated.
    pub anonymity_reason: Option<Span>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Source {
    span, form, entity, kind, channel unless empty, anonymous or default,
    anonymity_reason as "anonymityReason" unless empty,
});

/// How much a claim is worth checking.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkworthy {
    /// 0 to 100.
    pub score: u8,
    /// What adds to it and what takes from it.
    pub reasons: Vec<Reason>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Checkworthy { score, reasons or default });

/// Who stands in what relation to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// `r-…`
    pub id: String,
    /// holds-role, affiliated-with, leads, located-in, part-of, acted-on.
    pub kind: Word,
    /// The id of an entity.
    pub from: String,
    /// The id of an entity.
    pub to: String,
    /// The word that says so.
    pub cue: Option<Span>,
    /// The evidence.
    pub spans: Vec<Span>,
    /// The id of the claim it is only claimed in.
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
    pub rest: Rest,
}

keyed!(Relation {
    id, kind as "type", from, to, cue unless empty, spans, claim unless empty, confidence, by, reasons or default,
    status,
});

/// Something that the article states.
#[derive(Clone, Debug, PartialEq)]
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
    pub claim: Option<String>,
    /// The id of the time that dates it.
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
    pub rest: Rest,
}

keyed!(Fact {
    id, kind, subject, predicate or default, arguments or default, standing, polarity, claim unless empty,
    time unless empty, figures or default, salience, text, confidence, by, reasons or default, status,
});

/// Who or what a fact is about.
#[derive(Clone, Debug, PartialEq)]
pub struct FactSubject {
    /// Its words; none where the article names nobody.
    pub span: Option<Span>,
    /// The id of an entity.
    pub entity: Option<String>,
    /// As the fact's sentence words it: a pronoun as the name it stands for. Empty where the text was left out.
    pub name: String,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(FactSubject { span unless empty, entity unless empty, name });

/// The verb of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Predicate {
    /// Its words.
    pub spans: Vec<Span>,
    /// The dictionary form of the verb that carries the meaning.
    pub lemma: String,
    /// The typed fact, if it is one: acquired, sentenced …
    pub kind: Option<Word>,
    /// active, passive.
    pub voice: Word,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Predicate { spans, lemma, kind as "type" or default, voice });

/// What a fact says beside its subject and its verb.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// object, recipient, agent, complement, place, time, amount, manner, cause, purpose, source, other.
    pub role: Word,
    /// Its words.
    pub span: Span,
    /// The id of the entity, figure, time or claim that it holds.
    pub item: Option<String>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Argument { role, span, item unless empty });

/// How much a fact matters to a reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Salience {
    /// 0 to 100; from 50 on the page shows it.
    pub score: u8,
    /// What adds to it and what takes from it.
    pub reasons: Vec<Reason>,
    /// Unknown keys.
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
#[derive(Clone, Debug, PartialEq)]
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
    pub rest: Rest,
}

keyed!(Finding {
    id, code, members, text, computation unless empty, dismissed or default, confidence, by, reasons or default,
    status,
});

/// One decision of a person.
#[derive(Clone, Debug, PartialEq)]
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
    pub problem: Option<String>,
    /// Unknown keys.
    pub rest: Rest,
}

keyed!(Review {
    seq, target, anchor, action, before or default, after or default, scope or default, by or default,
    problem unless empty,
});
