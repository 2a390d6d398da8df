//! What each sheet holds and leaves out, and which plan has none. Prose stands in the golden pages.

use chrono::NaiveDate;
use steadfast::plan::{
    Answer, Boundary, Change, ChangeNote, Harm, Id, ObjectionKind, Plan, Recent, Safety, Substance, Suicide, TakesPart,
    Text, Way, YesNo,
};
use steadfast::sheets::{self, Block, LeftOut, Page, SheetKind, WhyMissing};
use steadfast::text::width;
use steadfast::words::Words;

mod by_hand;
mod cards;
mod care;
mod chair;
mod driver;
mod person;
mod tonight;

/// The sheets for the day.
const ALL: [SheetKind; 4] = [SheetKind::Person, SheetKind::Chair, SheetKind::Driver, SheetKind::Cards];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn english() -> Words {
    Words::load("en", None).unwrap()
}

fn example() -> Plan {
    serde_json::from_str(include_str!("../../prompts/en/example.json")).unwrap()
}

/// The example, changed.
fn with(alter: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = example();
    alter(&mut plan);
    plan
}

/// A plan in which nothing was answered, but for the safety questions and what the planner is called.
fn calm() -> Plan {
    let mut plan = Plan {
        country: "us".into(),
        ..Plan::default()
    };
    plan.planner.name = Answer::Given(Text::new("Juniper"));
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.this_session.suicide = Answer::Given(Suicide::No);
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, today());
    }
    plan
}

fn text(typed: &str) -> Answer<Text> {
    Answer::Given(Text::new(typed))
}

fn page(kind: SheetKind, reader: &str, plan: &Plan) -> Result<Page, WhyMissing> {
    let reader = Id::new(reader);
    let for_one = kind.is_personal() || kind == SheetKind::Calls && reader.as_str() != "planner";
    sheets::compose(kind, Some(&reader).filter(|_| for_one), plan, &english(), today())
}

/// A page as one line of words, so that no line break stands between two of them.
fn flat(page: &Page) -> String {
    sheets::text(page).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The page of one of the family, or the page `kind` for anybody.
fn said(kind: SheetKind, reader: &str, plan: &Plan) -> String {
    flat(&page(kind, reader, plan).unwrap_or_else(|why| panic!("{} for {reader}: {why:?}", kind.code())))
}

/// How many of these are left out.
fn left(page: &Page, why: LeftOut) -> usize {
    page.left_out
        .iter()
        .filter(|(known, _)| *known == why)
        .map(|(_, n)| n)
        .sum()
}

fn changed(kind: Change) -> Plan {
    with(|plan| plan.visit.changes.push(ChangeNote { kind, on: today() }))
}

#[test]
fn a_closed_plan_has_no_page_about_the_day_and_a_personal_one_without_it() {
    let plan = with(|plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem));
    for kind in [SheetKind::Chair, SheetKind::Driver, SheetKind::Cards] {
        assert_eq!(page(kind, "", &plan).err(), Some(WhyMissing::Closed), "{}", kind.code());
    }
    let own = page(SheetKind::Person, "a1", &plan).unwrap();
    let said = flat(&own);
    for word in [
        "12 December",
        "Opens and closes",
        "Robin, you fixed",
        "keys",
        "You may be right",
        "Pause here",
    ] {
        assert!(!said.contains(word), "{word}");
    }
    assert!(said.contains("A walk with my brother"));
    assert_eq!(
        left(&own, LeftOut::Closed),
        5,
        "a statement, a boundary and three answers"
    );
}

/// The captions of timelines and of words as a code on a page.
fn captions(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Weeks { caption, .. } | Block::Code { caption, .. } => found.push(caption.clone()),
            Block::Card { blocks, .. } => captions(blocks, found),
            _ => {}
        }
    }
}

#[test]
fn every_code_and_every_line_of_time_says_what_it_is() {
    let (mut timed, mut coded) = (0, 0);
    for plan in [example(), calm()] {
        for (kind, reader) in sheets::every(&plan) {
            let page = sheets::compose(kind, reader.as_ref(), &plan, &english(), today())
                .ok()
                .unwrap();
            let mut found = Vec::new();
            captions(&page.blocks, &mut found);
            timed += found.len();
            assert!(
                found.iter().all(|caption| caption.ends_with('.')),
                "{}: {found:?}",
                kind.code()
            );
            let drawn = sheets::html(&page);
            // One that holds words has its caption; of those beside numbers the foot says what they are for.
            let with_caption = drawn.matches("<figure class=\"code\">").count();
            let numbers = drawn.matches("class=\"qr\"").count() - with_caption;
            coded += numbers;
            assert!(numbers == 0 || drawn.contains(&page.codes), "{}", kind.code());
        }
    }
    assert!(timed > 5 && coded > 5, "{timed} {coded}");
}

#[test]
fn an_ask_first_plan_has_every_page_and_each_marks_the_day() {
    let plan = with(|plan| {
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
        plan.day.date = Answer::Given(today() + chrono::Days::new(33));
    });
    for kind in [
        SheetKind::Plan,
        SheetKind::Checklist,
        SheetKind::Person,
        SheetKind::Chair,
        SheetKind::Driver,
    ] {
        let said = said(kind, "a1", &plan);
        let days: Vec<&str> = said.split("December 19").skip(1).collect();
        assert!(!days.is_empty(), "{}", kind.code());
        for after in days {
            let marked = after.starts_with(" (not agreed with a professional yet)");
            assert!(marked, "{}: {after}", kind.code());
        }
    }
    assert!(page(SheetKind::Cards, "", &plan).is_ok());
}

