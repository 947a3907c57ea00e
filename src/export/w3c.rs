//! W3C Web Annotation (Recommendation of 23 February 2017), as the standard says.
//!
//! An `AnnotationCollection` with its one page embedded. Offsets are code points. A mention, figure, time or claim
//! targets its spans in the article by quotation and by position; a relation its evidence; a finding the
//! annotations it is about. What a person rejected is left out. Of each item a tag for people stands in one body
//! and the item as `postil/1` has it in another.

use super::wire;
use serde::Serialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The items of a document as a collection of annotations, indented.
pub fn write(document: &wire::Document) -> String {
    let collection = Uuid::new_v5(&Uuid::NAMESPACE_URL, document.document.id.as_bytes());
    let writer = Writer { document, collection, source: source(document, collection) };
    let items = writer.items();
    let title = document.document.source.title.as_deref().unwrap_or("Annotations of an article");
    let mut root = Map::new();
    root.insert("@context".into(), "http://www.w3.org/ns/anno.jsonld".into());
    root.insert("id".into(), urn(collection).into());
    root.insert("type".into(), "AnnotationCollection".into());
    root.insert("label".into(), title.into());
    root.insert(
        "generator".into(),
        json!({
            "id": "https://github.com/postil/postil",
            "type": "Software",
            "name": format!("{} {}", document.generator.name, document.generator.version),
        }),
    );
    if let Some(created) = &document.created {
        root.insert("created".into(), created.as_str().into());
    }
    root.insert("total".into(), items.len().into());
    root.insert(
        "first".into(),
        json!({
            "id": urn(Uuid::new_v5(&collection, b"page 1")),
            "type": "AnnotationPage",
            "partOf": urn(collection),
            "startIndex": 0,
            "items": items,
        }),
    );
    let root = serde_json::to_string(&root).expect("maps with string keys");
    super::json::indented(&root)
}

struct Writer<'a> {
    document: &'a wire::Document,
    collection: Uuid,
    source: Value,
}

/// The article's address, or else a name made from its words.
fn source(document: &wire::Document, collection: Uuid) -> Value {
    match &document.document.source.url {
        Some(url) => url.as_str().into(),
        None => urn(Uuid::new_v5(&collection, b"text")).into(),
    }
}

impl Writer<'_> {
    fn items(&self) -> Vec<Value> {
        let document = self.document;
        let mut items = Vec::new();
        let kept = |status: &str| status != "rejected";
        for item in document.mentions.iter().filter(|item| kept(&item.status)) {
            let tag = item.label.as_ref().unwrap_or(&item.kind);
            items.push(self.annotation(&item.id, "identifying", tag, item, self.spans([&item.span])));
        }
        for item in document.figures.iter().filter(|item| kept(&item.status)) {
            let tag = item.label.as_ref().unwrap_or(&item.kind);
            items.push(self.annotation(&item.id, "tagging", tag, item, self.spans([&item.span])));
        }
        for item in document.times.iter().filter(|item| kept(&item.status)) {
            let tag = item.label.as_ref().unwrap_or(&item.kind);
            items.push(self.annotation(&item.id, "tagging", tag, item, self.spans([&item.span])));
        }
        for item in document.claims.iter().filter(|item| kept(&item.status)) {
            let cue = item.cue.as_ref().filter(|_| item.content.is_empty());
            let spans = item.content.iter().chain(cue.map(|cue| &cue.span));
            items.push(self.annotation(&item.id, "tagging", "CLAIM", item, self.spans(spans)));
        }
        for item in document.relations.iter().filter(|item| kept(&item.status)) {
            items.push(self.annotation(&item.id, "linking", &item.kind, item, self.spans(&item.spans)));
        }
        for item in document.findings.iter().filter(|item| kept(&item.status) && !item.dismissed) {
            items.push(self.annotation(&item.id, "assessing", &item.code, item, self.members(&item.members)));
        }
        items
    }

    fn annotation(&self, id: &str, motivation: &str, tag: &str, item: &impl Serialize, targets: Vec<Value>) -> Value {
        let mut annotation = Map::new();
        annotation.insert("id".into(), self.urn(id).into());
        annotation.insert("type".into(), "Annotation".into());
        annotation.insert("motivation".into(), motivation.into());
        if let Some(created) = &self.document.created {
            annotation.insert("created".into(), created.as_str().into());
        }
        let value = serde_json::to_string(item).expect("maps with string keys, and numbers");
        annotation.insert(
            "body".into(),
            json!([
                { "type": "TextualBody", "purpose": "tagging", "value": tag },
                { "type": "TextualBody", "purpose": "describing", "format": "application/json", "value": value },
            ]),
        );
        let mut targets = targets;
        let target = match targets.len() {
            0 => self.source.clone(),
            1 => targets.remove(0),
            _ => targets.into(),
        };
        annotation.insert("target".into(), target);
        annotation.into()
    }

    fn spans<'s>(&self, spans: impl IntoIterator<Item = &'s wire::Span>) -> Vec<Value> {
        let targets = spans.into_iter().map(|span| {
            let mut selectors = Vec::new();
            if let Some(exact) = &span.exact {
                let mut quote = Map::new();
                quote.insert("type".into(), "TextQuoteSelector".into());
                quote.insert("exact".into(), exact.as_str().into());
                for (name, words) in [("prefix", &span.prefix), ("suffix", &span.suffix)] {
                    if let Some(words) = words {
                        quote.insert(name.into(), words.as_str().into());
                    }
                }
                selectors.push(Value::from(quote));
            }
            selectors.push(json!({ "type": "TextPositionSelector", "start": span.start, "end": span.end }));
            json!({ "source": self.source, "selector": selectors })
        });
        targets.collect()
    }

    /// Members are annotations of the same collection; an entity stands for its mentions.
    fn members(&self, members: &[String]) -> Vec<Value> {
        let mut targets = Vec::new();
        for id in members {
            match self.document.entities.iter().find(|entity| entity.id == *id) {
                Some(entity) => targets.extend(entity.mentions.iter().map(|id| Value::from(self.urn(id)))),
                None => targets.push(self.urn(id).into()),
            }
        }
        targets
    }

    fn urn(&self, id: &str) -> String {
        urn(Uuid::new_v5(&self.collection, id.as_bytes()))
    }
}

fn urn(uuid: Uuid) -> String {
    uuid.urn().to_string()
}
