//! What the targets share: inputs made of a fuzzer's bytes.

#[path = "../../tests/news/mod.rs"]
pub mod news;
#[path = "../../tests/promises/mod.rs"]
pub mod promises;

use arbitrary::{Arbitrary, Result, Unstructured};
use postil::Given;
use serde_json::{Map, Value, json};

/// A text: news by the grammar, changed here and there, or any characters at all.
pub fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = match bytes.int_in_range(0..=9_u8)? {
        0 => String::from_utf8_lossy(<&[u8]>::arbitrary(bytes)?).into_owned(),
        _ => news::article(&mut |ways| bytes.choose_index(ways).unwrap_or_default()),
    };
    for _ in 0..bytes.int_in_range(0..=3_u8)? {
        change(&mut text, bytes)?;
    }
    Ok(text)
}

/// Cuts out, doubles, or puts in something odd.
fn change(text: &mut String, bytes: &mut Unstructured<'_>) -> Result<()> {
    const ODD: [&str; 24] = [
        "“", "”", "\"", "‘", "(", "\r", "\r\n", "\n\n", "\u{301}", "\u{200d}", "\u{feff}", "🇬", "$", "1", "٣", "²",
        "½", ",", ".", " said ", " May ", "-", "\u{2028}", "Mr ",
    ];
    let mut place = |text: &str| -> Result<usize> { Ok(text.floor_char_boundary(bytes.int_in_range(0..=text.len())?)) };
    let (one, other) = (place(text)?, place(text)?);
    let range = one.min(other)..one.max(other).min(one.min(other) + 400);
    let range = range.start..text.floor_char_boundary(range.end).max(range.start);
    match bytes.int_in_range(0..=3_u8)? {
        0 => text.replace_range(range, ""),
        1 => {
            let words = text[range.clone()].to_owned();
            text.insert_str(range.start, &words);
        }
        2 => text.insert_str(range.start, bytes.choose(&ODD)?),
        _ => text.insert_str(range.start, &bytes.choose(&ODD)?.repeat(bytes.int_in_range(1..=40)?)),
    }
    Ok(())
}

/// What is known beside the text, but an outline and decisions.
pub fn given(bytes: &mut Unstructured<'_>) -> Result<Given> {
    let date = match bytes.arbitrary::<Option<(u16, u8, u8)>>()? {
        Some((year, month, day)) => {
            jiff::civil::Date::new((1 + year % 9998) as i16, (1 + month % 12) as i8, (1 + day % 28) as i8).ok()
        }
        None => None,
    };
    Ok(Given { date, insist: bytes.arbitrary()?, whole: bytes.arbitrary()?, ..Given::default() })
}

/// Panics, as a fuzzer wants it, where a promise is broken.
pub fn hold(text: &str, given: &Given) {
    if let Err(broken) = promises::hold(text, given) {
        panic!("{broken}\n{text:?}");
    }
}

/// Some JSON in the place of some other.
pub fn value(bytes: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match bytes.int_in_range(0..=13_u8)? {
        0 => Value::Null,
        1 => json!(bytes.arbitrary::<bool>()?),
        2 => json!(bytes.int_in_range(-3..=300_i64)?),
        3 => json!(bytes.choose(&[u64::MAX, u64::from(u32::MAX), 1 << 53, 1 << 31])?),
        4 => json!(bytes.choose(&[1e308, -0.0, 0.5])?),
        5 => json!(bytes.choose(&[
            "",
            "m-aaaaaaaaaaaaaaaa",
            "e-aaaaaaaaaaaaaaaa",
            "high",
            "user",
            "2025-06-10",
            "99"
        ])?),
        6 => json!(bytes.choose(&["money", "person", "paragraph", "date", "direct", "all", "\u{0}", "1e999999999"])?),
        7 => json!([]),
        8 => json!({}),
        9 => json!([value(bytes)?, value(bytes)?]),
        10 => Value::Object(Map::from_iter([("start".to_owned(), value(bytes)?), ("end".to_owned(), value(bytes)?)])),
        11 => json!({ "exact": value(bytes)?, "id": value(bytes)?, "anchor": value(bytes)? }),
        12 => json!(<&str>::arbitrary(bytes)?),
        _ => json!([[[[[[[[value(bytes)?]]]]]]]]),
    })
}

/// Changes a value somewhere: puts another in its place, takes it out, doubles it, or swaps it with its neighbour.
pub fn edit(root: &mut Value, bytes: &mut Unstructured<'_>) -> Result<()> {
    let steps = bytes.int_in_range(1..=6_u8)?;
    edit_within(root, steps, bytes)
}

/// Changes what is at most so many steps further in.
fn edit_within(at: &mut Value, steps: u8, bytes: &mut Unstructured<'_>) -> Result<()> {
    let step = usize::from(bytes.arbitrary::<u16>()?);
    match at {
        Value::Object(object) if steps > 0 && !object.is_empty() => {
            let key = object.keys().nth(step % object.len()).cloned().unwrap_or_default();
            if bytes.ratio(1, 12)? {
                object.shift_remove(&key);
                return Ok(());
            }
            edit_within(object.entry(key).or_insert(Value::Null), steps - 1, bytes)
        }
        Value::Array(list) if steps > 0 && !list.is_empty() => {
            let index = step % list.len();
            match bytes.int_in_range(0..=15_u8)? {
                0 => drop(list.remove(index)),
                1 => {
                    let double = list[index].clone();
                    list.insert(bytes.int_in_range(0..=list.len())?, double);
                }
                2 => {
                    let other = bytes.choose_index(list.len())?;
                    list.swap(index, other);
                }
                _ => return edit_within(&mut list[index], steps - 1, bytes),
            }
            Ok(())
        }
        other => {
            *other = match other.as_i64() {
                // Off by one is worse than off by much.
                Some(number) if bytes.arbitrary()? => json!(number.saturating_add(bytes.int_in_range(-2..=2)?)),
                _ => value(bytes)?,
            };
            Ok(())
        }
    }
}
