//! Danger now: asked first, within reach of every question, never counted and never kept (visit 1).

use std::io;
use std::sync::Arc;

use crate::ask::{Choice, Listens, Put, Reply, Said, Speech, Wish};
use crate::plan::Plan;
use crate::words::{Card, Cards, Lines, Words};

use super::{Desk, Turn};

/// What came of asking whether anyone is in danger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Danger {
    /// Nobody is, or the person has read what to do.
    Over,
    /// The person wants to go elsewhere.
    Turn(Turn),
    /// The numbers are those of another country.
    Country,
}

/// Asks whether anyone is in danger and shows the card that fits. `None` goes on where the person was.
///
/// # Errors
/// The terminal failed.
pub fn danger(plan: &Plan, desk: &mut Desk) -> io::Result<Option<Turn>> {
    Ok(match ask_danger(plan, desk, false)? {
        Danger::Turn(turn) => Some(turn),
        Danger::Over | Danger::Country => None,
    })
}

/// The rows of the question: the cards first, so that no stray key says No.
const OVERDOSE: usize = 0;
const SUICIDE: usize = 1;
const VIOLENCE: usize = 2;
const NOT_SURE: usize = 3;
const NO: usize = 4;
const COUNTRY: usize = 5;

/// What a typed sentence means at the question. Nothing but a whole No is a No, and what nobody foresaw is "not sure".
pub fn speech(words: &Words, lines: &Lines) -> Speech {
    let heard = &words.danger.heard;
    let numbers = |id| words.numbers_of(id);
    let call = [heard.call.clone(), numbers("emergency")].concat();
    Speech {
        heard: vec![
            (VIOLENCE, heard.strangled.clone()),
            (OVERDOSE, heard.overdose.clone()),
            (SUICIDE, [heard.suicide.clone(), numbers("suicide")].concat()),
            (VIOLENCE, heard.violence.clone()),
        ],
        only: vec![(NO, heard.no.clone())],
        otherwise: Some(NOT_SURE),
        right: heard.right.clone(),
        said: vec![
            (call, lines.fill(&heard.said.call, words)),
            (heard.help.clone(), lines.fill(&heard.said.help, words)),
        ],
    }
}

/// The same, with a row that changes the country where `first` is true: on the very first screen.
///
/// # Errors
/// The terminal failed.
pub fn ask_danger(plan: &Plan, desk: &mut Desk, first: bool) -> io::Result<Danger> {
    let words = &desk.words.danger;
    let lines = desk.words.lines(&plan.country);
    desk.carry_said(Said::strong(lines.fill(&words.line, desk.words)));
    let answer = &words.answer;
    let labels = [
        &answer.overdose,
        &answer.suicide,
        &answer.violence,
        &answer.not_sure,
        &answer.no,
    ];
    let country = first.then_some(&desk.words.home.rows.country);
    let options: Vec<Choice> = labels.into_iter().chain(country).map(Choice::new).collect();
    let speech = Arc::new(speech(desk.words, lines));
    loop {
        let put = desk.ready(Put {
            why: words.why.clone(),
            must_move: true,
            fresh: true,
            listens: Listens::Speech(Arc::clone(&speech)),
            ..Put::new("danger", &words.ask, &words.prompt)
        });
        let row = match desk.asker.pick(&put, &options, None)? {
            Reply::Given(COUNTRY) => return Ok(Danger::Country),
            Reply::Given(row) => row,
            Reply::Wish(Wish::Home) => return Ok(Danger::Turn(Turn::Home)),
            Reply::Wish(Wish::Hide) => return Ok(Danger::Turn(Turn::Hide)),
            Reply::Wish(Wish::Leave) => return Ok(Danger::Turn(Turn::Leave)),
            // The first screen is answered, not passed: Esc and "back" have nowhere to go from it.
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) if first => continue,
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => NO,
            Reply::Wish(Wish::Help | Wish::Danger) => NOT_SURE,
        };
        let Some(card) = card(row, &words.card) else {
            return Ok(Danger::Over);
        };
        if let Some(turn) = show(card, plan, desk)? {
            return Ok(Danger::Turn(turn));
        }
        if row == NOT_SURE {
            return Ok(after_not_sure(plan, desk, speech)?.map_or(Danger::Over, Danger::Turn));
        }
    }
}

fn card(row: usize, cards: &Cards) -> Option<&Card> {
    match row {
        OVERDOSE => Some(&cards.overdose),
        SUICIDE => Some(&cards.suicide),
        VIOLENCE => Some(&cards.violence),
        NOT_SURE => Some(&cards.all),
        _ => None,
    }
}

