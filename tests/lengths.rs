//! How many questions each length asks, counted for the example (design#lengths).

use crate::common::home::{Home, Met, words};
use crate::common::script::Script;
use steadfast::journey::{JourneyEntry, QuestionAt, Tier};
use steadfast::plan::*;
use steadfast::prompt::{Action, PromptSeen, ScriptedReply};
use steadfast::steps;

fn example() -> Plan {
    Home::with(include_str!("../prompts/en/example.json")).plan()
}

/// The questions of the plan itself at a length, without the length.
fn asked(plan: &Plan, tier: Tier) -> Vec<JourneyEntry> {
    let journey = steps::journey(tier);
    let entries = journey.asked_entries(plan).map(|(_, entry)| entry.clone());
    entries
        .filter(|entry| entry.here.question.field != Field::Length)
        .collect()
}

/// Those that begin a screen of their own.
fn screens(plan: &Plan, tier: Tier) -> usize {
    let asked = asked(plan, tier);
    asked.iter().filter(|entry| !entry.here.question.shares_screen).count()
}

fn lists(plan: &Plan, tier: Tier) -> usize {
    let asked = asked(plan, tier);
    asked
        .iter()
        .filter(|entry| entry.here.question.kind.item_list().is_some())
        .count()
}

/// The most questions the straight walk puts about one item of a list.
fn most_of_one(plan: &Plan, list: List) -> usize {
    let group = steps::item_lists().find(|group| group.list == list).unwrap();
    let stands = |id| {
        let here = group.questions.iter().map(|question| QuestionAt {
            question,
            item: group.item(id),
        });
        here.filter(|here| here.is_asked(plan, Tier::ThePlan)).count()
    };
    plan.ids(list).iter().map(stands).max().unwrap()
}

#[test]
fn ten_minutes_is_at_most_twelve_screens() {
    assert!(screens(&example(), Tier::TenMinutes) <= 12);
}

/// What somebody is asked and reads in ten minutes, from danger now to the page they end in, which is the last.
fn ten_minutes() -> Vec<PromptSeen> {
    let seen = Home::new().visit(Script::ten_minutes().leave()).seen;
    let end = seen.iter().position(|seen| seen.id == "tonight").unwrap();
    seen[..=end].to_vec()
}

fn words_in(seen: &[PromptSeen]) -> usize {
    seen.iter().map(|seen| seen.reads.split_whitespace().count()).sum()
}

#[test]
fn ten_minutes_asks_nothing_about_dates_insurance_or_boundaries() {
    let asked = asked(&example(), Tier::TenMinutes);
    let far = |entry: &JourneyEntry| {
        matches!(entry.section, Section::Day | Section::Boundaries) || entry.here.question.field == Field::Insurance
    };
    assert!(!asked.iter().any(far));
}

#[test]
fn the_plan_is_at_most_25_questions_with_one_professional() {
    let mut plan = example();
    // Only behind a yes: the day, what they asked for, whether they were told, and the license.
    assert!(most_of_one(&plan, List::Professionals) <= 9);
    plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotAsked);
    let one = most_of_one(&plan, List::Professionals);
    assert!(one <= 5);
    assert!(screens(&plan, Tier::ThePlan) + one <= 25);
    // Counted the other way: every question, also those that share a screen, and the lists by what is asked in them.
    let every = asked(&plan, Tier::ThePlan).len() - lists(&plan, Tier::ThePlan);
    assert!(every + one <= 25);
}

#[test]
fn an_attendee_and_an_option_are_at_most_five_and_a_boundary_four() {
    let plan = example();
    assert!(most_of_one(&plan, List::Attendees) <= 5);
    assert!(most_of_one(&plan, List::Options) <= 5);
    assert!(most_of_one(&plan, List::Boundaries) <= 4);
}

/// "About as many again" would be 25; so far it is ten more, four of them lists.
#[test]
fn everything_is_at_most_35_more() {
    let plan = example();
    let more = screens(&plan, Tier::Everything) - screens(&plan, Tier::ThePlan);
    assert!(more <= 35, "{more}");
    assert!(lists(&plan, Tier::Everything) - lists(&plan, Tier::ThePlan) <= 4);
}

