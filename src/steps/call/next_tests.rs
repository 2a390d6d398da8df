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
        |p| p.treatment_options[0].soonest_start = Answer::Given(today().into()),
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
    let words = words();
    let mut cased: Vec<&str> = CASES.iter().map(|(_, key, ..)| *key).collect();
    let mut all: Vec<&str> = words.call.next.keys().collect();
    cased.sort_unstable();
    all.sort_unstable();
    assert_eq!(cased, all);
    for (field, key, on, off) in CASES {
        let mut plan = options(1);
        on(&mut plan);
        let next = |plan: &Plan| questions::next(&plan.treatment_options[0], field, &words);
        assert_eq!(next(&plan), words.call.next.get(key).copied());
        off(&mut plan);
        assert_eq!(next(&plan), None, "{key}");
    }
}

#[test]
fn that_they_would_not_say_is_an_answer_and_a_sign_and_twice_is_a_reason_to_go_on() {
    let words = words();
    let mut plan = options(1);
    let answers = vec![
        ScriptedReply::Pick(1),
        ScriptedReply::Pick(3),
        line("They would not say."),
        line("would not say"),
        skip(),
    ];
    let (_, seen, _) = called(&mut plan, answers);
    let read: Vec<&str> = seen.iter().map(|one| one.reads.as_str()).collect();
    let at = |id: &str| {
        read[seen
            .iter()
            .position(|one| one.id == id)
            .expect("checked when it was kept")]
    };
    assert!(at("treatment_options.who_must_call").contains(words.call.refused));
    assert!(at("treatment_options.soonest_start").contains(words.call.refused_twice));
    let option = &plan.treatment_options[0];
    assert!(option.takes_new_people.is(&Checked::WouldNotSay));
    assert!(option.soonest_start.is(&SoonestStart::WouldNotSay));
    assert!(side_by_side(&plan, &words, true).contains(&words.label(&Checked::WouldNotSay)));
    // Nobody can start there yet, and it is asked next time.
    assert!(crate::plan::call::missing(&plan, option).any(|field| field == Field::OptSoonest));
}

#[test]
fn walk_in_and_any_weekday_are_soonest_starts() {
    let words = words();
    for (typed, start) in [
        ("walk-in", SoonestStart::WalkIn),
        ("Walk in.", SoonestStart::WalkIn),
        ("any weekday", SoonestStart::AnyWeekday),
        ("same day", SoonestStart::SameDay),
    ] {
        let mut plan = options(1);
        let answers = vec![ScriptedReply::Pick(1), skip(), skip(), line(typed)];
        assert_eq!(called(&mut plan, answers).0, Err(Destination::Leave));
        assert!(plan.treatment_options[0].soonest_start.is(&start), "{typed}");
        let kept = serde_json::to_string(&plan.treatment_options[0]).expect("checked when it was kept");
        assert!(kept.contains(start.code().expect("checked when it was kept")), "{kept}");
        assert_eq!(
            serde_json::from_str::<TreatmentOption>(&kept).expect("checked when it was kept"),
            plan.treatment_options[0]
        );
        assert!(side_by_side(&plan, &words, true).contains(&words.start(start)));
    }
    assert_eq!(words.start_without_day("no idea"), None);
}

#[test]
fn a_short_call_puts_five_questions_and_the_rest_is_for_next_time() {
    let mut plan = options(1);
    let (end, seen, left) = called(
        &mut plan,
        [
            vec![ScriptedReply::Pick(0)],
            vec![skip(); 5],
            vec![ScriptedReply::Enter],
        ]
        .concat(),
    );
    assert_eq!((end, left), (Ok(Outcome::Done), 0));
    let asked = ids(&seen);
    assert_eq!(asked.len(), 7, "{asked:?}");
    assert_eq!((asked[0], asked[6]), ("call.length", "read"));
}

#[test]
fn what_is_not_known_is_asked_next_time() {
    let mut plan = options(1);
    let count = |plan: &Plan| crate::plan::call::missing(plan, &plan.treatment_options[0]).count();
    let all = count(&plan);
    assert_eq!(all, crate::plan::call::MATTERS.len() - 1);
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::NotAsked);
    assert_eq!(count(&plan), all);
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::No);
    plan.treatment_options[0].soonest_start = Answer::Given(today().into());
    // What they keep going is no question where nothing is offered.
    assert_eq!(count(&plan), all - 3);
    let words = words();
    let said = closing(&plan, &first(&plan), &words);
    assert!(said.contains(words.call.missing_title) && !said.contains('{'));
    let example = example(&words);
    assert!(!closing(&example, &first(&example), &words).contains(words.call.missing_title));
}
