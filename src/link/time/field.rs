//! The fields of a calendar time: which are said, and what TIMEX3 writes for those that are not known.

use crate::times::Grain;
use crate::times::expression::{Calendar, Field, Unit, Vague, Year};
use crate::times::holiday::{self, When};

pub(super) fn placeholder(field: Field) -> String {
    match field {
        Field::Month(month) => format!("XXXX-{month:02}"),
        Field::Day { month: Some(month), day } => format!("XXXX-{month:02}-{day:02}"),
        Field::Day { month: None, day } => format!("XXXX-XX-{day:02}"),
        Field::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Field::Half(half) => format!("XXXX-H{half}"),
        Field::Season(season) => format!("XXXX-{}", season.code()),
        Field::WeekOf { .. } | Field::Week(_) => "XXXX-WXX".into(),
        Field::Holiday(index) => match holiday::all().get(usize::from(index)).map(|holiday| holiday.when) {
            Some(When::Fixed(month, day)) => format!("XXXX-{month:02}-{day:02}"),
            _ => "XXXX-XX-XX".into(),
        },
        Field::Open(..) => "XXXX-XX-XX".into(),
        Field::Decade { .. } => "XXX".into(),
        Field::Century(_) => "XX".into(),
    }
}

pub(super) fn unknown_shift(unit: Unit, count: i32, vague: Vague) -> String {
    match (unit, count) {
        (Unit::Day, 0) => "PRESENT_REF".into(),
        (Unit::Day | Unit::Night, _) => "XXXX-XX-XX".into(),
        (Unit::Week | Unit::Fortnight, _) => "XXXX-WXX".into(),
        (Unit::Weekend, _) => "XXXX-WXX-WE".into(),
        (Unit::Month, _) => "XXXX-XX".into(),
        (Unit::Quarter, _) => "XXXX-QX".into(),
        (Unit::Year, _) => "XXXX".into(),
        _ => reference_value(vague).into(),
    }
}

pub(super) fn reference_value(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    }
}

/// The fields that the words state.
pub(super) fn known(calendar: &Calendar) -> Vec<Grain> {
    let mut known = Vec::new();
    match calendar.field {
        Some(Field::Day { month, .. }) => {
            known.push(Grain::Day);
            known.extend(month.map(|_| Grain::Month));
        }
        Some(Field::Open(..) | Field::Holiday(_)) => known.extend([Grain::Day, Grain::Month]),
        Some(Field::Month(_)) => known.push(Grain::Month),
        Some(Field::Quarter(_)) => known.push(Grain::Quarter),
        Some(Field::Half(_)) => known.push(Grain::Half),
        Some(Field::Season(_)) => known.push(Grain::Season),
        Some(Field::Decade { short, .. }) => {
            known.push(Grain::Decade);
            if !short {
                known.push(Grain::Century);
            }
        }
        Some(Field::Century(_)) => known.push(Grain::Century),
        Some(Field::WeekOf { .. } | Field::Week(_)) => known.push(Grain::Week),
        None => {}
    }
    if matches!(calendar.year, Some(Year::Full(_))) {
        known.push(Grain::Year);
    }
    known
}

/// The fields that a piece of the calendar of this grain has.
pub(super) fn fields_of(grain: Grain) -> &'static [Grain] {
    match grain {
        Grain::Day => &[Grain::Day, Grain::Month, Grain::Year],
        Grain::Week => &[Grain::Week, Grain::Year],
        Grain::Weekend => &[Grain::Weekend, Grain::Year],
        Grain::Month => &[Grain::Month, Grain::Year],
        Grain::Quarter => &[Grain::Quarter, Grain::Year],
        Grain::Half => &[Grain::Half, Grain::Year],
        Grain::Season => &[Grain::Season, Grain::Year],
        Grain::Year => &[Grain::Year],
        Grain::Decade => &[Grain::Decade, Grain::Century],
        Grain::Century => &[Grain::Century],
        Grain::Second | Grain::Minute | Grain::Hour | Grain::DayPart => &[],
    }
}

pub(super) fn grain_of(unit: Unit) -> Grain {
    match unit {
        Unit::Second => Grain::Second,
        Unit::Minute => Grain::Minute,
        Unit::Hour => Grain::Hour,
        Unit::Day | Unit::Night => Grain::Day,
        Unit::Weekend => Grain::Weekend,
        Unit::Week | Unit::Fortnight => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Half => Grain::Half,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century | Unit::Millennium => Grain::Century,
    }
}
