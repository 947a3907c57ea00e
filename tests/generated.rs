//! The promises of the export over articles that a grammar makes: see `news/grammar.txt`.
//!
//! `POSTIL_CASES` says how many articles; a failure names its seed, and `POSTIL_SEED` makes that article again.

mod news;
mod promises;

use postil::{Given, annotate};
use std::sync::atomic::{AtomicU64, Ordering};

/// Articles in a run of which nobody said how many.
const CASES: u64 = 10_000;
/// In every so many articles the dearer promises are checked too.
const WHOLE: u64 = 16;

#[test]
fn generated_articles_hold() {
    let number = |name| std::env::var(name).ok().map(|number: String| number.parse().expect("a number"));
    if let Some(seed) = number("POSTIL_SEED") {
        println!("{}", article(seed));
        return check(seed).unwrap_or_else(|broken| panic!("{broken}"));
    }
    let cases = number("POSTIL_CASES").unwrap_or(CASES);
    let next = AtomicU64::new(0);
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= cases {
                return;
            }
            let broken = std::panic::catch_unwind(|| check(seed)).unwrap_or_else(|_| Err("it panics".to_owned()));
            broken.unwrap_or_else(|broken| panic!("POSTIL_SEED={seed}: {broken}\n{}", article(seed)));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| _ = scope.spawn(work)));
}

#[test]
fn the_grammar_makes_what_it_is_for() {
    let articles: Vec<String> = (0..300).map(article).collect();
    let annotations: Vec<_> = articles.iter().map(|text| annotate(text, &given(1))).collect();
    let share = |has: &dyn Fn(&postil::Annotation) -> bool| annotations.iter().filter(|one| has(one)).count();
    // Not a grammar of nothing: names, figures, times, claims and furniture are in a good part of the articles.
    assert!(share(&|one| !one.linked.entities.is_empty()) > 200);
    assert!(share(&|one| !one.linked.figures.is_empty()) > 150);
    assert!(share(&|one| !one.linked.times.is_empty()) > 150);
    assert!(share(&|one| !one.linked.claims.is_empty()) > 150);
    assert!(share(&|one| one.text.blocks.iter().any(|block| !block.included)) > 30);
}

fn check(seed: u64) -> Result<(), promises::Broken> {
    let (text, given) = (article(seed), given(seed));
    if seed.is_multiple_of(WHOLE) {
        promises::hold(&text, &given)
    } else {
        promises::export_holds(&promises::export_of(&text, &given))
    }
}

fn article(seed: u64) -> String {
    let mut state = seed;
    news::article(&mut |ways| (random(&mut state) % ways as u64) as usize)
}

fn given(seed: u64) -> Given {
    let date = (!seed.is_multiple_of(3)).then(|| jiff::civil::date(2025, 6, 11));
    Given { date, insist: seed % 2 == 1, whole: seed % 5 == 4, ..Given::default() }
}

/// SplitMix64.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
