//! Articles made by a small grammar: `grammar.txt` beside this file.
//!
//! Whoever asks for an article makes its choices: a seeded generator in `tests/generated.rs`, the bytes of an input in
//! `fuzz/`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Symbols within symbols before only the first way of each is taken.
const DEEP: usize = 14;
/// Bytes after which nothing but first ways is taken.
const LONG: usize = 4000;

/// An article. `choose` gets a number of ways, and says which one, counted from 0.
pub fn article(choose: &mut dyn FnMut(usize) -> usize) -> String {
    let mut text = String::new();
    write("article", choose, 0, &mut text);
    text
}

/// A piece of a way: itself, or one way of a symbol.
enum Piece {
    Words(String),
    Symbol(String),
}

type Grammar = HashMap<String, Vec<Vec<Piece>>>;

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| read(include_str!("grammar.txt")));

fn write(symbol: &str, choose: &mut dyn FnMut(usize) -> usize, depth: usize, text: &mut String) {
    let ways = GRAMMAR.get(symbol).unwrap_or_else(|| panic!("grammar.txt has no {symbol}"));
    let way = if depth > DEEP || text.len() > LONG { 0 } else { choose(ways.len()) % ways.len() };
    for piece in &ways[way] {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Symbol(symbol) => write(symbol, choose, depth + 1, text),
        }
    }
}

fn read(file: &str) -> Grammar {
    let mut grammar = Grammar::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (symbol, way) = line.split_once(':').unwrap_or_else(|| panic!("no way to write a symbol: {line}"));
        grammar.entry(symbol.to_owned()).or_default().push(pieces(way.trim_start()));
    }
    grammar
}

fn pieces(way: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = way;
    // "\u{200b}" has a brace of its own.
    while let Some(open) = rest.match_indices('{').map(|(at, _)| at).find(|at| !rest[..*at].ends_with("\\u")) {
        let close = open + rest[open..].find('}').expect("a closing brace");
        pieces.push(Piece::Words(unescaped(&rest[..open])));
        pieces.push(Piece::Symbol(rest[open + 1..close].to_owned()));
        rest = &rest[close + 1..];
    }
    pieces.push(Piece::Words(unescaped(rest)));
    pieces
}

fn unescaped(words: &str) -> String {
    let mut parts = words.split('\\');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = match part.as_bytes() {
            [b'n', ..] => ("a", &part[1..]),
            [b't', ..] => ("9", &part[1..]),
            [b'x', ..] => part[1..].split_at(2),
            _ => part[2..].split_once('}').expect("\\n, \\t, \\x41 or \\u{41}"),
        };
        let code = u32::from_str_radix(code, 16).expect("a number");
        text.push(char::from_u32(code).expect("a character"));
        text.push_str(rest);
    }
    text
}
