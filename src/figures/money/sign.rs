//! Where a currency is said: the sign before a number, the noun or sign after it.

use super::currency::CURRENCIES;
use crate::figures::scene::Scene;
use crate::lexicon;
use crate::numeral::Decimal;
use crate::reason::Reason;
use crate::span::Span;
use crate::text::TokenKind;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub(super) struct Found {
    pub currency: u16,
    pub assumed: bool,
    /// A coin, a hundredth of the currency: "cents".
    pub minor: bool,
    /// A power of ten that the sign adds: 6 for "MAUD", -2 for "cents".
    pub scale: i16,
    /// From the sign's first character, or to the noun's last.
    pub span: Span,
    pub reason: Reason,
}

/// The sign before byte `start`.
pub(super) fn sign_before(scene: &Scene, start: u32) -> Option<Found> {
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
    if !(last.is_alphabetic() || matches!(last, '.' | '/' | '$' | '=') || !last.is_ascii()) {
        return None;
    }
    if spaced && last.is_ascii_alphabetic() {
        let bytes = head.as_bytes();
        let letters = bytes.iter().rev().take(12).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters >= 3
            && let Some(found) = word_before(scene, head, head.len() - letters, start)
        {
            return Some(found);
        }
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
        if (sign.len() == 1 && letter || sign == "PS") && spaced {
            continue;
        }
        let mut from = from;
        let mut currency = currency;
        let mut country = false;
        if sign == "$"
            && let Some((of, start)) = country_before(scene, &head[..from])
        {
            (currency, from, country) = (of, start, true);
        }
        let assumed = !country && matches!(sign, "$" | "＄") && currency == 0
            || sign == "£"
            || matches!(sign, "Fr" | "Fr." | "R" | "N" | "¥" | "￥");
        let span = Span::of(from..start as usize);
        return Some(Found {
            currency,
            minor: false,
            assumed: assumed && sign != "£",
            scale: 0,
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

/// The country that a space parts from its dollar sign, "HK $10", "us $ 10": the currency and where it begins.
///
/// "A $500 fine" has an article.
fn country_before(scene: &Scene, head: &str) -> Option<(u16, usize)> {
    let stem = head.strip_suffix(' ')?;
    let word = &stem[stem
        .rfind([' ', '(', '\n', '“', '"'])
        .map_or(0, |gap| gap + stem[gap..].chars().next().map_or(1, char::len_utf8))..];
    let key = match word {
        "us" | "US" | "U.S." | "U.S" => "US$",
        "hk" | "HK" => "HK$",
        "nz" | "NZ" => "NZ$",
        "c" | "C" | "CA" | "CDN" | "Cdn" => "C$",
        "NT" => "NT$",
        "S" => "S$",
        "AU" | "Aus" => "A$",
        "A" => {
            let at = scene.text.token_at((stem.len() - 1) as u32);
            let article = at == 0 || !scene.is_word(at - 1) || scene.capital(at - 1);
            if article {
                return None;
            }
            "A$"
        }
        _ => return None,
    };
    Some((*CURRENCIES.signs.get(key)?, stem.len() - word.len()))
}

/// A currency's noun before the number, "ringgit 42", "Malaysian ringgit 42", or its code with an M for
/// millions, "MAUD 60"; the word begins at byte `from`.
fn word_before(scene: &Scene, head: &str, mut from: usize, start: u32) -> Option<Found> {
    let word = &head[from..];
    const BEFORE: [&str; 12] =
        ["ringgit", "ringgits", "rupee", "rupees", "rupiah", "baht", "naira", "taka", "yen", "yuan", "euro", "euros"];
    let noun = BEFORE.iter().find(|noun| word.eq_ignore_ascii_case(noun));
    let (currency, scale) = if let Some(noun) = noun {
        (*CURRENCIES.nouns.get(noun)?.first()?, 0)
    } else if word.len() == 4 && word.starts_with('M') && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        (*CURRENCIES.signs.get(&word[1..])?, 6)
    } else {
        return None;
    };
    if from > 0 && head.as_bytes()[from - 1] != b' ' {
        return None;
    }
    let before = head[..from].trim_end_matches(' ');
    let letters = before.bytes().rev().take(16).take_while(u8::is_ascii_alphabetic).count();
    let adjective = before[before.len() - letters..].to_ascii_lowercase();
    if noun.is_some() && CURRENCIES.adjectives.get(adjective.as_str()).is_some_and(|of| of.contains(&currency)) {
        from = before.len() - letters;
    }
    // "the yen 3 percent": what the noun did, not how many of it.
    let number = scene.text.as_str().as_bytes().get(start as usize..).unwrap_or_default();
    let digits = number.iter().take(24).take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
    if number[digits..].starts_with(b"%") || number[digits..].starts_with(b" per") || before.ends_with("the") {
        return None;
    }
    let span = Span::of(from..start as usize);
    let reason = Reason::at("currency-name", "the currency is named before the number", Span::of(from..head.len()));
    Some(Found { currency, minor: false, assumed: false, scale, span, reason })
}

/// The noun or sign after token `at`.
pub(super) fn noun_behind(scene: &Scene, anchor: usize, at: usize) -> Option<Found> {
    let text = scene.text;
    let end = scene.end(anchor);
    let start = scene.over_hyphen(at);
    if start >= end {
        return None;
    }
    let glued = !scene.spaced(start);
    let norm = text.norm(start);
    // "eight U.S. cents"
    let coin = start + 1;
    if matches!(norm, "u.s." | "u.s" | "us" | "american" | "canadian" | "australian" | "euro")
        && coin < end
        && matches!(text.norm(coin), "cent" | "cents")
    {
        let found = minor(scene, coin, "cent")?;
        let currency = match norm {
            "canadian" => "CAD",
            "australian" => "AUD",
            "euro" => "EUR",
            _ => "USD",
        };
        let currency = *CURRENCIES.signs.get(currency)?;
        return Some(Found { span: text.cover(start..start + 2), currency, assumed: false, ..found });
    }
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
                let short = letters && sign.len() <= 2 && !glued && !matches!(sign, "RM" | "DM" | "LE" | "Rs" | "kr");
                let one = letters && sign.len() == 1;
                let ambiguous = matches!(sign, "Fr" | "ID" | "BD" | "K" | "R" | "N" | "Sh" | "Br" | "Ft");
                let next_is_number = text.tokens.get(last + 1).is_some_and(|token| token.kind == TokenKind::Number)
                    && !letters
                    && !scene.spaced(last + 1);
                if short || one || ambiguous || next_is_number {
                    continue;
                }
                let assumed = matches!(sign, "$" | "kr");
                return Some(Found {
                    currency,
                    minor: false,
                    assumed,
                    scale: 0,
                    span,
                    reason: Reason::at("currency-sign", format!("“{sign}” follows the number"), span),
                });
            }
        }
        if token.kind == TokenKind::Symbol && raw[token.span.range()].starts_with('¢') {
            return minor(scene, start, "cent");
        }
    }
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
                currency,
                minor: false,
                assumed: false,
                scale: 0,
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
            currency: *candidates.first()?,
            minor: false,
            assumed: candidates.len() > 1,
            scale: 0,
            span,
            reason: Reason::at("currency-name", "the currency is named", span),
        });
    }
    let letter = glued || start + 1 == end;
    match norm {
        "p" if glued && numeral.digits && scene.raw(start) == "p" => minor(scene, start, "penny"),
        "c" if letter && numeral.digits && scene.raw(start) == "c" => minor(scene, start, "cent"),
        _ if norm.len() > 2 => minor(scene, start, norm),
        _ => None,
    }
}

