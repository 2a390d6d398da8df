//! The call (design#calls): a phone in the hand, one question a screen, everything said kept as it is typed.
//!
//! It reuses the option's own questions in the order of a real call, so what is answered here is answered everywhere.
//! Where a call goes on is never stored: it is the first question of that order which is still open.

mod others;
pub(super) mod questions;
mod side_by_side;

use crate::journey::{ItemRef, Journey, JourneyEntry, QuestionAt, Tier, first_unsettled, run};
use crate::plan::call as call_sheet;
use crate::plan::{Answer, AnswerState, ById, Id, List, Plan, Section, Text, TreatmentOption};
use crate::prompt::{Choice as Row, Prompt};
use crate::session::{ItemAction, Outcome, Session, Stop, show_text};
use crate::text;
use crate::words::{Words, fill_placeholders};

pub use side_by_side::side_by_side;

use super::options::title;

/// The longest name of a place in a row, in columns.
const LABEL: usize = 60;

/// The row in the menu of an option that calls them.
pub fn item_action(words: &Words) -> ItemAction {
    ItemAction {
        list: List::Options,
        label: words.call.row.into(),
        run: call,
    }
}

/// Asks whom to call, an option or a new place, and calls.
///
/// # Errors
/// The terminal or the disk failed.
pub fn choose_place(plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    loop {
        let call = &session.words.call;
        let ids = plan.ids(List::Options);
        let name = |id| match title(plan, id, session.words) {
            name if name.is_empty() => session.words.engine.unnamed.into(),
            name => text::cut(&text::sanitize_line(&name), LABEL),
        };
        let mut rows: Vec<String> = ids.iter().map(name).collect();
        rows.extend([call.new_row.into(), call.professional_row.into()]);
        // Elsewhere care is free, or paid in another way.
        let insured = plan.country == "us" && call_sheet::may_be_insured(plan, &Id::NONE);
        rows.extend(insured.then(|| call.insurer_row.into()));
        if ids.len() > 1 {
            rows.push(call.side_row.into());
        }
        let Some(row) = choose("call", call.pick_ask, &rows, plan, session)? else {
            return Ok(Outcome::Back);
        };
        if let Some(id) = ids.get(row) {
            return self::call(plan, id, session);
        }
        match row - ids.len() {
            0 => return call_a_new_place(plan, session),
            1 => return others::professional(plan, session),
            2 if insured => return others::insurer(plan, session),
            _ => {}
        }
        show_side_by_side(plan, session)?;
    }
}

/// A place nobody wrote down yet: its name and its number first.
fn call_a_new_place(plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let id = plan.add(List::Options);
    let journey = journey_of(
        questions::BEFORE.iter().filter_map(|field| questions::question(*field)),
        &id,
    );
    let end = run(&journey, plan, session, 0, &mut |_, _| None);
    let added = plan.treatment_options.by_id(&id);
    if added.is_some_and(|option| option.name.is_unasked() && option.phone.is_unasked()) {
        plan.remove(List::Options, &id);
    }
    match end? {
        Outcome::Done => call(plan, &id, session),
        Outcome::Back => Ok(Outcome::Back),
    }
}

/// One call, from its first open question; afterwards how to end it, what to ask next time, and the options side by
/// side.
///
/// # Errors
/// The terminal or the disk failed.
pub fn call(plan: &mut Plan, id: &Id, session: &mut Session) -> Result<Outcome, Stop> {
    if begin(plan, id, session)? == Outcome::Back {
        return Ok(Outcome::Back);
    }
    let journey = match is_short(id, plan, session)? {
        None => return Ok(Outcome::Back),
        Some(true) => journey_of(questions::short_call(plan), id),
        Some(false) => journey_of(questions::questions(), id),
    };
    if let Some(open) = first_unsettled(&journey, plan) {
        session.call_script = Some(questions::SCRIPT);
        let end = run(&journey, plan, session, open, &mut |_, _| None);
        session.call_script = None;
        if end? == Outcome::Back {
            return Ok(Outcome::Back);
        }
    }
    show_text(&closing(plan, id, session.words), plan, session)?;
    if plan.count(List::Options) > 1 {
        show_side_by_side(plan, session)?;
    }
    Ok(Outcome::Done)
}

/// Asks how much time there is, while any of the five is open. `None` where the person goes back.
fn is_short(id: &Id, plan: &Plan, session: &mut Session) -> Result<Option<bool>, Stop> {
    let short = journey_of(questions::short_call(plan), id);
    if first_unsettled(&short, plan).is_none() {
        return Ok(Some(false));
    }
    let call = &session.words.call;
    let rows = [call.length_short.into(), call.length_whole.into()];
    Ok(choose("call.length", call.length_ask, &rows, plan, session)?.map(|row| row == 0))
}

