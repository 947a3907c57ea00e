//! Verbs of saying that no list has: "bristled at", "doubled down on", "likened".
//!
//! News reports speech and attitude with more verbs than a list can hold. Every other verb with a subject and something
//! behind it is a candidate; a logistic regression over its word, its frame and its subject tells whether it reports
//! (`model/cues.tsv`, trained on labelled attributions). What the lexicon knows goes first and is not judged again.

use super::cue::{Entry, Part, form, is, takes};
use super::noun::Noun;
use super::predicate::{self, Frame, Predicate, Voice};
use super::scene::Scene;
use super::{CueClass, clause};
use crate::lexicon;
use crate::tag::Pos;
use crate::text::{Sentence, TokenKind};
use rustc_hash::{FxHashMap, FxHasher};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::LazyLock;

/// A verb that is in no list: what it takes is told by what stands behind it.
static VERB: Entry = Entry {
    lemma: "",
    rest: Vec::new(),
    part: Part::Verb,
    class: CueClass::Neutral,
    takes: takes::THAT | takes::QUESTION | takes::INFINITIVE | takes::NOUN | takes::QUOTE,
};

/// A candidate is taken from more than this on: hundredths, 0 being as likely as not.
const LEAST: i32 = 0;

/// The same for nouns that the lexicon has, before "that" and "to".
const LISTED: i32 = -250;

/// The weights of the features, in hundredths, by the hash of the feature's name.
static WEIGHTS: LazyLock<FxHashMap<u64, i32>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../model/cues.tsv"))
        .map(|row| (hash(row[0], row[1], row[2]), row[3].parse().unwrap_or(0)))
        .collect()
});

fn hash(kind: &str, one: &str, other: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (kind, one, other).hash(&mut hasher);
    hasher.finish()
}

/// The predicate of a verb that is in no list, if the weights are for it.
pub(super) fn at_verb(scene: &Scene, sentence: &Sentence, at: usize, earlier: &[Predicate]) -> Option<Predicate> {
    let predicate = candidate(scene, sentence, at, earlier)?;
    let weights: &FxHashMap<u64, i32> = &WEIGHTS;
    let mut sum = 0;
    features(scene, &predicate, earlier, &mut |kind, one, other| {
        sum += weights.get(&hash(kind, one, other)).copied().unwrap_or(0);
    });
    (sum > LEAST).then_some(predicate)
}

/// The dictionary form of a predicate's verb, as well as it can be told.
pub(super) fn lemma(scene: &Scene, predicate: &Predicate) -> Cow<'static, str> {
    if !predicate.entry.lemma.is_empty() {
        return Cow::Borrowed(predicate.entry.lemma);
    }
    let verb = verb_of(scene, predicate);
    let mut words = vec![base(scene.norm(verb))];
    words.extend((verb + 1..predicate.cue.end).map(|at| scene.norm(at).to_owned()));
    Cow::Owned(words.join(" "))
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

/// The verb itself among the words of its cue: the last that is no particle.
fn verb_of(scene: &Scene, predicate: &Predicate) -> usize {
    let last = predicate.cue.end - 1;
    if predicate.cue.len() > 1 && scene.is(last, is::PREPOSITION) { last - 1 } else { last }
}

/// A word without its ending: rough, and the same for all forms of most verbs.
fn stem(word: &str) -> &str {
    if !word.is_ascii() || word.len() < 5 {
        return word;
    }
    let bare = ["ing", "ied", "ies", "ed", "es", "s", "e"].iter().find_map(|ending| word.strip_suffix(ending));
    bare.filter(|bare| bare.len() > 2).unwrap_or(word)
}

