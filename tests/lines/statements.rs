use postil::Annotation;
use postil::facts::FactKind;

/// Statements, amounts and roles, one line each: how it stands, its type, its sentence, its time. Those that a reader is not shown
/// are in brackets.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let facts = annotation.facts.list.iter().map(|fact| {
        let kind = match (fact.kind, &fact.predicate) {
            (FactKind::Statement, Some(predicate)) => predicate.kind.unwrap_or("-"),
            (kind, _) => return format!("{kind:?} {:?}", fact.text),
        };
        let not = if fact.negative { "not " } else { "" };
        let when = fact
            .time
            .map_or(String::new(), |at| format!(", {}", annotation.text.slice(annotation.linked.times[at].span)));
        let line = format!("{not}{:?} {kind} {:?}{when}", fact.standing, fact.text);
        if fact.salience.score > 0 { line } else { format!("({line})") }
    });
    facts.collect()
}
