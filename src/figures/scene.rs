//! What the rules look at: the numerals of the text, each with its sentence, found once for all of them.

use super::money;
use super::taken::Taken;
use super::{Amount, Change, Figure, Kind};
use crate::numeral::{self, Decimal, Numeral};
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::{Text, TokenKind};
use crate::view::View;
use std::borrow::Cow;
use std::ops::{Deref, Range};

/// The text and the places where a figure may be.
///
/// It answers what its view answers.
pub struct Scene<'t> {
    view: View<'t>,
    taken: Taken,
    /// Where a figure may be, in order and apart from each other.
    pub anchors: Vec<Anchor>,
}

/// A place where a figure may be.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The number that stands there; of an article the number one, of "doubled" the number two.
    pub numeral: Numeral,
    /// What it is.
    pub sort: Sort,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
}

/// What stands at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A number.
    Numeral,
    /// "a" before a unit: "a dollar", "an acre".
    Article,
    /// "doubled", "halved", "threefold".
    Multiple,
    /// A number of a time or of a name, which is no figure and no end of one: "11" in "June 11".
    Taken,
}

/// A figure on its way through the refiners.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is proposed.
    pub figure: Figure,
    /// The tokens that it covers.
    pub tokens: Range<usize>,
    /// The anchors that it takes.
    pub anchors: Range<usize>,
    /// Its unit, currency or noun was not said with it: another end of a range may lend its own.
    pub bare: bool,
    /// The power of ten that its magnitude adds.
    pub scale: i16,
}

impl<'t> Deref for Scene<'t> {
    type Target = View<'t>;

    fn deref(&self) -> &View<'t> {
        &self.view
    }
}

impl<'t> Scene<'t> {
    /// Finds the numerals of the annotated sentences.
    pub fn new(text: &'t Text, tagged: &'t Tagged, taken: Taken) -> Scene<'t> {
        let mut anchors = Vec::new();
        let mut found = Vec::new();
        for sentence in text.included() {
            let tokens = sentence.tokens.clone();
            numeral::scan(text, tokens.clone(), money::is_prefix, &mut found);
            let mut at = tokens.start;
            for numeral in found.drain(..) {
                others(text, at..numeral.tokens.start, &tokens, &mut anchors);
                at = numeral.tokens.end;
                anchors.push(Anchor {
                    numeral: signed(text, numeral, tokens.start),
                    sort: Sort::Numeral,
                    sentence: tokens.clone(),
                });
            }
            others(text, at..tokens.end, &tokens, &mut anchors);
        }
        for anchor in &mut anchors {
            if taken.all(anchor.numeral.tokens.clone()) {
                anchor.sort = Sort::Taken;
            }
        }
        Scene { view: View::new(text, tagged), taken, anchors }
    }

    /// The numeral of an anchor.
    pub fn numeral(&self, at: usize) -> &Numeral {
        &self.anchors[at].numeral
    }

    /// Whether a person's or a place's name ends at token `at`.
    pub fn ends_name(&self, at: usize) -> bool {
        self.taken.ends_name(at)
    }

    /// Whether a person's name ends at token `at`.
    pub fn ends_person(&self, at: usize) -> bool {
        self.taken.ends_person(at)
    }

    /// The first token after an anchor: its glued letters, if it has some.
    pub fn behind(&self, at: usize) -> usize {
        let numeral = self.numeral(at);
        match numeral.tail {
            Some(tail) if self.text.tokens[numeral.tokens.end - 1].span == tail => numeral.tokens.end - 1,
            _ => numeral.tokens.end,
        }
    }

    /// One past the last token of an anchor's sentence.
    pub fn end(&self, at: usize) -> usize {
        self.anchors[at].sentence.end
    }

    /// The `back`th token before token `at` (0 the one directly before it), within the sentence of `anchor`.
    pub fn before(&self, anchor: usize, at: usize, back: usize) -> &'t str {
        match at.checked_sub(back + 1) {
            Some(token) if token >= self.anchors[anchor].sentence.start => self.text.norm(token),
            _ => "",
        }
    }

    /// The anchor that begins at token `at`, from `from` on.
    pub fn anchor_at(&self, from: usize, at: usize) -> Option<usize> {
        let anchor = self.anchors.get(from)?;
        if anchor.numeral.tokens.start == at && anchor.sort == Sort::Numeral { Some(from) } else { None }
    }

    /// A draft of a figure over `span`, of one anchor.
    pub fn draft(&self, at: usize, kind: Kind, rule: &'static str, span: Span) -> Draft {
        let numeral = self.numeral(at);
        let mut tokens = self.text.tokens_in(span);
        tokens.end = tokens.end.max(tokens.start + 1);
        Draft {
            figure: Figure::bare(span, kind, Amount::Value(numeral.value), By::rule(rule)),
            tokens,
            anchors: at..at + 1,
            bare: false,
            scale: numeral.scale,
        }
    }
}

