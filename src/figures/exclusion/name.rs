//! Parts of names: "Boeing 737", "Flight 370", "Section 230", "World War Two", "the Second Amendment".

use crate::figures::noun;
use crate::figures::scene::{Scene, Sort};
use crate::numeral::{self, Decimal};
use crate::text::TokenKind;

/// Words that a number behind them names.
fn designator(norm: &str) -> bool {
    matches!(
        norm,
        "section"
            | "article"
            | "chapter"
            | "clause"
            | "rule"
            | "route"
            | "highway"
            | "interstate"
            | "flight"
            | "bus"
            | "train"
            | "line"
            | "platform"
            | "gate"
            | "terminal"
            | "room"
            | "apartment"
            | "apt"
            | "suite"
            | "unit"
            | "area"
            | "zone"
            | "district"
            | "ward"
            | "precinct"
            | "page"
            | "pages"
            | "figure"
            | "table"
            | "volume"
            | "vol"
            | "vol."
            | "issue"
            | "episode"
            | "season"
            | "part"
            | "phase"
            | "stage"
            | "step"
            | "level"
            | "grade"
            | "category"
            | "class"
            | "type"
            | "tier"
            | "division"
            | "group"
            | "pool"
            | "lane"
            | "channel"
            | "radio"
            | "studio"
            | "formula"
            | "apollo"
            | "boeing"
            | "airbus"
            | "iphone"
            | "ipad"
            | "windows"
            | "android"
            | "playstation"
            | "xbox"
            | "galaxy"
            | "version"
            | "model"
            | "mark"
            | "bill"
            | "proposition"
            | "prop"
            | "amendment"
            | "resolution"
            | "title"
            | "psalm"
            | "verse"
            | "day"
            | "week"
            | "region"
            | "round"
            | "game"
            | "match"
            | "lot"
            | "exhibit"
            | "count"
            | "block"
            | "building"
            | "hangar"
            | "reactor"
            | "runway"
            | "exit"
            | "junction"
            | "pier"
            | "berth"
            | "camp"
            | "sector"
            | "battalion"
            | "brigade"
            | "squadron"
            | "unit-"
            | "plan"
            | "protocol"
            | "directive"
            | "act"
            | "form"
            | "code"
            | "catch"
            | "studio-"
            | "pm"
            | "covid"
            | "euro"
            | "expo"
            | "cop"
            | "g"
            | "turn"
            | "hour"
            | "war"
            | "number-"
            | "ps"
            | "web"
            | "voyager"
            | "falcon"
            | "soyuz"
            | "super"
            | "bowl"
            | "wwi"
            | "angola"
            | "tower"
            | "schedule"
            | "annex"
            | "appendix"
            | "paragraph"
            | "para"
            | "point"
            | "item"
            | "question"
            | "scene"
            | "mach"
            | "magnitude"
    )
}

