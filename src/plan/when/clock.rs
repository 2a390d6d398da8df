//! Reads a time of the day that a person typed. What could mean two times is not read: a phone that rings twelve hours
//! late is worse than one that does not.

use chrono::NaiveTime;

/// Words for times in one language, filled from its prompts. Capitals do not matter.
#[derive(Debug, Clone, Copy)]
pub struct TimeWords {
    /// After the hours of the morning: "am", "in the morning".
    pub morning: &'static [&'static str],
    /// After those from noon on: "pm", "in the evening".
    pub later: &'static [&'static str],
    /// "noon".
    pub noon: &'static [&'static str],
    /// Words before a time that add nothing: "at".
    pub fillers: &'static [&'static str],
}

/// A longer text is more than a time.
const MOST_BYTES: usize = 60;

/// The half of the day that was named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Later,
}

/// The time that `typed` names and nothing else with it, or `None`. Without "am" or "pm" an hour of one figure is not
/// read, for "7:30" is half past seven twice a day.
pub fn time_of_day(typed: &str, words: &TimeWords) -> Option<NaiveTime> {
    if typed.len() > MOST_BYTES {
        return None;
    }
    let lower = typed.to_lowercase();
    let mut said = lower.trim();
    for filler in words.fillers {
        said = said
            .strip_prefix(&filler.to_lowercase())
            .filter(|rest| rest.starts_with(char::is_whitespace))
            .map_or(said, str::trim_start);
    }
    let is = |names: &[&str]| names.iter().any(|name| name.to_lowercase() == said);
    if is(words.noon) {
        return NaiveTime::from_hms_opt(12, 0, 0);
    }
    let ends = |names: &[&str]| {
        let mut found = names.iter().filter_map(|name| said.strip_suffix(&name.to_lowercase()));
        found.find(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    };
    let (clock, half) = match (ends(words.morning), ends(words.later)) {
        (Some(clock), _) => (clock, Some(Half::Morning)),
        (_, Some(clock)) => (clock, Some(Half::Later)),
        _ => (said, None),
    };
    let (hour, minute) = figures(clock.trim_end(), half)?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Later) => hour % 12 + 12,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Hour and minute: "10:30", "10.30", and "10" where the half of the day is known.
fn figures(clock: &str, half: Option<Half>) -> Option<(u32, u32)> {
    let figure = |part: &str| {
        let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        short.then(|| part.parse::<u32>().ok()).flatten()
    };
    let Some((hour, minute)) = clock.split_once([':', '.']) else {
        return half.and(figure(clock)).map(|hour| (hour, 0));
    };
    let surely = half.is_some() || hour.len() == 2;
    (surely && minute.len() == 2)
        .then(|| Some((figure(hour)?, figure(minute)?)))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn english() -> TimeWords {
        let words: super::super::DateWords = include!(concat!(env!("OUT_DIR"), "/dates.rs"));
        words.time
    }

    #[test]
    fn a_time_is_read() {
        for (typed, hour, minute) in [
            ("10:30", 10, 30),
            ("10.30", 10, 30),
            ("07:15", 7, 15),
            ("19:00", 19, 0),
            ("00:05", 0, 5),
            ("7 pm", 19, 0),
            (" At 7PM ", 19, 0),
            ("7.30 p.m.", 19, 30),
            ("10 in the morning", 10, 0),
            ("3 in the afternoon", 15, 0),
            ("8 at night", 20, 0),
            ("12 am", 0, 0),
            ("12:10 pm", 12, 10),
            ("Noon", 12, 0),
        ] {
            let time = NaiveTime::from_hms_opt(hour, minute, 0);
            assert_eq!(time_of_day(typed, &english()), time, "{typed}");
        }
    }

    #[test]
    fn what_could_be_another_time_or_more_than_one_is_not() {
        let long = format!("{}7 pm", " ".repeat(MOST_BYTES));
        for typed in [
            "",
            "7",
            "10",
            "7:30",
            "9.00",
            "25:00",
            "10:60",
            "13 pm",
            "0 am",
            "19:00 pm",
            "10:3",
            "100:30",
            "pm",
            "10 - 11 am",
            "10:30 or 11",
            "after lunch",
            "late morning",
            "+7 pm",
            "10:30:00",
            "at",
            "noon or so",
            &long,
        ] {
            assert_eq!(time_of_day(typed, &english()), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(typed in any::<String>()) {
            let _ = time_of_day(&typed, &english());
        }
    }
}
