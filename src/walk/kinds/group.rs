//! A list of things: it always shows what is in it, and offers add, change, remove, "that is everyone". One item is
//! walked like the plan itself.

use std::io;

use crate::ask::{Choice, Reply, Wish};
use crate::plan::{Answer, Id, Later, Length, List, Plan, Section, State};
use crate::walk::{Beside, Desk, End, Here, Kind, Question, Road, Spot, Tier, browse, first_open, travel};
use crate::words::{ListWords, Words, fill};

/// The most things a list takes in: no family has more helpers, places or boundaries, and each is several questions and
/// a page of tasks. What is in a file already stays.
const MOST: usize = 100;

/// A list and the questions about one of its items.
pub struct Group {
    /// Which list.
    pub list: List,
    /// Where it stands in the visit.
    pub section: Section,
    /// The questions about one item, in order.
    pub questions: &'static [Question],
    /// What an item is called; empty while nothing is known.
    pub title: fn(&Plan, usize, &Words) -> String,
    /// Makes the list ready before it is first shown, and says so where it did something.
    pub ready: fn(&mut Plan, &Words) -> Option<String>,
    /// Fills in what a new item begins from.
    pub begin: fn(&mut Plan, usize),
}

/// What a person wants to do with one item.
enum Deed {
    Change,
    More,
    Beside(Beside),
    Remove,
    Nothing,
}

impl Group {
    fn spot(&self, at: usize) -> Spot {
        Spot { at, title: self.title }
    }

    fn road(&self, at: usize, tier: Tier) -> Road {
        Road::of_item(self.section, self.questions, self.spot(at), tier)
    }

    /// The stops of every item, for whoever looks at all answers: the review, the put-off questions.
    pub fn items(&self, plan: &Plan) -> Vec<Road> {
        (0..plan.count(self.list)).map(|at| self.road(at, Tier::More)).collect()
    }

    fn unfinished(&self, plan: &Plan, at: usize) -> bool {
        first_open(&self.road(at, Tier::ThePlan), plan).is_some()
    }

    /// Somebody was in the middle of it when the last visit ended. The planner stands on the list with a name from the
    /// start: that alone is no answer.
    fn left_in_the_middle(&self, plan: &Plan, at: usize) -> bool {
        let settled = self
            .road(at, Tier::ThePlan)
            .standing(plan)
            .filter(|(_, stop)| stop.here.settled(plan))
            .count();
        let own = usize::from(plan.ids(self.list)[at] == Id::planner());
        settled > own && self.unfinished(plan, at)
    }

    fn name(&self, plan: &Plan, at: usize, words: &Words) -> String {
        match (self.title)(plan, at, words) {
            name if name.is_empty() => words.engine.unnamed.clone(),
            name => name,
        }
    }

    /// The rows: the items, add, that is everyone. The place of the default comes with them.
    fn rows(&self, plan: &Plan, words: &Words, list_words: &ListWords) -> (Vec<Choice>, usize) {
        let count = plan.count(self.list);
        let mut all_finished = count > 0;
        let mut rows = Vec::new();
        for at in 0..count {
            let mut label = self.name(plan, at, words);
            if self.unfinished(plan, at) {
                all_finished = false;
                label = format!("{label} ({})", words.engine.unfinished);
            }
            rows.push(Choice::new(label));
        }
        rows.push(Choice::new(&list_words.add));
        rows.push(Choice::new(&list_words.everyone));
        let default = if all_finished { count + 1 } else { count };
        (rows, default)
    }

    /// Walks one item from its first open question. A wish to leave the list comes back.
    fn walk_item(&self, at: usize, begin: usize, plan: &mut Plan, desk: &mut Desk) -> io::Result<(End, Option<Wish>)> {
        let place = desk.place;
        let end = travel(&self.road(at, Tier::ThePlan), plan, desk, begin, &mut |_, _| None)?;
        desk.place = place;
        let blank = self.questions.iter().all(|q| {
            !Here {
                question: q,
                spot: self.spot(at),
            }
            .settled(plan)
        });
        if blank {
            plan.remove(self.list, at);
        }
        Ok((end, end.wish()))
    }

