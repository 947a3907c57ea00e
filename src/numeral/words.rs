//! Numbers in words.

use super::digits::share;
use super::parts::{amount_of_change, and_a_half, fraction_of, half, measured, part, parts};
use super::{Decimal, Kind, Numeral, hyphenated, magnitudes, next};
use crate::lexicon;
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 0 to 19.
    Unit(u32),
    /// 20 to 90.
    Ten(u32),
    Hundred,
    /// A power of ten.
    Magnitude(i16),
    Dozen,
    /// "hundreds": a power of ten; "dozens" and "scores" are told by [`Word::Several`].
    Many(i16),
    Several(u32),
    Ordinal(u32),
    /// "half", "quarter": the denominator.
    Part(u32),
    /// "thirds".
    Parts(u32),
}

static WORDS: LazyLock<FxHashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/numerals.tsv")) {
        let [written, sort, value] = row[..] else { continue };
        let power = value.len() as i16 - 1;
        let number = || value.parse().unwrap_or(0);
        let word = match sort {
            "unit" => Word::Unit(number()),
            "ten" => Word::Ten(number()),
            "hundred" => Word::Hundred,
            "magnitude" => Word::Magnitude(power),
            "dozen" => Word::Dozen,
            "many" if value.starts_with('1') && value.ends_with('0') => Word::Many(power),
            "many" => Word::Several(number()),
            "ordinal" => Word::Ordinal(number()),
            "part" => Word::Part(number()),
            "parts" => Word::Parts(number()),
            _ => continue,
        };
        words.insert(written, word);
    }
    words
});

/// What `norm` adds to a number, if it is a number word.
pub(super) fn word(norm: &str) -> Option<Word> {
    // Shorter and longer words are none, and neither is one with any of these beginnings.
    if !(2..=12).contains(&norm.len())
        || matches!(norm.as_bytes()[0], b'a' | b'g' | b'i'..=b'k' | b'p' | b'r' | b'u'..=b'y')
    {
        return None;
    }
    WORDS.get(norm).copied()
}

/// The numeral in words that begins at token `at`.
pub(super) fn read(text: &Text, at: usize) -> Option<Numeral> {
    let norm = text.norm(at);
    match norm {
        "a" | "an" => return after_article(text, at),
        "point" => return None,
        _ => {}
    }
    match word(norm)? {
        Word::Unit(_) | Word::Ten(_) => cardinal(text, at),
        Word::Ordinal(value) => Some(numeral(text, at, at, Decimal::from(value), Kind::Ordinal, 0)),
        Word::Several(value) => {
            // "scores" are settled by what follows: "scores of people", not "test scores".
            let of = next(text, at).is_some_and(|behind| matches!(text.norm(behind), "of" | "more"));
            if norm == "scores" && !of {
                return None;
            }
            Some(numeral(text, at, at, Decimal::from(value), Kind::Vague, 0))
        }
        Word::Many(power) => many(text, at, power),
        Word::Dozen => None,
        Word::Part(2) => half(text, at),
        Word::Part(below) => {
            // "quarter million"
            let one = share(1, below)?;
            let (last, value, scale) = magnitudes(text, at, one);
            if last == at {
                part(text, at, at, below)
            } else {
                Some(numeral(text, at, last, value, Kind::Cardinal, scale))
            }
        }
        // "hundred" and "million" alone stand after something that is no number word ("several hundred").
        Word::Hundred | Word::Magnitude(_) => {
            let bare = matches!(norm, "hundred" | "thousand" | "million" | "billion" | "trillion");
            let several = at > 0 && matches!(text.norm(at - 1), "several" | "few" | "hundred-odd");
            let (last, value, scale) = magnitudes(text, at.checked_sub(1)?, Decimal::ONE);
            if bare && several && last >= at { Some(numeral(text, at, last, value, Kind::Vague, scale)) } else { None }
        }
        Word::Parts(_) => None,
    }
}

pub(super) fn numeral(text: &Text, at: usize, last: usize, value: Decimal, kind: Kind, scale: i16) -> Numeral {
    Numeral { value, span: text.cover(at..last + 1), tokens: at..last + 1, kind, digits: false, scale, tail: None }
}

