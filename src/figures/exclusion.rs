//! Numbers that are no figures: parts of dates and times of day, of names, codes and addresses.
//!
//! What is left out here is for the times or the names to take, or for nobody. Each exclusion says why.

use super::noun;
use super::scene::{Scene, Sort};
use crate::numeral::{self, Decimal};
use crate::text::TokenKind;

/// A reason to take a number for no figure; asks for the anchors that it speaks of, from `at` on.
type Exclude = fn(&Scene, usize) -> Option<usize>;

/// The exclusions, in order.
pub const EXCLUSIONS: &[(&str, Exclude)] = &[
    ("part of a date or a time of day", calendar),
    ("a duration", duration),
    ("part of a code, of a telephone number or of a version", code),
    ("part of a name", name),
    ("part of an address", address),
    ("a turn of phrase", idiom),
];

/// Whether an anchor is no figure: how many anchors are not, and why.
pub fn exclude(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    EXCLUSIONS.iter().find_map(|(reason, rule)| Some((rule(scene, at)?, *reason)))
}

fn month(norm: &str) -> bool {
    matches!(
        norm,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "jan."
            | "feb"
            | "feb."
            | "mar"
            | "mar."
            | "apr"
            | "apr."
            | "jun"
            | "jun."
            | "jul"
            | "jul."
            | "aug"
            | "aug."
            | "sep"
            | "sep."
            | "sept"
            | "sept."
            | "oct"
            | "oct."
            | "nov"
            | "nov."
            | "dec"
            | "dec."
    )
}

/// Units of the calendar and the clock.
pub fn time_unit(norm: &str) -> bool {
    matches!(
        norm,
        "second"
            | "seconds"
            | "sec"
            | "secs"
            | "minute"
            | "minutes"
            | "min"
            | "mins"
            | "hour"
            | "hours"
            | "hr"
            | "hrs"
            | "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "yr"
            | "yrs"
            | "decade"
            | "decades"
            | "century"
            | "centuries"
            | "fortnight"
            | "fortnights"
            | "weekend"
            | "weekends"
            | "night"
            | "nights"
            | "quarter"
            | "quarters"
            | "semester"
            | "semesters"
            | "millennia"
            | "millennium"
            | "millisecond"
            | "milliseconds"
            | "morning"
            | "mornings"
            | "evening"
            | "evenings"
            | "weekdays"
            | "afternoon"
            | "midnight"
            | "noon"
            | "o'clock"
    )
}