/// *The plan* for four people, two places, two boundaries and a day, by somebody who skips nothing and keeps what is
/// suggested.
fn the_plan() -> Script {
    use Field as F;
    let place = |script: Script, name: &str| {
        let script = script.add(List::Options).line(F::OptName, name);
        script
            .pick(F::OptKind, OptionKind::Office)
            .line(F::OptPhone, "555-0150")
            .pick(F::OptMedication, Checked::Yes)
            .later(F::OptSoonest)
    };
    let boundary = |script: Script, kind| {
        let script = script.add(List::Boundaries).row(F::BouPerson, 0);
        script.pick(F::BouKind, kind).enter(F::BouWill).enter(F::BouStays)
    };
    let script = Script::begin(Length::ThePlan).who().calm().near();
    let script = script
        .add(List::Professionals)
        .pick(F::ProStatus, ProStatus::Have)
        .line(F::ProName, "Linden")
        .pick(F::ProType, ProType::Counselor)
        .line(F::ProPhone, "555-0110")
        .pick(F::ProAgrees, Agrees::NotAsked)
        .all(List::Professionals)
        .pick(F::Way, Way::Invited)
        .planner_in_the_room();
    let names = ["Alder", "Wren", "Sorrel"];
    let script = names.iter().fold(script, |script, name| script.attendee(name));
    let script = place(place(script.all(List::Attendees), "Birch"), "Harbor").all(List::Options);
    let script = boundary(boundary(script, BoundaryKind::OwnLife), BoundaryKind::Money).all(List::Boundaries);
    script
        .day(F::Date, "12 December", 0)
        .line(F::Place, "Linden's office")
        .enter("read")
        .leave()
}

/// The keys of a script for somebody who knows the questions: a number and Enter in a list.
fn keys(script: &Script, met: &Met) -> usize {
    let asked: Vec<&PromptSeen> = met.seen.iter().filter(|seen| !seen.id.is_empty()).collect();
    let number = |row: usize| (row + 1).to_string().len();
    let one = |((_, reply), seen): (&(String, ScriptedReply), &&PromptSeen)| match reply {
        ScriptedReply::Line(words) | ScriptedReply::Text(words) => words.chars().count() + 1,
        ScriptedReply::Pick(row) => number(*row) + 1,
        ScriptedReply::PickLabel(label) => number(seen.options.iter().position(|row| row == label).unwrap()) + 1,
        // A number goes to its row, Space marks it.
        ScriptedReply::Tick(rows) => rows.iter().map(|row| number(*row) + 1).sum::<usize>() + 1,
        // A sign, and Enter where words are typed.
        ScriptedReply::Action(_) => 2,
        _ => 1,
    };
    assert_eq!(asked.len(), script.steps.len());
    script.steps.iter().zip(&asked).map(one).sum()
}

/// Words that are read before the page of ten minutes: the aim is 800. The first screens have most of what is left over.
const WORDS_OF_TEN_MINUTES: usize = 1196;

/// Words of that page: the aim is 130. What is on it, a clinician has to confirm.
const WORDS_OF_TONIGHT: usize = 310;

/// Prompts of the plan of a family of four: the aim is 50 screens.
const PROMPTS_OF_THE_PLAN: usize = 77;

/// Words of it: the aim is 2,200.
const WORDS_OF_THE_PLAN: usize = 3996;

/// Keys of it, for somebody who knows the questions: 548 once.
const KEYS_OF_THE_PLAN: usize = 282;

#[test]
fn each_length_keeps_to_its_prompts_words_and_keys() {
    let ten = ten_minutes();
    let (tonight, before) = ten.split_last().unwrap();
    let met = Home::new().visit(the_plan());
    let end = met.seen.iter().position(|seen| seen.id == "read").unwrap();
    let plan = &met.seen[..end];
    for (what, counted, most) in [
        ("prompts of ten minutes", before.len(), 19),
        ("words of ten minutes", words_in(before), WORDS_OF_TEN_MINUTES),
        (
            "words of tonight",
            words_in(std::slice::from_ref(tonight)),
            WORDS_OF_TONIGHT,
        ),
        ("prompts of the plan", plan.len(), PROMPTS_OF_THE_PLAN),
        ("words of the plan", words_in(plan), WORDS_OF_THE_PLAN),
        ("keys of the plan", keys(&the_plan(), &met), KEYS_OF_THE_PLAN),
    ] {
        assert!(counted <= most, "{what}: {counted}, and not {most} at most");
    }
}

#[test]
fn what_was_read_about_one_person_is_behind_help_for_the_next() {
    let script = the_plan();
    let met = Home::new().visit(script.clone());
    let parts: Vec<&PromptSeen> = met
        .seen
        .iter()
        .filter(|seen| seen.id == "attendees.takes_part")
        .collect();
    let [first, next] = [parts[0], parts[1]].map(|seen| words_in(std::slice::from_ref(seen)));
    assert!(next * 2 < first + 10, "{next} of {first}");
    let second = script
        .ids()
        .iter()
        .rposition(|id| *id == "attendees.takes_part")
        .unwrap();
    let help = Home::new().visit(
        script
            .first(second)
            .action(Field::AttTakesPart, Action::Help)
            .action(Field::AttTakesPart, Action::Leave),
    );
    let said = &help.seen.last().unwrap().reads;
    let question = words().question(Field::AttTakesPart);
    let note = words().note_for(&TakesPart::Letter, &Plan::default());
    assert!(said.contains(note) && !note.is_empty(), "{said}");
    assert!(said.contains(question.why(&Plan::default())), "{said}");
}
