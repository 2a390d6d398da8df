//! Field by field: which sheet may show what a family answered. The table is the law; a sheet that shows more, or no
//! longer shows what people count on, is caught here.
//!
//! One answer of the example at a time is replaced by a word that stands nowhere else, every sheet is composed, and the
//! word is looked for. Choices are among them: one that the program does not know is shown as it is. What names a
//! person by an id is left to the tests of the personal page.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};
use steadfast::plan::{Field, Plan};
use steadfast::sheets::{self, SheetKind};
use steadfast::words::Words;

/// A word that stands nowhere else, and a year that does.
const WORD: &str = "Quillfeather";
const DAY: &str = "2033-03-03";
const YEAR: &str = "2033";

/// Each field, and the sheets that may and do show it. A field without a row stands on none.
const LAW: &[(&str, &str)] = &[
    (
        "person.name",
        "checklist tonight person letter chair driver cards home talk after",
    ),
    ("person.substances", "clinic"),
    ("person.care", "brief clinic"),
    ("person.care_contact", "tonight clinic"),
    ("safety.naloxone_place", "overdose"),
    ("safety.overdose_roles", "overdose"),
    ("person.calm_adult", "tonight"),
    ("planner.tell", "tonight"),
    ("person.love", "tonight talk"),
    ("person.hopes", "talk"),
    ("professionals.name", "plan checklist chair calls"),
    ("professionals.type", "plan"),
    ("professionals.phone", "plan checklist calls"),
    ("professionals.for_leader", "chair"),
    ("professionals.conditions", "chair"),
    ("professionals.letters", "calls"),
    ("professionals.approach", "calls"),
    ("professionals.medication_stance", "calls"),
    ("professionals.paid_referrals_answer", "calls"),
    ("professionals.fee", "calls"),
    ("professionals.families_with_opioid_use", "calls"),
    ("professionals.how_they_handle_risks", "calls"),
    ("professionals.if_it_goes_badly", "calls"),
    ("professionals.carries_naloxone", "calls"),
    ("professionals.after_a_no", "calls"),
    ("professionals.who_comes", "calls"),
    ("professionals.what_is_written_down", "calls"),
    ("professionals.insured_and_references", "calls"),
    ("professionals.language_and_culture", "calls"),
    ("professionals.expects_of_us", "calls"),
    ("professionals.how_soon", "calls"),
    ("way.kind", "plan brief"),
    ("way.invitation", "chair"),
    (
        "attendees.name",
        "plan checklist person letter chair driver calls cards offer after",
    ),
    ("attendees.parts", "plan person"),
    ("attendees.phone", "offer"),
    ("attendees.own_support", "person"),
    ("attendees.brings", "person"),
    (
        "treatment_options.name",
        "plan checklist person chair driver calls clinic talk offer",
    ),
    ("treatment_options.kind", "plan calls clinic offer"),
    ("treatment_options.phone", "plan driver calls clinic offer"),
    ("treatment_options.medication_offered", "plan calls"),
    (
        "treatment_options.soonest_start",
        "plan chair driver calls clinic offer",
    ),
    ("treatment_options.rank", "plan"),
    ("treatment_options.contact_person", "driver calls offer"),
    ("treatment_options.website", "calls"),
    ("treatment_options.email", "calls"),
    ("treatment_options.address", "driver calls offer"),
    ("treatment_options.distance_or_travel_time", "driver calls"),
    ("treatment_options.opening_hours", "driver calls offer"),
    ("treatment_options.date_checked", "calls"),
    ("treatment_options.spoke_with", "calls clinic"),
    ("treatment_options.reference_number", "calls clinic"),
    ("treatment_options.licensed", "calls"),
    ("treatment_options.accredited_by", "calls"),
    ("treatment_options.medications", "calls"),
    ("treatment_options.continues_existing_medication", "calls"),
    ("treatment_options.evaluation_steps", "calls clinic"),
    ("treatment_options.admission_requirements", "driver calls clinic"),
    ("treatment_options.who_must_call", "driver calls"),
    ("treatment_options.waiting_time", "calls"),
    ("treatment_options.bed_or_slot_held_until", "driver calls offer"),
    ("treatment_options.pays_with", "calls"),
    ("treatment_options.in_network", "calls"),
    ("treatment_options.preauthorisation", "calls"),
    ("treatment_options.estimated_cost", "calls"),
    ("treatment_options.due_on_day_one", "driver calls"),
    ("treatment_options.length_of_program", "calls"),
    ("treatment_options.what_happens_after", "calls"),
    ("treatment_options.mental_health_care", "calls"),
    ("treatment_options.medical_care", "calls"),
    ("treatment_options.pregnancy_care", "calls"),
    ("treatment_options.withdrawal_care", "calls"),
    ("treatment_options.family_involvement", "calls"),
    ("treatment_options.allowed_items", "driver calls clinic"),
    ("treatment_options.phone_rules", "driver calls"),
    ("treatment_options.visits", "calls"),
    ("treatment_options.transport_plan_to_get_there", "driver calls"),
    ("treatment_options.red_flags_noticed", "calls"),
    ("treatment_options.what_the_person_might_like_about_it", "talk"),
    ("treatment_options.takes_new_people", "calls"),
    ("treatment_options.medicine_at_first_visit", "calls"),
    ("treatment_options.must_do_first", "calls"),
    ("treatment_options.if_test_or_missed", "calls"),
    ("treatment_options.kinds_of_treatment", "calls"),
    ("treatment_options.how_plan_is_made", "calls"),
    ("treatment_options.if_someone_uses_again", "calls"),
    ("treatment_options.who_feels_at_home", "calls"),
    ("insurer.covers_care", "calls"),
    ("insurer.places_near_us", "calls"),
    ("insurer.approval_first", "calls"),
    ("insurer.what_we_pay", "calls"),
    ("insurer.medicines_covered", "calls"),
    ("insurer.if_it_says_no", "calls"),
    ("insurer.spoke_with", "calls"),
    ("insurer.call_number", "calls"),
    ("support_groups.name", "person after"),
    ("support_groups.when", "person after"),
    ("boundaries.kind", "person"),
    ("boundaries.i_will", "person"),
    ("boundaries.what_stays", "person offer"),
    ("boundaries.starts", "person"),
    ("boundaries.who_supports_me", "person"),
    ("boundaries.review_date", "person"),
    ("statements.love", "person letter"),
    ("statements.illness", "person letter"),
    ("statements.events", "person letter"),
    ("statements.feeling", "person letter"),
    ("statements.understanding", "person letter"),
    ("statements.ask", "person letter"),
    ("statements.offer", "person letter"),
    ("statements.boundary", "person letter"),
    ("statements.hope", "person letter"),
    ("objections.kind", "checklist person"),
    ("objections.answer", "person chair"),
    ("day.date", "plan checklist person chair driver brief after"),
    ("day.place", "plan person chair driver"),
    ("day.time", "plan person chair driver"),
    ("day.clear_time", "talk"),
    ("day.rehearsal", "person"),
    ("day.seats", "chair"),
    ("day.opening", "chair"),
    ("day.closing", "chair"),
    ("day.stop_word", "chair cards"),
    ("day.transport", "driver"),
    ("day.bag", "driver"),
    ("day.home_care", "plan"),
    ("day.plan_b", "chair"),
    ("afterwards.not_yet", "cards"),
    ("afterwards.if_no", "cards"),
    ("afterwards.if_use_returns", "after"),
    ("afterwards.follow_ups.what", "checklist person after"),
    ("afterwards.follow_ups.on", "checklist person after"),
];

