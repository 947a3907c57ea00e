//! The words that the format has for the inner kinds.

use crate::claims::{self, Channel, CueClass, Modality, Mode, SourceForm};
use crate::entities::{self, Form, Label};
use crate::facts::card::CardKind;
use crate::facts::fact::{Role, Standing};
use crate::facts::{FactKind, FindingCode};
use crate::figures::{self, Approx, Direction};
use crate::link::{DateOrder, ReferenceBasis};
use crate::reason::{Confidence, Origin, Status};
use crate::text::BlockKind;
use crate::times::{self, Basis, Grain};

/// Has a word in the format.
pub trait Named: Copy {
    /// The word.
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($type:ty: $($variant:ident $word:literal)*) => {
        impl Named for $type {
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

words!(Confidence: Low "low" Medium "medium" High "high");
words!(Origin: Rule "rule" Lexicon "lexicon" Model "model" User "user");
words!(Status: Suggested "suggested" Accepted "accepted" Edited "edited");
words!(ReferenceBasis: User "user" Dateline "dateline" Byline "byline" None "none");
words!(DateOrder: DayMonth "dmy" MonthDay "mdy");
words!(BlockKind:
    Headline "headline" Subhead "subhead" Dateline "dateline" Byline "byline" Paragraph "paragraph"
    Caption "caption" List "list" Pullquote "pullquote" Boilerplate "boilerplate");
words!(entities::Kind:
    Person "person" Organisation "organisation" Place "place" Group "group" Event "event" Work "work" Law "law"
    Product "product" Language "language" Contact "contact");
words!(Label:
    Person "PERSON" Norp "NORP" Fac "FAC" Org "ORG" Gpe "GPE" Loc "LOC" Product "PRODUCT" Event "EVENT"
    WorkOfArt "WORK_OF_ART" Law "LAW" Language "LANGUAGE");
words!(Form: Name "name" Short "short" Acronym "acronym" Nominal "nominal" Pronoun "pronoun");
words!(figures::Kind:
    Money "money" Percent "percent" PercentagePoint "percentagePoint" Count "count" Quantity "quantity"
    Ratio "ratio" Ordinal "ordinal" Rank "rank" Score "score" Age "age" Cardinal "cardinal");
words!(Approx: AtLeast "≥" AtMost "≤" MoreThan ">" LessThan "<" About "~");
words!(Direction: Up "up" Down "down");
words!(times::Kind: Date "date" Time "time" Duration "duration" Set "set" Range "range");
words!(Grain:
    Second "second" Minute "minute" Hour "hour" DayPart "dayPart" Day "day" Weekend "weekend" Week "week"
    Month "month" Quarter "quarter" Season "season" Half "half" Year "year" Decade "decade" Century "century");
words!(Basis: Explicit "explicit" Reference "reference" Tense "tense" Context "context");
words!(Mode: Direct "direct" Indirect "indirect" Mixed "mixed" Narrator "narrator");
words!(CueClass:
    Neutral "neutral" Assertion "assertion" Denial "denial" Distancing "distancing" Question "question"
    Demand "demand" Promise "promise" Belief "belief" Emotion "emotion" Legal "legal"
    Withholding "withholding" Intention "intention" Attitude "attitude" Agreement "agreement");
words!(CardKind:
    Person "person" Organisation "organisation" Court "court" Match "match" Results "results" Disaster "disaster"
    Market "market");
words!(FactKind: Statement "statement" Amount "amount" Role "role");
words!(Role:
    Object "object" Recipient "recipient" Agent "agent" Complement "complement" Place "place" Time "time"
    Amount "amount" Manner "manner" Cause "cause" Purpose "purpose" Source "source" Other "other");
words!(Standing:
    Happened "happened" Happening "happening" Planned "planned" Predicted "predicted" Possible "possible"
    Demanded "demanded" Conditional "conditional");
words!(SourceForm: Name "name" Nominal "nominal" Pronoun "pronoun" Group "group" Document "document");
words!(Channel:
    Interview "interview" Statement "statement" PressConference "pressConference" SocialPost "socialPost"
    Document "document" Court "court" Poll "poll" Outlet "outlet" NoComment "noComment" NoResponse "noResponse");
words!(Modality:
    Fact "fact" Prediction "prediction" Intention "intention" Demand "demand" Opinion "opinion"
    Question "question");
words!(FindingCode:
    NumberConflict "number-conflict" SumMismatch "sum-mismatch" PercentMismatch "percent-mismatch"
    UnitMismatch "unit-mismatch" ExpertsSay "experts-say"
    DateConflict "date-conflict" HeadlineMismatch "headline-mismatch" SpeakerDisagreement "speaker-disagreement"
    UnattributedClaim "unattributed-claim" AnonymousSource "anonymous-source" QuoteUnbalanced "quote-unbalanced"
    SingleSource "single-source" NameDrift "name-drift" AmbiguousName "ambiguous-name"
    PartGreaterThanWhole "part-greater-than-whole" LoadedArithmetic "loaded-arithmetic" MissingDate "missing-date");

/// OntoNotes' name for a figure: an age is a DATE there, a vote a CARDINAL.
pub fn figure_label(kind: figures::Kind) -> &'static str {
    use figures::Kind::*;
    match kind {
        Money => "MONEY",
        Percent | PercentagePoint => "PERCENT",
        Quantity => "QUANTITY",
        Ordinal | Rank => "ORDINAL",
        Age => "DATE",
        Count | Ratio | Score | Cardinal => "CARDINAL",
    }
}

/// OntoNotes' name for a time: what is shorter than a day is a TIME.
pub fn time_label(time: &times::Time) -> &'static str {
    match time.kind {
        times::Kind::Time => "TIME",
        times::Kind::Date => "DATE",
        _ if time.meaning.value.starts_with("PT") => "TIME",
        _ => "DATE",
    }
}

/// TIMEX3's type; it has none for a range, which goes by its value.
pub fn timex_type(time: &times::Time) -> &'static str {
    match time.kind {
        times::Kind::Date => "DATE",
        times::Kind::Time => "TIME",
        times::Kind::Duration => "DURATION",
        times::Kind::Set => "SET",
        times::Kind::Range if time.meaning.value.starts_with('P') => "DURATION",
        times::Kind::Range if time.meaning.value.contains('T') => "TIME",
        times::Kind::Range => "DATE",
    }
}

/// Whether a source is told by name, as a group, as a document, or not.
pub fn source_kind(source: &claims::Source) -> &'static str {
    match source.form {
        SourceForm::Group => "group",
        SourceForm::Document => "document",
        _ if source.anonymous => "unnamed",
        SourceForm::Name => "named",
        SourceForm::Nominal | SourceForm::Pronoun if source.entity.is_some() => "named",
        SourceForm::Nominal | SourceForm::Pronoun => "unnamed",
    }
}
