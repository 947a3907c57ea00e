//! A linear classifier over hashed features: multinomial logistic regression, fitted by FTRL-Proximal (McMahan and
//! others 2013), which keeps the weights of features that tell nothing at zero.

use crate::crf::Pace;
use crate::table::Slots;

/// The weights of `L` labels for each feature.
pub struct Linear<const L: usize> {
    rows: Vec<Row<L>>,
    features: Features,
    pace: Pace,
}

/// Which row a feature has.
enum Features {
    /// The upper bits of its hash are the number of the row.
    All { shift: u32 },
    /// Only the features of these slots have rows.
    Kept(Slots),
}

#[derive(Clone)]
struct Row<const L: usize> {
    weights: [f32; L],
    pulls: [f32; L],
    squares: [f32; L],
}

/// Gradients below this change nothing worth the time.
const NEGLIGIBLE: f32 = 0.002;

impl<const L: usize> Linear<L> {
    /// A classifier with a row for each value of the upper `width` bits of a hash.
    pub fn all(width: u32, pace: Pace) -> Linear<L> {
        Linear { rows: vec![Row::default(); 1 << width], features: Features::All { shift: 32 - width }, pace }
    }

    /// A classifier with rows for these slots alone.
    pub fn kept(slots: Slots, pace: Pace) -> Linear<L> {
        Linear { rows: vec![Row::default(); slots.list.len()], features: Features::Kept(slots), pace }
    }

    fn row(&self, hash: u32) -> Option<usize> {
        match &self.features {
            Features::All { shift } => Some((hash >> shift) as usize),
            Features::Kept(slots) => slots.number(hash),
        }
    }

    /// The sum of the weights of these features, for each label.
    pub fn scores(&self, features: &[u32]) -> [f32; L] {
        let mut scores = [0.0; L];
        for row in features.iter().filter_map(|hash| self.row(*hash)) {
            scores.iter_mut().zip(&self.rows[row].weights).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// Moves the weights against a gradient.
    pub fn update(&mut self, features: &[u32], gradient: &[f32; L]) {
        let Pace { rate, l1, l2 } = self.pace;
        for hash in features {
            let Some(row) = self.row(*hash) else { continue };
            let row = &mut self.rows[row];
            for label in (0..L).filter(|label| gradient[*label].abs() > NEGLIGIBLE) {
                let (pull, square) = (&mut row.pulls[label], &mut row.squares[label]);
                let root = square.sqrt();
                *square += gradient[label] * gradient[label];
                let grown = square.sqrt();
                *pull += gradient[label] - (grown - root) / rate * row.weights[label];
                row.weights[label] =
                    if pull.abs() <= l1 { 0.0 } else { -(*pull - pull.signum() * l1) / ((0.1 + grown) / rate + l2) };
            }
        }
    }

    /// The slots of the heaviest rows, in a table of `width` bits.
    pub fn heaviest(&self, most: usize, width: u32, by: f32) -> Slots {
        let Features::All { shift } = self.features else { unreachable!("only a full classifier is cut down") };
        let mut sizes: Vec<(f32, u32)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            // A weight counts by how much it moves scores: by its square, and by how much it had to learn from.
            let size =
                row.weights.iter().zip(&row.squares).map(|(weight, seen)| weight * weight * seen.powf(by)).sum::<f32>();
            if size > 0.0 {
                sizes.push((size, at as u32 >> (32 - shift - width)));
            }
        }
        sizes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut slots = std::collections::BTreeSet::new();
        for (_, slot) in sizes {
            if slots.len() == most {
                break;
            }
            slots.insert(slot);
        }
        Slots::of(slots.into_iter().collect(), width)
    }

    /// The slots and weights of a classifier that was cut down.
    pub fn into_parts(self) -> (Slots, Vec<[f32; L]>) {
        let Features::Kept(slots) = self.features else { unreachable!("a full classifier is not packed") };
        (slots, self.rows.into_iter().map(|row| row.weights).collect())
    }
}

impl<const L: usize> Default for Row<L> {
    fn default() -> Self {
        Row { weights: [0.0; L], pulls: [0.0; L], squares: [0.0; L] }
    }
}

/// Turns scores into probabilities of the labels that may be.
pub fn softmax<const L: usize>(scores: &mut [f32; L], may: impl Fn(usize) -> bool) {
    let most = (0..L).filter(|at| may(*at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for (at, score) in scores.iter_mut().enumerate() {
        *score = if may(at) { (*score - most).max(-60.0).exp() } else { 0.0 };
        sum += *score;
    }
    scores.iter_mut().for_each(|score| *score /= sum);
}

/// The label with the greatest score of those that may be.
pub fn best<const L: usize>(scores: &[f32; L], may: impl Fn(usize) -> bool) -> usize {
    (0..L).filter(|at| may(*at)).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or(0)
}
