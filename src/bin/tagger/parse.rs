//! Trains the parser, with a dynamic oracle: it learns what is best in every state that it gets into, wrong ones too
//! (Goldberg and Nivre 2013).

use crate::crf::Pace;
use crate::linear::{self, Linear};
use crate::random::Random;
use crate::speech::{self, Chosen};
use crate::table::Slots;
use crate::trees::Bank;
use postil::syntax::Relation;
use postil::syntax::features;
use postil::syntax::parser::{ACTIONS, RELATIONS, Reading};
use postil::syntax::state::{Action, NONE, State};
use postil::tag::features::Features;
use postil::tag::{Pos, Seen, Tagged};

/// How the training goes.
#[derive(Clone, Copy)]
pub struct Plan {
    pub epochs: usize,
    /// How many models of the second round are averaged.
    pub models: usize,
    /// How often a state is left by the model's own choice, of a hundred.
    pub exploration: usize,
    /// How many features of a hundred are left out at each step, so that no weight relies on another.
    pub dropout: usize,
    /// Rows kept and bits of the table, of actions and of relations.
    pub actions: (usize, u32),
    pub relations: (usize, u32),
    pub pace: Pace,
    /// The same for the second round, from the rows that were kept.
    pub again: Pace,
    /// How much the frequency of a feature counts when rows are kept.
    pub by: f32,
}

/// The two models.
pub struct Learnt {
    pub actions: (Slots, Vec<[f32; ACTIONS]>),
    pub relations: (Slots, Vec<[f32; RELATIONS]>),
}

struct Models {
    actions: Linear<ACTIONS>,
    relations: Linear<RELATIONS>,
}

/// The tags of all tokens of a bank as a tagger gives them that has not seen the sentence.
pub fn jackknife(banks: &[Bank], plan: &speech::Plan) -> Vec<Tagged> {
    let mut tags: Vec<Vec<(Pos, u32)>> = banks.iter().map(|bank| vec![(Pos::X, 0); bank.atoms.len()]).collect();
    for fold in 0..2 {
        let sentences = speech::chosen(banks, |sentence| sentence % 2 != fold);
        let model = speech::quick(banks, &sentences, plan);
        for (bank, tags) in banks.iter().zip(&mut tags) {
            speech::tag(&model, bank, |sentence| sentence % 2 == fold, tags);
        }
    }
    let zip = |(bank, tags): (&Bank, Vec<(Pos, u32)>)| tagged(bank, &tags);
    banks.iter().zip(tags).map(zip).collect()
}

fn tagged(bank: &Bank, tags: &[(Pos, u32)]) -> Tagged {
    let seen = bank.atoms.iter().zip(tags).map(|(atom, (_, second))| Seen { second: *second, ..atom.seen() });
    Tagged { pos: tags.iter().map(|(pos, _)| *pos).collect(), names: Vec::new(), seen: seen.collect() }
}

/// Learns in two rounds: from all features, and then from the heaviest of them alone.
pub fn train(banks: &[Bank], tagged: &[Tagged], plan: &Plan) -> Learnt {
    let sentences = speech::chosen(banks, |_| true);
    let mut all = Models { actions: Linear::all(24, plan.pace), relations: Linear::all(22, plan.pace) };
    fit(&mut all, banks, tagged, &sentences, plan, 13);
    let actions = all.actions.heaviest(plan.actions.0, plan.actions.1, plan.by);
    let relations = all.relations.heaviest(plan.relations.0, plan.relations.1, plan.by);
    drop(all);
    let mut learnt: Vec<Learnt> = Vec::new();
    for seed in 0..plan.models as u64 {
        let mut kept = Models {
            actions: Linear::kept(actions.clone(), plan.again),
            relations: Linear::kept(relations.clone(), plan.again),
        };
        fit(&mut kept, banks, tagged, &sentences, plan, 13 + seed);
        learnt.push(Learnt { actions: kept.actions.into_parts(), relations: kept.relations.into_parts() });
    }
    mean(learnt)
}

/// The mean of models that met the sentences in different orders.
fn mean(learnt: Vec<Learnt>) -> Learnt {
    fn add<const L: usize>(sum: &mut [[f32; L]], rows: &[[f32; L]], share: f32) {
        let pairs = sum.iter_mut().flatten().zip(rows.iter().flatten());
        pairs.for_each(|(sum, weight)| *sum += weight * share);
    }
    let share = 1.0 / learnt.len() as f32;
    let mut learnt = learnt.into_iter();
    let mut sum = learnt.next().expect("one model at least");
    sum.actions.1.iter_mut().flatten().for_each(|weight| *weight *= share);
    sum.relations.1.iter_mut().flatten().for_each(|weight| *weight *= share);
    for one in learnt {
        add(&mut sum.actions.1, &one.actions.1, share);
        add(&mut sum.relations.1, &one.relations.1, share);
    }
    sum
}

/// The tree of a sentence, by the numbers of its words.
#[derive(Default)]
struct Gold {
    heads: Vec<u32>,
    relations: Vec<Relation>,
}