/// "June 5", "5 June 2025", "2013-14", "in 2019", "3:30", "10 a.m.", "the 1990s".
fn calendar(scene: &Scene, at: usize) -> Option<usize> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    if scene.anchors[at].sort != Sort::Numeral || numeral.value.is_negative() {
        return None;
    }
    let behind = scene.behind(at);
    let start = numeral.tokens.start;
    let next = if behind < scene.end(at) { scene.norm(behind) } else { "" };
    let before = scene.before(at, start, 0);
    let whole = numeral.value.to_i64();
    if numeral.kind == numeral::Kind::Ordinal {
        let of_month = next == "of" && month(scene.norm(behind + 1)) || month(next) || month(before);
        let century = matches!(scene.norm(scene.over_hyphen(behind)), "century" | "centuries" | "millennium");
        let quarter = matches!(scene.norm(scene.over_hyphen(behind)), "quarter" | "quarters" | "trimester");
        let day = matches!(before, "the") && month(scene.before(at, start, 2)) && scene.before(at, start, 1) == "on";
        return if of_month || century || quarter || day { Some(1) } else { None };
    }
    if !numeral.digits {
        // "five o'clock", "six am", "May five"
        return if matches!(next, "o'clock") { Some(1) } else { None };
    }
    let glued_colon = next == ":"
        && !scene.spaced(behind)
        && scene.anchor_at(at + 1, behind + 1).is_some()
        && !scene.spaced(behind + 1);
    if glued_colon && whole.is_some_and(|hour| (0..25).contains(&hour)) {
        let minutes = scene.word(behind + 1);
        if minutes.len() == 2 && !minutes.starts_with(['6', '7', '8', '9']) {
            // "3:30:15"
            let more = scene.norm(behind + 2) == ":" && scene.anchor_at(at + 2, behind + 3).is_some();
            return Some(if more { 3 } else { 2 });
        }
    }
    if matches!(
        next,
        "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "o'clock" | "gmt" | "bst" | "utc" | "est" | "edt" | "hrs"
    ) && numeral.scale == 0
        && whole.is_some_and(|hour| hour < 2400)
        || (before == "at" || before == "until")
            && numeral.value.has_point()
            && numeral.value.places() == 2
            && matches!(next, "am" | "pm" | "a.m." | "p.m.")
        || numeral.value.places() == 2 && matches!(next, "am" | "pm" | "a.m." | "p.m.")
    {
        return Some(1);
    }
    // "2-3pm"
    if matches!(next, "-" | "–" | "to")
        && let Some(second) = scene.anchor_at(at + 1, behind + 1)
        && matches!(scene.norm(scene.behind(second)), "am" | "pm" | "a.m." | "p.m.")
        && scene.behind(second) < scene.end(at)
    {
        return Some(2);
    }
    if let Some(tail) = numeral.tail {
        let letters = text.slice(tail);
        let decade = letters == "s"
            && whole.is_some_and(|value| value % 10 == 0 && (value < 100 || (1000..2100).contains(&value)));
        if decade && !matches!(scene.before(at, start, 0), "her" | "his" | "their") {
            return Some(1);
        }
        if matches!(letters, "am" | "pm") {
            // "2.1 pm" is two point one picometres where a size is spoken of; a clock has two places or none.
            return if numeral.value.places().is_multiple_of(2) { Some(1) } else { None };
        }
        if time_unit(letters) || matches!(letters, "h" | "hr" | "min" | "s") && !before.is_empty() && letters != "s" {
            return Some(1);
        }
        return None;
    }
    if numeral.scale != 0 || numeral.value.has_point() {
        return None;
    }
    let day = whole.is_some_and(|value| (1..=31).contains(&value));
    let comma = text.slice(numeral.span).contains(',');
    let year = !comma && numeral.span.len() == 4 && whole.is_some_and(|value| (1400..2150).contains(&value));
    // Next to the name of a month, also over another day: "June 3-5", "3 and 5 June".
    let next_capital = scene.capital(behind);
    if day && (month(next) && next_capital && behind < scene.end(at)) {
        return Some(1);
    }
    if month(before) && scene.capital(start - 1) && (day || year) && !matches!(next, "%" | "percent") {
        let range = matches!(next, "-" | "–" | "—" | "to" | "and" | "or")
            && scene.anchor_at(at + 1, behind + 1).is_some_and(|second| {
                let value = scene.numeral(second).value.to_i64();
                day && value.is_some_and(|value| (1..=31).contains(&value))
                    && !scene.spaced(behind)
                    && !scene.spaced(behind + 1)
            });
        return Some(if range { 2 } else { 1 });
    }
    if day
        && matches!(next, "-" | "–" | "to" | "and")
        && scene.anchor_at(at + 1, behind + 1).is_some_and(|second| {
            let month_at = scene.behind(second);
            month(scene.norm(month_at)) && scene.capital(month_at) && month_at < scene.end(at)
        })
    {
        return Some(2);
    }
    // "04/05/2025", "2025-06-11"
    if matches!(next, "/" | "-" | "." | "–") && !scene.spaced(behind) {
        let second = scene.anchor_at(at + 1, behind + 1);
        let third = second.and_then(|second| {
            let between = scene.behind(second);
            if matches!(scene.norm(between), "/" | "-" | ".") { scene.anchor_at(second + 1, between + 1) } else { None }
        });
        if third.is_some() && (next == "/" || year || third.is_some_and(|third| scene.numeral(third).span.len() == 4)) {
            return Some(3);
        }
        // "2013-14", "1990–1995", "2024/25"
        if year
            && let Some(second) = second
            && !scene.spaced(behind + 1)
            && scene.numeral(second).tail.is_none()
            && matches!(scene.numeral(second).span.len(), 2 | 4)
        {
            return Some(2);
        }
    }
    if year {
        let dash = matches!(next, "-" | "–") && scene.hyphen(behind);
        let unit = super::UNIT_WORDS.contains(next) && !matches!(next, "in" | "\"" | "'" | "m");
        let money = scene.text.as_str()[..numeral.span.start as usize].trim_end().ends_with(['$', '£', '€', '¥', '₹']);
        let word = matches!(
            next,
            "people"
                | "men"
                | "women"
                | "children"
                | "times"
                | "points"
                | "votes"
                | "troops"
                | "dead"
                | "percent"
                | "%"
                | "feet"
                | "dollars"
                | "euros"
                | "jobs"
                | "workers"
                | "soldiers"
                | "words"
                | "homes"
                | "deaths"
                | "cases"
                | "protesters"
                | "students"
                | "employees"
                | "metres"
                | "miles"
                | "kilometres"
        );
        let bounded = matches!(
            before,
            "than"
                | "about"
                | "nearly"
                | "almost"
                | "over"
                | "some"
                | "least"
                | "to"
                | "approximately"
                | "roughly"
                | "of"
        ) && (word
            || (noun::is_plural(next) && behind < scene.end(at) && !matches!(before, "of" | "to")));
        return if unit
            || word
            || bounded
            || money
            || dash
                && !noun::is_stop(scene.norm(behind + 1))
                && !month(scene.norm(behind + 1))
                && scene.is_word(behind + 1)
                && super::UNIT_WORDS.contains(scene.norm(behind + 1))
        {
            None
        } else {
            Some(1)
        };
    }
    None
}

