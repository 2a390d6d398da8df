//! What is still missing, to be picked from: each line leads to the question that answers it, and back.

use std::io;

use crate::plan::{Field, Plan};
use crate::readiness::{self, Gap, Rule};
use crate::steps;
use crate::walk::{Desk, End, Road, Tier, Turn, browse, first_open, read, travel};
use crate::words::fill;

use super::{change, choose};

/// The longest label of a gap in a list, in columns.
const LABEL: usize = 70;

/// Five lines first, then every gap, until the person has seen enough or nothing is missing.
pub(super) fn missing(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    loop {
        let words = desk.words;
        let gaps = readiness::gaps(plan, desk.today);
        let first = words.first_gaps(&gaps, readiness::is_ready(&gaps), plan).join("\n");
        if gaps.is_empty() {
            return read(&first, plan, desk);
        }
        desk.carry(first);
        let labels: Vec<String> = gaps.iter().map(|gap| label(gap, plan, desk)).collect();
        let back = words.ready.back.as_str();
        let rows: Vec<&str> = labels.iter().map(String::as_str).chain([back]).collect();
        let row = match choose("missing", &words.ready.ask, &rows, Some(0), plan, desk)? {
            Ok(row) if row < gaps.len() => row,
            Ok(_) => return Ok(End::Home),
            Err(end) => return Ok(end),
        };
        let end = answer(&gaps[row], plan, desk)?;
        if matches!(end, End::Home | End::Hide | End::Leave) {
            return Ok(end);
        }
    }
}

/// What a gap is called in the list; two of one rule are told apart by whom they are about.
fn label(gap: &Gap, plan: &Plan, desk: &Desk) -> String {
    desk.row(&desk.words.gap_line(gap, plan), LABEL)
}

/// Puts the question that answers a gap, with what and why above it.
fn answer(gap: &Gap, plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let words = desk.words;
    let own = &words.ready;
    let said = [
        words.gap_what(gap, plan),
        fill(&own.why, &[("why", &words.gap_why(gap, plan))]),
        fill(&own.source, &[("source", &words.gap_source(gap))]),
    ];
    if gap.rule == Rule::BigChange {
        // Taking it back, or saying what has changed now: the change page comes back here.
        return Ok(match change::big_change(plan, desk)? {
            End::Home => End::Done,
            end => end,
        });
    }
    desk.carry(said.join("\n"));
    if matches!(gap.rule, Rule::SafetyNotPut | Rule::SafetyOpen) {
        return safety(plan, desk);
    }
    let Some(stop) = steps::stop(gap.field, gap.item.as_ref(), plan) else {
        return Ok(End::Done);
    };
    desk.place = (stop.section, 0);
    // A list is shown as it is: the gap was picked, not the item that was left unfinished.
    desk.resuming = false;
    Ok(match stop.here.put(plan, desk)? {
        Turn::Next | Turn::Back => End::Done,
        Turn::Home => End::Home,
        Turn::Hide => End::Hide,
        Turn::Leave => End::Leave,
    })
}

/// The questions the gate follows from: those that were not put, else all of them to look over.
fn safety(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    use Field::{Ages, Harm, Means, Recent, Substances, Suicide};
    let asked = [Recent, Ages, Substances, Harm, Means, Suicide];
    let mut stops = steps::road(Tier::More).stops;
    stops.retain(|stop| asked.contains(&stop.here.question.field));
    let road = Road {
        stops,
        tier: Tier::More,
        introduces: false,
    };
    match first_open(&road, plan) {
        Some(begin) => travel(&road, plan, desk, begin, &mut |_, _| None),
        None => browse(&road, plan, desk),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::ask::{Answered, Scripted, Wish};
    use crate::plan::{Answer, Change, ChangeNote, Choice, Harm, Id, YesNo};
    use crate::words::Words;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    /// Walks the page with these answers and says how it ended, how often the plan was kept, and what was asked.
    fn walked(plan: &mut Plan, answers: Vec<(&str, Answered)>) -> (End, usize, Vec<String>) {
        let words = Words::load("en", None).unwrap();
        let mut asker = Scripted::answering(answers);
        let mut kept = 0;
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| {
            kept += 1;
            Ok(())
        };
        let mut desk = Desk::new(&mut asker, &words, today(), &mut keep);
        let end = missing(plan, &mut desk).unwrap();
        let asked = asker.asked().into_iter().map(String::from).collect();
        assert_eq!(asker.left(), 0, "{asked:?}");
        (end, kept, asked)
    }

    fn example() -> Plan {
        serde_json::from_str(Words::load("en", None).unwrap().example).unwrap()
    }

    fn row(plan: &Plan, rule: Rule) -> Answered {
        let gaps = readiness::gaps(plan, today());
        Answered::Pick(gaps.iter().position(|gap| gap.rule == rule).unwrap())
    }

    #[test]
    fn a_gap_leads_to_its_question_and_back_to_what_is_left() {
        let mut plan = example();
        plan.day.place = Answer::Unasked;
        plan.attendees[3].reader = Answer::Unasked;
        let (place, letter) = (row(&plan, Rule::NoPlace), row(&plan, Rule::LetterNoReader));
        let Answered::Pick(letter) = letter else { unreachable!() };
        let (end, kept, asked) = walked(
            &mut plan,
            vec![
                ("missing", place),
                ("day.place", Answered::Line("The barn".into())),
                // One line is gone, so the next one has moved up.
                ("missing", Answered::Pick(letter - 1)),
                ("attendees.reader", Answered::PickLabel("Alder".into())),
                ("missing", Answered::Wish(Wish::Back)),
            ],
        );
        assert_eq!((end, kept), (End::Home, 2), "{asked:?}");
        assert_eq!(plan.day.place.words(), "The barn");
        assert!(plan.attendees[3].reader.is(&Id::new("a1")));
        assert!(readiness::is_ready(&readiness::gaps(&plan, today())));
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
                ("person.substances", Answered::Tick(vec![0])),
                ("person.recent", Answered::Tick(vec![])),
                ("safety.harm", Answered::Pick(0)),
                ("safety.suicide", Answered::Pick(0)),
                ("missing", Answered::Wish(Wish::Hide)),
            ],
        );
        assert_eq!(end, End::Hide);
        assert!(plan.safety.heard.harm.is(&Harm::No) && plan.safety.heard.pregnant.is(&YesNo::No));
    }

    #[test]
    fn after_the_change_is_taken_back_the_dates_count_again() {
        let mut plan = example();
        plan.visit.changes.push(ChangeNote {
            kind: Change::InJail,
            on: today(),
        });
        let pick = row(&plan, Rule::BigChange);
        let take_back = Answered::Pick(Change::all().len());
        let answers = vec![
            ("missing", pick),
            ("visit.changes", take_back),
            ("read", Answered::Enter),
            ("missing", Answered::Wish(Wish::Leave)),
        ];
        assert_eq!(walked(&mut plan, answers).0, End::Leave);
        assert_eq!(plan.change(), None);
    }

    #[test]
    fn every_rule_has_a_question_to_go_to() {
        let plan = example();
        for rule in readiness::rules() {
            let group = steps::groups().find(|group| group.questions.iter().any(|q| q.field == rule.field));
            let item = group.and_then(|group| plan.ids(group.list).into_iter().next());
            assert!(
                steps::stop(rule.field, item.as_ref(), &plan).is_some(),
                "{:?}",
                rule.rule
            );
        }
    }
}
