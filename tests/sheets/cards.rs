//! The cards to cut out.

use super::*;

#[test]
fn there_are_five_each_with_who_is_in_touch() {
    let page = page(SheetKind::Cards, "", &example()).unwrap();
    let is_card = |block: &&sheets::Block| matches!(block, sheets::Block::Card { .. });
    assert_eq!(page.blocks.iter().filter(is_card).count(), 5);
    let said = flat(&page);
    assert_eq!(said.matches("In touch that night, if safe: Juniper").count(), 4);
    for said_once in ["Just one phone call with the nurse", "naloxone to keep."] {
        assert!(said.contains(said_once), "{said_once}");
    }
}

#[test]
fn nobody_is_held_and_danger_comes_first() {
    let said = said(SheetKind::Cards, "", &example());
    let card = &said[said.find("If it becomes unsafe").unwrap()..];
    for line in [
        "Your safety comes first.",
        "Call 911 as soon as it is safe",
        "talks of wanting to die",
        "Lay them on their back with the head tilted back.",
        "Breathe for them: one breath every 5 seconds",
        "Lips or nails are blue or gray.",
    ] {
        assert!(card.contains(line), "{line}");
    }
    // Somebody who will not wake comes first, and nothing there puts a talk off.
    let first = card.find("Lay them on their back").unwrap();
    assert!(first < card.find("talks of wanting to die").unwrap());
    assert!(!card.contains("put it off") && !card.contains("drowsy, wait"), "{card}");
    // Nobody looks for the stop word on another page.
    assert!(card.find("Lighthouse").is_some_and(|at| at < first), "{card}");
    assert!(said.contains("No one runs after Robin, holds them or blocks the door."));
}

#[test]
fn who_is_not_sure_takes_the_kinder_card() {
    let said = said(SheetKind::Cards, "", &example());
    let kinder = said
        .find("take the kinder one. Anyone can stop the talk at any time.")
        .unwrap();
    assert!(kinder < said.find("If the answer is yes").unwrap());
    assert!(!said.contains("take this one"));
}

#[test]
fn what_is_not_known_is_a_line_to_write_on() {
    let plan = with(|plan| {
        plan.afterwards.tonight = Answer::Left;
        plan.afterwards.if_no = Answer::Unasked;
    });
    let said = said(SheetKind::Cards, "", &plan);
    assert!(said.contains("In touch that night, if safe ____") && said.contains("Say ____"));
}
