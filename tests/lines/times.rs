use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    annotation.linked.times.iter().map(|item| format!("{:?} {:?}", item.kind, text.slice(item.span))).collect()
}
