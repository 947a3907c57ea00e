//! Money: "$4.2bn", "£900m", "2.5 million euros", "Rs 20", "a dollar", "50p", "13 dollars 45 cents".
//!
//! Left alone: pounds of weight, "won" the verb, marks of a school. What a rate is per ("$90 a barrel") is
//! told in the unit's name and stays outside the span.

use super::scene::{Draft, Scene, Sort};
use super::{Also, Kind};
use crate::lexicon;
use crate::numeral::{self, Decimal};
use crate::reason::{Confidence, Reason};
use crate::span::Span;
use crate::text::TokenKind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

const RULE: &str = "figures/money";

/// A currency.
#[derive(Clone, Copy, Debug)]
pub struct Currency {
    /// ISO 4217.
    pub code: &'static str,
    /// In plain English, singular.
    pub name: &'static str,
    /// Places of a dateline where its bare noun means it.
    pub places: &'static str,
}

struct Currencies {
    all: Vec<Currency>,
    signs: FxHashMap<&'static str, u16>,
    /// Nouns in lower case, with the currencies that go by them.
    nouns: FxHashMap<&'static str, Vec<u16>>,
    minors: FxHashSet<&'static str>,
    adjectives: FxHashMap<&'static str, Vec<u16>>,
    firsts: FxHashSet<&'static str>,
}

static CURRENCIES: LazyLock<Currencies> = LazyLock::new(|| {
    let mut all = Currencies {
        all: Vec::new(),
        signs: FxHashMap::default(),
        nouns: FxHashMap::default(),
        minors: FxHashSet::default(),
        adjectives: FxHashMap::default(),
        firsts: FxHashSet::default(),
    };
    let entries = |cell: &'static str| cell.split('|').filter(|entry| *entry != "-");
    for row in lexicon::rows(include_str!("../../data/lexicon/currencies.tsv")) {
        let [code, name, nouns, minors, signs, adjectives, places] = row[..] else { continue };
        let at = all.all.len() as u16;
        all.all.push(Currency { code, name, places });
        let singular = name.rsplit(' ').next().unwrap_or(name);
        for noun in std::iter::once(singular).chain(entries(nouns)) {
            let of = all.nouns.entry(noun).or_default();
            if !of.contains(&at) {
                of.push(at);
            }
        }
        for sign in entries(signs) {
            all.signs.entry(sign).or_insert(at);
        }
        all.minors.extend(entries(minors));
        for adjective in entries(adjectives) {
            all.adjectives.entry(adjective).or_default().push(at);
            all.firsts.insert(adjective.split(' ').next().unwrap_or(adjective));
        }
    }
    all.nouns.insert("buck", vec![0]);
    all.nouns.insert("bucks", vec![0]);
    if let Some(pound) = all.nouns.get("pounds").cloned() {
        all.nouns.insert("pound", pound);
    }
    all
});

/// Whether letters glued before digits are a currency's: "Rs20", "GBP3", "zł5".
pub fn is_prefix(letters: &str) -> bool {
    CURRENCIES.signs.contains_key(letters) && letters.len() <= 4
}

/// The currencies that a bare noun or sign may mean, the usual one first.
pub fn sharing(code: &str) -> impl Iterator<Item = &'static Currency> {
    let noun = match code {
        "USD" => "dollars",
        "GBP" => "pounds",
        "INR" => "rupees",
        "MXN" | "PHP" => "pesos",
        "CHF" => "francs",
        "SEK" => "kronor",
        "KWD" | "RSD" => "dinars",
        "SAR" => "riyals",
        "KES" => "shillings",
        _ => "",
    };
    CURRENCIES.nouns.get(noun).into_iter().flatten().map(|at| &CURRENCIES.all[*at as usize])
}

struct Found {
    currency: Option<u16>,
    minor: Option<&'static str>,
    assumed: bool,
    /// From the sign's first character, or to the noun's last.
    span: Span,
    reason: Reason,
}

