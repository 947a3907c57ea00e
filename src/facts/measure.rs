//! What a figure measures: "imposed 145% tariffs on China" → tariffs, on China; "revenue rose 8%" → revenue.
//!
//! Five patterns are tried, the nearest words first: what stands behind the figure, what it is a part of, what
//! it is an amount of, the object of its verb, the subject. Where none fits nothing is said.

use crate::figures::{Figure, Kind, Measures, change, noun};
use crate::tag::{Pos, Tagged};
use crate::text::{Text, TokenKind};
use crate::view::View;
use std::ops::Range;

/// Sets what each figure measures.
pub(super) fn measure(text: &Text, tagged: &Tagged, figures: &mut [Figure]) {
    let view = View::new(text, tagged);
    let mut sentence = 0;
    for at in 0..figures.len() {
        let figure = &figures[at];
        while text.sentences.get(sentence).is_some_and(|s| s.span.end <= figure.span.start) {
            sentence += 1;
        }
        let Some(bounds) = text.sentences.get(sentence).map(|s| s.tokens.clone()) else { break };
        let people = figure.by.rule == "figures/casualty";
        if people || matches!(figure.kind, Kind::Ordinal | Kind::Rank | Kind::Score | Kind::Age) {
            continue;
        }
        let tokens = text.tokens_in(figure.span);
        if tokens.is_empty() {
            continue;
        }
        let reader = Reader { view: &view, bounds, kind: figure.kind };
        let found =
            reader.counted(tokens.clone()).or_else(|| reader.behind(tokens.clone())).or_else(|| reader.before(tokens));
        figures[at].measures = found.or_else(|| inherited(figures, at));
    }
}

/// "rose 3% to $4.2bn from $4.1bn": the others of a change measure what the first does.
fn inherited(figures: &[Figure], at: usize) -> Option<Measures> {
    let before = at.checked_sub(1)?;
    let (this, last) = (&figures[at], &figures[before]);
    let near = this.span.start.saturating_sub(last.span.end) < 40;
    let same = this.change?.direction == last.change?.direction;
    if near && same { last.measures.clone() } else { None }
}

struct Reader<'a, 't> {
    view: &'a View<'t>,
    bounds: Range<usize>,
    kind: Kind,
}

impl Reader<'_, '_> {
    /// The noun phrase that begins at `at`, its articles left out.
    fn phrase(&self, at: usize) -> Option<Range<usize>> {
        let mut at = at;
        for _ in 0..2 {
            if !matches!(
                self.view.norm(at),
                "the"
                    | "a"
                    | "an"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "our"
                    | "all"
                    | "these"
                    | "those"
                    | "this"
                    | "that"
            ) {
                break;
            }
            at += 1;
        }
        // A number behind is a figure of its own.
        if self.view.text.tokens.get(at)?.kind == TokenKind::Number {
            return None;
        }
        let found = noun::phrase(self.view, at, self.bounds.end, true)?.tokens;
        // "two of Khan's victims"
        if matches!(self.view.norm(found.end), "'s" | "’s") {
            return noun::phrase(self.view, found.end + 1, self.bounds.end, true).map(|phrase| phrase.tokens);
        }
        Some(found)
    }

    fn words(&self, tokens: Range<usize>) -> String {
        self.view.text.slice(self.view.text.cover(tokens)).to_owned()
    }

    fn found(&self, what: Range<usize>, more: usize) -> Option<Measures> {
        // "five or more states"
        let compared = matches!(self.view.norm(what.start), "more" | "fewer" | "less") && what.len() > 1;
        let what = what.start + usize::from(compared)..what.end;
        // "3 percent weaker" says how it compares, not what is measured.
        let alone = what.len() == 1
            && matches!(
                self.view.norm(what.start),
                "weaker"
                    | "stronger"
                    | "higher"
                    | "lower"
                    | "lighter"
                    | "heavier"
                    | "cheaper"
                    | "larger"
                    | "smaller"
                    | "bigger"
                    | "faster"
                    | "slower"
                    | "greater"
                    | "more"
                    | "less"
                    | "fewer"
            );
        if alone {
            return None;
        }
        let of = self.complement(more);
        let span = self.view.text.cover(what.clone());
        let span = of.clone().map_or(span, |of| span.cover(self.view.text.cover(of)));
        Some(Measures { what: self.words(what), of: of.map(|of| self.words(of)), span })
    }