/// "90 days", "a five-year plan", "two and a half hours": the times have them. Ages are none.
fn duration(scene: &Scene, at: usize) -> Option<usize> {
    if lasts(scene, at) {
        return Some(1);
    }
    // "2 to 3 years", "5-10 minutes": the first end belongs to the same time.
    let numeral = scene.numeral(at);
    let behind = scene.behind(at);
    let joins = match scene.norm(behind) {
        "to" | "-" | "–" | "or" => true,
        "and" => scene.before(at, numeral.tokens.start, 0) == "between",
        _ => false,
    };
    if !joins || behind >= scene.end(at) || numeral.tail.is_some() {
        return None;
    }
    let second = scene.anchor_at(at + 1, behind + 1)?;
    if scene.anchors[second].sentence == scene.anchors[at].sentence && lasts(scene, second) { Some(2) } else { None }
}

/// Whether a unit of time is behind a number.
fn lasts(scene: &Scene, at: usize) -> bool {
    let numeral = scene.numeral(at);
    if scene.anchors[at].sort != Sort::Numeral || numeral.kind == numeral::Kind::Ordinal {
        return false;
    }
    let behind = scene.behind(at);
    let mut noun = scene.over_hyphen(behind);
    // "three more years", "six long months", "the 20 previous years", "five and a half years"
    if matches!(
        scene.norm(noun),
        "more"
            | "further"
            | "additional"
            | "full"
            | "straight"
            | "consecutive"
            | "long"
            | "other"
            | "successive"
            | "previous"
            | "whole"
            | "or"
            | "calendar"
            | "working"
            | "business"
            | "trading"
            | "fiscal"
            | "past"
            | "light"
    ) && time_unit(scene.norm(noun + 1))
    {
        if scene.norm(noun) == "light" {
            return false;
        }
        noun += 1;
    }
    if scene.norm(noun) == "of" && numeral.kind == numeral::Kind::Vague {
        noun += 1;
    }
    // "a quarter of a century", "half an hour"
    if numeral.kind == numeral::Kind::Fraction {
        let article = if scene.norm(behind) == "of" { behind + 1 } else { behind };
        let unit = if matches!(scene.norm(article), "a" | "an") { article + 1 } else { article };
        noun = unit;
    }
    let unit = scene.norm(noun);
    // "100 m" is a length, "5 min" a time.
    if noun >= scene.end(at) || !time_unit(unit) || matches!(unit, "o'clock" | "noon" | "midnight" | "quarter") {
        return false;
    }
    let older = scene.over_hyphen(noun + 1);
    let age =
        matches!(scene.norm(older), "old" | "olds") || (scene.norm(noun + 1) == "of" && scene.norm(noun + 2) == "age");
    !age
}

