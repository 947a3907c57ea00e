//! Changes: "rose 3% to $4.2bn from $4.1bn", "a 12% fall", "up 20 points", "losses of $3m".
//!
//! Of "rose A to B from C" all three say which way, and A and B know C as what they started from.

use super::scene::{Draft, Scene};
use super::{Amount, Change, Direction, Kind};
use crate::lexicon;
use crate::reason::Reason;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The direction of a verb of change.
pub fn verb(norm: &str) -> Option<Direction> {
    CHANGES.get(norm)?.verb
}

fn noun(norm: &str) -> Option<Direction> {
    CHANGES.get(norm)?.noun
}

/// What a word says as a verb, and what as a noun.
#[derive(Clone, Copy, Default)]
struct Word {
    verb: Option<Direction>,
    noun: Option<Direction>,
}

static CHANGES: LazyLock<FxHashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Word> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/changes.tsv")) {
        let [word, sort, direction] = row[..] else { continue };
        let word = words.entry(word).or_default();
        let direction = Some(if direction == "up" { Direction::Up } else { Direction::Down });
        if sort == "verb" {
            word.verb = direction;
        } else {
            word.noun = direction;
        }
    }
    words
});

/// Marks changes.
pub fn refine(scene: &Scene, mut drafts: Vec<Draft>) -> Vec<Draft> {
    for at in 0..drafts.len() {
        if drafts[at].figure.change.is_some()
            || matches!(drafts[at].figure.kind, Kind::Ordinal | Kind::Rank | Kind::Age | Kind::Score)
        {
            continue;
        }
        if let Some((direction, word)) = behind(scene, &drafts[at]) {
            mark(scene, &mut drafts[at], direction, word);
            continue;
        }
        match before(scene, &drafts[at]) {
            Some((direction, word)) => {
                mark(scene, &mut drafts[at], direction, word);
                chain(scene, &mut drafts, at, direction, word);
            }
            None => from_to(scene, &mut drafts, at),
        }
    }
    drafts
}

/// "from 208 pounds to 191": a change downwards whatever the verb; upwards it would be a range.
fn from_to(scene: &Scene, drafts: &mut [Draft], at: usize) {
    let [first, second, ..] = &drafts[at..] else { return };
    let from = scene.before(first.anchors.start, first.tokens.start, 0) == "from";
    let to = second.tokens.start == first.tokens.end + 1 && scene.norm(first.tokens.end) == "to";
    let same = first.figure.kind == second.figure.kind && first.figure.unit == second.figure.unit;
    let falls = match (&first.figure.amount, &second.figure.amount) {
        (Amount::Value(first), Amount::Value(second)) => first > second,
        _ => false,
    };
    if from && to && same && falls && second.figure.change.is_none() {
        let word = first.tokens.start - 1;
        mark(scene, &mut drafts[at], Direction::Down, word);
        mark(scene, &mut drafts[at + 1], Direction::Down, word);
        drafts[at + 1].figure.change = Some(Change { direction: Direction::Down, base: Some(at) });
    }
}

fn mark(scene: &Scene, draft: &mut Draft, direction: Direction, word: usize) {
    draft.figure.change = Some(Change { direction, base: None });
    let words = scene.raw(word);
    let text = match direction {
        Direction::Up => format!("“{words}”: upwards"),
        Direction::Down => format!("“{words}”: downwards"),
    };
    draft.figure.reasons.push(Reason::at("change", text, scene.text.tokens[word].span));
}

/// "a 3% rise", "20 points higher", "5% more".
fn behind(scene: &Scene, draft: &Draft) -> Option<(Direction, usize)> {
    let end = scene.end(draft.anchors.end - 1);
    let first = scene.over_hyphen(draft.tokens.end);
    for at in first..first + 3 {
        if at >= end || !scene.is_word(at) {
            return None;
        }
        let norm = scene.norm(at);
        if let Some(direction) = noun(norm) {
            let counts = draft.figure.kind == Kind::Count || draft.figure.kind == Kind::Cardinal;
            return if counts && matches!(norm, "more" | "less" | "fewer") { None } else { Some((direction, at)) };
        }
        let adjective = scene.pos(at) == crate::tag::Pos::Adj
            || matches!(
                norm,
                "pay" | "price" | "tax" | "rate" | "year-on-year" | "wage" | "annual" | "point" | "sales"
            );
        if !adjective {
            return None;
        }
    }
    None
}

