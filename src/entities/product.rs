//! Products by the maker in front and the model's letters and digits: "Norvik T40", and "the T40" from then on.

use super::{Find, Form, Kind, Label, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Sort;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// A designation of capitals and digits after the name of an organisation, or of a product of the lists, and the same
/// designation elsewhere in the article. Leaves alone designations without a maker: roads ("the M25"), vitamins, groups
/// of states ("the G20").
pub(super) const RULE: Rule<Find> = Rule {
    name: "entities/product",
    about: "a model after its maker's name: “Norvik T40”, and “the T40” from then on",
    find,
};

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    let mut makers: Vec<usize> =
        scene.tagged.names.iter().filter(|name| name.sort == Sort::Organisation).map(|name| name.tokens.end).collect();
    makers.dedup();
    let mut first: FxHashMap<&str, Span> = FxHashMap::default();
    let mut places = Vec::new();
    for sentence in text.included() {
        for at in sentence.tokens.clone().filter(|at| is_designation(text.word(*at))) {
            places.push(at);
            if at == sentence.tokens.start || !text.spaced(at) {
                continue;
            }
            let alone = scene.seen[at - 1].alone;
            let listed = alone.is(bits::ORGANISATION) && alone.identity() != 0;
            let product = (at.saturating_sub(3)..=at).any(|start| {
                let seen = scene.seen[start];
                seen.longest.is(bits::PRODUCT) && start + usize::from(seen.len) == at + 1
            });
            if product || listed || makers.binary_search(&at).is_ok() {
                first.entry(stem(text, at)).or_insert(scene.span(at - 1..at + 1));
            }
        }
    }
    for at in places {
        let Some(full) = first.get(stem(text, at)) else { continue };
        let span = scene.span(at..at + 1);
        let why =
            if full.overlaps(span) { "a model after its maker" } else { "a model that the article names in full" };
        let proposal = Proposal::new(scene, at..at + 1, Kind::Product, Some(Label::Product), RULE.name);
        let mut proposal = proposal.weighing(5).sure(Confidence::Medium).because(Reason::at("model", why, *full));
        proposal.mention.form = Form::Short;
        proposals.push(proposal);
    }
}

/// "T40", "XB300", "A380s": a capital in front, then letters and at least two digits.
fn is_designation(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let fits = word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    capital && fits && (2..=4).contains(&digits) && word.len() <= 7
}

fn stem(text: &Text, at: usize) -> &str {
    let word = text.word(at);
    word.strip_suffix('s').unwrap_or(word)
}
