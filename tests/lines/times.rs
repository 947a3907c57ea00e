//! `date "Tuesday" 2025-06-10 [2025-06-10, 2025-06-11) tense`: kind, words, value, modifier, interval, basis,
//! then other values after `or`.

use postil::Annotation;
use std::fmt::Write as _;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let line = |item: &postil::times::Time| {
        let meaning = &item.meaning;
        let mut line =
            format!("{} {:?} {}", format!("{:?}", item.kind).to_lowercase(), text.slice(item.span), meaning.value);
        if let Some(modifier) = meaning.modifier {
            let _ = write!(line, " {modifier}");
        }
        if let Some(interval) = &meaning.interval {
            let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "…".into());
            let _ = write!(line, " [{}, {})", end(&interval.from), end(&interval.to));
        }
        if let Some(basis) = meaning.basis {
            let _ = write!(line, " {}", format!("{basis:?}").to_lowercase());
        }
        if !meaning.alternatives.is_empty() {
            let _ = write!(line, " or {}", meaning.alternatives.join(" or "));
        }
        line
    };
    annotation.linked.times.iter().map(line).collect()
}
