//! List to list: neighbours are joined, and the words before a time that belong to it are taken in.
//!
//! In this order: clock, part of day and day become one ("10 p.m. Wednesday"); "early" and "the end of";
//! "the"; "about" and "more than"; two ends become a range; "since" and "until" are noted; the tense is
//! looked up where it decides.

use super::Kind;
use super::expression::{
    Anchor, Approx, Bound, Calendar, Clock, Edge, Ends, Expression, Field, Repeated, Said, Shift, Tense, Unit, Which,
};
use super::scan::{Found, Scan};
use super::tense;
use super::word::{Relative, Word};

type List = Vec<(Found, &'static str)>;

/// Runs the refiners on the proposals of a sentence.
pub(super) fn refine(scan: &Scan, list: &mut List) {
    join(scan, list);
    let mut free = scan.start;
    for (found, _) in list.iter_mut() {
        edge(scan, found, free);
        article(scan, found, free);
        approximation(scan, found, free);
        free = found.tokens.end;
    }
    list.retain(|(found, _)| {
        !matches!(found.said.what, Expression::OfDay) || found.said.clock.is_some() || found.said.edge.is_some()
    });
    range(scan, list);
    for (found, _) in list.iter_mut() {
        ahead(scan, found);
        bound(scan, found);
        if needs_tense(&found.said.what) {
            found.said.tense = tense::of(scan, &found.tokens);
            // "put off until Tuesday": the day is to come, whatever the verb. "By Monday the water had risen" is over.
            let ahead = matches!(found.said.bound, Some(Bound::Until | Bound::By));
            let over = scan.first(found.tokens.start.wrapping_sub(1)) && found.said.tense == Some(Tense::Past);
            if ahead && found.said.tense.is_some() && !over {
                found.said.tense = Some(Tense::Future);
            }
        }
        if let Expression::Range(ends) = &mut found.said.what
            && needs_tense(&ends.from.what)
        {
            let tense = tense::of(scan, &found.tokens);
            ends.from.tense = tense;
            if needs_tense(&ends.to.what) {
                ends.to.tense = tense;
            }
        }
    }
}

/// Whether a day, or something as fine, is said.
fn is_day(said: &Said) -> bool {
    match &said.what {
        Expression::Calendar(calendar) => match calendar.field {
            Some(Field::Day { .. } | Field::Open(..) | Field::Holiday(_)) => true,
            None => calendar.weekday.is_some() && calendar.year.is_none(),
            _ => false,
        },
        Expression::Shift(Shift { unit: Unit::Day, .. }) => true,
        _ => false,
    }
}

/// Clock, part of day and day become one.
fn join(scan: &Scan, list: &mut List) {
    let mut joined: List = Vec::with_capacity(list.len());
    for (found, rule) in list.drain(..) {
        if let Some((last, _)) = joined.last_mut()
            && let Some(both) = both(scan, last, &found)
        {
            *last = both;
            continue;
        }
        joined.push((found, rule));
    }
    *list = joined;
}

fn both(scan: &Scan, first: &Found, second: &Found) -> Option<Found> {
    let gap = first.tokens.end..second.tokens.start;
    let between = match gap.len() {
        0 => "",
        1 => scan.bare(gap.start),
        2 if scan.raw(gap.start) == "," => scan.bare(gap.start + 1),
        2 if scan.bare(gap.start) == "in" && scan.bare(gap.start + 1) == "the" => "in the",
        2 if scan.bare(gap.start) == "of" && scan.bare(gap.start + 1) == "the" => "of",
        _ => return None,
    };
    let tokens = first.tokens.start..second.tokens.end;
    let time = |said: Said| Found { tokens: tokens.clone(), kind: Kind::Time, said, ..first.clone() };
    // "10 p.m. Wednesday", "noon on Friday", "the morning of June 3"
    let first_of_day = matches!(first.said.what, Expression::OfDay)
        || first.said.part.is_some()
            && matches!(
                first.said.what,
                Expression::Shift(Shift { unit: Unit::Day, count: Some(0), anchor: Anchor::Context, .. })
            );
    if first_of_day && is_day(&second.said) && matches!(between, "" | "on" | "," | "of" | "this") {
        let clock = first.said.clock.or(second.said.clock);
        let part = second.said.part.or(first.said.part);
        return Some(time(Said { clock: clock.map(|clock| afternoon(clock, part)), part, ..second.said.clone() }));
    }
    // "Friday evening", "June 3 at 10 a.m.", "tomorrow in the afternoon"
    if is_day(&first.said)
        && first.said.clock.is_none()
        && matches!(second.said.what, Expression::OfDay)
        && matches!(between, "" | "at" | "," | "in the" | "around" | "about")
    {
        let part = first.said.part.or(second.said.part);
        // "Monday to Friday, 9am to 5pm": the hours are those of each day.
        let opened = matches!(scan.back(first.tokens.start, 1), "to" | "through" | "-" | "–")
            && matches!(scan.before(first.tokens.start - 1), Word::Weekday { .. });
        if between == "," && opened {
            return None;
        }
        if first.said.part.is_some() && second.said.clock.is_none() {
            return None;
        }
        return Some(time(Said {
            clock: second.said.clock.map(|clock| afternoon(clock, part)),
            part,
            ..first.said.clone()
        }));
    }
    // "Thu Oct 26 11:00:09 EDT 2023"
    if let (Expression::Calendar(day), Expression::Calendar(Calendar { year, field: None, weekday: None, .. }), "") =
        (&first.said.what, &second.said.what, between)
        && day.year.is_none()
        && first.said.clock.is_some_and(|clock| clock.second.is_some() || clock.zone.is_some())
    {
        let what = Expression::Calendar(Calendar { year: *year, ..*day });
        return Some(time(Said { what, ..first.said.clone() }));
    }
    // "9 p.m. last night" has both by now; "Tuesday nights"
    if let (
        Expression::Calendar(Calendar { weekday: Some(day), field: None, year: None, .. }),
        Expression::Repeated(Repeated::Weekday(0)),
        "",
    ) = (&first.said.what, &second.said.what, between)
    {
        let said = Said { what: Expression::Repeated(Repeated::Weekday(*day)), ..second.said.clone() };
        return Some(Found { tokens, kind: Kind::Set, said, ..first.clone() });
    }
    // "6 a.m. every day", "every morning at nine"
    if let (Expression::OfDay, Expression::Repeated(_), "") = (&first.said.what, &second.said.what, between) {
        let said = Said { clock: first.said.clock, ..second.said.clone() };
        return Some(Found { tokens, kind: Kind::Set, said, ..first.clone() });
    }
    None
}

/// An hour that may be twelve hours later is, in the afternoon, evening or before midnight.
fn afternoon(clock: Clock, part: Option<super::expression::Part>) -> Clock {
    use super::expression::Part;
    match part {
        Some(Part::Afternoon | Part::Evening) if clock.open && clock.hour < 12 => {
            Clock { hour: clock.hour + 12, open: false, ..clock }
        }
        Some(Part::Night) if clock.open && (6..12).contains(&clock.hour) => {
            Clock { hour: clock.hour + 12, open: false, ..clock }
        }
        Some(_) => Clock { open: false, ..clock },
        None => clock,
    }
}

/// "early", "mid-", "the end of", "later".
fn edge(scan: &Scan, found: &mut Found, free: usize) {
    if !matches!(found.kind, Kind::Date | Kind::Time) || matches!(found.said.what, Expression::Vague(_)) {
        return;
    }
    let start = found.tokens.start;
    let hyphen = usize::from(start > free && scan.hyphen(start - 1));
    let Some(before) = start.checked_sub(1 + hyphen).filter(|&before| before >= free) else { return };
    let word = scan.word(before);
    let (edge, from) = match word {
        Word::Edge(edge) => (edge, before),
        Word::Earlier | Word::Later
            if hyphen == 0 && !matches!(scan.before(before), Word::Unit { .. }) && !counted(&found.said) =>
        {
            (if word == Word::Earlier { Edge::Earlier } else { Edge::Later }, before)
        }
        _ => {
            let the = usize::from(scan.bare(start.wrapping_sub(1)) == "the");
            let Some(of) = start.checked_sub(1 + the).filter(|&of| of > free) else { return };
            match (scan.bare(of), scan.word(of - 1)) {
                ("of", Word::EdgeNoun(edge)) if of > free => (edge, of - 1),
                ("of", Word::Part(_)) => return,
                // "the first week of May", "the last days of 2016", "the last week of this month"
                ("of" | "in", Word::Unit { unit: unit @ (Unit::Day | Unit::Week | Unit::Month), plural, .. })
                    if of > free + 1 && is_period(&found.said.what) =>
                {
                    let Some(edge) = end_of_period(scan, of - 2) else { return };
                    found.said.piece = (!plural).then_some(unit);
                    (edge, of - 2)
                }
                // "the first half of June"
                ("of", Word::Half)
                    if of > free + 1
                        && is_period(&found.said.what)
                        && matches!(scan.word(of - 2), Word::Ordinal(1 | 2) | Word::Relative(Relative::Last)) =>
                {
                    found.said.piece = Some(Unit::Half);
                    (if scan.word(of - 2) == Word::Ordinal(1) { Edge::Start } else { Edge::End }, of - 2)
                }
                ("in" | "on", Word::Earlier | Word::Later | Word::Edge(_)) if of > free => {
                    let edge = match scan.word(of - 1) {
                        Word::Earlier => Edge::Earlier,
                        Word::Later => Edge::Later,
                        Word::Edge(edge) => edge,
                        _ => return,
                    };
                    (edge, of - 1)
                }
                _ => return,
            }
        }
    };
    found.said.edge = Some(edge);
    found.tokens.start = from;
    found.article = matches!(word, Word::Edge(_)) && found.article
        || matches!(scan.word(from), Word::EdgeNoun(_))
        || matches!(scan.word(from + 1), Word::Unit { .. } | Word::Half);
}

/// Whether a month, a year or the like is said, of which a week may be the first.
fn is_period(what: &Expression) -> bool {
    match what {
        Expression::Calendar(calendar) => !matches!(calendar.field, Some(Field::Day { .. } | Field::Holiday(_))),
        Expression::Shift(shift) => !shift.counted && matches!(shift.unit, Unit::Month | Unit::Quarter | Unit::Year),
        _ => false,
    }
}

/// "first", "opening", "last", "final": which end.
fn end_of_period(scan: &Scan, at: usize) -> Option<Edge> {
    match scan.bare(at) {
        "first" | "opening" | "early" => Some(Edge::Start),
        "last" | "final" | "closing" => Some(Edge::End),
        _ => None,
    }
}

fn counted(said: &Said) -> bool {
    matches!(said.what, Expression::Shift(Shift { counted: true, .. }))
}

fn article(scan: &Scan, found: &mut Found, free: usize) {
    if found.article && found.tokens.start > free && scan.back(found.tokens.start, 1) == "the" {
        found.tokens.start -= 1;
    }
}

/// "about", "more than", "nearly".
fn approximation(scan: &Scan, found: &mut Found, free: usize) {
    let start = found.tokens.start;
    let counted = matches!(found.said.what, Expression::Duration(_)) || counted(&found.said);
    let clock = found.said.clock.is_some();
    let dated = matches!(found.kind, Kind::Date | Kind::Time);
    let (approx, len) = match (scan.back(start, 2), scan.back(start, 1)) {
        ("no", "than") => return,
        ("more", "than") if counted => (
            if scan.back(start, 3) == "no" { Approx::AtMost } else { Approx::MoreThan },
            2 + usize::from(scan.back(start, 3) == "no"),
        ),
        ("less" | "fewer", "than") if counted => (
            if scan.back(start, 3) == "no" { Approx::AtLeast } else { Approx::LessThan },
            2 + usize::from(scan.back(start, 3) == "no"),
        ),
        ("longer", "than") if counted => (Approx::MoreThan, 2),
        ("at", "least") if counted => (Approx::AtLeast, 2),
        ("at", "most") if counted => (Approx::AtMost, 2),
        ("up", "to") if counted => (Approx::AtMost, 2),
        ("just", "over") if counted => (Approx::MoreThan, 2),
        ("just", "under") if counted => (Approx::LessThan, 2),
        (_, "about" | "around" | "roughly" | "approximately") if counted || clock => (Approx::About, 1),
        (_, "around" | "circa") if dated && !matches!(found.said.what, Expression::Vague(_)) => (Approx::About, 1),
        (_, "nearly" | "almost") if counted || clock => (Approx::LessThan, 1),
        (_, "over")
            if counted
                && matches!(
                    found.said.what,
                    Expression::Duration(super::expression::Duration { window: None, .. })
                )
                && exact(&found.said) =>
        {
            (Approx::MoreThan, 1)
        }
        (_, "under") if counted && exact(&found.said) => (Approx::LessThan, 1),
        _ => return,
    };
    if start >= free + len {
        found.said.approx = Some(approx);
        found.tokens.start -= len;
    }
}

fn exact(said: &Said) -> bool {
    match &said.what {
        Expression::Duration(duration) => {
            duration.parts.iter().all(|(amount, _)| matches!(amount, super::expression::Amount::Exact(_)))
        }
        _ => true,
    }
}

/// "from A to B", "between A and B", "A–B".
fn range(scan: &Scan, list: &mut List) {
    let mut ranged: List = Vec::with_capacity(list.len());
    let mut free = scan.start;
    for (mut found, rule) in list.drain(..) {
        hours(scan, &mut found, free);
        if let Some((last, _)) = ranged.last_mut()
            && let Some(both) = ends(scan, last, &found)
        {
            *last = both;
        } else {
            ranged.push((found, rule));
        }
        free = ranged.last().map_or(free, |(found, _)| found.tokens.end);
    }
    *list = ranged;
}

/// "2" in "from 2 to 3 p.m.".
fn hours(scan: &Scan, found: &mut Found, free: usize) {
    let start = found.tokens.start;
    // "from 5 to 6pm on April 22": the clock stands first, and its day is that of both.
    let first = matches!(found.said.what, Expression::OfDay)
        || is_day(&found.said)
            && (matches!(scan.bare(start + 1), "am" | "pm" | "a.m" | "p.m" | "o'clock")
                || scan.word(start) == Word::Other);
    let Some(clock) = found.said.clock.filter(|_| first) else { return };
    if start < free + 2 || !(scan.dash(start - 1) || matches!(scan.bare(start - 1), "to" | "and" | "until" | "till")) {
        return;
    }
    let (hour, minute, first) = match (scan.word(start - 2), scan.raw(start.wrapping_sub(3))) {
        (Word::Digits(minute @ 0..=59, 2), ":") if start >= free + 4 => match scan.word(start - 4) {
            Word::Digits(hour @ 0..=24, _) => (hour, Some(minute as u8), start - 4),
            _ => return,
        },
        (Word::Digits(hour @ 1..=12, _), _) => (hour, None, start - 2),
        _ => return,
    };
    let cue = scan.back(first, 1);
    if !(scan.dash(start - 1) || matches!(cue, "from" | "between")) || scan.bare(start - 1) == "and" && cue != "between"
    {
        return;
    }
    let hour = hour as u8;
    let hour = if clock.hour >= 12 && hour < 12 && hour + 12 <= clock.hour { hour + 12 } else { hour };
    let from = Said {
        clock: Some(Clock { hour, minute, second: None, open: clock.open, zone: clock.zone }),
        ..Said::new(found.said.what.clone())
    };
    let opens = usize::from(first > free && matches!(cue, "from" | "between"));
    found.said = Said::new(Expression::Range(Box::new(Ends { from, to: found.said.clone() })));
    found.kind = Kind::Range;
    found.tokens.start = first - opens;
}

fn ends(scan: &Scan, first: &Found, second: &Found) -> Option<Found> {
    let gap = first.tokens.end..second.tokens.start;
    if gap.len() != 1 || !is_end(first) || !is_end(second) {
        return None;
    }
    let link = scan.bare(gap.start);
    let opens = scan.back(first.tokens.start, 1);
    let opening = match (opens, link) {
        ("from", "to" | "until" | "till" | "through" | "-" | "–") | ("between", "and" | "-" | "–") => 1,
        (_, "to" | "through" | "until" | "till") if alike(&first.said, &second.said) => 0,
        (_, "-" | "–" | "—") if alike(&first.said, &second.said) && (link != "—" || !scan.spaced(gap.start)) => 0,
        _ => return None,
    };
    if first.tokens.start < scan.start + opening {
        return None;
    }
    let mut from = first.said.clone();
    if matches!(from.what, Expression::OfDay) && second.said.clock.is_some() {
        from.what = second.said.what.clone();
    }
    // "from June 3 to July 5, 2024": the year is said once.
    if let (Expression::Calendar(a), Expression::Calendar(b)) = (&mut from.what, &second.said.what)
        && a.year.is_none()
        && a.which.is_none()
        && (a.field.is_some() || a.weekday.is_some())
        && b.field.is_some()
    {
        a.year = b.year;
    }
    let ends = Ends { from, to: second.said.clone() };
    Some(Found {
        tokens: first.tokens.start - opening..second.tokens.end,
        kind: Kind::Range,
        said: Said::new(Expression::Range(Box::new(ends))),
        confidence: first.confidence.min(second.confidence),
        article: false,
    })
}

fn is_end(found: &Found) -> bool {
    matches!(found.kind, Kind::Date | Kind::Time)
        && !matches!(
            found.said.what,
            Expression::Duration(_)
                | Expression::Repeated(_)
                | Expression::Range(_)
                | Expression::Vague(super::expression::Vague::Past | super::expression::Vague::Future)
        )
}

/// Both are years, both months, both clocks.
fn alike(first: &Said, second: &Said) -> bool {
    match (&first.what, &second.what) {
        (Expression::Calendar(a), Expression::Calendar(b)) => {
            a.field.map(|field| std::mem::discriminant(&field)) == b.field.map(|field| std::mem::discriminant(&field))
                && a.weekday.is_some() == b.weekday.is_some()
                && first.clock.is_some() == second.clock.is_some()
        }
        (Expression::OfDay, Expression::OfDay) => true,
        // "10am to noon on Friday"
        (Expression::OfDay, Expression::Calendar(_) | Expression::Shift(_)) => {
            first.clock.is_some() && second.clock.is_some()
        }
        (Expression::Calendar(_) | Expression::Shift(_), Expression::OfDay) => {
            first.clock.is_some() && second.clock.is_some()
        }
        _ => false,
    }
}

/// "since", "until", "by", "before", "after".
fn bound(scan: &Scan, found: &mut Found) {
    if !matches!(found.kind, Kind::Date | Kind::Time) || matches!(found.said.what, Expression::Vague(_)) {
        return;
    }
    found.said.bound = match scan.back(found.tokens.start, 1) {
        "since" => Some(Bound::Since),
        "until" | "till" => Some(Bound::Until),
        "before" => Some(Bound::Before),
        "after" => Some(Bound::After),
        "by" => Some(Bound::By),
        "than" if scan.back(found.tokens.start, 2) == "later" => Some(Bound::By),
        _ => None,
    };
}

/// "in two days" beside a verb that points ahead: a day, counted from the reference date.
fn ahead(scan: &Scan, found: &mut Found) {
    let Expression::Duration(super::expression::Duration { parts, window: None }) = &found.said.what else { return };
    let [(super::expression::Amount::Exact(amount), unit)] = parts[..] else { return };
    let counted = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Fortnight | Unit::Decade);
    let Some(count) = amount.to_i64().and_then(|count| i32::try_from(count).ok()) else { return };
    let ends = !matches!(scan.bare(found.tokens.end), "of" | "or" | "and" | "-" | "'" | "’" | "'s" | "’s" | "flat");
    if counted
        && ends
        && scan.back(found.tokens.start, 1) == "in"
        && tense::of(scan, &found.tokens) == Some(Tense::Future)
    {
        let (anchor, back) = (Anchor::Reference, false);
        let shift = Shift { unit, count: Some(count), back, anchor, counted: true, fiscal: false };
        found.said.what = Expression::Shift(shift);
        found.kind = Kind::Date;
    }
}

fn needs_tense(what: &Expression) -> bool {
    match what {
        Expression::Calendar(calendar) => {
            calendar.year.is_none()
                && matches!(calendar.which, None | Some(Which::This))
                && !matches!(calendar.field, Some(Field::Decade { .. } | Field::Century(_)))
        }
        Expression::Shift(shift) => shift.unit == Unit::Weekend && shift.count == Some(0),
        _ => false,
    }
}
