//! The gazetteer: its generated sources from public lists, and the blob from all its sources.

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[expect(dead_code, reason = "some of it is for the reader alone")]
#[path = "../../src/lexicon/gazetteer_bits.rs"]
mod bits;

/// The sources in the order in which they are packed, each with the kind that it gives. Where two rows
/// hold the same name, both kinds hold and the earlier row says which entity it is.
const SOURCES: [(&str, u64); 15] = [
    ("countries", bits::STATE | bits::NATION),
    ("provinces", bits::STATE | bits::PROVINCE),
    ("regions", bits::REGION),
    ("organisations", bits::ORGANISATION),
    ("media", bits::ORGANISATION),
    ("companies_more", bits::ORGANISATION),
    ("facilities", bits::FACILITY),
    ("groups", bits::GROUP),
    ("people", bits::PERSON),
    ("things", 0),
    ("cities_more", bits::STATE),
    ("cities", bits::STATE),
    ("companies", bits::ORGANISATION),
    ("forenames", 0),
    ("surnames", bits::SURNAME),
];

/// Packs `data/gazetteer/*.txt` into `data/gazetteer.bin`; given the folder of lists, generates cities,
/// companies, forenames and surnames from them first.
pub fn gazetteer(root: &Path, lists: Option<&Path>) -> Result<()> {
    let folder = root.join("data/gazetteer");
    if let Some(lists) = lists {
        generate(&folder, lists)?;
    }
    let mut hash = Sha256::new();
    let mut names: BTreeMap<String, u64> = BTreeMap::new();
    let mut countries: HashMap<String, u64> = HashMap::new();
    let mut identities = 0;
    for (name, kind) in SOURCES {
        let path = folder.join(name).with_extension("txt");
        let source = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        hash.update(source.as_bytes());
        for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let row = columns.next().unwrap_or_default();
            let second = columns.next().unwrap_or_default();
            let third = columns.next().unwrap_or_default();
            let mut value = kind;
            if !matches!(name, "cities" | "companies" | "forenames" | "surnames") {
                identities += 1;
                value |= identities << bits::IDENTITY;
            }
            match name {
                "countries" => {
                    let country = identities << bits::COUNTRY;
                    row.split('=').for_each(|name| _ = countries.insert(name.to_owned(), country));
                    if !second.is_empty() {
                        identities += 1;
                    }
                    let group = bits::GROUP | country | (identities << bits::IDENTITY);
                    second.split(',').for_each(|name| add(&mut names, name, group));
                    if !third.is_empty() {
                        identities += 1;
                    }
                    let capital = bits::STATE | bits::SEAT | country | (identities << bits::IDENTITY);
                    third.split('=').for_each(|name| add(&mut names, name, capital));
                }
                "provinces" | "regions" => {
                    if !second.is_empty() {
                        identities += 1;
                    }
                    let group = bits::GROUP | (identities << bits::IDENTITY);
                    second.split(',').for_each(|name| add(&mut names, name, group));
                }
                "facilities" if !second.is_empty() => {
                    value |= bits::SEAT | countries.get(second).with_context(|| format!("no country {second}"))?;
                }
                "people" => value |= if second == "f" { bits::WOMAN } else { bits::MAN },
                "things" => {
                    value |= match second {
                        "event" => bits::EVENT,
                        "work" => bits::WORK,
                        "law" => bits::LAW,
                        "product" => bits::PRODUCT,
                        _ => bits::LANGUAGE,
                    };
                }
                "forenames" => {
                    value |= if second.contains('m') { bits::MALE } else { 0 };
                    value |= if second.contains('f') { bits::FEMALE } else { 0 };
                }
                _ => {}
            }
            row.split('=').for_each(|name| add(&mut names, name, value));
        }
    }
    let mut blob = bits::MAGIC.to_vec();
    blob.extend_from_slice(&hash.finalize());
    pack(&mut blob, &names)?;
    fs::write(root.join("data/gazetteer.bin"), &blob)?;
    println!("{} names, {} bytes", names.len(), blob.len());
    Ok(())
}

