//! Numbers of houses: "10 Downing Street", "1600 Pennsylvania Avenue".

use crate::figures::scene::Scene;

/// "10 Downing Street", "1600 Pennsylvania Avenue".
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    if !numeral.digits || numeral.scale != 0 || numeral.value.has_point() {
        return None;
    }
    let first = scene.behind(at);
    for here in first..first + 4 {
        if here >= scene.end(at) || !scene.capital(here) {
            return None;
        }
        let street = matches!(
            scene.norm(here),
            "street"
                | "avenue"
                | "road"
                | "lane"
                | "drive"
                | "boulevard"
                | "st"
                | "st."
                | "ave"
                | "ave."
                | "rd"
                | "blvd"
                | "square"
                | "place"
                | "court"
                | "terrace"
                | "crescent"
                | "parkway"
        );
        if street && here > first {
            return Some(1);
        }
    }
    None
}
