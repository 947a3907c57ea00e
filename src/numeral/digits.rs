//! Numbers in digits, read from the characters: grouping, decimals, fractions, powers of ten.

use super::words::{Word, word};
use super::{Decimal, Kind, Numeral, magnitudes};
use crate::span::Span;
use crate::text::Text;

/// Digits more than which no number is read: an account number of a thousand digits is none.
const MOST: usize = 120;

/// The numeral whose first character is byte `start` of token `at`.
pub(super) fn read(text: &Text, at: usize, start: usize) -> Option<Numeral> {
    let raw = text.as_str();
    let bytes = raw.as_bytes();
    let (mut value, mut end, mut kind) = match number(bytes, start) {
        Some((value, end)) => (value, end, Kind::Cardinal),
        None => {
            let (value, end) = vulgar(raw, start)?;
            (value, end, Kind::Fraction)
        }
    };
    if kind == Kind::Cardinal {
        if let Some((power, behind)) = power_of_ten(raw, end) {
            value = value.scaled(power)?;
            end = behind;
        } else if let Some((fraction, behind)) = vulgar(raw, end).or_else(|| spaced_vulgar(raw, end)) {
            value = value.checked_add(fraction)?;
            end = behind;
        } else if let Some((fraction, behind)) = slashed(bytes, start) {
            (value, end, kind) = (fraction, behind, Kind::Fraction);
        } else if matches!(bytes.get(end), Some(b' ' | b'-'))
            && let Some((fraction, behind)) = slashed(bytes, end + 1)
        {
            // "2 1/2", "7-1/8"
            value = value.checked_add(fraction)?;
            end = behind;
        }
    }
    let mut span = Span::of(start..end);
    // "5m²" ends in square metres.
    let of_tail = |c: char| c.is_alphabetic() || matches!(c, '²' | '³');
    let letters = if raw[end..].starts_with(char::is_alphabetic) {
        raw[end..].find(|c: char| !of_tail(c)).unwrap_or(raw.len() - end).min(20)
    } else {
        0
    };
    let letters = raw.floor_char_boundary(end + letters) - end;
    let mut tail = None;
    let mut scale = 0;
    // The token in which the digits end, however they were split.
    let mut last = at;
    while text.tokens.get(last + 1).is_some_and(|token| (token.span.start as usize) < end) {
        last += 1;
    }
    if letters > 0 {
        let suffix = &raw[end..end + letters];
        if matches!(suffix, "st" | "nd" | "rd" | "th") && value.is_integer() && !value.has_point() {
            kind = Kind::Ordinal;
            span = Span::of(start..end + letters);
        } else if let Some(power) = glued(suffix) {
            value = value.scaled(power)?;
            scale = power;
            span = Span::of(start..end + letters);
        } else {
            tail = Some(Span::of(end..end + letters));
        }
        let to = (end + letters) as u32;
        while text.tokens.get(last + 1).is_some_and(|token| token.span.start < to) {
            last += 1;
        }
    }
    if tail.is_none() && kind != Kind::Ordinal && text.tokens[last].span.end == span.end {
        let (behind, more, power) = magnitudes(text, last, value);
        if behind > last {
            (value, last, scale) = (more, behind, scale + power);
            span = Span::new(span.start, text.tokens[behind].span.end);
            kind = Kind::Cardinal;
        }
    }
    Some(Numeral { value, span, tokens: at..last + 1, kind, digits: true, scale, tail })
}

/// The power of ten of letters glued to digits that can mean nothing else.
fn glued(suffix: &str) -> Option<i16> {
    match suffix {
        "k" | "K" => Some(3),
        "mn" | "mln" | "bn" | "bln" | "tn" | "trn" | "tln" | "million" | "billion" | "trillion" | "lakh" | "crore" => {
            match word(suffix)? {
                Word::Magnitude(power) => Some(power),
                _ => None,
            }
        }
        "Bn" | "BN" => Some(9),
        "Mn" | "MN" => Some(6),
        _ => None,
    }
}

fn run(bytes: &[u8], from: usize) -> usize {
    bytes[from.min(bytes.len())..].iter().take(MOST).take_while(|byte| byte.is_ascii_digit()).count()
}

/// A number with grouping and decimals at byte `start`, and where it ends.
fn number(bytes: &[u8], start: usize) -> Option<(Decimal, usize)> {
    let first = run(bytes, start);
    let mut end = start + first;
    if first >= MOST {
        return None;
    }
    if first > 0 {
        end = grouped(bytes, start, first).unwrap_or(end);
    } else if bytes.get(start) != Some(&b'.')
        || bytes[..start].last().is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.')
    {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        let places = run(bytes, end + 1);
        if places > 0 && places < MOST {
            end += 1 + places;
        }
    }
    if end == start {
        return None;
    }
    // A thin or no-break space in a group is not ASCII: only digits and the point are kept.
    let value =
        Decimal::digits(bytes[start..end].iter().copied().filter(|byte| byte.is_ascii_digit() || *byte == b'.'))?;
    Some((value, end))
}

