use postil::Annotation;

/// Entities, one line each.
///
/// An entity's line gives its kind and name, its mentions in order, and its roles; a figure that holds at a
/// time, and a place that stands for a government, have lines of their own.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let (text, linked) = (&annotation.text, &annotation.linked);
    let mut lines = Vec::new();
    for entity in &linked.entities {
        let mentions: Vec<_> = entity.mentions.iter().map(|at| text.slice(linked.mentions[*at].span)).collect();
        let mut line =
            format!("{} {:?}: {}", format!("{:?}", entity.kind).to_lowercase(), entity.name, mentions.join(" | "));
        for role in &entity.roles {
            line += &format!("; {}", role.title);
            if let Some(organisation) = role.organisation {
                line += &format!(" ({})", linked.entities[organisation].name);
            }
        }
        lines.push(line);
    }
    for mention in &linked.mentions {
        if mention.entity.is_none() {
            lines.push(format!("open {:?}", text.slice(mention.span)));
        }
        if mention.reasons.iter().any(|reason| reason.code == "metonymy") {
            lines.push(format!("metonymy {:?}", text.slice(mention.span)));
        }
    }
    for figure in &linked.figures {
        if let Some(time) = figure.as_of {
            lines.push(format!("{:?} as of {:?}", text.slice(figure.span), text.slice(linked.times[time].span)));
        }
    }
    lines
}
