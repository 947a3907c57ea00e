//! Datelines: words that say when an article was written.
//!
//! Whole lines ("Wednesday, June 11, 2025", "Published 14:05 BST, 3 March 2024", "Updated 27/02/2024"), and the
//! head of an agency's first paragraph ("LONDON, June 10 (Reuters) —"). What the date is, is read elsewhere.

use crate::span::Span;

/// The longest line that is a date.
const LONGEST: usize = 120;

/// Whether a line says a date and next to nothing else.
pub(super) fn is_date(line: &str) -> bool {
    if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let (mut month, mut numbers, mut strange, mut lead) = (false, 0, 0, false);
    for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match part(word) {
            Part::Month => month = true,
            Part::Number => numbers += 1,
            Part::Lead => lead = true,
            Part::Known => {}
            Part::Strange => strange += 1,
        }
    }
    let numeric = !month && numbers >= 3 && is_numeric_date(line);
    ((month && numbers >= 1) || numeric) && strange <= u32::from(lead)
}

/// Whether a line says it is the date of publishing.
pub(super) fn is_lead(line: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(part(word), Part::Lead)) && !is_update(line)
}

/// Whether a line says it is the date of a later change.
pub(super) fn is_update(line: &str) -> bool {
    let has = |word: &str| line.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    has("updated") || has("last updated") || has("last modified") || has("modified") || has("last edited")
}

/// Whether a date stands somewhere in a short line.
pub(super) fn has_date(line: &str) -> bool {
    let mut month = false;
    let mut number = false;
    for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match part(word) {
            Part::Month => month = true,
            Part::Number => number = true,
            _ => {}
        }
    }
    line.len() <= 200 && ((month && number) || is_numeric_date(line))
}

/// Whether a text names a month and a number with it.
pub(super) fn names_day(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let month = word.starts_with(char::is_uppercase) && matches!(part(word), Part::Month);
        if month && words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
            return true;
        }
    }
    false
}

enum Part {
    Month,
    Number,
    Lead,
    Known,
    Strange,
}

fn part(word: &str) -> Part {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        // "5am", "3rd", "20245" of "20245:58", "06T14".
        return if word.len() - digits <= 3 || word.ends_with('Z') {
            Part::Number
        } else {
            glued(&word[digits..], Part::Number)
        };
    }
    let mut key = [0u8; 9];
    let bytes = word.as_bytes();
    let Some(key) = key.get_mut(..bytes.len()) else { return glued(word, Part::Strange) };
    key.copy_from_slice(bytes);
    key.make_ascii_lowercase();
    match &*key {
        b"january" | b"jan" | b"february" | b"feb" | b"march" | b"mar" | b"april" | b"apr" | b"may" | b"june"
        | b"jun" | b"july" | b"jul" | b"august" | b"aug" | b"september" | b"sept" | b"sep" | b"october" | b"oct"
        | b"november" | b"nov" | b"december" | b"dec" => Part::Month,
        b"published" | b"updated" | b"posted" | b"modified" | b"created" | b"issued" | b"filed" | b"dated"
        | b"revised" | b"edited" | b"uploaded" => Part::Lead,
        b"monday" | b"tuesday" | b"wednesday" | b"thursday" | b"friday" | b"saturday" | b"sunday" | b"mon" | b"tue"
        | b"tues" | b"wed" | b"thu" | b"thur" | b"thurs" | b"fri" | b"sat" | b"sun" | b"am" | b"pm" | b"a" | b"p"
        | b"m" | b"gmt" | b"bst" | b"utc" | b"est" | b"edt" | b"et" | b"cst" | b"cdt" | b"ct" | b"mst" | b"mdt"
        | b"mt" | b"pst" | b"pdt" | b"pt" | b"cet" | b"cest" | b"ist" | b"aest" | b"aedt" | b"jst" | b"hkt"
        | b"sgt" | b"wat" | b"eat" | b"sast" | b"at" | b"on" | b"the" | b"of" | b"last" | b"first" | b"date"
        | b"st" | b"nd" | b"rd" | b"th" | b"min" | b"mins" | b"read" | b"minute" | b"minutes" | b"ago" | b"hours"
        | b"hour" | b"time" | b"and" | b"noon" | b"local" | b"z" | b"eastern" | b"release" | b"released"
        | b"online" | b"print" => Part::Known,
        _ => glued(word, Part::Strange),
    }
}

/// "ESTUpdated", "CETLast": two words that markup parted.
fn glued(word: &str, otherwise: Part) -> Part {
    let part = ["Updated", "Published", "Last", "Posted", "Modified"]
        .iter()
        .any(|lead| word.ends_with(lead) || word.starts_with(lead));
    if part { Part::Lead } else { otherwise }
}

/// "04/05/2025", "2025-06-11", "11.06.25".
fn is_numeric_date(line: &str) -> bool {
    let bytes = line.as_bytes();
    let number = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = 0;
    while at < bytes.len() && at < LONGEST {
        let one = number(at);
        if one == 0 {
            at += 1;
            continue;
        }
        let mark = bytes.get(at + one).copied();
        if let Some(mark @ (b'/' | b'-' | b'.')) = mark {
            let two = number(at + one + 1);
            let next = at + one + 1 + two;
            if (1..=2).contains(&two) && bytes.get(next) == Some(&mark) {
                let three = number(next + 1);
                if matches!((one, three), (4, 1..=2) | (1..=2, 2 | 4)) {
                    return true;
                }
            }
        }
        at += one;
    }
    false
}

/// The head of a first paragraph, "LONDON, June 10 (Reuters)", if it has one; without the dash after it.
pub(super) fn head(raw: &str, block: Span) -> Option<Span> {
    let text = &raw[block.range()];
    let window = &text[..text.floor_char_boundary(100)];
    let end = ["—", "–", " --", " - ", "):", ") -"].iter().filter_map(|dash| {
        let at = window.find(dash)?;
        Some(if dash.starts_with(')') { at + 1 } else { at })
    });
    let end = end.min()?;
    let head = window[..end].trim_end_matches(|c: char| c.is_whitespace() || c == '-');
    let first = head.split(|c: char| !c.is_alphanumeric()).next()?;
    let place = first.len() >= 3 && first.chars().all(char::is_uppercase);
    let words = head.split_whitespace().count();
    let agency = head.ends_with(')') && head.contains('(') || head.ends_with('/');
    let dated = has_date(head);
    let named = head
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase) || word == "of" || word == "de" || word == "and");
    let good = words <= 14 && named && ((place && (agency || dated || words <= 4)) || (agency && dated));
    (good && !head.is_empty()).then(|| Span::of(block.start as usize..block.start as usize + head.len()))
}
