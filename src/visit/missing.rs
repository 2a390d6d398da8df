//! What is still missing, to be picked from: each line leads to the question that answers it, and back.

use crate::journey::{Journey, Tier, browse, first_unsettled, run};
use crate::plan::{Field, Plan};
use crate::readiness::{self, Gap, Rule};
use crate::session::{Session, Stop, show_text, unless_home};
use crate::steps;
use crate::words::fill_placeholders;

use super::{change, choose};

/// The longest label of a gap in a list, in columns.
const LABEL: usize = 70;

/// Five lines first, then every gap, until the person has seen enough or nothing is missing.
pub(super) fn missing(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    loop {
        let words = session.words;
        let gaps = readiness::gaps(plan, words.coach_rules(), session.today);
        let first = words.first_gaps(&gaps, readiness::is_ready(&gaps), plan).join("\n");
        if gaps.is_empty() {
            return show_text(&first, plan, session).map(drop);
        }
        session.notice(first);
        let labels: Vec<String> = gaps.iter().map(|gap| label(gap, plan, session)).collect();
        let back = words.ready.back;
        let rows: Vec<&str> = labels.iter().map(String::as_str).chain([back]).collect();
        let row = choose("missing", words.ready.ask, &rows, Some(0), plan, session)?;
        let Some(gap) = gaps.get(row) else {
            return Ok(());
        };
        ask_for_gap(gap, plan, session)?;
    }
}

/// What a gap is called in the list; two of one rule are told apart by whom they are about.
fn label(gap: &Gap, plan: &Plan, session: &Session) -> String {
    session.row_label(&session.words.gap_line(gap, plan), LABEL)
}

/// Puts the question that answers a gap, with what and why above it.
fn ask_for_gap(gap: &Gap, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let own = &words.ready;
    let said: Vec<String> = std::iter::once(words.gap_what(gap, plan))
        .chain(words.gap_why_line(gap, plan))
        .chain([fill_placeholders(own.source, &[("source", &words.gap_source(gap))])])
        .collect();
    if gap.rule == Rule::BigChange {
        // Taking it back, or saying what has changed now: the change page comes back here.
        return unless_home(change::big_change(plan, session)).map(drop);
    }
    session.notice(said.join("\n"));
    if matches!(gap.rule, Rule::SafetyNotPut | Rule::SafetyOpen) {
        return ask_safety(plan, session);
    }
    let Some(entry) = steps::entry(gap.field, gap.item.as_ref(), plan) else {
        return Ok(());
    };
    session.place = (entry.section, 0);
    // A list is shown as it is: the gap was picked, not the item that was left unfinished.
    session.resuming = false;
    entry.here.ask(plan, session).map(drop)
}

