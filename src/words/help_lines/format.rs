//! How a help line is said: short on a card or a page, whole in the list of `steadfast lines`.

use chrono::{Months, NaiveDate};

use crate::words::fill::capitalize;
use crate::words::{Map, Words, fill_placeholders};

use super::{HelpLine, HelpLines, known};

/// What was read longer ago than this many months says so.
const AGES: Months = Months::new(12);

/// A line as it is on a page.
pub struct LineText {
    /// All that is said of it.
    pub words: String,
    /// The numbers in it that can be dialled.
    pub dial: Vec<String>,
}

impl LineText {
    fn words(words: &str) -> LineText {
        LineText {
            words: words.into(),
            dial: Vec::new(),
        }
    }
}

impl HelpLines {
    /// The lines of a kind that are sure, below what there is no line for. For an unlisted country a blank.
    pub fn line_texts(&self, id: &str, words: &Words) -> Vec<LineText> {
        let beside = &words.lines;
        if self.country.is_empty() {
            let emergency = [
                &beside.unlisted_none,
                &beside.unlisted_find,
                &beside.unlisted_write,
                &beside.unlisted_blank,
            ];
            return match id {
                "emergency" => emergency.map(|said| LineText::words(said)).into(),
                "suicide" => vec![LineText::words(beside.unlisted_crisis_blank)],
                _ => Vec::new(),
            };
        }
        let missing = self.missing(id, words);
        // The kind is named once above several, else with each.
        let named = missing.is_none();
        let lines = self.verified(id).map(|line| self.format_short(line, named, words));
        missing.iter().map(|said| LineText::words(said)).chain(lines).collect()
    }

    /// The same as sentences.
    pub fn sentences(&self, id: &str, words: &Words) -> Vec<String> {
        self.line_texts(id, words)
            .into_iter()
            .map(|shown| shown.words)
            .collect()
    }

    /// The lines of these kinds that are not sure. They stand apart, under the words "check this one first".
    pub fn unverified_texts(&self, ids: &[&str], words: &Words) -> Vec<LineText> {
        let unsure = ids
            .iter()
            .flat_map(|id| self.of_kind(id))
            .filter(|line| !line.is_verified());
        unsure.map(|line| self.format_short(line, true, words)).collect()
    }

    /// What is sure, a paragraph a line, and what there is no line for.
    pub fn paragraphs(&self, words: &Words) -> Vec<String> {
        let mut ids: Vec<&str> = Vec::new();
        let all = self.line.iter().map(|line| line.id).chain(self.without.iter().copied());
        for id in all {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let of = |id: &&str| {
            let lines = self.verified(id).map(|line| self.format_long(line, words));
            self.missing(id, words).into_iter().chain(lines).collect::<Vec<_>>()
        };
        ids.iter().flat_map(of).collect()
    }

    /// What is not sure, a paragraph a line.
    pub fn unverified_paragraphs(&self, words: &Words) -> Vec<String> {
        let unsure = self.line.iter().filter(|line| !line.is_verified());
        unsure.map(|line| self.format_long(line, words)).collect()
    }

    /// When all of this was last read, said once a page. Nothing for an unlisted country.
    pub fn last_checked(&self, words: &Words, today: NaiveDate) -> Option<String> {
        let beside = &words.lines;
        let read: NaiveDate = format!("{}-01", self.read).parse().ok()?;
        let said = words.write_date(beside.read, read);
        let aged = read.checked_add_months(AGES).is_some_and(|aged| today >= aged);
        Some(if aged { format!("{said} {}", beside.old) } else { said })
    }

    /// That there is no line of a kind, or none for everybody.
    fn missing(&self, id: &str, words: &Words) -> Option<String> {
        let beside = &words.lines;
        self.without.iter().find(|without| **without == id)?;
        let said = beside.without.get(self.country)?.get(id)?;
        Some(format!("{}: {said}", known(&beside.name, id)))
    }

    /// What it is for, its name, how to reach it, when, for whom if not for anybody, and who picks up.
    pub(super) fn format_short(&self, line: &HelpLine, named: bool, words: &Words) -> LineText {
        let beside = &words.lines;
        let when = line
            .hours
            .iter()
            .map(|code| format!(" ({})", known(&beside.hours, code)));
        let mut said = vec![format!(
            "{}{}.",
            self.format_contact(line, named, words),
            when.collect::<String>()
        )];
        // What has no number is found on the web.
        if line.number.is_none() && line.text.is_none() {
            said.extend(line.web.iter().map(|web| line.way(beside.web, "address", web)));
        }
        said.extend((!line.is_for_anyone()).then(|| line.whom(words)));
        said.extend(line.who_answers(words));
        LineText {
            words: said.join(" "),
            dial: line.number.map(String::from).into_iter().collect(),
        }
    }

    /// The same with everything that is known: other ways, languages, what it is about, one more thing.
    pub(super) fn format_long(&self, line: &HelpLine, words: &Words) -> String {
        let beside = &words.lines;
        let mut said = vec![format!("{}.", self.format_contact(line, true, words))];
        for (sentence, key, value) in [
            (&beside.also, "number", &line.also),
            (&beside.tty, "number", &line.tty),
            (&beside.web, "address", &line.web),
            (&beside.email, "address", &line.email),
        ] {
            said.extend(value.iter().map(|value| line.way(sentence, key, value)));
        }
        let listed = |codes: &[&str], map: &Map<&'static str>, between: &str| {
            codes
                .iter()
                .map(|code| known(map, code))
                .collect::<Vec<_>>()
                .join(between)
        };
        let when = line.hours.iter().map(|code| known(&beside.hours, code)).collect();
        let languages: Vec<String> = line
            .languages
            .iter()
            .map(|code| known(&beside.language, code))
            .collect();
        // The page names its country, and a place within it is beside the name.
        let wider = self.is_nationwide(line) && line.region != self.country;
        let wider = if wider { line.place(words) } else { String::new() };
        for (sentence, key, value) in [
            (&beside.when, "when", when),
            (&beside.in_languages, "languages", words.list(&languages)),
            (&beside.place_line, "place", wider),
        ] {
            said.extend((!value.is_empty()).then(|| fill_placeholders(sentence, &[(key, &value)])));
        }
        said.push(line.whom(words));
        let about = listed(line.about, &beside.about, "; ");
        said.extend((!about.is_empty()).then(|| fill_placeholders(beside.about_line, &[("what", &about)])));
        said.extend(line.who_answers(words));
        said.extend(line.more.iter().map(|code| known(&beside.more, code)));
        said.join(" ")
    }

