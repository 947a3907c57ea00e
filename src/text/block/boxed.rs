//! Boxes: runs of lines within the article that belong to other stories or to the site.
//!
//! Each line of the body speaks for the article or for a box: by what it was recognised as, by whether it reads as
//! running text, by whether its words are the article's, by the markup where there is some. To go from one to the other
//! costs, so that a short line between two paragraphs stays a subhead while a heading with two titles under it does
//! not. The sequence that costs least is taken (Viterbi), and what comes behind a box is judged by itself again. The
//! weights are set by hand.

use super::{BlockKind, Find, Verdicts};
use crate::given::{Piece, Role};
use crate::rule::Rule;
use crate::text::furniture::Class;
use crate::text::line::{Line, telling_words};
use crate::text::page::Page;
use rustc_hash::FxHashMap;

pub(super) const RULE: Rule<Find> = Rule {
    name: "text/boxed",
    about: "Titles and teasers of other stories between two paragraphs: “Top stories” and what stands under it",
    find,
};

/// What it costs to enter a box and to leave it.
const SWITCH: i32 = 8;

fn find(page: &Page, verdicts: &mut Verdicts) {
    let words = Words::of(page);
    let evidence: Vec<i32> = page.body.clone().map(|at| evidence(page, verdicts, &words, at)).collect();
    for (offset, boxed) in decode(&evidence).into_iter().enumerate() {
        let at = page.body.start + offset;
        if boxed && verdicts.open(at) {
            verdicts.propose(at, BlockKind::Boilerplate, "boxed", "stands in a box of other stories");
        }
    }
}

/// Which lines stand in a box: the sequence that the evidence, positive for the article, speaks for most.
fn decode(evidence: &[i32]) -> Vec<bool> {
    let (mut article, mut boxed) = (0, -SWITCH);
    let mut from: Vec<[bool; 2]> = Vec::with_capacity(evidence.len());
    for speaks in evidence {
        // What speaks for neither stays in the box.
        let (left, entered) = (boxed - SWITCH >= article, article - SWITCH > boxed);
        from.push([left, !entered]);
        (article, boxed) = (
            if left { boxed - SWITCH } else { article } + speaks,
            if entered { article - SWITCH } else { boxed } - speaks,
        );
    }
    let mut state = boxed > article;
    let mut states: Vec<bool> = from
        .iter()
        .rev()
        .map(|before| {
            let here = state;
            state = before[usize::from(here)];
            here
        })
        .collect();
    states.reverse();
    states
}

/// In how many paragraphs of the body each telling word stands.
struct Words(FxHashMap<u64, u32>);

impl Words {
    fn of(page: &Page) -> Words {
        let mut words: FxHashMap<u64, u32> = FxHashMap::default();
        let paragraphs = page.body.clone().chain(page.headline).filter(|at| page.lines[*at].words >= 6);
        for at in paragraphs {
            let mut own: Vec<u64> = telling_words(page.text(at)).collect();
            own.sort_unstable();
            own.dedup();
            own.into_iter().for_each(|word| *words.entry(word).or_default() += 1);
        }
        Words(words)
    }

    /// The share of a line's telling words that other paragraphs have too, in percent; none where it has too few.
    fn shared(&self, line: &Line, text: &str) -> Option<u32> {
        let own = u32::from(line.words >= 6);
        let (mut all, mut known) = (0, 0);
        for word in telling_words(text) {
            all += 1;
            known += u32::from(self.0.get(&word).is_some_and(|count| *count > own));
        }
        (all >= 2).then(|| 100 * known / all)
    }
}

fn evidence(page: &Page, verdicts: &Verdicts, words: &Words, at: usize) -> i32 {
    let line = &page.lines[at];
    match (verdicts.kind(at), line.furniture) {
        (Some(BlockKind::Boilerplate), Some(Class::Box)) => -30,
        (Some(BlockKind::Boilerplate), Some(Class::Credit | Class::Ad | Class::Player)) => 0,
        (Some(BlockKind::Boilerplate), Some(_)) => -5,
        (Some(BlockKind::Boilerplate), None) if is_apart(verdicts, at) => -6,
        (Some(BlockKind::Boilerplate), None) => 0,
        (Some(BlockKind::Caption), _) => 0,
        (Some(_), _) => 8,
        (None, _) => looks(page, words, at) + page.piece(at).map_or(0, marked),
    }
}

/// Whether a line was muted for belonging to another story: marks that part and times of entries do not.
fn is_apart(verdicts: &Verdicts, at: usize) -> bool {
    matches!(verdicts.code(at), Some("aside" | "card" | "link" | "other-date" | "outside-main" | "capitals"))
}

/// What the markup says of a line that nothing has claimed.
fn marked(piece: &Piece) -> i32 {
    match piece.role {
        _ if piece.link_share >= 50 => -10,
        Role::Paragraph if piece.main => 8,
        Role::ListItem if piece.main => 4,
        _ => 0,
    }
}

/// What a line's looks and words say.
fn looks(page: &Page, words: &Words, at: usize) -> i32 {
    let (line, text) = (&page.lines[at], page.text(at));
    let shared = words.shared(line, text);
    let strange = shared == Some(0);
    if line.prose() {
        return if line.words >= 25 { 30 } else { 14 } - if strange { 8 } else { 0 };
    }
    if line.stop {
        return 4;
    }
    // A list, a table and subheads are short lines too: without a heading or furniture among them it takes many
    // titles, none of which speaks of the article's matter, to make a box.
    let item = text.contains([':', ',', '(', '–', '•']) || text.contains(|c: char| c.is_ascii_digit());
    let title = line.words >= 5 && !item;
    match shared {
        _ if is_subhead(page, at) => 4,
        Some(0) if title => -4,
        _ => 0,
    }
}

/// A short line between two paragraphs.
fn is_subhead(page: &Page, at: usize) -> bool {
    let runs = |line: &Line| line.prose() || line.stop && line.furniture.is_none();
    let above = at.checked_sub(1).is_some_and(|above| runs(&page.lines[above]));
    above && !page.lines[at].reads() && page.lines.get(at + 1).is_some_and(runs)
}