/// The questions the gate follows from: those that were not put, else all of them to look over.
fn ask_safety(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    use Field::{Ages, Harm, Means, Recent, Substances, Suicide};
    let asked = [Recent, Ages, Substances, Harm, Means, Suicide];
    let mut entries = steps::journey(Tier::OnRequest).entries;
    entries.retain(|entry| asked.contains(&entry.here.question.field));
    let journey = Journey {
        entries,
        tier: Tier::OnRequest,
        introduces: false,
    };
    match first_unsettled(&journey, plan) {
        Some(begin) => run(&journey, plan, session, begin, &mut |_, _| None).map(drop),
        None => browse(&journey, plan, session).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::plan::{Answer, Change, ChangeNote, CodedChoice, Harm, Id, YesNo};
    use crate::prompt::{Action, Scripted, ScriptedReply};
    use crate::session::Destination;
    use crate::words::Words;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    /// Walks the page with these answers and says how it ended, how often the plan was kept, and what was asked.
    fn walked(plan: &mut Plan, answers: Vec<(&str, ScriptedReply)>) -> (Option<Destination>, usize, Vec<String>) {
        let words = Words::load("en", None).unwrap();
        let mut prompter = Scripted::answering(answers);
        let mut kept = 0;
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| {
            kept += 1;
            Ok(())
        };
        let mut session = Session::new(&mut prompter, &words, today(), &mut keep);
        let end = match missing(plan, &mut session) {
            Ok(()) => None,
            Err(stop) => Some(stop.destination()),
        };
        let asked = prompter.asked().into_iter().map(String::from).collect();
        assert_eq!(prompter.unused(), 0, "{asked:?}");
        (end, kept, asked)
    }

    fn example() -> Plan {
        serde_json::from_str(Words::load("en", None).unwrap().example).unwrap()
    }

    fn row(plan: &Plan, rule: Rule) -> ScriptedReply {
        let gaps = readiness::gaps_in_english(plan, today());
        ScriptedReply::Pick(gaps.iter().position(|gap| gap.rule == rule).unwrap())
    }

    #[test]
    fn a_gap_leads_to_its_question_and_back_to_what_is_left() {
        let mut plan = example();
        plan.day.place = Answer::Unasked;
        plan.attendees[3].reader = Answer::Unasked;
        let (place, letter) = (row(&plan, Rule::NoPlace), row(&plan, Rule::LetterNoReader));
        let ScriptedReply::Pick(letter) = letter else {
            unreachable!()
        };
        let (end, kept, asked) = walked(
            &mut plan,
            vec![
                ("missing", place),
                ("day.place", ScriptedReply::Line("The barn".into())),
                // One line is gone, so the next one has moved up.
                ("missing", ScriptedReply::Pick(letter - 1)),
                ("attendees.reader", ScriptedReply::PickLabel("Alder".into())),
                ("missing", ScriptedReply::Action(Action::Back)),
            ],
        );
        assert_eq!((end, kept), (Some(Destination::Home), 2), "{asked:?}");
        assert_eq!(plan.day.place.words(), "The barn");
        assert!(plan.attendees[3].reader.is(&Id::new("a1")));
        assert!(readiness::is_ready(&readiness::gaps(
            &plan,
            &crate::coach::english(),
            today()
        )));
    }

    #[test]
    fn the_safety_questions_that_were_not_put_are_put() {
        let mut plan = example();
        plan.safety.ask_again();
        plan.person.recent = Answer::Unasked;
        plan.person.substances = Answer::Unasked;
        plan.safety.screen_seen = Some(false);
        let pick = row(&plan, Rule::SafetyNotPut);
        let (end, ..) = walked(
            &mut plan,
            vec![
                ("missing", pick),
                ("person.substances", ScriptedReply::Tick(vec![0])),
                ("person.recent", ScriptedReply::Tick(vec![])),
                ("safety.harm", ScriptedReply::Pick(0)),
                ("safety.suicide", ScriptedReply::Pick(0)),
                ("missing", ScriptedReply::Action(Action::Hide)),
            ],
        );
        assert_eq!(end, Some(Destination::Hide));
        assert!(plan.safety.this_session.harm.is(&Harm::No) && plan.safety.this_session.pregnant.is(&YesNo::No));
    }

    #[test]
    fn after_the_change_is_taken_back_the_dates_count_again() {
        let mut plan = example();
        plan.visit.changes.push(ChangeNote {
            kind: Change::InJail,
            on: today(),
        });
        let pick = row(&plan, Rule::BigChange);
        let take_back = ScriptedReply::Pick(Change::all().len());
        let answers = vec![
            ("missing", pick),
            ("visit.changes", take_back),
            ("read", ScriptedReply::Enter),
            ("missing", ScriptedReply::Action(Action::Leave)),
        ];
        assert_eq!(walked(&mut plan, answers).0, Some(Destination::Leave));
        assert_eq!(plan.change(), None);
    }

    #[test]
    fn every_rule_has_a_question_to_go_to() {
        let plan = example();
        for rule in readiness::rules() {
            let group = steps::item_lists().find(|group| group.questions.iter().any(|q| q.field == rule.field));
            let item = group.and_then(|group| plan.ids(group.list).into_iter().next());
            assert!(
                steps::entry(rule.field, item.as_ref(), &plan).is_some(),
                "{:?}",
                rule.rule
            );
        }
    }
}