/// "a hundred", "a dozen", "a million and a half", "a third of", "a couple of".
fn after_article(text: &Text, at: usize) -> Option<Numeral> {
    let noun = next(text, at)?;
    match word(text.norm(noun)) {
        Some(Word::Hundred | Word::Magnitude(_) | Word::Dozen) => {
            // What it comes to is the same as with "one" before it.
            if matches!(text.norm(noun), "mn" | "bn" | "tn") {
                return None;
            }
            let (last, value, scale) = magnitudes(text, at, Decimal::ONE);
            let (last, value) = and_a_half(text, last, value, scale);
            let (last, value) = rest(text, noun, last, value);
            Some(numeral(text, at, last, value, Kind::Cardinal, scale))
        }
        Some(Word::Ordinal(below)) if below > 2 => {
            let of = next(text, noun).is_some_and(|behind| matches!(text.norm(behind), "of" | "as"));
            if of || amount_of_change(text, at, noun) {
                Some(numeral(text, at, noun, share(1, below)?, Kind::Fraction, 0))
            } else {
                None
            }
        }
        Some(Word::Part(below)) => {
            let behind = next(text, noun);
            if behind.is_some_and(|behind| text.norm(behind) == "of") {
                return fraction_of(text, at, noun, share(1, below)?);
            }
            // "a half million", "a quarter million"
            let (last, value, scale) = magnitudes(text, noun, share(1, below)?);
            let hyphen = behind.is_some_and(|behind| text.norm(behind) == "-");
            if last > noun && !hyphen {
                Some(numeral(text, at, last, value, Kind::Cardinal, scale))
            } else {
                part(text, at, noun, below)
            }
        }
        None if text.norm(noun) == "couple" => {
            let of = next(text, noun).filter(|&behind| text.norm(behind) == "of")?;
            let (last, value, scale) = couple(text, of)?;
            Some(numeral(text, at, last, value, Kind::Vague, scale))
        }
        _ => None,
    }
}

/// "a couple of", with what comes after it: the numeral ends before "of".
fn couple(text: &Text, of: usize) -> Option<(usize, Decimal, i16)> {
    let noun = next(text, of)?;
    // "a couple of the" names people, "a couple of hundred" is a number.
    let _ = noun;
    let (last, value, scale) = magnitudes(text, of, Decimal::from(2u32));
    Some((if last > of { last } else { of - 1 }, value, scale))
}

/// "hundreds", "tens of thousands", "hundreds of millions".
fn many(text: &Text, at: usize, power: i16) -> Option<Numeral> {
    let (mut last, mut total) = (at, power);
    for _ in 0..3 {
        let Some(of) = next(text, last).filter(|&of| text.norm(of) == "of") else { break };
        let Some(more) = next(text, of) else { break };
        match word(text.norm(more)) {
            Some(Word::Many(power)) if power > 1 => (last, total) = (more, total + power),
            _ => break,
        }
    }
    if last == at && power < 2 {
        return None;
    }
    Some(numeral(text, at, last, Decimal::ONE.scaled(total)?, Kind::Vague, total))
}

/// "a hundred and two", "a thousand five hundred": what comes after the magnitude.
fn rest(text: &Text, first: usize, last: usize, value: Decimal) -> (usize, Decimal) {
    if !matches!(text.norm(first), "hundred" | "thousand" | "million") {
        return (last, value);
    }
    let walk = || {
        let mut at = next(text, last)?;
        if text.norm(at) == "and" {
            at = next(text, at)?;
        }
        match word(text.norm(at))? {
            Word::Unit(small) if small > 0 => {}
            Word::Ten(_) => {}
            _ => return None,
        }
        let more = cardinal(text, at)?;
        let fits = more.kind == Kind::Cardinal && more.value < value && !more.value.has_point();
        let followed = fits && (text.norm(last + 1) != "and" || more.value < Decimal::from(100u32));
        if followed { Some((more.tokens.end - 1, value.checked_add(more.value)?)) } else { None }
    };
    walk().unwrap_or((last, value))
}