#[test]
fn after_a_big_change_no_page_speaks_of_the_day() {
    for change in [
        Change::InCare,
        Change::InJail,
        Change::CannotFind,
        Change::FoundPlan,
        Change::Stopping,
    ] {
        let plan = changed(change);
        for kind in [SheetKind::Chair, SheetKind::Driver, SheetKind::Cards] {
            assert_eq!(page(kind, "", &plan).err(), Some(WhyMissing::Changed));
        }
        assert!(!said(SheetKind::Person, "planner", &plan).contains("December "));
    }
    for kind in ALL {
        assert_eq!(
            page(kind, "planner", &changed(Change::Died)).err(),
            Some(WhyMissing::Died)
        );
    }
}

#[test]
fn a_plan_in_which_nothing_is_known_gives_room_to_write() {
    let empty = Plan::default();
    assert_eq!(
        page(SheetKind::Person, "planner", &empty).err(),
        Some(WhyMissing::Nobody)
    );
    for kind in [SheetKind::Chair, SheetKind::Driver, SheetKind::Cards] {
        let said = said(kind, "", &empty);
        assert!(said.contains("____") && !said.contains(['{', '}']), "{}", kind.code());
    }
    let own = said(SheetKind::Person, "planner", &calm());
    assert!(own.contains("What I want to say ____") && own.contains("Who is there for me, and when ____"));
}

#[test]
fn no_answer_that_is_private_stands_on_a_page() {
    let plan = with(|plan| {
        plan.safety.keep = Answer::Given(YesNo::Yes);
        plan.professionals[0].advice_given = text("secret-advice");
        plan.person.strain = text("secret-strain");
        plan.planner.easier = text("secret-easier");
        plan.attendees[3].takes_part = Answer::Given(TakesPart::NotPart);
    });
    for (_, id) in sheets::readers(&plan) {
        assert!(!said(SheetKind::Person, id.as_str(), &plan).contains("secret"));
    }
    for kind in [SheetKind::Chair, SheetKind::Driver, SheetKind::Cards] {
        let said = said(kind, "", &plan);
        assert!(!said.contains("secret") && !said.contains("Sorrel"), "{}", kind.code());
    }
    assert_eq!(
        page(SheetKind::Person, "a3", &plan).err(),
        Some(WhyMissing::Nobody),
        "no part, no page"
    );
    assert_eq!(page(SheetKind::Person, "nobody", &plan).err(), Some(WhyMissing::Nobody));
}

#[test]
fn no_title_names_the_person_and_every_page_begins_with_what_matters_most() {
    let plan = example();
    for kind in ALL {
        let page = page(kind, "planner", &plan).unwrap();
        assert!(!page.title.contains("Robin"));
        use sheets::Block::{Blank, NewPage, Numbers, Points, Table, Task};
        let first = page.blocks.first().unwrap();
        // A call begins with the number.
        let begins_in_the_middle = match first {
            Task { .. } | Blank(..) | NewPage | Table { .. } | Points { .. } => true,
            Numbers { .. } => kind != SheetKind::Calls,
            _ => false,
        };
        assert!(!begins_in_the_middle, "{}", kind.code());
    }
}

#[test]
fn long_words_and_other_letters_stay_as_they_were_typed() {
    let long = "Zażółć שלום 家族 ".repeat(60);
    let plan = with(|plan| {
        plan.statements[0].love = text(&long);
        plan.day.opening = text(&long);
        plan.treatment_options[0].address = text(&long);
        plan.afterwards.not_yet = text(&long);
    });
    let typed = long.split_whitespace().collect::<Vec<_>>().join(" ");
    for kind in ALL {
        let page = page(kind, "planner", &plan).unwrap();
        assert!(flat(&page).contains(&typed), "{}", kind.code());
        assert!(sheets::text(&page).lines().all(|line| width(line) <= 80));
    }
}

#[test]
fn naloxone_and_the_old_amount_are_for_opioids_only() {
    let alcohol = with(|plan| plan.person.substances = Answer::Given(vec![Substance::Alcohol]));
    let (opioids, other) = (
        said(SheetKind::Cards, "", &example()),
        said(SheetKind::Cards, "", &alcohol),
    );
    assert!(opioids.contains("the usual amount can kill") && opioids.contains("two of you, by name, carry naloxone"));
    assert!(!said(SheetKind::Chair, "", &alcohol).contains("carry naloxone"));
    assert!(said(SheetKind::Chair, "", &example()).contains("carry naloxone"));
    assert!(
        !other.contains("the usual amount") && !other.contains("carry naloxone") && !other.contains("Has naloxone")
    );
    assert!(other.contains("do not stop these suddenly without medical help"));
    assert!(!said(SheetKind::Driver, "", &alcohol).contains("Naloxone is in the car"));
}

#[test]
fn a_calm_talk_has_no_chair_but_a_ride_and_cards() {
    let plan = with(|plan| plan.way.kind = Answer::Given(Way::Talk));
    assert_eq!(page(SheetKind::Chair, "", &plan).err(), Some(WhyMissing::NoMeeting));
    assert!(page(SheetKind::Driver, "", &plan).is_ok() && page(SheetKind::Cards, "", &plan).is_ok());
    assert!(said(SheetKind::Person, "planner", &plan).contains("I love you. I keep thinking about the day"));
}

/// A boundary of somebody, that slips in the night where `slips`.
fn boundary(id: &str, person: &str, words: &str, slips: bool) -> Boundary {
    Boundary {
        id: Id::new(id),
        person: Answer::Given(Id::new(person)),
        i_will: text(words),
        holds_at_night: if slips {
            Answer::Given(YesNo::No)
        } else {
            Answer::Unasked
        },
        ..Boundary::default()
    }
}

/// Where among the answers this one stands.
fn answer_to(plan: &Plan, kind: ObjectionKind) -> usize {
    plan.objections.iter().position(|one| one.kind.is(&kind)).unwrap()
}
