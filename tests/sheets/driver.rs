//! The page for the one who drives.

use super::*;
use steadfast::plan::{OptionKind, Part, Rank, RedFlag};

fn driver(plan: &Plan) -> String {
    said(SheetKind::Driver, "", plan)
}

#[test]
fn both_places_stand_there_and_what_the_door_of_the_first_wants() {
    let page = driver(&example());
    for said in [
        "Drives: Alder Second person: Juniper",
        "10 Birch Street, Sampletown",
        "555-0150",
        "To pay on the first day: 40 dollars",
        "2 Harbor Road, Sampletown",
        "555-0151",
        "No one drives alone with Robin",
        "child locks are off",
        "Wren has the list",
        "Naloxone is in the car",
        "Stop the car where it is safe",
        "Do not keep driving while Robin sleeps or nods off.",
        "Call 911, with the phone on speaker",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("Screen Visit Care") && !page.contains("EXAMPLE-1"));
}

#[test]
fn nobody_drives_to_a_visit_by_video() {
    let video = with(|plan| plan.treatment_options[1].kind = Answer::Given(OptionKind::Telehealth));
    assert!(!driver(&video).contains("Harbor House"));
    let later = with(|plan| {
        plan.treatment_options.truncate(2);
        plan.treatment_options[1].rank = Answer::Given(Rank::Later);
    });
    assert!(!driver(&later).contains("Harbor House"));
}

#[test]
fn who_drives_is_not_the_second_person_too() {
    let plan = with(|plan| {
        plan.attendees[0].parts = Answer::Given(vec![]);
        plan.attendees[1].parts = Answer::Given(vec![Part::Driver, Part::Second]);
    });
    let page = driver(&plan);
    assert!(
        page.contains("Drives: Alder") && page.contains("Second person ____"),
        "{page}"
    );
}

#[test]
fn r_09_a_detox_program_is_a_first_step() {
    let note = "Detox is a first step, not a treatment for opioids by itself.";
    let detox = with(|plan| plan.treatment_options[0].kind = Answer::Given(OptionKind::Detox));
    assert!(driver(&detox).contains(note) && !driver(&example()).contains(note));
}

/// Whoever is sick from going without is on the way to medicine, and whoever sleeps may be dying: one head for both
/// would send the first one home.
#[test]
fn sleepy_means_stop_and_sick_means_go_on() {
    let page = driver(&example());
    let part = |from: &str, to: &str| {
        let (from, to) = (page.find(from).unwrap(), page.find(to).unwrap());
        page[from..to].to_string()
    };
    let sleepy = part("Sleepy, nodding off", "Yawning, sweating");
    for said in ["Do not keep driving", "Call 911", "Give naloxone", "breathe for Robin"] {
        assert!(sleepy.contains(said), "{said}: {sleepy}");
    }
    let sick = part("Yawning, sweating", "Has just used");
    for said in [
        "Keep going",
        "an emergency room",
        "They're in withdrawal and want to start medicine today.",
    ] {
        assert!(sick.contains(said), "{said}: {sick}");
    }
    assert!(!page.contains("put it off") && !page.contains("drowsy, wait") && !sick.contains("Stop the car"));
    let alcohol = with(|plan| plan.person.substances = Answer::Given(vec![Substance::Alcohol]));
    assert!(!driver(&alcohol).contains("want to start medicine today"));
}

#[test]
fn a_place_with_a_warning_sign_is_driven_to_by_nobody() {
    let plan = with(|plan| plan.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]));
    let page = driver(&plan);
    assert!(!page.contains("10 Birch Street") && !page.contains("555-0150"));
    assert!(page.contains("First place ----------- Place: Harbor House"), "{page}");
}
