//! Rules on the day: when, where, which way, and what comes after.

use chrono::NaiveDate;

use crate::plan::*;
use crate::readiness::gate::is_contacted;

use super::{About, GapRule, about_plan, gap_rules, is_group_meeting};

/// The gap_rules of this theme.
pub(super) const RULES: &[GapRule] = gap_rules! {
    NoDate, Must, Meeting, Date, Answers(no_date), ["L1", "Wd5"];
    DatePast, Must, Meeting, Date, Answers(date_past), ["D"];
    DateSoon, Must, Meeting, Date, Answers(date_soon), ["L1", "D"];
    NoPlace, Must, Meeting, Place, Answers(no_place), ["Wd5", "S1"];
    BadDay, Must, Meeting, Date, Answers(bad_day), ["D"];
    RehearsalLate, Must, Meeting, Rehearsal, Answers(rehearsal_late), ["L3"];
    NobodyTonight, Must, Meeting, Tonight, Answers(nobody_tonight), ["N15", "D"];
    WayOpen, Better, Meeting, Way, Answers(way_open), ["E5", "E3"];
    SurpriseNoLead, Better, Meeting, ProRole, Answers(surprise_no_lead), ["E6", "E7"];
    NoInvitation, Better, Meeting, Invitation, Answers(no_invitation), ["E5", "L2"];
    NoRehearsal, Better, Meeting, Rehearsal, Answers(no_rehearsal), ["L3", "Wd1"];
    NobodyCarries, Better, Meeting, NaloxoneWith, Answers(nobody_carries), ["N8"];
    NoPlanB, Better, Meeting, PlanB, Answers(no_plan_b), ["Wd1", "D"];
    NoFollowUps, Better, Meeting, FollowUps, Answers(no_follow_ups), ["M3", "P6"];
};

/// The days that R-40 calls soon.
const SOON: i64 = 3;

fn no_date(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.day.date.given().is_none())
}

/// Must, until it is said how it went: a day that has gone is no day.
fn date_past(plan: &Plan, today: NaiveDate) -> Vec<About> {
    let day = plan.day.date.given().filter(|day| **day < today);
    let open = day.filter(|_| plan.visit.met.given().is_none());
    open.map(|day| About::default().on(*day)).into_iter().collect()
}

/// Must: "ask a professional today whether to wait". It is answered where one said yes within these last days.
fn date_soon(plan: &Plan, today: NaiveDate) -> Vec<About> {
    let near = |day: &&NaiveDate| (0..SOON).contains(&(**day - today).num_days());
    let Some(day) = plan.day.date.given().filter(near) else {
        return Vec::new();
    };
    let known = || plan.professionals.iter().filter(|pro| is_contacted(pro));
    let asked = known().any(|pro| {
        let said = pro
            .agreed_on
            .given()
            .filter(|_| pro.agrees_meeting_is_safe.is(&Agrees::Yes));
        said.is_some_and(|said| (*day - *said).num_days() < SOON)
    });
    if asked {
        return Vec::new();
    }
    let about = match known().find(|pro| pro.agrees_meeting_is_safe.is(&Agrees::Yes)) {
        Some(pro) => About::item(&pro.id).by(Field::ProAgreedOn),
        None => match known().next() {
            Some(pro) => About::item(&pro.id).by(Field::ProAgrees),
            None => About::default().by(Field::Professionals),
        },
    };
    vec![about.on(*day)]
}

fn no_place(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(!plan.day.place.is_typed())
}

fn bad_day(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let bad = plan.day.days_that_will_not_do.given();
    let day = plan.day.date.given();
    let hit = day.filter(|day| bad.is_some_and(|bad| bad.contains(day)));
    hit.map(|day| About::default().on(*day)).into_iter().collect()
}

/// Must: two answers that cannot both be true.
fn rehearsal_late(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let (day, practice) = (plan.day.date.given(), plan.day.rehearsal.given());
    let late = practice.filter(|practice| is_group_meeting(plan) && day.is_some_and(|day| *practice > day));
    late.map(|practice| About::default().on(*practice))
        .into_iter()
        .collect()
}

/// Must: whatever the answer, the hours after a hard talk are dangerous alone (R-13, design#order).
fn nobody_tonight(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let there = plan
        .afterwards
        .tonight
        .given()
        .is_some_and(|id| plan.name_of(id).is_some() || *id == Id::planner());
    about_plan(!there)
}

/// Better: a calm talk or an invitation is the default, so the plan stands without an answer (design#order).
fn way_open(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(matches!(
        plan.way.kind.given(),
        None | Some(Way::NotDecided | Way::Other(_))
    ))
}

