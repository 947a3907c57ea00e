//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), its likelihood climbed by
//! FTRL-Proximal (McMahan and others 2013), which keeps the weights of idle features at nothing.

#![expect(clippy::needless_range_loop, reason = "sums over labels are written as the formulas are")]

use crate::chain::{Allowed, Examples, Weights};
use crate::random::Random;

/// How fast it learns, and what it costs a weight to be other than nothing.
#[derive(Clone, Copy)]
pub struct Pace {
    pub rate: f32,
    pub l1: f32,
    pub l2: f32,
}

/// A weight, and what its updates leave for the next.
#[derive(Clone)]
struct Rows<const L: usize> {
    weights: Vec<[f32; L]>,
    pulls: Vec<[f32; L]>,
    squares: Vec<[f32; L]>,
}

impl<const L: usize> Rows<L> {
    fn new(rows: usize) -> Rows<L> {
        Rows { weights: vec![[0.0; L]; rows], pulls: vec![[0.0; L]; rows], squares: vec![[0.0; L]; rows] }
    }

    fn update(&mut self, row: usize, label: usize, gradient: f32, pace: &Pace, l1: f32) {
        let (weight, pull, square) =
            (&mut self.weights[row][label], &mut self.pulls[row][label], &mut self.squares[row][label]);
        let root = square.sqrt();
        *square += gradient * gradient;
        let grown = square.sqrt();
        *pull += gradient - (grown - root) / pace.rate * *weight;
        *weight =
            if pull.abs() <= l1 { 0.0 } else { -(*pull - pull.signum() * l1) / ((0.1 + grown) / pace.rate + pace.l2) };
    }
}

