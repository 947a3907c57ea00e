//! What a written number may stand for: exact decimals, with what rounding leaves open.

use crate::figures::{Amount, Approx, Figure, Kind};
use crate::numeral::Decimal;

/// Between what a number lies, both ends included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub low: Decimal,
    pub high: Decimal,
}

impl Bounds {
    pub fn overlaps(self, other: Bounds) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub fn plus(self, other: Bounds) -> Option<Bounds> {
        Some(Bounds { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }
}

/// The number of a figure that is said exactly.
pub(super) fn exact(figure: &Figure) -> Option<Decimal> {
    value(figure).filter(|_| figure.approx.is_none())
}

/// The number of a figure that is no range.
pub(super) fn value(figure: &Figure) -> Option<Decimal> {
    match figure.amount {
        Amount::Value(value) => Some(value),
        Amount::Range { .. } => None,
    }
}

/// From half a unit of the last place below a number to half a unit above it. A round "20,000" may be rounded to its
/// zeros, but is not off by more than a fortieth; a small one by not more than a twelfth.
pub(super) fn range(value: Decimal) -> Option<Bounds> {
    let half = value.grain().checked_div(Decimal::from(2u32))?;
    let fortieth = value.abs().checked_div(Decimal::from(40u32))?;
    let twelfth = value.abs().checked_div(Decimal::from(12u32))?;
    around(value, if half > Decimal::ONE { half.min(fortieth) } else { half.min(twelfth) })
}

/// What a percentage may be rounded from: "10%" is written to a whole percent, not to ten of them.
pub(super) fn percent(figure: &Figure) -> Option<Bounds> {
    let value = exact(figure)?.abs();
    let grain = if value.has_point() { value.grain() } else { Decimal::ONE };
    around(value, grain.checked_mul(Decimal::new(55, -2)?)?)
}

/// Like [`range`], but things that are counted are counted exactly up to a thousand.
pub(super) fn counted(figure: &Figure) -> Option<Bounds> {
    let value = exact(figure)?;
    let counts = matches!(figure.kind, Kind::Count | Kind::Cardinal | Kind::Age);
    let whole = counts && value.is_integer() && value < Decimal::from(1000u32);
    if whole { Some(Bounds { low: value, high: value }) } else { range(value) }
}

/// What a figure leaves open, "about" and "at least" taken at their word.
pub(super) fn open(figure: &Figure) -> Option<Bounds> {
    let (low, high) = match figure.amount {
        Amount::Value(value) => (value, value),
        Amount::Range { low, high } => (low?, high?),
    };
    let (least, most) = (range(low)?, range(high)?);
    let bounds = Bounds { low: least.low, high: most.high };
    let most = Decimal::new(1, 30)?;
    Some(match figure.approx {
        None => bounds,
        Some(Approx::About) => Bounds {
            low: low.checked_sub(low.checked_div(Decimal::from(10u32))?)?,
            high: high.checked_add(high.checked_div(Decimal::from(10u32))?)?,
        },
        Some(Approx::AtLeast | Approx::MoreThan) => Bounds { high: most, ..bounds },
        Some(Approx::AtMost | Approx::LessThan) => Bounds { low: Decimal::ZERO, ..bounds },
    })
}

/// Whether two figures may give the same number.
pub(super) fn may_agree(one: &Figure, other: &Figure) -> bool {
    open(one).zip(open(other)).is_none_or(|(one, other)| one.overlaps(other))
}

/// Whether a number is within so many hundredths of another.
pub(super) fn is_near(one: Decimal, other: Decimal, hundredths: u32) -> bool {
    let slack =
        other.abs().checked_mul(Decimal::from(hundredths)).and_then(|all| all.checked_div(Decimal::from(100u32)));
    one.checked_sub(other).zip(slack).is_none_or(|(off, slack)| off.abs() <= slack)
}

fn around(value: Decimal, half: Decimal) -> Option<Bounds> {
    Some(Bounds { low: value.checked_sub(half)?, high: value.checked_add(half)? })
}
