//! Figures measured in each set's own conventions, as `figures/<set>-own` beside `predict.py`'s plain `figures/<set>`.
//!
//! The sets disagree with one another about what a span holds and what a unit is called, and `predict.py` hands over
//! no unit but a currency's code and no duration as a quantity, so that most of its "with value" rows cannot be
//! reached by any export. What is changed here is form alone; nothing is found here that the export does not hold,
//! and no value is computed but the seconds of a duration and the mean of a range:
//!
//! | set | its convention |
//! |---|---|
//! | Recognizers | American unit names ("Meter"), "Dollar" where no country is said; a range and a pair are two figures; dates in its own notation, and the word that bounds a time ("before", "since") in its span |
//! | Duckling | the word that bounds or approximates a figure, and "from" of a range, in the span; currencies by code; durations and compound lengths in the finest unit said; what is weighed ("of meat") in the span |
//! | quantulum3 | what is counted outside the span, a pair two figures, a range by its mean, durations quantities, times of the week and plain years numbers |
//!
//! Sources: the README and test data of Recognizers-Text, duckling and quantulum3.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether a set of that name has conventions that are known here.
pub fn has(set: &str) -> bool {
    let models = ["Currency", "Percent", "Age", "Dimension", "Temperature", "DateTime"];
    let recognizers =
        set.strip_prefix("recognizers_").is_some_and(|set| models.iter().any(|model| set.starts_with(model)));
    let duckling =
        set.starts_with("duckling_") && !["Time", "Numeral", "Ordinal"].iter().any(|kind| set[9..].starts_with(kind));
    recognizers || duckling || set.starts_with("quantulum3")
}

/// Writes what the program finds in `gold`'s rows to `prediction`, in the conventions of each row's model.
pub fn predict(gold: &Path, prediction: &Path, program: &Path) -> Result<()> {
    let rows = std::fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let rows: Vec<Value> = rows.lines().map(serde_json::from_str).collect::<Result<_, _>>().context("no JSON lines")?;
    let exports = annotate(&rows, program)?;
    let mut out = String::new();
    for (row, export) in rows.iter().zip(&exports) {
        let expected = convert(row, export);
        out += &format!("{}\n", json!({ "id": row["id"], "expected": expected }));
    }
    std::fs::write(prediction, out).with_context(|| format!("cannot write {}", prediction.display()))
}

