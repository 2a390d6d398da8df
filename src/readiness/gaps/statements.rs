//! Rules on what will be said and kept: boundaries, statements, answers.

use chrono::NaiveDate;

use crate::plan::*;

use super::{About, GapRule, about_plan, gap_rules, is_group_meeting, is_there};

/// The gap_rules of this theme.
pub(super) const RULES: &[GapRule] = gap_rules! {
    BoundaryEarly, Must, Meeting, BouStarts, Answers(boundary_early), ["Bd1", "L2"];
    BoundaryNoOwner, Must, Meeting, BouPerson, Answers(boundary_no_owner), ["Bd1", "Bd3"];
    AnswerNotTrue, Must, Meeting, ObjAnswer, Answers(answer_not_true), ["L2"];
    BoundariesOnOne, Better, Meeting, Boundaries, Answers(boundaries_on_one), ["Bd3", "Bd4"];
    BoundaryNotAlone, Better, Meeting, BouAlone, Answers(boundary_not_alone), ["Bd1", "Bd4"];
    BoundaryNoStays, Better, Meeting, BouStays, Answers(boundary_no_stays), ["Bd6"];
    StatementMissing, Better, Meeting, Statements, Answers(statement_missing), ["L3", "L4"];
    StatementUnfinished, Better, Meeting, StaAsk, Answers(statement_unfinished), ["L3", "L4"];
    NobodyAnswers, Better, Meeting, ObjSpeaker, Answers(nobody_answers), ["Wd1", "Ob1"];
    AnswerOpen, Better, Meeting, ObjTrue, Answers(answer_open), ["L2"];
    NoOpening, Better, Meeting, Opening, Answers(no_opening), ["L3"];
};

fn boundary(it: &Boundary) -> About {
    About {
        person: it.person.given().cloned(),
        ..About::item(&it.id)
    }
}

/// Must: what nobody has heard of yet is no boundary but a surprise. What somebody does for their own life
/// needs no announcement.
fn boundary_early(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let Some(day) = plan.day.date.given() else {
        return Vec::new();
    };
    let early = |it: &Boundary| {
        let starts = it.starts.given().copied();
        let own = it.kind.is(&BoundaryKind::OwnLife);
        let starts = starts.filter(|starts| !own && starts < day)?;
        Some(boundary(it).on(starts))
    };
    plan.boundaries.iter().filter_map(early).collect()
}

/// Must: a boundary is what one person will do; without that person it is a threat by all.
fn boundary_no_owner(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let known = |id: &Id| *id == Id::planner() || plan.attendee(id).is_some();
    let nobody = plan.boundaries.iter().filter(|b| !b.person.given().is_some_and(known));
    nobody.map(|b| About::item(&b.id)).collect()
}

/// Better: one person cannot carry all of it for months.
fn boundaries_on_one(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let mut owners = plan.boundaries.iter().map(|b| b.person.given());
    let several = plan.boundaries.len() > 1 && plan.attendees.iter().filter(|a| a.helps()).count() > 1;
    let Some(Some(one)) = owners.next().filter(|_| several) else {
        return Vec::new();
    };
    match owners.all(|owner| owner == Some(one)) {
        true => vec![About::person(one)],
        false => Vec::new(),
    }
}

fn boundary_not_alone(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let leaning = plan.boundaries.iter().filter(|b| b.i_can_do_this_alone.is(&YesNo::No));
    leaning.map(boundary).collect()
}

/// Better: what stays tells a boundary from a door that shuts. One's own life takes nothing from anybody.
fn boundary_no_stays(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let bare = plan
        .boundaries
        .iter()
        .filter(|b| !b.kind.is(&BoundaryKind::OwnLife) && !b.what_stays.is_typed());
    bare.map(boundary).collect()
}

/// Better: who attends may also just be there.
fn statement_missing(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let has_words = |id: &Id| plan.statements.iter().any(|s| s.person.is(id));
    let silent = plan
        .attendees
        .iter()
        .filter(|a| ((is_group_meeting(plan) && a.attends()) || a.writes()) && !has_words(&a.id));
    silent.map(|a| About::person(&a.id)).collect()
}

/// Better: love and the ask are the two parts without which it is no offer.
fn statement_unfinished(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let open = |it: &Statement| {
        let field = match (it.love.words().trim(), it.ask.words().trim()) {
            ("", _) => Field::StaLove,
            (_, "") => Field::StaAsk,
            _ => return None,
        };
        let person = it.person.given().cloned();
        let about = About {
            person,
            ..About::item(&it.id)
        };
        Some(about.by(field))
    };
    plan.statements.iter().filter_map(open).collect()
}

