use postil::Annotation;

/// Relations, then findings: one line each.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let entities = &annotation.linked.entities;
    let relations = annotation.facts.relations.iter();
    let relations = relations.map(|relation| {
        format!("{:?} {:?} {:?}", relation.kind, entities[relation.from].name, entities[relation.to].name)
    });
    let findings = annotation.facts.findings.iter().map(|finding| format!("{:?} {:?}", finding.code, finding.text));
    relations.chain(findings).collect()
}