/// A coin by its name: "cents", "pence", "paise".
fn minor(scene: &Scene, at: usize, name: &str) -> Option<Found> {
    let currency = *CURRENCIES.minors.get(name)?;
    let span = scene.text.tokens[at].span;
    Some(Found {
        currency,
        minor: true,
        assumed: name.starts_with("cent"),
        scale: -2,
        span,
        reason: Reason::at("currency-name", "the coin is named", span),
    })
}

/// Whether pounds are money: what is spoken of last before them says, else what is spoken of next.
fn pounds_are_money(scene: &Scene, anchor: usize, noun: usize) -> bool {
    let next = scene.norm(noun + 1);
    if next == "sterling" {
        return true;
    }
    let spoken = |at: usize| POUNDS.get(scene.norm(at)).copied();
    // "a 40-pound fish", "a 40-pound fine"
    if scene.hyphen(noun - 1) {
        return (noun + 1..noun + 4).find_map(spoken).unwrap_or(false);
    }
    if matches!(next, "of" | "heavier" | "lighter") {
        return false;
    }
    let sentence = &scene.anchors[anchor].sentence;
    let first = scene.numeral(anchor).tokens.start;
    let before = (first.saturating_sub(12).max(sentence.start)..first).rev();
    let behind = noun + 1..(noun + 8).min(sentence.end);
    let somebody = |at: usize| matches!(scene.norm(at), "he" | "she" | "i" | "his" | "her");
    let short = scene.text.as_str().len() < 40 && !sentence.clone().any(somebody);
    before.chain(behind).find_map(spoken).unwrap_or(short)
}

/// Words beside which pounds are money (true) or weight (false).
static POUNDS: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/lexicon/pounds.tsv"))
        .filter_map(|row| match row[..] {
            [word, sort] => Some((word, sort == "money")),
            _ => None,
        })
        .collect()
});