/// A number that begins with a unit or a ten.
fn cardinal(text: &Text, start: usize) -> Option<Numeral> {
    let (mut total, mut current, mut least) = (0u64, 0u64, u64::MAX);
    let mut scale = 0i16;
    let mut last = start;
    let mut at = start;
    let mut kind = Kind::Cardinal;
    // More words than this no number has.
    for step in 0..24 {
        let small = matches!(word(text.norm(at)), Some(Word::Unit(_) | Word::Ten(_)));
        match word(text.norm(at)) {
            Some(Word::Unit(value)) => {
                let fits = current % 100 == 0 && (step == 0 || value > 0)
                    || (value > 0 && value < 10 && current % 100 >= 20 && current % 10 == 0);
                if !fits {
                    break;
                }
                current += u64::from(value);
            }
            Some(Word::Ten(value)) => {
                if current % 100 != 0 {
                    break;
                }
                current += u64::from(value);
            }
            Some(Word::Hundred) => {
                if !(1..100).contains(&current) {
                    break;
                }
                current *= 100;
            }
            Some(Word::Magnitude(power)) => {
                let Some(size) = 10u64.checked_pow(power as u32) else { break };
                if current > 0 && size < least {
                    let Some(sum) = current.checked_mul(size).and_then(|more| total.checked_add(more)) else { break };
                    (total, current, least) = (sum, 0, size);
                } else if current == 0 && total > 0 {
                    let Some(product) = total.checked_mul(size) else { break };
                    (total, least) = (product, size);
                } else {
                    break;
                }
                scale = power;
            }
            Some(Word::Dozen) if total == 0 && current > 0 => {
                current *= 12;
                last = at;
                break;
            }
            Some(Word::Ordinal(value)) => {
                let value = u64::from(value);
                let fits = (value < 20 && current % 100 == 0 && current >= 100)
                    || (value < 10 && current % 100 >= 20 && current % 10 == 0)
                    || ((20..100).contains(&value) && current % 100 == 0 && current >= 100);
                let part = value > 2 && current > 0 && total == 0 && current < 20;
                if fits {
                    current += value;
                    kind = Kind::Ordinal;
                } else if value >= 100 && current > 0 && current < 100 {
                    current *= value;
                    kind = Kind::Ordinal;
                } else if part && current == 1 {
                    // "one-third", "one third".
                    return Some(numeral(text, start, at, share(1, value as u32)?, Kind::Fraction, 0));
                } else {
                    break;
                }
                last = at;
                break;
            }
            Some(Word::Parts(below)) if total == 0 && current > 0 && step > 0 => {
                return parts(text, start, at, current as u32, below);
            }
            // "one half-sister" is no half.
            Some(Word::Part(below))
                if total == 0
                    && current == 1
                    && step > 0
                    && (text.norm(at + 1) != "-" || text.spaced(at + 1) || measured(text, at)) =>
            {
                return parts(text, start, at, 1, below);
            }
            _ => break,
        }
        last = at;
        let Some(mut behind) = hyphenated(text, last).or_else(|| over_spaced_hyphen(text, last)) else { break };
        if text.norm(behind) == "and" {
            // "a hundred and two", not "one and two".
            let big = current >= 100 && !small || (current == 0 && total > 0);
            let follows = next(text, behind);
            let smaller = follows.is_some_and(|at| matches!(word(text.norm(at)), Some(Word::Unit(1..) | Word::Ten(_))));
            if !big || !smaller {
                break;
            }
            behind = follows.unwrap_or(behind);
            // "two hundred and three hundred" are two numbers, "two hundred and fifty thousand" is one.
            let after = next(text, behind).and_then(|at| word(text.norm(at)));
            let another = match after {
                Some(Word::Hundred) => current > 0,
                Some(Word::Magnitude(power)) => 10u64.checked_pow(power as u32).is_none_or(|size| size >= least),
                _ => false,
            };
            if another {
                break;
            }
        }
        at = behind;
    }
    let mut value = Decimal::from(i64::try_from(total.checked_add(current)?).ok()?);
    if kind == Kind::Cardinal {
        if let Some((behind, more)) = point(text, last, value) {
            (last, value) = (behind, more);
            let (behind, more, power) = magnitudes(text, last, value);
            (last, value, scale) = (behind, more, power);
        }
        let (behind, more) = and_a_half(text, last, value, if current == 0 { scale } else { 0 });
        if behind > last {
            let (behind, more, power) = magnitudes(text, behind, more);
            (last, value, scale) = (behind, more, scale + power);
        } else if last > start || word(text.norm(last)).is_some() {
            // Magnitudes beyond sixty-four bits.
            let (behind, more, power) =
                if total == 0 || current == 0 { magnitudes(text, last, value) } else { (last, value, 0) };
            (last, value, scale) = (behind, more, scale + power);
        }
    }
    Some(numeral(text, start, last, value, kind, scale))
}