fn candidate(scene: &Scene, sentence: &Sentence, at: usize, earlier: &[Predicate]) -> Option<Predicate> {
    // "is critical of", "was sure that"
    let adjective = scene.pos(at) == Pos::Adj
        && matches!(scene.norm(at + 1), "that" | "to" | "about" | "of" | "with" | "by" | "at" | "on" | "over");
    if !(scene.pos(at) == Pos::Verb || adjective)
        || scene.text.tokens[at].kind != TokenKind::Word
        || scene.quotation(at).is_some()
        || scene.is(at, is::AUXILIARY)
    {
        return None;
    }
    let norm = scene.norm(at);
    if norm == "according" {
        return None;
    }
    let forms = if norm.ends_with("ing") || adjective {
        form::GERUND
    } else if norm.ends_with("ed") {
        form::PAST | form::PARTICIPLE
    } else if norm.ends_with('s') && !norm.ends_with("ss") {
        form::THIRD
    } else {
        form::PAST | form::BASE | form::PARTICIPLE
    };
    let (voice, start) = predicate::verb_group(scene, sentence, at, forms)?;
    if voice == Voice::Passive || adjective && voice != Voice::Active {
        return None;
    }
    // "bristled at", "is seizing on": the preposition goes with the verb.
    let joined =
        matches!(scene.norm(at + 1), "about" | "against" | "at" | "on" | "for" | "over" | "with" | "of" | "to" | "as")
            && !scene.is_time(at + 2)
            && !(scene.norm(at + 1) == "to" && !scene.is(at + 2, is::DETERMINER) && !scene.is_title(at + 2))
            && at + 2 < sentence.tokens.end;
    let end = if joined { at + 2 } else { at + 1 };
    predicate::framed(scene, sentence, &VERB, voice, start..end, earlier)
}

/// Names the features of a candidate.
fn features(scene: &Scene, predicate: &Predicate, earlier: &[Predicate], add: &mut dyn FnMut(&str, &str, &str)) {
    let verb = verb_of(scene, predicate);
    let norm = scene.norm(verb);
    let stem = stem(norm);
    let (frame, start) = match &predicate.frame {
        Frame::Quotation(at) => ("quotation", *at),
        Frame::Tail(_) => ("tail", predicate.right),
        Frame::Inserted(_, at) => ("inserted", *at),
        Frame::Clause(at) if scene.norm(*at) == "that" => ("that", *at),
        Frame::Clause(at) => ("clause", *at),
        Frame::Infinitive(at) => ("infinitive", *at),
        Frame::Object(at) => ("object", *at),
        Frame::Passive(at) => ("passive", *at),
        Frame::Raised(..) => ("raised", predicate.right),
    };
    let subject = subject(scene, predicate.source.as_ref());
    let particle = if verb + 1 < predicate.cue.end { scene.norm(verb + 1) } else { "" };
    let first = scene.norm(start);
    let class = class(scene, start);
    add("", "", "");
    add("word", norm, "");
    add("stem", stem, "");
    add("stem frame", stem, frame);
    add("stem particle", stem, particle);
    add("stem class", stem, class);
    add("frame", frame, class);
    add("particle", particle, frame);
    add("first", first, frame);
    add("second", scene.norm(start + 1), "");
    add("third", scene.norm(start + 2), "");
    add("subject", subject, frame);
    add("subject class", subject, class);
    if let Some(source) = &predicate.source {
        add("head", scene.norm(source.end - 1), "");
        add("opens", scene.norm(source.start), "");
        add("subject length", ["0", "1", "2", "3", "4", "5", "6"][source.len().min(6)], "");
    }
    add("before", scene.norm(predicate.cue.start.wrapping_sub(1)), "");
    add("shared", if predicate.shared { "yes" } else { "no" }, ending(norm));
    for at in predicate.cue.start..verb {
        add("auxiliary", scene.norm(at), "");
    }
    let limit = predicate.sentence.end.min(start + 40);
    let quoted = (start..limit).any(|at| scene.opens(at).is_some());
    add("quoted", if quoted { "yes" } else { "no" }, frame);
    for at in start..limit.min(start + 8) {
        add("near", scene.norm(at), "");
    }
    add("earlier", if earlier.is_empty() { "no" } else { "yes" }, "");
    let end = clause::end(scene, start, predicate.sentence.end.max(start));
    add(
        "length",
        ["0", "1", "2", "4", "8", "16", "32"]
            [(end - start.min(end)).checked_ilog2().map_or(0, |log| log as usize + 1).min(6)],
        frame,
    );
}

fn ending(norm: &str) -> &str {
    ["ing", "ed", "s"].into_iter().find(|ending| norm.ends_with(ending)).unwrap_or("")
}

/// What sort of subject it is.
fn subject<'s>(scene: &'s Scene, source: Option<&Range<usize>>) -> &'s str {
    let Some(source) = source else { return "none" };
    let head = source.end - 1;
    if source.len() == 1 && scene.is(head, is::SUBJECT | is::RELATIVE) {
        return scene.norm(head);
    }
    let has = |bits: u32| source.clone().any(|at| scene.is(at, bits));
    if has(is::ANONYMOUS | is::PERSON) {
        "person"
    } else if has(is::DOCUMENT) {
        "document"
    } else if scene.is(head, is::GROUP) {
        "group"
    } else if scene.is_title(head) {
        if source.len() == 1 { "name" } else { "names" }
    } else {
        "other"
    }
}

