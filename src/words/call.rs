//! The words of the call (design#calls, evidence#call).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;
use crate::plan::{Field, Plan, Suited};

use super::same_keys::same_keys;

/// `call.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CallWords {
    pub row: String,
    pub pick_ask: String,
    pub new_row: String,
    pub side_row: String,
    pub no_option: String,
    pub no_option_near: String,
    pub begin: String,
    pub go_on: String,
    pub dial: String,
    pub somebody: String,
    pub who_ask: String,
    pub same: String,
    pub another: String,
    pub earlier: String,
    pub say_line: String,
    pub end: Vec<String>,
    pub missing_title: String,
    pub side_title: String,
    pub side_unknown: String,
    /// What to say on the phone, by the code of the field the answer goes to.
    pub say: BTreeMap<String, String>,
    /// What to listen for (evidence#call).
    pub listen: BTreeMap<String, String>,
    /// What to ask next, where an answer is missing or a warning sign was heard.
    pub next: BTreeMap<String, String>,
    /// What to ask next time, by the code of the field.
    pub missing: BTreeMap<String, String>,
    /// The asks of the call without a field of their own, by their number (evidence#call).
    pub noted: BTreeMap<String, NotedWords>,
}

impl CallWords {
    /// What to say for a question, in the words for what is used.
    pub fn sentence_for(&self, field: Field, plan: &Plan) -> Option<&String> {
        of(&self.say, field, plan)
    }

    /// What to listen for.
    pub fn listen_for(&self, field: Field, plan: &Plan) -> Option<&String> {
        of(&self.listen, field, plan)
    }

    /// What to ask next time.
    pub fn missing_for(&self, field: Field, plan: &Plan) -> Option<&String> {
        of(&self.missing, field, plan)
    }
}

/// The words of a field; those of the treatment that helps are under its code and what is used.
fn of<'a>(table: &'a BTreeMap<String, String>, field: Field, plan: &Plan) -> Option<&'a String> {
    let suited = plan.suited().filter(|_| field == Field::OptSuited);
    match suited {
        Some(suited) => table.get(&format!("{}.{}", field.code(), suited.code())),
        None => table.get(field.code()),
    }
}

/// One ask that is kept as a line of the notes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NotedWords {
    pub short: String,
    pub ask: String,
    pub say: String,
}

/// The fields of an option, without `treatment_options.`, that are asked on the phone. A test holds them against the
/// order of a call.
pub(crate) const SAID: &[&str] = &[
    "spoke_with",
    "reference_number",
    "licensed",
    "accredited_by",
    "medication_offered",
    "medications",
    "continues_existing_medication",
    "what_happens_after",
    "evaluation_steps",
    "soonest_start",
    "waiting_time",
    "bed_or_slot_held_until",
    "admission_requirements",
    "allowed_items",
    "who_must_call",
    "estimated_cost",
    "due_on_day_one",
    "pays_with",
    "in_network",
    "preauthorisation",
    "length_of_program",
    "mental_health_care",
    "medical_care",
    "pregnancy_care",
    "withdrawal_care",
    "family_involvement",
    "phone_rules",
    "visits",
    "red_flags_noticed",
    "distance_or_travel_time",
    "transport_plan_to_get_there",
];

/// The fields where a warning sign is heard (evidence#call).
const HEARD: &[&str] = &[
    "spoke_with",
    "licensed",
    "medication_offered",
    "evaluation_steps",
    "estimated_cost",
    "due_on_day_one",
    "length_of_program",
    "red_flags_noticed",
    "transport_plan_to_get_there",
];

/// What may have to be asked next.
const NEXT: &[&str] = &[
    "no_medicine",
    "medicine_open",
    "not_suited",
    "stops_medicine",
    "no_license",
    "after_open",
    "start_open",
    "cost_open",
    "red_flags",
];

/// What matters most after a call.
const MISSING: &[&str] = &[
    "medication_offered",
    "continues_existing_medication",
    "what_happens_after",
    "soonest_start",
    "estimated_cost",
    "licensed",
];

/// Everything that is said in a call is there, and nothing else.
pub(super) fn complete(call: &CallWords) -> Result<(), Error> {
    let fields = |table: &str, all: &[&str]| -> Vec<String> {
        let field = |code: &&str| format!("{table}.treatment_options.{code}");
        all.iter().map(field).collect()
    };
    let suited = |table: &str| -> Vec<String> {
        let code = Field::OptSuited.code();
        let one = |suited: &Suited| format!("{table}.{code}.{}", suited.code());
        Suited::ALL.iter().map(one).collect()
    };
    let plain = |table: &str, all: &[&str]| -> Vec<String> { all.iter().map(|key| format!("{table}.{key}")).collect() };
    let owed = [
        fields("say", SAID),
        suited("say"),
        fields("listen", HEARD),
        suited("listen"),
        fields("missing", MISSING),
        suited("missing"),
        plain("next", NEXT),
        plain("noted", &["9", "10", "15", "17"]),
    ];
    let there = [
        ("say", call.say.keys().collect::<Vec<_>>()),
        ("listen", call.listen.keys().collect()),
        ("missing", call.missing.keys().collect()),
        ("next", call.next.keys().collect()),
        ("noted", call.noted.keys().collect()),
    ];
    let there = there
        .into_iter()
        .flat_map(|(table, keys)| keys.into_iter().map(move |key| format!("{table}.{key}")));
    same_keys("call", owed.into_iter().flatten(), there)
}
