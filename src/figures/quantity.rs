//! Quantities: "20 acres", "120 km/h", "3-inch", "5 feet 2 inches", "27 mpg", "250 g/km", "38°C".
//!
//! Left alone: "2 in April" (no inches), "5m people" (millions), durations.

use super::scene::{Draft, Scene, Sort};
use super::unit::{UNITS, Unit};
use super::{Find, Kind, noun, per};
use crate::numeral::{self, Decimal};
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::TokenKind;

/// A unit in the text.
pub struct Found {
    /// Which.
    pub unit: &'static Unit,
    /// Where.
    pub span: Span,
}

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/quantity", about: "“20 acres”, “120 km/h”, “38°C”", find };

/// Finds quantities.
pub fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort == Sort::Multiple || numeral.kind == numeral::Kind::Ordinal {
        return None;
    }
    let mut behind = scene.behind(at);
    if numeral.kind == numeral::Kind::Fraction
        && scene.norm(behind) == "of"
        && matches!(scene.norm(behind + 1), "a" | "an")
    {
        // "half of a gallon", "a quarter of a mile"
        behind += 2;
    }
    if numeral.kind == numeral::Kind::Vague && scene.norm(behind) == "of" {
        behind += 1;
    }
    let found = match unit_at(scene, at, behind) {
        Some(found) => found,
        None => return below_zero(scene, at, behind),
    };
    let mut unit = found.unit;
    let mut value = numeral.value;
    let mut span = Span::new(numeral.span.start, found.span.end);
    let mut next = text.token_at(found.span.end);
    let mut anchors = at + 1;
    let mut code = std::borrow::Cow::Borrowed(unit.code);
    let mut name = std::borrow::Cow::Borrowed(unit.name);
    // "5 feet 2 inches", "6 pounds 4 ounces": the sum, in the smaller unit.
    if let Some((sum, small, end, second)) = with_smaller(scene, at, unit, value, next) {
        (value, unit) = (sum, small);
        (code, name) = (unit.code.into(), unit.name.into());
        span = Span::new(span.start, end);
        next = text.token_at(end);
        anchors = second + 1;
    }
    if matches!(unit.code, "deg" | "Cel" | "[degF]")
        && scene.norm(next) == "below"
        && scene.norm(next + 1) == "zero"
        && !value.is_negative()
    {
        value = value.negated();
        span = Span::new(span.start, text.tokens[next + 1].span.end);
        if scene.anchor_at(anchors, next + 1).is_some() {
            anchors += 1;
        }
        next += 2;
    }
    // "5 litres per 100 kilometres", "20 kg a head"
    for _ in 0..2 {
        let Some(per) = per::quantity(scene, anchors - 1, anchors, next) else { break };
        code = format!("{code}/{}", per.code).into();
        name = format!("{name} per {}", per.name).into();
        span = Span::new(span.start, text.tokens[per.end - 1].span.end);
        next = per.end;
        anchors += usize::from(per.counted);
    }
    // "two billion cubic metres of gas per year": the rate stands after what there is so much of.
    if scene.norm(next) == "of"
        && scene.is_word(next + 1)
        && matches!(scene.norm(next + 2), "per" | "a")
        && let Some(per) = per::quantity(scene, at, anchors, next + 2).filter(|per| !per.counted)
        && per::time(scene.norm(next + 3)).is_some()
    {
        code = format!("{code}/{}", per.code).into();
        name = format!("{name} per {}", per.name).into();
    }
    let words = text.slice(found.span);
    let reason = Reason::at(
        "unit",
        format!("“{words}” is a unit of {}", if unit.dimension == "-" { "measure" } else { unit.dimension }),
        found.span,
    );
    let mut draft = scene.draft(at, Kind::Quantity, RULE.name, span).value(value).taking(anchors).because(reason);
    draft.tokens = text.tokens_in(span);
    Some(draft.unit(code, name))
}

