//! W3C Web Annotation (Recommendation of 23 February 2017), as the standard says and as Recogito reads it.
//!
//! The first is an `AnnotationCollection` with its one page embedded; offsets are code points. A mention, figure, time,
//! claim or fact targets its spans in the article by quotation and by position; a relation its evidence; a finding the
//! annotations it is about. Each item has a tag for people in one body and the item as `postil/1` has it in another.
//!
//! `@recogito/text-annotator` reads a list of annotations, counts UTF-16 units, and refuses a target without both
//! selectors.

use super::Options;
use super::json_writer::JsonWriter;
use super::view::{Layer, View};
use crate::export::{hash, json, wire};

pub fn write(view: &View<'_>, _: &Options) -> String {
    let writer = Writer::new(view, None);
    let document = view.document;
    let items = view.items.iter().filter(|item| item.origin.is_some()).count();
    let mut json = JsonWriter::default();
    json.open('{').text("@context", CONTEXT).text("id", &urn(writer.collection)).text("type", "AnnotationCollection");
    json.text("label", document.document.source.title.as_deref().unwrap_or("Annotations of an article"));
    json.key("generator").open('{').text("id", "https://github.com/postil/postil").text("type", "Software");
    json.text("name", &[&document.generator.name, " ", &document.generator.version].concat()).close('}');
    json.maybe("created", document.created.as_deref());
    json.number("total", (items + view.relations.len() + view.findings.len()) as u32);
    json.key("first").open('{').text("id", &urn(name(writer.collection, "page 1")));
    json.text("type", "AnnotationPage").text("partOf", &urn(writer.collection)).number("startIndex", 0);
    json.key("items").open('[');
    for item in &view.items {
        let Some(origin) = &item.origin else { continue };
        let motivation = if item.layer == Layer::Mention { "identifying" } else { "tagging" };
        writer.open(&mut json, &item.id, motivation, item.label, ("describing", JSON, &origin.json()));
        writer.targets(&mut json, &item.pieces, false);
        json.close('}');
    }
    for item in &view.relations {
        let value = json::of(*item);
        writer.open(&mut json, &item.id, "linking", &item.kind, ("describing", JSON, &value));
        writer.targets(&mut json, &item.spans.iter().collect::<Vec<_>>(), false);
        json.close('}');
    }
    for item in &view.findings {
        let value = json::of(*item);
        writer.open(&mut json, &item.id, "assessing", &item.code, ("describing", JSON, &value));
        writer.members(&mut json, item);
        json.close('}');
    }
    json.close(']').close('}').close('}');
    json.pretty()
}

pub fn write_recogito(view: &View<'_>, _: &Options) -> String {
    let writer = Writer::new(view, Some(CONTEXT));
    let mut json = JsonWriter::default();
    json.open('[');
    for item in view.readable().filter(|item| !item.pieces.is_empty()) {
        writer.open(&mut json, &item.id, "tagging", item.label, ("commenting", "text/plain", &item.summary()));
        writer.targets(&mut json, &item.pieces, true);
        json.close('}');
    }
    json.close(']');
    json.pretty()
}

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const JSON: &str = "application/json";

struct Writer<'v, 'd> {
    view: &'v View<'d>,
    collection: u128,
    source: String,
    /// Of each annotation, where they are no collection.
    context: Option<&'static str>,
}

/// The article's address, or else a name made from its words.
pub fn source(document: &wire::Document) -> String {
    let collection = collection(document);
    document.document.source.url.clone().unwrap_or_else(|| urn(name(collection, "text")))
}

fn collection(document: &wire::Document) -> u128 {
    hash::of(document.document.id.as_bytes())
}

/// The name of an item as a URN.
pub fn urn_of(document: &wire::Document, id: &str) -> String {
    urn(name(collection(document), id))
}

/// What is called `name` within a collection.
fn name(collection: u128, name: &str) -> u128 {
    hash::of(&[&collection.to_be_bytes(), name.as_bytes()].concat())
}

/// A hash as a UUID of version 8 (RFC 9562), which leaves to us what it is made of.
fn urn(hash: u128) -> String {
    let bits = hash & !(0xf << 76 | 0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let group = |shift: u32, digits: u32| bits >> shift & ((1 << (4 * digits)) - 1);
    let [a, b, c, d, e] = [(96, 8), (80, 4), (64, 4), (48, 4), (0, 12)].map(|(shift, digits)| group(shift, digits));
    format!("urn:uuid:{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
}

impl<'v, 'd> Writer<'v, 'd> {
    fn new(view: &'v View<'d>, context: Option<&'static str>) -> Self {
        Writer { view, collection: collection(view.document), source: source(view.document), context }
    }

    /// An annotation up to its target.
    fn open(&self, json: &mut JsonWriter, id: &str, motivation: &str, tag: &str, about: (&str, &str, &str)) {
        let (purpose, format, value) = about;
        json.open('{')
            .maybe("@context", self.context)
            .text("id", &self.urn(id))
            .text("type", "Annotation")
            .text("motivation", motivation);
        json.maybe("created", self.view.document.created.as_deref()).key("body").open('[');
        json.open('{').text("type", "TextualBody").text("purpose", "tagging").text("value", tag).close('}');
        json.open('{').text("type", "TextualBody").text("purpose", purpose).text("format", format);
        json.text("value", value).close('}').close(']').key("target");
    }

    /// The target of an annotation: one piece by itself, several as a list.
    fn targets(&self, json: &mut JsonWriter, pieces: &[&'d wire::Span], utf16: bool) {
        let list = pieces.len() != 1;
        if pieces.is_empty() {
            json.string(&self.source);
            return;
        }
        if list {
            json.open('[');
        }
        for piece in pieces {
            json.open('{').text("source", &self.source).key("selector").open('[');
            selectors(json, self.view, piece, utf16);
            json.close(']').close('}');
        }
        if list {
            json.close(']');
        }
    }

    /// Members are annotations of the same collection; an entity stands for its mentions. A finding about none of them
    /// is about the article.
    fn members(&self, json: &mut JsonWriter, finding: &wire::Finding) {
        let ids = finding.members.iter().flat_map(|id| match self.view.entity(Some(id)) {
            Some(entity) => entity.mentions.as_slice(),
            None => std::slice::from_ref(id),
        });
        let ids: Vec<_> = ids.filter(|id| self.view.item(id).is_some()).collect();
        if ids.is_empty() {
            json.string(&self.source);
            return;
        }
        json.open('[');
        ids.iter().for_each(|id| _ = json.string(&self.urn(id)));
        json.close(']');
    }

    fn urn(&self, id: &str) -> String {
        urn(name(self.collection, id))
    }
}

/// The selectors of a piece: by quotation, where there is a text to quote, and by position.
pub fn selectors<'d>(json: &mut JsonWriter, view: &View<'d>, span: &'d wire::Span, utf16: bool) {
    let words = view.words(span);
    if !words.is_empty() {
        json.open('{').text("type", "TextQuoteSelector").text("exact", words);
        json.maybe("prefix", span.prefix.as_deref()).maybe("suffix", span.suffix.as_deref()).close('}');
    }
    let (start, end) = if utf16 { (span.start16, span.end16) } else { (span.start, span.end) };
    json.open('{').text("type", "TextPositionSelector").number("start", start).number("end", end).close('}');
}
