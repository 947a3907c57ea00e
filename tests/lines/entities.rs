use postil::Annotation;
use postil::entities::{self, Form};
use postil::tag;

/// One line a mention: kind, form unless it is a full name, the words, and the title if there is one.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let line = |mention: &entities::Mention| {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        let form =
            if mention.form == Form::Name { String::new() } else { format!(" {:?}", mention.form).to_lowercase() };
        let title = mention.title.or(mention.parts.honorific);
        let title = title.map_or_else(String::new, |title| format!(" title {:?}", text.slice(title)));
        format!("{kind}{form} {:?}{title}", text.slice(mention.span))
    };
    entities::find(text, &tag::tag(text)).iter().map(line).collect()
}