/// The unit that begins at token `behind`, the number being glued to it or not.
pub fn unit_at(scene: &Scene, at: usize, behind: usize) -> Option<Found> {
    let text = scene.text;
    let end = scene.end(at);
    let numeral = scene.numeral(at);
    let mut start = scene.over_hyphen(behind);
    // "20 (kg)", "20 [kg]"
    let bracket =
        matches!(scene.norm(start), "(" | "[") && matches!(scene.norm(start + 2), ")" | "]") && start + 2 < end;
    if bracket {
        start += 1;
    }
    if start >= end {
        return None;
    }
    let norm = text.norm(start);
    let glued = !scene.spaced(start) && start == behind;
    let raw = text.as_str();
    let from = text.tokens[start].span.start as usize;
    let kind = text.tokens[start].kind;
    let begins = UNITS.begins(norm);
    let mut best: Option<Found> = None;
    // As many tokens as make the longest name or symbol.
    for last in start..end.min(start + 6) {
        if last > start
            && !begins
            && kind == TokenKind::Word
            && scene.spaced(last)
            && norm.len() > 3
            && !matches!(norm, "cubic")
        {
            break;
        }
        let span = Span::of(from..text.tokens[last].span.end as usize);
        let written = &raw[span.range()];
        if written.len() > 40 {
            break;
        }
        // "2500 Calories", with a capital, are kilocalories.
        let named = last == start && !written.starts_with("Calorie");
        let unit = if named { UNITS.name(norm) } else { None }.or_else(|| UNITS.symbol(written)).or_else(|| {
            if last > start {
                UNITS.name(&written.to_lowercase().replace('-', " ")).or_else(|| UNITS.name(&written.to_lowercase()))
            } else {
                None
            }
        });
        if let Some(unit) = unit
            && fits(scene, numeral, unit, written, last, glued, end)
        {
            best = Some(Found { unit, span });
        }
    }
    let mut best = best?;
    if bracket {
        best.span = Span::new(best.span.start, text.tokens[start + 1].span.end);
    }
    Some(best)
}

/// Whether symbols that may be something else are meant as units.
fn fits(
    scene: &Scene,
    numeral: &numeral::Numeral,
    unit: &Unit,
    written: &str,
    last: usize,
    glued: bool,
    end: usize,
) -> bool {
    let text = scene.text;
    let behind = last + 1;
    let next = if behind < end { text.norm(behind) } else { "" };
    let closes =
        behind >= end || !matches!(text.tokens[behind].kind, TokenKind::Word | TokenKind::Number | TokenKind::Mixed);
    match written {
        "in" => {
            let size = matches!(next, "thick" | "long" | "wide" | "tall" | "deep" | "high" | "by" | "x" | "×" | "of");
            size && next != "of" || closes && numeral.digits && !matches!(next, "\"" | "“")
        }
        "\"" | "”" | "″" | "′" => {
            glued
                && numeral.digits
                && written != "”"
                && (matches!(written, "″" | "′") || !closes && !next.is_empty() || !quoting(scene, last))
                || written == "\"" && numeral.digits && matches!(next, "long" | "wide" | "tall" | "x")
        }
        "m" => {
            // Millions of something counted: "5m people", "2.4m homes".
            let millions = if closes && glued { of_many(scene, numeral) } else { counts_millions(scene, behind, end) };
            !millions && (numeral.digits || glued)
        }
        "t" | "l" | "L" | "g" | "J" | "W" | "V" | "N" | "K" => {
            numeral.digits && (glued || closes || noun::is_stop(next) || scene.pos(behind) == crate::tag::Pos::Verb)
        }
        "C" | "F" => {
            numeral.digits
                && !scene.capital(behind)
                && (glued || closes || matches!(next, "in" | "on" | "and" | "or" | "is" | "by" | "to" | "this" | "at"))
                && numeral.value < Decimal::from(2000u32)
        }
        "gm" | "gs" | "kt" | "Mt" | "ha" | "MB" | "cc" => numeral.digits,
        // "2.1 pm" has no minutes.
        "pm" | "am" => numeral.value.places() == 1 || numeral.value.places() > 2,
        "dm" | "cal" | "HP" | "rpm" | "psi" | "ksi" => numeral.digits,

        _ => match unit.code {
            "[stone_av]" => {
                matches!(written, "stone")
                    && (closes || matches!(next, "in" | "and" | "over" | "since"))
                    && !scene.capital(last)
            }
            "pt" => false,
            "bar" | "[ly]" if written == "bar" || written == "bars" => written == "bars" || closes,
            "[car_m]" | "[fur_i]" | "[kn_i]" => true,
            "[foz_us]" => true,
            "[cup_us]" => {
                !matches!(next, "final" | "finals" | "tie" | "ties" | "match" | "matches" | "games")
                    && !scene.capital(last)
                    || text.as_str().len() < 60
            }
            "mol" | "Gy" if matches!(written, "mole" | "moles" | "gray") => false,
            "{turn}" => numeral.kind == numeral::Kind::Fraction,
            "rad" => written.starts_with("radian"),
            "atm" => true,
            "pm" => true,
            "[lb_av]" => true,
            "deg" if matches!(written, "degree" | "degrees") => {
                // University degrees: "three degrees from", "hold degrees".
                numeral.digits || !matches!(next, "from" | "in")
            }
            _ => {
                !(matches!(written, "foot" | "feet" | "yards" | "yard")
                    && matches!(next, "soldiers" | "patrol" | "patrols"))
            }
        },
    }
}

