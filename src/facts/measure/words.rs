//! Words that tell how a figure stands to what it measures.

/// Verbs that give the size of their subject.
pub(super) fn is_state(base: &str) -> bool {
    matches!(
        base,
        "amount"
            | "average"
            | "cost"
            | "cover"
            | "equal"
            | "exceed"
            | "fetch"
            | "generate"
            | "hit"
            | "measure"
            | "produce"
            | "reach"
            | "remain"
            | "span"
            | "stand"
            | "stretch"
            | "surpass"
            | "top"
            | "total"
            | "weigh"
    )
}

/// Directions: "785 miles west of the island" measures how far west of the island.
pub(super) fn is_direction(norm: &str) -> bool {
    ["north", "south", "east", "west"].iter().any(|direction| norm.starts_with(direction)) && norm.len() <= 9
}

/// "more", "higher": how a figure compares, not what is measured.
pub(super) fn is_comparison(norm: &str) -> bool {
    matches!(
        norm,
        "more"
            | "weaker"
            | "stronger"
            | "heavier"
            | "lighter"
            | "cheaper"
            | "larger"
            | "smaller"
            | "bigger"
            | "faster"
            | "slower"
            | "greater"
            | "fewer"
            | "less"
            | "many"
            | "much"
            | "higher"
            | "lower"
    )
}

/// Nouns of change: "a 3% rise in sales" measures sales.
pub(super) fn is_change(norm: &str) -> bool {
    matches!(
        norm.strip_suffix('s').unwrap_or(norm),
        "rise"
            | "increase"
            | "fall"
            | "drop"
            | "decline"
            | "cut"
            | "gain"
            | "jump"
            | "reduction"
            | "decrease"
            | "surge"
            | "hike"
            | "growth"
            | "slump"
            | "dip"
    )
}

/// Nouns that name no measure: "in its first year", "in return".
pub(super) fn is_empty(norm: &str) -> bool {
    matches!(norm, "addition" | "all" | "day" | "month" | "order" | "quarter" | "return" | "week" | "year" | "years")
}
