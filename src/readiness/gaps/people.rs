//! Rules on those who take part: who leads, drives, reads and stays with the children, and who looks after them.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::plan::*;
use crate::readiness::gate::is_contacted;

use super::{About, GapRule, about_plan, attending, gap_rules, in_the_room, is_group_meeting, is_there};

/// The gap_rules of this theme.
pub(super) const RULES: &[GapRule] = gap_rules! {
    NobodyLeads, Must, Meeting, Attendees, Answers(nobody_leads), ["L2", "Wd1"];
    NoDriver, Must, Meeting, Attendees, Answers(no_driver), ["L2", "W3"];
    LetterNoReader, Must, Meeting, AttReader, Answers(letter_no_reader), ["M2", "M3"];
    ReaderAway, Must, Meeting, AttReader, Answers(reader_away), ["M2", "M3"];
    ChildInRoom, Must, Meeting, AttTakesPart, Answers(child_in_room), ["N19"];
    ChildCarer, Must, Meeting, CalmAdult, Answers(child_carer), ["N19"];
    TwoParts, Must, Meeting, AttParts, Answers(two_parts), ["L2", "Wd1"];
    CannotThatDay, Must, Meeting, Date, Answers(cannot_that_day), ["D"];
    FewAttend, Better, Meeting, Attendees, Answers(few_attend), ["M2", "L1"];
    ManyAttend, Better, Meeting, Attendees, Answers(many_attend), ["M2", "L1"];
    NoSupport, Better, Care, AttSupport, Answers(no_support), ["S12", "E1"];
};

fn pro_does(plan: &Plan, role: ProRole) -> bool {
    plan.professionals
        .iter()
        .any(|pro| is_contacted(pro) && pro.role_in_meeting.is(&role))
}

/// Must: somebody opens, answers and ends it. A calm talk needs nobody.
fn nobody_leads(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(is_group_meeting(plan) && plan.holders(Part::Chair).is_empty() && !pro_does(plan, ProRole::Lead))
}

/// Must: a yes with no way to the place is lost within hours (evidence#cards). A ride that is written down, a
/// professional who goes along, or care by video is a way too: nobody needs a car.
fn no_driver(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let at_home = plan
        .first_choice()
        .is_some_and(|option| option.kind.is(&OptionKind::Telehealth));
    let ride = plan.day.transport.is_typed();
    let driven = !plan.holders(Part::Driver).is_empty() || pro_does(plan, ProRole::Escort);
    about_plan(!driven && !ride && !at_home)
}

fn reader(plan: &Plan, writer: &Attendee) -> Option<Id> {
    let known = |id: &&Id| **id == Id::planner() || plan.attendee(id).is_some();
    writer.reader.given().filter(known).cloned()
}

fn letter_no_reader(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let letters = plan
        .attendees
        .iter()
        .filter(|a| a.writes() && reader(plan, a).is_none());
    letters.map(|a| About::attendee(&a.id)).collect()
}

/// Must: the letter would not be heard. The writer of the letter cannot read it either.
fn reader_away(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let letters = plan.attendees.iter().filter(|a| a.writes());
    letters
        .filter_map(|writer| {
            let reader = reader(plan, writer).filter(|id| !is_there(plan, id))?;
            Some(About {
                person: Some(reader),
                ..About::item(&writer.id)
            })
        })
        .collect()
}

/// Must, as the sources disagree on a child's voice but not on a child's welfare: a letter or a drawing held by an
/// adult, if the child wants that and a professional agrees.
fn child_in_room(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let young = plan.attendees.iter().filter(|a| a.is_minor() && a.attends());
    young.map(|a| About::attendee(&a.id)).collect()
}

/// Must: a named adult looks after each child during the meeting and the day after.
fn child_carer(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let named = plan.person.calm_adult.is_typed() || !plan.holders(Part::Carer).is_empty();
    about_plan(plan.person.children.is(&Children::Yes) && !named)
}

/// Must: two answers that cannot both be done. Who leads is there; who drives, sits beside or keeps everybody safe is
/// in the room; who looks after the children is with them and nowhere else.
fn two_parts(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let clash = |a: &&Attendee| {
        let on_the_spot = a.holds(Part::Driver) || a.holds(Part::Second) || a.holds(Part::Safety);
        let with_children = a.holds(Part::Carer);
        (a.holds(Part::Chair) && !a.attends())
            || (on_the_spot && !in_the_room(a))
            || (with_children && (in_the_room(a) || on_the_spot || a.holds(Part::Chair)))
    };
    let helping = plan
        .attendees
        .iter()
        .filter(|a| a.helps() && a.takes_part.given().is_some());
    helping
        .filter(clash)
        .map(|a| {
            let about = About::attendee(&a.id);
            // The parts of somebody who writes a letter are not asked about, so the other question answers it.
            if a.writes() {
                about.by(Field::AttTakesPart)
            } else {
                about
            }
        })
        .collect()
}

fn cannot_that_day(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let Some(day) = plan.day.date.given() else {
        return Vec::new();
    };
    let away = plan
        .attendees
        .iter()
        .filter(|a| a.attends() && a.days_cannot.all().contains(day));
    away.map(|a| About::person(&a.id).on(*day)).collect()
}

/// Better: a gentle note, never a block. A talk with one person is not a small meeting.
fn few_attend(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(is_group_meeting(plan) && attending(plan) < 3)
}

/// Better: see above.
fn many_attend(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(attending(plan) > 8)
}