/// Whether what is spoken of comes in millions and has no length: "The audience was 2.1m."
fn of_many(scene: &Scene, numeral: &numeral::Numeral) -> bool {
    let many = |at: usize| {
        matches!(
            scene.norm(at),
            "audience"
                | "audiences"
                | "sales"
                | "sold"
                | "population"
                | "users"
                | "viewers"
                | "profit"
                | "profits"
                | "revenue"
                | "revenues"
                | "turnover"
                | "followers"
                | "subscribers"
                | "circulation"
                | "downloads"
                | "customers"
                | "members"
                | "worth"
                | "budget"
                | "streams"
                | "views"
                | "copies"
                | "jobs"
                | "passengers"
                | "visitors"
                | "votes"
                | "people"
                | "homes"
                | "debts"
                | "loss"
                | "losses"
                | "earnings"
                | "dividend"
        )
    };
    let start = numeral.tokens.start;
    (start.saturating_sub(8)..start).any(many)
}

/// Whether what follows "27m" is counted in millions: "27m homes", "3.1m combined sales", "27m of its speakers".
fn counts_millions(scene: &Scene, at: usize, end: usize) -> bool {
    if at >= end {
        return false;
    }
    let of = scene.norm(at) == "of";
    // "5m of the 12m votes"
    if of && scene.norm(at + 1) == "the" && scene.is_number(at + 2) {
        return true;
    }
    let owned = matches!(
        scene.norm(at + 1),
        "its" | "their" | "his" | "her" | "our" | "my" | "your" | "the" | "those" | "these" | "them" | "whom"
    );
    if of && !owned {
        return false;
    }
    let start = at + if of { 2 } else { 0 };
    if of && matches!(scene.norm(at + 1), "them" | "whom") {
        return true;
    }
    // "a 100m hurdles final", "50m tall trees"
    let measured = matches!(
        scene.norm(start),
        "metres"
            | "hurdles"
            | "waves"
            | "tall"
            | "long"
            | "wide"
            | "deep"
            | "high"
            | "thick"
            | "sprint"
            | "freestyle"
            | "race"
            | "relay"
            | "butterfly"
            | "backstroke"
            | "breaststroke"
            | "runners"
            | "swimmers"
            | "sprinters"
    );
    !measured
        && noun::phrase(scene, start, end, true)
            .is_some_and(|phrase| noun::is_plural(scene.norm(phrase.head)) && !scene.hyphen(start.wrapping_sub(1)))
}

/// Whether a straight quotation may be open before token `at`: then its mark closes it and is no inch.
fn quoting(scene: &Scene, at: usize) -> bool {
    let from = at.saturating_sub(120);
    from > 0 || (from..at).filter(|&token| scene.norm(token) == "\"").count() % 2 == 1
}

