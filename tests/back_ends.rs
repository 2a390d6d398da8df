//! The same short suite on the plain back end, fed from a string, and on the scripted one: same questions, same plan.
//! The rich one is driven through a pseudo-terminal elsewhere.

use crate::common::home::{Home as House, words};
use crate::common::script::{Deed, Go, Script};
use crate::common::story::long_story;
use steadfast::plan::*;
use steadfast::prompt::Action;
use steadfast::visit::VisitEnd;

/// Plays the visits on both back ends, one after another on the same computer, and compares after each.
#[track_caller]
fn same(visits: Vec<Script>) -> Vec<VisitEnd> {
    same_typed(visits, Script::typed)
}

#[track_caller]
fn same_typed(visits: Vec<Script>, typed: impl Fn(&Script) -> String) -> Vec<VisitEnd> {
    let (scripted, plain) = (House::new(), House::new());
    let mut ends = Vec::new();
    for visit in visits {
        let typed = typed(&visit);
        let met = scripted.visit(visit);
        let (ended, printed) = plain.typed(&typed);
        assert!(!printed.contains('\u{1b}'), "an escape sequence in plain");
        assert_eq!(ended, met.ended, "{printed}");
        assert_eq!(plain.names(), scripted.names());
        if !plain.names().is_empty() {
            assert_eq!(plain.text(), scripted.text());
        }
        ends.push(ended);
    }
    ends
}

#[test]
fn a_whole_story() {
    same(vec![long_story().from(0)]);
}

#[test]
fn conditions() {
    let closed = Script::begin(Length::ThePlan)
        .who()
        .safety(Harm::ToThem, Suicide::NotSure)
        .pick(Field::Children, Children::Yes)
        .line(Field::CalmAdult, "Hazel")
        .line(Field::Tell, "Clover")
        .line(Field::Love, "How Robin sings.")
        .all(List::Professionals)
        .all(List::Options)
        .enter("read");
    same(vec![closed.leave()]);
}

#[test]
fn somebody_at_the_screen() {
    let seen = Script::begin(Length::TenMinutes)
        .who()
        .skip(Field::Naloxone)
        .row("screen", 2);
    let next = Script::again().go(Go::On).alone().pick(Field::Harm, Harm::No);
    same(vec![
        seen.action(Field::Children, Action::Leave),
        next.action(Field::Means, Action::Leave),
    ]);
}

#[test]
fn groups() {
    let list = List::Attendees;
    let script = Script::begin(Length::ThePlan)
        .who()
        .calm()
        .near()
        .all(List::Professionals)
        .pick(Field::Way, Way::Invited)
        .planner_in_the_room()
        .attendee("Alder")
        .attendee("Moss")
        .deal(list, 1, Deed::Change)
        .row("browse", 1)
        .line(Field::AttName, "Wren")
        .seen_enough()
        .remove(list, 2)
        .all(list);
    same(vec![script.action(Field::Options, Action::Leave)]);
}

#[test]
fn back_keeps_what_was_answered() {
    let script = Script::begin(Length::TenMinutes)
        .line(Field::PlannerName, "Juniper")
        .back(Field::PersonName)
        .enter(Field::PlannerName)
        .line(Field::PersonName, "Robin")
        .pick(Field::Relation, Relation::Partner)
        .back(Field::Ages)
        .enter(Field::Relation)
        .pick(Field::Ages, Ages::Both)
        .tick(Field::Substances, &[Substance::Heroin, Substance::Alcohol])
        .back(Field::Recent)
        .enter(Field::Substances)
        .tick::<Recent>(Field::Recent, &[])
        .action(Field::Care, Action::Leave);
    same(vec![script]);
}

#[test]
fn later_and_skip() {
    let script = Script::begin(Length::TenMinutes)
        .later(Field::PlannerName)
        .skip(Field::PersonName)
        .later(Field::Relation)
        .skip(Field::Ages)
        .later(Field::Substances)
        .skip(Field::Recent)
        .action(Field::Care, Action::Leave);
    same(vec![script]);
}

#[test]
fn help_and_danger() {
    let script = Script::begin(Length::TenMinutes)
        .action(Field::PlannerName, Action::Help)
        .card(Field::PlannerName, 0)
        .line(Field::PlannerName, "Juniper")
        .line(Field::PersonName, "Robin")
        .action(Field::Relation, Action::Help)
        .card(Field::Relation, 3)
        .pick(Field::Relation, Relation::Friend)
        .action(Field::Ages, Action::Leave);
    same(vec![script]);
}

#[test]
fn home_and_leaving() {
    let named = Script::begin(Length::TenMinutes).line(Field::PlannerName, "Juniper");
    let home = named.action(Field::PersonName, Action::Home).go(Go::On);
    let ends = same(vec![
        home.action(Field::PersonName, Action::Leave),
        Script::again_unasked()
            .go(Go::On)
            .action(Field::PersonName, Action::Hide),
        Script::again_unasked().leave(),
    ]);
    assert_eq!(ends, [VisitEnd::Left, VisitEnd::Hidden, VisitEnd::Left]);
}

