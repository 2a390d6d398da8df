//! Statements and letters.

use crate::plan::{Answer, AnswerState, Statement, Text};

use super::free_text::{blames, event, harms, wording};
use super::matcher::Matcher;
use super::{BoundaryContext, CoachWords, Hint, boundary, hints_of};

/// The most events one statement tells.
const EVENTS: usize = 3;

/// The most words of a statement.
const WORDS: usize = 500;

/// What a part says: `None` was not asked yet and is owed nothing; an empty text was left open.
fn part(answer: &Answer<Text>) -> Option<&str> {
    match answer.state() {
        AnswerState::Unasked | AnswerState::Later => None,
        AnswerState::Left | AnswerState::Given => Some(answer.words()),
    }
}

/// What stands between the words of love: praise ("you always made me laugh") is at home in those.
fn middle(said: &Statement) -> impl Iterator<Item = &str> {
    let parts = [
        &said.illness,
        &said.events,
        &said.feeling,
        &said.understanding,
        &said.ask,
        &said.offer,
    ];
    parts.into_iter().filter_map(part)
}

/// All that is read out, in order; the boundary is on a page of its own.
fn read_out(said: &Statement) -> impl Iterator<Item = &str> {
    part(&said.love).into_iter().chain(middle(said)).chain(part(&said.hope))
}

/// What could be better in a statement (R-28; R-37 at what it tells; R-24 at its boundary). Without words there is no
/// hint.
pub fn statement(said: &Statement, rules: &CoachWords) -> Vec<Hint> {
    let mut found = Vec::new();
    for text in read_out(said) {
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
    for text in middle(said) {
        found.extend(blames(&Matcher::new(text, rules), rules));
    }
    let own = boundary(said.boundary.words(), BoundaryContext::default(), rules);
    found.extend(own.into_iter().map(|hint| (hint, true)));
    found.extend(whole(said, rules));
    hints_of(found)
}

/// What is owed by the statement as a whole.
fn whole(said: &Statement, rules: &CoachWords) -> [(Hint, bool); 4] {
    let words: usize = read_out(said).map(|text| text.split_whitespace().count()).sum();
    let without = |text: &str, phrases| !Matcher::new(text, rules).has(phrases);
    let lacks = |answer, phrases| words > 0 && part(answer).is_some_and(|text| without(text, phrases));
    let events = Matcher::new(said.events.words(), rules);
    let told = match events.clauses(&rules.event_day) {
        0 => events.sentences(&rules.event_seen),
        days => days,
    };
    [
        (Hint::NoLove, lacks(&said.love, &rules.love)),
        (Hint::NoAsk, lacks(&said.ask, &rules.ask)),
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

    fn typed(text: &str) -> Answer<Text> {
        Answer::Given(Text::new(text))
    }

    fn good() -> Statement {
        Statement {
            love: typed(LOVE),
            ask: typed(ASK),
            ..Statement::default()
        }
    }

    fn feeling(text: &str) -> Vec<Hint> {
        let parts = Statement {
            feeling: typed(text),
            ..good()
        };
        statement(&parts, &english())
    }

    fn events(text: &str) -> Vec<Hint> {
        let parts = Statement {
            events: typed(text),
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
        let parts = Statement {
            love: typed("I love how you always made me laugh. You never gave up."),
            hope: typed("You always made me proud."),
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
        let of = |love: Option<&str>, ask: Option<&str>| {
            let parts = Statement {
                love: love.map(typed).unwrap_or_default(),
                ask: ask.map(typed).unwrap_or_default(),
                feeling: typed("I felt sad."),
                ..Statement::default()
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
            let parts = Statement {
                boundary: typed(text),
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
        assert_eq!(statement(&kept, &english()), []);
    }

    #[test]
    fn a_part_that_was_not_asked_is_owed_nothing() {
        let mut kept = Statement {
            love: typed("Dear Robin, I love you."),
            ..Statement::default()
        };
        assert_eq!(statement(&kept, &english()), []);
        kept.ask = Answer::Left;
        assert_eq!(statement(&kept, &english()), [Hint::NoAsk]);
    }
}