const LIST: &str = "a list: the fields of its items are looked for";
const WHO: &str = "who it is, by an id: left to the tests of the personal page";

/// The only fields that are not looked for, each with why.
const NOT_LOOKED_FOR: &[(&str, &str)] = &[
    ("professionals", LIST),
    ("attendees", LIST),
    ("attendees.reader", WHO),
    ("treatment_options", LIST),
    ("treatment_options.researched_by", WHO),
    ("treatment_options.who_goes_along", WHO),
    ("support_groups", LIST),
    ("support_groups.person", WHO),
    ("boundaries", LIST),
    ("boundaries.person", WHO),
    ("statements", LIST),
    ("statements.person", WHO),
    ("objections", LIST),
    ("objections.speaker", WHO),
    ("day.order", WHO),
    ("day.leave", WHO),
    ("afterwards.goes_along", WHO),
    ("afterwards.tonight", WHO),
    ("afterwards.tomorrow", WHO),
    ("afterwards.naloxone_with", WHO),
    ("afterwards.rests", WHO),
    ("afterwards.follow_ups", LIST),
    ("afterwards.follow_ups.person", WHO),
];

fn is_excepted(field: Field) -> bool {
    NOT_LOOKED_FOR.iter().any(|(code, _)| *code == field.code())
}