/// The exports of the rows' texts; nothing of a row but its text and its date reaches the program.
fn annotate(rows: &[Value], program: &Path) -> Result<Vec<Value>> {
    let mut child = Command::new(program)
        .args(["annotate", "--ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let mut input = child.stdin.take().context("no standard input")?;
    let output = BufReader::new(child.stdout.take().context("no standard output")?);
    let question = |row: &Value| {
        let mut question = json!({ "id": row["id"], "text": row["text"] });
        if let Some(date) = row["reference_time"].as_str().and_then(|date| date.get(..10)) {
            question["date"] = date.into();
        }
        question
    };
    let lines: Vec<Value> = rows.iter().map(question).collect();
    let writer = std::thread::spawn(move || lines.iter().try_for_each(|line| writeln!(input, "{line}")));
    let mut exports = Vec::new();
    for line in output.lines() {
        let mut answer: Value = serde_json::from_str(&line?).context("the program wrote no JSON")?;
        exports.push(answer["postil"].take());
    }
    writer.join().expect("a thread that does not panic")?;
    ensure!(child.wait()?.success() && exports.len() == rows.len(), "the program did not answer every row");
    Ok(exports)
}

/// A text by code points, as the sets count.
struct Chars(Vec<char>);

impl Chars {
    fn slice(&self, from: usize, to: usize) -> String {
        self.0[from.min(self.0.len())..to.min(self.0.len())].iter().collect()
    }

    /// Where `words` begin if they stand, with spaces, before `at`.
    fn before(&self, at: usize, words: &str) -> Option<usize> {
        let head = self.slice(0, at).to_lowercase();
        let bare = head.trim_end();
        let rest = bare.strip_suffix(words)?;
        let apart =
            rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric()) || !words.starts_with(char::is_alphanumeric);
        if apart { Some(rest.chars().count()) } else { None }
    }
}

/// A figure or time in a set's form.
struct Item {
    start: usize,
    end: usize,
    resolution: Map<String, Value>,
}

impl Item {
    fn new(start: usize, end: usize, value: Option<f64>, unit: &str) -> Item {
        let mut resolution = Map::new();
        resolution.insert("value".into(), value.map_or(Value::Null, |value| json!(value)));
        if !unit.is_empty() {
            resolution.insert("unit".into(), unit.into());
        }
        Item { start, end, resolution }
    }
}

fn convert(row: &Value, export: &Value) -> Vec<Value> {
    let model = row["model"].as_str().unwrap_or_default();
    let chars = Chars(row["text"].as_str().unwrap_or_default().chars().collect());
    let empty = Vec::new();
    let figures = export["figures"].as_array().unwrap_or(&empty);
    let times = export["times"].as_array().unwrap_or(&empty);
    let mut items = Vec::new();
    if model == "DateTimeModel" {
        items.extend(times.iter().filter_map(|time| recognizers_time(&chars, time, row)));
    } else if let Some(dimension) = model.strip_prefix("Duckling") {
        items.extend(
            figures.iter().filter(|figure| duckling_kind(dimension, figure)).filter_map(|f| duckling(&chars, f)),
        );
        if dimension == "Duration" {
            items.extend(times.iter().filter_map(duckling_duration));
        }
    } else if model == "quantulum3" {
        items.extend(figures.iter().flat_map(|figure| quantulum(&chars, figure)));
        items.extend(times.iter().flat_map(|time| quantulum_time(&chars, time)));
        items.sort_by_key(|item| item.start);
    } else {
        items.extend(figures.iter().flat_map(|figure| recognizers(&chars, model, figure)));
    }
    items
        .into_iter()
        .map(|item| json!({ "start": item.start, "end": item.end, "resolution": item.resolution }))
        .collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn number(value: &Value) -> Option<f64> {
    value.as_str()?.parse().ok()
}

fn span(value: &Value) -> Option<(usize, usize)> {
    Some((value["start"].as_u64()? as usize, value["end"].as_u64()? as usize))
}

/// The span of the first reason of that name.
fn reason(item: &Value, code: &str) -> Option<(usize, usize)> {
    let reasons = item["reasons"].as_array()?;
    span(&reasons.iter().find(|reason| text(reason, "code") == code)?["span"])
}

/// A figure's readings: of a pair both, else the one; each with where it stands, its end or ends, and its unit.
struct Reading {
    start: usize,
    end: usize,
    ends: (Option<f64>, Option<f64>),
    unit: String,
    name: String,
}

fn readings(chars: &Chars, figure: &Value) -> Vec<Reading> {
    let Some((start, mut end)) = span(&figure["span"]) else { return Vec::new() };
    let value = number(&figure["value"]);
    let range = &figure["range"];
    let ends = if value.is_some() { (value, None) } else { (number(&range["low"]), number(&range["high"])) };
    let mut all = Vec::new();
    if let (Some(pair), false) = (reason(figure, "pair"), figure["also"].is_null()) {
        let also = &figure["also"];
        if end > pair.0 {
            end = chars.slice(start, pair.0).trim_end_matches(['(', ' ', ',']).chars().count() + start;
        }
        let second = match number(&also["value"]) {
            value @ Some(_) => (value, None),
            None => (number(&also["range"]["low"]), number(&also["range"]["high"])),
        };
        let (unit, name) = (text(also, "unit").to_owned(), text(also, "unitName").to_owned());
        all.push(Reading { start: pair.0, end: pair.1, ends: second, unit, name });
    }
    let (unit, name) = (text(figure, "unit").to_owned(), text(figure, "unitName").to_owned());
    all.insert(0, Reading { start, end, ends, unit, name });
    if text(figure, "kind") == "money" {
        all.iter_mut().for_each(|reading| in_coins(chars, reading));
    }
    all
}

/// The sets count coins: "12 cents" are twelve of them, where the export says 0.12 dollars.
fn in_coins(chars: &Chars, reading: &mut Reading) {
    let Some(coin) = coin(&chars.slice(reading.start, reading.end).to_lowercase()) else { return };
    reading.ends = (reading.ends.0.map(hundred), reading.ends.1.map(hundred));
    let rate = reading.name.find(" per ").map_or("", |at| &reading.name[at..]);
    reading.name = format!("{coin}{rate}");
    reading.unit.clear();
}

fn american(name: &str) -> String {
    let name = match name {
        "tonne" => "metric ton".to_owned(),
        _ => name.replace("metre", "meter").replace("litre", "liter").replace("tonne", "metric ton"),
    };
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

fn recognizers(chars: &Chars, model: &str, figure: &Value) -> Vec<Item> {
    let kind = text(figure, "kind");
    let unit = text(figure, "unit");
    let warm = matches!(unit, "Cel" | "[degF]" | "K" | "deg");
    let takes = match model {
        "CurrencyModel" => kind == "money",
        "PercentModel" => matches!(kind, "percent" | "percentagePoint"),
        "AgeModel" => kind == "age",
        "TemperatureModel" => kind == "quantity" && warm,
        "DimensionModel" => kind == "quantity" && !matches!(unit, "Cel" | "[degF]"),
        "OrdinalModel" => matches!(kind, "ordinal" | "rank"),
        _ => true,
    };
    let mut items = Vec::new();
    if !takes {
        return items;
    }
    for reading in readings(chars, figure) {
        let named = match model {
            "CurrencyModel" => currency(figure, &reading),
            "TemperatureModel" | "DimensionModel" => match reading.unit.as_str() {
                "Cel" => "C".to_owned(),
                "[degF]" => "F".to_owned(),
                _ => american(&reading.name),
            },
            "AgeModel" if text(&figure["span"], "exact").starts_with("age ") => "Age".to_owned(),
            "AgeModel" => american(&reading.name),
            _ => String::new(),
        };
        // Of a range each end is a figure of its own, if its unit stands with it.
        let mut parts = vec![(reading.start, reading.end, reading.ends.0)];
        if let (Some(joint), (Some(_), Some(high))) = (reason(figure, "range"), reading.ends) {
            let first = chars.slice(reading.start, joint.0).trim_end().chars().count() + reading.start;
            let gap = chars.slice(joint.1, reading.end);
            let second = joint.1 + gap.chars().count() - gap.trim_start().chars().count();
            let bare = matches!(model, "DimensionModel" | "TemperatureModel")
                && named_alone(&chars.slice(reading.start, first));
            parts = vec![(second, reading.end, Some(high))];
            if !bare {
                parts.insert(0, (reading.start, first, reading.ends.0));
            }
        }
        for (start, end, value) in parts {
            // "5 ft 2 in" is counted in feet.
            let feet = model == "DimensionModel" && reading.unit == "[in_i]" && chars.slice(start, end).contains('f');
            let (value, named) = if feet { (value.map(|value| value / 12.0), "Foot") } else { (value, &*named) };
            let mut item = Item::new(start, end, value, named);
            if model == "PercentModel" {
                item.resolution.insert("value".into(), value.map_or(Value::Null, |value| format!("{value}%").into()));
            }
            if model == "CurrencyModel"
                && !reading.unit.is_empty()
                && !figure["currencyAssumed"].as_bool().unwrap_or(false)
            {
                item.resolution.insert("isoCurrency".into(), reading.unit.clone().into());
            }
            items.push(item);
        }
    }
    items
}

/// Whether an end of a range has no unit of its own: "eight to 10 feet".
fn named_alone(words: &str) -> bool {
    !words.contains(' ')
        && (words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
            || words.chars().all(char::is_alphabetic))
}

/// So many hundredths, without what binary fractions add.
fn hundred(value: f64) -> f64 {
    (value * 1e8).round() / 1e6
}

/// The coin that money is counted in, from its words in lower case.
fn coin(words: &str) -> Option<&'static str> {
    let last = words.rsplit([' ', '-']).next().unwrap_or_default();
    let coin = match last.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        "cent" | "cents" | "c" | "¢" => "cent",
        "pence" | "penny" | "pennies" | "p" => "penny",
        _ => return None,
    };
    // "3 CAD 3 cents" are counted in dollars.
    let numbers = words
        .split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    (numbers.count() < 2 && !words.contains("dollar")).then_some(coin)
}

/// Recognizers' name of a currency: plain where no country is said.
fn currency(figure: &Value, reading: &Reading) -> String {
    let words = text(&figure["span"], "exact").to_lowercase();
    match reading.name.split(" per ").next().unwrap_or_default() {
        "penny" => return "Pence".into(),
        "cent" => return "Cent".into(),
        _ => {}
    }
    match reading.unit.as_str() {
        "USD" if words.contains("us") || words.contains("u.s") => "United States dollar".into(),
        "USD" => "Dollar".into(),
        "GBP" if words.contains("gbp") || words.contains("british") => "British pound".into(),
        "GBP" => "Pound".into(),
        "JPY" => "Japanese yen".into(),
        "CNY" => "Chinese yuan".into(),
        "INR" => "Rupee".into(),
        "CHF" if !words.contains("swiss") => "Franc".into(),
        "LKR" => "Sri Lankan rupee".into(),
        _ => american(reading.name.split(" per ").next().unwrap_or_default()),
    }
}

fn duckling_kind(dimension: &str, figure: &Value) -> bool {
    let kind = text(figure, "kind");
    match dimension {
        "AmountOfMoney" => matches!(kind, "money" | "cardinal"),
        "Distance" | "Volume" | "Temperature" => kind == "quantity",
        "Duration" => false,
        "Ordinal" => kind == "ordinal",
        _ => true,
    }
}

fn duckling(chars: &Chars, figure: &Value) -> Option<Item> {
    let (mut start, mut end) = span(&figure["span"])?;
    if let Some((from, to)) = reason(figure, "approximation") {
        (start, end) = (start.min(from), end.max(to));
    }
    let (start, end) = match chars
        .before(start, "exactly")
        .or_else(|| chars.before(start, "from").filter(|_| !figure["range"].is_null()))
    {
        Some(from) => (from, end),
        None => (start, end),
    };
    let end = weighed(chars, figure, end);
    let name = text(figure, "unitName");
    let words = text(&figure["span"], "exact").to_lowercase();
    let unit = match text(figure, "kind") {
        "money" => match (text(figure, "unit"), coin(&words).unwrap_or(name)) {
            _ if words.contains("buck") => "unnamed".into(),
            (_, "cent") => "cent".into(),
            (_, "penny") => "cent".into(),
            ("USD", _) if words.contains("us") => "usd".into(),
            ("USD", _) => "dollar".into(),
            ("GBP", _) if words.contains("gbp") => "gbp".into(),
            ("GBP", _) => "pound".into(),
            _ if words.ends_with("dinars") && words.split(' ').count() == 2 => "dinar".into(),
            _ if words.ends_with("riyals") && words.split(' ').count() == 2 => "riyal".into(),
            _ if words.ends_with("rials") && words.split(' ').count() == 2 => "rial".into(),
            (code, _) => code.to_lowercase(),
        },
        "cardinal" => "unnamed".into(),
        _ => match text(figure, "unit") {
            "Cel" => "celsius".into(),
            "[degF]" => "fahrenheit".into(),
            "m" if words.ends_with('m') => "m".into(),
            _ => name.to_owned(),
        },
    };
    let value = number(&figure["value"]);
    let coins = text(figure, "kind") == "money" && coin(&words).is_some();
    Some(Item::new(start, end, if coins { value.map(hundred) } else { value }, &unit))
}

/// Where a quantity ends with what it is a quantity of: "two pounds of meat".
fn weighed(chars: &Chars, figure: &Value, end: usize) -> usize {
    let tail = chars.slice(end, chars.0.len());
    if text(figure, "kind") != "quantity" || !tail.starts_with(" of ") {
        return end;
    }
    let word = tail[4..].split(' ').next().unwrap_or_default();
    end + 4 + word.trim_end_matches(['.', ',']).chars().count()
}

/// A duration's parts: how many of which of TIMEX3's letters, "M" of time as "m".
fn parts(value: &str) -> Option<Vec<(f64, char)>> {
    let mut parts = Vec::new();
    let (mut digits, mut time) = (String::new(), false);
    for letter in value.strip_prefix('P')?.chars() {
        match letter {
            'T' => time = true,
            '0'..='9' | '.' => digits.push(letter),
            _ => {
                let letter = if time && letter == 'M' { 'm' } else { letter };
                parts.push((std::mem::take(&mut digits).parse().ok()?, letter));
            }
        }
    }
    if parts.is_empty() { None } else { Some(parts) }
}

fn seconds(letter: char) -> f64 {
    match letter {
        'S' => 1.0,
        'm' => 60.0,
        'H' => 3600.0,
        'D' => 86400.0,
        'W' => 604_800.0,
        'M' => 2_592_000.0,
        'Q' => 7_776_000.0,
        'Y' => 31_536_000.0,
        'E' => 315_360_000.0,
        'C' => 3_153_600_000.0,
        _ => f64::NAN,
    }
}

fn duration_name(letter: char) -> &'static str {
    match letter {
        'S' => "second",
        'm' => "minute",
        'H' => "hour",
        'D' => "day",
        'W' => "week",
        'M' => "month",
        'Q' => "quarter",
        'Y' => "year",
        'E' => "decade",
        _ => "century",
    }
}

