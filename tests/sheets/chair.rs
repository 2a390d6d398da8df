//! The page for the one who leads.

use super::*;

fn chair(plan: &Plan) -> String {
    said(Kind::Chair, "", plan)
}

#[test]
fn the_meeting_stands_there_in_its_order() {
    let page = chair(&example());
    let mut from = 0;
    for said in [
        "Say the first words",
        "reads the first part",
        "Robin speaks. We listen. Minutes: 10 or more",
        "reads the second part",
        "Ask once more",
        "Say the last words",
        "Lighthouse",
        "Ground rules",
        "Robin, thank you for coming.",
        "1. Juniper 2. Wren, by phone or video 3. Sorrel's letter, read by Alder 4. Alder",
        "It can be Birch Street Clinic (made up) or Harbor House (made up). Or what would you choose?",
        "You may be right about some things.",
        "Thank you for hearing us.",
        "When to stop",
        "Hard to wake? Call 911",
        "If anyone ever talks of wanting to die",
        "Call 911 at once if",
    ] {
        let at = page[from..]
            .find(said)
            .unwrap_or_else(|| panic!("{said} does not follow"));
        from += at;
    }
}

#[test]
fn no_boundary_stands_on_it_but_that_each_reads_their_own() {
    let plan = example();
    let page = chair(&plan);
    for boundary in &plan.boundaries {
        assert!(!page.contains(boundary.i_will.words()) && !page.contains(boundary.what_stays.words()));
    }
    let line = "After a no, those who have a page for it";
    assert!(page.contains(line));
    assert!(!chair(&with(|plan| plan.boundaries.clear())).contains(line));
    let all_slip = with(|plan| plan.boundaries = vec![boundary("b1", "a1", "I will", true)]);
    assert!(!chair(&all_slip).contains(line));
}

#[test]
fn an_answer_that_may_not_be_true_is_left_out_and_counted() {
    let plan = example();
    let page = page(Kind::Chair, "", &plan).unwrap();
    assert!(!flat(&page).contains("They treat it first"));
    assert_eq!(left(&page, LeftOut::NotKnownTrue), 1);
    let unsure = with(|plan| plan.objections[0].is_true = Answer::Given(YesNo::No));
    assert!(
        !chair(&unsure).contains("You may be right about some things"),
        "said not to be true"
    );
}

#[test]
fn one_place_is_offered_alone_and_none_leaves_room() {
    let one = chair(&with(|plan| plan.treatment_options.truncate(1)));
    assert!(one.contains("It can be Birch Street Clinic (made up). Or what would you choose?"));
    let none = chair(&with(|plan| plan.treatment_options.clear()));
    assert!(none.contains("Two places to choose from ____"));
}

#[test]
fn who_is_not_there_does_not_speak() {
    let plan = with(|plan| {
        plan.attendees[1].adult = Answer::Given(YesNo::No);
        plan.attendees[2].takes_part = Answer::Given(TakesPart::Behind);
    });
    let page = chair(&plan);
    assert!(page.contains("1. Juniper 2. Sorrel's letter"), "{page}");
    assert!(!page.contains("Leads: Alder") && page.contains("Who: the one who leads"));
    let unordered = chair(&with(|plan| plan.day.order = Answer::Left));
    assert!(unordered.contains("Who speaks, in which order ____"));
}
