//! Several people named in one line, and asked about together where one question does for all of them.

use crate::journey::QuestionAt;
use crate::plan::{Answer, ById, Field, Id, Later, List, Plan, Text, YesNo};
use crate::prompt::{Choice as Row, Prompt};
use crate::session::{Outcome, Reply, Session, Stop};
use crate::text;
use crate::words::Words;

use super::MOST;

/// Makes an attendee of each name that stands in the name of one, with commas or an "and" between. A number behind a name
/// is theirs.
pub fn split_attendees(plan: &mut Plan, id: &Id, words: &Words) -> Vec<Id> {
    let typed = plan.attendees.by_id(id).map_or("", |one| one.name.words()).to_string();
    let named = names(&typed, words);
    if named.is_empty() || plan.count(List::Attendees) + named.len() > MOST {
        return vec![id.clone()];
    }
    let mut ids = Vec::new();
    for (name, phone) in named {
        let one = match ids.is_empty() {
            true => id.clone(),
            false => plan.add(List::Attendees),
        };
        if let Some(attendee) = plan.attendees.by_id_mut(&one) {
            attendee.name = Answer::Given(Text::new(&name));
            if let Some(phone) = phone {
                attendee.phone = Answer::Given(Text::new(&phone));
            }
        }
        ids.push(one);
    }
    ids
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

/// Asks for the name of a new item, which may be several, and of several people whether one is under 18. Whose questions
/// come next, in order; nobody after a step back.
pub(super) fn ask_names(
    here: &QuestionAt,
    split: fn(&mut Plan, &Id, &Words) -> Vec<Id>,
    plan: &mut Plan,
    session: &mut Session,
) -> Result<Vec<Id>, Stop> {
    if here.ask(plan, session)? == Outcome::Back {
        return Ok(Vec::new());
    }
    let ids = split(plan, &here.item.id, session.words);
    if ids.len() > 1 {
        session.save(plan)?;
        if here.item.list == Some(List::Attendees) && ask_minors(&ids, plan, session)? == Outcome::Back {
            return Ok(Vec::new());
        }
    }
    Ok(ids)
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
