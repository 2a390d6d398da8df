//! Which sheets a plan can have, and for whom.

use chrono::NaiveDate;

use crate::plan::{Change, Gate, Id, Plan, Way, codes};
use crate::words::Words;
use crate::{readiness, tasks};

use super::pages::{Composer, SheetKind};
use super::{Page, may_name};

impl SheetKind {
    /// True if each person has their own.
    pub fn is_personal(self) -> bool {
        matches!(self.composer(), Composer::Personal(_))
    }

    /// True if it still helps when the person has died: only help for the family is left (design#return).
    fn helps_the_bereaved(self) -> bool {
        self == SheetKind::Checklist
    }

    /// Why this plan has no such sheet.
    pub fn missing(self, plan: &Plan) -> Option<WhyMissing> {
        if plan.change() == Some(&Change::Died) && !self.helps_the_bereaved() {
            return Some(WhyMissing::Died);
        }
        if self.needs_the_day() {
            if readiness::gate(plan) == Gate::Closed {
                return Some(WhyMissing::Closed);
            }
            if !tasks::speaks_of_the_day(plan) {
                return Some(WhyMissing::Changed);
            }
        }
        if self == SheetKind::Home && !tasks::speaks_of_coming_home(plan) {
            return Some(match readiness::gate(plan) {
                Gate::Closed => WhyMissing::Closed,
                _ => WhyMissing::Changed,
            });
        }
        if self.is_personal() && readers_of(self, plan).is_empty() {
            return Some(WhyMissing::Nobody);
        }
        (self == SheetKind::Chair && plan.way.kind.is(&Way::Talk)).then_some(WhyMissing::NoMeeting)
    }
}

codes! {
/// Why a plan has no such sheet; the code is its name in the words.
WhyMissing {
    /// The gate is closed.
    Closed = "closed",
    /// Something big has changed, and the day is not spoken of.
    Changed = "changed",
    /// They have died.
    Died = "died",
    /// There is nobody it could be for.
    Nobody = "nobody",
    /// A calm talk of two has nobody who leads it.
    NoMeeting = "no_meeting",
}
}

/// Who can have this personal sheet, with the numbers of [`readers`]: a letter is for those who say something on the day.
pub fn readers_of(kind: SheetKind, plan: &Plan) -> Vec<(usize, Id)> {
    let mut readers = readers(plan);
    readers.retain(|(_, id)| kind != SheetKind::Letter || may_name::speaks(plan, id));
    readers
}

/// Who can have a sheet of their own, in the order in which they are numbered: those who help, and the planner last
/// where they are not among them.
pub fn readers(plan: &Plan) -> Vec<(usize, Id)> {
    let helps = |(at, one): (usize, &crate::plan::Attendee)| one.helps().then(|| (at + 1, one.id.clone()));
    let mut readers: Vec<(usize, Id)> = plan.attendees.iter().enumerate().filter_map(helps).collect();
    let planner = Id::planner();
    if plan.attendee(&planner).is_none() && !plan.planner.name.words().is_empty() {
        readers.push((plan.attendees.len() + 1, planner));
    }
    readers
}

/// Every sheet that this plan has, a personal one for each reader; none to write a letter on for whoever wrote theirs.
pub fn every(plan: &Plan) -> Vec<(SheetKind, Option<Id>)> {
    let needs = |kind, id: &Id| kind != SheetKind::Letter || may_name::written(plan, id).is_empty();
    let for_each = |kind: &SheetKind| -> Vec<(SheetKind, Option<Id>)> {
        if kind.is_personal() {
            let mut readers = readers_of(*kind, plan);
            readers.retain(|(_, id)| needs(*kind, id));
            readers.into_iter().map(|(_, id)| (*kind, Some(id))).collect()
        } else {
            vec![(*kind, None)]
        }
    };
    let there = SheetKind::ALL.iter().filter(|kind| kind.missing(plan).is_none());
    there.flat_map(for_each).collect()
}

