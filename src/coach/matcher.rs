//! Hears a text: its words, sentences and clauses, and which phrases are in it.

use super::phrase::{Phrase, PhrasePart};
use super::rules::CoachWords;

/// The most words a gap of a phrase takes.
const GAP: usize = 4;

/// The most words between a "not" and the word it takes back, where the whole clause would be too much.
const NEAR: usize = 2;

/// A text as it is heard.
pub(super) struct Matcher<'a> {
    rules: &'a CoachWords,
    folded: String,
    words: Vec<MatchedWord>,
}

struct MatchedWord {
    text: String,
    /// Begins with a capital letter.
    large: bool,
    sentence: usize,
    clause: usize,
    /// Part of a phrase that is never meant.
    spared: bool,
}

/// Small letters, and one form of the apostrophe.
pub(super) fn fold(text: &str) -> String {
    let straight = |c| match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{2032}' | '\u{FF07}' | '\u{00B4}' | '`' => '\'',
        c => c,
    };
    text.chars().map(straight).flat_map(char::to_lowercase).collect()
}

impl<'a> Matcher<'a> {
    pub(super) fn new(text: &str, rules: &'a CoachWords) -> Self {
        let mut heard = Matcher {
            rules,
            folded: fold(text),
            words: Vec::new(),
        };
        heard.add_text(text);
        heard.part_clauses();
        heard.remove_exempt();
        heard
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// One of these is here.
    pub(super) fn has(&self, phrases: &[Phrase]) -> bool {
        let sign =
            |phrase: &Phrase| matches!(&phrase.0[..], [PhrasePart::Sign(sign)] if self.folded.contains(sign.as_str()));
        phrases.iter().any(sign) || self.starts(phrases).next().is_some()
    }

    /// One of these is here, and nothing before it in its clause takes it back ("I will not follow you").
    pub(super) fn means(&self, phrases: &[Phrase]) -> bool {
        self.starts(phrases).any(|at| {
            let nays = self.count_between(&[&self.rules.nay], self.clause_start(at), at);
            nays.is_multiple_of(2)
        })
    }

    /// As [`means`](Self::means), where only a "not" close by takes it back ("you are not a ...").
    pub(super) fn has_label(&self, phrases: &[Phrase]) -> bool {
        self.starts(phrases).any(|at| {
            let near = at.saturating_sub(NEAR + 1).max(self.clause_start(at));
            self.count_between(&[&self.rules.nay], near, at) == 0
        })
    }

    /// One of `what` is here and is taken back: an odd number of words that refuse or end stand before it in its
    /// clause ("I will not call", but not "I will not stop calling").
    pub(super) fn withholds(&self, what: &[Phrase]) -> bool {
        self.starts(what).any(|at| {
            let lists = [&self.rules.nay[..], &self.rules.withdraw[..]];
            self.count_between(&lists, self.clause_start(at), at) % 2 == 1
        })
    }

    /// A sentence begins with one of these, or goes on with it after saying from when.
    pub(super) fn opens(&self, phrases: &[Phrase]) -> bool {
        self.starts(phrases).any(|at| self.is_opening(at))
    }

    fn is_opening(&self, at: usize) -> bool {
        let first = self.sentence_start(at);
        let dated = || {
            let clause = self.clause_start(at);
            clause == at
                && self.end_of_any(first, &self.rules.start).is_some()
                && self.words[at].clause == self.words[first].clause + 1
        };
        at == first || dated()
    }

    /// In how many clauses one of these begins.
    pub(super) fn clauses(&self, phrases: &[Phrase]) -> usize {
        let mut clauses: Vec<usize> = self.non_overlapping(phrases).map(|at| self.words[at].clause).collect();
        clauses.dedup();
        clauses.len()
    }

    /// In how many sentences one of these begins.
    pub(super) fn sentences(&self, phrases: &[Phrase]) -> usize {
        let mut sentences: Vec<usize> = self.starts(phrases).map(|at| self.words[at].sentence).collect();
        sentences.dedup();
        sentences.len()
    }

    /// Somebody else acts: a clause that is no condition begins with another person, or a name comes before the verb.
    pub(super) fn another_acts(&self) -> bool {
        let rules = self.rules;
        self.starts(&rules.acts).any(|verb| {
            let clause = self.clause_start(verb);
            let sentence = self.sentence_start(verb);
            let condition = self.end_of_any(clause, &rules.condition).is_some();
            let listed = self.end_of_any(clause, &rules.others) == Some(verb);
            let named = rules.names_begin_large
                && verb > sentence + 1
                && self.words[verb - 1].large
                && self.end_of_any(verb - 1, &rules.first_person).is_none();
            !condition && (listed || named)
        })
    }

    /// Where one of these begins.
    fn starts(&self, phrases: &[Phrase]) -> impl Iterator<Item = usize> {
        (0..self.words.len()).filter(move |at| self.end_of_any(*at, phrases).is_some())
    }

    /// Where one of these begins, but not inside another one.
    fn non_overlapping(&self, phrases: &[Phrase]) -> impl Iterator<Item = usize> {
        let mut free = 0;
        (0..self.words.len()).filter(move |at| {
            let end = self.end_of_any(*at, phrases).filter(|_| *at >= free);
            free = end.unwrap_or(free);
            end.is_some()
        })
    }

    /// How many of these begin in the words `from..to`; where two begin at one word, the longer counts.
    fn count_between(&self, lists: &[&[Phrase]], from: usize, to: usize) -> usize {
        let (mut at, mut count) = (from, 0);
        while at < to {
            let ends = lists.iter().filter_map(|list| self.end_of_any(at, list));
            match ends.max() {
                Some(end) => (at, count) = (end, count + 1),
                None => at += 1,
            }
        }
        count
    }

    /// Where the longest of these that begins at `at` ends.
    fn end_of_any(&self, at: usize, phrases: &[Phrase]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.end_of(at, at, &phrase.0)).max()
    }

    fn end_of(&self, begin: usize, at: usize, parts: &[PhrasePart]) -> Option<usize> {
        let Some((part, rest)) = parts.split_first() else {
            return Some(at);
        };
        if let PhrasePart::Gap = part {
            let clause = self.words[begin].clause;
            let within = |skip: &usize| {
                let taken = &self.words[at.min(self.words.len())..(at + skip).min(self.words.len())];
                taken.iter().all(|word| word.clause == clause)
            };
            let ends = (0..=GAP).take_while(within);
            return ends.filter_map(|skip| self.end_of(begin, at + skip, rest)).next();
        }
        let word = self.words.get(at)?;
        let fits = !word.spared && word.sentence == self.words[begin].sentence && part.fits(&word.text);
        fits.then(|| self.end_of(begin, at + 1, rest)).flatten()
    }

    fn clause_start(&self, at: usize) -> usize {
        let clause = self.words[at].clause;
        self.words.partition_point(|word| word.clause < clause)
    }

    fn sentence_start(&self, at: usize) -> usize {
        let sentence = self.words[at].sentence;
        self.words.partition_point(|word| word.sentence < sentence)
    }

    /// Parts the text into words, sentences and the clauses that its punctuation shows.
    fn add_text(&mut self, text: &str) {
        let (mut sentence, mut clause) = (0, 0);
        let mut word = String::new();
        let mut letters = text.chars().peekable();
        let mut before = ' ';
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied().unwrap_or(' ');
            let letter_of_word = letter.is_alphanumeric() || fold(&letter.to_string()) == "'";
            // A full stop inside a number or a short form ends nothing.
            let inside = letter == '.' && next.is_alphanumeric();
            if letter_of_word {
                word.push(letter);
            } else {
                self.add_word(&word, sentence, clause);
                word.clear();
                let lone = before.is_whitespace() && next.is_whitespace();
                match letter {
                    '.' | '!' | '?' | '\u{2026}' | '\n' if !inside => (sentence, clause) = (sentence + 1, clause + 1),
                    ',' | ';' | ':' | '(' | ')' | '"' | '\u{201C}' | '\u{201D}' | '\u{2013}' | '\u{2014}' => {
                        clause += 1
                    }
                    '-' if lone => clause += 1,
                    _ => {}
                }
            }
            before = letter;
        }
        self.add_word(&word, sentence, clause);
    }

    /// Keeps a word in its long form ("won't" is heard as "will not").
    fn add_word(&mut self, raw: &str, sentence: usize, clause: usize) {
        let large = raw.chars().next().is_some_and(char::is_uppercase);
        let small = fold(raw);
        let small = small.trim_matches('\'');
        let rules = self.rules;
        let ending = || {
            let mut endings = rules.endings.iter();
            endings.find_map(|(short, long)| small.strip_suffix(short.as_str()).map(|stem| format!("{stem} {long}")))
        };
        let long = rules.alike.get(small).cloned().or_else(ending);
        for text in long.as_deref().unwrap_or(small).split_whitespace() {
            self.words.push(MatchedWord {
                text: text.into(),
                large,
                sentence,
                clause,
                spared: false,
            });
        }
    }

    /// A new clause begins at the words that begin one.
    fn part_clauses(&mut self) {
        let breaks: Vec<usize> = self.starts(&self.rules.clause).collect();
        let (mut more, mut last) = (0, None);
        for at in 0..self.words.len() {
            let own = self.words[at].clause;
            more += usize::from(breaks.contains(&at) && last == Some(own));
            last = Some(own);
            self.words[at].clause = own + more;
        }
    }

    fn remove_exempt(&mut self) {
        let spared: Vec<(usize, usize)> = (0..self.words.len())
            .filter_map(|at| self.end_of_any(at, &self.rules.spare).map(|end| (at, end)))
            .collect();
        for (from, to) in spared {
            self.words[from..to].iter_mut().for_each(|word| word.spared = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::english;

    fn list(phrases: &[&str]) -> Vec<Phrase> {
        phrases
            .iter()
            .map(|p| Phrase::try_from(p.to_string()).unwrap())
            .collect()
    }

    fn has(text: &str, phrase: &str) -> bool {
        Matcher::new(text, &english()).has(&list(&[phrase]))
    }

    #[test]
    fn whole_words_are_heard_in_any_case_and_with_any_apostrophe() {
        assert!(has("I WON\u{2019}T go", "i will not"));
        assert!(has("I won't go", "will not go"));
        assert!(has("It is a check-up.", "check up"));
        assert!(has("\u{2018}You must\u{2019}", "you must"));
        assert!(!has("the musty room", "must"));
        assert!(!has("we were there", "we are"));
    }

    #[test]
    fn endings_alternatives_signs_and_gaps() {
        assert!(has("abusing", "abus*") && !has("disabuse", "abus*"));
        assert!(has("they go", "you|they go") && !has("he go", "you|they go"));
        assert!(has("Now?", "?") && !has("Now.", "?"));
        assert!(has("take all of your things away", "take .. away"));
        assert!(
            !has("take one two three four five away", "take .. away"),
            "too far apart"
        );
        assert!(!has("take it, or go away", "take .. away"), "another clause");
        assert!(!has("You go. Out with it", "go out"), "another sentence");
        assert!(
            has("at 9.30 tonight", "9 30 tonight"),
            "no sentence ends within a number"
        );
    }

    #[test]
    fn what_is_taken_back_in_its_clause_is_not_meant() {
        let rules = english();
        let means = |text: &str| Matcher::new(text, &rules).means(&list(&["follow you"]));
        assert!(means("I will follow you"));
        assert!(!means("I will not search your room or follow you"));
        assert!(means("I will not sleep, I will follow you"));
        assert!(means("If you do not stop I will follow you"));
        let labels = |text: &str| Matcher::new(text, &rules).has_label(&list(&["failing"]));
        assert!(!labels("This is not a moral failing"));
        assert!(labels("I do not want to think of it as failing"));
    }

    #[test]
    fn two_refusals_refuse_nothing() {
        let rules = english();
        let withholds = |text: &str| Matcher::new(text, &rules).withholds(&list(&["your medicine"]));
        assert!(withholds("I will not pay for your medicine"));
        assert!(withholds("I will take your medicine away"));
        assert!(!withholds("I will not take your medicine away"));
        assert!(!withholds("I will not give cash, and I will pay for your medicine"));
        assert!(!withholds("I will pay for your medicine"));
    }

    #[test]
    fn a_sentence_opens_after_its_date_too() {
        let rules = english();
        let opens = |text: &str| Matcher::new(text, &rules).opens(&list(&["unless you"]));
        assert!(opens("Unless you go, I leave.") && opens("I am sad. Unless you go, I leave."));
        assert!(opens("Starting Friday, unless you go, I leave."));
        assert!(!opens("I will come along, unless you would like to go alone."));
    }
}
