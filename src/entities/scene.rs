//! What every rule looks at: the tokens with what the lexicons know of them, looked up once.

use crate::lexicon::gazetteer::{self, Entry, bits};
use crate::lexicon::{names, titles};
use crate::span::Span;
use crate::tag::{self, Pos, Tagged};
use crate::text::{Shape, Text, TokenKind};
use std::ops::Range;

/// The text as the rules see it.
pub struct Scene<'t> {
    /// The text.
    pub text: &'t Text,
    /// Its parts of speech.
    pub tagged: &'t Tagged,
    /// What is known of each token.
    pub seen: Vec<Seen>,
    /// Runs of name tokens, in order, in annotated sentences.
    pub runs: Vec<Run>,
    /// The runs split at titles, in order.
    pub segments: Vec<Segment>,
}

/// A run of name tokens, or what a title leaves of it.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
    /// The title right before it.
    pub title: Option<(Range<usize>, titles::Title)>,
    /// A title stands right behind it: "Chinese" in "Chinese President".
    pub before_title: bool,
}

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// May be part of a name.
    pub name: bool,
    /// Its capital tells: it does not begin a sentence, and not all words around have one.
    pub telling: bool,
    /// What the gazetteer says of the word alone.
    pub alone: Entry,
    /// What it says of the longest name that begins here.
    pub longest: Entry,
    /// Tokens of that name; 0 if there is none.
    pub len: u8,
    /// What the word says of the name it is part of.
    pub word: Option<names::Word>,
}

/// A run of name tokens in a sentence.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
}

impl<'t> Scene<'t> {
    /// Looks every word up.
    pub fn new(text: &'t Text, tagged: &'t Tagged) -> Self {
        let mut scene = Scene {
            text,
            tagged,
            seen: vec![Seen::default(); text.tokens.len()],
            runs: Vec::new(),
            segments: Vec::new(),
        };
        for sentence in text.included() {
            let tokens = sentence.tokens.clone();
            scene.look(tokens.clone());
            scene.find_runs(tokens);
        }
        scene.split_runs();
        scene
    }

    fn look(&mut self, tokens: Range<usize>) {
        let text = self.text;
        let silent = tag::capitals_are_silent(text, tokens.clone());
        let mut opening = true;
        let mut covered = tokens.start;
        for at in tokens.clone() {
            let token = text.tokens[at];
            if !matches!(token.kind, TokenKind::Word | TokenKind::Mixed) {
                if token.kind == TokenKind::Punct {
                    opening |= matches!(text.norm(at), "\"" | ":" | "\u{201c}" | "'" | "." | "\u{2022}");
                }
                continue;
            }
            let telling = !(silent || opening);
            opening = false;
            let capital = !matches!(token.shape, Shape::Lower | Shape::Caseless)
                || token.kind == TokenKind::Mixed && text.word(at).starts_with(|c: char| c.is_uppercase());
            if !capital {
                continue;
            }
            let (longest, alone) = gazetteer::longest(text, at, at..tokens.end);
            let seen = &mut self.seen[at];
            seen.telling = telling;
            seen.alone = alone.map_or_else(Entry::default, |entry| in_case(entry, token.shape));
            if let Some((range, entry)) = longest {
                let entry = if range.len() == 1 { seen.alone } else { entry };
                if entry != Entry::default() {
                    seen.longest = entry;
                    seen.len = range.len().min(255) as u8;
                }
            }
            seen.word = names::word(text.norm(at));
            let pos = self.tagged.pos(at);
            let multiple = seen.len > 1;
            let calendar = matches!(seen.word, Some(names::Word::Calendar | names::Word::Not)) && !multiple;
            let closed = matches!(
                pos,
                Pos::Det | Pos::Adp | Pos::Pron | Pos::Cconj | Pos::Sconj | Pos::Aux | Pos::Part | Pos::Intj | Pos::Num
            );
            let known = seen.alone.is(bits::STATE | bits::REGION | bits::GROUP | bits::PERSON)
                && !matches!(pos, Pos::Verb | Pos::Adv)
                && (telling || !tag::is_common(text.norm(at)) || seen.alone.is(bits::NATION));
            // "J. K. Moe"
            let initial = token.shape == Shape::Initial
                && text.norm(at).ends_with('.')
                && text.tokens.get(at + 1).is_some_and(|next| matches!(next.shape, Shape::Initial | Shape::Title));
            seen.name = multiple
                || at < covered
                || initial && at + 1 < tokens.end
                || !calendar
                    && match pos {
                        Pos::Propn => true,
                        _ if closed => known && telling && pos != Pos::Pron && pos != Pos::Det && pos != Pos::Adp,
                        Pos::Verb | Pos::Adv => telling && matches!(token.shape, Shape::Title | Shape::Upper),
                        _ => telling || known,
                    };
            if !seen.name && at > tokens.start && matches!(seen.word, Some(names::Word::Calendar)) {
                // "Theresa May"
                let forename = self.seen[at - 1].telling && self.seen[at - 1].alone.is(bits::MALE | bits::FEMALE);
                self.seen[at].name = forename;
                continue;
            }
            if seen.name && multiple {
                covered = covered.max(at + usize::from(seen.len));
            }
        }
    }

