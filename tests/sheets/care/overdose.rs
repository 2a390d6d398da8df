//! The page for the fridge.

use steadfast::plan::{Naloxone, Substance};

use super::*;

#[test]
fn the_steps_come_first_word_for_word_and_the_number_stands_in_the_title() {
    let words = english();
    for (country, number) in [("us", "911"), ("gb", "999"), ("au", "000"), ("nz", "111")] {
        let plan = Plan {
            country: country.into(),
            ..Plan::default()
        };
        let page = page(Kind::Overdose, &plan);
        assert!(page.title.contains(number), "{}", page.title);
        let Some(Block::Summary { lines, .. }) = page.blocks.first() else {
            panic!("no steps")
        };
        let card = &words.danger.card.overdose;
        let steps: Vec<String> = card
            .steps
            .iter()
            .map(|step| step.replace("{emergency}", number))
            .collect();
        assert_eq!(*lines, steps);
    }
}

#[test]
fn naloxone_and_parts_stand_there_or_have_room() {
    let blanks = |plan: &Plan| {
        let blocks = page(Kind::Overdose, plan).blocks;
        blocks.iter().filter(|block| matches!(block, Block::Blank(..))).count()
    };
    let mut plan = Plan::default();
    assert_eq!(blanks(&plan), 2);
    assert!(
        said(Kind::Overdose, &plan).contains("Ask a pharmacy today"),
        "it works with none in the house"
    );
    plan.safety.naloxone = Answer::Given(Naloxone::InReach);
    plan.safety.naloxone_place = text("the blue shelf");
    plan.safety.overdose_roles = text("Wren gives it, Alder calls");
    let text = said(Kind::Overdose, &plan);
    assert!(text.contains("the blue shelf") && text.contains("Wren gives it, Alder calls"));
    assert!(!text.contains("Ask a pharmacy today"));
    assert_eq!(blanks(&plan), 0);
}

#[test]
fn it_is_there_for_any_drug_and_says_of_nobody_that_it_is_about_them() {
    let mut plan = Plan::default();
    plan.person.name = text("Quillon");
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
    let alcohol = said(Kind::Overdose, &plan);
    assert!(!alcohol.contains("Quillon") && alcohol.contains("the old amount can kill"));
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    assert_eq!(alcohol, said(Kind::Overdose, &plan));
}