    fn add(&self, plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<Wish>> {
        if plan.count(self.list) >= MOST {
            desk.carry(fill(&desk.words.engine.list_full, &[("max", &MOST.to_string())]));
            return Ok(None);
        }
        let at = plan.add(self.list);
        (self.begin)(plan, at);
        self.walk_item(at, 0, plan, desk).map(|(_, wish)| wish)
    }

    /// Walks on where an item was left unfinished.
    fn finish(&self, at: usize, plan: &mut Plan, desk: &mut Desk) -> io::Result<(End, Option<Wish>)> {
        let begin = first_open(&self.road(at, Tier::ThePlan), plan).unwrap_or(0);
        self.walk_item(at, begin, plan, desk)
    }

    /// What to do with one item, asked and done.
    fn deal_with(&self, at: usize, plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<Wish>> {
        if self.unfinished(plan, at) {
            let before = plan.count(self.list);
            let (end, wish) = self.finish(at, plan, desk)?;
            // Backed out of, it can be taken off the list; one with no answer is off it already.
            if end != End::Back || plan.count(self.list) < before {
                return Ok(wish);
            }
        }
        let deed = match self.ask_deed(at, plan, desk)? {
            Reply::Given(deed) => deed,
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => Deed::Nothing,
            Reply::Wish(wish) => return Ok(Some(wish)),
        };
        match deed {
            Deed::Change if self.unfinished(plan, at) => self.finish(at, plan, desk).map(|(_, wish)| wish),
            Deed::Change => browse(&self.road(at, Tier::ThePlan), plan, desk).map(End::wish),
            Deed::More => {
                let mut road = self.road(at, Tier::More);
                road.stops.retain(|stop| stop.here.question.tier == Tier::More);
                browse(&road, plan, desk).map(End::wish)
            }
            Deed::Beside(beside) => {
                let place = desk.place;
                let end = (beside.run)(plan, at, desk)?;
                desk.place = place;
                Ok(end.wish())
            }
            Deed::Remove => self.remove(at, plan, desk),
            Deed::Nothing => Ok(None),
        }
    }

    fn ask_deed(&self, at: usize, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Deed>> {
        let words = desk.words;
        let engine = &words.engine;
        let has_more = self.questions.iter().any(|q| q.tier == Tier::More);
        let mut deeds = vec![(Deed::Change, engine.item_change.clone())];
        if has_more {
            deeds.push((Deed::More, engine.item_more.clone()));
        }
        let beside = desk.deeds.iter().filter(|deed| deed.list == self.list);
        deeds.extend(beside.map(|deed| (Deed::Beside(deed.clone()), deed.label.clone())));
        deeds.push((Deed::Remove, engine.item_remove.clone()));
        deeds.push((Deed::Nothing, engine.item_back.clone()));
        let rows: Vec<&str> = deeds.iter().map(|(_, label)| label.as_str()).collect();
        let default = usize::from(has_more && Tier::of(plan) == Tier::Everything);
        let id = format!("{}.item", self.list.field().code());
        Ok(
            match desk.choose(&id, &self.name(plan, at, words), &rows, Some(default))? {
                Reply::Given(picked) => Reply::Given(deeds.swap_remove(picked).0),
                Reply::Wish(wish) => Reply::Wish(wish),
            },
        )
    }

    fn remove(&self, at: usize, plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<Wish>> {
        let engine = &desk.words.engine;
        let ask = fill(&engine.remove_ask, &[("item", &self.name(plan, at, desk.words))]);
        let id = format!("{}.remove", self.list.field().code());
        let rows = [engine.remove_no.as_str(), engine.remove_yes.as_str()];
        match desk.choose(&id, &ask, &rows, None)? {
            Reply::Given(1) => {
                plan.remove(self.list, at);
                desk.keep(plan)?;
                desk.carry(&engine.removed);
                Ok(None)
            }
            Reply::Given(_) | Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => Ok(None),
            Reply::Wish(wish) => Ok(Some(wish)),
        }
    }

    fn everyone(&self, plan: &mut Plan, answer: Answer<Length>) {
        plan.visit.everyone.insert(self.list.field().code().into(), answer);
    }
}

impl Kind for Group {
    fn state(&self, _here: Here, plan: &Plan) -> State {
        match plan.visit.everyone.get(self.list.field().code()) {
            // A longer length asks again, for what stands under "more about this one".
            Some(Answer::Given(Length::Everything)) => State::Given,
            Some(Answer::Given(_)) if Tier::of(plan) < Tier::Everything => State::Given,
            Some(Answer::Given(_)) | None => State::Unasked,
            Some(answer) => answer.state(),
        }
    }

    fn recap(&self, _here: Here, plan: &Plan, words: &Words) -> String {
        match plan.count(self.list) {
            0 => words.list_words(self.list.field()).empty.clone(),
            count => words.list(&(0..count).map(|at| self.name(plan, at, words)).collect::<Vec<_>>()),
        }
    }

    fn ask(&self, here: Here, plan: &mut Plan, desk: &mut Desk) -> io::Result<Reply<()>> {
        // An item on disk was left unfinished; what `ready` adds was not.
        if std::mem::take(&mut desk.resuming)
            && let Some(at) = (0..plan.count(self.list)).find(|at| self.left_in_the_middle(plan, *at))
            && let (_, Some(wish)) = self.finish(at, plan, desk)?
        {
            return Ok(Reply::Wish(wish));
        }
        if let Some(said) = (self.ready)(plan, desk.words) {
            desk.carry(said);
        }
        loop {
            let list_words = desk.words.list_words(self.list.field());
            let (rows, default) = self.rows(plan, desk.words, list_words);
            let mut put = desk.put(here, plan);
            if plan.count(self.list) == 0 {
                put.why = format!("{} {}", put.why, list_words.empty);
            }
            let count = plan.count(self.list);
            let wish = match desk.asker.pick(&put, &rows, Some(default))? {
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
                Reply::Given(at) if at == count + 1 => {
                    let length = plan.visit.length.given().cloned().unwrap_or(Length::ThePlan);
                    self.everyone(plan, Answer::Given(length));
                    return Ok(Reply::Given(()));
                }
                Reply::Given(at) if at == count => self.add(plan, desk)?,
                Reply::Given(at) => self.deal_with(at, plan, desk)?,
            };
            if let Some(wish) = wish {
                return Ok(Reply::Wish(wish));
            }
        }
    }

    fn set_aside(&self, _here: Here, plan: &mut Plan, later: Option<Later>) {
        self.everyone(plan, later.map_or(Answer::Left, Answer::Later));
    }

    fn clear(&self, _here: Here, plan: &mut Plan) {
        while plan.count(self.list) > 0 {
            plan.remove(self.list, 0);
        }
        plan.visit.everyone.remove(self.list.field().code());
    }

    fn group(&self) -> Option<&Group> {
        Some(self)
    }
}

/// The planner stands among the attendees from the start: no family begins from an empty list. A counselor does.
pub fn planner_attends(plan: &mut Plan, words: &Words) -> Option<String> {
    let known = plan
        .planner
        .name
        .given()
        .cloned()
        .filter(|_| plan.attendees.is_empty() && !plan.is_at_work())?;
    if plan.visit.everyone.contains_key(List::Attendees.field().code()) {
        return None;
    }
    let at = plan.add_with(List::Attendees, Id::planner());
    plan.attendees[at].name = Answer::Given(known);
    Some(words.engine.put_yourself.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Relation, Text};

    #[test]
    fn a_planner_stands_among_the_attendees_and_a_counselor_does_not() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.planner.name = Answer::Given(Text::new("Ruth"));
        plan.person.relation = Answer::Given(Relation::Client);
        assert_eq!(planner_attends(&mut plan, &words), None);
        assert_eq!(plan.count(List::Attendees), 0);
        plan.person.relation = Answer::Given(Relation::Child);
        assert!(planner_attends(&mut plan, &words).is_some());
        assert_eq!(plan.count(List::Attendees), 1);
    }
}
