//! Chains of labels: what is learnt from, weights, and the best labels by them.

#![expect(clippy::needless_range_loop, reason = "sums over labels are written as the formulas are")]

use std::ops::Range;

/// What is learnt from: the features of tokens and their labels.
pub struct Examples<const L: usize> {
    /// Features of all tokens, as numbers of rows.
    pub features: Vec<u32>,
    /// Where each token's features begin, and where the last one's end.
    pub starts: Vec<u32>,
    /// The labels of all tokens.
    pub gold: Vec<Gold>,
    /// The chances of each label, as [`Gold::Chances`] counts them; only their ratios mean anything.
    pub chances: Vec<[u8; L]>,
    /// How much a token counts whose label no person gave.
    pub silver: f32,
    /// Which labels each token may have, a bit each.
    pub may: Vec<u32>,
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
}

/// What is known of a token's label.
#[derive(Clone, Copy)]
pub enum Gold {
    /// A person said it.
    Label(u8),
    /// Machines gave each label a chance: the number of the row in [`Examples::chances`].
    Chances(u32),
}

/// Weights of `L` labels.
pub struct Weights<const L: usize> {
    /// Of each feature.
    pub rows: Vec<[f32; L]>,
    /// Of each pair of labels; the last row is for the start of a sentence.
    pub transitions: Vec<[f32; L]>,
}

/// Which label may follow which; `L` is the start of a sentence.
pub type Allowed = fn(usize, usize) -> bool;

const NEVER: f32 = -1e9;

impl<const L: usize> Default for Examples<L> {
    fn default() -> Self {
        Examples {
            features: Vec::new(),
            starts: Vec::new(),
            gold: Vec::new(),
            chances: Vec::new(),
            silver: 0.0,
            may: Vec::new(),
            sentences: Vec::new(),
        }
    }
}

impl<const L: usize> Examples<L> {
    /// The label that a person gave.
    pub fn label(&self, at: usize) -> Option<usize> {
        match self.gold[at] {
            Gold::Label(label) => Some(label.into()),
            Gold::Chances(_) => None,
        }
    }

    /// How likely each label of a token is, and how much the token counts.
    pub fn target(&self, at: usize) -> ([f32; L], f32) {
        match self.gold[at] {
            Gold::Label(label) => (std::array::from_fn(|at| f32::from(u8::from(at == usize::from(label)))), 1.0),
            Gold::Chances(row) => {
                let row = self.chances[row as usize].map(f32::from);
                let sum = row.iter().sum::<f32>().max(1.0);
                (row.map(|chance| chance / sum), self.silver)
            }
        }
    }

    pub fn features_of(&self, at: usize) -> &[u32] {
        &self.features[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl<const L: usize> Weights<L> {
    fn scores(&self, features: &[u32]) -> [f32; L] {
        let mut scores = [0.0; L];
        for feature in features {
            for (score, weight) in scores.iter_mut().zip(&self.rows[*feature as usize]) {
                *score += weight;
            }
        }
        scores
    }

    /// The best labels of a sentence.
    pub fn best(&self, examples: &Examples<L>, tokens: Range<usize>, allowed: Allowed, labels: &mut Vec<u8>) {
        let mut steps = vec![[0_u8; L]; tokens.len()];
        let mut so_far = [NEVER; L];
        for (step, at) in tokens.clone().enumerate() {
            let may = examples.may[at];
            let scores = if may.is_power_of_two() { [0.0; L] } else { self.scores(examples.features_of(at)) };
            let mut now = [NEVER; L];
            for next in (0..L).filter(|next| may >> next & 1 == 1) {
                let mut most = NEVER;
                if step == 0 {
                    most = if allowed(L, next) { self.transitions[L][next] } else { NEVER };
                } else {
                    for previous in 0..L {
                        if !allowed(previous, next) {
                            continue;
                        }
                        let sum = so_far[previous] + self.transitions[previous][next];
                        if sum > most {
                            most = sum;
                            steps[step][next] = previous as u8;
                        }
                    }
                }
                now[next] = most + scores[next];
            }
            so_far = now;
        }
        labels.clear();
        labels.resize(tokens.len(), 0);
        let mut label = (0..L).max_by(|a, b| so_far[*a].total_cmp(&so_far[*b]).then(b.cmp(a))).unwrap_or(0);
        for step in (0..tokens.len()).rev() {
            labels[step] = label as u8;
            label = usize::from(steps[step][label]);
        }
    }
}