    fn find_runs(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            if !self.seen[at].name {
                at += 1;
                continue;
            }
            let mut start = at;
            // "al-Assad", "von der Leyen"
            while start > tokens.start && self.leads_in(start - 1, &tokens) {
                start -= 1;
            }
            let mut end = at + 1;
            // Names of the gazetteer hold their inner words together: "Bank of England".
            let mut held = at + usize::from(self.seen[at].len).max(1);
            while end < tokens.end {
                if end < held || self.seen[end].name && !self.is_break(end) {
                    if self.seen[end].name {
                        held = held.max(end + usize::from(self.seen[end].len));
                    }
                    end += 1;
                } else if let Some(next) = self.joins(end, &tokens) {
                    end = next;
                } else {
                    break;
                }
            }
            self.runs.push(Run { tokens: start..end, sentence: tokens.clone() });
            at = end;
        }
    }

    fn split_runs(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        for run in &runs {
            let Run { tokens, sentence } = run;
            let mut title = self.title_before(tokens.start, sentence);
            let mut start = tokens.start;
            let mut at = start;
            while at < tokens.end {
                // Inside a name of the gazetteer nothing is split: "Prime Minister's Office".
                let held = usize::from(self.seen[at].len);
                if held > 1 && at + held <= tokens.end && !titles::ends_title(self.text.norm(at + held - 1)) {
                    at += held;
                    continue;
                }
                let after = at + 1;
                let found =
                    titles::ends_title(self.text.norm(at)).then(|| self.title_before(after, &(start..tokens.end)));
                if let Some(Some((range, what))) = found
                    && self.is_title(&range, tokens)
                {
                    if start < range.start {
                        self.segments.push(Segment {
                            tokens: start..range.start,
                            sentence: sentence.clone(),
                            title: title.take(),
                            before_title: true,
                        });
                    }
                    // Modifiers that stand before the run belong to the title too: "former Prime Minister".
                    let range = if range.start == tokens.start {
                        self.title_before(after, sentence).map_or(range, |(range, _)| range)
                    } else {
                        range
                    };
                    title = Some((range, what));
                    start = after;
                }
                at = after;
            }
            if start < tokens.end {
                self.segments.push(Segment {
                    tokens: start..tokens.end,
                    sentence: sentence.clone(),
                    title: title.take(),
                    before_title: false,
                });
            }
        }
        self.runs = runs;
    }

    /// Whether a title in a run is one there: not "Stephen King", not "Justice Department".
    fn is_title(&self, title: &Range<usize>, run: &Range<usize>) -> bool {
        use names::Word;
        if title.end < run.end {
            let next = self.word(title.end);
            return !matches!(
                next,
                Some(Word::Company | Word::Organisation | Word::Facility | Word::Law | Word::Event)
            );
        }
        let before = title.start > run.start && self.seen[title.start - 1].alone.is(bits::MALE | bits::FEMALE);
        !before && !matches!(self.text.norm(title.end), "of" | "'s")
    }

    /// Whether a run must not go on into token `at` though it is a name token too.
    fn is_break(&self, at: usize) -> bool {
        self.text.norm(at - 1).ends_with("'s") && self.seen[at].len < 2
    }

    fn leads_in(&self, at: usize, tokens: &Range<usize>) -> bool {
        let norm = self.text.norm(at);
        if is_hyphen(norm) {
            return at > tokens.start
                && !self.text.spaced(at)
                && matches!(self.text.norm(at - 1), "al" | "el" | "ash" | "as");
        }
        matches!(norm, "al" | "el" | "von" | "van" | "bin" | "ibn" | "der" | "den" | "ter" | "ash" | "as")
            && (norm != "as" && norm != "den" || is_hyphen(self.text.norm(at + 1)) && !self.text.spaced(at + 1))
            && (!matches!(norm, "al" | "el") || is_hyphen(self.text.norm(at + 1)) || self.text.spaced(at + 1))
    }

    /// The token after a joint at `at` ("de", "&", "-") and the name token it joins, if it is one.
    fn joins(&self, at: usize, tokens: &Range<usize>) -> Option<usize> {
        let name = |at: usize| at < tokens.end && self.seen[at].name;
        let norm = self.text.norm(at);
        if norm == "&" {
            return name(at + 1).then_some(at + 2);
        }
        if norm == "/" {
            return None;
        }
        if is_hyphen(norm) && !self.text.spaced(at) && at + 1 < tokens.end && !self.text.spaced(at + 1) {
            let left = self.seen[at - 1].alone;
            let place = bits::STATE | bits::REGION | bits::GROUP;
            if name(at + 1) {
                let right = self.seen[at + 1].alone;
                let pair = left.is(place) && right.is(place) && !is_combining(self.text.norm(at - 1));
                return (!pair).then_some(at + 2);
            }
            // "Moon Jae-in": a second syllable after a name of two words.
            let syllable = matches!(
                self.text.norm(at + 1),
                "in" | "un"
                    | "il"
                    | "eun"
                    | "ho"
                    | "soo"
                    | "kyu"
                    | "jin"
                    | "hee"
                    | "wook"
                    | "sik"
                    | "ki"
                    | "moon"
                    | "hyun"
                    | "jun"
                    | "young"
                    | "yeol"
                    | "myung"
                    | "wen"
                    | "te"
                    | "jeou"
                    | "hoon"
                    | "woo"
                    | "ja"
                    | "jong"
                    | "won"
                    | "kuk"
                    | "sung"
                    | "min"
                    | "seok"
                    | "chul"
                    | "sook"
                    | "wan"
                    | "pyo"
                    | "ok"
            );
            let before = at >= 2 && self.seen[at - 2].name;
            if syllable && before {
                return Some(at + 2);
            }
            // "Abu al-Walid"
            return None;
        }
        if is_particle(norm) {
            let mut next = at + 1;
            while next < tokens.end
                && next < at + 4
                && (is_particle(self.text.norm(next)) || is_hyphen(self.text.norm(next)))
            {
                next += 1;
            }
            let first = self.seen[at - 1];
            return (name(next)
                && !first.alone.is(bits::ORGANISATION | bits::GROUP)
                && !self.text.norm(next - 1).is_empty())
            .then_some(next + 1);
        }
        None
    }

    /// The span of some tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.text.cover(tokens)
    }

    /// Whether token `at` is written with an initial capital only.
    pub fn is_title_case(&self, at: usize) -> bool {
        matches!(self.text.tokens[at].shape, Shape::Title | Shape::MixedCase)
    }

    /// The title that ends right before token `at`: its tokens and what it is.
    pub fn title_before(&self, at: usize, sentence: &Range<usize>) -> Option<(Range<usize>, titles::Title)> {
        let (start, title) = titles::ending_at(self.text, at, sentence.start)?;
        Some((start..at, title))
    }

    /// The class of a word in lower case.
    pub fn word_of(&self, norm: &str) -> Option<names::Word> {
        names::word(norm)
    }

    /// The word class of token `at`.
    pub fn word(&self, at: usize) -> Option<names::Word> {
        self.seen.get(at).and_then(|seen| seen.word)
    }
}

/// The entry as it holds for a word so written.
fn in_case(entry: Entry, shape: Shape) -> Entry {
    if entry.is(bits::CAPITALS) && shape != Shape::Upper { entry.in_small_letters() } else { entry }
}

/// The first part of "Franco-German".
pub fn is_combining(norm: &str) -> bool {
    matches!(
        norm,
        "franco" | "anglo" | "sino" | "russo" | "indo" | "afro" | "euro" | "austro" | "greco" | "serbo" | "italo"
    )
}

/// A hyphen.
pub fn is_hyphen(norm: &str) -> bool {
    matches!(norm, "-" | "\u{2010}" | "\u{2011}")
}

/// A small word inside people's names.
pub fn is_particle(norm: &str) -> bool {
    matches!(
        norm,
        "de" | "da"
            | "do"
            | "dos"
            | "das"
            | "del"
            | "della"
            | "di"
            | "du"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "la"
            | "el"
            | "al"
            | "bin"
            | "ibn"
            | "bint"
            | "abu"
            | "ben"
            | "zu"
            | "af"
            | "y"
            | "le"
    )
}
