//! Trains the tagger of parts of speech.

use crate::crf::Pace;
use crate::linear::{self, Linear};
use crate::random::Random;
use crate::table::Slots;
use crate::trees::Bank;
use postil::tag::Pos;
use postil::tag::features::Features;
use postil::tag::speech::{self, TAGS};

/// How the training goes.
#[derive(Clone, Copy)]
pub struct Plan {
    pub epochs: usize,
    /// How many rows are kept, and the bits of their table.
    pub most: usize,
    pub width: u32,
    pub pace: Pace,
    /// The same for the second round, from the rows that were kept.
    pub again: Pace,
    /// How much the frequency of a feature counts when rows are kept.
    pub by: f32,
}

/// The sentences of a bank to learn from: the number of the bank, and of the sentence.
pub type Chosen = Vec<(u32, u32)>;

/// All sentences of all banks, each as often as its bank says, if `takes` takes it.
pub fn chosen(banks: &[Bank], takes: impl Fn(usize) -> bool) -> Chosen {
    let mut chosen = Vec::new();
    for (number, bank) in banks.iter().enumerate() {
        for sentence in (0..bank.trees.text.sentences.len()).filter(|sentence| takes(*sentence)) {
            chosen.extend(std::iter::repeat_n((number as u32, sentence as u32), bank.times));
        }
    }
    chosen
}

/// Learns in two rounds: from all features, and then from the heaviest of them alone.
pub fn train(banks: &[Bank], sentences: &Chosen, plan: &Plan) -> (Slots, Vec<[f32; TAGS]>) {
    let mut all = Linear::<TAGS>::all(22, plan.pace);
    fit(&mut all, banks, sentences, plan.epochs);
    let slots = all.heaviest(plan.most, plan.width, plan.by);
    drop(all);
    let mut kept = Linear::kept(slots, plan.again);
    fit(&mut kept, banks, sentences, plan.epochs);
    kept.into_parts()
}

/// Learns from all features, in one round.
pub fn quick(banks: &[Bank], sentences: &Chosen, plan: &Plan) -> Linear<TAGS> {
    let mut all = Linear::<TAGS>::all(22, plan.pace);
    fit(&mut all, banks, sentences, plan.epochs);
    all
}

fn fit(model: &mut Linear<TAGS>, banks: &[Bank], sentences: &Chosen, epochs: usize) {
    let mut random = Random::new(11);
    let mut order = sentences.clone();
    let mut features = Features::new(0);
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        let (mut right, mut all) = (0_u32, 0_u32);
        for (bank, sentence) in &order {
            let bank = &banks[*bank as usize];
            let tokens = bank.trees.text.sentences[*sentence as usize].tokens.clone();
            let mut before = [0, 0];
            for at in tokens.clone() {
                speech::speech(&bank.atoms, &tokens, at, before, &mut features);
                let mut scores = model.scores(features.as_slice());
                let best = linear::best(&scores, |_| true);
                let gold = bank.trees.pos[at] as usize;
                linear::softmax(&mut scores, |_| true);
                scores[gold] -= 1.0;
                model.update(features.as_slice(), &scores);
                right += u32::from(best == gold);
                all += 1;
                // After the first pass it meets its own mistakes.
                before = [if epoch == 0 { gold } else { best } as u32 + 1, before[0]];
            }
        }
        eprint!("{:.4} ", f64::from(right) / f64::from(all));
    }
    eprintln!();
}

/// Tags the chosen sentences of a bank: the best tag of each token, and the second best and one more where in doubt.
pub fn tag(model: &Linear<TAGS>, bank: &Bank, takes: impl Fn(usize) -> bool, tags: &mut [(Pos, u32)]) {
    let mut features = Features::new(0);
    for (_, sentence) in bank.trees.text.sentences.iter().enumerate().filter(|(number, _)| takes(*number)) {
        let mut before = [0, 0];
        for at in sentence.tokens.clone() {
            speech::speech(&bank.atoms, &sentence.tokens, at, before, &mut features);
            let scores = model.scores(features.as_slice());
            let best = linear::best(&scores, |_| true);
            let second = linear::best(&scores, |tag| tag != best);
            let doubt = scores[best] - scores[second] <= 1.8;
            tags[at] = (Pos::ALL[best], if doubt { second as u32 + 1 } else { 0 });
            before = [best as u32 + 1, before[0]];
        }
    }
}
