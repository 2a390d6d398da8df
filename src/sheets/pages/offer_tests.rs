//! What the person reads, and what they never do.

use super::*;
use crate::plan::{
    Answer, BoundaryKind, Change, ChangeNote, Checked, Gate, List, RedFlag, Substance, Text, Way, YesNo,
};
use crate::sheets::{SheetKind as Sheet, WhyMissing, compose, text};

fn example() -> Plan {
    serde_json::from_str(include_str!("../../../prompts/en/example.json")).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn drawn(plan: &Plan) -> String {
    let words = Words::load("en", None).unwrap();
    // One line, so that a sentence is found wherever it was wrapped.
    let page = text(&compose(Sheet::Offer, None, plan, &words, today()).unwrap());
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(plan: &Plan) -> Vec<&str> {
    may_name::two(plan)
        .into_iter()
        .map(|option| option.name.words())
        .collect()
}

#[test]
fn the_two_first_places_are_offered_and_a_third_is_not() {
    let mut plan = example();
    assert_eq!(
        names(&plan),
        ["Birch Street Clinic (made up)", "Harbor House (made up)"]
    );
    plan.treatment_options.reverse();
    assert_eq!(
        names(&plan)[0],
        "Birch Street Clinic (made up)",
        "the first choice stays first"
    );
    plan.treatment_options.clear();
    assert!(drawn(&plan).contains("Somewhere you would choose yourself"));
}

#[test]
fn no_place_with_a_warning_sign_and_none_that_may_stop_a_medicine() {
    let mut plan = example();
    plan.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]);
    assert_eq!(names(&plan)[0], "Harbor House (made up)");
    plan.treatment_options[1].licensed = Answer::Given(Checked::No);
    assert_eq!(names(&plan), ["Screen Visit Care (made up)"]);
    plan.person.care = Answer::Given(Care::Medicine);
    plan.treatment_options[2].continues_existing_medication = Answer::Unasked;
    assert_eq!(names(&plan), [""; 0]);
    let words = Words::load("en", None).unwrap();
    let page = offer(&plan, &words, today());
    assert!(page.left_out.contains(&(LeftOut::Place, 3)), "{:?}", page.left_out);
}

