//! The places: to ask, for the family, and to lay before the person.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::plan::{Care, Checked, OptionKind, Plan, Rank, SoonestStart, TreatmentOption};

use super::died;

/// Whom a page names a place to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Those who call and ask: every place there is.
    Asking,
    /// The family: not one with a warning sign, nor one that is known to end a medicine they take.
    Us,
    /// The person, or somebody who goes there with them: only where a medicine they take surely goes on. Who loses it
    /// is in danger of dying within weeks.
    Them,
}

/// The places that may be named.
pub fn places(plan: &Plan, whom: Audience) -> Vec<&TreatmentOption> {
    let fits = |option: &&TreatmentOption| fits(plan, option, whom);
    plan.treatment_options.iter().filter(fits).collect()
}

/// How many may not.
pub fn held_back(plan: &Plan, whom: Audience) -> usize {
    plan.treatment_options.len() - places(plan, whom).len()
}

/// The first choice among those that may be named: the one marked so, else the first without a rank, else the backup.
pub fn first(plan: &Plan, whom: Audience) -> Option<&TreatmentOption> {
    let places = places(plan, whom);
    let ranked = |rank: Option<&Rank>| places.iter().find(|option| option.rank.given() == rank).copied();
    ranked(Some(&Rank::First))
        .or_else(|| ranked(None))
        .or_else(|| ranked(Some(&Rank::Backup)))
}

/// The one to fall back on: the first marked so, else the first beside the first choice that is not for later.
pub fn backup(plan: &Plan, whom: Audience) -> Option<&TreatmentOption> {
    let chosen = first(plan, whom).map(|option| &option.id);
    let mut others = places(plan, whom);
    others.retain(|option| Some(&option.id) != chosen);
    let marked = others.iter().find(|option| option.rank.is(&Rank::Backup));
    marked
        .or_else(|| others.iter().find(|option| !option.rank.is(&Rank::Later)))
        .copied()
}

/// The two that are laid before the person, the first choice first. Help for the family is none of them.
pub fn two(plan: &Plan) -> Vec<&TreatmentOption> {
    let rank = |option: &&TreatmentOption| match option.rank.given() {
        Some(Rank::First) => 0,
        Some(Rank::Backup) => 1,
        None => 2,
        Some(_) => 3,
    };
    let mut two = places(plan, Audience::Them);
    two.retain(|option| option.name.given().is_some() || option.kind.given().is_some());
    two.retain(|option| !option.kind.is(&OptionKind::Family));
    two.sort_by_key(rank);
    two.truncate(2);
    two
}

fn fits(plan: &Plan, option: &TreatmentOption, whom: Audience) -> bool {
    let warned = option.has_red_flag() || option.licensed.is(&Checked::No);
    let takes = plan.person.care.is_one_of(&[Care::Medicine, Care::Both]);
    let goes_on = &option.continues_existing_medication;
    !died(plan)
        && match whom {
            Audience::Asking => true,
            Audience::Us => !(warned || takes && goes_on.is(&Checked::No)),
            Audience::Them => !warned && (!takes || goes_on.is(&Checked::Yes)),
        }
}

/// When a place can begin, as seen from the day on which it is offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EarliestStart {
    /// On that day.
    ThatDay,
    /// Only from this later one.
    From(NaiveDate),
    /// Nobody has asked, or what they keep free is gone by then.
    Unknown,
}

/// When this place can begin. Only what the plan knows counts as a day that is free.
pub fn start(option: &TreatmentOption, day: NaiveDate) -> EarliestStart {
    let gone = option.bed_or_slot_held_until.given().is_some_and(|until| *until < day);
    match option.soonest_start.given().filter(|start| start.is_known()) {
        Some(SoonestStart::Day(soonest)) if *soonest > day => EarliestStart::From(*soonest),
        Some(SoonestStart::AnyWeekday) if is_weekend(day) => EarliestStart::Unknown,
        Some(_) if !gone => EarliestStart::ThatDay,
        _ => EarliestStart::Unknown,
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Change, ChangeNote, RedFlag};

    fn example() -> Plan {
        serde_json::from_str(include_str!("../../../prompts/en/example.json")).unwrap()
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
    }

    fn count(plan: &Plan) -> [usize; 3] {
        [Audience::Asking, Audience::Us, Audience::Them].map(|whom| places(plan, whom).len())
    }

    #[test]
    fn a_warning_sign_is_for_those_who_ask_alone() {
        let mut plan = example();
        assert_eq!(count(&plan), [3, 3, 3]);
        plan.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]);
        assert_eq!(count(&plan), [3, 2, 2]);
        let named = first(&plan, Audience::Them).map(|option| option.name.words());
        assert_eq!(
            named,
            Some("Harbor House (made up)"),
            "the one that was marked is not named"
        );
        assert_eq!(held_back(&plan, Audience::Them), 1);
    }

    #[test]
    fn a_medicine_they_take_goes_on_surely_or_the_place_is_not_for_them() {
        let mut plan = example();
        plan.person.care = Answer::Given(Care::Medicine);
        let says = [Checked::Yes, Checked::NotAsked, Checked::No];
        for (option, said) in plan.treatment_options.iter_mut().zip(says) {
            option.continues_existing_medication = Answer::Given(said);
        }
        assert_eq!(count(&plan), [3, 2, 1]);
    }

    #[test]
    fn after_a_death_no_place_is_named() {
        let mut plan = example();
        plan.visit.changes.push(ChangeNote {
            kind: Change::Died,
            on: day(1),
        });
        assert_eq!(count(&plan), [0, 0, 0]);
    }

    #[test]
    fn only_a_day_that_is_known_to_be_free_counts() {
        let mut option = TreatmentOption::default();
        assert_eq!(start(&option, day(12)), EarliestStart::Unknown);
        option.soonest_start = Answer::Given(day(14).into());
        assert_eq!(start(&option, day(12)), EarliestStart::From(day(14)));
        assert_eq!(start(&option, day(14)), EarliestStart::ThatDay);
        option.bed_or_slot_held_until = Answer::Given(day(15));
        assert_eq!(start(&option, day(15)), EarliestStart::ThatDay);
        assert_eq!(
            start(&option, day(16)),
            EarliestStart::Unknown,
            "they hold it no longer"
        );
    }
}
