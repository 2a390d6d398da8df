//! The page for the fridge.

use steadfast::plan::{Naloxone, Substance};

use super::*;

#[test]
fn the_steps_come_first_word_for_word_and_the_number_stands_in_the_title() {
    let words = english();
    let open = |step: &String| step.contains('{');
    for (country, number) in [("us", "911"), ("gb", "999"), ("au", "000"), ("nz", "111")] {
        let plan = Plan {
            country: country.into(),
            ..Plan::default()
        };
        let page = page(SheetKind::Overdose, &plan);
        assert!(page.title.contains(number), "{}", page.title);
        let Some(Block::Steps { steps: shown, .. }) = page.blocks.first() else {
            panic!("no steps")
        };
        let lines: Vec<String> = shown.iter().map(|(step, _)| step.clone()).collect();
        let words = words.spoken_in(country);
        let card = &words.danger.card.overdose;
        let steps: Vec<String> = card
            .steps
            .iter()
            .map(|step| words.help_lines(country).fill_placeholders(step, words))
            .collect();
        assert_eq!(lines, steps);
        assert!(!steps.iter().any(open), "{steps:?}");
    }
}

#[test]
fn naloxone_and_parts_stand_there_or_have_room() {
    let blanks = |plan: &Plan| {
        let blocks = page(SheetKind::Overdose, plan).blocks;
        blocks.iter().filter(|block| matches!(block, Block::Blank(..))).count()
    };
    let mut plan = Plan::default();
    assert_eq!(blanks(&plan), 2);
    assert!(
        said(SheetKind::Overdose, &plan).contains("You can get it from"),
        "it works with none in the house"
    );
    plan.safety.naloxone = Answer::Given(Naloxone::InReach);
    plan.safety.naloxone_place = text("the blue shelf");
    plan.safety.overdose_roles = text("Wren gives it, Alder calls");
    let text = said(SheetKind::Overdose, &plan);
    assert!(text.contains("the blue shelf") && text.contains("Wren gives it, Alder calls"));
    assert!(!text.contains("You can get it from"));
    assert_eq!(blanks(&plan), 0);
}

#[test]
fn each_country_has_its_own_kit_and_its_own_teaching() {
    let page = |country: &str| {
        let plan = Plan {
            country: country.into(),
            ..Plan::default()
        };
        said(SheetKind::Overdose, &plan)
    };
    for (country, own) in [
        ("us", "Press the plunger all the way."),
        ("ca", "draw up one ampoule"),
        ("gb", "to the first black line"),
        ("ie", "to the first black line"),
        ("au", "Start CPR at once"),
        ("nz", "draw up one ampoule"),
        ("", "If you know CPR, do it."),
    ] {
        assert!(page(country).contains(own), "{country}");
        // A law that protects who calls is named only if there is one.
        let protects = page(country).contains("protect") || page(country).contains("By law");
        assert_eq!(protects, ["us", "ca"].contains(&country), "{country}");
    }
    assert!(!page("us").contains("black line") && !page("gb").contains("If you know CPR"));
}

// Holds R-51
#[test]
fn r_51_where_naloxone_comes_from_is_said_by_country() {
    let page = |country: &str| {
        let plan = Plan {
            country: country.into(),
            ..Plan::default()
        };
        said(SheetKind::Overdose, &plan)
    };
    assert!(page("us").contains("No prescription is needed"));
    assert!(page("gb").contains("A pharmacy cannot sell it over the counter"));
    assert!(page("ie").contains("Elsewhere it needs a prescription"));
    for without in ["gb", "ie"] {
        assert!(!page(without).contains("No prescription is needed"), "{without}");
        assert!(!page(without).contains("Many places give it free"), "{without}");
    }
}

#[test]
fn it_is_there_for_any_drug_and_says_of_nobody_that_it_is_about_them() {
    let mut plan = Plan::default();
    plan.person.name = text("Quillon");
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
    let alcohol = said(SheetKind::Overdose, &plan);
    assert!(!alcohol.contains("Quillon") && alcohol.contains("the usual amount can kill"));
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    assert_eq!(alcohol, said(SheetKind::Overdose, &plan));
}
