//! A first call to a place on one side: what matters most, then what else there is time for. The rest is for a second
//! call, on the page that is asked for by name.

use crate::plan::call::{self, FIRST_CALL, NEXT, NextAfter};
use crate::plan::{CodedChoice, Field, Plan, RedFlag, TreatmentOption};
use crate::words::{Words, fill_placeholders};

use super::super::super::may_name::caller;
use super::super::frame::{facts, phone};
use super::{Block, short, this_place, title};

/// The answers after which something has to be said next, for somebody's life.
const NEXT_HERE: &[NextAfter] = &[NextAfter::No, NextAfter::NotYes];

/// The side for this option.
pub(super) fn side(plan: &Plan, option: &TreatmentOption, words: &Words) -> Vec<Block> {
    let own = &words.pages.calls;
    let mut blocks = number(plan, option, words);
    let rest = FIRST_CALL.iter().copied();
    for (title, fields) in [
        (own.matters_title, call::asked_first(plan).collect::<Vec<_>>()),
        (own.rest_title, rest.collect()),
    ] {
        let open = fields
            .into_iter()
            .filter(|field| call::is_still_asked(*field, plan, &option.id))
            .filter(|field| call::call_answer(option, *field).leads_to(NextAfter::Open));
        let asked: Vec<Block> = open.flat_map(|field| ask(plan, option, field, words)).collect();
        if !asked.is_empty() {
            blocks.push(Block::Heading(title.into()));
            blocks.extend(asked);
        }
    }
    blocks.extend(signs(plan, option, words));
    let end = words.call.end.iter().map(|line| words.fill_names(line, plan, ""));
    blocks.push(Block::Words(end.collect::<Vec<_>>().join(" ")));
    blocks
}

/// The number, how to begin, and who calls; for a place that is new, room for its name and number.
fn number(plan: &Plan, option: &TreatmentOption, words: &Words) -> Vec<Block> {
    let title = title(&words.item_name(&option.id, plan), words);
    let blank = |field: &Field| Block::Blank(short(*field, plan, words), 1);
    let unknown = call::BEFORE
        .iter()
        .filter(|field| words.option_answer(option, **field).is_empty());
    let known = phone(
        option.contact_person.words(),
        option.opening_hours.words(),
        &option.phone,
    );
    let mut blocks = vec![match option.phone.words() {
        "" => Block::Heading(title),
        _ => Block::Numbers {
            title,
            lines: vec![known],
        },
    }];
    blocks.extend(unknown.map(blank));
    blocks.push(Block::Words(words.pages.calls.top.join(" ")));
    let calls = caller(plan, &option.researched_by);
    let label = short(Field::OptResearchedBy, plan, words);
    blocks.extend((!calls.is_empty()).then(|| facts(&[(&label, calls)])));
    // a detox program never stands without this.
    let kind = option.kind.given().map(|kind| kind.code());
    let note = kind.and_then(|kind| words.options.option_note.get(kind));
    blocks.extend(note.map(|note| Block::Words(words.fill_names(note, plan, option.name.words()))));
    blocks
}

/// One question with room to write, and what is said next after a no to medicine.
fn ask(plan: &Plan, option: &TreatmentOption, field: Field, words: &Words) -> Vec<Block> {
    let own = &words.pages.calls;
    let Some(say) = words.call.sentence_for(field, plan) else {
        return Vec::new();
    };
    let is_medicine = matches!(field, Field::OptMedication | Field::OptSuited | Field::OptContinues);
    // Who speaks against medicine for opioids is among the warning signs.
    let listen = words.call.listen_for(field, plan).filter(|_| field == Field::OptSuited);
    let listen = listen.map(|line| Block::Words(words.fill_names(line, plan, "")));
    let mut next = NEXT
        .iter()
        .filter(|(asked, after, _)| *asked == field && NEXT_HERE.contains(after));
    let next = next
        .next()
        .filter(|_| is_medicine)
        .and_then(|(.., key)| words.call.next.get(key));
    let next = next.map(|said| words.fill_names(said, plan, &this_place(plan, option, words)));
    let next = next.map(|said| Block::Words(fill_placeholders(own.if_no, &[("say", &said)])));
    let asked = Block::Blank(say.into(), 1);
    listen.into_iter().chain([asked]).chain(next).collect()
}

/// The warning signs to circle, and what even one of them means.
fn signs(plan: &Plan, option: &TreatmentOption, words: &Words) -> [Block; 2] {
    let signs = RedFlag::all().into_iter().filter(|sign| *sign != RedFlag::Nothing);
    let next = words.call.next.get("red_flags").copied().unwrap_or_default();
    let signs = Block::points(words.pages.calls.signs, signs.map(|sign| words.label(&sign)));
    [
        signs,
        Block::Words(words.fill_names(next, plan, &this_place(plan, option, words))),
    ]
}
