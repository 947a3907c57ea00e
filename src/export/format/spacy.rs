//! spaCy: a `Doc` as `Doc.to_json` writes it and `Doc.from_json` reads it.
//!
//! `ents` holds names, figures and times of which none stands over another; `spans` has a group for each layer with all
//! its pieces, the item's id in `kb_id`. Offsets are code points. <https://spacy.io/api/doc#to_json>

use super::json_writer::JsonWriter;
use super::tokens::{self, Token};
use super::view::Layer;
use super::{Options, View};
use crate::export::wire;

pub fn write(view: &View<'_>, _: &Options) -> String {
    let tokens = tokens::tokens(view);
    let mut json = JsonWriter::default();
    json.open('{').text("text", view.text).key("ents").open('[');
    for (item, span) in view.flat(|_| true) {
        if place(&mut json, &tokens, span) {
            json.text("label", item.label).close('}');
        }
    }
    json.close(']').key("sents").open('[');
    for sentence in &view.document.document.sentences {
        if place(&mut json, &tokens, &sentence.span) {
            json.close('}');
        }
    }
    json.close(']').key("tokens").open('[');
    for (at, token) in (0..).zip(&tokens) {
        json.open('{').number("id", at).number("start", token.start).number("end", token.end).close('}');
    }
    json.close(']').key("spans").open('{');
    for layer in [Layer::Mention, Layer::Figure, Layer::Time, Layer::Claim, Layer::Cue, Layer::Source, Layer::Fact] {
        json.key(&[layer.word(), "s"].concat()).open('[');
        for item in view.of(&[layer]) {
            for span in &item.pieces {
                if place(&mut json, &tokens, span) {
                    json.text("label", item.label).text("kb_id", &item.id).close('}');
                }
            }
        }
        json.close(']');
    }
    json.close('}').close('}');
    json.pretty()
}

/// Opens an object with a span's place on the edges of tokens, if it has one.
fn place(json: &mut JsonWriter, tokens: &[Token<'_>], span: &wire::Span) -> bool {
    let Some(range) = tokens::cover(tokens, span) else { return false };
    json.open('{').number("start", tokens[range.start].start).number("end", tokens[range.end - 1].end);
    true
}
