//! The call pages.

use steadfast::plan::{Checked, Field, Id, Known, List, OptionKind, Professional, RedFlag, Substance, call};
use steadfast::sheets;

use super::*;

fn one() -> Plan {
    let mut plan = Plan::default();
    plan.add(List::Options);
    plan.treatment_options[0].name = text("Harbor House");
    plan
}

/// What there is room to write, by its label.
fn room(page: Page) -> Vec<String> {
    let blank = |block: Block| match block {
        Block::Blank(label, _) => Some(label),
        _ => None,
    };
    page.blocks.into_iter().filter_map(blank).collect()
}

/// The whole call to the first place, which is asked for by name.
fn whole(plan: &Plan) -> Page {
    super::super::page(SheetKind::Calls, plan.treatment_options[0].id.as_str(), plan)
        .ok()
        .unwrap()
}

fn tables(plan: &Plan) -> Vec<(usize, usize)> {
    let table = |block: &Block| match block {
        Block::Table { heads, rows, .. } => {
            assert!(rows.iter().all(|row| row.len() == heads.len()));
            Some((heads.len() - 1, rows.len()))
        }
        _ => None,
    };
    page(SheetKind::Calls, plan).blocks.iter().filter_map(table).collect()
}

/// True if there is room for it.
fn has(room: &[String], said: &str) -> bool {
    room.iter().any(|label| label == said)
}

/// A first call fits on one side: what matters most, then what else there is time for, each in the order of the call.
#[test]
fn a_family_with_no_place_yet_gets_one_blank_first_call() {
    let (words, plan) = (english(), Plan::default());
    let room = room(page(SheetKind::Calls, &plan));
    // While nothing is known of what is used, it is asked as for opioids; and for those under 18 only if they are.
    let asked = call::asked_first(&plan).chain(call::FIRST_CALL);
    let asked = asked.filter(|field| ![Field::OptSuited, Field::OptYoung].contains(field));
    let say = asked.map(|field| words.call.say[field.code()].to_string());
    let before = call::BEFORE
        .iter()
        .map(|field| words.question(*field).short.to_string());
    assert_eq!(room, before.chain(say).collect::<Vec<_>>());
    assert!(tables(&plan).is_empty());
    let signs = said(SheetKind::Calls, &plan);
    assert!(signs.contains("Offers gifts, trips or free rent") && !signs.contains("None of these"));
}

// Holds R-55
#[test]
fn r_55_without_an_opioid_the_page_of_a_call_asks_for_another_treatment() {
    let words = english();
    let mut plan = Plan::default();
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
    let room = room(page(SheetKind::Calls, &plan));
    let (medicine, suited) = (Field::OptMedication.code(), Field::OptSuited.code());
    assert!(has(&room, words.call.say[&format!("{suited}.alcohol")]));
    assert!(!has(&room, words.call.say[medicine]));
    let said = said(SheetKind::Calls, &plan);
    assert!(!said.contains("ethadone") && !said.contains("uprenorphine"), "{said}");
}

#[test]
fn the_whole_call_has_every_question_once_in_the_order_of_the_call() {
    let (words, room) = (english(), room(whole(&one())));
    let fields = call::every_field().filter(|field| *field != Field::OptYoung);
    let says: Vec<&&str> = fields.filter_map(|field| words.call.say.get(field.code())).collect();
    let places = says.iter().map(|say| {
        let mut places = room.iter().enumerate().filter(|(_, label)| label == *say);
        let (place, _) = places.next().unwrap_or_else(|| panic!("{say}"));
        assert!(places.next().is_none(), "{say}");
        place
    });
    assert!(places.collect::<Vec<_>>().is_sorted());
}

#[test]
fn what_is_known_stands_there_and_is_not_asked_again() {
    let (words, mut plan) = (english(), one());
    let option = &mut plan.treatment_options[0];
    option.reference_number = text("77-A");
    option.spoke_with = text("Fern");
    option.date_checked = Answer::Given(today());
    option.licensed = Answer::Given(Checked::Yes);
    option.accredited_by = Answer::Left;
    option.medical_care = Answer::Given(Checked::NotAsked);
    option.kinds_of_treatment = text("talks");
    option.how_plan_is_made = Answer::Left;
    let (text, room) = (flat(&whole(&plan)), room(whole(&plan)));
    for known in ["77-A", "Fern", "November 16", "Licensed: Yes", "What they do: talks"] {
        assert!(text.contains(known), "{known}");
    }
    let asked = |code: &str| has(&room, words.call.say[&format!("treatment_options.{code}")]);
    assert!(!asked("licensed") && !asked("reference_number"));
    assert!(
        asked("accredited_by") && asked("medical_care"),
        "left and not asked yet have room"
    );
    assert!(!asked("kinds_of_treatment") && asked("how_plan_is_made"));
}

#[test]
fn what_has_no_room_in_the_call_has_none_on_paper() {
    let (words, mut plan) = (english(), one());
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::No);
    plan.person.insurance = Answer::Given(Known::No);
    let room = room(whole(&plan));
    for code in [
        "medications",
        "continues_existing_medication",
        "in_network",
        "preauthorisation",
    ] {
        assert!(
            !has(&room, words.call.say[&format!("treatment_options.{code}")]),
            "{code}"
        );
    }
    assert!(flat(&whole(&plan)).contains("Who near us does offer medicine"));
    let first = said(SheetKind::Calls, &one());
    assert!(
        first.contains("Who near us does offer medicine") && first.contains("Stopping such a medicine can be deadly")
    );
}

