//! How many questions each length asks, counted for the example (design#lengths).

use crate::common::home::{Home, Met, date, words};
use crate::common::script::Script;
use steadfast::journey::{JourneyEntry, QuestionAt, Tier};
use steadfast::plan::*;
use steadfast::prompt::{Action, PromptKind, PromptSeen, Prompter, Scripted, ScriptedReply};
use steadfast::session::Session;
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
        .line(F::ProName, "Linden 555-0110")
        .pick(F::ProType, ProType::Counselor)
        .pick(F::ProAgrees, Agrees::NotAsked)
        .all(List::Professionals)
        .pick(F::Way, Way::Invited)
        .planner_in_the_room();
    // Three at once, none of them a minor.
    let script = script
        .add(List::Attendees)
        .line(F::AttName, "Alder, Wren and Sorrel")
        .tick_rows("attendees.minors", vec![3]);
    let script = (0..3).fold(script, |script, _| {
        script
            .pick(F::AttTakesPart, TakesPart::InTheRoom)
            .tick(F::AttParts, &[Part::Nothing])
    });
    let script = place(place(script.all(List::Attendees), "Birch 555-0150"), "Harbor 555-0151").all(List::Options);
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

/// Words that are read before the page of ten minutes.
const WORDS_OF_TEN_MINUTES: usize = 800;

/// Words of that page, but for its safety: what to do this very night and where naloxone comes from is exact, and stays
/// whole (some 170 words more).
const WORDS_OF_TONIGHT: usize = 130;

/// The plan of a family of four, after ten minutes: prompts and words.
const PLAN_AFTER: (usize, usize) = (50, 2200);

/// The same with the ten minutes, as far as it has come. Some 90 of the words are the family's own, beside what is in a
/// list.
const PLAN_WHOLE: (usize, usize) = (63, 2421);

/// Keys of it, for somebody who knows the questions: 548 once.
const KEYS_OF_THE_PLAN: usize = 249;

/// Words above the choice of a way: what studies found of each.
const ABOVE_THE_WAY: usize = 68;

/// The words that stand above a question, where it is.
fn words_above(field: Field, seen: &[PromptSeen]) -> usize {
    let asked = seen.iter().find(|seen| seen.id == field.code()).unwrap();
    let above = asked.reads.split_once(&asked.ask).unwrap().0;
    above.split_whitespace().count()
}

/// The words of the page for tonight without the block for this night and where naloxone comes from.
fn words_beside_safety(tonight: &PromptSeen) -> usize {
    let own = words().pages.tonight;
    let (before, night) = tonight.reads.split_once(own.until).unwrap();
    let (_, rest) = night.split_once(own.places).unwrap();
    let naloxone = words().pages.overdose.none_yet;
    let lines = before
        .lines()
        .chain(rest.lines())
        .filter(|line| !line.contains(naloxone));
    let counted: usize = lines.map(|line| line.split_whitespace().count()).sum();
    counted + [own.until, own.places].join(" ").split_whitespace().count()
}

#[test]
fn each_length_keeps_to_its_prompts_words_and_keys() {
    let ten = ten_minutes();
    let (tonight, before) = ten.split_last().unwrap();
    let met = Home::new().visit(the_plan());
    let end = met.seen.iter().position(|seen| seen.id == "read").unwrap();
    let plan = &met.seen[..end];
    let last = before.last().unwrap();
    let begin = plan.iter().position(|seen| seen.id == last.id).unwrap() + 1;
    for (what, counted, most) in [
        ("prompts of ten minutes", before.len(), 19),
        ("words of ten minutes", words_in(before), WORDS_OF_TEN_MINUTES),
        (
            "words of tonight beside safety",
            words_beside_safety(tonight),
            WORDS_OF_TONIGHT,
        ),
        ("prompts of the plan after it", plan.len() - begin, PLAN_AFTER.0),
        ("words of the plan after it", words_in(&plan[begin..]), PLAN_AFTER.1),
        ("prompts of the plan", plan.len(), PLAN_WHOLE.0),
        ("words of the plan", words_in(plan), PLAN_WHOLE.1),
        ("keys of the plan", keys(&the_plan(), &met), KEYS_OF_THE_PLAN),
        (
            "words above the choice of a way",
            words_above(Field::Way, plan),
            ABOVE_THE_WAY,
        ),
    ] {
        assert!(counted <= most, "{what}: {counted}, and not {most} at most");
    }
}

/// Rows and words of the home page, on one screen of 24 rows: after ten minutes, and with all of a plan.
const HOME: [(usize, usize); 2] = [(10, 75), (9, 75)];

