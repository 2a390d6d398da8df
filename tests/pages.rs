//! What a page says, and what it leaves out, for plans that are not the example.

use chrono::NaiveDate;
use steadfast::plan::{
    Ages, Answer, Attendee, Boundary, Change, ChangeNote, Harm, Id, Means, OptionKind, Plan, Recent, Safety, Substance,
    Suicide, Text, TreatmentOption, YesNo,
};
use steadfast::sheets::{self, SheetKind};
use steadfast::text::width;
use steadfast::words::{COUNTRIES, Words};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn english() -> Words {
    Words::load("en", None).unwrap()
}

/// A plan with an open gate, about heroin, and nothing else.
fn calm() -> Plan {
    let mut plan = Plan {
        country: "us".into(),
        ..Plan::default()
    };
    plan.person.name = Answer::Given(Text::new("Robin"));
    plan.person.ages = Answer::Given(Ages::Both);
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    plan.person.recent = Answer::Given(vec![Recent::Nothing]);
    plan.safety.means = Answer::Given(Means::No);
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.this_session.suicide = Answer::Given(Suicide::No);
    plan.safety.this_session.pregnant = Answer::Given(YesNo::No);
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, today());
    }
    plan
}

fn with(alter: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = calm();
    alter(&mut plan);
    plan
}

fn changed(kind: Change) -> Plan {
    with(|plan| plan.visit.changes.push(ChangeNote { kind, on: today() }))
}

fn close(plan: &mut Plan) {
    plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
}

fn alcohol(plan: &mut Plan) {
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
}

fn bound(plan: &mut Plan) {
    plan.boundaries.push(Boundary {
        id: Id::new("b1"),
        person: Answer::Given(Id::planner()),
        ..Boundary::default()
    });
}

