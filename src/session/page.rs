//! Pages that ask for nothing but Enter.

use crate::plan::Plan;
use crate::prompt::{Message, Prompt};

use super::{Outcome, Reply, Session, Stop};

/// Waits for Enter: [`Outcome::Done`] goes on, [`Outcome::Back`] where the person does not want to go on here.
///
/// # Errors
/// The person goes elsewhere; the terminal failed.
pub fn pause(prompt: Prompt, plan: &Plan, session: &mut Session) -> Result<Outcome, Stop> {
    Ok(match session.pause(plan, prompt)? {
        Reply::Given(()) => Outcome::Done,
        Reply::Back | Reply::Later | Reply::Skip => Outcome::Back,
    })
}

/// Says a longer text page by page, as much at once as the screen holds; as [`pause`].
///
/// # Errors
/// As [`pause`].
pub fn show_text(text: &str, plan: &Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let prompt = Prompt {
        above: vec![Message::plain(text)],
        fresh: true,
        ..Prompt::new("read", "", session.words.engine.go_on)
    };
    pause(prompt, plan, session)
}