/// The sign before byte `start`.
fn sign_before(scene: &Scene, start: u32) -> Option<Found> {
    let raw = scene.text.as_str();
    let mut head = &raw[..start as usize];
    let spaced = head.ends_with([' ', '\u{a0}', '\u{202f}']);
    if spaced {
        head = head.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        if start as usize - head.len() > 3 {
            return None;
        }
    }
    let last = head.chars().next_back()?;
    if !(last.is_alphabetic() || last == '.' || last == '/' || !last.is_ascii() || matches!(last, '$')) {
        return None;
    }
    for chars in (1..=5).rev() {
        let Some((from, _)) = head.char_indices().rev().nth(chars - 1) else { continue };
        let sign = &head[from..];
        let currency = CURRENCIES.signs.get(sign).copied().or_else(|| {
            let code = sign.len() >= 3 && sign.is_ascii() && sign.bytes().all(|b| b.is_ascii_lowercase() || b == b'$');
            if code { CURRENCIES.signs.get(sign.to_ascii_uppercase().as_str()).copied() } else { None }
        });
        let Some(currency) = currency else { continue };
        let letter = sign.starts_with(char::is_alphabetic);
        let before = head[..from].chars().next_back();
        if letter && before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        if sign.len() == 1 && letter && spaced {
            continue;
        }
        let mut from = from;
        let mut currency = currency;
        if sign == "$" && spaced && head[..from].ends_with(' ') {
            // Newswire with spaces about its signs: "hk $ 10".
            let word = head[..from - 1].rsplit(' ').next().unwrap_or("");
            let key = match word {
                "us" | "US" => "US$",
                "c" | "C" => "C$",
                "hk" | "HK" => "HK$",
                "nz" | "NZ" => "NZ$",
                _ => "",
            };
            if let Some(other) = CURRENCIES.signs.get(key) {
                currency = *other;
                from -= 1 + word.len();
            }
        }
        let assumed = sign == "$" && currency == 0 || sign == "£" || matches!(sign, "Fr" | "Fr." | "R" | "N" | "¥");
        let span = Span::of(from..start as usize);
        return Some(Found {
            currency: Some(currency),
            minor: None,
            assumed: assumed && sign != "£",
            span,
            reason: Reason::at(
                "currency-sign",
                format!("“{sign}” stands before the number"),
                Span::of(from..head.len()),
            ),
        });
    }
    None
}

/// The noun or sign behind token `at`.
fn noun_behind(scene: &Scene, anchor: usize, at: usize) -> Option<Found> {
    let text = scene.text;
    let end = scene.end(anchor);
    let start = scene.over_hyphen(at);
    if start >= end {
        return None;
    }
    let glued = !scene.spaced(start);
    let token = &text.tokens[start];
    // Signs and codes: "10€", "115.5USD", "20 EUR", "3.14US$".
    let raw = text.as_str();
    if token.kind == TokenKind::Symbol || matches!(token.kind, TokenKind::Word | TokenKind::Mixed) {
        for more in (0..=1).rev() {
            let last = start + more;
            if last >= end || (more == 1 && scene.spaced(last)) {
                continue;
            }
            let span = text.cover(start..last + 1);
            let sign = text.slice(span);
            let lower = sign.len() == 3
                && sign.is_ascii()
                && matches!(sign, "usd" | "eur" | "gbp" | "aud" | "cad" | "rmb" | "inr" | "jpy" | "cny");
            let upper;
            let key = if lower {
                upper = sign.to_ascii_uppercase();
                upper.as_str()
            } else {
                sign
            };
            if let Some(&currency) = CURRENCIES.signs.get(key) {
                // A letter or two may be anything; and the sign may belong to the next number.
                let letters = sign.chars().all(|c| c.is_ascii_alphabetic() || c == '.');
                let short = letters && sign.len() <= 2 && !glued && !matches!(sign, "RM" | "DM" | "LE" | "Rs");
                let one = letters && sign.len() == 1;
                let ambiguous = matches!(sign, "Fr" | "ID" | "BD" | "K" | "R" | "N" | "Sh" | "Br" | "Ft");
                let next_is_number = text.tokens.get(last + 1).is_some_and(|token| token.kind == TokenKind::Number)
                    && !letters
                    && !scene.spaced(last + 1);
                if short || one || ambiguous || next_is_number {
                    continue;
                }
                let assumed = sign == "$";
                return Some(Found {
                    currency: Some(currency),
                    minor: None,
                    assumed,
                    span,
                    reason: Reason::at("currency-sign", format!("“{sign}” stands behind the number"), span),
                });
            }
        }
        if token.kind == TokenKind::Symbol && raw[token.span.range()].starts_with('¢') {
            return Some(minor(scene, start, "cent"));
        }
    }
    let norm = text.norm(start);
    // Adjective and noun: "Australian dollars", "Hong Kong dollars".
    if CURRENCIES.firsts.contains(norm) || matches!(norm, "u.s." | "u.s") {
        for words in (1..=3).rev() {
            let noun = start + words;
            if noun >= end {
                continue;
            }
            let span = text.cover(start..noun);
            let adjective = text.slice(span).to_lowercase().replace("u.s. ", "us ");
            let adjective = if adjective == "u.s" { "us" } else { adjective.as_str() };
            let Some(of) = CURRENCIES.adjectives.get(adjective) else { continue };
            let noun = scene.over_hyphen(noun);
            let Some(candidates) = CURRENCIES.nouns.get(text.norm(noun)) else { continue };
            let Some(&currency) = candidates.iter().find(|at| of.contains(at)) else { continue };
            let span = text.cover(start..noun + 1);
            return Some(Found {
                currency: Some(currency),
                minor: None,
                assumed: false,
                span,
                reason: Reason::at("currency-name", "the currency is named", span),
            });
        }
    }
    let numeral = scene.numeral(anchor);
    if let Some(candidates) = CURRENCIES.nouns.get(norm) {
        let large = numeral.scale >= 5 || numeral.value >= Decimal::from(100_000u32);
        let fits = match norm {
            "won" => {
                large
                    || (numeral.value >= Decimal::from(100u32)
                        && numeral.digits
                        && numeral.value.to_i64().is_some_and(|v| v % 10 == 0))
            }
            "mark" | "marks" | "real" | "sol" | "som" | "sum" | "crown" | "crowns" | "dong" | "kip" | "colon"
            | "lev" | "lei" | "pula" => large,
            "pound" | "pounds" => large || pounds_are_money(scene, anchor, start),
            _ => true,
        };
        if !fits {
            return None;
        }
        let mut last = start;
        if norm.starts_with("pound") && scene.norm(start + 1) == "sterling" {
            last += 1;
        }
        let span = text.cover(start..last + 1);
        return Some(Found {
            currency: candidates.first().copied(),
            minor: None,
            assumed: candidates.len() > 1,
            span,
            reason: Reason::at("currency-name", "the currency is named", span),
        });
    }
    let minor_name = match norm {
        "cent" | "cents" => "cent",
        "pence" | "penny" | "pennies" => "penny",
        "p" if glued && numeral.digits && scene.word(start) == "p" => "penny",
        "c" if glued && numeral.digits && scene.word(start) == "c" => "cent",
        "c" if numeral.digits && scene.word(start) == "c" && start + 1 == end => "cent",
        _ if CURRENCIES.minors.contains(norm) && norm.len() > 3 => {
            let name = CURRENCIES.minors.get(norm)?;
            return Some(minor(scene, start, name));
        }
        _ => return None,
    };
    Some(minor(scene, start, minor_name))
}

