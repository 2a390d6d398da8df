//! The questions of a call: each ask of the call sheet (evidence#call), tied to the question that fills it.

use chrono::NaiveDate;

use crate::journey::Tier::OnRequest;
use crate::journey::{Question, QuestionAt};
use crate::plan::Field::*;
pub(super) use crate::plan::call::{BEFORE, SHEET};
use crate::plan::call::{MATTERS, may_be_insured, may_offer, may_offer_opioids};
use crate::plan::{Answer, AnswerState, ById, Checked, CodedChoice, Field, Id, Plan, RedFlag, TreatmentOption};
use crate::prompt::Message;
use crate::session::CallScript;
use crate::words::{Words, fill_placeholders};

use super::item;
use super::marked_line::MarkedLine;
use crate::steps::options::{OPTION, title};
use crate::steps::table::questions;

/// The asks that are in the notes.
static NOTED: &[(u8, Question)] = &[
    (9, Question::new(OptNotes, OnRequest, &MarkedLine(9))),
    (10, Question::new(OptNotes, OnRequest, &MarkedLine(10))),
    (15, Question::new(OptNotes, OnRequest, &MarkedLine(15))),
    (17, Question::new(OptNotes, OnRequest, &MarkedLine(17))),
];

/// The questions that are only put where the answer before leaves room for them.
static NARROWED: &[Question] = questions! {
    OptMedications, OnRequest, ticks(treatment_options[].medications), when(may_offer_opioids);
    OptContinues, OnRequest, pick(treatment_options[].continues_existing_medication), when(may_offer);
    OptNetwork, OnRequest, pick(treatment_options[].in_network), when(may_be_insured);
    OptPreauth, OnRequest, pick(treatment_options[].preauthorisation), when(may_be_insured);
};

/// The question of a field, as the call puts it.
pub(super) fn question(field: Field) -> Option<&'static Question> {
    NARROWED.iter().chain(OPTION).find(|question| question.field == field)
}

/// Every question of a call, in order.
pub(in crate::steps) fn questions() -> impl Iterator<Item = &'static Question> {
    SHEET.iter().flat_map(|ask| {
        let noted = NOTED.iter().find(|(number, _)| *number == ask.number);
        let noted = noted.map(|(_, question)| question);
        let fields = ask.fields.iter().filter(move |_| noted.is_none());
        noted.into_iter().chain(fields.filter_map(|field| question(*field)))
    })
}

/// What is said beside the questions of a call.
pub(super) const SCRIPT: CallScript = CallScript {
    before_question,
    after_answer,
};

/// What to say on the phone, and what to listen for (evidence#call).
fn before_question(field: Field, id: &Id, plan: &Plan, words: &Words) -> Vec<Message> {
    let item = title(plan, id, words);
    let say = words.call.sentence_for(field, plan).map(|say| {
        let say = words.fill_names(say, plan, &item);
        Message::strong(fill_placeholders(words.call.say_line, &[("say", &say)]))
    });
    let listen = words.call.listen_for(field, plan);
    let listen = listen.map(|listen| Message::plain(words.fill_names(listen, plan, &item)));
    say.into_iter().chain(listen).collect()
}

/// Notes the day of the call, and says what to ask next where an answer is missing or a warning sign was heard.
fn after_answer(field: Field, id: &Id, plan: &mut Plan, today: NaiveDate, words: &Words) -> String {
    if let Some(option) = plan.treatment_options.by_id_mut(id) {
        option.date_checked = Answer::Given(today);
    }
    let item = item(id);
    let asked = question(field).map(|question| QuestionAt { question, item });
    let Some(key) = asked.and_then(|here| next(&here, plan)) else {
        return String::new();
    };
    let item = title(plan, id, words);
    let next = words.call.next.get(key);
    next.map(|said| words.fill_names(said, plan, &item)).unwrap_or_default()
}

