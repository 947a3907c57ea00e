//! Which dollar is meant: the article's dateline says, else the usual one.

use super::currency::{Currency, sharing};
use crate::figures::scene::{Draft, Scene};
use crate::reason::{Confidence, Reason};
use crate::span::Span;

/// Which dollar, pound or peso a bare sign or noun means: the article's own other figures and its dateline say.
pub fn settle(scene: &Scene, mut drafts: Vec<Draft>) -> Vec<Draft> {
    if !drafts.iter().any(|draft| draft.figure.currency_assumed && draft.figure.unit.is_some()) {
        return drafts;
    }
    let dateline = dateline(scene);
    for draft in &mut drafts {
        let figure = &draft.figure;
        let Some(code) = figure.unit.as_deref().filter(|_| figure.currency_assumed) else { continue };
        let mut settled: Option<(&'static Currency, Reason)> = None;
        for currency in sharing(code) {
            if let Some((place, span)) =
                dateline.iter().find(|(place, _)| currency.places.split('|').any(|p| p == place))
            {
                let reason = Reason::at("dateline-place", format!("the article is from {place}"), *span);
                settled = Some((currency, reason));
                break;
            }
        }
        let (currency, reason) = match settled {
            Some(settled) => settled,
            None => match sharing(code).next() {
                Some(first) => (first, Reason::new("usual-currency", format!("taken for the {}", first.name))),
                None => continue,
            },
        };
        let old = draft.figure.unit_name.clone().unwrap_or_default();
        let rate = old.find(" per ").map(|from| old[from..].to_owned()).unwrap_or_default();
        draft.figure.unit = Some(currency.code.into());
        draft.figure.unit_name =
            Some(if rate.is_empty() { currency.name.into() } else { format!("{}{rate}", currency.name).into() });
        draft.figure.confidence = draft.figure.confidence.min(Confidence::Medium);
        draft.figure.reasons.push(reason);
    }
    drafts
}

/// The place names of the dateline: "SYDNEY, June 10 (Agency) —" or a first line that is a place and a date.
fn dateline(scene: &Scene) -> Vec<(String, Span)> {
    use crate::text::BlockKind;
    let text = scene.text;
    let mut places = Vec::new();
    for (number, block) in text.blocks.iter().enumerate().filter(|(_, block)| block.included).take(6) {
        let whole = block.kind == BlockKind::Dateline;
        let Some(sentence) = text.sentences.get(block.sentences.start as usize) else { continue };
        let _ = number;
        let tokens = sentence.tokens.clone();
        let dash = tokens
            .clone()
            .take(14)
            .find(|&at| matches!(text.norm(at), "—" | "–" | "--") || (text.norm(at) == "-" && scene.spaced(at)));
        let until = match dash {
            Some(dash) => dash,
            None if whole => tokens.end.min(tokens.start + 8),
            None => continue,
        };
        for at in tokens.start..until {
            if !scene.capital(at) {
                continue;
            }
            for words in [2, 1] {
                if at + words <= until {
                    let span = text.cover(at..at + words);
                    places.push((text.slice(span).to_lowercase(), span));
                }
            }
        }
    }
    places
}
