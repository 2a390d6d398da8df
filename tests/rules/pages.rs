//! The rules about a printed page.

use chrono::NaiveDate;
use steadfast::plan::{Answer, Change, ChangeNote, CodedChoice, Field, Gate, Id, Plan, Recent, Substance, TakesPart};
use steadfast::sheets::{self, Block, Page, SheetKind};
use steadfast::tasks::{self, TaskKind};

use crate::common::home::{date, words};

fn today() -> NaiveDate {
    date("2026-11-16")
}

/// The example, whose gate is open, with one change.
fn example(alter: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan: Plan = serde_json::from_str(words().example).unwrap();
    alter(&mut plan);
    plan
}

fn died(plan: &mut Plan) {
    plan.visit.changes.push(ChangeNote {
        kind: Change::Died,
        on: today(),
    });
}

fn checklist(plan: &Plan) -> Page {
    sheets::checklist(plan, words(), today())
}

fn tonight(plan: &Plan) -> Page {
    let page = sheets::compose(SheetKind::Tonight, None, plan, words(), today());
    page.ok().unwrap()
}

/// A page as one line of words.
fn flat(page: &Page) -> String {
    sheets::text(page).split_whitespace().collect::<Vec<_>>().join(" ")
}

// Holds R-05
#[test]
fn r_05_where_a_professional_is_to_be_asked_that_talk_comes_first_and_the_day_is_marked() {
    let asks = example(|plan| {
        plan.professionals.clear();
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
    });
    let unagreed = &words().checklist.unagreed;
    let talk = &words().tasks.task[TaskKind::TalkToProfessionalFirst.code()].named;
    assert!(
        ["doctor", "clinic", "helpline"].iter().all(|way| talk.contains(way)),
        "three ways: {talk}"
    );
    let page = flat(&checklist(&asks));
    assert!(
        page.contains(talk.split('{').next().unwrap())
            && page.contains("Our family doctor's office")
            && page.contains(&format!("December 12 ({unagreed})")),
        "{page}"
    );
    let before = tasks::derive(&asks, today()).into_iter().map(|task| task.kind);
    let before = before.take_while(|kind| *kind != TaskKind::TalkToProfessionalFirst);
    let safety = [
        TaskKind::IfAfraid,
        TaskKind::Naloxone,
        TaskKind::LockUp,
        TaskKind::LearnSteps,
    ];
    assert!(
        before.into_iter().all(|kind| safety.contains(&kind)),
        "only what keeps alive comes before it"
    );
    let open = flat(&checklist(&example(|_| {})));
    assert!(!open.contains("Before you plan more") && !open.contains(unagreed));
}

// Holds R-52 (speaks)
#[test]
fn r_52_what_to_do_about_fear_comes_before_whatever_brings_somebody_near() {
    for closes in [Gate::Closed, Gate::AskFirst, Gate::Open] {
        let plan = example(|plan| plan.safety.floor = (closes != Gate::Open).then(|| closes.clone()));
        let words = words();
        let said: Vec<String> = tasks::derive(&plan, today())
            .iter()
            .map(|task| words.task_text(task, &plan).to_lowercase())
            .collect();
        let fear = said.iter().position(|text| text.contains("an advocate")).unwrap();
        let near = said.iter().position(|text| text.contains("if that is safe")).unwrap();
        assert!(fear < near, "{said:#?}");
    }
}

