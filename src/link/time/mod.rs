//! Resolving: what a time means, against the reference date and the times before it.
//!
//! The values are those of TIMEX3 (TimeML 1.2.1). Without a reference date nothing relative is resolved:
//! the value keeps TIMEX3's X for each field that is not known. The times are taken in document order, so
//! that "that day" and "a year earlier" can look back.

mod calendar;
mod clock;
mod field;
mod length;

use calendar::{add, counted, in_year, whole};
use clock::{bounded, time_of_day};
use field::{fields_of, grain_of, known, placeholder, reference_value, unknown_shift};
use length::{length, repeated_value};

use super::period::{Period, days, days_from, iso};
use super::{DateOrder, Reference};
use crate::reason::{Confidence, Reason};
use crate::text::Text;
use crate::times::expression::{
    Amount, Anchor, Approx, Calendar, Duration, Edge, Expression, Field, Said, Shift, Tense, Unit, Vague, Which,
    Window, Year,
};
use crate::times::{Basis, Grain, Interval, Kind, Meaning, Time};
use jiff::civil::Date;

/// Resolves times in document order.
pub(super) fn resolve(text: &Text, reference: &Reference, times: &mut [Time]) {
    let mut context = Context { date: reference.date, order: reference.date_order, ..Context::default() };
    let mut sentence = 0;
    for time in times {
        while text.sentences.get(sentence).is_some_and(|it| it.span.end <= time.span.start) {
            sentence += 1;
        }
        context.sentence = sentence;
        let read = context.read(&time.said);
        if let Some((code, why)) = read.doubt {
            time.reasons.push(Reason::new(code, why));
            time.confidence = Confidence::Low;
        }
        if let Some((code, why)) = read.why {
            time.reasons.push(Reason::new(code, why));
        }
        if time.kind == Kind::Date
            && read.value.starts_with('P')
            && read.value.as_bytes().get(1).is_some_and(|b| !b.is_ascii_alphabetic() || *b == b'T' || *b == b'X')
        {
            time.kind = Kind::Duration;
        }
        context.note(&time.said, &read);
        time.meaning = read.meaning(&time.said);
    }
}

/// What is known when a time is read.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    date: Option<Date>,
    order: Option<DateOrder>,
    sentence: usize,
    /// The piece of the calendar last spoken of, and in which sentence.
    last: Option<(Period, usize)>,
    /// The day last spoken of, and in which sentence.
    day: Option<(Date, usize)>,
    /// The quarter or half last spoken of.
    quarter: Option<(Period, usize)>,
    /// The year last said in full, and in which sentence.
    year: Option<(i16, usize)>,
}

/// A time as read.
#[derive(Clone, Debug, Default)]
struct Read {
    value: String,
    period: Option<Period>,
    interval: Option<Interval>,
    grain: Option<Grain>,
    known: Vec<Grain>,
    implied: Vec<Grain>,
    basis: Option<Basis>,
    alternatives: Vec<String>,
    why: Option<(&'static str, &'static str)>,
    doubt: Option<(&'static str, &'static str)>,
}

impl Read {
    fn open(value: impl Into<String>) -> Read {
        Read { value: value.into(), ..Read::default() }
    }

    fn of(period: Period, basis: Basis) -> Read {
        let interval = period.interval().map(|(from, to)| Interval { from: Some(iso(from)), to: Some(iso(to)) });
        Read {
            value: period.value(),
            period: Some(period),
            interval,
            grain: Some(period.grain()),
            basis: Some(basis),
            ..Read::default()
        }
    }

    fn because(self, code: &'static str, why: &'static str) -> Read {
        Read { why: Some((code, why)), ..self }
    }

    fn meaning(self, said: &Said) -> Meaning {
        Meaning {
            interval: self.interval,
            value: self.value,
            modifier: modifier(said),
            grain: self.grain,
            known: self.known,
            implied: self.implied,
            basis: self.basis,
            alternatives: self.alternatives,
        }
    }
}

