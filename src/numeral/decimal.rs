//! Exact decimal numbers.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A decimal number, exact, with the precision it was written with: `mantissa × 10^exponent`.
///
/// "3.40" is 340 × 10⁻², "4.2 billion" is 42 × 10⁸; both ends of the scale that an article can reach
/// hold (thirty-eight digits, four hundred places either way). Comparison is by value: 3.40 equals 3.4.
/// Arithmetic is checked: what does not fit is `None`.
///
/// ```
/// use postil::numeral::Decimal;
/// let price: Decimal = "3.40".parse().unwrap();
/// assert_eq!(price.to_string(), "3.40");
/// assert_eq!(price.scaled(9).unwrap().to_string(), "3400000000");
/// assert_eq!(price, "3.4".parse().unwrap());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i128,
    exponent: i16,
}

/// Farther from the decimal point than this nothing is kept.
const MOST: i16 = 400;

impl Decimal {
    /// 0
    pub const ZERO: Decimal = Decimal { mantissa: 0, exponent: 0 };
    /// 1
    pub const ONE: Decimal = Decimal { mantissa: 1, exponent: 0 };

    /// `mantissa × 10^exponent`; `None` beyond four hundred places.
    pub const fn new(mantissa: i128, exponent: i16) -> Option<Decimal> {
        if exponent < -MOST || exponent > MOST { None } else { Some(Decimal { mantissa, exponent }) }
    }

    /// Reads ASCII digits that may hold one ".": the digits of a numeral without its grouping.
    pub(super) fn digits(bytes: impl Iterator<Item = u8>) -> Option<Decimal> {
        let (mut mantissa, mut exponent, mut zeros, mut point) = (0i128, 0i16, 0i16, false);
        for byte in bytes {
            if byte == b'.' {
                if point {
                    return None;
                }
                point = true;
                // Zeros before the point belong to the number; after it they are precision.
                mantissa = mantissa.checked_mul(10i128.checked_pow(zeros as u32)?)?;
                zeros = 0;
                continue;
            }
            if byte == b'0' && !point {
                zeros += 1;
                if zeros > MOST {
                    return None;
                }
                continue;
            }
            mantissa =
                mantissa.checked_mul(10i128.checked_pow(zeros as u32 + 1)?)?.checked_add((byte - b'0').into())?;
            zeros = 0;
            exponent -= i16::from(point);
        }
        if mantissa == 0 {
            zeros = 0;
        }
        match 10i128.checked_pow(zeros as u32).and_then(|power| mantissa.checked_mul(power)) {
            Some(whole) => Decimal::new(whole, exponent),
            None => Decimal::new(mantissa, exponent + zeros),
        }
    }

    /// Digits after the point that were written.
    pub fn places(self) -> u32 {
        (-self.exponent).max(0) as u32
    }

    /// The same times ten to the `by`, its precision kept.
    pub fn scaled(self, by: i16) -> Option<Decimal> {
        if self.mantissa == 0 { Some(self) } else { Decimal::new(self.mantissa, self.exponent.checked_add(by)?) }
    }

    /// Without a sign.
    pub fn abs(self) -> Decimal {
        if self.mantissa < 0 { self.negated() } else { self }
    }

    /// With the other sign.
    pub fn negated(self) -> Decimal {
        Decimal { mantissa: self.mantissa.saturating_neg(), ..self }
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether it has no fraction.
    pub fn is_integer(self) -> bool {
        self.normalized().exponent >= 0
    }

    /// Whether it was written with a decimal point.
    pub const fn has_point(self) -> bool {
        self.exponent < 0
    }

    /// The value as a whole number, if it is one and fits.
    pub fn to_i64(self) -> Option<i64> {
        let Decimal { mantissa, exponent } = self.normalized();
        let power = 10i128.checked_pow(u32::try_from(exponent).ok()?)?;
        i64::try_from(mantissa.checked_mul(power)?).ok()
    }

    /// The value as a whole number from 0, if it is one and fits.
    pub fn to_u32(self) -> Option<u32> {
        u32::try_from(self.to_i64()?).ok()
    }

    /// The same value without zeros at the end.
    pub fn normalized(self) -> Decimal {
        let Decimal { mut mantissa, mut exponent } = self;
        if mantissa == 0 {
            return Decimal::ZERO;
        }
        while mantissa % 10 == 0 && exponent < MOST {
            mantissa /= 10;
            exponent += 1;
        }
        Decimal { mantissa, exponent }
    }

    /// Both mantissas at the lower of the two exponents.
    fn level(self, other: Decimal) -> Option<(i128, i128, i16)> {
        if self.exponent > other.exponent {
            let (theirs, mine, exponent) = other.level(self)?;
            return Some((mine, theirs, exponent));
        }
        let gap = u32::try_from(other.exponent - self.exponent).ok()?;
        let theirs = if other.mantissa == 0 { 0 } else { other.mantissa.checked_mul(10i128.checked_pow(gap)?)? };
        Some((self.mantissa, theirs, self.exponent))
    }

    /// The sum.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let (a, b, exponent) = self.level(other)?;
        Decimal::new(a.checked_add(b)?, exponent)
    }

