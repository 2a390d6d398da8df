//! A list of things: it always shows what is in it, and offers add, change, remove, "that is everyone". One item is
//! walked like the plan itself.

use crate::journey::{ItemRef, Journey, Question, QuestionAt, QuestionKind, Tier, browse, first_unsettled, run};
use crate::plan::{Answer, AnswerState, ById, Field, Id, Later, Length, List, Plan, Section};
use crate::prompt::Choice;
use crate::session::{ItemAction, Outcome, Reply, Session, Stop};
use crate::text;
use crate::words::{ListWords, Words, fill_placeholders};

use super::MOST;
use super::together::ask_names;

/// A list and the questions about one of its items.
pub struct ItemList {
    /// Which list.
    pub list: List,
    /// Where it is in the visit.
    pub section: Section,
    /// The questions about one item, in order.
    pub questions: &'static [Question],
    /// What an item is called; empty while nothing is known.
    pub title: fn(&Plan, &Id, &Words) -> String,
    /// What the list shows of an item behind its name: the answers to these, where they are given.
    pub shows: &'static [Field],
    /// Makes the list ready before it is first shown; an item that is on it from the start is asked about first.
    pub prepare: fn(&mut Plan) -> Option<Id>,
    /// Several people can be named in one line.
    pub named_together: bool,
}

/// The longest that is shown of an item behind its name, in columns.
const STATE: usize = 60;

/// What a person wants to do with one item.
enum ItemChoice {
    Change,
    More,
    Beside(ItemAction),
    Remove,
    Nothing,
}

impl ItemList {
    /// A list that begins empty.
    pub const fn of(
        list: List,
        section: Section,
        questions: &'static [Question],
        title: fn(&Plan, &Id, &Words) -> String,
    ) -> ItemList {
        ItemList {
            list,
            section,
            questions,
            title,
            shows: &[],
            prepare: |_| None,
            named_together: false,
        }
    }

    /// The same, with what is shown of an item behind its name.
    pub const fn showing(mut self, shows: &'static [Field]) -> ItemList {
        self.shows = shows;
        self
    }

    /// The same, made ready before it is first shown.
    pub const fn prepared_by(mut self, prepare: fn(&mut Plan) -> Option<Id>) -> ItemList {
        self.prepare = prepare;
        self
    }

    /// The same, where several people can be named in one line.
    pub const fn named_together(mut self) -> ItemList {
        self.named_together = true;
        self
    }

    /// One of its items.
    pub fn item(&self, id: &Id) -> ItemRef {
        ItemRef {
            list: Some(self.list),
            id: id.clone(),
            title: self.title,
        }
    }

    fn journey(&self, id: &Id, tier: Tier) -> Journey {
        Journey::of_item(self.section, self.questions, self.item(id), tier)
    }

    /// The stops of every item, for whoever looks at all answers: the review, the put-off questions.
    pub fn items(&self, plan: &Plan) -> Vec<Journey> {
        let ids = plan.ids(self.list);
        ids.iter().map(|id| self.journey(id, Tier::OnRequest)).collect()
    }

    fn is_unfinished(&self, plan: &Plan, id: &Id) -> bool {
        first_unsettled(&self.journey(id, Tier::ThePlan), plan).is_some()
    }

    /// Somebody was in the middle of it when the last visit ended. The planner is on the list with a name from the
    /// start: that alone is no answer.
    fn was_interrupted(&self, plan: &Plan, id: &Id) -> bool {
        let settled = self
            .journey(id, Tier::ThePlan)
            .asked_entries(plan)
            .filter(|(_, entry)| entry.here.is_settled(plan))
            .count();
        let own = usize::from(*id == Id::planner());
        settled > own && self.is_unfinished(plan, id)
    }

    fn name(&self, plan: &Plan, id: &Id, words: &Words) -> String {
        match (self.title)(plan, id, words) {
            name if name.is_empty() => words.engine.unnamed.into(),
            name => name,
        }
    }

    /// The rows: the items, add, that is everyone. The place of the default comes with them.
    fn rows(&self, plan: &Plan, words: &Words, list_words: &ListWords) -> (Vec<Choice>, usize) {
        let count = plan.count(self.list);
        let mut all_finished = count > 0;
        let mut rows = Vec::new();
        for id in &plan.ids(self.list) {
            all_finished &= !self.is_unfinished(plan, id);
            rows.push(Choice::with_state(
                self.name(plan, id, words),
                self.in_short(plan, id, words),
            ));
        }
        rows.push(Choice::new(list_words.add));
        rows.push(Choice::new(list_words.everyone));
        let default = if all_finished { count + 1 } else { count };
        (rows, default)
    }

