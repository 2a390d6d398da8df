//! Pages that ask for nothing but Enter, and what an action means where no question is asked.

use std::io;

use crate::plan::Plan;
use crate::prompt::{Action, Message, Prompt, Reply};

use super::{Outcome, Session, handle_danger};

/// What an action does in a list that belongs to no question; `None` asks again.
///
/// # Errors
/// The terminal failed.
pub fn handle_action(action: Action, plan: &Plan, session: &mut Session) -> io::Result<Option<Outcome>> {
    Ok(match action {
        Action::Danger => handle_danger(plan, session)?,
        Action::Home => Some(Outcome::Home),
        Action::Hide => Some(Outcome::Hide),
        Action::Leave => Some(Outcome::Leave),
        _ => {
            session.notice(&session.words.engine.help_signs);
            None
        }
    })
}

/// Waits for Enter. Help and danger now come back to the page; [`Outcome::Done`] goes on, [`Outcome::Back`] where the person
/// does not want to go on here, and any other end leads elsewhere.
///
/// # Errors
/// The terminal failed.
pub fn pause(prompt: &Prompt, plan: &Plan, session: &mut Session) -> io::Result<Outcome> {
    let mut shown = prompt.clone();
    loop {
        let action = match session.prompter.pause(&shown)? {
            Reply::Given(()) => return Ok(Outcome::Done),
            Reply::Action(Action::Back | Action::Skip | Action::Later) => return Ok(Outcome::Back),
            Reply::Action(action) => action,
        };
        shown = Prompt {
            fresh: true,
            ..prompt.clone()
        };
        if action == Action::Help {
            shown.above.insert(0, Message::quiet(&session.words.engine.help_signs));
        } else if let Some(end) = handle_action(action, plan, session)? {
            return Ok(end);
        }
    }
}

/// Says a longer text page by page, as much at once as the screen holds; as [`pause`].
///
/// # Errors
/// The terminal failed.
pub fn show_text(text: &str, plan: &Plan, session: &mut Session) -> io::Result<Outcome> {
    let prompt = Prompt {
        above: vec![Message::plain(text)],
        fresh: true,
        ..Prompt::new("read", "", &session.words.engine.go_on)
    };
    pause(&prompt, plan, session)
}
