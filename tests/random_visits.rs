//! Visits with random replies: nothing panics, the disk holds what memory holds, and finished means nothing open.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::common::home::{Home, open_questions, words};
use crate::common::random::{Dice, Restless};
use serde_json::Value;
use steadfast::plan::{Change, Field, Gate, Plan};
use steadfast::readiness;

const PLANS: u64 = 80;
const VISITS_EACH: u64 = 4;

#[test]
fn random_visits_keep_their_promises() {
    let visits: Vec<Vec<String>> = std::thread::scope(|scope| {
        let halves = [0, 1].map(|half| scope.spawn(move || (half..PLANS).step_by(2).flat_map(visits).collect()));
        let halves: [Vec<_>; 2] = halves.map(|half| half.join().unwrap());
        halves.concat()
    });
    assert!(visits.len() >= 300, "{}", visits.len());
    let asked: BTreeSet<&str> = visits.iter().flatten().map(String::as_str).collect();
    let never: Vec<&str> = Field::ALL
        .iter()
        .map(|field| field.code())
        .filter(|id| !asked.contains(id))
        .collect();
    assert!(
        never.len() * 5 < Field::ALL.len(),
        "these visits do not get far: {never:?}"
    );
}

/// Several visits to the same plan, days apart, and what was asked in each.
fn visits(seed: u64) -> Vec<Vec<String>> {
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    let mut home = Home::new();
    if dice.roll(2) == 0 {
        home = Home::with(include_str!("../prompts/en/example.json"));
    }
    let one = |visit| {
        let asked = one_visit(&home, Restless::new(seed * 100 + visit, 30 + dice.roll(180)));
        home.today = home.today + chrono::Days::new([0, 1, 15][dice.roll(3)]);
        asked
    };
    (0..VISITS_EACH).map(one).collect()
}

fn one_visit(home: &Home, mut prompter: Restless) -> Vec<String> {
    let (mut store, plan) = home.open();
    let last = RefCell::new(plan.clone());
    let keep = &mut |plan: &Plan| {
        store.save(plan)?;
        disk_is_memory(home, plan);
        the_gate_is_cautious(plan);
        *last.borrow_mut() = Some(plan.clone());
        Ok(())
    };
    home.run(&mut prompter, plan, keep).unwrap();
    if let Some(plan) = last.into_inner() {
        the_gate_is_cautious(&home.plan());
        if prompter.asked.last().is_some_and(|id| id == "home") {
            home_offers_to_go_on(&plan, &prompter.home_rows, home.today);
        }
    }
    prompter.asked
}

fn disk_is_memory(home: &Home, plan: &Plan) {
    let text = std::fs::read(home.path()).unwrap();
    let held: Value = serde_json::from_slice(&text).unwrap();
    assert!(
        held == serde_json::to_value(plan).unwrap(),
        "the disk holds another plan"
    );
}

/// The state in the file is never less cautious than what follows from the answers. None is as good as *ask first*.
fn the_gate_is_cautious(plan: &Plan) {
    let written = plan.safety.gate.clone().unwrap_or(Gate::AskFirst);
    assert!(written >= readiness::gate(plan), "{written:?}");
}

/// "Keep going" is there where a question is open, "how the day went" after a day that may be spoken of; after a death
/// nothing is asked and nothing is missing.
fn home_offers_to_go_on(plan: &Plan, rows: &[String], today: chrono::NaiveDate) {
    let open = open_questions(plan);
    let passed = plan.day.date.given().is_some_and(|day| *day < today);
    let told = passed && plan.change().is_none() && readiness::gate(plan) != Gate::Closed;
    let (labels, missing) = (&words().home.rows, words().ready.row);
    let lives = plan.change() != Some(&Change::Died);
    for (row, is_there) in [
        (labels.go_on, lives && !open.is_empty()),
        (labels.outcome, told),
        (missing, lives),
        (labels.call, lives),
    ] {
        assert_eq!(
            rows.iter().any(|shown| shown == row),
            is_there,
            "{row}: {rows:?}, open: {open:?}"
        );
    }
}
