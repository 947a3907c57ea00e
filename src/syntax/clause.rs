//! Clauses: a predicate with its subject, objects and complement.

use super::verb::{self, Form, VerbGroup};
use super::{Parsed, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;

/// A predicate with what it says of whom. All tokens are heads: "officials" for "officials in the capital".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The predicate: a verb, or the noun or adjective of a copula.
    pub head: u32,
    /// Its verb group; none in a headline or a fragment without a verb.
    pub group: Option<VerbGroup>,
    /// How it stands to its parent.
    pub kind: Kind,
    /// The clause it depends on: an index into [`Parsed::clauses`].
    pub parent: Option<u32>,
    /// Its subject.
    pub subject: Option<Subject>,
    /// "raised *rates*".
    pub object: Option<u32>,
    /// "gave *her* a book".
    pub recipient: Option<u32>,
    /// "was found *by a farmer*".
    pub agent: Option<u32>,
    /// The head of its complement clause: "said *that …*", "wants *to go*".
    pub complement: Option<u32>,
}

/// The subject of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its head. Of a relative clause the noun that "who" stands for.
    pub head: u32,
    /// How the clause comes by it.
    pub by: By,
}

/// How a clause comes by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// It stands in the clause.
    Own,
    /// It is the subject of the clause that this one is coordinated with: "raised rates and *cut* its forecast".
    Shared,
    /// It is the noun that the clause modifies: "the minister, *who leads* the talks", "a man *found* guilty".
    Antecedent,
    /// It is the subject or object of the governing verb: "she wants *to go*", "urged them *to go*".
    Controlled,
}

/// How a clause stands to its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the terms of grammar")]
pub enum Kind {
    Main,
    Complement,
    Relative,
    Adverbial,
    Infinitive,
    Participle,
    Parenthetical,
}

/// Finds the clauses of all sentences, in order of their predicates; `of` is filled with the clause of each token.
pub(super) fn find(text: &Text, tagged: &Tagged, parsed: &Parsed, of: &mut Vec<u32>) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut number = vec![super::NONE; text.tokens.len()];
    for at in (0..text.tokens.len()).filter(|at| is_predicate(tagged, parsed, *at)) {
        number[at] = clauses.len() as u32;
        clauses.push(Clause {
            head: at as u32,
            group: verb::read(text, tagged, parsed, at),
            kind: Kind::Main,
            parent: None,
            subject: None,
            object: None,
            recipient: None,
            agent: None,
            complement: None,
        });
    }
    nearest(parsed, &mut number);
    for clause in &mut clauses {
        let at = clause.head as usize;
        clause.parent = parsed.head(at).map(|head| number[head]).filter(|parent| *parent != super::NONE);
        let child = |relations: &[Relation]| parsed.child(at, relations).map(|child| child as u32);
        clause.object = child(&[Relation::Obj]);
        clause.recipient = child(&[Relation::Iobj]);
        clause.agent = child(&[Relation::OblAgent]);
        clause.complement = child(&[Relation::Ccomp]).or_else(|| child(&[Relation::Xcomp]));
    }
    for at in order(parsed, &clauses) {
        let kind = kind(parsed, &clauses, at);
        clauses[at].kind = kind;
        clauses[at].subject = subject(text, parsed, &clauses, at);
    }
    *of = number;
    clauses
}

/// Whether a token is the predicate of a clause.
fn is_predicate(tagged: &Tagged, parsed: &Parsed, at: usize) -> bool {
    let verbal = || {
        matches!(tagged.pos(at), Pos::Verb | Pos::Aux)
            || parsed.children(at).any(|child| {
                matches!(parsed.relation(child), Relation::Cop | Relation::Aux | Relation::AuxPass)
                    || parsed.relation(child).is_subject()
            })
    };
    match parsed.relation(at) {
        Relation::Root | Relation::Ccomp | Relation::AclRelcl | Relation::Csubj | Relation::Parataxis => true,
        Relation::Xcomp | Relation::Advcl | Relation::Acl => true,
        Relation::Conj | Relation::Dep | Relation::List | Relation::Appos => verbal(),
        // A verb with a subject is one, whatever the parser hangs it on.
        _ => tagged.pos(at) == Pos::Verb && parsed.children(at).any(|child| parsed.relation(child).is_subject()),
    }
}

