//! Parts of dates and times of day, which the times have: "June 5", "2013-14", "in 2019", "3:30", "the 1990s".

use crate::figures::noun;
use crate::figures::scene::{Scene, Sort};
use crate::numeral;

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
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
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
        let unit = crate::figures::UNIT_WORDS.contains(next) && !matches!(next, "in" | "\"" | "'" | "m");
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
            || matches!(before, "nearly" | "almost" | "approximately" | "roughly" | "some") && scene.is_word(behind)
            || (noun::is_plural(next) && behind < scene.end(at) && !matches!(before, "of" | "to")));
        // "the 2017 Women's Championship" is of a year.
        let word = word && !scene.capital(behind);
        // "1885 aftershocks occurred": a year would be of something, or in it.
        let far = whole.is_some_and(|value| !(1945..=2040).contains(&value));
        let counted = far
            && noun::is_plural(next)
            && !noun::is_stop(next)
            && !scene.capital(behind)
            && behind < scene.end(at)
            && (start == scene.anchors[at].sentence.start
                || matches!(before, "," | "and" | "were" | "had" | "have" | "killed"));
        return if unit
            || word
            || counted
            || bounded
            || money
            || dash
                && !noun::is_stop(scene.norm(behind + 1))
                && !month(scene.norm(behind + 1))
                && scene.is_word(behind + 1)
                && crate::figures::UNIT_WORDS.contains(scene.norm(behind + 1))
        {
            None
        } else {
            Some(1)
        };
    }
    None
}