fn minor(scene: &Scene, at: usize, name: &'static str) -> Found {
    let span = scene.text.tokens[at].span;
    Found {
        currency: None,
        minor: Some(name),
        assumed: true,
        span,
        reason: Reason::at("currency-name", "the coin is named", span),
    }
}

/// Whether pounds are money: not where a weight is spoken of.
fn pounds_are_money(scene: &Scene, anchor: usize, noun: usize) -> bool {
    if scene.norm(noun + 1) == "sterling" || scene.hyphen(noun - 1) {
        return scene.norm(noun + 1) == "sterling";
    }
    if scene.norm(noun + 1) == "of" || matches!(scene.norm(noun + 1), "per" | "(" | "heavier" | "lighter") {
        return false;
    }
    let sentence = scene.anchors[anchor].sentence.clone();
    let near = noun.saturating_sub(12).max(sentence.start)..(noun + 8).min(sentence.end);
    let weighs = near.clone().any(|at| {
        matches!(
            scene.norm(at),
            "weigh"
                | "weighs"
                | "weighed"
                | "weighing"
                | "weight"
                | "heavy"
                | "baby"
                | "lb"
                | "lbs"
                | "kg"
                | "gained"
                | "carry"
        )
    });
    let pays = near.into_iter().any(|at| {
        matches!(
            scene.norm(at),
            "pay"
                | "paid"
                | "pays"
                | "cost"
                | "costs"
                | "price"
                | "fine"
                | "fined"
                | "worth"
                | "£"
                | "pence"
                | "earn"
                | "salary"
                | "wage"
                | "wages"
                | "tax"
                | "bill"
                | "sold"
                | "buy"
                | "bought"
                | "british"
        )
    });
    pays || (!weighs && scene.text.as_str().len() < 40)
}

