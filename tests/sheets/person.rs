//! One attendee's own page.

use super::*;

fn own(reader: &str, plan: &Plan) -> String {
    said(SheetKind::Person, reader, plan)
}

#[test]
fn each_has_what_is_theirs_and_nothing_of_the_others() {
    // What only one of them has: words, a boundary, an answer, own support.
    let theirs: [(&str, &[&str]); 4] = [
        (
            "planner",
            &[
                "taught me to row",
                "buy food and pay for visits",
                "a visit is about 40",
                "A counselor of my own",
            ],
        ),
        (
            "a1",
            &[
                "fixed my roof",
                "keep the keys to my car",
                "let a nurse tell us",
                "walk with my brother",
            ],
        ),
        (
            "a2",
            &[
                "keep that evening free",
                "They have early visits",
                "Tuesday family group",
            ],
        ),
        ("a4", &["My choir", "Looks after the children"]),
    ];
    let plan = example();
    for (reader, mine) in theirs {
        let page = own(reader, &plan).to_lowercase();
        for (other, phrases) in theirs {
            for phrase in phrases {
                let stands = page.contains(&phrase.to_lowercase());
                assert_eq!(
                    stands,
                    mine.contains(phrase),
                    "{phrase} of {other} on the page of {reader}"
                );
            }
        }
    }
    let page = page(SheetKind::Person, "planner", &plan).unwrap();
    assert_eq!(
        left(&page, LeftOut::OfOthers),
        10,
        "two statements, three boundaries, five answers"
    );
}

#[test]
fn the_turn_to_speak_comes_before_what_is_asked() {
    let page = own("planner", &example());
    let at = |said: &str| page.find(said).unwrap_or_else(|| panic!("{said}"));
    let (first, turn) = (at("taught me to row"), at("It is Robin's turn to talk now"));
    let (ask, hope) = (at("Will you come with Alder"), at("row again in spring"));
    assert!(first < turn && turn < ask && ask < hope);
}

#[test]
fn a_letter_stands_with_its_writer_and_its_reader() {
    let mut plan = with(|plan| plan.statements[2].boundary = text("Starting May, I will keep my tools at home."));
    for reader in ["a3", "a1"] {
        let page = own(reader, &plan);
        assert!(
            page.contains("gave me your gloves") && page.contains("keep my tools at home"),
            "{reader}"
        );
    }
    assert!(own("a1", &plan).contains("Sorrel's letter, which I read aloud"));
    assert!(own("a1", &plan).contains("Pause here") && !own("a3", &plan).contains("Pause here"));
    assert!(own("a3", &plan).contains("Reads my letter: Alder"));
    assert!(!own("planner", &plan).contains("gloves"));
    plan.attendees[3].reader = Answer::Unasked;
    assert!(own("a3", &plan).contains("Reads my letter ____"));
    assert!(!own("a1", &plan).contains("gloves"));
}

#[test]
fn a_boundary_that_slips_is_not_printed_unless_the_family_says_so() {
    let mut plan = with(|plan| {
        plan.boundaries
            .push(boundary("b99", "planner", "I will keep-this", true))
    });
    let page_of = |plan: &Plan| page(SheetKind::Person, "planner", plan).unwrap();
    let page = page_of(&plan);
    assert!(!flat(&page).contains("keep-this"));
    assert_eq!(left(&page, LeftOut::NotFirm), 1);
    plan.boundaries.last_mut().unwrap().print_anyway = Answer::Given(YesNo::Yes);
    assert!(flat(&page_of(&plan)).contains("keep-this"));
    plan.boundaries.last_mut().unwrap().print_anyway = Answer::Given(YesNo::No);
    let one = plan.boundaries.last_mut().unwrap();
    for answer in [
        &mut one.holds_at_night,
        &mut one.holds_in_tears,
        &mut one.holds_when_leaving,
    ] {
        *answer = Answer::Given(YesNo::Yes);
    }
    let page = page_of(&plan);
    assert!(flat(&page).contains("keep-this"), "it holds in all three");
    assert_eq!(left(&page, LeftOut::NotFirm), 0);
}

#[test]
fn the_eighth_part_goes_with_the_boundaries_it_repeats() {
    let mut plan = with(|plan| {
        plan.statements[1].boundary = text("From now on I keep-the-car to myself.");
        plan.boundaries[2].holds_in_tears = Answer::Given(YesNo::No);
    });
    let shaky = page(SheetKind::Person, "a1", &plan).unwrap();
    assert!(!flat(&shaky).contains("keep-the-car") && !flat(&shaky).contains("Only if the answer is no"));
    assert_eq!(left(&shaky, LeftOut::NotFirm), 2);
    plan.boundaries[2].holds_in_tears = Answer::Unasked;
    assert!(own("a1", &plan).contains("keep-the-car"), "untested");
    plan.statements[1].boundary = plan.boundaries[2].i_will.clone();
    plan.boundaries[2].only_if_answer_is_no = Answer::Given(YesNo::Yes);
    let page = own("a1", &plan);
    assert!(page.contains("Only if the answer is no") && !page.contains("whatever the answer is"));
}

#[test]
fn boundaries_begin_a_sheet_of_their_own_with_what_stays_and_when() {
    let page = own("planner", &example());
    let (anyway, stays) = (
        page.find("What I do, whatever the answer is").unwrap(),
        page.find("Whatever else changes").unwrap(),
    );
    assert!(page.find("Page 2").unwrap() < anyway && anyway < stays, "R-26");
    assert!(page.contains("I will still shop") && page.contains("on a quiet day before it starts, if that is safe."));
    assert!(
        !page.contains("Only if the answer is no"),
        "it is not told by a no, nor kept silent after a yes"
    );
    let only = own(
        "planner",
        &with(|plan| plan.boundaries[1].kept_after_yes = Answer::Given(YesNo::No)),
    );
    assert!(only.contains("Only if the answer is no") && !only.contains("whatever the answer is"));
    let none = own("planner", &with(|plan| plan.boundaries.clear()));
    assert!(!none.contains("Only if the answer is no") && !none.contains("Page 2"));
}

