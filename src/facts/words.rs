//! Facts in plain words: the one place that words them, for the page, the listing and the exports.

use super::fact::{Argument, Fact, FactKind, Predicate, Role, Standing};
use super::{Relation, class};
use crate::claims::{Claim, CueClass, Mode};
use crate::entities::Form;
use crate::figures::{self, Approx, Direction, Figure};
use crate::lexicon::verbs;
use crate::link::{self, Linked};
use crate::order;
use crate::span::Span;
use crate::tag;
use crate::text::Text;
use crate::times;

/// How many words a sentence may have before its loose arguments are left out.
const LONG: usize = 30;

/// One sentence that can be read alone: "Ann Lee resigned on Friday".
///
/// `subject` is how its subject is worded.
pub(super) fn sentence(text: &Text, linked: &Linked, statement: &Fact, subject: &str) -> String {
    let Some(predicate) = &statement.predicate else { return String::new() };
    let mut arguments: Vec<&Argument> = statement.arguments.iter().collect();
    let mut words = whole((text, linked), statement, predicate, subject, &arguments);
    while count(&words) > LONG {
        let Some(loose) = loosest(text, linked, &arguments) else { break };
        arguments.remove(loose);
        words = whole((text, linked), statement, predicate, subject, &arguments);
    }
    if count(&words) > 2 * LONG {
        words = words.split(' ').take(LONG).collect::<Vec<_>>().join(" ");
        words.push_str(" …");
    }
    let sourced = statement.arguments.iter().any(|one| one.role == Role::Source);
    let claim = statement.claim.filter(|_| !sourced);
    if let Some(speaker) = claim.and_then(|at| speaker(text, linked, linked.claims.get(at)?)) {
        words.push_str(", according to ");
        words.push_str(&speaker);
    }
    with_capital(&words)
}

/// The words of a subject: the name it stands for, else its own.
pub fn subject(text: &Text, linked: &Linked, statement: &Fact) -> String {
    let first = statement.figures.first().and_then(|at| linked.figures.get(*at));
    match (statement.kind, first) {
        (FactKind::Amount, Some(figure)) if figure.measures.is_some() && !is_counted(text, figure) => {
            return measure(text, linked, figure, statement);
        }
        (FactKind::Amount, Some(figure)) => return value(text, figure),
        (FactKind::Role, _) => {
            let entity = statement.subject.entity.and_then(|at| linked.entities.get(at));
            return entity.map_or_else(String::new, |entity| entity.name.clone());
        }
        _ => {}
    }
    let Some(span) = statement.subject.span else { return String::new() };
    let name = statement.subject.entity.and_then(|at| linked.entities.get(at)).map(|entity| entity.name.as_str());
    match name {
        Some(name) if is_stand_in(linked, span) => with_article(text, span, name),
        _ => owned(text, linked, span).unwrap_or_else(|| tidy(text.slice(span))),
    }
}

/// "her appointment" stands as "Ann Lee's appointment".
fn owned(text: &Text, linked: &Linked, span: Span) -> Option<String> {
    let place = linked.mentions.partition_point(|mention| mention.span.start < span.start);
    let owner = linked.mentions.get(place).filter(|mention| mention.span.start == span.start)?;
    let whose = matches!(text.norm(text.token_at(span.start)), "his" | "her" | "its" | "their");
    let name = &linked.entities.get(owner.entity.filter(|_| whose && owner.form == Form::Pronoun)?)?.name;
    let rest = tidy(text.slice(Span::new(owner.span.end, span.end)));
    // "His Honour Judge Vale" is no honour of somebody else's.
    let is_style = rest.starts_with(char::is_uppercase);
    let mark = if name.ends_with('s') { "’ " } else { "’s " };
    (!rest.is_empty() && !is_style).then(|| [name.as_str(), mark, &rest].concat())
}

/// "the US" stands as "the United States".
fn with_article(text: &Text, span: Span, name: &str) -> String {
    let words = text.slice(span);
    let has_article = words.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the "));
    let named = has_article && words[4..].starts_with(|letter: char| letter.is_uppercase());
    if named && !name.starts_with("The ") { ["the ", name].concat() } else { name.to_owned() }
}