fn modifier(said: &Said) -> Option<&'static str> {
    match (said.edge, said.approx) {
        (Some(Edge::Early | Edge::Start | Edge::Earlier), _) => Some("START"),
        (Some(Edge::Middle), _) => Some("MID"),
        (Some(Edge::Late | Edge::End | Edge::Later), _) => Some("END"),
        (None, Some(Approx::About)) => Some("APPROX"),
        (None, Some(Approx::LessThan)) => Some("LESS_THAN"),
        (None, Some(Approx::MoreThan)) => Some("MORE_THAN"),
        (None, Some(Approx::AtMost)) => Some("EQUAL_OR_LESS"),
        (None, Some(Approx::AtLeast)) => Some("EQUAL_OR_MORE"),
        (None, None) => None,
    }
}

impl Context {
    fn read(&self, said: &Said) -> Read {
        let mut read = match &said.what {
            Expression::Calendar(calendar) => self.calendar(calendar, said.tense),
            Expression::Shift(shift) => self.shift(shift, said),
            Expression::Duration(duration) => self.duration(duration),
            Expression::Repeated(repeated) => repeated_value(*repeated, said),
            Expression::Vague(vague) => Read::open(reference_value(*vague)),
            Expression::Range(ends) => self.range(&ends.from, &ends.to),
            Expression::OfDay => self.of_day(),
        };
        if !matches!(said.what, Expression::Repeated(_)) {
            time_of_day(said, &mut read);
        }
        if let Some(edge) = said.edge {
            self.edge(edge, &mut read);
        }
        if let Some(bound) = said.bound {
            bounded(bound, &mut read);
        }
        read
    }

    /// Remembers a time for those after it.
    fn note(&mut self, said: &Said, read: &Read) {
        if let Expression::Calendar(Calendar { year: Some(Year::Full(year)), .. }) = said.what {
            self.year = Some((year, self.sentence));
        }
        let Some(period) = read.period else { return };
        // "a year ago" only compares: what is spoken of stays the same.
        let compared = match &said.what {
            Expression::Shift(shift) => shift.counted && shift.unit == Unit::Year,
            Expression::Calendar(calendar) => matches!(calendar.year, Some(Year::Context(-1))),
            _ => false,
        };
        if compared && matches!(period, Period::Quarter(..) | Period::Half(..) | Period::Year(_)) {
            return;
        }
        self.last = Some((period, self.sentence));
        match period {
            Period::Day(day) => self.day = Some((day, self.sentence)),
            Period::Quarter(..) | Period::Half(..) => self.quarter = Some((period, self.sentence)),
            _ => {}
        }
    }

    /// The time of day alone: of the day last spoken of, else the reference date.
    fn of_day(&self) -> Read {
        let near = self.day.filter(|&(_, sentence)| self.sentence - sentence <= 1).map(|(day, _)| day);
        match (near, self.date) {
            (Some(day), _) => {
                Read::of(Period::Day(day), Basis::Context).because("same-day", "the time is of the day last spoken of")
            }
            (None, Some(day)) => Read::of(Period::Day(day), Basis::Reference),
            (None, None) => Read::open("XXXX-XX-XX"),
        }
    }

