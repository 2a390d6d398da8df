//! The call to a professional, with its sixteen questions, and the one to the insurance (evidence#call).

use crate::plan::call::{INSURER, PROFESSIONAL, SHORT, may_be_insured};
use crate::plan::{AnswerGroup, AnswerState, Checked, CodedChoice, Field, Id, Plan, Professional, Text};
use crate::text;
use crate::words::{Words, fill_placeholders, lines_of};

use super::super::super::may_name::{self, Audience};
use super::super::frame::phone;
use super::{Block, add_line, begin};

/// The insurance, which is in no list.
const INSURANCE: &str = "insurer";

/// Who can be called, by name: the places in the order in which they are numbered, the professionals, and the insurance
/// where it is one to ask. Elsewhere care is free, or paid in another way.
pub fn whom_to_call(plan: &Plan, words: &Words) -> Vec<(Id, String)> {
    let places = may_name::places(plan, Audience::Asking)
        .into_iter()
        .map(|option| &option.id);
    let all = places.chain(may_name::professionals(plan).iter().map(|pro| &pro.id));
    let named = all.map(|id| (id.clone(), text::sanitize_line(&words.item_name(id, plan))));
    let insured = plan.country == "us" && may_be_insured(plan, &Id::NONE);
    let insurance = insured.then(|| (Id::new(INSURANCE), words.call.insurer_row.to_string()));
    named.chain(insurance).collect()
}

/// The call with a professional or the insurance; `None` where this is neither.
pub(super) fn call(plan: &Plan, whom: &Id, words: &Words) -> Option<Vec<Block>> {
    if whom.as_str() == INSURANCE {
        return Some(insurance(plan, words));
    }
    let pro = may_name::professionals(plan).iter().find(|pro| pro.id == *whom)?;
    Some(professional(plan, pro, words))
}

fn professional(plan: &Plan, pro: &Professional, words: &Words) -> Vec<Block> {
    let brief = &words.pages.brief;
    let mut blocks = vec![begin(&words.item_name(&pro.id, plan), words)];
    blocks.extend((!pro.phone.words().is_empty()).then(|| Block::Numbers {
        title: words.pages.calls.number_title.into(),
        lines: vec![phone("", "", &pro.phone)],
    }));
    let mut asked = PROFESSIONAL.to_vec();
    asked.retain(|field| plan.uses_an_opioid() || !matches!(field, Field::ProFamilies | Field::ProMedication));
    let (first, then) = asked.split_at(SHORT);
    let mut heard = pro.clone();
    for (title, fields) in [(brief.first_title, first), (brief.then_title, then)] {
        blocks.push(Block::Heading(title.into()));
        for field in fields {
            let known = heard_of(&mut heard, *field, words);
            let say = words.call.say_professional[field.code()];
            add_line(
                &mut blocks,
                &words.fill_names(say, plan, ""),
                words.question(*field).short,
                known,
                1,
            );
        }
    }
    blocks.push(Block::points(brief.tell_title, lines_of(brief.tell)));
    blocks.push(Block::Words(brief.after.into()));
    blocks
}

fn insurance(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.calls;
    let mut blocks = vec![Block::Summary {
        title: fill_placeholders(own.top_title, &[("item", &text::small_start(words.call.insurer_row))]),
        lines: lines_of(own.insurance_top),
    }];
    let mut heard = plan.insurer.clone();
    for field in INSURER {
        let known = heard_of(&mut heard, field, words);
        let say = words.call.say_insurer[field.code()];
        add_line(
            &mut blocks,
            &words.fill_names(say, plan, ""),
            words.question(field).short,
            known,
            2,
        );
    }
    let end = words.call.end.last().copied().unwrap_or_default();
    blocks.push(Block::Words(words.fill_names(end, plan, "")));
    blocks
}

/// What was said to one question; nothing while it is open.
fn heard_of(group: &mut dyn AnswerGroup, field: Field, words: &Words) -> String {
    let mut said = String::new();
    group.answers_mut(&mut |key, answer| {
        let is_it = field.code().rsplit('.').next() == Some(key);
        if !is_it || answer.state() != AnswerState::Given {
            return;
        }
        if let Some(typed) = answer.of::<Text>() {
            said = text::sanitize_line(typed.words());
        } else if let Some(checked) = answer.of::<Checked>() {
            said = checked
                .given()
                .filter(|it: &&Checked| it.code() != Checked::NotAsked.code())
                .map(|it| words.label(it))
                .unwrap_or_default();
        }
    });
    said
}
