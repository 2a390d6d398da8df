//! The treatment options that were researched (evidence#call).

use chrono::NaiveDate;

use super::choices::*;
use super::record::record;
use super::{Answer, AnswerGroup, AnyAnswer, Id, SoonestStart, Text};

record! {
/// One researched option. Every yes/no can be "not asked yet" (R-20).
item TreatmentOption {
    /// Its name.
    name: Text,
    /// Its kind (R-18).
    kind: OptionKind,
    /// As it was typed.
    phone: Text,
    /// Is medicine for opioid use offered (R-09)?
    medication_offered: Checked,
    /// Is the treatment offered that helps with what is used, if that is no opioid (R-55)?
    suited_treatment: Checked,
    /// The soonest start.
    soonest_start: SoonestStart,
    /// First choice or backup.
    rank: Rank,
    /// Whom to ask for.
    contact_person: Text,
    /// As it was typed.
    website: Text,
    /// As it was typed.
    email: Text,
    /// If it is.
    address: Text,
    /// How far.
    distance_or_travel_time: Text,
    /// When they answer the phone.
    opening_hours: Text,
    /// Who of us researches it.
    researched_by: Id,
    /// The day we asked.
    date_checked: NaiveDate,
    /// Who answered there.
    spoke_with: Text,
    /// The reference of the call.
    reference_number: Text,
    /// Licensed?
    licensed: Checked,
    /// Accredited by whom?
    accredited_by: Text,
    /// Which medicines.
    medications: Vec<Medicine>,
    /// Does somebody already on medicine keep it?
    continues_existing_medication: Checked,
    /// How the evaluation goes.
    evaluation_steps: Text,
    /// What must be ready to be admitted.
    admission_requirements: Text,
    /// Who must call.
    who_must_call: Text,
    /// How long the wait is.
    waiting_time: Text,
    /// Until when a bed or slot is held.
    bed_or_slot_held_until: NaiveDate,
    /// How it can be paid.
    pays_with: Vec<Pays>,
    /// In network?
    in_network: Checked,
    /// Is approval needed first?
    preauthorisation: Checked,
    /// What it costs.
    estimated_cost: Text,
    /// What is due on the first day.
    due_on_day_one: Text,
    /// How long people stay.
    length_of_program: Text,
    /// What happens after.
    what_happens_after: Text,
    /// Mental health care there?
    mental_health_care: Checked,
    /// Medical care there?
    medical_care: Checked,
    /// Care in pregnancy there?
    pregnancy_care: Checked,
    /// Care for withdrawal there?
    withdrawal_care: Checked,
    /// How the family takes part.
    family_involvement: Text,
    /// What may be brought.
    allowed_items: Text,
    /// Phone rules.
    phone_rules: Text,
    /// Visits.
    visits: Text,
    /// How to get there.
    transport_plan_to_get_there: Text,
    /// Who goes along.
    who_goes_along: Id,
    /// Warning signs noticed (evidence#call).
    red_flags_noticed: Vec<RedFlag>,
    /// What the person might like about it.
    what_the_person_might_like_about_it: Text,
    /// Do they take new people now?
    takes_new_people: Checked,
    /// Can the medicine start at the first visit?
    medicine_at_first_visit: Checked,
    /// What must be over before a first visit: withdrawal, a test, other drugs.
    must_do_first: Text,
    /// What happens after a positive test or a missed visit.
    if_test_or_missed: Text,
    /// People under 18 too?
    takes_under_18: Checked,
    /// Which kinds of treatment they use.
    kinds_of_treatment: Text,
    /// How they make a plan for one person.
    how_plan_is_made: Text,
    /// What they do if somebody uses again.
    if_someone_uses_again: Text,
    /// Whether it fits language, faith, body and needs.
    who_feels_at_home: Text,
    /// Anything else.
    notes: Text,
}
}

impl TreatmentOption {
    /// True if methadone or buprenorphine is offered. Naltrexone alone does not count: only these two are known to
    /// lower the danger of an overdose (R-10, E25).
    pub fn offers_medicine(&self) -> bool {
        let only_naltrexone = |all: &Vec<Medicine>| all.iter().all(|one| *one == Medicine::Naltrexone);
        let named = self.medications.given().filter(|all| !all.is_empty());
        self.medication_offered.is(&Checked::Yes) && !named.is_some_and(only_naltrexone)
    }

    /// True if a warning sign was noticed (evidence#call).
    pub fn has_red_flag(&self) -> bool {
        self.red_flags_noticed
            .all()
            .iter()
            .any(|flag| *flag != RedFlag::Nothing)
    }

    /// Takes back every "not asked yet" (R-20), so that the next call asks.
    pub fn ask_anew(&mut self) {
        self.answers_mut(&mut |_, answer| {
            if let Some(one) = answer.of().filter(|one| one.is(&Checked::NotAsked)) {
                *one = Answer::Unasked;
            }
            ask_anew_of(answer, &Medicine::NotAsked);
            ask_anew_of(answer, &Pays::NotAsked);
        });
    }
}

/// The same where several can be ticked.
fn ask_anew_of<C: CodedChoice>(answer: &mut dyn AnyAnswer, not_asked: &C) {
    let ticked = answer.of::<Vec<C>>();
    if let Some(several) = ticked.filter(|several| several.all().contains(not_asked)) {
        *several = Answer::Unasked;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Holds R-56
    #[test]
    fn r_56_naltrexone_alone_is_a_no_for_opioids_and_a_yes_for_alcohol() {
        let mut plan = crate::plan::Plan::default();
        let place =
            r#"{"id": "o1", "medication_offered": "yes", "medications": ["naltrexone"], "suited_treatment": "yes"}"#;
        let option: TreatmentOption = serde_json::from_str(place).unwrap();
        assert!(!option.offers_medicine());
        assert_eq!(plan.treatment(&option).1, &option.medication_offered);
        plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
        assert!(
            plan.treatment(&option).1.is(&Checked::Yes),
            "it is asked for by its own question"
        );
    }

    // Holds R-20
    #[test]
    fn r_20_every_yes_or_no_about_a_place_can_be_not_asked_yet_and_is_asked_again() {
        let known: TreatmentOption = serde_json::from_str(r#"{"id": "o1", "licensed": "yes"}"#).unwrap();
        let table = serde_json::to_value(&known).unwrap();
        // Every question of the kind that has "not asked yet", by the words it is under in the file.
        let asks = [
            "medication_offered",
            "suited_treatment",
            "takes_new_people",
            "medicine_at_first_visit",
            "takes_under_18",
            "licensed",
            "continues_existing_medication",
            "in_network",
            "preauthorisation",
            "mental_health_care",
            "medical_care",
            "pregnancy_care",
            "withdrawal_care",
        ];
        for ask in asks {
            let mut open = table.clone();
            open[ask] = "not_asked_yet".into();
            let mut option: TreatmentOption = serde_json::from_value(open).unwrap();
            assert_eq!(serde_json::to_value(&option).unwrap()[ask], "not_asked_yet");
            option.ask_anew();
            let again = serde_json::to_value(&option).unwrap();
            assert_eq!(again.get(ask), None, "{ask}");
            assert_eq!(again.get("licensed").is_some(), ask != "licensed", "a yes stays");
        }
        let mut checked = 0;
        TreatmentOption::default().answers_mut(&mut |key, answer| {
            checked += usize::from(answer.of::<Checked>().is_some());
            assert!(answer.of::<YesNo>().is_none(), "{key}: a yes or no that cannot be open");
        });
        assert_eq!(checked, asks.len());
    }
}