/// Better: R-07 recommends it and forbids nothing.
fn surprise_no_lead(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let surprise = plan.way.kind.is(&Way::Surprise);
    let leads = |pro: &Professional| is_contacted(pro) && pro.role_in_meeting.is(&ProRole::Lead);
    if !surprise || plan.professionals.iter().any(leads) {
        return Vec::new();
    }
    vec![match plan.professionals.iter().find(|pro| is_contacted(pro)) {
        Some(pro) => About::item(&pro.id),
        None => About::default().by(Field::Professionals),
    }]
}

fn no_invitation(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.way.kind.is(&Way::Invited) && !plan.way.invitation.is_typed())
}

fn no_rehearsal(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(is_group_meeting(plan) && plan.day.rehearsal.given().is_none())
}

/// Better: that there is naloxone at all is a must of its own.
fn nobody_carries(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.may_be_opioids() && plan.afterwards.naloxone_with.given().is_none())
}

fn no_plan_b(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(!plan.day.plan_b.is_typed())
}

fn no_follow_ups(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.afterwards.follow_ups.is_empty())
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::sample::{GapCase, case, date, nothing};
    use super::*;
    use crate::readiness::{Level::*, Rule};

    fn day(plan: &mut Plan, day: &str) {
        plan.day.date = Answer::Given(date(day));
    }

    fn surprise(plan: &mut Plan) {
        plan.way.kind = Answer::Given(Way::Surprise);
    }

    pub(in crate::readiness::gaps) const CASES: &[GapCase] = &[
        case(Rule::NoDate, Must, Field::Date, |p| p.day.date = Answer::Left, nothing),
        case(
            Rule::DatePast,
            Must,
            Field::Date,
            |p| day(p, "2026-11-20"),
            |p| {
                day(p, "2026-11-20");
                p.visit.met = Answer::Given(Met::Yes);
            },
        ),
        case(
            Rule::DatePast,
            Must,
            Field::Date,
            |p| day(p, "2026-11-20"),
            |p| day(p, "2026-11-21"),
        ),
        case(
            Rule::DateSoon,
            Must,
            Field::ProAgreedOn,
            |p| day(p, "2026-11-23"),
            |p| {
                day(p, "2026-11-23");
                p.professionals[0].agreed_on = Answer::Given(date("2026-11-21"));
            },
        ),
        case(
            Rule::DateSoon,
            Must,
            Field::Professionals,
            |p| {
                day(p, "2026-11-21");
                p.professionals.clear();
            },
            |p| day(p, "2026-11-24"),
        ),
        case(
            Rule::NoPlace,
            Must,
            Field::Place,
            |p| p.day.place = Answer::Unasked,
            nothing,
        ),
        case(
            Rule::BadDay,
            Must,
            Field::Date,
            |p| p.day.days_that_will_not_do = Answer::Given(vec![date("2026-12-12")]),
            |p| p.day.days_that_will_not_do = Answer::Given(vec![date("2026-12-11")]),
        ),
        case(
            Rule::RehearsalLate,
            Must,
            Field::Rehearsal,
            |p| p.day.rehearsal = Answer::Given(date("2026-12-13")),
            |p| p.day.rehearsal = Answer::Given(date("2026-12-12")),
        ),
        case(
            Rule::NobodyTonight,
            Must,
            Field::Tonight,
            |p| p.afterwards.tonight = Answer::Given(Id::new("a99")),
            |p| p.afterwards.tonight = Answer::Given(Id::planner()),
        ),
        case(
            Rule::WayOpen,
            Better,
            Field::Way,
            |p| p.way.kind = Answer::Given(Way::NotDecided),
            |p| p.way.kind = Answer::Given(Way::Talk),
        ),
        case(Rule::SurpriseNoLead, Better, Field::ProRole, surprise, |p| {
            surprise(p);
            p.professionals[0].role_in_meeting = Answer::Given(ProRole::Lead);
        }),
        case(
            Rule::NoInvitation,
            Better,
            Field::Invitation,
            |p| p.way.invitation = Answer::Unasked,
            |p| {
                p.way.invitation = Answer::Unasked;
                p.way.kind = Answer::Given(Way::Talk);
            },
        ),
        case(
            Rule::NoRehearsal,
            Better,
            Field::Rehearsal,
            |p| p.day.rehearsal = Answer::Unasked,
            |p| {
                p.day.rehearsal = Answer::Unasked;
                p.way.kind = Answer::Given(Way::Talk);
            },
        ),
        case(
            Rule::NobodyCarries,
            Better,
            Field::NaloxoneWith,
            |p| p.afterwards.naloxone_with = Answer::Unasked,
            |p| {
                p.afterwards.naloxone_with = Answer::Unasked;
                p.person.substances = Answer::Given(vec![Substance::Alcohol]);
            },
        ),
        case(
            Rule::NoPlanB,
            Better,
            Field::PlanB,
            |p| p.day.plan_b = Answer::Unasked,
            nothing,
        ),
        case(
            Rule::NoFollowUps,
            Better,
            Field::FollowUps,
            |p| p.afterwards.follow_ups.clear(),
            nothing,
        ),
    ];
}
