//! Which rules of the coach hear which answer: one hint at a time, the most important first, once for the same words.

use chrono::NaiveDate;

use crate::coach::{self, BoundaryContext, Hint, HintsGiven};
use crate::plan::{Ages, Answer, AnswerGroup, ById, Field, Id, Plan, Statement, Text};
use crate::readiness::{self, ComesFirst};
use crate::words::{Words, fill_placeholders};

/// What is said to an answer that was just given, if anything: by the coach, or of what has to come before the day.
pub fn listener(words: &Words, today: NaiveDate) -> impl FnMut(Field, &Id, &Plan) -> Option<String> + '_ {
    let mut told = HintsGiven::default();
    move |field, id, plan| {
        if field == Field::Date {
            return before_the_day(plan, words, today);
        }
        let (text, hints) = hints_for(field, id, plan, words)?;
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

/// What has to come before the day that was just chosen, why, and the earliest day that works.
fn before_the_day(plan: &Plan, words: &Words, today: NaiveDate) -> Option<String> {
    let first = readiness::before_the_day(plan, today);
    let own = &words.ready.before_the_day;
    let reason = |one: &ComesFirst| match one {
        ComesFirst::Professional(Some(talk)) => fill_placeholders(own.talk, &[("date", &words.long_date(*talk))]),
        ComesFirst::Professional(None) => own.professional.into(),
        ComesFirst::Place(from) => fill_placeholders(own.place, &[("date", &words.long_date(*from))]),
    };
    let reasons: Vec<String> = first.iter().map(reason).collect();
    let earliest = first.iter().filter_map(ComesFirst::earliest).max();
    let earliest = earliest.map(|day| fill_placeholders(own.earliest, &[("date", &words.long_date(day))]));
    (!reasons.is_empty()).then(|| reasons.into_iter().chain(earliest).collect::<Vec<_>>().join(" "))
}

/// The words that were just kept, and what could be better in them.
fn hints_for(field: Field, id: &Id, plan: &Plan, words: &Words) -> Option<(String, Vec<Hint>)> {
    let rules = words.coach_rules();
    Some(match field {
        Field::BouWill => {
            let boundary = plan.boundaries.by_id(id)?;
            let around = BoundaryContext {
                kind: boundary.kind.given(),
                has_review: boundary.review_date.given().is_some(),
                young: plan.person.ages.is(&Ages::PersonUnder),
            };
            let text = boundary.i_will.words();
            (text.into(), coach::boundary(text, around, rules))
        }
        Field::BouStays => {
            let boundary = plan.boundaries.by_id(id)?;
            let (will, stays) = (boundary.i_will.words(), &boundary.what_stays);
            if stays.is_unasked() || stays.later().is_some() {
                return None;
            }
            let hints = coach::what_stays(will, stays.words(), boundary.kind.given(), rules);
            (stays.words().into(), hints)
        }
        Field::StaHope => {
            let statement = plan.statements.by_id(id)?;
            let mut hints = part_hints(statement.hope.words(), Field::StaHope, words);
            hints.extend(
                coach::statement(statement, rules)
                    .into_iter()
                    .filter(|hint| *hint == Hint::TooLong),
            );
            (statement.hope.words().into(), hints)
        }
        field if is_part(field) => {
            let text = plan.words_of(field, id)?;
            let hints = part_hints(&text, field, words);
            (text, hints)
        }
        Field::ObjAnswer => {
            let answer = plan.objections.by_id(id)?.answer.words();
            (answer.into(), coach::objection(answer, rules))
        }
        Field::Invitation => (
            plan.way.invitation.words().into(),
            coach::invitation(plan.way.invitation.words(), rules),
        ),
        field if tells_what_happened(field) => {
            let text = plan.words_of(field, id)?;
            let hints = coach::event(&text, rules);
            (text, hints)
        }
        _ => return None,
    })
}

/// What could be better in one part of a statement, without what the others owe.
fn part_hints(text: &str, field: Field, words: &Words) -> Vec<Hint> {
    let mut alone = Statement::default();
    alone.answers_mut(&mut |key, part| {
        if let Some(part) = part
            .of()
            .filter(|_| field.code().strip_prefix("statements.") == Some(key))
        {
            *part = Answer::Given(Text::new(text));
        }
    });
    coach::statement(&alone, words.coach_rules())
}

fn is_part(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        StaLove | StaIllness | StaEvents | StaFeeling | StaUnderstanding | StaAsk | StaOffer | StaBoundary
    )
}

