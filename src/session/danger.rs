//! Danger now: asked first, within reach of every question, never counted and never kept (design#danger).
//!
//! There are no steps for stopping at home on its cards, and a safety plan is named and left to the person and a
//! clinician.

use std::sync::Arc;

use crate::plan::Plan;
use crate::prompt::{Action, Choice, Message, Prompt, PromptReply, SentenceRows, TypedWords};
use crate::words::{Card, Cards, HelpLines, Words, lines_of};

use super::{Session, Stop};

/// What came of asking whether anyone is in danger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DangerOutcome {
    /// Nobody is, or the person has read what to do.
    Over,
    /// The numbers are those of another country.
    Country,
}

/// Asks whether anyone is in danger and shows the card that fits, and goes on where the person was.
///
/// # Errors
/// The person goes elsewhere; the terminal failed.
pub fn handle_danger(plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    ask_danger(plan, session, false).map(|_| ())
}

/// The rows of the question: the cards first, so that no stray key says No.
const OVERDOSE: usize = 0;
const SUICIDE: usize = 1;
const VIOLENCE: usize = 2;
const NOT_SURE: usize = 3;
const NO: usize = 4;
const COUNTRY: usize = 5;

/// What a typed sentence means at the question. Nothing but a whole No is a No, and what nobody foresaw is "not sure".
pub fn danger_sentences(words: &Words, lines: &HelpLines) -> SentenceRows {
    let heard = &words.danger.heard;
    let numbers = |id| words.numbers_of(id);
    let call = [lines_of(heard.call), numbers("emergency")].concat();
    SentenceRows {
        within: vec![
            (VIOLENCE, lines_of(heard.strangled)),
            (OVERDOSE, lines_of(heard.overdose)),
            (SUICIDE, [lines_of(heard.suicide), numbers("suicide")].concat()),
            (VIOLENCE, lines_of(heard.violence)),
        ],
        whole: vec![(NO, lines_of(heard.no))],
        otherwise: Some(NOT_SURE),
        not_typos: lines_of(heard.right),
        replies: vec![
            (call, lines.fill_placeholders(heard.said.call, words)),
            (lines_of(heard.help), lines.fill_placeholders(heard.said.help, words)),
        ],
    }
}

/// The kinds of danger as rows of another list, in the order of [`show_danger`], with danger of any kind last.
pub fn danger_rows(words: &Words) -> [&'static str; 4] {
    let answer = &words.danger.answer;
    [
        answer.overdose,
        answer.suicide,
        answer.violence,
        words.home.country_danger,
    ]
}

/// What a typed sentence of danger means in a list where the first of [`danger_rows`] is row `first`.
pub fn danger_sentences_from(first: usize, words: &Words, lines: &HelpLines) -> SentenceRows {
    let own = danger_sentences(words, lines);
    let asks_for_help = own.replies.into_iter().map(|(phrases, _)| (NOT_SURE, phrases));
    let heard = own.within.into_iter().chain(asks_for_help);
    SentenceRows {
        within: heard.map(|(row, phrases)| (first + row, phrases)).collect(),
        not_typos: own.not_typos,
        ..SentenceRows::default()
    }
}

/// Shows the card of one of [`danger_rows`].
///
/// # Errors
/// The person goes elsewhere; the terminal failed.
pub fn show_danger(row: usize, plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    match card(row, &session.words.danger.card) {
        Some(card) => show_card(card, plan, session),
        None => Ok(()),
    }
}

/// The same, with a row that changes the country where `first` is true: on the very first screen.
///
/// # Errors
/// The person goes elsewhere; the terminal failed.
pub fn ask_danger(plan: &Plan, session: &mut Session, first: bool) -> Result<DangerOutcome, Stop> {
    let words = &session.words.danger;
    let lines = session.words.help_lines(&plan.country);
    // On the very first screen it says to stop here.
    let line = match first {
        true => session.words.disclaimers.five,
        false => words.line,
    };
    session.notice_message(Message::strong(session.words.fill_names(line, plan, "")));
    let answer = &words.answer;
    let labels = [
        answer.overdose,
        answer.suicide,
        answer.violence,
        answer.not_sure,
        answer.no,
    ];
    let country = first.then_some(session.words.home.rows.country);
    let options: Vec<Choice> = labels.into_iter().chain(country).map(Choice::new).collect();
    let sentences = Arc::new(danger_sentences(session.words, lines));
    loop {
        let prompt = Prompt {
            place: words.prompt.into(),
            why: words.why.into(),
            no_default: true,
            fresh: true,
            accepts: TypedWords::Sentences(Arc::clone(&sentences)),
            ..Prompt::new("danger", words.ask, words.prompt)
        };
        let prompt = session.with_notices(prompt, plan);
        let row = match session.prompter.pick(&prompt, &options, None)? {
            PromptReply::Given(COUNTRY) => return Ok(DangerOutcome::Country),
            // The first screen is answered, not passed: Esc and "back" have nowhere to go from it.
            PromptReply::Action(Action::Back | Action::Skip | Action::Later) if first => continue,
            reply => row_of(reply, session)?,
        };
        let Some(card) = card(row, &words.card) else {
            return Ok(DangerOutcome::Over);
        };
        show_card(card, plan, session)?;
        if row == NOT_SURE {
            after_not_sure(plan, session, sentences)?;
            return Ok(DangerOutcome::Over);
        }
    }
}