/// Letters behind the digits that are a magnitude where money is meant.
fn money_scale(letters: &str) -> Option<i16> {
    Some(match letters {
        "m" | "M" | "mm" | "MM" | "mil" => 6,
        "b" | "B" => 9,
        "t" | "T" | "tr" => 12,
        _ => return None,
    })
}

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
        && let Some(code) = scene.word(start).strip_prefix('M')
        && code.len() == 3
        && let Some(&currency) = CURRENCIES.signs.get(code)
    {
        let span = text.tokens[start].span;
        let found = Found {
            currency: Some(currency),
            minor: None,
            assumed: false,
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
    if let Some(tail) = numeral.tail {
        if let Some(power) = money_scale(text.slice(tail)) {
            value = value.scaled(power)?;
            scale = power;
            end = tail.end;
            next = numeral.tokens.end;
        }
    } else if scale == 0
        && next < scene.end(at)
        && matches!(scene.word(next), "m" | "M" | "b" | "B")
        && !scene.is_word(next + 1)
    {
        let power = money_scale(scene.word(next))?;
        value = value.scaled(power)?;
        scale = power;
        end = text.tokens[next].span.end;
        next += 1;
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
    let mut draft = scene.draft(at, Kind::Money, RULE, Span::new(start, end)).value(value);
    draft.scale = scale;
    // "US$20" said in full once more: "$5 US", "$5 million Canadian"
    let mut draft = set(draft, &found);
    // "$20 and 43 cents"
    if scale == 0 && value.is_integer() && !value.has_point() {
        draft = with_cents(scene, at, draft, next);
    }
    if found.assumed
        && matches!(
            scene.word(next.min(text.tokens.len() - 1)),
            "Canadian" | "Australian" | "US" | "USD" | "AUD" | "CAD" | "NZ" | "Cdn"
        )
        && next < scene.end(at)
    {
        let code = match scene.word(next) {
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

/// Money with its noun or sign behind it.
fn after(scene: &Scene, at: usize, value: Decimal, scale: i16, found: Found) -> Option<Draft> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    let span = Span::new(numeral.span.start, found.span.end);
    let mut draft = scene.draft(at, Kind::Money, RULE, span).value(value);
    draft.scale = scale;
    let mut draft = set(draft, &found);
    let next = text.token_at(found.span.end);
    if found.minor.is_none() {
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
    let mut draft = draft.because(found.reason.clone());
    if let Some(name) = found.minor {
        let super::Amount::Value(value) = draft.figure.amount else { return draft };
        let (code, major) = if name == "penny" { ("GBP", "pound sterling") } else { ("USD", "dollar") };
        draft.figure.unit_name = Some(name.into());
        if matches!(name, "penny" | "cent")
            && let Some(value) = value.scaled(-2)
        {
            draft.figure.also = Some(Also { value, unit: code.into(), unit_name: major.into(), agrees: true });
            draft.figure.currency_assumed = name == "cent";
        }
        return draft;
    }
    if let Some(currency) = found.currency.map(|at| CURRENCIES.all[at as usize]) {
        draft = draft.unit(currency.code, currency.name);
    }
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
    // Two figures, or words, and nothing behind them: without the coin no news says so.
    if !coin && !ends {
        return draft;
    }
    let super::Amount::Value(value) = draft.figure.amount else { return draft };
    let (Some(part), true) = (numeral.value.scaled(-2), !value.is_negative()) else { return draft };
    let Some(sum) = value.checked_add(part) else { return draft };
    let end = if coin { text.tokens[behind].span.end } else { numeral.span.end };
    draft.figure.span = Span::new(draft.figure.span.start, end);
    draft.tokens.end = text.tokens_in(draft.figure.span).end;
    draft.value(sum).taking(cents + 1)
}

/// "$90 a barrel", "$3 per share", "£20-a-head": the unit's name says what it is per.
fn rate(scene: &Scene, at: usize, mut draft: Draft) -> Draft {
    let next = draft.tokens.end;
    let mut here = scene.over_hyphen(next);
    if !matches!(scene.norm(here), "a" | "an" | "per" | "/") || here >= scene.end(at) {
        return draft;
    }
    let per = matches!(scene.norm(here), "per" | "/");
    here = scene.over_hyphen(here + 1);
    if here >= scene.end(at) || !scene.is_word(here) {
        return draft;
    }
    let noun = scene.norm(here);
    let known = matches!(
        noun,
        "share"
            | "barrel"
            | "year"
            | "month"
            | "week"
            | "day"
            | "hour"
            | "night"
            | "head"
            | "person"
            | "ticket"
            | "ounce"
            | "tonne"
            | "ton"
            | "pound"
            | "gallon"
            | "litre"
            | "liter"
            | "kilogram"
            | "kilo"
            | "kg"
            | "bushel"
            | "piece"
            | "minute"
            | "household"
            | "family"
            | "unit"
            | "dozen"
            | "mile"
            | "acre"
            | "bottle"
            | "plate"
            | "game"
            | "vote"
            | "child"
            | "student"
            | "pupil"
            | "employee"
            | "worker"
            | "megawatt-hour"
            | "mwh"
            | "kwh"
            | "day."
            | "carat"
            | "pint"
            | "night's"
            | "session"
            | "episode"
            | "case"
            | "vehicle"
            | "car"
            | "passenger"
            | "hectare"
            | "capita"
            | "metre"
    );
    let counted = per && scene.pos(here) == crate::tag::Pos::Noun;
    if !known && !counted {
        return draft;
    }
    let span = scene.text.cover(next..here + 1);
    if let Some(name) = &draft.figure.unit_name {
        draft.figure.unit_name = Some(format!("{name} per {noun}").into());
    }
    draft.because(Reason::at("rate", format!("for each {noun}"), span))
}

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
