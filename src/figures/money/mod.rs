//! Money: "$4.2bn", "£900m", "2.5 million euros", "Rs 20", "a dollar", "50p", "13 dollars 45 cents".
//!
//! Left alone: pounds of weight, "won" the verb, marks of a school. What a rate is per ("$90 a barrel") is
//! told in the unit's name and stays outside the span.

mod currency;
mod settle;
mod sign;

pub use currency::is_prefix;
pub use settle::settle;

use super::scene::{Draft, Scene, Sort};
use super::{Amount, Find, Kind, per};
use crate::numeral::{self, Decimal};
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use currency::CURRENCIES;
use sign::{Found, noun_behind, sign_before};

/// Letters after the digits that are a magnitude where money is meant.
fn money_scale(letters: &str) -> Option<i16> {
    Some(match letters {
        "m" | "M" | "mm" | "MM" | "mill" => 6,
        "b" | "B" => 9,
        "t" | "T" | "tr" => 12,
        _ => return None,
    })
}

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/money", about: "“$4.2bn”, “2.5 million euros”, “50p”", find };

/// Finds money.
pub fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort == Sort::Multiple || matches!(numeral.kind, numeral::Kind::Ordinal) {
        return None;
    }
    let text = scene.text;
    if numeral.digits
        && let Some(found) = sign_before(scene, numeral.span.start)
        && !of_the_one_before(scene, at, &found)
    {
        return before(scene, at, found);
    }
    // "-$20": the sign of the number stands before that of the currency.
    let behind = scene.behind(at);
    let (value, scale) = (numeral.value, numeral.scale);
    if let Some(tail) = numeral.tail {
        let letters = text.slice(tail);
        if let Some(power) = money_scale(letters)
            && let Some(found) = noun_behind(scene, at, behind + 1)
        {
            // "£" is not said before, but "5m euros" is.
            return after(scene, at, value.scaled(power)?, power, found);
        }
    }
    let start = scene.over_hyphen(behind);
    if start < scene.end(at)
        && let Some(code) = scene.raw(start).strip_prefix('M')
        && code.len() == 3
        && let Some(&currency) = CURRENCIES.signs.get(code)
    {
        let span = text.tokens[start].span;
        let found = Found {
            currency,
            minor: false,
            assumed: false,
            scale: 0,
            span,
            reason: Reason::at("currency-sign", "M before the currency's code: a million of it", span),
        };
        return after(scene, at, value.scaled(6)?, 6, found);
    }
    let found = noun_behind(scene, at, behind)?;
    after(scene, at, value, scale, found)
}

/// "10 $ 30 $": a sign between two numbers is that of the first where the second has its own.
fn of_the_one_before(scene: &Scene, at: usize, found: &Found) -> bool {
    let sign = scene.text.token_at(found.span.start);
    at > 0
        && scene.spaced(sign)
        && scene.numeral(at - 1).tokens.end == sign
        && noun_behind(scene, at, scene.behind(at)).is_some()
}

/// Money with its sign before it.
fn before(scene: &Scene, at: usize, found: Found) -> Option<Draft> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    let sign = text.slice(found.span).trim_end();
    let mut value = numeral.value;
    let mut scale = numeral.scale;
    let mut end = numeral.span.end;
    let mut next = scene.behind(at);
    if found.scale > 0 && scale == 0 {
        value = value.scaled(found.scale)?;
        scale = found.scale;
    }
    if let Some(tail) = numeral.tail {
        if let Some(power) = money_scale(text.slice(tail)) {
            value = value.scaled(power)?;
            scale = power;
            end = tail.end;
            next = numeral.tokens.end;
        }
    } else if scale == 0
        && next < scene.end(at)
        && (matches!(scene.raw(next), "m" | "M" | "b" | "B") && !scene.is_word(next + 1)
            || matches!(scene.raw(next), "MM" | "mill"))
    {
        let power = money_scale(scene.raw(next))?;
        value = value.scaled(power)?;
        scale = power;
        end = text.tokens[next].span.end;
        next += 1;
    }
    // "PS5" is a console.
    if sign == "PS" && scale == 0 && value < Decimal::from(100u32) && !value.has_point() {
        return None;
    }
    // "R 5" and "K 5" are too short to trust without more to it.
    if sign.len() == 1 && sign.starts_with(char::is_alphabetic) && scale == 0 && value < Decimal::from(1000u32) {
        return None;
    }
    let mut start = found.span.start;
    let raw = text.as_str();
    // "-$20", "minus $20"
    let head = &raw[..start as usize];
    if let Some(before) = head.strip_suffix(['-', '−', '–'])
        && before.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(')
        && !value.is_negative()
    {
        value = value.negated();
        start -= (head.len() - before.len()) as u32;
    } else if scene.before(at, text.token_at(start), 0) == "minus" {
        value = value.negated();
        start = text.tokens[text.token_at(start) - 1].span.start;
    }
    let mut draft = scene.draft(at, Kind::Money, RULE.name, Span::new(start, end)).value(value);
    draft.scale = scale;
    // "US$20" said in full once more: "$5 US", "$5 million Canadian"
    let mut draft = set(draft, &found);
    // "$20 and 43 cents"
    if scale == 0 && value.is_integer() && !value.has_point() {
        draft = with_cents(scene, at, draft, next);
    }
    if found.assumed
        && matches!(
            scene.raw(next.min(text.tokens.len() - 1)),
            "Canadian" | "Australian" | "US" | "USD" | "AUD" | "CAD" | "NZ" | "Cdn"
        )
        && next < scene.end(at)
    {
        let code = match scene.raw(next) {
            "Canadian" | "CAD" | "Cdn" => "CAD",
            "Australian" | "AUD" => "AUD",
            "NZ" => "NZD",
            _ => "USD",
        };
        // "$5 US officials" is none.
        let adjective = scene.is_word(next + 1) && !super::noun::is_stop(text.norm(next + 1));
        if !adjective && let Some(currency) = CURRENCIES.signs.get(code) {
            let currency = CURRENCIES.all[*currency as usize];
            draft = draft.unit(currency.code, currency.name);
            draft.figure.currency_assumed = false;
            draft.figure.span = Span::new(draft.figure.span.start, text.tokens[next].span.end);
            draft.tokens.end = next + 1;
        }
    }
    Some(rate(scene, at, draft))
}

