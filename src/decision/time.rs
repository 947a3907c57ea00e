//! Decisions about times.

use super::item::{Article, Item, State};
use crate::given::{Addition, Layer, Value};
use crate::reason::{By, Confidence, Origin};
use crate::span::Span;
use crate::text::Text;
use crate::times::expression::{Calendar, Ends, Field, Year};
use crate::times::{self, Expression, Kind, Meaning, Said, Time};
use jiff::civil::Date;

impl Item for Time {
    type Kind = Kind;
    const LAYER: Layer = Layer::Time;
    const NOUN: &'static str = "time";

    fn span(&self) -> Span {
        self.span
    }

    fn state(&mut self) -> State<'_, Kind> {
        State { kind: self.kind, decided: &mut self.decided, by: &mut self.by, reasons: &mut self.reasons }
    }

    fn added((text, tagged, parsed): Article<'_>, span: Span, addition: &Addition) -> Result<Time, String> {
        let said = said(&addition.value)?;
        let found = times::find_within(text, tagged, parsed, text.tokens_in(span)).into_iter().next();
        let mut time = match (found, said) {
            (Some(time), _) => time,
            (None, Some(_)) => Time {
                span,
                kind: Kind::Date,
                said: Said::new(Expression::OfDay),
                meaning: Meaning::default(),
                event: None,
                decided: None,
                confidence: Confidence::High,
                by: By { kind: Origin::User, rule: "" },
                reasons: Vec::new(),
            },
            (None, None) => return Err(format!("“{}” gives no date: say which it is", text.slice(span))),
        };
        time.span = span;
        time.by = By { kind: Origin::User, rule: "" };
        if addition.value.from.is_some() {
            time.set_value(&addition.value)?;
        }
        Ok(time)
    }

    fn relabel(&mut self, _: &Text, _: &str) -> Result<(), String> {
        Err("the kind of a time follows from its value".to_owned())
    }

    fn place(&mut self, _: &Text, span: Span) -> Result<(), String> {
        self.span = span;
        Ok(())
    }

    /// Says the date in place of what was said, so that "the day before" counts from it as well.
    fn set_value(&mut self, value: &Value) -> Result<(), String> {
        self.said = said(value)?.ok_or("say which day, month or year it is")?;
        self.kind = if matches!(self.said.what, Expression::Range(_)) { Kind::Range } else { Kind::Date };
        self.confidence = Confidence::High;
        Ok(())
    }
}

/// A date, or from one to another.
fn said(value: &Value) -> Result<Option<Said>, String> {
    let date = |words: &Option<String>| match words.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) => calendar(words).map(Some).ok_or_else(|| format!("“{words}” is no day, month or year")),
        None => Ok(None),
    };
    let said = |(calendar, _): (Calendar, Date)| Said::new(Expression::Calendar(calendar));
    Ok(match (date(&value.from)?, date(&value.to)?) {
        (Some(from), Some(to)) if to.1 < from.1 => return Err("it ends before it begins".to_owned()),
        (Some(from), Some(to)) => Some(Said::new(Expression::Range(Box::new(Ends { from: said(from), to: said(to) })))),
        (one, other) => one.or(other).map(said),
    })
}

/// `2025-06-10`, `2025-06` or `2025`, with its first day.
fn calendar(words: &str) -> Option<(Calendar, Date)> {
    let parts: Vec<&str> = words.split('-').collect();
    let digits = |at: usize, count: usize| {
        let part = parts.get(at).filter(|part| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()));
        part.map(|part| part.bytes().fold(0i16, |number, digit| number * 10 + i16::from(digit - b'0')))
    };
    let year = digits(0, 4)?;
    let (field, month, day) = match parts.len() {
        1 => (None, 1, 1),
        2 => {
            let month = digits(1, 2)? as u8;
            (Some(Field::Month(month)), month, 1)
        }
        3 => {
            let (month, day) = (digits(1, 2)? as u8, digits(2, 2)? as u8);
            (Some(Field::Day { month: Some(month), day }), month, day)
        }
        _ => return None,
    };
    let first = Date::new(year, month as i8, day as i8).ok()?;
    Some((Calendar { year: Some(Year::Full(year)), field, ..Calendar::default() }, first))
}
