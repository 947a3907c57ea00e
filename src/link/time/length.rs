//! Lengths and what comes again, as TIMEX3 writes them: "P2Y6M", "PXW", "XXXX-WXX-2".

use super::Read;
use super::clock::clock_value;
use super::field::grain_of;
use crate::times::Grain;
use crate::times::expression::{Amount, Repeated, Said, Unit};

pub(super) fn repeated_value(repeated: Repeated, said: &Said) -> Read {
    let part = said.part.map_or(String::new(), |part| format!("T{}", part.code()));
    let clock = said.clock.map_or(String::new(), clock_value);
    let day = format!("{part}{clock}");
    match repeated {
        Repeated::Every { unit: Unit::Weekend, .. } => {
            Read { grain: Some(Grain::Weekend), ..Read::open("XXXX-WXX-WE") }
        }
        Repeated::Every { count, unit, .. } => {
            let read = Read {
                grain: Some(grain_of(unit)),
                ..Read::open(length(&[(Amount::Exact(u32::from(count).into()), unit)]))
            };
            if clock.is_empty() { read } else { Read { value: format!("XXXX-XX-XX{clock}"), ..read } }
        }
        Repeated::Weekday(0) => Read { grain: Some(Grain::DayPart), ..Read::open(format!("XXXX-XX-XX{day}")) },
        Repeated::Weekday(weekday) => {
            Read { grain: Some(Grain::Day), ..Read::open(format!("XXXX-WXX-{weekday}{day}")) }
        }
        Repeated::Month(month) => Read { grain: Some(Grain::Month), ..Read::open(format!("XXXX-{month:02}")) },
        Repeated::Season(season) => {
            Read { grain: Some(Grain::Season), ..Read::open(format!("XXXX-{}", season.code())) }
        }
    }
}

/// TIMEX3's value of a length.
pub(super) fn length(parts: &[(Amount, Unit)]) -> String {
    let mut date = String::new();
    let mut time = String::new();
    // "a year and a half": halves are told in the next smaller unit.
    let mut pieces: Vec<(String, Unit)> = Vec::new();
    for &(amount, unit) in parts {
        match amount {
            Amount::Some => pieces.push(("X".into(), unit)),
            Amount::Exact(value) => {
                let whole = value.to_i64();
                let half = value.checked_mul(2u32.into()).and_then(|twice| twice.to_i64()).filter(|_| whole.is_none());
                let quarter = value.checked_mul(4u32.into()).and_then(|four| four.to_i64()).filter(|_| whole.is_none());
                let scaled = |count: i64, per: i64, of: i64| (count / of, count % of * per / of);
                match (whole, half, quarter, unit) {
                    (Some(whole), ..) => pieces.push((whole.to_string(), unit)),
                    (None, Some(count), _, Unit::Year) => split(&mut pieces, scaled(count, 12, 2), unit, Unit::Month),
                    (None, Some(1), _, Unit::Day) => pieces.push(("12".into(), Unit::Hour)),
                    (None, _, Some(count), Unit::Hour) => split(&mut pieces, scaled(count, 60, 4), unit, Unit::Minute),
                    (None, _, Some(count), Unit::Minute) => {
                        split(&mut pieces, scaled(count, 60, 4), unit, Unit::Second)
                    }
                    (None, Some(count), _, Unit::Decade) => pieces.push(((count * 5).to_string(), Unit::Year)),
                    (None, Some(count), _, Unit::Century) => pieces.push(((count * 50).to_string(), Unit::Year)),
                    _ => pieces.push((value.normalized().to_string(), unit)),
                }
            }
        }
    }
    // The half of "an hour and a half" is a part of its own: 1H and 30M.
    for (amount, unit) in pieces {
        let ten = |by: u32| {
            amount.parse::<i64>().ok().and_then(|count| count.checked_mul(i64::from(by))).map(|count| count.to_string())
        };
        match unit {
            Unit::Second => time.push_str(&(amount + "S")),
            Unit::Minute => time.push_str(&(amount + "M")),
            Unit::Hour => time.push_str(&(amount + "H")),
            Unit::Day | Unit::Night => date.push_str(&(amount + "D")),
            Unit::Weekend => date.push_str(&(amount + "WE")),
            Unit::Week => date.push_str(&(amount + "W")),
            Unit::Fortnight => date.push_str(&(ten(2).unwrap_or(amount) + "W")),
            Unit::Month => date.push_str(&(amount + "M")),
            Unit::Quarter => date.push_str(&(amount + "Q")),
            Unit::Half => date.push_str(&(ten(6).unwrap_or(amount) + "M")),
            Unit::Year => date.push_str(&(amount + "Y")),
            Unit::Decade => match ten(10) {
                Some(years) => date.push_str(&(years + "Y")),
                None => date.push_str(&(amount + "DE")),
            },
            Unit::Century => match ten(100) {
                Some(years) => date.push_str(&(years + "Y")),
                None => date.push_str(&(amount + "CE")),
            },
            Unit::Millennium => match ten(1000) {
                Some(years) => date.push_str(&(years + "Y")),
                None => date.push_str(&(amount + "ML")),
            },
        }
    }
    if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
}

pub(super) fn split(pieces: &mut Vec<(String, Unit)>, (large, small): (i64, i64), unit: Unit, smaller: Unit) {
    if large > 0 {
        pieces.push((large.to_string(), unit));
    }
    if small > 0 {
        pieces.push((small.to_string(), smaller));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_timex3_writes_them() {
        let half = crate::numeral::Decimal::new(25, -1).expect("2.5");
        assert_eq!(length(&[(Amount::Exact(half), Unit::Year)]), "P2Y6M");
        assert_eq!(
            length(&[(Amount::Exact(2u32.into()), Unit::Hour), (Amount::Exact(5u32.into()), Unit::Minute)]),
            "PT2H5M"
        );
        assert_eq!(length(&[(Amount::Some, Unit::Week)]), "PXW");
        assert_eq!(length(&[(Amount::Exact(2u32.into()), Unit::Decade)]), "P20Y");
    }
}
