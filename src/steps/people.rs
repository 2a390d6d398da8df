//! Who attends. Four questions of the sources are one here, and only the outcome is kept.

use crate::journey::Question;
use crate::journey::kinds::{ItemList, NamesInput, planner_attends};
use crate::plan::Field::{AttParts, AttTakesPart};
use crate::plan::{Attendee, Id, List, Plan, Section, TakesPart, at};
use crate::words::Words;

use super::gate_lets;
use super::table::questions;

/// The list of attendees.
pub static ATTENDEES: &[Question] = questions! {
    Attendees, ThePlan, own(LIST), when(gate_lets);
};

const LIST: ItemList = ItemList::of(List::Attendees, Section::Attendees, ONE, title)
    .showing(&[AttTakesPart, AttParts])
    .prepared_by(planner_attends)
    .named_together();

static ONE: &[Question] = questions! {
    AttName, ThePlan, own(NamesInput(at!(attendees[].name)));
    // The planner's own age was asked with the person's.
    AttAdult, ThePlan, pick(attendees[].adult), when(|_, id| *id != Id::planner());
    AttTakesPart, ThePlan, pick(attendees[].takes_part).offering(is_offered);
    AttReader, ThePlan, reader(attendees[].reader), when(|plan, id| is(plan, id, Attendee::writes));
    AttParts, ThePlan, ticks(attendees[].parts), when(|plan, id| is(plan, id, may_hold_a_part));
    AttPhone, OnRequest, phone(attendees[].phone), when(|plan, id| is(plan, id, Attendee::helps));
    // Who the planner is to the person was asked with the person.
    AttRelation, OnRequest, line(attendees[].relation), when(|_, id| *id != Id::planner());
    AttDaysCannot, OnRequest, dates(attendees[].days_cannot), when(|plan, id| is(plan, id, Attendee::attends));
    AttSupport, OnRequest, line(attendees[].own_support);
    AttBrings, OnRequest, paragraph(attendees[].brings), when(|plan, id| is(plan, id, Attendee::helps));
};

fn title(plan: &Plan, id: &Id, _: &Words) -> String {
    plan.attendee(id).map_or("", |it| it.name.words()).into()
}

fn is(plan: &Plan, id: &Id, so: fn(&Attendee) -> bool) -> bool {
    plan.attendee(id).is_some_and(so)
}

fn may_hold_a_part(attendee: &Attendee) -> bool {
    attendee.helps() && !attendee.writes() && !attendee.is_minor()
}

/// No child is in the room or on the line.
fn is_offered(plan: &Plan, id: &Id, part: &TakesPart) -> bool {
    !is(plan, id, Attendee::is_minor) || !matches!(part, TakesPart::InTheRoom | TakesPart::ByPhone)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::journey::Tier::*;
    use crate::journey::{ItemRef, QuestionAt};
    use crate::plan::Field::*;
    use crate::plan::{Answer, CodedChoice, Field, Part, Plan, Text, YesNo};
    use crate::prompt::{Prompter, Scripted, ScriptedReply};
    use crate::session::Session;
    use crate::words::Words;

    /// A plan with one attendee who takes part in this way, and the questions that apply to them.
    fn one(takes_part: TakesPart) -> (Plan, Vec<Field>) {
        let mut plan = Plan::default();
        let id = plan.add(List::Attendees);
        plan.attendees[&id].name = Answer::Given(Text::new("Sorrel"));
        plan.attendees[&id].takes_part = Answer::Given(takes_part);
        let applies = |question: &&'static Question| (question.applies)(&plan, &id);
        let asked = ONE.iter().filter(applies).map(|question| question.field).collect();
        (plan, asked)
    }

    // Holds R-02
    #[test]
    fn r_02_a_doubt_leads_to_a_letter_or_to_help_behind_the_scenes_and_nobody_says_why() {
        let words = Words::load("en", None).unwrap();
        let asked = words.question(AttTakesPart);
        assert!(
            asked.ask.contains("If in doubt, choose a letter.") && asked.why.contains("You don't have to say why."),
            "{} {}",
            asked.ask,
            asked.why
        );
        assert!(words.note(&TakesPart::Letter).contains("hard, for any reason"));
        assert!(asked.help.contains("a letter") && asked.help.contains("behind the scenes"));
        assert!(one(TakesPart::Letter).1.contains(&AttReader));
        assert!(one(TakesPart::Behind).1.contains(&AttParts));
        // Without a doubt nothing more is asked about it.
        assert!(!one(TakesPart::InTheRoom).1.contains(&AttReader));
    }

    #[test]
    fn r_17_a_known_minor_gets_no_part_and_is_not_put_in_the_room() {
        let (mut plan, asked) = one(TakesPart::Behind);
        assert!(asked.contains(&AttParts) && asked.iter().position(|field| *field == AttAdult) == Some(1));
        plan.attendees[0].adult = Answer::Given(YesNo::No);
        plan.attendees[0].takes_part = Answer::Unasked;
        let id = plan.attendees[0].id.clone();
        let at = |field: Field| {
            let question = ONE.iter().find(|question| question.field == field).unwrap();
            let item = ItemRef {
                id: id.clone(),
                ..ItemRef::PLAN
            };
            QuestionAt { question, item }
        };
        let words = Words::load("en", None).unwrap();
        let mut prompter = Scripted::new(vec![ScriptedReply::Enter]);
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        at(AttTakesPart).ask(&mut plan, &mut session).unwrap();
        assert!(plan.attendees[0].takes_part.is(&TakesPart::NotPart));
        assert_eq!(prompter.transcript()[0].options.len(), TakesPart::all().len() - 2);
        plan.attendees[0].takes_part = Answer::Given(TakesPart::Behind);
        assert!(!at(AttParts).is_asked(&plan, OnRequest));
        assert!(
            plan.adults().is_empty() && plan.people().len() == 1,
            "nothing that an adult does"
        );
        // What was ticked before the age was known does not count.
        plan.attendees[0].parts = Answer::Given(vec![Part::Chair]);
        assert!(plan.holders(Part::Chair).is_empty());
    }

    // Holds R-04
    #[test]
    fn r_04_of_somebody_who_is_left_out_only_that_is_kept() {
        let (plan, asked) = one(TakesPart::NotPart);
        let kept = serde_json::to_value(&plan.attendees[0]).unwrap();
        let keys: Vec<&String> = kept.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["id", "name", "takes_part"]);
        assert_eq!(kept["takes_part"], "not_part");
        assert_eq!(
            asked,
            [AttName, AttAdult, AttTakesPart, AttRelation, AttSupport],
            "nothing about the reason"
        );
        assert!(one(TakesPart::InTheRoom).1.contains(&AttDaysCannot));
    }
}
