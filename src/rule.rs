//! Rules as data: each stage names its rules in one visible ordered slice.

/// One phenomenon that a stage finds. `F` is the stage's own signature.
///
/// The slices of rules are what the program lists, what the page's legend is made from, and what the
/// tidy test holds against the case files.
#[derive(Clone, Copy)]
pub struct Rule<F> {
    /// `stage/name`, say `figures/money`; `tests/cases/figures/money.txt` holds its examples.
    pub name: &'static str,
    /// One line: what it finds, with an example.
    pub about: &'static str,
    /// Proposes; never changes what others proposed.
    pub find: F,
}

/// A rule as it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// `stage/name`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
}

impl<F> Rule<F> {
    /// What is listed of it.
    pub const fn info(&self) -> RuleInfo {
        RuleInfo { name: self.name, about: self.about }
    }
}
