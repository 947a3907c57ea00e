//! Events that are known by their day: "the Jan. 6 riot" is of 2021, whatever the year of the article.

use super::scan::Scan;
use crate::lexicon::rows;
use std::sync::LazyLock;

struct Event {
    month: u8,
    day: u8,
    year: i16,
    words: Vec<&'static str>,
}

static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    rows(include_str!("../../data/lexicon/dated_events.tsv"))
        .filter_map(|row| match row[..] {
            [month, day, year, words] => Some(Event {
                month: month.parse().ok()?,
                day: day.parse().ok()?,
                year: year.parse().ok()?,
                words: words.split(' ').collect(),
            }),
            _ => None,
        })
        .collect()
});

/// The year of the event that the words behind a month and day speak of.
pub(super) fn year(scan: &Scan, after: usize, month: u8, day: u8) -> Option<i16> {
    let named = |word: &str| {
        let event = EVENTS.iter().find(|event| (event.month, event.day) == (month, day) && event.words.contains(&word));
        event.map(|event| event.year)
    };
    // "the Jan. 6 riot", "the Jan. 6 Capitol riot", "the 7 October Hamas attacks"
    named(scan.bare(after)).or_else(|| named(scan.bare(after + 1)).filter(|_| scan.capital(after)))
}
