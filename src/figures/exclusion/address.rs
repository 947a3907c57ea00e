//! House numbers: "10 Downing Street", "16-18 Mill Avenue", "13190 SW 68th Parkway", "the 1800 block".

use super::designator::{Place, after};
use crate::figures::scene::Scene;
use crate::numeral::Kind;

/// More words than this do not stand between the number and "Street".
const REACH: usize = 4;

/// Finds the number of a house and that of a numbered street.
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    if !numeral.digits || numeral.scale != 0 || numeral.value.has_point() {
        return None;
    }
    let behind = scene.behind(at);
    // "the 1800 block of Mill Street"
    let block = scene.norm(behind) == "block" && behind < scene.end(at) && numeral.value >= 100u32.into();
    if block || is_street(scene, behind, scene.end(at)) || numeral.kind == Kind::Ordinal && street(scene, behind) {
        return Some(1);
    }
    // "16-18 Mill Avenue"
    let second = scene.anchor_at(at + 1, behind + 1).filter(|_| scene.dash(behind) && !scene.spaced(behind))?;
    is_street(scene, scene.behind(second), scene.end(at)).then_some(2)
}

/// Whether capitalised words stand at `first`, the second or a later one of which is a sort of street.
fn is_street(scene: &Scene, first: usize, end: usize) -> bool {
    let last = end.min(first + REACH);
    let of_name = |at: &usize| scene.capital(*at) || scene.raw(*at).starts_with(|first: char| first.is_ascii_digit());
    let mut words = (first..last).take_while(of_name).skip(1);
    words.any(|at| street(scene, at))
}

fn street(scene: &Scene, at: usize) -> bool {
    scene.capital(at) && after(scene.norm(at)) == Some(Place::Street)
}
