//! Statements and letters.

use crate::plan::{Answer, AnswerState, Statement, Text};

use super::free_text::{blames, event, harms, wording};
use super::matcher::Matcher;
use super::{BoundaryContext, CoachWords, Hint, boundary, hints_of};

/// The most events one statement tells.
const EVENTS: usize = 3;

/// The most words of a statement.
const WORDS: usize = 500;

/// The nine parts of a statement (evidence#words). `None` was not asked yet and is owed nothing; an empty text was left
/// open. There is no `Debug`: nothing of a plan may reach a log.
#[derive(Clone, Copy, Default)]
#[allow(missing_docs)]
pub struct StatementParts<'a> {
    pub love: Option<&'a str>,
    pub illness: Option<&'a str>,
    pub events: Option<&'a str>,
    pub feeling: Option<&'a str>,
    pub understanding: Option<&'a str>,
    pub ask: Option<&'a str>,
    pub offer: Option<&'a str>,
    pub boundary: Option<&'a str>,
    pub hope: Option<&'a str>,
}

impl<'a> From<&'a Statement> for StatementParts<'a> {
    fn from(statement: &'a Statement) -> Self {
        let part = |answer: &'a Answer<Text>| match answer.state() {
            AnswerState::Unasked | AnswerState::Later => None,
            AnswerState::Left | AnswerState::Given => Some(answer.words()),
        };
        StatementParts {
            love: part(&statement.love),
            illness: part(&statement.illness),
            events: part(&statement.events),
            feeling: part(&statement.feeling),
            understanding: part(&statement.understanding),
            ask: part(&statement.ask),
            offer: part(&statement.offer),
            boundary: part(&statement.boundary),
            hope: part(&statement.hope),
        }
    }
}

impl<'a> StatementParts<'a> {
    /// All that is read out, in order; the boundary is on a page of its own.
    fn read_out(&self) -> impl Iterator<Item = &'a str> {
        [self.love]
            .into_iter()
            .chain(self.middle())
            .chain([self.hope])
            .flatten()
    }

    /// What stands between the words of love: praise ("you always made me laugh") is at home in those.
    fn middle(&self) -> [Option<&'a str>; 6] {
        [
            self.illness,
            self.events,
            self.feeling,
            self.understanding,
            self.ask,
            self.offer,
        ]
    }
}

/// What could be better in a statement (R-28; R-37 at what it tells; R-24 at its boundary). Without words there is no
/// hint.
pub fn statement(parts: &StatementParts, rules: &CoachWords) -> Vec<Hint> {
    let mut found = Vec::new();
    for text in parts.read_out() {
        let heard = Matcher::new(text, rules);
        found.extend(harms(&heard, rules));
        found.extend([
            (Hint::Secret, heard.means(&rules.secret)),
            (Hint::Hearsay, heard.means(&rules.hearsay)),
            (Hint::WeForI, heard.has(&rules.we_for_i)),
            (Hint::Wording, wording(text, rules).is_some()),
        ]);
        found.extend(event(text, rules).into_iter().map(|hint| (hint, true)));
    }
    for text in parts.middle().into_iter().flatten() {
        found.extend(blames(&Matcher::new(text, rules), rules));
    }
    let own = parts.boundary.unwrap_or_default();
    found.extend(
        boundary(own, BoundaryContext::default(), rules)
            .into_iter()
            .map(|hint| (hint, true)),
    );
    found.extend(whole(parts, rules));
    hints_of(found)
}