/// Behind the card of "not sure": one of the three, as often as is wanted, or on. Nobody is asked the same question again.
fn after_not_sure(plan: &Plan, desk: &mut Desk, speech: Arc<Speech>) -> io::Result<Option<Turn>> {
    let words = &desk.words.danger;
    let (answer, next) = (&words.answer, &words.next);
    let rows = [
        &answer.overdose,
        &answer.suicide,
        &answer.violence,
        &answer.not_sure,
        &next.go_on,
    ];
    let options: Vec<Choice> = rows.into_iter().map(Choice::new).collect();
    loop {
        let put = desk.ready(Put {
            must_move: true,
            fresh: true,
            listens: Listens::Speech(Arc::clone(&speech)),
            ..Put::new("danger.next", &next.ask, &next.prompt)
        });
        let row = match desk.asker.pick(&put, &options, None)? {
            Reply::Given(row) => row,
            Reply::Wish(Wish::Home) => return Ok(Some(Turn::Home)),
            Reply::Wish(Wish::Hide) => return Ok(Some(Turn::Hide)),
            Reply::Wish(Wish::Leave) => return Ok(Some(Turn::Leave)),
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => NO,
            Reply::Wish(Wish::Help | Wish::Danger) => NOT_SURE,
        };
        let Some(card) = card(row, &words.card) else {
            return Ok(None);
        };
        if let Some(turn) = show(card, plan, desk)? {
            return Ok(Some(turn));
        }
    }
}

/// One card: what to do in the next minute comes first, then the rest, then the numbers.
fn show(card: &Card, plan: &Plan, desk: &mut Desk) -> io::Result<Option<Turn>> {
    let words = desk.words;
    let lines = words.lines(&plan.country);
    let said = |sentence: &String| lines.fill(&words.speak(sentence, plan, ""), words);
    let mut above = vec![Said::title(said(&card.title))];
    above.extend(acts(card, said));
    let after: Vec<String> = card.after.iter().map(|after| format!("- {}", said(after))).collect();
    above.push(Said::plain(after.join("\n")));
    if card.lines.iter().any(|id| id == "violence") {
        let beside = match lines.say("violence", words).is_empty() {
            true => &card.without_violence_line,
            false => &card.with_violence_line,
        };
        above.extend((!beside.is_empty()).then(|| Said::plain(said(beside))));
    }
    // The emergency number stands in the title, where one is known.
    let known = |id: &&String| *id != "emergency" || lines.country.is_empty();
    let below = card.lines.iter().filter(known);
    above.extend(below.flat_map(|id| lines.say(id, words)).map(Said::strong));
    // Where nothing can be cleared, nothing is promised.
    let keys = if card.leaves_with_one_key && !desk.asker.scrolls() {
        &words.danger.leave_key
    } else {
        &words.engine.go_on
    };
    // One question for the whole card: what a screen does not hold is leafed through, its first steps first.
    let put = Put {
        above,
        fresh: true,
        ..Put::new("card", "", keys)
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

/// The steps of a card: the first beside the title on every screen, the others three by three, so that it is few pages.
fn acts(card: &Card, said: impl Fn(&String) -> String) -> Vec<Said> {
    let steps = card.steps.iter().enumerate();
    let mut steps: Vec<String> = steps.map(|(at, step)| format!("{}. {}", at + 1, said(step))).collect();
    if let (Some(first), false) = (steps.first_mut(), card.top.is_empty()) {
        *first = format!("{}\n{first}", said(&card.top));
    }
    let (first, rest) = steps.split_at(1.min(steps.len()));
    let (near, far) = rest.split_at(rest.len() % 3);
    let groups = [first, near].into_iter().chain(far.chunks(3));
    let groups = groups.filter(|group| !group.is_empty());
    groups.map(|group| Said::strong(group.join("\n"))).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::NaiveDate;

    use super::*;
    use crate::ask::Plain;

    #[test]
    fn a_cleared_screen_is_not_promised_where_lines_only_follow_one_another() {
        let words = Words::load("en", None).unwrap();
        let phrases = Arc::new(words.fill("ask").unwrap());
        let mut shown = Vec::new();
        let mut asker = Plain::new(&b"3\n\n5\n"[..], &mut shown, phrases);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| Ok(());
        let mut desk = Desk::new(&mut asker, &words, NaiveDate::default(), &mut keep);
        danger(&Plan::default(), &mut desk).unwrap();
        let shown = String::from_utf8(shown).unwrap();
        assert!(
            shown.contains("Someone is being hurt, or is afraid: in danger, call") && !shown.contains("cleared"),
            "{shown}"
        );
    }
}
