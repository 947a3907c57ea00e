use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let claims = annotation.linked.claims.iter();
    claims
        .map(|claim| {
            format!("{:?} {:?}", claim.mode, claim.content.iter().map(|span| text.slice(*span)).collect::<Vec<_>>())
        })
        .collect()
}
