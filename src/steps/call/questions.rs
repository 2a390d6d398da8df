//! The questions of a call: each ask of the call sheet (evidence#call), tied to the question that fills it.

use chrono::NaiveDate;

use crate::journey::Question;
pub(super) use crate::plan::call::BEFORE;
use crate::plan::call::{self, may_be_insured, may_offer, may_offer_opioids};
use crate::plan::{Answer, ById, Field, Id, Plan, TreatmentOption};
use crate::prompt::Message;
use crate::session::CallScript;
use crate::words::{Words, fill_placeholders};

use crate::steps::options::{OPTION, title};
use crate::steps::table::questions;

/// The questions that are only put where the answer before leaves room for them.
static NARROWED: &[Question] = questions! {
    OptMedications, OnRequest, ticks(treatment_options[].medications), when(may_offer_opioids);
    OptFirstVisit, OnRequest, pick(treatment_options[].medicine_at_first_visit), when(may_offer_opioids);
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
    call::every_field().filter_map(question)
}

/// The five questions of a short call.
pub(super) fn short_call(plan: &Plan) -> impl Iterator<Item = &'static Question> {
    call::short_call(plan).into_iter().filter_map(question)
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

/// Notes the day of the call, and says what to ask next where an answer is missing, was refused, or a warning sign was
/// heard.
fn after_answer(field: Field, id: &Id, plan: &mut Plan, today: NaiveDate, words: &Words) -> String {
    if let Some(option) = plan.treatment_options.by_id_mut(id) {
        option.date_checked = Answer::Given(today);
    }
    let item = title(plan, id, words);
    let Some(option) = plan.treatment_options.by_id(id) else {
        return String::new();
    };
    let next = next(option, field, words).into_iter();
    let refused = refused(option, field, words).into_iter();
    let said = refused.chain(next).map(|said| words.fill_names(said, plan, &item));
    said.collect::<Vec<_>>().join("\n\n")
}

/// What to say next after the answer to this question.
pub(super) fn next(option: &TreatmentOption, field: Field, words: &Words) -> Option<&'static str> {
    let heard = call::call_answer(option, field);
    let mut all = call::NEXT.into_iter();
    let (_, _, key) = all.find(|(asked, after, _)| *asked == field && heard.leads_to(*after))?;
    words.call.next.get(key).copied()
}

/// What is said where they would not answer: the first time, and from the second on.
fn refused(option: &TreatmentOption, field: Field, words: &Words) -> Option<&'static str> {
    if !words.would_not_say(option, field) {
        return None;
    }
    let count = call::every_field()
        .filter(|field| words.would_not_say(option, *field))
        .count();
    Some(if count > 1 {
        words.call.refused_twice
    } else {
        words.call.refused
    })
}

#[cfg(test)]
mod tests {
    use super::super::item;
    use super::*;
    use crate::journey::QuestionAt;
    use crate::plan::Checked;
    use crate::plan::Field::*;

    /// On paper a call reads as on the screen: what the words say of an option is the recap of its question.
    #[test]
    fn what_is_known_of_an_option_is_said_as_in_the_review() {
        let words = Words::load("en", None).unwrap();
        let mut plan = serde_json::from_str::<Plan>(r#"{ "treatment_options": [{
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
        "takes_new_people": "yes", "medicine_at_first_visit": "would_not_say", "must_do_first": "a test",
        "if_test_or_missed": "they call", "takes_under_18": "no", "kinds_of_treatment": "talks",
        "how_plan_is_made": "together", "if_someone_uses_again": "a new plan", "who_feels_at_home": "anybody"
    }] }"#)
        .unwrap();
        let option = plan.treatment_options[0].clone();
        let spoken = questions().map(|question| question.field);
        for field in spoken.chain([OptName, OptPhone, OptKind]) {
            let here = QuestionAt {
                question: question(field).unwrap(),
                item: item(&option.id),
            };
            let recap = here.recap(&plan, &words);
            assert!(!recap.is_empty(), "{}", field.code());
            assert_eq!(words.option_answer(&option, field), recap, "{}", field.code());
        }
        plan.treatment_options[0].licensed = Answer::Given(Checked::NotAsked);
        assert_eq!(words.option_answer(&plan.treatment_options[0], OptLicensed), "");
    }
}
