//! A headline that the text contradicts: another number, another name, the other direction. What the text merely
//! leaves out is no contradiction.

use super::Detect;
use super::scene::Scene;
use super::{finding, name, number, value, words};
use crate::entities::{Form, Kind as Sort, Mention};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Amount, Direction, Figure, Kind, change, noun};
use crate::numeral::Decimal;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::BlockKind;
use std::ops::Range;

/// How many figures of a headline are looked at.
const FIGURES: usize = 4;

/// How many sentences of the text say what the headline says.
const LEAD: usize = 5;

/// A headline has so many words at least.
const WORDS: usize = 4;

/// A headline that the text contradicts.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/headline",
    about: "a headline that the text contradicts: \"30 dead\" above \"killed 13 people\"",
    find,
};

fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    numbers(scene, findings);
    names(scene, findings);
    scores(scene, findings);
    directions(scene, findings);
}

/// Numbers of the headline that the text gives otherwise.
fn numbers(scene: &Scene, findings: &mut Vec<Finding>) {
    let figures = &scene.linked.figures;
    let heads = (0..figures.len()).filter(|at| is_title(scene, figures[*at].span)).take(FIGURES);
    for at in heads {
        let head = &figures[at];
        let fit = value::value(head).is_some()
            && !matches!(
                head.kind,
                Kind::Ordinal | Kind::Rank | Kind::Age | Kind::Ratio | Kind::Cardinal | Kind::Score
            );
        let alike: Vec<usize> = (0..figures.len())
            .filter(|other| {
                is_body(scene, &figures[*other])
                    && figures[*other].kind == head.kind
                    && figures[*other].unit == head.unit
            })
            .collect();
        // The number stands in the text, or parts of it that make it.
        let borne_out = figures
            .iter()
            .any(|other| is_body(scene, other) && value::value(other).is_some() && value::may_agree(head, other))
            || is_sum(scene, head, &alike);
        if !fit || borne_out {
            continue;
        }
        let mut same = alike.into_iter().filter(|other| is_same(scene, head, &figures[*other]));
        if let Some(other) = same.next()
            && same.all(|third| !value::may_agree(head, &figures[third]))
        {
            findings.push(report(scene, at, other));
        }
    }
}

/// Whether a span stands in the headline of the article: not in a heading further down, nor in a row of a table.
fn is_title(scene: &Scene, span: Span) -> bool {
    scene.title.is_some_and(|title| {
        let tokens = scene.text.tokens_in(title);
        let table = tokens.clone().any(|at| matches!(scene.norm(at), "vs" | "v"));
        title.contains(span) && tokens.len() >= WORDS && !table
    })
}

fn is_body(scene: &Scene, figure: &Figure) -> bool {
    let kind = scene.block(figure.span);
    let text = matches!(kind, Some(BlockKind::Paragraph | BlockKind::List | BlockKind::Caption | BlockKind::Subhead));
    (text || kind == Some(BlockKind::Headline)) && !scene.is_headline(figure.span)
}

/// Whether a number of the headline is two numbers of the text together: "kills 8" of "five women and three men".
fn is_sum(scene: &Scene, head: &Figure, alike: &[usize]) -> bool {
    let loose = |figure: &&Figure| figure.kind == Kind::Cardinal && is_body(scene, figure);
    let alike = alike.iter().take(32).map(|at| scene.figure(*at));
    let values: Vec<Decimal> =
        alike.chain(scene.linked.figures.iter().filter(loose).take(16)).filter_map(value::value).collect();
    let Some(bounds) = value::open(head) else { return true };
    values.iter().enumerate().any(|(at, one)| {
        let sum = |other: &Decimal| one.checked_add(*other);
        values[at + 1..].iter().filter_map(sum).any(|sum| bounds.low <= sum && sum <= bounds.high)
    })
}

