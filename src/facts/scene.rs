//! What statements and relations are read from: the tree, and which item stands at which words.

use crate::claims::Mode;
use crate::entities::{Form, Kind, Mention};
use crate::facts::Member;
use crate::facts::fact::{Argument, Role, Subject};
use crate::link::Linked;
use crate::order;
use crate::span::Span;
use crate::syntax::{Clause, Parsed, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use crate::times;
use std::ops::Range;

/// The tokens of the longest sentence that is read. What is longer is a list or a table, whose tree says nothing; and
/// the work on a sentence may grow with the square of its length.
const LONGEST: usize = 250;

/// The tree of a text with the items that were found in it.
pub(super) struct Scene<'t> {
    pub text: &'t Text,
    pub tagged: &'t Tagged,
    pub parsed: &'t Parsed,
    pub linked: &'t Linked,
    /// Whether each token stands in a sentence that is annotated.
    read: Vec<bool>,
    /// For each token the narrowest claim of a source whose content it stands in.
    claims: Vec<Option<u32>>,
    /// The cues of all sayings, in the order of the text.
    pub cues: Vec<Span>,
}

impl<'t> Scene<'t> {
    pub fn new(text: &'t Text, tagged: &'t Tagged, parsed: &'t Parsed, linked: &'t Linked) -> Scene<'t> {
        let count = text.tokens.len();
        let mut read = vec![false; count];
        for sentence in text.included().filter(|sentence| sentence.tokens.len() <= LONGEST) {
            for at in sentence.tokens.clone() {
                read[at] = true;
            }
        }
        let mut claims: Vec<Option<u32>> = vec![None; count];
        let mut size = vec![usize::MAX; count];
        for (number, claim) in linked.claims.iter().enumerate() {
            if claim.mode == Mode::Narrator {
                continue;
            }
            for content in &claim.content {
                let tokens = text.tokens_in(*content);
                for at in tokens.clone() {
                    if tokens.len() < size[at] {
                        size[at] = tokens.len();
                        claims[at] = Some(number as u32);
                    }
                }
            }
        }
        let said = linked.claims.iter().filter_map(|claim| claim.cue.as_ref()).filter(|cue| cue.class.is_saying());
        let mut cues: Vec<Span> = said.map(|cue| cue.span).collect();
        order::by(&mut cues, |cue| order::inner_first(*cue));
        Scene { text, tagged, parsed, linked, read, claims, cues }
    }

    /// Whether a token stands in a sentence that is annotated.
    pub fn is_read(&self, at: usize) -> bool {
        self.read.get(at).copied().unwrap_or_default()
    }

    pub fn norm(&self, at: usize) -> &'t str {
        self.text.norm(at)
    }

    pub fn pos(&self, at: usize) -> Pos {
        self.tagged.pos(at)
    }

    pub fn span(&self, at: usize) -> Span {
        self.text.tokens[at].span
    }

    /// The claim of a source that a span stands in.
    pub fn claim_of(&self, span: Span) -> Option<usize> {
        let at = self.text.token_at(span.start);
        self.claims.get(at).copied().flatten().map(|claim| claim as usize)
    }

    /// The mention that holds a token: of several the longest.
    pub fn mention(&self, at: usize) -> Option<usize> {
        let span = self.span(at);
        let mentions = &self.linked.mentions;
        let end = mentions.partition_point(|mention| mention.span.start <= span.start);
        let first = end.saturating_sub(8);
        (first..end).filter(|one| mentions[*one].span.contains(span)).max_by_key(|one| mentions[*one].span.len())
    }

    /// Whether a mention is a name and belongs to an entity: no pronoun and no description.
    pub fn is_name(&self, mention: usize) -> bool {
        let mention = &self.linked.mentions[mention];
        mention.entity.is_some() && !matches!(mention.form, Form::Pronoun | Form::Nominal)
    }

    /// The sentence that some words stand in.
    pub fn sentence(&self, span: Span) -> Option<Span> {
        let at = self.text.token_at(span.start);
        let place = self.text.sentences.partition_point(|sentence| sentence.tokens.end <= at);
        self.text.sentences.get(place).map(|sentence| self.text.cover(sentence.tokens.clone()))
    }

    /// Whether some words hold a name.
    pub fn has_name(&self, span: Span) -> bool {
        let mentions = &self.linked.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let mut within = (first..mentions.len()).take_while(|at| mentions[*at].span.start < span.end);
        within.any(|at| self.is_name(at))
    }

    /// The words of a mention.
    pub fn words_of(&self, mention: usize) -> &'t str {
        self.text.slice(self.linked.mentions[mention].span)
    }

    /// The name that a token stands in.
    pub fn name_at(&self, at: usize) -> Option<usize> {
        self.mention(at).filter(|mention| self.is_name(*mention))
    }

    /// The person whom a token names or stands for.
    pub fn person_at(&self, at: usize) -> Option<usize> {
        let is_person = |mention: &Mention| mention.kind == Kind::Person && mention.entity.is_some();
        self.mention(at).filter(|mention| is_person(&self.linked.mentions[*mention]))
    }

    /// The preposition or other case marker of a noun; empty if there is none.
    pub fn case(&self, at: usize) -> &'t str {
        self.parsed.child(at, &[Relation::Case]).map_or("", |at| self.norm(at))
    }

    /// The token of a mention on which its other tokens hang.
    pub fn top(&self, mention: usize) -> Option<usize> {
        self.parsed.top(self.text.tokens_in(self.linked.mentions[mention].span))
    }

    /// What hangs on the tokens of a mention from outside of it.
    pub fn below(&self, mention: usize) -> impl Iterator<Item = usize> + '_ {
        let tokens = self.text.tokens_in(self.linked.mentions[mention].span);
        tokens.clone().flat_map(|at| self.parsed.children(at)).filter(move |child| !tokens.contains(child))
    }

    /// The noun that a sentence says a name is: "Ann Lee is a *native* of Leeds".
    pub fn predicate_noun(&self, mention: usize) -> Option<usize> {
        let top = self.top(mention)?;
        let noun = self.parsed.head(top)?;
        let copular = self.parsed.child(noun, &[Relation::Cop]).is_some();
        (copular && self.parsed.relation(top) == Relation::Nsubj).then_some(noun)
    }

    /// The name in the phrase that one of some prepositions joins to the end of a mention: "Ann Lee *of Acme*",
    /// "Tom Vale, 34, *of Leeds*".
    pub fn phrase_after(&self, mention: usize, cases: &[&str]) -> Option<usize> {
        let end = self.text.tokens_in(self.linked.mentions[mention].span).end;
        let joined =
            self.below(mention).filter(|child| self.parsed.relation(*child) == Relation::Nmod).find_map(|child| {
                let case = self.parsed.child(child, &[Relation::Case])?;
                let is_near = case >= end && (end..case).all(|at| matches!(self.pos(at), Pos::Punct | Pos::Num));
                (is_near && cases.contains(&self.norm(case))).then(|| self.named_by(child))?
            });
        // "of" right after a name belongs to it, whatever the tree says.
        joined.or_else(|| {
            let name = (end + 1..end + 4).find(|at| !matches!(self.pos(*at), Pos::Det | Pos::Adj))?;
            (self.norm(end) == "of" && cases.contains(&"of")).then(|| self.name_at(name))?
        })
    }

    /// The name that a noun is or has before it: "Acme", "the *Acme* company", "*Ohio* state".
    fn named_by(&self, noun: usize) -> Option<usize> {
        let is_kind = matches!(
            self.norm(noun),
            "company" | "firm" | "group" | "bank" | "province" | "county" | "state" | "region" | "district" | "city"
        );
        let before = || self.name_at(self.parsed.child(noun, &[Relation::Compound])?);
        self.name_at(noun).or_else(|| if is_kind { before() } else { None })
    }

    /// The common nouns that stand with a name and say what it is: "*spokesman* Tom Vale", "Ann Lee, a *lobbyist*".
    pub fn nouns_beside(&self, mention: usize) -> impl Iterator<Item = usize> + '_ {
        self.below(mention).filter(|child| {
            let relation = self.parsed.relation(*child);
            matches!(relation, Relation::Appos | Relation::NmodDesc | Relation::Compound)
                && self.name_at(*child).is_none()
        })
    }

    /// The common noun that a name stands with in apposition: "his *wife*, Ann Lee".
    pub fn noun_above(&self, mention: usize) -> Option<usize> {
        let top = self.top(mention)?;
        let noun = self.parsed.head(top).filter(|_| self.parsed.relation(top) == Relation::Appos)?;
        (self.pos(noun) == Pos::Noun && noun < top).then_some(noun)
    }

    /// The first figure that stands in some tokens.
    pub fn figure(&self, tokens: &Range<usize>) -> Option<usize> {
        self.figures(self.cover(tokens)).next()
    }

    /// The first date, time or range that stands in some tokens; a duration only where nothing else does.
    pub fn time(&self, tokens: &Range<usize>) -> Option<usize> {
        let span = self.cover(tokens);
        let dated = |at: &usize| !matches!(self.linked.times[*at].kind, times::Kind::Duration | times::Kind::Set);
        self.times(span).find(dated).or_else(|| self.times(span).next())
    }

    /// The figures that begin within a span.
    pub fn figures(&self, span: Span) -> Range<usize> {
        let figures = &self.linked.figures;
        let first = figures.partition_point(|figure| figure.span.start < span.start);
        first..first.max(figures.partition_point(|figure| figure.span.start < span.end))
    }

    /// The times that begin within a span.
    fn times(&self, span: Span) -> Range<usize> {
        let times = &self.linked.times;
        let first = times.partition_point(|time| time.span.start < span.start);
        first..first.max(times.partition_point(|time| time.span.start < span.end))
    }

    /// With the rest of a figure or a time that some tokens end within: "2 hours *1 minute*".
    pub fn with_whole_items(&self, tokens: Range<usize>) -> Range<usize> {
        let Some(last) = tokens.end.checked_sub(1).filter(|last| tokens.contains(last)) else { return tokens };
        let last = self.span(last);
        let figure = self.figures(Span::new(0, last.end)).next_back().map(|at| self.linked.figures[at].span);
        let time = self.times(Span::new(0, last.end)).next_back().map(|at| self.linked.times[at].span);
        let end = figure.into_iter().chain(time).filter(|span| span.overlaps(last)).map(|span| span.end).max();
        tokens.start..end.map_or(tokens.end, |end| self.text.tokens_in(Span::new(last.start, end)).end.max(tokens.end))
    }

    fn cover(&self, tokens: &Range<usize>) -> Span {
        if tokens.is_empty() { Span::default() } else { self.text.cover(tokens.clone()) }
    }

    /// The figures in the subjects and arguments of a statement.
    pub fn figures_in(&self, subjects: &[Subject], arguments: &[Argument]) -> Vec<usize> {
        let spans = subjects.iter().filter_map(|subject| subject.span);
        let spans = spans.chain(arguments.iter().filter(|one| !self.is_clause(one)).map(|one| one.span));
        spans.flat_map(|span| self.figures(span)).collect()
    }

    fn is_clause(&self, argument: &Argument) -> bool {
        argument.role == Role::Complement && matches!(argument.item, Some(Member::Claim(_)))
    }

    /// When what a clause states was so: the time that stands in it and that dates its verb.
    pub fn time_of(&self, clause: &Clause, arguments: &[Argument]) -> Option<usize> {
        let head = self.span(clause.head as usize);
        let verb = clause.group.map_or(head, |group| self.span(group.verb as usize));
        let dates =
            |at: &usize| self.linked.times[*at].event.is_some_and(|event| event.contains(verb) || event.contains(head));
        let stated = arguments.iter().filter_map(|one| match one.item {
            Some(Member::Time(at)) => Some(at),
            _ => None,
        });
        let other = || self.times(self.cover(&self.parsed.reach(clause.head as usize))).find(dates);
        let list: Vec<usize> = stated.collect();
        // "fell after the tariffs were imposed in August" is not dated by August: that dates the imposing.
        let open = |at: &usize| self.linked.times[*at].event.is_none();
        list.iter().copied().find(dates).or_else(|| list.iter().copied().find(open)).or_else(other)
    }
}