/// A duration in its finest unit; a fraction of one makes it finer.
fn duckling_duration(time: &Value) -> Option<Item> {
    let (start, end) = span(&time["span"])?;
    if text(time, "kind") != "duration" {
        return None;
    }
    let parts = parts(text(&time["timex3"], "value"))?;
    let mut finest = parts.last()?.1;
    if parts.iter().any(|(many, _)| many.fract() != 0.0) {
        finest = match finest {
            'm' => 'S',
            'H' => 'm',
            'D' => 'H',
            'W' | 'M' => 'D',
            other => other,
        };
    }
    let months = |letter: char| match letter {
        'Y' => 12.0,
        'Q' => 3.0,
        _ => 1.0,
    };
    let all = if finest == 'M' {
        parts.iter().map(|(many, letter)| many * months(*letter)).sum::<f64>()
    } else {
        parts.iter().map(|(many, letter)| many * seconds(*letter)).sum::<f64>() / seconds(finest)
    };
    Some(Item::new(start, end, Some(all), duration_name(finest)))
}

/// Words that quantulum3 takes for the number itself.
const NUMBER_WORDS: &[&str] = &[
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "billion", "dozen", "half", "and",
];

fn quantulum(chars: &Chars, figure: &Value) -> Vec<Item> {
    let kind = text(figure, "kind");
    if matches!(kind, "ordinal" | "rank" | "score" | "age") {
        return Vec::new();
    }
    let mut items = Vec::new();
    for mut reading in readings(chars, figure) {
        let mut unit = reading.name.replace('-', " ");
        match (kind, reading.unit.as_str()) {
            ("count" | "cardinal" | "ratio", _) => {
                unit = "dimensionless".into();
                let words = chars.slice(reading.start, reading.end);
                let kept = words.split_inclusive([' ', '-']).take_while(|word| {
                    let bare = word.trim_end_matches([' ', '-']);
                    bare.starts_with(|c: char| c.is_ascii_digit() || c == '-')
                        || NUMBER_WORDS.contains(&bare.to_lowercase().as_str())
                });
                let length: usize = kept.map(|word| word.chars().count()).sum();
                if kind == "count" && length > 0 {
                    let head = chars.slice(reading.start, reading.start + length);
                    reading.end = reading.start + head.trim_end_matches([' ', '-']).chars().count();
                }
            }
            ("percent", _) => unit = "percentage".into(),
            (_, "[lb_av]") => unit = "pound-mass".into(),
            (_, "[degF]") => unit = "degree fahrenheit".into(),
            (_, "mL") if kind == "quantity" => unit = "cubic centimetre".into(),
            _ => {}
        }
        if let Some((_, to)) = reason(figure, "rate") {
            reading.end = reading.end.max(to);
        }
        let value = match reading.ends {
            (Some(low), Some(high)) => Some((low + high) / 2.0),
            (value, _) => value,
        };
        items.push(Item::new(reading.start, reading.end, value, &unit));
    }
    items
}