/// "four" in "fifty - four": newswire with spaces about its hyphens.
fn over_spaced_hyphen(text: &Text, ten: usize) -> Option<usize> {
    let hyphen = next(text, ten).filter(|&at| text.norm(at) == "-")?;
    let unit = next(text, hyphen)?;
    let joined =
        matches!(word(text.norm(ten)), Some(Word::Ten(_))) && matches!(word(text.norm(unit)), Some(Word::Unit(1..10)));
    joined.then_some(unit)
}

/// "one point two five".
fn point(text: &Text, last: usize, value: Decimal) -> Option<(usize, Decimal)> {
    let mut at = next(text, last).filter(|&at| text.norm(at) == "point")?;
    let (mut value, mut last, mut places) = (value, None, 0);
    while let Some(behind) = next(text, at) {
        let Some(Word::Unit(digit @ 0..10)) = word(text.norm(behind)) else { break };
        places += 1;
        if places > 12 {
            break;
        }
        value = value.checked_add(Decimal::new(digit.into(), -places)?)?;
        last = Some(behind);
        at = behind;
    }
    Some((last?, value))
}

#[cfg(test)]
mod tests {
    use crate::Given;
    use crate::numeral::{Kind, Numeral, scan};
    use crate::text;

    fn all(words: &str) -> Vec<(String, String, Kind)> {
        let text = text::read(words, &Given::default());
        let mut found: Vec<Numeral> = Vec::new();
        scan(&text, 0..text.tokens.len(), |letters| letters == "Rs" || letters == "GBP", &mut found);
        found.iter().map(|n| (text.slice(n.span).to_owned(), n.value.to_string(), n.kind)).collect()
    }

    #[track_caller]
    fn check(words: &str, value: &str) {
        let found = all(words);
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), (words, value));
    }

    #[test]
    fn words() {
        for (words, value) in [
            ("five", "5"),
            ("twenty-five", "25"),
            ("one hundred and two", "102"),
            ("a hundred and two", "102"),
            ("two hundred thousand", "200000"),
            ("twenty-one thousand eleven", "21011"),
            ("seven hundred twenty-one thousand and twelve", "721012"),
            ("three million two hundred thousand", "3200000"),
            ("three thousand million", "3000000000"),
            ("two and a half million", "2500000"),
            ("a million and a half", "1500000"),
            ("half a million", "500000"),
            ("a quarter of a million", "250000"),
            ("three quarters of a million", "750000"),
            ("two point two million", "2200000"),
            ("a dozen", "12"),
            ("two dozen", "24"),
            ("half a dozen", "6.0"),
            ("three crore twelve lakh", "31200000"),
            ("tens of thousands", "10000"),
            ("hundreds of millions", "100000000"),
        ] {
            let found = all(words);
            assert_eq!(found.len(), 1, "{words}: {found:?}");
            assert_eq!(found[0].0, words);
            assert_eq!(found[0].1.parse::<crate::numeral::Decimal>(), value.parse(), "{words}");
        }
        assert_eq!(all("two-thirds")[0].1, "0.666666666667");
        assert_eq!(all("twenty-fifth")[0], ("twenty-fifth".into(), "25".into(), Kind::Ordinal));
        assert_eq!(all("one and two").len(), 2);
        assert_eq!(all("two hundred and three hundred").len(), 2);
        assert_eq!(all("zero").len(), 1);
    }

    #[test]
    fn digits() {
        check("1,200", "1200");
        check("12,34,567.89", "1234567.89");
        check("10 000", "10000");
        check("3.40", "3.40");
        check("4.2bn", "4200000000");
        check("4.2 billion", "4200000000");
        check("40k", "40000");
        check("2 1/2", "2.5");
        check("1/40", "0.025");
        check("2½", "2.5");
        check("2.48×10−5", "0.0000248");
        check("6.02 × 10^23", "602000000000000000000000");
        check("5 lakh", "500000");
        assert_eq!(all("1960s")[0].0, "1960");
        assert_eq!(all("A320").len(), 0);
        assert_eq!(all("21st")[0], ("21st".into(), "21".into(), Kind::Ordinal));
    }
}
