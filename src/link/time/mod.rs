//! Resolving: what a time means, against the reference date and the times before it.
//!
//! The values are those of TIMEX3 (TimeML 1.2.1). Without a reference date nothing relative is resolved:
//! the value keeps TIMEX3's X for each field that is not known. The times are taken in document order, so
//! that "that day" and "a year earlier" can look back.

mod calendar;
mod clock;
mod day;
mod field;
mod length;
mod range;
mod shift;
mod year;

use calendar::in_year;
use clock::{bounded, time_of_day};
use field::{fields_of, known, placeholder, reference_value};
use length::repeated_value;

use super::period::{Period, days_from, iso};
use super::{DateOrder, Reference};
use crate::reason::{Confidence, Reason};
use crate::text::Text;
use crate::times::expression::{Approx, Calendar, Edge, Expression, Field, Said, Tense, Unit, Which, Year};
use crate::times::{Basis, Grain, Interval, Kind, Meaning, Time};
use jiff::civil::Date;

/// Resolves times in document order.
pub(super) fn resolve(text: &Text, reference: &Reference, times: &mut [Time]) {
    let mut context = Context { date: reference.date, order: reference.date_order, ..Context::default() };
    let mut sentence = 0;
    for at in 0..times.len() {
        let (time, behind) = match &mut times[at..] {
            [time, behind, ..] => (time, Some(&*behind)),
            [time] => (time, None),
            [] => break,
        };
        while text.sentences.get(sentence).is_some_and(|it| it.span.end <= time.span.start) {
            sentence += 1;
        }
        context.sentence = sentence;
        context.container = behind.and_then(|behind| context.container(text, time, behind));
        context.beside_year = context.year_end.is_some_and(|end| {
            let gap = text.as_str().get(end as usize..time.span.start as usize);
            gap.is_some_and(|gap| gap.len() <= 8 && !gap.contains(['.', ';']))
        });
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
        let is_year =
            matches!(&time.said.what, Expression::Calendar(Calendar { year: Some(Year::Full(_)), field: None, .. }));
        context.year_end = is_year.then_some(time.span.end);
        time.meaning = read.meaning(&time.said);
    }
}

/// So many days on the other side of the reference date a time may lie from where its verb puts it: the parser may
/// have erred, and news says "last" or gives the year where the nearer day is not meant.
const WRONG: i32 = 45;

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
    /// Where the time before ends, if it is a year.
    year_end: Option<u32>,
    /// Whether a year stands right before: "In 2018, from May to July".
    beside_year: bool,
    /// What a length is a part of, or ends with: "2024" of "the first three months of 2024".
    container: Option<Container>,
}

/// The period that the words behind a length name.
#[derive(Clone, Copy, Debug)]
struct Container {
    from: Date,
    to: Date,
    /// "the three months to June 30": the length ends with it.
    ends: bool,
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

/// A day that its month does not have: "31 June", "Feb. 29, 2015".
fn no_such_day(calendar: &Calendar) -> Option<Read> {
    let Some(Field::Day { month: Some(month), day }) = calendar.field else { return None };
    let year = match calendar.year {
        Some(Year::Full(year)) => Some(year),
        _ => None,
    };
    // A leap year has every day that any year has.
    if Date::new(year.unwrap_or(2024), month as i8, day as i8).is_ok() {
        return None;
    }
    let year = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
    let doubt = Some(("no-such-day", "the month has no such day"));
    Some(Read { doubt, ..Read::open(format!("{year}-{month:02}-XX")) })
}

/// The first year of a season or a financial year: "the 1987/88 season, which begins on June 1".
fn first_of_season(said: &Said) -> Option<i16> {
    let Expression::Range(ends) = &said.what else { return None };
    let full = |said: &Said| match said.what {
        Expression::Calendar(Calendar { year: Some(Year::Full(year)), field: None, .. }) => Some(year),
        _ => None,
    };
    full(&ends.from).filter(|from| full(&ends.to) == Some(from + 1))
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
            self.edge(edge, said.piece, &mut read);
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
        if let Some(year) = first_of_season(said) {
            self.year = Some((year, self.sentence));
            self.last = Some((Period::Year(year), self.sentence));
            return;
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
        if let Some(read) = no_such_day(calendar) {
            return Read { known, ..read };
        }
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
        // "the Jan. 6 riot": the year of the riot, unless the article is older.
        if let Some(period) = calendar.event.and_then(|year| in_year(field, year))
            && self.date.is_none_or(|date| period.interval().is_some_and(|(from, _)| from <= date))
        {
            return Read::of(period, Basis::Context).because("named-event", "the event is known by its day");
        }
        // "In 1998 … in March": the year that the sentence has said.
        if let Some((year, sentence)) = self.year
            && sentence == self.sentence
            && (self.beside_year || tense != Some(Tense::Future) && self.date.is_none_or(|date| year < date.year() - 1))
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
            (Some(Which::This | Which::Any), _) => (in_year(field, year), Basis::Reference),
            (Some(Which::Last), _) => (candidates().rfind(|period| ends(period) <= date), Basis::Reference),
            (Some(Which::Next), _) => (candidates().find(|period| starts(period) > date), Basis::Reference),
            (Some(Which::That), _) => {
                let spoken = self.last.and_then(|(period, _)| period.interval());
                (in_year(field, spoken.map_or(of_day, |(from, _)| from).year()), Basis::Context)
            }
            (Some(Which::Previous), _) => (latest(of_day), Basis::Context),
            (Some(Which::Following), _) => (next(of_day), Basis::Context),
            // The tense decides only where last year's and next year's are both far: news gives the year,
            // or says "last", where the nearer one is not meant.
            (None, tense) => {
                let limit = if matches!(field, Field::Day { .. } | Field::Holiday(_)) { 100 } else { 45 };
                let near = nearest().filter(|period| away(period) <= limit);
                match tense {
                    Some(Tense::Past) => (
                        near.filter(|_| !matches!(field, Field::Quarter(_) | Field::Half(_)))
                            .filter(|period| days_from(date, starts(period)) <= WRONG)
                            .or_else(|| latest(date)),
                        Basis::Tense,
                    ),
                    Some(Tense::Future) => (
                        near.filter(|period| days_from(ends(period), date) <= WRONG).or_else(|| next(date)),
                        Basis::Tense,
                    ),
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
}