fn quantulum_time(chars: &Chars, time: &Value) -> Vec<Item> {
    let Some((start, end)) = span(&time["span"]) else { return Vec::new() };
    let value = text(&time["timex3"], "value");
    if text(time, "kind") == "duration" {
        let parts = parts(value).unwrap_or_default();
        if let [(many, letter)] = parts[..] {
            let about = ["about ", "some ", "at least ", "nearly "];
            let words = chars.slice(start, end).to_lowercase();
            let cut = about.iter().find(|word| words.starts_with(**word)).map_or(0, |word| word.len());
            return vec![Item::new(start + cut, end, Some(many), duration_name(letter))];
        }
        // Each part is a quantity of its own.
        let words = chars.slice(start, end);
        let mut items = Vec::new();
        let mut at = 0;
        for (many, letter) in parts {
            let name = duration_name(letter);
            let Some(found) = words[at..].find(name) else { return Vec::new() };
            let plural = usize::from(words[at + found + name.len()..].starts_with('s'));
            let to = at + found + name.len() + plural;
            let from = words.len() - words[at..].trim_start_matches([' ', ',']).len();
            let from = if words[from..].starts_with("and ") { from + 4 } else { from };
            let offset = |byte: usize| start + words[..byte].chars().count();
            items.push(Item::new(offset(from), offset(to), Some(many), name));
            at = to;
        }
        return items;
    }
    let year = text(&time["span"], "exact");
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if plain { vec![Item::new(start, end, year.parse().ok(), "dimensionless")] } else { Vec::new() }
}

