//! The rules about what is said in a visit.

use crate::common::home::{Home, words};
use crate::common::script::Script;
use steadfast::plan::Length;

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often each of the five things, and the disclaimer, is said in what was printed.
fn times(printed: &str) -> Vec<usize> {
    let (once, lines) = (words().disclaimers, words().help_lines("us"));
    let said = [
        &once.one,
        &once.two,
        &once.three,
        &once.four,
        &once.five,
        &once.disclaimer,
    ];
    let printed = flat(printed);
    said.iter()
        .map(|sentence| {
            printed
                .matches(&flat(&lines.fill_placeholders(sentence, words())))
                .count()
        })
        .collect()
}

// Holds
#[test]
fn r_06_and_r_36_the_five_things_and_the_disclaimer_are_said_once_in_the_first_visit_and_never_again() {
    let home = Home::new();
    let (_, first) = home.typed(&Script::ten_minutes().leave().typed());
    // What studies found of a talk and of a meeting is said where a family chooses between them.
    assert_eq!(times(&first), [1, 0, 1, 1, 1, 1]);
    let (_, later) = home.typed(&Script::again().leave().typed());
    assert_eq!(times(&later), [0; 6]);
    let plan = Script::begin(Length::ThePlan).who().calm().near().the_plan();
    let (_, whole) = Home::new().typed(&plan.enter("read").leave().typed());
    // What it cannot do stands on the page it ends in too.
    assert_eq!(times(&whole), [1, 1, 1, 1, 1, 2]);
}