// Holds R-55
#[test]
fn r_55_no_list_without_an_opioid_speaks_of_methadone_or_buprenorphine() {
    let words = words();
    let listed = |used: Vec<Substance>, change: Option<Change>| {
        let plan = example(|plan| {
            plan.person.substances = Answer::Given(used.clone());
            plan.visit
                .changes
                .extend(change.clone().map(|kind| ChangeNote { kind, on: today() }));
        });
        let texts = tasks::derive(&plan, today())
            .into_iter()
            .flat_map(|task| [words.task_text(&task, &plan), words.task_why(&task, &plan)]);
        texts.collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let treats = ["methadone", "buprenorphine", "these medicines save lives"];
    use Substance::*;
    let changes = std::iter::once(None).chain(Change::all().into_iter().map(Some));
    for change in changes {
        for used in [
            vec![Alcohol],
            vec![Cocaine],
            vec![Meth],
            vec![Benzodiazepines],
            vec![Alcohol, Meth, Benzodiazepines],
        ] {
            let said = listed(used.clone(), change.clone());
            assert!(
                treats.iter().all(|word| !said.contains(word)),
                "{used:?} {change:?}: {said}"
            );
            if used == [Alcohol] {
                assert!(
                    !said.contains("give naloxone") && !said.contains("usual amount"),
                    "{change:?}: {said}"
                );
            }
            assert!(!said.contains("no alcohol or drugs for anyone"));
        }
    }
    assert!(
        treats
            .iter()
            .all(|word| listed(vec![Alcohol, NotSure], None).contains(word))
    );
}

// Holds R-30
#[test]
fn r_30_each_who_helps_has_their_own_support_today_and_nobody_else_has() {
    let plan = example(|plan| plan.attendees[1].takes_part = Answer::Given(TakesPart::NotPart));
    let out = plan.attendees[1].id.clone();
    let helping = plan
        .attendees
        .iter()
        .filter(|who| who.helps())
        .map(|who| who.id.clone());
    let everybody: std::collections::BTreeSet<Id> = helping.chain([Id::planner()]).collect();
    let derived = tasks::derive(&plan, today());
    let own = derived.iter().find(|task| task.kind == TaskKind::OwnSupport).unwrap();
    let whose: Vec<Id> = own.shares.iter().map(|share| share.person.clone()).collect();
    assert_eq!(whose.len(), everybody.len());
    assert_eq!(whose.into_iter().collect::<std::collections::BTreeSet<_>>(), everybody);
    assert!(!everybody.contains(&out));
    assert!(own.is_done() || own.due == Some(today()));
}

// Holds R-34 (speaks)
#[test]
fn r_34_every_page_says_that_it_is_private_and_its_title_says_nothing() {
    let plan = example(|_| {});
    for page in [checklist(&plan), tonight(&plan), sheets::blank("us", words(), today())] {
        assert!(page.under.iter().any(|said| said == words().checklist.private));
        let title = page.title.to_lowercase();
        for telling in ["drug", "heroin", "intervention", "meeting", "robin", "overdose"] {
            assert!(!title.contains(telling), "{title}");
        }
    }
}

// Holds R-36 (speaks)
#[test]
fn r_36_every_page_says_once_what_this_tool_cannot_do() {
    let plan = example(|_| {});
    let said = words()
        .help_lines("us")
        .fill_placeholders(words().disclaimers.disclaimer, words());
    for page in [checklist(&plan), tonight(&plan), sheets::blank("us", words(), today())] {
        assert_eq!(flat(&page).matches(&said).count(), 1);
    }
}

/// The lines of the box at the top, and whether it comes before every task.
fn summary(page: &Page) -> Option<(Vec<String>, bool)> {
    let is_task = |block: &Block| matches!(block, Block::Task { .. });
    let first = page.blocks.iter().position(is_task).unwrap_or(usize::MAX);
    page.blocks.iter().enumerate().find_map(|(at, block)| match block {
        Block::Summary { lines, .. } => Some((lines.clone(), at < first)),
        _ => None,
    })
}

// Holds R-38
#[test]
fn r_38_the_checklist_sums_up_in_three_lines_and_each_task_is_one_step_with_who_when_and_any_reason_it_has() {
    let page = checklist(&example(|_| {}));
    let (lines, on_top) = summary(&page).unwrap();
    let once: std::collections::BTreeSet<&String> = lines.iter().collect();
    assert!(on_top && lines.len() == 3 && once.len() == 3, "{lines:?}");
    let mut reasons = 0;
    for block in &page.blocks {
        if let Block::Task {
            done: false,
            text,
            shares,
            lines,
            ..
        } = block
        {
            let who = lines[0].starts_with("Who: ") || shares.len() > 1;
            assert!(!text.is_empty() && who && lines[0].contains("When: "), "{text}");
            // A reason is one or is left out.
            assert!(lines[1..].iter().all(|why| why.len() > "Why: ".len()), "{text}");
            reasons += lines[1..].len();
        }
    }
    assert!(reasons > 10, "{reasons}");
    // After a death nothing is to be done, and nothing matters most.
    assert!(summary(&checklist(&example(died))).is_none());
}

/// What the visit never asks and the file has no room for, as a question's code would name it.
const NEVER_ASKED: &[&str] = &[
    "route",
    "amount",
    "dealer",
    "sale",
    "theft",
    "charge",
    "custody",
    "immigration",
    "diagnos",
    "result",
    "hiv",
    "hepatitis",
    "trauma",
    "policy",
    "member",
    "birth",
    "employer",
    "surname",
    "legal",
    "location",
    "reason",
    "address_of",
];

// Holds R-34 (silent), R-39 (silent)
#[test]
fn r_39_what_is_never_asked_has_no_place_in_the_file_and_paper_leaves_room_to_write() {
    for field in Field::ALL {
        let code = field.code();
        assert!(NEVER_ASKED.iter().all(|never| !code.contains(never)), "{code}");
    }
    let room = |page: &Page| {
        page.blocks
            .iter()
            .any(|block| matches!(block, Block::Blank(_, rows) if *rows > 0))
    };
    assert!(room(&sheets::blank("us", words(), today())) && room(&checklist(&example(|_| {}))));
}