/// "Boeing 737", "Flight 370", "Section 230", "iPhone 15", "World War Two", "Formula One".
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    let start = numeral.tokens.start;
    let sentence = &scene.anchors[at].sentence;
    if scene.anchors[at].sort != Sort::Numeral || start == sentence.start || numeral.kind == numeral::Kind::Vague {
        return None;
    }
    let behind = scene.behind(at);
    let next = if behind < sentence.end { scene.norm(behind) } else { "" };
    if numeral.kind == numeral::Kind::Ordinal {
        // "First Minister", "Second Amendment", "Third World", "first lady"
        let office =
            matches!(next, "lady" | "minister" | "gentleman" | "secretary" | "amendment" | "world" | "reich" | "sea");
        let capital = scene.capital(start) && scene.capital(behind) && behind < sentence.end && !numeral.digits;
        let street = matches!(
            next,
            "street"
                | "avenue"
                | "st"
                | "ave"
                | "district"
                | "circuit"
                | "infantry"
                | "division"
                | "battalion"
                | "congress"
                | "fleet"
                | "brigade"
        ) && scene.capital(behind);
        return if office || capital || street { Some(1) } else { None };
    }
    let before = text.norm(start - 1);
    if text.tokens[start - 1].kind != TokenKind::Word && text.tokens[start - 1].kind != TokenKind::Mixed {
        return None;
    }
    let capital = scene.capital(start - 1);
    let follows = |at: usize| {
        at < sentence.end
            && (crate::figures::UNIT_WORDS.contains(scene.norm(at)) && !matches!(scene.norm(at), "in" | "\"" | "'")
                || matches!(scene.norm(at), "%" | "percent" | "per" | "million" | "billion"))
    };
    if follows(scene.over_hyphen(behind)) && !matches!(scene.norm(behind), "c" | "f" | "k" | "m" | "a" | "t" | "l") {
        return None;
    }
    // "Advisory Number 14"
    if before == "number" && capital && start > sentence.start + 2 && scene.capital(start - 2) {
        return Some(1);
    }
    let tail = numeral.tail.map_or("", |tail| text.slice(tail));
    if designator(before)
        && numeral.scale == 0
        && (capital
            || matches!(
                before,
                "section"
                    | "week"
                    | "region"
                    | "district"
                    | "ward"
                    | "zone"
                    | "bus"
                    | "tram"
                    | "article"
                    | "chapter"
                    | "flight"
                    | "page"
                    | "pages"
                    | "route"
                    | "highway"
                    | "room"
                    | "gate"
                    | "phase"
                    | "stage"
                    | "type"
                    | "level"
                    | "category"
                    | "grade"
                    | "tier"
                    | "division"
                    | "channel"
                    | "version"
                    | "season"
                    | "episode"
                    | "step"
                    | "round"
                    | "exit"
                    | "lane"
                    | "platform"
                    | "terminal"
                    | "paragraph"
                    | "mach"
                    | "clause"
                    | "day"
                    | "magnitude"
                    | "apartment"
                    | "resolution"
                    | "count"
            ))
    {
        // "a magnitude 6.5 earthquake" measures; the rest name.
        return if before == "magnitude" || matches!(before, "count") { None } else { Some(1) };
    }
    if capital && numeral.scale == 0 && numeral.digits && !numeral.value.is_negative() {
        let first = start - 1 == sentence.start;
        let function = matches!(
            before,
            "the"
                | "a"
                | "an"
                | "in"
                | "at"
                | "of"
                | "for"
                | "some"
                | "about"
                | "over"
                | "nearly"
                | "almost"
                | "only"
                | "around"
                | "more"
                | "up"
                | "to"
                | "and"
                | "but"
                | "with"
                | "by"
                | "from"
                | "another"
                | "all"
                | "those"
                | "these"
                | "that"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "it"
                | "who"
                | "on"
                | "no"
                | "no."
                | "nos"
                | "nos."
                | "number"
                | "top"
                | "under"
                | "as"
                | "or"
                | "just"
                | "there"
                | "between"
                | "roughly"
                | "aged"
                | "age"
                | "ages"
                | "an-"
                | "minus"
                | "negative"
                | "exactly"
                | "approximately"
                | "is"
                | "was"
                | "are"
                | "were"
                | "has"
                | "have"
                | "had"
                | "our"
                | "their"
                | "his"
                | "her"
                | "its"
                | "below"
                | "above"
                | "his-"
                | "what"
                | "if"
                | "kills"
                | "killed"
                | "its-"
        );
        let plural = behind < sentence.end
            && (noun::is_plural(next) || noun::is_plural(scene.norm(scene.over_hyphen(behind) + 1)))
            && !scene.capital(behind);
        let counted = plural && !noun::is_stop(next);
        // "MAUD 60" is sixty million.
        let word = scene.word(start - 1);
        let code = word.strip_prefix('M').filter(|code| code.len() == 3).unwrap_or(word);
        let money = crate::figures::money::is_prefix(word) || crate::figures::money::is_prefix(code);
        let score = matches!(next, "-" | "–" | ",") && numeral.value < Decimal::from(30u32);
        let month_like =
            matches!(before, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday");
        if !function
            && !counted
            && !money
            && !score
            && !month_like
            && !numeral.value.has_point()
            && (!first || tail.is_empty() && scene.pos(start - 1) == crate::tag::Pos::Propn)
        {
            return Some(1);
        }
    }
    // "the 737 MAX", "a 747", "777 jets": airliners.
    if numeral.digits
        && matches!(text.slice(numeral.span), "707" | "727" | "737" | "747" | "757" | "767" | "777" | "787")
        && (scene.capital(behind)
            || matches!(before, "a" | "the") && !noun::is_plural(next)
            || matches!(next, "jet" | "jets" | "aircraft" | "plane" | "planes" | "airliner" | "airliners"))
    {
        return Some(1);
    }
    // "the 80486 chip", "a 9000 series phone": things that are named by a number, where one of them is spoken of.
    let model = matches!(
        next,
        "chip"
            | "processor"
            | "microprocessor"
            | "machine"
            | "computer"
            | "model"
            | "series"
            | "aircraft"
            | "airliner"
            | "jet"
            | "plane"
            | "engine"
            | "rifle"
            | "missile"
            | "helicopter"
            | "locomotive"
            | "protocol"
    );
    let one = matches!(before, "the" | "a" | "an" | "its" | "his" | "'s" | "’s" | "new");
    if model && one && numeral.digits && numeral.scale == 0 && numeral.value >= Decimal::from(100u32) {
        return Some(1);
    }
    // "World War Two", "Formula One", "Group of Seven"
    let of_group = before == "of"
        && scene.capital(start)
        && matches!(scene.before(at, start, 1), "group" | "gang" | "big" | "council");
    if !numeral.digits
        && scene.capital(start)
        && (capital && !scene.capital(behind) && start - 1 > sentence.start || of_group)
        && (!scene.is_word(behind)
            || matches!(
                before,
                "depression" | "storm" | "phase" | "stage" | "chapter" | "type" | "type-" | "level" | "channel"
            ))
    {
        return Some(1);
    }
    if !numeral.digits
        && scene.capital(start)
        && matches!(before, "war" | "formula" | "channel" | "phase" | "radio" | "group")
    {
        return Some(1);
    }
    if numeral.digits && tail == "s" && !numeral.value.has_point() && !matches!(before, "her" | "his" | "their") {
        return Some(1);
    }
    None
}
