//! Roads through the program: a hard word is explained on the screen where a family first meets it, whichever way it
//! came, and on each page, at the foot if nowhere else.

use crate::common::home::{Home, date, words};
use crate::common::script::Script;
use crate::common::story::long_story;
use steadfast::plan::Plan;
use steadfast::prompt::PromptSeen;
use steadfast::sheets::{self, SheetKind};

/// What is said of hard words once, word for word, before anything else: the next screens explain them.
fn is_said_once(screen: &str) -> bool {
    screen.contains(words().disclaimers.four)
}

/// True if a word is in a text as a whole.
fn is_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

/// The hard words of a road that are met before anything explains them, each with the screen.
fn unexplained(road: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (word, term) in words().terms.term.iter() {
        let met = |screen: &String| is_in(&screen.to_lowercase(), &word.to_lowercase()) && !is_said_once(screen);
        let Some(first) = road.iter().position(met) else {
            continue;
        };
        let so_far = road[..=first].join(" ").to_lowercase();
        if !term.shown_by.iter().any(|shown| so_far.contains(shown)) {
            found.push(format!("{word}: {}", road[first]));
        }
    }
    found
}

fn road(seen: &[PromptSeen]) -> Vec<String> {
    seen.iter().map(|seen| seen.reads.clone()).collect()
}

#[test]
fn on_each_road_through_a_visit_a_hard_word_is_explained_where_it_is_first_met() {
    let ten = Home::new().visit(Script::ten_minutes().leave()).seen;
    let story = long_story();
    let whole = Home::new().visit(story.from(0)).seen;
    let mut found = Vec::new();
    for (name, seen) in [("ten minutes", ten), ("everything", whole)] {
        found.extend(unexplained(&road(&seen)).into_iter().map(|it| format!("{name}: {it}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    let bare = [
        "In a talk: they fear withdrawal.".to_string(),
        "Withdrawal is getting sick when it ends.".to_string(),
    ];
    assert_eq!(unexplained(&bare).len(), 1, "one screen too late");
    assert_eq!(unexplained(&bare[1..]).len(), 0);
}

#[test]
fn on_each_page_a_hard_word_is_explained_or_its_foot_says_what_it_means() {
    let plan: Plan = serde_json::from_str(words().example).unwrap();
    let today = date("2026-11-16");
    let readers = sheets::readers(&plan);
    let mut found = Vec::new();
    for kind in SheetKind::ALL {
        let reader = kind.is_personal().then(|| &readers[0].1);
        let Ok(page) = sheets::compose(*kind, reader, &plan, words(), today) else {
            continue;
        };
        let text = sheets::text(&page);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        found.extend(
            unexplained(&[text])
                .into_iter()
                .map(|it| format!("{}: {it}", kind.code())),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