/// "020 7946 0958", "555-0100", "1.2.3", "F-16", "COVID-19", "A320", "9/11", "24/7".
fn code(scene: &Scene, at: usize) -> Option<usize> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    if !numeral.digits {
        return None;
    }
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    let raw = text.as_str().as_bytes();
    let first = numeral.span.start as usize;
    // Glued to a word by a hyphen: "COVID-19", "F-16", "mid-30s", "under-21".
    if start >= scene.anchors[at].sentence.start + 2 && scene.hyphen(start - 1) && scene.is_word(start - 2) {
        let word = scene.norm(start - 2);
        let number = crate::numeral::read(text, start - 2).is_some();
        let unit = matches!(word, "top" | "number" | "no" | "a" | "the" | "mid" | "extra" | "less-than" | "non");
        let money = matches!(word, "m" | "bn" | "billion" | "million" | "mn" | "tn" | "trillion" | "k")
            || super::money::is_prefix(scene.word(start - 2));
        let to = matches!(word, "to" | "in" | "for" | "and");
        if !number && !unit && !money && !to {
            return Some(1);
        }
    }
    if numeral.value.is_negative() && first > 0 && raw[first - 1].is_ascii_alphanumeric() {
        return Some(1);
    }
    // A slash with digits about it: "9/11", "24/7", "2/3" was read as a fraction.
    let slash_behind = scene.norm(behind) == "/"
        && !scene.spaced(behind)
        && behind + 1 < scene.end(at)
        && !scene.spaced(behind + 1)
        && text.tokens[behind + 1].kind == TokenKind::Number;
    if slash_behind && numeral.kind != numeral::Kind::Fraction {
        return Some(if scene.anchor_at(at + 1, behind + 1).is_some() { 2 } else { 1 });
    }
    // Letters behind that are no unit: "737s" stays for the names, "12A".
    if let Some(tail) = numeral.tail {
        let letters = text.slice(tail);
        if letters.len() == 1
            && letters.starts_with(|c: char| c.is_ascii_uppercase())
            && !matches!(letters, "M" | "B" | "T" | "C" | "F" | "K" | "W" | "V" | "J" | "L")
        {
            return Some(1);
        }
    }
    let span = text.slice(numeral.span);
    // "007", "0958"
    if span.len() > 1 && span.starts_with('0') && !span.contains('.') && !numeral.value.is_zero()
        || span.len() > 12 && span.bytes().all(|b| b.is_ascii_digit())
    {
        let money = first > 0 && matches!(raw[first - 1], b'$');
        if !money {
            return Some(1);
        }
    }
    // Groups of digits: "555-010-2345", "+44 20 7946 0958"
    let mut group = at;
    let mut here = behind;
    while let Some(next) = scene
        .anchor_at(group + 1, here + 1)
        .filter(|_| matches!(scene.norm(here), "-" | "." | "‑") && !scene.spaced(here) && !scene.spaced(here + 1))
    {
        group = next;
        here = scene.behind(next);
        if group - at > 8 {
            break;
        }
    }
    let lens = |at: usize| scene.numeral(at).span.len();
    if group >= at + 2 && lens(at) >= 2 && lens(group) >= 2 {
        return Some(group - at + 1);
    }
    if group == at + 1
        && lens(at) == 3
        && lens(group) == 4
        && scene.norm(behind) == "-"
        && !scene.is_word(scene.over_hyphen(scene.behind(group)))
    {
        return Some(2);
    }
    if scene.before(at, start, 0) == "+"
        && !scene.spaced(start)
        && whole_small(numeral.value, 999)
        && scene.anchor_at(at + 1, behind).is_some()
    {
        return Some(1);
    }
    None
}

fn whole_small(value: Decimal, most: u32) -> bool {
    value.to_u32().is_some_and(|value| value <= most)
}