/// What the person reads tells them nothing that is the family's, and nothing of what was done.
#[test]
fn nothing_of_the_family_s_stands_on_it() {
    let mut plan = example();
    plan.way.kind = Answer::Given(Way::Surprise);
    let page = drawn(&plan).to_lowercase();
    let never = [
        &plan.person.why_now,
        &plan.person.pattern,
        &plan.person.strain,
        &plan.person.helped_before,
        &plan.planner.easier,
        &plan.day.place,
        &plan.day.time,
        &plan.day.plan_b,
        &plan.day.stop_word,
        &plan.way.invitation,
    ];
    let kept = plan.boundaries.iter().map(|one| &one.i_will);
    let said = plan
        .statements
        .iter()
        .flat_map(|one| [&one.events, &one.feeling, &one.boundary]);
    let notes = plan.treatment_options.iter().flat_map(|one| {
        [
            &one.what_the_person_might_like_about_it,
            &one.estimated_cost,
            &one.notes,
        ]
    });
    for answer in never.into_iter().chain(kept).chain(said).chain(notes) {
        let words = answer.words().to_lowercase();
        assert!(words.is_empty() || !page.contains(&words), "{words}");
    }
    let date = "12 december 2026, ";
    for word in [
        "robin",
        "heroin",
        "boundar",
        "professional yet",
        "meeting",
        "hazel: i will",
        date,
    ] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn what_stays_is_what_the_plan_confirms() {
    let mut plan = example();
    let page = drawn(&plan);
    for said in [
        "Naloxone is near.",
        "There is a ride",
        "The children will be fed",
        "Alder: I will still drive you",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    plan.safety.naloxone = Answer::Unasked;
    plan.afterwards.naloxone_with = Answer::Unasked;
    plan.attendees.clear();
    plan.person.children = Answer::Unasked;
    plan.person.love = Answer::Left;
    let page = drawn(&plan);
    for said in [
        "Naloxone is near.",
        "There is a ride",
        "The children",
        "Alder",
        "We love you",
    ] {
        assert!(!page.contains(said), "{said}");
    }
    assert!(page.contains("In an emergency we call for help.") && page.contains("Any medicine you take stays yours"));
}

#[test]
fn what_would_be_kept_only_after_a_no_is_not_told() {
    let mut plan = example();
    assert_eq!(may_name::boundaries_that_hold(&plan).len(), 2);
    for boundary in &mut plan.boundaries {
        boundary.only_if_answer_is_no = Answer::Given(YesNo::Yes);
    }
    assert_eq!(may_name::boundaries_that_hold(&plan).len(), 0);
    for boundary in &mut plan.boundaries {
        boundary.only_if_answer_is_no = Answer::Given(YesNo::No);
        boundary.kind = Answer::Given(BoundaryKind::MovingOut);
    }
    assert_eq!(may_name::boundaries_that_hold(&plan).len(), 0);
}

#[test]
fn a_day_that_has_passed_is_not_offered_and_detox_is_explained() {
    let mut plan = example();
    let start = |day| Answer::Given(NaiveDate::from_ymd_opt(2026, 11, day).unwrap().into());
    plan.treatment_options[0].soonest_start = start(15);
    plan.treatment_options[0].kind = Answer::Given(OptionKind::Detox);
    let page = drawn(&plan);
    assert!(!page.contains("November 15"), "{page}");
    assert!(page.contains("Detox is a first step"), "{page}");
    plan.treatment_options[0].soonest_start = start(16);
    assert!(drawn(&plan).contains("First opening: Monday, November 16"));
}

#[test]
fn what_is_for_a_yes_stands_apart_from_what_is_for_a_no() {
    let page = drawn(&example());
    let at = |said: &str| page.find(said).unwrap_or_else(|| panic!("{said}: {page}"));
    let (yes, no) = (at("If you say yes"), at("If you say no, or not yet"));
    for said in [
        "One choice: Birch",
        "Somewhere you would choose yourself",
        "Who drives: Alder",
    ] {
        assert!((yes..no).contains(&at(said)), "{said}");
    }
    for said in ["What stays, whatever you say", "Staying alive", "People you can call"] {
        assert!(at(said) > no, "{said}");
    }
}

/// Somebody may be afraid of the one who reads it: it holds help, and nothing by which anybody could be found.
#[test]
fn without_a_day_it_is_a_page_of_help_and_names_nobody() {
    let closed = |plan: &mut Plan| plan.safety.floor = Some(Gate::Closed);
    let jailed = |plan: &mut Plan| {
        plan.visit.changes.push(ChangeNote {
            kind: Change::InJail,
            on: today(),
        });
    };
    for alter in [closed, jailed] {
        let mut plan = example();
        plan.safety.ask_again();
        alter(&mut plan);
        let page = drawn(&plan);
        for said in [
            "Birch Street Clinic",
            "555-0150",
            "Methadone or buprenorphine",
            "Staying alive",
            "SafeSpot",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let mut never = vec![
            "December",
            "10 Birch Street",
            "front desk",
            "Who drives",
            "What stays",
            "We love you",
            "us ",
        ];
        let people: Vec<String> = plan.people().into_iter().map(|(_, name)| name).collect();
        never.extend(people.iter().map(String::as_str));
        never.extend(plan.attendees.iter().map(|one| one.phone.words()));
        for word in never {
            assert!(!page.contains(word), "{word}: {page}");
        }
    }
}

#[test]
fn it_is_there_while_nothing_is_known_and_not_after_a_death() {
    let words = Words::load("en", None).unwrap();
    let mut plan = Plan::default();
    assert!(compose(Sheet::Offer, None, &plan, &words, today()).is_ok());
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
    let page = drawn(&plan).to_lowercase();
    assert!(!page.contains("naloxone") && !page.contains("methadone"), "{page}");
    plan.visit.changes.push(ChangeNote {
        kind: Change::Died,
        on: today(),
    });
    let page = compose(Sheet::Offer, None, &plan, &words, today());
    assert_eq!(page.err(), Some(WhyMissing::Died));
}

#[test]
fn very_long_words_and_other_letters_are_kept_whole() {
    let mut plan = example();
    let name = "\u{6c34}".repeat(200);
    plan.treatment_options[0].name = Answer::Given(Text::new(&name));
    let id = plan.add(List::Boundaries);
    plan.boundaries[&id].kind = Answer::Given(BoundaryKind::Car);
    let page = drawn(&plan).replace(' ', "");
    assert!(page.contains(&name), "{page}");
}
