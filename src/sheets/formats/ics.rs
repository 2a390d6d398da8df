//! The calendar as iCalendar (RFC 5545).
//!
//! The crate that writes it leaves CR, ESC and bidi characters in a value and escapes nothing where it knows no type,
//! so that a name could add a line of its own. Nothing reaches it here but through [`CalendarEvent`], and every text in an
//! entry is cleaned to one safe line first.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};
use uuid::Uuid;

use crate::plan::Exported;
use crate::text;

use crate::sheets::{CalendarEvent, EventTime};

/// Who made the file: programs ask for it, no calendar shows it.
const MAKER: &str = "-//Steadfast//Calendar//EN";

/// A longer text than any title or note is cut, in characters, so that a damaged plan cannot fill a phone.
const MOST: usize = 2_000;

/// Nobody says how long a meeting takes, and what takes no time is hard to see.
const LENGTH: TimeDelta = TimeDelta::hours(1);

/// The calendar, with CRLF at the end of each line. The same happenings and marks give the same bytes.
///
/// There is no `METHOD`, so that DTSTAMP is the day of the last revision; phones compare SEQUENCE before it.
pub fn ics(happenings: &[CalendarEvent], marks: &Exported, alarm: bool) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", MAKER));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    let mut known = Vec::new();
    for happening in happenings {
        let uid = uid(happening, marks, &mut known);
        calendar.extend(entry(happening, marks).map(|entry| entry.known_by(uid).0));
    }
    let drawn = calendar.to_string();
    folded(&if alarm { with_alarms(&drawn) } else { drawn })
}

/// Six hours before midnight, in minutes: the evening before rings at six.
const EVENING: u32 = 6 * 60;

/// Each event with an alarm that says no more than its title. Written by hand: the crate gives an alarm the clock's own
/// moment and a random id. The value of a title is escaped already, and on one line once it is unfolded.
fn with_alarms(drawn: &str) -> String {
    let (mut out, mut title, mut before) = (Vec::new(), "", EVENING);
    let whole = drawn.replace("\r\n ", "");
    for line in whole.lines() {
        match line.split_once(':') {
            Some(("BEGIN", "VEVENT")) => before = EVENING,
            Some(("SUMMARY", value)) => title = value,
            Some(("DTSTART", start)) => before = EVENING + minutes(start),
            Some(("END", "VEVENT")) => out.extend([
                "BEGIN:VALARM".to_string(),
                "ACTION:DISPLAY".into(),
                format!("DESCRIPTION:{title}"),
                format!("TRIGGER:-PT{before}M"),
                "END:VALARM".into(),
            ]),
            _ => {}
        }
        out.push(line.into());
    }
    out.join("\r\n")
}

/// The minutes since midnight of a start with a time: `20261212T100000`.
fn minutes(start: &str) -> u32 {
    let part = |at: usize| {
        start
            .get(at..at + 2)
            .and_then(|two| two.parse::<u32>().ok())
            .unwrap_or(0)
    };
    part(9) * 60 + part(11)
}

/// The longest line in octets, without its break (RFC 5545, 3.1).
const OCTETS: usize = 75;