/// Writes the names out by entity and kinds, each row's in order, after the columns that say what a row is.
fn pack(blob: &mut Vec<u8>, names: &BTreeMap<String, u64>) -> Result<()> {
    // Read without its accents, a name is the same again: only what is otherwise is written.
    let mut same: HashMap<String, bool> = HashMap::new();
    for (name, value) in names {
        let folded = bits::fold(name);
        if folded != *name {
            let equal = names.get(&folded) == Some(value);
            same.entry(folded).and_modify(|all| *all &= equal).or_insert(equal);
        }
    }
    let mut rows: BTreeMap<(u64, u64, u64), Vec<&str>> = BTreeMap::new();
    for (name, value) in names.iter().filter(|(name, _)| !same.get(*name).is_some_and(|same| *same)) {
        let row = ((value >> bits::IDENTITY) & 0xffff, value & ((1 << bits::IDENTITY) - 1), value >> bits::COUNTRY);
        rows.entry(row).or_default().push(name);
    }
    blob.extend_from_slice(&u16::try_from(rows.len())?.to_le_bytes());
    let mut columns = vec![Vec::new(); bits::COLUMNS];
    let mut stream = Vec::new();
    let mut before = 0;
    for ((identity, kinds, country), names) in rows {
        let apart = bits::country(country as u16, identity as u16);
        ensure!(bits::country(apart, identity as u16) == country as u16, "{names:?}: country {country}");
        let step = u8::try_from(identity - before).context("identities too far apart")?;
        before = identity;
        let [a, b, c, ..] = kinds.to_le_bytes();
        let [d, e] = apart.to_le_bytes();
        columns.iter_mut().zip([a, b, c, step, d, e]).for_each(|(column, cell)| column.push(cell));
        let mut last = None;
        for name in names {
            ensure!(!name.contains(|c: char| c.is_ascii_control()), "{name:?}");
            if let Some(last) = last {
                let equal = |((at, a), b): &((usize, char), char)| a == b && at + a.len_utf8() < usize::from(bits::ROW);
                let shared = name.char_indices().zip(str::chars(last)).take_while(equal).last();
                let shared = shared.map_or(0, |((at, c), _)| at + c.len_utf8());
                stream.push(shared as u8);
                stream.extend_from_slice(&name.as_bytes()[shared..]);
            } else {
                stream.push(bits::ROW);
                stream.extend_from_slice(name.as_bytes());
            }
            last = Some(name);
        }
    }
    columns.iter().for_each(|column| blob.extend_from_slice(column));
    blob.extend_from_slice(&stream);
    Ok(())
}

fn add(names: &mut BTreeMap<String, u64>, name: &str, value: u64) {
    if name.is_empty() {
        return;
    }
    let capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && !name.contains('.');
    let value = if capitals && name.chars().count() < 6 { value | bits::CAPITALS } else { value };
    let key = name.to_lowercase().replace('’', "'");
    let folded = bits::fold(&key);
    if folded != key {
        merge(names, folded, value);
    }
    merge(names, key, value);
}

fn merge(names: &mut BTreeMap<String, u64>, key: String, value: u64) {
    const FLAGS: u64 = (1 << bits::IDENTITY) - 1;
    let old = names.entry(key).or_insert(value);
    if *old == value {
        return;
    }
    // Written otherwise than in capitals anywhere, it need not be in capitals.
    let flags = (*old | value) & FLAGS & !bits::CAPITALS | (*old & value & bits::CAPITALS);
    let identity = if (*old >> bits::IDENTITY) & 0xffff != 0 { *old } else { value } & (0xffff << bits::IDENTITY);
    let country = if *old >> bits::COUNTRY != 0 { *old } else { value } & (0xffff << bits::COUNTRY);
    *old = flags | identity | country;
}

/// Countries whose press writes English, or whose towns it names often: all their cities are taken.
const ALL_CITIES: [&str; 22] = [
    "United States",
    "United Kingdom",
    "Ireland",
    "Canada",
    "Australia",
    "New Zealand",
    "South Africa",
    "Nigeria",
    "Kenya",
    "Ghana",
    "Uganda",
    "Zimbabwe",
    "Pakistan",
    "Israel",
    "Palestine, State of",
    "Iraq",
    "Syrian Arab Republic",
    "Lebanon",
    "Libya",
    "Ukraine",
    "Afghanistan",
    "Jamaica",
];

