//! What to ask next in a call, and after which answer; and what to ask next time.

use super::*;

/// A field, its key in `[next]`, an answer after which it is said and one after which it is not.
type Next = (Field, &'static str, fn(&mut Plan), fn(&mut Plan));

const CASES: [Next; 9] = [
    (
        Field::OptSuited,
        "not_suited",
        |p| p.treatment_options[0].suited_treatment = Answer::Given(Checked::No),
        |p| p.treatment_options[0].suited_treatment = Answer::Given(Checked::Yes),
    ),
    (
        Field::OptMedication,
        "no_medicine",
        |p| p.treatment_options[0].medication_offered = Answer::Given(Checked::No),
        |p| p.treatment_options[0].medication_offered = Answer::Given(Checked::Yes),
    ),
    (
        Field::OptMedication,
        "medicine_open",
        |p| p.treatment_options[0].medication_offered = Answer::Given(Checked::NotAsked),
        |p| p.treatment_options[0].medication_offered = Answer::Given(Checked::Yes),
    ),
    (
        Field::OptContinues,
        "stops_medicine",
        |p| p.treatment_options[0].continues_existing_medication = Answer::Given(Checked::No),
        |p| p.treatment_options[0].continues_existing_medication = Answer::Given(Checked::Yes),
    ),
    (
        Field::OptLicensed,
        "no_license",
        |p| p.treatment_options[0].licensed = Answer::Given(Checked::No),
        |p| p.treatment_options[0].licensed = Answer::Given(Checked::Yes),
    ),
    (
        Field::OptAfter,
        "after_open",
        |p| p.treatment_options[0].what_happens_after = Answer::Left,
        |p| p.treatment_options[0].what_happens_after = Answer::Given(Text::new("A visit.")),
    ),
    (
        Field::OptSoonest,
        "start_open",
        |p| p.treatment_options[0].soonest_start = Answer::Left,
        |p| p.treatment_options[0].soonest_start = Answer::Given(today()),
    ),
    (
        Field::OptCost,
        "cost_open",
        |p| p.treatment_options[0].estimated_cost = Answer::Left,
        |p| p.treatment_options[0].estimated_cost = Answer::Given(Text::new("40")),
    ),
    (
        Field::OptRedFlags,
        "red_flags",
        |p| p.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Pressure]),
        |p| p.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Nothing]),
    ),
];

#[test]
fn what_to_ask_next_is_said_only_where_something_is_missing_or_wrong() {
    for (field, key, on, off) in CASES {
        let mut plan = options(1);
        on(&mut plan);
        assert_eq!(questions::next(&here(field, &plan), &plan), Some(key));
        off(&mut plan);
        assert_eq!(questions::next(&here(field, &plan), &plan), None, "{key}");
    }
}

#[test]
fn what_is_not_known_is_asked_next_time() {
    let mut plan = options(1);
    let all = questions::missing(&plan, &first(&plan)).count();
    assert_eq!(all, crate::plan::call::MATTERS.len() - 1);
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::NotAsked);
    assert_eq!(questions::missing(&plan, &first(&plan)).count(), all);
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::No);
    plan.treatment_options[0].soonest_start = Answer::Given(today());
    // What they keep going is no question where nothing is offered.
    assert_eq!(questions::missing(&plan, &first(&plan)).count(), all - 3);
    let words = words();
    let said = closing(&plan, &first(&plan), &words);
    assert!(said.contains(words.call.missing_title) && !said.contains('{'));
    let example = example(&words);
    assert!(!closing(&example, &first(&example), &words).contains(words.call.missing_title));
}