/// Where the groups end: "1,200,000", "12,34,567", "10 000".
fn grouped(bytes: &[u8], start: usize, first: usize) -> Option<usize> {
    if first > 3 {
        return None;
    }
    let mut end = start + first;
    let mut width = 3;
    if bytes.get(end) == Some(&b',') && run(bytes, end + 1) == 2 && first <= 2 && run(bytes, end + 4) >= 2 {
        width = 2;
    }
    let mut groups = 0;
    while groups < 40 {
        let rest = &bytes[end..];
        let separator = match rest.first() {
            Some(b',') => 1,
            Some(b' ') if rest.starts_with(b" 000") => 1,
            Some(0xC2) if rest.starts_with("\u{a0}".as_bytes()) => 2,
            Some(0xE2) if rest.starts_with("\u{202f}".as_bytes()) || rest.starts_with("\u{2009}".as_bytes()) => 3,
            _ => break,
        };
        let digits = run(bytes, end + separator);
        if digits == 3 {
            end += separator + 3;
        } else if digits == width && separator == 1 && rest[0] == b',' {
            end += separator + digits;
        } else {
            break;
        }
        groups += 1;
    }
    Some(end)
}

/// "× 10^23", "×10−5", "e14": the power, and where it ends.
fn power_of_ten(raw: &str, end: usize) -> Option<(i16, usize)> {
    let rest = &raw[end..];
    let mut chars = rest.char_indices().peekable();
    let first = chars.peek()?.1;
    if first == 'e' || first == 'E' {
        let digits = rest[1..].trim_start_matches(['-', '+']);
        let count = run(digits.as_bytes(), 0);
        let signs = rest.len() - 1 - digits.len();
        if count == 0 || count > 2 || signs > 1 || digits[count..].starts_with(char::is_alphanumeric) {
            return None;
        }
        return Some((rest[1..1 + signs + count].parse().ok()?, end + 1 + signs + count));
    }
    if first == '^' {
        // "10^30"
        let before = &raw.as_bytes()[..end];
        let ten = before.ends_with(b"10") && !before[..end - 2].last().is_some_and(u8::is_ascii_digit);
        let count = run(rest.as_bytes(), 1);
        if !ten || count == 0 || count > 3 {
            return None;
        }
        let power: i16 = rest[1..1 + count].parse().ok()?;
        return Some((power - 1, end + 1 + count));
    }
    let bare = rest.trim_start_matches([' ', '\u{a0}', '\u{2009}']);
    let bare = bare.strip_prefix('×').or_else(|| bare.strip_prefix('x'))?;
    let bare = bare.trim_start_matches([' ', '\u{a0}', '\u{2009}']).strip_prefix("10")?;
    let marked = bare.strip_prefix('^');
    let signed = marked.unwrap_or(bare);
    let unsigned = signed.strip_prefix(['-', '−', '⁻']);
    let digits = unsigned.unwrap_or(signed);
    let mut power = 0i16;
    let mut used = 0;
    for c in digits.chars().take(3) {
        let digit = match c {
            '0'..='9' if marked.is_some() || unsigned.is_some() => c as i16 - '0' as i16,
            '¹' => 1,
            '²' => 2,
            '³' => 3,
            '⁰'..='⁹' => c as i16 - '⁰' as i16,
            _ => break,
        };
        power = power * 10 + digit;
        used += c.len_utf8();
    }
    if used == 0 {
        return None;
    }
    Some((if unsigned.is_some() { -power } else { power }, raw.len() - digits.len() + used))
}

/// "½": the fraction that one character writes.
fn vulgar(raw: &str, start: usize) -> Option<(Decimal, usize)> {
    let c = raw[start..].chars().next()?;
    let (above, below) = match c {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some((share(above, below)?, start + c.len_utf8()))
}

/// "½" in "3 ½".
fn spaced_vulgar(raw: &str, end: usize) -> Option<(Decimal, usize)> {
    if raw[end..].starts_with(' ') { vulgar(raw, end + 1) } else { None }
}

/// "3/4", where it is a fraction and neither a date nor "24/7".
fn slashed(bytes: &[u8], start: usize) -> Option<(Decimal, usize)> {
    let above = run(bytes, start);
    if above == 0 || above > 4 || bytes.get(start + above) != Some(&b'/') {
        return None;
    }
    let below = run(bytes, start + above + 1);
    let end = start + above + 1 + below;
    let before = bytes[..start].last();
    if below == 0 || below > 4 || bytes.get(end) == Some(&b'/') || before == Some(&b'/') {
        return None;
    }
    let value = |from: usize, to: usize| std::str::from_utf8(&bytes[from..to]).ok()?.parse::<u32>().ok();
    let (above, below) = (value(start, start + above)?, value(start + above + 1, end)?);
    let usual = matches!(below, 2..=6 | 8 | 10 | 16 | 20 | 32 | 40 | 64 | 100 | 1000);
    if above == 0 || above >= below || !usual { None } else { Some((share(above, below)?, end)) }
}

pub(super) fn share(above: u32, below: u32) -> Option<Decimal> {
    Decimal::from(above).checked_div(Decimal::from(below))
}
