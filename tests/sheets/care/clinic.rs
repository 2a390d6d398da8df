//! The page for a first visit.

use steadfast::plan::{Care, List, Substance};

use super::*;

#[test]
fn what_may_be_said_is_filled_in() {
    let mut plan = Plan::default();
    plan.person.substances = Answer::Given(vec![Substance::Heroin, Substance::NotSure]);
    plan.person.care = Answer::Given(Care::Medicine);
    plan.person.care_contact = text("Doctor Moss, 555-0117");
    let text = said(SheetKind::Clinic, &plan);
    for known in ["Heroin", "On medicine for it", "Doctor Moss, 555-0117"] {
        assert!(text.contains(known), "{known}");
    }
    assert!(!text.contains("Not sure"));
}

#[test]
fn what_the_person_says_themselves_is_left_to_them() {
    let mut plan = example();
    plan.person.name = text("Quillon");
    plan.person.care_contact = Answer::Unasked;
    plan.person.helped_before = text("a word of ours");
    plan.person.fears = text("a fear of theirs");
    plan.treatment_options.clear();
    let text = said(SheetKind::Clinic, &plan);
    for kept in ["Quillon", "a word of ours", "a fear of theirs", "Juniper", "Alder"] {
        assert!(!text.contains(kept), "{kept}");
    }
    assert_eq!(left(&page(SheetKind::Clinic, &plan), LeftOut::Kept), 8);
    assert!(page(SheetKind::Clinic, &Plan::default()).left_out.is_empty());
}

#[test]
fn the_first_choice_says_what_it_told_us_and_nothing_of_the_day() {
    let plan = example();
    let text = said(SheetKind::Clinic, &plan);
    assert!(text.contains("EXAMPLE-1") && !text.contains("EXAMPLE-2"));
    assert!(!text.contains("drives"));
    assert_eq!(
        text,
        said(SheetKind::Clinic, &closed(plan)),
        "a closed gate changes nothing of it"
    );
}

#[test]
fn an_empty_plan_gives_lines_for_everything() {
    let mut plan = Plan::default();
    let blank = |block: &&Block| matches!(block, Block::Blank(..));
    assert!(page(SheetKind::Clinic, &plan).blocks.iter().filter(blank).count() > 10);
    plan.add(List::Options);
    assert!(
        !page(SheetKind::Clinic, &plan)
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Facts(_)))
    );
}
