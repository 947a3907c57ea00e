//! Names on no list, by what stands around them.

use super::person::{form, name_length, parts};
use super::{Find, Form, Kind, Label, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::names::{self, Word};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::tag::{Pos, is_common};
use crate::text::Shape;

/// A run of names that no list explains: a person where a verb of saying follows, a place after "in", an
/// organisation where it is an acronym. Leaves alone runs without evidence.
pub(super) const RULE: Rule<Find> = Rule {
    name: "entities/unlisted",
    about: "a name on no list, by its surroundings: “in Zwierzyn”, “Okonjo said”",
    find,
};

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for segment in &scene.segments {
        if segment.title.is_some() {
            continue;
        }
        let mut tokens = segment.tokens.clone();
        while tokens.start < tokens.end {
            let seen = scene.seen[tokens.start];
            let group = seen.alone.is(bits::GROUP) && tokens.len() > 1;
            let plain = !seen.telling && seen.len == 0 && is_common(text.norm(tokens.start));
            if !group && !plain {
                break;
            }
            tokens.start += 1;
        }
        if tokens.is_empty() || !scene.seen[tokens.start].name {
            continue;
        }
        let first = scene.seen[tokens.start];
        let listed = bits::STATE | bits::REGION | bits::ORGANISATION | bits::GROUP | bits::FACILITY;
        if usize::from(first.len) == tokens.len()
            && first.longest.is(listed | bits::PERSON)
            && first.longest.identity() != 0
        {
            continue;
        }
        let before = if tokens.start == 0 { "" } else { text.norm(tokens.start - 1) };
        let mut after = tokens.end;
        if text.norm(after) == ","
            && after + 1 < segment.sentence.end
            && text.tokens[after + 1].kind == crate::text::TokenKind::Number
        {
            // "Okonjo, 43, said"
            after += 2;
        }
        let says = names::word(text.norm(after)) == Some(Word::Say)
            || text.norm(after) == "," && text.norm(after + 1) == "who";
        let said = tokens.start > segment.sentence.start
            && matches!(before, "said" | "says" | "added" | "told" | "asked" | "explained")
            && matches!(scene.norm(tokens.end), "." | "," | "");
        let len = tokens.len();
        let upper = text.tokens[tokens.start].shape == Shape::Upper;
        let commons = tokens.clone().filter(|at| is_common(text.norm(*at))).count();
        let (kind, label, code, why) = if len == 1 && upper {
            let letters = text.word(tokens.start).chars().count();
            if !(3..=6).contains(&letters)
                || !first.telling
                || first.word.is_some()
                || is_common(text.norm(tokens.start)) && letters > 4
            {
                continue;
            }
            (Kind::Organisation, Label::Org, "capitals", "all in capitals, like an organisation’s letters")
        } else if (says || said) && commons == 0 && len <= 4 && name_length(scene, tokens.clone()) == len {
            (Kind::Person, Label::Person, "speaks", "the subject of a verb of saying")
        } else if matches!(before, "in" | "near" | "outside" | "around" | "across")
            && commons == 0
            && len <= 3
            && !first.alone.is(bits::MALE | bits::FEMALE)
            && first.telling
        {
            (Kind::Place, Label::Gpe, "in", "follows a word of place")
        } else if (2..=4).contains(&len)
            && commons == 0
            && tokens
                .clone()
                .all(|at| scene.is_title_case(at) || text.tokens[at].shape == Shape::Initial || !scene.seen[at].name)
            && name_length(scene, tokens.clone()) == len
            && first.telling
            && !before_noun(scene, tokens.end)
        {
            (Kind::Person, Label::Person, "two-names", "two or more words that are nothing but names")
        } else if len >= 2 && first.telling && tokens.clone().all(|at| scene.seen[at].name) && !segment.before_title {
            (Kind::Organisation, Label::Org, "capitals", "words with capitals in running text")
        } else if len == 1 && first.telling && commons == 0 && text.tokens[tokens.start].shape == Shape::MixedCase {
            (Kind::Organisation, Label::Org, "capitals", "capitals inside the word")
        } else {
            continue;
        };
        let mut proposal = Proposal::new(scene, tokens.clone(), kind, Some(label), RULE.name);
        if kind == Kind::Person {
            proposal.mention.parts = parts(scene, tokens.clone());
            proposal.mention.form = form(len);
        } else if upper && len == 1 {
            proposal.mention.form = Form::Acronym;
        }
        proposals.push(proposal.weighing(10).sure(Confidence::Low).because(Reason::new(code, why)));
    }
}

/// Whether a common noun follows, so that the name rather says what sort: "the Zwierzyn plant".
fn before_noun(scene: &Scene, at: usize) -> bool {
    scene.pos(at) == Pos::Noun && scene.spaced(at)
}