/// Answers a field that the example leaves open, in each item of a list: with a word, or with a list of one word where
/// only that is an answer. False where neither is.
fn answer_open(plan: &mut Value, path: &[&str]) -> bool {
    [json!(WORD), json!([WORD])].into_iter().any(|word| {
        let mut tried = plan.clone();
        let (last, before) = path.split_last().unwrap();
        let places = answers(&mut tried, before);
        // What is put nowhere would be found on no page.
        assert!(!places.is_empty(), "{path:?}: the example has no place for it");
        for place in places {
            let items = match place {
                Value::Array(items) => items.iter_mut().collect(),
                one => vec![one],
            };
            items.into_iter().for_each(|item| item[*last] = word.clone());
        }
        let is_an_answer = serde_json::from_value::<Plan>(tried.clone()).is_ok();
        if is_an_answer {
            *plan = tried;
        }
        is_an_answer
    })
}

/// Fields that hold no words, no choice and no day: ids, lists of items, and what only moves the visit.
fn is_no_answer(before: &Value) -> bool {
    let is_id = |value: &Value| {
        value
            .as_str()
            .is_some_and(|text| text == "planner" || is_number_of_a_person(text))
    };
    match before {
        Value::Array(inside) => inside.is_empty() || inside.iter().any(|one| one.is_object() || is_id(one)),
        one => is_id(one),
    }
}

fn is_number_of_a_person(text: &str) -> bool {
    let rest = text.strip_prefix('a').unwrap_or("");
    !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// What takes the place of an answer, and what is looked for.
fn marker(before: &Value) -> (Value, &'static str) {
    let one = |value: &Value| match value.as_str() {
        Some(text) if text.len() == 10 && text.parse::<NaiveDate>().is_ok() => (json!(DAY), YEAR),
        _ => (json!(WORD), WORD),
    };
    match before {
        Value::Array(inside) => {
            let (mark, sign) = inside.first().map_or((json!(WORD), WORD), one);
            (json!([mark]), sign)
        }
        other => one(other),
    }
}

/// Where the answers of a field stand, one for each item of a list.
fn answers<'a>(plan: &'a mut Value, path: &[&str]) -> Vec<&'a mut Value> {
    let Some((first, rest)) = path.split_first() else {
        return vec![plan];
    };
    match plan {
        Value::Array(items) => items.iter_mut().flat_map(|item| answers(item, path)).collect(),
        Value::Object(keys) => keys
            .get_mut(*first)
            .map(|inside| answers(inside, rest))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The sheets that show the field, or nothing where it holds no words, choice or day.
fn shown(field: Field, example: &Value, words: &Words, today: NaiveDate) -> Option<BTreeSet<&'static str>> {
    let mut plan = example.clone();
    let path: Vec<&str> = field.code().split('.').collect();
    let mut sign = None;
    for answer in answers(&mut plan, &path) {
        // What was left open or put off has no marker of its own kind.
        if answer.is_object() || answer.is_null() || is_no_answer(answer) {
            continue;
        }
        let (mark, looked_for) = marker(answer);
        (*answer, sign) = (mark, Some(looked_for));
    }
    if sign.is_none() && !is_excepted(field) && answer_open(&mut plan, &path) {
        sign = Some(WORD);
    }
    let sign = sign?;
    let plan: Plan = serde_json::from_value(plan).unwrap_or_else(|error| panic!("{}: {error}", field.code()));
    let readers = sheets::readers(&plan);
    let shows = |kind: &SheetKind| {
        let pages = if kind.is_personal() {
            readers
                .iter()
                .map(|(_, id)| sheets::compose(*kind, Some(id), &plan, words, today))
                .collect()
        } else if *kind == SheetKind::Calls {
            // The calls to be made, and each that is asked for by name.
            let whole = sheets::whom_to_call(&plan, words).into_iter().map(|(id, _)| Some(id));
            std::iter::once(None)
                .chain(whole)
                .map(|whom| sheets::compose(*kind, whom.as_ref(), &plan, words, today))
                .collect()
        } else {
            vec![sheets::compose(*kind, None, &plan, words, today)]
        };
        let mut pages = pages.into_iter().flatten();
        pages.any(|page| sheets::html(&page).contains(sign) || sheets::text(&page).contains(sign))
    };
    Some(
        SheetKind::ALL
            .iter()
            .filter(|kind| shows(kind))
            .map(|kind| kind.code())
            .collect(),
    )
}

