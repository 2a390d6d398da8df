//! Scripted journeys, one a story. A script fails on a question it has no reply for and on a reply nothing asks for.

use crate::common::home::{Home as House, date, words};
use crate::common::script::{Deed, Go, Script};
use crate::common::story::long_story;
use steadfast::journey::Tier;
use steadfast::plan::*;
use steadfast::prompt::{Action, PromptSeen, Prompter, Scripted, ScriptedReply};
use steadfast::session::Session;
use steadfast::sheets::{self, SheetKind};
use steadfast::visit::VisitEnd;
use steadfast::words::fill_placeholders;
use steadfast::{readiness, steps};

const EXAMPLE: &str = include_str!("../prompts/en/example.json");

/// A house in which ten minutes were spent.
fn after_ten_minutes() -> House {
    let house = House::new();
    house.visit(Script::ten_minutes().leave());
    house
}

/// A house whose plan has come as far as *the plan* goes.
fn after_the_plan() -> House {
    let house = House::new();
    let ten = Script::begin(Length::ThePlan).who().calm().near();
    house.visit(ten.the_plan().enter("read").leave());
    house
}

/// The first ten minutes of a visit in which somebody said that they were hurt.
fn harmed(length: Length) -> Script {
    Script::begin(length).who().safety(Harm::ByThem, Suicide::No)
}

fn gate_in_file(house: &House) -> String {
    house.file()["safety"]["gate"].as_str().unwrap_or_default().into()
}

// The lengths.

#[test]
fn ten_minutes_lead_from_nothing_to_the_page_for_tonight() {
    let house = House::new();
    let met = house.visit(Script::ten_minutes().leave());
    assert_eq!(met.ended, VisitEnd::Left);
    assert_eq!(house.open_questions(), []);
    assert_eq!(gate_in_file(&house), "open");
    assert!(house.plan().person.care_contact.later().is_some());
}

#[test]
fn enough_for_tonight_ends_the_visit_with_every_answer_kept() {
    let house = House::new();
    let ten = Script::begin(Length::TenMinutes).who().calm().near();
    let met = house.visit(ten.label("tonight", words().pages.tonight.rows.enough));
    assert_eq!(met.ended, VisitEnd::Left);
    assert_eq!(house.open_questions(), []);
}

#[test]
fn a_page_that_was_kept_can_be_read_and_the_visit_goes_on_with_the_plan() {
    let house = House::new();
    let rows = &words().pages.tonight.rows;
    let ten = Script::begin(Length::TenMinutes).who().calm().near();
    let keep = |script: Script, how| script.label("tonight", rows.keep).label("tonight.keep", how);
    let kept = keep(keep(ten, rows.file), rows.phone);
    let on = kept.label("tonight", rows.go_on);
    house.visit(on.the_plan().enter("read").leave());
    assert_eq!(house.open_questions(), []);
    assert!(house.plan().visit.length.is(&Length::ThePlan));
    let mut names = house.names();
    names.retain(|name| name.ends_with(".html"));
    names.sort();
    assert_eq!(names, ["page-again-2.html", "page.html"]);
}

#[test]
fn a_longer_length_goes_on_where_the_shorter_one_ended() {
    let house = after_ten_minutes();
    let longer = Script::again().go(Go::Length).pick(Field::Length, Length::ThePlan);
    house.visit(longer.the_plan().enter("read").leave());
    assert_eq!(house.open_questions(), []);
    let longest = Script::again().go(Go::Length).pick(Field::Length, Length::Everything);
    let on = longest.go(Go::On).tick(Field::Signs, &[Sign::Money]);
    house.visit(on.action(Field::Hopes, Action::Leave));
}

#[test]
fn everything_holds_every_answer_where_it_belongs() {
    let house = House::new();
    house.visit(long_story().from(0));
    let plan = house.plan();
    assert_eq!(house.open_questions(), []);
    assert_eq!(gate_in_file(&house), "open");
    let counts = List::ALL.map(|list| plan.count(list));
    assert_eq!(counts, [1, 3, 2, 1, 1, 1, 1, 1]);
    let alder = plan.attendees[1].id.clone();
    assert!(plan.attendees[2].writes() && plan.attendees[2].reader.is(&alder));
    assert!(plan.attendees[2].parts.is_unasked(), "a letter holds no part");
    assert!(
        plan.treatment_options[0].soonest_start.is(&date("2027-05-12").into()),
        "the later reading"
    );
    assert!(plan.day.date.is(&date("2026-12-12")));
    let bad = vec![date("2026-12-05"), date("2026-12-06")];
    assert!(plan.day.days_that_will_not_do.is(&bad));
    assert_eq!(plan.person.fears.state(), AnswerState::Left);
    assert!(
        plan.person
            .why_now
            .later()
            .is_some_and(|later| later.owner == Id::planner())
    );
    assert!(
        !plan.boundaries[0].i_will.words().is_empty(),
        "begun from the sentence of its kind"
    );
    assert_eq!(plan.planner.name.words(), "June", "changed in the review");
    assert!(plan.visit.complete.is(&house.today));
}

