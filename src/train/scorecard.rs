//! The scorecard of check-worthiness: a logistic regression over named reasons, written as points.
//!
//! Fitted by Newton's method (iteratively reweighted least squares) with a ridge on the weights. Corpora differ in how
//! much they call worth checking, so each has an intercept of its own; the scorecard's start is set so that a sentence
//! which is as likely worth checking as not, in a corpus that has as many of the one as of the other, gets 50.

use crate::claims::checkworthy::{self, SIGNS};
use crate::{Given, tag, text};
use std::fmt::Write as _;

/// A labelled sentence.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which corpus it is of: each has its own intercept.
    pub corpus: usize,
    /// The sentence.
    pub sentence: String,
    /// Whether it is worth checking.
    pub worthy: bool,
    /// How much it counts.
    pub weight: f64,
}

/// Points for the odds to grow by a factor of e.
const SCALE: f64 = 12.0;
/// The ridge.
const RIDGE: f64 = 4.0;
/// Newton's steps; it has settled long before.
const STEPS: usize = 12;

/// The fitted scorecard as the lines of `model/checkworthy.tsv`.
pub fn fit(rows: &[Row]) -> String {
    let corpora = rows.iter().map(|row| row.corpus + 1).max().unwrap_or(0);
    let read: Vec<Vec<usize>> = rows.iter().map(|row| signs(&row.sentence)).collect();
    let size = SIGNS.len() + corpora;
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut gradient = vec![0.0; size];
        let mut hessian = vec![vec![0.0; size]; size];
        for (place, weight) in weights.iter().enumerate().take(SIGNS.len()) {
            gradient[place] = -RIDGE * weight;
        }
        for (place, line) in hessian.iter_mut().enumerate() {
            line[place] = if place < SIGNS.len() { RIDGE } else { 1e-6 };
        }
        for (row, signs) in rows.iter().zip(&read) {
            let active: Vec<usize> = signs.iter().copied().chain([SIGNS.len() + row.corpus]).collect();
            let sum: f64 = active.iter().map(|place| weights[*place]).sum();
            let likely = 1.0 / (1.0 + (-sum).exp());
            let miss = f64::from(u8::from(row.worthy)) - likely;
            for &one in &active {
                gradient[one] += row.weight * miss;
                for &other in &active {
                    hessian[one][other] += row.weight * likely * (1.0 - likely);
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(hessian, gradient)) {
            *weight += step;
        }
    }
    write(rows, &read, &weights)
}

/// The signs of a sentence that stands by itself.
pub fn signs(sentence: &str) -> Vec<usize> {
    let text = text::read(sentence, &Given::default());
    let tagged = tag::tag(&text);
    checkworthy::signs(&text, &tagged)
}

/// Solves a system of linear equations by Gauss's elimination with pivots.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for column in 0..size {
        let pivot =
            (column..size).max_by(|one, other| matrix[*one][column].abs().total_cmp(&matrix[*other][column].abs()));
        let Some(pivot) = pivot.filter(|pivot| matrix[*pivot][column] != 0.0) else { continue };
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let line = matrix[column].clone();
        for row in column + 1..size {
            let factor = matrix[row][column] / line[column];
            for place in column..size {
                matrix[row][place] -= factor * line[place];
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|place| matrix[row][place] * right[place]).sum();
        right[row] = if matrix[row][row] == 0.0 { 0.0 } else { (right[row] - known) / matrix[row][row] };
    }
    right
}

fn write(rows: &[Row], read: &[Vec<usize>], weights: &[f64]) -> String {
    // Where the mean of the worthy and the mean of the others lie, corpora counted alike.
    let mean = |worthy: bool| {
        let mut sums = (0.0, 0.0);
        for (row, signs) in rows.iter().zip(read).filter(|(row, _)| row.worthy == worthy) {
            sums.0 += row.weight * signs.iter().map(|sign| weights[*sign]).sum::<f64>();
            sums.1 += row.weight;
        }
        sums.0 / f64::max(sums.1, 1.0)
    };
    let middle = (mean(true) + mean(false)) / 2.0;
    let mut lines = String::new();
    let _ = writeln!(lines, "start\t{}\t-\tall start here", (50.0 - SCALE * middle).round() as i64);
    for (sign, (code, words)) in SIGNS.iter().enumerate() {
        let seen = read.iter().filter(|signs| signs.contains(&sign)).count();
        let _ = writeln!(lines, "{code}\t{}\t{seen}\t{words}", (SCALE * weights[sign]).round() as i64);
    }
    lines
}
