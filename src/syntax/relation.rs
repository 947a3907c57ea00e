//! The relations between a word and its head.

/// A relation of Universal Dependencies, with the subtypes that later stages need.
///
/// Relations that Postil does not use are read as [`Relation::Dep`]; other subtypes are read as the relation
/// itself ("obl:unmarked" as `Obl`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[expect(missing_docs, reason = "the relations are those of Universal Dependencies")]
pub enum Relation {
    Acl,
    AclRelcl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    Dep,
    Det,
    Discourse,
    Expl,
    Fixed,
    Flat,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodDesc,
    NmodPoss,
    Nsubj,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    Parataxis,
    Vocative,
    Xcomp,
    Punct,
    Root,
}

impl Relation {
    /// How many relations the parser chooses from: all but `Punct` and `Root`, which follow from the tree.
    pub const LEARNT: usize = Relation::Punct as usize;

    /// All relations, in the order of their numbers.
    pub const ALL: [Relation; 39] = {
        use Relation::*;
        [
            Acl,
            AclRelcl,
            Advcl,
            Advmod,
            Amod,
            Appos,
            Aux,
            AuxPass,
            Case,
            Cc,
            Ccomp,
            Compound,
            CompoundPrt,
            Conj,
            Cop,
            Csubj,
            Dep,
            Det,
            Discourse,
            Expl,
            Fixed,
            Flat,
            Iobj,
            List,
            Mark,
            Nmod,
            NmodDesc,
            NmodPoss,
            Nsubj,
            NsubjPass,
            Nummod,
            Obj,
            Obl,
            OblAgent,
            Parataxis,
            Vocative,
            Xcomp,
            Punct,
            Root,
        ]
    };

    /// Its name in Universal Dependencies: "nsubj:pass".
    pub const fn name(self) -> &'static str {
        match self {
            Relation::Acl => "acl",
            Relation::AclRelcl => "acl:relcl",
            Relation::Advcl => "advcl",
            Relation::Advmod => "advmod",
            Relation::Amod => "amod",
            Relation::Appos => "appos",
            Relation::Aux => "aux",
            Relation::AuxPass => "aux:pass",
            Relation::Case => "case",
            Relation::Cc => "cc",
            Relation::Ccomp => "ccomp",
            Relation::Compound => "compound",
            Relation::CompoundPrt => "compound:prt",
            Relation::Conj => "conj",
            Relation::Cop => "cop",
            Relation::Csubj => "csubj",
            Relation::Dep => "dep",
            Relation::Det => "det",
            Relation::Discourse => "discourse",
            Relation::Expl => "expl",
            Relation::Fixed => "fixed",
            Relation::Flat => "flat",
            Relation::Iobj => "iobj",
            Relation::List => "list",
            Relation::Mark => "mark",
            Relation::Nmod => "nmod",
            Relation::NmodDesc => "nmod:desc",
            Relation::NmodPoss => "nmod:poss",
            Relation::Nsubj => "nsubj",
            Relation::NsubjPass => "nsubj:pass",
            Relation::Nummod => "nummod",
            Relation::Obj => "obj",
            Relation::Obl => "obl",
            Relation::OblAgent => "obl:agent",
            Relation::Parataxis => "parataxis",
            Relation::Vocative => "vocative",
            Relation::Xcomp => "xcomp",
            Relation::Punct => "punct",
            Relation::Root => "root",
        }
    }

    /// The relation of this name, without a subtype that Postil does not keep.
    pub fn named(name: &str) -> Relation {
        let find = |name: &str| Relation::ALL.into_iter().find(|relation| relation.name() == name);
        let plain = name.split(':').next().unwrap_or(name);
        find(name).or_else(|| find(plain)).unwrap_or(Relation::Dep)
    }

    /// Whether the dependent is a subject: `nsubj`, `nsubj:pass` or `csubj`.
    pub const fn is_subject(self) -> bool {
        matches!(self, Relation::Nsubj | Relation::NsubjPass | Relation::Csubj)
    }
}