/// Learns the weights of `rows` features from the chosen sentences of the examples.
pub fn train<const L: usize>(
    examples: &Examples<L>,
    sentences: &[usize],
    rows: usize,
    epochs: usize,
    pace: Pace,
    allowed: Allowed,
    seed: u64,
) -> Weights<L> {
    let mut features = Rows::<L>::new(rows);
    let mut pairs = Rows::<L>::new(L + 1);
    let mut random = Random::new(seed);
    let mut order = sentences.to_vec();
    let mut forward: Vec<[f32; L]> = Vec::new();
    let mut emit: Vec<[f32; L]> = Vec::new();
    let mut pair_sums = vec![[0.0_f32; L]; L + 1];
    for _ in 0..epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0_f64;
        for sentence in &order {
            let tokens = examples.sentences[*sentence].clone();
            if tokens.clone().all(|at| examples.may[at].is_power_of_two()) {
                continue;
            }
            let mut exps = [[0.0_f32; L]; 32];
            for previous in 0..=L {
                for next in 0..L {
                    if allowed(previous, next) {
                        exps[previous][next] = pairs.weights[previous][next].exp();
                    }
                }
            }
            forward.clear();
            emit.clear();
            for (step, at) in tokens.clone().enumerate() {
                let mut scores = [0.0_f32; L];
                let may = examples.may[at];
                if !may.is_power_of_two() {
                    for feature in examples.features_of(at) {
                        for (score, weight) in scores.iter_mut().zip(&features.weights[*feature as usize]) {
                            *score += weight;
                        }
                    }
                    let most = scores.iter().copied().fold(f32::MIN, f32::max);
                    scores.iter_mut().for_each(|score| *score = (*score - most).max(-60.0).exp());
                } else {
                    scores[may.trailing_zeros() as usize] = 1.0;
                }
                let mut now = [0.0_f32; L];
                if step == 0 {
                    (0..L).for_each(|next| now[next] = exps[L][next] * scores[next]);
                } else {
                    let before = &forward[step - 1];
                    for (previous, mass) in before.iter().enumerate() {
                        if *mass > 0.0 {
                            (0..L).for_each(|next| now[next] += mass * exps[previous][next]);
                        }
                    }
                    (0..L).for_each(|next| now[next] *= scores[next]);
                }
                let sum: f32 = now.iter().sum::<f32>().max(1e-30);
                now.iter_mut().for_each(|mass| *mass /= sum);
                forward.push(now);
                emit.push(scores);
            }
            pair_sums.iter_mut().for_each(|row| row.fill(0.0));
            let mut backward = [1.0_f32; L];
            for (step, at) in tokens.clone().enumerate().rev() {
                let mut posterior: [f32; L] = std::array::from_fn(|label| forward[step][label] * backward[label]);
                let sum: f32 = posterior.iter().sum::<f32>().max(1e-30);
                posterior.iter_mut().for_each(|mass| *mass /= sum);
                // Chances are of single words: pairs are learnt from what people labelled.
                let pair =
                    examples.label(at).filter(|_| step > 0).and_then(|gold| Some((examples.label(at - 1)?, gold)));
                // What a step from each label gives, for the pairs and for the tokens before.
                let ahead: [f32; L] = std::array::from_fn(|label| emit[step][label] * backward[label]);
                if step > 0 {
                    let before = &forward[step - 1];
                    let mut earlier = [0.0_f32; L];
                    let mut all = 0.0;
                    for previous in 0..L {
                        let sum: f32 = (0..L).map(|next| exps[previous][next] * ahead[next]).sum();
                        earlier[previous] = sum;
                        all += before[previous] * sum;
                    }
                    let all = all.max(1e-30);
                    let quiet = examples.may[at].is_power_of_two() && examples.may[at - 1].is_power_of_two();
                    if let Some((first, second)) = pair.filter(|_| !quiet) {
                        for previous in 0..L {
                            for next in 0..L {
                                pair_sums[previous][next] +=
                                    before[previous] * exps[previous][next] * ahead[next] / all;
                            }
                        }
                        pair_sums[first][second] -= 1.0;
                    }
                    let most = earlier.iter().copied().fold(1e-30, f32::max);
                    backward = earlier.map(|sum| sum / most);
                } else if let Some(gold) = examples.label(at) {
                    for next in 0..L {
                        pair_sums[L][next] += posterior[next];
                    }
                    pair_sums[L][gold] -= 1.0;
                }
                if examples.may[at].is_power_of_two() {
                    continue;
                }
                let (target, weight) = examples.target(at);
                for label in 0..L {
                    loss -= f64::from(target[label] * weight * posterior[label].max(1e-9).ln());
                    let gradient = (posterior[label] - target[label]) * weight;
                    if gradient.abs() < 0.002 {
                        continue;
                    }
                    for feature in examples.features_of(at) {
                        features.update(*feature as usize, label, gradient, &pace, pace.l1);
                    }
                }
            }
            for previous in 0..=L {
                for next in 0..L {
                    let gradient = pair_sums[previous][next];
                    if gradient.abs() > 0.001 && allowed(previous, next) {
                        pairs.update(previous, next, gradient, &pace, 0.0);
                    }
                }
            }
        }
        eprint!("{loss:.0} ");
    }
    let live = features.weights.iter().filter(|row| row.iter().any(|weight| *weight != 0.0)).count();
    eprintln!("| {live} live features");
    Weights { rows: features.weights, transitions: pairs.weights }
}

/// The mean of several models that differ in the order in which they met the examples.
pub fn mean<const L: usize>(
    models: usize,
    examples: &Examples<L>,
    sentences: &[usize],
    rows: usize,
    epochs: usize,
    pace: Pace,
    allowed: Allowed,
) -> Weights<L> {
    let seeds: Vec<u64> = (0..models as u64).map(|at| 7 + 6 * at).collect();
    let mut sum: Option<Weights<L>> = None;
    for two in seeds.chunks(2) {
        let found: Vec<Weights<L>> = std::thread::scope(|scope| {
            let threads: Vec<_> = two
                .iter()
                .map(|seed| scope.spawn(|| train::<L>(examples, sentences, rows, epochs, pace, allowed, *seed)))
                .collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        for weights in found {
            let Some(sum) = &mut sum else {
                sum = Some(weights);
                continue;
            };
            let pairs =
                sum.rows.iter_mut().zip(&weights.rows).chain(sum.transitions.iter_mut().zip(&weights.transitions));
            pairs.for_each(|(sum, row)| sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight));
        }
    }
    let mut sum = sum.expect("one at least");
    sum.rows.iter_mut().chain(&mut sum.transitions).flatten().for_each(|weight| *weight /= models as f32);
    sum
}