/// Whether a figure of the text is about what a figure of the headline is about: the same noun and the same verb.
fn is_same(scene: &Scene, head: &Figure, other: &Figure) -> bool {
    let tokens = scene.text.tokens_in(other.span);
    let heading = scene.text.sentences.get(scene.sentence(head.span)).map_or(0..0, |sentence| sentence.tokens.clone());
    let clause = scene.parsed.clause(tokens.start);
    let verb = clause.map(|clause| scene.stem(clause.group.map_or(clause.head, |group| group.verb) as usize));
    let in_heading = |verb: &str| {
        heading
            .clone()
            .any(|at| scene.stem(at) == *verb || fate(verb).is_some_and(|class| fate(&scene.stem(at)) == Some(class)))
    };
    let says_verb = verb.as_deref().is_some_and(|verb| verb != "b" && in_heading(verb));
    let measured = other.measures.as_ref().map(|measures| noun::singular(&measures.what.to_lowercase()));
    let says_noun = measured.is_some_and(|what| {
        let last = what.rsplit(' ').next().unwrap_or_default();
        heading.clone().any(|at| noun::singular(scene.norm(at)) == last)
    });
    let approx = head.approx.is_some() || other.approx.is_some();
    let direction = |figure: &Figure| figure.change.map(|change| change.direction);
    if approx || direction(head) != direction(other) {
        return false;
    }
    match head.kind {
        // "kills 8" names no people.
        Kind::Count => {
            says_verb && head.unit_name == other.unit_name && adjectives(scene, head) == adjectives(scene, other)
        }
        Kind::Percent | Kind::PercentagePoint if direction(head).is_some() => says_noun,
        Kind::Percent | Kind::PercentagePoint => says_verb,
        Kind::Money => {
            says_verb
                && (says_noun || head.measures.is_some() && number::what(scene, head) == number::what(scene, other))
        }
        Kind::Quantity => {
            let sized = says_verb || says_noun || !number::dimension(scene, other).is_empty();
            sized && is_same_size(scene, &heading, head, other)
        }
        _ => says_verb && says_noun,
    }
}

/// "Dam to be 90 metres tall", "the dam will be 60 metres tall": the same thing in the same dimension.
fn is_same_size(scene: &Scene, heading: &Range<usize>, head: &Figure, other: &Figure) -> bool {
    let clause = scene.parsed.clause(scene.text.token_at(other.span.start));
    let subject =
        clause.and_then(|clause| clause.subject).map(|subject| noun::singular(scene.norm(subject.head as usize)));
    let named = subject.is_some_and(|subject| heading.clone().any(|at| noun::singular(scene.norm(at)) == subject));
    named && number::dimension(scene, head) == number::dimension(scene, other)
}

/// "young" of "12 young people".
fn adjectives(scene: &Scene, figure: &Figure) -> String {
    let what = number::what(scene, figure).unwrap_or_default();
    let words: Vec<&str> = what.split(' ').take_while(|word| *word != "/").collect();
    let before = words.split_last().map_or(&[][..], |(_, before)| before);
    // "13 new teachers"
    before.iter().copied().filter(|word| *word != "new").collect::<Vec<&str>>().join(" ")
}

fn fate(verb: &str) -> Option<usize> {
    words::line("fate", verb).or_else(|| words::line("fate", &[verb, "e"].concat()))
}

/// A toll in the headline may be older than the text, so it counts as two numbers, not as a wrong headline.
fn report(scene: &Scene, at: usize, other: usize) -> Finding {
    let (head, body) = (scene.figure(at), scene.figure(other));
    let heading = scene.sentence(head.span);
    let mut tokens = scene.text.sentences.get(heading).map_or(0..0, |sentence| sentence.tokens.clone());
    let toll = head.unit_name.as_deref() == Some("person") && tokens.any(|at| fate(&scene.stem(at)).is_some());
    let (said, told) = (scene.words(head.span), scene.words(body.span));
    let members = vec![Member::Figure(at), Member::Figure(other)];
    if toll {
        let text = format!("Two numbers for one thing. The headline says {said}, the text says {told}.");
        return finding(FindingCode::NumberConflict, members, text);
    }
    let text = format!("The headline and the text differ. The headline says {said}, the text says {told}.");
    finding(FindingCode::HeadlineMismatch, members, text)
}

/// A person whom the headline calls otherwise than the whole text: "David Stone" for "Daniel Stone".
fn names(scene: &Scene, findings: &mut Vec<Finding>) {
    let people = || scene.linked.mentions.iter().enumerate().filter(|(_, mention)| is_full_name(mention));
    let body = |mention: &Mention| !scene.is_headline(mention.span);
    for (at, head) in people().filter(|(_, mention)| !body(mention)).take(FIGURES) {
        let (given, family) = parts(scene, head);
        let said_again =
            people().any(|(_, other)| body(other) && parts(scene, other) == (given.clone(), family.clone()));
        let mut others = people().filter(|(_, other)| body(other) && parts(scene, other).1 == family);
        let Some((other, mention)) = others.next().filter(|_| !said_again) else { continue };
        let first = parts(scene, mention).0;
        let one = others.all(|(_, other)| parts(scene, other).0 == first);
        if one && (is_slip(&given, &first) || name::is_slip(&given, &first)) {
            let (said, told) = (scene.words(head.span), scene.words(mention.span));
            let text = format!("The headline and the text differ. The headline says {said}, the text says {told}.");
            findings.push(finding(
                FindingCode::HeadlineMismatch,
                vec![Member::Mention(at), Member::Mention(other)],
                text,
            ));
        }
    }
}

