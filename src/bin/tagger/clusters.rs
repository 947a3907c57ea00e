//! Word clusters: 64 groups of words of like surroundings, each parted into four, and these into four again.
//!
//! Spherical k-means over word vectors, top down, so that a cluster's number also tells the wider clusters it lies in.

use crate::random::Random;
use std::fmt::Write as _;

/// The text of `data/lexicon/clusters.tsv`, from a file of word vectors: a word and its numbers on each line, frequent
/// words first.
pub fn make(vectors: &str, most: usize) -> Result<String, String> {
    let mut words = Vec::new();
    let mut points: Vec<Vec<f32>> = Vec::new();
    for line in vectors.lines() {
        let mut fields = line.split(' ');
        let word = fields.next().unwrap_or_default();
        if words.len() == most {
            break;
        }
        if !word.starts_with(|c: char| c.is_alphabetic()) || word.contains(['_', '/']) || word.chars().count() < 2 {
            continue;
        }
        let numbers: Result<Vec<f32>, _> = fields.map(str::parse).collect();
        let mut point = numbers.map_err(|error| format!("“{word}”: {error}"))?;
        let length = point.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
        point.iter_mut().for_each(|x| *x /= length);
        words.push(word);
        points.push(point);
    }
    let all: Vec<usize> = (0..words.len()).collect();
    let mut numbers = vec![0; words.len()];
    let mut random = Random::new(64);
    for (top, group) in part(&points, &all, 64, &mut random).into_iter().enumerate() {
        for (middle, group) in part(&points, &group, 4, &mut random).into_iter().enumerate() {
            for (low, group) in part(&points, &group, 4, &mut random).into_iter().enumerate() {
                group.iter().for_each(|word| numbers[*word] = top * 16 + middle * 4 + low);
            }
        }
    }
    let mut table = String::from(
        "# Columns: number of the cluster, its words, the frequent ones first. A number without its lowest two bits, or\n\
         # four, names a wider cluster. Made by `cargo xtask clusters FILE` from GloVe's vectors of 50 dimensions.\n\
         # Source: GloVe 6B (Pennington, Socher and Manning 2014), learnt from Wikipedia and Gigaword. Licence: PDDL.\n",
    );
    for cluster in 0..1024 {
        let words: Vec<&str> = (0..words.len()).filter(|at| numbers[*at] == cluster).map(|at| words[at]).collect();
        let _ = writeln!(table, "{cluster}\t{}", words.join(" "));
    }
    Ok(table)
}

/// Parts some of the points into so many groups.
fn part(points: &[Vec<f32>], members: &[usize], groups: usize, random: &mut Random) -> Vec<Vec<usize>> {
    let mut centres: Vec<Vec<f32>> = Vec::new();
    for _ in 0..groups {
        let at = random.below(members.len().max(1));
        centres.push(members.get(at).map_or_else(Vec::new, |member| points[*member].clone()));
    }
    let mut parted = Vec::new();
    for _ in 0..25 {
        parted = vec![Vec::new(); groups];
        for member in members {
            let near = |centre: &Vec<f32>| centre.iter().zip(&points[*member]).map(|(a, b)| a * b).sum::<f32>();
            let nearest = (0..groups).max_by(|a, b| near(&centres[*a]).total_cmp(&near(&centres[*b])));
            parted[nearest.unwrap_or(0)].push(*member);
        }
        for (centre, group) in centres.iter_mut().zip(&parted) {
            if group.is_empty() {
                let at = random.below(members.len().max(1));
                *centre = members.get(at).map_or_else(Vec::new, |member| points[*member].clone());
                continue;
            }
            centre.fill(0.0);
            for member in group {
                centre.iter_mut().zip(&points[*member]).for_each(|(sum, x)| *sum += x);
            }
            let length = centre.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
            centre.iter_mut().for_each(|x| *x /= length);
        }
    }
    parted
}
