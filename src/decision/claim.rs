//! Decisions about claims.

use super::item::{Article, Item, State};
use crate::claims::{self, Claim, Mode};
use crate::given::{Addition, Layer, Speaker};
use crate::reason::{By, Origin};
use crate::span::Span;
use crate::text::Text;

/// How a claim is rendered, by its word.
const MODES: &[(&str, Mode)] = &[("direct", Mode::Direct), ("indirect", Mode::Indirect), ("mixed", Mode::Mixed)];

impl Item for Claim {
    type Kind = Mode;
    const LAYER: Layer = Layer::Claim;
    const NOUN: &'static str = "claim";

    fn span(&self) -> Span {
        self.whole()
    }

    fn state(&mut self) -> State<'_, Mode> {
        State { kind: self.mode, decided: &mut self.decided, by: &mut self.by, reasons: &mut self.reasons }
    }

    fn added(article: Article<'_>, span: Span, addition: &Addition) -> Result<Claim, String> {
        let mut claim = claims::told(article, span, addition.cue, addition.source)
            .ok_or_else(|| format!("“{}” says nothing", article.0.slice(span)))?;
        claim.by = By { kind: Origin::User, rule: "" };
        if let Some(kind) = &addition.kind {
            claim.relabel(article.0, kind)?;
        }
        Ok(claim)
    }

    fn relabel(&mut self, _: &Text, kind: &str) -> Result<(), String> {
        let found = MODES.iter().find(|(name, _)| *name == kind);
        self.mode = found.ok_or_else(|| format!("“{kind}” is no kind of claim"))?.1;
        Ok(())
    }

    /// The words between the parts of what is said ("…," she said, "…") stay out of it.
    fn place(&mut self, _: &Text, span: Span) -> Result<(), String> {
        let kept = self.content.iter().filter(|part| part.overlaps(span));
        let mut content: Vec<Span> = kept.copied().collect();
        let (Some(first), Some(last)) = (content.first().copied(), content.last().copied()) else {
            return Err("nothing of what is said would be left".to_owned());
        };
        content[0] = Span::new(span.start, first.end.min(span.end));
        if let Some(part) = content.last_mut() {
            *part = Span::new(part.start, if last == first { span.end } else { span.end.max(part.start + 1) });
        }
        self.content = content;
        Ok(())
    }

    fn set_speaker(&mut self, article: Article<'_>, speaker: &Speaker) -> Result<(), String> {
        match speaker {
            Speaker::Nobody => self.source = None,
            Speaker::Words(span) => {
                let span = span.ok_or("those words are not in this text")?;
                self.source = Some(claims::source_of(article, span).ok_or("those words name nobody")?);
                self.is_somebodys();
            }
            // The entities are not known yet: linking sets it.
            Speaker::Entity(_) => {}
        }
        Ok(())
    }

    fn yields(&self) -> bool {
        self.mode == Mode::Narrator && self.decided.is_none()
    }

    fn nests() -> bool {
        true
    }

    fn follow(&mut self, places: &[Option<usize>]) {
        self.parent = self.parent.and_then(|parent| places.get(parent).copied().flatten());
    }
}