/// Better: planning may go on, and who carries nothing alone lasts longer.
fn no_support(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let theirs: HashSet<&Id> = plan
        .support_groups
        .iter()
        .filter_map(|group| group.person.given())
        .collect();
    let has_group = |id: &Id| theirs.contains(id);
    let alone = plan
        .attendees
        .iter()
        .filter(|a| a.helps() && !a.own_support.is_typed() && !has_group(&a.id));
    let mut found: Vec<About> = alone.map(|a| About::attendee(&a.id)).collect();
    let planner = Id::planner();
    let cared = plan.planner.own_care.is_typed() || has_group(&planner);
    if plan.attendee(&planner).is_none() && !cared {
        found.push(About::person(&planner).by(Field::OwnCare));
    }
    found
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::sample::{GapCase, case, date, nothing, text};
    use super::*;
    use crate::readiness::{Level::*, Rule};

    fn parts(plan: &mut Plan, at: usize, parts: &[Part]) {
        plan.attendees[at].parts = Answer::Given(parts.to_vec());
    }

    fn nobody(plan: &mut Plan, at: usize) {
        parts(plan, at, &[Part::Nothing]);
    }

    fn two_attend(plan: &mut Plan) {
        plan.attendees.remove(2);
    }

    fn crowd(plan: &mut Plan, more: usize) {
        for _ in 0..more {
            let id = plan.add(List::Attendees);
            plan.attendees[&id].takes_part = Answer::Given(TakesPart::InTheRoom);
        }
    }

    pub(in crate::readiness::gaps) const CASES: &[GapCase] = &[
        case(
            Rule::NobodyLeads,
            Must,
            Field::Attendees,
            |p| nobody(p, 0),
            |p| {
                nobody(p, 0);
                p.professionals[0].role_in_meeting = Answer::Given(ProRole::Lead);
            },
        ),
        case(
            Rule::NoDriver,
            Must,
            Field::Attendees,
            |p| nobody(p, 1),
            |p| {
                nobody(p, 1);
                p.day.transport = text("The number 4 bus.");
            },
        ),
        case(
            Rule::LetterNoReader,
            Must,
            Field::AttReader,
            |p| p.attendees[3].reader = Answer::Given(Id::new("a99")),
            |p| p.attendees[3].reader = Answer::Given(Id::planner()),
        ),
        case(
            Rule::ReaderAway,
            Must,
            Field::AttReader,
            |p| p.attendees[3].reader = Answer::Given(p.attendees[4].id.clone()),
            |p| p.attendees[3].reader = Answer::Given(p.attendees[2].id.clone()),
        ),
        case(
            Rule::ChildInRoom,
            Must,
            Field::AttTakesPart,
            |p| p.attendees[1].adult = Answer::Given(YesNo::No),
            |p| p.attendees[3].adult = Answer::Given(YesNo::No),
        ),
        case(
            Rule::ChildCarer,
            Must,
            Field::CalmAdult,
            |p| nobody(p, 4),
            |p| {
                nobody(p, 4);
                p.person.calm_adult = text("Eva");
            },
        ),
        // A driver who stays with the children.
        case(
            Rule::TwoParts,
            Must,
            Field::AttParts,
            |p| parts(p, 1, &[Part::Driver, Part::Carer]),
            |p| parts(p, 1, &[Part::Driver, Part::Logistics]),
        ),
        // A driver who is on the phone.
        case(
            Rule::TwoParts,
            Must,
            Field::AttParts,
            |p| parts(p, 2, &[Part::Driver]),
            nothing,
        ),
        // A driver who stays behind.
        case(
            Rule::TwoParts,
            Must,
            Field::AttParts,
            |p| parts(p, 4, &[Part::Driver]),
            nothing,
        ),
        // One who leads and only writes a letter.
        case(
            Rule::TwoParts,
            Must,
            Field::AttTakesPart,
            |p| parts(p, 3, &[Part::Chair]),
            |p| {
                parts(p, 3, &[Part::Chair]);
                p.attendees[3].takes_part = Answer::Given(TakesPart::NotPart);
            },
        ),
        // One who leads from behind the scenes.
        case(
            Rule::TwoParts,
            Must,
            Field::AttParts,
            |p| parts(p, 4, &[Part::Chair]),
            |p| parts(p, 2, &[Part::Chair]),
        ),
        case(
            Rule::CannotThatDay,
            Must,
            Field::Date,
            |p| p.attendees[2].days_cannot = Answer::Given(vec![date("2026-12-12")]),
            |p| p.attendees[3].days_cannot = Answer::Given(vec![date("2026-12-12")]),
        ),
        case(Rule::FewAttend, Better, Field::Attendees, two_attend, |p| {
            two_attend(p);
            p.way.kind = Answer::Given(Way::Talk);
        }),
        case(
            Rule::ManyAttend,
            Better,
            Field::Attendees,
            |p| crowd(p, 6),
            |p| crowd(p, 5),
        ),
        case(
            Rule::NoSupport,
            Better,
            Field::AttSupport,
            |p| p.attendees[3].own_support = Answer::Left,
            |p| {
                p.attendees[3].own_support = Answer::Left;
                let id = p.add(List::SupportGroups);
                p.support_groups[&id].person = Answer::Given(p.attendees[3].id.clone());
            },
        ),
        case(
            Rule::NoSupport,
            Better,
            Field::OwnCare,
            |p| p.planner.own_care = Answer::Unasked,
            nothing,
        ),
    ];
}
