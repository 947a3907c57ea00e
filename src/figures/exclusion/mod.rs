//! Numbers that are no figures: parts of dates and times of day, of names, codes and addresses.
//!
//! What is left out here is for the times or the names to take, or for nobody. Each exclusion says why.

mod address;
mod calendar;
mod code;
mod duration;
mod idiom;
mod name;

pub use calendar::time_unit;

use super::scene::Scene;

/// A reason to take a number for no figure; asks for the anchors that it speaks of, from `at` on.
type Exclude = fn(&Scene, usize) -> Option<usize>;

/// The exclusions, in order.
pub const EXCLUSIONS: &[(&str, Exclude)] = &[
    ("part of a date or a time of day", calendar::find),
    ("a duration", duration::find),
    ("part of a code, of a telephone number or of a version", code::find),
    ("part of a name", name::find),
    ("part of an address", address::find),
    ("a turn of phrase", idiom::find),
];

/// Whether an anchor is no figure: how many anchors are not, and why.
pub fn exclude(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    EXCLUSIONS.iter().find_map(|(reason, rule)| Some((rule(scene, at)?, *reason)))
}