    /// What is known of an item, in a few words, and that it is not finished.
    fn in_short(&self, plan: &Plan, id: &Id, words: &Words) -> String {
        let journey = self.journey(id, Tier::ThePlan);
        let shown = journey.asked_entries(plan).map(|(_, entry)| &entry.here);
        let shown = shown.filter(|here| self.shows.contains(&here.question.field));
        let given = shown.filter(|here| here.state(plan) == AnswerState::Given);
        let name = self.name(plan, id, words);
        let said = given.map(|here| here.recap(plan, words)).filter(|said| *said != name);
        let said = said.collect::<Vec<_>>().join(". ").replace('\n', " ");
        let unfinished = self
            .is_unfinished(plan, id)
            .then(|| words.engine.unfinished.to_string());
        let parts: Vec<String> = [said]
            .into_iter()
            .filter(|said| !said.is_empty())
            .chain(unfinished)
            .collect();
        text::cut(&parts.join(", "), STATE)
    }

    /// Walks one item from its first open question; one with no answer is taken off again, however it ended.
    fn walk_item(&self, id: &Id, begin: usize, plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
        let place = session.place;
        let end = run(&self.journey(id, Tier::ThePlan), plan, session, begin, &mut |_, _| None);
        session.place = place;
        self.drop_blank(id, plan);
        end
    }

    /// One with no answer is off the list.
    fn drop_blank(&self, id: &Id, plan: &mut Plan) {
        let item = self.item(id);
        let at = |question| QuestionAt {
            question,
            item: item.clone(),
        };
        if !self.questions.iter().any(|question| at(question).is_settled(plan)) {
            plan.remove(self.list, id);
        }
    }

    fn add(&self, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
        if plan.count(self.list) >= MOST {
            session.notice(fill_placeholders(
                session.words.engine.list_full,
                &[("max", &MOST.to_string())],
            ));
            return Ok(());
        }
        let id = plan.add(self.list);
        if !self.named_together {
            return self.walk_item(&id, 0, plan, session).map(drop);
        }
        let place = session.place;
        let journey = self.journey(&id, Tier::ThePlan);
        session.place = (self.section, journey.asked_entries(plan).count().saturating_sub(1));
        let named = ask_names(&journey.entries[0].here, plan, session);
        session.place = place;
        self.drop_blank(&id, plan);
        for id in named? {
            if self.resume_item(&id, plan, session)? == Outcome::Back {
                break;
            }
        }
        Ok(())
    }

    /// Walks on where an item was left unfinished.
    fn resume_item(&self, id: &Id, plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
        let begin = first_unsettled(&self.journey(id, Tier::ThePlan), plan).unwrap_or(0);
        self.walk_item(id, begin, plan, session)
    }

    /// What to do with one item, asked and done.
    fn handle_item(&self, id: &Id, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
        if self.is_unfinished(plan, id) {
            let end = self.resume_item(id, plan, session)?;
            // Backed out of, it can be taken off the list; one with no answer is off it already.
            if end != Outcome::Back || !plan.has(self.list, id) {
                return Ok(());
            }
        }
        match self.ask_item_choice(id, plan, session)? {
            ItemChoice::Change if self.is_unfinished(plan, id) => self.resume_item(id, plan, session).map(drop),
            ItemChoice::Change => browse(&self.journey(id, Tier::ThePlan), plan, session).map(drop),
            ItemChoice::More => {
                let mut journey = self.journey(id, Tier::OnRequest);
                journey
                    .entries
                    .retain(|entry| entry.here.question.tier == Tier::OnRequest);
                browse(&journey, plan, session).map(drop)
            }
            ItemChoice::Beside(beside) => {
                let place = session.place;
                let end = (beside.run)(plan, id, session);
                session.place = place;
                end.map(drop)
            }
            ItemChoice::Remove => self.remove(id, plan, session),
            ItemChoice::Nothing => Ok(()),
        }
    }

    fn ask_item_choice(&self, id: &Id, plan: &Plan, session: &mut Session) -> Result<ItemChoice, Stop> {
        let words = session.words;
        let engine = &words.engine;
        let has_more = self.questions.iter().any(|q| q.tier == Tier::OnRequest);
        let mut choices = vec![(ItemChoice::Change, engine.item_change.to_string())];
        if has_more {
            choices.push((ItemChoice::More, engine.item_more.into()));
        }
        let beside = session.item_actions.iter().filter(|choice| choice.list == self.list);
        choices.extend(beside.map(|choice| (ItemChoice::Beside(choice.clone()), choice.label.clone())));
        choices.push((ItemChoice::Remove, engine.item_remove.into()));
        choices.push((ItemChoice::Nothing, engine.item_back.into()));
        let rows: Vec<&str> = choices.iter().map(|(_, label)| label.as_str()).collect();
        let default = usize::from(has_more && Tier::of(plan) == Tier::Everything);
        let prompt = format!("{}.item", self.list.field().code());
        let reply = session.choose(&prompt, &self.name(plan, id, words), &rows, Some(default), plan)?;
        let picked = reply.given().map(|picked| choices.swap_remove(picked).0);
        Ok(picked.unwrap_or(ItemChoice::Nothing))
    }