/// Better: whoever leads answers where nobody was named.
fn nobody_answers(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let there = |id: &Id| is_there(plan, id);
    let open = plan.objections.iter().filter(|o| !o.speaker.given().is_some_and(there));
    open.map(|o| About::item(&o.id)).collect()
}

/// Must: a promise that is known not to hold must not be made.
fn answer_not_true(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let untrue = plan
        .objections
        .iter()
        .filter(|o| o.only_if_true() && o.is_true.is(&YesNo::No) && o.answer.is_typed());
    untrue.map(|o| About::item(&o.id)).collect()
}

/// Better: an answer that nobody confirmed is left unsaid on the day (design#order).
fn answer_open(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let open = plan
        .objections
        .iter()
        .filter(|o| o.only_if_true() && o.is_true.given().is_none());
    open.map(|o| About::item(&o.id)).collect()
}

fn no_opening(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(is_group_meeting(plan) && !plan.day.opening.is_typed())
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::sample::{GapCase, case, date, nothing, text};
    use super::*;
    use crate::readiness::{Level::*, Rule};

    fn early(plan: &mut Plan) {
        plan.boundaries[0].starts = Answer::Given(date("2026-12-11"));
    }

    fn on_one(plan: &mut Plan) {
        plan.boundaries[1].person = plan.boundaries[0].person.clone();
    }

    fn untrue(plan: &mut Plan) {
        plan.objections[0].answer = text("It costs nothing.");
        plan.objections[0].is_true = Answer::Given(YesNo::No);
    }

    pub(in crate::readiness::gaps) const CASES: &[GapCase] = &[
        case(Rule::BoundaryEarly, Must, Field::BouStarts, early, |p| {
            early(p);
            p.boundaries[0].kind = Answer::Given(BoundaryKind::OwnLife);
        }),
        case(Rule::BoundaryEarly, Must, Field::BouStarts, early, |p| {
            p.boundaries[0].starts = p.day.date.clone();
        }),
        case(
            Rule::BoundaryNoOwner,
            Must,
            Field::BouPerson,
            |p| p.boundaries[0].person = Answer::Unasked,
            |p| p.boundaries[0].person = Answer::Given(Id::planner()),
        ),
        case(Rule::AnswerNotTrue, Must, Field::ObjAnswer, untrue, |p| {
            untrue(p);
            p.objections[0].kind = Answer::Given(ObjectionKind::NoProblem);
        }),
        case(Rule::BoundariesOnOne, Better, Field::Boundaries, on_one, |p| {
            on_one(p);
            p.boundaries.truncate(1);
        }),
        case(
            Rule::BoundaryNotAlone,
            Better,
            Field::BouAlone,
            |p| p.boundaries[0].i_can_do_this_alone = Answer::Given(YesNo::No),
            nothing,
        ),
        case(
            Rule::BoundaryNoStays,
            Better,
            Field::BouStays,
            |p| p.boundaries[0].what_stays = Answer::Unasked,
            |p| {
                p.boundaries[0].what_stays = Answer::Unasked;
                p.boundaries[0].kind = Answer::Given(BoundaryKind::OwnLife);
            },
        ),
        case(
            Rule::StatementMissing,
            Better,
            Field::Statements,
            |p| {
                p.statements.pop();
            },
            |p| {
                p.statements.remove(0);
                p.way.kind = Answer::Given(Way::Talk);
            },
        ),
        case(
            Rule::StatementUnfinished,
            Better,
            Field::StaLove,
            |p| p.statements[0].love = Answer::Left,
            nothing,
        ),
        case(
            Rule::StatementUnfinished,
            Better,
            Field::StaAsk,
            |p| p.statements[0].ask = Answer::Left,
            |p| p.statements[0].hope = Answer::Left,
        ),
        case(
            Rule::NobodyAnswers,
            Better,
            Field::ObjSpeaker,
            |p| p.objections[0].speaker = Answer::Given(p.attendees[3].id.clone()),
            |p| p.objections[0].speaker = Answer::Given(p.attendees[2].id.clone()),
        ),
        case(
            Rule::AnswerOpen,
            Better,
            Field::ObjTrue,
            |p| p.objections[0].is_true = Answer::Unasked,
            untrue,
        ),
        case(
            Rule::NoOpening,
            Better,
            Field::Opening,
            |p| p.day.opening = Answer::Unasked,
            |p| {
                p.day.opening = Answer::Unasked;
                p.way.kind = Answer::Given(Way::Talk);
            },
        ),
    ];
}
