//! Says, kindly, what could be worded better, by rules it is handed.
//!
//! Here lives what is heard in the words a family writes: boundaries, statements, answers, invitations, events. Every
//! hint is a fact; it never stops anybody, because these are their words. Not here: any language (the lists
//! of words come from outside as [`CoachWords`]), any sentence, and when a hint is given.

mod banned_words;
mod boundary;
mod free_text;
mod matcher;
mod phrase;
mod rules;
mod statement;

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

pub use banned_words::BannedWords;
pub use boundary::{BoundaryContext, TakenAway, boundary, what_stays};
pub use free_text::{event, invitation, objection, wording};
pub use phrase::Phrase;
pub use rules::{CoachWords, Stigma};
pub use statement::statement;

use crate::plan::codes;

codes! {
/// What could be worded better, the most important first: first what could cost a life or a freedom, then what could
/// cost trust, then what makes a good sentence.
Hint {
    /// Takes back emergency help, naloxone, food for a child, medicine, a ride to treatment or the phone line (R-24,
    ///
    VitalHelp = "vital_help",
    /// Takes the home, food or care of somebody under 18 away.
    Minor = "minor",
    /// Ends somebody's housing.
    Housing = "housing",
    /// Locking in, blocking a door, a forced test, taking a phone, a paid escort (design#coach, R-25).
    Force = "force",
    /// Searching, following, tracking (design#coach).
    Watching = "watching",
    /// Selling, buying, dealers, theft, crimes.
    Crime = "crime",
    /// Tells what another person keeps private.
    Secret = "secret",
    /// Takes back love.
    LoveWithdrawn = "love_withdrawn",
    /// Is heard as a threat.
    Threat = "threat",
    /// Uses guilt or shame to move somebody.
    Guilt = "guilt",
    /// An invitation that is not true in every word (design#coach).
    NotTrue = "not_true",
    /// Tells the person what to do.
    Control = "control",
    /// Swearing and calling names.
    Swearing = "swearing",
    /// Somebody else would have to carry it out.
    ByAnother = "by_another",
    /// Says nothing that I do.
    NoFirstPerson = "no_first_person",
    /// "You made me".
    MadeMe = "made_me",
    /// "You always", "you never".
    YouAlways = "you_always",
    /// A comparison with somebody who died.
    Compared = "compared",
    /// "Promise me".
    Promise = "promise",
    /// Heard from others, not seen.
    Hearsay = "hearsay",
    /// "We" in place of "I".
    WeForI = "we_for_i",
    /// For ever, and no day to look at it again.
    Absolute = "absolute",
    /// Does not say from when.
    NoStart = "no_start",
    /// Does not say what stays.
    NoStays = "no_stays",
    /// No love in the first part.
    NoLove = "no_love",
    /// Asks for nothing.
    NoAsk = "no_ask",
    /// More than three events.
    ManyEvents = "many_events",
    /// More than 500 words.
    TooLong = "too_long",
    /// A word that is heard as a label (design#words; R-31 names what is spared).
    Wording = "wording",
}
}

codes! {
/// Whether a boundary will hold (R-24: I can do it alone, and keep it for months).
Firmness {
    /// It holds.
    Firm = "firm",
    /// It may not hold: it stays off the page for the day unless the family says otherwise.
    Shaky = "shaky",
    /// It will not hold yet.
    NotReady = "not_ready",
}
}

/// The follow-through test: would I keep to it in the middle of the `night`, when there are
/// `tears`, when `leaving` is threatened? Three times yes is firm, twice is shaky.
pub fn firmness(night: bool, tears: bool, leaving: bool) -> Firmness {
    match [night, tears, leaving].into_iter().filter(|yes| *yes).count() {
        3 => Firmness::Firm,
        2 => Firmness::Shaky,
        _ => Firmness::NotReady,
    }
}

/// What was told in this visit, so that nobody hears the same hint twice for the same words.
#[derive(Clone, Default, Debug)]
pub struct HintsGiven(BTreeSet<(u64, Hint)>);

impl HintsGiven {
    /// The first of `hints` that was not yet told for `text`; from now on it counts as told. Case, blank space and the
    /// form of an apostrophe make no other words of it.
    pub fn first_new(&mut self, hints: &[Hint], text: &str) -> Option<Hint> {
        let mut hasher = DefaultHasher::new();
        for word in matcher::fold(text).split_whitespace() {
            word.hash(&mut hasher);
        }
        let words = hasher.finish();
        hints.iter().copied().find(|hint| self.0.insert((words, *hint)))
    }
}

/// The hints whose condition holds, the most important first, each once.
fn hints_of(heard: impl IntoIterator<Item = (Hint, bool)>) -> Vec<Hint> {
    let holding = heard.into_iter().filter(|(_, holds)| *holds);
    let sorted: BTreeSet<Hint> = holding.map(|(hint, _)| hint).collect();
    sorted.into_iter().collect()
}

/// The English rules, for tests.
#[cfg(test)]
pub(crate) fn english() -> CoachWords {
    let file: toml::Table = toml::from_str(include_str!("../../prompts/en/coach.toml")).unwrap();
    file["rules"].clone().try_into().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_times_yes_is_firm_and_twice_is_shaky() {
        assert_eq!(firmness(true, true, true), Firmness::Firm);
        for (night, tears, leaving) in [(false, true, true), (true, false, true), (true, true, false)] {
            assert_eq!(firmness(night, tears, leaving), Firmness::Shaky);
        }
        for (night, tears, leaving) in [(true, false, false), (false, true, false), (false, false, true)] {
            assert_eq!(firmness(night, tears, leaving), Firmness::NotReady);
        }
        assert_eq!(firmness(false, false, false), Firmness::NotReady);
    }

    #[test]
    fn the_same_hint_is_told_once_for_the_same_words_and_the_next_one_follows() {
        let mut told = HintsGiven::default();
        let hints = [Hint::Threat, Hint::NoStart];
        assert_eq!(told.first_new(&hints, "I\u{2019}m done."), Some(Hint::Threat));
        assert_eq!(told.first_new(&hints, "i'm  done."), Some(Hint::NoStart));
        assert_eq!(told.first_new(&hints, "I'm done."), None);
        assert_eq!(told.first_new(&hints, "I am done."), Some(Hint::Threat));
        assert_eq!(told.first_new(&[], "I am done."), None);
    }

    #[test]
    fn the_most_important_hint_comes_first_and_each_once() {
        let heard = [
            (Hint::Wording, true),
            (Hint::Threat, true),
            (Hint::VitalHelp, false),
            (Hint::Threat, true),
            (Hint::Force, true),
        ];
        assert_eq!(hints_of(heard), [Hint::Force, Hint::Threat, Hint::Wording]);
    }
}