    /// The difference.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(other.negated())
    }

    /// The product.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        if let Some(mantissa) = self.mantissa.checked_mul(other.mantissa) {
            return Decimal::new(mantissa, self.exponent + other.exponent);
        }
        let (a, b) = (self.normalized(), other.normalized());
        Decimal::new(a.mantissa.checked_mul(b.mantissa)?, a.exponent + b.exponent)
    }

    /// The quotient to twelve significant digits at least, zeros at its end left out; exact where those do.
    pub fn checked_div(self, other: Decimal) -> Option<Decimal> {
        let (a, b) = (self.normalized(), other.normalized());
        if b.mantissa == 0 {
            return None;
        }
        let digits = |n: i128| n.unsigned_abs().checked_ilog10().unwrap_or(0) as i16;
        let lift = (12 + digits(b.mantissa) - digits(a.mantissa)).max(0);
        let numerator = a.mantissa.checked_mul(10i128.checked_pow(lift as u32)?)?;
        let half = b.mantissa.abs() / 2;
        let rounded = (numerator.abs().checked_add(half)? / b.mantissa.abs())
            * if (numerator < 0) == (b.mantissa < 0) { 1 } else { -1 };
        Decimal::new(rounded, a.exponent - b.exponent - lift).map(Decimal::normalized)
    }

    /// Rounded, half away from nothing, to so many digits after the point.
    pub fn rounded(self, places: i16) -> Decimal {
        let cut = -places - self.exponent;
        if cut <= 0 {
            return self;
        }
        let Some(power) = 10i128.checked_pow(cut as u32) else {
            return Decimal { mantissa: 0, exponent: -places };
        };
        let half = if self.mantissa < 0 { -(power / 2) } else { power / 2 };
        Decimal { mantissa: self.mantissa.saturating_add(half) / power, exponent: -places }
    }

    /// The size of one unit in the last place that was written: a tenth for "2.5", a hundred million for
    /// "2.5 billion", and for "20,000" ten thousand.
    pub fn grain(self) -> Decimal {
        let exponent = if self.exponent < 0 { self.exponent } else { self.normalized().exponent };
        Decimal { mantissa: 1, exponent }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let (a, b) = (self.normalized(), other.normalized());
        if a.mantissa.signum() != b.mantissa.signum() {
            return a.mantissa.signum().cmp(&b.mantissa.signum());
        }
        match a.level(b) {
            Some((a, b, _)) => a.cmp(&b),
            // They differ by so many places that the exponents decide.
            None if a.mantissa < 0 => b.exponent.cmp(&a.exponent),
            None => a.exponent.cmp(&b.exponent),
        }
    }
}

impl fmt::Display for Decimal {
    /// In plain digits, never in powers of ten.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let mut plain = String::new();
        if self.exponent >= 0 {
            plain.push_str(&digits);
            if self.mantissa != 0 {
                plain.extend(std::iter::repeat_n('0', self.exponent as usize));
            }
        } else {
            let places = self.places() as usize;
            let padded = format!("{digits:0>width$}", width = places + 1);
            let (whole, fraction) = padded.split_at(padded.len() - places);
            plain.push_str(whole);
            plain.push('.');
            plain.push_str(fraction);
        }
        f.pad_integral(self.mantissa >= 0, "", &plain)
    }
}

/// The text is no decimal number, or one of too many digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDecimalError(());

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number")
    }
}

impl std::error::Error for ParseDecimalError {}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    /// Reads "-12.50": a sign, digits, a point.
    fn from_str(text: &str) -> Result<Decimal, ParseDecimalError> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let plain = unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && unsigned.bytes().any(|byte| byte.is_ascii_digit());
        let value = if plain { Decimal::digits(unsigned.bytes()) } else { None };
        let value = value.ok_or(ParseDecimalError(()))?;
        Ok(if text.starts_with('-') { value.negated() } else { value })
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Decimal {
        Decimal { mantissa: value.into(), exponent: 0 }
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Decimal {
        Decimal { mantissa: value.into(), exponent: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn keeps_what_was_written() {
        for text in ["0", "3.40", "-3.40", "0.05", "1000000", "0.00", "100.0", "12345678901234567890.123456789"] {
            assert_eq!(decimal(text).to_string(), text);
        }
        assert_eq!(decimal("007").to_string(), "7");
        assert_eq!(decimal(".5").to_string(), "0.5");
    }

    #[test]
    fn holds_the_very_large_and_the_very_small() {
        let googol = format!("1{}", "0".repeat(100));
        assert_eq!(decimal(&googol).to_string(), googol);
        assert_eq!(decimal("1.6").scaled(-35).map(|d| d.places()), Some(36));
        assert!("9".repeat(60).parse::<Decimal>().is_err());
        assert!(decimal("1").scaled(300).expect("fits") > decimal("2").scaled(100).expect("fits"));
        assert!(decimal("-1").scaled(300).expect("fits") < decimal("-2").scaled(100).expect("fits"));
        assert_eq!(decimal("1").scaled(500), None);
    }

    #[test]
    fn computes() {
        assert_eq!(decimal("0.1").checked_add(decimal("0.2")), Some(decimal("0.3")));
        assert_eq!(decimal("1").checked_div(decimal("8")), Some(decimal("0.125")));
        assert_eq!(decimal("2").checked_div(decimal("3")).map(|d| d.to_string()), Some("0.666666666667".into()));
        assert_eq!(decimal("1").checked_div(Decimal::ZERO), None);
        assert_eq!(decimal("-2.5").checked_mul(decimal("4")), Some(decimal("-10")));
        assert_eq!(decimal("2.345").rounded(2).to_string(), "2.35");
        assert_eq!(decimal("20000").grain().to_string(), "10000");
        assert_eq!(decimal("3.40"), decimal("3.4"));
        assert_eq!(decimal("4.2").scaled(9).and_then(Decimal::to_i64), Some(4_200_000_000));
        assert_eq!(decimal("4.2").to_i64(), None);
    }
}
