//! Which rules of the coach hear which answer: one hint at a time, the most important first, once for the same words.

use crate::coach::{self, BoundaryContext, Hint, HintsGiven, StatementParts};
use crate::plan::{Ages, Answer, Field, Plan, Statement, Text};
use crate::words::{Words, fill_placeholders};

/// What the coach says to an answer that was just given, if anything.
pub fn listener(words: &Words) -> impl FnMut(Field, usize, &Plan) -> Option<String> + '_ {
    let mut told = HintsGiven::default();
    move |field, at, plan| {
        let (text, hints) = hints_for(field, at, plan, words);
        let hint = told.first_new(&hints, &text)?;
        let own = words.hint(hint);
        let better = match coach::wording(&text, words.coach_rules()) {
            Some(stigma) if hint == Hint::Wording => words.instead(stigma),
            _ => own.better.into(),
        };
        Some(fill_placeholders(
            words.engine.hint,
            &[("say", own.say), ("better", &better)],
        ))
    }
}

/// The words that were just kept, and what could be better in them.
fn hints_for(field: Field, at: usize, plan: &Plan, words: &Words) -> (String, Vec<Hint>) {
    let rules = words.coach_rules();
    match field {
        Field::BouWill => {
            let boundary = &plan.boundaries[at];
            let around = BoundaryContext {
                kind: boundary.kind.given(),
                has_review: boundary.review_date.given().is_some(),
                young: plan.person.ages.is(&Ages::PersonUnder),
            };
            let text = boundary.i_will.words();
            (text.into(), coach::boundary(text, around, rules))
        }
        Field::BouStays => {
            let boundary = &plan.boundaries[at];
            let (will, stays) = (boundary.i_will.words(), &boundary.what_stays);
            if stays.is_unasked() || stays.later().is_some() {
                return (String::new(), Vec::new());
            }
            let hints = coach::what_stays(will, stays.words(), boundary.kind.given(), rules);
            (stays.words().into(), hints)
        }
        Field::StaHope => {
            let whole = StatementParts::from(&plan.statements[at]);
            let mut hints = part_hints(&plan.statements[at], Field::StaHope, words);
            hints.extend(
                coach::statement(&whole, rules)
                    .into_iter()
                    .filter(|hint| *hint == Hint::TooLong),
            );
            (plan.statements[at].hope.words().into(), hints)
        }
        field if is_part(field) => (
            part_answer(&plan.statements[at], field).words().into(),
            part_hints(&plan.statements[at], field, words),
        ),
        Field::ObjAnswer => {
            let answer = plan.objections[at].answer.words();
            (answer.into(), coach::objection(answer, rules))
        }
        Field::Invitation => (
            plan.way.invitation.words().into(),
            coach::invitation(plan.way.invitation.words(), rules),
        ),
        field => match free_text(field, plan) {
            Some(answer) => (answer.words().into(), coach::event(answer.words(), rules)),
            None => (String::new(), Vec::new()),
        },
    }
}

/// What could be better in one part of a statement, without what the others owe.
fn part_hints(statement: &Statement, field: Field, words: &Words) -> Vec<Hint> {
    let text = Some(part_answer(statement, field).words());
    let mut parts = StatementParts::default();
    match field {
        Field::StaLove => parts.love = text,
        Field::StaIllness => parts.illness = text,
        Field::StaEvents => parts.events = text,
        Field::StaFeeling => parts.feeling = text,
        Field::StaUnderstanding => parts.understanding = text,
        Field::StaAsk => parts.ask = text,
        Field::StaOffer => parts.offer = text,
        Field::StaBoundary => parts.boundary = text,
        _ => parts.hope = text,
    }
    coach::statement(&parts, words.coach_rules())
}

fn is_part(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        StaLove | StaIllness | StaEvents | StaFeeling | StaUnderstanding | StaAsk | StaOffer | StaBoundary
    )
}

fn part_answer(statement: &Statement, field: Field) -> &Answer<Text> {
    match field {
        Field::StaLove => &statement.love,
        Field::StaIllness => &statement.illness,
        Field::StaEvents => &statement.events,
        Field::StaFeeling => &statement.feeling,
        Field::StaUnderstanding => &statement.understanding,
        Field::StaAsk => &statement.ask,
        Field::StaOffer => &statement.offer,
        Field::StaBoundary => &statement.boundary,
        _ => &statement.hope,
    }
}