/// A page as one line of words, so that no line break stands between two of them.
fn flat(page: &sheets::Page) -> String {
    sheets::text(page).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(plan: &Plan) -> String {
    flat(&sheets::checklist(plan, &english(), today()))
}

/// The list with no other page beside it.
fn alone(plan: &Plan) -> String {
    flat(&sheets::whole_list(plan, &english(), today()))
}

fn tonight(plan: &Plan) -> String {
    let page = sheets::compose(SheetKind::Tonight, None, plan, &english(), today());
    flat(&page.ok().unwrap())
}

const OLD_AMOUNT: &str = "After a few days without using or without medicine, the usual amount can kill. Keep \
                          naloxone near for 4 weeks. Stay near if that is safe.";
const SLOWLY: &str = "Alcohol, benzos, sleeping pills: do not stop these suddenly without medical help.";

#[test]
fn the_list_says_what_to_do_in_an_overdose_and_when_to_call() {
    let words = english();
    let card = &words.danger.card.overdose;
    // Beside the page for the fridge, which has every step, what matters most and where the rest is.
    let printed = [card.short, &[words.checklist.every_step]].concat();
    for (page, steps) in [(alone as fn(&Plan) -> String, card.steps.to_vec()), (list, printed)] {
        let said = page(&calm());
        for step in &steps {
            let step = words.help_lines("us").fill_placeholders(step, &words);
            assert!(said.contains(&step), "{step}");
        }
        assert!(said.contains("Call 911 right away if"));
        assert!(words.danger.signs_to_call.iter().all(|sign| said.contains(sign)));
        let said = page(&with(alcohol));
        assert!(said.contains("Call 911 right away if") && steps.iter().all(|step| !said.contains(step)));
    }
}

#[test]
fn uppers_and_alcohol_have_their_own_steps_where_they_are_used() {
    let uppers = "After cocaine, meth or other uppers";
    let drinking = "After a lot of alcohol";
    let uses = |used: &[Substance]| with(|p| p.person.substances = Answer::Given(used.to_vec()));
    for (used, shown) in [
        (vec![Substance::Heroin], [false, false]),
        (vec![Substance::Meth], [true, false]),
        (vec![Substance::Cocaine, Substance::Alcohol], [true, true]),
        (vec![Substance::Alcohol], [false, true]),
    ] {
        let page = alone(&uses(&used));
        assert_eq!([page.contains(uppers), page.contains(drinking)], shown, "{used:?}");
        // Opioids hide in all of them but alcohol.
        let naloxone = page.contains("Give naloxone if it is in reach");
        assert_eq!(naloxone, used != [Substance::Alcohol], "{used:?}");
    }
}

// Holds R-10
#[test]
fn r_10_after_days_without_both_pages_say_that_the_old_amount_can_kill() {
    for what in [Recent::DaysWithout, Recent::StoppingNow] {
        let plan = with(|p| p.person.recent = Answer::Given(vec![what]));
        assert!(list(&plan).contains(OLD_AMOUNT) && tonight(&plan).contains(OLD_AMOUNT));
    }
    assert!(!list(&calm()).contains(OLD_AMOUNT));
}

// Holds R-10
#[test]
fn r_10_a_plan_with_opioids_says_after_what_the_old_amount_can_kill() {
    let after = "in the first 4 weeks after detox, treatment, jail or a hospital, if that is safe.";
    for change in [Change::InCare, Change::InHospital, Change::InJail] {
        let said = list(&changed(change));
        assert!(said.contains(after) && said.contains("The usual amount can kill then."));
    }
    assert!(list(&calm()).contains(after) && list(&with(close)).contains(after));
    assert!(!list(&with(alcohol)).contains(after));
}

// Holds R-09
#[test]
fn r_09_a_detox_program_is_never_the_last_step() {
    let detox = with(|plan| {
        plan.treatment_options.push(TreatmentOption {
            id: Id::new("o1"),
            name: Answer::Given(Text::new("Hillview")),
            kind: Answer::Given(OptionKind::Detox),
            ..TreatmentOption::default()
        })
    });
    let said = list(&detox);
    assert!(said.contains("Detox is a first step") && said.contains("After detox the usual amount can kill."));
    assert!(!list(&calm()).contains("Detox is a first step"));
}

// Holds R-11
#[test]
fn r_11_alcohol_and_calming_pills_are_not_stopped_suddenly() {
    for used in [Substance::Alcohol, Substance::Benzodiazepines] {
        let plan = with(|p| p.person.substances = Answer::Given(vec![Substance::Heroin, used]));
        assert!(list(&plan).contains(SLOWLY) && tonight(&plan).contains(SLOWLY));
    }
    assert!(!list(&calm()).contains(SLOWLY));
}

// Holds R-26
#[test]
fn r_26_what_is_never_withdrawn_stands_beside_boundaries_and_not_beside_a_closed_gate() {
    let never = "Whatever else changes, these stay - a call for help in an emergency - naloxone";
    let said = list(&with(bound));
    assert!(said.contains(never) && said.contains("the medicine Robin takes"));
    assert!(!list(&calm()).contains(never));
    let closed = with(|plan| {
        bound(plan);
        close(plan);
    });
    assert!(!list(&closed).contains(never));
}

#[test]
fn after_a_death_a_page_holds_help_for_the_family_only() {
    let plan = changed(Change::Died);
    let page = list(&plan);
    for gone in [
        "matter most",
        "Tick a box",
        "right away if",
        "Shout their name",
        "Finding treatment",
        "SafeSpot",
        "things",
        "[ ]",
        "afraid",
        "naloxone",
    ] {
        assert!(!page.contains(gone), "{gone}");
    }
    for kept in ["help with grief", "one person you trust", "988", "911"] {
        assert!(page.contains(kept), "{kept}");
    }
    let there = Plan {
        country: "gb".into(),
        ..plan
    };
    assert!(
        list(&there).contains("DrugFAM"),
        "they are there for families after a death too"
    );
}

#[test]
fn in_jail_the_staff_there_are_told_and_the_first_day_out_is_planned() {
    let said = list(&changed(Change::InJail));
    for task in [
        "Tell the health staff there today about any medicine, alcohol, benzos or sleeping pills.",
        "Plan the first day out",
        "Have a kit ready for the first day out.",
    ] {
        assert!(said.contains(task), "{task}");
    }
    assert!(!said.contains("offer them a kit") && !said.contains("Ask the place if medicine continues"));
    assert!(list(&changed(Change::InCare)).contains("Ask the place if medicine continues"));
}

#[test]
fn somebody_under_18_who_plans_makes_no_calls_and_finds_a_line_of_their_own() {
    let mut plan = with(|p| p.person.ages = Answer::Given(Ages::PlannerUnder));
    plan.treatment_options.push(TreatmentOption {
        id: Id::new("o1"),
        name: Answer::Given(Text::new("Hillview")),
        ..TreatmentOption::default()
    });
    let said = list(&plan);
    assert!(said.contains("Ask the adult you told to get naloxone and to make the calls."));
    assert!(said.contains("1-800-422-4453"), "the line for children");
    for call in [
        "Find two places",
        "Ask every place",
        "for two of the people helping",
        "Call Hillview",
    ] {
        assert!(!said.contains(call), "{call}");
    }
    assert!(!list(&calm()).contains("1-800-422-4453"));
}

#[test]
fn a_helper_under_18_gets_their_own_support_and_nothing_else() {
    let plan = with(|plan| {
        plan.attendees.push(Attendee {
            id: Id::new("a1"),
            name: Answer::Given(Text::new("Kim")),
            adult: Answer::Given(YesNo::No),
            ..Attendee::default()
        })
    });
    let said = list(&plan);
    assert_eq!(said.matches("[ ] Kim").count(), 2, "now, and later on");
    assert!(!said.contains("Who: Kim."));
}

#[test]
fn a_closed_page_says_nothing_of_a_yes_nor_of_a_day() {
    let plan = with(|plan| {
        close(plan);
        let mark = plan.task_record("t1");
        mark.text = Some(Text::new("Bring chairs"));
        mark.due = NaiveDate::from_ymd_opt(2026, 12, 12);
    });
    let said = list(&plan);
    assert!(said.contains("Bring chairs"));
    for gone in ["A yes", "a yes", "Dec 12", "thank each other", "A choice of two"] {
        assert!(!said.contains(gone), "{gone}");
    }
}

#[test]
fn what_to_do_about_fear_and_suicide_holds_the_numbers_of_the_country() {
    let fear = |country: &str| {
        list(&Plan {
            country: country.into(),
            ..calm()
        })
    };
    let us = fear("us");
    assert!(us.contains("If anyone is afraid, an advocate") && us.contains("Violence line: 1-800-799-7233,"));
    assert!(us.contains("In danger, call 911."));
    assert!(fear("ca").contains("Violence line: in Alberta 310-1818, in British Columbia 1-800-563-0808,"));
    assert!(fear("nz").contains("stay near if that is safe, and call 0508 828 865."));
    assert!(fear("xx").contains("In danger, call your local emergency number."));
}

#[test]
fn a_page_has_the_numbers_its_tasks_speak_of() {
    let page = |country: &str| {
        list(&Plan {
            country: country.into(),
            ..calm()
        })
    };
    let (us, ca, gb, nz) = (page("us"), page("ca"), page("gb"), page("nz"));
    assert!(us.contains("SafeSpot") && ca.contains("NORS"), "a way not to use alone");
    assert!(ca.contains("in Ontario: ConnexOntario"));
    assert!(gb.contains("DrugFAM") && gb.contains("Help for families, in Scotland"));
    assert!(nz.contains("1737") && nz.contains("needs to talk right now: Suicide Crisis Helpline, call 0508 828 865"));
    for page in [us, ca, gb, nz] {
        assert!(page.contains("Numbers change."), "R-32");
    }
    assert!(!page("xx").contains("Numbers change."), "there are none");
}

#[test]
fn where_it_is_not_about_opioids_nothing_is_said_of_naloxone_if_use_returns() {
    assert!(list(&calm()).contains("uses again, the usual amount can kill. If that is safe, stay near with naloxone"));
    assert!(list(&with(alcohol)).contains("If Robin uses again, stay near, and ask Robin to call a clinic with you"));
}

#[test]
fn every_page_fits_and_nothing_is_left_to_fill() {
    let young = with(|p| p.person.ages = Answer::Given(Ages::PlannerUnder));
    let plans = [
        calm(),
        with(close),
        with(alcohol),
        with(bound),
        young,
        changed(Change::InJail),
        changed(Change::Died),
    ];
    let words = english();
    for (country, _) in COUNTRIES.iter().chain([&("xx", "")]) {
        for plan in &plans {
            let plan = Plan {
                country: country.to_string(),
                ..plan.clone()
            };
            let tonight = sheets::compose(SheetKind::Tonight, None, &plan, &words, today());
            for page in std::iter::once(sheets::checklist(&plan, &words, today())).chain(tonight) {
                let text = sheets::text(&page);
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(text.lines().all(|line| width(line) <= 80), "{text}");
            }
        }
    }
}
