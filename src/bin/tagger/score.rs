//! How well a model finds the names of labelled texts.

use crate::corpus::Document;
use postil::syntax::Relation;
use postil::tag::{self, Sort, blob::Model};
use std::collections::BTreeSet;

/// Exact F1 over people, organisations and places: of all, and of each.
pub fn names(model: &Model, documents: &[Document]) -> String {
    let mut counts = [[0_u32; 3]; 4];
    for document in documents {
        let text = &document.text;
        let found: BTreeSet<(u32, u32, usize)> = tag::tag_with(model, text)
            .names
            .iter()
            .filter(|name| name.sort != Sort::Other)
            .map(|name| {
                let span = text.cover(name.tokens.clone());
                (span.start, stop(text.as_str(), span.end), name.sort as usize)
            })
            .collect();
        let marked: BTreeSet<_> = document
            .names
            .iter()
            .filter(|name| name.2 < 3)
            .map(|name| (name.0, stop(text.as_str(), name.1), name.2))
            .collect();
        for name in &found {
            let column = usize::from(!marked.contains(name));
            counts[name.2][column] += 1;
            counts[3][column] += 1;
        }
        for name in marked.difference(&found) {
            counts[name.2][2] += 1;
            counts[3][2] += 1;
        }
    }
    let f1 = |[right, wrong, missed]: [u32; 3]| 2.0 * f64::from(right) / f64::from((2 * right + wrong + missed).max(1));
    let [right, wrong, missed] = counts[3].map(f64::from);
    format!(
        "F1 {:.4} P {:.3} R {:.3} person {:.3} organisation {:.3} place {:.3}",
        f1(counts[3]),
        right / (right + wrong),
        right / (right + missed),
        f1(counts[0]),
        f1(counts[1]),
        f1(counts[2])
    )
}

/// The end of a name without a stop that closes it: some corpora mark "U.S", others "U.S.".
fn stop(text: &str, end: u32) -> u32 {
    if text[..end as usize].ends_with('.') { end - 1 } else { end }
}

/// Shares of right tags, right heads, and right heads with right relations; marks count for tags alone.
pub fn trees(tagger: &Model, parser: &Model, bank: &crate::trees::Bank) -> String {
    let (text, mut atoms) = (&bank.trees.text, bank.atoms.clone());
    let tagged = tag::speech_of(tagger, text, &mut atoms);
    let parsed = postil::syntax::parser::parse(parser, text, &tagged);
    let (mut tags, mut words, mut heads, mut both) = (0, 0, 0, 0);
    for at in 0..text.tokens.len() {
        tags += u32::from(tagged.pos(at) == bank.trees.pos[at]);
        let relation = bank.trees.relations[at];
        if relation == Relation::Punct {
            continue;
        }
        words += 1;
        let right = parsed.head(at).unwrap_or(at) == bank.trees.heads[at] as usize;
        heads += u32::from(right);
        // The script that measures knows one noun modifier and one compound.
        let plain = |relation| match relation {
            Relation::NmodDesc => Relation::Nmod,
            Relation::CompoundPrt => Relation::Compound,
            other => other,
        };
        both += u32::from(right && plain(parsed.relation(at)) == plain(relation));
    }
    let share = |part: u32, all: usize| f64::from(part) / all.max(1) as f64;
    format!(
        "tags {:.4} heads {:.4} relations {:.4}",
        share(tags, text.tokens.len()),
        share(heads, words),
        share(both, words)
    )
}
