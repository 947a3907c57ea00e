//! Metonymy: a capital or a seat of government that stands for the government.

use crate::entities::{Kind, Mention};
use crate::lexicon::gazetteer::{self, bits};
use crate::reason::Reason;
use crate::tag::{Pos, Tagged};
use crate::text::Text;

/// Marks "Beijing" in "Beijing agreed to lower them", by a reason; the mention stays the place's.
pub(super) fn mark(text: &Text, tagged: &Tagged, mentions: &mut [Mention]) {
    for mention in mentions {
        if mention.kind != Kind::Place {
            continue;
        }
        let seat =
            gazetteer::get(&super::entity::key(text.slice(mention.span))).is_some_and(|entry| entry.is(bits::SEAT));
        if !seat {
            continue;
        }
        let tokens = text.tokens_in(mention.span);
        let before = if tokens.start == 0 { "" } else { text.norm(tokens.start - 1) };
        let before = if before == "the" && tokens.start > 1 { text.norm(tokens.start - 2) } else { before };
        let somewhere = matches!(
            before,
            "in" | "at"
                | "to"
                | "from"
                | "near"
                | "of"
                | "outside"
                | "around"
                | "through"
                | "across"
                | "into"
                | "for"
                | ","
                | "("
                | "-"
                | "over"
                | "toward"
                | "towards"
                | "central"
                | "downtown"
                | "visit"
                | "visited"
                | "visiting"
        );
        let acts = matches!(tagged.pos(tokens.end), Pos::Verb | Pos::Aux)
            || tagged.pos(tokens.end) == Pos::Adv && matches!(tagged.pos(tokens.end + 1), Pos::Verb | Pos::Aux)
            || matches!(before, "with" | "by" | "and" | "against") && text.norm(tokens.end) == "to"
            || text.norm(tokens.end) == "'s";
        if acts && !somewhere {
            let name = text.slice(mention.span);
            mention
                .reasons
                .push(Reason::new("metonymy", format!("“{name}” stands for the government that sits there")));
        }
    }
}
