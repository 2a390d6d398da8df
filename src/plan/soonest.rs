//! The soonest start of a place: a day, or the way in that needs none (evidence#call).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When somebody could start there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SoonestStart {
    /// From this day on.
    Day(NaiveDate),
    /// Whoever comes while they are open is seen.
    WalkIn,
    /// On the day of the call.
    SameDay,
    /// On any weekday.
    AnyWeekday,
    /// They would not say: an answer, and a sign.
    WouldNotSay,
}

use SoonestStart::*;

impl SoonestStart {
    /// Those without a day, each with its code in files and in the words.
    pub const CODES: [(SoonestStart, &'static str); 4] = [
        (WalkIn, "walk_in"),
        (SameDay, "same_day"),
        (AnyWeekday, "any_weekday"),
        (WouldNotSay, "would_not_say"),
    ];

    /// The day, where there is one.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Day(day) => Some(day),
            _ => None,
        }
    }

    /// False where they would not say.
    pub fn is_known(self) -> bool {
        self != WouldNotSay
    }

    /// The code of one without a day.
    pub fn code(self) -> Option<&'static str> {
        SoonestStart::CODES
            .iter()
            .find(|(start, _)| *start == self)
            .map(|(_, code)| *code)
    }
}

impl From<NaiveDate> for SoonestStart {
    fn from(day: NaiveDate) -> Self {
        Day(day)
    }
}

impl From<SoonestStart> for String {
    fn from(start: SoonestStart) -> String {
        match start {
            Day(day) => day.to_string(),
            other => other.code().unwrap_or_default().into(),
        }
    }
}

impl TryFrom<String> for SoonestStart {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let coded = SoonestStart::CODES.iter().find(|(_, code)| *code == text);
        coded.map_or_else(|| text.parse().map(Day), |(start, _)| Ok(*start))
    }
}
