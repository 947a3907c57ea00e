//! Hypothesis: the file that its sidebar exports and imports.
//!
//! The client anchors by the quotation with its context, and by UTF-16 position where that fits the page. It reads one
//! target of an annotation, so an item in several pieces is an annotation for each. The text of a note is Markdown.
//! <https://github.com/hypothesis/client/blob/main/src/sidebar/helpers/import.ts>

use super::json_writer::JsonWriter;
use super::markdown::escape;
use super::view::View;
use super::{Options, w3c};

pub fn write(view: &View<'_>, _: &Options) -> String {
    let document = view.document;
    let created = document.created.as_deref();
    let source = w3c::source(document);
    let mut json = JsonWriter::default();
    json.open('{').text("export_date", created.unwrap_or_default()).text("export_userid", "");
    json.text("client_version", &[&document.generator.name, " ", &document.generator.version].concat());
    json.key("annotations").open('[');
    for item in view.readable() {
        for (at, span) in item.pieces.iter().enumerate() {
            let part = match item.pieces.len() {
                1 => String::new(),
                count => format!(" (part {} of {count})", at + 1),
            };
            let id = w3c::urn_of(document, &[&item.id, &*part].concat());
            json.open('{').text("id", &id).maybe("created", created).maybe("updated", created).text("uri", &source);
            json.text("text", &[&*escape(&item.summary()), &*part].concat()).key("tags").open('[');
            json.string(item.layer.word()).string(item.label).close(']').key("references").open('[').close(']');
            json.key("target").open('[').open('{').text("source", &source).key("selector").open('[');
            w3c::selectors(&mut json, view, span, true);
            json.close(']').close('}').close(']').key("document").open('{').key("title").open('[');
            if let Some(title) = &document.document.source.title {
                json.string(title);
            }
            json.close(']').close('}').close('}');
        }
    }
    json.close(']').close('}');
    json.pretty()
}