impl Gold {
    fn read(&mut self, bank: &Bank, reading: &Reading, numbers: &mut Vec<u32>, start: usize, len: usize) {
        numbers.clear();
        numbers.resize(len, NONE);
        for (number, at) in reading.tokens.iter().enumerate() {
            numbers[*at as usize - start] = number as u32;
        }
        self.heads.clear();
        self.relations.clear();
        for at in &reading.tokens {
            let mut head = bank.trees.heads[*at as usize] as usize;
            let mut relation = bank.trees.relations[*at as usize];
            // A head that is a mark stands for that mark's own head.
            while numbers[head - start] == NONE && bank.trees.heads[head] as usize != head {
                head = bank.trees.heads[head] as usize;
            }
            if head == *at as usize || numbers[head - start] == NONE {
                self.heads.push(NONE);
                relation = Relation::Root;
            } else {
                self.heads.push(numbers[head - start]);
            }
            self.relations.push(if (relation as usize) < Relation::LEARNT { relation } else { Relation::Dep });
        }
    }

    /// How many gold arcs an action puts out of reach.
    fn cost(&self, state: &State, action: Action) -> u32 {
        let head = |at: u32| self.heads[at as usize];
        let stack = |at: u32| at != NONE && state.stack.contains(&at);
        let next = state.next;
        match action {
            Action::Shift => {
                let below = state.stack.split_last().map_or(&[][..], |(_, below)| below);
                let lost_head = head(next) != NONE && below.contains(&head(next));
                let lost = state.stack.iter().filter(|at| head(**at) == next).count() as u32;
                u32::from(lost_head) + lost
            }
            Action::Left | Action::Right => {
                let top = state.top(0);
                let lost = (next..self.heads.len() as u32).filter(|at| head(*at) == top).count() as u32;
                let wanted = head(top);
                let (below, ahead) = (state.top(1), wanted != NONE && wanted >= next);
                let lost_head = match action {
                    Action::Left => wanted != next && (ahead || wanted == below && wanted != NONE),
                    _ => wanted != below && ahead,
                };
                // The root has to stay on the stack.
                let root = wanted == NONE;
                debug_assert!(!root || !stack(wanted));
                u32::from(lost_head) + lost + u32::from(root)
            }
        }
    }
}

fn fit(models: &mut Models, banks: &[Bank], tagged: &[Tagged], sentences: &Chosen, plan: &Plan, seed: u64) {
    let mut random = Random::new(seed);
    let mut order = sentences.clone();
    let (mut reading, mut gold, mut numbers) = (Reading::default(), Gold::default(), Vec::new());
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        let mut count = [0_u32; 3];
        for (bank, sentence) in &order {
            let (bank, tagged) = (&banks[*bank as usize], &tagged[*bank as usize]);
            let tokens = bank.trees.text.sentences[*sentence as usize].tokens.clone();
            reading.words(&bank.trees.text, tagged, tokens.clone());
            gold.read(bank, &reading, &mut numbers, tokens.start, tokens.len());
            let explores = epoch > 0;
            learn(models, &mut reading.state, &gold, plan, explores, &mut random, &mut count);
        }
        let [words, heads, both] = count.map(f64::from);
        eprint!("{:.4}/{:.4} ", heads / words, both / words);
    }
    eprintln!();
}

fn learn(
    models: &mut Models,
    state: &mut State,
    gold: &Gold,
    plan: &Plan,
    explores: bool,
    random: &mut Random,
    count: &mut [u32; 3],
) {
    let mut features = Features::new(0);
    let mut seen = Vec::new();
    while !state.is_done() {
        let able = Action::ALL.map(|action| state.can(action));
        let action = if able.iter().filter(|able| **able).count() == 1 {
            Action::ALL[able.iter().position(|able| *able).unwrap_or(0)]
        } else {
            let costs: [u32; 3] =
                std::array::from_fn(|at| if able[at] { gold.cost(state, Action::ALL[at]) } else { u32::MAX });
            let least = costs.iter().copied().min().unwrap_or(0);
            features::structure(state, &mut features);
            seen.clear();
            seen.extend(features.as_slice().iter().filter(|_| random.below(100) >= plan.dropout));
            let [left, right] = models.actions.scores(&seen);
            let mut scores = [0.0, left, right];
            let may = |at: usize| able[at];
            let best = linear::best(&scores, may);
            let right = linear::best(&scores, |at| may(at) && costs[at] == least);
            linear::softmax(&mut scores, may);
            let mass: f32 = (0..3).filter(|at| costs[*at] == least).map(|at| scores[at]).sum::<f32>().max(1e-9);
            // The score of a shift is always zero.
            let gradient: [f32; ACTIONS] = std::array::from_fn(|column| {
                let at = column + 1;
                if costs[at] == least { scores[at] - scores[at] / mass } else { scores[at] }
            });
            models.actions.update(&seen, &gradient);
            let own = explores && random.below(100) < plan.exploration;
            Action::ALL[if own { best } else { right }]
        };
        let mut relation = Relation::Root;
        if let Some((head, dependent)) = state.arc(action) {
            features::relation(state, action, &mut features);
            seen.clear();
            seen.extend(features.as_slice().iter().filter(|_| random.below(100) >= plan.dropout));
            let mut scores = models.relations.scores(&seen);
            let may = |at: usize| at < Relation::LEARNT;
            relation = Relation::ALL[linear::best(&scores, may)];
            count[0] += 1;
            if gold.heads[dependent as usize] == head {
                let wanted = gold.relations[dependent as usize];
                count[1] += 1;
                count[2] += u32::from(wanted == relation);
                linear::softmax(&mut scores, may);
                scores[wanted as usize] -= 1.0;
                models.relations.update(&seen, &scores);
            }
        }
        state.take(action, relation);
    }
}
