//! Runs of name tokens, and what titles leave of them.

use super::seen::Seen;
use crate::lexicon::gazetteer::bits;
use crate::lexicon::{names, titles};
use crate::view::View;
use std::ops::Range;

/// A run of name tokens in a sentence.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
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
    /// A title stands right after it: "Chinese" in "Chinese President".
    pub before_title: bool,
}

/// Finds the runs of the annotated sentences, in order.
pub(super) fn find(view: &View, seen: &[Seen]) -> Vec<Run> {
    let reader = Reader { view, seen };
    let mut runs = Vec::new();
    for sentence in view.text.included() {
        reader.runs(sentence.tokens.clone(), &mut runs);
    }
    runs
}

/// Splits runs at the titles in them, in order.
pub(super) fn split(view: &View, seen: &[Seen], runs: &[Run]) -> Vec<Segment> {
    let reader = Reader { view, seen };
    let mut segments = Vec::new();
    runs.iter().for_each(|run| reader.segments(run, &mut segments));
    segments
}

/// The title that ends right before token `at`: its tokens and what it is.
pub(super) fn title_before(view: &View, at: usize, sentence: &Range<usize>) -> Option<(Range<usize>, titles::Title)> {
    let (start, title) = titles::ending_at(view.text, at, sentence.start)?;
    Some((start..at, title))
}

struct Reader<'a, 't> {
    view: &'a View<'t>,
    seen: &'a [Seen],
}

impl Reader<'_, '_> {
    /// Finds the runs of a sentence.
    fn runs(&self, tokens: Range<usize>, runs: &mut Vec<Run>) {
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
            runs.push(Run { tokens: start..end, sentence: tokens.clone() });
            at = end;
        }
    }

    /// Splits a run at its titles.
    fn segments(&self, run: &Run, segments: &mut Vec<Segment>) {
        let Run { tokens, sentence } = run;
        let mut title = title_before(self.view, tokens.start, sentence);
        let mut start = tokens.start;
        let mut at = start;
        while at < tokens.end {
            // Inside a name of the gazetteer nothing is split: "Prime Minister's Office".
            let held = usize::from(self.seen[at].len);
            if held > 1 && at + held <= tokens.end && !titles::ends_title(self.view.norm(at + held - 1)) {
                at += held;
                continue;
            }
            let after = at + 1;
            let found =
                titles::ends_title(self.view.norm(at)).then(|| title_before(self.view, after, &(start..tokens.end)));
            if let Some(Some((range, what))) = found
                && self.is_title(&range, tokens)
            {
                if start < range.start {
                    segments.push(Segment {
                        tokens: start..range.start,
                        sentence: sentence.clone(),
                        title: title.take(),
                        before_title: true,
                    });
                }
                // Modifiers that stand before the run belong to the title too: "former Prime Minister".
                let range = if range.start == tokens.start {
                    title_before(self.view, after, sentence).map_or(range, |(range, _)| range)
                } else {
                    range
                };
                title = Some((range, what));
                start = after;
            }
            at = after;
        }
        if start < tokens.end {
            segments.push(Segment {
                tokens: start..tokens.end,
                sentence: sentence.clone(),
                title: title.take(),
                before_title: false,
            });
        }
    }

    /// Whether a title in a run is one there: not "Stephen King", not "Justice Department".
    fn is_title(&self, title: &Range<usize>, run: &Range<usize>) -> bool {
        use names::Word;
        if title.end < run.end {
            let next = self.seen.get(title.end).and_then(|seen| seen.word);
            return !matches!(
                next,
                Some(Word::Company | Word::Organisation | Word::Facility | Word::Law | Word::Event)
            );
        }
        let before = title.start > run.start && self.seen[title.start - 1].alone.is(bits::MALE | bits::FEMALE);
        !before && !matches!(self.view.norm(title.end), "of" | "'s")
    }

    /// Whether a run must not go on into token `at` though it is a name token too.
    fn is_break(&self, at: usize) -> bool {
        self.view.norm(at - 1).ends_with("'s") && self.seen[at].len < 2
    }

    fn leads_in(&self, at: usize, tokens: &Range<usize>) -> bool {
        let norm = self.view.norm(at);
        if norm == "-" {
            return at > tokens.start
                && !self.view.spaced(at)
                && matches!(self.view.norm(at - 1), "al" | "el" | "ash" | "as");
        }
        matches!(norm, "al" | "el" | "von" | "van" | "bin" | "ibn" | "der" | "den" | "ter" | "ash" | "as")
            && (norm != "as" && norm != "den" || self.view.norm(at + 1) == "-" && !self.view.spaced(at + 1))
            && (!matches!(norm, "al" | "el") || self.view.norm(at + 1) == "-" || self.view.spaced(at + 1))
    }

    /// The token after a joint at `at` ("de", "&", "-") and the name token it joins, if it is one.
    fn joins(&self, at: usize, tokens: &Range<usize>) -> Option<usize> {
        let name = |at: usize| at < tokens.end && self.seen[at].name;
        let norm = self.view.norm(at);
        if norm == "&" {
            return name(at + 1).then_some(at + 2);
        }
        if norm == "/" {
            return None;
        }
        if self.view.hyphen(at) && at + 1 < tokens.end {
            let left = self.seen[at - 1].alone;
            let place = bits::STATE | bits::REGION | bits::GROUP;
            if name(at + 1) {
                let right = self.seen[at + 1].alone;
                let pair = left.is(place) && right.is(place) && !is_combining(self.view.norm(at - 1));
                return (!pair).then_some(at + 2);
            }
            // "Moon Jae-in": a second syllable after a name of two words.
            let syllable = matches!(
                self.view.norm(at + 1),
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
                && (is_particle(self.view.norm(next)) || self.view.norm(next) == "-")
            {
                next += 1;
            }
            let first = self.seen[at - 1];
            return (name(next)
                && !first.alone.is(bits::ORGANISATION | bits::GROUP)
                && !self.view.norm(next - 1).is_empty())
            .then_some(next + 1);
        }
        None
    }
}

/// The first part of "Franco-German".
pub fn is_combining(norm: &str) -> bool {
    matches!(
        norm,
        "franco" | "anglo" | "sino" | "russo" | "indo" | "afro" | "euro" | "austro" | "greco" | "serbo" | "italo"
    )
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