impl Draft {
    /// With another value.
    pub fn value(mut self, value: Decimal) -> Draft {
        self.figure.amount = Amount::Value(value);
        self
    }

    /// With a unit: its code and its name.
    pub fn unit(mut self, code: impl Into<Cow<'static, str>>, name: impl Into<Cow<'static, str>>) -> Draft {
        self.figure.unit = Some(code.into());
        self.figure.unit_name = Some(name.into());
        self
    }

    /// With the name of what is counted.
    pub fn name(mut self, name: impl Into<Cow<'static, str>>) -> Draft {
        self.figure.unit_name = Some(name.into());
        self
    }

    /// With a reason.
    pub fn because(mut self, reason: Reason) -> Draft {
        self.figure.reasons.push(reason);
        self
    }

    /// Taking anchors up to `end`.
    pub fn taking(mut self, end: usize) -> Draft {
        self.anchors.end = end;
        self
    }

    /// With so much trust.
    pub fn trust(mut self, confidence: Confidence) -> Draft {
        self.figure.confidence = confidence;
        self
    }

    /// As a change in a direction.
    pub fn changing(mut self, direction: super::Direction) -> Draft {
        self.figure.change = Some(Change { direction, base: None });
        self
    }
}

/// A number with the sign before it: "-1.3", "+1.1", "minus 40", "minus-260", and "(1.2)" in a table.
fn signed(text: &Text, mut numeral: Numeral, first: usize) -> Numeral {
    let start = numeral.tokens.start;
    if start <= first || numeral.kind == numeral::Kind::Ordinal {
        return numeral;
    }
    let mut sign = start - 1;
    let mut end = numeral.span.end;
    let mut minus = match text.norm(sign) {
        "-" | "−" | "–" | "+" if numeral.digits && text.tokens[sign].span.end == numeral.span.start => {
            let is_sign = opens(text, sign, first, &numeral);
            if is_sign {
                numeral.span = Span::new(text.tokens[sign].span.start, numeral.span.end);
                numeral.tokens.start = sign;
            }
            is_sign && text.norm(sign) != "+"
        }
        // "plus or minus 3 points" is either way.
        "minus" => !(sign >= first + 2 && text.norm(sign - 1) == "or" && text.norm(sign - 2) == "plus"),
        "negative" => true,
        _ => false,
    };
    // "minus-260 degrees"
    if text.norm(sign) == "-" && sign > first && matches!(text.norm(sign - 1), "minus" | "negative") {
        (minus, sign) = (true, sign - 1);
    }
    if bracketed(text, &numeral, first) {
        minus = true;
        end = text.tokens[numeral.tokens.end].span.end;
        numeral.tokens.end += 1;
    }
    if minus {
        numeral.value = numeral.value.negated();
        numeral.span = Span::new(text.tokens[sign].span.start, end);
        numeral.tokens.start = sign;
    }
    numeral
}

/// Whether a glued sign at token `sign` is that of the number after it: "10-20" has none, "$-20" has one.
fn opens(text: &Text, sign: usize, first: usize, numeral: &Numeral) -> bool {
    let before = text.as_str()[..text.tokens[sign].span.start as usize].chars().next_back();
    let open = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '$' | '€' | '£' | '~' | ',' | ':'));
    let number = sign > first && text.tokens[sign - 1].kind == TokenKind::Number;
    // "2000 -2500 Calories" is a range, "Stoxx 50 -1.3%" none.
    open && (!number || text.as_str()[numeral.span.end as usize..].starts_with('%'))
}

