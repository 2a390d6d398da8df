//! How a help line is said: short on a card, whole in the list of `steadfast lines`.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use crate::words::{Words, fill};

use super::{HelpLine, Lines};

/// A check that is older than this many months says so.
const AGES: Months = Months::new(12);

impl Lines {
    /// Every line, a paragraph each, with its country and the date of its check.
    pub fn paragraphs(&self, words: &Words, today: NaiveDate) -> Vec<String> {
        let country = words.line_words.country.get(&self.country);
        let country = country.map_or(self.country.as_str(), String::as_str);
        self.line
            .iter()
            .map(|line| line.paragraph(country, words, today))
            .collect()
    }
}

impl HelpLine {
    /// What it is for, its name, how to reach it, and when.
    pub(super) fn say(&self, words: &Words) -> String {
        let when = self.when(words);
        let when = if when.is_empty() {
            String::new()
        } else {
            format!(" ({when})")
        };
        let check = self.check_first(words);
        format!("{}{when}.{check}", self.reach(words))
    }

    /// The same with everything that is known: other ways, languages, for whom, which country, when it was checked.
    fn paragraph(&self, country: &str, words: &Words, today: NaiveDate) -> String {
        let beside = &words.line_words;
        let mut said = vec![format!("{}.", self.reach(words))];
        for (sentence, key, value) in [
            (&beside.also, "number", &self.also),
            (&beside.tty, "number", &self.tty),
            (&beside.web, "address", &self.web),
            (&beside.email, "address", &self.email),
        ] {
            let value = value.iter().map(|value| fill(sentence, &[(key, value)]));
            said.extend(value.map(|way| format!("{}.", begun(&way))));
        }
        let listed = |codes: &[String], map: &BTreeMap<String, String>| -> String {
            let all: Vec<String> = codes.iter().map(|code| known(map, code)).collect();
            all.join("; ")
        };
        let languages: Vec<String> = self
            .languages
            .iter()
            .map(|code| known(&beside.language, code))
            .collect();
        for (sentence, key, value) in [
            (&beside.when, "when", self.when(words)),
            (&beside.in_languages, "languages", words.list(&languages)),
            (&beside.for_whom, "who", listed(&self.who, &beside.who)),
        ] {
            if !value.is_empty() {
                said.push(fill(sentence, &[(key, &value)]));
            }
        }
        said.push(fill(&beside.for_country, &[("country", country)]));
        said.push(self.checked(words, today));
        said.join(" ") + &self.check_first(words)
    }

    /// What it is for, its name and its numbers, without a full stop.
    fn reach(&self, words: &Words) -> String {
        let beside = &words.line_words;
        let mut ways = Vec::new();
        if let Some(number) = &self.number {
            ways.push(fill(&beside.call, &[("number", number)]));
        }
        match (&self.text, &self.keyword, &self.number) {
            (Some(text), Some(keyword), number) if !keyword.is_empty() => {
                let sentence = if number.is_some() {
                    &beside.or_text_word
                } else {
                    &beside.text_word_only
                };
                ways.push(fill(sentence, &[("keyword", keyword), ("number", text)]));
            }
            (Some(text), _, Some(_)) => ways.push(fill(&beside.or_text, &[("number", text)])),
            (Some(text), _, None) => match &self.send {
                Some(code) => ways.push(fill(&known(&beside.send, code), &[("number", text)])),
                None => ways.push(fill(&beside.text_only, &[("number", text)])),
            },
            (None, _, _) => {}
        }
        let service = if self.number.as_deref() == Some(&self.service) {
            String::new()
        } else {
            format!("{}, ", self.service)
        };
        format!("{}: {service}{}", known(&beside.name, &self.id), ways.join(" "))
    }

    fn when(&self, words: &Words) -> String {
        let beside = &words.line_words;
        let hours = self.hours.iter().map(|code| known(&beside.hours, code));
        let days = self.days.iter().map(|code| known(&beside.days, code));
        hours.chain(days).collect::<Vec<String>>().join(", ")
    }

    /// An emergency or suicide line: nobody is sent to check one first (visit 11).
    fn is_crisis(&self) -> bool {
        matches!(self.id.as_str(), "emergency" | "suicide" | "crisis")
    }

    /// "Check first", where the number is not verified (visit 11).
    fn check_first(&self, words: &Words) -> String {
        if self.confidence == "H" || self.is_crisis() {
            String::new()
        } else {
            format!(" {}", words.line_words.check_first)
        }
    }