/// Folded anew: the crate counts the blank at the head of a folded line to none, so that its last one can be too long.
/// No text has a line break of its own left, so that what is unfolded here is what the crate folded.
pub(super) fn folded(drawn: &str) -> String {
    let mut out = String::with_capacity(drawn.len());
    for line in drawn.replace("\r\n ", "").lines() {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > OCTETS {
                out.push_str("\r\n ");
                octets = 1;
            }
            out.push(letter);
            octets += letter.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

/// Worked out from the plan's random id, so that it says neither what it is about nor whose it is. Two items that a
/// file gives the same id are still two.
fn uid(happening: &CalendarEvent, marks: &Exported, known: &mut Vec<Uuid>) -> Uuid {
    let plan = marks.id.unwrap_or_default();
    let mut uid = Uuid::new_v5(&plan, happening.item.as_bytes());
    while known.contains(&uid) {
        uid = Uuid::new_v5(&plan, uid.as_bytes());
    }
    known.push(uid);
    uid
}

fn entry(happening: &CalendarEvent, marks: &Exported) -> Option<EventDraft> {
    let mut entry = EventDraft::default().stamped(marks).at(&happening.when)?;
    entry = entry.with_text("SUMMARY", &happening.title);
    for (key, text) in [("DESCRIPTION", &happening.note), ("LOCATION", &happening.place)] {
        if !text.is_empty() {
            entry = entry.with_text(key, text);
        }
    }
    Some(entry)
}

/// One event. It takes cleaned texts, dates and numbers, and nothing else.
#[derive(Default)]
struct EventDraft(Event);

impl EventDraft {
    fn stamped(mut self, marks: &Exported) -> Self {
        let day = marks.on.unwrap_or_default();
        self.0.class(Class::Private);
        self.0.sequence(marks.revision);
        self.0.timestamp(day.and_time(NaiveTime::MIN).and_utc());
        self
    }

    fn known_by(mut self, uid: Uuid) -> Self {
        self.0.uid(&uid.to_string());
        self
    }

    /// A time is local and floating: ten in the morning stays that, whatever the clocks do. What takes the whole day
    /// keeps nobody busy. `None` for a day that the format cannot write.
    fn at(mut self, when: &EventTime) -> Option<Self> {
        let writable = |day: &NaiveDate| (1..=9998).contains(&chrono::Datelike::year(day));
        let day = Some(when.day).filter(writable)?;
        match when.time {
            Some(time) => {
                let start = day.and_time(time);
                self.0.starts(start).ends(start + LENGTH);
            }
            None => {
                self.0.starts(day).ends(day + Days::new(1));
                self.0.add_property("TRANSP", "TRANSPARENT");
            }
        }
        Some(self)
    }

    /// A text property that the crate knows as one, and so escapes.
    fn with_text(mut self, key: &'static str, raw: &str) -> Self {
        let clean: String = text::sanitize_line(raw).chars().take(MOST).collect();
        self.0.add_property(key, clean.trim_end());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Exported {
        Exported {
            id: Some(Uuid::from_u128(7)),
            revision: 3,
            on: NaiveDate::from_ymd_opt(2026, 11, 21),
            held: None,
        }
    }

    fn happening(item: &str, title: &str) -> CalendarEvent {
        CalendarEvent {
            item: item.into(),
            when: EventTime {
                day: NaiveDate::from_ymd_opt(2027, 3, 14).unwrap(),
                time: None,
            },
            title: title.into(),
            place: String::new(),
            note: String::new(),
            people: None,
        }
    }

    /// The lines, with those that were folded put together again.
    fn lines(happenings: &[CalendarEvent]) -> Vec<String> {
        let drawn = ics(happenings, &marks(), false);
        assert!(drawn.split("\r\n").all(|line| line.len() <= 75));
        assert!(!drawn.replace("\r\n", "").contains(char::is_control));
        let whole = drawn.replace("\r\n ", "");
        whole.lines().map(String::from).collect()
    }

    #[test]
    fn an_event_has_these_lines_and_no_other() {
        let uid = Uuid::new_v5(&Uuid::from_u128(7), b"a");
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Steadfast//Calendar//EN",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "CLASS:PRIVATE",
            "DTEND;VALUE=DATE:20270315",
            "DTSTAMP:20261121T000000Z",
            "DTSTART;VALUE=DATE:20270314",
            "SEQUENCE:3",
            "SUMMARY:To do",
            "TRANSP:TRANSPARENT",
            &format!("UID:{uid}"),
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(lines(&[happening("a", "To do")]), expected);
    }

    #[test]
    fn a_time_floats() {
        let mut late = happening("a", "x");
        late.when.time = NaiveTime::from_hms_opt(23, 30, 0);
        let lines = lines(&[late]);
        assert!(lines.contains(&"DTSTART:20270314T233000".into()) && lines.contains(&"DTEND:20270315T003000".into()));
        assert!(!lines.iter().any(|line| line.starts_with("TRANSP")));
    }

    #[test]
    fn an_alarm_rings_at_six_the_evening_before_whatever_the_hour_and_says_the_title() {
        let mut late = happening("a", "a; b, c");
        let rings = |event: &CalendarEvent| ics(std::slice::from_ref(event), &marks(), true).replace("\r\n ", "");
        let drawn = rings(&late);
        assert!(drawn.contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:a\\; b\\, c\r\nTRIGGER:-PT360M\r\n"));
        late.when.time = NaiveTime::from_hms_opt(10, 30, 0);
        assert!(
            rings(&late).contains("TRIGGER:-PT990M\r\nEND:VALARM\r\nEND:VEVENT"),
            "{}",
            rings(&late)
        );
        late.title = "a\r\nTRIGGER:PT0M".into();
        assert_eq!(rings(&late).matches("\r\nTRIGGER").count(), 1);
    }

    #[test]
    fn what_was_typed_adds_no_line() {
        let plain = lines(&[happening("a", "x")]).len();
        let long = format!("👩\u{200D}👩\u{200D}👧 {}", "é, ".repeat(300));
        for raw in [
            "a\r\nATTENDEE:mailto:x@example.org",
            "a\rATTENDEE:mailto:x@example.org",
            "a\nBEGIN:VALARM",
            "a\u{85}X-A:1\u{2028}X-B:1\u{2029}X-C:1\u{B}X-D:1\u{C}X-E:1",
            "\u{1B}[31m\u{202E}b\"; \\, c\\",
            &long,
        ] {
            let mut one = happening("a\r\nATTENDEE:x", raw);
            (one.note, one.place) = (raw.into(), raw.into());
            assert_eq!(lines(&[one]).len(), plain + 2, "{raw:?}");
        }
    }

    #[test]
    fn no_line_is_too_long_and_none_loses_a_letter() {
        for length in 0..320 {
            for letter in ["a", "é", "漢", "👧", " b"] {
                let title = letter.repeat(length);
                let said = lines(&[happening("a", &title)]);
                assert!(said.contains(&format!("SUMMARY:{}", title.trim())), "{length} {letter}");
            }
        }
    }

    #[test]
    fn the_same_id_twice_gives_two_uids_and_both_stay() {
        let two = [happening("a", "x"), happening("a", "y")];
        let uids = |of: &[CalendarEvent]| {
            let found = lines(of).into_iter().filter(|line| line.starts_with("UID:"));
            found.collect::<Vec<_>>()
        };
        assert_ne!(uids(&two)[0], uids(&two)[1]);
        assert_eq!(uids(&two), uids(&two));
    }

    #[test]
    fn a_day_that_cannot_be_written_is_left_out() {
        for day in [NaiveDate::MAX, NaiveDate::MIN] {
            let mut far = happening("a", "x");
            far.when.day = day;
            assert_eq!(lines(&[far]).len(), 5);
        }
    }
}