#[test]
fn what_is_suggested_is_kept_with_enter_and_no_question_about_safety_suggests_anything() {
    let suggested = [
        Field::Invitation,
        Field::Opening,
        Field::Closing,
        Field::StopWord,
        Field::NotYet,
        Field::IfNo,
    ];
    let mut script = long_story().from(0);
    for (id, reply) in &mut script.steps {
        if suggested.iter().any(|field| field.code() == id) {
            *reply = ScriptedReply::Enter;
        }
    }
    let house = House::new();
    let met = house.visit(script);
    let offered: Vec<&PromptSeen> = met.seen.iter().filter(|seen| !seen.suggestion.is_empty()).collect();
    for seen in &offered {
        let field = Field::from_code(&seen.id).unwrap();
        assert!(
            !field.takes_a_row_only() && steps::section_of(field) != Some(Section::Safety),
            "{}",
            seen.id
        );
        assert!(
            seen.before.is_empty() && !seen.suggestion.contains("..."),
            "{}: {}",
            seen.id,
            seen.suggestion
        );
    }
    for field in suggested {
        let seen = offered
            .iter()
            .find(|seen| seen.id == field.code())
            .expect("it is suggested");
        let place = format!("/{}", field.code().replace('.', "/"));
        assert_eq!(house.file().pointer(&place).unwrap(), seen.suggestion.as_str());
    }
}

#[test]
fn the_planner_stands_among_the_attendees_from_the_start() {
    let house = after_the_plan();
    let plan = house.plan();
    assert_eq!(plan.ids(List::Attendees), [Id::planner()]);
    assert_eq!(plan.attendees[0].name.words(), "Juniper");
}

// Moving.

#[test]
fn back_finds_the_earlier_answer_in_every_kind_of_question() {
    let house = House::new();
    let who = Script::new()
        .greeted()
        .pick(Field::Computer, Computer::OnlyMe)
        .back(Field::Length)
        .enter(Field::Computer)
        .pick(Field::Length, Length::Everything)
        .back(Field::PlannerName)
        .enter(Field::Length)
        .line(Field::PlannerName, "Juniper")
        .back(Field::PersonName)
        .enter(Field::PlannerName)
        .line(Field::PersonName, "Robin")
        .pick(Field::Relation, Relation::Child)
        .back(Field::Ages)
        .enter(Field::Relation)
        .pick(Field::Ages, Ages::Both)
        .tick(Field::Substances, &[Substance::Heroin, Substance::Alcohol])
        .back(Field::Recent)
        .enter(Field::Substances)
        .tick(Field::Recent, &[Recent::Alone, Recent::Pregnant])
        .back(Field::Care)
        .enter(Field::Recent)
        .pick(Field::Care, Care::Neither)
        .skip(Field::CareContact)
        .skip(Field::Signs);
    let safety = who
        .pick(Field::Naloxone, Naloxone::InReach)
        .line(Field::NaloxonePlace, "By the door")
        .back("screen")
        .enter(Field::NaloxonePlace)
        .alone()
        .pick(Field::Harm, Harm::No)
        .back(Field::Means)
        .pick(Field::Harm, Harm::No)
        .pick(Field::Means, Means::No)
        .pick(Field::Suicide, Suicide::No)
        .action(Field::Children, Action::Leave);
    let met = house.visit(safety);
    let before = |field| met.before(field).last().unwrap().to_string();
    assert_eq!(before(Field::PlannerName), "Juniper");
    assert_eq!(before(Field::Relation), "0");
    assert_eq!(before(Field::Substances), "0 7");
    assert_eq!(
        before(Field::Recent),
        "1 4",
        "a possible pregnancy is heard, though it is not kept"
    );
    assert_eq!(before(Field::NaloxonePlace), "By the door");
    assert_eq!(
        before(Field::Harm),
        "",
        "what is not kept is not shown to whoever looks on by now"
    );
    assert!(house.plan().person.recent.is(&vec![Recent::Alone]));
}

#[test]
fn back_finds_the_earlier_day_and_the_list() {
    let house = House::new();
    let ten = Script::begin(Length::ThePlan).who().calm().near();
    let way = ten
        .all(List::Professionals)
        .back(Field::Way)
        .all(List::Professionals)
        .pick(Field::Way, Way::Talk)
        .planner_in_the_room()
        .all(List::Attendees)
        .all(List::Options)
        .add(List::Boundaries)
        .back(Field::BouPerson)
        .all(List::Boundaries);
    let day = way
        .line(Field::Date, "12/5")
        .back("day.date.read_back")
        .line(Field::Date, "12 December")
        .row("day.date.read_back", 0)
        .back(Field::Place)
        .enter(Field::Date)
        .row("day.date.read_back", 0)
        .action(Field::Place, Action::Leave);
    let met = house.visit(day);
    let before = met.before(Field::Date);
    assert_eq!(
        before[..2],
        ["", "12/5"],
        "what was typed stands there while it is mended"
    );
    assert!(before[2].contains("2026"));
    assert_eq!(house.plan().count(List::Boundaries), 0, "a blank item leaves nothing");
}

#[test]
fn from_an_earlier_question_on_goes_straight_to_the_open_one() {
    let house = House::new();
    let there = Script::begin(Length::TenMinutes).who().calm();
    let back = there
        .pick(Field::Children, Children::No)
        .line(Field::Tell, "Clover")
        .back(Field::Love)
        .back(Field::Tell)
        .back(Field::Children)
        .back(Field::Suicide)
        .enter(Field::Means)
        .line(Field::Love, "How Robin sings.");
    let met = house.visit(back.tonight().leave());
    assert_eq!(met.times(Field::Children), 2);
    assert_eq!(met.before(Field::Tell), ["", "Clover"]);
}

