//! How many questions each length asks, counted for the example (design#lengths).

mod common;

use common::home::Home;
use common::script::Script;
use steadfast::journey::{JourneyEntry, QuestionAt, Tier};
use steadfast::plan::{Agrees, Answer, Field, List, Plan, Section};
use steadfast::prompt::PromptSeen;
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
fn ten_minutes_are_few_prompts_and_few_words_before_their_page() {
    let seen = ten_minutes();
    let before = &seen[..seen.len() - 1];
    assert!(before.len() <= 19, "{} prompts", before.len());
    let words = words_in(before);
    assert!(words <= 1201, "{words} words");
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
