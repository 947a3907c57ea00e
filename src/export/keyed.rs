//! Reading the wire types back from a JSON value, key by key.
//!
//! `serde` would compile a reader of its own for every type, and for every map that is flattened into one; this is
//! one small function for each type. The first fault is kept and reading goes on with empty values, so that no
//! field has a way out of its own.

use super::wire::{Rest, Word};
use serde_json::Value;
use std::fmt::Write;

/// Reads a value from an object's keys.
pub trait Keyed: Sized {
    /// Whether its key may be absent wherever it stands.
    const OPTIONAL: bool = false;

    /// Reads it; `None` stands for an absent key and gives what is empty.
    fn read(value: Option<Value>, reader: &mut Reader) -> Self;
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
    pub fn key<T: Keyed>(&mut self, object: &mut Rest, key: &'static str, optional: bool) -> T {
        let value = self.enter(object, key, optional || T::OPTIONAL);
        let read = T::read(value, self);
        self.path.pop();
        read
    }

    /// The keys of an object.
    pub fn object(&mut self, value: Option<Value>) -> Rest {
        match value {
            Some(Value::Object(object)) => return object,
            Some(_) => self.expected("an object"),
            None => {}
        }
        Rest::new()
    }

    #[inline(never)]
    fn enter(&mut self, object: &mut Rest, key: &'static str, optional: bool) -> Option<Value> {
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
}

impl Keyed for Word {
    fn read(value: Option<Value>, reader: &mut Reader) -> Word {
        Word::Owned(reader.text(value))
    }
}

impl Keyed for u32 {
    fn read(value: Option<Value>, reader: &mut Reader) -> u32 {
        reader.whole(value, u32::MAX)
    }
}

impl Keyed for u8 {
    fn read(value: Option<Value>, reader: &mut Reader) -> u8 {
        u8::try_from(reader.whole(value, 255)).unwrap_or(u8::MAX)
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
}

impl Keyed for Value {
    fn read(value: Option<Value>, _: &mut Reader) -> Value {
        value.unwrap_or_default()
    }
}

impl Keyed for Rest {
    fn read(value: Option<Value>, reader: &mut Reader) -> Rest {
        reader.object(value)
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
}

/// How a wire type is read: its fields in their order, `field`, or `field as "key"` where the key is another word,
/// with `or default` after it where the key may be absent (that of an `Option` always may). What is left over is
/// the type's `rest`.
macro_rules! keyed {
    ($name:ident { $($field:ident $(as $key:literal)? $(or $default:ident)?),* $(,)? }) => {
        impl $crate::export::keyed::Keyed for $name {
            fn read(value: Option<serde_json::Value>, reader: &mut $crate::export::keyed::Reader) -> $name {
                let mut rest = reader.object(value);
                $(let $field = reader.key(
                    &mut rest,
                    keyed!(@key $field $($key)?),
                    keyed!(@optional $($default)?),
                );)*
                $name { $($field,)* rest }
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@optional) => { false };
    (@optional default) => { true };
}

pub(super) use keyed;