/// Says how to begin. A call on another day, or with somebody else, asks again what was left open; who was on the
/// phone before is kept in the notes.
fn begin(plan: &mut Plan, id: &Id, session: &mut Session) -> Result<Outcome, Stop> {
    let words = session.words;
    let Some(option) = plan.treatment_options.by_id(id) else {
        return Ok(Outcome::Back);
    };
    let mut anew = true;
    if option.date_checked.is(&session.today) {
        let who = match option.spoke_with.words() {
            "" => words.call.somebody.into(),
            who => who.to_string(),
        };
        let rows = [words.call.same.into(), words.call.another.into()];
        let ask = fill_placeholders(words.call.who_ask, &[("who", &who)]);
        match choose("call.who", &ask, &rows, plan, session)? {
            Some(row) => anew = row == 1,
            None => return Ok(Outcome::Back),
        }
    }
    if anew {
        ask_anew(plan, id, words);
    }
    let phone = plan
        .treatment_options
        .by_id(id)
        .map_or("", |option| option.phone.words());
    let phone = match phone {
        "" => String::new(),
        phone => fill_placeholders(words.call.dial, &[("phone", phone)]),
    };
    let said = if anew { words.call.begin } else { words.call.go_on };
    session.notice(fill_placeholders(said, &[("item", &title(plan, id, words))]));
    session.notice(phone);
    Ok(Outcome::Done)
}

fn ask_anew(plan: &mut Plan, id: &Id, words: &Words) {
    let Some(option) = plan.treatment_options.by_id_mut(id) else {
        return;
    };
    let (who, reference) = (option.spoke_with.words(), option.reference_number.words());
    if !who.is_empty() || !reference.is_empty() {
        let date = option.date_checked.given().map(|day| words.short_date(*day));
        let parts = [who.to_string(), reference.to_string()];
        let parts: Vec<String> = date.into_iter().chain(parts).filter(|part| !part.is_empty()).collect();
        let line = fill_placeholders(words.call.earlier, &[("call", &parts.join(", "))]);
        option.notes = Answer::Given(Text::new(format!("{}\n{line}", option.notes.words()).trim_start()));
    }
    option.spoke_with = Answer::Unasked;
    option.reference_number = Answer::Unasked;
    option.ask_anew();
    for entry in journey_of(questions::questions(), id).entries {
        if matches!(entry.here.state(plan), AnswerState::Left | AnswerState::Later) {
            entry.here.clear(plan);
        }
    }
}

/// How to end the call, and what to ask next time.
fn closing(plan: &Plan, id: &Id, words: &Words) -> String {
    let call = &words.call;
    let item = title(plan, id, words);
    let speak = |sentence: &&str| words.fill_names(sentence, plan, &item);
    let mut said: Vec<String> = call.end.iter().map(speak).collect();
    let option = plan.treatment_options.by_id(id);
    let missing: Vec<String> = option
        .into_iter()
        .flat_map(|option| call_sheet::missing(plan, option))
        .filter_map(|field| call.missing_for(field, plan))
        .map(|sentence| format!("- {}", speak(&sentence)))
        .collect();
    if !missing.is_empty() {
        said.push(format!("{}\n{}", call.missing_title, missing.join("\n")));
    }
    said.join("\n\n")
}

/// The options beside each other.
fn show_side_by_side(plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    let text = side_by_side(plan, session.words, session.is_by_ear());
    show_text(&text, plan, session).map(drop)
}

/// One of a few rows, with no default; `None` where the person goes back.
fn choose(id: &str, ask: &str, rows: &[String], plan: &Plan, session: &mut Session) -> Result<Option<usize>, Stop> {
    let rows: Vec<Row> = rows.iter().map(Row::new).collect();
    let prompt = Prompt {
        fresh: true,
        ..Prompt::new(id, ask, ">")
    };
    Ok(session.pick(plan, prompt, &rows, None)?.given())
}

/// The option a question of the call is about.
fn item(id: &Id) -> ItemRef {
    ItemRef {
        list: Some(List::Options),
        id: id.clone(),
        title,
    }
}

fn journey_of(questions: impl Iterator<Item = &'static crate::journey::Question>, id: &Id) -> Journey {
    let entry = |question| JourneyEntry {
        section: Section::Options,
        here: QuestionAt {
            question,
            item: item(id),
        },
    };
    Journey {
        entries: questions.map(entry).collect(),
        tier: Tier::OnRequest,
        introduces: false,
    }
}

/// The option that was meant: its id, its number in the list, or its name or a part of it that no other has.
pub fn find(plan: &Plan, typed: &str) -> Option<Id> {
    let typed = typed.trim().to_lowercase();
    let options = &plan.treatment_options;
    if let Some(option) = options.by_id(&Id::new(&typed)) {
        return Some(option.id.clone());
    }
    if let Some(row) = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1))
        && let Some(option) = options.get(row)
    {
        return Some(option.id.clone());
    }
    let name = |option: &&TreatmentOption| option.name.words().to_lowercase();
    if let Some(option) = options.iter().find(|option| name(option) == typed) {
        return Some(option.id.clone());
    }
    let mut within = options
        .iter()
        .filter(|option| !typed.is_empty() && name(option).contains(&typed));
    match (within.next(), within.next()) {
        (Some(option), None) => Some(option.id.clone()),
        _ => None,
    }
}

#[cfg(test)]
#[path = "call/tests.rs"]
mod tests;
