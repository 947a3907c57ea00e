use postil::Annotation;

/// What figures measure, then what times date, then relations: one line each.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let entities = &annotation.linked.entities;
    let measures = annotation.linked.figures.iter().filter_map(|figure| {
        let measures = figure.measures.as_ref()?;
        let of = measures.of.as_ref().map(|of| format!(" / {of}")).unwrap_or_default();
        Some(format!("measures {:?} {}{of}", text.slice(figure.span), measures.what))
    });
    let events = annotation.linked.times.iter().filter_map(|time| {
        let event = time.event?;
        Some(format!("happened {:?} {:?}", text.slice(time.span), text.slice(event)))
    });
    let relations = annotation.facts.relations.iter().map(|relation| {
        let claimed = if relation.claim.is_some() { ", claimed" } else { "" };
        format!("{} {:?} {:?}{claimed}", relation.kind, entities[relation.from].name, entities[relation.to].name)
    });
    measures.chain(events).chain(relations).collect()
}