/// How the word before a time bounds it.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    Before,
    After,
    Since,
    Until,
    About,
}

const BOUNDS: &[(&str, Bound)] = &[
    ("before the", Bound::Before),
    ("before", Bound::Before),
    ("prior to", Bound::Before),
    ("no later than", Bound::Until),
    ("later than", Bound::After),
    ("earlier than", Bound::Before),
    ("by the", Bound::Before),
    ("by", Bound::Before),
    ("after", Bound::After),
    ("since", Bound::Since),
    ("starting from", Bound::Since),
    ("starting on", Bound::Since),
    ("starting", Bound::Since),
    ("beginning on", Bound::Since),
    ("beginning", Bound::Since),
    ("until", Bound::Until),
    ("till", Bound::Until),
    ("as late as", Bound::Until),
    ("around", Bound::About),
];

/// Recognizers' notation of a moment: a day alone, or a day and a time with seconds.
fn moment(iso: &str, day: bool) -> String {
    match iso.split_once('T') {
        None => iso.to_owned(),
        Some((date, _)) if day => date.to_owned(),
        Some((date, time)) => format!("{date} {time}{}", if time.len() == 5 { ":00" } else { "" }),
    }
}

/// The hours of a part of the day, and its day: "2016-11-08TAF".
fn part_of_day(value: &str) -> Option<((&'static str, &'static str), &str)> {
    let (day, part) = value.split_once('T')?;
    let hours = match part {
        "MO" => ("08:00:00", "12:00:00"),
        "AF" => ("12:00:00", "16:00:00"),
        "EV" => ("16:00:00", "20:00:00"),
        "NI" => ("20:00:00", "23:59:59"),
        _ => return None,
    };
    Some((hours, day))
}

