//! The tokens that times and names have taken: "11" in "June 11", "500" in "S&P 500".

use crate::entities::{Kind, Mention};
use crate::reason::Confidence;
use crate::span::Span;
use crate::text::Text;
use crate::times::Time;
use std::ops::Range;

/// What times and names say of the numbers beside them.
pub struct Taken {
    /// For each token, whether a number there belongs to a time or to a name.
    tokens: Vec<bool>,
    /// For each token, the kind of the name that has no numbers and ends there: a person's or a place's.
    ends: Vec<Option<Kind>>,
}

impl Taken {
    /// Marks the tokens of the times and of the names that are sure enough.
    pub fn new(text: &Text, mentions: &[Mention], times: &[Time]) -> Taken {
        let len = text.tokens.len();
        let mut taken = Taken { tokens: vec![false; len], ends: vec![None; len] };
        for time in times {
            taken.mark(with_glued_digits(text, time.span, &["-", "/", ":"]));
        }
        for mention in mentions {
            if let Some(title) = mention.title {
                taken.mark(text.tokens_in(title));
            }
            let name = with_glued_digits(text, mention.span, &["-"]);
            if matches!(mention.kind, Kind::Person | Kind::Place) && !name.is_empty() {
                taken.ends[name.end - 1] = Some(mention.kind);
            }
            match (mention.kind, mention.confidence) {
                // People's names have no numbers.
                (Kind::Person, _) => {}
                (_, Confidence::Low) => taken.mark_inner(text, name),
                _ => taken.mark(name),
            }
        }
        taken
    }

    /// Whether all of these tokens are taken.
    pub fn all(&self, tokens: Range<usize>) -> bool {
        self.tokens[tokens].iter().all(|taken| *taken)
    }

    /// Whether a person's or a place's name ends at a token.
    pub fn ends_name(&self, at: usize) -> bool {
        self.ends.get(at).is_some_and(Option::is_some)
    }

    /// Whether a person's name ends at a token.
    pub fn ends_person(&self, at: usize) -> bool {
        self.ends.get(at) == Some(&Some(Kind::Person))
    }

    fn mark(&mut self, tokens: Range<usize>) {
        self.tokens[tokens].fill(true);
    }

    /// Marks a name that is a mere guess, without digits at its end: "In Syria 3 people died" may give "Syria 3".
    fn mark_inner(&mut self, text: &Text, mut name: Range<usize>) {
        let digits = |at: usize| text.norm(at).starts_with(|first: char| first.is_ascii_digit());
        while !name.is_empty() && digits(name.end - 1) {
            name.end -= 1;
        }
        if name.len() > 1 {
            self.mark(name);
        }
    }
}

/// The tokens of an expression with the digits that a sign glues to its last ones: "787-9", "Boeing 737-800",
/// "2014/10".
fn with_glued_digits(text: &Text, span: Span, signs: &[&str]) -> Range<usize> {
    let mut tokens = text.tokens_in(span);
    let digits = |at: usize| text.norm(at).starts_with(|first: char| first.is_ascii_digit());
    let glued = |at: usize| at < text.tokens.len() && !text.spaced(at);
    let ends_in_digits = |tokens: &Range<usize>| !tokens.is_empty() && digits(tokens.end - 1);
    while ends_in_digits(&tokens)
        && glued(tokens.end)
        && glued(tokens.end + 1)
        && signs.contains(&text.norm(tokens.end))
        && digits(tokens.end + 1)
    {
        tokens.end += 2;
    }
    tokens
}