/// The row that a reply comes to. Help and danger now are "not sure" here.
fn row_of(reply: PromptReply<usize>, session: &mut Session) -> Result<usize, Stop> {
    match reply {
        PromptReply::Given(row) => Ok(row),
        PromptReply::Action(Action::Back | Action::Skip | Action::Later) => Ok(NO),
        PromptReply::Action(Action::Help | Action::Danger) => Ok(NOT_SURE),
        PromptReply::Action(action) => Err(session.stop_for(action)?),
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

/// Behind the card of "not sure": one of the three, as often as is wanted, or on. Nobody is asked the same question
/// again.
fn after_not_sure(plan: &Plan, session: &mut Session, sentences: Arc<SentenceRows>) -> Result<(), Stop> {
    let words = &session.words.danger;
    let (answer, next) = (&words.answer, &words.next);
    let rows = [
        answer.overdose,
        answer.suicide,
        answer.violence,
        answer.not_sure,
        next.go_on,
    ];
    let options: Vec<Choice> = rows.into_iter().map(Choice::new).collect();
    loop {
        let prompt = Prompt {
            place: words.prompt.into(),
            no_default: true,
            fresh: true,
            accepts: TypedWords::Sentences(Arc::clone(&sentences)),
            ..Prompt::new("danger.next", next.ask, next.prompt)
        };
        let prompt = session.with_notices(prompt, plan);
        let reply = session.prompter.pick(&prompt, &options, None)?;
        let Some(card) = card(row_of(reply, session)?, &words.card) else {
            return Ok(());
        };
        show_card(card, plan, session)?;
    }
}

/// One card: what to do in the next minute comes first, then the rest, then the numbers.
fn show_card(card: &Card, plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let lines = words.help_lines(&plan.country);
    let said = |sentence: &&str| words.fill_names(sentence, plan, "");
    let mut above = vec![Message::title(said(&card.title))];
    if lines.country.is_empty() {
        // No number is known: how to find one comes before the first step.
        above.push(Message::strong(words.lines.unlisted_find));
    }
    above.extend(card_steps(card, said));
    let after: Vec<String> = card.after.iter().map(|after| format!("- {}", said(after))).collect();
    above.push(Message::plain(after.join("\n")));
    if card.lines.contains(&"violence") {
        let beside = match lines.sentences("violence", words).is_empty() {
            true => &card.without_violence_line,
            false => &card.with_violence_line,
        };
        above.extend((!beside.is_empty()).then(|| Message::plain(said(beside))));
    }
    // The emergency number is in the title, where one is known.
    let known = |id: &&&str| **id != "emergency" || lines.country.is_empty();
    let below = card.lines.iter().filter(known);
    above.extend(below.flat_map(|id| lines.sentences(id, words)).map(Message::strong));
    if session.prompter.only_scrolls() {
        // The first lines have scrolled away: the number to call is last too.
        above.push(Message::strong(said(&card.title)));
    }
    // If nothing can be cleared, nothing is promised.
    let keys = if card.leaves_with_one_key && !session.prompter.only_scrolls() {
        &words.danger.leave_key
    } else {
        &words.engine.go_on
    };
    // One question for the whole card: what a screen does not hold is leafed through, its first steps first.
    let prompt = Prompt {
        above,
        fresh: true,
        ..Prompt::new("card", "", *keys)
    };
    let mut reply = session.prompter.pause(&prompt)?;
    while let PromptReply::Action(Action::Help | Action::Danger) = reply {
        // Nothing helps more than the card itself.
        reply = session.prompter.pause(&prompt)?;
    }
    if card.leaves_with_one_key {
        session.prompter.hide()?;
    }
    match reply {
        PromptReply::Action(action @ (Action::Hide | Action::Leave | Action::Home)) => Err(session.stop_for(action)?),
        _ => Ok(()),
    }
}

/// The steps of a card: the first beside the title on every screen, the others three by three, so that it is few pages.
fn card_steps(card: &Card, said: impl Fn(&&str) -> String) -> Vec<Message> {
    let steps = card.steps.iter().enumerate();
    let mut steps: Vec<String> = steps.map(|(at, step)| format!("{}. {}", at + 1, said(step))).collect();
    if let (Some(first), false) = (steps.first_mut(), card.top.is_empty()) {
        *first = format!("{}\n{first}", said(&card.top));
    }
    let (first, rest) = steps.split_at(1.min(steps.len()));
    let (near, far) = rest.split_at(rest.len() % 3);
    let groups = [first, near].into_iter().chain(far.chunks(3));
    let groups = groups.filter(|group| !group.is_empty());
    groups.map(|group| Message::strong(group.join("\n"))).collect()
}

#[cfg(test)]
mod tests {

    use chrono::NaiveDate;

    use super::*;
    use crate::prompt::Plain;

    /// What is shown a line at a time, in no country, to somebody who types this.
    fn shown(typed: &str) -> String {
        let words = Words::load("en", None).unwrap();
        let phrases = words.ask;
        let mut shown = Vec::new();
        let mut prompter = Plain::new(typed.as_bytes(), &mut shown, phrases);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        handle_danger(&Plan::default(), &mut session).unwrap();
        String::from_utf8(shown).unwrap()
    }

    #[test]
    fn where_no_number_is_known_how_to_find_one_comes_before_the_first_step() {
        let (words, shown) = (Words::load("en", None).unwrap(), shown("1\n\n5\n"));
        let first: String = words.danger.card.overdose.steps[0].chars().take(20).collect();
        let (found, first) = (shown.find("112 works too"), shown.find(&first));
        assert!(found.is_some() && found < first, "{shown}");
    }

    #[test]
    fn a_cleared_screen_is_not_promised_where_lines_only_follow_one_another() {
        let shown = shown("3\n\n5\n");
        assert!(
            shown.contains("Someone is being hurt, or is afraid: in danger, call") && !shown.contains("cleared"),
            "{shown}"
        );
    }
}