/// "Revenue up 8%", "Tariffs on China from 145% to 30% (planned), according to Ann Lee".
pub(super) fn amount(text: &Text, linked: &Linked, figure: &Figure, fact: &Fact) -> String {
    let value = value(text, figure);
    let mut words = subject(text, linked, fact);
    words.push(' ');
    let base = figure.change.and_then(|change| linked.figures.get(change.base?));
    let direction = figure.change.map(|change| change.direction);
    match (base, direction) {
        (Some(base), _) if base.unit == figure.unit && base.kind == figure.kind => {
            words.push_str(&["from ", &self::value(text, base), " to ", &value].concat())
        }
        (_, Some(Direction::Up)) if is_part(text, figure) => words.push_str(&["up ", &value].concat()),
        (_, Some(Direction::Down)) if is_part(text, figure) => words.push_str(&["down ", &value].concat()),
        _ => words.push_str(&value),
    }
    // "Fares up 12% (planned)": without a verb the words do not say that it is still to come.
    words.push_str(aside(fact.standing));
    if let Some(speaker) = fact.claim.and_then(|at| speaker(text, linked, linked.claims.get(at)?)) {
        words.push_str(", according to ");
        words.push_str(&speaker);
    }
    with_capital(&words)
}

/// What an amount says of its standing, which without a verb nothing else says.
const fn aside(standing: Standing) -> &'static str {
    match standing {
        Standing::Happened | Standing::Happening => "",
        Standing::Planned => " (planned)",
        Standing::Predicted => " (predicted)",
        Standing::Possible => " (possible)",
        Standing::Demanded => " (demanded)",
        Standing::Conditional => " (on a condition)",
    }
}

/// Whether only its sentence tells what a figure is of: it counts something ("two people") or is a share ("16% of the
/// force").
pub(super) fn is_counted(text: &Text, figure: &Figure) -> bool {
    let share = figure.kind == figures::Kind::Percent && text.norm(text.token_at(figure.span.end)) == "of";
    share
        || matches!(figure.kind, figures::Kind::Count | figures::Kind::Score | figures::Kind::Ratio)
        || figure.by.rule == "figures/casualty"
}

/// Whether a figure is itself the size of the change: "rose 8%", not "rose to $4.2bn".
fn is_part(text: &Text, figure: &Figure) -> bool {
    let before = text.token_at(figure.span.start).checked_sub(1).map_or("", |at| text.norm(at));
    let level = matches!(before, "to" | "at" | "of" | "from" | "was" | "is" | "were");
    !level && matches!(figure.kind, figures::Kind::Percent | figures::Kind::PercentagePoint)
}

/// A figure in the article's words: "at least $3.4bn".
pub(super) fn value(text: &Text, figure: &Figure) -> String {
    let bound = match figure.approx {
        Some(Approx::AtLeast) => "at least ",
        Some(Approx::AtMost) => "up to ",
        Some(Approx::MoreThan) => "more than ",
        Some(Approx::LessThan) => "less than ",
        Some(Approx::About) => "about ",
        None => "",
    };
    [bound, &tidy(text.slice(figure.span)), &rate(text, figure)].concat()
}

/// " a week" of "£450 a week".
fn rate(text: &Text, figure: &Figure) -> String {
    let next = text.tokens_in(figure.span).end;
    if next + 1 >= text.tokens.len() {
        return String::new();
    }
    let joins = matches!(text.norm(next), "a" | "an" | "per" | "each" | "every");
    let within = text.tokens[next + 1].span.end;
    // "£2m a year earlier" says when.
    let is_when = text.tokens.len() > next + 2 && class::is("before", text.norm(next + 2));
    if joins && !is_when && class::is("period", text.norm(next + 1)) {
        return [" ", &tidy(text.slice(Span::new(text.tokens[next].span.start, within)))].concat();
    }
    String::new()
}

/// What an amount measures: "Tariffs on China", "Revenue of Acme".
fn measure(text: &Text, linked: &Linked, figure: &Figure, fact: &Fact) -> String {
    let Some(measures) = &figure.measures else { return String::new() };
    let owner = fact.subject.entity.and_then(|at| linked.entities.get(at)).map(|entity| entity.name.as_str());
    let words = tidy(text.slice(measures.span));
    let mut name = measures.what.clone();
    match (&measures.of, owner) {
        (Some(of), _) if measures.what.to_lowercase().contains(&of.to_lowercase()) => {}
        (Some(of), _) if words.contains(of.as_str()) && words.len() < 60 => name = words,
        (Some(of), _) => name = [&name, ", ", of].concat(),
        (None, Some(owner)) => name = [&name, " of ", owner].concat(),
        (None, None) => {}
    }
    with_capital(&name)
}

