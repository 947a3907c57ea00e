//! Numbers that are no figures although no time and no name has taken them: codes, addresses, idioms, and numbers
//! that name something ("version 2").

mod address;
mod code;
mod designator;
mod idiom;
mod name;

use super::scene::Scene;

/// Says how many anchors from `at` on are no figures, for one reason.
type Exclude = fn(&Scene, usize) -> Option<usize>;

/// The exclusions, in order.
pub const EXCLUSIONS: &[(&str, Exclude)] = &[
    ("part of a code, of a telephone number or of a version", code::find),
    ("part of a name", name::find),
    ("part of an address", address::find),
    ("an idiom", idiom::find),
];

/// Whether an anchor is no figure: how many anchors are not, and why.
pub fn exclude(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    EXCLUSIONS.iter().find_map(|(reason, rule)| Some((rule(scene, at)?, *reason)))
}
