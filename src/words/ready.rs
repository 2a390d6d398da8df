//! The words for what is still missing: what, why, what it rests on, and if it is answered.

use crate::plan::{ById, Gate, Id, Plan, Section};
use crate::readiness::{self, Gap, Rule};

use super::{Words, fill_placeholders};

/// The most lines that are said before the whole list.
const FIRST: usize = 5;

impl Words {
    /// What stands between a plan and the day, in at most five lines.
    pub fn first_gaps(&self, gaps: &[Gap], ready: bool, plan: &Plan) -> Vec<String> {
        let own = &self.ready;
        let put_off = plan.put_off_count(readiness::gate(plan) == Gate::Closed);
        let later = (put_off > 0).then(|| own.later.of(put_off));
        if gaps.is_empty() {
            return [own.nothing.into()].into_iter().chain(later).collect();
        }
        let mut lines: Vec<String> = ready.then(|| own.ready.into()).into_iter().collect();
        let room = FIRST - lines.len() - usize::from(later.is_some());
        let shown = if gaps.len() > room { room - 1 } else { gaps.len() };
        lines.extend(gaps[..shown].iter().map(|gap| self.gap_line(gap, plan)));
        if gaps.len() > shown {
            lines.push(own.more.of(gaps.len() - shown));
        }
        lines.extend(later);
        lines
    }

    /// One gap in one line: how grave, and what. A big change is only named: "stop" is no word for a loss
    /// (design#return).
    pub fn gap_line(&self, gap: &Gap, plan: &Plan) -> String {
        if gap.rule == Rule::BigChange {
            return self.gap_what(gap, plan);
        }
        let level = &self.ready.level[gap.level.code()];
        fill_placeholders(
            self.ready.line,
            &[("level", level), ("what", &self.gap_what(gap, plan))],
        )
    }

    /// What is missing or does not fit.
    pub fn gap_what(&self, gap: &Gap, plan: &Plan) -> String {
        let on = gap.date.map(|date| self.short_date(date)).unwrap_or_default();
        self.gap_what_on(gap, plan, &on)
    }

    /// The same with its day said in another way.
    pub fn gap_what_on(&self, gap: &Gap, plan: &Plan, on: &str) -> String {
        self.gap_sentence(self.ready.rule[gap.rule.code()].what, gap, plan, on)
    }

    /// Why it matters.
    pub fn gap_why(&self, gap: &Gap, plan: &Plan) -> String {
        let on = gap.date.map(|date| self.short_date(date)).unwrap_or_default();
        self.gap_sentence(self.ready.rule[gap.rule.code()].why, gap, plan, &on)
    }

    /// The same as a line of its own; nothing where no reason is needed.
    pub fn gap_why_line(&self, gap: &Gap, plan: &Plan) -> Option<String> {
        let why = Some(self.gap_why(gap, plan)).filter(|why| !why.is_empty());
        why.map(|why| fill_placeholders(self.ready.why, &[("why", &why)]))
    }

    /// What it rests on: the codes of its sources; what was derived says so.
    pub fn gap_source(&self, gap: &Gap) -> String {
        let own = |code: &&str| {
            if *code == "D" {
                self.ready.own.into()
            } else {
                code.to_string()
            }
        };
        gap.source.iter().map(own).collect::<Vec<_>>().join(", ")
    }

    /// The label of the question that answers it, without the item. Which safety question is open is never named: the
    /// label alone could put somebody in danger (design#gate).
    pub fn gap_question(&self, gap: &Gap, plan: &Plan) -> String {
        match gap.rule {
            Rule::SafetyNotPut | Rule::SafetyOpen => self.step(Section::Safety).title.into(),
            Rule::BigChange => self.home.rows.changed_big.into(),
            _ => {
                let short = &self.question(gap.field).short;
                self.fill_names(short, plan, &self.gap_item(gap, plan).unwrap_or_default())
            }
        }
    }

    /// The same as a sentence that says where to go.
    pub fn gap_answer(&self, gap: &Gap, plan: &Plan) -> String {
        let question = self.gap_question(gap, plan);
        match self.gap_item(gap, plan) {
            None => fill_placeholders(self.ready.question, &[("question", &question)]),
            Some(item) => fill_placeholders(self.ready.question_of, &[("question", &question), ("item", &item)]),
        }
    }

    /// The name of the item or of the person a gap is about.
    pub fn gap_about(&self, gap: &Gap, plan: &Plan) -> Option<String> {
        self.gap_item(gap, plan)
            .or_else(|| gap.person.as_ref().map(|id| self.gap_person(id, plan)))
    }