/// "2 below zero", without a degree.
fn below_zero(scene: &Scene, at: usize, behind: usize) -> Option<Draft> {
    if scene.norm(behind) != "below" || scene.norm(behind + 1) != "zero" || behind + 1 >= scene.end(at) {
        return None;
    }
    let numeral = scene.numeral(at);
    let span = Span::new(numeral.span.start, scene.text.tokens[behind + 1].span.end);
    let words = scene.text.cover(behind..behind + 2);
    let taken = if scene.anchor_at(at + 1, behind + 1).is_some() { at + 2 } else { at + 1 };
    let draft = scene.draft(at, Kind::Quantity, RULE.name, span).value(numeral.value.negated()).taking(taken);
    Some(draft.unit("deg", "degree").because(Reason::at("unit", "degrees below zero", words)))
}

/// "in" after feet: "12 ft 2 in more or less", and not "5 ft 2 in April".
fn inches(scene: &Scene, unit: &Unit, next: bool, at: usize) -> Option<Found> {
    let here = unit.code == "[ft_i]" && next && scene.norm(at) == "in";
    if !here
        || scene.capital(at + 1)
        || !matches!(scene.norm(at + 1), "more" | "or" | "and" | "tall" | "high" | "when" | "but")
    {
        return None;
    }
    Some(Found { unit: UNITS.by_code("[in_i]")?, span: scene.text.tokens[at].span })
}

/// "six-foot-seven": what hyphens join to feet are inches.
fn height(scene: &Scene, unit: &Unit, next: usize, second: usize) -> Option<Found> {
    let joined = unit.code == "[ft_i]" && scene.hyphen(next) && scene.numeral(second).tokens.start == next + 1;
    if !joined {
        return None;
    }
    Some(Found { unit: UNITS.by_code("[in_i]")?, span: scene.numeral(second).span })
}

/// "5 feet 2 inches", "2 km and 300 metres": the sum in the smallest unit, the unit, its end and the last anchor.
fn with_smaller(
    scene: &Scene,
    at: usize,
    unit: &'static Unit,
    value: Decimal,
    next: usize,
) -> Option<(Decimal, &'static Unit, u32, usize)> {
    if !matches!(unit.dimension, "length" | "mass" | "volume") {
        return None;
    }
    let mut found: Option<(Decimal, &'static Unit, u32, usize)> = None;
    let (mut unit, mut sum, mut next, mut last) = (unit, value, next, at);
    // No length has more than three parts.
    for _ in 0..3 {
        let mut start = next;
        if scene.norm(start) == "," {
            start += 1;
        }
        if scene.norm(start) == "and" {
            start += 1;
        }
        if scene.hyphen(start) {
            start += 1;
        }
        let Some(second) = scene
            .anchor_at(last + 1, start)
            .filter(|&second| scene.anchors[second].sentence == scene.anchors[at].sentence)
        else {
            break;
        };
        let more = scene.numeral(second).value;
        let behind = scene.behind(second);
        let Some(small) = unit_at(scene, second, behind)
            .or_else(|| inches(scene, unit, start == next, behind))
            .or_else(|| height(scene, unit, next, second))
        else {
            break;
        };
        // How many of the smaller make one of the larger.
        let Some(times) = unit.size.checked_div(small.unit.size) else { break };
        let whole = times.is_integer() && times > Decimal::ONE;
        // A yard may have seven feet after it, a foot no hundred inches.
        let most = times.checked_mul(Decimal::from(3u32)).unwrap_or(times);
        if small.unit.dimension != unit.dimension || !whole || more > most || more.is_negative() || !sum.is_integer() {
            break;
        }
        let Some(total) = sum.checked_mul(times).and_then(|sum| sum.checked_add(more)) else { break };
        (unit, sum, last) = (small.unit, total, second);
        next = scene.text.token_at(small.span.end);
        found = Some((sum, unit, small.span.end, second));
    }
    found
}
