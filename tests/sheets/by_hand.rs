//! The pages that are written or read by hand: the letter, the call to a professional, the agreement for coming home.

use super::*;
use steadfast::plan::Care;
use steadfast::plan::call::PROFESSIONAL;

/// That these stand on the page, each after the one before.
#[track_caller]
fn follow(page: &str, lines: impl IntoIterator<Item = String>) {
    let mut from = 0;
    for line in lines {
        let at = page[from..].find(&line);
        from += at.unwrap_or_else(|| panic!("{line} does not follow: {page}"));
    }
}

#[test]
fn a_letter_has_nine_parts_with_room_and_its_boundary_on_another_sheet() {
    let page = said(SheetKind::Letter, "a2", &example());
    let parts = [
        "1 What I love",
        "2 A health condition",
        "3 What I saw",
        "4 What I felt",
        "5 What I understand",
        "Robin gets a turn to talk",
        "6 What I ask",
        "7 What I offer",
        "9 Hope",
        "Page 2 of 2",
        "8 A boundary",
        "Whatever else changes, these stay",
    ];
    follow(&page, parts.map(String::from));
    assert!(page.contains("I love you. I keep thinking about the day when ... ____"));
}

#[test]
fn what_somebody_wrote_is_on_their_letter_and_on_no_other() {
    let plan = example();
    let own = said(SheetKind::Letter, "planner", &plan);
    assert!(own.contains("taught me to row") && !own.contains("fixed my roof"));
    assert!(!said(SheetKind::Letter, "a2", &plan).contains("taught me to row"));
    let shaky = with(|plan| {
        plan.statements[0].boundary = text("Starting May, I will keep-this.");
        plan.boundaries
            .push(boundary("b99", "planner", "I will keep-this", true));
    });
    assert!(!said(SheetKind::Letter, "planner", &shaky).contains("keep-this"));
}

#[test]
fn a_letter_is_for_those_who_speak_and_all_of_them_together_are_for_those_who_have_none() {
    let plan = example();
    let wrong = [
        ("a4", &plan),
        ("a2", &with(|plan| plan.attendees[2].adult = Answer::Given(YesNo::No))),
    ];
    for (reader, plan) in wrong {
        assert_eq!(page(SheetKind::Letter, reader, plan).err(), Some(WhyMissing::Nobody));
    }
    let letters = sheets::every(&plan)
        .into_iter()
        .filter(|(kind, _)| *kind == SheetKind::Letter);
    let whose: Vec<Option<Id>> = letters.map(|(_, reader)| reader).collect();
    assert_eq!(whose, [Some(Id::new("a2"))], "the others wrote theirs");
}

#[test]
fn a_call_to_a_professional_has_its_sixteen_questions_in_order_and_names_nobody() {
    let (plan, words) = (example(), english());
    let page = said(SheetKind::Brief, "", &plan);
    let asks = PROFESSIONAL.map(|field| words.call.say_professional[field.code()].to_string());
    follow(&page, asks);
    for name in ["Robin", "Juniper", "Alder", "Linden", "Birch Street"] {
        assert!(!page.contains(name), "{name}: {page}");
    }
    assert!(page.contains("They use heroin, as far as we know.") && page.contains("December 12"));
    let unknown = with(|plan| plan.person.substances = Answer::Given(vec![Substance::NotSure]));
    assert!(!said(SheetKind::Brief, "", &unknown).contains("They use"));
}

#[test]
fn of_a_closed_plan_it_says_neither_the_day_nor_why() {
    let open = said(SheetKind::Brief, "", &calm());
    let closed = with(|plan| {
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
    });
    let page = said(SheetKind::Brief, "", &closed);
    assert!(!page.contains("December") && !page.contains("invitation"), "{page}");
    let told = "Any talk of suicide";
    assert!(open.contains(told) && page.contains(told), "the same for everybody");
    let of_day = |page: &str| page.split("Tell").nth(1).map(String::from);
    assert_eq!(of_day(&open), of_day(&page));
}

#[test]
fn coming_home_can_be_agreed_while_they_are_in_care_and_not_in_a_closed_plan() {
    let plan = example();
    let page_of = |plan: &Plan| page(SheetKind::Home, "", plan);
    let changed = |kind| {
        let mut plan = example();
        plan.visit.changes.push(ChangeNote { kind, on: today() });
        plan
    };
    for plan in [&plan, &changed(Change::InCare), &changed(Change::InJail)] {
        let page = flat(&page_of(plan).ok().unwrap());
        assert!(page.contains("Where the naloxone is, and who can give it ____"));
        // Nobody agreed yet to what the family wrote for itself.
        for ours in [
            plan.afterwards.if_use_returns.words(),
            plan.boundaries[0].i_will.words(),
            "Juniper",
            "Birch",
        ] {
            assert!(!page.contains(ours), "{ours}");
        }
    }
    assert_eq!(page_of(&changed(Change::Stopping)).err(), Some(WhyMissing::Changed));
    assert_eq!(page_of(&changed(Change::Died)).err(), Some(WhyMissing::Died));
    let closed = with(|plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem));
    assert_eq!(page_of(&closed).err(), Some(WhyMissing::Closed));
    let alcohol = with(|plan| {
        plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
        plan.person.care = Answer::Given(Care::Neither);
    });
    let page = flat(&page_of(&alcohol).ok().unwrap());
    assert!(!page.contains("naloxone") && !page.contains("usual amount"), "{page}");
}