    /// What it is for, its name and its numbers, without a full stop.
    fn format_contact(&self, line: &HelpLine, named: bool, words: &Words) -> String {
        let beside = &words.lines;
        let ways = line.ways(words).join(" ");
        let own = match line.number == Some(line.service) {
            true => ways,
            false if ways.is_empty() => line.service.into(),
            false => format!("{}, {ways}", line.service),
        };
        let (name, place) = (known(&beside.name, line.id), line.place(words));
        match (named, self.is_nationwide(line)) {
            (true, true) => format!("{name}: {own}"),
            (true, false) => {
                let name = fill_placeholders(beside.in_place, &[("name", &name), ("place", &place)]);
                format!("{name}: {own}")
            }
            (false, true) => capitalize(&own),
            (false, false) => capitalize(&fill_placeholders(
                beside.place_first,
                &[("place", &place), ("service", &own)],
            )),
        }
    }
}

impl HelpLine {
    /// How it is called and texted.
    fn ways(&self, words: &Words) -> Vec<String> {
        let beside = &words.lines;
        let call = self
            .number
            .iter()
            .map(|number| fill_placeholders(beside.call, &[("number", number)]));
        let keyword = self.keyword.unwrap_or_default();
        let text = self.text.iter().map(|text| {
            let sentence = match (keyword.is_empty(), self.number.is_some(), &self.send) {
                (false, true, _) => &beside.or_text_word,
                (false, false, _) => &beside.text_word_only,
                (true, true, _) => &beside.or_text,
                (true, false, Some(code)) => return fill_placeholders(&known(&beside.send, code), &[("number", text)]),
                (true, false, None) => &beside.text_only,
            };
            fill_placeholders(sentence, &[("keyword", keyword), ("number", text)])
        });
        call.chain(text).collect()
    }

    fn way(&self, sentence: &str, key: &str, value: &str) -> String {
        format!("{}.", capitalize(&fill_placeholders(sentence, &[(key, value)])))
    }

    /// "For women."
    fn whom(&self, words: &Words) -> String {
        let beside = &words.lines;
        let whom: Vec<String> = self.serves.iter().map(|code| known(&beside.whom, code)).collect();
        fill_placeholders(beside.for_whom, &[("who", &words.list(&whom))])
    }

    /// "A trained advocate answers."
    fn who_answers(&self, words: &Words) -> Option<String> {
        let who = known(&words.lines.who, self.answers.as_ref()?);
        Some(capitalize(&fill_placeholders(words.lines.answers, &[("who", &who)])))
    }
}
