//! Several people named in one line, and asked about together where one question does for all of them.

use crate::journey::QuestionAt;
use crate::plan::{Accessor, Answer, ById, Field, Id, Later, List, Plan, Text, YesNo};
use crate::prompt::{Choice as Row, Prompt};
use crate::session::{Outcome, Reply, Session, Stop};
use crate::text;
use crate::words::Words;

use super::text::ask_text;
use super::{MOST, SingleAnswer};

/// The name of an attendee. For somebody new several can be typed, with commas or an "and" between, and each is an attendee
/// of their own; a number behind a name is theirs.
pub struct NamesInput(pub Accessor<Text>);

impl SingleAnswer for NamesInput {
    type Value = Text;

    fn accessor(&self) -> &Accessor<Text> {
        &self.0
    }

    fn format(&self, value: &Text, _plan: &Plan, _words: &Words) -> String {
        value.as_str().into()
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Text>, Stop> {
        let before = self.0.words(plan, &here.item.id).to_string();
        ask_text(here, plan, session, before, String::new(), false)
    }

    fn after_given(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) {
        let id = &here.item.id;
        let is_new = plan.attendee(id).is_some_and(|one| one.takes_part.is_unasked());
        if is_new && *id != Id::planner() {
            split(id, plan, session.words);
        }
    }
}

/// Makes an attendee of each name that stands in the name of one.
fn split(id: &Id, plan: &mut Plan, words: &Words) {
    let typed = plan.attendee(id).map_or("", |one| one.name.words()).to_string();
    let named = names(&typed, words);
    if plan.count(List::Attendees) + named.len() > MOST {
        return;
    }
    for (at, (name, phone)) in named.into_iter().enumerate() {
        let one = match at {
            0 => id.clone(),
            _ => plan.add(List::Attendees),
        };
        if let Some(attendee) = plan.attendees.by_id_mut(&one) {
            attendee.name = Answer::Given(Text::new(&name));
            if let Some(phone) = phone {
                attendee.phone = Answer::Given(Text::new(&phone));
            }
        }
    }
}

/// The names in a line, each with the number behind it.
fn names(typed: &str, words: &Words) -> Vec<(String, Option<String>)> {
    let writing = &words.engine.writing;
    let and = writing.list.replace("{most}", "").replace("{last}", "");
    let mut pieces: Vec<String> = Vec::new();
    for piece in typed.replace(&and, writing.list_comma).split(writing.list_comma.trim()) {
        let piece = piece.trim();
        match pieces.last_mut() {
            // A number of its own belongs to the name before it.
            Some(before) if !piece.contains(char::is_alphabetic) => *before = format!("{before} {piece}"),
            _ => pieces.push(piece.into()),
        }
    }
    let split = |piece: &String| match text::split_phone(piece) {
        Some((name, phone)) => (name.to_string(), Some(phone.to_string())),
        None => (piece.trim().to_string(), None),
    };
    pieces.iter().map(split).filter(|(name, _)| !name.is_empty()).collect()
}

/// Asks for the name of a new attendee, which may be several, and of several whether one is under 18. Whose questions come
/// next, in order; nobody after a step back.
pub(super) fn ask_names(here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Vec<Id>, Stop> {
    let before = plan.ids(List::Attendees);
    if here.ask(plan, session)? == Outcome::Back {
        return Ok(Vec::new());
    }
    let added = plan.ids(List::Attendees).into_iter().filter(|id| !before.contains(id));
    let ids: Vec<Id> = std::iter::once(here.item.id.clone()).chain(added).collect();
    match ids.len() > 1 && ask_minors(&ids, plan, session)? == Outcome::Back {
        true => Ok(Vec::new()),
        false => Ok(ids),
    }
}

/// One question for all who were just named: whoever is marked is under 18, and the others are not.
fn ask_minors(ids: &[Id], plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let words = session.words;
    let engine = &words.engine;
    let names = ids.iter().map(|id| plan.name_of(id).unwrap_or_default());
    let rows: Vec<Row> = names.map(Row::new).chain([Row::new(engine.minors_none)]).collect();
    let none = rows.len() - 1;
    let mut marked = vec![false; rows.len()];
    let answers: Vec<Answer<YesNo>> = loop {
        let prompt = Prompt {
            why: words.question(Field::AttAdult).why(plan).into(),
            has_own_none_row: true,
            fresh: true,
            ..Prompt::new("attendees.minors", engine.minors_ask, engine.minors_short)
        };
        match session.tick(plan, prompt, &rows, &marked)? {
            Reply::Given(ticks) if ticks[none] && ticks[..none].contains(&true) => {
                session.notice(engine.both_none);
                marked = ticks;
            }
            Reply::Given(ticks) => {
                let adult = |minor: &bool| if *minor { YesNo::No } else { YesNo::Yes };
                break ticks[..none].iter().map(|minor| Answer::Given(adult(minor))).collect();
            }
            Reply::Back => return Ok(Outcome::Back),
            Reply::Skip => break vec![Answer::Left; none],
            Reply::Later => {
                let owner = Id::planner();
                break vec![Answer::Later(Later { owner }); none];
            }
        }
    };
    for (id, answer) in ids.iter().zip(answers) {
        if let Some(attendee) = plan.attendees.by_id_mut(id) {
            attendee.adult = answer;
        }
    }
    session.save(plan)?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(typed: &str) -> Vec<(String, Option<String>)> {
        names(typed, &Words::load("en", None).unwrap())
    }

    #[test]
    fn several_names_stand_in_one_line_each_with_the_number_behind_it() {
        let of = |names: &[(&str, &str)]| -> Vec<(String, Option<String>)> {
            let phone = |phone: &str| (!phone.is_empty()).then(|| phone.to_string());
            names
                .iter()
                .map(|(name, number)| (name.to_string(), phone(number)))
                .collect()
        };
        for (typed, known) in [
            ("Ana", of(&[("Ana", "")])),
            ("Ana, Ben and Cal", of(&[("Ana", ""), ("Ben", ""), ("Cal", "")])),
            (
                "Ana 555-0101, Ben, 555-0102",
                of(&[("Ana", "555-0101"), ("Ben", "555-0102")]),
            ),
            (" , Andy ,, Sandy", of(&[("Andy", ""), ("Sandy", "")])),
        ] {
            assert_eq!(named(typed), known, "{typed}");
        }
    }

    #[test]
    fn more_names_than_a_list_takes_stay_one_answer() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        let id = plan.add(List::Attendees);
        let typed = "Ana, ".repeat(MOST);
        plan.attendees[0].name = Answer::Given(Text::new(&typed));
        split(&id, &mut plan, &words);
        assert_eq!(
            (plan.attendees.len(), plan.attendees[0].name.words()),
            (1, typed.trim())
        );
    }
}
