//! The page for tonight.

use steadfast::plan::{Ages, Attendee, Children, Means, Naloxone};
use steadfast::sheets::Block;

use super::*;

fn tonight(plan: &Plan) -> Page {
    page(SheetKind::Tonight, "", plan).unwrap()
}

fn plan_of(alter: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = calm();
    plan.person.name = text("Robin");
    plan.person.recent = Answer::Given(vec![Recent::Nothing]);
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    plan.safety.naloxone = Answer::Given(Naloxone::NotHere);
    alter(&mut plan);
    plan
}

/// What there is to do, in order, under each title.
fn things(plan: &Plan) -> Vec<(String, Vec<String>)> {
    let blocks = tonight(plan).blocks.into_iter();
    let points = blocks.filter_map(|block| match block {
        Block::Points { title, lines, .. } => Some((title, lines)),
        _ => None,
    });
    points.collect()
}

/// The ten minutes answered in every way that makes the page longer or shorter.
fn shapes() -> Vec<Plan> {
    let full = |plan: &mut Plan| {
        plan.person.substances = Answer::Given(vec![Substance::Heroin, Substance::Alcohol]);
        plan.person.recent = Answer::Given(vec![Recent::Alone, Recent::DaysWithout, Recent::StoppingNow]);
        plan.person.care = Answer::Given(steadfast::plan::Care::Medicine);
        plan.person.care_contact = text("Dr. Lee, 555-0117");
        plan.person.children = Answer::Given(Children::Yes);
        plan.person.calm_adult = text("Ana");
        plan.person.love = text("He sings.");
        plan.planner.tell = text("my sister");
    };
    let mut shapes = vec![Plan::default(), calm(), example(), plan_of(|_| {}), plan_of(full)];
    for ages in [Ages::PlannerUnder, Ages::PersonUnder] {
        shapes.push(plan_of(|plan| {
            full(plan);
            plan.person.ages = Answer::Given(ages);
        }));
    }
    for change in [Change::InHospital, Change::InJail, Change::CannotFind, Change::Stopping] {
        shapes.push(plan_of(|plan| {
            full(plan);
            plan.visit.changes.push(ChangeNote {
                kind: change,
                on: today(),
            });
        }));
    }
    shapes
}

#[test]
fn answers_on_harm_suicide_pregnancy_and_what_is_within_reach_never_change_it() {
    for plan in shapes() {
        let before = sheets::html(&tonight(&plan));
        let mut changed = vec![plan.clone(); 9];
        changed[0].safety.this_session.harm = Answer::Given(Harm::ByThem);
        changed[1].safety.this_session.harm = Answer::Given(Harm::NotSure);
        changed[2].safety.this_session.suicide = Answer::Given(Suicide::Yes);
        changed[3].safety.this_session.suicide = Answer::Given(Suicide::Before);
        changed[4].safety.this_session.pregnant = Answer::Given(YesNo::Yes);
        changed[5].safety.means = Answer::Given(Means::Gun);
        changed[6].safety.means = Answer::Given(Means::No);
        changed[7].safety.floor = Some(steadfast::plan::Gate::Closed);
        // Passed over, since somebody could see the screen.
        changed[8].safety.asked.clear();
        changed[8].safety.screen_seen = Some(true);
        for other in &changed {
            assert_eq!(sheets::html(&tonight(other)), before);
        }
    }
}

#[test]
fn there_are_at_most_ten_things_and_guns_pills_and_naloxone_come_first() {
    for plan in shapes() {
        let things = things(&plan);
        let count: usize = things.iter().map(|(_, lines)| lines.len()).sum();
        assert!((4..=10).contains(&count), "{count}: {things:?}");
        let (title, night) = &things[0];
        assert_eq!(title, "Until morning");
        let at = |words: &str| night.iter().position(|line| line.contains(words));
        // Somebody under 18 tells an adult before all.
        let young = plan.person.ages.is(&Ages::PlannerUnder);
        assert_eq!(at("gun"), Some(usize::from(young)), "{night:?}");
        let (afraid, suicide) = (at("If anyone is afraid").unwrap(), at("wanting to die").unwrap());
        assert!(afraid <= 2 && suicide == afraid + 1, "{night:?}");
    }
    let night = &things(&plan_of(|_| {}))[0].1;
    assert!(
        night[0].contains("lock up guns") && night[1].starts_with("Until there is naloxone"),
        "{night:?}"
    );
}

