//! What becomes of a boundary after the day (design#return): which starts now, and which waits.

use crate::coach::{CoachWords, TakenAway};
use crate::plan::{Boundary, Gate, Met, Plan, YesNo};

use super::{gate, takes_vital_help};

/// What becomes of a boundary once the day has been.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoundaryStart {
    /// It starts, or goes on.
    Now,
    /// It waits until a professional has looked at it.
    WaitsForTalk,
    /// It does not start.
    Waits,
}

/// What becomes of it after the day that was last spoken of. `None` while nobody has said how a day went, and where there
/// was none. With `rules` the sentence is heard too, whatever kind was picked for it.
pub fn boundary_after(plan: &Plan, boundary: &Boundary, rules: Option<&CoachWords>) -> Option<BoundaryStart> {
    let met = plan.visit.met.given().filter(|met| **met != Met::DidNotMeet)?;
    let heard = boundary.said_aloud.is(&YesNo::Yes);
    let starts = match met {
        Met::Yes => boundary.kept_after_yes.is(&YesNo::Yes),
        Met::No | Met::WalkedOut => heard,
        // A word of a newer program is none that anything starts for.
        Met::Other(_) => false,
        _ => !boundary.only_after_a_no(),
    };
    let closed = gate(plan) == Gate::Closed || plan.change().is_some();
    Some(if closed || !starts {
        BoundaryStart::Waits
    } else if is_grave(boundary, rules) && !boundary.talked_with_professional.is(&YesNo::Yes) {
        BoundaryStart::WaitsForTalk
    } else {
        BoundaryStart::Now
    })
}

/// By its kind, or by what its sentence takes away.
fn is_grave(boundary: &Boundary, rules: Option<&CoachWords>) -> bool {
    let heard = |rules: &CoachWords| {
        let taken = TakenAway::by(boundary.i_will.words(), rules);
        taken.is_owed_to_a_minor() || takes_vital_help(boundary, rules)
    };
    boundary.is_grave() || rules.is_some_and(heard)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::english;
    use crate::plan::{Answer, BoundaryKind, Change, ChangeNote, Harm, List, Text};

    /// A plan with one boundary, after a day that went so.
    fn after(met: Met, change: impl FnOnce(&mut Boundary)) -> Plan {
        let mut plan = Plan::default();
        plan.add(List::Boundaries);
        plan.boundaries[0].kind = Answer::Given(BoundaryKind::Money);
        plan.boundaries[0].i_will = Answer::Given(Text::new("Starting Friday, I will buy food."));
        plan.visit.met = Answer::Given(met);
        change(&mut plan.boundaries[0]);
        plan
    }

    fn start(plan: &Plan) -> Option<BoundaryStart> {
        boundary_after(plan, &plan.boundaries[0], Some(&english()))
    }

    #[test]
    fn after_each_answer_only_what_may_start_does() {
        use BoundaryStart::*;
        type Set = fn(&mut Boundary);
        const YES: Answer<YesNo> = Answer::Given(YesNo::Yes);
        let plain: Set = |_| {};
        let heard: Set = |one| one.said_aloud = YES;
        let unheard: Set = |one| one.said_aloud = Answer::Given(YesNo::No);
        let only_no: Set = |one| (one.only_if_answer_is_no, one.said_aloud) = (YES, YES);
        let kept: Set = |one| one.kept_after_yes = YES;
        for (met, change, starts) in [
            (Met::No, plain, Waits),
            (Met::No, unheard, Waits),
            (Met::No, heard, Now),
            (Met::WalkedOut, plain, Waits),
            (Met::WalkedOut, only_no, Now),
            (Met::NotYet, plain, Now),
            (Met::NotYet, only_no, Waits),
            (Met::Stopped, plain, Now),
            (Met::Stopped, only_no, Waits),
            (Met::Yes, heard, Waits),
            (Met::Yes, kept, Now),
        ] {
            assert_eq!(start(&after(met.clone(), change)), Some(starts), "{met:?}");
        }
        assert_eq!(start(&after(Met::DidNotMeet, heard)), None);
    }

    #[test]
    fn r_25_what_touches_a_home_food_or_the_phone_waits_for_a_professional_by_kind_and_by_sentence() {
        let grave = |one: &mut Boundary| {
            one.said_aloud = Answer::Given(YesNo::Yes);
            one.kind = Answer::Given(BoundaryKind::LivingHere);
        };
        let mut plan = after(Met::No, grave);
        assert_eq!(start(&plan), Some(BoundaryStart::WaitsForTalk));
        plan.boundaries[0].talked_with_professional = Answer::Given(YesNo::Yes);
        assert_eq!(start(&plan), Some(BoundaryStart::Now));
        let sentence = |one: &mut Boundary| {
            one.said_aloud = Answer::Given(YesNo::Yes);
            one.i_will = Answer::Given(Text::new("Starting Friday, I will change the locks."));
        };
        assert_eq!(start(&after(Met::No, sentence)), Some(BoundaryStart::WaitsForTalk));
    }

    #[test]
    fn nothing_starts_while_the_plan_is_closed_or_the_dates_wait() {
        let heard = |one: &mut Boundary| one.said_aloud = Answer::Given(YesNo::Yes);
        let mut closed = after(Met::No, heard);
        closed.safety.this_session.harm = Answer::Given(Harm::ByThem);
        assert_eq!(start(&closed), Some(BoundaryStart::Waits));
        let mut frozen = after(Met::No, heard);
        frozen.visit.changes.push(ChangeNote {
            kind: Change::InCare,
            on: chrono::NaiveDate::default(),
        });
        assert_eq!(start(&frozen), Some(BoundaryStart::Waits));
    }
}
