//! What a figure measures: "imposed 145% tariffs on China" → tariffs, on China; "revenue rose 8%" → revenue.
//!
//! The tree tells: the noun that the figure counts or modifies, the noun it is a part of ("45% of voters") or an
//! amount of ("a fine of $2m"), else the object or the subject of its verb. Where none fits nothing is said.

mod phrase;
mod verb;
mod words;

use crate::figures::{Figure, Kind, Measures, change};
use crate::rule::RuleInfo;
use crate::span::Span;
use crate::syntax::{Parsed, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::{Text, TokenKind};
use crate::times::Time;
use phrase::is_in;
use std::ops::Range;
use words::{is_change, is_comparison, is_direction};

/// How many words up the tree the noun or the verb may stand.
const STEPS: usize = 4;

/// How far from the figure the subject is looked for a mark that parts them.
const REACH: usize = 40;

/// The rule, as it is listed.
pub(super) const RULE: RuleInfo = RuleInfo {
    name: "facts/measure",
    about: "what a figure measures: tariffs on China, of \"imposed 145% tariffs on China\"",
};

/// Sets what each figure measures.
pub(super) fn set(text: &Text, tagged: &Tagged, parsed: &Parsed, times: &[Time], figures: &mut [Figure]) {
    let times: Vec<Span> = times.iter().map(|time| time.span).collect();
    let spans: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
    for at in 0..figures.len() {
        let figure = &figures[at];
        let people = figure.by.rule == "figures/casualty";
        let set = figure.decided.is_some() && figure.measures.is_some();
        if people || set || matches!(figure.kind, Kind::Ordinal | Kind::Rank | Kind::Score | Kind::Age) {
            continue;
        }
        let tokens = text.tokens_in(figure.span);
        let reader = Reader { text, tagged, parsed, times: &times, figures: &spans, kind: figure.kind, tokens };
        figures[at].measures = reader.read().or_else(|| inherited(figures, at));
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

struct Reader<'t> {
    text: &'t Text,
    tagged: &'t Tagged,
    parsed: &'t Parsed,
    times: &'t [Span],
    figures: &'t [Span],
    kind: Kind,
    /// The tokens of the figure.
    tokens: Range<usize>,
}

impl Reader<'_> {
    fn read(&self) -> Option<Measures> {
        let top = self.parsed.top(self.tokens.clone())?;
        if let Some(counted) = self.counted() {
            return Some(counted);
        }
        if self.kind == Kind::Ratio && self.is_predicate(top) {
            // "sales doubled"
            return self.of_verb(top, "");
        }
        self.amount().or_else(|| self.part()).or_else(|| self.behind()).or_else(|| self.above(top))
    }

    /// Of a count that ends in its noun, the words behind the number: "two armed men", "dozens of people".
    fn counted(&self) -> Option<Measures> {
        let head = self.tokens.end - 1;
        if self.kind != Kind::Count || self.is_number(head) {
            return None;
        }
        let number = (self.tokens.start..head).rev().find(|at| self.is_number(*at) || self.text.norm(*at) == "of")?;
        // "four or more people"
        let belongs =
            |at: &usize| self.is_word(*at) && !is_comparison(self.text.norm(*at)) && self.text.norm(*at) != "or";
        let first = (number + 1..head).find(belongs).unwrap_or(head);
        let of = self.complement(head).or_else(|| self.owner(head));
        Some(self.measures(first..head + 1, of))
    }

    /// "45% of voters", "$2m in damages", "785 miles west of the island".
    fn part(&self) -> Option<Measures> {
        let behind = self.tokens.end;
        let case = self.text.tokens.get(behind).map_or("", |_| self.text.norm(behind));
        if is_direction(case) {
            return self.noun_of(behind);
        }
        let part = self.parsed.head(behind).filter(|_| self.parsed.relation(behind) == Relation::Case)?;
        let inside = case == "in" && self.kind == Kind::Money && self.tagged.pos(part) == Pos::Noun;
        if case == "of" || inside { self.noun(self.whole(part)) } else { None }
    }

    /// "a fine of $2m": the noun before "of".
    fn amount(&self) -> Option<Measures> {
        let adverb = |at: usize| {
            let bound = matches!(self.text.norm(at), "about" | "around" | "at" | "least" | "over" | "than" | "under");
            bound || self.tagged.pos(at) == Pos::Adv
        };
        let low = self.tokens.start.saturating_sub(STEPS);
        let of = (low..self.tokens.start).rev().find(|at| !adverb(*at)).filter(|at| self.text.norm(*at) == "of")?;
        let noun = of.checked_sub(1).filter(|at| self.tagged.pos(*at) == Pos::Noun)?;
        // "a rise of 3% in sales"
        if is_change(self.text.norm(noun)) && self.complement(noun).is_none() {
            return None;
        }
        self.noun(noun)
    }

    /// "145% tariffs on China", "the $886 billion Pentagon budget": the noun that the words behind the figure lead to.
    fn behind(&self) -> Option<Measures> {
        let first = (self.tokens.end..self.text.tokens.len()).take(STEPS).find(|at| !self.is_joint(*at))?;
        // "£450 a week" tells how often.
        if matches!(self.tagged.pos(first), Pos::Adp | Pos::Det) || matches!(self.text.norm(first), "a" | "an" | "each")
        {
            return None;
        }
        let noun = self.whole(first);
        let leads = noun - first < REACH && (first..=noun).all(|at| self.is_word(at) || self.is_joint(at));
        let after = self.parsed.child(noun, &[Relation::Case]).is_some_and(|case| case >= self.tokens.end);
        if leads && !after && self.tagged.pos(noun) == Pos::Noun { self.noun(noun) } else { None }
    }

    /// What the word above the figure says it measures.
    fn above(&self, top: usize) -> Option<Measures> {
        if let Some(verb) = self.changing() {
            return self.of_verb(verb, "by");
        }
        let mut at = top;
        let case = self.parsed.child(top, &[Relation::Case]).map_or("", |case| self.text.norm(case));
        for _ in 0..STEPS {
            if at != top && self.is_predicate(at) || at == top && self.has_copula(at) {
                return self.of_verb(at, case);
            }
            let head = self.parsed.head(at)?;
            let nominal = self.tagged.pos(head) == Pos::Noun && self.parsed.relation(at) == Relation::Nmod;
            // "was 3% last year": the parser may take the year for the predicate.
            let time = is_in(self.times, self.text.tokens[head].span);
            if self.is_predicate(head) && (time || !self.is_modifier(at) && !nominal) {
                return self.of_verb(head, case);
            }
            // "rose 8% to $3.4 billion": the second figure hangs on the first; "3% higher" on an adjective.
            let passes = is_in(self.figures, self.text.tokens[head].span)
                || matches!(self.tagged.pos(head), Pos::Adj | Pos::Adv | Pos::Num)
                || self.text.tokens[head].kind == TokenKind::Symbol;
            if !passes {
                return self.of_noun(at, head);
            }
            at = head;
        }
        None
    }

    /// A verb of change right before the figure: "risen by a fifth", "rose 6.4%".
    fn changing(&self) -> Option<usize> {
        let first = self.tokens.start;
        let linked = |at: &usize| !matches!(self.text.norm(*at), "by" | "to" | "from" | "about" | "nearly" | "almost");
        let verb = (first.saturating_sub(2)..first).rev().find(linked)?;
        (change::verb(self.text.norm(verb)).is_some() && self.is_predicate(verb)).then_some(verb)
    }

    /// "145% tariffs", "a fine of $2m", "the rate, at 4.2%,".
    fn of_noun(&self, at: usize, noun: usize) -> Option<Measures> {
        if !matches!(self.tagged.pos(noun), Pos::Noun | Pos::Propn) {
            return None;
        }
        let case = self.parsed.child(at, &[Relation::Case]).map_or("", |case| self.text.norm(case));
        // "a rise of 3% to $4m", "raised the toll from 20"
        let changes = || {
            let above = self.parsed.head(noun).map_or("", |above| self.text.norm(above));
            is_change(self.text.norm(noun)) || change::verb(above).is_some()
        };
        match self.parsed.relation(at) {
            _ if self.is_modifier(at) => {
                let close = at < noun && (self.tokens.end..noun).all(|at| self.is_word(at) || self.is_joint(at));
                if close { self.noun(noun) } else { None }
            }
            _ if self.tagged.pos(noun) == Pos::Propn => None,
            Relation::Nmod if matches!(case, "of" | "at" | "worth") => self.noun(noun),
            Relation::Nmod if matches!(case, "by" | "to" | "from") && changes() => self.noun(noun),
            // "the toll (20)"
            Relation::Appos
                if self.tokens.start.checked_sub(1).is_some_and(|at| matches!(self.text.norm(at), "(" | ":")) =>
            {
                self.noun(noun)
            }
            _ => None,
        }
    }

    /// The noun that a word before it modifies: "budget" of "Pentagon" in "Pentagon budget".
    fn whole(&self, mut at: usize) -> usize {
        for _ in 0..STEPS {
            match self.parsed.head(at).filter(|head| *head > at && self.is_modifier(at) && self.is_joined(at, *head)) {
                Some(head) => at = head,
                None => break,
            }
        }
        at
    }
}