#[test]
fn warning_signs_have_boxes_and_those_that_were_heard_are_ticked() {
    let mut plan = one();
    plan.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]);
    let ticks = |block: &Block| match block {
        Block::Task { done, .. } => Some(*done),
        _ => None,
    };
    let ticks: Vec<bool> = whole(&plan).blocks.iter().filter_map(ticks).collect();
    assert_eq!(ticks.iter().filter(|done| **done).count(), 1);
    assert_eq!(ticks.len(), 10);
}

#[test]
fn r_09_detox_never_stands_without_its_sentence() {
    let mut plan = one();
    plan.treatment_options[0].kind = Answer::Given(OptionKind::Detox);
    for page in [page(SheetKind::Calls, &plan), whole(&plan)] {
        assert!(flat(&page).contains("Detox is a first step, not a treatment for opioids by itself"));
    }
}

#[test]
fn the_options_stand_side_by_side_at_most_three_at_a_time() {
    let mut plan = one();
    assert!(tables(&plan).is_empty(), "one has nothing to stand beside");
    for _ in 0..3 {
        plan.add(List::Options);
    }
    let rows = call::compared(&plan).count();
    assert_eq!(tables(&plan), [(3, rows), (1, rows)]);
    let sheets = page(SheetKind::Calls, &plan).blocks;
    assert_eq!(sheets.iter().filter(|block| matches!(block, Block::NewPage)).count(), 4);
}

/// Whoever has heard what matters has no page to fill in by hand: what they said is in the table.
#[test]
fn a_call_that_is_answered_has_no_page_and_stays_in_the_table() {
    let plan = example();
    let page = page(SheetKind::Calls, &plan);
    let called = |name: &str| {
        let is_it = |block: &Block| matches!(block, Block::Numbers { title, .. } if title.contains(name));
        page.blocks.iter().any(is_it)
    };
    assert!(called("Harbor House"), "what it costs was not said");
    assert!(!called("Birch Street") && flat(&page).contains("1. Birch Street"));
    // By name it can be had all the same.
    let told = flat(&whole(&plan));
    assert!(
        told.contains("Call Birch Street") && told.contains("Licensed: Yes"),
        "{told}"
    );
    let mut one = plan;
    one.treatment_options.truncate(1);
    assert!(said(SheetKind::Calls, &one).contains(english().pages.calls.blank_title));
}

#[test]
fn it_names_nobody_and_keeps_the_notes_in_the_plan() {
    let mut plan = one();
    plan.person.name = text("Quillon");
    plan.treatment_options[0].notes = text("15. They change the plan: Quillon was upset");
    assert!(!said(SheetKind::Calls, &plan).contains("Quillon"));
    assert_eq!(left(&page(SheetKind::Calls, &plan), LeftOut::Kept), 1);
    plan.treatment_options[0].notes = Answer::Left;
    assert!(page(SheetKind::Calls, &plan).left_out.is_empty(), "nothing is not told");
}

#[test]
fn every_ask_of_the_call_stands_under_a_heading() {
    let fields: Vec<Field> = call::every_field().collect();
    let words = english();
    let text = flat(&whole(&one()));
    for field in fields.iter().filter_map(|field| words.call.listen.get(field.code())) {
        let plain = words.fill_names(field, &Plan::default(), "");
        assert!(text.contains(&plain), "{plain}");
    }
}

/// The one sheet for a call to somebody else, by whom it is with.
fn with_others(plan: &Plan) -> Vec<Page> {
    let others = sheets::whom_to_call(plan, &english())
        .into_iter()
        .skip(plan.treatment_options.len());
    let page = |(id, _): (Id, String)| super::super::page(SheetKind::Calls, id.as_str(), plan).ok();
    others.filter_map(page).collect()
}

#[test]
fn a_professional_is_asked_the_sixteen_and_the_insurance_its_own_and_neither_hears_a_name() {
    let (words, plan) = (english(), example());
    let mut fresh = plan.clone();
    let pro = &plan.professionals[0];
    fresh.professionals[0] = Professional {
        id: pro.id.clone(),
        name: pro.name.clone(),
        ..Professional::default()
    };
    fresh.insurer = steadfast::plan::Insurer::default();
    let [professional, insurance] = &with_others(&fresh)[..] else {
        panic!("a professional, and the insurance");
    };
    for (page, fields, say) in [
        (professional, &call::PROFESSIONAL[..], &words.call.say_professional),
        (insurance, &call::INSURER[..], &words.call.say_insurer),
    ] {
        let asked = page.blocks.iter().filter_map(|block| match block {
            Block::Blank(label, _) => Some(label.as_str()),
            _ => None,
        });
        let owed: Vec<&str> = fields.iter().map(|field| say[field.code()]).collect();
        assert_eq!(asked.collect::<Vec<_>>(), owed);
        assert!(!flat(page).contains("Robin"));
    }
    // What they said stands in its place.
    assert!(flat(&with_others(&plan)[0]).contains(plan.professionals[0].fee.words()));
    let mut abroad = fresh.clone();
    abroad.country = "gb".into();
    assert_eq!(with_others(&abroad).len(), 1);
    let mut alcohol = fresh;
    alcohol.person.substances = Answer::Given(vec![Substance::Alcohol]);
    assert!(!flat(&with_others(&alcohol)[0]).contains("ethadone"), "R-55");
}
