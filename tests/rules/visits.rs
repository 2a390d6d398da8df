//! The rules about what is said in a visit.

use crate::common::home::{Home, words};
use crate::common::script::Script;
use steadfast::plan::{Field, Id, Later, Length};
use steadfast::{steps, tasks};

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

/// What one person finishes for themselves is on their own page.
#[test]
fn every_question_put_off_is_a_whole_sentence_for_the_one_who_finds_out() {
    let example = Home::with(words().example).plan();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for field in Field::ALL {
        let mut plan = example.clone();
        let list = steps::item_lists().find(|list| list.questions.iter().any(|one| one.field == *field));
        let item = list.and_then(|list| plan.ids(list.list).first().cloned());
        let Some(entry) = steps::entry(*field, item.as_ref(), &plan) else {
            continue;
        };
        let here = entry.here;
        here.question
            .kind
            .skip(&here, &mut plan, Some(Later { owner: Id::planner() }));
        let found = tasks::derive(&plan, crate::common::home::date("2026-11-21"));
        let put_off = |task: &&tasks::Task| task.kind == tasks::TaskKind::FindOut && task.field == Some(*field);
        for task in found.iter().filter(put_off).filter(|task| !tasks::is_one_persons(task)) {
            seen += 1;
            let said = words().task_text(task, &plan);
            if !said.ends_with(['.', '?', '"']) {
                wrong.push(format!("{}: {said}", field.code()));
            }
        }
    }
    assert!(seen > 100, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
