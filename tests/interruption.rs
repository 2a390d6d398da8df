//! A visit that is cut off after any reply goes on at the question that was open, and ends in the same plan.

use crate::common::home::{Home, open_questions};
use crate::common::script::{Go, Script};
use crate::common::story::{Story, long_story};
use steadfast::plan::Plan;
use steadfast::prompt::Scripted;

/// A visit whose answers stay in memory until it ends: the disk is put to the test in `random_visits`, and here it
/// would be some sixty thousand writes.
fn visit(home: &Home, script: Script) -> (Scripted, Option<Plan>) {
    let (mut store, plan) = home.open();
    let mut kept = None;
    let mut prompter = Scripted::answering(script.steps);
    let keep = &mut |plan: &Plan| {
        kept = Some(plan.clone());
        Ok(())
    };
    if let Err(error) = home.run(&mut prompter, plan, keep) {
        panic!("{error}");
    }
    kept.iter().for_each(|plan| store.save(plan).unwrap());
    (prompter, kept)
}

/// What is said after coming back: through the neutral screen and "go on" to the question that was open.
fn rest(home: &Home, story: &Story, replies: usize) -> Script {
    match home.open().1 {
        None => story.from(0),
        Some(plan) if open_questions(&plan).is_empty() => Script::again().leave(),
        Some(plan) => Script::again_to(&plan)
            .go(Go::On)
            .then(story.from(story.part_of(replies))),
    }
}

fn interrupted(story: &Story, whole: &Script, replies: usize) -> String {
    let home = Home::new();
    visit(&home, whole.first(replies));
    let (prompter, _) = visit(&home, rest(&home, story, replies));
    assert_eq!(prompter.unused(), 0, "stopped after {replies}: not asked any more");
    home.text()
}

#[test]
fn a_visit_stopped_after_any_reply_ends_in_the_same_plan() {
    let story = long_story();
    let whole = story.from(0);
    let straight = Home::new();
    straight.visit(whole.clone());
    let text = straight.text();
    assert_eq!(straight.open_questions(), []);
    std::thread::scope(|scope| {
        for half in 0..2 {
            let (story, whole, text) = (&story, &whole, &text);
            scope.spawn(move || {
                for replies in (half..whole.steps.len()).step_by(2) {
                    let asked = &whole.steps[replies].0;
                    println!("stopped after {replies} replies, at {asked}");
                    assert_eq!(interrupted(story, whole, replies), *text, "stopped at {asked}");
                }
            });
        }
    });
}

#[test]
fn one_answer_a_visit_ends_in_the_same_plan() {
    let story = long_story();
    let home = Home::new();
    for part in 0.. {
        let script = match home.open().1 {
            None => Story::say(&story.0[..=part]),
            Some(plan) if open_questions(&plan).is_empty() => break,
            Some(plan) => Script::again_to(&plan).go(Go::On).then(story.one(part)),
        };
        visit(&home, script);
    }
    let straight = Home::new();
    straight.visit(story.from(0));
    assert_eq!(home.text(), straight.text());
}
