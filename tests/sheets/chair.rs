//! The page for the one who leads.

use super::*;

fn chair(plan: &Plan) -> String {
    said(SheetKind::Chair, "", plan)
}

#[test]
fn the_meeting_stands_there_in_its_order() {
    let page = chair(&example());
    let mut from = 0;
    for said in [
        "Leads: Alder",
        "Lighthouse",
        "Juniper, then Wren (by phone or video), then Sorrel's letter (read by Alder), then Alder",
        "Linden asked for: No surprise.",
        "Say the first words",
        "reads the first part",
        "Robin speaks. We listen. Minutes: 10 or more",
        "reads the second part",
        "Ask once more",
        "Say the last words",
        "Ground rules",
        "Robin, thank you for coming.",
        "It can be Birch Street Clinic (made up), or Harbor House (made up) from Monday, December 14.",
        "You may be right about some of it.",
        "Thank you for listening.",
        "When to stop",
        "on the card for danger, stop the talk and call the number on it",
        "is hard to wake, call 911",
        "If anyone ever talks of wanting to die",
        "The cards say what to do",
    ] {
        let at = page[from..]
            .find(said)
            .unwrap_or_else(|| panic!("{said} does not follow"));
        from += at;
    }
}

/// What a professional asked for and their line for whoever leads may tell why a plan is not open: they are for an open
/// one alone, and for whoever leads, who sees them before they are printed.
#[test]
fn what_the_professional_asked_for_is_on_the_page_of_an_open_plan_alone() {
    let pro = example().professionals[0].clone();
    for said in [pro.conditions.words(), pro.for_leader.words()] {
        for (kind, reader) in sheets::every(&example()) {
            let page = sheets::compose(kind, reader.as_ref(), &example(), &english(), today()).ok();
            let is_shown = |page: &Page| page.shown_first.iter().any(|line| line.ends_with(said));
            let there = page.is_some_and(|page| flat(&page).contains(said) && is_shown(&page));
            assert_eq!(there, kind == SheetKind::Chair, "{}", kind.code());
        }
    }
    let alone = with(|plan| plan.person.recent = Answer::Given(vec![Recent::Overdose]));
    let unagreed = with(|plan| plan.professionals[0].agrees_meeting_is_safe = Answer::Unasked);
    for plan in [&alone, &unagreed] {
        let page = chair(plan);
        assert!(!page.contains("asked for") && !page.contains("says to you"));
    }
    let nothing = with(|plan| {
        plan.professionals[0].conditions = text("nothing");
        plan.professionals[0].for_leader = text("no one");
    });
    assert!(!chair(&nothing).contains("asked for") && !chair(&nothing).contains("says to you"));
}

#[test]
fn no_boundary_stands_on_it_but_that_each_reads_their_own() {
    let plan = example();
    let page = chair(&plan);
    for boundary in &plan.boundaries {
        assert!(!page.contains(boundary.i_will.words()) && !page.contains(boundary.what_stays.words()));
    }
    let line = "anyone who has a boundary to read reads it, calmly and once";
    assert!(!page.contains(line), "what holds anyway is told on another day");
    let one = |slips| with(|plan| plan.boundaries = vec![boundary("b1", "a1", "I will", slips)].into());
    let for_a_no = |mut plan: Plan| {
        plan.boundaries[0].only_if_answer_is_no = Answer::Given(YesNo::Yes);
        chair(&plan)
    };
    assert!(for_a_no(one(false)).contains(line));
    assert!(!for_a_no(one(true)).contains(line));
}

#[test]
fn an_answer_that_may_not_be_true_is_left_out_and_counted() {
    let plan = example();
    let page = page(SheetKind::Chair, "", &plan).unwrap();
    assert!(!flat(&page).contains("They treat it first"));
    assert_eq!(left(&page, LeftOut::NotKnownTrue), 1);
    let unsure = with(|plan| plan.objections[0].is_true = Answer::Given(YesNo::No));
    assert!(
        !chair(&unsure).contains("You may be right about some of it"),
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

/// The rule of the invitation holds for the offer too: each word is true.
#[test]
fn a_place_is_offered_for_the_day_only_where_it_can_begin_then() {
    let asks = |days: [Option<u32>; 2]| {
        let plan = with(|plan| {
            plan.treatment_options.truncate(2);
            for (option, day) in plan.treatment_options.iter_mut().zip(days) {
                option.soonest_start = match day {
                    Some(day) => Answer::Given(NaiveDate::from_ymd_opt(2026, 12, day).unwrap().into()),
                    None => Answer::Unasked,
                };
            }
        });
        let page = chair(&plan);
        let from = page.find("Ask: \"Will you").unwrap();
        page[from..].split(" Or what").next().unwrap().replace(" (made up)", "")
    };
    let (birch, harbor) = ("Birch Street Clinic", "Harbor House");
    let (monday, tuesday) = ("Monday, December 14", "Tuesday, December 15");
    for (days, said) in [
        (
            [Some(12), Some(10)],
            format!("Will you go today? It can be {birch} or {harbor}."),
        ),
        (
            [Some(14), Some(12)],
            format!("Will you go today? It can be {harbor}, or {birch} from {monday}."),
        ),
        ([Some(12), None], format!("Will you go today? It can be {birch}.")),
        (
            [Some(14), Some(15)],
            format!("Will you go to {birch}? They can see you from {monday}."),
        ),
        (
            [None, Some(15)],
            format!("Will you go to {harbor}? They can see you from {tuesday}."),
        ),
        (
            [None, None],
            format!("Will you call {birch} with us, and ask when you can start?"),
        ),
    ] {
        assert_eq!(asks(days), format!("Ask: \"{said}"), "{days:?}");
    }
}

#[test]
fn who_is_not_there_does_not_speak() {
    let plan = with(|plan| {
        plan.attendees[1].adult = Answer::Given(YesNo::No);
        plan.attendees[2].takes_part = Answer::Given(TakesPart::Behind);
    });
    let page = chair(&plan);
    assert!(page.contains("Who speaks: Juniper, then Sorrel's letter"), "{page}");
    assert!(!page.contains("Leads: Alder") && page.contains("Who: whoever leads the meeting"));
    let unordered = chair(&with(|plan| plan.day.order = Answer::Left));
    assert!(unordered.contains("Who speaks, in this order ____"));
}
