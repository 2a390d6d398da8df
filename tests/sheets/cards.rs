//! The cards to cut out.

use super::*;

#[test]
fn there_are_five_each_with_who_is_in_touch() {
    let page = page(Kind::Cards, "", &example()).unwrap();
    let is_card = |block: &&sheets::Block| matches!(block, sheets::Block::Card { .. });
    assert_eq!(page.blocks.iter().filter(is_card).count(), 5);
    let said = flat(&page);
    assert_eq!(said.matches("In touch that night: Juniper").count(), 4);
    for said_once in [
        "One phone call with the nurse",
        "naloxone to keep.",
        "If use returns: We call the clinic",
    ] {
        assert!(said.contains(said_once), "{said_once}");
    }
}

#[test]
fn nobody_is_held_and_danger_comes_first() {
    let said = said(Kind::Cards, "", &example());
    let card = &said[said.find("If it becomes unsafe").unwrap()..];
    for line in [
        "Your safety comes first.",
        "Call 911 as soon as it is safe",
        "talks of wanting to die",
        "Hard to wake?",
    ] {
        assert!(card.contains(line), "{line}");
    }
    assert!(said.contains("Nobody runs after Robin, holds them or blocks the door."));
}

#[test]
fn what_is_not_known_is_a_line_to_write_on() {
    let plan = with(|plan| {
        plan.afterwards.tonight = Answer::Left;
        plan.afterwards.if_no = Answer::Unasked;
    });
    let said = said(Kind::Cards, "", &plan);
    assert!(said.contains("In touch that night ____") && said.contains("Say ____"));
}
