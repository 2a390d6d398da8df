//! The steps on the home page, and how they stand.

use crate::journey::{Tier, browse, first_unsettled, run};
use crate::plan::{AnswerState, Plan, Section};
use crate::prompt::Choice;
use crate::session::{Session, Stop};
use crate::steps;
use crate::words::Words;

use super::choose;
use super::section_summary::SectionSummary;

/// How a step stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StepState {
    Done,
    Begun,
    Open,
}

/// The steps of a plan at its length, each with how it stands.
fn steps_of(plan: &Plan) -> Vec<(Section, StepState)> {
    let state = |section: &Section| {
        let journey = steps::section_journey(*section, Tier::of(plan));
        let settled: Vec<bool> = journey
            .asked_entries(plan)
            .map(|(_, entry)| entry.here.is_settled(plan))
            .collect();
        let state = match (settled.contains(&false), settled.contains(&true)) {
            (false, false) => return None,
            (false, true) => StepState::Done,
            (true, true) => StepState::Begun,
            (true, false) => StepState::Open,
        };
        Some((*section, state))
    };
    Section::ALL.iter().filter_map(state).collect()
}

/// The steps as rows, each with what it opens: those that are done share a row, and so do those that are not begun.
pub(super) fn step_rows(plan: &Plan, words: &Words) -> Vec<(Vec<Section>, Choice)> {
    let home = &words.home;
    let steps = steps_of(plan);
    let in_state = |wanted: StepState| -> Vec<Section> {
        let found = steps.iter().filter(|(_, state)| *state == wanted);
        found.map(|(section, _)| *section).collect()
    };
    let shared = |label: &str, sections: Vec<Section>| {
        let titles: Vec<String> = sections.iter().map(|section| title(*section, plan, words)).collect();
        let row = Choice::with_state(label, titles.join(", "));
        (!sections.is_empty()).then_some((sections, row))
    };
    let begun = in_state(StepState::Begun).into_iter().map(|section| {
        let row = Choice::with_state(words.title(section, plan), home.step_begun);
        (vec![section], row)
    });
    let done = in_state(StepState::Done);
    let counted = counted(&done, plan, words);
    let done = (!done.is_empty()).then(|| (done, Choice::with_state(home.steps_done, counted)));
    done.into_iter()
        .chain(begun)
        .chain(shared(home.steps_open, in_state(StepState::Open)))
        .collect()
}

/// The steps that are done, in few words: one, and each in which something was put off, is named, and the others are
/// counted.
fn counted(done: &[Section], plan: &Plan, words: &Words) -> String {
    let home = &words.home;
    let mut named: Vec<String> = done.iter().map(|section| title(*section, plan, words)).collect();
    if let [_] = named[..] {
        return named.remove(0);
    }
    named.retain(|title| !done.iter().any(|section| title == words.title(*section, plan)));
    match (named.len(), done.len() - named.len()) {
        (0, all) => home.steps_counted.of(all),
        (_, 0) => named.join(", "),
        (_, rest) => format!("{}, {}", named.join(", "), home.steps_more.of(rest)),
    }
}

/// What a step is called, and how many of its questions were put off. One that could tell why the plan is closed is not
/// counted.
fn title(section: Section, plan: &Plan, words: &Words) -> String {
    let journey = steps::section_journey(section, Tier::of(plan));
    let put_off = journey.asked_entries(plan).filter(|(_, entry)| {
        let field = entry.here.question.field;
        entry.here.state(plan) == AnswerState::Later && !field.privacy().tells_why
    });
    let title = words.title(section, plan);
    match put_off.count() {
        0 => title.into(),
        later => format!("{title} ({})", words.home.step_later.of(later)),
    }
}

/// Opens one of these steps, which is asked where there are several: its open questions first, else its answers to look
/// over.
pub(super) fn open_step(sections: &[Section], plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let tier = Tier::of(plan);
    let row = match sections {
        [_] => 0,
        _ => {
            let titles = sections.iter().map(|section| words.title(*section, plan));
            let rows: Vec<&str> = titles.chain([words.home.steps_back]).collect();
            choose("steps", words.home.steps_ask, &rows, None, plan, session)?
        }
    };
    if row == sections.len() {
        return Ok(());
    }
    let journey = steps::section_journey(sections[row], tier);
    match first_unsettled(&journey, plan) {
        Some(begin) => {
            session.resuming = true;
            let mut gained = SectionSummary::new(plan, words, session.today);
            run(&journey, plan, session, begin, &mut |plan, section| {
                gained.line(plan, section)
            })
            .map(drop)
        }
        None => browse(&steps::section_journey(sections[row], Tier::OnRequest), plan, session).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Harm, Length};

    #[test]
    fn a_step_says_how_much_of_it_was_put_off_and_what_is_missing_counts_it() {
        use crate::plan::{Field, Id, Later, List};
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let later = Later { owner: Id::planner() };
        let said = |plan: &Plan| {
            let rows = step_rows(plan, &words).into_iter();
            rows.map(|(_, row)| format!("{}, ", row.state)).collect::<String>()
        };
        let before = plan.put_off_count(false);
        for (field, id) in [(Field::Attendees, None), (Field::Hopes, None), (Field::Means, None)] {
            let here = steps::entry(field, id, &plan).unwrap().here;
            here.question.kind.skip(&here, &mut plan, Some(later.clone()));
        }
        assert!(plan.visit.everyone[List::Attendees.field().code()].later().is_some());
        let title = words.title(Section::Attendees, &plan);
        assert!(
            said(&plan).contains(&format!("{title} (1 for later), ")),
            "{}",
            said(&plan)
        );
        assert!(!said(&plan).contains(&format!("{} (", words.title(Section::Safety, &plan))));
        assert_eq!(plan.put_off_count(false), before + 2, "what tells why is not counted");
        assert!(
            plan.put_off_count(true) < before + 2,
            "nor what is of the meeting, where there is none"
        );
        let lines = words.first_gaps(&[], true, &plan);
        assert_eq!(
            lines,
            [words.ready.nothing.to_string(), words.ready.later.of(before + 2)]
        );
    }

    #[test]
    fn a_closed_plan_has_no_step_that_is_called_after_a_day() {
        let words = Words::load("en", None).unwrap();
        let day = words.step(Section::Day);
        let mut plan = Plan::default();
        plan.visit.length = Answer::Given(Length::Everything);
        let said = |plan: &Plan| {
            let rows = step_rows(plan, &words).into_iter();
            rows.map(|(_, row)| format!("{} {}\n", row.label, row.state))
                .collect::<String>()
        };
        assert!(said(&plan).contains(day.title));
        plan.safety.this_session.harm = Answer::Given(Harm::ToThem);
        assert!(!said(&plan).contains(day.title) && said(&plan).contains(day.title_closed));
    }
}
