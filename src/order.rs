//! Putting things in order.
//!
//! The standard library compiles its sort anew for every type and every order, some four kilobytes of the page's
//! module each time. This sorts one kind of thing, a key of two whole numbers with a place, and then carries the
//! items to where their keys went.

use crate::span::Span;

/// What is ordered by: first number, then second number, then the place it had.
pub type Key = (u64, u64);

/// Puts items in the order of their keys; those of equal keys keep theirs.
pub fn by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> Key) {
    let keys = items.iter().map(key).collect();
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(places(keys).into_iter().filter_map(|(.., place)| slots[place as usize].take()));
}

/// The key of a span: by its start, and the longer one first, so that what holds another comes before it.
pub const fn outer_first(span: Span) -> Key {
    (span.start as u64, u64::MAX - span.end as u64)
}

/// The key of a span: by its start, and the shorter one first.
pub const fn inner_first(span: Span) -> Key {
    (span.start as u64, span.end as u64)
}

fn places(keys: Vec<Key>) -> Vec<(u64, u64, u32)> {
    let mut places: Vec<_> = keys.into_iter().zip(0..).map(|((first, second), place)| (first, second, place)).collect();
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut words = vec!["may", "a", "be", "or", "not", "I"];
        by(&mut words, |word| (word.len() as u64, 0));
        assert_eq!(words, ["a", "I", "be", "or", "may", "not"]);
    }

    #[test]
    fn the_outer_span_comes_first() {
        let mut spans = vec![Span::new(4, 6), Span::new(2, 3), Span::new(2, 9)];
        by(&mut spans, |span| outer_first(*span));
        assert_eq!(spans, [Span::new(2, 9), Span::new(2, 3), Span::new(4, 6)]);
        by(&mut spans, |span| inner_first(*span));
        assert_eq!(spans, [Span::new(2, 3), Span::new(2, 9), Span::new(4, 6)]);
    }
}
