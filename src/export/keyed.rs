//! The wire types as JSON, written into one buffer and read back from a value, key by key.
//!
//! `serde` would compile a reader and a writer of its own for every type, and for every map that is flattened into one;
//! this is one small function for each type. Keys are written as they stand in the source, with their quotation marks.
//! The first fault of what is read is kept and reading goes on with empty values, so that no field has a way out of its
//! own.

use super::wire::{Object, Word};
use serde_json::Value;
use std::fmt::Write;

/// A value under a key of an object.
pub trait Keyed: Sized {
    /// Whether its key may be absent wherever it stands.
    const OPTIONAL: bool = false;

    /// Reads it; `None` stands for an absent key and gives what is empty.
    fn read(value: Option<Value>, reader: &mut Reader) -> Self;

    /// Writes it at the end of some JSON.
    fn write(&self, json: &mut String);

    /// Whether it says nothing, so that its key may be left out.
    fn is_empty(&self) -> bool {
        false
    }
}

/// Writes a string with its quotation marks, as `serde_json` does.
pub fn string(text: &str, json: &mut String) {
    json.push('"');
    let mut from = 0;
    while let Some(at) = escaped(&text.as_bytes()[from..]).map(|at| from + at) {
        json.push_str(&text[from..at]);
        from = at + 1;
        match text.as_bytes()[at] {
            b'"' => json.push_str("\\\""),
            b'\\' => json.push_str("\\\\"),
            b'\n' => json.push_str("\\n"),
            b'\t' => json.push_str("\\t"),
            b'\r' => json.push_str("\\r"),
            0x08 => json.push_str("\\b"),
            0x0c => json.push_str("\\f"),
            byte => _ = write!(json, "\\u{byte:04x}"),
        }
    }
    json.push_str(&text[from..]);
    json.push('"');
}

/// The first byte that a string may not hold as it is: a quotation mark, a backslash, a control character. Eight are
/// looked at together: of each the upper bit is set where taking one from it borrows.
fn escaped(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = ONES << 7;
    let less = |word: u64, than: u64| word.wrapping_sub(ONES * than) & !word;
    let clean = |word: u64| {
        let (quotes, slashes) = (word ^ (ONES * b'"' as u64), word ^ (ONES * b'\\' as u64));
        (less(word, 0x20) | less(quotes, 1) | less(slashes, 1)) & TOPS == 0
    };
    let (words, _) = bytes.as_chunks::<8>();
    let first = 8 * words.iter().take_while(|word| clean(u64::from_le_bytes(**word))).count();
    let found = bytes[first..].iter().position(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\'));
    found.map(|at| first + at)
}

/// Writes a whole number.
fn number(mut number: u32, json: &mut String) {
    let mut digits = [b'0'; 10];
    let mut first = digits.len() - 1;
    loop {
        digits[first] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
        first -= 1;
    }
    json.push_str(str::from_utf8(&digits[first..]).unwrap_or_default());
}

/// Writes the keys of an object with their values, each with a comma behind it.
pub fn keys(object: &Object, json: &mut String) {
    for (key, value) in object {
        string(key, json);
        json.push(':');
        value.write(json);
        json.push(',');
    }
}

/// Ends an object or a list whose last item has a comma behind it.
pub fn close(bracket: char, json: &mut String) {
    if json.ends_with(',') {
        json.pop();
    }
    json.push(bracket);
}

/// Where reading is, and the first thing that was wrong.
#[derive(Default)]
pub struct Reader {
    path: Vec<Step>,
    fault: Option<String>,
}

enum Step {
    Key(&'static str),
    At(usize),
}

/// Reads a whole value.
///
/// # Errors
/// If a key is missing or has another kind of value than it should; it is named with its path.
pub fn read<T: Keyed>(value: Value) -> Result<T, String> {
    let mut reader = Reader::default();
    let read = T::read(Some(value), &mut reader);
    reader.fault.map_or(Ok(read), Err)
}

impl Reader {
    /// What stands under a key, which is then out of the object.
    pub fn key<T: Keyed>(&mut self, object: &mut Object, key: &'static str, optional: bool) -> T {
        let value = self.enter(object, key, optional || T::OPTIONAL);
        let read = T::read(value, self);
        self.path.pop();
        read
    }

    /// The keys of an object.
    pub fn object(&mut self, value: Option<Value>) -> Object {
        match value {
            Some(Value::Object(object)) => return object,
            Some(_) => self.expected("an object"),
            None => {}
        }
        Object::new()
    }

    #[inline(never)]
    fn enter(&mut self, object: &mut Object, key: &'static str, optional: bool) -> Option<Value> {
        let value = object.shift_remove(key);
        if value.is_none() && !optional && self.fault.is_none() {
            let place = self.place();
            let within = if place.is_empty() { String::new() } else { format!(" in `{place}`") };
            self.fault = Some(format!("missing field `{key}`{within}"));
        }
        self.path.push(Step::Key(key));
        value
    }

    #[inline(never)]
    fn items(&mut self, value: Option<Value>) -> Vec<Value> {
        match value {
            Some(Value::Array(items)) => return items,
            Some(_) => self.expected("a list"),
            None => {}
        }
        Vec::new()
    }

    #[inline(never)]
    fn text(&mut self, value: Option<Value>) -> String {
        match value {
            Some(Value::String(text)) => return text,
            Some(_) => self.expected("a string"),
            None => {}
        }
        String::new()
    }

    #[inline(never)]
    fn whole(&mut self, value: Option<Value>, most: u32) -> u32 {
        let Some(value) = value else { return 0 };
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|&number| number <= most);
        if number.is_none() {
            self.expected("a whole number that is not negative, nor too great");
        }
        number.unwrap_or(0)
    }

    #[cold]
    fn expected(&mut self, what: &str) {
        if self.fault.is_none() {
            self.fault = Some(format!("`{}` is not {what}", self.place()));
        }
    }

    /// `figures[3].span`
    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            // Writing to a string cannot fail.
            let _ = match step {
                Step::Key(key) if place.is_empty() => place.write_str(key),
                Step::Key(key) => write!(place, ".{key}"),
                Step::At(at) => write!(place, "[{at}]"),
            };
        }
        place
    }
}