/// The example, with what it leaves out filled in, so that every field has an answer.
fn example(words: &Words) -> Value {
    let mut plan: Value = serde_json::from_str(words.example).unwrap();
    plan["safety"]["keep"] = json!("yes");
    // Nobody has called the insurance yet.
    plan["insurer"] = json!({});
    for (path, value) in [("person.fears", "x"), ("statements.boundary", "x")] {
        let path: Vec<&str> = path.split('.').collect();
        for answer in answers(&mut plan, &path).into_iter().filter(|answer| answer.is_null()) {
            *answer = json!(value);
        }
    }
    plan
}

#[test]
fn each_field_stands_on_the_sheets_that_may_show_it_and_on_no_other() {
    let words = Words::load("en", None).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    let example = example(&words);
    let mut wrong = Vec::new();
    for field in Field::ALL {
        let Some(found) = shown(*field, &example, &words, today) else {
            if !is_excepted(*field) {
                wrong.push(format!("    {}: no answer was looked for", field.code()));
            }
            continue;
        };
        let found: Vec<&str> = SheetKind::ALL
            .iter()
            .map(|kind| kind.code())
            .filter(|code| found.contains(code))
            .collect();
        let found = found.join(" ");
        let row = LAW.iter().find(|(code, _)| *code == field.code());
        if row.map_or("", |(_, may)| may) != found {
            wrong.push(format!("    (\"{}\", \"{found}\"),", field.code()));
        }
    }
    assert!(wrong.is_empty(), "{} to look at:\n{}", wrong.len(), wrong.join("\n"));
}

/// The example is of before its day: what is said once it is over is looked for on the day after.
#[test]
fn what_is_said_after_the_day_stands_on_the_page_of_the_weeks_alone() {
    let words = Words::load("en", None).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 12, 13).unwrap();
    let mut told = example(&words);
    told["visit"]["met"] = json!("no");
    told["visit"]["met_day"] = told["day"]["date"].clone();
    for said in ["they_said", "better"] {
        let mut plan = told.clone();
        plan["afterwards"][said] = json!(WORD);
        let plan: Plan = serde_json::from_value(plan).unwrap();
        let pages = sheets::every(&plan).into_iter();
        let pages = pages.filter_map(|(kind, reader)| {
            let page = sheets::compose(kind, reader.as_ref(), &plan, &words, today).ok()?;
            Some((kind.code(), sheets::text(&page)))
        });
        let on: BTreeSet<&str> = pages
            .filter(|(_, text)| text.contains(WORD))
            .map(|(kind, _)| kind)
            .collect();
        assert_eq!(on, BTreeSet::from(["after"]), "{said}");
    }
}

#[test]
fn every_row_of_the_law_is_a_field_and_a_sheet() {
    for (code, _) in NOT_LOOKED_FOR {
        assert!(Field::from_code(code).is_some(), "{code}");
        assert!(LAW.iter().all(|(other, _)| code != other), "{code}");
    }
    for (code, may) in LAW {
        assert!(Field::from_code(code).is_some(), "{code}");
        assert!(
            may.split_whitespace().all(|kind| SheetKind::from_code(kind).is_some()),
            "{may}"
        );
    }
}