#[test]
fn home_is_a_few_rows_and_few_words() {
    let begun = Home::new().visit(Script::ten_minutes().leave());
    let whole = Home::with(include_str!("../prompts/en/example.json")).visit(Script::again().leave());
    for (met, (rows, words)) in [begun, whole].iter().zip(HOME) {
        let home = met.seen.iter().rfind(|seen| seen.id == "home").unwrap();
        let counted = (home.options.len(), words_in(std::slice::from_ref(home)));
        assert!(counted.0 <= rows && counted.1 <= words, "{counted:?}\n{}", home.reads);
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

/// What one question says itself, with nothing said above it: its words, and the words beside each of its rows.
struct OwnWords {
    words: usize,
    notes: Vec<String>,
    ticks: bool,
}

/// Puts a question once, about the first item where it is about one, and leaves it.
fn own_words(field: Field, plan: &Plan) -> Option<OwnWords> {
    let mut plan = plan.clone();
    let list = steps::item_lists().find(|group| group.questions.iter().any(|question| question.field == field));
    let id = list.map(|group| plan.ids(group.list)[0].clone());
    let here = steps::entry(field, id.as_ref(), &plan)?.here;
    let mut script = Scripted::new(Vec::new());
    let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
    let mut session = Session::new(&mut script, words(), date("2026-11-21"), &mut keep);
    session.resuming = false;
    here.ask(&mut plan, &mut session).err()?;
    let seen = script.transcript().last()?;
    let lines: Vec<&str> = seen.reads.lines().collect();
    // A row and what is beside it, one line each, at the end.
    let rows = &lines[lines.len() - 2 * seen.options.len().min(lines.len() / 2)..];
    let count = |text: &str| text.split_whitespace().count();
    Some(OwnWords {
        words: count(&seen.reads) - count(&seen.suggestion),
        notes: rows.iter().skip(1).step_by(2).map(|note| note.to_string()).collect(),
        ticks: seen.kind == PromptKind::Tick,
    })
}

/// What is longer than it should be, and why it stays.
const LONGER: &[(&str, Counted, &str)] = &[
    ("safety.naloxone", Counted::Ask, PINNED),
    ("safety.naloxone", Counted::Why, PINNED),
    ("safety.harm", Counted::Ask, PINNED),
    ("safety.harm", Counted::Why, PINNED),
    ("safety.suicide", Counted::Why, PINNED),
    ("treatment_options.medication_offered", Counted::Why, PINNED),
    (
        "treatment_options.suited_treatment",
        Counted::Why,
        "stopping alcohol or benzos suddenly can kill (R-55, R-56)",
    ),
    ("afterwards.tonight", Counted::Ask, PINNED),
    ("afterwards.naloxone_with", Counted::Why, PINNED),
    ("afterwards.if_use_returns", Counted::Why, PINNED),
    (
        "professionals.role_in_meeting",
        Counted::Note,
        "nobody is taken anywhere by force",
    ),
    (
        "boundaries.kind",
        Counted::Whole,
        "eighteen kinds, and fewer would leave a family without its own",
    ),
    (
        "objections.kind",
        Counted::Whole,
        "twenty things people say, in their own words",
    ),
];

const PINNED: &str = "a pinned sentence about safety stays whole";

/// What of a question is counted, and how many words it has at most.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Counted {
    Ask,
    Why,
    Note,
    Whole,
    WholeOfTicks,
}

impl Counted {
    fn most(self) -> usize {
        match self {
            Counted::Ask => 14,
            Counted::Why => 12,
            Counted::Note => 10,
            Counted::Whole => 60,
            Counted::WholeOfTicks => 75,
        }
    }
}

/// Each part of a question with its words, whatever is used.
fn parts(field: Field, plan: &Plan) -> Vec<(Counted, usize)> {
    let question = words().question(field);
    let count = |text: &str| words().fill_names(text, plan, "Birch").split_whitespace().count();
    let by_use = question.by_use.iter().map(|(_, by_use)| (by_use.ask, by_use.why));
    let said = by_use.chain([(question.ask, question.why), (question.at_work, "")]);
    let mut parts: Vec<(Counted, usize)> = said
        .flat_map(|(ask, why)| [(Counted::Ask, count(ask)), (Counted::Why, count(why))])
        .collect();
    // A list is counted with nothing in it: what is in it is the family's own.
    let is_list = steps::question(field).is_some_and(|question| question.kind.item_list().is_some());
    let empty = Plan::default();
    let own = own_words(field, if is_list { &empty } else { plan }).unwrap_or_else(|| panic!("{field:?} is not put"));
    parts.extend(own.notes.iter().map(|note| (Counted::Note, count(note))));
    parts.push((
        if own.ticks {
            Counted::WholeOfTicks
        } else {
            Counted::Whole
        },
        own.words,
    ));
    parts
}

#[test]
fn a_question_is_60_words_at_most_and_what_is_longer_says_why() {
    let mut plan = example();
    plan.safety.screen_seen = Some(false);
    let (mut found, mut used) = (Vec::new(), Vec::new());
    // The review shows answers, and has no words of a question.
    for field in Field::ALL.iter().filter(|field| **field != Field::Review) {
        for (part, words) in parts(*field, &plan) {
            let longer = LONGER.iter().find(|(code, of, _)| (*code, *of) == (field.code(), part));
            match longer {
                _ if words <= part.most() => {}
                Some((code, of, _)) => used.push((*code, *of)),
                None => found.push(format!("{}: {part:?} of {words} words", field.code())),
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    let idle = LONGER.iter().find(|(code, of, _)| !used.contains(&(*code, *of)));
    assert!(idle.is_none(), "short enough by now: {idle:?}");
}