/// "David" for "Daniel": neither is short for the other ("Dan", "Danny", "Steve" for "Stephen"), and another forename altogether is somebody
/// else's, whom the text may leave out ("Bill Clinton" over a text about Hillary Clinton).
fn is_slip(one: &str, other: &str) -> bool {
    let initial = |name: &str| name.chars().next();
    let pet = |name: &str| name.chars().count() < 5 || name.ends_with('y') || name.ends_with("ie");
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count() > 2;
    let short = alike || one.contains('.') || other.contains('.');
    initial(one) == initial(other) && one != other && !short && !pet(one) && !pet(other)
}

pub(super) fn is_full_name(mention: &Mention) -> bool {
    mention.kind == Sort::Person
        && mention.form == Form::Name
        && mention.parts.given.is_some()
        && mention.parts.family.is_some()
}

fn parts(scene: &Scene, mention: &Mention) -> (String, String) {
    let lower = |span: Option<Span>| span.map_or_else(String::new, |span| scene.words(span).to_lowercase());
    (lower(mention.parts.given), lower(mention.parts.family))
}

/// A headline that says of a measure that it rose where the text says that it fell: "Profit falls" over "profit rose 8%".
fn directions(scene: &Scene, findings: &mut Vec<Finding>) {
    let Some(title) = scene.title else { return };
    let tokens = scene.text.tokens_in(title);
    let verbs = || tokens.clone().filter_map(|at| Some((at, change::verb(scene.norm(at))?)));
    let Some((verb, direction)) = verbs().next().filter(|(_, first)| verbs().all(|(_, other)| other == *first)) else {
        return;
    };
    // "Profit falls", "Shares of Lanter rise", "Mayor to raise taxes": the first word, or one beside the verb.
    let beside = [tokens.start, verb.wrapping_sub(1), verb + 1];
    let said = |word: &str| beside.iter().any(|at| noun::singular(scene.norm(*at)) == word);
    let last = scene.sentence(title) + LEAD;
    let of_headline = |figure: &&Figure| {
        let what = figure.measures.as_ref().map(|measures| noun::singular(&measures.what.to_lowercase()));
        let named = what.is_some_and(|what| what.rsplit(' ').next().is_some_and(said));
        named
            && figure.change.is_some()
            && !is_start(scene, figure)
            && is_body(scene, figure)
            && scene.sentence(figure.span) <= last
    };
    let moves = || scene.linked.figures.iter().filter(of_headline);
    let contrary =
        moves().next().filter(|_| moves().all(|figure| figure.change.is_some_and(|one| one.direction != direction)));
    let Some(at) =
        contrary.and_then(|figure| scene.linked.figures.iter().position(|other| std::ptr::eq(other, figure)))
    else {
        return;
    };
    let figure = scene.figure(at);
    let measure = figure.measures.as_ref().map_or("", |measures| &measures.what).to_lowercase();
    let way = if direction == Direction::Up { "down" } else { "up" };
    let (verb, number) = (scene.text.tokens[verb].span, scene.words(figure.span));
    let text = format!(
        "The headline and the text differ. The headline says “{}”, the text has {measure} going {way} ({number}).",
        scene.words(verb)
    );
    let mut found = finding(FindingCode::HeadlineMismatch, vec![Member::Figure(at)], text);
    found.reasons.push(Reason::at("direction", "which way the headline says it goes", verb));
    findings.push(found);
}

/// "is due to rise from £1,971": where a change starts says nothing of what became of it.
fn is_start(scene: &Scene, figure: &Figure) -> bool {
    let before = scene.text.token_at(figure.span.start).checked_sub(1);
    before.is_some_and(|at| scene.norm(at) == "from")
}

/// A score of the headline that the text does not have: "Rovers beat City 3-1" over "beat City 2-1".
fn scores(scene: &Scene, findings: &mut Vec<Finding>) {
    let scores = || scene.linked.figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Score);
    let mut heads = scores().filter(|(_, figure)| is_title(scene, figure.span));
    let mut body = scores().filter(|(_, figure)| is_body(scene, figure));
    let (Some((at, head)), None, Some((other, told)), None) = (heads.next(), heads.next(), body.next(), body.next())
    else {
        return;
    };
    let same = match (&head.amount, &told.amount) {
        (Amount::Range { low, high }, Amount::Range { low: first, high: last }) => {
            (low, high) == (first, last) || (low, high) == (last, first)
        }
        _ => true,
    };
    if !same {
        findings.push(report(scene, at, other));
    }
}
