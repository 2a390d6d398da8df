//! The danger question, as it is answered in fear: a sentence typed letter by letter.

use std::time::Duration;

use super::hands::ENTER;
use super::harness::{Home, Session};
use super::prompts::sentence;

/// What somebody types, and the card it opens.
const TYPED: [(&str, &str); 8] = [
    ("my son wont wake up", "overdose"),
    ("he's blue and not breathing right", "overdose"),
    ("i want to die", "suicide"),
    ("yes he hit me once", "violence"),
    ("im scared he has a gun", "violence"),
    ("911", "all"),
    ("help", "all"),
    ("no he is asleep", "all"),
];

/// The title of a card, with the numbers of the country.
pub fn title(card: &str) -> String {
    let title = sentence(&format!("danger.card.{card}.title"));
    let title = title.replace("{suicide}", "988").replace("{emergency}", "911");
    assert!(title.contains("911"));
    title
}

#[test]
fn a_sentence_typed_letter_by_letter_opens_its_card_with_the_number_in_its_title() {
    for (rows, columns) in [(24, 80), (12, 40)] {
        for (typed, card) in TYPED {
            let home = Home::new();
            let Some(mut it) = Session::start(&home, rows, columns) else {
                return;
            };
            it.until("danger");
            for letter in typed.chars() {
                it.press(&letter.to_string());
                // A letter after which nothing else is said draws nothing.
                it.wait_for("a moment", Duration::from_millis(20), |view| view.raw.then_some(()));
            }
            it.press(ENTER);
            it.sees(&title(card));
        }
    }
}

#[test]
fn a_line_at_a_time_the_sentence_opens_its_card() {
    for (typed, card) in TYPED {
        let home = Home::new();
        let Some(mut it) = Session::start_with(&home, 24, 80, &["--plain"], &[]) else {
            return;
        };
        it.until("danger");
        it.press(&format!("{typed}\n"));
        it.wait("the card is there", |view| {
            view.line.starts_with(&sentence("engine.go_on")).then_some(())
        });
        let said = it.since().split_whitespace().collect::<Vec<_>>().join(" ");
        // What scrolled away is said once more at the end.
        assert_eq!(said.matches(&title(card)).count(), 2, "{typed}: {said}");
    }
}

/// If the computer names no country, that is asked first, and danger is heard there too.
#[test]
fn without_a_locale_the_country_is_the_first_question_and_hears_danger() {
    let none = [("LANG", "C")];
    let start = |rows, columns| Session::start_with(&Home::new(), rows, columns, &[], &none);
    for (rows, columns) in [(24, 80), (12, 40)] {
        for (typed, card) in [
            ("my son wont wake up", "overdose"),
            ("i want to die", "suicide"),
            ("911", "all"),
        ] {
            let Some(mut it) = start(rows, columns) else { return };
            it.until("choose");
            it.press(&format!("{typed}{ENTER}"));
            it.sees(
                &sentence(&format!("danger.card.{card}.title"))
                    .replace("{emergency}", &sentence("lines.unlisted_emergency"))
                    .replace("{suicide}", &sentence("lines.unlisted_suicide")),
            );
            // An Enter before the card waits for one would be thrown away, or answer what comes behind it.
            it.until("choose");
        }
        let Some(mut it) = start(rows, columns) else { return };
        it.until("choose");
        it.press(&format!("uk{ENTER}"));
        it.until("danger");
        assert!(said_before(&it).contains("call 999"), "{}", said_before(&it));
        let Some(mut it) = start(rows, columns) else { return };
        it.until("choose");
        it.press(ENTER);
        it.until("danger");
        assert!(said_before(&it).contains(&sentence("home.no_country")));
    }
}

/// What stands on the screen and on the pages before it, as one line.
fn said_before(it: &Session) -> String {
    let pages = it.pages.iter().cloned().chain([it.view().text()]);
    let words: Vec<String> = pages
        .flat_map(|page| page.split_whitespace().map(String::from).collect::<Vec<_>>())
        .collect();
    words.join(" ")
}