    fn calendar(&self, calendar: &Calendar, tense: Option<Tense>) -> Read {
        let known = known(calendar);
        let mut read = match calendar.field {
            None if calendar.year.is_none() => match calendar.weekday {
                Some(weekday) => self.weekday(weekday, calendar.which, tense),
                None => Read::default(),
            },
            None => match calendar.year {
                Some(Year::Context(count)) => self.year_before(count, Unit::Month),
                Some(year) => match self.year_said(year) {
                    Some((year, basis)) => Read::of(Period::Year(year), basis),
                    None => Read::open("XXXX"),
                },
                None => Read::default(),
            },
            Some(Field::Decade { from, short }) => self.decade(from, short),
            Some(Field::Century(century)) => Read::of(Period::Century(century), Basis::Explicit),
            Some(Field::Quarter(0)) => match (calendar.year, self.quarter) {
                (Some(Year::Full(year)), Some((period, _))) => {
                    let period = match period {
                        Period::Quarter(_, quarter) => Period::Quarter(year, quarter),
                        Period::Half(_, half) => Period::Half(year, half),
                        _ => Period::Year(year),
                    };
                    Read::of(period, Basis::Context)
                        .because("same-period", "that year's period of the one last spoken of")
                }
                (Some(Year::Full(year)), None) => Read::of(Period::Year(year), Basis::Explicit),
                _ => self.year_before(-1, Unit::Quarter),
            },
            Some(Field::Open(first, second)) => self.open(first, second, calendar, tense),
            Some(Field::Day { month: None, day }) => self.day_of_month(day, calendar.weekday, tense),
            Some(Field::Week(_)) => Read::default(),
            Some(field) => self.field(field, calendar, tense),
        };
        if let (Some(Period::Day(day)), Some(weekday)) = (read.period, calendar.weekday)
            && calendar.field.is_some()
            && day.weekday().to_monday_one_offset() != weekday as i8
        {
            read.doubt = Some(("weekday-differs", "the weekday is not that of the date"));
        }
        if calendar.fiscal {
            read.interval = None;
            read.why = Some(("fiscal", "a fiscal year begins where the company or state has it begin"));
        }
        if read.period.is_some() {
            let grain = read.grain.unwrap_or(Grain::Day);
            read.implied = fields_of(grain).iter().copied().filter(|field| !known.contains(field)).collect();
            if read.implied.is_empty() {
                read.basis = Some(Basis::Explicit);
            }
        }
        read.known = known;
        read
    }

    fn year_said(&self, year: Year) -> Option<(i16, Basis)> {
        Some(match year {
            Year::Full(year) => (year, Basis::Explicit),
            Year::Short(short) => {
                let short = i16::from(short);
                let year = match self.date {
                    Some(date) => {
                        let this = date.year() - date.year().rem_euclid(100) + short;
                        if this > date.year() + 10 { this - 100 } else { this }
                    }
                    None => {
                        if short < 40 {
                            2000 + short
                        } else {
                            1900 + short
                        }
                    }
                };
                (year, Basis::Reference)
            }
            Year::Away(count) => (self.date?.year().checked_add(i16::from(count))?, Basis::Reference),
            Year::Context(count) => {
                let base = match self.last {
                    Some((period, _)) => period.interval()?.0,
                    None => self.date?,
                };
                (base.year().checked_add(i16::from(count))?, Basis::Context)
            }
        })
    }

    /// "the year-earlier quarter", "the same period last year".
    fn year_before(&self, count: i8, unit: Unit) -> Read {
        let near = match unit {
            Unit::Quarter => self.quarter.map(|(period, _)| period),
            _ => self.last.map(|(period, _)| period),
        };
        let base = near.or_else(|| match unit {
            Unit::Quarter => Period::holding(self.date?, unit)?.shifted(-1),
            _ => Period::holding(self.date?, unit),
        });
        match base.and_then(|base| base.years(i32::from(count))) {
            Some(period) => {
                Read::of(period, Basis::Context).because("year-before", "a year before the period last spoken of")
            }
            None => Read::open(if unit == Unit::Quarter { "XXXX-QX" } else { "XXXX" }),
        }
    }

    fn decade(&self, from: i16, short: bool) -> Read {
        if !short {
            return Read::of(Period::Decade(from), Basis::Explicit);
        }
        let now = self.date.map_or(2020, |date| date.year());
        let century = now - now.rem_euclid(100);
        let from = if century + from > now { century - 100 + from } else { century + from };
        Read { implied: vec![Grain::Century], ..Read::of(Period::Decade(from), Basis::Reference) }
    }

