//! Every prompt of a visit hears each key that leads elsewhere: help and danger now come back to it, home leads home,
//! hide and leave end the visit, and back never loses an answer. One loop puts them all; this holds that no road goes
//! round it.

use std::collections::BTreeSet;

use crate::common::home::{Home, Met, date, words};
use crate::common::script::{Go, Script};
use crate::common::story::long_story;
use steadfast::plan::{Field, List};
use steadfast::prompt::{Action, PromptKind, Scripted, ScriptedReply};
use steadfast::sheets::SheetKind;
use steadfast::visit::VisitEnd;

const EXAMPLE: &str = include_str!("../prompts/en/example.json");

/// Where a visit starts, and what is answered in it.
struct Road {
    home: fn() -> Home,
    script: Script,
}

fn road(home: fn() -> Home, script: Script) -> Road {
    Road { home, script }
}

fn example() -> Home {
    Home::with(EXAMPLE)
}

/// The example a day after its day, where nobody said how it went.
fn after_the_day() -> Home {
    let mut home = example();
    home.today = home.plan().day.date.given().copied().unwrap().succ_opt().unwrap();
    home
}

/// The example when its safety answers have aged.
fn aged() -> Home {
    let mut home = Home::with(&EXAMPLE.replace("\"on\": \"2026-11-", "\"on\": \"2026-10-"));
    home.today = date("2026-11-21");
    home
}

fn without_a_country() -> Home {
    let mut home = Home::new();
    home.country = String::new();
    home
}

fn roads() -> Vec<Road> {
    let again = Script::again;
    let told = |row: usize| {
        let told = again().row("safety.changed", 0).row("visit.met", row);
        told.row("visit.safe_tonight", 0)
    };
    let list = |row: usize| again().go(Go::Checklist).row("list", row);
    let own = |row: usize| list(5).row("task.own", 0).row("task.deed", row);
    let person = SheetKind::ALL
        .iter()
        .position(|kind| *kind == SheetKind::Person)
        .unwrap();
    let (options, statements) = (List::Options.field(), List::Statements.field());
    let review = |field: Field| again().go(Go::Review).row("browse", example().review_row(field));
    let item = |field: Field| format!("{}.item", field.code());
    let aloud = review(statements)
        .item(List::Statements, 0)
        .label(item(statements).as_str(), words().engine.aloud.row)
        .enter("aloud")
        .enter("aloud");
    let call = review(options)
        .item(List::Options, 0)
        .label(item(options).as_str(), words().call.row)
        .row("call.length", 1);
    let tonight = |row| {
        let told = Script::begin(steadfast::plan::Length::TenMinutes).who().calm().near();
        road(Home::new, told.label("tonight", row))
    };
    vec![
        road(Home::new, long_story().from(0)),
        // To the page alone, for a photo.
        tonight(words().pages.tonight.rows.whole),
        // To how that page may be kept.
        tonight(words().pages.tonight.rows.keep),
        road(without_a_country, Script::new().row("country", 2)),
        road(example, again().go(Go::DoneSteps).row("steps", 2)),
        road(example, again().label("home", words().ready.row)),
        road(example, list(0)),
        road(example, list(1)),
        road(example, list(2).tick_rows("tasks", vec![3])),
        road(example, list(4)),
        road(example, own(0)),
        road(example, own(1).line("task.day", "tomorrow")),
        road(example, own(2)),
        road(
            example,
            list(6)
                .row("task.give", 0)
                .row("task.owner", example().plan().people().len()),
        ),
        road(example, again().go(Go::Save).row("sheet", person)),
        road(example, again().go(Go::Change).row("visit.changes", 0)),
        road(example, again().go(Go::Country)),
        road(example, again().go(Go::Calendar)),
        road(example, again().go(Go::Undo)),
        road(example, aloud),
        road(example, call),
        road(after_the_day, told(0)),
        road(after_the_day, told(0).row("after_yes", 0).skip(Field::TheySaid)),
        road(
            after_the_day,
            told(3)
                .tick_rows(Field::BouSaid, vec![0, 1])
                .skip(Field::TheySaid)
                .row(Field::BouHeld, 0)
                .skip(Field::BouStarts)
                .skip(Field::Date)
                .skip(Field::Better),
        ),
        road(aged, again()),
        road(
            || Home::with("{\"format\": 2, \"visit\": {\"computer\": \"only_me\"}}"),
            again(),
        ),
        road(
            example,
            Script::new()
                .action("neutral", Action::Danger)
                .row("danger", 3)
                .enter("card"),
        ),
    ]
}

