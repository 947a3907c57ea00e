//! Writing JSON piece by piece, without a type for each shape.
//!
//! The formats call these functions in some hundred places; inlined, each call weighs on the page.

use crate::export::keyed;

/// JSON that is being written. Commas are put where they belong.
#[derive(Default)]
pub struct JsonWriter {
    json: String,
}

impl JsonWriter {
    /// Opens an object (`{`) or a list (`[`).
    #[inline(never)]
    pub fn open(&mut self, bracket: char) -> &mut Self {
        self.comma();
        self.json.push(bracket);
        self
    }

    /// Closes it.
    #[inline(never)]
    pub fn close(&mut self, bracket: char) -> &mut Self {
        self.json.push(bracket);
        self
    }

    /// The key of the value that is written next.
    #[inline(never)]
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.string(key);
        self.json.push(':');
        self
    }

    /// A string as a value of its own.
    #[inline(never)]
    pub fn string(&mut self, text: &str) -> &mut Self {
        self.comma();
        keyed::string(text, &mut self.json);
        self
    }

    /// A number as a value of its own.
    #[inline(never)]
    pub fn whole(&mut self, number: u32) -> &mut Self {
        self.raw(&number.to_string())
    }

    /// A value that is JSON already.
    #[inline(never)]
    pub fn raw(&mut self, json: &str) -> &mut Self {
        self.comma();
        self.json.push_str(json);
        self
    }

    /// A key and a string.
    #[inline(never)]
    pub fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.key(key).string(text)
    }

    /// A key and a string, where there is one.
    #[inline(never)]
    pub fn maybe(&mut self, key: &str, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    /// A key and a number.
    #[inline(never)]
    pub fn number(&mut self, key: &str, number: u32) -> &mut Self {
        self.key(key).whole(number)
    }

    /// The JSON as it is.
    pub fn json(self) -> String {
        self.json
    }

    /// The JSON on one line.
    pub fn line(self) -> String {
        self.json + "\n"
    }

    /// The JSON as people read it.
    pub fn pretty(self) -> String {
        crate::export::json::indented(&self.json)
    }

    fn comma(&mut self) {
        if !self.json.is_empty() && !self.json.ends_with(['{', '[', ':', ',']) {
            self.json.push(',');
        }
    }
}