/// Words that a number behind them names.
fn designator(norm: &str) -> bool {
    matches!(
        norm,
        "section"
            | "article"
            | "chapter"
            | "clause"
            | "rule"
            | "route"
            | "highway"
            | "interstate"
            | "flight"
            | "bus"
            | "train"
            | "line"
            | "platform"
            | "gate"
            | "terminal"
            | "room"
            | "apartment"
            | "apt"
            | "suite"
            | "unit"
            | "area"
            | "zone"
            | "district"
            | "ward"
            | "precinct"
            | "page"
            | "pages"
            | "figure"
            | "table"
            | "volume"
            | "vol"
            | "vol."
            | "issue"
            | "episode"
            | "season"
            | "part"
            | "phase"
            | "stage"
            | "step"
            | "level"
            | "grade"
            | "category"
            | "class"
            | "type"
            | "tier"
            | "division"
            | "group"
            | "pool"
            | "lane"
            | "channel"
            | "radio"
            | "studio"
            | "formula"
            | "apollo"
            | "boeing"
            | "airbus"
            | "iphone"
            | "ipad"
            | "windows"
            | "android"
            | "playstation"
            | "xbox"
            | "galaxy"
            | "version"
            | "model"
            | "mark"
            | "bill"
            | "proposition"
            | "prop"
            | "amendment"
            | "resolution"
            | "title"
            | "psalm"
            | "verse"
            | "day"
            | "week"
            | "round"
            | "game"
            | "match"
            | "lot"
            | "exhibit"
            | "count"
            | "block"
            | "building"
            | "hangar"
            | "reactor"
            | "runway"
            | "exit"
            | "junction"
            | "pier"
            | "berth"
            | "camp"
            | "sector"
            | "battalion"
            | "brigade"
            | "squadron"
            | "unit-"
            | "plan"
            | "protocol"
            | "directive"
            | "act"
            | "form"
            | "code"
            | "catch"
            | "studio-"
            | "pm"
            | "covid"
            | "euro"
            | "expo"
            | "cop"
            | "g"
            | "turn"
            | "hour"
            | "war"
            | "number-"
            | "ps"
            | "web"
            | "voyager"
            | "falcon"
            | "soyuz"
            | "super"
            | "bowl"
            | "wwi"
            | "angola"
            | "tower"
            | "schedule"
            | "annex"
            | "appendix"
            | "paragraph"
            | "para"
            | "point"
            | "item"
            | "question"
            | "scene"
            | "mach"
            | "magnitude"
    )
}