/// "He Lifeng, Vice Premier", "Ann Lee, chief executive, Acme".
pub(super) fn role(linked: &Linked, entity: usize, role: &link::Role) -> String {
    let name = linked.entities.get(entity).map_or("", |entity| &entity.name);
    let held = role.organisation.and_then(|at| linked.entities.get(at)).map(|entity| entity.name.as_str());
    match held.filter(|held| !role.title.contains(held)) {
        Some(held) => [name, ", ", &with_capital(&role.title), ", ", held].concat(),
        None => [name, ", ", &with_capital(&role.title)].concat(),
    }
}

/// What a noun phrase says of a name: "Ann Lee, wife of Tom Vale", "Acme Mills, based in Leeds". `cue` is the noun that
/// says it. Nothing where a role or a clause words it better.
pub(super) fn tie(linked: &Linked, relation: &Relation, cue: Option<&str>) -> Option<String> {
    let name = |at: usize| linked.entities.get(at).map_or("", |entity| entity.name.as_str());
    let joint = match (relation.kind, cue) {
        ("located-in", _) => " is in ".to_owned(),
        ("based-in", _) => ", based in ".to_owned(),
        ("lives-in", _) => ", from ".to_owned(),
        ("affiliated-with", Some(noun)) => [", ", noun, ", "].concat(),
        ("affiliated-with", None) => ", ".to_owned(),
        ("lawyer-of", Some(noun)) => [", ", noun, " for "].concat(),
        ("family" | "member-of" | "works-for" | "founded" | "owns" | "part-of", Some(noun)) => {
            [", ", noun, " of "].concat()
        }
        _ => return None,
    };
    Some([name(relation.from), &joint, name(relation.to)].concat())
}

/// "Ann Lee, aged 52", "Ann Lee, in her 50s".
pub(super) fn age(text: &Text, linked: &Linked, entity: usize, figure: &Figure) -> String {
    let name = linked.entities.get(entity).map_or("", |entity| entity.name.as_str());
    let words = tidy(text.slice(figure.span));
    let number = match (&figure.amount, figure.unit.as_deref()) {
        (figures::Amount::Value(value), Some("a")) => value.to_string(),
        _ => words,
    };
    let joint = if number.starts_with(|letter: char| letter.is_ascii_digit()) { ", aged " } else { ", " };
    [name, joint, &number].concat()
}

/// How many letters of what somebody says a card shows.
const SAYING: usize = 160;

/// A fact's sentence without the name that its card has above it: "signed the lease".
pub(super) fn after_name(sentence: &str, name: &str) -> String {
    let rest = sentence.strip_prefix(name).map(|rest| rest.trim_start_matches([',', ' ']));
    match rest.filter(|rest| !rest.is_empty() && !rest.starts_with("and ") && !sentence[name.len()..].starts_with('’'))
    {
        Some(rest) => rest.to_owned(),
        None => sentence.to_owned(),
    }
}

/// What a claim says, in the quotation marks of direct speech, cut at a word.
pub(super) fn said(text: &Text, claim: &Claim) -> String {
    let marks = ['"', '“', '”', ',', ' '];
    let parts = claim.content.iter().map(|span| tidy(text.slice(*span)).trim_matches(marks).to_owned());
    let words = in_pairs(&parts.collect::<Vec<_>>().join(" … "));
    let is_direct = claim.mode == Mode::Direct;
    // What somebody denied or rejected is not what they said: "denied that his government had given way".
    let cue = claim.cue.as_ref().filter(|cue| !is_direct && (claim.negative || is_marked(cue.class)));
    let words = match cue {
        Some(cue) => [text.slice(cue.span), " ", &words].concat(),
        None => words,
    };
    let words = if is_direct { words.as_str() } else { words.strip_prefix("that ").unwrap_or(&words) };
    let short = match words.char_indices().nth(SAYING) {
        Some((end, _)) => [words[..end].rsplit_once(' ').map_or(&words[..end], |(front, _)| front), " …"].concat(),
        None => words.to_owned(),
    };
    if is_direct && !short.is_empty() { ["“", &short, "”"].concat() } else { short }
}

