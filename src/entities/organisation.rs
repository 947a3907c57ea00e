//! Organisations by the words of their names: "Acme Holdings Inc.", "Ministry of Fisheries", "Oslo City Council".

use super::{Find, Kind, Label, Proposal, Scene, Segment};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::names::Word;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use std::ops::Range;

/// A run of names whose last word names a sort of organisation, or whose first does before "of". Leaves
/// alone the word by itself ("the Council").
pub(super) const RULE: Rule<Find> = Rule {
    name: "entities/organisation",
    about: "by the words of the name: “Ministry of Fisheries”, “Acme Inc.”",
    find,
};

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for segment in &scene.segments {
        let tokens = segment.tokens.clone();
        let Some(head) = (tokens.start..tokens.end).rev().find(|at| is_head(scene, *at)) else { continue };
        let Some(start) = begin(scene, &tokens, head) else { continue };
        let (end, more) = with_of(scene, segment, head);
        let len = end - start;
        if len < 2 {
            continue;
        }
        // "Charlotte Church", "Tony Banks": two words that are a person's.
        let strong = matches!(scene.word(head), Some(Word::Company | Word::Start)) || more;
        let first = scene.seen[start].alone;
        if !more
            && len == 2
            && first.is(bits::MALE | bits::FEMALE)
            && scene.seen[head].alone.is(bits::SURNAME)
            && !strong
        {
            continue;
        }
        if !scene.seen[start].telling && len == 2 && !more && is_plain(scene, start) {
            continue;
        }
        let word = scene.span(head..head + 1);
        let why = format!("“{}” is a word of organisations’ names", scene.text.slice(word));
        let proposal = Proposal::new(scene, start..end, Kind::Organisation, Some(Label::Org), RULE.name);
        let sure = if len > 2 || strong { Confidence::High } else { Confidence::Medium };
        proposals.push(proposal.weighing(55).sure(sure).because(Reason::at("organisation-word", why, word)));
    }
}

fn is_head(scene: &Scene, at: usize) -> bool {
    matches!(scene.word(at), Some(Word::Company | Word::Organisation | Word::Start))
}

/// A word at the start of a sentence that has its capital from there.
fn is_plain(scene: &Scene, at: usize) -> bool {
    !scene.seen[at].telling && scene.seen[at].len == 0 && crate::tag::is_common(scene.norm(at))
}

/// Where the name begins: with its run, a listed person before it left out.
fn begin(scene: &Scene, tokens: &Range<usize>, head: usize) -> Option<usize> {
    let mut start = tokens.start;
    if scene.pos(start) == crate::tag::Pos::Det && scene.seen[start].len < 2 {
        start += 1;
    }
    (start <= head).then_some(start)
}

/// On over "of", "for" and the names after it, where the head word takes them.
fn with_of(scene: &Scene, segment: &Segment, head: usize) -> (usize, bool) {
    let mut end = head + 1;
    if end != segment.tokens.end || scene.word(head) == Some(Word::Company) {
        return (if scene.word(head) == Some(Word::Company) { end } else { segment.tokens.end }, false);
    }
    let mut more = false;
    loop {
        let mut next = end;
        if !matches!(scene.norm(next), "of" | "for" | "on" | "and" | "against") || next >= segment.sentence.end {
            break;
        }
        let and = scene.norm(next) == "and";
        // "and" goes on only within "Ministry of … and …".
        if and
            && (!more || !scene.seen.get(next + 1).is_some_and(|seen| seen.len < 2 && seen.alone == Default::default()))
        {
            break;
        }
        if scene.norm(next) == "on" && scene.word(head) != Some(Word::Organisation) {
            break;
        }
        next += 1;
        if scene.norm(next) == "the" {
            next += 1;
        }
        let from = next;
        while next < segment.sentence.end && scene.seen[next].name {
            next += 1;
        }
        if next == from || next > from + 5 || next > head + 16 {
            break;
        }
        // "Bank of America", yes; "Army of Sudan" and "Parliament of Kenya" as well.
        end = next;
        more = true;
    }
    (end, more)
}
