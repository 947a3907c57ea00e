use postil::syntax::clause::{By, Clause, Kind};
use postil::syntax::verb::Modality;
use postil::{Annotation, Tense};

/// `kind subject(by) <verb group: tense perfect progressive passive not modality> object "…" to "…" by "…" -> "…"`: a line
/// for each clause that has a verb. Subject, object, recipient, agent and complement are shown by their heads.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let clauses = annotation.parsed.clauses();
    clauses.iter().filter(|clause| clause.group.is_some()).map(|clause| line(annotation, clause)).collect()
}

fn line(annotation: &Annotation, clause: &Clause) -> String {
    let word = |at: u32| annotation.text.word(at as usize);
    let mut line = match clause.kind {
        Kind::Main => "main",
        Kind::Complement => "complement",
        Kind::Relative => "relative",
        Kind::Adverbial => "adverbial",
        Kind::Infinitive => "infinitive",
        Kind::Participle => "participle",
        Kind::Parenthetical => "parenthetical",
    }
    .to_owned();
    if let Some(subject) = clause.subject {
        let by = match subject.by {
            By::Own => "",
            By::Shared => " shared",
            By::Antecedent => " antecedent",
            By::Controlled => " controlled",
        };
        line += &format!(" [{}{by}]", word(subject.head));
    }
    if let Some(group) = clause.group {
        line += &format!(" <{}:", annotation.text.slice(annotation.text.cover(group.tokens())));
        let tense = group.tense.map_or(String::new(), |tense| match tense {
            Tense::Past => " past".to_owned(),
            Tense::Present => " present".to_owned(),
            Tense::Future => " future".to_owned(),
        });
        line += if tense.is_empty() { " no tense" } else { &tense };
        let flags = [
            (group.perfect, "perfect"),
            (group.progressive, "progressive"),
            (group.passive, "passive"),
            (group.negative, "not"),
        ];
        flags.iter().filter(|(set, _)| *set).for_each(|(_, flag)| line += &format!(" {flag}"));
        line += match group.modality {
            Modality::None => "",
            Modality::Possible => " possible",
            Modality::Conditional => " conditional",
            Modality::Necessary => " necessary",
        };
        line += ">";
    }
    for (name, head) in
        [("object", clause.object), ("to", clause.recipient), ("by", clause.agent), ("->", clause.complement)]
    {
        if let Some(head) = head {
            line += &format!(" {name} {:?}", word(head));
        }
    }
    line
}