    /// A number that may be the month or the day.
    fn open(&self, first: u8, second: u8, calendar: &Calendar, tense: Option<Tense>) -> Read {
        let day_month = self.field(Field::Day { month: Some(second), day: first }, calendar, tense);
        let month_day = self.field(Field::Day { month: Some(first), day: second }, calendar, tense);
        match self.order {
            Some(DateOrder::DayMonth) => day_month.because("date-order", "the article writes the day first"),
            Some(DateOrder::MonthDay) => month_day.because("date-order", "the article writes the month first"),
            None => {
                let gap = |read: &Read| match (read.period, self.date) {
                    (Some(Period::Day(day)), Some(date)) => days_from(date, day).abs(),
                    _ => i32::MAX,
                };
                let (mut chosen, other) =
                    if gap(&day_month) < gap(&month_day) { (day_month, month_day) } else { (month_day, day_month) };
                chosen.alternatives.push(other.value);
                chosen.doubt = Some(("date-order", "the day or the month may come first"));
                chosen
            }
        }
    }

    fn day_of_month(&self, day: u8, weekday: Option<u8>, tense: Option<Tense>) -> Read {
        let Some(date) = self.date else { return Read::open(format!("XXXX-XX-{day:02}")) };
        let months = [0, -1, 1, -2, 2];
        let candidates = months.into_iter().filter_map(|count| {
            let Period::Month(year, month) = Period::Month(date.year(), date.month()).shifted(count)? else {
                return None;
            };
            Date::new(year, month, day as i8).ok()
        });
        let mut fitting = candidates
            .filter(|day| weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday as i8))
            // "left on the 21st" is behind, "will leave on the 4th" ahead.
            .filter(|day| match tense {
                Some(Tense::Past) => *day <= date,
                Some(Tense::Future) => *day >= date,
                _ => true,
            });
        match fitting.next() {
            Some(day) => Read::of(Period::Day(day), Basis::Reference),
            None => Read::open(format!("XXXX-XX-{day:02}")),
        }
    }

    /// A field of a year that is said or to be found.
    fn field(&self, field: Field, calendar: &Calendar, tense: Option<Tense>) -> Read {
        let unknown = || Read::open(placeholder(field));
        if let Some(year) = calendar.year {
            let mut said = self.year_said(year);
            if matches!(year, Year::Context(-1))
                && let (Some(Period::Quarter(of, _)), true) =
                    (self.quarter.map(|(period, _)| period), matches!(field, Field::Quarter(_)))
            {
                said = Some((of - 1, Basis::Context));
            }
            return match said.and_then(|(year, basis)| Some(Read::of(in_year(field, year)?, basis))) {
                Some(read) => read,
                None => unknown(),
            };
        }
        // "In 1998 … in March": the year that the sentence has said.
        if let Some((year, sentence)) = self.year
            && sentence == self.sentence
            && tense != Some(Tense::Future)
            && self.date.is_none_or(|date| year < date.year() - 1)
            && calendar.which.is_none()
            && matches!(field, Field::Month(_) | Field::Day { .. } | Field::Season(_))
            && let Some(period) = in_year(field, year)
        {
            return Read::of(period, Basis::Context)
                .because("year-of-sentence", "the year is that of the date before it");
        }
        let Some(date) = self.date else { return unknown() };
        let of_day = self.day.map_or(date, |(day, _)| day);
        let year = date.year();
        let candidates = || (-1..=1).filter_map(move |count| in_year(field, year.checked_add(count)?));
        let starts = |period: &Period| period.interval().map_or(Date::MIN, |(from, _)| from);
        let ends = |period: &Period| period.interval().map_or(Date::MIN, |(_, to)| to);
        let latest = |before: Date| candidates().rfind(|period| starts(period) <= before);
        let next = |after: Date| candidates().find(|period| ends(period) > after);
        let away = |period: &Period| match (days_from(date, starts(period)), days_from(date, ends(period))) {
            (from, _) if from > 0 => from,
            (_, to) if to <= 0 => 1 - to,
            _ => 0,
        };
        let nearest = || candidates().min_by_key(away);
        if let Some(weekday) = calendar.weekday
            && let Some(period) = (0..=6).flat_map(|gap: i16| [year.checked_sub(gap), year.checked_add(gap)]).flatten().filter_map(|year| in_year(field, year)).find(
                |period| matches!(period, Period::Day(day) if day.weekday().to_monday_one_offset() == weekday as i8),
            )
        {
            return Read::of(period, Basis::Reference).because("weekday-fits", "the year in which the date falls on that weekday");
        }
        let (found, basis) = match (calendar.which, tense) {
            (Some(Which::This), _) => (in_year(field, year), Basis::Reference),
            (Some(Which::Last), _) => (candidates().rfind(|period| ends(period) <= date), Basis::Reference),
            (Some(Which::Next), _) => (candidates().find(|period| starts(period) > date), Basis::Reference),
            (Some(Which::That), _) => (in_year(field, of_day.year()), Basis::Context),
            (Some(Which::Previous), _) => (latest(of_day), Basis::Context),
            (Some(Which::Following), _) => (next(of_day), Basis::Context),
            // The tense decides only where last year's and next year's are both far: news gives the year,
            // or says "last", where the nearer one is not meant.
            (None, tense) => {
                let limit = if matches!(field, Field::Day { .. } | Field::Holiday(_)) { 100 } else { 45 };
                let near = nearest().filter(|period| away(period) <= limit);
                match tense {
                    Some(Tense::Past) => (
                        near.filter(|_| !matches!(field, Field::Quarter(_) | Field::Half(_))).or_else(|| latest(date)),
                        Basis::Tense,
                    ),
                    Some(Tense::Future) => (near.or_else(|| next(date)), Basis::Tense),
                    None if matches!(field, Field::Month(_)) => (near.or_else(|| latest(date)), Basis::Reference),
                    _ => (nearest(), Basis::Reference),
                }
            }
        };
        match found {
            Some(period) => Read::of(period, basis),
            None => unknown(),
        }
    }

    fn weekday(&self, weekday: u8, which: Option<Which>, tense: Option<Tense>) -> Read {
        let Some(date) = self.date else { return Read::open(format!("XXXX-WXX-{weekday}")) };
        let today = date.weekday().to_monday_one_offset();
        let ahead = i32::from((weekday as i8 - today).rem_euclid(7));
        let back = -i32::from((today - weekday as i8).rem_euclid(7));
        let of_day = self.day.map_or(date, |(day, _)| day);
        let from_day = i32::from((weekday as i8 - of_day.weekday().to_monday_one_offset()).rem_euclid(7));
        let at = |base: Date, count: i32| days(base, count);
        let (found, basis, why) = match (which, tense) {
            (Some(Which::Last), _) => (
                at(date, if back == 0 { -7 } else { back }),
                Basis::Reference,
                "the last one before the reference date",
            ),
            (Some(Which::Next), _) => (
                at(date, if ahead == 0 { 7 } else { ahead }),
                Basis::Reference,
                "the next one after the reference date",
            ),
            (Some(Which::This), Some(Tense::Past)) => {
                (at(date, back), Basis::Tense, "past tense: the last one up to the reference date")
            }
            (Some(Which::This), _) => (at(date, ahead), Basis::Reference, "the one of this week or the next to come"),
            (Some(Which::Previous), _) => (
                at(of_day, if from_day == 0 { -7 } else { from_day - 7 }),
                Basis::Context,
                "the one before the day last spoken of",
            ),
            (Some(Which::Following), _) => (
                at(of_day, if from_day == 0 { 7 } else { from_day }),
                Basis::Context,
                "the one after the day last spoken of",
            ),
            (_, Some(Tense::Future)) => {
                (at(date, ahead), Basis::Tense, "the verb points ahead: the next one from the reference date on")
            }
            (_, Some(Tense::Past)) => {
                (at(date, back), Basis::Tense, "past tense: the last one up to the reference date")
            }
            _ => (at(date, back), Basis::Reference, "the last one up to the reference date"),
        };
        match found {
            Some(day) => {
                let mut read = Read::of(Period::Day(day), basis).because("weekday", why);
                if which == Some(Which::Next) && ahead > 0 && ahead < 4 {
                    read.alternatives.extend(at(day, 7).map(|day| Period::Day(day).value()));
                }
                read
            }
            None => Read::open(format!("XXXX-WXX-{weekday}")),
        }
    }

    fn shift(&self, shift: &Shift, said: &Said) -> Read {
        let vague = if shift.back { Vague::Past } else { Vague::Future };
        let Some(count) = shift.count else { return Read::open(reference_value(vague)) };
        let near = |limit: usize| {
            self.last.filter(|&(_, sentence)| self.sentence - sentence <= limit).map(|(period, _)| period)
        };
        let quarter = |limit: usize| {
            self.quarter.filter(|&(_, sentence)| self.sentence - sentence <= limit).map(|(period, _)| period)
        };
        if shift.anchor == Anchor::Event {
            return Read::open(reference_value(vague));
        }
        // "from a year earlier", "a year ago" beside a quarter.
        if shift.counted && shift.unit == Unit::Year && count == -1 {
            let period = quarter(2).or_else(|| {
                near(0).filter(|period| {
                    shift.anchor == Anchor::Context && matches!(period, Period::Month(..) | Period::Week(_))
                })
            });
            if let Some(before) = period.and_then(|period| period.years(-1)) {
                return Read::of(before, Basis::Context)
                    .because("year-before", "a year before the period last spoken of");
            }
        }
        if matches!(shift.unit, Unit::Hour | Unit::Minute | Unit::Second) {
            return Read::open(length(&[(Amount::Exact(u32::try_from(count.abs()).unwrap_or(0).into()), shift.unit)]));
        }
        let in_context =
            shift.anchor == Anchor::Context && !(shift.counted && shift.unit != Unit::Day && self.last.is_none());
        let base = if in_context { self.context_day(shift.unit).or(self.date) } else { self.date };
        let basis =
            if in_context && self.context_day(shift.unit).is_some() { Basis::Context } else { Basis::Reference };
        let Some(base) = base else { return Read::open(unknown_shift(shift.unit, count, vague)) };
        if shift.unit == Unit::Quarter
            && !shift.counted
            && shift.anchor == Anchor::Context
            && self.quarter.is_none()
            && count == 0
        {
            // "the quarter" with none spoken of is the last full one.
            return match Period::holding(base, Unit::Quarter).and_then(|period| period.shifted(-1)) {
                Some(period) => Read::of(period, Basis::Reference),
                None => Read::open("XXXX-QX"),
            };
        }
        if shift.unit == Unit::Quarter
            && shift.anchor == Anchor::Context
            && count == 0
            && let Some((period, _)) = self.quarter
        {
            return Read::of(period, Basis::Context).because("same-period", "the quarter last spoken of");
        }
        let period = if shift.counted {
            counted(base, shift.unit, count, said.approx.is_some())
        } else {
            whole(base, shift.unit, count, said)
        };
        let Some(period) = period else { return Read::open(unknown_shift(shift.unit, count, vague)) };
        let mut read = Read::of(period, basis);
        read.implied = fields_of(period.grain()).to_vec();
        if shift.fiscal {
            read.interval = None;
            read.why = Some(("fiscal", "a fiscal year begins where the company or state has it begin"));
        }
        read
    }

    /// The day that "that day", "a week later" and the like are counted from.
    fn context_day(&self, unit: Unit) -> Option<Date> {
        let start = |period: Period| period.interval().map(|(from, _)| from);
        match unit {
            Unit::Day | Unit::Night | Unit::Week | Unit::Weekend | Unit::Fortnight => self.day.map(|(day, _)| day),
            _ => self.last.and_then(|(period, _)| {
                // "the 2020 race … the previous month": a year is too wide to count months from, where the article
                // is of that year.
                let written = self.date.filter(|date| period == Period::Year(date.year()));
                let narrow = matches!(unit, Unit::Month | Unit::Quarter);
                written.filter(|_| narrow).or_else(|| start(period))
            }),
        }
    }

    fn duration(&self, duration: &Duration) -> Read {
        let mut read = Read::open(length(&duration.parts));
        read.grain = duration.parts.first().map(|&(_, unit)| grain_of(unit));
        let (Some(window), Some(date)) = (duration.window, self.date) else { return read };
        let [(Amount::Exact(amount), unit)] = duration.parts[..] else { return read };
        let Some(count) = amount.to_i64().and_then(|count| i32::try_from(count).ok()) else { return read };
        let ends = match window {
            Window::Past => add(date, unit, -count).map(|from| (from, date)),
            Window::Next => date.tomorrow().ok().and_then(|from| Some((from, add(from, unit, count)?))),
            Window::First => {
                let year = match self.last {
                    Some((Period::Year(year), _)) => year,
                    _ => date.year(),
                };
                match unit {
                    Unit::Month | Unit::Quarter | Unit::Week => {
                        Date::new(year, 1, 1).ok().and_then(|from| Some((from, add(from, unit, count)?)))
                    }
                    _ => None,
                }
            }
        };
        if let Some((from, to)) = ends {
            read.interval = Some(Interval { from: Some(iso(from)), to: Some(iso(to)) });
            read.basis = Some(Basis::Reference);
        }
        read
    }

    fn range(&self, from: &Said, to: &Said) -> Read {
        let first = self.read(from);
        let mut context = *self;
        context.note(from, &first);
        if let Some(Period::Day(day)) = first.period {
            context.date = context.date.or(Some(day));
        }
        let mut last = context.read(to);
        // "November to February": the end is in the year after.
        if let (Some(a), Some(b)) = (first.period, last.period)
            && let (Some((start, _)), Some((_, end))) = (a.interval(), b.interval())
            && end <= start
            && !matches!(to.what, Expression::Calendar(Calendar { year: Some(_), .. }))
        {
            let weekday = matches!(to.what, Expression::Calendar(Calendar { weekday: Some(_), field: None, .. }));
            let later = if weekday { b.shifted(7) } else { b.years(1) };
            if let Some(later) = later {
                last = Read::of(later, Basis::Context);
                time_of_day(to, &mut last);
            }
        }
        let interval = match (&first.interval, &last.interval) {
            (None, None) => None,
            (from, to) => Some(Interval {
                from: from.as_ref().and_then(|it| it.from.clone()),
                to: to.as_ref().and_then(|it| it.to.clone()),
            }),
        };
        let mut implied = first.implied;
        implied.extend(last.implied.iter().filter(|field| !first.known.contains(field)).copied());
        implied.dedup();
        Read {
            value: format!("{}/{}", first.value, last.value),
            interval,
            grain: first.grain,
            known: first.known,
            implied,
            basis: first.basis,
            doubt: first.doubt.or(last.doubt),
            ..Read::default()
        }
    }

    /// "earlier this year" ends at the reference date, "later this year" begins there.
    fn edge(&self, edge: Edge, read: &mut Read) {
        let (Some(date), Some((from, to))) = (self.date, read.period.and_then(Period::interval)) else { return };
        if read.grain == Some(Grain::Day) || !(from <= date && date < to) {
            return;
        }
        if let Some(interval) = &mut read.interval {
            match edge {
                Edge::Earlier => interval.to = Some(iso(date)),
                Edge::Later => interval.from = Some(iso(date)),
                _ => {}
            }
        }
    }
}
