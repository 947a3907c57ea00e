//! What an expression says, before anything is worked out.
//!
//! "Tuesday" says a weekday and no more; which Tuesday is meant is for [`crate::link`] to find. So no
//! calendar date stands here unless the words state it.

use crate::numeral::Decimal;

/// What the words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The day, piece of the calendar, length or repetition.
    pub what: Expression,
    /// The tense of the verb that it goes with, where that decides what is meant.
    pub tense: Option<Tense>,
    /// "at 10 p.m."
    pub clock: Option<Clock>,
    /// "morning"
    pub part: Option<Part>,
    /// "early", "the end of".
    pub edge: Option<Edge>,
    /// How long the edge is: a week in "the last week of May", a half in "the first half of June".
    pub piece: Option<Unit>,
    /// "about", "more than".
    pub approx: Option<Approx>,
    /// "since", "until".
    pub bound: Option<Bound>,
}

impl Said {
    /// Nothing but `what`.
    pub fn new(what: Expression) -> Said {
        Said { what, tense: None, clock: None, part: None, edge: None, piece: None, approx: None, bound: None }
    }
}

/// The kernel of what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Fields of the calendar: "June 3, 2025", "Tuesday", "the third quarter", "the 1990s".
    Calendar(Calendar),
    /// A count of units away from a day: "yesterday", "last month", "three days ago", "that year".
    Shift(Shift),
    /// A length: "two years", "the past 12 months".
    Duration(Duration),
    /// Something that comes again: "every day", "twice a year", "Tuesdays".
    Repeated(Repeated),
    /// Past, present or future and no more: "recently", "now", "soon".
    Vague(Vague),
    /// From one to another: "from 2015 to 2019".
    Range(Box<Ends>),
    /// The time of day alone, with its clock or part in [`Said`].
    OfDay,
}

/// Fields of the calendar, those that are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The year, or a word for it.
    pub year: Option<Year>,
    /// What part of the year; none: the year itself.
    pub field: Option<Field>,
    /// The weekday that is said beside the date, or alone.
    pub weekday: Option<u8>,
    /// "last May", "this fall", "next Tuesday".
    pub which: Option<Which>,
    /// The year is a fiscal one.
    pub fiscal: bool,
    /// Of a date in figures that can be read in one order only: whether the day comes first.
    pub day_first: Option<bool>,
    /// The year of an event that is known by its day: "the Jan. 6 riot".
    pub event: Option<i16>,
}

/// A year as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// 1998; before Christ negative, 1 BC being 0.
    Full(i16),
    /// '98
    Short(u8),
    /// Years away from the reference date's: "June last year" is -1.
    Away(i8),
    /// That many years from the year in question: "the year-earlier quarter".
    Context(i8),
}

/// A part of the year, or a whole of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// 1 to 12.
    Month(u8),
    /// A day of a month.
    Day {
        /// The month, if said.
        month: Option<u8>,
        /// 1 to 31.
        day: u8,
    },
    /// Two numbers of which either may be the month: 04/05.
    Open(u8, u8),
    /// 1 to 4.
    Quarter(u8),
    /// The first or second half.
    Half(u8),
    /// A season.
    Season(Season),
    /// Ten years from this one on; without a century where `short`.
    Decade {
        /// 1990, or 90 where short.
        from: i16,
        /// "the nineties".
        short: bool,
    },
    /// The nth century after Christ, or before where negative.
    Century(i8),
    /// The week that holds a day: "the week of March 6".
    WeekOf {
        /// The month.
        month: u8,
        /// The day.
        day: u8,
    },
    /// An ISO week number.
    Week(u8),
    /// A day with a name, as an index into the list of holidays.
    Holiday(u16),
}

/// Words that pick one out of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words themselves")]
pub enum Which {
    This,
    Last,
    Next,
    That,
    Previous,
    Following,
    /// "on a Saturday": none in particular.
    Any,
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// TIMEX3's two letters.
    pub const fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A count of units away from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Which unit.
    pub unit: Unit,
    /// How many; none: some ("years ago").
    pub count: Option<i32>,
    /// Negative counts go back; with no count, which way.
    pub back: bool,
    /// Away from what.
    pub anchor: Anchor,
    /// "three days ago" counts from the day; "last month" is a month of the calendar.
    pub counted: bool,
    /// The year is a fiscal one.
    pub fiscal: bool,
}

/// What a shift is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The reference date.
    Reference,
    /// The time last spoken of.
    Context,
    /// Something that is no time: "two days after the vote". It stays open.
    Event,
}

/// A length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// "two years and three months": each amount with its unit.
    pub parts: Vec<(Amount, Unit)>,
    /// Where on the calendar it lies, if said.
    pub window: Option<Window>,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number.
    Exact(Decimal),
    /// "a few", "several", or a bare plural.
    Some,
}

/// Where a length lies on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// It ends at the reference date: "the past 12 months".
    Past,
    /// It begins there: "the next two weeks".
    Next,
    /// It opens a longer one: "the first nine months".
    First,
    /// It closes a longer one: "the last three months of 2023".
    Final,
}

/// What comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeated {
    /// Every so many units.
    Every {
        /// 2 in "every two weeks".
        count: u16,
        /// The unit.
        unit: Unit,
        /// 2 in "twice a year".
        times: Option<u16>,
    },
    /// Each day of this name; 0 is any day, with a part of the day in [`Said`].
    Weekday(u8),
    /// Each month of this name.
    Month(u8),
    /// Each season of this name.
    Season(Season),
}

/// No more than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Vague {
    Past,
    Present,
    Future,
}

/// The two ends of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// From and including.
    pub from: Said,
    /// To and including.
    pub to: Said,
}

/// A time of day on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// The minute, if said.
    pub minute: Option<u8>,
    /// The second, if said.
    pub second: Option<u8>,
    /// Whether it may be twelve hours later as well ("9 o'clock").
    pub open: bool,
    /// The zone, if said.
    pub zone: Option<Zone>,
}

/// A zone, as minutes east of UTC; none where the abbreviation does not tell (ET: standard or daylight).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Minutes.
    pub offset: Option<i16>,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    /// TIMEX3's two letters.
    pub const fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
            Part::Daytime => "DT",
        }
    }
}

/// A part of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// "early Tuesday"; TIMEX3's START.
    Early,
    /// "mid-June".
    Middle,
    /// "late last year".
    Late,
    /// "the start of the year".
    Start,
    /// "the end of the year".
    End,
    /// "earlier this year".
    Earlier,
    /// "later this year".
    Later,
}

/// Not exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Approx {
    About,
    LessThan,
    MoreThan,
    AtMost,
    AtLeast,
}

/// One end alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Bound {
    Since,
    After,
    Until,
    Before,
    By,
}

/// When the verb puts what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Tense {
    Past,
    Present,
    Future,
}