/// Whether a number stands in brackets beside another, as tables write losses: "Net income (1.2) 3.4".
fn bracketed(text: &Text, numeral: &Numeral, first: usize) -> bool {
    let Some(open) = numeral.tokens.start.checked_sub(1) else { return false };
    let close = numeral.tokens.end;
    let number = |at: usize| text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let exact = numeral.digits && text.slice(numeral.span).contains(['.', ',']) && numeral.tail.is_none();
    exact
        && text.norm(open) == "("
        && close < text.tokens.len()
        && text.norm(close) == ")"
        && text.tokens[close].span.start == numeral.span.end
        && open > first
        && {
            let bracket_before = text.norm(open - 1) == ")" && open > 1 && number(open - 2);
            let bracket_behind = text.norm(close + 1) == "(" && number(close + 2);
            let last = !text.norm(close + 2).starts_with(char::is_alphabetic);
            bracket_before || bracket_behind || number(close + 1) && (number(open - 1) || last)
        }
}

/// Anchors that are no numerals: "a dollar", "doubled".
fn others(text: &Text, tokens: Range<usize>, sentence: &Range<usize>, anchors: &mut Vec<Anchor>) {
    for at in tokens {
        let norm = text.norm(at);
        let (sort, value) = match norm {
            "a" | "an" => {
                let noun = text.norm(at + 1);
                let unit = matches!(
                    noun,
                    "dollar"
                        | "euro"
                        | "penny"
                        | "cent"
                        | "rupee"
                        | "shekel"
                        | "rouble"
                        | "ruble"
                        | "buck"
                        | "quid"
                        | "mile"
                        | "kilometre"
                        | "kilometer"
                        | "km"
                        | "metre"
                        | "meter"
                        | "gallon"
                        | "litre"
                        | "liter"
                        | "millilitre"
                        | "milliliter"
                        | "ml"
                        | "kilogram"
                        | "kilo"
                        | "kg"
                        | "lb"
                        | "acre"
                        | "hectare"
                        | "centimetre"
                        | "centimeter"
                        | "cm"
                        | "inch"
                        | "tonne"
                        | "ton"
                        | "ounce"
                        | "barrel"
                        | "gram"
                        | "pound"
                        | "megabyte"
                        | "gigabyte"
                        | "terabyte"
                        | "megawatt"
                        | "gigawatt"
                        | "kibibyte"
                        | "pint"
                );
                // "$2 a litre" is a rate, and "a barrel bomb" no barrel.
                let rate = at > sentence.start
                    && (text.tokens[at - 1].kind == TokenKind::Number
                        || anchors.last().is_some_and(|last: &Anchor| {
                            last.numeral.tokens.end + 2 >= at
                                && last.sentence == *sentence
                                && !matches!(text.norm(at - 1), "," | "and" | "or" | "to" | ";" | "(")
                        }));
                let noun_follows = matches!(noun, "barrel" | "ton" | "pound" | "inch" | "pint" | "mile")
                    && matches!(text.norm(at + 2), "-" | "bomb" | "bombs");
                if !unit || rate || noun_follows || at + 1 >= sentence.end {
                    continue;
                }
                (Sort::Article, 1)
            }
            "doubled" | "doubles" | "doubling" | "double" | "twice" | "twofold" => (Sort::Multiple, 2),
            "tripled" | "triples" | "tripling" | "triple" | "trebled" | "trebling" | "threefold" | "thrice" => {
                (Sort::Multiple, 3)
            }
            "quadrupled" | "quadruple" | "quadrupling" | "fourfold" => (Sort::Multiple, 4),
            "quintupled" | "fivefold" => (Sort::Multiple, 5),
            "tenfold" => (Sort::Multiple, 10),
            "hundredfold" => (Sort::Multiple, 100),
            "halved" | "halves" | "halving" | "halve" => (Sort::Multiple, -2),
            _ => continue,
        };
        let value =
            if value < 0 { Decimal::new(5, -1).unwrap_or(Decimal::ONE) } else { Decimal::from(i64::from(value)) };
        anchors.push(Anchor {
            numeral: Numeral {
                value,
                span: text.tokens[at].span,
                tokens: at..at + 1,
                kind: numeral::Kind::Cardinal,
                digits: false,
                scale: 0,
                tail: None,
            },
            sort,
            sentence: sentence.clone(),
        });
    }
}
