//! What is known of a treatment option, said as in the review.

use crate::plan::call;
use crate::plan::{Answer, Checked, CodedChoice, Field, Medicine, Pays, Text, TreatmentOption};

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
            OptSoonest => day(&option.soonest_start),
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
            OptRedFlags => self.some(&option.red_flags_noticed, &[]),
            _ => None,
        };
        known.unwrap_or_default()
    }

    /// What was answered to an ask that is in the notes, without its label; empty if it is not known.
    pub fn noted_answer(&self, option: &TreatmentOption, number: u8) -> String {
        let line = call::note_of_ask(option.notes.words(), number).filter(|line| *line != call::LEFT);
        let label = self.call.noted.get(&number.to_string()).map(|own| &own.short);
        let bare = |line: &str| {
            let rest = label.and_then(|label| line.strip_prefix(label)?.strip_prefix(": "));
            rest.unwrap_or(line).to_string()
        };
        line.map(bare).unwrap_or_default()
    }

    fn one<C: CodedChoice>(&self, answer: &Answer<C>) -> Option<String> {
        answer.given().map(|choice| self.label(choice))
    }

    fn checked(&self, answer: &Answer<Checked>) -> Option<String> {
        self.one(answer).filter(|_| !answer.is(&Checked::NotAsked))
    }

    fn some<C: CodedChoice>(&self, answer: &Answer<Vec<C>>, not_known: &[C]) -> Option<String> {
        let known = answer.given()?.iter().filter(|choice| !not_known.contains(choice));
        Some(self.list(&known.map(|choice| self.label(choice)).collect::<Vec<_>>()))
    }
}
