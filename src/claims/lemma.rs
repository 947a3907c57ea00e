//! Lemmas of cues that no list has, told by their spelling: "noticed" is of "notice", "dropped" of "drop".

use super::CueClass;
use super::cue::{LEXICON, Lexicon};
use super::scene::Scene;
use crate::tag::Pos;
use std::borrow::Cow;
use std::ops::Range;

/// What the words of a cue say: lemma and class of the lexicon where it has the word, else as spelling tells.
pub(super) fn of(scene: &Scene, tokens: &Range<usize>) -> (Cow<'static, str>, CueClass) {
    let lexicon: &'static Lexicon = &LEXICON;
    let verb = tokens.clone().rev().find(|at| scene.pos(*at) == Pos::Verb);
    let head = verb.unwrap_or_else(|| {
        tokens.clone().rev().find(|at| matches!(scene.pos(*at), Pos::Noun | Pos::Adj)).unwrap_or(tokens.end - 1)
    });
    if let Some((number, _)) =
        scene.word(head).senses().iter().find(|(number, _)| lexicon.entry(*number).rest.is_empty())
    {
        let entry = lexicon.entry(*number);
        return (Cow::Borrowed(entry.lemma), entry.class);
    }
    let word = scene.norm(head);
    (Cow::Owned(if verb.is_some() { base(word) } else { word.to_owned() }), CueClass::Neutral)
}

/// A regular verb's dictionary form, as its spelling tells it: "noticed" → "notice", "dropped" → "drop".
fn base(word: &str) -> String {
    if let Some(front) = word.strip_suffix("ied").or_else(|| word.strip_suffix("ies")).filter(|front| front.len() > 1) {
        return format!("{front}y");
    }
    let ending = ["ing", "ed", "s"].into_iter().find(|ending| word.ends_with(ending) && word.len() > ending.len() + 2);
    let Some(front) = ending.map(|ending| &word[..word.len() - ending.len()]) else { return word.to_owned() };
    if word.ends_with("ss") {
        return word.to_owned();
    }
    if word.ends_with('s') {
        let sibilant = ["sse", "she", "che", "xe"].iter().any(|end| front.ends_with(end));
        return front[..front.len() - usize::from(sibilant)].to_owned();
    }
    let mut letters = front.chars().rev();
    let (last, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    if last == before && !matches!(last, 'l' | 's' | 'e' | 'f' | 'z') {
        return front[..front.len() - last.len_utf8()].to_owned();
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let silent = matches!(last, 'c' | 'v' | 'u' | 'z')
        || matches!(last, 's' | 'g') && !matches!(before, 's' | 'i' | 'n')
        || last == 't' && before == 'a' && front.len() > 4
        || last == 'r' && matches!(before, 'u' | 'i' | 'a') && front.len() > 4
        || last == 'l' && !vowel(before) && before != 'l'
        || last == 'k' && before == 'i';
    if silent { format!("{front}e") } else { front.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn dictionary_forms_are_told_by_spelling() {
        let pairs = [
            ("noticed", "notice"),
            ("dropped", "drop"),
            ("denied", "deny"),
            ("likened", "liken"),
            ("passes", "pass"),
            ("voices", "voice"),
            ("bristled", "bristle"),
            ("left", "left"),
        ];
        for (word, form) in pairs {
            assert_eq!(base(word), form);
        }
    }
}