#[test]
fn nothing_kept_where_they_can_open_the_computer() {
    let they = Script::new().greeted().pick(Field::Computer, Computer::They);
    assert_eq!(same(vec![they.row("elsewhere", 1)]), [VisitEnd::OnPaper]);
}

#[test]
fn wishes_from_the_list_behind_something_else() {
    let phrases = words().ask;
    let lists = Script::new()
        .greeted()
        .pick(Field::Computer, Computer::OnlyMe)
        .back(Field::Length)
        .enter(Field::Computer)
        .action(Field::Length, Action::Help)
        .card(Field::Length, 0)
        .action(Field::Length, Action::Home)
        .go(Go::On)
        .action(Field::Length, Action::Leave);
    same_typed(vec![lists], |script| script.typed_by_menu(phrases.else_row));
}

#[test]
fn the_end_of_input_leaves_and_answers_nothing() {
    let house = House::new();
    let typed = Script::begin(Length::TenMinutes).typed();
    let (ended, _) = house.typed(&format!("{typed}Juni"));
    assert_eq!(ended, VisitEnd::Left);
    assert!(house.plan().planner.name.is_unasked());
}

// Holds R-13 (silent)
#[test]
fn after_the_question_on_suicide_the_line_is_there_for_the_planner_too() {
    let until = Script::begin(Length::TenMinutes).who();
    let until = until.pick(Field::Naloxone, Naloxone::InReach).alone();
    let until = until.pick(Field::Harm, Harm::No).pick(Field::Means, Means::No);
    let on = |script: Script| script.action(Field::Children, Action::Leave);
    let tonight = words().home.suicide_yes.replace("{name}", "Robin");
    for (answer, now) in [(Suicide::Yes, true), (Suicide::NotSure, true), (Suicide::No, false)] {
        let visit = on(until.clone().pick(Field::Suicide, answer));
        assert_eq!(says(visit, &tonight), now);
    }
    assert!(!says(on(until.clone().skip(Field::Suicide)), &tonight));
    assert!(!says_the_line(until.clone().action(Field::Suicide, Action::Leave)));
    assert!(says_the_line(on(until.clone().pick(Field::Suicide, Suicide::No))));
    assert!(says_the_line(on(until.clone().pick(Field::Suicide, Suicide::Yes))));
    assert!(says_the_line(on(until.skip(Field::Suicide))));
}

// Holds R-15 (silent)
#[test]
fn after_a_yes_to_harm_it_is_said_what_can_be_done_now() {
    let until = Script::begin(Length::TenMinutes).who();
    let until = until.pick(Field::Naloxone, Naloxone::InReach).alone();
    let on = |script: Script| script.action(Field::Means, Action::Leave);
    for answer in Harm::all() {
        let now = !matches!(answer, Harm::No | Harm::RatherNot);
        let visit = on(until.clone().pick(Field::Harm, answer.clone()));
        assert_eq!(says(visit, words().home.harm_yes), now, "{answer:?}");
    }
    assert!(!says(on(until.skip(Field::Harm)), words().home.harm_yes));
}

#[test]
fn the_home_page_of_a_closed_plan_sends_to_a_professional() {
    let until = Script::begin(Length::TenMinutes).who();
    let closed = |harm| until.clone().safety(harm, Suicide::No).near().tonight().leave();
    assert!(says(closed(Harm::ToThem), words().home.closed));
    assert!(!says(
        closed(Harm::ToThem),
        &format!("{}.", words().label(&Gate::Closed))
    ));
    assert!(!says(closed(Harm::No), words().home.closed));
}

#[test]
fn the_violence_card_names_a_violence_line_only_where_there_is_one() {
    let card = &words().danger.card.violence;
    // A country's own words stand behind this.
    let without = card.without_violence_line.split(" {doctor}").next().unwrap();
    let without = &without.replace("{emergency}", words().lines.unlisted_emergency);
    let country = |row| Script::new().row("danger", 5).row("country", row);
    let shown = |row| country(row).row("danger", 2).enter("card").row("danger", 4);
    let shown = |row| shown(row).action(Field::Computer, Action::Leave);
    assert!(says(shown(0), card.with_violence_line));
    assert!(!says(shown(0), without));
    // Another country, whose lines are not known.
    assert!(says(shown(6), without));
    assert!(!says(shown(6), card.with_violence_line));
}

fn says_the_line(visit: Script) -> bool {
    says(visit, words().home.suicide_after)
}

/// True if a visit shows this sentence, with the numbers of the United States.
fn says(visit: Script, sentence: &str) -> bool {
    let close = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = words().help_lines("us").fill_placeholders(sentence, words());
    let (_, printed) = House::new().typed(&visit.typed());
    close(&printed).contains(&close(&line))
}
