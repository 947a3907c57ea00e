//! The best sequence of labels (Viterbi 1967).

use super::LABELS;

/// The best labels by these scores.
pub(super) fn best(transitions: &[[i32; LABELS]], scores: &[[i32; LABELS]]) -> Vec<u8> {
    let mut steps = Vec::with_capacity(scores.len());
    let mut sums = transitions[LABELS];
    for (step, own) in scores.iter().enumerate() {
        let mut from = [0; LABELS];
        if step > 0 {
            let before = sums;
            for (next, sum) in sums.iter_mut().enumerate() {
                let mut most = i32::MIN;
                for (previous, so_far) in before.iter().enumerate() {
                    let through = so_far + transitions[previous][next];
                    if through > most {
                        most = through;
                        from[next] = previous as u8;
                    }
                }
                *sum = most;
            }
        }
        sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        // The greatest sum is nothing, so that sums stay small however long the sentence.
        let top = sums.iter().copied().max().unwrap_or(0);
        sums.iter_mut().for_each(|sum| *sum = (*sum - top).max(-100_000));
        steps.push(from);
    }
    let mut label = (0..LABELS).max_by_key(|label| (sums[*label], LABELS - label)).unwrap_or(0);
    let mut labels = vec![0; scores.len()];
    for step in (0..scores.len()).rev() {
        labels[step] = label as u8;
        label = usize::from(steps[step][label]);
    }
    labels
}
