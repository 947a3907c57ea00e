//! `money "$4.2bn" 4200000000 USD dollar`: kind, words, value (`low..high`), unit, its name; then what there is of
//! `assumed`, the sign of the approximation, `= 8 har` (the second reading; `≠` where they do not agree, `also`
//! where nothing tells),
//! `up`/`down`, `base "…"` and `measures what / of`.

use postil::Annotation;
use postil::figures::{Amount, Approx, Direction, Kind};
use std::fmt::Write as _;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let figures = &annotation.linked.figures;
    let line = |figure: &postil::figures::Figure| {
        let kind = match figure.kind {
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::PercentagePoint => "point",
            Kind::Count => "count",
            Kind::Quantity => "quantity",
            Kind::Ratio => "ratio",
            Kind::Ordinal => "ordinal",
            Kind::Rank => "rank",
            Kind::Score => "score",
            Kind::Age => "age",
            Kind::Cardinal => "cardinal",
        };
        let mut line = format!("{kind} {:?}", text.slice(figure.span));
        _ = write!(line, " {}", amount(&figure.amount));
        for unit in [&figure.unit, &figure.unit_name].into_iter().flatten() {
            _ = write!(line, " {unit}");
        }
        if figure.currency_assumed {
            line.push_str(" assumed");
        }
        if let Some(approx) = figure.approx {
            line.push_str(match approx {
                Approx::AtLeast => " ≥",
                Approx::AtMost => " ≤",
                Approx::MoreThan => " >",
                Approx::LessThan => " <",
                Approx::About => " ~",
            });
        }
        if let Some(also) = &figure.also {
            let sign = match also.agrees {
                Some(true) => "=",
                Some(false) => "≠",
                None => "also",
            };
            _ = write!(line, " {sign} {} {}", amount(&also.amount), also.unit);
        }
        if let Some(change) = figure.change {
            line.push_str(match change.direction {
                Direction::Up => " up",
                Direction::Down => " down",
            });
            if let Some(base) = change.base {
                _ = write!(line, " base {:?}", text.slice(figures[base].span));
            }
        }
        if let Some(measures) = &figure.measures {
            _ = write!(line, " measures {}", measures.what);
            if let Some(of) = &measures.of {
                _ = write!(line, " / {of}");
            }
        }
        line
    };
    figures.iter().map(line).collect()
}

fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Value(value) => value.to_string(),
        Amount::Range { low, high } => {
            let end = |end: &Option<_>| end.map_or(String::new(), |end: postil::numeral::Decimal| end.to_string());
            format!("{}..{}", end(low), end(high))
        }
    }
}
