//! Danger now: asked first, within reach of every question, never counted and never kept (visit 1).

use std::io;

use crate::ask::{Choice, Put, Reply, Said, Wish};
use crate::plan::Plan;
use crate::words::Card;

use super::{Desk, Turn};

/// Asks whether anyone is in danger and shows the card that fits. `None` goes on where the person was.
///
/// # Errors
/// The terminal failed.
pub fn danger(plan: &Plan, desk: &mut Desk) -> io::Result<Option<Turn>> {
    let words = &desk.words.danger;
    let lines = desk.words.lines(&plan.country);
    desk.carry_said(Said::strong(lines.fill(&words.line, desk.words)));
    let answer = &words.answer;
    let cards = [
        None,
        Some(&words.card.overdose),
        Some(&words.card.suicide),
        Some(&words.card.violence),
        Some(&words.card.all),
    ];
    let labels = [
        &answer.no,
        &answer.overdose,
        &answer.suicide,
        &answer.violence,
        &answer.not_sure,
    ];
    let options: Vec<Choice> = labels.into_iter().map(Choice::new).collect();
    loop {
        let put = Put {
            why: words.why.clone(),
            must_move: true,
            fresh: true,
            ..Put::new("danger", &words.ask, &words.prompt)
        };
        let put = desk.ready(put);
        match desk.asker.pick(&put, &options, None)? {
            Reply::Given(at) => match cards[at] {
                None => return Ok(None),
                Some(card) => {
                    if let Some(turn) = show(card, plan, desk)? {
                        return Ok(Some(turn));
                    }
                }
            },
            Reply::Wish(Wish::Home) => return Ok(Some(Turn::Home)),
            Reply::Wish(Wish::Hide) => return Ok(Some(Turn::Hide)),
            Reply::Wish(Wish::Leave) => return Ok(Some(Turn::Leave)),
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => return Ok(None),
            Reply::Wish(Wish::Help | Wish::Danger) => {
                if let Some(turn) = show(&words.card.all, plan, desk)? {
                    return Ok(Some(turn));
                }
            }
        }
    }
}

/// One card: what to do in the next minute comes first, then the rest, then the numbers.
fn show(card: &Card, plan: &Plan, desk: &mut Desk) -> io::Result<Option<Turn>> {
    let words = desk.words;
    let lines = words.lines(&plan.country);
    desk.asker.say(&Said::title(&card.title).fresh())?;
    for (at, step) in card.steps.iter().enumerate() {
        desk.asker.say(&Said::strong(format!(
            "{}. {}",
            at + 1,
            lines.fill(&words.speak(step, plan, ""), words)
        )))?;
    }
    for said in &card.after {
        desk.asker
            .say(&Said::plain(lines.fill(&words.speak(said, plan, ""), words)))?;
    }
    for id in &card.lines {
        for line in lines.say(id, words) {
            desk.asker.say(&Said::strong(line))?;
        }
    }
    let quiet = if card.leaves_with_one_key {
        words.danger.leave_key.as_str()
    } else {
        ""
    };
    let put = Put {
        why: quiet.into(),
        ..Put::new("card", "", &words.engine.go_on)
    };
    let turn = match desk.asker.pause(&put)? {
        Reply::Wish(Wish::Hide) => Some(Turn::Hide),
        Reply::Wish(Wish::Leave) => Some(Turn::Leave),
        Reply::Wish(Wish::Home) => Some(Turn::Home),
        _ => None,
    };
    if card.leaves_with_one_key {
        desk.asker.hide()?;
    }
    Ok(turn)
}
