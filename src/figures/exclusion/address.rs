//! House numbers: "10 Downing Street", "1600 Pennsylvania Avenue".

use super::designator::{Place, after};
use crate::figures::scene::Scene;

/// More words than this do not stand between the number and "Street".
const REACH: usize = 4;

/// Finds the number of a house: digits before capitalised words, the second or a later one of which is a sort of street.
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    if !numeral.digits || numeral.scale != 0 || numeral.value.has_point() {
        return None;
    }
    let first = scene.behind(at);
    let last = scene.end(at).min(first + REACH);
    let mut words = (first..last).take_while(|at| scene.capital(*at)).skip(1);
    words.any(|at| after(scene.norm(at)) == Some(Place::Street)).then_some(1)
}