#[test]
fn the_order_of_speakers_and_longer_texts_stand_under_more() {
    let house = House::with(EXAMPLE);
    let row = |field| house.step_row(Section::Day, field);
    let script = Script::again()
        .go(Go::DoneSteps)
        .row("steps", house.step(Section::Day))
        .row("browse", row(Field::Order))
        .order(Field::Order, &[3, 0, 1, 2])
        .row("browse", row(Field::Bag))
        .back(Field::Bag)
        .row("browse", row(Field::Bag))
        .text(Field::Bag, "Clothes\nPhotos")
        .seen_enough()
        .leave();
    house.visit(script);
    let plan = house.plan();
    let order: Vec<&str> = plan.day.order.given().unwrap().iter().map(Id::as_str).collect();
    assert_eq!(order, ["a1", "planner", "a2", "a3"]);
    assert_eq!(plan.day.bag.words(), "Clothes\nPhotos");
}

#[test]
fn help_and_danger_in_the_middle_of_a_question_come_back_to_it() {
    let house = House::new();
    let script = Script::begin(Length::TenMinutes)
        .action(Field::PlannerName, Action::Help)
        .card(Field::PlannerName, 0)
        .line(Field::PlannerName, "Juniper")
        .line(Field::PersonName, "Robin")
        .card(Field::Relation, 1)
        .action(Field::Relation, Action::Help)
        .pick(Field::Relation, Relation::Child)
        .pick(Field::Ages, Ages::Both)
        .card(Field::Substances, 2)
        .action(Field::Substances, Action::Leave);
    let met = house.visit(script);
    assert_eq!(met.times(Field::Substances), 2);
    assert!(house.plan().person.ages.is(&Ages::Both));
}

#[test]
fn a_card_can_be_left_at_once() {
    let house = House::new();
    let card = Script::begin(Length::TenMinutes).action(Field::PlannerName, Action::Danger);
    let met = house.visit(card.row("danger", 2).action("card", Action::Hide));
    assert_eq!(met.ended, VisitEnd::Hidden);
}

#[test]
fn home_and_on_comes_back_to_the_open_question() {
    let house = House::new();
    let script = Script::begin(Length::TenMinutes)
        .line(Field::PlannerName, "Juniper")
        .action(Field::PersonName, Action::Home)
        .go(Go::On)
        .line(Field::PersonName, "Robin")
        .action(Field::Relation, Action::Leave);
    house.visit(script);
    // Nothing about safety was asked yet, so the visit begins with danger again.
    let next = Script::again_unasked().go(Go::On);
    house.visit(next.action(Field::Relation, Action::Leave));
}

#[test]
fn home_from_inside_an_item_comes_back_to_its_open_question() {
    let house = after_ten_minutes();
    let plan = Script::again().go(Go::Length).pick(Field::Length, Length::ThePlan);
    let script = plan
        .add(List::Professionals)
        .pick(Field::ProStatus, ProStatus::Have)
        .action(Field::ProName, Action::Home)
        .go(Go::On)
        .action(Field::ProName, Action::Leave);
    house.visit(script);
    house.visit(Script::again().go(Go::On).action(Field::ProName, Action::Leave));
}

// The review.

#[test]
fn a_change_in_the_review_comes_back_to_the_review() {
    let house = after_ten_minutes();
    let row = house.review_row(Field::Relation);
    let script = Script::again().go(Go::Review).row("browse", row);
    house.visit(script.pick(Field::Relation, Relation::Sibling).seen_enough().leave());
    assert!(house.plan().person.relation.is(&Relation::Sibling));
}

#[test]
fn a_change_that_opens_new_questions_asks_those_first() {
    let house = after_ten_minutes();
    let row = house.review_row(Field::Children);
    let script = Script::again()
        .go(Go::Review)
        .row("browse", row)
        .pick(Field::Children, Children::Yes)
        .line(Field::CalmAdult, "Hazel")
        .seen_enough()
        .leave();
    house.visit(script);
    assert_eq!(house.plan().person.calm_adult.words(), "Hazel");
}

#[test]
fn an_answer_that_stops_applying_is_there_again_when_it_applies() {
    let house = after_ten_minutes();
    let row = house.review_row(Field::Children);
    let change = |script: Script, to| script.row("browse", row).pick(Field::Children, to);
    let yes = change(Script::again().go(Go::Review), Children::Yes).line(Field::CalmAdult, "Hazel");
    let no = change(yes, Children::No);
    house.visit(change(no, Children::Yes).seen_enough().leave());
    assert_eq!(house.plan().person.calm_adult.words(), "Hazel");
}

#[test]
fn back_from_the_review_is_the_question_before_it() {
    let house = House::new();
    let story = long_story().from(0);
    let replies = story
        .ids()
        .iter()
        .rposition(|id| *id == Field::FollowUps.code())
        .unwrap()
        + 1;
    let script = story.first(replies).back("browse");
    house.visit(script.action(Field::FollowUps, Action::Leave));
    assert!(house.plan().visit.complete.is_unasked());
}

// Lists.