/// Free text in which something that happened may be described, or a word may be heard as a label
/// (design#words).
fn tells_what_happened(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        Love | Hopes
            | Fears
            | Pattern
            | HelpedBefore
            | WhyNow
            | Strain
            | Easier
            | OwnCare
            | Opening
            | Closing
            | PlanB
            | NotYet
            | IfNo
            | IfReturns
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, BoundaryKind, List, Text};

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
        let mut listen = listener(&words, NaiveDate::default());
        let mut heard = Vec::new();
        while let Some(hint) = listen(Field::BouWill, &plan.boundaries[0].id, &plan) {
            heard.push(hint);
        }
        assert!(!heard.is_empty() && heard.len() < 9, "{heard:?}");
        plan.boundaries[0].i_will = text("Starting Friday, I will not give cash.");
        assert_eq!(listen(Field::BouWill, &plan.boundaries[0].id, &plan), None);
    }

    #[test]
    fn a_thought_stands_at_the_sentence_it_is_about() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.add(List::Boundaries);
        plan.boundaries[0].i_will = text("I will never give cash.");
        plan.boundaries[0].what_stays = text("our Sunday dinners");
        let mut listen = listener(&words, NaiveDate::default());
        assert!(listen(Field::BouWill, &plan.boundaries[0].id, &plan).is_some());
        // A second thought about the first sentence is left, not told behind the second one.
        assert_eq!(listen(Field::BouStays, &plan.boundaries[0].id, &plan), None);
        plan.boundaries[0].what_stays = Answer::Left;
        assert!(listen(Field::BouStays, &plan.boundaries[0].id, &plan).is_some());
    }

    #[test]
    fn r_27_a_home_is_owed_to_somebody_under_18() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.add(List::Boundaries);
        plan.boundaries[0].i_will = text("Starting Friday, I will ask you to move out.");
        let heard =
            |plan: &Plan| listener(&words, NaiveDate::default())(Field::BouWill, &plan.boundaries[0].id, plan).unwrap();
        assert!(heard(&plan).contains(words.hint(Hint::Housing).say));
        plan.person.ages = Answer::Given(Ages::PersonUnder);
        assert!(heard(&plan).contains(words.hint(Hint::Minor).say));
    }

    // Holds R-37
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
        let mut listen = listener(&words, NaiveDate::default());
        for (field, id) in [
            (Field::Invitation, Id::NONE),
            (Field::WhyNow, Id::NONE),
            (Field::StaFeeling, plan.statements[0].id.clone()),
            (Field::ObjAnswer, plan.objections[0].id.clone()),
        ] {
            assert!(listen(field, &id, &plan).is_some(), "{field:?}");
        }
        assert_eq!(
            listen(Field::Place, &Id::NONE, &plan),
            None,
            "a place is nothing to be coached"
        );
    }

    #[test]
    fn the_example_is_left_alone() {
        let words = Words::load("en", None).unwrap();
        let plan: Plan = serde_json::from_str(words.example).unwrap();
        let mut listen = listener(&words, NaiveDate::default());
        for group in crate::steps::item_lists() {
            for journey in group.items(&plan) {
                for entry in journey.entries {
                    let (field, id) = (entry.here.question.field, &entry.here.item.id);
                    assert_eq!(listen(field, id, &plan), None, "{field:?}");
                }
            }
        }
    }

    #[test]
    fn a_day_that_is_too_near_is_told_what_comes_first_and_which_day_works() {
        let words = Words::load("en", None).unwrap();
        let day = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut plan = Plan::default();
        plan.day.date = Answer::Given(day(25));
        let id = plan.add(List::Options);
        plan.treatment_options[&id].soonest_start = Answer::Given(day(30).into());
        let mut listen = listener(&words, day(21));
        let said = listen(Field::Date, &Id::NONE, &plan).unwrap();
        assert!(
            said.contains("professional") && said.contains("works is Monday, November 30, 2026"),
            "{said}"
        );
        plan.day.date = Answer::Left;
        assert_eq!(listen(Field::Date, &Id::NONE, &plan), None);
    }
}
