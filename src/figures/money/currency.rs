//! The currencies: their signs, nouns, coins and countries, as `data/lexicon/currencies.tsv` has them.

use crate::lexicon;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A currency.
#[derive(Clone, Copy, Debug)]
pub struct Currency {
    /// ISO 4217.
    pub code: &'static str,
    /// In plain English, singular.
    pub name: &'static str,
    /// Places of a dateline where its bare noun means it.
    pub places: &'static str,
}

pub(super) struct Currencies {
    pub(super) all: Vec<Currency>,
    pub(super) signs: FxHashMap<&'static str, u16>,
    /// Nouns in lower case, with the currencies that go by them.
    pub(super) nouns: FxHashMap<&'static str, Vec<u16>>,
    /// Coins in lower case, each with the first currency that has it.
    pub(super) minors: FxHashMap<&'static str, u16>,
    pub(super) adjectives: FxHashMap<&'static str, Vec<u16>>,
    pub(super) firsts: FxHashSet<&'static str>,
}

pub(super) static CURRENCIES: LazyLock<Currencies> = LazyLock::new(|| {
    let mut all = Currencies {
        all: Vec::new(),
        signs: FxHashMap::default(),
        nouns: FxHashMap::default(),
        minors: FxHashMap::default(),
        adjectives: FxHashMap::default(),
        firsts: FxHashSet::default(),
    };
    let entries = |cell: &'static str| cell.split('|').filter(|entry| *entry != "-");
    for row in lexicon::rows(include_str!("../../../data/lexicon/currencies.tsv")) {
        let [code, name, nouns, minors, signs, adjectives, places] = row[..] else { continue };
        let at = all.all.len() as u16;
        all.all.push(Currency { code, name, places });
        let singular = name.rsplit(' ').next().unwrap_or(name);
        for noun in std::iter::once(singular).chain(entries(nouns)) {
            let of = all.nouns.entry(noun).or_default();
            if !of.contains(&at) {
                of.push(at);
            }
        }
        for sign in entries(signs) {
            all.signs.entry(sign).or_insert(at);
        }
        for minor in entries(minors) {
            all.minors.entry(minor).or_insert(at);
        }
        for adjective in entries(adjectives) {
            all.adjectives.entry(adjective).or_default().push(at);
            all.firsts.insert(adjective.split(' ').next().unwrap_or(adjective));
        }
    }
    all.nouns.insert("buck", vec![0]);
    all.nouns.insert("bucks", vec![0]);
    if let Some(pound) = all.nouns.get("pounds").cloned() {
        all.nouns.insert("pound", pound);
    }
    all
});

/// Whether letters glued before digits are a currency's: "Rs20", "GBP3", "zł5".
pub fn is_prefix(letters: &str) -> bool {
    CURRENCIES.signs.contains_key(letters) && letters.len() <= 4
}

/// The currencies that a bare noun or sign may mean, the usual one first.
pub fn sharing(code: &str) -> impl Iterator<Item = &'static Currency> {
    let noun = match code {
        "USD" => "dollars",
        "GBP" => "pounds",
        "INR" => "rupees",
        "MXN" | "PHP" => "pesos",
        "CHF" => "francs",
        "SEK" => "kronor",
        "KWD" | "RSD" => "dinars",
        "SAR" => "riyals",
        "KES" => "shillings",
        _ => "",
    };
    CURRENCIES.nouns.get(noun).into_iter().flatten().map(|at| &CURRENCIES.all[*at as usize])
}