    /// "on China", "in damages", "for the schools": the words behind the preposition at `at`.
    fn complement(&self, at: usize) -> Option<Range<usize>> {
        let preposition = matches!(
            self.view.norm(at),
            "on" | "of" | "in" | "for" | "against" | "to" | "with" | "from" | "at" | "among"
        );
        if !preposition || at >= self.bounds.end {
            return None;
        }
        let phrase = self.phrase(at + 1)?;
        let calendar = matches!(
            self.view.norm(phrase.start),
            "january"
                | "february"
                | "march"
                | "april"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "first"
                | "second"
                | "third"
                | "fourth"
                | "last"
                | "next"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "year"
                | "years"
                | "recent"
                | "order"
                | "addition"
                | "total"
        );
        if calendar { None } else { Some(phrase) }
    }

    /// Of a count: what is counted.
    fn counted(&self, tokens: Range<usize>) -> Option<Measures> {
        if self.kind != Kind::Count {
            return None;
        }
        let head = tokens.end - 1;
        if self.view.text.tokens[head].kind != TokenKind::Word || self.view.pos(head) == Pos::Num {
            return self.behind(tokens);
        }
        let mut from = head;
        while from > tokens.start + 1
            && self.view.is_word(from - 1)
            && matches!(self.view.pos(from - 1), Pos::Noun | Pos::Adj | Pos::Propn | Pos::Verb)
            && !matches!(
                self.view.norm(from - 1),
                "m" | "b"
                    | "bn"
                    | "mn"
                    | "k"
                    | "dozen"
                    | "odd"
                    | "hundred"
                    | "thousand"
                    | "million"
                    | "billion"
                    | "lakh"
                    | "crore"
            )
        {
            from -= 1;
        }
        self.found(from..tokens.end, tokens.end)
    }

    /// "145% tariffs on China", "45% of voters", "$2m in damages", "a 3% rise in sales".
    fn behind(&self, tokens: Range<usize>) -> Option<Measures> {
        let next = self.view.over_hyphen(tokens.end);
        let norm = self.view.norm(next);
        if next >= self.bounds.end {
            return None;
        }
        if norm == "of" {
            let what = self.phrase(next + 1)?;
            let end = what.end;
            return self.found(what, end);
        }
        if norm == "in" && matches!(self.kind, Kind::Money | Kind::Percent) {
            let what = self.phrase(next + 1)?;
            let named = self.view.capital(what.start) || self.complement(next).is_none();
            return if named { None } else { self.found(what.clone(), what.end) };
        }
        if noun::is_stop(norm) || !self.view.is_word(next) {
            return None;
        }
        let what = self.phrase(next)?;
        let head = what.end - 1;
        let rises = matches!(
            self.view.norm(head),
            "rise"
                | "increase"
                | "fall"
                | "drop"
                | "decline"
                | "cut"
                | "gain"
                | "jump"
                | "reduction"
                | "decrease"
                | "surge"
                | "hike"
                | "growth"
                | "slump"
                | "dip"
                | "rises"
                | "cuts"
                | "increases"
        );
        if rises {
            // "a 3% rise in sales", "a 3% pay rise"
            if let Some(of) = self.complement(what.end) {
                let end = of.end;
                return self.found(of, end);
            }
            let modifiers = what.start..head;
            return if modifiers.is_empty() { None } else { self.found(modifiers, head + 1) };
        }
        if matches!(self.view.pos(head), Pos::Noun) && !matches!(self.view.norm(head), "deal" | "year" | "quarter") {
            return self.found(what.clone(), what.end);
        }
        None
    }

    /// "a fine of $2m", "cut its rate by 25 points", "revenue rose 8% to $3.4 billion".
    fn before(&self, tokens: Range<usize>) -> Option<Measures> {
        let mut here = tokens.start;
        if self.kind == Kind::Ratio && tokens.len() == 1 && self.states(self.view.norm(here), here) {
            // "sales doubled"
            return self.of_verb(here, tokens.end);
        }
        let mut steps = 0;
        while here > self.bounds.start && steps < 14 {
            here -= 1;
            steps += 1;
            let norm = self.view.norm(here);
            if norm == "of" && steps <= 4 && here > self.bounds.start && self.view.pos(here - 1) == Pos::Noun {
                let what = self.back(here);
                return if what.is_empty() { None } else { self.found(what, self.bounds.end) };
            }
            if matches!(norm, ";" | "“" | "”" | "\"" | ":" | "—" | "and" | "but" | "while" | "which" | "who") {
                return None;
            }
            if self.states(norm, here) {
                return self.of_verb(here, tokens.start);
            }
        }
        None
    }