/// Whether a verb of saying tells what its content is to the speaker, so that the content cannot stand without it:
/// "demanded a vote", "asked whether", "warned against reform".
const fn is_marked(class: CueClass) -> bool {
    matches!(
        class,
        CueClass::Denial
            | CueClass::Question
            | CueClass::Demand
            | CueClass::Promise
            | CueClass::Emotion
            | CueClass::Withholding
    )
}

/// "Xi Jinping (spoke with)".
pub(super) fn together(linked: &Linked, other: usize, kind: &str) -> String {
    let name = linked.entities.get(other).map_or("", |entity| entity.name.as_str());
    [name, " (", &kind.replace('-', " "), ")"].concat()
}

/// The words of a part of a fact.
pub(super) fn part(text: &Text, span: Span) -> String {
    in_pairs(&tidy(text.slice(span)))
}

/// Whether some words only stand for a name: "she", "the company".
fn is_stand_in(linked: &Linked, span: Span) -> bool {
    let mentions = &linked.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    let within = mentions[first..].iter().take_while(|mention| mention.span.start < span.end);
    let mut within = within.filter(|mention| span.contains(mention.span));
    within.any(|mention| match mention.form {
        Form::Pronoun => mention.span == span,
        Form::Nominal | Form::Short | Form::Acronym => {
            mention.span.end == span.end && span.len() <= mention.span.len() + 4
        }
        Form::Name => mention.span == span,
    })
}

/// The argument that a long sentence loses first: the last one without a figure, then the last of all. "from five people
/// to six" stays longest.
fn loosest(text: &Text, linked: &Linked, arguments: &[&Argument]) -> Option<usize> {
    let has_figure = |one: &Argument| {
        let first = linked.figures.partition_point(|figure| figure.span.start < one.span.start);
        linked.figures.get(first).is_some_and(|figure| one.span.contains(figure.span))
    };
    let starts =
        |at: usize, word: &str| arguments.get(at).is_some_and(|one| text.norm(text.token_at(one.span.start)) == word);
    let is_end = |at: usize| at > 0 && starts(at, "to") && starts(at - 1, "from");
    let mut loose = (0..arguments.len()).rev().filter(|at| is_loose(arguments[*at].role) && !is_end(*at));
    let is_plain = |at: &usize| !has_figure(arguments[*at]) && !is_end(at + 1);
    loose.clone().find(is_plain).or_else(|| loose.next())
}

fn is_loose(role: Role) -> bool {
    matches!(role, Role::Purpose | Role::Cause | Role::Manner | Role::Other | Role::Source)
}

fn whole(
    (text, linked): (&Text, &Linked),
    statement: &Fact,
    predicate: &Predicate,
    subject: &str,
    arguments: &[&Argument],
) -> String {
    let verb = predicate.spans.last().copied().unwrap_or_default();
    let start = statement.subject.span.map_or(verb.start, |span| span.start.min(verb.start));
    let mut words = subject.to_owned();
    // "Reportedly two towns flooded": an adverb goes to the verb.
    let is_adverb = |one: &&Argument| one.role == Role::Manner && text.tokens_in(one.span).len() == 1;
    let (adverbs, arguments): (Vec<&Argument>, Vec<&Argument>) =
        arguments.iter().partition(|one| one.span.end <= start && is_adverb(one));
    for adverb in adverbs {
        add(&mut words, &text.slice(adverb.span).to_lowercase());
    }
    if predicate.passive && predicate.spans.len() == 1 && is_bare(text, verb) {
        add(&mut words, if is_plural(text, statement) { "were" } else { "was" });
    }
    let mut parts: Vec<(bool, Span)> = predicate.spans.iter().map(|span| (false, *span)).collect();
    // "On Friday Ann Lee resigned": what stands before the subject follows.
    parts.extend(arguments.iter().map(|one| (one.span.end <= start || one.span.end <= verb.start, one.span)));
    order::by(&mut parts, |(moved, span)| (u64::from(*moved), u64::from(span.start)));
    let past = past_of_deed(text, predicate);
    for (is_moved, span) in parts {
        let part = match &past {
            Some(past) if span == verb => past.clone(),
            _ if predicate.spans.contains(&span) => spelt_out(text, span),
            _ => in_pairs(&tidy(text.slice(span))),
        };
        let part = if is_moved { without_capital(text, linked, span, part) } else { part };
        // "On Saturday a landslide struck on Saturday"
        if !(is_moved && words.ends_with(&part)) {
            add(&mut words, &part);
        }
    }
    words
}