fn generate(folder: &Path, lists: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = lists.join(name);
        let list = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok::<_, anyhow::Error>(list.trim_start_matches('\u{feff}').to_owned())
    };
    let census = |list: &str, most: usize| -> Vec<String> {
        let first = |line: &str| line.split_whitespace().next().unwrap_or_default().to_owned();
        list.lines().take(most).map(|line| capitalise(&first(line))).collect()
    };

    let mut surnames: BTreeSet<String> = census(&read("dist.all.last")?, 3500).into_iter().collect();
    let common: HashSet<String> = surnames.iter().cloned().collect();
    for row in csv(&read("common-surnames-by-country.csv")?) {
        surnames.extend(one_word(row.get(5)));
    }

    let mut forenames: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for (name, gender, most) in [("dist.female.first", 'f', 1300), ("dist.male.first", 'm', 1000)] {
        for name in census(&read(name)?, most) {
            forenames.entry(name).or_default().insert(gender);
        }
    }
    // A name with both genders in the census mostly has one: the rarer by far is dropped.
    let share = |list: &str| -> HashMap<String, f32> {
        let pair = |line: &str| {
            let mut columns = line.split_whitespace();
            Some((capitalise(columns.next()?), columns.next()?.parse().ok()?))
        };
        list.lines().filter_map(pair).collect()
    };
    let (women, men) = (share(&read("dist.female.first")?), share(&read("dist.male.first")?));
    for (name, genders) in &mut forenames {
        if let (Some(woman), Some(man)) = (women.get(name), men.get(name)) {
            if *woman > 8.0 * man {
                genders.remove(&'m');
            } else if *man > 8.0 * woman {
                genders.remove(&'f');
            }
        }
    }
    for row in csv(&read("common-forenames-by-country.csv")?) {
        if let Some(name) = one_word(row.get(11)) {
            let gender = if row.get(9).is_some_and(|gender| gender == "F") { 'f' } else { 'm' };
            if !women.contains_key(&name) && !men.contains_key(&name) || !forenames.contains_key(&name) {
                forenames.entry(name).or_default().insert(gender);
            }
        }
    }

    let mut cities = BTreeSet::new();
    for row in csv(&read("world-cities.csv")?) {
        let [name, country, region, ..] = row.as_slice() else { continue };
        let seat = region.to_lowercase().contains(&name.to_lowercase());
        let person = common.contains(name) || forenames.contains_key(name);
        if name.chars().count() > 3 && (seat || ALL_CITIES.contains(&country.as_str()) && !person) {
            cities.insert(name.clone());
        }
    }

    let mut companies = BTreeSet::new();
    for row in csv(&read("sp500.csv")?) {
        let name = row.get(1).map_or("", String::as_str);
        let name = name.split(" (").next().unwrap_or_default().trim_start_matches("The ");
        let mut short = name.trim_end_matches('.');
        for suffix in [" Inc", " Corporation", " Corp", " Company", " Co", " plc", " Ltd", " Group", " Companies", ","]
        {
            short = short.strip_suffix(suffix).unwrap_or(short);
        }
        companies.insert(if short.len() > 2 { short } else { name }.to_owned());
    }

    let write = |name: &str, columns: &str, source: &str, rows: &mut dyn Iterator<Item = String>| {
        let mut file =
            format!("# Columns: {columns}\n# Source: {source}\n# Written by: cargo xtask gazetteer --gaz DIR\n");
        rows.for_each(|row| _ = writeln!(file, "{row}"));
        fs::write(folder.join(name), file)
    };
    let popular = "sigpwned/popular-names-by-country-dataset (CC0)";
    let census = "US census of 1990 (public domain)";
    write("surnames.txt", "surname.", &format!("{census}; {popular}"), &mut surnames.into_iter())?;
    let mut rows = forenames.iter().map(|(name, genders)| format!("{name}\t{}", genders.iter().collect::<String>()));
    write("forenames.txt", "forename; m, f or both.", &format!("{census}; {popular}"), &mut rows)?;
    let geonames =
        "datasets/world-cities from GeoNames (CC BY 4.0): all of some countries, elsewhere the seats of regions";
    write("cities.txt", "name.", geonames, &mut cities.into_iter())?;
    write(
        "companies.txt",
        "name, without Inc. and the like.",
        "datasets/s-and-p-500-companies (PDDL)",
        &mut companies.into_iter(),
    )?;
    Ok(())
}

fn capitalise(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn one_word(name: Option<&String>) -> Option<String> {
    let name = name?.trim();
    let word = name.chars().count() > 1 && name.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-'));
    word.then(|| name.to_owned())
}

/// The rows of a comma-separated list, the heading left out.
fn csv(list: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for line in list.lines().skip(1) {
        let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blob_is_packed_from_the_sources_as_they_stand() {
        let data = crate::root().join("data");
        let mut hash = Sha256::new();
        for (name, _) in SOURCES {
            hash.update(fs::read(data.join("gazetteer").join(name).with_extension("txt")).expect("a readable list"));
        }
        let blob = fs::read(data.join("gazetteer.bin")).expect("a readable blob");
        let recorded = &blob[bits::MAGIC.len()..bits::HEADER];
        assert_eq!(recorded, hash.finalize().as_slice(), "data/gazetteer.bin is old: run `cargo xtask gazetteer`");
    }
}