    /// The date of the last check, or that there is none; more than a year ago says so.
    fn checked(&self, words: &Words, today: NaiveDate) -> String {
        let beside = &words.line_words;
        let Some(date) = self
            .last_checked
            .as_deref()
            .and_then(|date| date.parse::<NaiveDate>().ok())
        else {
            return beside.no_date.clone();
        };
        let mut said = fill(&beside.date_of_check, &[("date", &words.long_date(date))]);
        if date.checked_add_months(AGES).is_some_and(|aged| today > aged) {
            said = format!("{said} {}", beside.old);
            if !self.is_crisis() {
                said = format!("{said} {}", beside.old_check);
            }
        }
        said
    }
}

fn known(map: &BTreeMap<String, String>, code: &str) -> String {
    map.get(code).cloned().unwrap_or_else(|| code.into())
}

/// With a capital letter.
fn begun(said: &str) -> String {
    let mut letters = said.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::COUNTRIES;

    fn day(date: &str) -> NaiveDate {
        date.parse().unwrap()
    }

    fn line(id: &str, confidence: &str, checked: Option<&str>) -> HelpLine {
        HelpLine {
            id: id.into(),
            service: "Somebody".into(),
            number: Some("555-0100".into()),
            also: None,
            text: None,
            keyword: None,
            send: None,
            tty: None,
            web: None,
            email: None,
            who: vec!["crisis".into()],
            hours: Some("24/7".into()),
            days: None,
            languages: vec!["en".into()],
            sources: Vec::new(),
            confidence: confidence.into(),
            last_checked: checked.map(String::from),
        }
    }

    /// Which of "check first", "no date", "old" and "check it today" a line carries.
    fn marks(line: &HelpLine, today: &str) -> [bool; 4] {
        let words = Words::load("en", None).unwrap();
        let said = line.paragraph("the United States", &words, day(today));
        let beside = &words.line_words;
        assert!(
            said.contains("the United States") && said.contains("555-0100"),
            "{said}"
        );
        [&beside.check_first, &beside.no_date, &beside.old, &beside.old_check].map(|mark| said.contains(mark.as_str()))
    }

    #[test]
    fn r_32_a_line_says_when_it_was_checked() {
        let today = "2026-11-21";
        assert_eq!(marks(&line("family", "H", None), today), [false, true, false, false]);
        let fresh = line("family", "H", Some("2025-11-21"));
        assert_eq!(marks(&fresh, today), [false; 4]);
        let old = line("family", "H", Some("2025-11-20"));
        assert_eq!(marks(&old, today), [false, false, true, true]);
    }

    #[test]
    fn an_unverified_line_says_check_first_but_never_one_for_an_emergency_or_a_crisis() {
        for weak in ["M", "Hw"] {
            assert!(marks(&line("family", weak, None), "2026-11-21")[0]);
            for id in ["emergency", "suicide"] {
                let old = line(id, weak, Some("2020-01-01"));
                assert_eq!(marks(&old, "2026-11-21"), [false, false, true, false]);
            }
        }
    }

    #[test]
    fn every_code_of_every_country_has_its_words_and_every_date_is_one() {
        let words = Words::load("en", None).unwrap();
        let beside = &words.line_words;
        for (code, _) in COUNTRIES {
            let lines = words.lines(code);
            assert!(beside.country.contains_key(*code));
            assert_eq!(&lines.line[0].id, "emergency");
            assert_eq!(lines.paragraphs(&words, day("2026-11-21")).len(), lines.line.len());
            for line in &lines.line {
                assert!(beside.name.contains_key(&line.id), "{}", line.id);
                assert!(line.who.iter().all(|code| beside.who.contains_key(code)), "{}", line.id);
                assert!(line.languages.iter().all(|code| beside.language.contains_key(code)));
                assert!(line.hours.iter().all(|code| beside.hours.contains_key(code)));
                assert!(line.days.iter().all(|code| beside.days.contains_key(code)));
                assert!(line.send.iter().all(|code| beside.send.contains_key(code)));
                let dated = line.last_checked.as_deref();
                assert!(dated.is_none_or(|date| date.parse::<NaiveDate>().is_ok()));
                assert!(["H", "Hw", "M"].contains(&line.confidence.as_str()));
            }
        }
    }
}