/// What is owed by the statement as a whole.
fn whole(parts: &StatementParts, rules: &CoachWords) -> [(Hint, bool); 4] {
    let words: usize = parts.read_out().map(|text| text.split_whitespace().count()).sum();
    let lacks =
        |part: Option<&str>, phrases| words > 0 && part.is_some_and(|text| !Matcher::new(text, rules).has(phrases));
    let events = Matcher::new(parts.events.unwrap_or_default(), rules);
    let told = match events.clauses(&rules.event_day) {
        0 => events.sentences(&rules.event_seen),
        days => days,
    };
    [
        (Hint::NoLove, lacks(parts.love, &rules.love)),
        (Hint::NoAsk, lacks(parts.ask, &rules.ask)),
        (Hint::ManyEvents, told > EVENTS),
        (Hint::TooLong, words > WORDS),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::english;

    const LOVE: &str = "I love you.";
    const ASK: &str = "Will you go with me today?";

    fn good<'a>() -> StatementParts<'a> {
        StatementParts {
            love: Some(LOVE),
            ask: Some(ASK),
            ..StatementParts::default()
        }
    }

    fn feeling(text: &str) -> Vec<Hint> {
        let parts = StatementParts {
            feeling: Some(text),
            ..good()
        };
        statement(&parts, &english())
    }

    fn events(text: &str) -> Vec<Hint> {
        let parts = StatementParts {
            events: Some(text),
            ..good()
        };
        statement(&parts, &english())
    }

    // Holds R-28 (speaks)
    #[test]
    fn it_blames_nobody() {
        for (text, hint) in [
            ("You always lie.", Hint::YouAlways),
            ("You\u{2019}re never here.", Hint::YouAlways),
            ("You made me cry.", Hint::MadeMe),
            ("I cannot live with a junkie.", Hint::Wording),
            ("We are all worried.", Hint::WeForI),
            ("I heard that you used again.", Hint::Hearsay),
            ("Your sister told me about it.", Hint::Hearsay),
            ("This is fucking hard.", Hint::Swearing),
            ("This is your last chance.", Hint::Threat),
            ("Promise me that you stop.", Hint::Promise),
            ("You will end up like my brother.", Hint::Compared),
            ("I know it from her affair.", Hint::Secret),
            ("You sold my ring.", Hint::Crime),
            ("I searched your room.", Hint::Watching),
        ] {
            assert_eq!(feeling(text), [hint], "{text}");
        }
        for text in [
            "I felt scared, and I sat with you until you could stand.",
            "I heard you cry at night, and you told me you were tired.",
            "I was so afraid that I would never see you again.",
            "You do not have to promise me anything.",
            "If you don't want to go today, I understand.",
            "You could not get out of bed.",
            "It is not your fault. You can always call me, and I will never let you go.",
        ] {
            assert_eq!(feeling(text), [], "{text}");
        }
    }

    // Holds R-28 (silent)
    #[test]
    fn praise_is_no_blame() {
        let parts = StatementParts {
            love: Some("I love how you always made me laugh. You never gave up."),
            hope: Some("You always made me proud."),
            ..good()
        };
        assert_eq!(statement(&parts, &english()), []);
    }

    // Holds R-28 (speaks)
    #[test]
    fn more_than_three_events_are_too_many() {
        let three = "On May 4, I saw you fall. On June 1, I found you asleep. Last Friday, I saw you cry.";
        assert_eq!(events(three), []);
        assert_eq!(
            events("One night in May, I found you. I saw you fall. I heard you cry. I saw you sleep."),
            []
        );
        assert_eq!(
            events("On Saturday, May 4, I saw you. On Sunday, June 2, I saw you."),
            []
        );
        assert_eq!(
            events(&format!("{three} On Sunday you did not wake.")),
            [Hint::ManyEvents]
        );
        assert_eq!(events("I saw a. I saw b. I found c. I watched d."), [Hint::ManyEvents]);
    }

    // Holds R-28 (speaks)
    #[test]
    fn love_comes_first_and_something_is_asked() {
        let rules = english();
        let of = |love, ask| {
            let parts = StatementParts {
                love,
                ask,
                feeling: Some("I felt sad."),
                ..StatementParts::default()
            };
            statement(&parts, &rules)
        };
        assert_eq!(of(Some("You are tall."), Some(ASK)), [Hint::NoLove]);
        assert_eq!(of(Some(LOVE), Some("There is a clinic.")), [Hint::NoAsk]);
        assert_eq!(of(Some(""), Some("")), [Hint::NoLove, Hint::NoAsk]);
        assert_eq!(of(Some("Thank you for the boat."), Some("Please come with me.")), []);
        assert_eq!(of(None, None), [], "not asked yet");
    }

    // Holds R-28 (speaks)
    #[test]
    fn over_five_hundred_words_are_too_many() {
        // The words of love and of the ask are nine.
        let long = |n| vec!["tired"; n].join(" ");
        assert_eq!(feeling(&long(491)), []);
        assert_eq!(feeling(&long(492)), [Hint::TooLong]);
    }

    #[test]
    fn its_boundary_is_heard_as_one() {
        let rules = english();
        let with = |text| {
            let parts = StatementParts {
                boundary: Some(text),
                ..good()
            };
            statement(&parts, &rules)
        };
        assert_eq!(with("I will not give cash."), [Hint::NoStart]);
        assert_eq!(with("Starting today, I will not give cash. I will still buy food."), []);
    }

    // Holds R-28 (silent)
    #[test]
    fn nothing_written_is_no_fault() {
        let kept = Statement {
            love: Answer::Left,
            ..Statement::default()
        };
        assert_eq!(statement(&StatementParts::from(&kept), &english()), []);
    }

    #[test]
    fn a_part_that_was_not_asked_is_owed_nothing() {
        let mut kept = Statement {
            love: Answer::Given(Text::new("Dear Robin, I love you.")),
            ..Statement::default()
        };
        assert_eq!(statement(&StatementParts::from(&kept), &english()), []);
        kept.ask = Answer::Left;
        assert_eq!(statement(&StatementParts::from(&kept), &english()), [Hint::NoAsk]);
    }
}
