//! The order of a call: who answers, then the master call sheet (facts 4.2), each ask tied to the fields it fills.

use chrono::NaiveDate;

use crate::ask::Said;
use crate::plan::Field::*;
use crate::plan::{Answer, Checked, Choice, Field, Known, Plan, RedFlag, State, at};
use crate::walk::Tier::More;
use crate::walk::kinds::{Pick, Ticks};
use crate::walk::{Here, Question, Spot, Whisper};
use crate::words::{Words, fill};

use super::noted::Noted;
use crate::steps::options::{OPTION, title};

/// One ask of facts 4.2.
pub(super) struct Ask {
    /// Its number there; 0 for what opens every call.
    pub number: u8,
    /// What it fills: fields of the option (facts 4.4), asked one a screen.
    pub fields: &'static [Field],
}

/// What a place that is new needs before anybody can call it.
pub(super) const BEFORE: &[Field] = &[OptName, OptPhone];

/// The call sheet. 16 asks who is paid for sending people, and is answered with the warning signs that were heard
/// (facts 5.3). What has no field of its own stands in the notes.
pub(super) const SHEET: &[Ask] = &[
    ask(0, &[OptSpokeWith, OptReference]),
    ask(1, &[OptLicensed, OptAccredited]),
    ask(2, &[OptMedication, OptMedications, OptContinues]),
    ask(3, &[OptAfter]),
    ask(4, &[OptEvaluation]),
    ask(5, &[OptSoonest, OptWaiting, OptHeldUntil]),
    ask(6, &[OptAdmission, OptAllowed, OptWhoCalls]),
    ask(7, &[OptCost, OptDueDayOne, OptPays]),
    ask(8, &[OptNetwork, OptPreauth]),
    ask(9, &[OptNotes]),
    ask(10, &[OptNotes]),
    ask(11, &[OptLength]),
    ask(12, &[OptMental, OptMedical, OptPregnancy, OptWithdrawal]),
    ask(13, &[OptFamily]),
    ask(14, &[OptPhoneRules, OptVisits]),
    ask(15, &[OptNotes]),
    ask(16, &[OptRedFlags]),
    ask(17, &[OptNotes]),
    ask(18, &[OptDistance, OptTransport]),
];

const fn ask(number: u8, fields: &'static [Field]) -> Ask {
    Ask { number, fields }
}

/// The asks that stand in the notes.
static NOTED: &[(u8, Question)] = &[
    (9, Question::new(OptNotes, More, &Noted(9))),
    (10, Question::new(OptNotes, More, &Noted(10))),
    (15, Question::new(OptNotes, More, &Noted(15))),
    (17, Question::new(OptNotes, More, &Noted(17))),
];

/// The questions that are only put where the answer before leaves room for them.
static NARROWED: &[Question] = &[
    Question::new(OptMedications, More, &Ticks(at!(treatment_options[].medications))).when(may_offer),
    Question::new(
        OptContinues,
        More,
        &Pick(at!(treatment_options[].continues_existing_medication)),
    )
    .when(may_offer),
    Question::new(OptNetwork, More, &Pick(at!(treatment_options[].in_network))).when(may_be_insured),
    Question::new(OptPreauth, More, &Pick(at!(treatment_options[].preauthorisation))).when(may_be_insured),
];

fn may_offer(plan: &Plan, at: usize) -> bool {
    !plan.treatment_options[at].medication_offered.is(&Checked::No)
}

fn may_be_insured(plan: &Plan, _at: usize) -> bool {
    !plan.person.insurance.is(&Known::No)
}

/// The question of a field, as the call puts it.
pub(super) fn question(field: Field) -> Option<&'static Question> {
    NARROWED.iter().chain(OPTION).find(|question| question.field == field)
}

/// Every question of a call, in order.
pub(super) fn questions() -> impl Iterator<Item = &'static Question> {
    SHEET.iter().flat_map(|ask| {
        let noted = NOTED.iter().find(|(number, _)| *number == ask.number);
        let noted = noted.map(|(_, question)| question);
        let fields = ask.fields.iter().filter(move |_| noted.is_none());
        noted.into_iter().chain(fields.filter_map(|field| question(*field)))
    })
}

/// What is said beside the questions of a call.
pub(super) const WHISPER: Whisper = Whisper { with, after };

/// What to say on the phone, and what to listen for (facts 5.3).
fn with(here: Here, plan: &Plan, words: &Words) -> Vec<Said> {
    let code = here.question.field.code();
    let item = title(plan, here.spot.at, words);
    let say = words.call.say.get(code).map(|say| {
        let say = words.speak(say, plan, &item);
        Said::strong(fill(&words.call.say_line, &[("say", &say)]))
    });
    let listen = words.call.listen.get(code);
    let listen = listen.map(|listen| Said::plain(words.speak(listen, plan, &item)));
    say.into_iter().chain(listen).collect()
}

/// Notes the day of the call, and says what to ask next where an answer is missing or a warning sign was heard.
fn after(here: Here, plan: &mut Plan, today: NaiveDate, words: &Words) -> String {
    plan.treatment_options[here.spot.at].date_checked = Answer::Given(today);
    let key = match next(here, plan) {
        Some(key) => key,
        None => return String::new(),
    };
    let item = title(plan, here.spot.at, words);
    let next = words.call.next.get(key);
    next.map(|said| words.speak(said, plan, &item)).unwrap_or_default()
}

/// The keys of `[next]` in `call.toml`: what to ask next.
pub(super) fn next(here: Here, plan: &Plan) -> Option<&'static str> {
    let option = &plan.treatment_options[here.spot.at];
    let open = here.state(plan) != State::Given;
    match here.question.field {
        OptMedication if option.medication_offered.is(&Checked::No) => Some("no_medicine"),
        OptMedication if !option.medication_offered.is(&Checked::Yes) => Some("medicine_open"),
        OptContinues if option.continues_existing_medication.is(&Checked::No) => Some("stops_medicine"),
        OptLicensed if option.licensed.is(&Checked::No) => Some("no_license"),
        OptAfter if open => Some("after_open"),
        OptSoonest if open => Some("start_open"),
        OptCost if open => Some("cost_open"),
        OptRedFlags if flagged(plan, here.spot.at) => Some("red_flags"),
        _ => None,
    }
}

fn flagged(plan: &Plan, at: usize) -> bool {
    let flags = plan.treatment_options[at].red_flags_noticed.given();
    flags.is_some_and(|flags| flags.iter().any(|flag| flag.code() != RedFlag::Nothing.code()))
}

/// What matters most and is not known after a call.
pub(super) fn missing(plan: &Plan, at: usize) -> impl Iterator<Item = Field> {
    let mut option = plan.treatment_options[at].clone();
    option.ask_anew();
    let mut asked = Plan::default();
    asked.treatment_options.push(option);
    let fields = [OptMedication, OptContinues, OptAfter, OptSoonest, OptCost, OptLicensed];
    fields.into_iter().filter(move |field| {
        question(*field).is_some_and(|question| {
            let here = Here {
                question,
                spot: Spot { at: 0, title },
            };
            here.stands(&asked, More) && here.state(&asked) != State::Given
        })
    })
}