/// Free text in which something that happened may be described, or a word may be heard as a label
/// (design#words).
fn free_text(field: Field, plan: &Plan) -> Option<&Answer<Text>> {
    let (person, day, after) = (&plan.person, &plan.day, &plan.afterwards);
    Some(match field {
        Field::Love => &person.love,
        Field::Hopes => &person.hopes,
        Field::Fears => &person.fears,
        Field::Pattern => &person.pattern,
        Field::HelpedBefore => &person.helped_before,
        Field::WhyNow => &person.why_now,
        Field::Strain => &person.strain,
        Field::Easier => &plan.planner.easier,
        Field::OwnCare => &plan.planner.own_care,
        Field::Opening => &day.opening,
        Field::Closing => &day.closing,
        Field::PlanB => &day.plan_b,
        Field::NotYet => &after.not_yet,
        Field::IfNo => &after.if_no,
        Field::IfReturns => &after.if_use_returns,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{BoundaryKind, List};

    fn text(words: &str) -> Answer<Text> {
        Answer::Given(Text::new(words))
    }

    #[test]
    fn a_threat_gets_one_hint_and_not_again_for_the_same_words() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.add(List::Boundaries);
        plan.boundaries[0].kind = Answer::Given(BoundaryKind::Money);
        plan.boundaries[0].i_will = text("You'll never see a cent again.");
        let mut listen = listener(&words);
        let mut heard = Vec::new();
        while let Some(hint) = listen(Field::BouWill, 0, &plan) {
            heard.push(hint);
        }
        assert!(!heard.is_empty() && heard.len() < 9, "{heard:?}");
        plan.boundaries[0].i_will = text("Starting Friday, I will not give cash.");
        assert_eq!(listen(Field::BouWill, 0, &plan), None);
    }

    #[test]
    fn a_thought_stands_at_the_sentence_it_is_about() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.add(List::Boundaries);
        plan.boundaries[0].i_will = text("I will never give cash.");
        plan.boundaries[0].what_stays = text("our Sunday dinners");
        let mut listen = listener(&words);
        assert!(listen(Field::BouWill, 0, &plan).is_some());
        // A second thought about the first sentence is left, not told behind the second one.
        assert_eq!(listen(Field::BouStays, 0, &plan), None);
        plan.boundaries[0].what_stays = Answer::Left;
        assert!(listen(Field::BouStays, 0, &plan).is_some());
    }

    #[test]
    fn r_27_a_home_is_owed_to_somebody_under_18() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.add(List::Boundaries);
        plan.boundaries[0].i_will = text("Starting Friday, I will ask you to move out.");
        let heard = |plan: &Plan| listener(&words)(Field::BouWill, 0, plan).unwrap();
        assert!(heard(&plan).contains(words.hint(Hint::Housing).say));
        plan.person.ages = Answer::Given(Ages::PersonUnder);
        assert!(heard(&plan).contains(words.hint(Hint::Minor).say));
    }

    #[test]
    fn each_kind_of_text_is_heard_by_its_own_rules() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        for list in [List::Statements, List::Objections] {
            plan.add(list);
        }
        plan.way.invitation = text("Come over, it is just dinner.");
        plan.person.why_now = text("He sold pills at the station.");
        plan.statements[0].feeling = text("You made me cry.");
        plan.objections[0].answer = text("You are a liar.");
        let mut listen = listener(&words);
        for field in [Field::Invitation, Field::WhyNow, Field::StaFeeling, Field::ObjAnswer] {
            assert!(listen(field, 0, &plan).is_some(), "{field:?}");
        }
        assert_eq!(listen(Field::Place, 0, &plan), None, "a place is nothing to be coached");
    }

    #[test]
    fn the_example_is_left_alone() {
        let words = Words::load("en", None).unwrap();
        let plan: Plan = serde_json::from_str(words.example).unwrap();
        let mut listen = listener(&words);
        for group in crate::steps::item_lists() {
            for journey in group.items(&plan) {
                for entry in journey.entries {
                    let (field, at) = (entry.here.question.field, entry.here.item.at);
                    assert_eq!(listen(field, at, &plan), None, "{field:?}");
                }
            }
        }
    }
}