    fn remove(&self, id: &Id, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
        let engine = &session.words.engine;
        let ask = fill_placeholders(engine.remove_ask, &[("item", &self.name(plan, id, session.words))]);
        let prompt = format!("{}.remove", self.list.field().code());
        let rows = [engine.remove_no, engine.remove_yes];
        if session.choose(&prompt, &ask, &rows, None, plan)? == Reply::Given(1) {
            plan.remove(self.list, id);
            session.save(plan)?;
            session.notice(engine.removed);
        }
        Ok(())
    }

    fn set_finished(&self, plan: &mut Plan, answer: Answer<Length>) {
        plan.visit.everyone.insert(self.list.field().code().into(), answer);
    }
}

impl QuestionKind for ItemList {
    fn state(&self, _here: &QuestionAt, plan: &Plan) -> AnswerState {
        match plan.visit.everyone.get(self.list.field().code()) {
            // A longer length asks again, for what is under "more about this one".
            Some(Answer::Given(Length::Everything)) => AnswerState::Given,
            Some(Answer::Given(_)) if Tier::of(plan) < Tier::Everything => AnswerState::Given,
            Some(Answer::Given(_)) | None => AnswerState::Unasked,
            Some(answer) => answer.state(),
        }
    }

    fn recap(&self, _here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        match plan.count(self.list) {
            0 => words.list_words(self.list.field()).empty.into(),
            _ => {
                let ids = plan.ids(self.list);
                words.list(&ids.iter().map(|id| self.name(plan, id, words)).collect::<Vec<_>>())
            }
        }
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        // An item on disk was left unfinished; what `prepare` adds was not.
        if std::mem::take(&mut session.resuming) {
            for id in plan.ids(self.list) {
                if self.was_interrupted(plan, &id) && self.resume_item(&id, plan, session)? == Outcome::Back {
                    break;
                }
            }
        }
        if let Some(id) = (self.prepare)(plan)
            && self.resume_item(&id, plan, session)? == Outcome::Back
        {
            return Ok(Reply::Back);
        }
        loop {
            let list_words = session.words.list_words(self.list.field());
            let (rows, default) = self.rows(plan, session.words, list_words);
            let mut prompt = here.prompt(plan, session);
            if plan.count(self.list) == 0 {
                prompt.why = format!("{} {}", prompt.why, list_words.empty).trim().into();
            }
            let ids = plan.ids(self.list);
            match session.pick(plan, prompt, &rows, Some(default))? {
                Reply::Given(row) if row == ids.len() + 1 => {
                    let length = plan.visit.length.given().cloned().unwrap_or(Length::ThePlan);
                    self.set_finished(plan, Answer::Given(length));
                    return Ok(Reply::Given(()));
                }
                Reply::Given(row) if row == ids.len() => self.add(plan, session)?,
                Reply::Given(row) => self.handle_item(&ids[row], plan, session)?,
                other => return Ok(other.map(drop)),
            }
        }
    }

    fn skip(&self, _here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        self.set_finished(plan, later.map_or(Answer::Left, Answer::Later));
    }

    fn clear(&self, _here: &QuestionAt, plan: &mut Plan) {
        for id in plan.ids(self.list) {
            plan.remove(self.list, &id);
        }
        plan.visit.everyone.remove(self.list.field().code());
    }

    fn item_list(&self) -> Option<&ItemList> {
        Some(self)
    }
}

/// The planner is among the attendees from the start, and asked about first: no family begins from an empty list. A
/// counselor does.
pub fn planner_attends(plan: &mut Plan) -> Option<Id> {
    if plan.visit.everyone.contains_key(List::Attendees.field().code()) {
        return None;
    }
    let known = plan.planner.name.given().cloned();
    if let Some(known) = known.filter(|_| plan.attendees.is_empty() && !plan.is_at_work()) {
        plan.add_with(List::Attendees, Id::planner());
        if let Some(planner) = plan.attendees.by_id_mut(&Id::planner()) {
            planner.name = Answer::Given(known);
        }
    }
    let planner = plan.attendees.by_id(&Id::planner())?;
    planner.takes_part.is_unasked().then(Id::planner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Relation, Text};

    #[test]
    fn a_planner_stands_among_the_attendees_and_a_counselor_does_not() {
        let mut plan = Plan::default();
        plan.planner.name = Answer::Given(Text::new("Ruth"));
        plan.person.relation = Answer::Given(Relation::Client);
        assert_eq!(planner_attends(&mut plan), None);
        assert_eq!(plan.count(List::Attendees), 0);
        plan.person.relation = Answer::Given(Relation::Child);
        assert_eq!(planner_attends(&mut plan), Some(Id::planner()));
        assert_eq!(plan.count(List::Attendees), 1);
    }
}