/// The first replies of a road, then this, and then nothing more: the visit is left at the prompt after it.
fn pressed(road: &Road, replies: usize, action: Action) -> Met {
    let home = (road.home)();
    let script = road.script.first(replies.min(road.script.steps.len()));
    let mut answers: Vec<ScriptedReply> = script.steps.into_iter().map(|(_, reply)| reply).collect();
    answers.push(ScriptedReply::Action(action));
    let mut prompter = Scripted::new(answers);
    // What is kept is held elsewhere: here nothing is written.
    let plan = home.open().1;
    let ended = home.run(&mut prompter, plan, &mut |_| Ok(())).unwrap_or_else(|error| {
        panic!("{action:?} after {replies}: {error}, asked {:?}", prompter.asked());
    });
    Met {
        ended,
        seen: prompter.transcript().to_vec(),
    }
}

/// What a key does at a prompt, or what it does instead.
fn fault(road: &Road, replies: usize, id: &str, action: Action) -> Option<String> {
    let met = pressed(road, replies, action);
    let asked = met.asked();
    let behind = asked.get(replies + 1).copied();
    let last_is_hide = met.seen.last().is_some_and(|seen| seen.kind == PromptKind::Hide);
    let in_danger = id == "danger" || id == "danger.next";
    let first_danger = in_danger
        && asked[..replies]
            .iter()
            .all(|asked| *asked == "danger" || *asked == "card");
    let right = match action {
        // In danger, help shows all three cards.
        Action::Help | Action::Danger if in_danger => behind == Some("card"),
        Action::Help | Action::Danger if id == "card" => behind == Some("card"),
        Action::Help => behind == Some(id),
        Action::Danger => behind == Some("danger"),
        // The first screens lead on, where there is no home yet.
        Action::Home if first_danger => behind.is_some(),
        Action::Home if id == "country" && replies == 0 => behind == Some("country"),
        Action::Home if ["read", "neutral", "safety.changed", "list"].contains(&id) => behind.is_some(),
        Action::Home if behind == Some("list") => true,
        Action::Home => behind == Some("home"),
        Action::Hide => behind.is_none() && met.ended == VisitEnd::Hidden && last_is_hide,
        Action::Leave => behind.is_none() && met.ended == VisitEnd::Left,
        Action::Back | Action::Skip | Action::Later => true,
    };
    (!right).then(|| format!("{action:?} at {id}: then {behind:?}, {:?}", met.ended))
}

#[test]
fn every_prompt_of_a_visit_hears_every_key_that_leads_elsewhere() {
    let (mut known, mut faults) = (BTreeSet::new(), Vec::new());
    for road in roads() {
        let all = pressed(&road, road.script.steps.len(), Action::Leave);
        let asked: Vec<String> = all.asked().into_iter().map(String::from).collect();
        assert!(asked.len() >= road.script.steps.len(), "the road ends early: {asked:?}");
        for (replies, id) in asked.iter().enumerate() {
            if !known.insert(id.clone()) {
                continue;
            }
            let actions = [
                Action::Help,
                Action::Danger,
                Action::Home,
                Action::Hide,
                Action::Leave,
                Action::Back,
            ];
            faults.extend(
                actions
                    .into_iter()
                    .filter_map(|action| fault(&road, replies, id, action)),
            );
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
    for id in [
        "country",
        "danger",
        "danger.next",
        "card",
        "neutral",
        "home",
        "steps",
        "keep",
        "browse",
        "missing",
        "list",
        "tasks",
        "tasks.who",
        "task.add",
        "task.own",
        "task.deed",
        "task.day",
        "task.day.read_back",
        "task.reword",
        "task.remove",
        "task.give",
        "task.owner",
        "task.new_owner",
        "sheet",
        "reader",
        "visit.changes",
        "aloud",
        "aloud.may_say",
        "treatment_options.takes_new_people",
        "visit.met",
        "after_yes",
        "safety.changed",
        "screen",
        "tonight",
        "tonight.keep",
        "photo",
        "read",
        "attendees.remove",
        "day.date.read_back",
    ] {
        assert!(known.contains(id), "no road leads to {id}");
    }
    assert!(known.len() > 130, "{}", known.len());
}