#[test]
fn several_helpers_are_named_in_one_line_and_a_minor_among_them_gets_no_seat() {
    let begin = || {
        Script::again()
            .go(Go::Length)
            .pick(Field::Length, Length::ThePlan)
            .all(List::Professionals)
            .pick(Field::Way, Way::Talk)
            .planner_in_the_room()
            .add(List::Attendees)
            .line(Field::AttName, "Alder 555-0143, Moss and Wren")
    };
    // Left at the question for all of them, each is on the list, and asked about alone.
    let house = after_ten_minutes();
    house.visit(begin().action("attendees.minors", Action::Leave));
    let plan = house.plan();
    let names: Vec<&str> = plan.attendees.iter().map(|one| one.name.words()).collect();
    assert_eq!(names, ["Juniper", "Alder", "Moss", "Wren"]);
    assert_eq!(plan.attendees[1].phone.words(), "555-0143");
    let alone = Script::again().go(Go::On).pick(Field::AttAdult, YesNo::Yes);
    house.visit(alone.action(Field::AttTakesPart, Action::Leave));

    let house = after_ten_minutes();
    let script = begin()
        .tick_rows("attendees.minors", vec![1])
        .pick(Field::AttTakesPart, TakesPart::InTheRoom)
        .tick(Field::AttParts, &[Part::Nothing])
        // Neither in the room nor on the line.
        .row(Field::AttTakesPart, 1)
        .pick(Field::AttTakesPart, TakesPart::Letter)
        .later(Field::AttReader)
        .deal(List::Attendees, 3, Deed::More)
        .action("browse", Action::Leave);
    let met = house.visit(script);
    // A number that was not typed behind a name is under "more about this one".
    let more = &met.seen.last().unwrap().options;
    let phone = words().question(Field::AttPhone).short;
    assert!(
        more.iter().any(|row| row.starts_with(&format!("{phone}: "))),
        "{more:?}"
    );
    let plan = house.plan();
    let adult = |at: usize| plan.attendees[at].adult.given().cloned();
    assert_eq!(
        [adult(1), adult(2), adult(3)],
        [Some(YesNo::Yes), Some(YesNo::No), Some(YesNo::Yes)]
    );
    assert!(plan.attendees[2].takes_part.is(&TakesPart::Behind));
}

#[test]
fn a_list_adds_changes_and_removes() {
    let house = after_ten_minutes();
    let list = List::Attendees;
    let script = Script::again()
        .go(Go::Length)
        .pick(Field::Length, Length::ThePlan)
        .all(List::Professionals)
        .pick(Field::Way, Way::Talk)
        .planner_in_the_room()
        .attendee("Alder")
        .attendee("Moss")
        .deal(list, 1, Deed::Change)
        .row("browse", 1)
        .line(Field::AttName, "Wren")
        .seen_enough()
        .deal(list, 2, Deed::Remove)
        .row("attendees.remove", 0)
        .remove(list, 2)
        .all(list)
        .action(Field::Options, Action::Leave);
    house.visit(script);
    let plan = house.plan();
    let names: Vec<&str> = plan.attendees.iter().map(|a| a.name.words()).collect();
    assert_eq!(names, ["Juniper", "Wren"]);
}

