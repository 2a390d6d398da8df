//! What is known of a treatment option, said as in the review.

use crate::plan::{Answer, Checked, CodedChoice, Field, Medicine, Pays, SoonestStart, Text, TreatmentOption};
use crate::text;

use super::Words;

impl Words {
    /// The answer of one field of the call sheet (evidence#call), or of what is beside the option's name; empty
    /// if it is not known, and "not asked yet" is not known.
    pub fn option_answer(&self, option: &TreatmentOption, field: Field) -> String {
        use Field::*;
        let day = |answer: &Answer<chrono::NaiveDate>| answer.given().map(|day| self.long_date(*day));
        let text = |answer: &Answer<Text>| Some(answer.words().to_string());
        let known = match field {
            OptName => text(&option.name),
            OptKind => self.one(&option.kind),
            OptPhone => text(&option.phone),
            OptMedication => self.checked(&option.medication_offered),
            OptSuited => self.checked(&option.suited_treatment),
            OptSoonest => option.soonest_start.given().map(|start| self.start(*start)),
            OptContact => text(&option.contact_person),
            OptWebsite => text(&option.website),
            OptEmail => text(&option.email),
            OptAddress => text(&option.address),
            OptDistance => text(&option.distance_or_travel_time),
            OptHours => text(&option.opening_hours),
            OptChecked => day(&option.date_checked),
            OptSpokeWith => text(&option.spoke_with),
            OptReference => text(&option.reference_number),
            OptLicensed => self.checked(&option.licensed),
            OptAccredited => text(&option.accredited_by),
            OptMedications => self.some(&option.medications, &[Medicine::NotAsked]),
            OptContinues => self.checked(&option.continues_existing_medication),
            OptEvaluation => text(&option.evaluation_steps),
            OptAdmission => text(&option.admission_requirements),
            OptWhoCalls => text(&option.who_must_call),
            OptWaiting => text(&option.waiting_time),
            OptHeldUntil => day(&option.bed_or_slot_held_until),
            OptPays => self.some(&option.pays_with, &[Pays::NotAsked]),
            OptNetwork => self.checked(&option.in_network),
            OptPreauth => self.checked(&option.preauthorisation),
            OptCost => text(&option.estimated_cost),
            OptDueDayOne => text(&option.due_on_day_one),
            OptLength => text(&option.length_of_program),
            OptAfter => text(&option.what_happens_after),
            OptMental => self.checked(&option.mental_health_care),
            OptMedical => self.checked(&option.medical_care),
            OptPregnancy => self.checked(&option.pregnancy_care),
            OptWithdrawal => self.checked(&option.withdrawal_care),
            OptFamily => text(&option.family_involvement),
            OptAllowed => text(&option.allowed_items),
            OptPhoneRules => text(&option.phone_rules),
            OptVisits => text(&option.visits),
            OptTransport => text(&option.transport_plan_to_get_there),
            OptOpen => self.checked(&option.takes_new_people),
            OptFirstVisit => self.checked(&option.medicine_at_first_visit),
            OptMustFirst => text(&option.must_do_first),
            OptIfMissed => text(&option.if_test_or_missed),
            OptYoung => self.checked(&option.takes_under_18),
            OptTreats => text(&option.kinds_of_treatment),
            OptPlanMade => text(&option.how_plan_is_made),
            OptUsesAgain => text(&option.if_someone_uses_again),
            OptFits => text(&option.who_feels_at_home),
            OptRedFlags => self.some(&option.red_flags_noticed, &[]),
            _ => None,
        };
        known.unwrap_or_default()
    }

    /// When a place can begin.
    pub fn start(&self, start: SoonestStart) -> String {
        let coded = start.code().and_then(|code| self.options.start.get(code));
        let day = start.day().map(|day| self.long_date(day));
        day.or(coded.map(|said| said.to_string())).unwrap_or_default()
    }

    /// A way in that needs no day, where it was typed in place of one.
    pub fn start_without_day(&self, typed: &str) -> Option<SoonestStart> {
        let typed = text::plain_signs(&text::sanitize_line(typed)).to_lowercase();
        let typed = typed.trim_end_matches('.');
        let heard = |code: &str| {
            let said = self.options.start.get(code).map(|label| label.to_lowercase());
            let known = self.options.start_heard.get(code);
            said.as_deref() == Some(typed) || known.is_some_and(|known| known.contains(&typed))
        };
        let mut all = SoonestStart::CODES.into_iter();
        all.find_map(|(start, code)| heard(code).then_some(start))
    }

    /// True if a place would not say it: picked so, or typed in these words.
    pub fn would_not_say(&self, option: &TreatmentOption, field: Field) -> bool {
        let said = self.option_answer(option, field);
        let own = &self.label(&Checked::WouldNotSay);
        said == *own || self.start_without_day(&said) == Some(SoonestStart::WouldNotSay)
    }

    fn one<C: CodedChoice>(&self, answer: &Answer<C>) -> Option<String> {
        answer.given().map(|choice| self.label(choice))
    }

    fn checked(&self, answer: &Answer<Checked>) -> Option<String> {
        self.one(answer).filter(|_| !answer.is(&Checked::NotAsked))
    }

    fn some<C: CodedChoice>(&self, answer: &Answer<Vec<C>>, not_known: &[C]) -> Option<String> {
        let known = answer.given()?.iter().filter(|choice| !not_known.contains(choice));
        Some(self.list_labels(known.map(|choice| self.label(choice))))
    }
}