    /// Whether a word is a verb whose subject or object the figure measures.
    fn states(&self, norm: &str, at: usize) -> bool {
        let verb = matches!(
            norm,
            "was"
                | "is"
                | "were"
                | "are"
                | "be"
                | "been"
                | "stood"
                | "stands"
                | "reached"
                | "hit"
                | "totalled"
                | "totaled"
                | "averaged"
                | "remained"
                | "exceeded"
                | "topped"
                | "amounted"
                | "measured"
                | "measures"
                | "weighs"
                | "weighed"
                | "cost"
                | "costs"
                | "surpassed"
                | "equals"
                | "fetched"
                | "covers"
                | "covered"
                | "spans"
                | "stretches"
                | "produces"
                | "generates"
                | "doubled"
                | "tripled"
                | "halved"
        );
        verb || change::verb(norm).is_some()
            && !matches!(norm, "up" | "down")
            && !matches!(self.view.pos(at), Pos::Noun | Pos::Adj)
    }

    fn of_verb(&self, verb: usize, figure: usize) -> Option<Measures> {
        // The object: "cut its rate by 25 points", "raised tariffs to 145%".
        let between = verb + 1..figure;
        if between.len() > 1
            && change::verb(self.view.norm(verb)).is_some()
            && let Some(object) = self.phrase(verb + 1)
            && object.end < figure
            && matches!(self.view.norm(object.end), "by" | "to" | "from" | "on" | "in" | "for")
        {
            let end = object.end;
            return self.found(object, end);
        }
        // The subject: the first phrase of the clause.
        // Of "expects sales to rise 8%" it is the sales.
        let infinitive = verb > self.bounds.start && self.view.norm(verb - 1) == "to"
            || verb > self.bounds.start + 1 && self.view.pos(verb - 1) == Pos::Adv && self.view.norm(verb - 2) == "to";
        let mut start = verb;
        let mut steps = 0;
        while start > self.bounds.start && steps < 16 {
            let norm = self.view.norm(start - 1);
            let edge = matches!(
                norm,
                "," | ";"
                    | ":"
                    | "—"
                    | "–"
                    | "“"
                    | "\""
                    | "”"
                    | "that"
                    | "and"
                    | "but"
                    | "while"
                    | "as"
                    | "when"
                    | "after"
                    | "because"
                    | "if"
                    | "than"
                    | "said"
            );
            let outer = infinitive && start < verb && self.view.pos(start - 1) == Pos::Verb;
            if edge || outer {
                break;
            }
            start -= 1;
            steps += 1;
        }
        let what = self.phrase(start)?;
        if what.end > verb || matches!(self.view.pos(what.end - 1), Pos::Pron | Pos::Num) {
            return None;
        }
        // Of "the toll of the fire was 20" the first phrase is the head; a name alone measures nothing unless
        // it is what rose.
        let name = self.view.pos(what.end - 1) == Pos::Propn;
        if name && change::verb(self.view.norm(verb)).is_none() {
            return None;
        }
        self.found(what.clone(), what.end)
    }

    /// The noun phrase that ends before `end`.
    fn back(&self, end: usize) -> Range<usize> {
        let mut start = end;
        while start > self.bounds.start
            && end - start < 5
            && self.view.is_word(start - 1)
            && matches!(self.view.pos(start - 1), Pos::Noun | Pos::Adj | Pos::Propn)
            && !noun::is_stop(self.view.norm(start - 1))
        {
            // "has banned ships of …": the ships, and not that they were banned.
            let done = start > self.bounds.start + 1
                && self.view.norm(start - 1).ends_with("ed")
                && matches!(self.view.norm(start - 2), "has" | "have" | "had" | "not" | "also");
            if done {
                break;
            }
            start -= 1;
        }
        start..end
    }
}
