//! The words of the steps: one file a step, one table a question.

use crate::plan::Plan;

use super::catalog::{QuestionByUse, QuestionWords};

impl QuestionWords {
    /// The question, as it is put to this planner.
    pub fn ask(&self, plan: &Plan) -> &'static str {
        if let Some(by_use) = self.by_use(plan) {
            by_use.ask
        } else if plan.is_at_work() && !self.at_work.is_empty() {
            self.at_work
        } else {
            self.ask
        }
    }

    /// Why it is asked.
    pub fn why(&self, plan: &Plan) -> &'static str {
        self.by_use(plan).map_or(self.why, |by_use| by_use.why)
    }

    /// What `?` says.
    pub fn help(&self, plan: &Plan) -> &'static str {
        self.by_use(plan).map_or(self.help, |by_use| by_use.help)
    }

    fn by_use(&self, plan: &Plan) -> Option<&'static QuestionByUse> {
        self.by_use.get(plan.suited()?.code())
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::{Answer, Field, Harm, Plan, Relation, Section};
    use crate::words::Words;

    #[test]
    fn while_the_gate_is_closed_the_day_begins_with_other_words() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        let day = words.step(Section::Day);
        assert_eq!(
            (words.intro(Section::Day, &plan), words.title(Section::Day, &plan)),
            (day.intro, day.title)
        );
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        assert_eq!(words.intro(Section::Day, &plan), day.intro_closed);
        assert_eq!(words.title(Section::Day, &plan), day.title_closed);
        assert_eq!(words.intro(Section::Person, &plan), words.step(Section::Person).intro);
        assert_eq!(words.title(Section::Person, &plan), words.step(Section::Person).title);
    }

    #[test]
    fn a_counselor_is_not_asked_what_they_love_and_speaks_of_this_person() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        let love = words.question(Field::Love);
        assert_eq!(love.ask(&plan), love.ask);
        assert_eq!(words.name(&plan), words.engine.loved_one);
        plan.person.relation = Answer::Given(Relation::Client);
        assert_eq!(love.ask(&plan), love.at_work);
        assert_eq!(
            words.question(Field::Hopes).ask(&plan),
            words.question(Field::Hopes).ask
        );
        assert_eq!(words.name(&plan), words.engine.this_person);
    }

    #[test]
    fn where_no_name_is_known_a_beginning_calls_nobody_by_one() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        assert_eq!(words.answer_start("{name}, we love you.", &plan, ""), "We love you.");
        plan.person.name = Answer::Given(crate::plan::Text::new("Robin"));
        assert_eq!(
            words.answer_start("{name}, we love you.", &plan, ""),
            "Robin, we love you."
        );
    }

    #[test]
    fn the_second_dose_comes_before_the_side_is_lain_on() {
        let words = Words::load("en", None).unwrap();
        let at = |said: &str| {
            words
                .danger
                .card
                .overdose
                .steps
                .iter()
                .position(|step| step.contains(said))
        };
        let (breaths, dose, side) = (at("Breathe for them"), at("{another}"), at("Roll them onto their side"));
        assert!(
            breaths.is_some() && breaths < dose && dose < side,
            "{breaths:?} {dose:?} {side:?}"
        );
    }
}