/// The keys of `[next]` in `call.toml`: what to ask next.
pub(super) fn next(here: &QuestionAt, plan: &Plan) -> Option<&'static str> {
    let option = plan.treatment_options.by_id(&here.item.id)?;
    let open = here.state(plan) != AnswerState::Given;
    match here.question.field {
        OptMedication if option.medication_offered.is(&Checked::No) => Some("no_medicine"),
        OptMedication if !option.medication_offered.is(&Checked::Yes) => Some("medicine_open"),
        OptSuited if !option.suited_treatment.is(&Checked::Yes) => Some("not_suited"),
        OptContinues if option.continues_existing_medication.is(&Checked::No) => Some("stops_medicine"),
        OptLicensed if option.licensed.is(&Checked::No) => Some("no_license"),
        OptAfter if open => Some("after_open"),
        OptSoonest if open => Some("start_open"),
        OptCost if open => Some("cost_open"),
        OptRedFlags if flagged(option) => Some("red_flags"),
        _ => None,
    }
}

fn flagged(option: &TreatmentOption) -> bool {
    let flags = option.red_flags_noticed.given();
    flags.is_some_and(|flags| flags.iter().any(|flag| flag.code() != RedFlag::Nothing.code()))
}

/// What matters most and is not known after a call.
pub(super) fn missing(plan: &Plan, id: &Id) -> impl Iterator<Item = Field> {
    let mut asked = Plan::default();
    asked.person.substances = plan.person.substances.clone();
    asked
        .treatment_options
        .extend(plan.treatment_options.by_id(id).cloned());
    asked.treatment_options.iter_mut().for_each(TreatmentOption::ask_anew);
    let item = item(id);
    MATTERS.into_iter().filter(move |field| {
        question(*field).is_some_and(|question| {
            let here = QuestionAt {
                question,
                item: item.clone(),
            };
            here.is_asked(&asked, OnRequest) && here.state(&asked) != AnswerState::Given
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On paper a call reads as on the screen: what the words say of an option is the recap of its question.
    #[test]
    fn what_is_known_of_an_option_is_said_as_in_the_review() {
        let words = Words::load("en", None).unwrap();
        let mut plan = serde_json::from_value::<Plan>(serde_json::json!({ "treatment_options": [{
        "id": "o1", "name": "Harbor House", "phone": "555-0101", "kind": "detox_program", "spoke_with": "Kim",
        "reference_number": "77", "licensed": "yes", "accredited_by": "a board", "medication_offered": "no", "suited_treatment": "yes",
        "medications": ["methadone", "buprenorphine"], "continues_existing_medication": "yes",
        "what_happens_after": "a visit", "evaluation_steps": "by phone", "soonest_start": "2026-12-01",
        "waiting_time": "a week", "bed_or_slot_held_until": "2026-12-02", "admission_requirements": "a card",
        "allowed_items": "books", "who_must_call": "the person", "estimated_cost": "a lot", "due_on_day_one": "some",
        "pays_with": ["self_pay", "medicaid"], "in_network": "no", "preauthorisation": "yes",
        "length_of_program": "30 days", "mental_health_care": "yes", "medical_care": "no", "pregnancy_care": "yes",
        "withdrawal_care": "no", "family_involvement": "Sundays", "phone_rules": "one hour", "visits": "none",
        "red_flags_noticed": ["gifts"], "distance_or_travel_time": "an hour", "transport_plan_to_get_there": "bus",
        "notes": "9. What they do: talks\n10. -\nour own words"
    }] }))
        .unwrap();
        let option = plan.treatment_options[0].clone();
        let spoken = questions()
            .map(|question| question.field)
            .filter(|field| *field != OptNotes);
        for field in spoken.chain([OptName, OptPhone, OptKind]) {
            let here = QuestionAt {
                question: question(field).unwrap(),
                item: item(&option.id),
            };
            let recap = here.recap(&plan, &words);
            assert!(!recap.is_empty(), "{}", field.code());
            assert_eq!(words.option_answer(&option, field), recap, "{}", field.code());
        }
        assert_eq!(words.noted_answer(&option, 9), "talks");
        assert_eq!(words.noted_answer(&option, 10), "");
        plan.treatment_options[0].licensed = Answer::Given(Checked::NotAsked);
        assert_eq!(words.option_answer(&plan.treatment_options[0], OptLicensed), "");
    }
}