/// Money with its noun or sign after it.
fn after(scene: &Scene, at: usize, value: Decimal, scale: i16, found: Found) -> Option<Draft> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    let span = Span::new(numeral.span.start, found.span.end);
    let value = if found.minor { value.scaled(found.scale)? } else { value };
    let mut draft = scene.draft(at, Kind::Money, RULE.name, span).value(value);
    draft.scale = scale;
    let mut draft = set(draft, &found);
    let next = text.token_at(found.span.end);
    if !found.minor {
        // "75 USD million"
        if scale == 0
            && let Some(power) = match scene.norm(next) {
                "million" => Some(6),
                "billion" => Some(9),
                "trillion" => Some(12),
                _ => None,
            }
            && text.slice(found.span).chars().all(|c| c.is_ascii_uppercase())
        {
            draft = draft.value(value.scaled(power)?);
            draft.scale = power;
            draft.figure.span = Span::new(span.start, text.tokens[next].span.end);
            draft.tokens.end = next + 1;
        } else if scale == 0 && value.is_integer() && !value.has_point() {
            draft = with_cents(scene, at, draft, next);
        }
    }
    Some(rate(scene, at, draft))
}

fn set(draft: Draft, found: &Found) -> Draft {
    let currency = CURRENCIES.all[found.currency as usize];
    let mut draft = draft.because(found.reason.clone()).unit(currency.code, currency.name);
    draft.figure.currency_assumed = found.assumed;
    draft
}

/// "13 dollars 45 cents", "15 dollars and 50".
fn with_cents(scene: &Scene, at: usize, mut draft: Draft, mut next: usize) -> Draft {
    let text = scene.text;
    let and = scene.norm(next) == "and";
    if and {
        next += 1;
    }
    let Some(cents) = scene.anchor_at(at + 1, next).filter(|_| next < scene.end(at)) else { return draft };
    let numeral = scene.numeral(cents);
    let small = numeral.kind == numeral::Kind::Cardinal
        && numeral.value < Decimal::from(100u32)
        && !numeral.value.has_point()
        && !numeral.value.is_negative()
        && numeral.scale == 0;
    if !small {
        return draft;
    }
    let behind = scene.behind(cents);
    let coin =
        matches!(scene.norm(behind), "cents" | "cent" | "c" | "pence" | "p" | "sen" | "sens" | "kopiykas" | "paise");
    let ends = behind >= scene.end(at)
        || matches!(scene.norm(behind), "." | "," | ";" | "!" | "?")
            && !(scene.norm(behind) == "," && scene.is_word(behind + 1) && and);
    // Two figures, or words, and nothing after them: without the coin no news says so.
    if !coin && !ends {
        return draft;
    }
    let Amount::Value(value) = draft.figure.amount else { return draft };
    let (Some(part), true) = (numeral.value.scaled(-2), !value.is_negative()) else { return draft };
    let Some(sum) = value.checked_add(part) else { return draft };
    let end = if coin { text.tokens[behind].span.end } else { numeral.span.end };
    draft.figure.span = Span::new(draft.figure.span.start, end);
    draft.tokens.end = text.tokens_in(draft.figure.span).end;
    draft.value(sum).taking(cents + 1)
}

/// "$90 a barrel", "€48 per megawatt hour", "£20-a-head": the unit's name says what it is per.
fn rate(scene: &Scene, at: usize, mut draft: Draft) -> Draft {
    let next = draft.tokens.end;
    if let (Some(per), Some(name)) = (per::noun(scene, at, next), &draft.figure.unit_name) {
        let span = scene.text.cover(next..per.end);
        draft.figure.unit_name = Some(format!("{name} per {}", per.name).into());
        draft = draft.because(Reason::at("rate", format!("for each {}", per.name), span));
    }
    draft
}