/// One sheet of this plan, as of `today`; a personal one is for `reader`, and one call is with them.
///
/// # Errors
/// Why this plan has no such sheet.
pub fn compose(
    kind: SheetKind,
    reader: Option<&Id>,
    plan: &Plan,
    words: &Words,
    today: NaiveDate,
) -> Result<Page, WhyMissing> {
    if let Some(why) = kind.missing(plan) {
        return Err(why);
    }
    let words = words.spoken_in(&plan.country);
    // Nobody has a page who has no part in this, whoever asks for one.
    let whom = reader.filter(|_| kind == SheetKind::Calls);
    let reader = reader.filter(|reader| readers_of(kind, plan).iter().any(|(_, id)| id == *reader));
    let plan = &may_name::without_withheld_help(plan, words);
    let words = &words.printed_on(today);
    Ok(match kind.composer() {
        Composer::Whole(page) => page(plan, words, today),
        Composer::Personal(page) => page(plan, reader.ok_or(WhyMissing::Nobody)?, words, today),
        Composer::PerCall(page) => page(plan, whom, words, today),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::plan::{Answer, Text};
    use crate::sheets::LeftOut;

    #[test]
    fn r_26_no_page_hands_out_a_boundary_that_takes_back_help_that_keeps_somebody_alive() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let today = plan.changed.unwrap();
        let drawn = |plan: &Plan| {
            let pages = super::super::every(plan).into_iter();
            let pages = pages.filter_map(|(kind, reader)| compose(kind, reader.as_ref(), plan, &words, today).ok());
            pages.map(|page| super::super::text(&page)).collect::<String>()
        };
        assert!(drawn(&plan).contains(plan.boundaries[0].i_will.words().split(',').next().unwrap()));
        for boundary in &mut plan.boundaries {
            boundary.i_will = Answer::Given(Text::new("Starting Friday, I will not pick up even if you overdose."));
        }
        assert!(!drawn(&plan).contains("not pick up even"));
    }

    #[test]
    fn no_task_is_on_nobodys_page() {
        let words = Words::load("en", None).unwrap();
        let example: Plan = serde_json::from_str(words.example).unwrap();
        let today = example.changed.unwrap();
        let mut alone = example.clone();
        alone.attendees.clear();
        for plan in [example, alone] {
            let folded = |text: &str| text.split_whitespace().collect::<String>();
            let pages = readers(&plan).into_iter().map(|(_, id)| {
                let page = compose(SheetKind::Person, Some(&id), &plan, &words, today).unwrap();
                folded(&super::super::text(&page))
            });
            // What each does is on their page; the rest is on the list and on the page of the weeks after.
            let shared = [SheetKind::Checklist, SheetKind::After].map(|kind| {
                let page = compose(kind, None, &plan, &words, today).unwrap();
                folded(&super::super::text(&page))
            });
            let pages: String = pages.chain(shared).collect();
            for task in tasks::derive(&plan, today) {
                let said = folded(&words.task_text(&task, &plan));
                assert!(task.is_done() || pages.contains(&said), "{}: {said}", task.id);
            }
        }
    }

    #[test]
    fn the_words_owe_a_line_to_each_sheet_and_reason() {
        fn same<'a>(owed: impl IntoIterator<Item = &'a str>, there: impl Iterator<Item = &'static str>) {
            let (owed, there): (BTreeSet<&str>, BTreeSet<&str>) = (owed.into_iter().collect(), there.collect());
            let differs: Vec<&&str> = owed.symmetric_difference(&there).collect();
            assert!(differs.is_empty(), "owed or left over: {differs:?}");
        }
        let words = Words::load("en", None).unwrap().sheet;
        same(SheetKind::ALL.iter().map(|kind| kind.code()), words.kind.keys());
        same(SheetKind::ALL.iter().map(|kind| kind.code()), words.label.keys());
        same(WhyMissing::ALL.iter().map(|why| why.code()), words.missing.keys());
        same(LeftOut::ALL.iter().map(|why| why.code()), words.left_out.keys());
    }
}