/// The words of a verb: "'s" as "is".
fn spelt_out(text: &Text, span: Span) -> String {
    let words = tidy(text.slice(span));
    let whole = match text.norm(text.token_at(span.start)) {
        "'s" | "’s" => "is",
        "'re" | "’re" => "are",
        "'ve" | "’ve" => "have",
        "'ll" | "’ll" => "will",
        _ => return words,
    };
    match words.split_once(' ') {
        Some((_, rest)) => [whole, " ", rest].concat(),
        None => whole.to_owned(),
    }
}

/// Adds words after a space.
fn add(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// "won the vote, *defeating* Ann Lee": a participle that states a deed by itself reads as a past.
fn past_of_deed(text: &Text, predicate: &Predicate) -> Option<String> {
    let verb = predicate.spans.first().filter(|_| predicate.spans.len() == 1)?;
    let tokens = text.tokens_in(*verb);
    let deed = tokens.len() == 1 && predicate.kind.is_some_and(|kind| class::is("deed", kind));
    if deed { verbs::past_of_gerund(text.norm(tokens.start), tag::is_word) } else { None }
}

/// "On Friday" within a sentence: "on Friday". Names, days and months keep their capital.
fn without_capital(text: &Text, linked: &Linked, span: Span, words: String) -> String {
    let at = text.token_at(span.start);
    let place = linked.mentions.partition_point(|mention| mention.span.end <= span.start);
    let is_name = linked.mentions.get(place).is_some_and(|mention| mention.span.start <= span.start);
    let keeps = is_name || text.norm(at) == "i" || text.word(at).chars().skip(1).any(char::is_uppercase);
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if !keeps && !times::is_calendar(text.norm(at)) => first.to_lowercase().chain(letters).collect(),
        _ => words,
    }
}

/// Takes out a quotation mark or a bracket that has lost its partner.
fn in_pairs(words: &str) -> String {
    // The curly ones begin with this byte.
    if !words.bytes().any(|byte| matches!(byte, b'(' | b')' | b'"' | 0xe2)) {
        return words.to_owned();
    }
    let (open, closed) = (words.matches('(').count(), words.matches(')').count());
    let words = &match words.rfind('(') {
        // "by 0.1°C (the agency, 2023": what the bracket holds belongs to no part.
        Some(bracket) if open > closed => words[..bracket].trim_end_matches([' ', '.', ',']).to_owned(),
        _ if closed > open => words.replace([')', '('], ""),
        _ => words.to_owned(),
    };
    let opening = words.matches('“').count();
    let closing = words.matches('”').count();
    let straight = words.matches('"').count();
    match (opening == closing, straight.is_multiple_of(2)) {
        (true, true) => words.to_owned(),
        (false, _) => words.replace(['“', '”'], ""),
        (_, false) => words.replace('"', ""),
    }
}

/// "A, B and C".
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => [&all.join(", "), " and ", last].concat(),
    }
}

/// Whether a predicate is one participle alone.
fn is_bare(text: &Text, verb: Span) -> bool {
    !text.slice(verb).contains(' ')
}

fn is_plural(text: &Text, statement: &Fact) -> bool {
    let words = statement.subject.span.map_or("", |span| text.slice(span));
    let head = words.split([' ', ',']).take_while(|word| !matches!(*word, "of" | "in" | "from" | "at" | "for")).last();
    crate::syntax::phrase::is_plural(&head.unwrap_or_default().to_lowercase()) || words.contains(" and ")
}

/// Who says it.
fn speaker(text: &Text, linked: &Linked, claim: &Claim) -> Option<String> {
    let source = claim.source.as_ref()?;
    let name = source.entity.and_then(|at| linked.entities.get(at)).map(|entity| entity.name.clone());
    name.or_else(|| {
        let words = tidy(text.slice(source.span).trim_end_matches(','));
        Some(without_capital(text, linked, source.span, words))
    })
}

/// On one line.
fn tidy(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    }
    line
}

fn count(words: &str) -> usize {
    words.bytes().filter(|byte| *byte == b' ').count() + 1
}

pub(super) fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