impl Keyed for String {
    fn read(value: Option<Value>, reader: &mut Reader) -> String {
        reader.text(value)
    }

    fn write(&self, json: &mut String) {
        string(self, json);
    }
}

impl Keyed for Word {
    fn read(value: Option<Value>, reader: &mut Reader) -> Word {
        Word::Owned(reader.text(value))
    }

    fn write(&self, json: &mut String) {
        string(self, json);
    }
}

impl Keyed for u32 {
    fn read(value: Option<Value>, reader: &mut Reader) -> u32 {
        reader.whole(value, u32::MAX)
    }

    fn write(&self, json: &mut String) {
        number(*self, json);
    }
}

impl Keyed for u8 {
    fn read(value: Option<Value>, reader: &mut Reader) -> u8 {
        u8::try_from(reader.whole(value, 255)).unwrap_or(u8::MAX)
    }

    fn write(&self, json: &mut String) {
        number(u32::from(*self), json);
    }
}

impl Keyed for bool {
    fn read(value: Option<Value>, reader: &mut Reader) -> bool {
        match value {
            Some(Value::Bool(value)) => return value,
            Some(_) => reader.expected("true or false"),
            None => {}
        }
        false
    }

    fn write(&self, json: &mut String) {
        json.push_str(if *self { "true" } else { "false" });
    }

    fn is_empty(&self) -> bool {
        !self
    }
}

impl Keyed for Value {
    fn read(value: Option<Value>, _: &mut Reader) -> Value {
        value.unwrap_or_default()
    }

    fn write(&self, json: &mut String) {
        // Writing to a string cannot fail.
        let _ = write!(json, "{self}");
    }
}

impl Keyed for Object {
    fn read(value: Option<Value>, reader: &mut Reader) -> Object {
        reader.object(value)
    }

    fn write(&self, json: &mut String) {
        json.push('{');
        keys(self, json);
        close('}', json);
    }
}

impl<T: Keyed> Keyed for Option<T> {
    const OPTIONAL: bool = true;

    fn read(value: Option<Value>, reader: &mut Reader) -> Option<T> {
        match value {
            None | Some(Value::Null) => None,
            value => Some(T::read(value, reader)),
        }
    }

    fn write(&self, json: &mut String) {
        match self {
            Some(value) => value.write(json),
            None => json.push_str("null"),
        }
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl<T: Keyed> Keyed for Vec<T> {
    fn read(value: Option<Value>, reader: &mut Reader) -> Vec<T> {
        let items = reader.items(value);
        let mut read = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            reader.path.push(Step::At(at));
            read.push(T::read(Some(item), reader));
            reader.path.pop();
        }
        read
    }

    fn write(&self, json: &mut String) {
        json.push('[');
        for item in self {
            item.write(json);
            json.push(',');
        }
        close(']', json);
    }

    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

/// How a wire type is read and written: its fields in their order, `field`, or `field as "key"` where the key is another
/// word, with `or default` after it where the key may be absent (that of an `Option` always may), and `unless empty`
/// where it is not written if it says nothing. What is left over is the type's `rest`.
macro_rules! keyed {
    ($name:ident { $($field:ident $(as $key:literal)? $(or $default:ident)? $(unless $empty:ident)?),* $(,)? }) => {
        impl $crate::export::keyed::Keyed for $name {
            fn read(value: Option<serde_json::Value>, reader: &mut $crate::export::keyed::Reader) -> $name {
                let mut rest = reader.object(value);
                $(let $field = reader.key(
                    &mut rest,
                    keyed!(@key $field $($key)?),
                    keyed!(@optional $($default)?),
                );)*
                $name { $($field,)* rest: rest.into() }
            }

            fn write(&self, json: &mut String) {
                json.push('{');
                $(if keyed!(@written self.$field $($empty)?) {
                    json.push_str(keyed!(@text $field $($key)?));
                    $crate::export::keyed::Keyed::write(&self.$field, json);
                    json.push(',');
                })*
                self.rest.write_keys(json);
                $crate::export::keyed::close('}', json);
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@text $field:ident) => { concat!("\"", stringify!($field), "\":") };
    (@text $field:ident $key:literal) => { concat!("\"", $key, "\":") };
    (@optional) => { false };
    (@optional default) => { true };
    (@written $this:ident.$field:ident) => { true };
    (@written $this:ident.$field:ident empty) => { !$crate::export::keyed::Keyed::is_empty(&$this.$field) };
}

pub(super) use keyed;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_numbers_are_what_serde_writes() {
        let all: String = (0..0x180).filter_map(char::from_u32).collect();
        for text in ["", "plain", "\"\\/\n\u{7}\u{7f}é\u{2028}🙂", &all] {
            let mut json = String::new();
            string(text, &mut json);
            assert_eq!(json, serde_json::to_string(text).unwrap());
        }
        for whole in [0, 7, 10, 4_294_967_295] {
            let mut json = String::new();
            number(whole, &mut json);
            assert_eq!(json, whole.to_string());
        }
    }
}
