//! Parts of a whole in words: "half a million", "a quarter of a million", "two-thirds", "by a fifth".

use super::digits::share;
use super::words::{Word, numeral, word};
use super::{Decimal, Kind, Numeral, hyphenated, magnitudes, next};
use crate::text::Text;

/// "half a million", "half-dozen", "half of", "half the", "half litre": what follows decides whether it is a number.
pub(super) fn half(text: &Text, at: usize) -> Option<Numeral> {
    let one_half = share(1, 2)?;
    let behind = next(text, at)?;
    let (last, value, scale) = magnitudes(text, at, one_half);
    if last > at {
        return Some(numeral(text, at, last, value, Kind::Cardinal, scale));
    }
    let fraction = |last: usize| Some(numeral(text, at, last, one_half, Kind::Fraction, 0));
    match text.norm(behind) {
        "a" | "an" => {
            let (last, value, scale) = magnitudes(text, behind, one_half);
            let kind = if last > behind { Kind::Cardinal } else { Kind::Fraction };
            // "half an acre": the article belongs to the number as in "a dozen".
            Some(numeral(text, at, last.max(behind), value, kind, scale))
        }
        "of" => fraction_of(text, at, at, one_half),
        "the" | "its" | "their" | "his" | "her" | "our" | "that" | "those" | "these" | "all" | "as" => fraction(at),
        "hour" | "century" | "day" | "year" => fraction(at),
        _ if measured(text, at) => fraction(at),
        norm if approximated(text, at) && !matches!(norm, "-" | "–") => fraction(at),
        _ => None,
    }
}

/// Whether a word before token `at` says about how much, or by how much: what follows is an amount.
fn approximated(text: &Text, at: usize) -> bool {
    at > 0
        && matches!(
            text.norm(at - 1),
            "nearly"
                | "almost"
                | "about"
                | "roughly"
                | "over"
                | "than"
                | "by"
                | "approximately"
                | "around"
                | "only"
                | "just"
                | "to"
        )
}

/// Whether a unit that is halved and quartered follows, also over a hyphen: "half-litre", "quarter mile".
pub(super) fn measured(text: &Text, at: usize) -> bool {
    hyphenated(text, at).is_some_and(|unit| {
        matches!(
            text.norm(unit),
            "mile"
                | "acre"
                | "inch"
                | "pint"
                | "cup"
                | "ton"
                | "tonne"
                | "litre"
                | "liter"
                | "gallon"
                | "metre"
                | "meter"
                | "kilometre"
                | "kilometer"
                | "pound"
                | "kilo"
                | "ounce"
                | "teaspoon"
                | "tablespoon"
                | "degree"
                | "percent"
                | "percentage"
                | "point"
                | "turn"
        )
    })
}

/// "a fifth" after what says by how much, where no noun makes it an ordinal: "fell by a fifth", "down a third to".
pub(super) fn amount_of_change(text: &Text, at: usize, noun: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| text.norm(before));
    let changed = approximated(text, at) && before != "to"
        || matches!(
            before,
            "down"
                | "up"
                | "fell"
                | "rose"
                | "dropped"
                | "fallen"
                | "risen"
                | "least"
                | "lost"
                | "shrank"
                | "grew"
                | "jumped"
                | "slumped"
        );
    let ends = next(text, noun).is_none_or(|behind| {
        matches!(text.norm(behind), "." | "," | ";" | ":" | ")" | "”" | "\"" | "—" | "–" | "?" | "!")
            || matches!(
                text.norm(behind),
                "to" | "in"
                    | "from"
                    | "since"
                    | "this"
                    | "last"
                    | "on"
                    | "compared"
                    | "more"
                    | "less"
                    | "lower"
                    | "higher"
                    | "and"
                    | "or"
                    | "between"
                    | "during"
                    | "after"
                    | "when"
                    | "while"
                    | "at"
                    | "for"
                    | "by"
                    | "over"
                    | "as"
                    | "but"
            )
    });
    changed && ends
}

/// "a quarter of a million" is a number, "a quarter of voters" a fraction.
pub(super) fn fraction_of(text: &Text, at: usize, noun: usize, value: Decimal) -> Option<Numeral> {
    let of = next(text, noun)?;
    if let Some(article) = next(text, of)
        && matches!(text.norm(article), "a" | "an")
    {
        let (last, value, scale) = magnitudes(text, article, value);
        if last > article {
            return Some(numeral(text, at, last, value, Kind::Cardinal, scale));
        }
    }
    Some(numeral(text, at, noun, value, Kind::Fraction, 0))
}

/// "two and a half", "a million and a half": half of the magnitude more.
pub(super) fn and_a_half(text: &Text, last: usize, value: Decimal, scale: i16) -> (usize, Decimal) {
    let walk = || {
        let and = hyphenated(text, last).filter(|&at| text.norm(at) == "and")?;
        let article = hyphenated(text, and).filter(|&at| matches!(text.norm(at), "a" | "one"))?;
        let half = hyphenated(text, article).filter(|&at| matches!(text.norm(at), "half" | "quarter"))?;
        let part = if text.norm(half) == "half" { share(1, 2)? } else { share(1, 4)? };
        Some((half, value.checked_add(part.scaled(scale)?)?))
    };
    let thirds = || {
        // "one and two thirds metres"
        let and = hyphenated(text, last).filter(|&at| text.norm(at) == "and" && value < Decimal::from(100u32))?;
        let above = match word(text.norm(next(text, and)?))? {
            Word::Unit(above @ 1..10) => above,
            _ => return None,
        };
        let below = hyphenated(text, next(text, and)?)?;
        match word(text.norm(below))? {
            Word::Parts(parts) if parts > 2 && scale == 0 => Some((below, value.checked_add(share(above, parts)?)?)),
            _ => None,
        }
    };
    walk().or_else(thirds).unwrap_or((last, value))
}

/// "two-thirds", "three quarters of a million", "three quarters billion".
pub(super) fn parts(text: &Text, start: usize, at: usize, above: u32, below: u32) -> Option<Numeral> {
    let value = share(above, below)?;
    let (last, more, scale) = magnitudes(text, at, value);
    if last > at {
        return Some(numeral(text, start, last, more, Kind::Cardinal, scale));
    }
    if next(text, at).is_some_and(|of| text.norm(of) == "of") {
        return fraction_of(text, start, at, value);
    }
    Some(numeral(text, start, at, value, Kind::Fraction, 0))
}

/// "a quarter mile", "a half-litre", "down a quarter", and bare "quarter-mile": the part from token `at` to `noun`.
pub(super) fn part(text: &Text, at: usize, noun: usize, below: u32) -> Option<Numeral> {
    let value = share(1, below)?;
    let takes = measured(text, noun) || noun > at && text.norm(noun) != "half" && amount_of_change(text, at, noun);
    if takes { Some(numeral(text, at, noun, value, Kind::Fraction, 0)) } else { None }
}
