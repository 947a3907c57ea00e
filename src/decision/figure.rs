//! Decisions about figures.

use super::item::{Article, Item, State};
use crate::figures::{self, Amount, Figure, Kind, Measures};
use crate::given::{Addition, Given, Layer, Value};
use crate::numeral::Decimal;
use crate::reason::{By, Confidence, Origin};
use crate::span::Span;
use crate::text::{self, Text};
use crate::{syntax, tag, times};
use std::borrow::Cow;

/// The kinds of figures by their words.
const KINDS: &[(&str, Kind)] = &[
    ("money", Kind::Money),
    ("percent", Kind::Percent),
    ("percentagePoint", Kind::PercentagePoint),
    ("count", Kind::Count),
    ("quantity", Kind::Quantity),
    ("ratio", Kind::Ratio),
    ("ordinal", Kind::Ordinal),
    ("rank", Kind::Rank),
    ("score", Kind::Score),
    ("age", Kind::Age),
    ("cardinal", Kind::Cardinal),
];

impl Item for Figure {
    type Kind = Kind;
    const LAYER: Layer = Layer::Figure;
    const NOUN: &'static str = "figure";

    fn span(&self) -> Span {
        self.span
    }

    fn state(&mut self) -> State<'_, Kind> {
        State { kind: self.kind, decided: &mut self.decided, by: &mut self.by, reasons: &mut self.reasons }
    }

    fn added((text, ..): Article<'_>, span: Span, addition: &Addition) -> Result<Figure, String> {
        let mut figure = match read(text.slice(span)) {
            Some(figure) => figure,
            None if !is_given(&addition.value) => {
                return Err(format!("“{}” gives no number: say how much it is", text.slice(span)));
            }
            None => {
                Figure::bare(span, Kind::Cardinal, Amount::Value(Decimal::ZERO), By { kind: Origin::User, rule: "" })
            }
        };
        figure.span = span;
        figure.by = By { kind: Origin::User, rule: "" };
        if let Some(kind) = &addition.kind {
            figure.relabel(text, kind)?;
        }
        if is_given(&addition.value) {
            figure.set_value(&addition.value)?;
        }
        Ok(figure)
    }

    fn relabel(&mut self, _: &Text, kind: &str) -> Result<(), String> {
        let found = KINDS.iter().find(|(name, _)| *name == kind);
        self.kind = found.ok_or_else(|| format!("“{kind}” is no kind of figure"))?.1;
        self.confidence = Confidence::High;
        Ok(())
    }

    fn place(&mut self, _: &Text, span: Span) -> Result<(), String> {
        self.span = span;
        Ok(())
    }

    fn set_value(&mut self, value: &Value) -> Result<(), String> {
        let amount = match (number(&value.value)?, number(&value.low)?, number(&value.high)?) {
            (Some(value), ..) => Some(Amount::Value(value)),
            (None, Some(low), Some(high)) if low > high && self.kind != Kind::Score => {
                return Err(format!("{low} is more than {high}"));
            }
            (None, None, None) => None,
            (None, low, high) => Some(Amount::Range { low, high }),
        };
        self.amount = amount.unwrap_or_else(|| self.amount.clone());
        let word = |word: &Option<String>| word.clone().filter(|word| !word.is_empty()).map(Cow::Owned);
        if value.unit.is_some() || value.unit_name.is_some() {
            (self.unit, self.unit_name) = (word(&value.unit), word(&value.unit_name));
            self.currency_assumed = false;
        }
        if let Some(what) = &value.what {
            let of = value.of.clone().filter(|of| !of.is_empty());
            self.measures = Some(Measures { what: what.clone(), of, span: self.span });
        }
        (self.also, self.confidence) = (None, Confidence::High);
        Ok(())
    }

    fn follow(&mut self, places: &[Option<usize>]) {
        if let Some(change) = &mut self.change {
            change.base = change.base.and_then(|base| places.get(base).copied().flatten());
        }
    }
}

/// Whether a person says how much it is.
fn is_given(value: &Value) -> bool {
    value.value.is_some() || value.low.is_some() || value.high.is_some()
}

/// A number as a person writes it: "1,200.50".
fn number(words: &Option<String>) -> Result<Option<Decimal>, String> {
    let Some(words) = words.as_deref().map(str::trim).filter(|words| !words.is_empty()) else { return Ok(None) };
    let digits = words.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}'));
    let plain: String = digits.map(|c| if c == '−' { '-' } else { c }).collect();
    plain.parse().map(Some).map_err(|_| format!("“{words}” is no number"))
}

/// The figure that words give when they are read by themselves.
fn read(words: &str) -> Option<Figure> {
    let text = text::read(words, &Given { insist: true, ..Given::default() });
    let tagged = tag::tag(&text);
    let times = times::find(&text, &tagged, &syntax::parse(&text, &tagged));
    let mut found = figures::find(&text, &tagged, &[], &times);
    found.truncate(1);
    found.pop().map(|figure| Figure { change: None, measures: None, ..figure })
}
