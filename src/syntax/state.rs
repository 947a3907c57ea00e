//! The state of the parser: a stack, the words still to come, and the arcs so far.
//!
//! Arc-hybrid: *shift* puts the next word on the stack, *left* hangs the top of the stack on the next word, *right*
//! hangs the top on the word below it. Marks of punctuation are no words here.

use super::Relation;

/// What the parser can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Puts the next word on the stack.
    Shift,
    /// Hangs the top of the stack on the next word.
    Left,
    /// Hangs the top of the stack on the word below it.
    Right,
}

impl Action {
    /// All actions, in the order of their numbers.
    pub const ALL: [Action; 3] = [Action::Shift, Action::Left, Action::Right];
}

/// What the features say of a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// The hash of the word in lower case.
    pub word: u32,
    /// The hash of its last three letters.
    pub ending: u32,
    /// Its cluster, or 0.
    pub cluster: u32,
    /// Its tag and one more; 0 is no word.
    pub pos: u32,
    /// The second best tag where the best one is in doubt; else 0.
    pub second: u32,
    /// The marks between the word before and this one; see [`super::features::mark`].
    pub marks: u32,
}

/// The arcs of a word with its dependents.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// The last two dependents taken on the left, and on the right; [`NONE`] if there are fewer.
    pub left: [u32; 2],
    /// See `left`.
    pub right: [u32; 2],
    /// How many dependents it has on the left and on the right.
    pub valency: [u8; 2],
    /// Which relations its dependents on the left and on the right have, a bit each.
    pub relations: [u64; 2],
    /// The hash of its case or mark word: "of", "that".
    pub marker: u32,
    /// Its head, once it has one.
    pub head: u32,
    /// The relation to its head.
    pub relation: Relation,
    /// The least margin of the choices made about it.
    pub margin: i32,
}

/// No word.
pub const NONE: u32 = u32::MAX;

impl Family {
    const NEW: Family = Family {
        left: [NONE; 2],
        right: [NONE; 2],
        valency: [0; 2],
        relations: [0; 2],
        marker: 0,
        head: NONE,
        relation: Relation::Root,
        margin: i32::MAX,
    };
}

/// The state in which a sentence is.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The words of the sentence.
    pub words: Vec<Word>,
    /// Their arcs so far.
    pub families: Vec<Family>,
    /// The words on the stack, the top last.
    pub stack: Vec<u32>,
    /// The next word; the number of words when none is left.
    pub next: u32,
}

impl State {
    /// Begins a sentence, whose words have been put into `words`.
    pub fn begin(&mut self) {
        self.families.clear();
        self.families.resize(self.words.len(), Family::NEW);
        self.stack.clear();
        self.next = 0;
    }

    /// Whether all words have their heads; the last on the stack is the root.
    pub fn is_done(&self) -> bool {
        self.next as usize == self.words.len() && self.stack.len() <= 1
    }

    /// Word number `depth` of the stack, the top being 0; [`NONE`] if there is none.
    pub fn top(&self, depth: usize) -> u32 {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at])
    }

    /// Word number `ahead` of those to come, the next being 0; [`NONE`] if there is none.
    pub fn ahead(&self, ahead: u32) -> u32 {
        let at = self.next + ahead;
        if (at as usize) < self.words.len() { at } else { NONE }
    }

    /// Whether an action can be taken.
    pub fn can(&self, action: Action) -> bool {
        let more = (self.next as usize) < self.words.len();
        match action {
            Action::Shift => more,
            Action::Left => more && !self.stack.is_empty(),
            Action::Right => self.stack.len() > 1,
        }
    }

    /// The head and the dependent of the arc that an action makes.
    pub fn arc(&self, action: Action) -> Option<(u32, u32)> {
        match action {
            Action::Shift => None,
            Action::Left => Some((self.next, self.top(0))),
            Action::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Takes an action; `relation` is that of the arc it makes.
    pub fn take(&mut self, action: Action, relation: Relation) {
        let Some((head, dependent)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let word = self.words[dependent as usize].word;
        let family = &mut self.families[dependent as usize];
        family.head = head;
        family.relation = relation;
        let family = &mut self.families[head as usize];
        let side = usize::from(action == Action::Right);
        let latest = if side == 0 { &mut family.left } else { &mut family.right };
        *latest = [dependent, latest[0]];
        family.valency[side] = family.valency[side].saturating_add(1);
        family.relations[side] |= 1 << relation as u8;
        if matches!(relation, Relation::Case | Relation::Mark) {
            family.marker = word;
        }
    }
}