/// Gives every token the number of the nearest predicate above it.
fn nearest(parsed: &Parsed, number: &mut [u32]) {
    let mut path = Vec::new();
    for start in 0..number.len() {
        let mut at = start;
        path.clear();
        while number[at] == super::NONE {
            path.push(at);
            let Some(head) = parsed.head(at) else { break };
            at = head;
        }
        let found = number[at];
        path.iter().for_each(|at| number[*at] = found);
    }
}

/// The clauses in an order in which parents come before what depends on them.
fn order(parsed: &Parsed, clauses: &[Clause]) -> Vec<usize> {
    let depth = |clause: &Clause| {
        let above = std::iter::successors(Some(clause.head as usize), |at| parsed.head(*at));
        above.take(LIMIT).count()
    };
    let mut order: Vec<(usize, usize)> = clauses.iter().enumerate().map(|(at, clause)| (depth(clause), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

/// How far up a tree is looked: no sentence that is one goes deeper.
const LIMIT: usize = 200;

fn kind(parsed: &Parsed, clauses: &[Clause], at: usize) -> Kind {
    let clause = &clauses[at];
    let form = clause.group.map(|group| group.form);
    match parsed.relation(clause.head as usize) {
        Relation::Ccomp | Relation::Csubj if form == Some(Form::Infinitive) => Kind::Infinitive,
        Relation::Ccomp | Relation::Csubj => Kind::Complement,
        Relation::AclRelcl => Kind::Relative,
        Relation::Acl | Relation::Advcl | Relation::Xcomp if form == Some(Form::Infinitive) => Kind::Infinitive,
        Relation::Acl => Kind::Participle,
        Relation::Advcl if matches!(form, Some(Form::Gerund | Form::Participle)) => Kind::Participle,
        Relation::Advcl => Kind::Adverbial,
        Relation::Xcomp => Kind::Complement,
        Relation::Parataxis | Relation::Appos => Kind::Parenthetical,
        Relation::Conj => clause.parent.map_or(Kind::Main, |parent| clauses[parent as usize].kind),
        _ => Kind::Main,
    }
}

fn subject(text: &Text, parsed: &Parsed, clauses: &[Clause], at: usize) -> Option<Subject> {
    let clause = &clauses[at];
    let head = clause.head as usize;
    let own = parsed.child(head, &[Relation::Nsubj, Relation::NsubjPass, Relation::Csubj]);
    let relation = parsed.relation(head);
    let antecedent = || parsed.head(head).map(|noun| Subject { head: noun as u32, by: By::Antecedent });
    if let Some(own) = own {
        // "who leads the talks": the noun; "the man who the police found": the police.
        let pronoun = matches!(text.norm(own), "who" | "which" | "that");
        if relation == Relation::AclRelcl && pronoun {
            return antecedent();
        }
        return Some(Subject { head: own as u32, by: By::Own });
    }
    let parent = clause.parent.map(|parent| &clauses[parent as usize]);
    match relation {
        Relation::Conj => parent?.subject.map(|subject| Subject { by: By::Shared, ..subject }),
        Relation::Acl => antecedent(),
        Relation::Xcomp => {
            let parent = parent?;
            let by = By::Controlled;
            let object = parent.object.or(parent.recipient).map(|head| Subject { head, by });
            object.or_else(|| parent.subject.map(|subject| Subject { by, ..subject }))
        }
        Relation::Advcl if clause.group.is_some_and(|group| !group.is_finite()) => {
            parent?.subject.map(|subject| Subject { by: By::Controlled, ..subject })
        }
        _ => None,
    }
}