#[test]
fn with_no_naloxone_in_the_house_somebody_watches_and_it_is_fetched_and_the_steps_are_learned_either_way() {
    let watches = |alter: &dyn Fn(&mut Plan)| {
        let said = flat(&tonight(&plan_of(alter)));
        let watches = said.contains("someone sober stays within hearing");
        assert_eq!(watches, said.contains("No naloxone here yet?"), "{said}");
        (watches, said.contains("Learn the signs of an overdose"))
    };
    for unsure in [
        Naloxone::NotHere,
        Naloxone::WhatIsThat,
        Naloxone::NotSure,
        Naloxone::RatherNot,
    ] {
        assert_eq!(
            watches(&|plan| plan.safety.naloxone = Answer::Given(unsure.clone())),
            (true, true)
        );
    }
    assert_eq!(watches(&|plan| plan.safety.naloxone = Answer::Unasked), (true, true));
    assert_eq!(
        watches(&|plan| plan.safety.naloxone = Answer::Given(Naloxone::InReach)),
        (false, true)
    );
    assert_eq!(
        watches(&|plan| plan.task_record("naloxone").done = Some(today())),
        (false, true)
    );
    let alcohol = |plan: &mut Plan| plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
    assert_eq!(watches(&alcohol), (false, false));
    // Nobody can be watched who is not here, and a child watches over nobody.
    let said = |alter: &dyn Fn(&mut Plan)| flat(&tonight(&plan_of(alter)));
    let jailed = |plan: &mut Plan| {
        plan.visit.changes.push(ChangeNote {
            kind: Change::InJail,
            on: today(),
        })
    };
    assert!(!said(&jailed).contains("within hearing"));
    let young = said(&|plan| plan.person.ages = Answer::Given(Ages::PlannerUnder));
    assert!(!young.contains("within hearing") && young.contains("Do not touch a gun or pills"));
    assert!(young.contains("Ask the adult you told to get naloxone"));
}

#[test]
fn whoever_may_use_alone_has_a_line_that_stays_where_the_country_has_one() {
    let said = |country: &str, recent: Answer<Vec<Recent>>| {
        let plan = plan_of(|plan| {
            plan.country = country.into();
            plan.person.recent = recent;
        });
        flat(&tonight(&plan))
    };
    let line = "If Robin is going to use alone: SafeSpot (1-800-972-0590) stays on the line.";
    for alone in [
        Answer::Given(vec![Recent::Alone]),
        Answer::Given(vec![Recent::NotSure]),
        Answer::Unasked,
    ] {
        assert!(said("us", alone.clone()).contains(line));
        assert!(!said("gb", alone).contains("stays on the line"));
    }
    assert!(!said("us", Answer::Given(vec![Recent::Overdose])).contains("stays on the line"));
}

#[test]
fn the_doctor_and_the_person_to_tell_stand_there_as_they_were_typed_and_what_they_love_is_last() {
    let plan = plan_of(|plan| {
        plan.person.care_contact = text("Dr. Lee, 555-0117 {name}");
        plan.planner.tell = text("my sister Ana");
        plan.person.love = text("He sings in the kitchen.");
        plan.person.children = Answer::Given(Children::Yes);
        plan.person.calm_adult = text("Hazel");
    });
    let things = things(&plan);
    let (title, open) = &things[1];
    assert_eq!(title, "When places open");
    assert!(open[1].ends_with(": Dr. Lee, 555-0117 {name}"), "{open:?}");
    assert!(open[2].ends_with(": my sister Ana"), "{open:?}");
    assert!(things[0].1.iter().any(|line| line.ends_with("the children: Hazel")));
    let words = tonight(&plan).blocks.into_iter().filter_map(|block| match block {
        Block::Words(words) => Some(words),
        _ => None,
    });
    let words: Vec<String> = words.collect();
    assert_eq!(words.last().unwrap(), "You wrote about Robin: He sings in the kitchen.");
}

#[test]
fn who_is_not_known_is_looked_for_and_a_professional_of_the_plan_is_called() {
    let said = flat(&tonight(&plan_of(|_| {})));
    for line in [
        "A free helpline can name one near you. For example SAMHSA National Helpline (1-800-662-4357).",
        "Tell one person you trust",
    ] {
        assert!(said.contains(line), "{said}");
    }
    let said = flat(&tonight(&with(|plan| plan.person.care_contact = Answer::Unasked)));
    let pro = &example().professionals[0];
    let call = format!("ask what to do next: {}, {}", pro.name.words(), pro.phone.words());
    assert!(said.contains(&call), "{call}: {said}");
    let helped = plan_of(|plan| {
        plan.attendees.push(Attendee {
            id: Id::new("a1"),
            name: text("Kim"),
            ..Attendee::default()
        });
    });
    assert!(
        !flat(&tonight(&helped)).contains("Tell one person"),
        "somebody helps already"
    );
}

#[test]
fn a_code_holds_the_words_of_the_page_and_words_without_an_end_have_none() {
    let drawn = |love: &str| sheets::html(&tonight(&plan_of(|plan| plan.person.love = text(love))));
    assert!(drawn("He sings.").contains("<figure class=\"code\">"));
    assert_ne!(drawn("He sings."), drawn("He sang.").replace("He sang.", "He sings."));
    assert!(!drawn(&"He sings. ".repeat(150)).contains("<figure"));
    let page = tonight(&plan_of(|plan| plan.person.love = text("He sings.")));
    let inside = page.blocks.iter().find_map(|block| match block {
        Block::Code { words, .. } => Some(words.clone()),
        _ => None,
    });
    let inside = inside.unwrap();
    assert!(
        inside.starts_with(&page.title) && inside.ends_with("You wrote about Robin: He sings."),
        "{inside}"
    );
    for (_, lines) in things(&plan_of(|_| {})) {
        assert!(lines.iter().all(|line| inside.contains(line)), "{inside}");
    }
}

#[test]
fn after_a_death_there_is_no_such_page() {
    assert_eq!(
        page(SheetKind::Tonight, "", &changed(Change::Died)).err(),
        Some(WhyMissing::Died)
    );
}
