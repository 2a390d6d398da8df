//! One side for each treatment option that has not told what matters most: a first call (evidence#call), and the
//! options side by side. For one call that is asked for by name, to a place, a professional or the insurance, every
//! question of the wizard, with what they said.
//!
//! A page that lies beside the phone names nobody: what is said of the person says "your loved one".

mod first_call;
mod others;

use chrono::NaiveDate;

use crate::plan::call::{self, NEXT, NextAfter, SHEET};
use crate::plan::{Answer, CodedChoice, Field, Id, List, Plan, RedFlag, TreatmentOption};
use crate::text;
use crate::words::{Words, fill_placeholders, lines_of};

use super::super::may_name::{self, Audience, caller};
use super::frame::{left_out, page, phone, spoken, what_is_known};
use super::{Block, LeftOut, Page};

/// How many options are beside each other: more are too narrow on paper.
const AT_ONCE: usize = 3;

/// The longest name of a place in a title, in columns. A longer one stands whole under it.
const TITLE: usize = 60;

/// The answers that need more than one row.
const LONG: &[Field] = &[
    Field::OptAfter,
    Field::OptEvaluation,
    Field::OptAdmission,
    Field::OptAllowed,
    Field::OptCost,
    Field::OptTreats,
    Field::OptPlanMade,
    Field::OptUsesAgain,
    Field::OptFits,
];

pub use others::whom_to_call;

/// The one call with `whom`, whole. Without it a side for each option that does not yet say what matters most, and the
/// table; one for a place nobody wrote down yet if there would be nothing.
pub fn calls(plan: &Plan, whom: Option<&Id>, words: &Words, today: NaiveDate) -> Page {
    let mut quiet = plan.clone();
    quiet.person.name = Answer::Unasked;
    let one = whom.and_then(|whom| Some((whom, with(&quiet, whom, words)?)));
    let (whom, blocks) = match one {
        Some((whom, blocks)) => (Some(whom), blocks),
        None => (None, every_call(&mut quiet, words)),
    };
    let mut page = page(plan, words, today, words.pages.calls.title.into(), blocks);
    let notes = may_name::places(plan, Audience::Asking)
        .into_iter()
        .filter(|option| whom.is_none_or(|whom| option.id == *whom))
        .filter(|option| !option.notes.words().trim().is_empty());
    page.foot.insert(0, what_is_known(plan, words));
    page.left_out = left_out(&[(LeftOut::Kept, notes.count())]);
    page
}

/// The call with a place, a professional or the insurance.
fn with(plan: &Plan, whom: &Id, words: &Words) -> Option<Vec<Block>> {
    let place = may_name::places(plan, Audience::Asking)
        .into_iter()
        .find(|option| option.id == *whom);
    place
        .map(|option| one_call(plan, option, words))
        .or_else(|| others::call(plan, whom, words))
}

/// The calls that are still to be made, and the options side by side.
fn every_call(plan: &mut Plan, words: &Words) -> Vec<Block> {
    let known = may_name::places(plan, Audience::Asking);
    if known.len() < 2 && known.iter().all(|option| is_answered(plan, option)) {
        plan.add(List::Options);
    }
    let mut blocks = Vec::new();
    let options = may_name::places(plan, Audience::Asking);
    for option in options.iter().filter(|option| !is_answered(plan, option)) {
        if !blocks.is_empty() {
            blocks.push(Block::NewPage);
        }
        blocks.extend(first_call::side(plan, option, words));
    }
    if options.len() > 1 {
        blocks.extend((!blocks.is_empty()).then_some(Block::NewPage));
        let all: Vec<(usize, &TreatmentOption)> = (1..).zip(options).collect();
        blocks.extend(all.chunks(AT_ONCE).map(|some| side_by_side(plan, some, words)));
    }
    blocks
}

/// True if a call is no longer needed: all that matters most was heard.
fn is_answered(plan: &Plan, option: &TreatmentOption) -> bool {
    call::missing(plan, option).next().is_none()
}

/// Whom to call, and how.
fn begin(named: &str, words: &Words) -> Block {
    let own = &words.pages.calls;
    Block::Summary {
        title: title(named, words),
        lines: lines_of(own.top),
    }
}

fn title(named: &str, words: &Words) -> String {
    let own = &words.pages.calls;
    match named {
        "" => own.blank_title.into(),
        named => fill_placeholders(
            own.top_title,
            &[("item", &text::cut(&text::sanitize_line(named), TITLE))],
        ),
    }
}

/// Every question of the call to a place, with what they said.
fn one_call(plan: &Plan, option: &TreatmentOption, words: &Words) -> Vec<Block> {
    let own = &words.pages.calls;
    let mut blocks = vec![begin(&words.item_name(&option.id, plan), words)];
    blocks.extend(place(plan, option, words));
    for (part, title) in SHEET.into_iter().zip(own.chunk) {
        blocks.push(Block::Heading(title.to_string()));
        for field in part
            .iter()
            .filter(|field| call::is_still_asked(**field, plan, &option.id))
        {
            add_ask(&mut blocks, plan, option, *field, words);
        }
    }
    blocks.push(Block::steps(own.end_title, spoken(plan, words, words.call.end)));
    blocks
}

