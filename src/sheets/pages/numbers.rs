//! The numbers that stand on every list beside the emergency number.

use chrono::NaiveDate;

use crate::plan::{Ages, Change, Plan};
use crate::words::{HelpLine, Lines, Words, fill};

use super::{Block, Number};

/// The numbers of this plan, and how old they are.
pub(super) fn lines(plan: &Plan, words: &Words) -> Vec<Block> {
    let numbers = words.lines(&plan.country);
    let ids = ids(plan, numbers);
    let line = |id: &&'static str| {
        let dial = dialled(numbers.among(&[*id]));
        let number = move |words| Number {
            words,
            dial: dial.clone(),
        };
        numbers.say(id, words).into_iter().map(number)
    };
    let points = Block::Numbers {
        title: words.checklist.lines_title.clone(),
        lines: ids.iter().flat_map(line).collect(),
    };
    let shown: Vec<&HelpLine> = numbers.among(&ids).collect();
    let age = (!shown.is_empty()).then(|| Block::Words(age(&shown, words)));
    std::iter::once(points).chain(age).collect()
}

/// The numbers of these lines that can be dialled.
pub(super) fn dialled<'a>(lines: impl Iterator<Item = &'a HelpLine>) -> Vec<String> {
    lines.flat_map(|line| line.number.clone()).collect()
}

/// Which lines, by id. Only those the country has are said.
fn ids(plan: &Plan, numbers: &Lines) -> Vec<&'static str> {
    let bereaved = numbers
        .among(&["family"])
        .any(|line| line.who.iter().any(|who| who == "bereaved"));
    if plan.change() == Some(&Change::Died) {
        return if bereaved {
            vec!["suicide", "family"]
        } else {
            vec!["suicide"]
        };
    }
    let mut ids = vec!["suicide", "violence"];
    if plan.person.ages.is(&Ages::PlannerUnder) {
        ids.push("children");
    }
    if plan.may_be_opioids() {
        ids.push("overdose_alone");
    }
    ids.push("treatment_family");
    // Where no line of the whole country leads to treatment, the ones that lead to somebody who knows.
    if numbers.among(&["treatment_family"]).next().is_none() {
        ids.extend(["treatment_ontario", "family", "family_scotland", "nurse", "local"]);
    }
    ids
}

/// When the oldest of these was checked, or that there is no date for it.
fn age(shown: &[&HelpLine], words: &Words) -> String {
    let own = &words.checklist;
    let dates: Option<Vec<NaiveDate>> = shown
        .iter()
        .map(|line| line.last_checked.as_deref()?.parse().ok())
        .collect();
    match dates.and_then(|dates| dates.into_iter().min()) {
        Some(oldest) => fill(&own.numbers_checked, &[("date", &words.long_date(oldest))]),
        None => own.numbers_no_date.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(checked: &str) -> HelpLine {
        let rest = "id = 'local'\nservice = '211'\nwho = []\nlanguages = []\nsources = []\nconfidence = 'H'";
        toml::from_str(&format!("{rest}\n{checked}")).unwrap()
    }

    #[test]
    fn r_32_the_oldest_check_is_said_and_a_missing_one_too() {
        let words = Words::load("en", None).unwrap();
        let (old, new) = (line("last_checked = '2026-03-01'"), line("last_checked = '2026-11-01'"));
        let said = age(&[&new, &old], &words);
        assert!(said.contains("1 March 2026"), "{said}");
        assert_eq!(age(&[&new, &line("")], &words), words.checklist.numbers_no_date);
    }
}