#[test]
fn a_removed_attendee_leaves_no_reference() {
    let house = House::with(EXAMPLE);
    assert!(house.text().contains(r#""a2""#));
    let row = house.review_row(Field::Attendees);
    // Who is in touch tomorrow was the one who is gone: that is open again, and asked first.
    let script = Script::again()
        .go(Go::Review)
        .row("browse", row)
        .remove(List::Attendees, 2)
        .all(List::Attendees)
        .row(Field::Tomorrow, 0)
        .seen_enough()
        .leave();
    house.visit(script);
    assert!(!house.text().contains(r#""a2""#));
}

/// Takes the newest change back with the command, from a start of its own; what then stands there.
fn undone(house: &House, place: &str) -> serde_json::Value {
    let mut undo = assert_cmd::Command::cargo_bin("steadfast").unwrap();
    undo.args(["undo", "--today", "2026-11-21"])
        .arg(house.path())
        .assert()
        .success();
    house.file()[place].clone()
}

#[test]
fn an_option_taken_off_comes_back() {
    let house = House::with(EXAMPLE);
    let before = house.file()["treatment_options"].clone();
    let row = house.review_row(Field::Options);
    let script = Script::again()
        .go(Go::Review)
        .row("browse", row)
        .remove(List::Options, 1)
        .all(List::Options)
        .seen_enough()
        .leave();
    house.visit(script);
    let after = house.file()["treatment_options"].clone();
    assert_eq!(after, serde_json::json!([before[0], before[2]]));
    assert_eq!(undone(&house, "treatment_options"), before);
}

#[test]
fn a_whole_step_taken_off_comes_back() {
    let house = House::with(EXAMPLE);
    let before = house.file()["boundaries"].clone();
    let all = before.as_array().unwrap().len();
    assert!(all > 1);
    let row = house.review_row(Field::Boundaries);
    let mut script = Script::again().go(Go::Review).row("browse", row);
    for _ in 0..all {
        script = script.remove(List::Boundaries, 0);
    }
    house.visit(script.all(List::Boundaries).seen_enough().leave());
    assert!(house.plan().boundaries.is_empty());
    for back in 1..=all {
        let there = undone(&house, "boundaries");
        assert_eq!(there.as_array().unwrap()[..], before.as_array().unwrap()[all - back..]);
    }
}

// The gate.

// Holds R-15 (speaks)
#[test]
fn a_closed_gate_asks_for_no_way_attendee_boundary_word_or_day() {
    let house = House::new();
    let script = harmed(Length::ThePlan)
        .near()
        .all(List::Professionals)
        .all(List::Options)
        .enter("read");
    house.visit(script.leave());
    assert_eq!(gate_in_file(&house), "closed");
    assert!(!house.text().contains("by_them"));
    let plan = house.plan();
    let journey = steps::journey(Tier::Everything);
    let closed = [Section::Way, Section::Attendees, Section::Boundaries, Section::Words];
    // What helps whatever comes: somebody for the children, naloxone, and the family's own support.
    let stays = [Field::HomeCare, Field::NaloxoneWith, Field::IfReturns, Field::FollowUps];
    for (_, entry) in journey.asked_entries(&plan) {
        let field = entry.here.question.field;
        assert!(!closed.contains(&entry.section), "{field:?}");
        assert!(entry.section != Section::Day || stays.contains(&field), "{field:?}");
    }
}

#[test]
fn a_closed_gate_stays_closed_at_the_next_visit_and_opens_when_all_was_put_again() {
    let mut house = House::new();
    house.visit(harmed(Length::TenMinutes).near().tonight().leave());
    house.visit(Script::again().leave());
    assert_eq!(readiness::gate(&house.plan()), Gate::Closed);
    house.today = date("2026-12-05");
    house.visit(changed(Harm::No).leave());
    assert_eq!(gate_in_file(&house), "open");
}

/// A later visit in which something about safety has changed.
fn changed(harm: Harm) -> Script {
    Script::again()
        .row("safety.changed", 1)
        .enter(Field::Recent)
        .alone()
        .pick(Field::Harm, harm)
        .pick(Field::Means, Means::No)
        .pick(Field::Suicide, Suicide::No)
}

#[test]
fn safety_is_asked_about_again_after_fourteen_days() {
    let mut house = after_ten_minutes();
    house.today = date("2026-12-04");
    house.visit(Script::again().leave());
    house.today = date("2026-12-05");
    house.visit(changed(Harm::ToThem).leave());
    assert_eq!(gate_in_file(&house), "closed");
    house.visit(Script::again().leave());
    house.today = date("2026-12-19");
    house.visit(Script::again().row("safety.changed", 0).leave());
    house.visit(Script::again().leave());
    assert_eq!(gate_in_file(&house), "closed");
}

#[test]
fn a_yes_to_changed_that_is_broken_off_stays_careful() {
    let mut house = after_ten_minutes();
    house.today = date("2026-12-05");
    let yes = Script::again().row("safety.changed", 1);
    house.visit(yes.action(Field::Recent, Action::Leave));
    // Begun and not ended: closed, until they are all put.
    assert_eq!(readiness::gate(&house.plan()), Gate::Closed);
    house.visit(Script::again().go(Go::On).action(Field::Recent, Action::Leave));
}

#[test]
fn safety_is_asked_about_again_on_the_day_before() {
    let mut house = after_the_plan();
    house.visit(Script::again().leave());
    let row = house.review_row(Field::Date);
    let sooner = Script::again().go(Go::Review).row("browse", row);
    house.visit(sooner.day(Field::Date, "24 November", 0).seen_enough().leave());
    house.today = date("2026-11-23");
    house.visit(Script::again().row("safety.changed", 0).leave());
    house.visit(Script::again().leave());
}

#[test]
fn safety_is_asked_about_again_when_a_day_is_set() {
    let mut house = after_the_plan();
    house.today = date("2026-11-25");
    let row = house.review_row(Field::Date);
    let sooner = Script::again().go(Go::Review).row("browse", row);
    let set = sooner.day(Field::Date, "5 December", 0).seen_enough();
    house.visit(set.row("safety.changed", 0).leave());
}

/// The plan up to the page of everything about a professional who agrees.
fn one_who_agrees(kind: ProType) -> Script {
    Script::begin(Length::ThePlan)
        .who()
        .calm()
        .near()
        .add(List::Professionals)
        .pick(Field::ProStatus, ProStatus::Have)
        .line(Field::ProName, "Linden")
        .pick(Field::ProType, kind)
        .line(Field::ProPhone, "555-0110")
        .pick(Field::ProAgrees, Agrees::Yes)
}

#[test]
fn nobody_can_have_agreed_on_a_day_to_come() {
    let house = House::new();
    let agrees = one_who_agrees(ProType::Counselor);
    let met = house.visit(
        agrees
            .day(Field::ProAgreedOn, "1 June 2027", 0)
            .day(Field::ProAgreedOn, "20 November 2026", 0)
            .action(Field::ProConditions, Action::Leave),
    );
    assert_eq!(met.before(Field::ProAgreedOn).len(), 2);
    assert!(house.plan().professionals[0].agreed_on.is(&date("2026-11-20")));
}

#[test]
fn a_rather_not_at_a_later_visit_leaves_a_closed_plan_closed() {
    let mut house = House::new();
    house.visit(harmed(Length::TenMinutes).near().tonight().leave());
    house.today = date("2026-12-05");
    house.visit(changed(Harm::RatherNot).leave());
    assert_eq!(gate_in_file(&house), "closed");
    house.today = date("2026-12-19");
    house.visit(changed(Harm::No).leave());
    assert_eq!(gate_in_file(&house), "open");
}

#[test]
fn what_somebody_could_see_is_passed_over_and_asked_at_the_next_visit() {
    let house = House::new();
    let seen = Script::begin(Length::TenMinutes)
        .who()
        .pick(Field::Naloxone, Naloxone::InReach)
        .row("screen", 2)
        .near()
        .tonight()
        .leave();
    house.visit(seen);
    assert_eq!(house.open_questions(), [Field::Harm, Field::Means, Field::Suicide]);
    assert_eq!(gate_in_file(&house), "", "open is not written before all was put");
    assert_eq!(readiness::gate(&house.plan()), Gate::AskFirst);
    let next = Script::again()
        .go(Go::On)
        .alone()
        .pick(Field::Harm, Harm::No)
        .pick(Field::Means, Means::No)
        .pick(Field::Suicide, Suicide::No)
        .tonight()
        .leave();
    house.visit(next);
    assert_eq!(gate_in_file(&house), "open");
}

#[test]
fn help_before_it_is_known_who_sees_the_screen_shows_nothing_private() {
    let house = House::new();
    let there = Script::begin(Length::TenMinutes).who().skip(Field::Naloxone);
    let met = house.visit(there.action("screen", Action::Help).action("screen", Action::Leave));
    let ids: Vec<&str> = met.seen.iter().rev().take(2).map(|seen| seen.id.as_str()).collect();
    assert_eq!(ids, ["screen", "screen"], "nothing is said between");
}

// Before anything is kept.

#[test]
fn nothing_is_kept_on_a_computer_they_can_open() {
    for (row, ended) in [(0, VisitEnd::Elsewhere), (1, VisitEnd::OnPaper)] {
        let house = House::new();
        let they = Script::new().greeted().pick(Field::Computer, Computer::They);
        let met = house.visit(
            they.back("elsewhere")
                .pick(Field::Computer, Computer::They)
                .row("elsewhere", row),
        );
        assert_eq!(met.ended, ended);
        assert_eq!(house.names(), [""; 0]);
    }
}

#[test]
fn nobody_is_told_that_nothing_was_kept_where_a_plan_was() {
    let house = after_ten_minutes();
    let row = house.review_row(Field::Computer);
    let script = Script::again().go(Go::Review).row("browse", row);
    let met = house.visit(script.pick(Field::Computer, Computer::They).row("elsewhere", 0));
    assert_eq!(met.ended, VisitEnd::Left);
}

#[test]
fn who_can_open_the_computer_is_asked_before_anything_is_kept() {
    let house = House::new();
    let early = Script::new()
        .greeted()
        .action(Field::Computer, Action::Home)
        .label("home", words().home.rows.country)
        .row("country", 1)
        .go(Go::On)
        .action(Field::Computer, Action::Home);
    let met = house.visit(early.clone().leave());
    let home = met.seen.iter().find(|seen| seen.id == "home").unwrap();
    assert_eq!(home.options.len(), 3, "{:?}", home.options);
    assert_eq!(house.names(), [""; 0]);
    let on = early.go(Go::On).pick(Field::Computer, Computer::OnlyMe);
    house.visit(on.action(Field::Length, Action::Leave));
    assert_eq!(house.names(), ["plan.json"]);
    assert_ne!(house.plan().country, "us", "what was chosen before is kept with it");
}

// Later visits.

#[test]
fn a_big_change_is_kept_and_can_be_taken_back() {
    let house = after_the_plan();
    let change = Script::again().go(Go::Change);
    house.visit(
        change
            .clone()
            .pick("visit.changes", Change::InHospital)
            .enter("read")
            .leave(),
    );
    assert_eq!(house.plan().change(), Some(&Change::InHospital));
    let last = Change::all().len();
    house.visit(change.row("visit.changes", last).enter("read").leave());
    assert_eq!(house.plan().change(), None);
}

#[test]
fn after_the_day_a_visit_asks_once_whether_they_met() {
    let mut house = after_the_plan();
    house.today = date("2026-12-13");
    let script = Script::again().row("safety.changed", 0).pick("visit.met", Met::NotYet);
    let script = script.row("visit.safe_tonight", 0);
    let script = script.line(Field::TheySaid, "Not this month.");
    let script = script.line("day.date", "3 January").enter("day.date.read_back");
    house.visit(
        script
            .line(Field::Better, "A shorter talk.")
            .row(Field::Rests, 0)
            .leave(),
    );
    let plan = house.plan();
    assert!(plan.visit.met.is(&Met::NotYet));
    assert_eq!(plan.afterwards.they_said.words(), "Not this month.");
    assert_eq!(plan.afterwards.better.words(), "A shorter talk.");
    assert!(plan.afterwards.rests.given().is_some());
    assert!(!house.file().to_string().contains("safe_tonight"), "never kept");
    assert_eq!(house.plan().day.date.given(), Some(&date("2027-01-03")));
    house.visit(Script::again().leave());
    // After each new day it is asked again.
    house.today = date("2027-01-04");
    let script = Script::again().row("safety.changed", 0).pick("visit.met", Met::Yes);
    let script = script.row("visit.safe_tonight", 0);
    // A new day puts each question anew, with what was said before.
    let script = script.enter(Field::TheySaid).enter(Field::Better).skip(Field::Rests);
    house.visit(script.leave());
    assert!(house.plan().visit.met.is(&Met::Yes));
    assert_eq!(house.plan().afterwards.they_said.words(), "Not this month.");
}

#[test]
fn after_a_no_only_what_was_heard_starts_and_not_being_safe_opens_the_cards_before_anything_else() {
    let mut plan: Plan = serde_json::from_str(words().example).unwrap();
    plan.boundaries[1].only_if_answer_is_no = Answer::Given(YesNo::Yes);
    plan.boundaries[0].kind = Answer::Given(BoundaryKind::LivingHere);
    plan.boundaries[0].talked_with_professional = Answer::Given(YesNo::No);
    let mut house = House::with(&serde_json::to_string(&plan).unwrap());
    house.today = date("2026-12-13");
    let told = Script::again().row("safety.changed", 0).pick("visit.met", Met::No);
    let told = told.row("visit.safe_tonight", 2).row("danger", 4);
    let told = told.tick_rows(Field::BouSaid, vec![0, 1]).skip(Field::TheySaid);
    // The second starts; the first waits for the professional; the third was not said.
    let told = told
        .enter(Field::BouStarts)
        .enter(format!("{}.read_back", Field::BouStarts.code()).as_str());
    let told = told.line("day.date", "3 January").enter("day.date.read_back");
    let met = house.visit(told.skip(Field::Better).skip(Field::Rests).leave());
    let said: String = met.seen.iter().map(|seen| seen.reads.as_str()).collect();
    let name = |at: usize| steps::boundary_title(&plan, &plan.boundaries[at].id, words());
    let starts = &words().home.starts;
    assert!(said.contains(&starts.now.replace("{who}", &name(1))), "{said}");
    assert!(said.contains(&starts.talk.replace("{who}", &name(0))), "{said}");
    let plan = house.plan();
    let heard: Vec<bool> = plan
        .boundaries
        .iter()
        .map(|one| one.said_aloud.is(&YesNo::Yes))
        .collect();
    assert_eq!(heard[..3], [true, true, false]);
}

/// Each of the six, with every question after it left open.
#[test]
fn after_each_answer_every_question_may_be_left_and_after_walking_out_the_card_is_said_again() {
    let mut example: Plan = serde_json::from_str(words().example).unwrap();
    example.boundaries.clear();
    example.statements.clear();
    for met in Met::all() {
        let mut house = House::with(&serde_json::to_string(&example).unwrap());
        house.today = date("2026-12-13");
        let told = Script::again().row("safety.changed", 0).pick("visit.met", met.clone());
        let left = |script: Script, fields: &[Field]| fields.iter().fold(script, |script, field| script.skip(*field));
        let told = match met {
            Met::DidNotMeet => left(told, &[Field::Date]),
            Met::Yes => left(
                told.row("visit.safe_tonight", 0),
                &[Field::TheySaid, Field::Better, Field::Rests],
            ),
            _ => left(
                told.row("visit.safe_tonight", 0),
                &[Field::TheySaid, Field::Date, Field::Better, Field::Rests],
            ),
        };
        let seen = house.visit(told.leave()).seen;
        let plan = house.plan();
        assert!(plan.visit.met.is(&met));
        let open = [&plan.afterwards.they_said, &plan.afterwards.better].map(|said| said.words().is_empty());
        assert!(open == [true; 2] && plan.afterwards.rests.given().is_none(), "{met:?}");
        let said: String = seen.iter().map(|seen| seen.reads.as_str()).collect();
        let mut card = words().pages.cards.walks_out.steps.iter();
        let is_said = card.all(|line| said.contains(&words().fill_names(line, &plan, "")));
        assert_eq!(is_said, met == Met::WalkedOut, "{met:?}");
    }
}

#[test]
fn how_the_day_went_can_be_corrected_and_a_yes_takes_off_only_what_it_ends() {
    let mut plan: Plan = serde_json::from_str(words().example).unwrap();
    let stays = plan.boundaries[0].id.clone();
    plan.boundaries
        .iter_mut()
        .for_each(|one| one.kept_after_yes = Answer::Unasked);
    plan.boundaries[0].kept_after_yes = Answer::Given(YesNo::Yes);
    let mut house = House::with(&serde_json::to_string(&plan).unwrap());
    house.today = date("2026-12-13");
    let told = Script::again()
        .row("safety.changed", 0)
        .pick("visit.met", Met::DidNotMeet);
    house.visit(told.back("day.date").leave());
    let outcome = words().home.rows.outcome;
    let again = Script::again().label("home", outcome).pick("visit.met", Met::Yes);
    let again = again.row("visit.safe_tonight", 0).row("after_yes", 1);
    house.visit(
        again
            .skip(Field::TheySaid)
            .skip(Field::Better)
            .skip(Field::Rests)
            .leave(),
    );
    let plan = house.plan();
    assert!(plan.visit.met.is(&Met::Yes) && plan.statements.is_empty());
    let left: Vec<_> = plan.boundaries.iter().map(|one| one.id.clone()).collect();
    assert_eq!(left, [stays]);
}

#[test]
fn nobody_is_asked_whether_they_met_while_the_dates_wait_or_the_gate_is_closed() {
    let mut house = after_the_plan();
    let died = Script::again().go(Go::Change).pick("visit.changes", Change::Died);
    house.visit(died.enter("read").leave());
    house.today = date("2026-12-13");
    house.visit(Script::again().leave());

    let mut house = after_the_plan();
    house.today = date("2026-12-13");
    house.visit(changed(Harm::ByThem).leave());
    assert_eq!(gate_in_file(&house), "closed");
}

// Pages to print.

/// What is said where a page is saved from the home page, a space between the words.
fn saved(row: &str) -> String {
    let house = House::with(EXAMPLE);
    let script = Script::again().go(Go::Save).label("sheet", row).enter("read").leave();
    let (_, printed) = house.typed(&script.typed());
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn whoever_saves_a_page_is_told_what_is_not_on_it() {
    let own = &words().sheet;
    let plan = House::with(EXAMPLE).plan();
    let page = sheets::compose(SheetKind::Offer, None, &plan, words(), House::new().today);
    let (why, n) = page.ok().unwrap().left_out[0];
    let told = format!("{} {}", own.left_out_title, own.left_out[why.code()].of(n));
    let offer = saved(own.label["offer"]);
    assert!(offer.contains(&told), "{told}\n{offer}");
    let whole = saved(own.label["overdose"]);
    assert!(!whole.contains(own.left_out_title), "{whole}");
}

#[test]
fn of_every_page_that_is_saved_it_is_told_by_name_what_is_not_on_it() {
    let own = &words().sheet;
    let all = saved(own.all_row);
    let named = |page: &str| fill_placeholders(own.left_out_named, &[("page", page)]);
    for page in ["offer", "person-1"] {
        assert!(all.contains(&named(page)), "{page}\n{all}");
    }
    assert!(!all.contains(&named("overdose")), "{all}");
}

#[test]
fn danger_is_within_reach_of_a_page_and_comes_back_to_it() {
    let house = House::with(EXAMPLE);
    let danger = Script::again().go(Go::Change).pick("visit.changes", Change::InHospital);
    let danger = danger.action("read", Action::Danger).row("danger", 4);
    house.visit(danger.clone().enter("read").leave());
    house.visit(danger.action("read", Action::Hide));
}

// The scripts themselves.

#[test]
#[should_panic(expected = "no reply for `planner.name`")]
fn a_script_fails_on_a_question_it_has_no_reply_for() {
    House::new().visit(Script::begin(Length::TenMinutes));
}

#[test]
#[should_panic(expected = "the script has")]
fn a_script_fails_on_another_question() {
    House::new().visit(Script::begin(Length::TenMinutes).line(Field::PersonName, "Robin"));
}

#[test]
#[should_panic(expected = "replies that nothing asked for")]
fn a_script_fails_on_a_reply_nothing_asks_for() {
    House::new().visit(Script::ten_minutes().leave().leave());
}

#[test]
fn a_shrug_is_an_open_answer_and_no_place_where_naloxone_is() {
    let house = House::new();
    let who = Script::begin(Length::Everything)
        .who()
        .tick(Field::Signs, &[Sign::Money]);
    let shrug = who
        .pick(Field::Naloxone, Naloxone::InReach)
        .line(Field::NaloxonePlace, "idk??");
    house.visit(shrug.action("screen", Action::Leave));
    let place = &house.plan().safety.naloxone_place;
    assert_eq!((place.words(), place.is_unasked()), ("", false));
}

#[test]
fn no_is_nobody_where_somebody_to_call_is_asked_for() {
    for typed in ["no", "Nobody.", "none"] {
        let house = House::new();
        let script = Script::begin(Length::TenMinutes)
            .who_but_contact()
            .line(Field::CareContact, typed);
        house.visit(script.action(Field::Naloxone, Action::Leave));
        let contact = &house.plan().person.care_contact;
        assert_eq!((contact.words(), contact.is_unasked()), ("", false), "{typed}");
    }
}

/// At the question of every name, role and place, what is plainly none of it.
#[test]
fn what_is_plainly_no_name_is_asked_back_and_enter_keeps_it() {
    let fields: Vec<Field> = Field::ALL
        .iter()
        .copied()
        .filter(|field| field.asks_for_a_name())
        .collect();
    assert!(fields.len() >= 19, "{fields:?}");
    let asked_at = |field: Field, typed: &str| {
        let mut plan: Plan = serde_json::from_str(include_str!("../prompts/en/example.json")).unwrap();
        let list = steps::item_lists().find(|group| group.questions.iter().any(|question| question.field == field));
        let id = list.map(|group| plan.ids(group.list)[0].clone());
        let here = steps::entry(field, id.as_ref(), &plan).unwrap().here;
        here.clear(&mut plan);
        let mut script = Scripted::new(vec![ScriptedReply::Line(typed.into()), ScriptedReply::Enter]);
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let mut session = Session::new(&mut script, words(), date("2026-11-21"), &mut keep);
        here.ask(&mut plan, &mut session).unwrap();
        let seen = script
            .transcript()
            .iter()
            .filter(|seen| seen.id == field.code())
            .count();
        (seen, here.recap(&plan, words()))
    };
    for field in fields {
        for typed in ["5", "yes", "OK"] {
            assert_eq!(asked_at(field, typed), (2, typed.into()), "{field:?}");
        }
        for typed in ["Yesenia", "Dr. Lee, 555-0117", "5th floor, Elm Street", "J"] {
            assert_eq!(asked_at(field, typed).0, 1, "{field:?} {typed}");
        }
        if field.is_name_of_somebody() {
            assert_eq!(asked_at(field, "idk"), (2, "idk".into()), "{field:?}");
        }
    }
}

#[test]
fn a_short_name_is_a_name_and_no_shrug() {
    assert!(!words().is_shrug("NA"), "Narcotics Anonymous is a group");
    let house = House::new();
    let named = Script::begin(Length::TenMinutes).line(Field::PlannerName, "Na");
    house.visit(named.action(Field::PersonName, Action::Leave));
    assert_eq!(house.plan().planner.name.words(), "Na");
}
