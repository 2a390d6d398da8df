//! Whole visits, question by question, as a family would type them.

use super::harness::Session;
use super::prompts::{list_row, row};
use super::view::Waits;

/// What is done at a question.
#[derive(Clone, Copy, Debug)]
pub enum Do {
    /// Picks the row of a choice or a sentence.
    Pick(&'static str),
    /// Picks the row with exactly these words.
    PickWords(&'static str),
    /// Picks a row of a list of things.
    PickIn(&'static str, &'static str),
    /// Ticks choices.
    Tick(&'static [&'static str]),
    /// Types words.
    Type(&'static str),
    /// Keeps the sentence that stands there.
    Keep,
}

use Do::{Keep, Pick, PickIn, PickWords, Tick, Type};

/// A question by its id, and what is done there.
pub type Step = (&'static str, Do);

/// The first screen.
pub const BEGIN: &[Step] = &[
    ("danger", Pick("danger.answer.no")),
    ("visit.computer", Pick("computer.only_me")),
];

/// What every length asks, the length itself left out.
pub const TONIGHT: &[Step] = &[
    ("planner.name", Type("Juniper")),
    ("person.name", Type("Robin")),
    ("person.relation", Pick("relation.child")),
    ("person.ages", Pick("ages.both_adults")),
    ("person.substances", Tick(&["substance.heroin", "substance.alcohol"])),
    ("person.recent", Tick(&["recent.overdose"])),
    ("person.care", Pick("care.neither")),
    ("person.care_contact", Type("Dr. Lee")),
    ("safety.naloxone", Pick("naloxone.not_here")),
    ("safety.harm", Pick("harm.no")),
    ("safety.means", Pick("means.no")),
    ("safety.suicide", Pick("suicide.no")),
    ("person.children", Pick("children.no")),
    ("planner.tell", Type("Ana")),
    ("person.love", Type("Songs in the kitchen")),
];

/// What *the plan* asks after that.
pub const AFTER_TONIGHT: &[Step] = &[
    ("professionals", PickIn("professionals", "add")),
    ("professionals.status", Pick("pro_status.have_one")),
    ("professionals.name", Type("Sam Okoro")),
    ("professionals.type", Pick("pro_type.family_therapist")),
    ("professionals.phone", Type("555 0100 200")),
    ("professionals.agrees_meeting_is_safe", Pick("agrees.yes")),
    ("professionals.agreed_on", Type("today")),
    ("read_back", Pick("engine.date_yes")),
    ("professionals.conditions", Type("Nothing")),
    ("professionals.knows_answers", Pick("yes_no.yes")),
    ("professionals.licence_checked", Pick("checked.yes")),
    ("professionals", PickIn("professionals", "everyone")),
    ("way.kind", Pick("way.one_to_one_talk")),
    ("attendees.takes_part", Pick("takes_part.in_the_room")),
    ("attendees.parts", Tick(&["part.chair"])),
    ("attendees", PickIn("attendees", "add")),
    ("attendees.name", Type("Ana 555 0100 202")),
    ("attendees.adult", Pick("yes_no.yes")),
    ("attendees.takes_part", Pick("takes_part.by_phone")),
    ("attendees.parts", Tick(&["part.driver"])),
    ("attendees", PickIn("attendees", "everyone")),
    ("treatment_options", PickIn("treatment_options", "add")),
    ("treatment_options.name", Type("Harbor Clinic")),
    ("treatment_options.kind", Pick("option_kind.medication_clinic_office")),
    ("treatment_options.phone", Type("555 0100 203")),
    ("treatment_options.medication_offered", Pick("checked.yes")),
    ("treatment_options.soonest_start", Type("in 3 weeks")),
    ("read_back", Pick("engine.date_yes")),
    ("treatment_options", PickIn("treatment_options", "everyone")),
    ("boundaries", PickIn("boundaries", "add")),
    ("boundaries.person", PickWords("Juniper")),
    ("boundaries.kind", Pick("boundary_kind.money")),
    ("boundaries.i_will", Keep),
    ("boundaries.what_stays", Keep),
    ("boundaries", PickIn("boundaries", "everyone")),
    ("day.date", Type("12/5")),
    ("read_back", PickWords("Saturday, December 5, 2026")),
    ("day.place", Type("The kitchen")),
];

/// The ten minutes, whole.
pub fn ten_minutes() -> Vec<Step> {
    [BEGIN, &[("visit.length", Pick("length.ten_minutes"))], TONIGHT].concat()
}

/// The plan, whole.
pub fn the_plan() -> Vec<Step> {
    [
        BEGIN,
        &[("visit.length", Pick("length.the_plan"))],
        TONIGHT,
        AFTER_TONIGHT,
    ]
    .concat()
}

impl Session {
    /// Walks these questions: each must be the one that is asked.
    pub fn walk(&mut self, steps: &[Step]) {
        for step in steps {
            self.step(*step);
        }
    }

    /// Answers one question, which must be the one that is asked.
    pub fn step(&mut self, (id, what): Step) {
        // A day that can only be one is read back below its field.
        if id == "read_back" && matches!(what, Pick(_)) && !self.is_plain() {
            return;
        }
        let waits = self.until(id);
        let words = matches!(what, Type(_) | Keep);
        // A line at a time, a list waits for words too.
        assert!(words == (waits == Waits::Words) || self.is_plain(), "{id}: {waits:?}");
        match what {
            Pick(key) => self.pick(&row(key)),
            PickWords(label) => self.pick(label),
            PickIn(list, which) => self.pick(&list_row(list, which)),
            Tick(keys) => self.tick(&keys.iter().map(|key| row(key)).collect::<Vec<_>>()),
            Type(words) => self.line(words),
            Keep => self.line(""),
        }
    }

    /// Walks these questions but the last, which is left standing there.
    pub fn walk_to(&mut self, steps: &[Step], id: &str) {
        let end = steps.iter().position(|(at, _)| *at == id).expect(id);
        self.walk(&steps[..end]);
        self.until(id);
    }
}