/// "women make up 16% of the force": a share, and nothing that rises.
fn is_share(before: &str, word: &str) -> bool {
    word == "up"
        && matches!(
            before,
            "make"
                | "makes"
                | "made"
                | "making"
                | "take"
                | "takes"
                | "took"
                | "taken"
                | "taking"
                | "use"
                | "uses"
                | "used"
                | "using"
                | "eat"
                | "eats"
                | "ate"
                | "eaten"
                | "eating"
                | "fill"
                | "fills"
                | "filled"
        )
}

/// "rose 3%", "up by about 20%", "cut rates by 25 basis points", "fell to 38", "rose from $3".
fn before(scene: &Scene, draft: &Draft) -> Option<(Direction, usize)> {
    let anchor = draft.anchors.start;
    let start = draft.tokens.start;
    let mut by = false;
    for back in 0..6.min(start) {
        let word = scene.before(anchor, start, back);
        let here = start - back - 1;
        if let Some(direction) = verb(word) {
            let up_to = matches!(word, "up" | "down") && scene.norm(here + 1) == "to" && back == 1;
            // "lower house", "lost 3-1", "raised $5m for charity" raise and lose, but change nothing.
            let plain =
                matches!(draft.figure.kind, Kind::Percent | Kind::PercentagePoint | Kind::Ratio | Kind::Quantity)
                    || by
                    || matches!(scene.norm(here + 1), "to" | "from" | "by")
                    || !matches!(
                        word,
                        "raised"
                            | "raise"
                            | "raises"
                            | "raising"
                            | "lost"
                            | "added"
                            | "gained"
                            | "lower"
                            | "shed"
                            | "lifted"
                            | "cut"
                            | "cuts"
                            | "improved"
                            | "gain"
                            | "gains"
                            | "jump"
                            | "drop"
                            | "dropped"
                            | "crashed"
                            | "edged"
                            | "up"
                            | "down"
                    )
                    || matches!(word, "up" | "down" | "gained" | "added" | "lost" | "shed" | "jumped" | "dropped")
                        && matches!(scene.norm(draft.tokens.end.saturating_sub(1)), "points" | "point" | "cents");
            if up_to || !plain || is_share(scene.before(anchor, start, back + 1), word) {
                return None;
            }
            return Some((direction, here));
        }
        match word {
            "by" => by = true,
            "to" | "from" | "about" | "around" | "some" | "nearly" | "almost" | "more" | "than" | "over" | "as"
            | "much" | "a" | "an" | "the" | "another" | "further" | "roughly" | "slightly" | "sharply" | "at"
            | "least" | "just" | "only" | "of" | "in" | "estimated" | "record" | "less" | "under" | "approximately"
            | "up" | "$" | "£" | "€" => {}
            "" => return None,
            // "cut the main rate by 25": the object stands between.
            _ if by && (!super::noun::is_stop(word) || matches!(word, "its" | "their" | "his" | "her" | "our")) => {}
            _ => return None,
        }
    }
    None
}

/// "… to B from C", "… from C to B": figures of the same change that follow.
fn chain(scene: &Scene, drafts: &mut [Draft], first: usize, direction: Direction, word: usize) {
    let said = |draft: &Draft| {
        let anchor = draft.anchors.start;
        let start = draft.tokens.start;
        (0..4).find_map(|back| match scene.before(anchor, start, back) {
            "from" => Some("from"),
            "to" if scene.before(anchor, start, back + 1) != "up" => Some("to"),
            "of" if back == 0 => Some("of"),
            _ => None,
        })
    };
    let mut base = None;
    let mut members = vec![first];
    if said(&drafts[first]) == Some("from") {
        base = Some(first);
    }
    for at in first + 1..drafts.len().min(first + 3) {
        let gap = drafts[at - 1].tokens.end..drafts[at].tokens.start;
        let same =
            scene.anchors[drafts[at].anchors.start].sentence == scene.anchors[drafts[first].anchors.start].sentence;
        if !same
            || gap.len() > 7
            || gap.clone().any(|token| verb(scene.norm(token)).is_some() && !matches!(scene.norm(token), "up" | "down"))
            || gap.clone().any(|token| scene.norm(token) == "and")
        {
            break;
        }
        match said(&drafts[at]) {
            Some("from") if base.is_none() => base = Some(at),
            Some("to") => {}
            _ => break,
        }
        if matches!(drafts[at].figure.kind, Kind::Ordinal | Kind::Rank | Kind::Age | Kind::Score) {
            break;
        }
        if drafts[at].figure.change.is_none() {
            mark(scene, &mut drafts[at], direction, word);
        }
        members.push(at);
    }
    if let Some(base) = base {
        for at in members {
            if at != base
                && let Some(change) = &mut drafts[at].figure.change
            {
                change.base = Some(base);
            }
        }
    }
}
