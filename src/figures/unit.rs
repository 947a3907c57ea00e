//! Units of measure, by name and by symbol.

use crate::lexicon;
use crate::numeral::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A unit of measure.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// UCUM code.
    pub code: &'static str,
    /// In plain English, singular.
    pub name: &'static str,
    /// "length".
    pub dimension: &'static str,
    /// Its size in the base unit of its dimension.
    pub size: Decimal,
}

/// The units by their names and symbols.
pub struct Units {
    units: Vec<Unit>,
    /// In lower case.
    names: FxHashMap<&'static str, u16>,
    /// As written.
    symbols: FxHashMap<&'static str, u16>,
    codes: FxHashMap<&'static str, u16>,
    /// The first words of names of several words, in lower case.
    firsts: FxHashSet<&'static str>,
}

/// All units.
pub static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut all = Units {
        units: Vec::new(),
        names: FxHashMap::default(),
        symbols: FxHashMap::default(),
        codes: FxHashMap::default(),
        firsts: FxHashSet::default(),
    };
    let first = |name: &'static str| name.split([' ', '-', '/', '.', '^']).next().unwrap_or(name);
    for row in lexicon::rows(include_str!("../../data/lexicon/units.tsv")) {
        let [code, name, names, symbols, dimension, size] = row[..] else { continue };
        let at = all.units.len() as u16;
        all.units.push(Unit { code, name, dimension, size: size.parse().unwrap_or(Decimal::ONE) });
        all.codes.entry(code).or_insert(at);
        for name in std::iter::once(name).chain(names.split('|')).filter(|name| *name != "-") {
            all.names.entry(name).or_insert(at);
            if name.len() > first(name).len() {
                all.firsts.insert(first(name));
            }
        }
        for symbol in symbols.split('|').filter(|symbol| *symbol != "-") {
            all.symbols.entry(symbol).or_insert(at);
        }
    }
    all
});

/// Words that begin the name or symbol of a unit, in lower case.
pub static UNIT_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let names = UNITS.names.keys().chain(UNITS.symbols.keys());
    names.map(|name| name.split([' ', '-', '/', '^']).next().unwrap_or(name)).collect()
});

impl Units {
    /// The unit of a symbol, as written.
    pub fn symbol(&self, written: &str) -> Option<&Unit> {
        self.symbols.get(written).map(|at| &self.units[*at as usize])
    }

    /// The unit of a name, in lower case.
    pub fn name(&self, norm: &str) -> Option<&Unit> {
        self.names.get(norm).map(|at| &self.units[*at as usize])
    }

    /// The unit of a UCUM code.
    pub fn by_code(&self, code: &str) -> Option<&Unit> {
        self.codes.get(code).map(|at| &self.units[*at as usize])
    }

    /// Whether names of several words begin with this word.
    pub fn begins(&self, norm: &str) -> bool {
        self.firsts.contains(norm)
    }
}

impl Unit {
    /// A value in the base unit of the dimension; of temperatures in degrees Celsius.
    pub fn base(&self, value: Decimal) -> Option<Decimal> {
        match self.code {
            "[degF]" => {
                let above = value.checked_sub(Decimal::from(32u32))?;
                above.checked_mul(Decimal::from(5u32))?.checked_div(Decimal::from(9u32))
            }
            "K" => value.checked_sub(Decimal::new(27315, -2)?),
            _ => value.checked_mul(self.size),
        }
    }

    /// What the base unit's amount comes to in this unit.
    pub fn of_base(&self, base: Decimal) -> Option<Decimal> {
        match self.code {
            "[degF]" => {
                let scaled = base.checked_mul(Decimal::from(9u32))?.checked_div(Decimal::from(5u32))?;
                scaled.checked_add(Decimal::from(32u32))
            }
            "K" => base.checked_add(Decimal::new(27315, -2)?),
            _ => base.checked_div(self.size),
        }
    }
}
