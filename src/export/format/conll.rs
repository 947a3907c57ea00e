//! CoNLL-2002: a token and its tag on each line, a blank line between sentences.
//!
//! The tags are those of the shared task (PER, ORG, LOC, MISC), in IOB2: `B-` begins a name, `I-` goes on with it. Only
//! names are tagged; descriptions, pronouns, figures and times have no tag there.
//! <https://www.clips.uantwerpen.be/conll2002/ner/>

use super::view::{Item, Layer};
use super::{Options, View, tokens};

pub fn write(view: &View<'_>, _: &Options) -> String {
    let tokens = tokens::tokens(view);
    let mut tags = vec![None; tokens.len()];
    for (item, span) in view.flat(is_name) {
        let Some(range) = tokens::cover(&tokens, span) else { continue };
        for at in range.clone() {
            tags[at] = Some((if at == range.start { "B-" } else { "I-" }, tag(item.kind)));
        }
    }
    let mut text = String::new();
    for sentence in &view.document.document.sentences {
        let Some(range) = tokens::cover(&tokens, &sentence.span) else { continue };
        for at in range.filter(|at| !tokens[*at].white) {
            let (edge, tag) = tags[at].unwrap_or(("O", ""));
            text.push_str(&[tokens[at].words, " ", edge, tag, "\n"].concat());
        }
        text.push('\n');
    }
    text
}

fn is_name(item: &Item<'_>) -> bool {
    item.layer == Layer::Mention && !matches!(item.get("form"), Some("nominal" | "pronoun"))
}

fn tag(kind: &str) -> &'static str {
    match kind {
        "person" => "PER",
        "organisation" => "ORG",
        "place" => "LOC",
        _ => "MISC",
    }
}
