//! "The 34-year-old".

use super::{Find, Named, Referent, View, Who};
use crate::entities::{Form, Kind};
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::tag::Pos;

/// "The" with an age and nothing behind it, for the person who stands out among those named just before. Leaves alone
/// ages that describe something ("the 30-year-old ship") and those for which two are as likely.
pub(super) const RULE: Rule<Find> =
    Rule { name: "link/age", about: "“the 34-year-old” for whom was named before", find };

fn find(view: &View, at: usize) -> Option<Referent> {
    let text = view.scene.text;
    if text.norm(at) != "the" || !text.norm(at + 1).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let last = (at + 1..view.sentence.end.min(at + 7)).find(|at| text.norm(*at).ends_with("old"))?;
    let age = text.slice(text.cover(at + 1..last + 1));
    let (number, rest) = age.split_at(age.find(|c: char| !c.is_ascii_digit()).unwrap_or(age.len()));
    let fits = number.len() < 4 && matches!(rest, "-year-old" | " year old" | " year-old" | "-year old");
    let behind = last + 1 < view.sentence.end
        && (matches!(view.scene.tagged.pos(last + 1), Pos::Noun | Pos::Propn | Pos::Adj) || text.norm(last + 1) == "-");
    if !fits || behind {
        return None;
    }
    let (entity, margin) = view.likeliest(at, |named| fit(view, named))?;
    let why = "the person who stands out before the age";
    (margin > 1).then_some(Referent {
        tokens: at..last + 1,
        entity,
        form: Form::Nominal,
        confidence: Confidence::Low,
        why,
    })
}

fn fit(view: &View, named: &Named) -> Option<i32> {
    let person = match named.who {
        Who::Entity(entity) => view.scene.kind(entity) == Kind::Person,
        Who::Noun(noun) => noun.human && !noun.plural,
    };
    person.then_some(0)
}