/// "Boeing 737", "Flight 370", "Section 230", "iPhone 15", "World War Two", "Formula One".
fn name(scene: &Scene, at: usize) -> Option<usize> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    let start = numeral.tokens.start;
    let sentence = &scene.anchors[at].sentence;
    if scene.anchors[at].sort != Sort::Numeral || start == sentence.start || numeral.kind == numeral::Kind::Vague {
        return None;
    }
    let behind = scene.behind(at);
    let next = if behind < sentence.end { scene.norm(behind) } else { "" };
    if numeral.kind == numeral::Kind::Ordinal {
        // "First Minister", "Second Amendment", "Third World", "first lady"
        let office =
            matches!(next, "lady" | "minister" | "gentleman" | "secretary" | "amendment" | "world" | "reich" | "sea");
        let capital = scene.capital(start) && scene.capital(behind) && behind < sentence.end && !numeral.digits;
        let street = matches!(
            next,
            "street"
                | "avenue"
                | "st"
                | "ave"
                | "district"
                | "circuit"
                | "infantry"
                | "division"
                | "battalion"
                | "congress"
                | "fleet"
                | "brigade"
        ) && scene.capital(behind);
        return if office || capital || street { Some(1) } else { None };
    }
    let before = text.norm(start - 1);
    if text.tokens[start - 1].kind != TokenKind::Word && text.tokens[start - 1].kind != TokenKind::Mixed {
        return None;
    }
    let capital = scene.capital(start - 1);
    let follows = |at: usize| {
        at < sentence.end
            && (super::UNIT_WORDS.contains(scene.norm(at)) && !matches!(scene.norm(at), "in" | "\"" | "'")
                || matches!(scene.norm(at), "%" | "percent" | "per" | "million" | "billion"))
    };
    if follows(scene.over_hyphen(behind)) && !matches!(scene.norm(behind), "c" | "f" | "k" | "m" | "a" | "t" | "l") {
        return None;
    }
    let tail = numeral.tail.map_or("", |tail| text.slice(tail));
    if designator(before)
        && numeral.scale == 0
        && (capital
            || matches!(
                before,
                "section"
                    | "article"
                    | "chapter"
                    | "flight"
                    | "page"
                    | "pages"
                    | "route"
                    | "highway"
                    | "room"
                    | "gate"
                    | "phase"
                    | "stage"
                    | "type"
                    | "level"
                    | "category"
                    | "grade"
                    | "tier"
                    | "division"
                    | "channel"
                    | "version"
                    | "season"
                    | "episode"
                    | "step"
                    | "round"
                    | "exit"
                    | "lane"
                    | "platform"
                    | "terminal"
                    | "paragraph"
                    | "mach"
                    | "clause"
                    | "day"
                    | "magnitude"
                    | "apartment"
                    | "resolution"
                    | "count"
            ))
    {
        // "a magnitude 6.5 earthquake" measures; the rest name.
        return if before == "magnitude" || matches!(before, "count") { None } else { Some(1) };
    }
    if capital && numeral.scale == 0 && numeral.digits && !numeral.value.is_negative() {
        let first = start - 1 == sentence.start;
        let function = matches!(
            before,
            "the"
                | "a"
                | "an"
                | "in"
                | "at"
                | "of"
                | "for"
                | "some"
                | "about"
                | "over"
                | "nearly"
                | "almost"
                | "only"
                | "around"
                | "more"
                | "up"
                | "to"
                | "and"
                | "but"
                | "with"
                | "by"
                | "from"
                | "another"
                | "all"
                | "those"
                | "these"
                | "that"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "it"
                | "who"
                | "on"
                | "no"
                | "no."
                | "nos"
                | "nos."
                | "number"
                | "top"
                | "under"
                | "as"
                | "or"
                | "just"
                | "there"
                | "between"
                | "roughly"
                | "aged"
                | "age"
                | "ages"
                | "an-"
                | "minus"
                | "negative"
                | "exactly"
                | "approximately"
                | "is"
                | "was"
                | "are"
                | "were"
                | "has"
                | "have"
                | "had"
                | "our"
                | "their"
                | "his"
                | "her"
                | "its"
                | "below"
                | "above"
                | "his-"
                | "what"
                | "if"
                | "kills"
                | "killed"
                | "its-"
        );
        let plural = behind < sentence.end
            && (noun::is_plural(next) || noun::is_plural(scene.norm(scene.over_hyphen(behind) + 1)))
            && !scene.capital(behind);
        let counted = plural && !noun::is_stop(next);
        let money = super::money::is_prefix(scene.word(start - 1));
        let score = matches!(next, "-" | "–" | ",") && numeral.value < Decimal::from(30u32);
        let month_like =
            matches!(before, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday");
        if !function
            && !counted
            && !money
            && !score
            && !month_like
            && !numeral.value.has_point()
            && (!first || tail.is_empty() && scene.pos(start - 1) == crate::tag::Pos::Propn)
        {
            return Some(1);
        }
    }
    // "World War Two", "Formula One", "Group of Seven"
    let of_group = before == "of"
        && scene.capital(start)
        && matches!(scene.before(at, start, 1), "group" | "gang" | "big" | "council");
    if !numeral.digits
        && scene.capital(start)
        && (capital && !scene.capital(behind) && start - 1 > sentence.start || of_group)
        && !scene.is_word(behind)
    {
        return Some(1);
    }
    if !numeral.digits
        && scene.capital(start)
        && matches!(before, "war" | "formula" | "channel" | "phase" | "radio" | "group")
    {
        return Some(1);
    }
    if numeral.digits && tail == "s" && !numeral.value.has_point() && !matches!(before, "her" | "his" | "their") {
        return Some(1);
    }
    None
}

/// "10 Downing Street", "1600 Pennsylvania Avenue".
fn address(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    if !numeral.digits || numeral.scale != 0 || numeral.value.has_point() {
        return None;
    }
    let first = scene.behind(at);
    for here in first..first + 4 {
        if here >= scene.end(at) || !scene.capital(here) {
            return None;
        }
        let street = matches!(
            scene.norm(here),
            "street"
                | "avenue"
                | "road"
                | "lane"
                | "drive"
                | "boulevard"
                | "st"
                | "st."
                | "ave"
                | "ave."
                | "rd"
                | "blvd"
                | "square"
                | "place"
                | "court"
                | "terrace"
                | "crescent"
                | "parkway"
        );
        if street && here > first {
            return Some(1);
        }
    }
    None
}

