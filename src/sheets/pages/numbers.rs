//! The numbers that are on every list beside the emergency number.

use crate::plan::{Ages, Change, Plan};
use crate::words::{HelpLine, HelpLines, LineText, Words};

use super::{Block, Number};

/// The numbers of this plan; below them, once, those to check first.
pub(super) fn lines(plan: &Plan, words: &Words) -> Vec<Block> {
    let numbers = words.help_lines(&plan.country);
    let ids = ids(plan, numbers);
    let block = |title: &str, lines: Vec<LineText>| Block::Numbers {
        title: title.into(),
        lines: lines.into_iter().map(number).collect(),
    };
    let sure = ids.iter().flat_map(|id| numbers.line_texts(id, words)).collect();
    let check = numbers.unverified_texts(&ids, words);
    let check = (!check.is_empty()).then(|| block(words.lines.check_first, check));
    let sure = block(words.checklist.lines_title, sure);
    std::iter::once(sure).chain(check).collect()
}

fn number(shown: LineText) -> Number {
    Number {
        words: shown.words,
        dial: shown.dial,
    }
}

/// The numbers of these lines that can be dialled.
pub(super) fn dialled<'a>(lines: impl Iterator<Item = &'a HelpLine>) -> Vec<String> {
    lines.flat_map(|line| line.number.map(String::from)).collect()
}

/// Which lines, by id. Only those the country has are said.
fn ids(plan: &Plan, numbers: &HelpLines) -> Vec<&'static str> {
    if plan.change() == Some(&Change::Died) {
        return vec!["suicide", "grief"];
    }
    let mut ids = vec!["suicide", "crisis", "violence"];
    if plan.person.ages.is(&Ages::PlannerUnder) {
        ids.push("children");
    }
    match plan.change() {
        Some(Change::CannotFind) => ids.push("missing"),
        Some(Change::InJail) => ids.push("prison"),
        _ => {}
    }
    if plan.may_be_opioids() {
        ids.push("overdose_alone");
    }
    ids.push("treatment_family");
    // Where no sure line of the whole country leads to treatment, the one for families too.
    if numbers.nationwide("treatment_family").is_none() {
        ids.push("family");
    }
    ids
}
