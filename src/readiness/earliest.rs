//! What has to come before the day, and the earliest day that works.

use chrono::{Days, NaiveDate};

use super::{gate, is_contacted};
use crate::plan::{Gate, Plan, TreatmentOption};

/// What has to come before the day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ComesFirst {
    /// A professional says if a meeting is safe; with the next talk, if there is one.
    Professional(Option<NaiveDate>),
    /// The first place has room from this day on: a yes would else have to wait.
    Place(NaiveDate),
}

impl ComesFirst {
    /// The earliest day that it leaves.
    pub fn earliest(&self) -> Option<NaiveDate> {
        match self {
            ComesFirst::Professional(talk) => talk.and_then(|talk| talk.checked_add_days(Days::new(1))),
            ComesFirst::Place(from) => Some(*from),
        }
    }
}

/// What has to come before the day of this plan and does not. Nothing where the plan has no day.
pub fn before_the_day(plan: &Plan, today: NaiveDate) -> Vec<ComesFirst> {
    let Some(day) = plan.day.date.given().copied() else {
        return Vec::new();
    };
    let talks = plan
        .professionals
        .iter()
        .filter(|pro| is_contacted(pro))
        .filter_map(|pro| pro.next_appointment.given().copied());
    let talk = talks.filter(|talk| *talk >= today).min();
    let asked = gate(plan) == Gate::Open || talk.is_some_and(|talk| talk < day);
    let professional = (!asked).then_some(ComesFirst::Professional(talk));
    let starts = |place: &TreatmentOption| place.soonest_start.given()?.day();
    let place = plan.first_choice().and_then(starts).filter(|from| *from > day);
    professional.into_iter().chain(place.map(ComesFirst::Place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, List, ProStatus, Recent};

    fn date(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    /// A plan whose gate asks for a professional, with a day.
    fn waiting(day: &str) -> Plan {
        let mut plan = Plan::default();
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
        plan.day.date = Answer::Given(date(day));
        plan
    }

    #[test]
    fn a_professional_is_asked_before_the_day() {
        let today = date("2026-11-21");
        let mut plan = waiting("2026-11-25");
        assert_eq!(before_the_day(&plan, today), [ComesFirst::Professional(None)]);
        let at = plan.add(List::Professionals);
        plan.professionals[&at].status = Answer::Given(ProStatus::Have);
        plan.professionals[&at].next_appointment = Answer::Given(date("2026-11-27"));
        let first = before_the_day(&plan, today);
        assert_eq!(first, [ComesFirst::Professional(Some(date("2026-11-27")))]);
        assert_eq!(first[0].earliest(), Some(date("2026-11-28")));
        plan.day.date = Answer::Given(date("2026-11-28"));
        assert_eq!(before_the_day(&plan, today), []);
        plan.day.date = Answer::Left;
        assert_eq!(before_the_day(&plan, today), []);
    }

    #[test]
    fn a_place_that_has_no_room_yet_is_waited_for() {
        let mut plan = waiting("2026-11-25");
        plan.safety.floor = None;
        let at = plan.add(List::Options);
        plan.treatment_options[&at].soonest_start = Answer::Given(date("2026-11-30").into());
        let first = before_the_day(&plan, date("2026-11-21"));
        assert!(first.contains(&ComesFirst::Place(date("2026-11-30"))));
        plan.day.date = Answer::Given(date("2026-11-30"));
        let first = before_the_day(&plan, date("2026-11-21"));
        assert!(!first.iter().any(|one| matches!(one, ComesFirst::Place(_))));
    }
}