/// "one another", "no one", "one day", "at first", "50-50".
fn idiom(scene: &Scene, at: usize) -> Option<usize> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    let (before, next) =
        (scene.before(at, start, 0), if behind < anchor.sentence.end { scene.norm(behind) } else { "" });
    match anchor.sort {
        Sort::Numeral => {}
        _ => return None,
    }
    if numeral.kind == numeral::Kind::Ordinal {
        let only = scene.norm(start);
        if numeral.tokens.len() == 1 && only == "second" {
            // A unit of time, or an adverb.
            let time =
                matches!(before, "a" | "per" | "each" | "every" | "split" | "one" | "metres" | "feet" | "kilometres")
                    && !scene.is_word(behind)
                    || before == "per"
                    || scene.hyphen(behind)
                        && matches!(scene.norm(behind + 1), "hand" | "guess" | "guessing" | "class");
            return if time || before == "-" { Some(1) } else { None };
        }
        let phrase = matches!(before, "at") && only == "first"
            || only == "first" && matches!(next, "of" | "and") && matches!(scene.norm(behind + 1), "all" | "foremost")
            || scene.hyphen(behind)
                && matches!(scene.norm(behind + 1), "hand" | "party" | "class" | "aid" | "rate" | "ever")
            || matches!(next, "aid" | "responder" | "responders" | "party" | "hand");
        return if phrase { Some(1) } else { None };
    }
    if !numeral.digits && numeral.value == Decimal::ONE && numeral.tokens.len() == 1 && scene.norm(start) == "one" {
        let pronoun =
            matches!(
                before,
                "no" | "any"
                    | "every"
                    | "some"
                    | "this"
                    | "that"
                    | "each"
                    | "which"
                    | "another"
                    | "the"
                    | "-"
                    | "last"
                    | "only"
                    | "first"
                    | "number"
                    | "new"
            ) && !matches!(scene.norm(scene.over_hyphen(behind)), "in" | "percent" | "per" | "%" | "million" | "point")
                || matches!(
                    next,
                    "another"
                        | "day"
                        | "of"
                        | "can"
                        | "could"
                        | "must"
                        | "may"
                        | "might"
                        | "has"
                        | "is"
                        | "was"
                        | "who"
                        | "that"
                        | "which"
                        | "'s"
                        | "thing"
                        | "would"
                        | "should"
                        | ","
                        | "."
                        | ""
                        | "and"
                        | "by"
                        | "at"
                        | "or"
                        | "to"
                        | "said"
                        | "does"
                        | "knows"
                        | "with"
                        | ":"
                        | "for"
                        | "where"
                        | "when"
                        | "had"
                        | "will"
                        | "as"
                        | "on"
                        | "-"
                        | "\""
                        | "”"
                        | "'"
                        | "’"
                        | "?"
                        | "!"
                        | "n't"
                        | "side"
                        | "way"
                ) && !(next == "-"
                    && scene.hyphen(behind)
                    && scene.is_word(behind + 1)
                    && !matches!(scene.norm(behind + 1), "off" | "on" | "time" | "to" | "by" | "of" | "sided" | "way"))
                    && !(matches!(next, "or" | "to" | "and") && scene.anchor_at(at + 1, behind + 1).is_some())
                    && !(next == "or" && scene.norm(behind + 1) == "more");
        return if pronoun { Some(1) } else { None };
    }
    if numeral.value.is_zero() && !numeral.digits && (matches!(next, "tolerance" | "sum") || scene.hyphen(behind)) {
        return Some(1);
    }
    // "fifty-fifty", "50-50"
    let half = Decimal::from(50u32);
    if numeral.value == half
        && matches!(next, "-" | "/" | "–")
        && scene.anchor_at(at + 1, behind + 1).is_some_and(|second| scene.numeral(second).value == half)
    {
        return Some(2);
    }
    None
}