/// Whom to call and who does it; for a place that is new, room for its name and number.
fn place(plan: &Plan, option: &TreatmentOption, words: &Words) -> Vec<Block> {
    let own = &words.pages.calls;
    let mut blocks = Vec::new();
    for field in call::BEFORE {
        let known = words.option_answer(option, *field);
        if known.is_empty() {
            blocks.push(Block::Blank(short(*field, plan, words), 1));
        }
    }
    if !option.phone.words().is_empty() {
        blocks.push(Block::Numbers {
            title: own.number_title.into(),
            lines: vec![phone(
                option.contact_person.words(),
                option.opening_hours.words(),
                &option.phone,
            )],
        });
    }
    let beside = [
        Field::OptKind,
        Field::OptAddress,
        Field::OptWebsite,
        Field::OptEmail,
        Field::OptChecked,
    ];
    let mut rows: Vec<(String, String)> = beside
        .iter()
        .map(|field| (short(*field, plan, words), answer(option, *field, words)))
        .collect();
    rows.push((
        short(Field::OptResearchedBy, plan, words),
        caller(plan, &option.researched_by),
    ));
    if text::width(option.name.words()) > TITLE {
        rows.insert(
            0,
            (
                short(Field::OptName, plan, words),
                answer(option, Field::OptName, words),
            ),
        );
    }
    rows.retain(|(_, known)| !known.is_empty());
    if !rows.is_empty() {
        blocks.push(Block::Facts(rows));
    }
    if option.date_checked.given().is_none() {
        blocks.push(Block::Blank(short(Field::OptChecked, plan, words), 1));
    }
    // a detox program never stands without this.
    let kind = option.kind.given().map(|kind| kind.code());
    let note = kind.and_then(|kind| words.options.option_note.get(kind));
    blocks.extend(note.map(|note| Block::Words(words.fill_names(note, plan, option.name.words()))));
    blocks
}

/// One question with its answer or room for it; beside an open one what to listen for (evidence#call), and what to say
/// next.
fn add_ask(blocks: &mut Vec<Block>, plan: &Plan, option: &TreatmentOption, field: Field, words: &Words) {
    let Some(say) = words.call.sentence_for(field, plan) else {
        return;
    };
    let known = answer(option, field, words);
    let listen = words.call.listen_for(field, plan).filter(|_| known.is_empty());
    blocks.extend(listen.map(|line| Block::Words(words.fill_names(line, plan, ""))));
    let rows = if LONG.contains(&field) { 2 } else { 1 };
    match field {
        Field::OptRedFlags => blocks.extend(signs(option, say, words)),
        _ => add_line(blocks, say, &short(field, plan, words), known, rows),
    }
    blocks.extend(next_asks(plan, option, field, words));
}

/// One question with room to write; what is known already is under its label, together with what stood before it.
fn add_line(blocks: &mut Vec<Block>, say: &str, label: &str, known: String, rows: usize) {
    match blocks.last_mut() {
        _ if known.is_empty() => blocks.push(Block::Blank(say.into(), rows)),
        Some(Block::Facts(facts)) => facts.push((label.into(), known)),
        _ => blocks.push(Block::Facts(vec![(label.into(), known)])),
    }
}

/// The warning signs, each with its box.
fn signs(option: &TreatmentOption, say: &str, words: &Words) -> Vec<Block> {
    let heard = option.red_flags_noticed.given();
    let signs = RedFlag::all().into_iter().map(|sign| Block::Task {
        done: heard.is_some_and(|heard| heard.contains(&sign)),
        number: None,
        text: words.label(&sign),
        shares: Vec::new(),
        lines: Vec::new(),
    });
    std::iter::once(Block::Blank(say.into(), 1)).chain(signs).collect()
}

/// The place by its name, where it has one.
fn this_place(plan: &Plan, option: &TreatmentOption, words: &Words) -> String {
    match words.item_name(&option.id, plan) {
        unnamed if unnamed.is_empty() => words.pages.calls.this_place.into(),
        named => text::sanitize_line(&named),
    }
}

/// What to say next, where the answer is open or asks for it.
fn next_asks(plan: &Plan, option: &TreatmentOption, field: Field, words: &Words) -> Vec<Block> {
    let own = &words.pages.calls;
    let item = this_place(plan, option, words);
    let heard = call::call_answer(option, field);
    let line = |(_, after, key): &(Field, NextAfter, &str)| {
        let said = words.fill_names(words.call.next.get(key)?, plan, &item);
        // Before the call every line is there, with the answer that it is for.
        match after {
            NextAfter::No | NextAfter::NotYes if heard.leads_to(NextAfter::NotYes) => {
                Some(fill_placeholders(own.if_no, &[("say", &said)]))
            }
            NextAfter::Sign => Some(said),
            NextAfter::Open if heard.leads_to(NextAfter::Open) => Some(said),
            _ => None,
        }
    };
    let here = NEXT.iter().filter(|(asked, ..)| *asked == field);
    here.filter_map(line).map(Block::Words).collect()
}

/// The options beside each other, what matters most first.
fn side_by_side(plan: &Plan, some: &[(usize, &TreatmentOption)], words: &Words) -> Block {
    let head = |(number, option): &(usize, &TreatmentOption)| {
        let named = match words.item_name(&option.id, plan) {
            unnamed if unnamed.is_empty() => words.engine.unnamed.into(),
            named => text::sanitize_line(&named),
        };
        format!("{number}. {named}")
    };
    let row = |field: Field| {
        let cells = some.iter().map(|(_, option)| match answer(option, field, words) {
            open if open.is_empty() => words.call.side_unknown.into(),
            known => known,
        });
        std::iter::once(short(field, plan, words)).chain(cells).collect()
    };
    Block::Table {
        title: words.call.side_title.into(),
        heads: std::iter::once(words.pages.calls.compared.to_string())
            .chain(some.iter().map(head))
            .collect(),
        rows: call::compared(plan).map(row).collect(),
    }
}

fn short(field: Field, plan: &Plan, words: &Words) -> String {
    words.fill_names(words.question(field).short, plan, "")
}

fn answer(option: &TreatmentOption, field: Field, words: &Words) -> String {
    text::sanitize_line(&words.option_answer(option, field))
}