fn at_day(day: &str, time: &str, known: bool) -> String {
    if known && !day.is_empty() { format!("{day} {time}") } else { time.to_owned() }
}

/// Where a TIMEX3 value begins, in Recognizers' notation.
fn beginning(value: &str, day: bool) -> String {
    if let Some((date, clock)) = value.split_once('T') {
        let clock = match clock.len() {
            2 => format!("{clock}:00:00"),
            5 => format!("{clock}:00"),
            _ => clock.to_owned(),
        };
        return at_day(date, &clock, day);
    }
    match value.len() {
        4 => format!("{value}-01-01"),
        7 if !value.contains(['W', 'Q', 'H']) => format!("{value}-01"),
        _ => value.to_owned(),
    }
}

fn recognizers_time(chars: &Chars, time: &Value, row: &Value) -> Option<Item> {
    let (mut start, end) = span(&time["span"])?;
    let value = text(&time["timex3"], "value");
    let mut item = Item::new(start, end, None, "");
    let out = &mut item.resolution;
    let from = time["interval"]["from"].as_str().map(|iso| moment(iso, false));
    let to = time["interval"]["to"].as_str().map(|iso| moment(iso, false));
    match text(time, "kind") {
        "duration" => {
            let all: f64 = parts(value)?.iter().map(|(many, letter)| many * seconds(*letter)).sum();
            out.insert("value".into(), json!(all));
        }
        "set" => _ = out.insert("value".into(), "not resolved".into()),
        _ if value == "PRESENT_REF" => {
            let now = text(row, "reference_time").replace('T', " ");
            out.insert("value".into(), now.into());
        }
        kind => {
            let words = text(&time["span"], "exact").to_lowercase();
            let season = ["SP", "SU", "FA", "AU", "WI"].iter().any(|season| value.ends_with(season));
            let known_day = time["known"].as_array().is_some_and(|known| known.iter().any(|field| field == "day"))
                || matches!(text(time, "basis"), "tense" | "explicit")
                || ["to", "yester", "this "].iter().any(|word| words.starts_with(word));
            let named = if season { Some("not resolved".to_owned()) } else { from.clone() };
            out.insert("value".into(), json!(named));
            out.insert("start".into(), json!(from));
            out.insert("end".into(), json!(to));
            // The part of a day is four hours there, and a range ends where its last unit begins.
            if let Some((hours, day)) = part_of_day(value) {
                out.insert("start".into(), at_day(day, hours.0, known_day).into());
                out.insert("end".into(), at_day(day, hours.1, known_day).into());
            }
            if let Some((first, last)) = value.split_once('/') {
                out.insert("start".into(), json!(beginning(first, known_day)));
                out.insert("end".into(), json!(beginning(last, known_day)));
            }
            if let (Some(clock), false) =
                (value.split_once('T').map(|(_, clock)| clock), known_day || value.contains('/'))
                && clock.starts_with(|c: char| c.is_ascii_digit())
            {
                out.insert("value".into(), json!(beginning(value, false)));
            }
            // A range of two says its own bounds; of one the interval has them already.
            let bound = BOUNDS.iter().find_map(|(word, bound)| Some((chars.before(start, word)?, *bound)));
            let two = kind == "range" || words.starts_with("from ") || words.starts_with("between ");
            if let (Some((at, bound)), false) = (bound, two) {
                start = at;
                let own = json!(beginning(value, known_day));
                match bound {
                    Bound::Before | Bound::Until => {
                        out.insert("end".into(), own);
                        out.insert("start".into(), Value::Null);
                    }
                    Bound::After | Bound::Since => {
                        if value.contains('T') {
                            out.insert("start".into(), own);
                        }
                        out.insert("end".into(), Value::Null);
                    }
                    Bound::About => {}
                }
            } else if two && let Some(at) = chars.before(start, "from").or_else(|| chars.before(start, "between")) {
                start = at;
            }
        }
    }
    item.start = start;
    Some(item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_come_apart() {
        assert_eq!(parts("P1Y2DT3H4M5S"), Some(vec![(1.0, 'Y'), (2.0, 'D'), (3.0, 'H'), (4.0, 'm'), (5.0, 'S')]));
        assert_eq!(parts("PXD"), None);
    }

    #[test]
    fn a_bound_stands_before() {
        let chars = Chars("Not before 2010".chars().collect());
        assert_eq!(chars.before(11, "before"), Some(4));
        assert_eq!(chars.before(11, "fore"), None);
    }
}