#[test]
fn r_25_stands_beside_a_boundary_about_a_home() {
    let with_kind = |kind| with(|plan| plan.boundaries[1].kind = Answer::Given(kind));
    let note = "Being without a home raises the danger of overdose";
    use steadfast::plan::BoundaryKind::{Money, MovingOut};
    assert!(own("planner", &with_kind(MovingOut)).contains(note));
    assert!(!own("planner", &with_kind(Money)).contains(note));
}

#[test]
fn an_answer_that_is_only_sometimes_true_waits_until_it_is() {
    let mut plan = example();
    let sick = page(SheetKind::Person, "a2", &plan).unwrap();
    assert!(!flat(&sick).contains("They treat it first"));
    assert_eq!(left(&sick, LeftOut::NotKnownTrue), 1);
    let at = answer_to(&plan, ObjectionKind::Sick);
    plan.objections[at].is_true = Answer::Given(YesNo::Yes);
    assert!(own("a2", &plan).contains("They treat it first"));
    // Nobody to give it: then it is for the one who leads.
    plan.objections[at].speaker = Answer::Unasked;
    assert!(own("a1", &plan).contains("They treat it first") && !own("a2", &plan).contains("They treat it first"));
    plan.objections[at].speaker = Answer::Given(Id::new("a4"));
    assert!(own("a1", &plan).contains("They treat it first"), "behind the scenes");
}

#[test]
fn behind_the_scenes_there_is_nothing_to_say_and_under_18_only_own_support() {
    let plan = with(|plan| {
        plan.attendees[2].adult = Answer::Given(YesNo::No);
        plan.objections[0].speaker = Answer::Given(Id::new("a2"));
    });
    let behind = page(SheetKind::Person, "a4", &plan).unwrap();
    let young = page(SheetKind::Person, "a2", &plan).unwrap();
    assert_eq!((left(&behind, LeftOut::Kept), left(&young, LeftOut::Kept)), (1, 1));
    let (behind, young) = (flat(&behind), flat(&young));
    for word in [
        "What I read aloud",
        "Only if the answer is no",
        "evenings when you have used",
        "Calm answers",
    ] {
        assert!(!behind.contains(word) && !young.contains(word), "{word}");
    }
    assert!(behind.contains("December 12") && behind.contains("Learn the signs of an overdose"));
    for word in [
        "December",
        "Robin",
        "overdose",
        "naloxone",
        "bookings",
        "use alone",
        "treatment",
    ] {
        assert!(!young.contains(word), "{word}: {young}");
    }
    assert!(young.contains("Keep going to your own group") && young.contains("The Tuesday family group"));
}

#[test]
fn tasks_are_theirs_by_name_with_their_dates() {
    let (alder, wren) = (own("a1", &example()), own("a2", &example()));
    assert!(wren.contains("Ask Sorrel to water the plants Thu, Dec 10."));
    assert!(!alder.contains("water the plants") && !alder.contains("Who:"));
    assert!(alder.contains("Save the emergency number and the helplines"));
    assert!(
        !own("planner", &example()).contains("Save the emergency number and the helplines"),
        "that is done"
    );
}

#[test]
fn a_line_of_their_days_says_when_they_are_in_touch_and_which_talk_is_theirs() {
    let said = ["planner", "a1", "a2"].map(|id| own(id, &example()));
    let holds = |word: &str| [0, 1, 2].map(|at| said[at].contains(word));
    assert_eq!(holds("we practice together"), [true; 3]);
    assert_eq!(holds("in touch with Robin that night, if safe"), [true, false, false]);
    assert_eq!(
        holds("in touch with Robin in the morning, if safe"),
        [false, false, true]
    );
    assert_eq!(holds("we talk again: What worked"), [false, true, false]);
    let over = with(|plan| plan.day.rehearsal = Answer::Given(today() - chrono::Days::new(1)));
    assert!(!own("a1", &over).contains("we practice together"), "it is over");
    // Whoever sends a letter is not there.
    assert!(!own("a3", &example()).contains("The day:"));
}

#[test]
fn what_a_boundary_says_is_not_said_twice() {
    let alder = own("a1", &example());
    assert_eq!(alder.matches("keep the keys to my car").count(), 1);
    let more = with(|plan| plan.statements[1].boundary = text("I will keep the keys. I say this with love."));
    assert!(own("a1", &more).contains("I say this with love"));
}

/// After a yes nobody should hold a dated box that tells them to start boundaries.
#[test]
fn what_hangs_on_the_answer_stands_under_it_and_has_no_date() {
    let page = own("planner", &example());
    let heads = [
        "Before the day",
        "If the answer is yes",
        "If the answer is not yet",
        "If the answer is no",
    ];
    let at: Vec<usize> = heads
        .iter()
        .map(|head| page.find(head).unwrap_or_else(|| panic!("{head}")))
        .collect();
    assert!(at.is_sorted(), "{at:?}");
    let yes_to_no = &page[at[1]..page.find("What I read aloud").unwrap()];
    assert!(
        !yes_to_no.contains("When:") && !yes_to_no.contains("Dec 12"),
        "{yes_to_no}"
    );
    assert!(page[at[3]..].contains("Start only the boundaries") && !page.contains("Afterwards"));
    let closed = own(
        "planner",
        &with(|plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem)),
    );
    assert!(!closed.contains("If the answer is") && !closed.contains("Before the day"));
}