    fn gap_sentence(&self, sentence: &str, gap: &Gap, plan: &Plan, on: &str) -> String {
        let who = gap.person.as_ref().map(|id| self.gap_person(id, plan));
        let item = self.gap_item(gap, plan);
        let who = who.unwrap_or_else(|| self.engine.unnamed.into());
        self.fill_names_and(
            sentence,
            plan,
            &item.unwrap_or_default(),
            &[("who", &who), ("date", on)],
        )
    }

    fn gap_person(&self, id: &Id, plan: &Plan) -> String {
        let unnamed = if *id == Id::planner() {
            &self.engine.you
        } else {
            &self.engine.unnamed
        };
        plan.name_of(id).unwrap_or_else(|| unnamed.to_string())
    }

    /// What an item of a list is called; `None` if the gap is about none.
    fn gap_item(&self, gap: &Gap, plan: &Plan) -> Option<String> {
        let id = gap.item.as_ref()?;
        let called = match plan.statements.by_id(id) {
            Some(statement) => statement.person.given().map(|id| self.gap_person(id, plan)),
            None => Some(self.item_name(id, plan)),
        };
        // A choice may be a whole sentence; here it is inside another one.
        let called = called.map(|name| name.trim_end_matches('.').to_string());
        let called = called.filter(|name| !name.is_empty());
        Some(called.unwrap_or_else(|| self.engine.unnamed.into()))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::plan::{Answer, Field, Text};
    use crate::readiness::{Level, gaps, rules};

    fn words() -> Words {
        Words::load("en", None).unwrap()
    }

    fn gap(rule: Rule, field: Field) -> Gap {
        Gap {
            rule,
            level: Level::Must,
            field,
            item: None,
            person: None,
            date: None,
            source: &["M2", "D"],
        }
    }

    #[test]
    fn every_rule_is_said_with_no_gap_left_and_no_shouting() {
        let (words, plan) = (words(), Plan::default());
        for rule in rules() {
            let gap = gap(rule.rule, rule.field);
            for said in [
                words.gap_what(&gap, &plan),
                words.gap_why(&gap, &plan),
                words.gap_answer(&gap, &plan),
            ] {
                assert!(!said.contains(['{', '}', '!', '%']), "{said}");
                let low = said.to_lowercase();
                assert!(
                    !["please", "sorry", "invalid"].iter().any(|word| low.contains(word)),
                    "{said}"
                );
            }
        }
    }

    #[test]
    fn at_most_five_lines_come_first_and_the_rest_is_counted() {
        let (words, plan) = (words(), Plan::default());
        let many = gaps(&plan, words.coach_rules(), NaiveDate::default());
        assert!(many.len() > 5);
        let lines = words.first_gaps(&many, false, &plan);
        assert_eq!(lines.len(), 5);
        assert!(lines[4].contains(&(many.len() - 4).to_string()), "{lines:?}");
        assert_eq!(words.first_gaps(&many[..5], false, &plan).len(), 5);
        let ready = words.first_gaps(&many[..5], true, &plan);
        assert!(
            ready.len() == 5 && ready[0] == words.ready.ready && ready[4].contains('2'),
            "{ready:?}"
        );
        assert_eq!(words.first_gaps(&[], true, &plan), vec![words.ready.nothing]);
    }

    #[test]
    fn an_open_safety_question_is_never_named() {
        let (words, plan) = (words(), Plan::default());
        for field in [Field::Harm, Field::Suicide, Field::Means, Field::Recent] {
            let said = words.gap_answer(&gap(Rule::SafetyNotPut, field), &plan);
            assert!(!said.contains(words.question(field).short), "{said}");
        }
    }

    #[test]
    fn an_item_and_a_person_are_called_by_their_names() {
        let (words, mut plan) = (words(), Plan::default());
        let id = plan.add(crate::plan::List::Attendees);
        plan.attendees[&id].name = Answer::Given(Text::new("Sorrel"));
        let id = plan.attendees[&id].id.clone();
        let about = Gap {
            item: Some(id.clone()),
            person: Some(id),
            ..gap(Rule::LetterNoReader, Field::AttReader)
        };
        assert!(words.gap_what(&about, &plan).contains("Sorrel"));
        assert!(words.gap_answer(&about, &plan).contains("Sorrel"));
        assert_eq!(words.gap_about(&about, &plan).as_deref(), Some("Sorrel"));
        assert_eq!(words.gap_source(&about), format!("M2, {}", words.ready.own));
    }
}
