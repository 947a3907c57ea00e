//! Label Studio: a task with the marks as a prediction, and the labelling configuration that shows it.
//!
//! Offsets are code points (its editor converts them). An item in several pieces is a region for each, joined by the
//! relation `continues`. The configuration names every label that a task may hold, and beside the usual links the
//! relations of the article.
//! <https://labelstud.io/guide/predictions>

use super::json_writer::JsonWriter;
use super::{Options, View};

pub fn write(view: &View<'_>, _: &Options) -> String {
    let source = &view.document.document.source;
    let mut json = JsonWriter::default();
    json.open('[').open('{').key("data").open('{').text("text", view.text);
    json.maybe("title", source.title.as_deref()).maybe("url", source.url.as_deref());
    json.text("document", &view.document.document.id).close('}').key("predictions").open('[').open('{');
    let generator = &view.document.generator;
    json.text("model_version", &[&generator.name, " ", &generator.version].concat()).key("result").open('[');
    for item in &view.items {
        for (at, span) in item.pieces.iter().enumerate() {
            json.open('{').text("id", &region(&item.id, at)).text("from_name", "label").text("to_name", "text");
            json.text("type", "labels").key("value").open('{').number("start", span.start).number("end", span.end);
            json.text("text", view.words(span)).key("labels").open('[').string(item.label).close(']').close('}');
            json.key("meta").open('{').key("text").open('[').string(&item.summary()).close(']').close('}').close('}');
        }
        for at in 1..item.pieces.len() {
            relation(&mut json, &region(&item.id, 0), &region(&item.id, at), "continues");
        }
    }
    for link in &view.links {
        let (from, to) = (&view.items[link.from], &view.items[link.to]);
        if !from.pieces.is_empty() && !to.pieces.is_empty() {
            relation(&mut json, &region(&from.id, 0), &region(&to.id, 0), link.kind);
        }
    }
    json.close(']').close('}').close(']').close('}').close(']');
    json.pretty()
}

pub fn write_configuration(view: &View<'_>, _: &Options) -> String {
    let mut xml = String::from("<View>\n  <Relations>\n");
    let mut names = LINKS.to_vec();
    for relation in &view.relations {
        if !names.contains(&&*relation.kind) {
            names.push(&relation.kind);
        }
    }
    for name in names {
        xml.push_str(&["    <Relation value=\"", name, "\"/>\n"].concat());
    }
    xml.push_str("  </Relations>\n  <Labels name=\"label\" toName=\"text\">\n");
    for (name, colour) in LABELS {
        xml.push_str(&["    <Label value=\"", name, "\" background=\"", colour, "\"/>\n"].concat());
    }
    xml.push_str("  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n");
    xml
}

/// Every label that an item may bear, with its colour.
const LABELS: [(&str, &str); 23] = [
    ("PERSON", "#2f6fb0"),
    ("NORP", "#6a8f3c"),
    ("FAC", "#6a8f3c"),
    ("ORG", "#8f5aa8"),
    ("GPE", "#3c8f5a"),
    ("LOC", "#3c8f5a"),
    ("PRODUCT", "#a8783c"),
    ("EVENT", "#a8783c"),
    ("WORK_OF_ART", "#a8783c"),
    ("LAW", "#a8783c"),
    ("LANGUAGE", "#a8783c"),
    ("CONTACT", "#777777"),
    ("DATE", "#2f8f8f"),
    ("TIME", "#2f8f8f"),
    ("PERCENT", "#b07a1e"),
    ("MONEY", "#b07a1e"),
    ("QUANTITY", "#b07a1e"),
    ("ORDINAL", "#b07a1e"),
    ("CARDINAL", "#b07a1e"),
    ("CLAIM", "#c04a3a"),
    ("CUE", "#c04a3a"),
    ("SOURCE", "#c04a3a"),
    ("FACT", "#555555"),
];

/// Every link that a view may have beside the relations of the article, and what joins the pieces of an item.
const LINKS: [&str; 16] = [
    "source",
    "cue",
    "coreference",
    "continues",
    "subject",
    "object",
    "recipient",
    "agent",
    "complement",
    "place",
    "time",
    "amount",
    "manner",
    "cause",
    "purpose",
    "other",
];

fn region(id: &str, piece: usize) -> String {
    if piece == 0 { id.to_owned() } else { format!("{id}-{piece}") }
}

fn relation(json: &mut JsonWriter, from: &str, to: &str, kind: &str) {
    json.open('{').text("type", "relation").text("from_id", from).text("to_id", to).text("direction", "right");
    json.key("labels").open('[').string(kind).close(']').close('}');
}