/// What sort of word what is said begins with.
fn class(scene: &Scene, at: usize) -> &'static str {
    if scene.opens(at).is_some() {
        "quote"
    } else if scene.is(at, is::POSSESSIVE) {
        "possessive"
    } else if scene.is(at, is::DETERMINER) {
        "determiner"
    } else if scene.is(at, is::OBJECT | is::SUBJECT) {
        "pronoun"
    } else if scene.is(at, is::PREPOSITION) {
        "preposition"
    } else if scene.is(at, is::QUESTION) {
        "question"
    } else if scene.is_title(at) {
        "name"
    } else {
        match scene.pos(at) {
            Pos::Noun => "noun",
            Pos::Adj => "adjective",
            Pos::Verb => "verb",
            Pos::Num => "number",
            _ => "other",
        }
    }
}

/// Whether the weights are for a noun that carries what is said: `its disdain for …`, `a plan to …`.
pub(super) fn is_noun_of_saying(scene: &Scene, noun: &Noun) -> bool {
    let weights: &FxHashMap<u64, i32> = &WEIGHTS;
    let mut sum = 0;
    noun_features(scene, noun, &mut |kind, one, other| {
        sum += weights.get(&hash(kind, one, other)).copied().unwrap_or(0);
    });
    // "his claim that", "the pledge to": listed, and with what it takes.
    let taken = noun.listed && noun.source.is_some() && noun.start == noun.at + 1;
    sum > if taken { LISTED } else { LEAST }
}

fn noun_features(scene: &Scene, noun: &Noun, add: &mut dyn FnMut(&str, &str, &str)) {
    let norm = scene.norm(noun.at);
    let stem = stem(norm);
    let next = scene.norm(noun.at + 1);
    let owner = subject(scene, noun.source.as_ref());
    let before = scene.norm(noun.at.wrapping_sub(1));
    add("noun", "", "");
    add("noun word", norm, "");
    add("noun stem", stem, next);
    add("noun stem", stem, "");
    add("noun stem owner", stem, if noun.owned { "owned" } else { "" });
    add("noun next", next, if noun.owned { "owned" } else { "" });
    add("noun owner", owner, if noun.owned { "owned" } else { "" });
    add("noun before", before, "");
    add("noun first", scene.norm(noun.start + usize::from(noun.start == noun.at + 1)), next);
    add("noun class", class(scene, noun.at + 2), next);
    for at in noun.at.saturating_sub(4).max(noun.low)..noun.at {
        add("noun near", scene.norm(at), "");
    }
    add("noun listed", if noun.listed { "yes" } else { "no" }, next);
}

/// A candidate, for those who fit the weights: where its verb stands and the features it has.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The verb.
    pub span: crate::Span,
    /// Kind and two values.
    pub features: Vec<[String; 3]>,
}

/// All candidates of a text, whatever the weights.
pub fn candidates(text: &crate::text::Text, tagged: &crate::tag::Tagged) -> Vec<Candidate> {
    let scene = Scene::new(text, tagged);
    let mut found = Vec::new();
    for sentence in scene.sentences() {
        let first = scene.predicates.partition_point(|predicate| predicate.cue.end <= sentence.tokens.start);
        let mut earlier: Vec<Predicate> = Vec::new();
        let mut listed =
            scene.predicates[first..].iter().filter(|predicate| !predicate.entry.lemma.is_empty()).peekable();
        for at in sentence.tokens.clone() {
            while let Some(next) = listed.next_if(|next| next.cue.end <= at) {
                earlier.push(next.clone());
            }
            if listed.peek().is_some_and(|next| next.cue.contains(&at)) {
                continue;
            }
            if let Some(noun) = Noun::at(&scene, sentence, at) {
                let mut named = Vec::new();
                noun_features(&scene, &noun, &mut |kind, one, other| {
                    named.push([kind.to_owned(), one.to_owned(), other.to_owned()]);
                });
                found.push(Candidate { span: text.tokens[at].span, features: named });
                continue;
            }
            let Some(predicate) = candidate(&scene, sentence, at, &earlier) else { continue };
            let mut named = Vec::new();
            features(&scene, &predicate, &earlier, &mut |kind, one, other| {
                named.push([kind.to_owned(), one.to_owned(), other.to_owned()]);
            });
            found.push(Candidate { span: text.tokens[at].span, features: named });
        }
    }
    found
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
